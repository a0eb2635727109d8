/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cw-picture-loader.h"
#include "typeset/cw-standard.h"
#include "typeset/pages/cw-picture-size.h"

/* Height of a picture that is not there yet or cannot be shown, px. */
#define EMPTY_HEIGHT 96

enum
{
  EDITED,
  LEAVE,
  REMOVE,
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPictureView, cw_picture_view, GTK_TYPE_WIDGET)

/* --- size ------------------------------------------------------------------------------------- */

/**
 * cw_picture_view_get_shown_width:
 * @self: a picture view
 *
 * Returns: the width it is shown in, mm
 */
double
cw_picture_view_get_shown_width (CwPictureView *self)
{
  double own = cw_picture_get_width (self->picture), room = self->width / self->scale;
  CwPictureSize size;

  if (self->drag > 0)
    own = self->drag;
  if (own <= 0 && self->texture != NULL && cw_picture_size_find (self->picture, &size))
    own = CW_TO_MM (size.natural_width); /* as on the page */
  return own > 0 ? MIN (own, room) : room / 2;
}

/**
 * cw_picture_view_get_area:
 * @self: a picture view
 *
 * Returns: where the picture is in the widget, px
 */
graphene_rect_t
cw_picture_view_get_area (CwPictureView *self)
{
  double width = cw_picture_view_get_shown_width (self) * self->scale, height = EMPTY_HEIGHT;

  if (self->texture != NULL)
    height = width * gdk_texture_get_height (self->texture)
             / gdk_texture_get_width (self->texture);
  return GRAPHENE_RECT_INIT ((self->width - width) / 2, CW_PICTURE_HANDLE / 2, width, height);
}

/**
 * cw_picture_view_get_height:
 * @self: a picture view
 *
 * Returns: the height it needs, in pixels
 */
int
cw_picture_view_get_height (CwPictureView *self)
{
  g_return_val_if_fail (CW_IS_PICTURE_VIEW (self), 0);

  return (int) cw_picture_view_get_area (self).size.height + CW_PICTURE_HANDLE;
}

static void
cw_picture_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  CwPictureView *self = CW_PICTURE_VIEW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? self->width
                            : cw_picture_view_get_height (self);
}

static void
cw_picture_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CwPictureView *self = CW_PICTURE_VIEW (widget);

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/**
 * cw_picture_view_resize:
 * @self: a picture view
 * @width: another width, mm
 *
 * Hands out the picture in that width, within what can be printed.
 */
void
cw_picture_view_resize (CwPictureView *self, double width)
{
  g_autoptr (CwPicture) picture = NULL;

  g_return_if_fail (CW_IS_PICTURE_VIEW (self));

  picture = cw_picture_new (cw_picture_get_picture_type (self->picture),
                            cw_picture_get_bytes (self->picture),
                            CLAMP (width, CW_PICTURE_NARROWEST_MM, CW_PICTURE_WIDEST_MM));
  if (!cw_picture_equal (picture, self->picture))
    g_signal_emit (self, signals[EDITED], 0, picture);
}

/* --- looks ------------------------------------------------------------------------------------ */

static void
draw_trouble (CwPictureView *self, GtkSnapshot *snapshot, graphene_rect_t area)
{
  const char *text = self->trouble != NULL ? self->trouble : _ ("The picture is being read…");
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA colour, back;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  back = colour;
  back.alpha *= 0.08f;
  area.origin.x = 0;
  area.size.width = self->width;
  gtk_snapshot_append_color (snapshot, &back, &area);
  pango_layout_set_width (layout, (int) (area.size.width - 16) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, (int) (area.size.height - 16) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (8, area.origin.y + 8));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_label (CwPictureView *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  g_autofree char *text = g_strdup_printf ("%.0f mm", cw_picture_view_get_shown_width (self));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (GdkRGBA) accent
      = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  GdkRGBA white = { 1, 1, 1, 1 };
  int width, height;
  graphene_rect_t back;

  pango_layout_get_pixel_size (layout, &width, &height);
  back = GRAPHENE_RECT_INIT (area->origin.x + area->size.width - width - 12,
                             area->origin.y + area->size.height - height - 16, width + 8,
                             height + 4);
  gtk_snapshot_append_color (snapshot, accent, &back);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (back.origin.x + 4, back.origin.y + 2));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
}

static void
draw_frame (CwPictureView *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  g_autoptr (GdkRGBA) accent
      = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  GskRoundedRect outline;
  double right = area->origin.x + area->size.width, bottom = area->origin.y + area->size.height;

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { *accent, *accent, *accent, *accent });
  gtk_snapshot_append_color (
      snapshot, accent,
      &GRAPHENE_RECT_INIT (right - CW_PICTURE_HANDLE / 2, bottom - CW_PICTURE_HANDLE / 2,
                           CW_PICTURE_HANDLE, CW_PICTURE_HANDLE));
}

