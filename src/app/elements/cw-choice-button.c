/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-choice-button.h"

#include <glib/gi18n-lib.h>

/* The words the regulations have for an element, Chinese in every language (R35, R36, R39, R128,
 * R132, R209). The longest terms of the three levels come first. */
static const char *const classifications[] = { "绝密", "机密", "秘密", NULL };
static const char *const periods[]
    = { "30年", "20年", "10年", "5年", "3年", "1年", "6个月", "长期", NULL };
static const char *const urgencies[] = { "特急", "加急", NULL };
static const char *const mark_words[] = { "文件", "令", "命令", "纪要", "简报", NULL };
static const char *const notes[] = { "此件公开发布", "联系人：XXX，电话：XXX", NULL };

static const char *const *const choices_of[CW_N_ELEMENTS] = {
  [CW_ELEMENT_CLASSIFICATION] = classifications,
  [CW_ELEMENT_CLASSIFICATION_PERIOD] = periods,
  [CW_ELEMENT_URGENCY] = urgencies,
  [CW_ELEMENT_MARK_WORD] = mark_words,
  [CW_ELEMENT_NOTE] = notes,
};

static void
on_choose (GSimpleAction *action, GVariant *parameter, gpointer editable)
{
  gtk_editable_set_text (editable, g_variant_get_string (parameter, NULL));
  gtk_editable_set_position (editable, -1);
  gtk_widget_grab_focus (editable);
}

static GMenuModel *
make_menu (CwElement element)
{
  const char *const *choices = choices_of[element];
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) none = g_menu_item_new (C_ ("choice", "Nothing"), NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (choices[i], NULL);

      g_menu_item_set_action_and_target (item, "choice.choose", "s", choices[i]);
      g_menu_append_item (menu, item);
    }
  g_menu_item_set_action_and_target (none, "choice.choose", "s", "");
  g_menu_append_item (menu, none);
  return G_MENU_MODEL (menu);
}

/**
 * cw_choice_button_has_choices:
 * @element: an element
 *
 * Returns: whether there are customary words for it
 */
gboolean
cw_choice_button_has_choices (CwElement element)
{
  return choices_of[element] != NULL;
}

/**
 * cw_choice_button_new:
 * @element: an element with choices
 * @editable: where it is typed; outlives the button
 *
 * Returns: (transfer floating): a button that offers the customary words for @element
 */
GtkWidget *
cw_choice_button_new (CwElement element, GtkEditable *editable)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu (element);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) choose = g_simple_action_new ("choose", G_VARIANT_TYPE_STRING);
  /* Translators: the name of a button; %s is an element such as Urgency */
  g_autofree char *name = g_strdup_printf (_ ("Choices for %s"), cw_element_get_name (element));

  g_signal_connect (choose, "activate", G_CALLBACK (on_choose), editable);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (choose));
  gtk_widget_insert_action_group (button, "choice", G_ACTION_GROUP (actions));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
