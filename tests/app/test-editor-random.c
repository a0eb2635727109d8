/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/editor/cw-editor-blocks.h"
#include "app/editor/cw-editor-commands.h"
#include "app/editor/cw-editor-drop.h"
#include "app/editor/cw-editor-flow.h"
#include "app/editor/cw-editor-insert.h"
#include "app/editor/cw-editor-keys.h"
#include "app/editor/cw-editor-number.h"
#include "app/editor/cw-editor-paste.h"
#include "app/editor/cw-editor-tags.h"
#include "app/tables/cw-table-view.h"
#include "document/edits/cw-edit-blocks.h"
#include "document/tables/cw-table-edit.h"
#include "cw-test-window.h"

#define N_OPERATIONS 10000
#define LONGEST 4000

/* The model: the text as a plain string, changed by plain string means, and the document as the
 * edits of the document room alone make it. The editor has to agree with both. */
typedef struct
{
  GRand *rand;
  CwHistory *history;
  CwEditor *editor;
  CwEditorBuffer *buffer;
  GString *plain;
  CwDocument *document;
  guint operation;
  const char *name;
} Fixture;

static const char *const words[] = {
  "一", "、", "一、", "（二）",     "3.", "（4）", "党建", "XX名", "会议。",
  "a",  "1",  "\n",   "工作\n总结", "𬭶", "“好”",  "，",   "。",
};

static void
set_model (Fixture *f, CwDocument *document)
{
  g_autofree char *flow = cw_flow_to_string (document);

  cw_document_ref (document);
  g_clear_pointer (&f->document, cw_document_unref);
  f->document = document;
  g_string_assign (f->plain, flow);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (CwDocument) blank = cw_document_new_blank ();

  f->rand = g_rand_new_with_seed (g_test_rand_int ());
  f->history = cw_history_new (blank);
  f->editor = CW_EDITOR (g_object_ref_sink (cw_editor_new ()));
  cw_editor_set_history (f->editor, f->history);
  f->buffer = cw_editor_get_buffer (f->editor);
  f->plain = g_string_new (NULL);
  set_model (f, blank);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->editor);
  g_object_unref (f->history);
  g_rand_free (f->rand);
  g_string_free (f->plain, TRUE);
  cw_document_unref (f->document);
}

static guint
pick (Fixture *f, guint n)
{
  return g_rand_int_range (f->rand, 0, n);
}

/* --- what must hold after each operation ------------------------------------------------------ */

static char *
shown_text (Fixture *f)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (f->buffer), &start, &end);
  return gtk_text_buffer_get_slice (GTK_TEXT_BUFFER (f->buffer), &start, &end, TRUE);
}

static void
check_style (Fixture *f, const GtkTextIter *iter, CwStyle expected)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (f->buffer));
  guint n = 0;

  if (gtk_text_iter_is_end (iter))
    return; /* nothing there to carry a tag */
  for (CwStyle style = 0; style < CW_N_STYLES; style++)
    if (gtk_text_iter_has_tag (iter, gtk_text_tag_table_lookup (table, cw_style_get_nick (style))))
      {
        g_assert_cmpint (style, ==, expected);
        n++;
      }
  g_assert_cmpuint (n, ==, 1);
}

/* A line has its style from its first character to its line end. */
static void
check_line (Fixture *f, guint line)
{
  CwFlowLine flow = cw_flow_get_line (f->document, line);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (f->buffer), &iter, line);
  check_style (f, &iter, flow.style);
  if (!gtk_text_iter_ends_line (&iter))
    gtk_text_iter_forward_to_line_end (&iter);
  check_style (f, &iter, flow.style);
}

/* Each table of the document is shown by a widget beside its line, and no other line has one. */
static void
check_table (Fixture *f, guint line)
{
  CwFlowLine flow = cw_flow_get_line (f->document, line);
  GtkWidget *widget = cw_editor_blocks_get_widget (cw_editor_get_blocks (f->editor), line);
  CwBlock *block;

  g_assert_true (CW_IS_TABLE_VIEW (widget) == (flow.style == CW_STYLE_TABLE));
  if (flow.style != CW_STYLE_TABLE)
    return;
  block = cw_document_get_block (cw_editor_buffer_get_document (f->buffer), flow.block);
  g_assert_true (cw_table_view_get_table (CW_TABLE_VIEW (widget)) == cw_block_get_table (block));
}

