/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-growing-text.h"

#include "app/editor/cw-undo-actions.h"

/* Characters for which it asks at least, and by itself. */
#define LEAST_CHARS 4
#define USUAL_CHARS 16

/**
 * CwGrowingText:
 *
 * A text to be filled in that is as high as its lines, whatever width it is given. The text view it
 * is made of asks for the height it had at the width before, which is enormous the first time. Undo
 * and redo in its menu are those of the window.
 */
struct _CwGrowingText
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (CwGrowingText, cw_growing_text, GTK_TYPE_TEXT_VIEW)

static int
measure_height (GtkWidget *widget, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
measure_width (GtkWidget *widget, int chars)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) * chars;

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width);
}

static GtkSizeRequestMode
cw_growing_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cw_growing_text_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gboolean upright = orientation == GTK_ORIENTATION_VERTICAL;

  *minimum = upright ? measure_height (widget, for_size) : measure_width (widget, LEAST_CHARS);
  *natural = upright ? *minimum : measure_width (widget, USUAL_CHARS);
}

static void
cw_growing_text_class_init (CwGrowingTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = cw_growing_text_get_request_mode;
  widget_class->measure = cw_growing_text_measure;
  cw_undo_actions_install (widget_class);
}

static void
cw_growing_text_init (CwGrowingText *self)
{
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  cw_undo_actions_enable (GTK_WIDGET (self), TRUE, TRUE);
}

/**
 * cw_growing_text_new:
 *
 * Returns: (transfer floating): a text without words
 */
GtkWidget *
cw_growing_text_new (void)
{
  return g_object_new (CW_TYPE_GROWING_TEXT, NULL);
}
