/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-section-popover.h"

#include <glib/gi18n-lib.h>

#include "cw-outline-item.h"

/**
 * CwSectionPopover:
 *
 * What is said about a section to those who write it: how far it is, who writes it, a note. Taken
 * over when it closes, so that it is one step of the history.
 */
struct _CwSectionPopover
{
  GtkPopover parent_instance;

  guint block;
  GtkWidget *state;
  GtkWidget *person;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (CwSectionPopover, cw_section_popover, GTK_TYPE_POPOVER)

static gboolean
drop (gpointer data)
{
  GtkWidget *self = data;

  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);
  return G_SOURCE_REMOVE;
}

/* It is for one use; what it was asked from hears of it first. */
static void
cw_section_popover_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop, g_object_ref (popover), g_object_unref);
}

static void
cw_section_popover_class_init (CwSectionPopoverClass *klass)
{
  GTK_POPOVER_CLASS (klass)->closed = cw_section_popover_closed;
  /* without a role of its own it could have no name */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkStringList *
list_states (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (CwSectionState state = 0; state < CW_N_SECTION_STATES; state++)
    gtk_string_list_append (names, cw_section_state_get_name (state));
  return names;
}

static void
add_field (GtkWidget *grid, int row, const char *name, GtkWidget *field)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), field, 1, row, 1, 1);
}

static void
cw_section_popover_init (CwSectionPopover *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->state = gtk_drop_down_new (G_LIST_MODEL (list_states ()), NULL);
  self->person = gtk_entry_new ();
  self->note = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->person), 100);
  gtk_entry_set_max_length (GTK_ENTRY (self->note), 2000);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_set_margin_bottom (grid, 6);
  gtk_widget_set_margin_start (grid, 6);
  gtk_widget_set_margin_end (grid, 6);
  add_field (grid, 0, _ ("_State"), self->state);
  add_field (grid, 1, _ ("_Who"), self->person);
  add_field (grid, 2, _ ("Remar_k"), self->note);
  g_signal_connect_object (self->person, "activate", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "activate", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self), grid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("State and Note"), -1);
}

/**
 * cw_section_popover_new:
 * @block: the heading of the section
 * @section: (nullable): what is said about it
 *
 * Returns: (transfer floating): fields for it; gone when closed
 */
GtkWidget *
cw_section_popover_new (guint block, CwSection *section)
{
  CwSectionPopover *self = g_object_new (CW_TYPE_SECTION_POPOVER, NULL);

  self->block = block;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->state), cw_section_get_state (section));
  gtk_editable_set_text (GTK_EDITABLE (self->person), cw_section_get_person (section));
  gtk_editable_set_text (GTK_EDITABLE (self->note), cw_section_get_note (section));
  return GTK_WIDGET (self);
}

/**
 * cw_section_popover_get_block:
 * @self: the fields
 *
 * Returns: the heading they are about
 */
guint
cw_section_popover_get_block (CwSectionPopover *self)
{
  return self->block;
}

/**
 * cw_section_popover_get_section:
 * @self: the fields
 *
 * Returns: (transfer full) (nullable): what they say
 */
CwSection *
cw_section_popover_get_section (CwSectionPopover *self)
{
  return cw_section_new (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state)),
                         gtk_editable_get_text (GTK_EDITABLE (self->person)),
                         gtk_editable_get_text (GTK_EDITABLE (self->note)));
}
