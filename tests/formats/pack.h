/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>
#include <string.h>

/* Zips for tests, good and bad. */

typedef struct
{
  const char *name;
  const char *content;
  gsize length; /* 0: up to the NUL */
} PackEntry;

static inline la_ssize_t
pack_append (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, length);
  return length;
}

static inline GBytes *
pack (const PackEntry *entries, guint n_entries)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  archive_write_open2 (archive, bytes, NULL, pack_append, NULL, NULL);
  for (guint i = 0; i < n_entries; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = entries[i].length > 0 ? entries[i].length : strlen (entries[i].content);

      if (strcmp (entries[i].name, "mimetype") == 0)
        archive_write_zip_set_compression_store (archive);
      else
        archive_write_zip_set_compression_deflate (archive);
      archive_entry_set_pathname (entry, entries[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, length);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, entries[i].content, length), ==, (int) length);
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (bytes);
}

static inline GBytes *
pack_xml (const char *xml, gssize length)
{
  PackEntry entries[] = { { "mimetype", "application/x-chengwen", 0 },
                          { "document.xml", xml, length < 0 ? strlen (xml) : (gsize) length } };

  return pack (entries, G_N_ELEMENTS (entries));
}
