/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-layout.h"
#include "cw-solution.h"

G_BEGIN_DECLS

CwLayout *cw_solver_run (CwPieceCache *cache, CwTypefaces *typefaces, CwDocument *document,
                         const CwProfile *profile, CwSolution *solution);
CwSolution *cw_solver_list (CwPieceCache *cache, CwTypefaces *typefaces, CwDocument *document,
                            const CwProfile *profile, guint *n_solutions);

G_END_DECLS
