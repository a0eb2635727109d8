/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *cw_typing_help (const char *line, gsize caret, gboolean is_quoted, gsize *n_taken);
gboolean cw_typing_leaves_open (const char *line, gsize length);

G_END_DECLS
