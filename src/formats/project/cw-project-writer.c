/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-write.h"

#include <string.h>

static const char line_separator[] = "\342\200\250"; /* U+2028 */

/* In a block the line separator is a break set by hand, the only one it can have. */
static void
append_line (GString *xml, CwText *text)
{
  gsize start = xml->len;

  cw_project_write_text (xml, text);
  if (strstr (xml->str + start, line_separator) != NULL)
    {
      g_autoptr (GString) line = g_string_new (xml->str + start);

      g_string_replace (line, line_separator, "<break/>", 0);
      g_string_truncate (xml, start);
      g_string_append_len (xml, line->str, line->len);
    }
}

static void
append_element (GString *xml, CwDocument *document, CwElement element)
{
  CwText *text = cw_document_get_element (document, element);
  const char *name = cw_element_get_id (element);

  if (text == NULL)
    return;
  g_string_append_printf (xml, "  <%s>", name);
  cw_project_write_text (xml, text);
  g_string_append_printf (xml, "</%s>\n", name);
}

static void
append_width (GString *xml, double width)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (width > 0)
    g_string_append_printf (xml, " width=\"%s\"",
                            g_ascii_formatd (buffer, sizeof buffer, "%.6g", width));
}

/* What somebody refers to the block by. */
static void
append_id (GString *xml, CwBlock *block)
{
  guint id = cw_block_get_id (block);

  if (id != 0 && id <= CW_PROJECT_MAX_NUMBER)
    g_string_append_printf (xml, " id=\"%u\"", id);
}

/* --- tables --- */

static void
append_span (GString *xml, const char *name, guint span)
{
  if (span > 1)
    g_string_append_printf (xml, " %s=\"%u\"", name, span);
}

static void
append_cell (GString *xml, CwCell cell)
{
  if (cell.rows == 0)
    {
      g_string_append (xml, "<covered/>");
      return;
    }
  g_string_append (xml, "<cell");
  append_span (xml, "columns", cell.columns);
  append_span (xml, "rows", cell.rows);
  g_string_append_c (xml, '>');
  cw_project_write_text (xml, cell.text);
  g_string_append (xml, "</cell>");
}

static void
append_columns (GString *xml, CwTable *table)
{
  CwTableList *list = cw_table_get_list (table);

  for (guint i = 0; i < cw_table_get_n_columns (table); i++)
    {
      CwColumn column = cw_table_get_column (table, i);

      g_string_append (xml, "      <column");
      if (column.align != CW_COLUMN_AUTO)
        g_string_append_printf (xml, " align=\"%s\"", cw_column_align_get_id (column.align));
      append_width (xml, column.width);
      if (list != NULL && cw_table_list_get_role (list, i) != CW_ROLE_FREE)
        g_string_append_printf (xml, " role=\"%s\"",
                                cw_list_role_get_id (cw_table_list_get_role (list, i)));
      g_string_append (xml, "/>\n");
    }
}

static void
append_table (GString *xml, CwBlock *block, CwText *caption)
{
  CwTable *table = cw_block_get_table (block);
  CwTableList *list = cw_table_get_list (table);

  g_string_append_printf (xml, "    <table header-rows=\"%u\"", cw_table_get_n_header_rows (table));
  if (list != NULL)
    g_string_append_printf (xml, " list=\"%s\"",
                            cw_list_kind_get_id (cw_table_list_get_kind (list)));
  append_id (xml, block);
  g_string_append (xml, ">\n");
  if (!cw_text_is_empty (caption))
    {
      g_string_append (xml, "      <caption>");
      append_line (xml, caption);
      g_string_append (xml, "</caption>\n");
    }
  append_columns (xml, table);
  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    {
      g_string_append (xml, "      <row>");
      if (list != NULL)
        cw_project_write_sources (xml, list, row);
      for (guint column = 0; column < cw_table_get_n_columns (table); column++)
        append_cell (xml, cw_table_get_cell (table, row, column));
      g_string_append (xml, "</row>\n");
    }
  g_string_append (xml, "    </table>\n");
}

/* --- pictures --- */

/**
 * cw_project_picture_get_name:
 * @number: the number of a file in the project
 * @type: what it is
 *
 * Returns: (transfer full): the name of its entry
 */
