/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-typing.h"

#include <string.h>

#include "formats/reading/cw-typing.h"
#include "cw-editor-number.h"

/* Typing help (cw-typing.c) in a document. */

static char *
get_line_text (CwDocument *document, guint line)
{
  CwFlowLine flow = cw_flow_get_line (document, line);

  return g_strndup (cw_text_get_string (flow.text) + flow.start, flow.end - flow.start);
}

static gboolean
is_quoted_above (CwDocument *document, guint line)
{
  g_autofree char *above = NULL;

  if (line == 0 || cw_flow_get_line (document, line - 1).style != CW_STYLE_PARAGRAPH)
    return FALSE;
  above = get_line_text (document, line - 1);
  return cw_typing_leaves_open (above, strlen (above));
}

/* A number that makes the line a heading comes first. */
static gboolean
makes_heading (CwDocument *document, CwPlace caret)
{
  g_autoptr (CwDocument) heading = cw_editor_take_number (document, caret);

  return heading != NULL;
}

/**
 * cw_typing_step_make:
 * @self: where to remember the change; what it held is cleared
 * @document: a document in which somebody just typed one mark
 * @caret: the place behind it
 *
 * Puts the mark right as it is typed, see cw_typing_help().
 *
 * Returns: whether there is a change: the document with it and the new caret are in @self
 */
gboolean
cw_typing_step_make (CwTypingStep *self, CwDocument *document, CwPlace caret)
{
  g_autofree char *text = NULL;
  const char *becomes;
  gsize n_taken;

  cw_typing_step_clear (self);
  text = get_line_text (document, caret.line);
  if (caret.offset > strlen (text))
    return FALSE;
  becomes = cw_typing_help (text, caret.offset, is_quoted_above (document, caret.line), &n_taken);
  if (becomes == NULL || makes_heading (document, caret))
    return FALSE;

  self->start = (CwPlace) { caret.line, caret.offset - (guint) n_taken };
  self->typed = g_strndup (text + self->start.offset, n_taken);
  self->document = cw_edit_replace (document, self->start, caret, becomes, &self->end);
  return TRUE;
}

/**
 * cw_typing_step_take_back:
 * @self: what typing help did last; cleared
 * @document: the document as it is now
 * @caret: (inout): the caret, and where it goes
 *
 * Returns: (transfer full) (nullable): the document with what was typed, or %NULL if anything has
 *   happened since
 */
CwDocument *
cw_typing_step_take_back (CwTypingStep *self, CwDocument *document, CwPlace *caret)
{
  CwDocument *typed = NULL;

  if (self->document != NULL && self->document == document
      && cw_place_compare (self->end, *caret) == 0)
    typed = cw_edit_replace (document, self->start, self->end, self->typed, caret);
  cw_typing_step_clear (self);
  return typed;
}

/**
 * cw_typing_step_clear:
 * @self: what typing help did last
 *
 * Forgets it.
 */
void
cw_typing_step_clear (CwTypingStep *self)
{
  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_pointer (&self->typed, g_free);
}
