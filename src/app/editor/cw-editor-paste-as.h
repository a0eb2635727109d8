/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-editor.h"

G_BEGIN_DECLS

/**
 * CwPasteMode:
 * @CW_PASTE_PLAIN: the text as it is: nothing is corrected, no line becomes a heading
 * @CW_PASTE_STRUCTURE: through the reader, as Ctrl+V does with text
 * @CW_PASTE_PARAGRAPH: all lines joined to one paragraph, its punctuation put right
 * @CW_PASTE_TABLE: a table, a row for each line, with cells at tabs, or at commas or wide gaps
 *   where there are no tabs
 * @CW_N_PASTE_MODES: how many ways there are
 *
 * What a text of the clipboard becomes.
 */
typedef enum
{
  CW_PASTE_PLAIN,
  CW_PASTE_STRUCTURE,
  CW_PASTE_PARAGRAPH,
  CW_PASTE_TABLE,
  CW_N_PASTE_MODES,
} CwPasteMode;

gboolean cw_paste_mode_from_nick (const char *nick, CwPasteMode *mode);
void cw_editor_paste_as_async (CwEditor *editor, GdkClipboard *clipboard, CwPasteMode mode);
void cw_editor_paste_text_as (CwEditor *editor, const char *text, CwPasteMode mode);

G_END_DECLS
