/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-menu-names.h"

/* The class of a menu's items is GTK's own; it can only be told by its name. */
static gboolean
is_menu_item (GObject *object)
{
  return g_strcmp0 (G_OBJECT_TYPE_NAME (object), "GtkModelButton") == 0;
}

/* As it is read: an underline only marks the key of the letter after it, but two are one. */
static char *
without_underlines (const char *text)
{
  GString *name = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '_' && *++text == '\0')
        break;
      g_string_append_c (name, *text);
    }
  return g_string_free_and_steal (name);
}

static void
name_widget (GtkWidget *widget, const char *text)
{
  g_autofree char *name = NULL;

  if (text == NULL || *text == '\0')
    return;
  name = without_underlines (text);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_item (GtkWidget *item)
{
  g_autofree char *text = NULL;

  g_object_get (item, "text", &text, NULL);
  name_widget (item, text);
}

static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *object = g_value_get_object (values);

  if (is_menu_item (object))
    name_item (GTK_WIDGET (object));
  else if (GTK_IS_CHECK_BUTTON (object)
           && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (object)))
    name_widget (GTK_WIDGET (object), gtk_check_button_get_label (GTK_CHECK_BUTTON (object)));
  return TRUE;
}

/**
 * cw_menu_names_install:
 *
 * Gives every item of every menu the name a screen reader says, as it comes to show. GTK (4.18) names
 * an item by a label inside it that it hides from screen readers, and so by nothing; the name of a check
 * button has the underline that only marks a key. To be called once.
 */
void
cw_menu_names_install (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}