char *
cw_project_picture_get_name (guint number, CwPictureType type)
{
  return g_strdup_printf ("pictures/%u.%s", number, cw_picture_type_get_extension (type));
}

/* The number of @picture's file among @pictures, to which it is added if it is new. */
static guint
find_picture (GPtrArray *pictures, CwPicture *picture)
{
  GBytes *bytes = cw_picture_get_bytes (picture);

  for (guint i = 0; i < pictures->len; i++)
    {
      GBytes *other = cw_picture_get_bytes (pictures->pdata[i]);

      if (cw_picture_get_picture_type (pictures->pdata[i]) == cw_picture_get_picture_type (picture)
          && (other == bytes || g_bytes_equal (other, bytes)))
        return i + 1;
    }
  g_ptr_array_add (pictures, picture);
  return pictures->len;
}

static void
append_picture (GString *xml, CwBlock *block, CwText *caption, GPtrArray *pictures)
{
  CwPicture *picture = cw_block_get_picture (block);
  g_autofree char *name = cw_project_picture_get_name (find_picture (pictures, picture),
                                                       cw_picture_get_picture_type (picture));

  g_string_append_printf (xml, "    <picture file=\"%s\"", name);
  append_width (xml, cw_picture_get_width (picture));
  append_id (xml, block);
  g_string_append_c (xml, '>');
  append_line (xml, caption);
  g_string_append (xml, "</picture>\n");
}

/* --- blocks --- */

static void
append_simple_block (GString *xml, const char *name, CwBlock *block)
{
  if (cw_block_get_section (block) != NULL)
    cw_project_write_section (xml, cw_block_get_section (block));
  g_string_append_printf (xml, "    <%s", name);
  append_id (xml, block);
  g_string_append_c (xml, '>');
  append_line (xml, cw_block_get_text (block));
  g_string_append_printf (xml, "</%.*s>\n", (int) strcspn (name, " "), name);
}

static void
append_block (GString *xml, CwBlock *block, GPtrArray *pictures)
{
  static const char *const headings[] = { "heading level=\"1\"", "heading level=\"2\"",
                                          "heading level=\"3\"", "heading level=\"4\"" };
  CwText *text = cw_block_get_text (block);

  switch (cw_block_get_kind (block))
    {
    case CW_BLOCK_PARAGRAPH:
      append_simple_block (xml, "paragraph", block);
      break;
    case CW_BLOCK_HEADING:
      append_simple_block (xml, headings[cw_block_get_level (block) - 1], block);
      break;
    case CW_BLOCK_ANNOTATION:
      append_simple_block (xml, "annotation", block);
      break;
    case CW_BLOCK_ATTACHMENT:
      append_simple_block (xml, "title", block);
      break;
    case CW_BLOCK_PAGE_BREAK:
      g_string_append (xml, "    <page-break");
      append_id (xml, block);
      g_string_append (xml, "/>\n");
      break;
    case CW_BLOCK_TABLE:
      append_table (xml, block, text);
      break;
    case CW_BLOCK_PICTURE:
      append_picture (xml, block, text, pictures);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_body (GString *xml, CwDocument *document, GPtrArray *pictures)
{
  g_string_append (xml, "  <body>\n");
  for (guint i = 0; i < cw_document_get_n_body_blocks (document); i++)
    append_block (xml, cw_document_get_block (document, i), pictures);
  g_string_append (xml, "  </body>\n");
}

static void
append_attachment (GString *xml, CwDocument *document, guint attachment, GPtrArray *pictures)
{
  guint end, block = cw_document_get_attachment (document, attachment, &end);
  CwAttachmentFlags flags
      = cw_block_get_attachment_flags (cw_document_get_block (document, block));

  g_string_append_printf (xml, "  <attachment%s%s>\n",
                          flags & CW_ATTACHMENT_LANDSCAPE ? " landscape=\"true\"" : "",
                          flags & CW_ATTACHMENT_UNBOUND ? " unbound=\"true\"" : "");
  for (; block < end; block++)
    append_block (xml, cw_document_get_block (document, block), pictures);
  g_string_append (xml, "  </attachment>\n");
}

static void
append_form (GString *xml, const CwForm *form)
{
  if (cw_form_equal (form, &cw_form_default))
    return;
  g_string_append_printf (
      xml, "  <form kind=\"%s\" format=\"%s\" sealing=\"%s\" seal-diameter=\"%u\"%s",
      cw_kind_get_id (form->kind), cw_format_get_id (form->format),
      cw_sealing_get_id (form->sealing), form->seal_diameter,
      form->addressees_in_colophon ? " addressees=\"colophon\"" : "");
  if (form->lines > 0)
    g_string_append_printf (xml, " lines=\"%u\"", form->lines);
  if (form->columns > 0)
    g_string_append_printf (xml, " columns=\"%u\"", form->columns);
  g_string_append (xml, "/>\n");
}

/* --- the document --- */

/* The oldest version that knows all that is in @text. */
static guint
get_text_version (CwText *text)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind != CW_MARK_EMPHASIS)
      return 2;
  return 0;
}

