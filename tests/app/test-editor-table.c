/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "app/editor/cw-editor-blocks.h"
#include "app/editor/cw-editor-commands.h"
#include "app/editor/cw-editor-insert.h"
#include "app/pictures/cw-picture-view.h"
#include "app/tables/cw-table-view.h"
#include "document/values/cw-blank.h"
#include "cw-test-window.h"

/* Tables in the section editor, in a window. */

typedef struct
{
  GtkWidget *window;
  CwEditor *editor;
  CwHistory *history;
} Fixture;

static CwBlock *
paragraph (const char *string)
{
  g_autoptr (CwText) text = cw_text_new (string);

  return cw_block_new_paragraph (text);
}

static CwBlock *
table_block (guint n_rows, guint n_columns, const char *const *strings, const char *caption)
{
  g_autofree CwCell *cells = g_new0 (CwCell, n_rows * n_columns);
  g_autoptr (CwText) text = cw_text_new (caption);
  g_autoptr (CwTable) table = NULL;
  guint n_strings = strings != NULL ? g_strv_length ((char **) strings) : 0;

  for (guint i = 0; i < n_rows * n_columns; i++)
    cells[i] = (CwCell) { cw_text_new (i < n_strings ? strings[i] : ""), 1, 1 };
  table = cw_table_new (n_rows, n_columns, 1, NULL, cells);
  for (guint i = 0; i < n_rows * n_columns; i++)
    cw_text_unref (cells[i].text);
  return cw_block_new_table (table, text);
}

static const char *const plan[] = {
  "序号", "任务", "责任部门", "完成率", "1",  "组织理论学习，开好民主生活会和组织生活会", "党委办公室",
  "98.5", "2",    "排查安全隐患", "安全科", "7.25", "3", "整理档案", "综合科", "100", NULL,
};

static CwDocument *
make_document (void)
{
  CwBlock *blocks[] = { paragraph ("上半年的工作按计划推进，主要任务见下表。"),
                        table_block (4, 4, plan, "表1  重点任务完成情况"),
                        paragraph ("下半年继续抓好落实。") };
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  CwDocument *document;

  elements[CW_ELEMENT_TITLE] = cw_text_new ("上半年工作小结");
  document = cw_document_new (elements, blocks, G_N_ELEMENTS (blocks));
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    cw_block_unref (blocks[i]);
  cw_text_unref (elements[CW_ELEMENT_TITLE]);
  return document;
}

static void
show (Fixture *f, CwDocument *document)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  f->history = cw_history_new (document);
  f->window = gtk_window_new ();
  f->editor = CW_EDITOR (cw_editor_new ());
  cw_editor_set_history (f->editor, f->history);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (f->editor));
  gtk_window_set_child (GTK_WINDOW (f->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 700, 500);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (CwDocument) document = make_document ();

  show (f, document);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->history);
}

/* What is seen, for who wants to see it. */
static void
take_picture (Fixture *f, const char *name)
{
  const char *folder = g_getenv ("CHENGWEN_SHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  for (guint i = 0; i < 3; i++)
    gtk_test_widget_wait_for_draw (f->window);
  if (folder == NULL)
    return;
  paintable = gtk_widget_paintable_new (f->window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (f->window),
                          gtk_widget_get_height (f->window));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (f->window)), node,
                                         NULL);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  gdk_texture_save_to_png (texture, path);
}

/* --- looking and acting ----------------------------------------------------------------------- */

static CwTableView *
get_view (Fixture *f, guint line)
{
  return CW_TABLE_VIEW (cw_editor_blocks_get_widget (cw_editor_get_blocks (f->editor), line));
}

static CwTable *
get_table (Fixture *f, guint line)
{
  CwDocument *document = cw_history_get_document (f->history);

  return cw_block_get_table (
      cw_document_get_block (document, cw_flow_get_line (document, line).block));
}

static void
assert_cell (Fixture *f, guint line, guint row, guint column, const char *text)
{
  g_assert_cmpstr (cw_text_get_string (cw_table_get_cell (get_table (f, line), row, column).text),
                   ==, text);
  g_assert_true (cw_table_view_get_table (get_view (f, line)) == get_table (f, line));
}

static void
assert_active (Fixture *f, guint line, guint row, guint column)
{
  guint r, c;

  g_assert_true (cw_table_view_get_active (get_view (f, line), &r, &c));
  g_assert_cmpuint (r, ==, row);
  g_assert_cmpuint (c, ==, column);
}

