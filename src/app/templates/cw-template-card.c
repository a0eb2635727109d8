/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-template-card.h"

#include "app/cw-settings.h"

/**
 * CwTemplateCard:
 *
 * An entry of the New dialog on the screen: the first page, the name and what it is for; for a
 * template of the user's own also a menu.
 */
struct _CwTemplateCard
{
  GtkWidget parent_instance;

  CwTemplateItem *item;
  GBinding *binding;
  GtkWidget *box;
  GtkPicture *picture;
  GtkWidget *menu_button;
  GtkLabel *name_label;
  GtkLabel *use_label;
};

G_DEFINE_FINAL_TYPE (CwTemplateCard, cw_template_card, GTK_TYPE_WIDGET)

enum
{
  RENAME,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwTemplateCard *self = CW_TEMPLATE_CARD (widget);

  if (self->item != NULL)
    g_signal_emit (self, signals[g_str_equal (name, "card.rename") ? RENAME : REMOVE], 0);
}

/* The menu also by the second button, as everywhere. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CwTemplateCard *self)
{
  if (!gtk_widget_get_visible (self->menu_button))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
}

static void
cw_template_card_dispose (GObject *object)
{
  CwTemplateCard *self = CW_TEMPLATE_CARD (object);

  cw_template_card_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_TEMPLATE_CARD);
  G_OBJECT_CLASS (cw_template_card_parent_class)->dispose (object);
}

static void
cw_template_card_class_init (CwTemplateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_template_card_dispose;

  /**
   * CwTemplateCard::rename:
   *
   * The user wants another name for it.
   */
  signals[RENAME] = g_signal_new ("rename", CW_TYPE_TEMPLATE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  /**
   * CwTemplateCard::remove:
   *
   * The user does not want it any more.
   */
  signals[REMOVE] = g_signal_new ("remove", CW_TYPE_TEMPLATE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-template-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CwTemplateCard, box);
  gtk_widget_class_bind_template_child (widget_class, CwTemplateCard, picture);
  gtk_widget_class_bind_template_child (widget_class, CwTemplateCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CwTemplateCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, CwTemplateCard, use_label);
  gtk_widget_class_install_action (widget_class, "card.rename", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "card.remove", NULL, on_action);
}

static void
cw_template_card_init (CwTemplateCard *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), CW_TEMPLATE_CARD_WIDTH,
                               CW_TEMPLATE_CARD_HEIGHT);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

/**
 * cw_template_card_new:
 *
 * Returns: (transfer floating): a card of nothing yet
 */
GtkWidget *
cw_template_card_new (void)
{
  return g_object_new (CW_TYPE_TEMPLATE_CARD, NULL);
}

/**
 * cw_template_card_get_item:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the entry it shows
 */
CwTemplateItem *
cw_template_card_get_item (CwTemplateCard *self)
{
  g_return_val_if_fail (CW_IS_TEMPLATE_CARD (self), NULL);

  return self->item;
}

static void
show_item (CwTemplateCard *self)
{
  CwTemplate *template = cw_template_item_get_template (self->item);
  gboolean own = (cw_template_get_flags (template) & CW_TEMPLATE_OWN) != 0;

  gtk_label_set_label (self->name_label, cw_template_get_name (template));
  gtk_label_set_label (self->use_label, cw_template_get_use (template));
  gtk_widget_set_tooltip_text (self->box, cw_template_get_use (template));
  gtk_widget_set_visible (self->menu_button, own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.rename", own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.remove", own);
  self->binding = g_object_bind_property (self->item, "picture", self->picture, "paintable",
                                          G_BINDING_SYNC_CREATE);
}

/**
 * cw_template_card_set_item:
 * @self: a card
 * @item: (nullable): the entry it shall show
 */
void
cw_template_card_set_item (CwTemplateCard *self, CwTemplateItem *item)
{
  g_return_if_fail (CW_IS_TEMPLATE_CARD (self));

  g_clear_pointer (&self->binding, g_binding_unbind);
  g_set_object (&self->item, item);
  if (item != NULL)
    show_item (self);
}
