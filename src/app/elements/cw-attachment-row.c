/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-attachment-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * CwAttachmentRow:
 *
 * An attachment in the panel: its title, how it is printed, and buttons to go to its text, to move
 * it up and to take it out.
 */
struct _CwAttachmentRow
{
  AdwPreferencesRow parent_instance;

  gboolean showing;
  GtkWidget *name;
  GtkWidget *go;
  GtkWidget *up;
  GtkWidget *remove;
  GtkWidget *title;
  GtkWidget *landscape;
  GtkWidget *unbound;
};

enum
{
  EDITED,
  GO,
  MOVE_UP,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwAttachmentRow, cw_attachment_row, ADW_TYPE_PREFERENCES_ROW)

static void
on_edited (CwAttachmentRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
on_go (CwAttachmentRow *self)
{
  g_signal_emit (self, signals[GO], 0);
}

static void
on_move_up (CwAttachmentRow *self)
{
  g_signal_emit (self, signals[MOVE_UP], 0);
}

static void
on_remove (CwAttachmentRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, CW_TYPE_ATTACHMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
cw_attachment_row_class_init (CwAttachmentRowClass *klass)
{
  /**
   * CwAttachmentRow::edited:
   *
   * Its title or how it is printed is another.
   */
  signals[EDITED] = new_signal ("edited");
  /**
   * CwAttachmentRow::go:
   *
   * Its text is wanted.
   */
  signals[GO] = new_signal ("go");
  /**
   * CwAttachmentRow::move-up:
   *
   * It is to stand before the one before it.
   */
  signals[MOVE_UP] = new_signal ("move-up");
  /**
   * CwAttachmentRow::remove:
   *
   * It is to be taken out.
   */
  signals[REMOVE] = new_signal ("remove");
}

static GtkWidget *
add_button (CwAttachmentRow *self,
            GtkWidget *box,
            const char *icon,
            void (*on_clicked) (CwAttachmentRow *))
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cw-small");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
add_check (CwAttachmentRow *self, GtkWidget *box, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_signal_connect_object (check, "toggled", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), check);
  return check;
}

static GtkWidget *
make_head (CwAttachmentRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->name, "caption");
  gtk_widget_add_css_class (self->name, "dimmed");
  gtk_box_append (GTK_BOX (head), self->name);
  self->go = add_button (self, head, "go-jump-symbolic", on_go);
  self->up = add_button (self, head, "go-up-symbolic", on_move_up);
  self->remove = add_button (self, head, "list-remove-symbolic", on_remove);
  return head;
}

static void
cw_attachment_row_init (CwAttachmentRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *checks = adw_wrap_box_new ();

  gtk_widget_add_css_class (box, "cw-field-row");
  gtk_box_append (GTK_BOX (box), make_head (self));
  self->title = gtk_entry_new ();
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->title), FALSE);
  gtk_entry_set_input_hints (GTK_ENTRY (self->title),
                             GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
  g_signal_connect_object (self->title, "changed", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->title);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (checks), 12);
  self->landscape = add_check (self, checks, _ ("Landscape"));
  self->unbound = add_check (self, checks, _ ("Not bound with the paper"));
  gtk_box_append (GTK_BOX (box), checks);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * cw_attachment_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
cw_attachment_row_new (void)
{
  return g_object_new (CW_TYPE_ATTACHMENT_ROW, NULL);
}

static void
name_widget (GtkWidget *widget, const char *format, const char *name)
{
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s", name, 1);
  if (GTK_IS_BUTTON (widget))
    gtk_widget_set_tooltip_text (widget, label->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label->str, -1);
}

static void
name_widgets (CwAttachmentRow *self, const char *name)
{
  gtk_label_set_text (GTK_LABEL (self->name), name);
  name_widget (self->go, _ ("Go to %s"), name);
  name_widget (self->up, _ ("Move Up: %s"), name);
  name_widget (self->remove, _ ("Remove: %s"), name);
  name_widget (self->title, _ ("Title of %s"), name);
  name_widget (self->landscape, _ ("%s: landscape"), name);
  name_widget (self->unbound, _ ("%s: not bound with the paper"), name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
}

/**
 * cw_attachment_row_show:
 * @self: a row
 * @name: what the attachment is called: 附件1
 * @first: whether none is before it
 * @flags: how it is printed
 * @title: its title
 *
 * Makes the row say what the document says; nothing is told to be edited.
 */
void
cw_attachment_row_show (CwAttachmentRow *self,
                        const char *name,
                        gboolean first,
                        CwAttachmentFlags flags,
                        const char *title)
{
  g_return_if_fail (CW_IS_ATTACHMENT_ROW (self));

  self->showing = TRUE;
  name_widgets (self, name);
  gtk_widget_set_visible (self->up, !first);
  if (strcmp (cw_attachment_row_get_title (self), title) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->landscape),
                               (flags & CW_ATTACHMENT_LANDSCAPE) != 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->unbound),
                               (flags & CW_ATTACHMENT_UNBOUND) != 0);
  self->showing = FALSE;
}

/**
 * cw_attachment_row_enter:
 * @self: a row
 *
 * Gives the keyboard to its title.
 */
void
cw_attachment_row_enter (CwAttachmentRow *self)
{
  gtk_widget_grab_focus (self->title);
}

/**
 * cw_attachment_row_get_title:
 * @self: a row
 *
 * Returns: (transfer none): the title entered
 */
const char *
cw_attachment_row_get_title (CwAttachmentRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->title));
}

/**
 * cw_attachment_row_get_flags:
 * @self: a row
 *
 * Returns: how the attachment is to be printed
 */
CwAttachmentFlags
cw_attachment_row_get_flags (CwAttachmentRow *self)
{
  CwAttachmentFlags flags = CW_ATTACHMENT_PLAIN;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->landscape)))
    flags |= CW_ATTACHMENT_LANDSCAPE;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->unbound)))
    flags |= CW_ATTACHMENT_UNBOUND;
  return flags;
}
