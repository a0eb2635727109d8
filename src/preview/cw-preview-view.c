/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-view-private.h"

#include <glib/gi18n-lib.h>

#include "cw-preview-input.h"

/* Memory for pictures; what is on the screen is kept whatever it takes. */
#define PICTURE_BUDGET (64 * 1024 * 1024)

#define FLASH_MS 1200

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_ZOOM_MODE,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  MOVED,
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (CwPreviewView,
                               cw_preview_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void announce_later (CwPreviewView *self);

/* --- where the view is --- */

/**
 * cw_preview_view_get_scroll:
 * @self: a view
 * @x: (out): application pixels
 * @y: (out): application pixels
 *
 * How far the view is scrolled.
 */
void
cw_preview_view_get_scroll (CwPreviewView *self, double *x, double *y)
{
  cw_scroller_get_position (self->scroller, x, y);
}

static double
get_scale (CwPreviewView *self)
{
  return self->surface ? gdk_surface_get_scale (self->surface) : 1;
}

/**
 * cw_preview_view_get_sight:
 * @self: a view
 *
 * Returns: through what opening the pages are looked at
 */
CwPreviewSight
cw_preview_view_get_sight (CwPreviewView *self)
{
  return (CwPreviewSight) {
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
    .scale = get_scale (self),
    .mode = self->zoom_mode,
    .zoom = self->free_zoom,
    .spread = self->spread,
  };
}

/**
 * cw_preview_view_take_anchor:
 * @self: a view
 *
 * Returns: the text the eye rests on
 */
CwPreviewAnchor
cw_preview_view_take_anchor (CwPreviewView *self)
{
  double x;
  double y;

  cw_preview_view_get_scroll (self, &x, &y);
  return cw_preview_anchor_take (self->pages, &self->layout, x, y);
}

static void
tell_moved (gpointer data)
{
  CwPreviewView *self = data;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  announce_later (self);
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * cw_preview_view_arrange:
 * @self: a view
 * @anchor: what is to stay where it is on the screen
 *
 * Lays the pages out anew for the sight and zoom there are now, and scrolls.
 */
void
cw_preview_view_arrange (CwPreviewView *self, const CwPreviewAnchor *anchor)
{
  CwPreviewSight sight = cw_preview_view_get_sight (self);
  double x;
  double y;

  cw_preview_layout_init (&self->layout, &sight,
                          self->pages ? cw_pages_get_n_pages (self->pages) : 0);
  cw_preview_anchor_apply (anchor, self->pages, &self->layout, &x, &y);
  cw_scroller_configure (self->scroller, x, y,
                         (double[]) { cw_preview_layout_get_content_width (&self->layout),
                                      cw_preview_layout_get_content_height (&self->layout) },
                         (double[]) { sight.width, sight.height });
  tell_moved (self);
}

/* --- what it says about itself --- */

static void
update_label (CwPreviewView *self)
{
  g_autofree char *label = NULL;

  if (self->said_n_pages > 0)
    label = g_strdup_printf (_ ("Page %u of %u"), self->said_page + 1, self->said_n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label ? label : _ ("Preview of the printed pages"), -1);
}

static gboolean
announce (gpointer data)
{
  CwPreviewView *self = data;
  guint page = cw_preview_view_get_page (self);
  guint n_pages = self->layout.n_pages;
  gboolean page_changed = page != self->said_page;
  gboolean zoom_changed = self->layout.zoom != self->said_zoom;
  gboolean label_changed = page_changed || n_pages != self->said_n_pages;

  self->announcing = 0;
  self->said_page = page;
  self->said_n_pages = n_pages;
  self->said_zoom = self->layout.zoom;
  if (label_changed)
    update_label (self);
  if (page_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
  if (zoom_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
  return G_SOURCE_REMOVE;
}

/* Not at once: most changes come from within an allocation, where nobody may change a label. But
 * soon, for a machine busy drawing may have no idle moment. */
static void
announce_later (CwPreviewView *self)
{
  if (self->announcing == 0)
    self->announcing = g_idle_add_full (G_PRIORITY_DEFAULT, announce, self, NULL);
}

/**
 * cw_preview_view_get_page:
 * @self: a view
 *
 * Returns: the page of which most is to be seen, from 0
 */
guint
cw_preview_view_get_page (CwPreviewView *self)
{
  double x;
  double y;

  cw_preview_view_get_scroll (self, &x, &y);
  return cw_preview_layout_get_current_page (&self->layout, y);
}

/**
 * cw_preview_view_get_layout:
 * @self: a view
 *
 * Returns: (transfer none): where the pages are
 */
const CwPreviewLayout *
cw_preview_view_get_layout (CwPreviewView *self)
{
  return &self->layout;
}

/**
 * cw_preview_view_change_zoom_mode:
 * @self: a view
 * @mode: what decides the zoom from the next arrangement on
 */
void
cw_preview_view_change_zoom_mode (CwPreviewView *self, CwPreviewZoomMode mode)
{
  if (self->zoom_mode == mode)
    return;
  self->zoom_mode = mode;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM_MODE]);
}

/**
 * cw_preview_view_emit_activated:
 * @self: a view
 * @point: the point of the paper that was clicked
 */
void
cw_preview_view_emit_activated (CwPreviewView *self, const CwPreviewPoint *point)
{
  g_signal_emit (self, signals[ACTIVATED], 0, point);
}

/* --- the widget --- */

static void
get_surface_offset (CwPreviewView *self, double *x, double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  graphene_point_t corner = GRAPHENE_POINT_INIT (0, 0);
  double inner_x = 0;
  double inner_y = 0;

  if (native
      && gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (native),
                                   &GRAPHENE_POINT_INIT (0, 0), &corner))
    gtk_native_get_surface_transform (native, &inner_x, &inner_y);
  *x = corner.x + inner_x;
  *y = corner.y + inner_y;
}

static void
cw_preview_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CwPreviewView *self = CW_PREVIEW_VIEW (widget);
  AdwAccentColor accent = adw_style_manager_get_accent_color (adw_style_manager_get_default ());
  CwPreviewScene scene = { .layout = self->layout,
                           .pictures = self->pictures,
                           .mark = self->mark,
                           .element = self->element,
                           .hits = self->hits };

  cw_preview_view_get_scroll (self, &scene.scroll_x, &scene.scroll_y);
  get_surface_offset (self, &scene.offset_x, &scene.offset_y);
  adw_accent_color_to_standalone_rgba (accent, FALSE, &scene.accent);
  cw_preview_draw (&scene, snapshot);
}

