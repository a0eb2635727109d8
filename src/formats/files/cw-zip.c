/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-zip.h"

#include <string.h>

/* --- writing --- */

static la_ssize_t
append_bytes (CwZip *zip, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, length);
  return length;
}

/**
 * cw_zip_writer_new:
 * @bytes: where the zip goes; must outlive the writer
 * @mime_type: what the file is
 *
 * Begins a zip. Its first entry says, uncompressed and at a fixed place, what the file is, as in
 * OpenDocument; entries after it are compressed. End with archive_write_close().
 *
 * Returns: (transfer full) (nullable): a writer
 */
CwZip *
cw_zip_writer_new (GByteArray *bytes, const char *mime_type)
{
  g_autoptr (CwZip) zip = archive_write_new ();

  if (archive_write_set_format_zip (zip) == ARCHIVE_OK
      && archive_write_set_bytes_in_last_block (zip, 1) == ARCHIVE_OK
      && archive_write_open2 (zip, bytes, NULL, append_bytes, NULL, NULL) == ARCHIVE_OK
      && archive_write_zip_set_compression_store (zip) == ARCHIVE_OK
      && cw_zip_writer_add (zip, "mimetype", mime_type, strlen (mime_type))
      && archive_write_zip_set_compression_deflate (zip) == ARCHIVE_OK)
    return g_steal_pointer (&zip);
  return NULL;
}

/**
 * cw_zip_writer_add:
 * @zip: a writer
 * @name: name of the entry
 * @content: (array length=length): what is in it
 * @length: how many bytes
 *
 * Adds an entry. No times, no owner: the bytes depend on the content alone.
 *
 * Returns: whether that went well
 */
gboolean
cw_zip_writer_add (CwZip *zip, const char *name, const char *content, gsize length)
{
  CwZipEntry *entry = archive_entry_new ();
  gboolean written;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, length);
  written = archive_write_header (zip, entry) == ARCHIVE_OK
            && archive_write_data (zip, content, length) == (la_ssize_t) length;
  archive_entry_free (entry);
  return written;
}

/* --- reading --- */

/**
 * cw_zip_reader_new:
 * @bytes: the content of a file; must outlive the reader
 *
 * Returns: (transfer full) (nullable): a reader; %NULL if it is no zip at all
 */
CwZip *
cw_zip_reader_new (GBytes *bytes)
{
  g_autoptr (CwZip) zip = archive_read_new ();
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  archive_read_support_format_zip (zip);
  if (archive_read_open_memory (zip, data, length) != ARCHIVE_OK)
    return NULL;
  return g_steal_pointer (&zip);
}

/**
 * cw_zip_reader_next:
 * @zip: a reader
 * @n_entries: (inout): entries so far
 * @damaged: (out): whether the end is no proper end
 *
 * Returns: (transfer none) (nullable): the next entry, or %NULL at the end
 */
CwZipEntry *
cw_zip_reader_next (CwZip *zip, guint *n_entries, gboolean *damaged)
{
  CwZipEntry *entry = NULL;
  int result = archive_read_next_header (zip, &entry);

  *damaged = FALSE;
  if (result == ARCHIVE_EOF)
    return NULL;
  if ((result == ARCHIVE_OK || result == ARCHIVE_WARN) && ++*n_entries <= CW_ZIP_MAX_ENTRIES)
    return entry;
  *damaged = TRUE;
  return NULL;
}

/**
 * cw_zip_entry_is:
 * @entry: an entry
 * @name: a name
 *
 * Names are only ever compared, never used as paths: an entry called ../../x is nobody's.
 *
 * Returns: whether @entry is the file @name
 */
gboolean
cw_zip_entry_is (CwZipEntry *entry, const char *name)
{
  return g_strcmp0 (archive_entry_pathname (entry), name) == 0
         && archive_entry_filetype (entry) == AE_IFREG;
}

/**
 * cw_zip_reader_unpack:
 * @zip: a reader, at an entry
 * @limit: most bytes there may be
 *
 * Returns: (transfer full) (nullable): all of the entry; %NULL if it is torn or larger than @limit
 */
GBytes *
cw_zip_reader_unpack (CwZip *zip, gsize limit)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  char buffer[32 * 1024];
  la_ssize_t length;

  while ((length = archive_read_data (zip, buffer, sizeof buffer)) > 0)
    {
      if ((gsize) length > limit - content->len)
        return NULL;
      g_byte_array_append (content, (const guint8 *) buffer, length);
    }
  return length < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&content));
}
