/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/tables/cw-table.h"

G_BEGIN_DECLS

#define CW_TYPE_LIST_FORM_NAME (cw_list_form_name_get_type ())

G_DECLARE_FINAL_TYPE (CwListFormName, cw_list_form_name, CW, LIST_FORM_NAME, AdwAlertDialog)

CwListFormName *cw_list_form_name_new (const char *folder, CwTable *table, const char *name);
CwTable *cw_list_form_name_get_table (CwListFormName *self);

G_END_DECLS
