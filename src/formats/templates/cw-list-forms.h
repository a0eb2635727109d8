/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/lists/cw-list-form.h"

G_BEGIN_DECLS

char *cw_list_forms_get_folder (void);
GPtrArray *cw_list_forms_read (const char *folder, GPtrArray *problems);
gboolean cw_list_forms_exists (const char *folder, const char *name);
gboolean cw_list_forms_save (const char *folder, CwListForm *form, GError **error);
gboolean cw_list_forms_remove (const char *folder, const char *name, GError **error);

CwListForm *cw_list_forms_parse (const char *name, const char *text, gsize length, GError **error);
char *cw_list_forms_to_string (CwListForm *form);

G_END_DECLS
