/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-elements-panel.h"

#include <string.h>

/* A stretch of the text of an element, shown in its field. */

/* What can be typed in, in the order of the screen. */
static void
collect_inputs (GtkWidget *widget, GPtrArray *inputs)
{
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    {
      g_ptr_array_add (inputs, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_inputs (child, inputs);
}

static void
select_in_view (GtkTextView *view, int start, int end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_select_range (buffer, &to, &from);
}

/* A field of several lines has an entry for each. */
static guint
find_input (const char *text, guint start, guint n_inputs, guint *line_start)
{
  guint line = 0;

  *line_start = 0;
  for (guint i = 0; n_inputs > 1 && i < start && line + 1 < n_inputs; i++)
    if (text[i] == '\n')
      {
        line++;
        *line_start = i + 1;
      }
  return line;
}

/**
 * cw_elements_panel_select_text:
 * @self: a panel
 * @element: an element
 * @start: first byte of its text
 * @end: byte after the last
 *
 * As cw_elements_panel_open_element(), with a part of the text selected.
 *
 * Returns: whether the paper has such a field
 */
gboolean
cw_elements_panel_select_text (CwElementsPanel *self, CwElement element, guint start, guint end)
{
  CwElementField *field;
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const char *text;
  GtkWidget *input;
  guint line_start;
  int from, to;

  if (!cw_elements_panel_open_element (self, element))
    return FALSE;
  field = cw_elements_panel_get_field (self, element);
  text = cw_element_field_get_text (field);
  collect_inputs (GTK_WIDGET (field), inputs);
  if (inputs->len == 0 || end > strlen (text) || start > end)
    return TRUE;
  input = g_ptr_array_index (inputs, find_input (text, start, inputs->len, &line_start));
  from = (int) g_utf8_strlen (text + line_start, start - line_start);
  to = from + (int) g_utf8_strlen (text + start, end - start);
  gtk_widget_grab_focus (input);
  if (GTK_IS_TEXT_VIEW (input))
    select_in_view (GTK_TEXT_VIEW (input), from, to);
  else
    gtk_editable_select_region (GTK_EDITABLE (input), from, to);
  return TRUE;
}
