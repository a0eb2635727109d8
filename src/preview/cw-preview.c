/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-private.h"

enum
{
  PROP_0,
  PROP_PAGES,
  PROP_N_PAGES,
  PROP_PAGE,
  PROP_ZOOM,
  PROP_ZOOM_MODE,
  PROP_BUSY,
  PROP_GUIDES,
  PROP_SPREAD,
  PROP_THUMBNAILS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
guint cw_preview_signals[CW_PREVIEW_N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPreview, cw_preview, GTK_TYPE_WIDGET)

/* --- documents in, pages out --- */

/**
 * cw_preview_is_up_to_date:
 * @self: a preview
 *
 * Returns: whether the pages shown are of the document and the layout asked for last
 */
gboolean
cw_preview_is_up_to_date (CwPreview *self)
{
  CwPages *pages = cw_preview_view_get_pages (self->view);

  if (!self->document)
    return TRUE;
  return pages && cw_pages_get_document (pages) == self->document
         && cw_profile_equal (cw_pages_get_profile (pages), &self->profile);
}

static void
update_busy (CwPreview *self)
{
  gboolean busy = !cw_preview_is_up_to_date (self);

  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/**
 * cw_preview_post_wish:
 * @self: a preview
 *
 * Has the worker make what is to be seen now.
 */
void
cw_preview_post_wish (CwPreview *self)
{
  CwPreviewWish wish
      = { .document = self->document, .profile = self->profile, .guides = self->guides };

  if (!self->worker)
    return;
  cw_preview_view_describe (self->view, &wish);
  cw_preview_describe_strip (self, &wish);
  cw_preview_worker_post (self->worker, &wish);
  g_ptr_array_unref (wish.pictures);
  g_clear_pointer (&wish.strip_pictures, g_ptr_array_unref);
}

static void
on_moved (CwPreview *self)
{
  cw_preview_post_wish (self);
  /* asked for before the view had a size */
  if (self->reveal)
    cw_preview_update_mark (self);
}

static void
show_new_pages (CwPreview *self, const CwPreviewReport *report)
{
  guint n_before = cw_preview_get_n_pages (self);

  cw_preview_view_show_pages (self->view, report->pages, report->pictures);
  cw_preview_show_strip_pages (self, report->pages);
  cw_preview_update_mark (self);
  cw_preview_update_element (self);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGES]);
  if (n_before != cw_preview_get_n_pages (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PAGES]);
  update_busy (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Pages of a document that is no longer the newest are still newer than those shown: somebody who
 * types without a pause, on a slow machine, sees them rather than nothing. */
static void
take_report (const CwPreviewReport *report, gpointer user_data)
{
  CwPreview *self = user_data;

  if (report->error)
    g_info ("%s", report->error->message);
  if (report->is_new)
    show_new_pages (self, report);
  else if (report->pages == cw_preview_view_get_pages (self->view))
    cw_preview_view_add_pictures (self->view, report->pictures);
  if (self->strip && report->pages == cw_preview_view_get_pages (self->strip))
    cw_preview_view_add_pictures (self->strip, report->strip_pictures);
}

/**
 * cw_preview_set_document:
 * @self: a preview
 * @document: what to show
 *
 * Shows another document, or another state of it: what the two share keeps its place on the
 * screen. Returns at once; CwPreview:pages is notified when it is set.
 */
void
cw_preview_set_document (CwPreview *self, CwDocument *document)
{
  g_return_if_fail (CW_IS_PREVIEW (self));
  g_return_if_fail (document != NULL);

  if (self->document == document)
    return;
  if (self->document)
    cw_preview_translate_place (self->place, self->document, document, &self->place);
  cw_document_ref (document);
  g_clear_pointer (&self->document, cw_document_unref);
  self->document = document;
  if (!self->worker)
    self->worker = cw_preview_worker_new (take_report, self);
  cw_preview_post_wish (self);
  update_busy (self);
}

/**
 * cw_preview_set_profile:
 * @self: a preview
 * @profile: the choices to make
 *
 * Shows the document in another layout.
 */
void
cw_preview_set_profile (CwPreview *self, const CwProfile *profile)
{
  g_return_if_fail (CW_IS_PREVIEW (self));
  g_return_if_fail (profile != NULL);

  if (cw_profile_equal (&self->profile, profile))
    return;
  self->profile = *profile;
  cw_preview_post_wish (self);
  update_busy (self);
}

/**
 * cw_preview_set_guides:
 * @self: a preview
 * @guides: whether to show type area, grid, line numbers, and where seals and stamps go
 *
 * Shows or hides what helps the eye and is never printed.
 */
void
cw_preview_set_guides (CwPreview *self, gboolean guides)
{
  g_return_if_fail (CW_IS_PREVIEW (self));

  if (!self->guides == !guides)
    return;
  self->guides = guides;
  cw_preview_post_wish (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GUIDES]);
}

/**
 * cw_preview_get_guides:
 * @self: a preview
 *
 * Returns: whether the guides are shown
 */
gboolean
cw_preview_get_guides (CwPreview *self)
{
  g_return_val_if_fail (CW_IS_PREVIEW (self), FALSE);

  return self->guides;
}

/**
 * cw_preview_get_pages:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the pages shown, which may be of an older state of the
 * document
 */
CwPages *
cw_preview_get_pages (CwPreview *self)
{
  g_return_val_if_fail (CW_IS_PREVIEW (self), NULL);

  return cw_preview_view_get_pages (self->view);
}

/**
 * cw_preview_get_n_pages:
 * @self: a preview
 *
 * Returns: how many pages are shown; 0 before the first setting
 */
guint
cw_preview_get_n_pages (CwPreview *self)
{
  CwPages *pages = cw_preview_get_pages (self);

  return pages ? cw_pages_get_n_pages (pages) : 0;
}

/**
 * cw_preview_get_page:
 * @self: a preview
 *
 * Returns: the page of which most is to be seen, from 0
 */
guint
cw_preview_get_page (CwPreview *self)
{
  g_return_val_if_fail (CW_IS_PREVIEW (self), 0);

  return cw_preview_view_get_page (self->view);
}

/**
 * cw_preview_get_busy:
 * @self: a preview
 *
 * Returns: whether the pages shown are behind the document
 */
gboolean
cw_preview_get_busy (CwPreview *self)
{
  g_return_val_if_fail (CW_IS_PREVIEW (self), FALSE);

  return self->busy;
}

/* --- the widget --- */

/**
 * cw_preview_get_view:
 * @self: a preview
 *
 * Returns: (transfer none): what shows the pages
 */
CwPreviewView *
cw_preview_get_view (CwPreview *self)
{
  return self->view;
}

static void
on_view_notify (CwPreviewView *view, GParamSpec *pspec, CwPreview *self)
{
  /* page, zoom and zoom-mode are the view's and have the same names here */
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (self), pspec->name)
      && pspec->owner_type == CW_TYPE_PREVIEW_VIEW)
    g_object_notify (G_OBJECT (self), pspec->name);
  cw_preview_mark_strip (self);
}

