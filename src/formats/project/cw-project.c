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

static gboolean
write_picture (Archive *archive, guint number, CwPicture *picture)
{
  CwPictureType type = cw_picture_get_picture_type (picture);
  g_autofree char *name = cw_project_picture_get_name (number, type);
  gsize length;
  const char *content = g_bytes_get_data (cw_picture_get_bytes (picture), &length);
  gboolean is_packed = type != CW_PICTURE_SVG;

  return (is_packed ? archive_write_zip_set_compression_store (archive)
                    : archive_write_zip_set_compression_deflate (archive))
             == ARCHIVE_OK
         && write_entry (archive, name, content != NULL ? content : "", length);
}

static gboolean
write_pictures (Archive *archive, GPtrArray *pictures)
{
  for (guint i = 0; i < pictures->len; i++)
    if (!write_picture (archive, i + 1, pictures->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The first entry says, uncompressed and at a fixed place, what the file is, as in OpenDocument. */
static gboolean
write_archive (Archive *archive, GString *xml, GPtrArray *pictures, GByteArray *bytes)
{
  return archive_write_set_format_zip (archive) == ARCHIVE_OK
         && archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK
         && archive_write_open2 (archive, bytes, NULL, append_bytes, NULL, NULL) == ARCHIVE_OK
         && archive_write_zip_set_compression_store (archive) == ARCHIVE_OK
         && write_entry (archive, "mimetype", MIME_TYPE, strlen (MIME_TYPE))
         && archive_write_zip_set_compression_deflate (archive) == ARCHIVE_OK
         && write_entry (archive, "document.xml", xml->str, xml->len)
         && write_pictures (archive, pictures)
         && archive_write_close (archive) == ARCHIVE_OK;
}

static gsize
count_cells (CwDocument *document)
{
  gsize n_cells = 0;

  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    {
      CwTable *table = cw_block_get_table (cw_document_get_block (document, i));

      if (table != NULL)
        n_cells += cw_table_get_n_rows (table) * cw_table_get_n_columns (table);
    }
  return n_cells;
}

/* What cw_project_read() would not take must not be written. */
static gboolean
fits (CwDocument *document, GString *xml, GPtrArray *pictures)
{
  gsize total = 0;

  for (guint i = 0; i < pictures->len; i++)
    {
      gsize size = g_bytes_get_size (cw_picture_get_bytes (pictures->pdata[i]));

      total += size;
      if (size > CW_PICTURE_MAX_BYTES)
        return FALSE;
    }
  return total <= CW_PROJECT_MAX_PICTURES && pictures->len + 2 <= MAX_ENTRIES
         && xml->len <= CW_PROJECT_MAX_XML
         && cw_document_get_n_blocks (document) <= CW_PROJECT_MAX_BLOCKS
         && count_cells (document) <= CW_PROJECT_MAX_CELLS;
}

/**
 * cw_project_write:
 * @document: a document
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Makes a project file of a document: a zip with the type of the file, document.xml, which
 * follows data/chengwen-document.rng, and the files of its pictures, each once. Equal documents
 * give equal bytes. May be called from any thread.
 *
 * Returns: (transfer full): the bytes of the file; %NULL if the document is larger than
 *   cw_project_read() would take
 */
GBytes *
cw_project_write (CwDocument *document, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (ArchiveWriter) archive = archive_write_new ();
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  g_autoptr (GString) xml = cw_project_xml_write (document, pictures);

  if (!fits (document, xml, pictures))
    {
      g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_TOO_LARGE,
                           _ ("This document is too large for one file. Nothing was overwritten. "
                              "Divide it and save the parts."));
      return NULL;
    }
  if (!write_archive (archive, xml, pictures, bytes))
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

/* The file is gone through twice: for the document, and then for the pictures it needs. */
typedef struct
{
  CwProjectReader *reader;
  gboolean has_document;
  GHashTable *pictures; /* name → GBytes */
  gsize n_picture_bytes;
  guint n_entries;
  guint n_unknown;
} Reading;

static gboolean
read_document_entry (Reading *reading, Archive *archive, ArchiveEntry *entry, GError **error)
{
  if (reading->n_entries == 1 && is_entry (entry, "mimetype"))
    return check_mime_type (archive, error);
  if (!is_entry (entry, "document.xml"))
    return TRUE;
  if (reading->has_document)
    {
      cw_project_set_damaged (error, "zip"); /* which of the two would it be? */
      return FALSE;
    }
  reading->has_document = TRUE;
  return feed_entry (archive, reading->reader, error)
         && cw_project_reader_end (reading->reader, error);
}

/* All of an entry, or %NULL if it is torn or more than a document may have. */
static GBytes *
unpack_entry (Archive *archive, gsize limit)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  char buffer[32 * 1024];
  la_ssize_t length;

  while ((length = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    {
      if ((gsize) length > limit - content->len)
        return NULL;
      g_byte_array_append (content, (const guint8 *) buffer, length);
    }
  return length < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static gboolean
read_picture (Reading *reading, Archive *archive, const char *name, GError **error)
{
  gsize room = CW_PROJECT_MAX_PICTURES - reading->n_picture_bytes;
  GBytes *bytes = NULL;

  if (!g_hash_table_contains (reading->pictures, name))
    bytes = unpack_entry (archive, MIN (room, CW_PICTURE_MAX_BYTES));
  if (bytes == NULL)
    {
      cw_project_set_damaged (error, name);
      return FALSE;
    }
  reading->n_picture_bytes += g_bytes_get_size (bytes);
  g_hash_table_insert (reading->pictures, g_strdup (name), bytes);
  return TRUE;
}

static gboolean
read_other_entry (Reading *reading, Archive *archive, ArchiveEntry *entry, GError **error)
{
  const char *name = archive_entry_pathname (entry);

  if (name != NULL && archive_entry_filetype (entry) == AE_IFREG
      && cw_project_reader_needs (reading->reader, name))
    return read_picture (reading, archive, name, error);
  if (!is_entry (entry, "document.xml")
      && !(reading->n_entries == 1 && is_entry (entry, "mimetype")))
    reading->n_unknown++;
  return TRUE;
}

typedef gboolean (*EntryReader) (Reading *reading, Archive *archive, ArchiveEntry *entry,
                                 GError **error);

static gboolean
read_entries (Reading *reading, GBytes *bytes, EntryReader read_entry, GError **error)
{
  g_autoptr (ArchiveReader) archive = open_archive (bytes);
  g_autoptr (GError) local_error = NULL;
  ArchiveEntry *entry;

  if (archive == NULL)
    {
      cw_project_set_damaged (error, "zip");
      return FALSE;
    }
  reading->n_entries = 0;
  while ((entry = next_entry (archive, &reading->n_entries, &local_error)) != NULL)
    if (!read_entry (reading, archive, entry, error))
      return FALSE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    return TRUE;
  return FALSE;
}

static CwDocument *
read_project (Reading *reading, GBytes *bytes, GError **error)
{
  if (!read_entries (reading, bytes, read_document_entry, error))
    return NULL;
  if (!reading->has_document)
    {
      cw_project_set_damaged (error, "zip");
      return NULL;
    }
  if (!read_entries (reading, bytes, read_other_entry, error))
    return NULL;
  if (reading->n_unknown > 0 && cw_project_reader_is_newer (reading->reader))
    {
      cw_project_set_newer (error);
      return NULL;
    }
  return cw_project_reader_finish (reading->reader, reading->pictures, error);
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
  g_autoptr (CwProjectReader) reader = cw_project_reader_new ();
  g_autoptr (GHashTable) pictures
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  Reading reading = { .reader = reader, .pictures = pictures };

  return read_project (&reading, bytes, error);
}

/**
 * cw_project_read_xml:
 * @xml: a document.xml that is no part of a project file
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Makes a document of bare XML by the schema in data/, such as a template. It cannot hold pictures,
 * whose files it does not have. Errors are those of cw_project_read().
 *
 * Returns: (transfer full) (nullable): the document
 */
CwDocument *
cw_project_read_xml (GBytes *xml, GError **error)
{
  g_autoptr (CwProjectReader) reader = cw_project_reader_new ();
  gsize length;
  const char *data = g_bytes_get_data (xml, &length);

  if (!cw_project_reader_feed (reader, data != NULL ? data : "", length, error)
      || !cw_project_reader_end (reader, error))
    return NULL;
  return cw_project_reader_finish (reader, NULL, error);
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
