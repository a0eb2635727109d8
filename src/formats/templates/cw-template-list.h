/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-template.h"

G_BEGIN_DECLS

char *cw_template_list_get_folder (void);
char *cw_template_list_get_own_folder (void);
GPtrArray *cw_template_list_read (const char *folder, GPtrArray *problems);
GPtrArray *cw_template_list_read_own (const char *folder, GPtrArray *problems);

G_END_DECLS
