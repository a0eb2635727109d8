/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "formats/templates/cw-template.h"

G_BEGIN_DECLS

#define CW_TYPE_TEMPLATE_ITEM (cw_template_item_get_type ())

G_DECLARE_FINAL_TYPE (CwTemplateItem, cw_template_item, CW, TEMPLATE_ITEM, GObject)

CwTemplateItem *cw_template_item_new (CwTemplate *template, guint position);
CwTemplate *cw_template_item_get_template (CwTemplateItem *self);
gboolean cw_template_item_is_blank (CwTemplateItem *self);
guint cw_template_item_get_position (CwTemplateItem *self);
GdkTexture *cw_template_item_get_picture (CwTemplateItem *self);
void cw_template_item_set_picture (CwTemplateItem *self, GdkTexture *picture);

G_END_DECLS