static void
cw_preview_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CwPreviewView *self = CW_PREVIEW_VIEW (widget);
  CwPreviewAnchor anchor = cw_preview_view_take_anchor (self);

  cw_preview_view_arrange (self, &anchor);
}

static void
on_scale_changed (CwPreviewView *self)
{
  /* a resize, for the bars must be laid out after the view, which moves their adjustments */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
cw_preview_view_realize (GtkWidget *widget)
{
  CwPreviewView *self = CW_PREVIEW_VIEW (widget);

  GTK_WIDGET_CLASS (cw_preview_view_parent_class)->realize (widget);
  self->surface = g_object_ref (gtk_native_get_surface (gtk_widget_get_native (widget)));
  g_signal_connect_swapped (self->surface, "notify::scale", G_CALLBACK (on_scale_changed), self);
  gtk_widget_queue_resize (widget);
}

static void
cw_preview_view_unrealize (GtkWidget *widget)
{
  CwPreviewView *self = CW_PREVIEW_VIEW (widget);

  g_signal_handlers_disconnect_by_data (self->surface, self);
  g_clear_object (&self->surface);
  GTK_WIDGET_CLASS (cw_preview_view_parent_class)->unrealize (widget);
}

static void
cw_preview_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cw_preview_view_parent_class)->map (widget);
  tell_moved (widget);
}