/* The history makes a value of what is typed over a blank: with those the document is more than the
 * edit, but not in its text. */
static void
check_document (Fixture *f)
{
  CwDocument *document = cw_editor_buffer_get_document (f->buffer);
  g_autofree char *is = cw_flow_to_string (document), *was = cw_flow_to_string (f->document);

  g_assert_cmpstr (is, ==, was);
  if (!cw_document_equal (document, f->document))
    g_assert_false (cw_ledger_is_empty (cw_document_get_ledger (document)));
  cw_document_ref (document);
  cw_document_unref (f->document);
  f->document = document;
}

static void
check (Fixture *f)
{
  g_autofree char *shown = shown_text (f);

  g_assert_cmpstr (shown, ==, f->plain->str);
  check_document (f);
  g_assert_true (cw_history_get_document (f->history) == cw_editor_buffer_get_document (f->buffer));
  for (guint line = 0; line < cw_flow_get_n_lines (f->document); line++)
    {
      check_line (f, line);
      check_table (f, line);
    }
}

/* --- plain string means ----------------------------------------------------------------------- */

static gsize
plain_offset (Fixture *f, CwPlace place)
{
  const char *p = f->plain->str;

  for (guint line = 0; line < place.line; line++)
    p = strchr (p, '\n') + 1;
  return p - f->plain->str + place.offset;
}

static gboolean
has_content (Fixture *f)
{
  for (guint i = 0; i < cw_document_get_n_blocks (f->document); i++)
    {
      CwBlockKind kind = cw_block_get_kind (cw_document_get_block (f->document, i));

      if (kind == CW_BLOCK_TABLE || kind == CW_BLOCK_PICTURE)
        return TRUE;
    }
  return FALSE;
}

/* A table keeps the line ends beside its caption, so that only without one the text is that of the
 * plain string. */
static CwPlace
model_replace (Fixture *f, CwPlace start, CwPlace end, const char *text)
{
  gsize from = plain_offset (f, start);
  gsize to = plain_offset (f, end);
  CwPlace after;
  g_autoptr (CwDocument) document = cw_edit_replace (f->document, start, end, text, &after);
  g_autofree char *flow = cw_flow_to_string (document);

  g_string_erase (f->plain, from, to - from);
  g_string_insert (f->plain, from, text);
  if (!has_content (f))
    g_assert_cmpstr (flow, ==, f->plain->str);
  set_model (f, document);
  return after;
}

/* A number just typed becomes a heading; the string loses it. */
static void
model_number (Fixture *f, CwPlace after)
{
  g_autoptr (CwDocument) taken = cw_editor_take_number (f->document, after);

  if (taken != NULL)
    set_model (f, taken);
}

/* --- operations ------------------------------------------------------------------------------- */

static GtkTextIter
random_iter (Fixture *f)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (
      GTK_TEXT_BUFFER (f->buffer), &iter,
      pick (f, gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (f->buffer)) + 1));
  return iter;
}

static void
select_something (Fixture *f)
{
  GtkTextIter a = random_iter (f);
  GtkTextIter b = a;

  gtk_text_iter_forward_chars (&b, pick (f, 30));
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (f->buffer), &a, &b);
}

static void
op_move (Fixture *f)
{
  GtkTextIter iter = random_iter (f);

  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (f->buffer), &iter);
}

/* As an input method commits: within a user action, over the selection. */
static void
op_commit (Fixture *f)
{
  const char *word = words[pick (f, G_N_ELEMENTS (words))];
  CwPlace start, end, after;
  gboolean over = cw_editor_buffer_get_selection (f->buffer, &start, &end);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (f->buffer);

  if (f->plain->len > LONGEST)
    return;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, word, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  if (over)
    start = model_replace (f, start, end, "");
  after = model_replace (f, start, start, word);
  if (!over && strchr (word, '\n') == NULL)
    model_number (f, after);
}

