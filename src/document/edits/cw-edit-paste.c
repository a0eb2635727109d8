/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit.h"

#include "cw-edit-paste-lists.h"
#include "cw-range.h"
#include "document/values/cw-values-paste.h"

/* --- taking out --- */

/* Nothing but the line feed before it was taken of the last line: as what it is then pasted is of
 * no matter, but it must not bring a page break, a table or an element along. */
static void
forget_untouched_line (GArray *lines)
{
  CwEditLine *last = &g_array_index (lines, CwEditLine, lines->len - 1);
  CwEditLine *before = last - 1;
  gboolean is_block = before->rank <= CW_RANK_BLOCK || before->rank == CW_RANK_ATTACHMENT;

  last->style = is_block ? CW_STYLE_PARAGRAPH : before->style;
  last->rank = MAX (before->rank, cw_style_get_rank (last->style));
  g_clear_pointer (&last->block, cw_block_unref);
}

/* Whether the part is a table or picture: its whole line. */
static gboolean
is_content (CwRange *range)
{
  return range->same_line && range->start.offset == 0 && range->tail_empty
         && cw_style_has_content (range->upper.style);
}

/**
 * cw_edit_slice:
 * @document: a document
 * @start: where the part begins
 * @end: where it ends
 *
 * Copies a part of @document. A part within one line is a paragraph, unless it is all of the line
 * of a table or picture; otherwise each line keeps its style, those that are copied in part as
 * well.
 *
 * Returns: (transfer full): the part, whose flow is that part of the flow of @document
 */
CwDocument *
cw_edit_slice (CwDocument *document, CwPlace start, CwPlace end)
{
  g_autoptr (CwDocument) nothing = cw_document_new (NULL, NULL, 0);
  g_autoptr (GArray) lines = cw_edit_lines_new ();
  g_autoptr (CwDocument) part = NULL;
  CwRange range;

  cw_range_init (&range, document, start, end);
  for (guint i = range.start.line; i <= range.end.line; i++)
    {
      CwFlowLine line = cw_flow_get_line (document, i);
      guint first = i == range.start.line ? line.start + range.start.offset : line.start;
      guint last = i == range.end.line ? line.start + range.end.offset : line.end;
      g_autoptr (CwText) text = cw_text_slice (line.text, first, last);

      cw_edit_lines_add (lines, CW_STYLE_PARAGRAPH, text);
      if (!range.same_line || is_content (&range))
        cw_edit_line_take (&g_array_index (lines, CwEditLine, lines->len - 1), document, &line);
    }
  if (!range.same_line && range.end.offset == 0 && !range.is_all)
    forget_untouched_line (lines);
  part = cw_edit_lines_replace (nothing, 0, 1, lines);
  return cw_values_copy (part, cw_document_get_ledger (document));
}

/* --- putting in --- */

/* Whether @document has the element of @style outside @range. */
static gboolean
has_elsewhere (CwRange *range, CwStyle style)
{
  CwRank rank = cw_style_get_rank (style);

  if (range->low == rank && range->start.line > 0)
    return TRUE;
  if (range->high == rank && range->end.line + 1 < cw_flow_get_n_lines (range->document))
    return TRUE;
  /* Ranks only go up, so an element that is not next to the range is where no line may go. */
  return rank < range->low || rank > range->high;
}

/* Makes of a line what it is in the fragment: an element only if it is missing here. */
static void
take_pasted (CwRange *range, CwEditLine *line, CwDocument *fragment, guint number)
{
  CwFlowLine pasted = cw_flow_get_line (fragment, number);

  cw_edit_line_take (line, fragment, &pasted);
  if (cw_style_is_block (line->style) || line->style == CW_STYLE_ATTACHMENT
      || !has_elsewhere (range, line->style))
    return;
  line->style = CW_STYLE_PARAGRAPH;
  line->rank = CW_RANK_BLOCK;
}

static void
take_first (CwRange *range, CwEditLine *line, CwDocument *fragment, gboolean pushed)
{
  if (range->start.offset > 0 || (range->keeps_upper && !pushed))
    cw_edit_line_take (line, range->document, &range->upper);
  else
    take_pasted (range, line, fragment, 0);
}

/* A fragment that ends with a line feed pushes the line it is pasted before down, as it is. */
static gboolean
is_pushed (CwRange *range, CwDocument *fragment)
{
  CwFlowLine last = cw_flow_get_line (fragment, cw_flow_get_n_lines (fragment) - 1);

  if (!range->same_line || range->start.offset > 0)
    return FALSE;
  return !range->tail_empty
         || (last.start == last.end && cw_style_is_block (range->upper.style)
             && range->upper.start == range->upper.end);
}

