/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/cw-profile.h"

G_BEGIN_DECLS

gboolean cw_readings_parse (CwProfile *profile, const char *words, GError **error);
char *cw_readings_describe (void);

G_END_DECLS
