/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit.h"

#include "cw-edit-lines.h"
#include "document/cw-numbering.h"

static GArray *
take_lines (CwDocument *document, guint first, guint last)
{
  GArray *lines = cw_edit_lines_new ();

  cw_edit_lines_add_flow (lines, document, first, last);
  return lines;
}

/* --- styles --- */

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const CwEditLine *x = a, *y = b;

  return (int) x->rank - (int) y->rank;
}

static void
restyle (CwEditLine *line, CwStyle style)
{
  if (cw_style_has_content (line->style) || cw_style_has_content (style))
    return;
  if (style == CW_STYLE_PAGE_BREAK && !cw_text_is_empty (line->text))
    return;
  line->style = style;
  line->rank = cw_style_get_rank (style);
}

/* From the title of an attachment on, blocks are its own; above all of them, the body's. */
static void
rank_blocks (GArray *lines)
{
  CwRank rank = CW_RANK_BLOCK;

  for (guint i = 0; i < lines->len; i++)
    {
      CwEditLine *line = &g_array_index (lines, CwEditLine, i);

      if (line->style == CW_STYLE_ATTACHMENT)
        rank = CW_RANK_ATTACHMENT;
      if (cw_style_is_block (line->style))
        line->rank = rank;
    }
}

/**
 * cw_edit_set_style:
 * @document: a document
 * @first_line: first line of the flow to change
 * @last_line: last line to change, itself included
 * @style: what the lines are to be
 *
 * Gives lines another style. Lines that become an element's move to it, past the lines between,
 * and keep their order: a line in the middle styled as title is added to the title, the last block
 * styled as signatory becomes its first line; a line of an element styled as paragraph or heading
 * becomes the block next to it. A block of the body styled as attachment takes the blocks behind it
 * along, and an attachment whose title becomes a block joins the attachment before or the body.
 *
 * A page break must be empty: lines with text are left as they are. Tables and pictures are left as
 * they are too, and nothing becomes one.
 *
 * Returns: (transfer full): the new document, sharing all other blocks; @document itself if
 *   nothing changes
 */
CwDocument *
cw_edit_set_style (CwDocument *document, guint first_line, guint last_line, CwStyle style)
{
  guint n_lines = cw_flow_get_n_lines (document);
  g_autoptr (GArray) lines = take_lines (document, 0, n_lines);

  for (guint i = first_line; i <= last_line && i < n_lines; i++)
    restyle (&g_array_index (lines, CwEditLine, i), style);
  rank_blocks (lines);
  g_array_sort (lines, compare_ranks); /* stable */
  return cw_edit_lines_replace (document, 0, n_lines, lines);
}

static CwStyle
shift (CwStyle style, int by)
{
  int level;

  if (style < CW_STYLE_PARAGRAPH || style > CW_STYLE_HEADING_4)
    return style;
  level = (int) style - CW_STYLE_PARAGRAPH + CLAMP (by, -CW_HEADING_LEVELS, CW_HEADING_LEVELS);
  return CW_STYLE_PARAGRAPH + CLAMP (level, 0, CW_HEADING_LEVELS);
}

/**
 * cw_edit_shift_level:
 * @document: a document
 * @first_line: first line of the flow to change
 * @last_line: last line to change, itself included
 * @by: levels down; negative, up
 *
 * Moves lines down or up in the outline: paragraph, heading 1, 2, 3, 4. At either end they stay;
 * lines of elements, titles of attachments, remarks, tables, pictures and page breaks are not
 * changed.
 *
 * Returns: (transfer full): the new document, sharing all other blocks; @document itself if
 *   nothing changes
 */
CwDocument *
cw_edit_shift_level (CwDocument *document, guint first_line, guint last_line, int by)
{
  guint n_lines = cw_flow_get_n_lines (document);
  guint end = last_line < n_lines ? last_line + 1 : n_lines;
  g_autoptr (GArray) lines = NULL;

  if (first_line >= end)
    return cw_document_ref (document);
  lines = take_lines (document, first_line, end);
  for (guint i = 0; i < lines->len; i++)
    {
      CwEditLine *line = &g_array_index (lines, CwEditLine, i);

      line->style = shift (line->style, by);
    }
  return cw_edit_lines_replace (document, first_line, end, lines);
}

/* --- marks --- */

static void
mark_line (CwEditLine *line, CwMarkKind kind, gsize start, gsize end, gboolean on)
{
  CwText *text = cw_text_set_mark (line->text, kind, start, end, on);

  cw_text_unref (line->text);
  line->text = text;
}

/**
 * cw_edit_set_mark:
 * @document: a document
 * @start: where the part begins
 * @end: where it ends
 * @kind: what to mark it as
 * @on: whether to set the mark or to take it away
 *
 * Returns: (transfer full): the new document, sharing all other blocks; @document itself if
 *   nothing changes
 */
