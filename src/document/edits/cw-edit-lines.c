/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit-lines.h"

/**
 * cw_style_get_rank:
 * @style: a style
 *
 * Returns: where lines of @style stand in a document; blocks may stand among the attachments too
 */
CwRank
cw_style_get_rank (CwStyle style)
{
  switch ((int) style)
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
    default:
      return CW_RANK_BLOCK;
    }
}

/**
 * cw_style_is_block:
 * @style: a style
 *
 * Returns: whether lines of @style are blocks that stand in the body or in an attachment
 */
gboolean
cw_style_is_block (CwStyle style)
{
  return cw_style_get_rank (style) == CW_RANK_BLOCK;
}

/**
 * cw_style_has_content:
 * @style: a style
 *
 * Returns: whether such a line has more to lose than its text: a table or a picture
 */
gboolean
cw_style_has_content (CwStyle style)
{
  return style == CW_STYLE_TABLE || style == CW_STYLE_PICTURE;
}

static void
set_plain (CwEditLine *line, CwRank rank)
{
  static const CwStyle plain[] = {
    [CW_RANK_TITLE] = CW_STYLE_TITLE,           [CW_RANK_SUBTITLE] = CW_STYLE_SUBTITLE,
    [CW_RANK_ADDRESSEES] = CW_STYLE_ADDRESSEES, [CW_RANK_BLOCK] = CW_STYLE_PARAGRAPH,
    [CW_RANK_SIGNATORY] = CW_STYLE_SIGNATORY,   [CW_RANK_DATE] = CW_STYLE_DATE,
    [CW_RANK_NOTE] = CW_STYLE_NOTE,             [CW_RANK_ATTACHMENT] = CW_STYLE_PARAGRAPH,
  };

  line->style = plain[rank];
  line->rank = rank;
}

/**
 * cw_edit_line_clamp:
 * @line: a line
 * @low: rank of the line before
 * @high: rank of the line behind
 *
 * Gives @line the nearest style and rank that may stand between the two lines. A block stays what
 * it is if it can stand in the body or among the attachments there.
 */
void
cw_edit_line_clamp (CwEditLine *line, CwRank low, CwRank high)
{
  gboolean is_block = cw_style_is_block (line->style);

  if (is_block && low == CW_RANK_ATTACHMENT)
    line->rank = CW_RANK_ATTACHMENT;
  else if (is_block && line->rank > high && low <= CW_RANK_BLOCK && high >= CW_RANK_BLOCK)
    line->rank = CW_RANK_BLOCK;
  else if (line->style == CW_STYLE_ATTACHMENT && line->rank > high && low <= CW_RANK_BLOCK
           && high >= CW_RANK_BLOCK)
    set_plain (line, CW_RANK_BLOCK);
  else if (line->rank < low)
    set_plain (line, low);
  else if (line->rank > high)
    set_plain (line, high);
}

/**
 * cw_edit_line_take:
 * @line: a line
 * @document: the document of @from
 * @from: a line of the flow
 *
 * Makes @line what @from is, in everything but its text.
 */
void
cw_edit_line_take (CwEditLine *line, CwDocument *document, CwFlowLine *from)
{
  line->style = from->style;
  line->rank = cw_flow_line_get_rank (from, document);
  g_clear_pointer (&line->block, cw_block_unref);
  if (from->block >= 0)
    line->block = cw_block_ref (cw_document_get_block (document, from->block));
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
 * Adds a new line; if it is a block, one of the body.
 */
void
cw_edit_lines_add (GArray *lines, CwStyle style, CwText *text)
{
  CwEditLine line = { style, cw_style_get_rank (style), cw_text_ref (text), NULL };

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
      CwEditLine line = { .text = cw_flow_line_get_text (&flow_line) };

      cw_edit_line_take (&line, document, &flow_line);
      g_array_append_val (lines, line);
    }
}

/**
 * cw_flow_line_get_rank:
 * @line: a line
 * @document: the document it is of
 *
 * Returns: where it stands
 */
CwRank
cw_flow_line_get_rank (CwFlowLine *line, CwDocument *document)
{
  if (line->block >= 0 && (guint) line->block >= cw_document_get_n_body_blocks (document))
    return CW_RANK_ATTACHMENT;
  return cw_style_get_rank (line->style);
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
new_block (CwEditLine *line)
{
  switch ((int) line->style)
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
    default:
      return cw_block_new_paragraph (line->text);
    }
}

/* Takes @block: what stands in the place of @was goes by its number, and as a heading keeps what is
 * said about its section. */
