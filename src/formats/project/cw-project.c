/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project.h"

#include "formats/files/cw-file-error.h"
#include "cw-project-xml.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MIME_TYPE "application/x-chengwen"
#define MAX_ENTRIES 10000

typedef struct archive Archive;
typedef struct archive_entry ArchiveEntry;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveEntry, archive_entry_free)

/* --- writing --- */

typedef Archive ArchiveWriter;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveWriter, archive_write_free)

static la_ssize_t
append_bytes (Archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, length);
  return length;
}

/* No times, no owner: the bytes depend on the content alone. */
static gboolean
write_entry (Archive *archive, const char *name, const char *content, gsize length)
{
  g_autoptr (ArchiveEntry) entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, length);
  return archive_write_header (archive, entry) == ARCHIVE_OK
         && archive_write_data (archive, content, length) == (la_ssize_t) length;
}

/* The first entry says, uncompressed and at a fixed place, what the file is, as in OpenDocument. */
static gboolean
write_archive (Archive *archive, GString *xml, GByteArray *bytes)
{
  return archive_write_set_format_zip (archive) == ARCHIVE_OK
         && archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK
         && archive_write_open2 (archive, bytes, NULL, append_bytes, NULL, NULL) == ARCHIVE_OK
         && archive_write_zip_set_compression_store (archive) == ARCHIVE_OK
         && write_entry (archive, "mimetype", MIME_TYPE, strlen (MIME_TYPE))
         && archive_write_zip_set_compression_deflate (archive) == ARCHIVE_OK
         && write_entry (archive, "document.xml", xml->str, xml->len)
         && archive_write_close (archive) == ARCHIVE_OK;
}

/**
 * cw_project_write:
 * @document: a document
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Makes a project file of a document: a zip with the type of the file and document.xml, which
 * follows data/chengwen-document.rng. Equal documents give equal bytes. May be called from any
 * thread.
 *
 * Returns: (transfer full): the bytes of the file; %NULL if the document is larger than
 *   cw_project_read() would take
 */
GBytes *
cw_project_write (CwDocument *document, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (ArchiveWriter) archive = archive_write_new ();
  g_autoptr (GString) xml = cw_project_xml_write (document);

  if (xml->len > CW_PROJECT_MAX_XML || cw_document_get_n_blocks (document) > CW_PROJECT_MAX_BLOCKS)
    {
      g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_TOO_LARGE,
                           _ ("This document is too large for one file. Nothing was overwritten. "
                              "Divide it and save the parts."));
      return NULL;
    }
  if (!write_archive (archive, xml, bytes))
    {
      g_set_error (error, CW_FILE_ERROR, CW_FILE_ERROR_FAILED,
                   _ ("The document could not be packed (%s). Nothing was overwritten. Try again."),
                   archive_error_string (archive));
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&bytes->data), bytes->len);
}

/* --- reading --- */

typedef Archive ArchiveReader;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveReader, archive_read_free)

static Archive *
open_archive (GBytes *bytes)
{
  g_autoptr (ArchiveReader) archive = archive_read_new ();
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    return NULL;
  return g_steal_pointer (&archive);
}

/* The next entry, or %NULL at the end, with an error if that is no proper end. */
static ArchiveEntry *
next_entry (Archive *archive, guint *n_entries, GError **error)
{
  ArchiveEntry *entry = NULL;
  int result = archive_read_next_header (archive, &entry);

  if (result == ARCHIVE_EOF)
    return NULL;
  if ((result == ARCHIVE_OK || result == ARCHIVE_WARN) && ++*n_entries <= MAX_ENTRIES)
    return entry;
  cw_project_set_damaged (error, "zip");
  return NULL;
}

/* Names are only ever compared, never used as paths: an entry called ../../x is nobody's. */
static gboolean
is_entry (ArchiveEntry *entry, const char *name)
{
  return g_strcmp0 (archive_entry_pathname (entry), name) == 0
         && archive_entry_filetype (entry) == AE_IFREG;
}

static gboolean
check_mime_type (Archive *archive, GError **error)
{
  char found[sizeof MIME_TYPE + 1] = "";
  la_ssize_t length = archive_read_data (archive, found, sizeof found);

  if (length == strlen (MIME_TYPE) && memcmp (found, MIME_TYPE, length) == 0)
    return TRUE;
  cw_project_set_damaged (error, "mimetype");
  return FALSE;
}

