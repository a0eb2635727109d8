/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CW_TYPE_TEMPLATE_NAME (cw_template_name_get_type ())

G_DECLARE_FINAL_TYPE (CwTemplateName, cw_template_name, CW, TEMPLATE_NAME, AdwAlertDialog)

CwTemplateName *cw_template_name_new (const char *heading,
                                      const char *button,
                                      const char *folder,
                                      const char *name,
                                      gboolean may_replace);

G_END_DECLS
