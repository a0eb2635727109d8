/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cw-finder.h"

G_BEGIN_DECLS

#define CW_TYPE_FIND_LIST (cw_find_list_get_type ())

G_DECLARE_FINAL_TYPE (CwFindList, cw_find_list, CW, FIND_LIST, AdwBin)

void cw_find_list_set_finder (CwFindList *self, CwFinder *finder);
void cw_find_list_update (CwFindList *self);

G_END_DECLS
