/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/editor/cw-editor-blocks.h"
#include "app/editor/cw-editor-flow.h"
#include "app/editor/cw-editor-layers.h"
#include "app/tables/cw-table-view.h"

/* Misspelled Latin words: marked in the text, and what the menu of the text does about one. */

#define MOST_SUGGESTIONS 5

/* --- marking --- */

static void
on_spelling (CwWindow *self)
{
  CwSpelling *spelling = cw_spelling_checker_get_spelling (self->spelling);
  const CwStretch *stretches = NULL;
  guint n = 0;

  if (spelling != NULL)
    stretches = cw_spelling_get_stretches (spelling, &n);
  cw_editor_set_layer (self->editor, CW_EDITOR_LAYER_SPELLING,
                       n > 0 ? cw_spelling_get_document (spelling) : NULL, stretches, n);
}

static void
on_document (CwWindow *self)
{
  cw_spelling_checker_set_document (self->spelling, cw_draft_get_document (self->draft));
}

static void
on_setting (CwWindow *self)
{
  g_auto (GStrv) words = g_settings_get_strv (self->settings, "spelling-words");
  gboolean on = g_settings_get_boolean (self->settings, "spelling");

  cw_spelling_checker_set_words (self->spelling, on ? (const char *const *) words : NULL);
}

/* --- the menu --- */

/**
 * cw_window_offer_spelling:
 * @self: a window
 * @stretch: (nullable): a misspelled word, or none
 *
 * Fills the part of the menu of the text that is for a misspelled word, before it is shown.
 */
void
cw_window_offer_spelling (CwWindow *self, const CwStretch *stretch)
{
  CwDictionary *dictionary = stretch != NULL ? cw_dictionary_get_default () : NULL;
  g_auto (GStrv) suggestions = NULL;

  g_menu_remove_all (self->spelling_menu);
  g_clear_pointer (&self->misspelled, g_free);
  if (dictionary == NULL)
    return;
  self->misspelled_at = *stretch;
  self->misspelled = cw_stretch_to_string (cw_draft_get_document (self->draft), stretch);
  suggestions = cw_dictionary_suggest (dictionary, self->misspelled, MOST_SUGGESTIONS);
  for (guint i = 0; suggestions[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (suggestions[i], NULL);

      g_menu_item_set_action_and_target (item, "win.respell", "s", suggestions[i]);
      g_menu_append_item (self->spelling_menu, item);
    }
  g_menu_append (self->spelling_menu, _ ("A_dd to Dictionary"), "win.learn-word");
  g_menu_append (self->spelling_menu, _ ("_Ignore in This Document"), "win.ignore-word");
}

static void
offer_at (CwWindow *self, CwPlace place)
{
  cw_window_offer_spelling (
      self, cw_editor_find_in_layer (self->editor, CW_EDITOR_LAYER_SPELLING, place));
}

/* The word of a cell that is at @offset; at -1 the first one. */
static const CwStretch *
find_in_cell (CwWindow *self, guint line, guint row, guint column, int offset)
{
  guint n;
  const CwStretch *all = cw_editor_get_layer (self->editor, CW_EDITOR_LAYER_SPELLING, &n);

  for (guint i = 0; i < n; i++)
    if (all[i].field.kind == CW_FIELD_CELL && all[i].line == line && all[i].field.row == row
        && all[i].field.column == column
        && (offset < 0 || ((int) all[i].start <= offset && offset <= (int) all[i].end)))
      return &all[i];
  return NULL;
}

static gboolean
find_line (CwWindow *self, CwTableView *table, guint *line)
{
  CwEditorBlocks *blocks = cw_editor_get_blocks (self->editor);
  CwTableView *view;

  for (guint i = 0; cw_editor_blocks_get_nth_table (blocks, i, &view, line); i++)
    if (view == table)
      return TRUE;
  return FALSE;
}

static void
offer_in_table (CwWindow *self, CwTableView *table, guint row, guint column, int offset)
{
  const CwStretch *word = NULL;
  guint line;

  if (find_line (self, table, &line))
    word = find_in_cell (self, line, row, column, offset);
  cw_table_view_set_extra_menu (table, G_MENU_MODEL (self->spelling_menu));
  cw_window_offer_spelling (self, word);
}

static void
on_table_press (CwWindow *self, CwTableView *table, double x, double y)
{
  graphene_point_t at;
  guint row, column, offset;

  if (gtk_widget_compute_point (GTK_WIDGET (self->editor), GTK_WIDGET (table),
                                &GRAPHENE_POINT_INIT (x, y), &at)
      && cw_table_view_locate (table, at.x, at.y, &row, &column, &offset))
    offer_in_table (self, table, row, column, offset);
  else
    cw_window_offer_spelling (self, NULL);
}

static CwTableView *
find_table (CwWindow *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->editor), x, y, GTK_PICK_DEFAULT);

  widget = widget != NULL ? gtk_widget_get_ancestor (widget, CW_TYPE_TABLE_VIEW) : NULL;
  return widget != NULL ? CW_TABLE_VIEW (widget) : NULL;
}

