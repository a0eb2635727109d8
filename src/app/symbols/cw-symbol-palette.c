/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-symbol-palette.h"

#include <glib/gi18n-lib.h>

#include "document/elements/cw-paper-date.h"
#include "cw-symbol-table.h"

#define N_COLUMNS 8
/* A palette taller than this scrolls, in pixels. */
#define TALLEST 460
#define RECENT "recent-symbols"

/**
 * CwSymbolPalette:
 *
 * What keyboards lack, to be put in by pointer or arrow keys: those used last, today's date,
 * brackets, punctuation, circled numbers, signs.
 */
struct _CwSymbolPalette
{
  GtkPopover parent_instance;

  GSettings *settings;
  GtkBox *box;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwSymbolPalette, cw_symbol_palette, GTK_TYPE_POPOVER)

/* --- what was used last ----------------------------------------------------------------------- */

static void
remember (CwSymbolPalette *self, const char *text)
{
  g_auto (GStrv) before = g_settings_get_strv (self->settings, RECENT);
  g_autoptr (GStrvBuilder) now = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint n = 1;

  g_strv_builder_add (now, text);
  for (guint i = 0; before[i] != NULL && n < N_COLUMNS; i++)
    if (!g_str_equal (before[i], text))
      {
        g_strv_builder_add (now, before[i]);
        n++;
      }
  list = g_strv_builder_end (now);
  g_settings_set_strv (self->settings, RECENT, (const char *const *) list);
}

/* --- buttons ---------------------------------------------------------------------------------- */

static void
pick (CwSymbolPalette *self, const char *text, const char *behind)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, text, behind);
}

static void
on_symbol (CwSymbolPalette *self, GtkWidget *button)
{
  const CwSymbol *symbol = g_object_get_data (G_OBJECT (button), "cw-symbol");

  remember (self, symbol->text);
  pick (self, symbol->text, symbol->behind);
}

static void
on_date (CwSymbolPalette *self, GtkButton *button)
{
  g_autofree char *date = g_strdup (gtk_button_get_label (button));

  pick (self, date, NULL);
}

static GtkWidget *
make_button (CwSymbolPalette *self, const CwSymbol *symbol)
{
  g_autofree char *label = g_strconcat (symbol->text, symbol->behind, NULL);
  g_autofree char *name = cw_symbol_get_name (symbol);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  /* otherwise it is called what it shows, and ① or 〔〕 is nothing a voice can say */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "cw-symbol", (gpointer) symbol);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_symbol), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_heading (CwSymbolPalette *self, const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->box, label);
}

static GtkWidget *
make_grid (CwSymbolPalette *self, const char *name)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "column-homogeneous", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (self->box, grid);
  return grid;
}

static void
add_group (CwSymbolPalette *self, CwSymbolGroup group)
{
  guint n_symbols, n = 0;
  const CwSymbol *symbols = cw_symbols_get (&n_symbols);
  GtkWidget *grid;

  add_heading (self, cw_symbol_group_get_name (group));
  grid = make_grid (self, cw_symbol_group_get_name (group));
  for (guint i = 0; i < n_symbols; i++)
    if (symbols[i].group == group)
      {
        gtk_grid_attach (GTK_GRID (grid), make_button (self, &symbols[i]), (int) (n % N_COLUMNS),
                         (int) (n / N_COLUMNS), 1, 1);
        n++;
      }
}

/* --- what changes from one time to the next --------------------------------------------------- */

static void
add_recent (CwSymbolPalette *self)
{
  g_auto (GStrv) recent = g_settings_get_strv (self->settings, RECENT);
  GtkWidget *grid;
  int n = 0;

  if (recent[0] == NULL)
    return;
  add_heading (self, _ ("Used Last"));
  grid = make_grid (self, _ ("Used Last"));
  for (guint i = 0; recent[i] != NULL && n < N_COLUMNS; i++)
    {
      const CwSymbol *symbol = cw_symbols_find (recent[i]);

      if (symbol != NULL)
        gtk_grid_attach (GTK_GRID (grid), make_button (self, symbol), n++, 0, 1, 1);
    }
}

static void
add_date (CwSymbolPalette *self, char *(*format) (const GDate *) )
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = NULL;
  GtkWidget *button;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  text = format (&today);
  button = gtk_button_new_with_label (text);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_date), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

/* A palette is made each time it is shown, so that the date is today's. */
static void
fill (CwSymbolPalette *self)
{
  add_recent (self);
  add_heading (self, _ ("Date of Today"));
  add_date (self, cw_paper_date_format);
  add_date (self, cw_paper_date_format_chinese);
  for (CwSymbolGroup group = 0; group < CW_N_SYMBOL_GROUPS; group++)
    add_group (self, group);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cw_symbol_palette_dispose (GObject *object)
{
  CwSymbolPalette *self = CW_SYMBOL_PALETTE (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cw_symbol_palette_parent_class)->dispose (object);
}

static void
cw_symbol_palette_class_init (CwSymbolPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_symbol_palette_dispose;

  /**
   * CwSymbolPalette::picked:
   * @text: what is put in, or goes before the selection
   * @behind: (nullable): what goes behind the selection
   *
   * Something was chosen, and the palette closes.
   */
  signals[PICKED] = g_signal_new ("picked", CW_TYPE_SYMBOL_PALETTE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  /* without a role of its own it could have no name */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cw_symbol_palette_init (CwSymbolPalette *self)
{
  GtkWidget *scrolled = g_object_new (
      GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height",
      TRUE, "propagate-natural-width", TRUE, "max-content-height", TALLEST, NULL);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cw-symbols");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Symbols"), -1);
}

/**
 * cw_symbol_palette_new:
 * @settings: the program's settings, which remember what was used last
 *
 * Returns: (transfer floating): a palette
 */
GtkWidget *
cw_symbol_palette_new (GSettings *settings)
{
  CwSymbolPalette *self = g_object_new (CW_TYPE_SYMBOL_PALETTE, NULL);

  self->settings = g_object_ref (settings);
  fill (self);
  return GTK_WIDGET (self);
}
