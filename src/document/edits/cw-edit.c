/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit.h"

#include <string.h>

#include "cw-range.h"

/* --- styles --- */

/* When whole lines go, or an empty line is closed up, what is left looks as the lower line did. */
static gboolean
lower_wins (CwRange *range)
{
  gboolean whole_lines = range->end.offset == 0;
  gboolean upper_empty = range->upper.start == range->upper.end;

  if (range->same_line)
    return FALSE;
  if (range->upper.style == CW_STYLE_PAGE_BREAK)
    return TRUE;
  if (range->start.offset > 0)
    return FALSE;
  if (range->tail_empty)
    return whole_lines && !upper_empty && !range->is_all;
  return whole_lines || upper_empty;
}

static void
take (CwRange *range, CwEditLine *line, CwFlowLine *from, gboolean keeps_content)
{
  cw_edit_line_take (line, range->document, from);
  if (!cw_style_has_content (line->style) || keeps_content)
    return;
  line->style = CW_STYLE_PARAGRAPH;
  g_clear_pointer (&line->block, cw_block_unref);
}

static void
take_upper (CwRange *range, CwEditLine *line)
{
  take (range, line, &range->upper, range->keeps_upper);
}

static void
take_lower (CwRange *range, CwEditLine *line)
{
  take (range, line, &range->lower, range->keeps_lower);
}

/* What an empty line pushed in above @range's line is: Enter at the start of a heading leaves the
 * heading a heading, Enter before the signatory makes room for another paragraph. */
static CwStyle
style_above (CwRange *range)
{
  CwRank rank = cw_flow_line_get_rank (&range->upper, range->document);
  gboolean is_block = rank == CW_RANK_BLOCK || rank == CW_RANK_ATTACHMENT;

  if (is_block || (rank > CW_RANK_BLOCK && range->low != rank))
    return CW_STYLE_PARAGRAPH;
  return range->upper.style;
}

static void
style_pushed (CwRange *range, GArray *lines)
{
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      CwEditLine *line = &g_array_index (lines, CwEditLine, i);

      line->style = style_above (range);
      line->rank = cw_style_get_rank (line->style);
    }
  take_upper (range, &g_array_index (lines, CwEditLine, lines->len - 1));
}

static void
style_split (CwRange *range, GArray *lines)
{
  take_upper (range, &g_array_index (lines, CwEditLine, 0));
  for (guint i = 1; i < lines->len; i++)
    cw_range_set_next_style (range, &g_array_index (lines, CwEditLine, i));
  if (!range->same_line && (!range->tail_empty || range->keeps_lower))
    take_lower (range, &g_array_index (lines, CwEditLine, lines->len - 1));
}

static void
style_single (CwRange *range, CwEditLine *line)
{
  if (!range->same_line && (range->keeps_lower || (!range->keeps_upper && lower_wins (range))))
    take_lower (range, line);
  else
    take_upper (range, line);
}

static void
style_lines (CwRange *range, GArray *lines)
{
  CwEditLine *first = &g_array_index (lines, CwEditLine, 0);
  gboolean pushed = range->same_line && range->start.offset == 0 && !range->tail_empty;

  if (lines->len == 1)
    style_single (range, first);
  else if (pushed && cw_text_is_empty (first->text))
    style_pushed (range, lines);
  else
    style_split (range, lines);
}

/* --- replacing --- */

static GPtrArray *
split_lines (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_text_unref);
  const char *end;

  for (; (end = strchr (text, '\n')) != NULL; text = end + 1)
    g_ptr_array_add (parts, cw_text_new_with_marks (text, end - text, NULL, 0));
  g_ptr_array_add (parts, cw_text_new (text));
  return parts;
}

/**
 * cw_edit_replace:
 * @document: a document
 * @start: where the part to go begins
 * @end: where it ends
 * @text: what comes in its place: plain text, lines separated by U+000A; bytes that are not UTF-8
 *   are replaced by U+FFFD
 * @after: (out) (optional): the place after what was inserted
 *
 * Replaces a part of the flow: typing, Enter, Backspace, Delete, dropping plain text. The flow of
 * the result is always, character for character, what the same replacement makes of the flow as a
 * plain string. Styles follow:
 *
 * - The first line keeps its style. Lines that are joined take that of the upper one; if that was
 *   empty, a page break or deleted whole, that of the lower one.
 * - New lines after a block are paragraphs: Enter in or after a heading gives heading and
 *   paragraph. Enter at the very start of a line pushes it down as it is.
 * - A table or picture goes only with all of its line: what would join its line to text of another
 *   leaves the break between them, so that the flow has a line feed more than the plain string.
 * - Blocks whose attachment's title is gone belong to what stands above them: the attachment
 *   before, or the body. Behind signatory, date or note the first of them becomes the title.
 * - New lines inside an element belong to it; after its last line they are paragraphs.
 * - A page break that is given characters becomes a paragraph.
 * - Where a style cannot stand between its neighbours (title, subtitle, addressees, blocks,
 *   signatory, date, note, attachments in this order), the nearest one that can takes its place.
 *
 * Marks outside the part stay; a mark around it takes in what is inserted.
 *
 * Returns: (transfer full): the new document, sharing all other blocks; @document itself if
 *   nothing changes
 */
CwDocument *
cw_edit_replace (CwDocument *document, CwPlace start, CwPlace end, const char *text, CwPlace *after)
{
  CwRange range;
  g_autoptr (GPtrArray) parts = split_lines (text);
  g_autoptr (GArray) lines = NULL;

  cw_range_init (&range, document, start, end);
  if (after != NULL)
    *after = cw_range_get_after (&range, parts);
  if (*text == '\0' && cw_place_compare (range.start, range.end) == 0)
    return cw_document_ref (document);
  if (parts->len == 1 && cw_range_keeps_break (&range, parts->pdata[0]))
    g_ptr_array_add (parts, cw_text_new (""));
  lines = cw_range_make_lines (&range, parts);
  style_lines (&range, lines);
  return cw_range_replace (&range, lines);
}