/* Unpacks straight into the parser, which stops at its limits however much would still come. */
static gboolean
feed_entry (Archive *archive, CwProjectReader *reader, GError **error)
{
  char buffer[32 * 1024];
  la_ssize_t length;

  while ((length = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    if (!cw_project_reader_feed (reader, buffer, length, error))
      return FALSE;
  if (length < 0)
    cw_project_set_damaged (error, "zip");
  return length == 0;
}

typedef struct
{
  CwProjectReader *reader;
  CwDocument *document;
  guint n_entries;
  guint n_unknown;
} Reading;

static gboolean
read_entry (Reading *reading, Archive *archive, ArchiveEntry *entry, GError **error)
{
  if (reading->n_entries == 1 && is_entry (entry, "mimetype"))
    return check_mime_type (archive, error);
  if (!is_entry (entry, "document.xml"))
    {
      reading->n_unknown++;
      return TRUE;
    }
  if (reading->document != NULL)
    {
      cw_project_set_damaged (error, "zip"); /* which of the two would it be? */
      return FALSE;
    }
  if (!feed_entry (archive, reading->reader, error))
    return FALSE;
  reading->document = cw_project_reader_finish (reading->reader, error);
  return reading->document != NULL;
}

static gboolean
read_entries (Reading *reading, Archive *archive, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  ArchiveEntry *entry;

  while ((entry = next_entry (archive, &reading->n_entries, &local_error)) != NULL)
    if (!read_entry (reading, archive, entry, error))
      return FALSE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (reading->document == NULL)
    cw_project_set_damaged (error, "zip");
  else if (reading->n_unknown > 0 && cw_project_reader_is_newer (reading->reader))
    {
      cw_project_set_newer (error);
      return FALSE;
    }
  return reading->document != NULL;
}

/**
 * cw_project_read:
 * @bytes: the content of a project file
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Makes a document of a project file. Whatever the bytes are, this either gives a whole document
 * or an error: a file that is torn or altered, breaks the schema, or unpacks to more than a
 * document can be, is %CW_FILE_ERROR_DAMAGED; one that holds what only a newer version understands
 * is %CW_FILE_ERROR_NEWER, so that nothing in it gets lost by saving it again. May be called from
 * any thread.
 *
 * Returns: (transfer full) (nullable): the document
 */
CwDocument *
cw_project_read (GBytes *bytes, GError **error)
{
  g_autoptr (ArchiveReader) archive = open_archive (bytes);
  g_autoptr (CwProjectReader) reader = cw_project_reader_new ();
  g_autoptr (CwDocument) document = NULL;
  Reading reading = { .reader = reader };
  gboolean success;

  if (archive == NULL)
    {
      cw_project_set_damaged (error, "zip");
      return NULL;
    }
  success = read_entries (&reading, archive, error);
  document = reading.document;
  return success ? g_steal_pointer (&document) : NULL;
}

/* The signature of a zip and of its first entry, as cw_project_write() makes it. */
static gboolean
has_signature (const char *data, gsize length)
{
  static const char name[] = "mimetype" MIME_TYPE;
  const gsize offset = 30; /* of the first entry's name in a zip */
  gsize extra;

  if (length < offset + strlen (name) || memcmp (data, "PK\003\004", 4) != 0
      || memcmp (data + offset, "mimetype", strlen ("mimetype")) != 0)
    return FALSE;
  extra = (guchar) data[28] | (guchar) data[29] << 8;
  return length >= offset + extra + strlen (name)
         && memcmp (data + offset + strlen ("mimetype") + extra, MIME_TYPE, strlen (MIME_TYPE))
                == 0;
}

/**
 * cw_project_sniff:
 * @bytes: the content of a file, or its beginning
 *
 * Tells whether a file is meant to be a project; whether it is a good one only cw_project_read()
 * can tell.
 *
 * Returns: whether it looks like a project file
 */
gboolean
cw_project_sniff (GBytes *bytes)
{
  g_autoptr (ArchiveReader) archive = NULL;
  ArchiveEntry *entry;
  guint n_entries = 0;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length < 4 || memcmp (data, "PK\003\004", 4) != 0)
    return FALSE;
  if (has_signature (data, length))
    return TRUE;

  /* Unpacked and packed again by hand. */
  archive = open_archive (bytes);
  while (archive != NULL && (entry = next_entry (archive, &n_entries, NULL)) != NULL)
    if (is_entry (entry, "document.xml"))
      return TRUE;
  return FALSE;
}
