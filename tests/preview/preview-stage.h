/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "preview-test.h"

#include <adwaita.h>

#include "preview/cw-preview-view.h"
#include "preview/cw-preview.h"

/* A window with nothing but a preview. */
typedef struct
{
  GtkWidget *window;
  CwPreview *preview;
  CwPreviewView *view;
  CwDocument *document;
  guint n_activated;
  CwPlace activated;
} Stage;

static inline GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found)
        return found;
    }
  return NULL;
}

static inline void
on_place_activated (CwPreview *preview, const CwPlace *place, Stage *stage)
{
  stage->n_activated++;
  stage->activated = *place;
}

static inline void
await_current (Stage *stage)
{
  while (cw_preview_get_busy (stage->preview))
    g_main_context_iteration (NULL, TRUE);
}

static inline void
draw (Stage *stage)
{
  gtk_widget_queue_draw (stage->window);
  gtk_test_widget_wait_for_draw (stage->window);
}

static inline void
set_document (Stage *stage, CwDocument *document)
{
  cw_document_ref (document);
  g_clear_pointer (&stage->document, cw_document_unref);
  stage->document = document;
  cw_preview_set_document (stage->preview, document);
}

static inline void
stage_free (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  cw_document_unref (stage->document);
  g_free (stage);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)

static inline double
get_scroll (Stage *stage)
{
  double x;
  double y;

  cw_preview_view_get_scroll (stage->view, &x, &y);
  return y;
}

/* Where on the screen a place of the pages shown is. */
static inline double
get_height_of (Stage *stage, CwPlace place)
{
  CwPreviewPoint point = { 0 };
  graphene_rect_t caret;
  double x;
  double y;

  g_assert_true (
      cw_pages_find_place (cw_preview_get_pages (stage->preview), place, &point.page, &caret));
  point.y = caret.origin.y;
  cw_preview_layout_from_paper (cw_preview_view_get_layout (stage->view), point, &x, &y);
  return y - get_scroll (stage);
}

static inline GskRenderNode *
draw_node (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  return gtk_snapshot_free_to_node (snapshot);
}

/* A picture of the preview as it is on the screen, once it has been laid out. */
static inline GdkTexture *
take_picture (Stage *stage)
{
  GtkWidget *view = GTK_WIDGET (stage->view);
  g_autoptr (GskRenderNode) node = NULL;

  while (!(node = draw_node (view)))
    g_main_context_iteration (NULL, TRUE);
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (stage->window)), node,
                                      &GRAPHENE_RECT_INIT (0, 0,
                                                           (float) gtk_widget_get_width (view),
                                                           (float) gtk_widget_get_height (view)));
}

static inline void
keep_picture (Stage *stage, const char *name)
{
  const char *folder = g_getenv ("CHENGWEN_TEST_PICTURES");
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (!folder)
    return;
  texture = take_picture (stage);
  path = g_build_filename (folder, name, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static inline guint
count_ink (Stage *stage)
{
  g_autoptr (GdkTexture) texture = take_picture (stage);
  g_autofree guint32 *pixels = cw_test_get_pixels (texture);
  guint n = 0;

  for (int i = 0; i < gdk_texture_get_width (texture) * gdk_texture_get_height (texture); i++)
    n += cw_test_get_grey (pixels[i]) < 96;
  return n;
}

static inline void
await_ink (Stage *stage)
{
  while (count_ink (stage) < 500)
    g_main_context_iteration (NULL, TRUE);
}

/* At @width, with a document of @n_sections, set, painted and drawn. */
static inline Stage *
stage_new (int width, guint n_sections)
{
  Stage *stage = g_new0 (Stage, 1);
  g_autoptr (CwDocument) document = cw_test_long_document (n_sections);

  stage->window = gtk_window_new ();
  stage->preview = CW_PREVIEW (cw_preview_new ());
  stage->view = CW_PREVIEW_VIEW (find_widget (GTK_WIDGET (stage->preview), CW_TYPE_PREVIEW_VIEW));
  gtk_window_set_decorated (GTK_WINDOW (stage->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), width, 700);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->preview));
  g_signal_connect (stage->preview, "place-activated", G_CALLBACK (on_place_activated), stage);
  set_document (stage, document);
  gtk_window_present (GTK_WINDOW (stage->window));
  gtk_test_widget_wait_for_draw (stage->window);
  await_current (stage);
  await_ink (stage);
  return stage;
}

static inline guint32
get_pixel (Stage *stage, int x, int y)
{
  g_autoptr (GdkTexture) texture = take_picture (stage);
  g_autofree guint32 *pixels = cw_test_get_pixels (texture);

  return pixels[y * gdk_texture_get_width (texture) + x];
}

/* A point of the view within the character at a place. */
static inline graphene_point_t
find_on_view (Stage *stage, CwPlace place)
{
  CwPreviewPoint point = { 0 };
  graphene_rect_t caret;
  double x;
  double y;

  g_assert_true (
      cw_pages_find_place (cw_preview_get_pages (stage->preview), place, &point.page, &caret));
  point.x = caret.origin.x + 1;
  point.y = caret.origin.y + 8;
  cw_preview_layout_from_paper (cw_preview_view_get_layout (stage->view), point, &x, &y);
  return GRAPHENE_POINT_INIT ((float) x, (float) (y - get_scroll (stage)));
}
