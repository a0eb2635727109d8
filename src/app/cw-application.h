/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/cw-document.h"

G_BEGIN_DECLS

#define CW_TYPE_APPLICATION (cw_application_get_type ())

G_DECLARE_FINAL_TYPE (CwApplication, cw_application, CW, APPLICATION, AdwApplication)

typedef struct _CwWindow CwWindow;

CwApplication *cw_application_new (void);
int cw_application_run (int argc, char **argv);
void cw_application_begin (CwApplication *self, CwDocument *document, CwWindow *from);
void cw_application_open_file (CwApplication *self, GFile *file, CwWindow *from);
CwWindow *cw_application_find_window (CwApplication *self, GFile *file);

G_END_DECLS
