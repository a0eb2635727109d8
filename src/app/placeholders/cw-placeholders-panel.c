/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholders-panel.h"

#include <glib/gi18n-lib.h>

#include "app/cw-settings.h"
#include "cw-placeholder-commands.h"
#include "cw-placeholder-place.h"
#include "cw-placeholder-row.h"

/* The list may wait until the hand rests. */
#define UPDATE_MS 120

/**
 * CwPlaceholdersPanel:
 *
 * All placeholders of the document beside its text: what is left, where it stands, and entries to fill
 * it in. The list follows the document while it is typed; a value entered here goes into the paper at
 * once, and the keyboard on to the next.
 */
struct _CwPlaceholdersPanel
{
  AdwBin parent_instance;

  CwEditorBuffer *buffer;
  CwPlaceholderList *list;
  CwPages *pages;
  GHashTable *rows; /* those on the screen, a set */
  guint timer;
  CwPlaceholderItem *wanted; /* whose row gets the keyboard as soon as there is one */

  GtkLabel *count;
  GtkWidget *more_button;
  GtkProgressBar *progress;
  GtkEditable *search;
  AdwToggleGroup *filter;
  GtkStack *stack;
  GtkListView *view;
  AdwStatusPage *none;
};

enum
{
  ENTERED,
  LEAVE,
  MESSAGE,
  UPDATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPlaceholdersPanel, cw_placeholders_panel, ADW_TYPE_BIN)

/* --- what it shows --- */

static void
show_none (CwPlaceholdersPanel *self, guint n_total, guint n_left)
{
  gboolean empty = cw_placeholder_list_get (self->list, 0) == NULL;
  const char *title = n_total == 0  ? _ ("No Placeholders")
                      : n_left == 0 ? _ ("All Filled In")
                                    : _ ("None Found");
  const char *hint
      = n_total == 0 ? _ ("Blanks such as X次 or XX名 are listed here. Select any text and choose “Make "
                          "a Placeholder” to add one.")
                     : NULL;

  adw_status_page_set_title (self->none, title);
  adw_status_page_set_description (self->none, hint);
  gtk_stack_set_visible_child_name (self->stack, empty ? "none" : "list");
}

static void
show_counts (CwPlaceholdersPanel *self)
{
  guint n_left, n_total = cw_placeholder_list_get_total (self->list, &n_left);
  g_autofree char *text = g_strdup_printf (_ ("%u left of %u"), n_left, n_total);

  gtk_label_set_text (self->count, text);
  gtk_progress_bar_set_fraction (self->progress,
                                 n_total > 0 ? (double) (n_total - n_left) / n_total : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), n_total > 0);
  show_none (self, n_total, n_left);
}

static void
show_page (CwPlaceholdersPanel *self, CwPlaceholderRow *row)
{
  CwPlaceholderItem *item = cw_placeholder_row_get_item (row);

  if (self->pages != NULL && item != NULL)
    cw_placeholder_row_set_page (
        row, cw_placeholder_find_page (self->pages, &cw_placeholder_item_get_blank (item)->at));
}

static void
show_pages (CwPlaceholdersPanel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    show_page (self, row);
}

static void
update_now (CwPlaceholdersPanel *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  cw_placeholder_list_set_document (
      self->list, cw_history_get_document (cw_editor_buffer_get_history (self->buffer)));
  show_counts (self);
  show_pages (self);
  g_signal_emit (self, signals[UPDATED], 0);
}

static gboolean
on_timer (gpointer data)
{
  CwPlaceholdersPanel *self = data;

  self->timer = 0;
  update_now (self);
  return G_SOURCE_REMOVE;
}

static void
update_soon (CwPlaceholdersPanel *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (UPDATE_MS, on_timer, self);
}

/* --- rows --- */

static GtkWidget *
find_row (CwPlaceholdersPanel *self, CwPlaceholderItem *item)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (cw_placeholder_row_get_item (row) == item)
      return row;
  return NULL;
}

static void
focus_row (CwPlaceholderRow *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (cw_placeholder_row_get_editable (row)));
}

static void
on_fill (CwPlaceholdersPanel *self, const char *text, CwPlaceholderRow *row)
{
  CwPlaceholderItem *item = cw_placeholder_row_get_item (row);
  CwStretch at = cw_placeholder_item_get_blank (item)->at;
  guint position;

  cw_placeholder_fill (self->buffer, item, text);
  update_now (self);
  if (cw_placeholder_list_find_left (self->list, &at, &position))
    cw_placeholders_panel_enter (self, position);
  else
    g_signal_emit (self, signals[LEAVE], 0);
}

