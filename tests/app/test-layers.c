/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stretches marked in the editor, and going to them. */

#include "app/editor/cw-editor-blocks.h"
#include "app/editor/cw-editor-layers.h"

#include "cw-test-window.h"
#include "cw-test.h"

typedef struct
{
  GtkWidget *window;
  CwEditor *editor;
  CwHistory *history;
  guint n_changed;
} Fixture;

#define PAPER "T:小结\nP:先查甲处，再查乙处。\nG:表1 情况|处;数|甲处;1|乙处;2\nP:乙处复查。"

static void
on_layer_changed (CwEditor *editor, guint layer, Fixture *f)
{
  f->n_changed++;
}

static void
set_up (Fixture *f, gconstpointer notation)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  f->history = cw_history_new (document);
  f->window = gtk_window_new ();
  f->editor = CW_EDITOR (cw_editor_new ());
  cw_editor_set_history (f->editor, f->history);
  g_signal_connect (f->editor, "layer-changed", G_CALLBACK (on_layer_changed), f);
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

static CwDocument *
get_document (Fixture *f)
{
  return cw_editor_buffer_get_document (cw_editor_get_buffer (f->editor));
}

static GskRenderNode *
draw (Fixture *f)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (f->editor));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (f->editor)),
                          gtk_widget_get_height (GTK_WIDGET (f->editor)));
  return gtk_snapshot_free_to_node (snapshot);
}

static GdkTexture *
take_picture (Fixture *f)
{
  g_autoptr (GskRenderNode) node = NULL;

  gtk_widget_queue_draw (GTK_WIDGET (f->editor));
  gtk_test_widget_wait_for_draw (f->window);
  while ((node = draw (f)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (f->window)), node,
                                      NULL);
}

/* How many pixels of the editor are more or less of this colour. */
static guint
count_pixels (Fixture *f, guint8 red, guint8 green, guint8 blue)
{
  g_autoptr (GdkTexture) texture = take_picture (f);
  int n_pixels = gdk_texture_get_width (texture) * gdk_texture_get_height (texture);
  g_autofree guint8 *pixels = g_malloc ((gsize) n_pixels * 4);
  guint n = 0;

  gdk_texture_download (texture, pixels, (gsize) gdk_texture_get_width (texture) * 4);
  for (int i = 0; i < n_pixels; i++)
    n += ABS (pixels[4 * i + 2] - red) < 24 && ABS (pixels[4 * i + 1] - green) < 24
         && ABS (pixels[4 * i] - blue) < 24;
  return n;
}

static void
test_drawn (Fixture *f, gconstpointer data)
{
  CwStretch hit = { .line = 1, .start = 0, .end = 12 };
  CwStretch cell = { { CW_FIELD_CELL, 0, 1, 1, 0 }, 2, 0, 6 };
  guint in_text, in_both;

  g_assert_cmpuint (count_pixels (f, 0xff, 0xea, 0x8d), ==, 0);
  cw_editor_set_layer (f->editor, CW_EDITOR_LAYER_HITS, get_document (f), &hit, 1);
  in_text = count_pixels (f, 0xff, 0xea, 0x8d);
  g_assert_cmpuint (in_text, >, 200);
  cw_editor_set_layer (f->editor, CW_EDITOR_LAYER_HITS, get_document (f),
                       (CwStretch[]) { hit, cell }, 2);
  in_both = count_pixels (f, 0xff, 0xea, 0x8d);
  g_assert_cmpuint (in_both, >, in_text + 50);
  cw_editor_set_layer (f->editor, CW_EDITOR_LAYER_HITS, NULL, NULL, 0);
  g_assert_cmpuint (count_pixels (f, 0xff, 0xea, 0x8d), ==, 0);
  g_assert_cmpuint (f->n_changed, ==, 3);
}

static void
test_waves (Fixture *f, gconstpointer data)
{
  CwStretch stretch = { .line = 1, .start = 0, .end = 18 };

  g_assert_cmpuint (count_pixels (f, 0xd0, 0x1b, 0x24), ==, 0);
  cw_editor_set_layer (f->editor, CW_EDITOR_LAYER_FINDINGS_RULE, get_document (f), &stretch, 1);
  g_assert_cmpuint (count_pixels (f, 0xd0, 0x1b, 0x24), >, 5);
}

