/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cw_pinyin_is_name (const char *utf8, gsize length);

G_END_DECLS
