/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit-lines.h"

/**
 * cw_style_get_rank:
 * @style: a style
 *
 * Returns: where lines of @style stand in a document
 */
CwRank
cw_style_get_rank (CwStyle style)
{
  switch (style)
    {
    case CW_STYLE_TITLE:
      return CW_RANK_TITLE;
    case CW_STYLE_SUBTITLE:
      return CW_RANK_SUBTITLE;
    case CW_STYLE_ADDRESSEES:
      return CW_RANK_ADDRESSEES;
    case CW_STYLE_SIGNATORY:
      return CW_RANK_SIGNATORY;
    case CW_STYLE_DATE:
      return CW_RANK_DATE;
    case CW_STYLE_NOTE:
      return CW_RANK_NOTE;
    case CW_STYLE_ATTACHMENT:
      return CW_RANK_ATTACHMENT;
    case CW_STYLE_ANNOTATION:
    case CW_STYLE_TABLE:
    case CW_STYLE_PICTURE:
    case CW_N_STYLES:
    case CW_STYLE_PARAGRAPH:
    case CW_STYLE_HEADING_1:
    case CW_STYLE_HEADING_2:
    case CW_STYLE_HEADING_3:
    case CW_STYLE_HEADING_4:
    case CW_STYLE_PAGE_BREAK:
    default:
      return CW_RANK_BLOCK;
    }
}

/**
 * cw_style_clamp:
 * @style: the style wanted
 * @low: rank of the line before
 * @high: rank of the line behind
 *
 * Returns: @style, or the nearest style that may stand between the two lines
 */
CwStyle
cw_style_clamp (CwStyle style, CwRank low, CwRank high)
{
  static const CwStyle plain[] = {
    [CW_RANK_TITLE] = CW_STYLE_TITLE,           [CW_RANK_SUBTITLE] = CW_STYLE_SUBTITLE,
    [CW_RANK_ADDRESSEES] = CW_STYLE_ADDRESSEES, [CW_RANK_BLOCK] = CW_STYLE_PARAGRAPH,
    [CW_RANK_SIGNATORY] = CW_STYLE_SIGNATORY,   [CW_RANK_DATE] = CW_STYLE_DATE,
    [CW_RANK_NOTE] = CW_STYLE_NOTE,             [CW_RANK_ATTACHMENT] = CW_STYLE_ATTACHMENT,
  };
  CwRank rank = cw_style_get_rank (style);

  if (rank < low)
    return plain[low];
  return rank > high ? plain[high] : style;
}

static void
line_clear (gpointer data)
{
  CwEditLine *line = data;

  cw_text_unref (line->text);
  g_clear_pointer (&line->block, cw_block_unref);
}

/**
 * cw_edit_lines_new:
 *
 * Returns: (transfer full): an empty array of #CwEditLine that frees what they own
 */
GArray *
cw_edit_lines_new (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (CwEditLine));

  g_array_set_clear_func (lines, line_clear);
  return lines;
}

/**
 * cw_edit_lines_add:
 * @lines: lines
 * @style: the style of another
 * @text: its text, without line feeds
 *
 * Adds a new line.
 */
void
cw_edit_lines_add (GArray *lines, CwStyle style, CwText *text)
{
  CwEditLine line = { style, cw_text_ref (text), NULL };

  g_array_append_val (lines, line);
}

/**
 * cw_edit_lines_add_flow:
 * @lines: lines
 * @document: a document
 * @first: first line of its flow
 * @last: line after the last
 *
 * Adds lines as they are in @document.
 */
void
cw_edit_lines_add_flow (GArray *lines, CwDocument *document, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    {
      CwFlowLine flow_line = cw_flow_get_line (document, i);
      CwEditLine line = { flow_line.style, cw_flow_line_get_text (&flow_line), NULL };

      if (flow_line.block >= 0)
        line.block = cw_block_ref (cw_document_get_block (document, flow_line.block));
      g_array_append_val (lines, line);
    }
}

/**
 * cw_flow_line_get_text:
 * @line: a line
 *
 * Returns: (transfer full): the text of the line alone
 */
CwText *
cw_flow_line_get_text (CwFlowLine *line)
{
  return cw_text_slice (line->text, line->start, line->end);
}

/**
 * cw_place_clamp:
 * @document: a document
 * @place: a place, perhaps of another document
 *
 * Returns: @place, or the nearest one there is in @document, on a character boundary
 */
CwPlace
cw_place_clamp (CwDocument *document, CwPlace place)
{
  guint n_lines = cw_flow_get_n_lines (document);
  CwFlowLine line;
  const char *string;

  if (place.line >= n_lines)
    place = (CwPlace) { n_lines - 1, G_MAXUINT };
  line = cw_flow_get_line (document, place.line);
  string = cw_text_get_string (line.text) + line.start;
  place.offset = MIN (place.offset, line.end - line.start);
  while (place.offset > 0 && ((guchar) string[place.offset] & 0xc0) == 0x80)
    place.offset--;
  return place;
}

/* --- putting lines into a document --- */

static CwBlock *
block_of_line (CwEditLine *line)
{
  switch (line->style)
    {
    case CW_STYLE_HEADING_1:
    case CW_STYLE_HEADING_2:
    case CW_STYLE_HEADING_3:
    case CW_STYLE_HEADING_4:
      return cw_block_new_heading (line->style - CW_STYLE_HEADING_1 + 1, line->text);
    case CW_STYLE_PAGE_BREAK:
      if (cw_text_is_empty (line->text))
        return cw_block_new_page_break ();
      return cw_block_new_paragraph (line->text);
    case CW_STYLE_ANNOTATION:
      return cw_block_new_annotation (line->text);
    case CW_STYLE_ATTACHMENT:
      return cw_block_new_attachment (CW_ATTACHMENT_PLAIN, line->text);
    case CW_STYLE_TABLE:
    case CW_STYLE_PICTURE:
    case CW_STYLE_NOTE:
    case CW_N_STYLES:
    case CW_STYLE_PARAGRAPH:
    case CW_STYLE_TITLE:
    case CW_STYLE_SUBTITLE:
    case CW_STYLE_ADDRESSEES:
    case CW_STYLE_SIGNATORY:
    case CW_STYLE_DATE:
    default:
      return cw_block_new_paragraph (line->text);
    }
}

