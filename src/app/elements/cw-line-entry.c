/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-line-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * CwLineEntry:
 *
 * One line of a list: where it is typed, and, when there are others, buttons to move it up and
 * take it out.
 */
struct _CwLineEntry
{
  GtkBox parent_instance;

  CwElement element;
  GtkWidget *entry;
  GtkWidget *up;
  GtkWidget *remove;
};

enum
{
  CHANGED,
  REMOVE,
  MOVE,
  NEXT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwLineEntry, cw_line_entry, GTK_TYPE_BOX)

static void
on_changed (CwLineEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_remove (CwLineEntry *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
on_up (CwLineEntry *self)
{
  g_signal_emit (self, signals[MOVE], 0, -1);
}

static void
on_activate (CwLineEntry *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static gboolean
on_move_key (GtkWidget *widget, GVariant *by, gpointer data)
{
  g_signal_emit (widget, signals[MOVE], 0, g_variant_get_int32 (by));
  return GDK_EVENT_STOP;
}

/* Backspace in an empty line takes it out. */
static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint code,
        GdkModifierType state,
        CwLineEntry *self)
{
  if (keyval != GDK_KEY_BackSpace || *cw_line_entry_get_text (self) != '\0'
      || !gtk_widget_get_visible (self->remove))
    return GDK_EVENT_PROPAGATE;
  on_remove (self);
  return GDK_EVENT_STOP;
}

static gboolean
cw_line_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CW_LINE_ENTRY (widget)->entry);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, on_move_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, on_move_key, "i", 1);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, CW_TYPE_LINE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
cw_line_entry_class_init (CwLineEntryClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = cw_line_entry_grab_focus;
  add_keys (GTK_WIDGET_CLASS (klass));

  /**
   * CwLineEntry::changed:
   *
   * Its text is another.
   */
  signals[CHANGED] = new_signal ("changed");
  /**
   * CwLineEntry::remove:
   *
   * It is to be taken out.
   */
  signals[REMOVE] = new_signal ("remove");
  /**
   * CwLineEntry::move:
   * @by: -1 for up, 1 for down
   *
   * It is to change places with its neighbour.
   */
  signals[MOVE] = g_signal_new ("move", CW_TYPE_LINE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * CwLineEntry::next:
   *
   * Enter: the keyboard goes to the next line.
   */
  signals[NEXT] = new_signal ("next");
}

static GtkWidget *
add_button (CwLineEntry *self, const char *icon, void (*on_clicked) (CwLineEntry *))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
cw_line_entry_init (CwLineEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  self->entry = gtk_entry_new ();
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry),
                             GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_box_append (GTK_BOX (self), self->entry);
  self->up = add_button (self, "go-up-symbolic", on_up);
  self->remove = add_button (self, "list-remove-symbolic", on_remove);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cw_line_entry_new:
 * @element: the element it is a line of
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
cw_line_entry_new (CwElement element)
{
  CwLineEntry *self = g_object_new (CW_TYPE_LINE_ENTRY, NULL);

  self->element = element;
  return GTK_WIDGET (self);
}

/**
 * cw_line_entry_get_editable:
 * @self: a line
 *
 * Returns: (transfer none): where it is typed
 */
GtkEditable *
cw_line_entry_get_editable (CwLineEntry *self)
{
  g_return_val_if_fail (CW_IS_LINE_ENTRY (self), NULL);

  return GTK_EDITABLE (self->entry);
}

/**
 * cw_line_entry_get_text:
 * @self: a line
 *
 * Returns: (transfer none): its text
 */
const char *
cw_line_entry_get_text (CwLineEntry *self)
{
  return gtk_editable_get_text (cw_line_entry_get_editable (self));
}

/**
 * cw_line_entry_set_text:
 * @self: a line
 * @text: its text; the caret stays when it says so already
 */
void
cw_line_entry_set_text (CwLineEntry *self, const char *text)
{
  if (strcmp (cw_line_entry_get_text (self), text) == 0)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * cw_line_entry_set_position:
 * @self: a line
 * @position: which line it is, from 0
 * @n: of how many
 */
void
cw_line_entry_set_position (CwLineEntry *self, guint position, guint n)
{
  const char *element = cw_element_get_name (self->element);
  /* Translators: a line of a list, such as “Issuers 2” */
  g_autofree char *name = g_strdup_printf (_ ("%s %u"), element, position + 1);
  g_autofree char *up = g_strdup_printf (_ ("Move Up: %s"), name);
  g_autofree char *away = g_strdup_printf (_ ("Remove: %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n > 1 ? name : element, -1);
  name_button (self->up, up);
  name_button (self->remove, away);
  gtk_widget_set_visible (self->up, n > 1 && position > 0);
  gtk_widget_set_visible (self->remove, n > 1);
}
