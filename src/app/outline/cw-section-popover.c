/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-section-popover.h"

#include <glib/gi18n-lib.h>

#include "document/cw-stretch.h"
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

  CwDocument *document; /* in which the section was when it was asked about */
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
cw_section_popover_finalize (GObject *object)
{
  g_clear_pointer (&CW_SECTION_POPOVER (object)->document, cw_document_unref);
  G_OBJECT_CLASS (cw_section_popover_parent_class)->finalize (object);
}

static void
cw_section_popover_class_init (CwSectionPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_section_popover_finalize;
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
 * @document: a document
 * @block: the heading of one of its sections
 *
 * Returns: (transfer floating): fields for what is said about the section; gone when closed
 */
GtkWidget *
cw_section_popover_new (CwDocument *document, guint block)
{
  CwSectionPopover *self = g_object_new (CW_TYPE_SECTION_POPOVER, NULL);
  CwSection *section = cw_block_get_section (cw_document_get_block (document, block));

  self->document = cw_document_ref (document);
  self->block = block;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->state), cw_section_get_state (section));
  gtk_editable_set_text (GTK_EDITABLE (self->person), cw_section_get_person (section));
  gtk_editable_set_text (GTK_EDITABLE (self->note), cw_section_get_note (section));
  return GTK_WIDGET (self);
}

/* How sure it is that two blocks are one: the same untouched, by the number others know it by, by
 * the words it still shares. */
static gboolean
is_same (CwBlock *was, CwBlock *now, guint how)
{
  guint id = cw_block_get_id (was);

  if (cw_block_get_level (now) == 0)
    return FALSE;
  if (how == 0)
    return now == was;
  return how == 1 ? id != 0 && cw_block_get_id (now) == id
                  : cw_block_get_text (now) == cw_block_get_text (was);
}

/* The heading itself was edited: it is where the text around it has stayed. */
static int
follow_line (CwSectionPopover *self, CwDocument *document)
{
  CwStretch at = { .line = cw_flow_get_line_of_block (self->document, self->block) };
  g_autoptr (GArray) found = cw_stretch_follow (self->document, document, &at, 1);
  int block = found->len > 0
                  ? cw_flow_get_line (document, g_array_index (found, CwStretch, 0).line).block
                  : -1;

  return block >= 0 && cw_block_get_level (cw_document_get_block (document, block)) > 0 ? block : -1;
}

/**
 * cw_section_popover_find_block:
 * @self: the fields
 * @document: what has become of the document they were made for
 *
 * Returns: the heading they are about, -1 if it is gone
 */
int
cw_section_popover_find_block (CwSectionPopover *self, CwDocument *document)
{
  CwBlock *was = cw_document_get_block (self->document, self->block);

  if (document == self->document)
    return self->block;
  for (guint how = 0; how < 3; how++)
    for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
      if (is_same (was, cw_document_get_block (document, i), how))
        return i;
  return follow_line (self, document);
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
