/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pdf-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

/* Bytes of an entry in the table of objects: its kind and its place. */
#define ENTRY_SIZE (1 + 4)

static void
set_error (qpdf_data qpdf, GError **error)
{
  const char *why
      = qpdf_has_error (qpdf) ? qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf)) : "qpdf";

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The PDF could not be finished (%s). The document is unchanged. Save it, start "
                  "the program again and export once more."),
               why);
}

/* What cairo cannot say: the language of the text, that the page is to be printed at its true size
 * with its title in the window; and that the file is tagged, which it forgets when the structure is
 * written after the pages. */
static void
add_to_catalog (qpdf_data qpdf, qpdf_oh root)
{
  qpdf_oh preferences = qpdf_oh_parse (qpdf, "<< /PrintScaling /None /DisplayDocTitle true >>");

  qpdf_oh_replace_key (qpdf, root, "/Lang", qpdf_oh_new_unicode_string (qpdf, "zh-CN"));
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", preferences);
  qpdf_oh_replace_key (qpdf, root, "/MarkInfo", qpdf_oh_parse (qpdf, "<< /Marked true >>"));
}

/* Where cairo's own table of objects is: the number in the last line but one. Before the last few
 * lines all is binary. */
static gsize
find_table (GBytes *pdf)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  gsize tail = MIN (length, strlen ("startxref\n9999999999\n%%EOF\n"));
  const char *mark = g_strstr_len (data + length - tail, (gssize) tail, "startxref");

  return mark != NULL ? g_ascii_strtoull (mark + strlen ("startxref"), NULL, 10) : 0;
}

/* The table of what is added (ISO 32000-1 7.5.8): entries for ranges of objects. */
typedef struct
{
  GString *ranges; /* first number and how many, but for the last */
  int first;
  int end;
  GByteArray *entries;
} Table;

static void
end_range (Table *self)
{
  if (self->end > self->first)
    g_string_append_printf (self->ranges, "%d %d ", self->first, self->end - self->first);
}

static void
add_entry (Table *self, int number, guchar kind, gsize place)
{
  guchar entry[ENTRY_SIZE]
      = { kind, place >> 24 & 0xff, place >> 16 & 0xff, place >> 8 & 0xff, place & 0xff };

  if (number != self->end)
    {
      end_range (self);
      self->first = number;
    }
  self->end = number + 1;
  g_byte_array_append (self->entries, entry, sizeof entry);
}

static gsize
read_number (const guchar *bytes, gsize n)
{
  gsize number = 0;

  for (gsize i = 0; i < n; i++)
    number = number << 8 | bytes[i];
  return number;
}

/* Whether object @number really is where the table says. */
static gboolean
is_object (GBytes *pdf, gsize place, int number)
{
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  g_autofree char *head = g_strdup_printf ("%d 0 obj", number);

  return place + strlen (head) <= length && memcmp (data + place, head, strlen (head)) == 0;
}

/* cairo gives numbers to parts of tagged pages that then turn out to be empty, and its table has
 * them all in the place of the next one. They are taken out, or readers would call the file
 * damaged. */
static void
free_empty_numbers (Table *self, GBytes *pdf, qpdf_data qpdf, qpdf_oh table)
{
  qpdf_oh widths = qpdf_oh_get_key (qpdf, qpdf_oh_get_dict (qpdf, table), "/W");
  gsize w[3], size, n = 0;
  guchar *data = NULL;

  for (int i = 0; i < 3; i++)
    w[i] = (gsize) qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_array_item (qpdf, widths, i));
  if (qpdf_oh_get_stream_data (qpdf, table, qpdf_dl_generalized, NULL, &data, &n) >= QPDF_ERRORS)
    return;
  size = w[0] + w[1] + w[2];
  for (gsize i = 0; size > 0 && (i + 1) * size <= n; i++)
    {
      const guchar *entry = data + i * size;

      if (read_number (entry, w[0]) == 1
          && !is_object (pdf, read_number (entry + w[0], w[1]), (int) i))
        add_entry (self, (int) i, 0, 0);
    }
  qpdf_oh_free_buffer (&data);
}

static void
append_text (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

/* The identifier is made from the contents, so that equal files are told to be equal. */
static void
append_table (Table *self, GByteArray *out, GBytes *pdf, qpdf_data qpdf)
{
  qpdf_oh trailer = qpdf_get_trailer (qpdf);
  int number = qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_key (qpdf, trailer, "/Size"));
  int root = qpdf_oh_get_object_id (qpdf, qpdf_oh_get_key (qpdf, trailer, "/Root"));
  int info = qpdf_oh_get_object_id (qpdf, qpdf_oh_get_key (qpdf, trailer, "/Info"));
  g_autofree char *id = g_compute_checksum_for_data (G_CHECKSUM_MD5, out->data, out->len);
  g_autofree char *head = NULL, *end = NULL;
  gsize place = out->len;

  add_entry (self, number, 1, place);
  end_range (self);
  head = g_strdup_printf (
      "%d 0 obj\n<< /Type /XRef /Size %d /Index [ %s] /W [1 4 0] /Prev %" G_GSIZE_FORMAT
      " /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>] /Length %u >>\nstream\n",
      number, number + 1, self->ranges->str, find_table (pdf), root, info, id, id,
      self->entries->len);
  end = g_strdup_printf ("\nendstream\nendobj\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", place);
  append_text (out, head);
  g_byte_array_append (out, self->entries->data, self->entries->len);
  append_text (out, end);
}

/* The file as it is and behind it the new catalog, which takes the place of the old one. To write
 * the whole file anew would take longer than setting the text. */
static GBytes *
append_catalog (GBytes *pdf, qpdf_data qpdf)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (pdf, &length);
  GByteArray *out = g_byte_array_sized_new ((guint) length + 1024);
  Table table = { .ranges = g_string_new (NULL), .entries = g_byte_array_new () };
  qpdf_oh trailer = qpdf_get_trailer (qpdf), root = qpdf_get_root (qpdf);
  int last = qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_key (qpdf, trailer, "/Size")) - 1;
  int number = qpdf_oh_get_object_id (qpdf, root);
  g_autofree char *object = NULL;

  add_to_catalog (qpdf, root);
  object
      = g_strdup_printf ("%d 0 obj\n%s\nendobj\n", number, qpdf_oh_unparse_resolved (qpdf, root));
  free_empty_numbers (&table, pdf, qpdf, qpdf_get_object_by_id (qpdf, last, 0));
  add_entry (&table, number, 1, length);
  g_byte_array_append (out, data, (guint) length);
  append_text (out, object);
  append_table (&table, out, pdf, qpdf);
  g_string_free (table.ranges, TRUE);
  g_byte_array_unref (table.entries);
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
  qpdf_data qpdf = qpdf_init ();
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  GBytes *finished = NULL;

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if (qpdf_read_memory (qpdf, "chengwen.pdf", data, length, NULL) < QPDF_ERRORS)
    finished = append_catalog (pdf, qpdf);
  else
    set_error (qpdf, error);
  qpdf_cleanup (&qpdf);
  return finished;
}
