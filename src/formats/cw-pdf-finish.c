/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pdf-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A PDF is read from its end: what is written behind it, a new catalog and a new table of where the
 * objects are, takes the place of what was before (ISO 32000-1 7.5.6). That is all that is needed
 * here, and takes no time however long the file is; a library that reads and writes the whole file
 * takes longer than setting the text.
 *
 * Read is only what cairo writes itself in PDF 1.5 and later: its table of objects is a compressed
 * stream (7.5.8), and the catalog is in a compressed stream of objects (7.5.7).
 */

/* What cairo cannot say: the language of the text, that the page is to be printed at its true size
 * with its title in the window; and that the file is tagged, which it forgets when the structure is
 * written after the pages. */
#define ADDITIONS                                                                                  \
  "<< /Lang (zh-CN) /ViewerPreferences << /PrintScaling /None /DisplayDocTitle true >>"            \
  " /MarkInfo << /Marked true >>"

typedef struct
{
  const guchar *data;
  gsize length;
  gsize table_place;
  GBytes *table; /* entries of three numbers */
  gsize widths[3];
  int size;
  int root;
  int info;
} File;

/* --- reading ---------------------------------------------------------------------------------- */

/* The text from @place on; what follows it in a PDF is never a part of a word that is looked for.
 */
static const char *
find (const File *self, gsize place, const char *what)
{
  gsize length = MIN (self->length - MIN (place, self->length), 1024);

  return memmem (self->data + MIN (place, self->length), length, what, strlen (what));
}

/* The number behind a key in the dictionary at @place, or -1. */
static gint64
find_number (const File *self, gsize place, const char *key)
{
  const char *found = find (self, place, key);

  return found != NULL ? (gint64) g_ascii_strtoull (found + strlen (key), NULL, 10) : -1;
}

/* The contents of the compressed stream at @place. */
static GBytes *
read_stream (const File *self, gsize place)
{
  const char *start = find (self, place, "stream\n"), *end;
  g_autoptr (GConverter) inflate
      = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GBytes) packed = NULL;
  gsize rest;

  if (start == NULL)
    return NULL;
  start += strlen ("stream\n");
  rest = self->length - (gsize) (start - (const char *) self->data);
  end = memmem (start, rest, "\nendstream", strlen ("\nendstream"));
  if (end == NULL)
    return NULL;
  packed = g_bytes_new_static (start, (gsize) (end - start));
  return g_converter_convert_bytes (inflate, packed, NULL);
}

/* Where cairo's table is: the number in the last line but one. */
static gboolean
read_table (File *self)
{
  gsize tail = MIN (self->length, strlen ("startxref\n9999999999\n%%EOF\n"));
  gint64 place = find_number (self, self->length - tail, "startxref\n");
  const char *widths = place > 0 ? find (self, (gsize) place, "/W [") : NULL;

  if (widths == NULL)
    return FALSE;
  widths += strlen ("/W [");
  for (guint i = 0; i < 3; i++)
    self->widths[i] = g_ascii_strtoull (widths, (char **) &widths, 10);
  self->table_place = (gsize) place;
  self->size = (int) find_number (self, self->table_place, "/Size ");
  self->root = (int) find_number (self, self->table_place, "/Root ");
  self->info = (int) find_number (self, self->table_place, "/Info ");
  self->table = read_stream (self, self->table_place);
  return self->size > 0 && self->root > 0 && self->info > 0 && self->table != NULL;
}

/* One of the three numbers the table has for an object: kind, place, and the third. */
static gsize
get_entry (const File *self, int number, guint column)
{
  gsize length, value = 0,
                at = (gsize) number * (self->widths[0] + self->widths[1] + self->widths[2]);
  const guchar *table = g_bytes_get_data (self->table, &length);

  for (guint i = 0; i < column; i++)
    at += self->widths[i];
  for (gsize i = at; i < at + self->widths[column] && i < length; i++)
    value = value << 8 | table[i];
  return value;
}

/* The catalog's text, from the stream of objects it is in. That begins with the number and the
 * place of each. */
static char *
read_catalog (const File *self)
{
  gsize place = get_entry (self, (int) get_entry (self, self->root, 1), 1), length;
  gint64 first = find_number (self, place, "/First ");
  g_autoptr (GBytes) stream = read_stream (self, place);
  g_autofree char *text = NULL;
  char *at, *end;

  if (get_entry (self, self->root, 0) != 2 || stream == NULL || first < 0)
    return NULL;
  length = g_bytes_get_size (stream);
  text = g_malloc0 (length + 1); /* binary in part, but not where the catalog is */
  memcpy (text, g_bytes_get_data (stream, NULL), length);
  at = text;
  for (gsize i = 0; i < get_entry (self, self->root, 2); i++)
    {
      g_ascii_strtoull (at, &at, 10);
      g_ascii_strtoull (at, &at, 10);
    }
  if (g_ascii_strtoull (at, &at, 10) != (guint64) self->root)
    return NULL;
  place = (gsize) first + g_ascii_strtoull (at, NULL, 10);
  if (place >= length || !g_str_has_prefix (text + place, "<<"))
    return NULL;
  end = strstr (text + place, "\n>>");
  return end != NULL ? g_strndup (text + place, (gsize) (end - text) - place + strlen ("\n>>"))
                     : NULL;
}

