/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-field-memory.h"

#include "app/cw-settings.h"
#include "cw-completion.h"
#include "cw-entry-field.h"
#include "cw-lines-field.h"
#include "cw-text-field.h"

static void
attach (GtkWidget *input, CwElementField *field)
{
  CwShelf shelf;

  if (cw_memory_find_shelf (cw_element_field_get_element (field), &shelf))
    cw_completion_attach (input, cw_memory_get_default (), shelf);
}

static void
on_line_added (CwElementField *field, GtkEditable *editable)
{
  attach (GTK_WIDGET (editable), field);
}

/**
 * cw_field_memory_attach:
 * @field: a field of the panel
 *
 * Offers in it what was entered there before.
 */
void
cw_field_memory_attach (CwElementField *field)
{
  if (CW_IS_ENTRY_FIELD (field))
    attach (GTK_WIDGET (cw_entry_field_get_editable (CW_ENTRY_FIELD (field))), field);
  else if (CW_IS_TEXT_FIELD (field))
    attach (cw_text_field_get_view (CW_TEXT_FIELD (field)), field);
  if (!CW_IS_LINES_FIELD (field))
    return;
  for (guint i = 0; i < cw_lines_field_get_n_lines (CW_LINES_FIELD (field)); i++)
    attach (GTK_WIDGET (cw_lines_field_get_editable (CW_LINES_FIELD (field), i)), field);
  g_signal_connect (field, "line-added", G_CALLBACK (on_line_added), NULL);
}

static gboolean
is_wanted (void)
{
  g_autoptr (GSettings) settings = cw_settings_new ();

  return g_settings_get_boolean (settings, "remember-values");
}

/* What stands in a classified paper stays in it: a list kept beside it would tell who writes what
 * to whom. */
static gboolean
is_classified (CwDocument *document)
{
  CwText *text = cw_document_get_element (document, CW_ELEMENT_CLASSIFICATION);

  return text != NULL && !cw_text_is_empty (text);
}

/* Blanks to be filled in are no names. */
static gboolean
has_placeholders (CwDocument *document, CwElement element)
{
  CwText *text = cw_document_get_element (document, element);
  guint n = 0;

  if (text != NULL)
    cw_text_get_placeholders (text, &n);
  return n > 0;
}

/**
 * cw_field_memory_remember:
 * @field: a field the keyboard has left
 * @document: the document it belongs to
 *
 * Remembers what is in the field for the next paper, if the user wants that and the paper is not a
 * classified one.
 */
void
cw_field_memory_remember (CwElementField *field, CwDocument *document)
{
  CwElement element = cw_element_field_get_element (field);
  CwShelf shelf;
  g_auto (GStrv) lines = NULL;

  if (!cw_memory_find_shelf (element, &shelf) || cw_element_field_get_mistake (field) != NULL
      || is_classified (document) || has_placeholders (document, element) || !is_wanted ())
    return;
  lines = g_strsplit (cw_element_field_get_text (field), "\n", -1);
  for (guint i = g_strv_length (lines); i > 0; i--)
    cw_memory_add (cw_memory_get_default (), shelf, lines[i - 1]);
}