/* As an assistive tool does: anywhere, without a user action, and going on with the iterator. */
static void
op_insert (Fixture *f)
{
  const char *word = words[pick (f, G_N_ELEMENTS (words))];
  GtkTextIter iter = random_iter (f);
  CwPlace start = cw_place_at_iter (&iter), after;

  if (f->plain->len > LONGEST)
    return;
  gtk_text_buffer_insert (GTK_TEXT_BUFFER (f->buffer), &iter, word, -1);
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), >=, 0);
  after = model_replace (f, start, start, word);
  if (strchr (word, '\n') == NULL)
    model_number (f, after);
}

static void
op_delete_range (Fixture *f)
{
  GtkTextIter a = random_iter (f);
  GtkTextIter b = a;
  CwPlace start, end;

  gtk_text_iter_forward_chars (&b, pick (f, f->plain->len > LONGEST / 2 ? 200 : 12));
  start = cw_place_at_iter (&a);
  end = cw_place_at_iter (&b);
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (f->buffer), &a, &b);
  if (cw_place_compare (start, end) != 0)
    model_replace (f, start, end, "");
}

static void
op_backspace (Fixture *f)
{
  CwPlace start, end;
  GtkTextIter before;
  g_autoptr (CwDocument) plain = NULL;
  gboolean selected = cw_editor_buffer_get_selection (f->buffer, &start, &end);
  CwStyle style = cw_flow_get_line (f->document, start.line).style;
  CwStyle above = cw_flow_get_line (f->document, MAX (start.line, 1) - 1).style;

  if (!selected && start.offset == 0 && start.line > 0
      && (above == CW_STYLE_TABLE || above == CW_STYLE_PICTURE))
    {
      g_signal_emit_by_name (f->editor, "backspace");
      return;
    }
  if (!selected && start.offset == 0 && style >= CW_STYLE_HEADING_1 && style <= CW_STYLE_HEADING_4)
    {
      plain = cw_edit_set_style (f->document, start.line, start.line, CW_STYLE_PARAGRAPH);
      g_signal_emit_by_name (f->editor, "backspace");
      set_model (f, plain);
      return;
    }
  if (!selected)
    {
      cw_place_get_iter (start, GTK_TEXT_BUFFER (f->buffer), &before);
      gtk_text_iter_backward_cursor_position (&before);
      start = cw_place_at_iter (&before);
    }
  g_signal_emit_by_name (f->editor, "backspace");
  if (cw_place_compare (start, end) != 0)
    model_replace (f, start, end, "");
}

static void
op_style (Fixture *f)
{
  CwStyle style = pick (f, CW_STYLE_ANNOTATION + 1);
  CwPlace start, end;
  guint last;
  g_autoptr (CwDocument) document = NULL;

  if (style == CW_STYLE_PAGE_BREAK)
    return;
  cw_editor_buffer_get_selection (f->buffer, &start, &end);
  last = end.line > start.line && end.offset == 0 ? end.line - 1 : end.line;
  document = cw_edit_set_style (f->document, start.line, last, style);
  cw_editor_set_style (f->editor, style);
  set_model (f, document);
}

static void
op_level (Fixture *f)
{
  int by = pick (f, 2) == 0 ? 1 : -1;
  CwPlace start, end;
  guint last;
  g_autoptr (CwDocument) document = NULL;

  cw_editor_buffer_get_selection (f->buffer, &start, &end);
  last = end.line > start.line && end.offset == 0 ? end.line - 1 : end.line;
  if (by > 0 && cw_flow_get_line (f->document, cw_editor_get_caret (f->editor).line).style >= CW_STYLE_TABLE)
    return; /* goes into the table */
  document = cw_edit_shift_level (f->document, start.line, last, by);
  cw_editor_keys_tab (f->editor, by < 0);
  set_model (f, document);
}

static void
op_emphasis (Fixture *f)
{
  CwPlace start, end;
  gboolean on = !cw_editor_get_emphasis (f->editor);
  g_autoptr (CwDocument) document = NULL;

  if (!cw_editor_buffer_get_selection (f->buffer, &start, &end))
    return;
  document = cw_edit_set_mark (f->document, start, end, CW_MARK_EMPHASIS, on);
  cw_editor_toggle_emphasis (f->editor);
  set_model (f, document);
}

static void
op_page_break (Fixture *f)
{
  CwPlace after;
  g_autoptr (CwDocument) document
      = cw_edit_insert_page_break (f->document, cw_editor_get_caret (f->editor), &after);

  cw_editor_insert_page_break (f->editor);
  set_model (f, document);
}

