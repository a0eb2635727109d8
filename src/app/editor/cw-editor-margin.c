/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-margin.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "document/cw-numbering.h"
#include "cw-editor-flow.h"
#include "cw-editor-folds.h"
#include "cw-editor-tags.h"

/* What one line has beside it, and where. */
typedef struct
{
  CwEditor *editor;
  GtkSnapshot *snapshot;
  CwFlowLine flow;
  GdkRectangle rect; /* of the line's first character */
  GdkRGBA colour;
  double left; /* where the text begins */
  double right;
} Beside;

/* 附件1, or only 附件 where there is no other (R91). */
static char *
attachment_label (CwDocument *document, guint block)
{
  guint number = 1;

  if (cw_document_get_n_attachments (document) == 1)
    return g_strdup (cw_style_get_name (CW_STYLE_ATTACHMENT));
  for (guint i = cw_document_get_n_body_blocks (document); i < block; i++)
    if (cw_block_get_kind (cw_document_get_block (document, i)) == CW_BLOCK_ATTACHMENT)
      number++;
  return g_strdup_printf (_ ("Attachment %u"), number);
}

/**
 * cw_editor_margin_get_label:
 * @editor: an editor
 * @line: a line of its document
 *
 * What stands in the margin beside a line: the computed number of a heading (R61) or an attachment
 * (R91), the name of an element at its first line.
 *
 * Returns: (transfer full) (nullable): the label, or %NULL for a line without one
 */
char *
cw_editor_margin_get_label (CwEditor *editor, guint line)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  CwDocument *document = cw_editor_buffer_get_document (buffer);
  CwFlowLine flow = cw_flow_get_line (document, line);

  if (flow.style == CW_STYLE_ATTACHMENT)
    return attachment_label (document, flow.block);
  if (flow.style == CW_STYLE_ANNOTATION || flow.style == CW_STYLE_TABLE
      || flow.style == CW_STYLE_PICTURE)
    return g_strdup (cw_style_get_name (flow.style));
  if (cw_style_get_level (flow.style) > 0)
    return cw_numbering_format (cw_style_get_level (flow.style),
                                cw_editor_buffer_get_numbers (buffer)[flow.block]);
  if (flow.block >= 0 || flow.start > 0)
    return NULL;
  return g_strdup (cw_style_get_name (flow.style));
}

static PangoLayout *
make_label (Beside *beside, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (beside->editor), text);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (context));
  int size = pango_font_description_get_size (font);

  if (cw_style_get_level (beside->flow.style) > 0)
    {
      g_autoptr (PangoFontDescription) face = cw_editor_tags_get_font (beside->flow.style);

      pango_font_description_merge (font, face, TRUE);
    }
  else
    size *= 0.72;
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/* Numbers too wide for a narrow margin are drawn smaller, not cut. */
static void
draw_label (Beside *beside, const char *text)
{
  g_autoptr (PangoLayout) layout = make_label (beside, text);
  double gap = cw_editor_get_em (beside->editor) * 0.45;
  double room = beside->left - gap - cw_editor_get_em (beside->editor);
  int width, height;
  float scale;

  pango_layout_get_pixel_size (layout, &width, &height);
  scale = width > room ? room / width : 1;
  gtk_snapshot_save (beside->snapshot);
  gtk_snapshot_translate (
      beside->snapshot,
      &GRAPHENE_POINT_INIT (beside->left - gap - width * scale,
                            beside->rect.y + (beside->rect.height - height * scale) / 2));
  gtk_snapshot_scale (beside->snapshot, scale, scale);
  gtk_snapshot_append_layout (beside->snapshot, layout, &beside->colour);
  gtk_snapshot_restore (beside->snapshot);
}

static void
draw_dashes (Beside *beside, double from, double to, double y)
{
  for (double x = from; x + 6 <= to; x += 10)
    gtk_snapshot_append_color (beside->snapshot, &beside->colour, &GRAPHENE_RECT_INIT (x, y, 6, 1));
}

static void
draw_page_break (Beside *beside)
{
  g_autoptr (PangoLayout) layout = make_label (beside, cw_style_get_name (CW_STYLE_PAGE_BREAK));
  double middle = (beside->left + beside->right) / 2;
  double y = beside->rect.y + beside->rect.height / 2;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  draw_dashes (beside, beside->left, middle - width / 2 - 8, y);
  draw_dashes (beside, middle + width / 2 + 8, beside->right, y);
  gtk_snapshot_save (beside->snapshot);
  gtk_snapshot_translate (beside->snapshot,
                          &GRAPHENE_POINT_INIT (middle - width / 2, y - height / 2.0));
  gtk_snapshot_append_layout (beside->snapshot, layout, &beside->colour);
  gtk_snapshot_restore (beside->snapshot);
}