static void
on_move (CwPlaceholdersPanel *self, int by, CwPlaceholderRow *row)
{
  guint position;

  if (cw_placeholder_list_find (
          self->list, &cw_placeholder_item_get_blank (cw_placeholder_row_get_item (row))->at,
          &position)
      && (by > 0 || position > 0))
    cw_placeholders_panel_enter (self, position + by);
}

static void
on_entered (CwPlaceholdersPanel *self, CwPlaceholderRow *row)
{
  CwPlaceholderItem *item = cw_placeholder_row_get_item (row);

  g_signal_emit (self, signals[ENTERED], 0, &cw_placeholder_item_get_blank (item)->at);
}

static void
on_leave (CwPlaceholdersPanel *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
on_command (CwPlaceholdersPanel *self, const char *command, CwPlaceholderRow *row)
{
  g_autofree char *message = cw_placeholder_command (
      self->buffer, cw_placeholder_row_get_item (row), self->list, command, GTK_WIDGET (self));

  update_now (self);
  if (message != NULL)
    g_signal_emit (self, signals[MESSAGE], 0, message);
}

static void
on_setup (CwPlaceholdersPanel *self, GtkListItem *item)
{
  GtkWidget *row = cw_placeholder_row_new ();

  g_signal_connect_object (row, "fill", G_CALLBACK (on_fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (on_move), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "command", G_CALLBACK (on_command), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static gboolean
focus_wanted (gpointer data)
{
  CwPlaceholdersPanel *self = data;
  GtkWidget *row = self->wanted != NULL ? find_row (self, self->wanted) : NULL;

  if (row != NULL)
    {
      g_clear_object (&self->wanted);
      focus_row (CW_PLACEHOLDER_ROW (row));
    }
  return G_SOURCE_REMOVE;
}

static void
on_bind (CwPlaceholdersPanel *self, GtkListItem *list_item)
{
  CwPlaceholderRow *row = CW_PLACEHOLDER_ROW (gtk_list_item_get_child (list_item));
  CwPlaceholderItem *item = CW_PLACEHOLDER_ITEM (gtk_list_item_get_item (list_item));
  g_autofree char *name = cw_placeholder_item_dup_name (item);

  cw_placeholder_row_set_item (row, item);
  gtk_list_item_set_accessible_label (list_item, name);
  g_hash_table_add (self->rows, row);
  show_page (self, row);
  if (item == self->wanted)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_wanted, g_object_ref (self), g_object_unref);
}

static void
on_unbind (CwPlaceholdersPanel *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_hash_table_remove (self->rows, row);
  cw_placeholder_row_set_item (CW_PLACEHOLDER_ROW (row), NULL);
}

static void
on_setup_header (CwPlaceholdersPanel *self, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_header_set_child (header, label);
}

static void
on_bind_header (CwPlaceholdersPanel *self, GtkListHeader *header)
{
  CwPlaceholderItem *item = CW_PLACEHOLDER_ITEM (gtk_list_header_get_item (header));

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)),
                      cw_placeholder_item_get_title (item));
}

static void
install_factories (CwPlaceholdersPanel *self)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "setup", G_CALLBACK (on_setup_header), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "bind", G_CALLBACK (on_bind_header), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, rows);
  gtk_list_view_set_header_factory (self->view, headers);
  g_object_unref (rows);
  g_object_unref (headers);
}

/* --- which are shown --- */

static void
on_search (CwPlaceholdersPanel *self)
{
  cw_placeholder_list_set_search (self->list, gtk_editable_get_text (self->search));
  show_counts (self);
}

static void
on_filter (CwPlaceholdersPanel *self)
{
  cw_placeholder_list_set_filter (self->list, adw_toggle_group_get_active (self->filter));
  show_counts (self);
}

/* --- the class --- */

