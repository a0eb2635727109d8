/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/editor/cw-editor-keys.h"
#include "app/editor/cw-editor.h"
#include "cw-test-window.h"

/* What makes writing comfortable: typing help, symbols, ways to paste, focus. */

typedef struct
{
  GtkWidget *window;
  CwEditor *editor;
  CwEditorBuffer *buffer;
  CwHistory *history;
} Fixture;

static void
clear (Fixture *f)
{
  g_signal_emit_by_name (f->editor, "select-all", TRUE);
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (f->buffer), TRUE, TRUE);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (CwDocument) blank = cw_document_new_blank ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  f->history = cw_history_new (blank);
  f->window = gtk_window_new ();
  f->editor = CW_EDITOR (cw_editor_new ());
  cw_editor_set_history (f->editor, f->history);
  f->buffer = cw_editor_get_buffer (f->editor);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (f->editor));
  gtk_window_set_child (GTK_WINDOW (f->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 700, 500);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  clear (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->history);
}

/* As an input method commits, a word at a time. */
static void
type (Fixture *f, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (f->buffer);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

/* As keys arrive. */
static void
type_each (Fixture *f, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    type (f, (char[]) { *p, '\0' });
}

static void
press_backspace (Fixture *f)
{
  g_signal_emit_by_name (f->editor, "backspace");
}

static void
assert_text (Fixture *f, const char *expected)
{
  GtkTextIter start, end;
  g_autofree char *shown = NULL;
  g_autofree char *flow = cw_flow_to_string (cw_history_get_document (f->history));

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (f->buffer), &start, &end);
  shown = gtk_text_buffer_get_slice (GTK_TEXT_BUFFER (f->buffer), &start, &end, TRUE);
  g_assert_cmpstr (shown, ==, expected);
  g_assert_cmpstr (flow, ==, expected);
}

/* --- typing help ------------------------------------------------------------------------------ */

static void
test_help (Fixture *f, gconstpointer data)
{
  type (f, "会议");
  type_each (f, ",");
  type (f, "学习");
  type_each (f, "\"");
  type (f, "回头看");
  type_each (f, "\"--");
  assert_text (f, "会议，学习“回头看”——");
  type_each (f, "...");
  assert_text (f, "会议，学习“回头看”——……");
  g_assert_cmpuint (cw_editor_get_caret (f->editor).offset, ==, strlen ("会议，学习“回头看”——……"));
}

static void
test_backspace_takes_back (Fixture *f, gconstpointer data)
{
  static const char *const cases[][3] = {
    { ",", "会议，", "会议," },       { "\"", "会议“", "会议\"" },    { "'", "会议‘", "会议'" },
    { "--", "会议——", "会议--" }, { "...", "会议……", "会议。.." }, { "(", "会议（", "会议(" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      clear (f);
      type (f, "会议");
      type_each (f, cases[i][0]);
      assert_text (f, cases[i][1]);
      press_backspace (f);
      assert_text (f, cases[i][2]);
      g_assert_cmpuint (cw_editor_get_caret (f->editor).offset, ==, strlen (cases[i][2]));
      cw_history_undo (f->history);
      assert_text (f, cases[i][1]);
    }
}

/* Only right behind it: after anything else Backspace is Backspace. */
static void
test_backspace_elsewhere (Fixture *f, gconstpointer data)
{
  type (f, "会议");
  type_each (f, ",");
  type (f, "学");
  press_backspace (f);
  press_backspace (f);
  assert_text (f, "会议");
}

static void
test_input_method_stays (Fixture *f, gconstpointer data)
{
  type (f, "会议");
  type (f, "，");
  type (f, "\"甲\"");
  assert_text (f, "会议，\"甲\"");
  press_backspace (f);
  assert_text (f, "会议，\"甲");
}

static void
test_help_off (Fixture *f, gconstpointer data)
{
  g_object_set (f->editor, "typing-help", FALSE, NULL);
  type (f, "会议");
  type_each (f, ",\"--...");
  assert_text (f, "会议,\"--...");
}

/* A typed number is still that of a heading. */
static void
test_heading_first (Fixture *f, gconstpointer data)
{
  type (f, "工作总结\n正文");
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (f->buffer), TRUE, TRUE);
  cw_editor_set_caret (f->editor, (CwPlace) { 1, 0 });
  type_each (f, "(");
  type (f, "一");
  type_each (f, ")");
  g_assert_cmpint (cw_editor_get_style (f->editor), ==, CW_STYLE_HEADING_2);
  assert_text (f, "工作总结\n正文");
}

/* What the hand typed and what it became are one step to undo. */
static void
test_one_step (Fixture *f, gconstpointer data)
{
  type (f, "会");
  type_each (f, ",");
  type (f, "议");
  cw_history_undo (f->history);
  assert_text (f, "");
}

#define ADD(name, test) g_test_add ("/app/comfort/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  cw_test_window_init (&argc, &argv);
  ADD ("help", test_help);
  ADD ("backspace-takes-back", test_backspace_takes_back);
  ADD ("backspace-elsewhere", test_backspace_elsewhere);
  ADD ("input-method-stays", test_input_method_stays);
  ADD ("help-off", test_help_off);
  ADD ("heading-first", test_heading_first);
  ADD ("one-step", test_one_step);
  return g_test_run ();
}
