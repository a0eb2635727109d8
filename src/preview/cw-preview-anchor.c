/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-anchor.h"

#include <math.h>
#include <string.h>

#include "typeset/cw-standard.h"

/* The line on paper that is first to be seen whole when the view begins at @top. */
static gboolean
find_first_line (CwPages *pages, CwPreviewPoint top, CwPlace *place, CwPreviewPoint *point)
{
  double pitch = CW_STD_TYPE_AREA_HEIGHT / CW_STD_LINES;
  guint n_pages = cw_pages_get_n_pages (pages);
  const CwPreviewPoint tries[] = {
    { top.page, CW_STD_BINDING_MARGIN, MAX (top.y, 0) },
    { top.page, CW_STD_BINDING_MARGIN, MAX (top.y, 0) + pitch },
    { top.page + 1, CW_STD_BINDING_MARGIN, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      graphene_rect_t caret;
      guint page;

      if (tries[i].page >= n_pages
          || !cw_pages_find_point (pages, tries[i].page, tries[i].x, tries[i].y, place)
          || !cw_pages_find_place (pages, *place, &page, &caret))
        continue;
      if (page < top.page || (page == top.page && caret.origin.y < top.y))
        continue;
      *point = (CwPreviewPoint) { page, caret.origin.x, caret.origin.y };
      return TRUE;
    }
  return FALSE;
}

/**
 * cw_preview_anchor_take:
 * @pages: (nullable): the pages shown
 * @layout: how they stand
 * @scroll_x: application pixels
 * @scroll_y: application pixels
 *
 * Notes the first line of text that is to be seen and how high on the screen it stands. An edit
 * anywhere above it will not move it; an edit below it moves only what comes after.
 *
 * Returns: the anchor
 */
CwPreviewAnchor
cw_preview_anchor_take (CwPages *pages,
                        const CwPreviewLayout *layout,
                        double scroll_x,
                        double scroll_y)
{
  CwPreviewAnchor anchor
      = cw_preview_anchor_take_point (layout, scroll_x, scroll_y, layout->width / 2, 0);
  CwPreviewPoint line;
  double x;
  double y;

  anchor.at_top = scroll_y <= 0;
  if (!pages || !find_first_line (pages, anchor.point, &anchor.place, &line))
    return anchor;
  line.x = anchor.point.x;
  cw_preview_layout_from_paper (layout, line, &x, &y);
  if (y - scroll_y >= layout->height)
    return anchor;
  anchor.in_text = TRUE;
  anchor.point = line;
  anchor.view_y = y - scroll_y;
  return anchor;
}

/**
 * cw_preview_anchor_take_point:
 * @layout: how the pages stand
 * @scroll_x: application pixels
 * @scroll_y: application pixels
 * @view_x: where in the view, application pixels
 * @view_y: where in the view, application pixels
 *
 * Notes what point of the paper is at a point of the view: for zooming about the pointer.
 *
 * Returns: the anchor
 */
CwPreviewAnchor
cw_preview_anchor_take_point (const CwPreviewLayout *layout,
                              double scroll_x,
                              double scroll_y,
                              double view_x,
                              double view_y)
{
  return (CwPreviewAnchor) {
    .point = cw_preview_layout_to_paper (layout, scroll_x + view_x, scroll_y + view_y),
    .view_x = view_x,
    .view_y = view_y,
  };
}

/**
 * cw_preview_anchor_translate:
 * @self: an anchor in the pages of @from
 * @from: the document then
 * @to: the document now
 *
 * Follows the anchor's place through an edit. When its text is gone, the point on paper remains.
 */
void
cw_preview_anchor_translate (CwPreviewAnchor *self, CwDocument *from, CwDocument *to)
{
  if (self->in_text)
    self->in_text = cw_preview_translate_place (self->place, from, to, &self->place);
}

static CwPreviewPoint
find_anchor_point (const CwPreviewAnchor *self, CwPages *pages, const CwPreviewLayout *layout)
{
  CwPreviewPoint point = self->point;
  graphene_rect_t caret;

  if (self->in_text && pages && cw_pages_find_place (pages, self->place, &point.page, &caret))
    point.y = caret.origin.y;
  else if (layout->n_pages > 0)
    point.page = MIN (point.page, layout->n_pages - 1);
  return point;
}

/**
 * cw_preview_anchor_apply:
 * @self: an anchor, its place in the document of @pages
 * @pages: (nullable): the pages to be shown
 * @layout: how they stand
 * @scroll_x: (out): application pixels
 * @scroll_y: (out): application pixels
 *
 * Where to scroll so that the anchor stands where it stood, as far as the pages reach.
 */
void
cw_preview_anchor_apply (const CwPreviewAnchor *self,
                         CwPages *pages,
                         const CwPreviewLayout *layout,
                         double *scroll_x,
                         double *scroll_y)
{
  double x;
  double y;

  cw_preview_layout_from_paper (layout, find_anchor_point (self, pages, layout), &x, &y);
  *scroll_x = cw_preview_layout_clamp_x (layout, x - self->view_x);
  *scroll_y = self->at_top ? 0 : cw_preview_layout_clamp_y (layout, y - self->view_y);
}

static gboolean
is_same_line (const CwFlowLine *a, const CwFlowLine *b)
{
  return a->text == b->text && a->end - a->start == b->end - b->start
         && (a->text != NULL || a->style == b->style);
}

/* What an edited line still has in common with what it was. */
typedef struct
{
  const char *text;
  guint old_length;
  guint length;
  guint head;
  guint tail;
} Likeness;

static Likeness
compare_lines (const CwFlowLine *old, const CwFlowLine *line)
{
  const char *a = old->text ? cw_text_get_string (old->text) + old->start : "";
  const char *b = line->text ? cw_text_get_string (line->text) + line->start : "";
  Likeness likeness = { b, old->end - old->start, line->end - line->start, 0, 0 };
  guint shorter = MIN (likeness.old_length, likeness.length);

  while (likeness.head < shorter && a[likeness.head] == b[likeness.head])
    likeness.head++;
  while (likeness.tail < shorter - likeness.head
         && a[likeness.old_length - 1 - likeness.tail] == b[likeness.length - 1 - likeness.tail])
    likeness.tail++;
  return likeness;
}

/* A line edited in one stretch: text before and after it stays where it is. */
static guint
translate_offset (const Likeness *likeness, guint offset)
{
  guint start = likeness->head;

  if (offset <= likeness->head)
    return offset;
  if (offset >= likeness->old_length - likeness->tail)
    return likeness->length - (likeness->old_length - MIN (offset, likeness->old_length));
  while (start > 0 && start < likeness->length && (likeness->text[start] & 0xc0) == 0x80)
    start--;
  return start;
}

/* A line that was split or joined: its beginning is found at @head, its end at @tail. */
static gboolean
translate_split (const CwFlowLine *old,
                 const CwFlowLine *head,
                 const CwFlowLine *tail,
                 gint64 tail_line,
                 CwPlace *place)
{
  Likeness likeness = compare_lines (old, head);

  if (likeness.head > 0 && place->offset <= likeness.head)
    return TRUE;
  if (!tail)
    return FALSE;
  likeness = compare_lines (old, tail);
  if (likeness.tail == 0 || place->offset < likeness.old_length - likeness.tail)
    return FALSE;
  *place = (CwPlace) { (guint) tail_line, translate_offset (&likeness, place->offset) };
  return TRUE;
}

/**
 * cw_preview_translate_place:
 * @place: a place in @from
 * @from: a document
 * @to: a later or earlier state of it
 * @translated: (out): the place in @to
 *
 * Where a place is after an edit: since documents share what they have not touched, a line is found
 * again by the identity of its text, counted from the start or from the end. A line edited itself
 * is the one with as many lines before, or after, it as then. Takes the same time for any length of
 * document.
 *
 * Returns: whether the place was found; if not, it is the nearest one by number of lines
 */
gboolean
cw_preview_translate_place (CwPlace place, CwDocument *from, CwDocument *to, CwPlace *translated)
{
  guint n_from = cw_flow_get_n_lines (from);
  guint n_to = cw_flow_get_n_lines (to);
  gint64 tail_line = (gint64) place.line + n_to - n_from;
  gboolean has_tail = tail_line >= 0 && tail_line < n_to;
  CwFlowLine old;
  CwFlowLine head;
  CwFlowLine tail;

  *translated = place;
  if (from == to)
    return TRUE;
  if (place.line >= n_from || n_to == 0)
    return FALSE;
  old = cw_flow_get_line (from, place.line);
  translated->line = MIN (place.line, n_to - 1);
  head = cw_flow_get_line (to, translated->line);
  if (translated->line == place.line && is_same_line (&old, &head))
    return TRUE;
  if (has_tail)
    tail = cw_flow_get_line (to, (guint) tail_line);
  if (has_tail && is_same_line (&old, &tail))
    {
      translated->line = (guint) tail_line;
      return TRUE;
    }
  if (n_from != n_to)
    return translate_split (&old, &head, has_tail ? &tail : NULL, tail_line, translated);
  Likeness likeness = compare_lines (&old, &head);
  translated->offset = translate_offset (&likeness, place.offset);
  return TRUE;
}

/**
 * cw_preview_reveal:
 * @scroll: scroll position now
 * @view: length of the view
 * @start: of what is to be seen, in the content
 * @end: of what is to be seen
 *
 * Scrolls no further than needed to have something comfortably in view, a sixth of the view (at
 * most 80) from its edges; from further away than a view's length it is brought to the upper third.
 *
 * Returns: scroll position to go to, not yet limited to the content
 */
double
cw_preview_reveal (double scroll, double view, double start, double end)
{
  double margin = MIN (80, view / 6);

  if (end - start > view - 2 * margin)
    return start < scroll || start > scroll + view / 2 ? start - margin / 2 : scroll;
  if (start >= scroll + margin && end <= scroll + view - margin)
    return scroll;
  if (start < scroll - view || end > scroll + 2 * view)
    return start - view / 3;
  return start < scroll + margin ? start - margin : end - view + margin;
}
