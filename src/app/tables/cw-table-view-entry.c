/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/tables/cw-table-edit.h"

/* The text view that lies over the active cell. */

static guint typed_signal, go_on_signal;

static GtkTextBuffer *
get_buffer (CwTableView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry));
}

static char *
get_string (CwTableView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}

static guint
get_offset (CwTableView *self, const GtkTextIter *iter)
{
  GtkTextIter start;
  g_autofree char *before = NULL;

  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  before = gtk_text_buffer_get_text (get_buffer (self), &start, iter, TRUE);
  return strlen (before);
}

/**
 * cw_table_view_get_selection:
 * @self: a table view
 * @start: (out): first byte selected in the text of the active cell
 * @end: (out): byte after the last; @start if none is
 */
void
cw_table_view_get_selection (CwTableView *self, guint *start, guint *end)
{
  GtkTextIter from, to;

  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to);
  *start = get_offset (self, &from);
  *end = get_offset (self, &to);
}

/* --- what is typed ---------------------------------------------------------------------------- */

/* What of the text of a cell has gone, and what has come. */
typedef struct
{
  gsize start;
  gsize end;
  char *text;
} Change;

static void
change_clear (Change *change)
{
  g_free (change->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

/* What was selected was typed over, even where some of it is the same again. */
static gboolean
is_selection_changed (CwTableView *self, const char *was, const char *typed)
{
  gsize length = strlen (was), n = strlen (typed), behind;

  if (self->chosen_end > length || self->chosen_start > self->chosen_end)
    return FALSE;
  behind = length - self->chosen_end;
  return n >= self->chosen_start + behind && strncmp (was, typed, self->chosen_start) == 0
         && strcmp (was + self->chosen_end, typed + n - behind) == 0;
}

/* The smallest difference. */
static void
compare_texts (Change *change, const char *was, const char *typed)
{
  gsize length = strlen (was), n = strlen (typed), start = 0, behind = 0;

  while (start < MIN (length, n) && was[start] == typed[start])
    start++;
  while (start > 0 && ((was[start] & 0xc0) == 0x80 || (typed[start] & 0xc0) == 0x80))
    start--;
  while (behind < MIN (length, n) - start && was[length - behind - 1] == typed[n - behind - 1])
    behind++;
  while (behind > 0 && (was[length - behind] & 0xc0) == 0x80)
    behind--;
  change->start = start;
  change->end = length - behind;
}

static void
find_change (CwTableView *self, Change *change, const char *was, const char *typed)
{
  gsize n = strlen (typed);

  if (is_selection_changed (self, was, typed))
    *change = (Change) { self->chosen_start, self->chosen_end, NULL };
  else
    compare_texts (change, was, typed);
  n -= strlen (was) - change->end;
  change->text = g_strndup (typed + change->start, n - change->start);
}

/* What was typed goes into the old text so that the marks around it stay. */
static void
take_typed (CwTableView *self)
{
  CwText *old = cw_table_get_cell (self->table, self->row, self->column).text;
  g_autofree char *typed = get_string (self);
  g_auto (Change) change = { 0 };
  g_autoptr (CwText) insert = NULL;
  g_autoptr (CwText) text = NULL;
  g_autoptr (CwTable) table = NULL;

  find_change (self, &change, cw_text_get_string (old), typed);
  insert = cw_text_new (change.text);
  text = cw_text_splice (old, change.start, change.end, insert);
  self->changed = FALSE;
  if (cw_text_equal (old, text))
    return;
  if (self->original == NULL)
    self->original = cw_text_ref (old);
  self->anchor_row = self->row;
  self->anchor_column = self->column;
  g_signal_emit (self, typed_signal, 0, (guint) change.start, (guint) change.end, change.text);
  self->editing = TRUE;
  table = cw_table_set_text (self->table, self->row, self->column, text);
  cw_table_view_edit (self, table, *change.text != '\0' ? CW_EDIT_TYPING : CW_EDIT_ERASING);
}

static void
on_changed (CwTableView *self)
{
  if (self->filling)
    return;
  self->changed = TRUE;
  if (self->actions > 0)
    return;
  self->chosen_start = self->chosen_end = G_MAXUINT; /* nobody knows */
  take_typed (self);
}

static void
on_begin_action (CwTableView *self)
{
  if (self->actions++ == 0)
    cw_table_view_get_selection (self, &self->chosen_start, &self->chosen_end);
}

static void
on_end_action (CwTableView *self)
{
  if (--self->actions == 0 && self->changed)
    take_typed (self);
}

static void
on_preedit (CwTableView *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

static void
on_focus (CwTableView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  cw_table_view_update_actions (self);
  if (cw_table_view_has_focus (self))
    g_signal_emit_by_name (self, "cell-moved");
}

static void
on_copy (CwTableView *self)
{
  g_signal_stop_emission_by_name (self->entry, "copy-clipboard");
  cw_table_view_copy (self);
}

static void
on_cut (CwTableView *self)
{
  g_signal_stop_emission_by_name (self->entry, "cut-clipboard");
  cw_table_view_cut (self);
}

static void
on_paste (CwTableView *self)
{
  g_signal_stop_emission_by_name (self->entry, "paste-clipboard");
  cw_table_view_paste (self);
}

static void
connect_entry (CwTableView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (buffer, "begin-user-action", G_CALLBACK (on_begin_action), self);
  g_signal_connect_swapped (buffer, "end-user-action", G_CALLBACK (on_end_action), self);
  g_signal_connect_swapped (self->entry, "preedit-changed", G_CALLBACK (on_preedit), self);
  g_signal_connect_swapped (self->entry, "notify::has-focus", G_CALLBACK (on_focus), self);
  g_signal_connect_swapped (self->entry, "copy-clipboard", G_CALLBACK (on_copy), self);
  g_signal_connect_swapped (self->entry, "cut-clipboard", G_CALLBACK (on_cut), self);
  g_signal_connect_swapped (self->entry, "paste-clipboard", G_CALLBACK (on_paste), self);
}

/**
 * cw_table_view_make_entry:
 * @self: a table view being made
 *
 * Makes the text view for the active cell. It has no undo of its own.
 */
void
cw_table_view_make_entry (CwTableView *self)
{
  self->entry = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->entry), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->entry), FALSE);
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (self->entry),
                                 GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  gtk_widget_add_css_class (self->entry, "cw-table-entry");
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  connect_entry (self);
}

