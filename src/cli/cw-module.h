/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void *cw_module_open (const char *file, const char *symbol);

G_END_DECLS
