/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor.h"

G_BEGIN_DECLS

/**
 * CwEditorFolds:
 *
 * Which sections of an editor are folded: of these only the heading is to be seen.
 */
typedef struct _CwEditorFolds CwEditorFolds;

CwEditorFolds *cw_editor_folds_new (CwEditor *editor);
void cw_editor_folds_free (CwEditorFolds *self);
void cw_editor_folds_sync (CwEditorFolds *self);
void cw_editor_folds_reveal (CwEditorFolds *self, int block);
void cw_editor_folds_reveal_caret (CwEditorFolds *self);
gboolean cw_editor_folds_is_folded (CwEditorFolds *self, guint block);
gboolean cw_editor_folds_is_hidden (CwEditorFolds *self, guint block);
void cw_editor_folds_set (CwEditorFolds *self, guint block, gboolean folded);

void cw_editor_folds_install (CwEditor *editor);
void cw_editor_fold (CwEditor *editor, gboolean folded);
gboolean cw_editor_fold_at (CwEditor *editor, double x, double y);

G_END_DECLS
