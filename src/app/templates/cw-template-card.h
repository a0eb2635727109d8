/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cw-template-item.h"

G_BEGIN_DECLS

/* How large a first page shows, px. */
#define CW_TEMPLATE_CARD_WIDTH 132
#define CW_TEMPLATE_CARD_HEIGHT 187

#define CW_TYPE_TEMPLATE_CARD (cw_template_card_get_type ())

G_DECLARE_FINAL_TYPE (CwTemplateCard, cw_template_card, CW, TEMPLATE_CARD, GtkWidget)

GtkWidget *cw_template_card_new (void);
CwTemplateItem *cw_template_card_get_item (CwTemplateCard *self);
void cw_template_card_set_item (CwTemplateCard *self, CwTemplateItem *item);

G_END_DECLS
