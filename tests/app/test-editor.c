/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/editor/cw-editor-commands.h"
#include "app/editor/cw-editor-drop.h"
#include "app/editor/cw-editor-keys.h"
#include "app/editor/cw-editor-margin.h"
#include "app/editor/cw-editor-paste.h"
#include "app/editor/cw-editor-tags.h"
#include "formats/reading/cw-import.h"
#include "cw-test-window.h"

typedef struct
{
  GtkWidget *window;
  CwEditor *editor;
  CwEditorBuffer *buffer;
  CwHistory *history;
} Fixture;

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
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->history);
}

/* --- hands ------------------------------------------------------------------------------------ */

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

static void
type_each (Fixture *f, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *ch = g_strndup (p, g_utf8_next_char (p) - p);

      type (f, ch);
    }
}

static void
press_return (Fixture *f)
{
  if (!cw_editor_keys_return (f->editor))
    type (f, "\n");
}

static void
go (Fixture *f, guint line, guint offset)
{
  cw_editor_set_caret (f->editor, (CwPlace) { line, offset });
}

static void
select_lines (Fixture *f, guint first, guint last)
{
  cw_editor_buffer_select (f->buffer, (CwPlace) { first, 0 }, (CwPlace) { last, G_MAXUINT });
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

static void
assert_style (Fixture *f, guint line, CwStyle style)
{
  g_assert_cmpstr (
      cw_style_get_nick (cw_flow_get_line (cw_history_get_document (f->history), line).style), ==,
      cw_style_get_nick (style));
}

static void
assert_label (Fixture *f, guint line, const char *expected)
{
  g_autofree char *label = cw_editor_margin_get_label (f->editor, line);

  g_assert_cmpstr (label, ==, expected);
}

/* Title, then the lines of a body with the caret in the first of them. */
static void
write_body (Fixture *f, const char *body)
{
  g_autofree char *text = g_strconcat ("工作总结\n", body, NULL);

  go (f, 0, 0);
  g_signal_emit_by_name (f->editor, "select-all", TRUE);
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (f->buffer), TRUE, TRUE);
  type (f, text);
  go (f, 1, 0);
  select_lines (f, 1, cw_flow_get_n_lines (cw_history_get_document (f->history)) - 1);
  cw_editor_set_style (f->editor, CW_STYLE_PARAGRAPH);
  go (f, 1, 0);
}

/* --- levels ----------------------------------------------------------------------------------- */

static void
test_styles (Fixture *f, gconstpointer data)
{
  write_body (f, "党建工作\n正文一段");
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_2);
  assert_style (f, 1, CW_STYLE_HEADING_2);
  assert_label (f, 1, "（一）");
  cw_editor_set_style (f->editor, CW_STYLE_PARAGRAPH);
  assert_style (f, 1, CW_STYLE_PARAGRAPH);
  assert_label (f, 1, NULL);
  assert_text (f, "工作总结\n党建工作\n正文一段");
}

static void
test_tab (Fixture *f, gconstpointer data)
{
  write_body (f, "党建工作\n正文一段");
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_1);
  cw_editor_keys_tab (f->editor, FALSE);
  assert_style (f, 1, CW_STYLE_HEADING_2);
  cw_editor_keys_tab (f->editor, TRUE);
  assert_style (f, 1, CW_STYLE_HEADING_1);
}

static void
test_selected_lines (Fixture *f, gconstpointer data)
{
  write_body (f, "甲\n乙\n丙");
  select_lines (f, 1, 2);
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_1);
  assert_style (f, 1, CW_STYLE_HEADING_1);
  assert_style (f, 2, CW_STYLE_HEADING_1);
  assert_style (f, 3, CW_STYLE_PARAGRAPH);
  assert_label (f, 2, "二、");
}

static void
test_numbers_follow (Fixture *f, gconstpointer data)
{
  write_body (f, "甲\n乙\n丙");
  select_lines (f, 1, 3);
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_1);
  assert_label (f, 3, "三、");
  go (f, 2, 0);
  cw_editor_set_style (f->editor, CW_STYLE_PARAGRAPH);
  assert_label (f, 3, "二、");
  assert_label (f, 0, cw_style_get_name (CW_STYLE_TITLE));
}