/* Row and column, counted from 1, and what the column's first header cell says. */
static void
name_entry (CwTableView *self)
{
  g_autofree char *place
      = g_strdup_printf (_ ("Row %u, column %u"), self->row + 1, self->column + 1);
  guint row = 0, column = self->column;
  g_autofree char *name = NULL;

  if (self->row > 0 && cw_table_get_n_header_rows (self->table) > 0)
    {
      CwCell head = cw_table_find_cell (self->table, &row, &column);

      name = g_strdup_printf ("%s. %s", place, cw_text_get_string (head.text));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : place, -1);
}

static GtkJustification
get_justification (CwTableView *self)
{
  if (cw_table_shape_get_indent (self->shape, self->row, self->column) >= 0)
    return GTK_JUSTIFY_LEFT;
  switch (cw_table_shape_get_align (self->shape, self->row, self->column))
    {
    case CW_COLUMN_CENTRE:
    case CW_COLUMN_DECIMAL:
      return GTK_JUSTIFY_CENTER;
    case CW_COLUMN_END:
      return GTK_JUSTIFY_RIGHT;
    case CW_COLUMN_AUTO:
    case CW_COLUMN_START:
    case CW_N_COLUMN_ALIGNS:
    default:
      return GTK_JUSTIFY_LEFT;
    }
}

/* Changes no more than need be, so that the caret stays where it is when the text is the same. */
static void
set_string (CwTableView *self, const char *text)
{
  g_autofree char *shown = get_string (self);

  if (strcmp (shown, text) == 0)
    return;
  self->filling = TRUE;
  gtk_text_buffer_set_text (get_buffer (self), text, -1);
  self->filling = FALSE;
}

/**
 * cw_table_view_fill_entry:
 * @self: a table view
 *
 * Makes the text view show the active cell: all of it selected, unless its text is being edited.
 */
