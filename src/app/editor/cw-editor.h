/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cw-editor-buffer.h"

G_BEGIN_DECLS

#define CW_TYPE_EDITOR (cw_editor_get_type ())

G_DECLARE_FINAL_TYPE (CwEditor, cw_editor, CW, EDITOR, GtkTextView)

GtkWidget *cw_editor_new (void);
void cw_editor_set_history (CwEditor *self, CwHistory *history);
CwEditorBuffer *cw_editor_get_buffer (CwEditor *self);
gboolean cw_editor_get_composing (CwEditor *self);
double cw_editor_get_em (CwEditor *self);
CwPlace cw_editor_get_caret (CwEditor *self);
void cw_editor_set_caret (CwEditor *self, CwPlace place);
CwStyle cw_editor_get_style (CwEditor *self);

G_END_DECLS
