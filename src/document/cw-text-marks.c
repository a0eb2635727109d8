/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-text.h"

/* What the author says about stretches of a text. */

/**
 * cw_text_has_mark:
 * @self: a text
 * @kind: what to look for
 * @start: first byte
 * @end: byte after the last
 *
 * Returns: whether every character from @start to @end is marked so; with an empty range, whether
 *   a character typed there would be
 */
gboolean
cw_text_has_mark (CwText *self, CwMarkKind kind, gsize start, gsize end)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (self, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      const CwMark *mark = &marks[i];

      if (mark->kind != kind || mark->start > start || mark->end < end)
        continue;
      if (start < end || (mark->start < start && end < mark->end))
        return TRUE;
    }
  return FALSE;
}

/* @self with other marks; @self itself if they are the same. */
static CwText *
with_marks (CwText *self, GArray *marks)
{
  g_autoptr (CwText) changed
      = cw_text_new_with_marks (cw_text_get_string (self), (gssize) cw_text_get_length (self),
                                (CwMark *) marks->data, marks->len);

  return cw_text_equal (self, changed) ? cw_text_ref (self) : g_steal_pointer (&changed);
}

/* Adds what is left of @mark when @start to @end is cut out of it. */
static void
add_mark_without (GArray *marks, CwMark mark, guint start, guint end)
{
  CwMark before = { mark.kind, mark.start, MIN (mark.end, start), mark.value };
  CwMark behind = { mark.kind, MAX (mark.start, end), mark.end, mark.value };

  if (before.start < before.end)
    g_array_append_val (marks, before);
  if (behind.start < behind.end)
    g_array_append_val (marks, behind);
}

/**
 * cw_text_set_mark:
 * @self: a text
 * @kind: what to mark it as
 * @start: first byte
 * @end: byte after the last
 * @on: whether to set the mark or to take it away
 *
 * Returns: (transfer full): the new text; @self itself if nothing changes
 */
CwText *
cw_text_set_mark (CwText *self, CwMarkKind kind, gsize start, gsize end, gboolean on)
{
  g_autoptr (GArray) changed = NULL;
  CwMark mark = { kind, start, end, 0 };
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (self, &n_marks);

  g_return_val_if_fail (start <= end && end <= cw_text_get_length (self), NULL);

  if (start == end)
    return cw_text_ref (self);
  changed = g_array_new (FALSE, FALSE, sizeof (CwMark));
  for (guint i = 0; i < n_marks; i++)
    if (!on && marks[i].kind == kind)
      add_mark_without (changed, marks[i], start, end);
    else
      g_array_append_val (changed, marks[i]);
  if (on)
    g_array_append_val (changed, mark);
  return with_marks (self, changed);
}

/**
 * cw_text_set_value:
 * @self: a text
 * @value: number of a quantity of the paper, or 0 for none
 * @start: first byte
 * @end: byte after the last
 *
 * Says which quantity stands from @start to @end; another that stood there ends.
 *
 * Returns: (transfer full): the new text; @self itself if nothing changes
 */
CwText *
cw_text_set_value (CwText *self, guint value, gsize start, gsize end)
{
  g_autoptr (CwText) without = cw_text_set_mark (self, CW_MARK_VALUE, start, end, FALSE);
  g_autoptr (GArray) changed = NULL;
  CwMark mark = { CW_MARK_VALUE, start, end, value };
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (without, &n_marks);

  if (value == 0 || start == end)
    return g_steal_pointer (&without);
  changed = g_array_new (FALSE, FALSE, sizeof (CwMark));
  if (n_marks > 0)
    g_array_append_vals (changed, marks, n_marks);
  g_array_append_val (changed, mark);
  return with_marks (self, changed);
}
