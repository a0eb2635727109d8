/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-clean.h"

/**
 * cw_editor_clean_text:
 * @text: UTF-8 about to go into a document
 * @length: its length in bytes
 *
 * Keeps out what a document cannot hold: other line ends than U+000A, control characters, the
 * stand-in for pictures. U+2028, a line break within a paragraph, stays.
 *
 * Returns: (transfer full): what may go in
 */
char *
cw_editor_clean_text (const char *text, int length)
{
  GString *clean = g_string_sized_new (length + 1);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == '\r' && p + 1 < text + length && p[1] == '\n')
        continue;
      if (ch == '\r' || ch == 0x85 || ch == 0x2029)
        ch = '\n';
      if (ch == 0xfffc || (ch < 0x20 && ch != '\n' && ch != '\t') || ch == 0x7f)
        continue;
      g_string_append_unichar (clean, ch);
    }
  return g_string_free_and_steal (clean);
}