/* --- writing ---------------------------------------------------------------------------------- */

/* Whether object @number really is where the table says. */
static gboolean
is_object (const File *file, int number, gsize place)
{
  char head[32];
  int n = g_snprintf (head, sizeof head, "%d 0 obj", number);

  return place + (gsize) n <= file->length && memcmp (file->data + place, head, (gsize) n) == 0;
}

static void
write_number (GByteArray *out, gsize value, guint n_bytes)
{
  for (guint i = n_bytes; i-- > 0;)
    {
      guint8 byte = value >> 8 * i & 0xff;
      g_byte_array_append (out, &byte, 1);
    }
}

static void
write_entry (GByteArray *out, gsize kind, gsize place, gsize third)
{
  write_number (out, kind, 1);
  write_number (out, place, 4);
  write_number (out, third, 2);
}

/* The new table, compressed: with the new catalog at @catalog_place and itself at @place. cairo
 * gives numbers to parts of tagged pages that it then does not write, and its table has them all in
 * the place of the next one; they are taken out, or readers would call the file damaged. */
static GBytes *
make_table (const File *file, gsize catalog_place, gsize place)
{
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GConverter) deflate
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  g_autoptr (GBytes) table = NULL;

  for (int i = 0; i < file->size; i++)
    {
      gsize kind = get_entry (file, i, 0), where = get_entry (file, i, 1);

      if (i == file->root)
        write_entry (out, 1, catalog_place, 0);
      else if (kind == 1 && !is_object (file, i, where))
        write_entry (out, 0, 0, 0);
      else
        write_entry (out, kind, where, get_entry (file, i, 2));
    }
  write_entry (out, 1, place, 0);
  table = g_byte_array_free_to_bytes (out);
  return g_converter_convert_bytes (deflate, table, NULL);
}

static void
append_text (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

/* The identifier is made from the contents, so that equal files are told to be equal. */
static void
append_table (const File *file, GByteArray *out)
{
  gsize place = out->len, length;
  g_autofree char *id = g_compute_checksum_for_data (G_CHECKSUM_MD5, out->data, out->len);
  g_autoptr (GBytes) table = make_table (file, file->length, place);
  const guint8 *data = g_bytes_get_data (table, &length);
  g_autofree char *head = g_strdup_printf (
      "%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]"
      " /Filter /FlateDecode /Length %zu >>\nstream\n",
      file->size, file->size + 1, file->root, file->info, id, id, length);
  g_autofree char *end = g_strdup_printf ("\nendstream\nendobj\nstartxref\n%zu\n%%%%EOF\n", place);

  append_text (out, head);
  g_byte_array_append (out, data, (guint) length);
  append_text (out, end);
}

static GBytes *
append_catalog (const File *file, const char *catalog)
{
  GByteArray *out = g_byte_array_sized_new ((guint) file->length + 4096);
  g_autofree char *object = g_strdup_printf ("%d 0 obj\n%s%s\nendobj\n", file->root, ADDITIONS,
                                             catalog + strlen ("<<"));

  g_byte_array_append (out, file->data, (guint) file->length);
  append_text (out, object);
  append_table (file, out);
  return g_byte_array_free_to_bytes (out);
}

/**
 * cw_pdf_finish:
 * @pdf: a PDF as cairo writes it
 * @error: return location for an error
 *
 * Adds what cairo has no call for: language, viewer preferences and a file identifier made from the
 * contents.
 *
 * Returns: (transfer full) (nullable): the finished PDF, or %NULL with @error set
 */
GBytes *
cw_pdf_finish (GBytes *pdf, GError **error)
{
  File file = { 0 };
  g_autofree char *catalog = NULL;
  GBytes *finished = NULL;

  file.data = g_bytes_get_data (pdf, &file.length);
  if (read_table (&file))
    catalog = read_catalog (&file);
  if (catalog != NULL)
    finished = append_catalog (&file, catalog);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The PDF could not be finished (%s). The document is unchanged. Save it, start "
                    "the program again and export once more."),
                 "cairo");
  g_clear_pointer (&file.table, g_bytes_unref);
  return finished;
}