CwDocument *
cw_edit_set_mark (CwDocument *document, CwPlace start, CwPlace end, CwMarkKind kind, gboolean on)
{
  CwPlace first = cw_place_clamp (document, start);
  CwPlace last = cw_place_clamp (document, end);
  g_autoptr (GArray) lines = NULL;

  if (cw_place_compare (first, last) >= 0)
    return cw_document_ref (document);
  lines = take_lines (document, first.line, last.line + 1);
  for (guint i = 0; i < lines->len; i++)
    {
      CwEditLine *line = &g_array_index (lines, CwEditLine, i);
      gsize from = i == 0 ? first.offset : 0;
      gsize to = i + 1 == lines->len ? last.offset : cw_text_get_length (line->text);

      mark_line (line, kind, from, to, on);
    }
  return cw_edit_lines_replace (document, first.line, last.line + 1, lines);
}

/* --- numbers and page breaks --- */

/* A digit and a full stop may still become a decimal (1.5万): wait for the next character. */
static gboolean
may_go_on (const char *string, gsize length)
{
  return string[length] == '\0'
         && (g_str_has_suffix (string, ".") || g_str_has_suffix (string, "．"));
}

/**
 * cw_edit_take_number:
 * @document: a document
 * @line: a line of its flow
 * @place: (inout) (optional): a place, moved with its line's text
 *
 * To be called after typing at the start of a line: a paragraph that begins with a number (一、
 * （一） 1. （1）, see cw_numbering_parse()) becomes a heading of its level without it, since the
 * numbers of headings are computed.
 *
 * Returns: (transfer full) (nullable): the new document, or %NULL if there is no number to take
 */
CwDocument *
cw_edit_take_number (CwDocument *document, guint line, CwPlace *place)
{
  CwFlowLine flow_line;
  g_autoptr (GArray) lines = NULL;
  CwEditLine *heading;
  guint level, number;
  gsize length;

  if (line >= cw_flow_get_n_lines (document))
    return NULL;
  flow_line = cw_flow_get_line (document, line);
  if (flow_line.style != CW_STYLE_PARAGRAPH)
    return NULL;
  length = cw_numbering_parse (cw_text_get_string (flow_line.text), &level, &number);
  if (length == 0 || may_go_on (cw_text_get_string (flow_line.text), length))
    return NULL;

  lines = take_lines (document, line, line + 1);
  heading = &g_array_index (lines, CwEditLine, 0);
  heading->style = CW_STYLE_HEADING_1 + level - 1;
  cw_text_unref (heading->text);
  heading->text = cw_text_slice (flow_line.text, length, flow_line.end);
  if (place != NULL && place->line == line)
    place->offset -= MIN (place->offset, length);
  return cw_edit_lines_replace (document, line, line + 1, lines);
}

/* Makes a line of the body or of an attachment the one that is to start on a new page, splitting
 * the line @at is in if need be. Captions and titles are not split. */
static CwDocument *
split_for_page (CwDocument *document, CwPlace at, guint *line)
{
  guint end = cw_flow_get_line_of_element (document, CW_ELEMENT_SIGNATORY);
  guint first = end - cw_document_get_n_body_blocks (document);
  CwFlowLine flow_line = cw_flow_get_line (document, at.line);

  *line = flow_line.block >= 0 ? at.line : CLAMP (at.line, first, end);
  if (flow_line.block < 0 || (at.offset == 0 && flow_line.style != CW_STYLE_ATTACHMENT))
    return cw_document_ref (document);
  *line += 1;
  if (at.offset == flow_line.end || flow_line.style >= CW_STYLE_ATTACHMENT)
    return cw_document_ref (document);
  return cw_edit_replace (document, at, at, "\n", NULL);
}

/* Whether a line put in before @line would be the last of the body or of its attachment. */
static gboolean
is_behind_last (CwDocument *document, guint line)
{
  CwFlowLine next;

  if (line == cw_flow_get_n_lines (document))
    return TRUE;
  next = cw_flow_get_line (document, line);
  return !cw_style_is_block (next.style);
}

/**
 * cw_edit_insert_page_break:
 * @document: a document
 * @at: where what follows is to start on a new page
 * @after: (out) (optional): the place where writing goes on, on the new page
 *
 * Puts a page break before or behind the line of @at if @at is at its start or end, otherwise
 * divides it; it goes behind a table, a picture and the title of an attachment. At the end of the
 * body or of an attachment there will be an empty paragraph to go on in. Above the body the page
 * break goes before the first block, below it behind the last.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_edit_insert_page_break (CwDocument *document, CwPlace at, CwPlace *after)
{
  g_autoptr (CwDocument) split = NULL;
  g_autoptr (GArray) lines = cw_edit_lines_new ();
  g_autoptr (CwText) nothing = cw_text_new ("");
  guint line;

  split = split_for_page (document, cw_place_clamp (document, at), &line);
  cw_edit_lines_add (lines, CW_STYLE_PAGE_BREAK, nothing);
  if (is_behind_last (split, line))
    cw_edit_lines_add (lines, CW_STYLE_PARAGRAPH, nothing);
  if (after != NULL)
    *after = (CwPlace) { line + 1, 0 };
  return cw_edit_lines_replace (split, line, line, lines);
}
