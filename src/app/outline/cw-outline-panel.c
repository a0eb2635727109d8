/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-outline-panel-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cw-section-popover.h"

/* While somebody types the outline may be this much behind. */
#define UPDATE_MS 150

/**
 * CwOutlinePanel:
 *
 * The sections of a document, one below another: how long each is, where it stands, what it still
 * lacks, and how far it is. It shows and selects; what becomes of the sections is done by the
 * window, in whose history every change is a step.
 */
enum
{
  LINE_REQUESTED,
  DROPPED,
  SAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwOutlinePanel, cw_outline_panel, ADW_TYPE_BIN)

static gboolean
on_update_time (gpointer data)
{
  CwOutlinePanel *self = data;

  self->update_timer = 0;
  cw_outline_panel_update (self);
  return G_SOURCE_REMOVE;
}

static void
on_document (CwOutlinePanel *self)
{
  if (self->update_timer == 0)
    self->update_timer = g_timeout_add (UPDATE_MS, on_update_time, self);
}

/* --- rows --- */

static GtkWidget *
get_list_row (GtkListItem *list_item)
{
  return gtk_list_item_get_child (list_item);
}

static void
request_line (CwOutlinePanel *self, CwOutlineItem *item, gboolean enter)
{
  const CwSectionNode *node = cw_outline_item_get_node (item);
  CwDocument *document = cw_section_tree_get_document (self->tree);
  guint line = node->kind == CW_SECTION_KIND_TITLE
                   ? cw_flow_get_line_of_element (document, CW_ELEMENT_TITLE)
                   : cw_flow_get_line_of_block (document, node->block);

  cw_outline_panel_update (self);
  if (cw_section_tree_get_document (self->tree) == document)
    g_signal_emit (self, signals[LINE_REQUESTED], 0, line, enter);
}

static void
on_activate (CwOutlinePanel *self, guint position)
{
  g_autoptr (CwOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    request_line (self, item, TRUE);
}

/* A click goes there and leaves the keyboard here; with Ctrl or Shift it only selects. */
static void
on_row_clicked (GtkGestureClick *gesture, int n_press, double x, double y, CwOutlinePanel *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    request_line (self, cw_outline_row_get_item (CW_OUTLINE_ROW (row)), FALSE);
}

static void
on_popover_closed (CwSectionPopover *popover, CwOutlinePanel *self)
{
  g_autoptr (CwSection) section = cw_section_popover_get_section (popover);
  int block;

  cw_outline_panel_update (self);
  block = cw_section_popover_find_block (popover, cw_outline_panel_get_document (self));
  if (block >= 0)
    g_signal_emit (self, signals[SAID], 0, block, section);
}

static void
show_said (CwOutlinePanel *self, GtkWidget *parent, guint block)
{
  GtkWidget *popover = cw_section_popover_new (cw_outline_panel_get_document (self), block);

  gtk_widget_set_parent (popover, parent);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_popover_closed), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_state_clicked (CwOutlineRow *row, CwOutlinePanel *self)
{
  cw_outline_panel_update (self);
  show_said (self, cw_outline_row_get_state_button (row),
             cw_outline_item_get_node (cw_outline_row_get_item (row))->block);
}

static void
on_setup (CwOutlinePanel *self, GtkListItem *list_item)
{
  GtkWidget *row = cw_outline_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (on_row_clicked), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (row, "state-clicked", G_CALLBACK (on_state_clicked), self, 0);
  cw_outline_panel_install_drag (self, CW_OUTLINE_ROW (row));
  gtk_list_item_set_child (list_item, row);
}

static void
name_row (CwOutlineItem *item, GtkListItem *list_item)
{
  g_autofree char *name = cw_outline_row_get_name (item);

  gtk_list_item_set_accessible_label (list_item, name);
}

static void
on_bind (CwOutlinePanel *self, GtkListItem *list_item)
{
  CwOutlineItem *item = gtk_list_item_get_item (list_item);

  cw_outline_panel_show_pages (self, item);
  cw_outline_row_set_item (CW_OUTLINE_ROW (get_list_row (list_item)), item);
  g_signal_connect_object (item, "changed", G_CALLBACK (name_row), list_item, 0);
  name_row (item, list_item);
}

static void
on_unbind (CwOutlinePanel *self, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), name_row, list_item);
  cw_outline_row_set_item (CW_OUTLINE_ROW (get_list_row (list_item)), NULL);
}

