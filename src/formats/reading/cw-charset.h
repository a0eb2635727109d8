/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cw_charset_decode (GBytes *bytes, const char **charset, guint *n_replaced, GError **error);

G_END_DECLS
