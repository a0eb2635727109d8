/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cw-editor-buffer.h"

G_BEGIN_DECLS

#define CW_TYPE_EDITOR (cw_editor_get_type ())

/**
 * CwEditorBlocks:
 *
 * The widgets that stand between the lines of an editor: a table below its caption, a picture
 * above its, the menu of an attachment at its first line. The text of the buffer knows nothing of
 * them: each lies over room that a tag keeps free above or below its line.
 */
typedef struct _CwEditorBlocks CwEditorBlocks;

/**
 * CwEditorLayers:
 *
 * What is marked in the text of an editor, see cw_editor_set_layer().
 */
typedef struct _CwEditorLayers CwEditorLayers;

G_DECLARE_FINAL_TYPE (CwEditor, cw_editor, CW, EDITOR, GtkTextView)

GtkWidget *cw_editor_new (void);
void cw_editor_set_history (CwEditor *self, CwHistory *history);
CwEditorBuffer *cw_editor_get_buffer (CwEditor *self);
CwEditorBlocks *cw_editor_get_blocks (CwEditor *self);
struct _CwEditorFolds *cw_editor_get_folds (CwEditor *self);
CwEditorLayers *cw_editor_get_layers (CwEditor *self);
gboolean cw_editor_get_composing (CwEditor *self);
double cw_editor_get_em (CwEditor *self);
CwPlace cw_editor_get_caret (CwEditor *self);
void cw_editor_set_caret (CwEditor *self, CwPlace place);
gboolean cw_editor_get_cell (CwEditor *self, int *row, int *column);
void cw_editor_set_cell (CwEditor *self, guint line, guint row, guint column);
CwStyle cw_editor_get_style (CwEditor *self);

G_END_DECLS