/* --- filter --- */

static gboolean
matches (gpointer object, gpointer data)
{
  CwOutlinePanel *self = data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *words == '\0' || strstr (cw_outline_item_get_title (object), words) != NULL;
}

static void
on_search (CwOutlinePanel *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->tree != NULL)
    cw_outline_panel_show_stack (self);
}

static void
on_stop_search (CwOutlinePanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->list);
}

/* --- the panel --- */

static void
cw_outline_panel_dispose (GObject *object)
{
  CwOutlinePanel *self = CW_OUTLINE_PANEL (object);

  g_clear_handle_id (&self->update_timer, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->tree, cw_section_tree_free);
  g_clear_pointer (&self->pages, cw_pages_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->dragged, g_array_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  self->editor = NULL;
  G_OBJECT_CLASS (cw_outline_panel_parent_class)->dispose (object);
}

static void
cw_outline_panel_class_init (CwOutlinePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_outline_panel_dispose;

  /**
   * CwOutlinePanel::line-requested:
   * @line: a line of the document
   * @enter: whether the keyboard is to go there too
   *
   * A section is wanted.
   */
  signals[LINE_REQUESTED]
      = g_signal_new ("line-requested", CW_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  /**
   * CwOutlinePanel::dropped:
   * @sections: (element-type guint): blocks with which the sections begin
   * @target: the block with which another begins
   * @spot: (type CwSpot): where they go, seen from that
   *
   * Sections were dragged to another place.
   */
  signals[DROPPED]
      = g_signal_new ("dropped", CW_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_ARRAY, G_TYPE_UINT, G_TYPE_UINT);
  /**
   * CwOutlinePanel::said:
   * @block: a heading
   * @section: (nullable): what is said about its section
   *
   * Something is said about a section, perhaps what was said already.
   */
  signals[SAID] = g_signal_new ("said", CW_TYPE_OUTLINE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_UINT, CW_TYPE_SECTION);
}

static GtkWidget *
make_head (CwOutlinePanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (head, "cw-outline-head");
  self->search = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search), _ ("Filter Sections"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter Sections"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (on_search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (on_stop_search), self,
                           G_CONNECT_SWAPPED);
  self->progress = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->progress), 0);
  gtk_widget_add_css_class (self->progress, "caption");
  gtk_box_append (GTK_BOX (head), self->search);
  gtk_box_append (GTK_BOX (head), self->progress);
  return head;
}

static GtkWidget *
make_list (CwOutlinePanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (g_object_ref (self->selection), factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sections"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_page (const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
make_model (CwOutlinePanel *self)
{
  GListModel *filtered;

  self->items = g_list_store_new (CW_TYPE_OUTLINE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), self->filter));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (filtered));
}

static void
cw_outline_panel_init (CwOutlinePanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_box_append (GTK_BOX (box), make_head (self));
  make_model (self);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      make_page (_ ("No Headings"), _ ("Headings of the text make up the outline.")), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       make_page (_ ("Nothing Found"), _ ("No heading has these words.")),
                       "nothing");
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  cw_outline_panel_install_menu (self);
}

/**
 * cw_outline_panel_new:
 *
 * Returns: an outline of nothing yet
 */
GtkWidget *
cw_outline_panel_new (void)
{
  return g_object_new (CW_TYPE_OUTLINE_PANEL, NULL);
}

/**
 * cw_outline_panel_set_editor:
 * @self: an outline
 * @editor: the editor whose document and caret it follows, which has its history already
 *
 * Gives it the document to show.
 */
void
cw_outline_panel_set_editor (CwOutlinePanel *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_OUTLINE_PANEL (self));

  self->editor = editor;
  g_signal_connect_object (cw_editor_buffer_get_history (cw_editor_get_buffer (editor)),
                           "notify::document", G_CALLBACK (on_document), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "caret-moved", G_CALLBACK (cw_outline_panel_follow_caret), self,
                           G_CONNECT_SWAPPED);
  cw_outline_panel_update (self);
}

/**
 * cw_outline_panel_set_pages:
 * @self: an outline
 * @pages: (nullable): the document set on pages
 *
 * Tells it on which pages the sections are.
 */
