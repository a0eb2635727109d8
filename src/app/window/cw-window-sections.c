/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/editor/cw-editor-folds.h"
#include "app/tables/cw-table-view.h"

/* What can be done with sections: those selected in the outline while the keyboard is there,
 * otherwise the one the caret is in. Each is one step of the history. */

/* --- which --- */

static int
find_section_at_caret (CwWindow *self, CwDocument *document)
{
  CwPlace caret = cw_editor_get_caret (self->editor);
  int block = caret.line < cw_flow_get_n_lines (document)
                  ? cw_flow_get_line (document, caret.line).block
                  : -1;
  g_autoptr (CwSectionTree) tree = cw_section_tree_new (document);
  int place = cw_section_tree_find_around (tree, block);
  const CwSectionNode *node = place >= 0 ? cw_section_tree_get_node (tree, place) : NULL;

  return node != NULL && node->kind != CW_SECTION_KIND_TITLE ? (int) node->block : -1;
}

static GArray *
get_sections (CwWindow *self)
{
  GArray *sections;
  int block;

  if (cw_outline_panel_has_focus (self->outline))
    return cw_outline_panel_get_selected (self->outline);
  sections = g_array_new (FALSE, FALSE, sizeof (guint));
  block = find_section_at_caret (self, cw_draft_get_document (self->draft));
  if (block >= 0)
    g_array_append_val (sections, (guint){ block });
  return sections;
}

/* The keys belong to other fields while the keyboard is in them. */
static gboolean
is_elsewhere (CwWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panels))
         && !cw_outline_panel_has_focus (self->outline);
}

/* In a table the same keys move its rows and columns, and make these wider and narrower.
 * Returns whether the keyboard is in a table. */
static gboolean
is_for_table (CwWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || gtk_widget_get_ancestor (focus, CW_TYPE_TABLE_VIEW) == NULL)
    return FALSE;
  gtk_widget_activate_action (focus, action, NULL);
  return TRUE;
}

/* --- taking it over --- */

/* The caret stays in its text, wherever that goes; if that is gone, it goes to the sections. */
static CwPlace
find_caret (CwWindow *self, CwDocument *before, CwDocument *after, GArray *sections)
{
  CwPlace caret = cw_editor_get_caret (self->editor);
  CwFlowLine line = cw_flow_get_line (before, MIN (caret.line, cw_flow_get_n_lines (before) - 1));
  guint n_lines = cw_flow_get_n_lines (after);

  if (line.block < 0)
    return caret;
  for (guint i = 0; i < cw_document_get_n_blocks (after); i++)
    if (cw_block_get_text (cw_document_get_block (after, i)) == line.text)
      return (CwPlace){ cw_flow_get_line_of_block (after, i), caret.offset };
  if (sections->len > 0)
    return (CwPlace){ cw_flow_get_line_of_block (after, g_array_index (sections, guint, 0)), 0 };
  return (CwPlace){ MIN (caret.line, n_lines - 1), 0 };
}

/* “学习” is now （二） */
static char *
describe (CwDocument *document, GArray *sections)
{
  g_autoptr (CwSectionTree) tree = NULL;
  g_autofree char *title = NULL, *label = NULL;
  int place;

  if (sections->len != 1)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u section moved", "%u sections moved", sections->len),
        sections->len);
  tree = cw_section_tree_new (document);
  place = cw_section_tree_find (tree, g_array_index (sections, guint, 0));
  if (place < 0)
    return g_strdup (_ ("Section moved"));
  title = cw_section_tree_get_title (tree, place);
  label = cw_section_tree_get_label (tree, place);
  return g_strdup_printf (_ ("“%s” is now %s"), title, label);
}

static void
refuse (CwWindow *self)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("That is not possible here."),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * cw_window_apply_sections:
 * @self: a window
 * @document: what becomes of its document
 * @sections: (element-type guint): the sections it is about, in @document
 * @caret: (nullable): where the caret goes; %NULL leaves it in its text
 * @message: (nullable): what was done; %NULL for a move, which is described by itself
 *
 * Takes over an edit of sections as one step, offers to undo it, and points out references that do
 * not fit any more. If @document is that of the window already, it says that nothing can be done.
 */
void
cw_window_apply_sections (CwWindow *self,
                          CwDocument *document,
                          GArray *sections,
                          const CwPlace *caret,
                          const char *message)
{
  g_autoptr (CwDocument) before = cw_document_ref (cw_draft_get_document (self->draft));
  g_autofree char *moved = NULL;
  CwPlace place;

  if (document == before)
    {
      refuse (self);
      return;
    }
  place = caret != NULL ? *caret : find_caret (self, before, document, sections);
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), document, &place);
  cw_outline_panel_select (self->outline, sections);
  if (message == NULL)
    message = moved = describe (document, sections);
  cw_window_undo_toast (self, message);
  cw_window_check_references (self, before);
}

/* --- the actions --- */

static void
step (CwWindow *self, int direction, const char *table_action)
{
  g_autoptr (GArray) sections = get_sections (self);
  g_autoptr (CwDocument) result = NULL;

  if (is_elsewhere (self) || is_for_table (self, table_action))
    return;
  result = cw_edit_step_sections (cw_draft_get_document (self->draft), sections, direction);
  cw_window_apply_sections (self, result, sections, NULL, NULL);
}

