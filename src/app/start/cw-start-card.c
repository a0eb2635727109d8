/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-start-card.h"

#include "app/cw-settings.h"

/**
 * CwStartCard:
 *
 * A button with the first page of a paper, its name and a line about it.
 */
struct _CwStartCard
{
  GtkButton parent_instance;

  GtkPicture *picture;
  GtkLabel *name_label;
  GtkLabel *detail_label;
};

G_DEFINE_FINAL_TYPE (CwStartCard, cw_start_card, GTK_TYPE_BUTTON)

static void
cw_start_card_class_init (CwStartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-start-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CwStartCard, picture);
  gtk_widget_class_bind_template_child (widget_class, CwStartCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, CwStartCard, detail_label);
}

static void
cw_start_card_init (CwStartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), CW_START_CARD_WIDTH,
                               CW_START_CARD_HEIGHT);
}

/**
 * cw_start_card_new:
 * @name: what the paper is called
 * @detail: what else there is to know, or an empty string
 *
 * The sheet is blank until it gets its picture.
 *
 * Returns: (transfer floating): a new card
 */
GtkWidget *
cw_start_card_new (const char *name, const char *detail)
{
  CwStartCard *self = g_object_new (CW_TYPE_START_CARD, NULL);

  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->detail_label, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), *detail != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  return GTK_WIDGET (self);
}

/**
 * cw_start_card_set_picture:
 * @self: a card
 * @picture: (nullable): its first page
 *
 * Shows a picture; %NULL for a blank sheet.
 */
void
cw_start_card_set_picture (CwStartCard *self, GdkTexture *picture)
{
  g_return_if_fail (CW_IS_START_CARD (self));

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (picture));
}