static void
cw_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CwPictureView *self = CW_PICTURE_VIEW (widget);
  graphene_rect_t area = cw_picture_view_get_area (self);

  if (self->texture != NULL)
    gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_TRILINEAR,
                                        &area);
  else
    draw_trouble (self, snapshot, area);
  if (gtk_widget_has_focus (widget) || self->drag > 0)
    draw_frame (self, snapshot, &area);
  if (self->drag > 0)
    draw_label (self, snapshot, &area);
}

/* --- loading ---------------------------------------------------------------------------------- */

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwPictureView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = cw_picture_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_set_object (&self->texture, texture);
  g_set_str (&self->trouble, error != NULL ? error->message : NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[LOADED], 0);
}

static void
load (CwPictureView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cw_picture_load_async (self->picture, self->cancellable, on_loaded, g_object_ref (self));
}

/**
 * cw_picture_view_is_loaded:
 * @self: a picture view
 *
 * Returns: whether the picture is there, or known not to be
 */
gboolean
cw_picture_view_is_loaded (CwPictureView *self)
{
  g_return_val_if_fail (CW_IS_PICTURE_VIEW (self), FALSE);

  return self->texture != NULL || self->trouble != NULL;
}

/**
 * cw_picture_view_set_picture:
 * @self: a picture view
 * @picture: what it is to show
 */
void
cw_picture_view_set_picture (CwPictureView *self, CwPicture *picture)
{
  gboolean same;

  g_return_if_fail (CW_IS_PICTURE_VIEW (self));
  g_return_if_fail (picture != NULL);

  same = self->picture != NULL
         && g_bytes_equal (cw_picture_get_bytes (picture), cw_picture_get_bytes (self->picture));
  cw_picture_ref (picture);
  g_clear_pointer (&self->picture, cw_picture_unref);
  self->picture = picture;
  if (!same)
    load (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cw_picture_view_set_space:
 * @self: a picture view
 * @width: pixels there are for the picture
 * @scale: pixels a millimetre of the page
 */
void
cw_picture_view_set_space (CwPictureView *self, int width, double scale)
{
  g_return_if_fail (CW_IS_PICTURE_VIEW (self));

  if (self->width == width && self->scale == scale)
    return;
  self->width = width;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cw_picture_view_set_name:
 * @self: a picture view
 * @name: the picture's caption, for who cannot see it
 */
void
cw_picture_view_set_name (CwPictureView *self, const char *name)
{
  g_autofree char *label = NULL;

  g_return_if_fail (CW_IS_PICTURE_VIEW (self));

  label = *name != '\0' ? g_strdup_printf ("%s. %s", _ ("Picture"), name)
                        : g_strdup (_ ("Picture"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* --- the class -------------------------------------------------------------------------------- */

static void
cw_picture_view_dispose (GObject *object)
{
  CwPictureView *self = CW_PICTURE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (cw_picture_view_parent_class)->dispose (object);
}

static void
cw_picture_view_finalize (GObject *object)
{
  CwPictureView *self = CW_PICTURE_VIEW (object);

  g_clear_pointer (&self->picture, cw_picture_unref);
  g_free (self->trouble);
  G_OBJECT_CLASS (cw_picture_view_parent_class)->finalize (object);
}

static guint
make_signal (const char *name, GType argument)
{
  return g_signal_new (name, CW_TYPE_PICTURE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, argument != G_TYPE_NONE ? 1 : 0, argument);
}

static void
cw_picture_view_class_init (CwPictureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cw_picture_view_dispose;
  object_class->finalize = cw_picture_view_finalize;
  widget_class->measure = cw_picture_view_measure;
  widget_class->size_allocate = cw_picture_view_size_allocate;
  widget_class->snapshot = cw_picture_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  /**
   * CwPictureView::edited:
   * @picture: (type CwPicture): what the picture becomes
   */
  signals[EDITED] = make_signal ("edited", CW_TYPE_PICTURE);
  /**
   * CwPictureView::leave:
   * @direction: -1 for the text above, 1 for the caption below
   */
  signals[LEAVE] = make_signal ("leave", G_TYPE_INT);
  /**
   * CwPictureView::remove:
   *
   * The picture is to go.
   */
  signals[REMOVE] = make_signal ("remove", G_TYPE_NONE);
  /**
   * CwPictureView::loaded:
   *
   * Its height is known now.
   */
  signals[LOADED] = make_signal ("loaded", G_TYPE_NONE);
}

static void
cw_picture_view_init (CwPictureView *self)
{
  self->width = 400;
  self->scale = 400 / 156.0;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  cw_picture_view_add_controllers (self);
}

/**
 * cw_picture_view_new:
 * @picture: a picture
 *
 * Returns: a view of it, which shows it as soon as it has been decoded
 */
GtkWidget *
cw_picture_view_new (CwPicture *picture)
{
  CwPictureView *self = g_object_new (CW_TYPE_PICTURE_VIEW, NULL);

  cw_picture_view_set_picture (self, picture);
  return GTK_WIDGET (self);
}
