/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-outline-panel-private.h"

#include <glib/gi18n-lib.h>

/* The list of the outline follows the document, the pages and the caret. */

/**
 * cw_outline_panel_get_document:
 * @self: an outline
 *
 * Returns: (transfer none): the document of the editor
 */
CwDocument *
cw_outline_panel_get_document (CwOutlinePanel *self)
{
  return cw_editor_buffer_get_document (cw_editor_get_buffer (self->editor));
}

/**
 * cw_outline_panel_get_item:
 * @self: an outline
 * @place: which section
 *
 * Returns: (transfer none): the item for it, whatever the filter
 */
CwOutlineItem *
cw_outline_panel_get_item (CwOutlinePanel *self, guint place)
{
  g_autoptr (CwOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), place);

  return item;
}

/* --- what the rows say --- */

static gboolean
find_page (CwOutlinePanel *self, CwPlace place, guint *page)
{
  graphene_rect_t caret;

  return cw_pages_find_place (self->pages, place, page, &caret);
}

/**
 * cw_outline_panel_show_pages:
 * @self: an outline
 * @item: a section
 *
 * Says on which pages it is, from the heading to its last line; what was known before stays while
 * the pages are behind the text.
 */
void
cw_outline_panel_show_pages (CwOutlinePanel *self, CwOutlineItem *item)
{
  const CwSectionNode *node = cw_outline_item_get_node (item);
  CwDocument *document = cw_section_tree_get_document (self->tree);
  gboolean title = node->kind == CW_SECTION_KIND_TITLE;
  guint first, last, end = MAX (node->end, 1) - 1;
  g_autofree char *text = NULL;
  CwPlace from = { title ? cw_flow_get_line_of_element (document, CW_ELEMENT_TITLE)
                         : cw_flow_get_line_of_block (document, node->block),
                   0 };
  CwPlace to = { cw_flow_get_line_of_block (document, end), G_MAXINT / 2 };

  if (self->pages == NULL || cw_pages_get_document (self->pages) != document)
    return;
  to.offset = cw_text_get_length (cw_block_get_text (cw_document_get_block (document, end)));
  if (!find_page (self, from, &first) || !find_page (self, to, &last))
    return;
  if (last > first)
    text = g_strdup_printf (_ ("pages %u–%u"), first + 1, last + 1);
  else
    text = g_strdup_printf (_ ("page %u"), first + 1);
  cw_outline_item_set_pages (item, text);
}

/**
 * cw_outline_panel_show_marks:
 * @self: an outline
 * @item: a section
 *
 * Says how many findings there are in it.
 */
void
cw_outline_panel_show_marks (CwOutlinePanel *self, CwOutlineItem *item)
{
  const CwSectionNode *node = cw_outline_item_get_node (item);
  guint n = 0;

  for (guint i = node->block; i < node->end && i < self->marks->len; i++)
    n += g_array_index (self->marks, guint, i);
  cw_outline_item_set_n_marks (item, n);
}

static void
show_progress (CwOutlinePanel *self)
{
  guint n_done, n_said;
  g_autofree char *text = NULL;

  cw_section_tree_count_done (self->tree, &n_done, &n_said);
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of %u section done", "%u of %u sections done", n_said),
      n_done, n_said);
  gtk_label_set_text (GTK_LABEL (self->progress), text);
  gtk_widget_set_visible (self->progress, n_said > 0);
}

/* --- the list follows the document --- */

static gboolean
is_item_of (CwOutlinePanel *self, guint item, CwSectionTree *tree, guint place)
{
  const CwSectionNode *node = cw_section_tree_get_node (tree, place);
  CwText *text = node->kind == CW_SECTION_KIND_TITLE
                     ? NULL
                     : cw_block_get_text (
                         cw_document_get_block (cw_section_tree_get_document (tree), node->block));
  CwOutlineItem *it = cw_outline_panel_get_item (self, item);

  if (text == NULL)
    return cw_outline_item_get_node (it)->kind == CW_SECTION_KIND_TITLE;
  return cw_outline_item_get_text (it) == text;
}

