/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* More entries than this nobody needs. */
#define CW_ZIP_MAX_ENTRIES 10000

/**
 * CwZip:
 *
 * A zip being read or written; freed in the way that fits, which the library knows.
 */
typedef struct archive CwZip;

/**
 * CwZipEntry:
 *
 * An entry of a zip being read; owned by the zip.
 */
typedef struct archive_entry CwZipEntry;

CwZip *cw_zip_writer_new (GByteArray *bytes, const char *mime_type);
gboolean cw_zip_writer_add (CwZip *zip, const char *name, const char *content, gsize length);

CwZip *cw_zip_reader_new (GBytes *bytes);
CwZipEntry *cw_zip_reader_next (CwZip *zip, guint *n_entries, gboolean *damaged);
gboolean cw_zip_entry_is (CwZipEntry *entry, const char *name);
GBytes *cw_zip_reader_unpack (CwZip *zip, gsize limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwZip, archive_free)

G_END_DECLS
