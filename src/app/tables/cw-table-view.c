/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/tables/cw-table-change.h"
#include "app/editor/cw-editor-tags.h"

/**
 * CwTableView:
 *
 * A table that is edited in place. It draws what can be seen of its cells itself, however many
 * there are, and holds one text view, which lies over the active cell and takes the keys: what an
 * input method commits goes where typing goes. Every change is handed out as a new table by
 * #CwTableView::edited; what is shown changes when cw_table_view_set_table() says so.
 */

enum
{
  EDITED,
  CELL_MOVED,
  LEAVE,
  REMOVE,
  SOURCE_ACTIVATED,
  LIST_COMMAND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwTableView, cw_table_view, GTK_TYPE_WIDGET)

/* --- fonts ------------------------------------------------------------------------------------ */

/* The cells are in the typeface of the page (R117), a little smaller than the text around. */
static void
load_style (void)
{
  static gboolean done;
  g_autoptr (PangoFontDescription) font = NULL;
  g_autoptr (GtkCssProvider) provider = NULL;
  g_autofree char *css = NULL;
  g_auto (GStrv) families = NULL;
  g_autofree char *quoted = NULL;

  if (done)
    return;
  done = TRUE;
  font = cw_editor_tags_get_font (CW_STYLE_PARAGRAPH);
  families = g_strsplit (pango_font_description_get_family (font), ",", -1);
  quoted = g_strjoinv ("\",\"", families);
  css = g_strdup_printf (".cw-table { font-family: \"%s\"; font-size: 0.9em; }", quoted);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_string (provider, css);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static CwTableSpace
measure_space (CwTableView *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "国");
  CwTableSpace space = { .width = self->width, .scale = self->scale };
  PangoRectangle rect;

  pango_layout_get_extents (layout, NULL, &rect);
  space.context = pango_layout_get_context (layout);
  space.em = (double) rect.width / PANGO_SCALE;
  space.line = PANGO_PIXELS_CEIL (rect.height);
  pango_layout_set_text (layout, "0000000000", -1);
  pango_layout_get_extents (layout, NULL, &rect);
  space.digit = (double) rect.width / PANGO_SCALE / 10;
  return space;
}

/**
 * cw_table_view_reshape:
 * @self: a table view
 *
 * Finds anew where the rules are, after a change of the table, the font or the room there is.
 */
void
cw_table_view_reshape (CwTableView *self)
{
  CwTableSpace space = measure_space (self);
  CwTableShape *shape = cw_table_shape_new (self->table, &space, self->shape);

  g_clear_pointer (&self->shape, cw_table_shape_free);
  self->shape = shape;
  cw_table_view_update_links (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cw_table_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  CwTableView *self = CW_TABLE_VIEW (widget);
  int unused;

  gtk_widget_measure (self->entry, orientation, -1, &unused, &unused, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? cw_table_shape_get_width (self->shape)
                                                       : cw_table_shape_get_height (self->shape);
  for (guint i = 0; i < self->links->len; i++)
    gtk_widget_measure (self->links->pdata[i], orientation, -1, &unused, &unused, NULL, NULL);
  *minimum += CW_TABLE_STRIP + 2;
  *natural = *minimum;
}

static void
cw_table_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CwTableView *self = CW_TABLE_VIEW (widget);

  cw_table_view_place_entry (self);
  cw_table_view_place_links (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
cw_table_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CwTableView *self = CW_TABLE_VIEW (widget);

  cw_table_view_draw (self, snapshot);
  gtk_widget_snapshot_child (widget, self->entry, snapshot);
  cw_table_view_snapshot_links (self, snapshot);
}

static void
cw_table_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  CwTableView *self = CW_TABLE_VIEW (widget);

  GTK_WIDGET_CLASS (cw_table_view_parent_class)->css_changed (widget, change);
  if (self->shape != NULL)
    cw_table_view_reshape (self);
}

static gboolean
cw_table_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CW_TABLE_VIEW (widget)->entry);
}

