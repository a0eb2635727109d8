/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/cw-application.h"
#include "app/cw-draft.h"

G_BEGIN_DECLS

#define CW_TYPE_WINDOW (cw_window_get_type ())

G_DECLARE_FINAL_TYPE (CwWindow, cw_window, CW, WINDOW, AdwApplicationWindow)

CwWindow *cw_window_new (CwApplication *application);
CwDraft *cw_window_get_draft (CwWindow *self);
gboolean cw_window_is_at (CwWindow *self, GFile *file);
void cw_window_load (CwWindow *self, GFile *file);
void cw_window_begin (CwWindow *self, CwDocument *document);
void cw_window_recover (CwWindow *self, CwRecovery *recovery);

G_END_DECLS