static CwBlock *
keep_names (CwBlock *block, CwBlock *was)
{
  g_autoptr (CwBlock) unnamed = block;
  g_autoptr (CwBlock) named = NULL;

  if (was == NULL)
    return g_steal_pointer (&unnamed);
  named = cw_block_with_id (unnamed, cw_block_get_id (was));
  return cw_block_with_section (named, cw_block_get_section (was));
}

/* A line that stays a table, a picture or an attachment keeps more than its text. */
static CwBlock *
block_of_line (CwEditLine *line)
{
  static const CwBlockKind kinds[CW_N_STYLES] = {
    [CW_STYLE_TABLE] = CW_BLOCK_TABLE,
    [CW_STYLE_PICTURE] = CW_BLOCK_PICTURE,
    [CW_STYLE_ATTACHMENT] = CW_BLOCK_ATTACHMENT,
  };

  if (line->block != NULL && kinds[line->style] != CW_BLOCK_PARAGRAPH
      && cw_block_get_kind (line->block) == kinds[line->style])
    return cw_block_with_text (line->block, line->text);
  return keep_names (new_block (line), line->block);
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

/* How many blocks come before a line of the flow. */
static guint
count_blocks_before (CwDocument *document, guint line)
{
  guint n_blocks = cw_document_get_n_blocks (document);
  guint n_body = cw_document_get_n_body_blocks (document);
  guint body = cw_flow_get_line_of_element (document, CW_ELEMENT_SIGNATORY) - n_body;
  guint attachments = cw_flow_get_n_lines (document) - (n_blocks - n_body);

  return CLAMP (line, body, body + n_body) - body
         + CLAMP (line, attachments, attachments + n_blocks - n_body) - attachments;
}

/* Whether @block stands in @document from block @start up to @end. */
static gboolean
stood_there (CwDocument *document, guint start, guint end, CwBlock *block)
{
  while (start < end && cw_document_get_block (document, start) != block)
    start++;
  return start < end;
}

static gboolean
any_has_id (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      CwBlock *block = g_array_index (lines, CwEditLine, i).block;

      if (block != NULL && cw_block_get_id (block) != 0)
        return TRUE;
    }
  return FALSE;
}

/* Never two blocks by one number: what stood there keeps it, what is pasted goes without. */
static void
drop_taken_ids (CwDocument *document, guint start, guint end, GArray *lines)
{
  guint n_blocks = cw_document_get_n_blocks (document);
  g_autoptr (GHashTable) taken = NULL;

  if (!any_has_id (lines))
    return;
  taken = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_blocks; i++)
    if (i < start || i >= end)
      g_hash_table_add (taken,
                        GUINT_TO_POINTER (cw_block_get_id (cw_document_get_block (document, i))));
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < lines->len; i++)
      {
        CwEditLine *line = &g_array_index (lines, CwEditLine, i);
        guint id = line->block != NULL ? cw_block_get_id (line->block) : 0;

        if (id == 0 || stood_there (document, start, end, line->block) != (pass == 0)
            || g_hash_table_add (taken, GUINT_TO_POINTER (id)))
          continue;
        g_autoptr (CwBlock) old = line->block;
        line->block = cw_block_with_id (old, 0);
      }
}

/* All blocks once the flow's lines @first to @last are @lines. */
static GPtrArray *
all_blocks (CwDocument *document, guint first, guint last, GArray *lines)
{
  guint n_blocks = cw_document_get_n_blocks (document);
  guint n_before = count_blocks_before (document, first);
  guint n_gone = count_blocks_before (document, last);
  GPtrArray *blocks = g_ptr_array_new_full (n_blocks + lines->len, (GDestroyNotify) cw_block_unref);

  drop_taken_ids (document, n_before, n_gone, lines);
  for (guint i = 0; i < n_before; i++)
    g_ptr_array_add (blocks, cw_block_ref (cw_document_get_block (document, i)));
  for (guint i = 0; i < lines->len; i++)
    {
      CwEditLine *line = &g_array_index (lines, CwEditLine, i);

      if (line->rank == CW_RANK_BLOCK || line->rank == CW_RANK_ATTACHMENT)
        g_ptr_array_add (blocks, keep_or_make_block (line));
    }
  for (guint i = n_gone; i < n_blocks; i++)
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

      if (line->rank == rank)
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
    result = cw_document_new_like (document, elements, (CwBlock **) blocks->pdata, blocks->len);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    g_clear_pointer (&elements[i], cw_text_unref);
  return result;
}
