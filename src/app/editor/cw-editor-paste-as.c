/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-paste-as.h"

#include <string.h>

#include "document/edits/cw-edit.h"
#include "formats/reading/cw-joined.h"
#include "formats/tables/cw-table-text.h"
#include "cw-editor-clean.h"
#include "cw-editor-insert.h"
#include "cw-editor-paste.h"

/* The ways to paste a text. */

/**
 * cw_paste_mode_from_nick:
 * @nick: `plain`, `structure`, `paragraph` or `table`
 * @mode: (out): what it means
 *
 * Returns: whether @nick is known
 */
gboolean
cw_paste_mode_from_nick (const char *nick, CwPasteMode *mode)
{
  static const char *const nicks[CW_N_PASTE_MODES] = { "plain", "structure", "paragraph", "table" };

  for (guint i = 0; i < CW_N_PASTE_MODES; i++)
    if (g_str_equal (nicks[i], nick))
      {
        *mode = (CwPasteMode) i;
        return TRUE;
      }
  return FALSE;
}

/* As an edit of its own, not as if it were typed: typing help and numbers have no say in it. */
static void
paste_plain (CwEditor *editor, const char *text)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (editor);
  g_autofree char *clean = cw_editor_clean_text (text, (int) strlen (text));
  g_autoptr (CwDocument) document = NULL;
  CwPlace start, end, after;

  cw_editor_buffer_get_selection (buffer, &start, &end);
  document
      = cw_edit_replace (cw_editor_buffer_get_document (buffer), start, end, clean, &after);
  cw_editor_buffer_apply (buffer, document, &after);
}

static void
paste_paragraph (CwEditor *editor, const char *text)
{
  g_autofree char *joined = cw_joined_from_lines (text);

  paste_plain (editor, joined);
}

static void
paste_table (CwEditor *editor, const char *text)
{
  g_autofree char *tabs = cw_joined_tabs_from_lines (text);
  g_autoptr (CwTable) table = cw_table_from_tabs (tabs);

  if (table != NULL)
    cw_editor_insert_table (editor, table);
}

/**
 * cw_editor_paste_text_as:
 * @editor: an editor
 * @text: text from another program
 * @mode: what becomes of it
 *
 * Puts @text in place of the selection, a table behind its line.
 */
void
cw_editor_paste_text_as (CwEditor *editor, const char *text, CwPasteMode mode)
{
  if (*text == '\0')
    return;
  switch (mode)
    {
    case CW_PASTE_PLAIN:
      paste_plain (editor, text);
      break;
    case CW_PASTE_PARAGRAPH:
      paste_paragraph (editor, text);
      break;
    case CW_PASTE_TABLE:
      paste_table (editor, text);
      break;
    case CW_PASTE_STRUCTURE:
    case CW_N_PASTE_MODES:
    default:
      cw_editor_paste_text (editor, text);
      break;
    }
}

typedef struct
{
  CwEditor *editor;
  CwPasteMode mode;
} Paste;

static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Paste *paste = data;
  g_autoptr (CwEditor) editor = paste->editor;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL)
    gtk_widget_error_bell (GTK_WIDGET (editor));
  else
    cw_editor_paste_text_as (editor, text, paste->mode);
  gtk_text_view_scroll_mark_onscreen (
      GTK_TEXT_VIEW (editor),
      gtk_text_buffer_get_insert (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor))));
}

/**
 * cw_editor_paste_as_async:
 * @editor: an editor
 * @clipboard: where from
 * @mode: what becomes of its text
 *
 * Pastes when the clipboard's owner has handed over its text.
 */
void
cw_editor_paste_as_async (CwEditor *editor, GdkClipboard *clipboard, CwPasteMode mode)
{
  Paste *paste = g_new (Paste, 1);

  *paste = (Paste) { g_object_ref (editor), mode };
  gdk_clipboard_read_text_async (clipboard, NULL, on_text, paste);
}
