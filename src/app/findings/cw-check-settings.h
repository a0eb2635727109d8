/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "check/text/cw-check-options.h"

G_BEGIN_DECLS

CwCheckOptions *cw_check_settings_get_options (GSettings *settings);
void cw_check_settings_add (GSettings *settings, const char *key, const char *entry);
void cw_check_settings_remove (GSettings *settings, const char *key, const char *entry);
gboolean cw_check_settings_has (GSettings *settings, const char *key, const char *entry);

G_END_DECLS
