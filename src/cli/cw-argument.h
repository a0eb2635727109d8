/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "typeset/cw-profile.h"

/* What commands are given to work on, as a person types it. */

G_BEGIN_DECLS

GFile *cw_argument_get_file (const char *name);
GBytes *cw_argument_load (const char *name, GError **error);
gboolean cw_argument_set_choices (char *const *choices, CwProfile *profile, GError **error);

G_END_DECLS