static void
take_last (CwRange *range, CwEditLine *line, CwRank first, CwDocument *fragment, gboolean pushed)
{
  if (pushed)
    cw_edit_line_take (line, range->document, &range->upper);
  else if (!range->same_line && (!range->tail_empty || range->keeps_lower))
    cw_edit_line_take (line, range->document, &range->lower);
  else if (!range->tail_empty)
    cw_range_set_next_style (range, line);
  else
    {
      take_pasted (range, line, fragment, cw_flow_get_n_lines (fragment) - 1);
      cw_edit_line_clamp (line, first, CW_RANK_ATTACHMENT);
    }
}

/* A single line goes into the line it is pasted in, unless nothing else is there. */
static void
take_single (CwRange *range, CwEditLine *line, CwDocument *fragment)
{
  CwFlowLine pasted = cw_flow_get_line (fragment, 0);

  if (range->start.offset == 0 && range->tail_empty && pasted.style != CW_STYLE_PARAGRAPH
      && cw_style_is_block (range->upper.style) && !range->keeps_upper)
    take_pasted (range, line, fragment, 0);
  else if (!range->same_line && range->start.offset == 0 && !range->tail_empty)
    cw_edit_line_take (line, range->document, &range->lower);
  else
    cw_edit_line_take (line, range->document, &range->upper);
}

/* @offset: the number of the line that is the fragment's first */
static void
style_pasted_lines (CwRange *range, GArray *lines, CwDocument *fragment, guint offset)
{
  CwEditLine *line = &g_array_index (lines, CwEditLine, 0);
  gboolean pushed = offset == 0 && is_pushed (range, fragment);
  guint last = lines->len - 1;

  if (last == 0)
    {
      take_single (range, &line[0], fragment);
      return;
    }
  for (guint i = 1; i < last; i++)
    take_pasted (range, &line[i], fragment, i - offset);
  if (offset > 0)
    cw_edit_line_take (&line[0], range->document, &range->upper);
  else
    take_first (range, &line[0], fragment, pushed);
  take_last (range, &line[last], line[0].rank, fragment, pushed);
}

/* A table or picture has a line to itself, whatever it is pasted into. Returns how many lines come
 * before the fragment's. */
static guint
set_content_apart (CwRange *range, CwDocument *fragment, GPtrArray *parts)
{
  CwStyle first = cw_flow_get_line (fragment, 0).style;
  CwStyle last = cw_flow_get_line (fragment, cw_flow_get_n_lines (fragment) - 1).style;
  gboolean has_head = range->start.offset > 0 || range->keeps_upper;

  if (cw_style_has_content (last) && !range->tail_empty)
    g_ptr_array_add (parts, cw_text_new (""));
  else if (range->keeps_lower && !range->same_line)
    g_ptr_array_add (parts, cw_text_new (""));
  if (!cw_style_has_content (first) || !has_head)
    return 0;
  g_ptr_array_insert (parts, 0, cw_text_new (""));
  return 1;
}

static GPtrArray *
texts_of (CwDocument *fragment)
{
  guint n_lines = cw_flow_get_n_lines (fragment);
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_text_unref);

  for (guint i = 0; i < n_lines; i++)
    {
      CwFlowLine line = cw_flow_get_line (fragment, i);

      g_ptr_array_add (texts, cw_flow_line_get_text (&line));
    }
  return texts;
}

/* A fragment with a structure of its own takes the place of a document that has nothing yet. */
static gboolean
takes_over (CwRange *range, CwDocument *fragment)
{
  if (!range->is_all && !cw_document_is_blank (range->document))
    return FALSE;
  return cw_flow_get_n_lines (fragment) > 1
         || cw_flow_get_line (fragment, 0).style != CW_STYLE_PARAGRAPH;
}

static gboolean
has_furniture (CwDocument *document)
{
  for (guint i = CW_N_FLOW_ELEMENTS; i < CW_N_ELEMENTS; i++)
    if (cw_document_get_element (document, i) != NULL)
      return TRUE;
  return FALSE;
}

/* The fragment as the document: what says nothing of masthead and colophon leaves them as they
 * are. */
static CwDocument *
take_over (CwDocument *document, CwDocument *fragment)
{
  CwText *elements[CW_N_ELEMENTS];
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  gboolean is_plain = cw_form_equal (cw_document_get_form (document), &cw_form_default)
                      && !has_furniture (document);

  if (is_plain || has_furniture (fragment)
      || !cw_form_equal (cw_document_get_form (fragment), &cw_form_default))
    return cw_document_ref (fragment);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = cw_document_get_element (i < CW_N_FLOW_ELEMENTS ? fragment : document, i);
  for (guint i = 0; i < cw_document_get_n_blocks (fragment); i++)
    g_ptr_array_add (blocks, cw_document_get_block (fragment, i));
  return cw_document_new_like (document, elements, (CwBlock **) blocks->pdata, blocks->len);
}

/* --- tables and pictures pasted into an element --- */

