/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize cw_units_match (const char *text, gsize length);
gboolean cw_units_is_latin (const char *word, gsize length);

G_END_DECLS