static void
set_adjustment (CwPreviewView *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment,
                GParamSpec *pspec)
{
  if (!cw_scroller_set_adjustment (self->scroller, orientation, adjustment))
    return;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_policy (CwPreviewView *self,
            GtkOrientation orientation,
            GtkScrollablePolicy policy,
            GParamSpec *pspec)
{
  if (self->policies[orientation] == policy)
    return;
  self->policies[orientation] = policy;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
cw_preview_view_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  CwPreviewView *self = CW_PREVIEW_VIEW (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      cw_preview_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_ZOOM_MODE:
      cw_preview_view_set_zoom_mode (self, g_value_get_enum (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value), pspec);
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value), pspec);
      break;
    case PROP_HSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_enum (value), pspec);
      break;
    case PROP_VSCROLL_POLICY:
      set_policy (self, GTK_ORIENTATION_VERTICAL, g_value_get_enum (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cw_preview_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CwPreviewView *self = CW_PREVIEW_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, cw_preview_view_get_page (self));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, cw_preview_view_get_zoom (self));
      break;
    case PROP_ZOOM_MODE:
      g_value_set_enum (value, self->zoom_mode);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value,
                          cw_scroller_get_adjustment (self->scroller, GTK_ORIENTATION_HORIZONTAL));
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value,
                          cw_scroller_get_adjustment (self->scroller, GTK_ORIENTATION_VERTICAL));
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cw_preview_view_dispose (GObject *object)
{
  CwPreviewView *self = CW_PREVIEW_VIEW (object);

  g_clear_handle_id (&self->announcing, g_source_remove);
  if (self->flash)
    adw_animation_pause (self->flash);
  g_clear_object (&self->flash);
  G_OBJECT_CLASS (cw_preview_view_parent_class)->dispose (object);
}

static void
cw_preview_view_finalize (GObject *object)
{
  CwPreviewView *self = CW_PREVIEW_VIEW (object);

  g_clear_handle_id (&self->announcing, g_source_remove);
  cw_scroller_free (self->scroller);
  cw_picture_cache_free (self->pictures);
  g_clear_pointer (&self->hits, cw_preview_hits_free);
  g_clear_pointer (&self->pages, cw_pages_unref);
  G_OBJECT_CLASS (cw_preview_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  object_class->set_property = cw_preview_view_set_property;
  object_class->get_property = cw_preview_view_get_property;
  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ZOOM]
      = g_param_spec_double ("zoom", NULL, NULL, CW_PREVIEW_MIN_ZOOM, CW_PREVIEW_MAX_ZOOM, 1,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_ZOOM_MODE] = g_param_spec_enum (
      "zoom-mode", NULL, NULL, CW_TYPE_PREVIEW_ZOOM_MODE, CW_PREVIEW_ZOOM_FIT_WIDTH,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
cw_preview_view_class_init (CwPreviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cw_preview_view_dispose;
  object_class->finalize = cw_preview_view_finalize;
  widget_class->snapshot = cw_preview_view_snapshot;
  widget_class->size_allocate = cw_preview_view_size_allocate;
  widget_class->realize = cw_preview_view_realize;
  widget_class->unrealize = cw_preview_view_unrealize;
  widget_class->map = cw_preview_view_map;
  install_properties (object_class);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  cw_preview_input_bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
set_flash (double strength, gpointer data)
{
  CwPreviewView *self = data;

  self->mark.strength = strength;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cw_preview_view_init (CwPreviewView *self)
{
  CwPreviewSight nothing = { .scale = 1, .mode = CW_PREVIEW_ZOOM_FIT_WIDTH, .zoom = 1 };

  self->free_zoom = 1;
  self->said_zoom = 1;
  self->pictures = cw_picture_cache_new (PICTURE_BUDGET);
  self->scroller = cw_scroller_new (GTK_WIDGET (self), tell_moved, self);
  self->flash = adw_timed_animation_new (GTK_WIDGET (self), 1, 0, FLASH_MS,
                                         adw_callback_animation_target_new (set_flash, self, NULL));
  cw_preview_layout_init (&self->layout, &nothing, 0);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  cw_preview_input_attach (self);
  update_label (self);
}

/**
 * cw_preview_view_new:
 *
 * The pages in one column, to be scrolled and zoomed; knows nothing of how pictures are made.
 *
 * Returns: (transfer floating): a view without pages
 */
GtkWidget *
cw_preview_view_new (void)
{
  return g_object_new (CW_TYPE_PREVIEW_VIEW, NULL);
}
