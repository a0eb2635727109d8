/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/cw-application.h"

G_BEGIN_DECLS

#define CW_TYPE_START_WINDOW (cw_start_window_get_type ())

G_DECLARE_FINAL_TYPE (CwStartWindow, cw_start_window, CW, START_WINDOW, AdwApplicationWindow)

CwStartWindow *cw_start_window_new (CwApplication *application);

G_END_DECLS
