/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "typeset/cw-profile.h"

G_BEGIN_DECLS

#define CW_RESOURCE_PATH "/org/chengwen/Chengwen"

GSettings *cw_settings_new (void);
CwProfile cw_settings_get_profile (GSettings *settings);
char *cw_settings_get_recovery_folder (void);

G_END_DECLS
