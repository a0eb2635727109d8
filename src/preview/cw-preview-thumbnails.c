/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-private.h"

#include <glib/gi18n-lib.h>

#include "typeset/cw-standard.h"

/* Small pages beside the large ones: another view of the same pages, whose pictures the same worker
 * makes when it has nothing more urgent to do. */

/* Width of the strip, in application pixels. */
#define STRIP_WIDTH 112

/**
 * cw_preview_describe_strip:
 * @self: a preview
 * @wish: (inout): a wish, of which all about the thumbnails is filled in; the caller owns their
 *   pictures
 */
void
cw_preview_describe_strip (CwPreview *self, CwPreviewWish *wish)
{
  CwPreviewWish strip = { 0 };
  double x;

  if (!self->strip)
    return;
  cw_preview_view_describe (self->strip, &strip);
  wish->strip_sight = strip.sight;
  wish->strip_pictures = strip.pictures;
  cw_preview_view_get_scroll (self->strip, &x, &wish->strip_scroll);
}

/**
 * cw_preview_mark_strip:
 * @self: a preview
 *
 * Marks the page that is to be seen among the thumbnails, and keeps it in sight.
 */
void
cw_preview_mark_strip (CwPreview *self)
{
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, CW_STD_PAGE_WIDTH, CW_STD_PAGE_HEIGHT);

  if (!self->strip)
    return;
  cw_preview_view_set_element (self->strip, cw_preview_get_page (self), &whole);
  cw_preview_view_reveal_element (self->strip);
}

/**
 * cw_preview_show_strip_pages:
 * @self: a preview
 * @pages: new pages
 *
 * Shows them as thumbnails, if there are any: each page keeps its old picture until it has a new
 * one.
 */
void
cw_preview_show_strip_pages (CwPreview *self, CwPages *pages)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  if (!self->strip)
    return;
  cw_preview_view_show_pages (self->strip, pages, nothing);
  cw_preview_mark_strip (self);
}

static void
on_activated (CwPreviewView *strip, const CwPreviewPoint *point, CwPreview *self)
{
  cw_preview_show_page (self, point->page);
}

/* The arrows go from page to page. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CwPreview *self)
{
  guint page = cw_preview_get_page (self), n_pages = cw_preview_get_n_pages (self);

  if (n_pages == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Left:
      cw_preview_show_page (self, page > 0 ? page - 1 : 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Right:
      cw_preview_show_page (self, MIN (page + 1, n_pages - 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      cw_preview_show_page (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      cw_preview_show_page (self, n_pages - 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
make_strip (CwPreview *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->strip = CW_PREVIEW_VIEW (cw_preview_view_new ());
  /* only a group may have a name, what merely scrolls may not */
  self->strip_scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->strip_scrolled),
                                 GTK_WIDGET (self->strip));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->strip_scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (self->strip_scrolled, STRIP_WIDTH, -1);
  gtk_widget_set_vexpand (self->strip_scrolled, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip_scrolled),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Page Thumbnails"), -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->strip), key);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_object (self->strip, "activated", G_CALLBACK (on_activated), self, 0);
  g_signal_connect_object (self->strip, "moved", G_CALLBACK (cw_preview_post_wish), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_insert_after (self->strip_scrolled, GTK_WIDGET (self), NULL);
}

/**
 * cw_preview_get_thumbnails:
 * @self: a preview
 *
 * Returns: whether small pages stand beside the large ones
 */
gboolean
cw_preview_get_thumbnails (CwPreview *self)
{
  g_return_val_if_fail (CW_IS_PREVIEW (self), FALSE);

  return self->strip != NULL;
}

/**
 * cw_preview_set_thumbnails:
 * @self: a preview
 * @thumbnails: whether to show small pages beside the large ones: a click on one, or an arrow key,
 *   goes there
 */
void
cw_preview_set_thumbnails (CwPreview *self, gboolean thumbnails)
{
  g_return_if_fail (CW_IS_PREVIEW (self));

  if (cw_preview_get_thumbnails (self) == !!thumbnails)
    return;
  if (thumbnails)
    make_strip (self);
  else
    {
      self->strip = NULL;
      g_clear_pointer (&self->strip_scrolled, gtk_widget_unparent);
    }
  if (thumbnails && cw_preview_get_pages (self))
    cw_preview_show_strip_pages (self, cw_preview_get_pages (self));
  g_object_notify (G_OBJECT (self), "thumbnails");
}
