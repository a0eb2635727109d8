/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-number.h"

#include "document/edits/cw-edit.h"
#include "document/cw-numbering.h"

/* Only what was typed just now is taken: a number that undo has given back as text stays text.
 * After a full stop the next character decides, since 1. may become 1.5万元. */
static gboolean
was_just_typed (const char *typed, gsize length, gsize caret)
{
  g_autofree char *number = g_strndup (typed, length);

  if (!g_str_has_suffix (number, ".") && !g_str_has_suffix (number, "．"))
    return length == caret;
  return length < caret && g_utf8_next_char (typed + length) == typed + caret;
}

/**
 * cw_editor_take_number:
 * @document: a document in which somebody just typed
 * @caret: where the typing ended
 *
 * A number typed at the start of a line (一、 or （一） …, R61) makes the line a heading of that
 * level, its number being computed from then on.
 *
 * Returns: (transfer full) (nullable): @document with that heading, or %NULL if no number was typed
 */
CwDocument *
cw_editor_take_number (CwDocument *document, CwPlace caret)
{
  CwFlowLine line = cw_flow_get_line (document, caret.line);
  g_autofree char *typed = NULL;
  guint level, number;
  gsize length;

  if (line.style != CW_STYLE_PARAGRAPH || caret.offset > line.end - line.start)
    return NULL;

  typed = g_strndup (cw_text_get_string (line.text) + line.start, caret.offset);
  length = cw_numbering_parse (typed, &level, &number);
  if (length == 0 || !was_just_typed (typed, length, caret.offset))
    return NULL;
  return cw_edit_take_number (document, caret.line, &caret);
}
