/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-outline-panel-private.h"

/* Dragging sections within the outline. What may land where is asked of the edit itself, so that no
 * line is ever shown where nothing would happen. */

/* Where something lands, and how that is shown. */
typedef struct
{
  guint target;
  CwSpot spot;
  CwDropLine line;
  guint depth;
} Landing;

static gboolean
may_land (CwOutlinePanel *self, const Landing *landing)
{
  g_autoptr (GArray) sections = g_array_copy (self->dragged);
  CwDocument *document = cw_outline_panel_get_document (self);
  g_autoptr (CwDocument) moved
      = cw_edit_move_sections (document, sections, landing->target, landing->spot);

  return moved != document;
}

/* Below the last of several levels the pointer's distance from the left tells which is meant. */
static const CwSectionNode *
find_level (CwOutlinePanel *self, guint place, double x)
{
  const CwSectionNode *node = cw_section_tree_get_node (self->tree, place);
  guint wanted = MAX (x + node->depth * CW_OUTLINE_INDENT, 0) / CW_OUTLINE_INDENT;

  while (node->depth > wanted && node->parent >= 0
         && cw_section_tree_get_node (self->tree, node->parent)->next == node->next)
    node = cw_section_tree_get_node (self->tree, node->parent);
  return node;
}

static Landing
land_below (CwOutlinePanel *self, guint place, double x)
{
  const CwSectionNode *node = cw_section_tree_get_node (self->tree, place);

  if (node->next > place + 1)
    {
      const CwSectionNode *child = cw_section_tree_get_node (self->tree, place + 1);
      Landing landing = { child->block, CW_SPOT_BEFORE, CW_DROP_LINE_BELOW, child->depth };

      if (may_land (self, &landing))
        return landing;
    }
  node = find_level (self, place, x);
  return (Landing){ node->block, CW_SPOT_AFTER, CW_DROP_LINE_BELOW, node->depth };
}

static gboolean
find_landing (CwOutlinePanel *self, CwOutlineRow *row, double x, double y, Landing *landing)
{
  CwOutlineItem *item = cw_outline_row_get_item (row);
  int height = gtk_widget_get_height (GTK_WIDGET (row));
  const CwSectionNode *node;

  if (item == NULL || self->dragged == NULL)
    return FALSE;
  node = cw_outline_item_get_node (item);
  if (node->kind == CW_SECTION_KIND_TITLE)
    return FALSE;
  if (y < height / 4.0)
    *landing = (Landing){ node->block, CW_SPOT_BEFORE, CW_DROP_LINE_ABOVE, node->depth };
  else if (y > height * 3 / 4.0)
    *landing = land_below (self, cw_outline_item_get_place (item), x);
  else
    *landing = (Landing){ node->block, CW_SPOT_INTO, CW_DROP_LINE_INTO, node->depth };
  return may_land (self, landing);
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, CwOutlinePanel *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  Landing landing;

  if (!find_landing (self, CW_OUTLINE_ROW (row), x, y, &landing))
    {
      cw_outline_row_set_drop_line (CW_OUTLINE_ROW (row), CW_DROP_LINE_NONE, 0);
      return 0;
    }
  cw_outline_row_set_drop_line (CW_OUTLINE_ROW (row), landing.line, landing.depth);
  return GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target, CwOutlinePanel *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  cw_outline_row_set_drop_line (CW_OUTLINE_ROW (row), CW_DROP_LINE_NONE, 0);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, CwOutlinePanel *self)
{
  CwOutlineRow *row
      = CW_OUTLINE_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  g_autoptr (GArray) sections = NULL;
  Landing landing;

  cw_outline_row_set_drop_line (row, CW_DROP_LINE_NONE, 0);
  if (g_value_get_object (value) != self || !find_landing (self, row, x, y, &landing))
    return FALSE;
  sections = g_array_copy (self->dragged);
  cw_outline_panel_emit_dropped (self, sections, landing.target, landing.spot);
  return TRUE;
}

static gboolean
is_among (GArray *sections, guint block)
{
  for (guint i = 0; i < sections->len; i++)
    if (g_array_index (sections, guint, i) == block)
      return TRUE;
  return FALSE;
}

/* A row that is not selected is dragged alone. */
static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, CwOutlinePanel *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  CwOutlineItem *item = cw_outline_row_get_item (CW_OUTLINE_ROW (row));
  guint block;

  if (item == NULL || cw_outline_item_get_node (item)->kind == CW_SECTION_KIND_TITLE)
    return NULL;
  g_clear_pointer (&self->dragged, g_array_unref);
  self->dragged = cw_outline_panel_get_selected (self);
  block = cw_outline_item_get_node (item)->block;
  if (!is_among (self->dragged, block))
    {
      g_array_set_size (self->dragged, 0);
      g_array_append_val (self->dragged, block);
    }
  return gdk_content_provider_new_typed (CW_TYPE_OUTLINE_PANEL, self);
}

static void
on_begin (GtkDragSource *source, GdkDrag *drag, CwOutlinePanel *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  CwOutlineItem *item = cw_outline_row_get_item (CW_OUTLINE_ROW (row));
  GtkWidget *label = gtk_label_new (cw_outline_item_get_title (item));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "cw-dragged");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
on_end (GtkDragSource *source, GdkDrag *drag, gboolean deleted, CwOutlinePanel *self)
{
  g_clear_pointer (&self->dragged, g_array_unref);
}

/**
 * cw_outline_panel_install_drag:
 * @self: an outline
 * @row: one of its rows
 *
 * Lets the row be dragged, and others be dropped on it.
 */
void
cw_outline_panel_install_drag (CwOutlinePanel *self, CwOutlineRow *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (CW_TYPE_OUTLINE_PANEL, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_begin), self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_end), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "enter", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_leave), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