void
cw_table_view_fill_entry (CwTableView *self)
{
  CwCell cell = cw_table_get_cell (self->table, self->row, self->column);

  set_string (self, cw_text_get_string (cell.text));
  gtk_text_view_set_justification (GTK_TEXT_VIEW (self->entry), get_justification (self));
  gtk_text_view_set_left_margin (
      GTK_TEXT_VIEW (self->entry),
      MAX (cw_table_shape_get_indent (self->shape, self->row, self->column), 0));
  cw_table_view_set_editing (self, self->editing);
  name_entry (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * cw_table_view_set_editing:
 * @self: a table view
 * @editing: whether arrows move in the text of the cell, not from cell to cell
 */
void
cw_table_view_set_editing (CwTableView *self, gboolean editing)
{
  GtkTextIter start, end;

  self->editing = editing;
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  if (!editing)
    gtk_text_buffer_select_range (get_buffer (self), &end, &start);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->entry),
                                    editing || gtk_text_iter_equal (&start, &end));
}

/**
 * cw_table_view_place_entry:
 * @self: a table view with a size
 *
 * Lays the text view over the active cell.
 */
void
cw_table_view_place_entry (CwTableView *self)
{
  GdkRectangle cell = cw_table_view_get_active_area (self);
  int width = MAX (cell.width - 2 * CW_CELL_PADDING, 1);
  int height, minimum;
  graphene_point_t at;
  GskTransform *transform;

  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, width, &minimum, &height, NULL, NULL);
  height = MAX (MAX (height, minimum), 1);
  at = GRAPHENE_POINT_INIT (cell.x + CW_CELL_PADDING, cell.y + MAX (cell.height - height, 0) / 2);
  transform = gsk_transform_translate (NULL, &at);
  gtk_widget_allocate (self->entry, width, height, -1, transform);
}

/**
 * cw_table_view_place_caret:
 * @self: a table view
 * @offset: byte of the text of the active cell
 *
 * Puts the caret there, in the text the cell has now.
 */
void
cw_table_view_place_caret (CwTableView *self, guint offset)
{
  const char *string;
  GtkTextIter iter;

  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  string = cw_text_get_string (cw_table_get_cell (self->table, self->row, self->column).text);
  set_string (self, string);
  if (cw_table_view_get_caret (self) == offset)
    return;
  gtk_text_buffer_get_iter_at_offset (
      get_buffer (self), &iter, g_utf8_strlen (string, MIN (offset, strlen (string))));
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
}

/**
 * cw_table_view_get_editing:
 * @self: a table view
 *
 * Returns: whether the text of the active cell is edited; if not, the cell is chosen as a whole
 */
gboolean
cw_table_view_get_editing (CwTableView *self)
{
  g_return_val_if_fail (CW_IS_TABLE_VIEW (self), FALSE);

  return self->editing;
}

/**
 * cw_table_view_ask_go_on:
 * @self: a table view
 *
 * Returns: whether somebody else knows where Enter leads
 */
gboolean
cw_table_view_ask_go_on (CwTableView *self)
{
  gboolean done = FALSE;

  g_signal_emit (self, go_on_signal, 0, &done);
  return done;
}

/**
 * cw_table_view_install_entry_signals:
 *
 * Makes the signals of this file.
 */
void
cw_table_view_install_entry_signals (void)
{
  /**
   * CwTableView::typed:
   * @start: first byte of what has gone from the text of the active cell
   * @end: byte after the last
   * @text: what has come
   *
   * Something is being typed; #CwTableView::edited follows at once.
   */
  typed_signal = g_signal_new ("typed", CW_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  /**
   * CwTableView::go-on:
   *
   * Enter was pressed.
   *
   * Returns: whether somebody has gone on from here; else the keyboard goes to the cell below
   */
  go_on_signal = g_signal_new ("go-on", CW_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                               g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
}

/**
 * cw_table_view_break_line:
 * @self: a table view
 *
 * Begins a new line in the active cell.
 */
void
cw_table_view_break_line (CwTableView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter end;

  if (!self->editing)
    {
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_place_cursor (buffer, &end);
    }
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "\n", 1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * cw_table_view_is_at_edge:
 * @self: a table view
 * @rows: -1 for up, 1 for down
 * @columns: -1 for left, 1 for right
 *
 * Returns: whether the caret cannot go there within the text of its cell
 */
gboolean
cw_table_view_is_at_edge (CwTableView *self, int rows, int columns)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (columns != 0)
    return columns < 0 ? gtk_text_iter_is_start (&iter) : gtk_text_iter_is_end (&iter);
  if (rows < 0)
    return !gtk_text_view_backward_display_line (GTK_TEXT_VIEW (self->entry), &iter);
  return !gtk_text_view_forward_display_line (GTK_TEXT_VIEW (self->entry), &iter)
         || gtk_text_iter_is_end (&iter);
}