static void
cw_table_view_dispose (GObject *object)
{
  CwTableView *self = CW_TABLE_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->extra_menu);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  cw_table_view_clear_links (self);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (cw_table_view_parent_class)->dispose (object);
}

static void
cw_table_view_finalize (GObject *object)
{
  CwTableView *self = CW_TABLE_VIEW (object);

  g_clear_pointer (&self->shape, cw_table_shape_free);
  g_clear_pointer (&self->table, cw_table_unref);
  g_clear_pointer (&self->original, cw_text_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->ledger, cw_ledger_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->changed_rows, g_array_unref);
  g_free (self->name);
  G_OBJECT_CLASS (cw_table_view_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /**
   * CwTableView::edited:
   * @table: (type CwTable): what the table becomes
   * @kind: (type CwEditKind): what kind of edit it was
   *
   * The user has changed the table.
   */
  signals[EDITED] = g_signal_new ("edited", CW_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, CW_TYPE_TABLE, G_TYPE_INT);
  /**
   * CwTableView::cell-moved:
   *
   * Another cell is the active one.
   */
  signals[CELL_MOVED] = g_signal_new ("cell-moved", CW_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CwTableView::leave:
   * @direction: -1 for the text above the table, 1 for the text below
   *
   * The keyboard is about to go on in the text around the table.
   */
  signals[LEAVE] = g_signal_new ("leave", CW_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * CwTableView::remove:
   *
   * The table is to go.
   */
  signals[REMOVE] = g_signal_new ("remove", CW_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  /**
   * CwTableView::source-activated:
   * @row: a row of a list
   *
   * The user wants to know where the row comes from.
   */
  signals[SOURCE_ACTIVATED] = g_signal_new ("source-activated", CW_TYPE_TABLE_VIEW,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            G_TYPE_UINT);
  /**
   * CwTableView::list-command:
   * @command: "update", "export" or "save-form"
   *
   * Something is to be done with the table as a whole.
   */
  signals[LIST_COMMAND] = g_signal_new ("list-command", CW_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cw_table_view_class_init (CwTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cw_table_view_dispose;
  object_class->finalize = cw_table_view_finalize;
  widget_class->measure = cw_table_view_measure;
  widget_class->size_allocate = cw_table_view_size_allocate;
  widget_class->snapshot = cw_table_view_snapshot;
  widget_class->css_changed = cw_table_view_css_changed;
  widget_class->grab_focus = cw_table_view_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_css_name (widget_class, "table");
  install_signals ();
  cw_table_view_install_entry_signals ();
  cw_table_view_install_actions (widget_class);
  cw_table_view_install_list_actions (widget_class);
}

static void
cw_table_view_init (CwTableView *self)
{
  load_style ();
  self->width = 400;
  self->scale = 400 / 156.0;
  self->visible_bottom = 2000;
  self->links = g_ptr_array_new ();
  self->changed_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_add_css_class (GTK_WIDGET (self), "cw-table");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  cw_table_view_make_entry (self);
  cw_table_view_install_keys (self);
  cw_table_view_install_pointer (self);
}

/* --- what is shown ---------------------------------------------------------------------------- */

static void
update_name (CwTableView *self)
{
  guint n_rows = cw_table_get_n_rows (self->table);
  guint n_columns = cw_table_get_n_columns (self->table);
  g_autofree char *size = g_strdup_printf (_ ("Table, %u rows, %u columns"), n_rows, n_columns);
  g_autofree char *label
      = self->name == NULL || *self->name == '\0' ? g_strdup (size)
                                                  : g_strdup_printf ("%s. %s", self->name, size);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) n_rows, GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) n_columns, -1);
}

/**
 * cw_table_view_new:
 * @table: a table
 *
 * Returns: a view of it
 */
GtkWidget *
cw_table_view_new (CwTable *table)
{
  CwTableView *self = g_object_new (CW_TYPE_TABLE_VIEW, NULL);

  self->table = cw_table_ref (table);
  cw_table_view_reshape (self);
  update_name (self);
  cw_table_view_fill_entry (self);
  return GTK_WIDGET (self);
}

/**
 * cw_table_view_get_table:
 * @self: a table view
 *
 * Returns: (transfer none): the table shown
 */
CwTable *
cw_table_view_get_table (CwTableView *self)
{
  g_return_val_if_fail (CW_IS_TABLE_VIEW (self), NULL);

  return self->table;
}

static void
keep_inside (CwTableView *self)
{
  self->row = MIN (self->row, cw_table_get_n_rows (self->table) - 1);
  self->column = MIN (self->column, cw_table_get_n_columns (self->table) - 1);
  self->anchor_row = MIN (self->anchor_row, cw_table_get_n_rows (self->table) - 1);
  self->anchor_column = MIN (self->anchor_column, cw_table_get_n_columns (self->table) - 1);
  cw_table_find_cell (self->table, &self->row, &self->column);
}

/**
 * cw_table_view_set_table:
 * @self: a table view
 * @table: what it is to show
 *
 * Shows another state of the table. The active cell stays where it is, or, where one cell has
 * changed and it is another one, goes there: undo leads back to where something happens.
 */
void
cw_table_view_set_table (CwTableView *self, CwTable *table)
{
  g_autoptr (CwTable) old = NULL;
  guint row, column;

  g_return_if_fail (CW_IS_TABLE_VIEW (self));
  g_return_if_fail (table != NULL);

  if (table == self->table)
    return;
  old = g_steal_pointer (&self->table);
  self->table = cw_table_ref (table);
  cw_table_view_reshape (self);
  if (cw_table_find_change (old, table, &row, &column))
    self->row = self->anchor_row = row, self->column = self->anchor_column = column;
  keep_inside (self);
  cw_table_view_fill_entry (self);
  update_name (self);
}

/**
 * cw_table_view_set_space:
 * @self: a table view
 * @width: pixels there are for the table
 * @scale: pixels a millimetre of the page
 */
void
cw_table_view_set_space (CwTableView *self, int width, double scale)
{
  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  if (self->width == width && self->scale == scale)
    return;
  self->width = width;
  self->scale = scale;
  cw_table_view_reshape (self);
}

/**
 * cw_table_view_set_name:
 * @self: a table view
 * @name: the table's caption, for who cannot see it
 */
void
cw_table_view_set_name (CwTableView *self, const char *name)
{
  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  if (g_set_str (&self->name, name))
    update_name (self);
}

/**
 * cw_table_view_set_visible_part:
 * @self: a table view
 * @top: first pixel that can be seen, from its top
 * @bottom: the last
 *
 * Only the rows there, and some beyond, are drawn.
 */
void
cw_table_view_set_visible_part (CwTableView *self, int top, int bottom)
{
  int spare = bottom - top;

  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  if (top >= self->visible_top && bottom <= self->visible_bottom)
    return;
  self->visible_top = top - spare;
  self->visible_bottom = bottom + spare;
  cw_table_view_update_links (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cw_table_view_get_height:
 * @self: a table view
 *
 * Returns: the height it needs, in pixels
 */
int
cw_table_view_get_height (CwTableView *self)
{
  g_return_val_if_fail (CW_IS_TABLE_VIEW (self), 0);

  return cw_table_shape_get_height (self->shape) + CW_TABLE_STRIP + 2;
}

/**
 * cw_table_view_has_focus:
 * @self: a table view
 *
 * Returns: whether keys go to one of its cells, or to the menu of one
 */
gboolean
cw_table_view_has_focus (CwTableView *self)
{
  return gtk_widget_has_focus (self->entry)
         || (self->menu != NULL && gtk_widget_get_visible (self->menu));
}

/**
 * cw_table_view_get_active:
 * @self: a table view
 * @row: (out): row of the active cell
 * @column: (out): its column
 *
 * Returns: whether keys go to that cell
 */
gboolean
cw_table_view_get_active (CwTableView *self, guint *row, guint *column)
{
  g_return_val_if_fail (CW_IS_TABLE_VIEW (self), FALSE);

  *row = self->row;
  *column = self->column;
  return cw_table_view_has_focus (self);
}

/**
 * cw_table_view_activate:
 * @self: a table view
 * @row: a row
 * @column: a column
 *
 * Makes the cell there the active one and gives it the keyboard.
 */
void
cw_table_view_activate (CwTableView *self, guint row, guint column)
{
  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  cw_table_view_move_to (self, MIN (row, cw_table_get_n_rows (self->table) - 1),
                         MIN (column, cw_table_get_n_columns (self->table) - 1));
  gtk_widget_grab_focus (self->entry);
}

/**
 * cw_table_view_select_text:
 * @self: a table view
 * @row: a row
 * @column: a column
 * @start: first byte within the text of the cell there
 * @end: byte after the last, and where the caret goes
 *
 * As cw_table_view_activate(), with a part of the text selected.
 */
void
cw_table_view_select_text (CwTableView *self, guint row, guint column, guint start, guint end)
{
  GtkTextBuffer *buffer;
  const char *string;
  gsize length;
  GtkTextIter from, to;

  g_return_if_fail (CW_IS_TABLE_VIEW (self));

  cw_table_view_activate (self, row, column);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry));
  string = cw_text_get_string (cw_table_get_cell (self->table, self->row, self->column).text);
  length = strlen (string);
  cw_table_view_set_editing (self, TRUE);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, g_utf8_strlen (string, MIN (start, length)));
  gtk_text_buffer_get_iter_at_offset (buffer, &to, g_utf8_strlen (string, MIN (end, length)));
  gtk_text_buffer_select_range (buffer, &to, &from);
}

/**
 * cw_table_view_set_caret:
 * @self: a table view
 * @row: a row
 * @column: a column
 * @offset: byte within the text of the cell there
 *
 * As cw_table_view_activate(), with the caret at a place of the text.
 */
void
cw_table_view_set_caret (CwTableView *self, guint row, guint column, guint offset)
{
  cw_table_view_select_text (self, row, column, offset, offset);
}

/**
 * cw_table_view_get_caret:
 * @self: a table view
 *
 * Returns: where the caret is in the text of the active cell, in bytes
 */
guint
cw_table_view_get_caret (CwTableView *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, caret;
  g_autofree char *before = NULL;

  g_return_val_if_fail (CW_IS_TABLE_VIEW (self), 0);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->entry));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  before = gtk_text_buffer_get_text (buffer, &start, &caret, TRUE);
  return strlen (before);
}

