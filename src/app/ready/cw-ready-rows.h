/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "check/cw-verification.h"
#include "typeset/pages/cw-pages.h"

/* Private to the check before printing: the rows of its list. */

G_BEGIN_DECLS

GtkWidget *cw_ready_rows_new_faults (CwVerification *verification);
GtkWidget *cw_ready_rows_new_all (CwVerification *verification);
GtkWidget *cw_ready_rows_new_unfinished (CwPages *pages);
GtkWidget *cw_ready_rows_new_advice (CwDocument *document, guint n_findings);
guint cw_ready_row_get_page (GtkWidget *row);
const char *cw_ready_row_get_action (GtkWidget *row);

G_END_DECLS
