/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* What a screen reader would be told of the widgets of a tree, and what is wrong with it.
 *
 * Three things go wrong without a warning: a widget that can have the keyboard has no name; a name is
 * given to a role that may have none, so that nobody hears it; a name is given to a widget that is
 * labelled by another one, which takes precedence. */

/* Classes seen so far, by name. */
static GHashTable *cw_test_seen;
/* What is wrong so far. */
static GPtrArray *cw_test_faults;

static inline gboolean
cw_test_has_label (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *is_empty = NULL;

  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  is_empty = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  return is_empty != NULL;
}

static inline gboolean
cw_test_is_labelled (GtkWidget *widget)
{
  return gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* Some text in it that shows. */
static inline gboolean
cw_test_has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && (cw_test_has_label (child) || cw_test_has_words (child)))
      return TRUE;
  return FALSE;
}

static inline gboolean
cw_test_is_named_by_content (GtkAccessibleRole role)
{
  static const GtkAccessibleRole roles[] = {
    GTK_ACCESSIBLE_ROLE_BUTTON,
    GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON,
    GTK_ACCESSIBLE_ROLE_CHECKBOX,
    GTK_ACCESSIBLE_ROLE_RADIO,
    GTK_ACCESSIBLE_ROLE_LINK,
    GTK_ACCESSIBLE_ROLE_LABEL,
    GTK_ACCESSIBLE_ROLE_TAB,
    GTK_ACCESSIBLE_ROLE_MENU_ITEM,
    GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX,
    GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO,
    GTK_ACCESSIBLE_ROLE_LIST_ITEM,
    GTK_ACCESSIBLE_ROLE_OPTION,
    GTK_ACCESSIBLE_ROLE_TREE_ITEM,
    GTK_ACCESSIBLE_ROLE_ROW,
    GTK_ACCESSIBLE_ROLE_GRID_CELL,
    GTK_ACCESSIBLE_ROLE_COMBO_BOX,
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == role)
      return TRUE;
  return FALSE;
}

/* GTK gives these no name whatever is said; no reader tells of them either. */
static inline gboolean
cw_test_may_have_no_name (GtkAccessibleRole role)
{
  return role == GTK_ACCESSIBLE_ROLE_GENERIC || role == GTK_ACCESSIBLE_ROLE_NONE
         || role == GTK_ACCESSIBLE_ROLE_PRESENTATION || role == GTK_ACCESSIBLE_ROLE_PARAGRAPH
         || role == GTK_ACCESSIBLE_ROLE_CAPTION;
}

static inline gboolean
cw_test_has_name (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  GtkWidget *parent = gtk_widget_get_parent (widget);
  const char *tip = gtk_widget_get_tooltip_text (widget);

  if (cw_test_has_label (widget) || cw_test_is_labelled (widget) || (tip != NULL && *tip != '\0'))
    return TRUE;
  if (cw_test_is_named_by_content (role) && cw_test_has_words (widget))
    return TRUE;
  /* these hand the keyboard to a part of themselves */
  if (parent != NULL
      && (GTK_IS_MENU_BUTTON (parent) || GTK_IS_EDITABLE (parent) || GTK_IS_SPIN_BUTTON (parent)
          || GTK_IS_DROP_DOWN (parent) || ADW_IS_SPLIT_BUTTON (parent)))
    return cw_test_has_name (parent);
  return FALSE;
}

static inline char *
cw_test_describe (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  g_autoptr (GEnumClass) roles = g_type_class_ref (GTK_TYPE_ACCESSIBLE_ROLE);
  GString *path = g_string_new (g_enum_get_value (roles, (int) role)->value_nick);

  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      g_string_append_printf (path, " < %s", G_OBJECT_TYPE_NAME (at));
      if (g_str_has_prefix (G_OBJECT_TYPE_NAME (at), "Cw"))
        break;
    }
  return g_string_free_and_steal (path);
}

static inline void
cw_test_add_fault (const char *what, GtkWidget *widget)
{
  g_autofree char *path = cw_test_describe (widget);
  char *fault = g_strdup_printf ("%s: %s", what, path);

  if (g_ptr_array_find_with_equal_func (cw_test_faults, fault, g_str_equal, NULL))
    g_free (fault);
  else
    g_ptr_array_add (cw_test_faults, fault);
}

/* Holders that only pass the keyboard on, and parts of libadwaita of that kind. */
static inline gboolean
cw_test_passes_on (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget) || GTK_IS_PANED (widget)
      || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo"))
    return TRUE;
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL
      && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_GENERIC)
    return TRUE; /* what a drop-down shows of its choice */
  return GTK_IS_WINDOW (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget)
         || GTK_IS_POPOVER (widget) || ADW_IS_DIALOG (widget);
}

static inline void
cw_test_check_widget (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  if (gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget)
      && !cw_test_passes_on (widget) && !cw_test_has_name (widget))
    cw_test_add_fault ("no name", widget);
  if (cw_test_has_label (widget) && cw_test_may_have_no_name (role))
    cw_test_add_fault ("a name its role may not have", widget);
  if (cw_test_has_label (widget) && cw_test_is_labelled (widget)
      && !g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Adw")
      && !ADW_IS_TOGGLE_GROUP (gtk_widget_get_parent (widget)))
    cw_test_add_fault ("a name that its label hides", widget);
}

/* Looks at every widget of the tree that shows. */
static inline void
cw_test_walk (GtkWidget *widget)
{
  for (GType type = G_OBJECT_TYPE (widget); type != 0; type = g_type_parent (type))
    g_hash_table_add (cw_test_seen, (gpointer) g_intern_string (g_type_name (type)));
  cw_test_check_widget (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child))
      cw_test_walk (child);
}
