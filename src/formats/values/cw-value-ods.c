/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-value-ods.h"

#include "formats/files/cw-file-error.h"
#include "formats/files/cw-zip.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

/* Sheets of OpenDocument (ISO/IEC 26300), as spreadsheets read and write them. */

#define MIME_TYPE "application/vnd.oasis.opendocument.spreadsheet"
#define MAX_XML (32 * 1024 * 1024)  /* unpacked */
#define MAX_TEXT (64 * 1024 * 1024) /* of all cells, repeated ones counted each time */
#define MAX_CELL 10000
#define MAX_COLUMNS 64
#define MAX_SPACES 100 /* in one go */

/* --- writing --- */

static const char manifest[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
      "manifest:version=\"1.3\">"
      "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
      "manifest:media-type=\"" MIME_TYPE "\"/>"
      "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
      "</manifest:manifest>\n";

#define NAMESPACE(name, what) " xmlns:" name "=\"urn:oasis:names:tc:opendocument:xmlns:" what ":1.0\""

static const char beginning[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<office:document-content" NAMESPACE ("office", "office") NAMESPACE ("table", "table")
          NAMESPACE ("text", "text") NAMESPACE ("style", "style")
              NAMESPACE ("fo", "xsl-fo-compatible") " office:version=\"1.3\">"
      "<office:automatic-styles>"
      "<style:style style:name=\"head\" style:family=\"table-cell\">"
      "<style:table-cell-properties fo:background-color=\"#e6e6e6\" "
      "fo:border=\"0.5pt solid #808080\"/><style:text-properties fo:font-weight=\"bold\" "
      "style:font-weight-asian=\"bold\"/></style:style>"
      "<style:style style:name=\"cell\" style:family=\"table-cell\">"
      "<style:table-cell-properties fo:wrap-option=\"wrap\" style:vertical-align=\"middle\" "
      "fo:border=\"0.5pt solid #808080\"/></style:style>"
      "<style:style style:name=\"answer\" style:family=\"table-cell\">"
      "<style:table-cell-properties fo:wrap-option=\"wrap\" style:vertical-align=\"middle\" "
      "fo:background-color=\"#fff3c4\" fo:border=\"0.5pt solid #808080\"/></style:style>";

/* Spaces are told apart from one only by elements, and a line of a cell is a paragraph. */
static void
append_text (GString *xml, const char *text)
{
  gboolean after_space = TRUE;

  g_string_append (xml, "<text:p>");
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *escaped = NULL;

      if (c == '\n' || c == 0x2028)
        g_string_append (xml, "</text:p><text:p>");
      else if (c == ' ' && after_space)
        g_string_append (xml, "<text:s/>");
      else if (c == '\t')
        g_string_append (xml, "<text:tab/>");
      else if (c >= ' ' && c != 0xfffe && c != 0xffff)
        {
          escaped = g_markup_escape_text (p, g_utf8_next_char (p) - p);
          g_string_append (xml, escaped);
        }
      after_space = c == ' ' || c == '\n' || c == 0x2028;
    }
  g_string_append (xml, "</text:p>");
}

static void
append_row (GString *xml, const char *const *row, guint answer, gboolean head)
{
  g_string_append (xml, "<table:table-row>");
  for (guint i = 0; row[i] != NULL; i++)
    {
      g_string_append_printf (xml, "<table:table-cell table:style-name=\"%s\"",
                              head ? "head" : i == answer ? "answer" : "cell");
      if (*row[i] == '\0')
        {
          g_string_append (xml, "/>");
          continue;
        }
      g_string_append (xml, " office:value-type=\"string\">");
      append_text (xml, row[i]);
      g_string_append (xml, "</table:table-cell>");
    }
  g_string_append (xml, "</table:table-row>");
}

static GString *
write_content (GPtrArray *rows, const double *widths, guint answer)
{
  GString *xml = g_string_new (beginning);
  guint n_columns = g_strv_length (rows->pdata[0]);

  for (guint i = 0; i < n_columns; i++)
    {
      char width[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (width, sizeof width, "%.2f", widths[i]);
      g_string_append_printf (xml,
                              "<style:style style:name=\"co%u\" style:family=\"table-column\">"
                              "<style:table-column-properties style:column-width=\"%smm\"/>"
                              "</style:style>",
                              i, width);
    }
  g_string_append (xml, "</office:automatic-styles><office:body><office:spreadsheet>"
                        "<table:table table:name=\"填报表\">");
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (xml, "<table:table-column table:style-name=\"co%u\"/>", i);
  g_string_append (xml, "<table:table-header-rows>");
  append_row (xml, rows->pdata[0], answer, TRUE);
  g_string_append (xml, "</table:table-header-rows>");
  for (guint i = 1; i < rows->len; i++)
    append_row (xml, rows->pdata[i], answer, FALSE);
  g_string_append (xml, "</table:table></office:spreadsheet></office:body>"
                        "</office:document-content>\n");
  return xml;
}

/**
 * cw_value_ods_write:
 * @rows: (element-type GStrv): the rows, all of the same length; the first has the heads
 * @widths: widths of the columns, mm
 * @answer: the column that is to be filled in, which gets a ground of its own
 *
 * Returns: (transfer full) (nullable): the bytes of an .ods file; %NULL if it could not be packed
 */
GBytes *
cw_value_ods_write (GPtrArray *rows, const double *widths, guint answer)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (CwZip) zip = cw_zip_writer_new (bytes, MIME_TYPE);
  g_autoptr (GString) content = NULL;

  g_return_val_if_fail (rows->len > 0, NULL);

  content = write_content (rows, widths, answer);
  if (zip == NULL || !cw_zip_writer_add (zip, "content.xml", content->str, content->len)
      || !cw_zip_writer_add (zip, "META-INF/manifest.xml", manifest, strlen (manifest))
      || archive_write_close (zip) != ARCHIVE_OK)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* --- reading --- */

typedef xmlTextReader XmlReader;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XmlReader, xmlFreeTextReader)

typedef struct
{
  GPtrArray *rows;
  GPtrArray *row;  /* the row being read */
  GString *cell;   /* the cell being read */
  guint repeat;    /* how often it is there */
  guint n_paragraphs;
  guint skip;      /* depth of what is no text of the cell: remarks of people, tables within */
  gsize n_bytes;
} Sheet;

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_DAMAGED,
                       _ ("This table is damaged and cannot be read. Nothing was taken from it. Ask "
                          "for it again, or have it saved as CSV."));
}

