/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/edits/cw-edit.h"

G_BEGIN_DECLS

/**
 * CwTypingStep:
 * @document: (nullable): the document with the change made, or %NULL when there is none to take back
 * @start: where the changed marks begin
 * @end: where they end, and the caret was left
 * @typed: what the hand had typed there
 *
 * What typing help has just changed, so that one Backspace can take it back.
 */
typedef struct
{
  CwDocument *document;
  CwPlace start;
  CwPlace end;
  char *typed;
} CwTypingStep;

gboolean cw_typing_step_make (CwTypingStep *self, CwDocument *document, CwPlace caret);
CwDocument *cw_typing_step_take_back (CwTypingStep *self, CwDocument *document, CwPlace *caret);
void cw_typing_step_clear (CwTypingStep *self);

G_END_DECLS
