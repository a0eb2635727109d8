/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/edits/cw-edit.h"
#include "document/edits/cw-history.h"

G_BEGIN_DECLS

#define CW_TYPE_EDITOR_BUFFER (cw_editor_buffer_get_type ())

G_DECLARE_FINAL_TYPE (CwEditorBuffer, cw_editor_buffer, CW, EDITOR_BUFFER, GtkTextBuffer)

CwEditorBuffer *cw_editor_buffer_new (CwHistory *history);
CwHistory *cw_editor_buffer_get_history (CwEditorBuffer *self);
CwDocument *cw_editor_buffer_get_document (CwEditorBuffer *self);
const guint *cw_editor_buffer_get_numbers (CwEditorBuffer *self);
CwPlace cw_editor_buffer_get_caret (CwEditorBuffer *self);
gboolean cw_editor_buffer_get_selection (CwEditorBuffer *self, CwPlace *start, CwPlace *end);
void cw_editor_buffer_select (CwEditorBuffer *self, CwPlace start, CwPlace end);
gboolean cw_editor_buffer_get_filling (CwEditorBuffer *self);
void cw_editor_buffer_apply (CwEditorBuffer *self, CwDocument *document, const CwPlace *caret);
void cw_editor_buffer_apply_kind (CwEditorBuffer *self, CwDocument *document, const CwPlace *caret,
                                  CwEditKind kind);
void cw_editor_buffer_set_typing_help (CwEditorBuffer *self, gboolean help);
gboolean cw_editor_buffer_take_back_help (CwEditorBuffer *self);

G_END_DECLS