static void
shift (CwWindow *self, int by, gboolean with_below, const char *table_action)
{
  g_autoptr (GArray) sections = get_sections (self);
  g_autoptr (CwDocument) result = NULL;

  if (is_elsewhere (self) || is_for_table (self, table_action))
    return;
  result = cw_edit_shift_sections (cw_draft_get_document (self->draft), sections, by, with_below);
  cw_window_apply_sections (self, result, sections, NULL, NULL);
}

static void
on_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (CW_WINDOW (widget), -1, "table.move-row-up");
}

static void
on_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (CW_WINDOW (widget), 1, "table.move-row-down");
}

static void
on_promote (GtkWidget *widget, const char *name, GVariant *parameter)
{
  shift (CW_WINDOW (widget), -1, TRUE, "table.move-column-left");
}

static void
on_demote (GtkWidget *widget, const char *name, GVariant *parameter)
{
  shift (CW_WINDOW (widget), 1, TRUE, "table.move-column-right");
}

static void
on_promote_alone (GtkWidget *widget, const char *name, GVariant *parameter)
{
  shift (CW_WINDOW (widget), -1, FALSE, "table.narrower");
}

static void
on_demote_alone (GtkWidget *widget, const char *name, GVariant *parameter)
{
  shift (CW_WINDOW (widget), 1, FALSE, "table.wider");
}

static void
on_duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autoptr (GArray) sections = get_sections (self);
  g_autoptr (CwDocument) result = NULL;
  CwPlace caret = { 0 };

  if (is_elsewhere (self))
    return;
  result = cw_edit_duplicate_sections (cw_draft_get_document (self->draft), sections);
  if (sections->len > 0)
    caret.line = cw_flow_get_line_of_block (result, g_array_index (sections, guint, 0));
  cw_window_apply_sections (self, result, sections, &caret, _ ("Section duplicated"));
}

static void
on_merge (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autoptr (GArray) sections = get_sections (self);
  g_autoptr (CwDocument) result = cw_document_ref (document);
  guint into = 0;

  if (sections->len == 1)
    {
      cw_document_unref (result);
      result = cw_edit_merge_section (document, g_array_index (sections, guint, 0), &into);
      g_array_index (sections, guint, 0) = into;
    }
  cw_window_apply_sections (self, result, sections, NULL,
                            _ ("Section merged, its heading is gone"));
}

static void
on_split (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwPlace after;
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CwDocument) result = cw_edit_split_section (
      cw_draft_get_document (self->draft), cw_editor_get_caret (self->editor), &after);
  CwFlowLine line = cw_flow_get_line (result, after.line);

  if (line.block >= 0)
    g_array_append_val (sections, (guint){ line.block });
  cw_window_apply_sections (self, result, sections, &after, _ ("Section split"));
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autoptr (GArray) sections = get_sections (self);
  g_autoptr (CwDocument) result
      = cw_edit_remove_sections (cw_draft_get_document (self->draft), sections);

  cw_window_apply_sections (self, result, sections, NULL, _ ("Section deleted"));
}

static void
on_say (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autoptr (GArray) sections = get_sections (self);
  guint block = sections->len > 0 ? g_array_index (sections, guint, 0) : 0;

  if (is_elsewhere (self))
    return;
  if (sections->len == 0 || cw_block_get_level (cw_document_get_block (document, block)) == 0)
    {
      refuse (self);
      return;
    }
  cw_window_show_panel (self, "outline");
  cw_outline_panel_say (self->outline, block);
}

/* All that stands in the section and the sections below it. */
static void
add_blocks (GArray *positions, CwSectionTree *tree, guint block)
{
  int place = cw_section_tree_find (tree, block);
  guint end;

  if (place < 0)
    return;
  end = cw_section_tree_get_node (tree, place)->end;
  for (guint i = block; i < end; i++)
    if (positions->len == 0 || i > g_array_index (positions, guint, positions->len - 1))
      g_array_append_val (positions, i);
}

static void
on_make_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autoptr (GArray) sections = get_sections (self);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CwSectionTree) tree = cw_section_tree_new (cw_draft_get_document (self->draft));

  for (guint i = 0; i < sections->len; i++)
    add_blocks (positions, tree, g_array_index (sections, guint, i));
  cw_window_make_list (self, (guint *) (gpointer) positions->data, positions->len);
}

static void
on_fold (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_editor_fold (CW_WINDOW (widget)->editor, TRUE);
}

static void
on_unfold (GtkWidget *widget, const char *name, GVariant *parameter)
{
  cw_editor_fold (CW_WINDOW (widget)->editor, FALSE);
}

/**
 * cw_window_install_section_actions:
 * @klass: the class of the window
 *
 * What can be done with sections, by menus and keys.
 */
void
cw_window_install_section_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.section-up", on_up },
    { "win.section-down", on_down },
    { "win.section-promote", on_promote },
    { "win.section-demote", on_demote },
    { "win.section-promote-alone", on_promote_alone },
    { "win.section-demote-alone", on_demote_alone },
    { "win.section-duplicate", on_duplicate },
    { "win.section-merge", on_merge },
    { "win.section-split", on_split },
    { "win.section-delete", on_delete },
    { "win.section-say", on_say },
    { "win.list-from-sections", on_make_list },
    { "win.fold", on_fold },
    { "win.unfold", on_unfold },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
}