static guint
get_number (XmlReader *reader, const char *name, guint most)
{
  xmlChar *text = xmlTextReaderGetAttribute (reader, (const xmlChar *) name);
  guint64 number = text != NULL ? g_ascii_strtoull ((char *) text, NULL, 10) : 1;

  xmlFree (text);
  return CLAMP (number, 1, most);
}

static void
append (Sheet *self, const char *text)
{
  if (self->cell != NULL && self->skip == 0 && self->n_paragraphs > 0)
    g_string_append_len (self->cell, text, MIN (strlen (text), MAX_CELL - self->cell->len));
}

/* Whitespace of the file is one space, as in a browser. */
static void
append_run (Sheet *self, const char *text)
{
  g_autofree char *run = g_strdup (text);
  char *to = run;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *to++ = *p;
    else if (to == run || to[-1] != ' ')
      *to++ = ' ';
  *to = '\0';
  append (self, run);
}

static void
end_cell (Sheet *self)
{
  g_autofree char *valid = NULL;

  if (self->row == NULL || self->cell == NULL)
    return;
  valid = g_utf8_make_valid (self->cell->str, self->cell->len);
  g_strstrip (valid);
  for (guint i = 0; i < self->repeat && self->row->len < MAX_COLUMNS; i++)
    {
      self->n_bytes += strlen (valid) + 1;
      g_ptr_array_add (self->row, g_strdup (valid));
    }
  g_string_free (g_steal_pointer (&self->cell), TRUE);
}

static void
begin_cell (Sheet *self, XmlReader *reader)
{
  gboolean empty = xmlTextReaderIsEmptyElement (reader) == 1;

  if (self->row == NULL)
    return;
  self->cell = g_string_new (NULL);
  self->n_paragraphs = 0;
  self->repeat = get_number (reader, "table:number-columns-repeated", MAX_COLUMNS);
  if (empty)
    end_cell (self);
}

/* A repeated row says the same again, which is nothing new. */
static void
end_row (Sheet *self)
{
  gboolean any = FALSE;

  if (self->row == NULL)
    return;
  for (guint i = 0; i < self->row->len; i++)
    any |= *(char *) self->row->pdata[i] != '\0';
  if (any && self->rows->len < CW_SHEET_MAX_ROWS)
    g_ptr_array_add (self->rows, g_steal_pointer (&self->row));
  g_clear_pointer (&self->row, g_ptr_array_unref);
}

static gboolean
is_cell (const char *name)
{
  return g_str_equal (name, "table:table-cell") || g_str_equal (name, "table:covered-table-cell");
}

static gboolean
is_skipped (const char *name)
{
  return g_str_equal (name, "office:annotation") || g_str_equal (name, "table:table")
         || g_str_equal (name, "draw:frame") || g_str_equal (name, "text:ruby-text");
}