static void
test_caret_style (Fixture *f, gconstpointer data)
{
  write_body (f, "甲\n乙");
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_3);
  g_assert_cmpint (cw_editor_get_style (f->editor), ==, CW_STYLE_HEADING_3);
  go (f, 2, 0);
  g_assert_cmpint (cw_editor_get_style (f->editor), ==, CW_STYLE_PARAGRAPH);
  go (f, 0, 0);
  g_assert_cmpint (cw_editor_get_style (f->editor), ==, CW_STYLE_TITLE);
}

/* --- typed numbers ---------------------------------------------------------------------------- */

static void
test_typed_numbers (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    CwStyle style;
    const char *rest;
  } cases[] = {
    { "一、", CW_STYLE_HEADING_1, "" },     { "（一）", CW_STYLE_HEADING_2, "" },
    { "(二)", CW_STYLE_HEADING_2, "" },     { "1.强", CW_STYLE_HEADING_3, "强" },
    { "（1）", CW_STYLE_HEADING_4, "" },    { "1.5", CW_STYLE_PARAGRAPH, "1.5" },
    { "一是", CW_STYLE_PARAGRAPH, "一是" }, { "2024年", CW_STYLE_PARAGRAPH, "2024年" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint at_once = 0; at_once < 2; at_once++)
      {
        g_autofree char *expected = g_strconcat ("工作总结\n", cases[i].rest, NULL);

        write_body (f, "");
        at_once ? type (f, cases[i].typed) : type_each (f, cases[i].typed);
        g_test_message ("%s", cases[i].typed);
        assert_text (f, expected);
        assert_style (f, 1, cases[i].style);
        g_assert_cmpuint (cw_editor_get_caret (f->editor).offset, ==, strlen (cases[i].rest));
      }
}

static void
test_number_taken_back (Fixture *f, gconstpointer data)
{
  write_body (f, "");
  type_each (f, "一、");
  assert_style (f, 1, CW_STYLE_HEADING_1);
  cw_history_undo (f->history);
  assert_text (f, "工作总结\n一、");
  assert_style (f, 1, CW_STYLE_PARAGRAPH);
  type (f, "二年级");
  assert_text (f, "工作总结\n一、二年级");
  assert_style (f, 1, CW_STYLE_PARAGRAPH);
}

/* --- Enter and Backspace ---------------------------------------------------------------------- */

static void
test_return (Fixture *f, gconstpointer data)
{
  write_body (f, "甲");
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_1);
  go (f, 1, 3);
  press_return (f);
  assert_text (f, "工作总结\n甲\n");
  assert_style (f, 1, CW_STYLE_HEADING_1);
  assert_style (f, 2, CW_STYLE_PARAGRAPH);
}

static void
test_return_leaves_heading (Fixture *f, gconstpointer data)
{
  write_body (f, "");
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_1);
  press_return (f);
  assert_text (f, "工作总结\n");
  assert_style (f, 1, CW_STYLE_PARAGRAPH);
}

static void
test_backspace (Fixture *f, gconstpointer data)
{
  write_body (f, "甲\n乙");
  go (f, 2, 0);
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_1);
  g_signal_emit_by_name (f->editor, "backspace");
  assert_text (f, "工作总结\n甲\n乙");
  assert_style (f, 2, CW_STYLE_PARAGRAPH);
  g_signal_emit_by_name (f->editor, "backspace");
  assert_text (f, "工作总结\n甲乙");
}

static void
test_page_break (Fixture *f, gconstpointer data)
{
  write_body (f, "甲\n乙");
  go (f, 2, 0);
  cw_editor_insert_page_break (f->editor);
  assert_text (f, "工作总结\n甲\n\n乙");
  assert_style (f, 2, CW_STYLE_PAGE_BREAK);
  gtk_test_widget_wait_for_draw (f->window);
  go (f, 2, 0);
  type (f, "丙");
  assert_text (f, "工作总结\n甲\n丙\n乙");
  assert_style (f, 2, CW_STYLE_PARAGRAPH);
}

/* --- undo ------------------------------------------------------------------------------------- */

