/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-text-field.h"

#include <string.h>

#include "cw-growing-text.h"

/**
 * CwTextField:
 *
 * An element of running text, which may be long and, if the element has lines, may hold line
 * breaks: title, addressees, copy recipients.
 */
struct _CwTextField
{
  CwElementField parent_instance;

  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (CwTextField, cw_text_field, CW_TYPE_ELEMENT_FIELD)

static void
on_changed (CwTextField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gtk_widget_queue_resize (self->view);
  cw_element_field_take_text (CW_ELEMENT_FIELD (self), text);
}

/* Enter makes a line only where an element has lines. */
static void
keep_to_one_line (GtkTextBuffer *buffer, GtkTextIter *at, char *text, int length, CwTextField *self)
{
  g_autofree char *one_line = NULL;

  if (cw_element_has_lines (cw_element_field_get_element (CW_ELEMENT_FIELD (self)))
      || memchr (text, '\n', length) == NULL)
    return;
  one_line = g_strdelimit (g_strndup (text, length), "\r\n", ' ');
  g_strstrip (one_line);
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, at, one_line, -1);
}

/* Not when it says so already: the caret would go to the end. */
static void
cw_text_field_show_text (CwElementField *field, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (CW_TEXT_FIELD (field)->view));
  GtkTextIter start, end;
  g_autofree char *old = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  old = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (strcmp (old, text) != 0)
    gtk_text_buffer_set_text (buffer, text, -1);
}

static void
cw_text_field_enter (CwElementField *field)
{
  gtk_widget_grab_focus (CW_TEXT_FIELD (field)->view);
}

static void
cw_text_field_constructed (GObject *object)
{
  CwTextField *self = CW_TEXT_FIELD (object);
  GtkTextView *view;
  GtkTextBuffer *buffer;

  G_OBJECT_CLASS (cw_text_field_parent_class)->constructed (object);
  self->view = cw_growing_text_new ();
  view = GTK_TEXT_VIEW (self->view);
  buffer = gtk_text_view_get_buffer (view);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_input_hints (view, GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
  gtk_widget_add_css_class (self->view, "cw-text-field");
  gtk_box_append (GTK_BOX (self), self->view);
  cw_element_field_adopt (CW_ELEMENT_FIELD (self), self->view, NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (keep_to_one_line), self,
                           G_CONNECT_DEFAULT);
}

static void
cw_text_field_class_init (CwTextFieldClass *klass)
{
  CwElementFieldClass *field_class = CW_ELEMENT_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cw_text_field_constructed;
  field_class->show_text = cw_text_field_show_text;
  field_class->enter = cw_text_field_enter;
}

static void
cw_text_field_init (CwTextField *self)
{
}

/**
 * cw_text_field_new:
 * @element: what it is for
 *
 * Returns: (transfer floating): a field
 */
GtkWidget *
cw_text_field_new (CwElement element)
{
  return g_object_new (CW_TYPE_TEXT_FIELD, "element", element, NULL);
}

/**
 * cw_text_field_get_view:
 * @self: a field
 *
 * Returns: (transfer none): where it is typed
 */
GtkWidget *
cw_text_field_get_view (CwTextField *self)
{
  g_return_val_if_fail (CW_IS_TEXT_FIELD (self), NULL);

  return self->view;
}