/* As many tables and pictures as a paper may have, each with a widget of its own. */
static gboolean
has_enough (Fixture *f)
{
  guint n = 0;

  for (guint i = 0; i < cw_document_get_n_blocks (f->document); i++)
    {
      CwBlockKind kind = cw_block_get_kind (cw_document_get_block (f->document, i));

      n += kind == CW_BLOCK_TABLE || kind == CW_BLOCK_PICTURE;
    }
  return n >= 8;
}

static void
op_insert_table (Fixture *f)
{
  CwPlace at = cw_editor_get_caret (f->editor);
  g_autoptr (CwTable) table = cw_table_new_empty (1 + pick (f, 4), 1 + pick (f, 4));
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) block = cw_block_new_table (table, nothing);
  g_autoptr (CwDocument) document = cw_edit_insert_block (f->document, at, block, &at);

  if (has_enough (f))
    return;
  cw_editor_insert_table (f->editor, table);
  set_model (f, document);
}

static void
op_insert_picture (Fixture *f)
{
  CwPlace at = cw_editor_get_caret (f->editor);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no picture", 10);
  g_autoptr (CwPicture) picture = cw_picture_new (CW_PICTURE_PNG, bytes, 0);
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) block = cw_block_new_picture (picture, nothing);
  g_autoptr (CwDocument) document = cw_edit_insert_block (f->document, at, block, &at);

  if (has_enough (f))
    return;
  cw_editor_insert_picture (f->editor, picture);
  set_model (f, document);
}

/* The model of these is what the history says: the text has to follow. */
static void
op_insert_other (Fixture *f)
{
  switch (pick (f, 4))
    {
    case 0:
      cw_editor_insert_attachment (f->editor, CW_ATTACHMENT_LANDSCAPE);
      break;
    case 1:
      cw_editor_insert_note (f->editor);
      break;
    case 2:
      cw_editor_insert_annotation (f->editor);
      break;
    default:
      cw_editor_insert_line_break (f->editor);
      break;
    }
  set_model (f, cw_history_get_document (f->history));
}

/* Typing into a cell of one of the tables. */
static void
op_cell (Fixture *f)
{
  guint line = pick (f, cw_flow_get_n_lines (f->document)), row, column;
  CwFlowLine flow = cw_flow_get_line (f->document, line);
  GtkWidget *view = cw_editor_blocks_get_widget (cw_editor_get_blocks (f->editor), line);
  GtkTextBuffer *buffer;
  g_autoptr (CwText) text = cw_text_new (words[pick (f, G_N_ELEMENTS (words))]);
  CwTable *old;
  g_autoptr (CwTable) table = NULL;
  g_autoptr (CwBlock) block = NULL;
  g_autoptr (CwDocument) document = NULL;

  if (flow.style != CW_STYLE_TABLE)
    return;
  old = cw_block_get_table (cw_document_get_block (f->document, flow.block));
  cw_table_view_activate (CW_TABLE_VIEW (view), pick (f, 5), pick (f, 5));
  cw_table_view_get_active (CW_TABLE_VIEW (view), &row, &column);
  table = cw_table_set_text (old, row, column, text);
  block = cw_block_new_table (table, flow.text);
  document = cw_edit_replace_block (f->document, flow.block, block);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_widget_get_first_child (view)));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_set_text (buffer, cw_text_get_string (text), -1);
  gtk_text_buffer_end_user_action (buffer);
  set_model (f, document);
}

static void
op_copy_paste (Fixture *f)
{
  CwPlace start, end, after;
  g_autoptr (CwDocument) fragment = NULL, document = NULL;

  if (f->plain->len > LONGEST)
    return;
  select_something (f);
  cw_editor_buffer_get_selection (f->buffer, &start, &end);
  fragment = cw_edit_slice (f->document, start, end);
  op_move (f);
  start = end = cw_editor_get_caret (f->editor);
  document = cw_edit_insert_document (f->document, start, end, fragment, &after);
  cw_editor_paste_document (f->editor, fragment);
  set_model (f, document);
}

/* The model of a move is what the editor's own history says: text must only change places. */
static void
op_drag (Fixture *f)
{
  GtkTextIter to = random_iter (f);

  select_something (f);
  cw_editor_move_selection (f->editor, cw_place_at_iter (&to));
  set_model (f, cw_history_get_document (f->history));
}

