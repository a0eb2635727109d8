/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cw_joined_from_lines (const char *text);
char *cw_joined_tabs_from_lines (const char *text);

G_END_DECLS
