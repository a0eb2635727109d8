/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/sections/cw-section-tree.h"
#include "app/cw-announce.h"
#include "app/editor/cw-editor-blocks.h"
#include "app/editor/cw-editor-layers.h"

/* Find and replace: between the bar and the finder on one side, text and page on the other. */

/* Longer selections are where to look, not what for. */
#define LONGEST_PATTERN 300

/* --- where the hand is ------------------------------------------------------------------------ */

static CwTableView *
get_table_view (CwWindow *self, guint line)
{
  GtkWidget *widget
      = cw_editor_blocks_get_widget (cw_editor_get_blocks (self->editor), line);

  return CW_IS_TABLE_VIEW (widget) ? CW_TABLE_VIEW (widget) : NULL;
}

/* The caret, or the start of what is selected, as an empty stretch. */
static CwStretch
get_here (CwWindow *self, gboolean backwards)
{
  CwPlace start, end;
  CwStretch here = { 0 };
  int row, column;

  cw_editor_buffer_get_selection (cw_editor_get_buffer (self->editor), &start, &end);
  here.line = start.line;
  here.start = here.end = backwards ? start.offset : end.offset;
  if (!backwards)
    here.line = end.line;
  if (!cw_editor_get_cell (self->editor, &row, &column))
    return here;
  here.field = (CwField) { CW_FIELD_CELL, 0,
                           (guint) cw_flow_get_line (cw_draft_get_document (self->draft),
                                                     here.line)
                               .block,
                           (guint) row, (guint) column };
  here.start = here.end = cw_table_view_get_caret (get_table_view (self, here.line));
  return here;
}

/* The lines of the innermost section the caret is in, with all below it. */
static void
limit_to_section (CwWindow *self, CwSearchOptions *options)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autoptr (CwSectionTree) tree = cw_section_tree_new (document);
  int block = cw_flow_get_line (document, cw_editor_get_caret (self->editor).line).block;
  int place = block >= 0 ? cw_section_tree_find_around (tree, block) : -1;
  const CwSectionNode *node;

  if (place < 0)
    return;
  node = cw_section_tree_get_node (tree, (guint) place);
  if (node->kind == CW_SECTION_KIND_TITLE)
    return;
  options->limited = TRUE;
  options->start = (CwPlace) { cw_flow_get_line_of_block (document, node->block), 0 };
  options->end = (CwPlace) { cw_flow_get_line_of_block (document, node->end - 1), G_MAXUINT };
}

static void
limit_to_selection (CwWindow *self, CwSearchOptions *options)
{
  g_autoptr (GArray) found
      = cw_stretch_follow (self->find_document, cw_draft_get_document (self->draft),
                           self->find_ends, G_N_ELEMENTS (self->find_ends));

  if (found->len < G_N_ELEMENTS (self->find_ends))
    return;
  options->limited = TRUE;
  options->start = (CwPlace) { g_array_index (found, CwStretch, 0).line,
                               g_array_index (found, CwStretch, 0).start };
  options->end = (CwPlace) { g_array_index (found, CwStretch, 1).line,
                             g_array_index (found, CwStretch, 1).end };
}

static void
on_options (CwWindow *self)
{
  CwStretch here = get_here (self, TRUE);
  CwSearchOptions options;

  if (!cw_find_bar_is_open (self->find_bar))
    return;
  cw_find_bar_get_options (self->find_bar, &options);
  if (cw_find_bar_get_only_selection (self->find_bar) && self->find_document != NULL)
    limit_to_selection (self, &options);
  else if (cw_find_bar_get_only_section (self->find_bar))
    limit_to_section (self, &options);
  cw_finder_set_document (self->finder, cw_draft_get_document (self->draft), &here);
  cw_finder_set_options (self->finder, &options, &here);
}

/* --- marks ------------------------------------------------------------------------------------ */

static void
clear_marks (CwWindow *self)
{
  g_clear_pointer (&self->marked_hits, cw_search_hits_unref);
  cw_editor_set_layer (self->editor, CW_EDITOR_LAYER_HITS, NULL, NULL, 0);
  cw_editor_set_layer (self->editor, CW_EDITOR_LAYER_CURRENT, NULL, NULL, 0);
  cw_preview_set_hits (self->preview, NULL, NULL, 0, -1);
}