static void
cw_placeholders_panel_dispose (GObject *object)
{
  CwPlaceholdersPanel *self = CW_PLACEHOLDERS_PANEL (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_PLACEHOLDERS_PANEL);
  g_clear_object (&self->wanted);
  g_clear_object (&self->buffer);
  g_clear_object (&self->list);
  g_clear_pointer (&self->pages, cw_pages_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  G_OBJECT_CLASS (cw_placeholders_panel_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  /**
   * CwPlaceholdersPanel::entered:
   * @at: (type CwStretch): where the placeholder stands
   *
   * The keyboard has come to a placeholder, which the text and the page are to show.
   */
  signals[ENTERED] = g_signal_new ("entered", CW_TYPE_PLACEHOLDERS_PANEL, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * CwPlaceholdersPanel::leave:
   *
   * The keyboard is to go back to the text.
   */
  signals[LEAVE] = g_signal_new ("leave", CW_TYPE_PLACEHOLDERS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CwPlaceholdersPanel::message:
   * @message: what was done, for the user, who may want it back
   *
   * Something was changed by a menu.
   */
  signals[MESSAGE] = g_signal_new ("message", CW_TYPE_PLACEHOLDERS_PANEL, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * CwPlaceholdersPanel::updated:
   *
   * The list shows the document as it is now.
   */
  signals[UPDATED] = g_signal_new ("updated", CW_TYPE_PLACEHOLDERS_PANEL, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CwPlaceholdersPanel, name)

static void
cw_placeholders_panel_class_init (CwPlaceholdersPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_placeholders_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-placeholders-panel.ui");
  BIND (count);
  BIND (more_button);
  BIND (progress);
  BIND (search);
  BIND (filter);
  BIND (stack);
  BIND (view);
  BIND (none);
  install_signals ();
}

#undef BIND

static void
cw_placeholders_panel_init (CwPlaceholdersPanel *self)
{
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_hash_table_new (NULL, NULL);
  self->list = cw_placeholder_list_new ();
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  install_factories (self);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (on_leave), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "notify::active", G_CALLBACK (on_filter), self,
                           G_CONNECT_SWAPPED);
  show_counts (self);
}

/**
 * cw_placeholders_panel_set_buffer:
 * @self: a panel
 * @buffer: the text whose placeholders it shows
 */
void
cw_placeholders_panel_set_buffer (CwPlaceholdersPanel *self, CwEditorBuffer *buffer)
{
  g_return_if_fail (CW_IS_PLACEHOLDERS_PANEL (self));
  g_return_if_fail (CW_IS_EDITOR_BUFFER (buffer));

  g_set_object (&self->buffer, buffer);
  g_signal_connect_object (cw_editor_buffer_get_history (buffer), "notify::document",
                           G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  update_now (self);
}

/**
 * cw_placeholders_panel_set_pages:
 * @self: a panel
 * @pages: (nullable): the pages, for their numbers
 */
void
cw_placeholders_panel_set_pages (CwPlaceholdersPanel *self, CwPages *pages)
{
  g_return_if_fail (CW_IS_PLACEHOLDERS_PANEL (self));

  g_clear_pointer (&self->pages, cw_pages_unref);
  self->pages = pages != NULL ? cw_pages_ref (pages) : NULL;
  show_pages (self);
}

/**
 * cw_placeholders_panel_get_list:
 * @self: a panel
 *
 * Returns: (transfer none): what it shows
 */
CwPlaceholderList *
cw_placeholders_panel_get_list (CwPlaceholdersPanel *self)
{
  return self->list;
}

/**
 * cw_placeholders_panel_get_row:
 * @self: a panel
 * @position: a place in its list
 *
 * Returns: (transfer none) (nullable): the row there, if it is on the screen
 */
GtkWidget *
cw_placeholders_panel_get_row (CwPlaceholdersPanel *self, guint position)
{
  CwPlaceholderItem *item = cw_placeholder_list_get (self->list, position);

  return item != NULL ? find_row (self, item) : NULL;
}

/**
 * cw_placeholders_panel_set_filter:
 * @self: a panel
 * @filter: which placeholders it shows
 */
void
cw_placeholders_panel_set_filter (CwPlaceholdersPanel *self, CwPlaceholderFilter filter)
{
  adw_toggle_group_set_active (self->filter, filter);
}

/* Scrolls so that the placeholder shows, and with the first of a part its heading: that belongs to
 * the row below it, but the list does not count it. */
static void
scroll_to (CwPlaceholdersPanel *self, guint position)
{
  GtkAdjustment *up = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  guint start, end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (self->list), position, &start, &end);
  if (position == start && position > 0)
    gtk_list_view_scroll_to (self->view, position - 1, GTK_LIST_SCROLL_NONE, NULL);
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
  if (position == 0)
    gtk_adjustment_set_value (up, gtk_adjustment_get_lower (up));
}

/**
 * cw_placeholders_panel_enter:
 * @self: a panel
 * @position: a place in its list
 *
 * Gives the keyboard to the entry of a placeholder, which is scrolled into view.
 *
 * Returns: whether there is one
 */
gboolean
cw_placeholders_panel_enter (CwPlaceholdersPanel *self, guint position)
{
  CwPlaceholderItem *item = cw_placeholder_list_get (self->list, position);

  if (item == NULL)
    return FALSE;
  g_set_object (&self->wanted, item);
  scroll_to (self, position);
  focus_wanted (self);
  return TRUE;
}
