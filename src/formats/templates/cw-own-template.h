/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-template.h"

G_BEGIN_DECLS

CwTemplate *cw_own_template_new (const char *name, CwDocument *document);
char *cw_own_template_get_name_of (const char *file_name);
gboolean cw_own_template_is_name (const char *name);
gboolean cw_own_template_exists (const char *folder, const char *name);
gboolean cw_own_template_save (const char *folder,
                               const char *name,
                               CwDocument *document,
                               GError **error);
gboolean cw_own_template_rename (const char *folder,
                                 const char *name,
                                 const char *new_name,
                                 GError **error);
gboolean cw_own_template_remove (const char *folder, const char *name, GError **error);

G_END_DECLS
