/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list-popover.h"

#include <glib/gi18n-lib.h>

/* Widest line of text, in characters. */
#define WIDEST 34

/**
 * CwListPopover:
 *
 * Says what the paragraph of a row of a list says now, and asks what is to be done about it.
 */
struct _CwListPopover
{
  GtkPopover parent_instance;

  GtkWidget *box;
};

enum
{
  ANSWERED,
  GO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwListPopover, cw_list_popover, GTK_TYPE_POPOVER)

static void
add_label (CwListPopover *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_change (CwListPopover *self, const CwListChange *change)
{
  if (change->now != NULL)
    {
      add_label (self, _ ("The paragraph now says:"), "heading");
      add_label (self, change->now, "body");
      add_label (self, _ ("When the row was made it said:"), "caption-heading");
    }
  else
    add_label (self, _ ("This is not in the paper any more:"), "heading");
  add_label (self, change->was, "body");
}

static void
on_take (CwListPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ANSWERED], 0, CW_LIST_TAKE);
}

static void
on_leave (CwListPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ANSWERED], 0, CW_LIST_LEAVE);
}

static void
on_go (CwListPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[GO], 0);
}

static GtkWidget *
add_button (CwListPopover *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_buttons (CwListPopover *self, gboolean gone, gboolean can_go)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *take = add_button (self, box, gone ? _ ("_Remove It") : _ ("_Take It Over"),
                                G_CALLBACK (on_take));

  gtk_widget_add_css_class (take, gone ? "destructive-action" : "suggested-action");
  add_button (self, box, _ ("_Leave"), G_CALLBACK (on_leave));
  if (can_go)
    add_button (self, box, _ ("_Go There"), G_CALLBACK (on_go));
  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (self->box), box);
}

static void
cw_list_popover_class_init (CwListPopoverClass *klass)
{
  /**
   * CwListPopover::answered:
   * @answer: (type CwListAnswer): what is to be done
   */
  signals[ANSWERED] = g_signal_new ("answered", CW_TYPE_LIST_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * CwListPopover::go:
   *
   * The user wants to see the paragraph.
   */
  signals[GO] = g_signal_new ("go", CW_TYPE_LIST_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
  /* without a role of its own it could have no name */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cw_list_popover_init (CwListPopover *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "cw-list-popover");
  gtk_popover_set_child (GTK_POPOVER (self), self->box);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The Paragraph of This Row"), -1);
}

/**
 * cw_list_popover_new:
 * @changes: (array length=n_changes): what has changed about one row
 * @n_changes: how many, at least 1
 *
 * Returns: (transfer floating): a popover that asks about it
 */
GtkWidget *
cw_list_popover_new (const CwListChange *const *changes, guint n_changes)
{
  CwListPopover *self = g_object_new (CW_TYPE_LIST_POPOVER, NULL);
  gboolean gone = TRUE, can_go = FALSE;

  for (guint i = 0; i < n_changes; i++)
    {
      add_change (self, changes[i]);
      gone = gone && changes[i]->now == NULL;
      can_go = can_go || changes[i]->block >= 0;
    }
  add_buttons (self, gone, can_go);
  return GTK_WIDGET (self);
}
