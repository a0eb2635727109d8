/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-xml.h"

/* What XML 1.0 cannot hold as it is, or would change on reading (a carriage return). */
static gboolean
needs_element (gunichar ch)
{
  return (ch < 0x20 && ch != '\t') || ch == 0xFFFE || ch == 0xFFFF;
}

static const char *
get_reference (gunichar ch)
{
  switch (ch)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return NULL;
    }
}

static void
append_special (GString *xml, gunichar ch)
{
  const char *reference = get_reference (ch);

  if (reference != NULL)
    g_string_append (xml, reference);
  else if (ch == '\n')
    g_string_append (xml, "<break/>");
  else
    g_string_append_printf (xml, "<character code=\"%X\"/>", ch);
}

static void
append_characters (GString *xml, const char *start, const char *end)
{
  const char *done = start;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!needs_element (ch) && get_reference (ch) == NULL)
        continue;
      g_string_append_len (xml, done, p - done);
      append_special (xml, ch);
      done = g_utf8_next_char (p);
    }
  g_string_append_len (xml, done, end - done);
}

/* Marks of one kind are sorted and never overlap; there is one kind. */
static void
append_text (GString *xml, CwText *text)
{
  const char *string = cw_text_get_string (text);
  guint n_marks, done = 0;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      g_assert (marks[i].kind == CW_MARK_EMPHASIS && marks[i].start >= done);
      append_characters (xml, string + done, string + marks[i].start);
      g_string_append (xml, "<emphasis>");
      append_characters (xml, string + marks[i].start, string + marks[i].end);
      g_string_append (xml, "</emphasis>");
      done = marks[i].end;
    }
  append_characters (xml, string + done, string + cw_text_get_length (text));
}

static void
append_element (GString *xml, CwDocument *document, CwElement element, const char *name)
{
  CwText *text = cw_document_get_element (document, element);

  if (text == NULL)
    return;
  g_string_append_printf (xml, "  <%s>", name);
  append_text (xml, text);
  g_string_append_printf (xml, "</%s>\n", name);
}

static void
append_block (GString *xml, CwBlock *block)
{
  switch (cw_block_get_kind (block))
    {
    case CW_BLOCK_PARAGRAPH:
      g_string_append (xml, "    <paragraph>");
      append_text (xml, cw_block_get_text (block));
      g_string_append (xml, "</paragraph>\n");
      break;

    case CW_BLOCK_HEADING:
      g_string_append_printf (xml, "    <heading level=\"%u\">", cw_block_get_level (block));
      append_text (xml, cw_block_get_text (block));
      g_string_append (xml, "</heading>\n");
      break;

    case CW_BLOCK_PAGE_BREAK:
      g_string_append (xml, "    <page-break/>\n");
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * cw_project_xml_write:
 * @document: a document
 *
 * Writes document.xml by the schema in data/: UTF-8, a line a block, indented by structure. Any
 * text comes back as it was, whatever characters it holds: those XML has no place for are written
 * as elements of their own. The bytes depend on the document alone.
 *
 * Returns: (transfer full): the XML
 */
GString *
cw_project_xml_write (CwDocument *document)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_string_append_printf (xml, "<document xmlns=\"%s\" version=\"%d.%d\">\n", CW_PROJECT_NAMESPACE,
                          CW_PROJECT_VERSION_MAJOR, CW_PROJECT_VERSION_MINOR);
  append_element (xml, document, CW_ELEMENT_TITLE, "title");
  append_element (xml, document, CW_ELEMENT_SUBTITLE, "subtitle");
  append_element (xml, document, CW_ELEMENT_ADDRESSEES, "addressees");
  g_string_append (xml, "  <body>\n");
  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    append_block (xml, cw_document_get_block (document, i));
  g_string_append (xml, "  </body>\n");
  append_element (xml, document, CW_ELEMENT_SIGNATORY, "signatory");
  append_element (xml, document, CW_ELEMENT_DATE, "date");
  g_string_append (xml, "</document>\n");
  return xml;
}