static void
mark_hits (CwWindow *self, CwSearchHits *hits)
{
  CwDocument *document = cw_search_hits_get_document (hits);
  const CwStretch *stretches = cw_search_hits_get_stretches (hits);
  guint n = cw_search_hits_get_n (hits);
  int current = cw_finder_get_current (self->finder);

  if (self->marked_hits != hits)
    cw_editor_set_layer (self->editor, CW_EDITOR_LAYER_HITS, document, stretches, n);
  cw_search_hits_ref (hits);
  g_clear_pointer (&self->marked_hits, cw_search_hits_unref);
  self->marked_hits = hits;
  cw_editor_set_layer (self->editor, CW_EDITOR_LAYER_CURRENT, document,
                       current >= 0 ? &stretches[current] : NULL, current >= 0 ? 1 : 0);
  cw_preview_set_hits (self->preview, document, stretches, n, current);
}

/* Shows the current hit where the eye is, and leaves the keyboard in the bar. */
static void
reveal_current (CwWindow *self)
{
  const CwStretch *current = cw_finder_get_current_stretch (self->finder);

  if (current == NULL
      || cw_search_hits_get_document (cw_finder_get_hits (self->finder))
             != cw_draft_get_document (self->draft))
    return;
  cw_editor_reveal_stretch (self->editor, current);
  cw_window_show_stretch_on_page (self, current, FALSE);
}

static void
on_finder (CwWindow *self)
{
  CwSearchHits *hits = cw_finder_get_hits (self->finder);

  if (!cw_find_bar_is_open (self->find_bar))
    return;
  if (hits == NULL || cw_search_hits_get_n (hits) == 0)
    {
      clear_marks (self);
      return;
    }
  mark_hits (self, hits);
  if (cw_find_bar_has_focus (self->find_bar))
    reveal_current (self);
}

static void
on_document (CwWindow *self)
{
  if (cw_find_bar_is_open (self->find_bar))
    cw_finder_set_document (self->finder, cw_draft_get_document (self->draft), NULL);
}

/* --- from hit to hit -------------------------------------------------------------------------- */

static void
go_to_current (CwWindow *self)
{
  const CwStretch *current = cw_finder_get_current_stretch (self->finder);

  if (current != NULL)
    cw_window_show_stretch (self, current);
}

static void
step (CwWindow *self, gboolean backwards)
{
  gboolean in_bar = cw_find_bar_has_focus (self->find_bar);
  CwStretch here = get_here (self, backwards);
  CwSearchHits *hits;
  guint n;
  int next;

  if (!cw_finder_catch_up (self->finder))
    return;
  hits = cw_finder_get_hits (self->finder);
  n = cw_search_hits_get_n (hits);
  next = in_bar ? cw_finder_get_current (self->finder) + (backwards ? (int) n - 1 : 1)
                : (int) cw_search_hits_find (hits, &here, backwards);
  cw_finder_set_current (self->finder, next % (int) n);
  cw_find_bar_remember (self->find_bar);
  if (!in_bar)
    go_to_current (self);
}

static void
on_chosen (CwWindow *self, guint hit)
{
  if (!cw_finder_catch_up (self->finder)
      || hit >= cw_search_hits_get_n (cw_finder_get_hits (self->finder)))
    return;
  cw_finder_set_current (self->finder, (int) hit);
  cw_find_bar_remember (self->find_bar);
  go_to_current (self);
}

static void
on_closed (CwWindow *self)
{
  if (cw_find_bar_has_focus (self->find_bar))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->editor));
      if (cw_finder_catch_up (self->finder))
        go_to_current (self);
    }
  clear_marks (self);
}

/* --- replacing -------------------------------------------------------------------------------- */

static void
on_replace (CwWindow *self)
{
  g_autoptr (CwDocument) document = cw_finder_replace_current (self->finder);

  if (document != NULL)
    cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), document, NULL);
}

static void
tell_replaced (CwWindow *self, guint n)
{
  g_autofree char *message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u place was replaced.", "%u places were replaced.", n), n);

  cw_window_undo_toast (self, message);
}