static void
test_moves_with_typing (Fixture *f, gconstpointer data)
{
  CwStretch hits[] = { { .line = 1, .start = 21, .end = 27 }, { .line = 3, .start = 0, .end = 6 } };
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (cw_editor_get_buffer (f->editor));
  const CwStretch *now;
  guint n;

  cw_editor_set_layer (f->editor, CW_EDITOR_LAYER_HITS, get_document (f), hits, 2);
  cw_editor_set_caret (f->editor, (CwPlace) { 1, 0 });
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "一段。\n首", -1, TRUE);
  now = cw_editor_get_layer (f->editor, CW_EDITOR_LAYER_HITS, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (now[0].line, ==, 2);
  g_assert_cmpuint (now[0].start, ==, 24);
  g_assert_cmpuint (now[1].line, ==, 4);
  cw_history_undo (f->history);
  now = cw_editor_get_layer (f->editor, CW_EDITOR_LAYER_HITS, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (now[0].line, ==, 1);
  g_assert_cmpuint (now[0].start, ==, 21);
}

/* What was found in a document that has been edited meanwhile is marked where it is now. */
static void
test_older_document (Fixture *f, gconstpointer data)
{
  g_autoptr (CwDocument) older = cw_document_ref (get_document (f));
  CwStretch hit = { .line = 3, .start = 0, .end = 6 };
  guint n;

  cw_editor_set_caret (f->editor, (CwPlace) { 0, 0 });
  gtk_text_buffer_insert_interactive_at_cursor (
      GTK_TEXT_BUFFER (cw_editor_get_buffer (f->editor)), "题\n", -1, TRUE);
  cw_editor_set_layer (f->editor, CW_EDITOR_LAYER_HITS, older, &hit, 1);
  g_assert_cmpuint (cw_editor_get_layer (f->editor, CW_EDITOR_LAYER_HITS, &n)->line, ==, 4);
}

static void
test_find (Fixture *f, gconstpointer data)
{
  CwStretch hits[] = { { .line = 3, .start = 0, .end = 6 }, { .line = 1, .start = 6, .end = 12 } };

  cw_editor_set_layer (f->editor, CW_EDITOR_LAYER_VALUES, get_document (f), hits, 2);
  g_assert_null (cw_editor_find_in_layer (f->editor, CW_EDITOR_LAYER_VALUES, (CwPlace) { 1, 3 }));
  g_assert_cmpuint (
      cw_editor_find_in_layer (f->editor, CW_EDITOR_LAYER_VALUES, (CwPlace) { 1, 9 })->start, ==,
      6);
  g_assert_null (cw_editor_find_in_layer (f->editor, CW_EDITOR_LAYER_HITS, (CwPlace) { 1, 9 }));
}

static void
test_show (Fixture *f, gconstpointer data)
{
  CwStretch line = { .line = 3, .start = 0, .end = 6 };
  CwStretch cell = { { CW_FIELD_CELL, 0, 1, 2, 0 }, 2, 0, 6 };
  CwPlace start, end;
  int row, column;

  cw_editor_show_stretch (f->editor, &line);
  g_assert_true (cw_editor_buffer_get_selection (cw_editor_get_buffer (f->editor), &start, &end));
  g_assert_cmpuint (start.line, ==, 3);
  g_assert_cmpuint (end.offset, ==, 6);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (f->editor)));
  cw_editor_show_stretch (f->editor, &cell);
  g_assert_true (cw_editor_get_cell (f->editor, &row, &column));
  g_assert_cmpint (row, ==, 2);
  g_assert_cmpint (column, ==, 0);
}

static double
get_scroll (Fixture *f)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (f->editor)));
}

static gboolean
is_scrolled (Fixture *f)
{
  return get_scroll (f) > 1000;
}

/* Revealing leaves caret and keyboard where they are. */
static void
test_reveal (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) notation = g_string_new ("T:小结");
  g_autoptr (CwDocument) document = NULL;
  CwStretch last = { .line = 90, .start = 0, .end = 6 };

  for (guint i = 0; i < 100; i++)
    g_string_append (notation, "\nP:全县各学校逐栋查看校舍，登记入册。");
  document = cw_test_document_new (notation->str);
  cw_editor_buffer_apply (cw_editor_get_buffer (f->editor), document, &(CwPlace) { 0, 0 });
  gtk_widget_grab_focus (GTK_WIDGET (f->editor));
  cw_editor_reveal_stretch (f->editor, &last);
  cw_test_wait_until (is_scrolled, f);
  g_assert_cmpuint (cw_editor_get_caret (f->editor).line, ==, 0);
}

int
main (int argc, char **argv)
{
  cw_test_window_init (&argc, &argv);
  g_test_add ("/app/layers/drawn", Fixture, PAPER, set_up, test_drawn, tear_down);
  g_test_add ("/app/layers/waves", Fixture, PAPER, set_up, test_waves, tear_down);
  g_test_add ("/app/layers/typing", Fixture, PAPER, set_up, test_moves_with_typing, tear_down);
  g_test_add ("/app/layers/older", Fixture, PAPER, set_up, test_older_document, tear_down);
  g_test_add ("/app/layers/find", Fixture, PAPER, set_up, test_find, tear_down);
  g_test_add ("/app/layers/show", Fixture, PAPER, set_up, test_show, tear_down);
  g_test_add ("/app/layers/reveal", Fixture, PAPER, set_up, test_reveal, tear_down);
  return g_test_run ();
}
