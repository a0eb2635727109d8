/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"

G_BEGIN_DECLS

/**
 * CwEditKind:
 * @CW_EDIT_TYPING: characters typed one after another: joined into one step while the hand keeps
 * going
 * @CW_EDIT_ERASING: the same for Backspace and Delete
 * @CW_EDIT_STEP: anything else: always a step of its own
 */
typedef enum
{
  CW_EDIT_TYPING,
  CW_EDIT_ERASING,
  CW_EDIT_STEP,
} CwEditKind;

#define CW_TYPE_HISTORY (cw_history_get_type ())

G_DECLARE_FINAL_TYPE (CwHistory, cw_history, CW, HISTORY, GObject)

CwHistory *cw_history_new (CwDocument *document);
CwDocument *cw_history_get_document (CwHistory *self);
CwPlace cw_history_get_place (CwHistory *self);
gboolean cw_history_get_can_undo (CwHistory *self);
gboolean cw_history_get_can_redo (CwHistory *self);
gboolean cw_history_get_modified (CwHistory *self);

void cw_history_push (CwHistory *self, CwDocument *document, CwEditKind kind, CwPlace place,
                      gint64 time);
void cw_history_undo (CwHistory *self);
void cw_history_redo (CwHistory *self);
void cw_history_set_saved (CwHistory *self, CwDocument *document);
void cw_history_reset (CwHistory *self, CwDocument *document);

G_END_DECLS