/* An attachment begins below a line across, which says so where it is set sideways. */
static void
draw_divider (Beside *beside, CwBlock *attachment)
{
  double em = cw_editor_get_em (beside->editor);
  double y = beside->rect.y - 1.2 * em;
  gboolean landscape
      = (cw_block_get_attachment_flags (attachment) & CW_ATTACHMENT_LANDSCAPE) != 0;
  double left = beside->left;

  if (landscape)
    {
      g_autoptr (PangoLayout) layout = make_label (beside, _ ("Landscape"));
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      gtk_snapshot_save (beside->snapshot);
      gtk_snapshot_translate (beside->snapshot, &GRAPHENE_POINT_INIT (left, y - height / 2.0));
      gtk_snapshot_append_layout (beside->snapshot, layout, &beside->colour);
      gtk_snapshot_restore (beside->snapshot);
      left += width + em / 2;
    }
  gtk_snapshot_append_color (beside->snapshot, &beside->colour,
                             &GRAPHENE_RECT_INIT (left, y, beside->right - left, 1));
}

/* A small triangle at the outer edge of the margin: down where a section is open, to the right where
 * it is folded. */
static void
draw_fold (Beside *beside)
{
  gboolean folded
      = cw_editor_folds_is_folded (cw_editor_get_folds (beside->editor), beside->flow.block);
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (GTK_WIDGET (beside->editor), folded ? "▸" : "▾");
  double em = cw_editor_get_em (beside->editor);
  GdkRGBA colour = beside->colour;
  int width, height;

  if (!folded)
    colour.alpha *= 0.6;
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (beside->snapshot);
  gtk_snapshot_translate (beside->snapshot,
                          &GRAPHENE_POINT_INIT (MAX (2, beside->left - 5 * em),
                                                beside->rect.y
                                                    + (beside->rect.height - height) / 2.0));
  gtk_snapshot_append_layout (beside->snapshot, layout, &colour);
  gtk_snapshot_restore (beside->snapshot);
}

static void
draw_line (Beside *beside, GtkTextIter *iter)
{
  guint line = gtk_text_iter_get_line (iter);
  CwEditorBuffer *buffer = cw_editor_get_buffer (beside->editor);
  CwDocument *document = cw_editor_buffer_get_document (buffer);
  g_autofree char *label = cw_editor_margin_get_label (beside->editor, line);

  beside->flow = cw_flow_get_line (document, line);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (beside->editor), iter, &beside->rect);
  if (beside->flow.style == CW_STYLE_ATTACHMENT)
    draw_divider (beside, cw_document_get_block (document, beside->flow.block));
  if (beside->flow.style == CW_STYLE_PAGE_BREAK)
    draw_page_break (beside);
  else if (label != NULL)
    draw_label (beside, label);
  if (cw_style_get_level (beside->flow.style) > 0)
    draw_fold (beside);
}

static void
set_up (Beside *beside, CwEditor *editor, GtkSnapshot *snapshot, GdkRectangle *visible)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  beside->editor = editor;
  beside->snapshot = snapshot;
  beside->left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (editor));
  beside->right = visible->width - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (editor));
  gtk_widget_get_color (GTK_WIDGET (editor), &beside->colour);
  if (!adw_style_manager_get_high_contrast (manager))
    beside->colour.alpha *= 0.6;
}

/**
 * cw_editor_margin_snapshot:
 * @editor: an editor
 * @snapshot: what to draw to, in the coordinates of the buffer
 *
 * Draws what stands beside the visible lines. Nothing is kept, so an edit anywhere costs no more
 * than drawing a screen.
 */
void
cw_editor_margin_snapshot (CwEditor *editor, GtkSnapshot *snapshot)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  GdkRectangle visible;
  GtkTextIter iter;
  Beside beside;
  guint n_lines;

  if (buffer == NULL)
    return;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (editor), &visible);
  set_up (&beside, editor, snapshot, &visible);
  n_lines = cw_flow_get_n_lines (cw_editor_buffer_get_document (buffer));
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (editor), &iter, visible.y, NULL);
  do
    {
      int y, height;

      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (editor), &iter, &y, &height);
      if (y > visible.y + visible.height || gtk_text_iter_get_line (&iter) >= (int) n_lines)
        return;
      if (height > 0)
        draw_line (&beside, &iter);
    }
  while (gtk_text_iter_forward_line (&iter));
}