static GtkWidget *
get_entry (Fixture *f, guint line)
{
  return gtk_widget_get_first_child (GTK_WIDGET (get_view (f, line)));
}

/* As an input method commits, a word at a time. */
static void
type (Fixture *f, guint line, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_entry (f, line)));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

/* A key, as the table's own controllers get it. */
static gboolean
press (Fixture *f, guint line, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (get_view (f, line)));
  gboolean stop = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &stop);
    }
  return stop;
}

#define TABLE 2

static void
activate (Fixture *f, guint row, guint column)
{
  cw_table_view_activate (get_view (f, TABLE), row, column);
  assert_active (f, TABLE, row, column);
}

/* --- tests ------------------------------------------------------------------------------------ */

static void
test_shown (Fixture *f, gconstpointer data)
{
  GtkTextIter iter;
  GdkRectangle caption, below;
  graphene_rect_t table;

  take_picture (f, "table");
  g_assert_nonnull (get_view (f, TABLE));
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (cw_editor_get_buffer (f->editor)), &iter, 2);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f->editor), &iter, &caption);
  gtk_text_iter_forward_line (&iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (f->editor), &iter, &below);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_view (f, TABLE)),
                                            GTK_WIDGET (f->editor), &table));
  /* between its caption and the next line, and not over either */
  g_assert_cmpfloat (table.origin.y, >=, caption.y + caption.height);
  g_assert_cmpfloat (table.origin.y + table.size.height, <=, below.y + 18);
  g_assert_cmpfloat (table.size.height, >, 4 * 20);
}

static void
test_typing (Fixture *f, gconstpointer data)
{
  activate (f, 1, 2);
  type (f, TABLE, "组织");
  type (f, TABLE, "科");
  assert_cell (f, TABLE, 1, 2, "组织科");
  take_picture (f, "table-typing");

  /* typing in one cell is one step, and undo comes back to it */
  g_assert_true (press (f, TABLE, GDK_KEY_Tab, 0));
  assert_active (f, TABLE, 1, 3);
  cw_history_undo (f->history);
  assert_cell (f, TABLE, 1, 2, "党委办公室");
  assert_active (f, TABLE, 1, 2);
  g_assert_false (cw_history_get_can_undo (f->history));
  cw_history_redo (f->history);
  assert_cell (f, TABLE, 1, 2, "组织科");
  assert_active (f, TABLE, 1, 2);
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  activate (f, 3, 3);
  press (f, TABLE, GDK_KEY_Tab, 0);
  g_assert_cmpuint (cw_table_get_n_rows (get_table (f, TABLE)), ==, 5);
  assert_active (f, TABLE, 4, 0);
  press (f, TABLE, GDK_KEY_Tab, GDK_SHIFT_MASK);
  assert_active (f, TABLE, 3, 3);
  press (f, TABLE, GDK_KEY_Up, 0);
  assert_active (f, TABLE, 2, 3);
  press (f, TABLE, GDK_KEY_Left, 0);
  assert_active (f, TABLE, 2, 2);
  press (f, TABLE, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_active (f, TABLE, 4, 3);
  press (f, TABLE, GDK_KEY_Return, 0);
  g_assert_cmpuint (cw_table_get_n_rows (get_table (f, TABLE)), ==, 6);
  assert_active (f, TABLE, 5, 3);
  type (f, TABLE, "甲");
  press (f, TABLE, GDK_KEY_Return, GDK_ALT_MASK);
  type (f, TABLE, "乙");
  assert_cell (f, TABLE, 5, 3, "甲\n乙");
  press (f, TABLE, GDK_KEY_Escape, 0);
  assert_cell (f, TABLE, 5, 3, "");
  press (f, TABLE, GDK_KEY_Escape, 0);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (f->editor)));
}