static void
on_replace_all (CwWindow *self)
{
  guint n;
  g_autoptr (CwDocument) document = cw_finder_replace_all (self->finder, &n);

  if (document == NULL || n == 0)
    return;
  cw_find_bar_remember (self->find_bar);
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), document, NULL);
  tell_replaced (self, n);
}

/* --- opening ---------------------------------------------------------------------------------- */

static char *
get_selected_in_view (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What is selected where the keyboard is, if it can be looked for. */
static char *
get_selected (CwWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  char *text = NULL;
  int start, end;

  if (GTK_IS_TEXT_VIEW (focus))
    text = get_selected_in_view (GTK_TEXT_VIEW (focus));
  else if (GTK_IS_EDITABLE (focus)
           && gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end))
    text = gtk_editable_get_chars (GTK_EDITABLE (focus), start, end);
  if (text != NULL && (strchr (text, '\n') != NULL || strlen (text) > LONGEST_PATTERN))
    g_clear_pointer (&text, g_free);
  return text;
}

/* Several lines that are selected are where to look. Their ends are remembered as two stretches, which
 * move with edits. */
static void
remember_selection (CwWindow *self)
{
  CwPlace start, end;
  gboolean selected
      = cw_editor_buffer_get_selection (cw_editor_get_buffer (self->editor), &start, &end);

  g_clear_pointer (&self->find_document, cw_document_unref);
  if (selected)
    {
      self->find_document = cw_document_ref (cw_draft_get_document (self->draft));
      self->find_ends[0]
          = (CwStretch) { .line = start.line, .start = start.offset, .end = start.offset };
      self->find_ends[1] = (CwStretch) { .line = end.line, .start = end.offset, .end = end.offset };
    }
  cw_find_bar_set_only_selection (self->find_bar, selected && start.line != end.line, selected);
}

static void
open (CwWindow *self, gboolean replace)
{
  g_autofree char *text = NULL;

  if (self->narrow)
    cw_window_show_side (self, "edit");
  if (!cw_find_bar_has_focus (self->find_bar))
    {
      text = get_selected (self);
      remember_selection (self);
    }
  cw_find_bar_open (self->find_bar, text, replace);
}

static void
on_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open (CW_WINDOW (widget), FALSE);
}

static void
on_find_replace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open (CW_WINDOW (widget), TRUE);
}

static void
on_find_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  if (!cw_find_bar_is_open (self->find_bar))
    open (self, FALSE);
  else
    step (self, strcmp (name, "win.find-previous") == 0);
}

/**
 * cw_window_connect_find:
 * @self: a window
 *
 * Gives the bar its finder.
 */
void
cw_window_connect_find (CwWindow *self)
{
  self->finder = cw_finder_new ();
  cw_find_bar_set_settings (self->find_bar, self->settings);
  cw_find_bar_set_finder (self->find_bar, self->finder);
  g_signal_connect_object (self->finder, "changed", G_CALLBACK (on_finder), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cw_draft_get_history (self->draft), "notify::document",
                           G_CALLBACK (on_document), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "options-changed", G_CALLBACK (on_options), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "chosen", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "replace", G_CALLBACK (on_replace), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "replace-all", G_CALLBACK (on_replace_all), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "closed", G_CALLBACK (on_closed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cw_window_dispose_find:
 * @self: a window
 *
 * Lets go of what searching has kept.
 */
void
cw_window_dispose_find (CwWindow *self)
{
  g_clear_object (&self->finder);
  g_clear_pointer (&self->marked_hits, cw_search_hits_unref);
  g_clear_pointer (&self->find_document, cw_document_unref);
}

/**
 * cw_window_install_find_actions:
 * @klass: the class of the window
 *
 * What opens the bar and goes from hit to hit.
 */
void
cw_window_install_find_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.find", NULL, on_find);
  gtk_widget_class_install_action (klass, "win.find-replace", NULL, on_find_replace);
  gtk_widget_class_install_action (klass, "win.find-next", NULL, on_find_next);
  gtk_widget_class_install_action (klass, "win.find-previous", NULL, on_find_next);
}
