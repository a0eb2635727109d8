/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-statistics-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RATE "reading-rate"
/* A table taller than this scrolls, in pixels. */
#define TALLEST 480

/**
 * CwStatisticsView:
 *
 * What a document, the selection in it and each of its sections consist of, counted in the ways
 * offices do, and how long reading it aloud takes.
 */
struct _CwStatisticsView
{
  GtkWidget parent_instance;

  GSettings *settings;
  GtkWidget *scrolled;
  GtkGrid *grid;
  GtkWidget *rate;

  CwDocument *document;
  CwPages *pages;
  CwPlace start;
  CwPlace end;
  int row;
};

G_DEFINE_FINAL_TYPE (CwStatisticsView, cw_statistics_view, GTK_TYPE_WIDGET)

/* --- the table -------------------------------------------------------------------------------- */

static void
put (CwStatisticsView *self, int column, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), column == 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 24 : -1);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->grid, label, column, self->row, 1, 1);
}

static gboolean
has_selection (CwStatisticsView *self)
{
  return cw_place_compare (self->start, self->end) != 0;
}

static void
put_row (CwStatisticsView *self, const char *name, guint whole, guint selected)
{
  g_autofree char *of_whole = g_strdup_printf ("%u", whole);
  g_autofree char *of_selected = g_strdup_printf ("%u", selected);

  put (self, 0, name, "body");
  put (self, 1, of_whole, "numeric");
  if (has_selection (self))
    put (self, 2, of_selected, "numeric");
  self->row++;
}

static void
put_heading (CwStatisticsView *self, const char *name, const char *first, const char *second)
{
  put (self, 0, name, "heading");
  put (self, 1, first, "dim-label");
  if (second != NULL)
    put (self, 2, second, "dim-label");
  self->row++;
}

static void
put_counts (CwStatisticsView *self, const CwStatistics *whole, const CwStatistics *selected)
{
  put_heading (self, _ ("Statistics"), _ ("Document"), has_selection (self) ? _ ("Selection") : NULL);
  put_row (self, _ ("Count of word processors"), cw_statistics_get_office_count (whole),
           cw_statistics_get_office_count (selected));
  put_row (self, _ ("Characters without spaces"), whole->characters, selected->characters);
  put_row (self, _ ("Characters with spaces"), whole->characters + whole->spaces,
           selected->characters + selected->spaces);
  put_row (self, _ ("Characters without punctuation"), whole->characters - whole->punctuation,
           selected->characters - selected->punctuation);
  put_row (self, _ ("Chinese characters"), whole->han, selected->han);
  put_row (self, _ ("Western words"), whole->words, selected->words);
  put_row (self, _ ("Digits"), whole->digits, selected->digits);
  put_row (self, _ ("Paragraphs that are not empty"), whole->paragraphs, selected->paragraphs);
}

static char *
describe_minutes (CwStatisticsView *self, const CwStatistics *statistics)
{
  guint rate = (guint) g_settings_get_int (self->settings, RATE);
  guint minutes = (guint) ceil (cw_statistics_get_minutes (statistics, rate));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes), minutes);
}

static void
put_reading (CwStatisticsView *self, const CwStatistics *whole, const CwStatistics *selected)
{
  g_autofree char *of_whole = describe_minutes (self, whole);
  g_autofree char *of_selected = describe_minutes (self, selected);

  put (self, 0, _ ("Reading aloud, at most"), "body");
  put (self, 1, of_whole, "numeric");
  if (has_selection (self))
    put (self, 2, of_selected, "numeric");
  self->row++;
}

/* --- sections --------------------------------------------------------------------------------- */

/* Pages are those of a moment ago: a section they do not know yet has none. */
static char *
describe_page (CwStatisticsView *self, guint line)
{
  graphene_rect_t caret;
  guint page;

  if (self->pages == NULL || cw_pages_get_document (self->pages) != self->document
      || !cw_pages_find_place (self->pages, (CwPlace) { line, 0 }, &page, &caret))
    return g_strdup ("");
  return g_strdup_printf ("%u", page + 1);
}

