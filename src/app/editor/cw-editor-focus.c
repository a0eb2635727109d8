/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-focus.h"

#include <adwaita.h>

/* Everything but the paragraph of the caret lies under a veil of the colour of the paper, so that no
 * tag of the text has anything to do with it. */

#define VEIL 0.68f
/* Whoever needs high contrast needs to read the rest too. */
#define THIN_VEIL 0.4f

/**
 * cw_editor_focus_get_lit:
 * @editor: an editor
 * @top: (out): where the paragraph of the caret begins, in buffer coordinates
 * @height: (out): how high it is
 */
void
cw_editor_focus_get_lit (CwEditor *editor, int *top, int *height)
{
  GtkTextView *view = GTK_TEXT_VIEW (editor);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_line_yrange (view, &caret, top, height);
}

static GdkRGBA
get_veil (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  float alpha = adw_style_manager_get_high_contrast (style) ? THIN_VEIL : VEIL;

  if (adw_style_manager_get_dark (style))
    return (GdkRGBA) { 0.114f, 0.114f, 0.125f, alpha };
  return (GdkRGBA) { 1, 1, 1, alpha };
}

/**
 * cw_editor_focus_snapshot:
 * @editor: an editor
 * @snapshot: where to draw, in buffer coordinates, above the text
 *
 * Dims all paragraphs but that of the caret.
 */
void
cw_editor_focus_snapshot (CwEditor *editor, GtkSnapshot *snapshot)
{
  GdkRectangle seen;
  GdkRGBA veil = get_veil ();
  int top, height, margin = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (editor));
  float left, width, above, below;

  cw_editor_focus_get_lit (editor, &top, &height);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (editor), &seen);
  left = (float) (seen.x - margin);
  width = (float) gtk_widget_get_width (GTK_WIDGET (editor)) + 2.0f * (float) margin;
  above = (float) CLAMP (top, seen.y, seen.y + seen.height);
  below = (float) CLAMP (top + height, seen.y, seen.y + seen.height);
  gtk_snapshot_append_color (
      snapshot, &veil,
      &GRAPHENE_RECT_INIT (left, (float) seen.y, width, above - (float) seen.y));
  gtk_snapshot_append_color (
      snapshot, &veil,
      &GRAPHENE_RECT_INIT (left, below, width, (float) (seen.y + seen.height) - below));
}