static void
test_delete (Fixture *f, gconstpointer data)
{
  activate (f, 1, 1);
  press (f, TABLE, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (f, TABLE, GDK_KEY_Down, GDK_SHIFT_MASK);
  take_picture (f, "table-selection");
  press (f, TABLE, GDK_KEY_Delete, 0);
  assert_cell (f, TABLE, 1, 1, "");
  assert_cell (f, TABLE, 2, 2, "");
  assert_cell (f, TABLE, 3, 2, "综合科");
  cw_history_undo (f->history);
  assert_cell (f, TABLE, 2, 2, "安全科");
}

/* A blank in a cell is found as one in the text, and only it is selected. */
static void
test_placeholder (Fixture *f, gconstpointer data)
{
  activate (f, 2, 1);
  type (f, TABLE, "排查XX处");
  cw_editor_set_caret (f->editor, (CwPlace) { 0, 0 });
  gtk_widget_grab_focus (GTK_WIDGET (f->editor));
  g_assert_true (cw_editor_next_placeholder (f->editor));
  assert_active (f, TABLE, 2, 1);
  type (f, TABLE, "12");
  assert_cell (f, TABLE, 2, 1, "排查12处");
  g_assert_false (cw_editor_next_placeholder (f->editor));
}

static const CwValue *
get_only_value (Fixture *f)
{
  CwLedger *ledger = cw_document_get_ledger (cw_history_get_document (f->history));

  g_assert_cmpuint (cw_ledger_get_n_values (ledger), ==, 1);
  return cw_ledger_get_nth_value (ledger, 0);
}

static guint
count_left (Fixture *f)
{
  guint n_left;

  cw_blanks_count (cw_history_get_document (f->history), &n_left);
  return n_left;
}

static void
go_to_blank (Fixture *f)
{
  cw_editor_set_caret (f->editor, (CwPlace) { 0, 0 });
  gtk_widget_grab_focus (GTK_WIDGET (f->editor));
  g_assert_true (cw_editor_next_placeholder (f->editor));
}

/* What is typed over a blank in a cell is its value, without the unit that is there already; the
 * next keys go on with it, and one undo takes it all back. */
static void
test_fill_blank (Fixture *f, gconstpointer data)
{
  activate (f, 2, 1);
  type (f, TABLE, "排查XX处");
  cw_history_set_saved (f->history, cw_history_get_document (f->history)); /* ends the step */
  go_to_blank (f);
  type (f, TABLE, "1");
  g_assert_true (get_only_value (f)->filled);
  g_assert_cmpuint (count_left (f), ==, 0);
  type (f, TABLE, "2");
  assert_cell (f, TABLE, 2, 1, "排查12处");
  g_assert_cmpstr (get_only_value (f)->unit, ==, "处");
  type (f, TABLE, "处");
  assert_cell (f, TABLE, 2, 1, "排查12处");
  g_assert_cmpuint (cw_table_view_get_caret (get_view (f, TABLE)), ==, strlen ("排查12"));
  cw_history_undo (f->history);
  assert_cell (f, TABLE, 2, 1, "排查XX处");
  g_assert_cmpuint (count_left (f), ==, 1);
}

/* The selection is what is typed over, though some of its characters come again. */
static void
test_fill_alike (Fixture *f, gconstpointer data)
{
  activate (f, 2, 1);
  type (f, TABLE, "新增XX处");
  go_to_blank (f);
  type (f, TABLE, "X3");
  type (f, TABLE, "5");
  g_assert_cmpuint (cw_ledger_get_n_values (
                        cw_document_get_ledger (cw_history_get_document (f->history))),
                    ==, 1);
}

static guint n_gone_on;

static void
on_next_placeholder (GSimpleAction *action, GVariant *parameter, gpointer editor)
{
  n_gone_on++;
  cw_editor_next_placeholder (editor);
}

static void
add_next_action (Fixture *f)
{
  static const GActionEntry entry = { "next-placeholder", on_next_placeholder, NULL, NULL, NULL, { 0 } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  n_gone_on = 0;
  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, f->editor);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
}

/* Enter leads from blank to blank; in a cell that had been chosen as a whole it leads down. */
static void
test_fill_return (Fixture *f, gconstpointer data)
{
  add_next_action (f);
  activate (f, 1, 1);
  type (f, TABLE, "排查XX处");
  press (f, TABLE, GDK_KEY_Tab, 0);
  type (f, TABLE, "XX");
  press (f, TABLE, GDK_KEY_Return, 0);
  g_assert_cmpuint (n_gone_on, ==, 0);
  assert_active (f, TABLE, 2, 2);
  go_to_blank (f);
  assert_active (f, TABLE, 1, 1);
  press (f, TABLE, GDK_KEY_Return, 0); /* left as it is */
  assert_active (f, TABLE, 1, 2);
  go_to_blank (f);
  type (f, TABLE, "7");
  press (f, TABLE, GDK_KEY_Return, 0);
  g_assert_cmpuint (n_gone_on, ==, 2);
  assert_active (f, TABLE, 1, 2);

  activate (f, 1, 2);
  type (f, TABLE, "8");
  g_assert_cmpuint (count_left (f), ==, 0);
  press (f, TABLE, GDK_KEY_Return, 0);
  g_assert_cmpuint (n_gone_on, ==, 2);
  assert_active (f, TABLE, 2, 2);
}

/* A value in a cell changes in the text too, and the other way round. */
static void
test_fill_linked (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) blanks = NULL;
  g_autoptr (CwDocument) linked = NULL;
  g_autofree char *text = NULL;

  activate (f, 2, 1);
  type (f, TABLE, "排查XX处");
  cw_editor_set_caret (f->editor, (CwPlace) { 3, 0 });
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (cw_editor_get_buffer (f->editor)),
                                    "共排查XX处。", -1);
  blanks = cw_blanks_find (cw_history_get_document (f->history), FALSE);
  g_assert_cmpuint (blanks->len, ==, 2);
  linked = cw_blanks_link (cw_history_get_document (f->history), (CwBlank *) (gpointer) blanks->data,
                           2);
  cw_editor_buffer_apply (cw_editor_get_buffer (f->editor), linked, NULL);
  go_to_blank (f);
  type (f, TABLE, "4");
  type (f, TABLE, "5");
  assert_cell (f, TABLE, 2, 1, "排查45处");
  text = cw_flow_to_string (cw_history_get_document (f->history));
  g_assert_nonnull (strstr (text, "共排查45处。"));
}