static guint
get_table_version (CwTable *table)
{
  if (cw_table_get_list (table) != NULL)
    return 2;
  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    for (guint column = 0; column < cw_table_get_n_columns (table); column++)
      if (get_text_version (cw_table_get_cell (table, row, column).text) == 2)
        return 2;
  return 1;
}

static guint
get_block_version (CwBlock *block)
{
  CwText *text = cw_block_get_text (block);
  guint version = get_text_version (text);

  if (cw_block_get_id (block) != 0 || cw_block_get_section (block) != NULL || version == 2)
    return 2;
  if (cw_block_get_table (block) != NULL)
    return get_table_version (cw_block_get_table (block));
  return cw_block_get_kind (block) > CW_BLOCK_PAGE_BREAK
         || strstr (cw_text_get_string (text), line_separator) != NULL;
}

/* The oldest version that knows all that is in @document, so that programs of that version open
 * it. */
static guint
get_minor_version (CwDocument *document)
{
  guint version = !cw_form_equal (cw_document_get_form (document), &cw_form_default);

  if (!cw_ledger_is_empty (cw_document_get_ledger (document)))
    return 2;
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    {
      CwText *text = cw_document_get_element (document, i);

      if (text != NULL)
        version = MAX (version, MAX (get_text_version (text), i >= CW_ELEMENT_NOTE));
    }
  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    version = MAX (version, get_block_version (cw_document_get_block (document, i)));
  return version;
}

static void
append_part (GString *xml, CwDocument *document, int part, GPtrArray *pictures)
{
  guint n_attachments = cw_document_get_n_attachments (document);

  if (part == CW_PROJECT_PART_FORM)
    append_form (xml, cw_document_get_form (document));
  else if (part == CW_PROJECT_PART_LEDGER)
    cw_project_write_ledger (xml, cw_document_get_ledger (document));
  else if (part == CW_PROJECT_PART_BODY)
    append_body (xml, document, pictures);
  else if (part == CW_PROJECT_PART_ATTACHMENT)
    for (guint i = 0; i < n_attachments; i++)
      append_attachment (xml, document, i, pictures);
  else
    append_element (xml, document, part);
}

/**
 * cw_project_xml_write:
 * @document: a document
 * @pictures: (element-type CwPicture): filled with the pictures whose bytes go into entries of
 *   their own, in the order of their numbers from 1; not referenced
 *
 * Writes document.xml by the schema in data/: UTF-8, a line a block, indented by structure. Any
 * text comes back as it was, whatever characters it holds: those XML has no place for are written
 * as elements of their own. The bytes depend on the document alone.
 *
 * Returns: (transfer full): the XML
 */
GString *
cw_project_xml_write (CwDocument *document, GPtrArray *pictures)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  int part;

  g_string_append_printf (xml, "<document xmlns=\"%s\" version=\"%d.%u\">\n",
                          CW_PROJECT_NAMESPACE, CW_PROJECT_VERSION_MAJOR,
                          get_minor_version (document));
  for (guint i = 0; (part = cw_project_get_part (i)) != CW_PROJECT_PART_NONE; i++)
    append_part (xml, document, part, pictures);
  g_string_append (xml, "</document>\n");
  return xml;
}
