/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include "app/editor/cw-editor-layers.h"

/* Places in the text that something points to: a search, a finding, a blank. */

static void
mark_field (CwWindow *self, CwElement element, CwEditorLayer layer, gboolean marked)
{
  GtkWidget *field = GTK_WIDGET (cw_elements_panel_get_field (self->elements, element));

  if (marked)
    gtk_widget_add_css_class (field, cw_layer_get_css_class (layer));
  else
    gtk_widget_remove_css_class (field, cw_layer_get_css_class (layer));
}

/* What is marked in an element beside the flow is marked as a field as a whole. */
static void
on_layer (CwWindow *self, guint layer)
{
  guint n;
  const CwStretch *stretches = cw_editor_get_layer (self->editor, layer, &n);
  gboolean marked[CW_N_ELEMENTS] = { FALSE };

  for (guint i = 0; i < n; i++)
    if (stretches[i].field.kind == CW_FIELD_ELEMENT)
      marked[stretches[i].field.element] = TRUE;
  for (CwElement element = CW_N_FLOW_ELEMENTS; element < CW_N_ELEMENTS; element++)
    mark_field (self, element, layer, marked[element]);
}

/**
 * cw_window_show_stretch_on_page:
 * @self: a window
 * @stretch: a stretch of its document
 * @flash: whether to draw the eye to it
 *
 * Goes to a stretch on the page alone.
 */
void
cw_window_show_stretch_on_page (CwWindow *self, const CwStretch *stretch, gboolean flash)
{
  CwPlace place = { stretch->line, stretch->start };
  gboolean in_cell = stretch->field.kind == CW_FIELD_CELL;

  if (stretch->field.kind == CW_FIELD_ELEMENT)
    cw_preview_show_element (self->preview, (int) stretch->field.element);
  else
    cw_preview_show_cell (self->preview, place, in_cell ? (int) stretch->field.row : -1,
                          in_cell ? (int) stretch->field.column : -1, flash);
}

/**
 * cw_window_show_stretch:
 * @self: a window
 * @stretch: a stretch of its document
 *
 * Goes to a stretch and selects it: in the editor, in the cell of a table or in the field of an
 * element, which get the keyboard, and on the page.
 */
void
cw_window_show_stretch (CwWindow *self, const CwStretch *stretch)
{
  g_return_if_fail (CW_IS_WINDOW (self));
  g_return_if_fail (stretch != NULL);

  if (!cw_stretch_is_valid (cw_draft_get_document (self->draft), stretch))
    return;
  if (stretch->field.kind == CW_FIELD_ELEMENT)
    {
      cw_window_show_elements (self);
      cw_elements_panel_select_text (self->elements, stretch->field.element, stretch->start,
                                     stretch->end);
    }
  else
    {
      if (self->narrow)
        cw_window_show_side (self, "edit");
      cw_editor_show_stretch (self->editor, stretch);
    }
  cw_window_show_stretch_on_page (self, stretch, TRUE);
}

/**
 * cw_window_connect_stretch:
 * @self: a window
 *
 * Lets the fields of the elements show what is marked in them.
 */
void
cw_window_connect_stretch (CwWindow *self)
{
  g_signal_connect_object (self->editor, "layer-changed", G_CALLBACK (on_layer), self,
                           G_CONNECT_SWAPPED);
}

static void
go_to_page (CwWindow *self)
{
  int row, column;

  cw_editor_get_cell (self->editor, &row, &column);
  cw_window_show_side (self, "page");
  cw_preview_show_cell (self->preview, cw_editor_get_caret (self->editor), row, column, TRUE);
}

static void
go_to_text (CwWindow *self)
{
  CwPlace place;

  if (cw_preview_find_eye (self->preview, cw_draft_get_document (self->draft), &place))
    cw_editor_set_caret (self->editor, place);
  cw_window_show_side (self, "edit");
}

/* From the caret to the same place on the page, and from what the eye rests on there to the text. */
static void
on_same_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->preview_side))
    go_to_text (self);
  else
    go_to_page (self);
}

/**
 * cw_window_install_stretch_actions:
 * @klass: the class of the window
 *
 * What goes to the same place on the other side.
 */
void
cw_window_install_stretch_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.same-place", NULL, on_same_place);
}
