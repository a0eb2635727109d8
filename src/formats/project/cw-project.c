/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project.h"

#include "formats/files/cw-file-error.h"
#include "formats/files/cw-zip.h"
#include "cw-project-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIME_TYPE "application/x-chengwen"
/* --- writing --- */

static gboolean
write_picture (CwZip *archive, guint number, CwPicture *picture)
{
  CwPictureType type = cw_picture_get_picture_type (picture);
  g_autofree char *name = cw_project_picture_get_name (number, type);
  gsize length;
  const char *content = g_bytes_get_data (cw_picture_get_bytes (picture), &length);
  gboolean is_packed = type != CW_PICTURE_SVG;

  return (is_packed ? archive_write_zip_set_compression_store (archive)
                    : archive_write_zip_set_compression_deflate (archive))
             == ARCHIVE_OK
         && cw_zip_writer_add (archive, name, content != NULL ? content : "", length);
}

static gboolean
write_pictures (CwZip *archive, GPtrArray *pictures)
{
  for (guint i = 0; i < pictures->len; i++)
    if (!write_picture (archive, i + 1, pictures->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
write_archive (CwZip *archive, GString *xml, GPtrArray *pictures)
{
  return cw_zip_writer_add (archive, "document.xml", xml->str, xml->len)
         && write_pictures (archive, pictures) && archive_write_close (archive) == ARCHIVE_OK;
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
  return total <= CW_PROJECT_MAX_PICTURES && pictures->len + 2 <= CW_ZIP_MAX_ENTRIES
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
  g_autoptr (CwZip) archive = cw_zip_writer_new (bytes, MIME_TYPE);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new ();
  g_autoptr (GString) xml = cw_project_xml_write (document, pictures);

  if (!fits (document, xml, pictures))
    {
      g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_TOO_LARGE,
                           _ ("This document is too large for one file. Nothing was overwritten. "
                              "Divide it and save the parts."));
      return NULL;
    }
  if (archive == NULL || !write_archive (archive, xml, pictures))
    {
      g_set_error (error, CW_FILE_ERROR, CW_FILE_ERROR_FAILED,
                   _ ("The document could not be packed (%s). Nothing was overwritten. Try again."),
                   archive != NULL ? archive_error_string (archive) : "zip");
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&bytes->data), bytes->len);
}

/* --- reading --- */

static gboolean
check_mime_type (CwZip *archive, GError **error)
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
feed_entry (CwZip *archive, CwProjectReader *reader, GError **error)
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
read_document_entry (Reading *reading, CwZip *archive, CwZipEntry *entry, GError **error)
{
  if (reading->n_entries == 1 && cw_zip_entry_is (entry, "mimetype"))
    return check_mime_type (archive, error);
  if (!cw_zip_entry_is (entry, "document.xml"))
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

static gboolean
read_picture (Reading *reading, CwZip *archive, const char *name, GError **error)
{
  gsize room = CW_PROJECT_MAX_PICTURES - reading->n_picture_bytes;
  GBytes *bytes = NULL;

  if (!g_hash_table_contains (reading->pictures, name))
    bytes = cw_zip_reader_unpack (archive, MIN (room, CW_PICTURE_MAX_BYTES));
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
read_other_entry (Reading *reading, CwZip *archive, CwZipEntry *entry, GError **error)
{
  const char *name = archive_entry_pathname (entry);

  if (name != NULL && archive_entry_filetype (entry) == AE_IFREG
      && cw_project_reader_needs (reading->reader, name))
    return read_picture (reading, archive, name, error);
  if (!cw_zip_entry_is (entry, "document.xml")
      && !(reading->n_entries == 1 && cw_zip_entry_is (entry, "mimetype")))
    reading->n_unknown++;
  return TRUE;
}

typedef gboolean (*EntryReader) (Reading *reading, CwZip *archive, CwZipEntry *entry,
                                 GError **error);

static gboolean
read_entries (Reading *reading, GBytes *bytes, EntryReader read_entry, GError **error)
{
  g_autoptr (CwZip) archive = cw_zip_reader_new (bytes);
  gboolean damaged = FALSE;
  CwZipEntry *entry;

  if (archive == NULL)
    {
      cw_project_set_damaged (error, "zip");
      return FALSE;
    }
  reading->n_entries = 0;
  while ((entry = cw_zip_reader_next (archive, &reading->n_entries, &damaged)) != NULL)
    if (!read_entry (reading, archive, entry, error))
      return FALSE;
  if (damaged)
    cw_project_set_damaged (error, "zip");
  return !damaged;
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
  g_autoptr (CwZip) archive = NULL;
  CwZipEntry *entry;
  gboolean damaged;
  guint n_entries = 0;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length < 4 || memcmp (data, "PK\003\004", 4) != 0)
    return FALSE;
  if (has_signature (data, length))
    return TRUE;

  /* Unpacked and packed again by hand. */
  archive = cw_zip_reader_new (bytes);
  while (archive != NULL && (entry = cw_zip_reader_next (archive, &n_entries, &damaged)) != NULL)
    if (cw_zip_entry_is (entry, "document.xml"))
      return TRUE;
  return FALSE;
}