void
cw_outline_panel_set_pages (CwOutlinePanel *self, CwPages *pages)
{
  g_clear_pointer (&self->pages, cw_pages_unref);
  self->pages = pages != NULL ? cw_pages_ref (pages) : NULL;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    cw_outline_panel_show_pages (self, cw_outline_panel_get_item (self, i));
}

/**
 * cw_outline_panel_set_marks:
 * @self: an outline
 * @per_block: (array length=n_blocks): how many findings there are in each block
 * @n_blocks: how many blocks
 *
 * Tells it where the checker has found something.
 */
void
cw_outline_panel_set_marks (CwOutlinePanel *self, const guint *per_block, guint n_blocks)
{
  g_array_set_size (self->marks, 0);
  g_array_append_vals (self->marks, per_block, n_blocks);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    cw_outline_panel_show_marks (self, cw_outline_panel_get_item (self, i));
}

/**
 * cw_outline_panel_has_focus:
 * @self: an outline
 *
 * Returns: whether the keyboard is in its list or menu
 */
gboolean
cw_outline_panel_has_focus (CwOutlinePanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->list);
}

/**
 * cw_outline_panel_get_selected:
 * @self: an outline
 *
 * Returns: (transfer full) (element-type guint): the blocks with which the sections selected begin,
 *   in the document as it is now
 */
GArray *
cw_outline_panel_get_selected (CwOutlinePanel *self)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GtkBitset) selected = NULL;

  cw_outline_panel_update (self);
  selected = gtk_selection_model_get_selection (self->selection);
  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (CwOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                              gtk_bitset_get_nth (selected, i));
      const CwSectionNode *node = cw_outline_item_get_node (item);

      if (node->kind != CW_SECTION_KIND_TITLE)
        g_array_append_val (sections, node->block);
    }
  return sections;
}

/**
 * cw_outline_panel_select:
 * @self: an outline
 * @sections: (element-type guint): blocks with which sections begin
 *
 * Selects these sections, and goes to the first.
 */
void
cw_outline_panel_select (CwOutlinePanel *self, GArray *sections)
{
  gboolean focus = cw_outline_panel_has_focus (self);
  int first = -1;

  cw_outline_panel_update (self);
  gtk_selection_model_unselect_all (self->selection);
  for (guint i = 0; i < sections->len; i++)
    {
      int row = cw_outline_panel_find_row (
          self, cw_section_tree_find (self->tree, g_array_index (sections, guint, i)));

      if (row >= 0)
        gtk_selection_model_select_item (self->selection, row, FALSE);
      if (first < 0)
        first = row;
    }
  if (first >= 0 && gtk_widget_get_mapped (self->list))
    gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), first,
                             focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE, NULL);
}

/* The button of the row of a section, if that is to be seen. */
static GtkWidget *
find_state_button (CwOutlinePanel *self, guint block)
{
  GtkWidget *child = gtk_widget_get_first_child (self->list);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      CwOutlineItem *item
          = CW_IS_OUTLINE_ROW (row) ? cw_outline_row_get_item (CW_OUTLINE_ROW (row)) : NULL;

      if (item != NULL && cw_outline_item_get_node (item)->kind == CW_SECTION_KIND_SECTION
          && cw_outline_item_get_node (item)->block == block && gtk_widget_get_mapped (row))
        return cw_outline_row_get_state_button (CW_OUTLINE_ROW (row));
    }
  return NULL;
}

/**
 * cw_outline_panel_say:
 * @self: an outline
 * @block: a heading
 *
 * Shows what is said about a section, to be changed.
 */
void
cw_outline_panel_say (CwOutlinePanel *self, guint block)
{
  GtkWidget *button = find_state_button (self, block);

  show_said (self, button != NULL ? button : GTK_WIDGET (self), block);
}

/**
 * cw_outline_panel_emit_dropped:
 * @self: an outline
 * @sections: (element-type guint): blocks with which the sections begin
 * @target: the block with which another begins
 * @spot: where they go, seen from that
 *
 * Says that sections were dragged to another place.
 */
void
cw_outline_panel_emit_dropped (CwOutlinePanel *self, GArray *sections, guint target, CwSpot spot)
{
  g_signal_emit (self, signals[DROPPED], 0, sections, target, (guint) spot);
}