static guint
count_yellow (Fixture *f)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (get_view (f, TABLE)));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  guint width, height, n = 0;

  for (guint i = 0; i < 3; i++) /* the paintable has its picture one frame late */
    gtk_test_widget_wait_for_draw (f->window);
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (f->window)), node,
                                         NULL);
  width = gdk_texture_get_width (texture);
  height = gdk_texture_get_height (texture);
  pixels = g_malloc (4 * width * height);
  gdk_texture_download (texture, pixels, 4 * width);
  for (guint i = 0; i < width * height; i++) /* blue, green, red, alpha: much more red than blue */
    n += pixels[4 * i + 2] > pixels[4 * i] + 40 && pixels[4 * i + 1] > pixels[4 * i] + 20;
  return n;
}

/* A blank made by hand is tinted in a cell as one found is, until it is filled. */
static void
test_tint (Fixture *f, gconstpointer data)
{
  CwDocument *document = cw_history_get_document (f->history);
  CwStretch at = { { CW_FIELD_CELL, 0, (guint) cw_flow_get_line (document, TABLE).block, 2, 1 },
                   TABLE, 0, strlen ("排查") };
  g_autoptr (CwDocument) made = cw_blank_make (document, &at);

  g_assert_cmpuint (count_yellow (f), ==, 0);
  cw_editor_buffer_apply (cw_editor_get_buffer (f->editor), made, NULL);
  activate (f, 0, 0);
  take_picture (f, "table-tint");
  g_assert_cmpuint (count_yellow (f), >, 50);
  go_to_blank (f);
  type (f, TABLE, "清理");
  assert_cell (f, TABLE, 2, 1, "清理安全隐患");
  gtk_widget_grab_focus (GTK_WIDGET (f->editor));
  g_assert_cmpuint (count_yellow (f), ==, 0);
}

