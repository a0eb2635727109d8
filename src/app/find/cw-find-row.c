/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * CwFindRow:
 *
 * A hit of a search in the list of all: its sentence with the hit set off, its section, and when it is
 * to be replaced a box to tick and the sentence as it will be.
 */
struct _CwFindRow
{
  GtkBox parent_instance;

  GtkWidget *check;
  GtkLabel *sentence;
  GtkLabel *replaced;
  GtkLabel *section;
  gboolean showing;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFindRow, cw_find_row, GTK_TYPE_BOX)

static void
on_check (CwFindRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[TOGGLED], 0,
                   gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, 2);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
cw_find_row_class_init (CwFindRowClass *klass)
{
  /**
   * CwFindRow::toggled:
   * @chosen: whether the hit is to be replaced
   *
   * The box was ticked or cleared by hand.
   */
  signals[TOGGLED] = g_signal_new ("toggled", CW_TYPE_FIND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
cw_find_row_init (CwFindRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_hexpand (box, TRUE);
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Replace this hit"), -1);
  gtk_box_append (GTK_BOX (self), self->check);
  gtk_box_append (GTK_BOX (self), box);
  self->sentence = add_label (box, NULL);
  self->replaced = add_label (box, "accent");
  self->section = add_label (box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->section), "dim-label");
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (on_check), self);
}

/**
 * cw_find_row_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
cw_find_row_new (void)
{
  return g_object_new (CW_TYPE_FIND_ROW, NULL);
}

/* A long sentence begins shortly before the hit. */
#define BEFORE 24

static const char *
cut_start (const char *sentence, guint *start, guint *end)
{
  const char *p = sentence + *start;

  for (guint i = 0; i < BEFORE && p > sentence; i++)
    p = g_utf8_prev_char (p);
  *start -= (guint) (p - sentence);
  *end -= (guint) (p - sentence);
  return p;
}

static void
set_off (GtkLabel *label, const char *sentence, guint start, guint end)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  const char *text = cut_start (sentence, &start, &end);
  const char *dots = text > sentence ? "…" : "";
  g_autofree char *shown = g_strconcat (dots, text, NULL);

  bold->start_index = start + (guint) strlen (dots);
  bold->end_index = end + (guint) strlen (dots);
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_text (label, shown);
  gtk_label_set_attributes (label, attributes);
}

/**
 * cw_find_row_show:
 * @self: a row
 * @sentence: the sentence of a hit
 * @start: where the hit begins in it, in bytes
 * @end: where it ends
 * @section: its section, may be empty
 */
void
cw_find_row_show (CwFindRow *self,
                  const char *sentence,
                  guint start,
                  guint end,
                  const char *section)
{
  set_off (self->sentence, sentence, start, end);
  gtk_label_set_text (self->section, section);
  gtk_widget_set_visible (GTK_WIDGET (self->section), *section != '\0');
}

/**
 * cw_find_row_show_replaced:
 * @self: a row
 * @sentence: (nullable): the sentence as it will be, or %NULL if nothing is to be replaced
 * @start: where what is put in begins in it, in bytes
 * @end: where it ends
 * @chosen: whether the hit is to be replaced
 */
void
cw_find_row_show_replaced (CwFindRow *self,
                           const char *sentence,
                           guint start,
                           guint end,
                           gboolean chosen)
{
  gtk_widget_set_visible (self->check, sentence != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->replaced), sentence != NULL);
  if (sentence != NULL)
    set_off (self->replaced, sentence, start, end);
  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
  self->showing = FALSE;
}

/**
 * cw_find_row_get_sentence:
 * @self: a row
 *
 * Returns: (transfer none): what it shows of the sentence
 */
const char *
cw_find_row_get_sentence (CwFindRow *self)
{
  return gtk_label_get_text (self->sentence);
}
