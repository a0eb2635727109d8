/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-field-row.h"

#include "cw-entry-field.h"
#include "cw-lines-field.h"
#include "cw-text-field.h"

/**
 * CwFieldRow:
 *
 * A row of the panel: one element, or up to %CW_FIELDS_IN_ROW that are read together (code, year
 * and serial of the document number), and under them what is wrong with what was entered.
 */
struct _CwFieldRow
{
  AdwPreferencesRow parent_instance;

  CwElementField *fields[CW_FIELDS_IN_ROW];
  guint n_fields;
  GtkWidget *box;
  GtkWidget *side_by_side;
  GtkWidget *mistakes;
};

G_DEFINE_FINAL_TYPE (CwFieldRow, cw_field_row, ADW_TYPE_PREFERENCES_ROW)

static void
on_mistake (CwFieldRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_fields; i++)
    {
      const char *mistake = cw_element_field_get_mistake (self->fields[i]);

      if (mistake == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->fields[i])))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, mistake);
    }
  gtk_label_set_text (GTK_LABEL (self->mistakes), text->str);
  gtk_widget_set_visible (self->mistakes, text->len > 0);
}

/* An element not named here is one short line. */
typedef GtkWidget *(*MakeField) (CwElement element);

static const MakeField makers[CW_N_ELEMENTS] = {
  [CW_ELEMENT_ISSUERS] = cw_lines_field_new,
  [CW_ELEMENT_SIGNERS] = cw_lines_field_new,
  [CW_ELEMENT_SIGNATORY] = cw_lines_field_new,
  [CW_ELEMENT_POSITIONS] = cw_lines_field_new,
  [CW_ELEMENT_TITLE] = cw_text_field_new,
  [CW_ELEMENT_SUBTITLE] = cw_text_field_new,
  [CW_ELEMENT_ADDRESSEES] = cw_text_field_new,
  [CW_ELEMENT_ATTENDEES] = cw_text_field_new,
  [CW_ELEMENT_ABSENTEES] = cw_text_field_new,
  [CW_ELEMENT_OBSERVERS] = cw_text_field_new,
  [CW_ELEMENT_EDITOR_NOTE] = cw_text_field_new,
  [CW_ELEMENT_COPY_RECIPIENTS] = cw_text_field_new,
  [CW_ELEMENT_REPORT_RECIPIENTS] = cw_text_field_new,
  [CW_ELEMENT_FORWARD_RECIPIENTS] = cw_text_field_new,
};

static GtkWidget *
make_field (CwElement element)
{
  return makers[element] != NULL ? makers[element](element) : cw_entry_field_new (element);
}

static void
add_field (CwFieldRow *self, CwElement element)
{
  GtkWidget *field = make_field (element);

  self->fields[self->n_fields++] = CW_ELEMENT_FIELD (field);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (self->side_by_side), field);
  g_signal_connect_object (field, "notify::mistake", G_CALLBACK (on_mistake), self,
                           G_CONNECT_SWAPPED);
}

static void
cw_field_row_class_init (CwFieldRowClass *klass)
{
}

static void
cw_field_row_init (CwFieldRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->side_by_side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->mistakes = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->mistakes), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->mistakes), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->mistakes), 0);
  gtk_widget_add_css_class (self->mistakes, "caption");
  gtk_widget_add_css_class (self->mistakes, "error");
  gtk_widget_set_visible (self->mistakes, FALSE);
  gtk_widget_add_css_class (self->box, "cw-field-row");
  gtk_box_append (GTK_BOX (self->box), self->side_by_side);
  gtk_box_append (GTK_BOX (self->box), self->mistakes);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * cw_field_row_new:
 * @elements: what it is for
 * @n_elements: at most %CW_FIELDS_IN_ROW
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
cw_field_row_new (const CwElement *elements, guint n_elements)
{
  CwFieldRow *self;

  g_return_val_if_fail (n_elements > 0 && n_elements <= CW_FIELDS_IN_ROW, NULL);

  self = g_object_new (CW_TYPE_FIELD_ROW, NULL);
  for (guint i = 0; i < n_elements; i++)
    add_field (self, elements[i]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), cw_element_get_name (elements[0]));
  return GTK_WIDGET (self);
}

/**
 * cw_field_row_get_field:
 * @self: a row
 * @field: one of its fields
 *
 * Returns: (transfer none): the field
 */
CwElementField *
cw_field_row_get_field (CwFieldRow *self, guint field)
{
  g_return_val_if_fail (CW_IS_FIELD_ROW (self), NULL);
  g_return_val_if_fail (field < self->n_fields, NULL);

  return self->fields[field];
}

/**
 * cw_field_row_set_form:
 * @self: a row
 * @form: what paper the document is
 *
 * Shows only the fields such a paper has; no field, no row.
 */
void
cw_field_row_set_form (CwFieldRow *self, const CwForm *form)
{
  gboolean any = FALSE;

  g_return_if_fail (CW_IS_FIELD_ROW (self));

  for (guint i = 0; i < self->n_fields; i++)
    {
      CwElement element = cw_element_field_get_element (self->fields[i]);
      gboolean has = cw_element_get_need (element, form) != CW_NEED_NONE;

      gtk_widget_set_visible (GTK_WIDGET (self->fields[i]), has);
      any = any || has;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  on_mistake (self);
}