static void
test_rows_and_columns (Fixture *f, gconstpointer data)
{
  CwTableView *view = get_view (f, TABLE);

  activate (f, 1, 1);
  gtk_widget_activate_action (GTK_WIDGET (view), "table.insert-row-below", NULL);
  assert_cell (f, TABLE, 2, 1, "");
  assert_cell (f, TABLE, 3, 1, "排查安全隐患");
  press (f, TABLE, GDK_KEY_Up, GDK_ALT_MASK);
  assert_cell (f, TABLE, 1, 1, "");
  press (f, TABLE, GDK_KEY_Delete, GDK_CONTROL_MASK);
  assert_cell (f, TABLE, 2, 1, "排查安全隐患");
  activate (f, 0, 0);
  press (f, TABLE, GDK_KEY_Right, GDK_SHIFT_MASK);
  gtk_widget_activate_action (GTK_WIDGET (view), "table.merge", NULL);
  assert_cell (f, TABLE, 0, 0, "序号\n任务");
  take_picture (f, "table-merged");
  gtk_widget_activate_action (GTK_WIDGET (view), "table.split", NULL);
  g_assert_cmpuint (cw_table_get_cell (get_table (f, TABLE), 0, 0).columns, ==, 1);
  activate (f, 0, 3);
  gtk_widget_activate_action (GTK_WIDGET (view), "table.remove-columns", NULL);
  g_assert_cmpuint (cw_table_get_n_columns (get_table (f, TABLE)), ==, 3);
  while (cw_history_get_can_undo (f->history))
    cw_history_undo (f->history);
  assert_cell (f, TABLE, 0, 3, "完成率");
}

/* A thousand rows open at once, and the last can be written in. */
static void
test_long (Fixture *f, gconstpointer data)
{
  g_autoptr (CwText) caption = cw_text_new ("表2");
  g_autoptr (CwTable) table = cw_table_new_empty (1000, 6);
  g_autoptr (CwBlock) block = cw_block_new_table (table, caption);
  g_autoptr (CwDocument) document = cw_document_new (NULL, &block, 1);
  GdkRectangle area;
  graphene_point_t at;

  cw_history_reset (f->history, document);
  cw_table_view_activate (get_view (f, 0), 999, 5);
  type (f, 0, "末");
  assert_cell (f, 0, 999, 5, "末");
  take_picture (f, "table-long");
  area = cw_table_view_get_active_area (get_view (f, 0));
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (get_view (f, 0)), GTK_WIDGET (f->editor),
                                           &GRAPHENE_POINT_INIT (area.x, area.y), &at));
  g_assert_cmpfloat (at.y, >, 0);
  g_assert_cmpfloat (at.y, <, gtk_widget_get_height (GTK_WIDGET (f->editor)));
}

/* What is no picture is told, and stays in the document. */
static void
test_picture (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff", 20);
  g_autoptr (CwPicture) picture = cw_picture_new (CW_PICTURE_PNG, bytes, 60);
  CwPictureView *view;
  CwDocument *document;

  cw_editor_set_caret (f->editor, (CwPlace) { 3, 0 });
  cw_editor_insert_picture (f->editor, picture);
  view = CW_PICTURE_VIEW (cw_editor_blocks_get_widget (cw_editor_get_blocks (f->editor), 4));
  cw_test_wait_until (cw_picture_view_is_loaded, view);
  g_assert_cmpfloat_with_epsilon (cw_picture_view_get_shown_width (view), 60, 0.01);
  cw_picture_view_resize (view, 80);
  document = cw_history_get_document (f->history);
  picture = (cw_picture_unref (picture),
             cw_picture_ref (cw_block_get_picture (cw_document_get_block (document, 3))));
  g_assert_cmpfloat (cw_picture_get_width (picture), ==, 80);
  take_picture (f, "picture");
}

int
main (int argc, char **argv)
{
  cw_test_window_init (&argc, &argv);
  g_test_add ("/app/editor/table/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/app/editor/table/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/app/editor/table/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/app/editor/table/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/app/editor/table/placeholder", Fixture, NULL, set_up, test_placeholder, tear_down);
  g_test_add ("/app/editor/table/fill-blank", Fixture, NULL, set_up, test_fill_blank, tear_down);
  g_test_add ("/app/editor/table/fill-alike", Fixture, NULL, set_up, test_fill_alike, tear_down);
  g_test_add ("/app/editor/table/fill-return", Fixture, NULL, set_up, test_fill_return, tear_down);
  g_test_add ("/app/editor/table/fill-linked", Fixture, NULL, set_up, test_fill_linked, tear_down);
  g_test_add ("/app/editor/table/tint", Fixture, NULL, set_up, test_tint, tear_down);
  g_test_add ("/app/editor/table/rows-and-columns", Fixture, NULL, set_up, test_rows_and_columns,
              tear_down);
  g_test_add ("/app/editor/table/long", Fixture, NULL, set_up, test_long, tear_down);
  g_test_add ("/app/editor/table/picture", Fixture, NULL, set_up, test_picture, tear_down);
  return g_test_run ();
}