/* The block @line becomes; the one it was, if nothing about it changes. */
static CwBlock *
keep_or_make_block (CwEditLine *line)
{
  g_autoptr (CwBlock) block = block_of_line (line);

  if (line->block != NULL && cw_block_equal (line->block, block))
    return cw_block_ref (line->block);
  return g_steal_pointer (&block);
}

/* All blocks once the flow's lines @first to @last are @lines. */
static GPtrArray *
all_blocks (CwDocument *document, guint first, guint last, GArray *lines)
{
  guint n_blocks = cw_document_get_n_blocks (document);
  GPtrArray *blocks = g_ptr_array_new_full (n_blocks + lines->len, (GDestroyNotify) cw_block_unref);
  guint before = cw_flow_get_line_of_block (document, 0);

  for (guint i = 0; i < n_blocks && before + i < first; i++)
    g_ptr_array_add (blocks, cw_block_ref (cw_document_get_block (document, i)));
  for (guint i = 0; i < lines->len; i++)
    if (cw_style_get_rank (g_array_index (lines, CwEditLine, i).style) == CW_RANK_BLOCK)
      g_ptr_array_add (blocks, keep_or_make_block (&g_array_index (lines, CwEditLine, i)));
  for (guint i = MAX (last, before) - before; i < n_blocks; i++)
    g_ptr_array_add (blocks, cw_block_ref (cw_document_get_block (document, i)));
  return blocks;
}

/* Adds the lines @first to @last of an element, which are one piece of its text. */
static void
add_piece (GPtrArray *pieces, CwText *text, guint first, guint last)
{
  guint start, end, unused;

  if (text == NULL || first >= last)
    return;
  cw_text_get_line (text, first, &start, &unused);
  cw_text_get_line (text, last - 1, &unused, &end);
  g_ptr_array_add (pieces, cw_text_slice (text, start, end));
}

/* The text of @element once the flow's lines @first to @last are @lines; %NULL if it is gone. */
static CwText *
element_text (CwDocument *document, CwElement element, guint first, guint last, GArray *lines)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_text_unref);
  CwText *text = cw_document_get_element (document, element);
  guint start = cw_flow_get_line_of_element (document, element);
  guint n_lines = text != NULL ? cw_text_get_n_lines (text) : 0;
  CwRank rank = element < CW_ELEMENT_SIGNATORY ? (CwRank) element : (CwRank) element + 1;

  add_piece (pieces, text, 0, CLAMP (first, start, start + n_lines) - start);
  for (guint i = 0; i < lines->len; i++)
    {
      CwEditLine *line = &g_array_index (lines, CwEditLine, i);

      if (cw_style_get_rank (line->style) == rank)
        g_ptr_array_add (pieces, cw_text_ref (line->text));
    }
  add_piece (pieces, text, CLAMP (last, start, start + n_lines) - start, n_lines);
  return pieces->len > 0 ? cw_text_join ((CwText **) pieces->pdata, pieces->len, "\n") : NULL;
}

static CwText *
keep_or_make_element (CwDocument *document,
                      CwElement element,
                      guint first,
                      guint last,
                      GArray *lines)
{
  g_autoptr (CwText) text = element_text (document, element, first, last, lines);
  CwText *old = cw_document_get_element (document, element);

  if (text != NULL && old != NULL && cw_text_equal (text, old))
    return cw_text_ref (old);
  return g_steal_pointer (&text);
}

static gboolean
is_same (CwDocument *document, CwText **elements, GPtrArray *blocks)
{
  if (blocks->len != cw_document_get_n_blocks (document))
    return FALSE;
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (elements[i] != cw_document_get_element (document, i))
      return FALSE;
  for (guint i = 0; i < blocks->len; i++)
    if (blocks->pdata[i] != cw_document_get_block (document, i))
      return FALSE;
  return TRUE;
}

/**
 * cw_edit_lines_replace:
 * @document: a document
 * @first: first line of its flow to go
 * @last: line after the last to go
 * @lines: what comes in their place, in the order of ranks and fitting between the lines around
 *
 * Returns: (transfer full): the new document, sharing all that is not touched; @document itself
 *   if nothing changes
 */
CwDocument *
cw_edit_lines_replace (CwDocument *document, guint first, guint last, GArray *lines)
{
  g_autoptr (GPtrArray) blocks = all_blocks (document, first, last, lines);
  CwText *elements[CW_N_ELEMENTS];
  CwDocument *result;

  for (guint i = 0; i < CW_N_FLOW_ELEMENTS; i++)
    elements[i] = keep_or_make_element (document, i, first, last, lines);
  for (guint i = CW_N_FLOW_ELEMENTS; i < CW_N_ELEMENTS; i++)
    {
      CwText *text = cw_document_get_element (document, i);

      elements[i] = text != NULL ? cw_text_ref (text) : NULL;
    }
  if (is_same (document, elements, blocks))
    result = cw_document_ref (document);
  else
    result = cw_document_new_with_form (cw_document_get_form (document), elements,
                                        (CwBlock **) blocks->pdata, blocks->len);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    g_clear_pointer (&elements[i], cw_text_unref);
  return result;
}
