/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/cw-settings.h"
#include "app/editor/cw-editor-focus.h"
#include "app/editor/cw-editor-keys.h"
#include "app/editor/cw-editor-paste-as.h"
#include "app/editor/cw-editor.h"
#include "app/symbols/cw-symbol-insert.h"
#include "app/symbols/cw-symbol-palette.h"
#include "app/symbols/cw-symbol-table.h"
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

/* --- symbols ---------------------------------------------------------------------------------- */

static void
test_symbol (Fixture *f, gconstpointer data)
{
  type (f, "甲乙");
  cw_symbol_insert (GTK_WIDGET (f->editor), "——", NULL);
  assert_text (f, "甲乙——");
  cw_editor_buffer_select (f->buffer, (CwPlace) { 0, 0 }, (CwPlace) { 0, strlen ("甲") });
  cw_symbol_insert (GTK_WIDGET (f->editor), "①", NULL);
  assert_text (f, "①乙——");
}

/* A pair goes around what is selected, which keeps its marks, as one step. */
static void
test_symbol_pair (Fixture *f, gconstpointer data)
{
  CwDocument *document = cw_history_get_document (f->history);
  g_autoptr (CwDocument) marked = NULL;

  type (f, "甲乙丙");
  document = cw_history_get_document (f->history);
  marked = cw_edit_set_mark (document, (CwPlace) { 0, 3 }, (CwPlace) { 0, 6 }, CW_MARK_EMPHASIS,
                             TRUE);
  cw_editor_buffer_apply (f->buffer, marked, NULL);
  cw_editor_buffer_select (f->buffer, (CwPlace) { 0, 3 }, (CwPlace) { 0, 6 });
  cw_symbol_insert (GTK_WIDGET (f->editor), "《", "》");
  assert_text (f, "甲《乙》丙");
  document = cw_history_get_document (f->history);
  g_assert_true (cw_text_has_mark (cw_flow_get_line (document, 0).text, CW_MARK_EMPHASIS, 6, 9));
  cw_history_undo (f->history);
  assert_text (f, "甲乙丙");
}

static void
test_symbol_between (Fixture *f, gconstpointer data)
{
  type (f, "甲");
  cw_symbol_insert (GTK_WIDGET (f->editor), "〔", "〕");
  assert_text (f, "甲〔〕");
  g_assert_cmpuint (cw_editor_get_caret (f->editor).offset, ==, strlen ("甲〔"));
}

static void
test_symbol_in_entry (Fixture *f, gconstpointer data)
{
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());

  gtk_editable_set_text (GTK_EDITABLE (entry), "甲乙");
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, 1);
  cw_symbol_insert (entry, "“", "”");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "“甲”乙");
  g_object_unref (entry);
}

/* Every symbol is found again by what it puts in, and has a name of its own. */
static void
test_symbol_names (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_symbols;
  const CwSymbol *symbols = cw_symbols_get (&n_symbols);

  for (guint i = 0; i < n_symbols; i++)
    {
      g_assert_true (cw_symbols_find (symbols[i].text) == &symbols[i]);
      g_assert_true (g_hash_table_add (names, cw_symbol_get_name (&symbols[i])));
    }
  g_assert_true (g_hash_table_contains (names, "Circled number 1"));
  g_assert_true (g_hash_table_contains (names, "Circled number 24"));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c; c = gtk_widget_get_next_sibling (c))
    {
      GtkWidget *found = find_button (c, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
on_picked (CwSymbolPalette *palette, const char *text, const char *behind, GString *picked)
{
  g_string_append_printf (picked, "%s%s ", text, behind != NULL ? behind : "");
}

/* What was picked last comes first the next time; no symbol twice. */
static void
test_palette (Fixture *f, gconstpointer data)
{
  g_autoptr (GSettings) settings = cw_settings_new ();
  g_autoptr (GString) picked = g_string_new (NULL);
  g_auto (GStrv) recent = NULL;

  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *palette = g_object_ref_sink (cw_symbol_palette_new (settings));

      g_signal_connect (palette, "picked", G_CALLBACK (on_picked), picked);
      g_signal_emit_by_name (find_button (palette, i % 2 == 0 ? "℃" : "〔〕"), "clicked");
      g_object_unref (palette);
    }
  g_assert_cmpstr (picked->str, ==, "℃ 〔〕 ℃ 〔〕 ");
  recent = g_settings_get_strv (settings, "recent-symbols");
  g_assert_cmpuint (g_strv_length (recent), ==, 2);
  g_assert_cmpstr (recent[0], ==, "〔");
  g_assert_cmpstr (recent[1], ==, "℃");
}

/* --- ways to paste ---------------------------------------------------------------------------- */

static void
test_paste_plain (Fixture *f, gconstpointer data)
{
  cw_editor_paste_text_as (f->editor, "会议,\"甲\"", CW_PASTE_PLAIN);
  assert_text (f, "会议,\"甲\"");
  cw_history_undo (f->history);
  assert_text (f, "");
}

static void
test_paste_paragraph (Fixture *f, gconstpointer data)
{
  cw_editor_paste_text_as (f->editor, "  会议,\n\n　　研究\n", CW_PASTE_PARAGRAPH);
  assert_text (f, "会议，研究");
}

static void
test_paste_table (Fixture *f, gconstpointer data)
{
  CwDocument *document;
  CwTable *table = NULL;

  cw_editor_paste_text_as (f->editor, "单位,人数\n一科,12\n二科,9", CW_PASTE_TABLE);
  document = cw_history_get_document (f->history);
  for (guint i = 0; i < cw_document_get_n_blocks (document) && table == NULL; i++)
    table = cw_block_get_table (cw_document_get_block (document, i));
  g_assert_nonnull (table);
  g_assert_cmpuint (cw_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (cw_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (cw_text_get_string (cw_table_get_cell (table, 1, 1).text), ==, "12");
}

/* Only the paragraph of the caret is lit. */
static void
test_focus (Fixture *f, gconstpointer data)
{
  int first, second, height;

  type (f, "甲\n乙");
  g_object_set (f->editor, "focus-mode", TRUE, NULL);
  gtk_test_widget_wait_for_draw (f->window);
  cw_editor_set_caret (f->editor, (CwPlace) { 0, 0 });
  cw_editor_focus_get_lit (f->editor, &first, &height);
  g_assert_cmpint (height, >, 0);
  cw_editor_set_caret (f->editor, (CwPlace) { 1, 0 });
  cw_editor_focus_get_lit (f->editor, &second, &height);
  g_assert_cmpint (second, >, first);
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
  ADD ("symbol", test_symbol);
  ADD ("symbol-pair", test_symbol_pair);
  ADD ("symbol-between", test_symbol_between);
  ADD ("symbol-in-entry", test_symbol_in_entry);
  ADD ("symbol-names", test_symbol_names);
  ADD ("palette", test_palette);
  ADD ("paste-plain", test_paste_plain);
  ADD ("paste-paragraph", test_paste_paragraph);
  ADD ("paste-table", test_paste_table);
  ADD ("focus", test_focus);
  return g_test_run ();
}