static void
test_undo (Fixture *f, gconstpointer data)
{
  write_body (f, "甲");
  go (f, 1, 3);
  type_each (f, "乙丙");
  assert_text (f, "工作总结\n甲乙丙");
  cw_history_undo (f->history);
  assert_text (f, "工作总结\n甲");
  g_assert_cmpuint (cw_editor_get_caret (f->editor).line, ==, 1);
  cw_history_redo (f->history);
  assert_text (f, "工作总结\n甲乙丙");
  g_assert_cmpuint (cw_editor_get_caret (f->editor).offset, ==, 9);
}

static void
test_no_other_undo (Fixture *f, gconstpointer data)
{
  type (f, "甲");
  g_assert_false (gtk_text_buffer_get_enable_undo (GTK_TEXT_BUFFER (f->buffer)));
  g_assert_false (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (f->buffer)));
}

/* --- marks ------------------------------------------------------------------------------------ */

static gboolean
has_tag (Fixture *f, guint line, guint offset, const char *name)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (f->buffer));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_index (GTK_TEXT_BUFFER (f->buffer), &iter, line, offset);
  return gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (table, name));
}

static void
test_emphasis (Fixture *f, gconstpointer data)
{
  write_body (f, "甲乙丙");
  cw_editor_buffer_select (f->buffer, (CwPlace) { 1, 3 }, (CwPlace) { 1, 6 });
  cw_editor_toggle_emphasis (f->editor);
  g_assert_true (cw_editor_get_emphasis (f->editor));
  g_assert_false (has_tag (f, 1, 0, "emphasis"));
  g_assert_true (has_tag (f, 1, 3, "emphasis"));
  g_assert_false (has_tag (f, 1, 6, "emphasis"));
  cw_editor_toggle_emphasis (f->editor);
  g_assert_false (has_tag (f, 1, 3, "emphasis"));
  assert_text (f, "工作总结\n甲乙丙");
}

static void
test_run_in (Fixture *f, gconstpointer data)
{
  write_body (f, "夯实基础。一是学习");
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_2);
  g_assert_true (has_tag (f, 1, 0, "face-heading-2"));
  g_assert_true (has_tag (f, 1, strlen ("夯实基础"), "face-heading-2"));
  g_assert_false (has_tag (f, 1, strlen ("夯实基础。"), "face-heading-2"));
  g_assert_true (has_tag (f, 1, strlen ("夯实基础。"), "face-paragraph"));
}

static void
test_placeholders (Fixture *f, gconstpointer data)
{
  CwPlace start, end;

  write_body (f, "学习XX次\n无\n培训XX人次");
  g_assert_true (has_tag (f, 1, strlen ("学习"), "placeholder"));
  go (f, 0, 0);
  g_assert_true (cw_editor_next_placeholder (f->editor));
  cw_editor_buffer_get_selection (f->buffer, &start, &end);
  g_assert_cmpuint (start.line, ==, 1);
  g_assert_true (cw_editor_next_placeholder (f->editor));
  cw_editor_buffer_get_selection (f->buffer, &start, &end);
  g_assert_cmpuint (start.line, ==, 3);
  type (f, "30");
  assert_text (f, "工作总结\n学习XX次\n无\n培训30人次");
  g_assert_true (cw_editor_next_placeholder (f->editor));
  type (f, "3");
  g_assert_false (cw_editor_next_placeholder (f->editor));
}

/* --- paste, copy, drag ------------------------------------------------------------------------ */

static const char draft_text[] = "区教育局工作总结\n区教育局工作总结\n一、基本情况\n(一)抓学习,"
                                 "促落实。一是学习。\n正文,完。\n";

static void
on_text_read (CwEditor *editor, CwImport **import, CwImport **taken)
{
  *taken = g_steal_pointer (import);
}

