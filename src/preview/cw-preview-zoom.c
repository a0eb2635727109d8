/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-private.h"

/**
 * cw_preview_zoom_mode_get_type:
 *
 * Returns: the type of #CwPreviewZoomMode
 */
GType
cw_preview_zoom_mode_get_type (void)
{
  static gsize type;
  static const GEnumValue values[] = {
    { CW_PREVIEW_ZOOM_FIT_WIDTH, "CW_PREVIEW_ZOOM_FIT_WIDTH", "fit-width" },
    { CW_PREVIEW_ZOOM_FIT_PAGE, "CW_PREVIEW_ZOOM_FIT_PAGE", "fit-page" },
    { CW_PREVIEW_ZOOM_FREE, "CW_PREVIEW_ZOOM_FREE", "free" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("CwPreviewZoomMode", values));
  return type;
}

/**
 * cw_preview_get_zoom:
 * @self: a preview
 *
 * Returns: the zoom in effect; 1 is true size at 96 dpi
 */
double
cw_preview_get_zoom (CwPreview *self)
{
  g_return_val_if_fail (CW_IS_PREVIEW (self), 1);

  return cw_preview_view_get_zoom (cw_preview_get_view (self));
}

/**
 * cw_preview_set_zoom:
 * @self: a preview
 * @zoom: the zoom to have, brought into what is possible
 *
 * Zooms about the middle of the view; the mode becomes %CW_PREVIEW_ZOOM_FREE.
 */
void
cw_preview_set_zoom (CwPreview *self, double zoom)
{
  g_return_if_fail (CW_IS_PREVIEW (self));

  cw_preview_view_set_zoom (cw_preview_get_view (self), zoom);
}

/**
 * cw_preview_get_zoom_mode:
 * @self: a preview
 *
 * Returns: what decides the zoom
 */
CwPreviewZoomMode
cw_preview_get_zoom_mode (CwPreview *self)
{
  g_return_val_if_fail (CW_IS_PREVIEW (self), CW_PREVIEW_ZOOM_FIT_WIDTH);

  return cw_preview_view_get_zoom_mode (cw_preview_get_view (self));
}

/**
 * cw_preview_set_zoom_mode:
 * @self: a preview
 * @mode: what shall decide the zoom
 */
void
cw_preview_set_zoom_mode (CwPreview *self, CwPreviewZoomMode mode)
{
  g_return_if_fail (CW_IS_PREVIEW (self));

  cw_preview_view_set_zoom_mode (cw_preview_get_view (self), mode);
}

/**
 * cw_preview_zoom_in:
 * @self: a preview
 *
 * Zooms in to the next round figure.
 */
void
cw_preview_zoom_in (CwPreview *self)
{
  g_return_if_fail (CW_IS_PREVIEW (self));

  cw_preview_view_step_zoom (cw_preview_get_view (self), 1);
}

/**
 * cw_preview_zoom_out:
 * @self: a preview
 *
 * Zooms out to the next round figure.
 */
void
cw_preview_zoom_out (CwPreview *self)
{
  g_return_if_fail (CW_IS_PREVIEW (self));

  cw_preview_view_step_zoom (cw_preview_get_view (self), -1);
}

/**
 * cw_preview_zoom_reset:
 * @self: a preview
 *
 * Shows the pages in true size.
 */
void
cw_preview_zoom_reset (CwPreview *self)
{
  cw_preview_set_zoom (self, 1);
}

/**
 * cw_preview_get_spread:
 * @self: a preview
 *
 * Returns: whether pages stand side by side
 */
gboolean
cw_preview_get_spread (CwPreview *self)
{
  g_return_val_if_fail (CW_IS_PREVIEW (self), FALSE);

  return cw_preview_view_get_spread (cw_preview_get_view (self));
}

/**
 * cw_preview_set_spread:
 * @self: a preview
 * @spread: whether pages stand side by side as in the printed paper, odd ones on the right
 */
void
cw_preview_set_spread (CwPreview *self, gboolean spread)
{
  g_return_if_fail (CW_IS_PREVIEW (self));

  if (!cw_preview_get_spread (self) == !spread)
    return;
  cw_preview_view_set_spread (cw_preview_get_view (self), spread);
  g_object_notify (G_OBJECT (self), "spread");
}
