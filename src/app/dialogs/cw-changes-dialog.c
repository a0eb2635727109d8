/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-changes-dialog.h"

#include <glib/gi18n-lib.h>

/* More places of one kind than anybody would look through are counted, not listed. */
#define MOST_PLACES 100

static char *
describe_place (const CwChange *change)
{
  if (change->after == NULL || *change->after == '\0')
    return g_strdup (change->before);
  /* Translators: what stood in a text, and what stands there now */
  return g_strdup_printf (_ ("%s → %s"), change->before, change->after);
}

static GtkWidget *
make_place (const CwChange *change)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *what = describe_place (change);
  g_autofree char *line = g_strdup_printf (_ ("Line %u of the text"), change->line);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  return row;
}

static void
add_rest (AdwExpanderRow *row, guint n)
{
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);
  GtkWidget *rest = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rest), text);
  adw_expander_row_add_row (row, rest);
}

/* The places of a kind are made when they are first looked at. */
static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, CwImport *import)
{
  CwChangeKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind"));
  guint n = 0;

  if (g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "filled", row);

  for (guint i = 0; i < import->changes->len; i++)
    {
      const CwChange *change = g_ptr_array_index (import->changes, i);

      if (change->kind == kind && n++ < MOST_PLACES)
        adw_expander_row_add_row (row, make_place (change));
    }
  if (n > MOST_PLACES)
    add_rest (row, n - MOST_PLACES);
}

static GtkWidget *
make_kind (CwImport *import, CwChangeKind kind)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *count = g_strdup_printf ("%u", cw_import_count (import, kind));
  GtkWidget *label = gtk_label_new (count);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), label);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cw_change_kind_get_name (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cw_change_kind_get_name (kind), -1);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded), import);
  return row;
}

static GtkWidget *
make_page (CwImport *import)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("These changes were made to follow the standard. The original text has not been "
         "changed."));
  for (CwChangeKind kind = 0; kind < CW_N_CHANGE_KINDS; kind++)
    if (cw_import_count (import, kind) > 0)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_kind (import, kind));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static void
on_undo (GtkButton *button, AdwDialog *dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  adw_dialog_close (dialog);
  gtk_widget_activate_action (GTK_WIDGET (root), "win.undo-changes", NULL);
}

static GtkWidget *
make_undo_bar (AdwDialog *dialog)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Undo the Changes"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 9);
  gtk_widget_set_margin_bottom (button, 9);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect (button, "clicked", G_CALLBACK (on_undo), dialog);
  return button;
}

/**
 * cw_changes_dialog_new:
 * @import: what reading a text gave; must outlive the dialog
 * @can_undo: whether one undo takes the changes back
 *
 * Returns: (transfer floating): a list of what the reader changed, by kind, with count and places
 */
AdwDialog *
cw_changes_dialog_new (CwImport *import, gboolean can_undo)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_page (import));
  if (can_undo)
    adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), make_undo_bar (dialog));
  adw_dialog_set_title (dialog, _ ("Changes Made While Reading"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