static void
op_undo (Fixture *f)
{
  cw_history_undo (f->history);
  set_model (f, cw_history_get_document (f->history));
}

static void
op_redo (Fixture *f)
{
  cw_history_redo (f->history);
  set_model (f, cw_history_get_document (f->history));
}

/* What a move of sections comes to: blocks of the body change places, some are written anew. */
static void
op_move_blocks (Fixture *f)
{
  guint n = cw_document_get_n_blocks (f->document);
  guint n_body = cw_document_get_n_body_blocks (f->document);
  guint first = pick (f, n_body + 1), middle = first + pick (f, n_body - first + 1);
  guint end = middle + pick (f, n_body - middle + 1), n_up = end - middle;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  g_autoptr (CwDocument) document = NULL;
  CwText *elements[CW_N_ELEMENTS];

  for (CwElement i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = cw_document_get_element (f->document, i);
  for (guint i = 0; i < n; i++)
    {
      guint inside = i - first < n_up ? middle + i - first : i - n_up;
      CwBlock *block = cw_document_get_block (f->document, i < first || i >= end ? i : inside);
      g_autoptr (CwText) text = cw_text_new (words[pick (f, 3)]);
      gboolean anew = cw_block_get_kind (block) == CW_BLOCK_PARAGRAPH && pick (f, 12) == 0;

      g_ptr_array_add (blocks, anew ? cw_block_with_text (block, text) : cw_block_ref (block));
    }
  document = cw_document_new_like (f->document, elements, (CwBlock **) blocks->pdata, n);
  if (cw_document_equal (document, f->document))
    return;
  cw_editor_buffer_apply (f->buffer, document, NULL);
  set_model (f, document);
}

static const struct
{
  const char *name;
  void (*run) (Fixture *f);
  guint weight;
} operations[] = {
  { "move", op_move, 12 },
  { "select", select_something, 8 },
  { "commit", op_commit, 30 },
  { "insert", op_insert, 10 },
  { "delete range", op_delete_range, 10 },
  { "backspace", op_backspace, 10 },
  { "style", op_style, 6 },
  { "level", op_level, 6 },
  { "emphasis", op_emphasis, 4 },
  { "page break", op_page_break, 2 },
  { "copy and paste", op_copy_paste, 3 },
  { "drag", op_drag, 3 },
  { "insert table", op_insert_table, 2 },
  { "insert picture", op_insert_picture, 1 },
  { "insert other", op_insert_other, 3 },
  { "cell", op_cell, 10 },
  { "move blocks", op_move_blocks, 4 },
  { "move blocks", op_move_blocks, 4 },
  { "undo", op_undo, 8 },
  { "redo", op_redo, 4 },
};

static void
run_one (Fixture *f)
{
  guint total = 0, at;

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    total += operations[i].weight;
  at = pick (f, total);
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (at < operations[i].weight)
      {
        f->name = operations[i].name;
        operations[i].run (f);
        return;
      }
    else
      at -= operations[i].weight;
}

static void
test_random (Fixture *f, gconstpointer data)
{
  g_autoptr (CwDocument) blank = cw_document_new_blank ();
  g_autoptr (CwDocument) last = NULL;

  for (f->operation = 0; f->operation < N_OPERATIONS; f->operation++)
    {
      run_one (f);
      if (g_getenv ("CHENGWEN_TRACE") != NULL)
        g_printerr ("%u %s: “%s”\n", f->operation, f->name, f->plain->str);
      check (f);
    }

  while (cw_history_get_can_redo (f->history))
    op_redo (f);
  last = cw_document_ref (f->document);
  while (cw_history_get_can_undo (f->history))
    {
      op_undo (f);
      check (f);
    }
  g_assert_true (cw_document_equal (f->document, blank));
  while (cw_history_get_can_redo (f->history))
    {
      op_redo (f);
      check (f);
    }
  g_assert_true (cw_document_equal (f->document, last));
}

int
main (int argc, char **argv)
{
  cw_test_window_init (&argc, &argv);
  g_test_add ("/app/editor/ten-thousand-random-edits", Fixture, NULL, set_up, test_random,
              tear_down);
  return g_test_run ();
}
