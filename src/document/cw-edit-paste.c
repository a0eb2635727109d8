/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit.h"

#include "cw-range.h"

/* --- taking out --- */

/* Nothing but the line feed before it was taken of the last line: as what it is then pasted is of
 * no matter, but it must not bring a page break or an element along. */
static void
forget_untouched_line (GArray *lines)
{
  CwEditLine *last = &g_array_index (lines, CwEditLine, lines->len - 1);
  CwEditLine *before = last - 1;

  if (cw_style_get_rank (before->style) <= CW_RANK_BLOCK)
    last->style = CW_STYLE_PARAGRAPH;
  else
    last->style = before->style;
}

/**
 * cw_edit_slice:
 * @document: a document
 * @start: where the part begins
 * @end: where it ends
 *
 * Copies a part of @document. A part within one line is a paragraph; otherwise each line keeps its
 * style, those that are copied in part as well.
 *
 * Returns: (transfer full): the part, whose flow is that part of the flow of @document
 */
CwDocument *
cw_edit_slice (CwDocument *document, CwPlace start, CwPlace end)
{
  g_autoptr (CwDocument) nothing = cw_document_new (NULL, NULL, 0);
  g_autoptr (GArray) lines = cw_edit_lines_new ();
  CwRange range;

  cw_range_init (&range, document, start, end);
  for (guint i = range.start.line; i <= range.end.line; i++)
    {
      CwFlowLine line = cw_flow_get_line (document, i);
      guint first = i == range.start.line ? line.start + range.start.offset : line.start;
      guint last = i == range.end.line ? line.start + range.end.offset : line.end;
      g_autoptr (CwText) text = cw_text_slice (line.text, first, last);

      cw_edit_lines_add (lines, range.same_line ? CW_STYLE_PARAGRAPH : line.style, text);
    }
  if (!range.same_line && range.end.offset == 0 && !range.is_all)
    forget_untouched_line (lines);
  return cw_edit_lines_replace (nothing, 0, 1, lines);
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

/* What a pasted line is to be: an element only if it is missing here. */
static CwStyle
style_of_pasted (CwRange *range, CwStyle style)
{
  if (cw_style_get_rank (style) != CW_RANK_BLOCK && has_elsewhere (range, style))
    return CW_STYLE_PARAGRAPH;
  return style;
}

static CwStyle
style_of_first (CwRange *range, CwStyle pasted)
{
  if (range->start.offset > 0)
    return range->upper.style;
  return style_of_pasted (range, pasted);
}

/* A fragment that ends with a line feed pushes the line it is pasted before down, as it is. */
static gboolean
is_pushed (CwRange *range, CwDocument *fragment)
{
  CwFlowLine last = cw_flow_get_line (fragment, cw_flow_get_n_lines (fragment) - 1);

  if (!range->same_line || range->start.offset > 0)
    return FALSE;
  return !range->tail_empty
         || (last.start == last.end && cw_style_get_rank (range->upper.style) == CW_RANK_BLOCK
             && range->upper.start == range->upper.end);
}

static CwStyle
style_of_last (CwRange *range, CwStyle first, CwStyle pasted)
{
  if (range->tail_empty)
    return cw_style_clamp (style_of_pasted (range, pasted), cw_style_get_rank (first),
                           CW_RANK_DATE);
  if (!range->same_line)
    return range->lower.style;
  return cw_range_get_next_style (range);
}

/* A single line goes into the line it is pasted in, unless nothing else is there. */
static CwStyle
style_of_single (CwRange *range, CwStyle pasted)
{
  if (range->start.offset == 0 && range->tail_empty && pasted != CW_STYLE_PARAGRAPH
      && cw_style_get_rank (range->upper.style) == CW_RANK_BLOCK)
    return style_of_pasted (range, pasted);
  return range->start.offset == 0 && !range->tail_empty ? range->lower.style : range->upper.style;
}

static void
style_pasted_lines (CwRange *range, GArray *lines, CwDocument *fragment)
{
  CwEditLine *line = &g_array_index (lines, CwEditLine, 0);
  guint last = lines->len - 1;

  for (guint i = 1; i < last; i++)
    line[i].style = style_of_pasted (range, cw_flow_get_line (fragment, i).style);
  if (last == 0)
    line[0].style = style_of_single (range, cw_flow_get_line (fragment, 0).style);
  else
    {
      line[0].style = style_of_first (range, cw_flow_get_line (fragment, 0).style);
      line[last].style
          = is_pushed (range, fragment)
                ? range->upper.style
                : style_of_last (range, line[0].style, cw_flow_get_line (fragment, last).style);
    }
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

static CwPlace
end_of (CwDocument *document)
{
  return cw_place_clamp (document, (CwPlace) { G_MAXUINT, G_MAXUINT });
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
 * included, and the result is @fragment itself.
 *
 * Otherwise the flow of the result is what replacing the text of the fragment makes of the flow.
 * A single line goes into the line it is pasted in; into an empty line of the body it brings its
 * style along. Of several lines the first joins the line it is pasted in, the last what is left of
 * that line, all others keep their style. A line of an element becomes a paragraph where
 * @document has that element already or where the order of lines does not allow it.
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
  CwRange range;
  g_autoptr (GPtrArray) parts = texts_of (fragment);
  g_autoptr (GArray) lines = NULL;

  cw_range_init (&range, document, start, end);
  if (takes_over (&range, fragment))
    {
      if (after != NULL)
        *after = end_of (fragment);
      return cw_document_ref (fragment);
    }
  if (after != NULL)
    *after = cw_range_get_after (&range, parts);
  lines = cw_range_make_lines (&range, parts);
  style_pasted_lines (&range, lines, fragment);
  return cw_range_replace (&range, lines);
}
