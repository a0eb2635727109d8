/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-range.h"

static CwRank
rank_of_line (CwDocument *document, guint line)
{
  CwFlowLine flow_line = cw_flow_get_line (document, line);

  return cw_flow_line_get_rank (&flow_line, document);
}

/* A table or picture goes with its line if the part has more than one line break, or the caption,
 * and all of the line: a key at either end of an empty caption must not delete it. */
static void
find_kept (CwRange *self)
{
  gboolean is_break = self->start.line + 1 == self->end.line && self->end.offset == 0
                      && self->start.offset == self->upper.end - self->upper.start;

  self->keeps_upper = cw_style_has_content (self->upper.style)
                      && (self->same_line || self->start.offset > 0
                          || (is_break && self->upper.start == self->upper.end));
  self->keeps_lower = cw_style_has_content (self->lower.style)
                      && (self->same_line || self->end.offset == 0 || !self->tail_empty);
}

/**
 * cw_range_init:
 * @self: (out caller-allocates): the range
 * @document: a document
 * @start: where it begins
 * @end: where it ends
 *
 * Describes a part of @document. Places that are not in it are moved to the nearest that is, and
 * exchanged if they are the wrong way round: a place may come from a view that is a step behind.
 */
void
cw_range_init (CwRange *self, CwDocument *document, CwPlace start, CwPlace end)
{
  guint n_lines = cw_flow_get_n_lines (document);
  gboolean at_end;

  start = cw_place_clamp (document, start);
  end = cw_place_clamp (document, end);
  self->document = document;
  self->start = cw_place_compare (start, end) <= 0 ? start : end;
  self->end = cw_place_compare (start, end) <= 0 ? end : start;
  self->upper = cw_flow_get_line (document, self->start.line);
  self->lower = cw_flow_get_line (document, self->end.line);
  at_end = self->end.line + 1 == n_lines;
  self->low = self->start.line > 0 ? rank_of_line (document, self->start.line - 1) : CW_RANK_TITLE;
  self->high = at_end ? CW_RANK_ATTACHMENT : rank_of_line (document, self->end.line + 1);
  self->same_line = self->start.line == self->end.line;
  self->tail_empty = self->end.offset == self->lower.end - self->lower.start;
  self->is_all = at_end && self->tail_empty && self->start.line == 0 && self->start.offset == 0;
  find_kept (self);
}

/**
 * cw_range_set_next_style:
 * @self: a range
 * @line: a line that Enter makes here
 *
 * Makes it a paragraph, unless it stays inside an element.
 */
void
cw_range_set_next_style (CwRange *self, CwEditLine *line)
{
  CwRank rank = cw_flow_line_get_rank (&self->upper, self->document);
  gboolean is_element = rank != CW_RANK_BLOCK && rank != CW_RANK_ATTACHMENT;
  gboolean inside = self->high == rank || (self->same_line && !self->tail_empty)
                    || (!self->same_line && self->lower.style == self->upper.style);

  line->style = is_element && inside ? self->upper.style : CW_STYLE_PARAGRAPH;
  line->rank = cw_style_get_rank (line->style);
  cw_edit_line_clamp (line, rank, CW_RANK_ATTACHMENT);
}

/**
 * cw_range_keeps_break:
 * @self: a range
 * @part: the one line that comes in its place
 *
 * A table or picture has a line to itself: what would join it to text of another line, or to
 * another table or picture, leaves the break between the two lines.
 *
 * Returns: whether a line break has to stay behind @part
 */
gboolean
cw_range_keeps_break (CwRange *self, CwText *part)
{
  gboolean has_head = self->start.offset > 0 || !cw_text_is_empty (part);

  if (self->same_line)
    return FALSE;
  if (self->keeps_lower)
    return has_head || self->keeps_upper || self->upper.style == CW_STYLE_ATTACHMENT;
  return self->keeps_upper && (!self->tail_empty || self->lower.style == CW_STYLE_ATTACHMENT);
}

/**
 * cw_range_get_after:
 * @self: a range
 * @parts: the lines that come in its place
 *
 * Returns: the place after what was inserted, once it is
 */
CwPlace
cw_range_get_after (CwRange *self, GPtrArray *parts)
{
  guint length = cw_text_get_length (parts->pdata[parts->len - 1]);

  if (parts->len == 1)
    return (CwPlace) { self->start.line, self->start.offset + length };
  return (CwPlace) { self->start.line + parts->len - 1, length };
}

static CwText *
join_two (CwText *a, CwText *b)
{
  return cw_text_join ((CwText *[]) { a, b }, 2, "");
}

/* What @self and one line in its place make. */
static CwText *
single_line (CwRange *self, CwText *part)
{
  g_autoptr (CwText) upper = cw_flow_line_get_text (&self->upper);
  g_autoptr (CwText) lower = cw_flow_line_get_text (&self->lower);
  g_autoptr (CwText) head = NULL;
  g_autoptr (CwText) tail = NULL;

  if (self->same_line)
    return cw_text_splice (upper, self->start.offset, self->end.offset, part);
  head = cw_text_splice (upper, self->start.offset, cw_text_get_length (upper), part);
  tail = cw_text_slice (lower, self->end.offset, cw_text_get_length (lower));
  return join_two (head, tail);
}