/* As many items as sections: those between what is the same at both ends come or go. */
static void
fit_items (CwOutlinePanel *self)
{
  guint have = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint want = cw_section_tree_get_n_nodes (self->tree);
  guint first = 0, last = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  if (have == want)
    return;
  while (first < MIN (have, want) && is_item_of (self, first, self->tree, first))
    first++;
  while (last < MIN (have, want) - first
         && is_item_of (self, have - last - 1, self->tree, want - last - 1))
    last++;
  for (guint i = first; i < want - last; i++)
    {
      CwOutlineItem *item = cw_outline_item_new ();

      cw_outline_item_set_node (item, self->tree, i);
      g_ptr_array_add (added, item);
    }
  g_list_store_splice (self->items, first, have - last - first, added->pdata, added->len);
}

/**
 * cw_outline_panel_find_row:
 * @self: an outline
 * @place: which section, or -1
 *
 * Returns: its row in the list as it is filtered, -1 if it has none
 */
int
cw_outline_panel_find_row (CwOutlinePanel *self, int place)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n == g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return place < (int) n ? place : -1; /* nothing is filtered out */
  for (guint i = 0; i < n && place >= 0; i++)
    {
      g_autoptr (CwOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (cw_outline_item_get_place (item) == (guint) place)
        return i;
    }
  return -1;
}

/**
 * cw_outline_panel_follow_caret:
 * @self: an outline
 *
 * Selects the section the caret is in, unless somebody selects sections by hand.
 */
void
cw_outline_panel_follow_caret (CwOutlinePanel *self)
{
  CwDocument *document = cw_outline_panel_get_document (self);
  CwPlace caret = cw_editor_get_caret (self->editor);
  int row;

  if (self->tree == NULL || cw_section_tree_get_document (self->tree) != document
      || cw_outline_panel_has_focus (self) || caret.line >= cw_flow_get_n_lines (document))
    return;
  row = cw_outline_panel_find_row (
      self,
      cw_section_tree_find_around (self->tree, cw_flow_get_line (document, caret.line).block));
  if (row < 0 || gtk_selection_model_is_selected (self->selection, row))
    return;
  gtk_selection_model_select_item (self->selection, row, TRUE);
  if (gtk_widget_get_mapped (self->list))
    gtk_list_view_scroll_to (GTK_LIST_VIEW (self->list), row, GTK_LIST_SCROLL_NONE, NULL);
}

/**
 * cw_outline_panel_show_stack:
 * @self: an outline
 *
 * Says so when there is nothing to list.
 */
void
cw_outline_panel_show_stack (CwOutlinePanel *self)
{
  gboolean headings = FALSE, found = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  for (guint i = 0; i < cw_section_tree_get_n_nodes (self->tree); i++)
    headings = headings || cw_section_tree_get_node (self->tree, i)->kind != CW_SECTION_KIND_TITLE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), !headings ? "empty"
                                                             : found   ? "list"
                                                                       : "nothing");
  gtk_widget_set_visible (self->search, headings);
}

/**
 * cw_outline_panel_update:
 * @self: an outline
 *
 * Makes it show the document as it is now; otherwise it is a moment behind while somebody types.
 */
void
cw_outline_panel_update (CwOutlinePanel *self)
{
  CwDocument *document = cw_outline_panel_get_document (self);

  g_clear_handle_id (&self->update_timer, g_source_remove);
  if (self->tree != NULL && cw_section_tree_get_document (self->tree) == document)
    return;
  g_clear_pointer (&self->tree, cw_section_tree_free);
  self->tree = cw_section_tree_new (document);
  fit_items (self);
  for (guint i = 0; i < cw_section_tree_get_n_nodes (self->tree); i++)
    {
      cw_outline_item_set_node (cw_outline_panel_get_item (self, i), self->tree, i);
      cw_outline_panel_show_marks (self, cw_outline_panel_get_item (self, i));
    }
  show_progress (self);
  cw_outline_panel_show_stack (self);
  cw_outline_panel_follow_caret (self);
}
