/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cw-finder.h"

G_BEGIN_DECLS

#define CW_TYPE_FIND_BAR (cw_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (CwFindBar, cw_find_bar, CW, FIND_BAR, AdwBin)

void cw_find_bar_set_finder (CwFindBar *self, CwFinder *finder);
void cw_find_bar_set_settings (CwFindBar *self, GSettings *settings);
void cw_find_bar_open (CwFindBar *self, const char *text, gboolean replace);
void cw_find_bar_close (CwFindBar *self);
gboolean cw_find_bar_is_open (CwFindBar *self);
gboolean cw_find_bar_has_focus (CwFindBar *self);
void cw_find_bar_remember (CwFindBar *self);
void cw_find_bar_get_options (CwFindBar *self, CwSearchOptions *options);
gboolean cw_find_bar_get_only_section (CwFindBar *self);
gboolean cw_find_bar_get_only_selection (CwFindBar *self);
void cw_find_bar_set_only_selection (CwFindBar *self, gboolean only, gboolean possible);

G_END_DECLS
