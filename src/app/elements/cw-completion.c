/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-completion.h"

#include <glib/gi18n-lib.h>

#define MOST 6

/* What was entered before, offered under a place to type. It never has the keyboard itself: the
 * arrow keys choose, Enter takes, Escape closes, and anything else goes on typing. */
typedef struct
{
  GtkWidget *input; /* owns this; an entry or a text view */
  CwMemory *memory;
  CwShelf shelf;
  GtkWidget *popover;
  GtkWidget *list;
  gboolean taking;
} CwCompletion;

static char *
get_text (CwCompletion *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (self->input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (CwCompletion *self, const char *text)
{
  if (!GTK_IS_EDITABLE (self->input))
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), text, -1);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->input), text);
  gtk_editable_set_position (GTK_EDITABLE (self->input), -1);
}

static void
set_open (CwCompletion *self, gboolean open)
{
  if (open)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static gboolean
is_open (CwCompletion *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
take (CwCompletion *self, GtkListBoxRow *row)
{
  const char *text = gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
  g_autofree char *copy = g_strdup (text);

  self->taking = TRUE;
  set_open (self, FALSE);
  set_text (self, copy);
  self->taking = FALSE;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, CwCompletion *self)
{
  take (self, row);
}

static void
add_row (CwCompletion *self, const char *value)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, value, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
offer (CwCompletion *self)
{
  g_autofree char *text = get_text (self);
  g_auto (GStrv) values = cw_memory_complete (self->memory, self->shelf, text, MOST);

  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  for (guint i = 0; values[i] != NULL; i++)
    add_row (self, values[i]);
  set_open (self, values[0] != NULL);
}

static gboolean
has_keyboard (CwCompletion *self)
{
  return (gtk_widget_get_state_flags (self->input) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0
         || gtk_widget_has_focus (self->input);
}

static void
on_changed (CwCompletion *self)
{
  g_autofree char *text = NULL;

  if (self->popover == NULL || self->taking || !has_keyboard (self))
    return;
  text = get_text (self);
  if (*text == '\0')
    set_open (self, FALSE);
  else
    offer (self);
}

static void
on_leave (CwCompletion *self)
{
  if (self->popover != NULL)
    set_open (self, FALSE);
}

static void
tell_selected (CwCompletion *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->input),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static void
select_next (CwCompletion *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int at = row != NULL ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0 : -1;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX (at, 0));

  if (next != NULL)
    tell_selected (self, next);
}

static gboolean
take_selected (CwCompletion *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row == NULL)
    return FALSE;
  take (self, row);
  return TRUE;
}

static gboolean
handle_open_key (CwCompletion *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
      select_next (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      select_next (self, -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return take_selected (self);
    case GDK_KEY_Escape:
      set_open (self, FALSE);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        CwCompletion *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (is_open (self))
    return handle_open_key (self, keyval);
  if (keyval != GDK_KEY_Down || !GTK_IS_EDITABLE (self->input))
    return GDK_EVENT_PROPAGATE;
  offer (self);
  return is_open (self);
}

static void
cw_completion_free (gpointer data)
{
  CwCompletion *self = data;

  g_object_unref (self->memory);
  g_free (self);
}

/* The popover is no child the input knows of: it goes with the input. */
static void
on_destroy (GtkWidget *input, CwCompletion *self)
{
  if (self->popover != NULL && gtk_widget_get_parent (self->popover) != NULL)
    gtk_widget_unparent (self->popover);
  g_clear_object (&self->popover);
}

/* A text view has only children of its own kinds; what holds it holds its popover. */
static GtkWidget *
find_parent (CwCompletion *self)
{
  return GTK_IS_EDITABLE (self->input) ? self->input : gtk_widget_get_parent (self->input);
}

static void
make_popover (CwCompletion *self)
{
  self->popover = g_object_ref_sink (gtk_popover_new ());
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Entered before"), -1);
  gtk_widget_set_parent (self->popover, find_parent (self));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

static void
connect (CwCompletion *self)
{
  GObject *changing = GTK_IS_EDITABLE (self->input)
                          ? G_OBJECT (self->input)
                          : G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (changing, "changed", G_CALLBACK (on_changed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (self->input, keys);
  gtk_widget_add_controller (self->input, focus);
  g_signal_connect (self->input, "destroy", G_CALLBACK (on_destroy), self);
}

/**
 * cw_completion_attach:
 * @input: an entry, or a text view that is in its parent
 * @memory: what was entered before
 * @shelf: what sort of thing is entered in @input
 *
 * Offers what was entered before while the user types.
 */
void
cw_completion_attach (GtkWidget *input, CwMemory *memory, CwShelf shelf)
{
  CwCompletion *self = g_new0 (CwCompletion, 1);

  self->input = input;
  self->memory = g_object_ref (memory);
  self->shelf = shelf;
  make_popover (self);
  connect (self);
  g_object_set_data_full (G_OBJECT (input), "cw-completion", self, cw_completion_free);
}