static void
test_paste_whole (Fixture *f, gconstpointer data)
{
  g_autoptr (CwImport) import = NULL;

  g_signal_connect (f->editor, "text-read", G_CALLBACK (on_text_read), &import);
  cw_editor_paste_text (f->editor, draft_text);
  assert_text (f, "区教育局工作总结\n基本情况\n抓学习，促落实。一是学习。\n正文，完。");
  assert_style (f, 0, CW_STYLE_TITLE);
  assert_style (f, 1, CW_STYLE_HEADING_1);
  assert_style (f, 2, CW_STYLE_HEADING_2);
  g_assert_nonnull (import);
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_COMMA), ==, 2);

  cw_history_undo (f->history);
  assert_text (f, "区教育局工作总结\n基本情况\n抓学习,促落实。一是学习。\n正文,完。");
  cw_history_undo (f->history);
  g_assert_true (cw_document_is_blank (cw_history_get_document (f->history)));
}

static void
test_paste_part (Fixture *f, gconstpointer data)
{
  write_body (f, "甲\n乙");
  go (f, 1, 3);
  cw_editor_paste_text (f->editor, "好,行\n一、新的");
  assert_text (f, "工作总结\n甲好，行\n新的\n乙");
  assert_style (f, 2, CW_STYLE_HEADING_1);
  cw_history_undo (f->history);
  cw_history_undo (f->history);
  assert_text (f, "工作总结\n甲\n乙");
}

static gboolean
on_read (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
on_clipboard_text (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->editor));
  g_autofree char *text = NULL;
  gboolean waited = FALSE;

  write_body (f, "甲\n乙");
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_1);
  select_lines (f, 1, 2);
  g_signal_emit_by_name (f->editor, "cut-clipboard");
  assert_text (f, "工作总结\n");

  gdk_clipboard_read_text_async (clipboard, NULL, on_clipboard_text, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "一、甲\n乙"); /* other programs see the number */

  g_signal_emit_by_name (f->editor, "paste-clipboard");
  g_timeout_add (300, on_read, &waited);
  while (!waited)
    g_main_context_iteration (NULL, TRUE);
  assert_text (f, "工作总结\n甲\n乙"); /* this one has the heading */
  assert_style (f, 1, CW_STYLE_HEADING_1);
}

static void
test_drag (Fixture *f, gconstpointer data)
{
  write_body (f, "甲\n乙\n丙");
  cw_editor_set_style (f->editor, CW_STYLE_HEADING_1);
  cw_editor_buffer_select (f->buffer, (CwPlace) { 1, 0 }, (CwPlace) { 2, 0 });
  cw_editor_move_selection (f->editor, (CwPlace) { 3, 0 });
  assert_text (f, "工作总结\n乙\n甲\n丙");
  assert_style (f, 2, CW_STYLE_HEADING_1);
  cw_history_undo (f->history);
  assert_text (f, "工作总结\n甲\n乙\n丙");
}

static void
test_accessible (Fixture *f, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->editor), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Text of the document");
}

/* What does not belong in a document never gets there, whoever puts it in. */
static void
test_clean (Fixture *f, gconstpointer data)
{
  write_body (f, "");
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (f->buffer), "甲\r\n乙\u2029丙\a丁\ufffc", -1);
  assert_text (f, "工作总结\n甲\n乙\n丙丁");
}

#define ADD(path, function)                                                                        \
  g_test_add ("/app/editor/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  cw_test_window_init (&argc, &argv);
  ADD ("styles", test_styles);
  ADD ("tab", test_tab);
  ADD ("selected-lines", test_selected_lines);
  ADD ("numbers-follow", test_numbers_follow);
  ADD ("caret-style", test_caret_style);
  ADD ("typed-numbers", test_typed_numbers);
  ADD ("typed-number-taken-back", test_number_taken_back);
  ADD ("enter", test_return);
  ADD ("enter-leaves-heading", test_return_leaves_heading);
  ADD ("backspace", test_backspace);
  ADD ("page-break", test_page_break);
  ADD ("undo", test_undo);
  ADD ("no-other-undo", test_no_other_undo);
  ADD ("emphasis", test_emphasis);
  ADD ("run-in-heading", test_run_in);
  ADD ("placeholders", test_placeholders);
  ADD ("paste-whole", test_paste_whole);
  ADD ("paste-part", test_paste_part);
  ADD ("copy-and-paste", test_copy);
  ADD ("drag", test_drag);
  ADD ("accessible", test_accessible);
  ADD ("clean", test_clean);
  return g_test_run ();
}
