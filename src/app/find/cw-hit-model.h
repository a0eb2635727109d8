/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_TYPE_HIT_MODEL (cw_hit_model_get_type ())

G_DECLARE_FINAL_TYPE (CwHitModel, cw_hit_model, CW, HIT_MODEL, GObject)

CwHitModel *cw_hit_model_new (void);
void cw_hit_model_set_n (CwHitModel *self, guint n);

G_END_DECLS