static void
start_in_cell (Sheet *self, XmlReader *reader, const char *name)
{
  if (self->skip > 0 || is_skipped (name))
    self->skip += xmlTextReaderIsEmptyElement (reader) != 1;
  else if (g_str_equal (name, "text:p") && self->n_paragraphs++ > 0)
    append (self, "\n");
  else if (g_str_equal (name, "text:line-break"))
    append (self, "\n");
  else if (g_str_equal (name, "text:tab"))
    append (self, "\t");
  else if (g_str_equal (name, "text:s"))
    for (guint n = get_number (reader, "text:c", MAX_SPACES); n > 0; n--)
      append (self, " ");
}

static void
start (Sheet *self, XmlReader *reader, const char *name)
{
  if (self->cell != NULL)
    start_in_cell (self, reader, name);
  else if (is_cell (name))
    begin_cell (self, reader);
  else if (g_str_equal (name, "table:table-row") && self->row == NULL
           && xmlTextReaderIsEmptyElement (reader) != 1)
    self->row = g_ptr_array_new_with_free_func (g_free);
}

static void
end (Sheet *self, const char *name)
{
  if (self->skip > 0)
    self->skip--;
  else if (is_cell (name))
    end_cell (self);
  else if (g_str_equal (name, "table:table-row"))
    end_row (self);
}

/* What a document type could hide is nothing a spreadsheet writes. */
static gboolean
read_node (Sheet *self, XmlReader *reader)
{
  const char *name = (const char *) xmlTextReaderConstName (reader);
  const char *value = (const char *) xmlTextReaderConstValue (reader);

  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_ELEMENT:
      start (self, reader, name);
      break;
    case XML_READER_TYPE_END_ELEMENT:
      end (self, name);
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      append_run (self, value != NULL ? value : "");
      break;
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      return FALSE;
    default:
      break;
    }
  return self->n_bytes <= MAX_TEXT;
}

static gboolean
read_content (Sheet *self, GBytes *content)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  g_autoptr (XmlReader) reader
      = data != NULL ? xmlReaderForMemory (data, (int) length, NULL, NULL,
                                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
                     : NULL;
  int result = 0;

  while (reader != NULL && (result = xmlTextReaderRead (reader)) == 1)
    if (!read_node (self, reader))
      return FALSE;
  return reader != NULL && result == 0;
}

static GBytes *
unpack_content (GBytes *bytes, gboolean *is_sheet)
{
  g_autoptr (CwZip) zip = cw_zip_reader_new (bytes);
  gboolean damaged = FALSE;
  guint n_entries = 0;
  CwZipEntry *entry;

  *is_sheet = FALSE;
  while (zip != NULL && (entry = cw_zip_reader_next (zip, &n_entries, &damaged)) != NULL)
    if (cw_zip_entry_is (entry, "content.xml"))
      {
        *is_sheet = TRUE;
        return cw_zip_reader_unpack (zip, MAX_XML);
      }
  *is_sheet = damaged;
  return NULL;
}

/**
 * cw_value_ods_sniff:
 * @bytes: the content of a file
 *
 * Returns: whether it looks like a spreadsheet of whatever kind that is packed, not like text
 */
gboolean
cw_value_ods_sniff (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= 4
         && (memcmp (data, "PK\003\004", 4) == 0 || memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0);
}

/**
 * cw_value_ods_read:
 * @bytes: the content of a file
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Reads the cells of an .ods file as they are shown, of all its tables one after the other. Empty
 * rows are left out, repeated ones are there once. No more is unpacked than a sheet can have.
 *
 * Returns: (transfer full) (nullable) (element-type GPtrArray): the rows, of strings
 */
GPtrArray *
cw_value_ods_read (GBytes *bytes, GError **error)
{
  gboolean is_sheet, done;
  g_autoptr (GBytes) content = unpack_content (bytes, &is_sheet);
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Sheet sheet = { .rows = rows };

  if (!is_sheet)
    {
      g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_NOT_TEXT,
                           _ ("This table is of a kind that cannot be read here. Nothing was taken "
                              "from it. Open it in its own program, save it as .ods or CSV, and "
                              "choose that file."));
      return NULL;
    }
  done = content != NULL && read_content (&sheet, content);
  g_clear_pointer (&sheet.row, g_ptr_array_unref);
  if (sheet.cell != NULL)
    g_string_free (sheet.cell, TRUE);
  if (done)
    return g_steal_pointer (&rows);
  set_damaged (error);
  return NULL;
}
