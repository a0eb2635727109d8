/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What is kept under a name the user gives it is a file of that name. */

G_BEGIN_DECLS

gboolean cw_own_name_is_valid (const char *name);
char *cw_own_name_get_path (const char *folder, const char *name, const char *ending);
char *cw_own_name_of_file (const char *file_name, const char *ending);

G_END_DECLS
