/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-sheet.h"

G_BEGIN_DECLS

/* Whole papers in which nothing is wrong. */

CwSheet *cw_sheet_new_general (void); /* sealed, with attachment and colophon: four pages */
CwSheet *cw_sheet_new_upward (void);  /* three signers */
CwSheet *cw_sheet_new_unsealed (void);
CwSheet *cw_sheet_new_joint (void); /* two seals */
CwSheet *cw_sheet_new_letter (void);
CwSheet *cw_sheet_new_order (void); /* with a signature stamp */
CwSheet *cw_sheet_new_minutes (void);
CwSheet *cw_sheet_new_landscape (void); /* an attachment set sideways */
CwSheet *cw_sheet_new_blank (void);     /* a blank page before the colophon */

G_END_DECLS