/**
 * cw_table_view_get_active_area:
 * @self: a table view
 *
 * Returns: where the active cell is in it
 */
GdkRectangle
cw_table_view_get_active_area (CwTableView *self)
{
  return cw_table_view_get_cell_area (self, self->row, self->column);
}

/**
 * cw_table_view_get_cell_area:
 * @self: a table view
 * @row: a row
 * @column: a column
 *
 * Returns: where the cell there is in it; that of the last one if there is none
 */
GdkRectangle
cw_table_view_get_cell_area (CwTableView *self, guint row, guint column)
{
  GdkRectangle area;

  row = MIN (row, cw_table_get_n_rows (self->table) - 1);
  column = MIN (column, cw_table_get_n_columns (self->table) - 1);
  area = cw_table_shape_get_cell (self->shape, row, column);

  area.x += CW_TABLE_STRIP;
  area.y += CW_TABLE_STRIP;
  return area;
}

/**
 * cw_table_view_edit:
 * @self: a table view
 * @table: what the table becomes
 * @kind: what kind of edit it was
 *
 * Hands out a change by the user.
 */
void
cw_table_view_edit (CwTableView *self, CwTable *table, CwEditKind kind)
{
  if (table != self->table)
    g_signal_emit (self, signals[EDITED], 0, table, (int) kind);
}