static void
on_right_press (CwWindow *self, int n, double x, double y)
{
  CwTableView *table = find_table (self, x, y);
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (table != NULL)
    {
      on_table_press (self, table, x, y);
      return;
    }
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    offer_at (self, cw_place_at_iter (&iter));
  else
    cw_window_offer_spelling (self, NULL);
}

static void
offer_at_caret (CwWindow *self)
{
  CwPlace caret = cw_editor_get_caret (self->editor);
  GtkWidget *table
      = cw_editor_blocks_get_widget (cw_editor_get_blocks (self->editor), caret.line);
  int row, column;

  if (cw_editor_get_cell (self->editor, &row, &column))
    offer_in_table (self, CW_TABLE_VIEW (table), row, column, -1);
  else
    offer_at (self, caret);
}

static gboolean
on_key (CwWindow *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    offer_at_caret (self);
  return GDK_EVENT_PROPAGATE;
}

/* Before the text shows its menu. */
static void
watch_menu (CwWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_press), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->editor), key);
}

/* --- doing --- */

/* Whether the word the menu was about still stands there. */
static gboolean
is_there (CwWindow *self)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autofree char *word = NULL;

  if (self->misspelled == NULL || !cw_stretch_is_valid (document, &self->misspelled_at))
    return FALSE;
  word = cw_stretch_to_string (document, &self->misspelled_at);
  return g_str_equal (word, self->misspelled);
}

static void
on_respell (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autoptr (CwText) text = cw_text_new (g_variant_get_string (parameter, NULL));
  g_autoptr (CwDocument) document = NULL;

  if (!is_there (self))
    return;
  document = cw_edit_stretches (cw_draft_get_document (self->draft), &self->misspelled_at, &text, 1);
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), document, NULL);
}

static void
on_learn (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  if (self->misspelled != NULL)
    cw_window_choose (self, "spelling-words", self->misspelled,
                      _ ("Added to the words of this office."));
}

static void
on_ignore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autofree char *key = NULL;

  if (self->misspelled == NULL)
    return;
  key = cw_spelling_make_key (self->misspelled);
  cw_window_dismiss (self, key);
}

/**
 * cw_window_install_spelling_actions:
 * @klass: the class of the window
 *
 * Installs what can be done with a misspelled word.
 */
void
cw_window_install_spelling_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.respell", "s", on_respell);
  gtk_widget_class_install_action (klass, "win.learn-word", NULL, on_learn);
  gtk_widget_class_install_action (klass, "win.ignore-word", NULL, on_ignore);
}

static void
add_to_menu (CwWindow *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  GMenuModel *has = gtk_text_view_get_extra_menu (view);
  g_autoptr (GMenu) menu = G_IS_MENU (has) ? g_object_ref (G_MENU (has)) : g_menu_new ();

  self->spelling_menu = g_menu_new ();
  g_menu_prepend_section (menu, NULL, G_MENU_MODEL (self->spelling_menu));
  gtk_text_view_set_extra_menu (view, G_MENU_MODEL (menu));
}

/**
 * cw_window_connect_spelling:
 * @self: a window
 *
 * Has the Latin words of the document looked up while it is written.
 */
void
cw_window_connect_spelling (CwWindow *self)
{
  self->spelling = cw_spelling_checker_new ();
  g_signal_connect_object (self->spelling, "notify::spelling", G_CALLBACK (on_spelling), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cw_draft_get_history (self->draft), "notify::document",
                           G_CALLBACK (on_document), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::spelling", G_CALLBACK (on_setting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::spelling-words", G_CALLBACK (on_setting),
                           self, G_CONNECT_SWAPPED);
  add_to_menu (self);
  watch_menu (self);
  on_document (self);
  on_setting (self);
}

/**
 * cw_window_dispose_spelling:
 * @self: a window that goes
 *
 * Looks nothing up any more.
 */
void
cw_window_dispose_spelling (CwWindow *self)
{
  if (self->spelling != NULL)
    g_object_run_dispose (G_OBJECT (self->spelling));
  g_clear_object (&self->spelling);
  g_clear_object (&self->spelling_menu);
  g_clear_pointer (&self->misspelled, g_free);
}