static void
put_sections (CwStatisticsView *self)
{
  g_autoptr (GArray) sections = cw_statistics_of_sections (self->document);

  if (sections->len == 0)
    return;
  put_heading (self, _ ("Sections"), _ ("Characters"), _ ("From page"));
  for (guint i = 0; i < sections->len; i++)
    {
      CwSectionStatistics *section = &g_array_index (sections, CwSectionStatistics, i);
      g_autofree char *characters = g_strdup_printf ("%u", section->statistics.characters);
      g_autofree char *page = describe_page (self, section->line);

      put (self, 0, section->title, "body");
      put (self, 1, characters, "numeric");
      put (self, 2, page, "numeric");
      self->row++;
    }
}

static void
clear (CwStatisticsView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->row = 0;
}

static void
put_pages (CwStatisticsView *self)
{
  g_autofree char *pages = g_strdup_printf ("%u", cw_pages_get_n_pages (self->pages));

  put (self, 0, _ ("Pages"), "body");
  put (self, 1, pages, "numeric");
  self->row++;
}

static void
update (CwStatisticsView *self)
{
  CwStatistics whole, selected;

  if (self->document == NULL)
    return;
  whole = cw_statistics_of_document (self->document);
  selected = cw_statistics_of_selection (self->document, self->start, self->end);
  clear (self);
  put_counts (self, &whole, &selected);
  put_reading (self, &whole, &selected);
  if (self->pages != NULL)
    put_pages (self);
  put_sections (self);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cw_statistics_view_dispose (GObject *object)
{
  CwStatisticsView *self = CW_STATISTICS_VIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->rate, gtk_widget_unparent);
  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_pointer (&self->pages, cw_pages_unref);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cw_statistics_view_parent_class)->dispose (object);
}

static void
cw_statistics_view_class_init (CwStatisticsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_statistics_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cw_statistics_view_init (CwStatisticsView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 4);
  self->scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "propagate-natural-height", TRUE, "propagate-natural-width", TRUE,
                                 "max-content-height", TALLEST, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->grid));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "cw-statistics");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Statistics"), -1);
}

static void
make_rate (CwStatisticsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (_ ("Characters read in a minute"));
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 100, 400, 10);
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (scale));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_RIGHT);
  gtk_widget_set_size_request (scale, 150, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Characters read in a minute"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scale);
  g_settings_bind (self->settings, RATE, adjustment, "value", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed::" RATE, G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  self->rate = box;
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * cw_statistics_view_new:
 * @settings: the program's settings, which remember how fast somebody reads
 *
 * Returns: (transfer floating): a view with nothing counted yet
 */
GtkWidget *
cw_statistics_view_new (GSettings *settings)
{
  CwStatisticsView *self = g_object_new (CW_TYPE_STATISTICS_VIEW, NULL);

  self->settings = g_object_ref (settings);
  make_rate (self);
  return GTK_WIDGET (self);
}

/**
 * cw_statistics_view_show:
 * @self: a view
 * @document: what to count
 * @pages: (nullable): its pages, which may be of an older state
 * @start: where the selection begins
 * @end: where it ends; nothing is selected if it is @start
 *
 * Counts and shows.
 */
void
cw_statistics_view_show (CwStatisticsView *self,
                         CwDocument *document,
                         CwPages *pages,
                         CwPlace start,
                         CwPlace end)
{
  g_return_if_fail (CW_IS_STATISTICS_VIEW (self));

  cw_document_ref (document);
  g_clear_pointer (&self->document, cw_document_unref);
  self->document = document;
  if (pages != NULL)
    cw_pages_ref (pages);
  g_clear_pointer (&self->pages, cw_pages_unref);
  self->pages = pages;
  self->start = start;
  self->end = end;
  update (self);
}
