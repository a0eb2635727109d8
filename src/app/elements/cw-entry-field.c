/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-entry-field.h"

#include <string.h>

#include "cw-choice-button.h"
#include "cw-date-button.h"

/**
 * CwEntryField:
 *
 * An element of one short line. Where the regulations know its words they are offered, and dates
 * can be taken from a calendar; anything else can be typed.
 */
struct _CwEntryField
{
  CwElementField parent_instance;

  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (CwEntryField, cw_entry_field, CW_TYPE_ELEMENT_FIELD)

static void
on_changed (CwEntryField *self)
{
  cw_element_field_take_text (CW_ELEMENT_FIELD (self),
                              gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
cw_entry_field_show_text (CwElementField *field, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (CW_ENTRY_FIELD (field)->entry);

  if (strcmp (gtk_editable_get_text (editable), text) == 0)
    return;
  gtk_editable_set_text (editable, text);
  gtk_editable_set_position (editable, -1);
}

static void
cw_entry_field_enter (CwElementField *field)
{
  gtk_widget_grab_focus (CW_ENTRY_FIELD (field)->entry);
}

static void
add_button (CwEntryField *self, GtkWidget *box)
{
  CwElement element = cw_element_field_get_element (CW_ELEMENT_FIELD (self));
  GtkWidget *button = NULL;

  if (element == CW_ELEMENT_DATE || element == CW_ELEMENT_PRINTING_DATE)
    button = cw_date_button_new (GTK_EDITABLE (self->entry), cw_element_get_name (element));
  else if (cw_choice_button_has_choices (element))
    button = cw_choice_button_new (element, GTK_EDITABLE (self->entry));
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), button);
}

static void
cw_entry_field_constructed (GObject *object)
{
  CwEntryField *self = CW_ENTRY_FIELD (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  G_OBJECT_CLASS (cw_entry_field_parent_class)->constructed (object);
  self->entry = gtk_entry_new ();
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry),
                             GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (self), box);
  add_button (self, box);
  cw_element_field_adopt (CW_ELEMENT_FIELD (self), self->entry, NULL);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
cw_entry_field_class_init (CwEntryFieldClass *klass)
{
  CwElementFieldClass *field_class = CW_ELEMENT_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cw_entry_field_constructed;
  field_class->show_text = cw_entry_field_show_text;
  field_class->enter = cw_entry_field_enter;
}

static void
cw_entry_field_init (CwEntryField *self)
{
}

/**
 * cw_entry_field_new:
 * @element: what it is for
 *
 * Returns: (transfer floating): a field
 */
GtkWidget *
cw_entry_field_new (CwElement element)
{
  return g_object_new (CW_TYPE_ENTRY_FIELD, "element", element, NULL);
}

/**
 * cw_entry_field_get_editable:
 * @self: a field
 *
 * Returns: (transfer none): where it is typed
 */
GtkEditable *
cw_entry_field_get_editable (CwEntryField *self)
{
  g_return_val_if_fail (CW_IS_ENTRY_FIELD (self), NULL);

  return GTK_EDITABLE (self->entry);
}
