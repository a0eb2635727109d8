/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-keys.h"

#include "cw-editor-commands.h"
#include "cw-editor-tags.h"

static CwFlowLine
caret_line (CwEditor *editor)
{
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (editor));

  return cw_flow_get_line (document, cw_editor_get_caret (editor).line);
}

/**
 * cw_editor_keys_backspace:
 * @editor: an editor
 *
 * Backspace before the first character of a heading takes off its number: it becomes a paragraph.
 *
 * Returns: whether the key is done with
 */
gboolean
cw_editor_keys_backspace (CwEditor *editor)
{
  CwPlace start, end;

  if (cw_editor_buffer_get_selection (cw_editor_get_buffer (editor), &start, &end)
      || start.offset > 0 || cw_style_get_level (caret_line (editor).style) == 0)
    return FALSE;

  cw_editor_set_style (editor, CW_STYLE_PARAGRAPH);
  return TRUE;
}

/**
 * cw_editor_keys_return:
 * @editor: an editor
 *
 * Enter in an empty heading takes off its number; elsewhere it is a new line.
 *
 * Returns: whether the key is done with
 */
gboolean
cw_editor_keys_return (CwEditor *editor)
{
  CwFlowLine flow = caret_line (editor);

  if (cw_style_get_level (flow.style) == 0 || flow.end > flow.start)
    return FALSE;

  cw_editor_set_style (editor, CW_STYLE_PARAGRAPH);
  return TRUE;
}

/**
 * cw_editor_keys_tab:
 * @editor: an editor
 * @backwards: whether Shift was held
 *
 * Tab makes a heading one level deeper, Shift+Tab one level higher.
 *
 * Returns: whether the key is done with
 */
gboolean
cw_editor_keys_tab (CwEditor *editor, gboolean backwards)
{
  cw_editor_shift_level (editor, backwards ? -1 : 1);
  return TRUE;
}

/* Before the text view sees a key, but after the input method when it is composing. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CwEditor *editor)
{
  GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;

  if (cw_editor_get_composing (editor) || (state & others) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return cw_editor_keys_tab (editor, (state & GDK_SHIFT_MASK) != 0);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return cw_editor_keys_return (editor);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * cw_editor_keys_install:
 * @editor: an editor
 *
 * Makes the keys of this file work in it.
 */
void
cw_editor_keys_install (CwEditor *editor)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), controller);
}