/* Lets a line whose text has not changed keep its block. Never two lines the same block: its
 * address is its identity. */
static void
keep_block (CwRange *self, GArray *lines)
{
  CwFlowLine *old[] = { &self->upper, &self->lower };
  CwEditLine *now[] = { &g_array_index (lines, CwEditLine, 0),
                        &g_array_index (lines, CwEditLine, lines->len - 1) };

  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    if (old[i]->block >= 0 && cw_text_equal (now[i]->text, old[i]->text))
      {
        now[i]->block = cw_block_ref (cw_document_get_block (self->document, old[i]->block));
        return;
      }
}

static void
add_text (GArray *lines, CwText *text)
{
  cw_edit_lines_add (lines, CW_STYLE_PARAGRAPH, text);
  cw_text_unref (text);
}

/**
 * cw_range_make_lines:
 * @self: a range
 * @parts: (element-type CwText): the lines that come in its place, at least one
 *
 * Joins what is left of the first and the last line with @parts. The styles are to be given by the
 * caller; until then all are paragraphs.
 *
 * Returns: (transfer full): as many lines as @parts
 */
GArray *
cw_range_make_lines (CwRange *self, GPtrArray *parts)
{
  GArray *lines = cw_edit_lines_new ();
  g_autoptr (CwText) upper = cw_flow_line_get_text (&self->upper);
  g_autoptr (CwText) lower = cw_flow_line_get_text (&self->lower);
  guint last = parts->len - 1;

  if (last == 0)
    {
      add_text (lines, single_line (self, parts->pdata[0]));
      return lines;
    }
  add_text (lines, cw_text_splice (upper, self->start.offset, cw_text_get_length (upper),
                                   parts->pdata[0]));
  for (guint i = 1; i < last; i++)
    cw_edit_lines_add (lines, CW_STYLE_PARAGRAPH, parts->pdata[i]);
  add_text (lines, cw_text_splice (lower, 0, self->end.offset, parts->pdata[last]));
  keep_block (self, lines);
  return lines;
}

/* Makes the styles of @lines go up from rank @low to rank @high. The last line has the word: what
 * is pushed down by an insertion stays what it is. */
static void
put_in_order (GArray *lines, CwRank low, CwRank high)
{
  CwEditLine *last = &g_array_index (lines, CwEditLine, lines->len - 1);

  cw_edit_line_clamp (last, low, high);
  high = last->rank;
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      CwEditLine *line = &g_array_index (lines, CwEditLine, i);

      cw_edit_line_clamp (line, low, high);
      low = line->rank;
    }
  cw_edit_line_clamp (last, low, last->rank);
}

/* --- attachments that have lost their title --- */

/* Makes the line at @i, the first of the attachments, the title of one. A table or picture cannot
 * be: the line above becomes it, or an empty one is put in. */
static void
give_title (GArray *lines, guint i)
{
  CwEditLine *line = &g_array_index (lines, CwEditLine, i);
  CwEditLine title = { CW_STYLE_ATTACHMENT, CW_RANK_ATTACHMENT, NULL, NULL };

  if (!cw_style_has_content (line->style))
    line->style = CW_STYLE_ATTACHMENT;
  else if (i > 0)
    {
      line[-1].style = CW_STYLE_ATTACHMENT;
      line[-1].rank = CW_RANK_ATTACHMENT;
    }
  else
    {
      title.text = cw_text_new ("");
      g_array_insert_val (lines, 0, title);
    }
}

/* Blocks whose attachment's title is gone join the body if they stand right behind it. Otherwise
 * the first of them becomes a title, so that no line changes its place. */
static void
settle_orphans (GArray *lines, CwRank low)
{
  for (guint i = 0; i < lines->len; i++)
    {
      CwEditLine *line = &g_array_index (lines, CwEditLine, i);

      if (line->rank == CW_RANK_ATTACHMENT && low < CW_RANK_ATTACHMENT
          && line->style != CW_STYLE_ATTACHMENT)
        {
          if (low > CW_RANK_BLOCK)
            {
              give_title (lines, i);
              return;
            }
          line->rank = CW_RANK_BLOCK;
        }
      low = line->rank;
    }
}

/**
 * cw_range_replace:
 * @self: a range
 * @lines: what its lines become; styles that cannot stand where they are are changed
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_range_replace (CwRange *self, GArray *lines)
{
  guint end = self->end.line + 1;

  put_in_order (lines, self->low, self->high);
  if (self->high == CW_RANK_ATTACHMENT && end < cw_flow_get_n_lines (self->document))
    {
      cw_edit_lines_add_flow (lines, self->document, end, end + 1);
      end++;
    }
  settle_orphans (lines, self->low);
  return cw_edit_lines_replace (self->document, self->start.line, end, lines);
}
