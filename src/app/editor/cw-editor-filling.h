/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/values/cw-blank.h"

G_BEGIN_DECLS

/**
 * CwFillingStage:
 * @CW_FILLING_NONE: the step is no filling
 * @CW_FILLING_CLEARED: the first edit of the step took a whole placeholder away
 * @CW_FILLING_TYPED: what was typed is its value
 *
 * How far a step of the editor has come towards filling a placeholder.
 */
typedef enum
{
  CW_FILLING_NONE,
  CW_FILLING_CLEARED,
  CW_FILLING_TYPED,
} CwFillingStage;

/**
 * CwFilling:
 * @stage: how far the step at hand has come
 * @blank: the placeholder, in the document before the step
 * @text: (owned): what it says now
 * @caret: byte of @text at which the caret is
 * @before: (nullable): the document that had the placeholder, if a step did nothing but take it away
 * @after: (nullable): the document after that step
 * @active: whether the last step filled a placeholder and the caret is behind it still
 * @end: where that caret is
 *
 * Placeholders being filled by typing over them, in lines or in cells. Initialise with zeros.
 */
typedef struct
{
  CwFillingStage stage;
  CwBlank blank;
  char *text;
  gsize caret;
  CwDocument *before;
  CwDocument *after;
  gboolean active;
  CwStretch end;
} CwFilling;

void cw_filling_clear (CwFilling *self);
gboolean cw_filling_is_at (const CwFilling *self, const CwStretch *at);
void cw_filling_note (CwFilling *self, CwDocument *document, gboolean first, const CwStretch *at,
                      const char *text);
CwDocument *cw_filling_finish (CwFilling *self, CwDocument *before, CwDocument *typed,
                               CwStretch *caret);

G_END_DECLS
