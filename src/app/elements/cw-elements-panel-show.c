/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-elements-panel-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/elements/cw-element-check.h"
#include "document/elements/cw-needs.h"
#include "cw-elements-edit.h"

/* From the document to the fields. */

static const char *
text_of (CwDocument *document, CwElement element)
{
  CwText *text = cw_document_get_element (document, element);

  return text != NULL ? cw_text_get_string (text) : "";
}

static void
show_count (CwElementsPanel *self, CwElementGroup group)
{
  guint n = cw_elements_count_missing (self->document, group);
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u missing", "%u missing", n), n);

  gtk_label_set_text (self->counts[group], text);
  gtk_widget_set_visible (GTK_WIDGET (self->counts[group]), n > 0);
}

static void
show_missing (CwElementsPanel *self)
{
  guint n = cw_elements_count_missing (self->document, CW_N_GROUPS);

  for (CwElement element = 0; element < CW_N_ELEMENTS; element++)
    cw_element_field_set_missing (self->fields[element],
                                  cw_document_is_missing (self->document, element));
  for (CwElementGroup group = 0; group < CW_N_GROUPS; group++)
    show_count (self, group);
  cw_elements_panel_set_n_missing (self, n);
}

static gboolean
group_has_rows (CwElementsPanel *self, CwElementGroup group)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFieldRow *row = g_ptr_array_index (self->rows, i);
      CwElement element = cw_element_field_get_element (cw_field_row_get_field (row, 0));

      if (cw_element_get_group (element) == group && gtk_widget_get_visible (GTK_WIDGET (row)))
        return TRUE;
    }
  return FALSE;
}

static void
show_form (CwElementsPanel *self)
{
  const CwForm *form = cw_document_get_form (self->document);

  cw_form_rows_show (self->form_rows, form);
  for (guint i = 0; i < self->rows->len; i++)
    cw_field_row_set_form (g_ptr_array_index (self->rows, i), form);
  for (CwElementGroup group = 0; group < CW_N_GROUPS; group++)
    gtk_widget_set_visible (GTK_WIDGET (self->groups[group]), group_has_rows (self, group));
}

/* What nobody but undo and redo can have changed draws the eye. */
static gboolean
is_worth_a_flash (CwElementsPanel *self, CwElement element)
{
  CwHistory *history = cw_editor_buffer_get_history (self->buffer);

  return !self->applying && element >= CW_N_FLOW_ELEMENTS
         && (cw_history_get_can_undo (history) || cw_history_get_can_redo (history));
}

static void
show_element (CwElementsPanel *self, CwElement element)
{
  CwElementField *field = self->fields[element];
  const char *text = text_of (self->document, element);

  if (strcmp (cw_element_field_get_text (field), text) == 0)
    return;
  cw_element_field_show (field, text);
  if (is_worth_a_flash (self, element))
    cw_element_field_flash (field);
}

/* A mistake appears when the field is left and goes as soon as it is mended: half a date is none
 * yet. */
static void
show_mistake (CwElementsPanel *self, CwElementField *field)
{
  g_autofree char *mistake = cw_element_check (cw_element_field_get_element (field),
                                               cw_element_field_get_text (field), self->document);

  if (mistake == NULL || field != self->current || cw_element_field_get_mistake (field) != NULL)
    cw_element_field_set_mistake (field, mistake);
}

/**
 * cw_elements_panel_show_mistakes:
 * @self: a panel with a document
 *
 * Explains beside the fields what is wrong in them.
 */
void
cw_elements_panel_show_mistakes (CwElementsPanel *self)
{
  for (CwElement element = 0; element < CW_N_ELEMENTS; element++)
    show_mistake (self, self->fields[element]);
}

/**
 * cw_elements_panel_show_document:
 * @self: a panel with a buffer
 *
 * Makes the fields say what the document says.
 */
void
cw_elements_panel_show_document (CwElementsPanel *self)
{
  CwDocument *document = cw_history_get_document (cw_editor_buffer_get_history (self->buffer));
  CwDocument *old = self->document;
  gboolean changed = FALSE;

  if (document == old)
    return;
  self->document = cw_document_ref (document);
  if (old == NULL || !cw_form_equal (cw_document_get_form (old), cw_document_get_form (document)))
    {
      show_form (self);
      changed = TRUE;
    }
  for (CwElement element = 0; element < CW_N_ELEMENTS; element++)
    if (old == NULL
        || cw_document_get_element (old, element) != cw_document_get_element (document, element))
      {
        show_element (self, element);
        changed = TRUE;
      }
  if (changed)
    {
      show_missing (self);
      cw_elements_panel_show_mistakes (self);
      cw_page_sketch_set_document (self->sketch, document);
    }
  cw_attachment_list_set_document (self->attachments, document);
  g_clear_pointer (&old, cw_document_unref);
}
