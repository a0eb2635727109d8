/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/values/cw-blank.h"
#include "document/sections/cw-section-tree.h"
#include "cw-find-row.h"
#include "cw-hit-model.h"

#define HEIGHT 220

/**
 * CwFindList:
 *
 * All hits of a search, each with its sentence and section and, when it is to be replaced, with what
 * the sentence becomes. Sentences are cut out only for the rows that can be seen.
 */
struct _CwFindList
{
  AdwBin parent_instance;

  CwFinder *finder;
  CwSearchHits *shown;
  CwSectionTree *tree;
  CwHitModel *model;
  GtkWidget *view;
};

enum
{
  CHOSEN,
  LEFT_OUT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFindList, cw_find_list, ADW_TYPE_BIN)

/* --- what a row says -------------------------------------------------------------------------- */

static int
get_block (CwDocument *document, const CwStretch *stretch)
{
  if (stretch->field.kind == CW_FIELD_CELL)
    return (int) stretch->field.block;
  if (stretch->field.kind == CW_FIELD_NONE)
    return cw_flow_get_line (document, stretch->line).block;
  return -1;
}

/* 一、主要做法 · 第3页 would need the pages; the section is enough to know where one is. */
static char *
describe_section (CwFindList *self, const CwStretch *stretch)
{
  g_autofree char *label = NULL, *title = NULL;
  int block = get_block (cw_search_hits_get_document (self->shown), stretch), place;

  if (stretch->field.kind == CW_FIELD_ELEMENT)
    return g_strdup (cw_element_get_name (stretch->field.element));
  place = block >= 0 ? cw_section_tree_find_around (self->tree, block) : -1;
  if (place < 0)
    return g_strdup ("");
  label = cw_section_tree_get_label (self->tree, (guint) place);
  title = cw_section_tree_get_title (self->tree, (guint) place);
  return g_strconcat (label, title, NULL);
}

static char *
describe_replaced (CwFindList *self, guint hit, const char *sentence, guint start, guint end)
{
  const char *replacement = cw_search_hits_get_replacement (self->shown, hit);

  return g_strdup_printf ("%.*s%s%s", (int) start, sentence, replacement, sentence + end);
}

static void
fill_row (CwFindList *self, CwFindRow *row, guint hit)
{
  const CwStretch *stretch = &cw_search_hits_get_stretches (self->shown)[hit];
  CwBlank place = { .at = *stretch, .unit_end = stretch->end };
  const char *replacement = cw_search_hits_get_replacement (self->shown, hit);
  guint start, end;
  g_autofree char *sentence = cw_blank_describe_sentence (
      cw_search_hits_get_document (self->shown), &place, &start, &end);
  g_autofree char *section = describe_section (self, stretch);
  g_autofree char *replaced
      = replacement != NULL ? describe_replaced (self, hit, sentence, start, end) : NULL;

  cw_find_row_show (row, sentence, start, end, section);
  cw_find_row_show_replaced (row, replaced, start,
                             start + (replacement != NULL ? (guint) strlen (replacement) : 0),
                             !cw_finder_is_left_out (self->finder, hit));
}

/* --- rows ------------------------------------------------------------------------------------- */

static void
on_row_toggled (CwFindRow *row, gboolean chosen, GtkListItem *item)
{
  CwFindList *self = g_object_get_data (G_OBJECT (item), "cw-list");

  cw_finder_leave_out (self->finder, gtk_list_item_get_position (item), !chosen);
  g_signal_emit (self, signals[LEFT_OUT_CHANGED], 0);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, CwFindList *self)
{
  GtkWidget *row = cw_find_row_new ();

  g_object_set_data (G_OBJECT (item), "cw-list", self);
  g_signal_connect_object (row, "toggled", G_CALLBACK (on_row_toggled), item, 0);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, CwFindList *self)
{
  CwFindRow *row = CW_FIND_ROW (gtk_list_item_get_child (item));
  guint hit = gtk_list_item_get_position (item);

  if (self->shown == NULL || hit >= cw_search_hits_get_n (self->shown))
    return;
  fill_row (self, row, hit);
  gtk_list_item_set_accessible_label (item, cw_find_row_get_sentence (row));
}

static void
on_activate (CwFindList *self, guint position)
{
  g_signal_emit (self, signals[CHOSEN], 0, position);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cw_find_list_dispose (GObject *object)
{
  CwFindList *self = CW_FIND_LIST (object);

  g_clear_object (&self->finder);
  g_clear_pointer (&self->shown, cw_search_hits_unref);
  g_clear_pointer (&self->tree, cw_section_tree_free);
  G_OBJECT_CLASS (cw_find_list_parent_class)->dispose (object);
}

static void
cw_find_list_class_init (CwFindListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_find_list_dispose;
  /**
   * CwFindList::chosen:
   * @hit: number of a hit
   *
   * Somebody wants to go to a hit.
   */
  signals[CHOSEN] = g_signal_new ("chosen", CW_TYPE_FIND_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CwFindList::left-out-changed:
   *
   * Another choice of hits is to be replaced.
   */
  signals[LEFT_OUT_CHANGED] = g_signal_new ("left-out-changed", CW_TYPE_FIND_LIST,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_find_list_init (CwFindList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  self->model = cw_hit_model_new ();
  self->view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->model))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "cw-find-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All Hits"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * cw_find_list_set_finder:
 * @self: a list
 * @finder: whose hits it shows
 */
void
cw_find_list_set_finder (CwFindList *self, CwFinder *finder)
{
  g_return_if_fail (CW_IS_FIND_LIST (self));

  g_set_object (&self->finder, finder);
}

static void
select_current (CwFindList *self)
{
  int current = cw_finder_get_current (self->finder);

  if (current < 0)
    return;
  gtk_list_view_scroll_to (GTK_LIST_VIEW (self->view), (guint) current, GTK_LIST_SCROLL_SELECT,
                           NULL);
}

/**
 * cw_find_list_update:
 * @self: a list
 *
 * Shows the hits of now, if they are others, and selects the current one.
 */
void
cw_find_list_update (CwFindList *self)
{
  CwSearchHits *hits = cw_finder_get_hits (self->finder);

  if (hits != self->shown)
    {
      g_clear_pointer (&self->shown, cw_search_hits_unref);
      g_clear_pointer (&self->tree, cw_section_tree_free);
      if (hits != NULL)
        {
          self->shown = cw_search_hits_ref (hits);
          self->tree = cw_section_tree_new (cw_search_hits_get_document (hits));
        }
      cw_hit_model_set_n (self->model, hits != NULL ? cw_search_hits_get_n (hits) : 0);
    }
  select_current (self);
}