static gboolean
has_content (CwDocument *fragment)
{
  for (guint i = 0; i < cw_document_get_n_blocks (fragment); i++)
    if (cw_block_get_table (cw_document_get_block (fragment, i)) != NULL
        || cw_block_get_picture (cw_document_get_block (fragment, i)) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_among_blocks (CwRange *range)
{
  return range->upper.block >= 0 && range->upper.style != CW_STYLE_ATTACHMENT
         && range->lower.block >= 0;
}

/* The line of the body or attachment next to @line that something can be put in before. */
static guint
find_room (CwDocument *document, guint line)
{
  guint end = cw_flow_get_line_of_element (document, CW_ELEMENT_SIGNATORY);
  guint start = end - cw_document_get_n_body_blocks (document);
  CwFlowLine flow_line = cw_flow_get_line (document, line);

  if (flow_line.block < 0)
    return CLAMP (line, start, end);
  return flow_line.style == CW_STYLE_ATTACHMENT ? line + 1 : line;
}

/* The lines of @fragment as lines of their own. */
static CwDocument *
insert_lines (CwDocument *document, guint line, CwDocument *fragment, CwPlace *after)
{
  g_autoptr (GArray) lines = cw_edit_lines_new ();
  guint n = cw_flow_get_n_lines (fragment);
  guint at = find_room (document, line);

  cw_edit_lines_add_flow (lines, fragment, 0, n);
  for (guint i = 0; i < n; i++)
    {
      CwEditLine *pasted = &g_array_index (lines, CwEditLine, i);

      if (!cw_style_is_block (pasted->style))
        pasted->style = CW_STYLE_PARAGRAPH;
      pasted->rank = CW_RANK_BLOCK;
    }
  if (after != NULL)
    *after = (CwPlace) { at + n - 1,
                         cw_text_get_length (g_array_index (lines, CwEditLine, n - 1).text) };
  return cw_edit_lines_replace (document, at, at, lines);
}

static CwDocument *
insert_apart (CwRange *range, CwDocument *fragment, CwPlace *after)
{
  CwPlace at;
  g_autoptr (CwDocument) without
      = cw_edit_replace (range->document, range->start, range->end, "", &at);

  return insert_lines (without, at.line, fragment, after);
}

static CwPlace
end_of (CwDocument *document)
{
  return cw_place_clamp (document, (CwPlace) { G_MAXUINT, G_MAXUINT });
}

static CwDocument *
insert_document (CwDocument *document,
                 CwPlace start,
                 CwPlace end,
                 CwDocument *fragment,
                 CwPlace *after)
{
  CwRange range;
  g_autoptr (GPtrArray) parts = texts_of (fragment);
  g_autoptr (GArray) lines = NULL;
  guint offset;

  cw_range_init (&range, document, start, end);
  if (takes_over (&range, fragment))
    {
      if (after != NULL)
        *after = end_of (fragment);
      return take_over (document, fragment);
    }
  if (has_content (fragment) && !is_among_blocks (&range))
    return insert_apart (&range, fragment, after);
  offset = set_content_apart (&range, fragment, parts);
  if (after != NULL)
    *after = cw_range_get_after (&range, parts);
  lines = cw_range_make_lines (&range, parts);
  style_pasted_lines (&range, lines, fragment, offset);
  return cw_range_replace (&range, lines);
}

/**
 * cw_edit_insert_document:
 * @document: a document
 * @start: where the part to go begins
 * @end: where it ends
 * @fragment: what comes in its place, from the reader or from cw_edit_slice()
 * @after: (out) (optional): the place after what was inserted
 *
 * Pastes text that has structure and marks. If @document is blank, or all of it is replaced, a
 * fragment of several lines (or of one that is not a paragraph) takes its place whole, elements
 * included: the result is @fragment itself, with the masthead and colophon @document had if it has
 * none.
 *
 * Otherwise the flow of the result is what replacing the text of the fragment makes of the flow.
 * A single line goes into the line it is pasted in; into an empty line of the body it brings its
 * style along. Of several lines the first joins the line it is pasted in, the last what is left of
 * that line, all others keep their style. A line of an element becomes a paragraph where
 * @document has that element already or where the order of lines does not allow it. A table or
 * picture always gets a line to itself; pasted into an element it comes, with all of the fragment,
 * into the body beside it.
 *
 * Rows of a list that come from another paper's paragraphs do not lead to them any more.
 * Quantities of the same paper stay the same quantities; those of another get numbers of their own.
 * A pasted block keeps the number it goes by only if no other has it.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_edit_insert_document (CwDocument *document,
                         CwPlace start,
                         CwPlace end,
                         CwDocument *fragment,
                         CwPlace *after)
{
  g_autoptr (CwLedger) ledger = NULL;
  g_autoptr (CwDocument) listed = cw_lists_adopt (fragment, document);
  g_autoptr (CwDocument) adopted = cw_values_adopt (listed, document, &ledger);
  g_autoptr (CwDocument) result = insert_document (document, start, end, adopted, after);

  if (result == fragment && cw_ledger_is_empty (cw_document_get_ledger (document)))
    return g_steal_pointer (&result); /* a whole paper, with all that is known about it */
  return cw_document_with_ledger (result, ledger);
}
