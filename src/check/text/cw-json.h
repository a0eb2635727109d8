/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void cw_json_append_member (GString *json, const char *name, const char *value);

G_END_DECLS