static void
cw_preview_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CwPreview *self = CW_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      cw_preview_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_ZOOM_MODE:
      cw_preview_set_zoom_mode (self, g_value_get_enum (value));
      break;
    case PROP_GUIDES:
      cw_preview_set_guides (self, g_value_get_boolean (value));
      break;
    case PROP_SPREAD:
      cw_preview_set_spread (self, g_value_get_boolean (value));
      break;
    case PROP_THUMBNAILS:
      cw_preview_set_thumbnails (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cw_preview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CwPreview *self = CW_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_PAGES:
      g_value_set_boxed (value, cw_preview_get_pages (self));
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, cw_preview_get_n_pages (self));
      break;
    case PROP_PAGE:
      g_value_set_uint (value, cw_preview_get_page (self));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, cw_preview_get_zoom (self));
      break;
    case PROP_ZOOM_MODE:
      g_value_set_enum (value, cw_preview_get_zoom_mode (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_GUIDES:
      g_value_set_boolean (value, self->guides);
      break;
    case PROP_SPREAD:
      g_value_set_boolean (value, cw_preview_get_spread (self));
      break;
    case PROP_THUMBNAILS:
      g_value_set_boolean (value, cw_preview_get_thumbnails (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cw_preview_dispose (GObject *object)
{
  CwPreview *self = CW_PREVIEW (object);

  g_clear_pointer (&self->worker, cw_preview_worker_free);
  if (self->view)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_pointer (&self->strip_scrolled, gtk_widget_unparent);
  self->strip = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (cw_preview_parent_class)->dispose (object);
}

static void
cw_preview_finalize (GObject *object)
{
  CwPreview *self = CW_PREVIEW (object);

  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (cw_preview_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = readable | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;

  object_class->set_property = cw_preview_set_property;
  object_class->get_property = cw_preview_get_property;
  props[PROP_PAGES] = g_param_spec_boxed ("pages", NULL, NULL, CW_TYPE_PAGES, readable);
  props[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1, writable);
  props[PROP_ZOOM_MODE] = g_param_spec_enum ("zoom-mode", NULL, NULL, CW_TYPE_PREVIEW_ZOOM_MODE,
                                             CW_PREVIEW_ZOOM_FIT_WIDTH, writable);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  props[PROP_GUIDES] = g_param_spec_boolean ("guides", NULL, NULL, FALSE, writable);
  props[PROP_SPREAD] = g_param_spec_boolean ("spread", NULL, NULL, FALSE, writable);
  props[PROP_THUMBNAILS] = g_param_spec_boolean ("thumbnails", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/* The keyboard goes to what scrolls the pages. */
static gboolean
cw_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CW_PREVIEW (widget)->view));
}

static void
cw_preview_class_init (CwPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cw_preview_dispose;
  object_class->finalize = cw_preview_finalize;
  install_properties (object_class);
  cw_preview_signals[CW_PREVIEW_PLACE_ACTIVATED] = g_signal_new ("place-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  cw_preview_signals[CW_PREVIEW_ELEMENT_ACTIVATED]
      = g_signal_new ("element-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  cw_preview_signals[CW_PREVIEW_CELL_ACTIVATED]
      = g_signal_new ("cell-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_UINT);
  GTK_WIDGET_CLASS (klass)->grab_focus = cw_preview_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_preview_init (CwPreview *self)
{
  cw_preview_add_style ();
  self->profile = cw_profile_default;
  self->element = self->row = -1;
  self->view = CW_PREVIEW_VIEW (g_object_ref_sink (cw_preview_view_new ()));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  /* always, for a bar that comes and goes would change the width the pages are fitted into */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_ALWAYS);
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_swapped (self->view, "moved", G_CALLBACK (on_moved), self);
  g_signal_connect (self->view, "notify", G_CALLBACK (on_view_notify), self);
  g_signal_connect (self->view, "activated", G_CALLBACK (cw_preview_on_activated), self);
}

/**
 * cw_preview_new:
 *
 * The printed pages of a document beside its text: what is seen is what is printed.
 *
 * Returns: (transfer floating): a preview without a document
 */
GtkWidget *
cw_preview_new (void)
{
  return g_object_new (CW_TYPE_PREVIEW, NULL);
}
