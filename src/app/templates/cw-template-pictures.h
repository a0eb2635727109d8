/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-template-item.h"
#include "typeset/cw-profile.h"

G_BEGIN_DECLS

#define CW_TYPE_TEMPLATE_PICTURES (cw_template_pictures_get_type ())

G_DECLARE_FINAL_TYPE (CwTemplatePictures, cw_template_pictures, CW, TEMPLATE_PICTURES, GObject)

CwTemplatePictures *cw_template_pictures_new (const CwProfile *profile, guint width);
void cw_template_pictures_want (CwTemplatePictures *self, CwTemplateItem *item);

G_END_DECLS
