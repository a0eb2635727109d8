/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-memory-dialog.h"

#include <glib/gi18n-lib.h>

#include "cw-memory-files.h"

/* The values of each sort, to be mended and forgotten. The list is made anew when one is taken out;
 * while one is typed in it stays. */
typedef struct
{
  AdwDialog *dialog;
  AdwToastOverlay *toasts;
  AdwPreferencesPage *page;
  CwMemory *memory;
  GPtrArray *groups; /* not owned */
} MemoryDialog;

static void fill (MemoryDialog *self);

typedef struct
{
  MemoryDialog *owner;
  CwShelf shelf;
  char *value;
} Item;

static void
item_free (gpointer data, GClosure *closure)
{
  Item *item = data;

  g_free (item->value);
  g_free (item);
}

static void
on_apply (AdwEntryRow *row, Item *item)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  cw_memory_replace (item->owner->memory, item->shelf, item->value, text);
  g_set_str (&item->value, text);
}

static void
on_remove (GtkButton *button, Item *item)
{
  MemoryDialog *owner = item->owner;

  cw_memory_remove (owner->memory, item->shelf, item->value);
  fill (owner);
  gtk_widget_child_focus (GTK_WIDGET (owner->page), GTK_DIR_TAB_FORWARD);
}

static Item *
item_new (MemoryDialog *self, CwShelf shelf, const char *value)
{
  Item *item = g_new0 (Item, 1);

  item->owner = self;
  item->shelf = shelf;
  item->value = g_strdup (value);
  return item;
}

static GtkWidget *
make_remove_button (MemoryDialog *self, CwShelf shelf, const char *value)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Forget %s"), value);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_remove), item_new (self, shelf, value),
                         item_free, G_CONNECT_DEFAULT);
  return button;
}

static GtkWidget *
make_row (MemoryDialog *self, CwShelf shelf, const char *value)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cw_shelf_get_name (shelf));
  gtk_editable_set_text (GTK_EDITABLE (row), value);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), make_remove_button (self, shelf, value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, value, -1);
  g_signal_connect_data (row, "apply", G_CALLBACK (on_apply), item_new (self, shelf, value),
                         item_free, G_CONNECT_DEFAULT);
  return row;
}

static void
add_group (MemoryDialog *self, GtkWidget *group)
{
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

static void
add_shelf (MemoryDialog *self, CwShelf shelf)
{
  const char *const *values = cw_memory_list (self->memory, shelf);
  GtkWidget *group;

  if (*values == NULL)
    return;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), cw_shelf_get_name (shelf));
  for (; *values != NULL; values++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, shelf, *values));
  add_group (self, group);
}

static void
fill (MemoryDialog *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  for (CwShelf shelf = 0; shelf < CW_N_SHELVES; shelf++)
    add_shelf (self, shelf);
  if (self->groups->len == 0)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                             _ ("Nothing is remembered yet."));
      add_group (self, group);
    }
}

/* --- the buttons --- */

static void
on_clear (MemoryDialog *self)
{
  cw_memory_clear (self->memory);
  fill (self);
}

static void
on_files_done (const char *message, gpointer data)
{
  MemoryDialog *self = data;

  fill (self);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
}

static void
on_import (MemoryDialog *self)
{
  cw_memory_files_import (self->memory, GTK_WIDGET (self->dialog), on_files_done, self);
}

static void
on_export (MemoryDialog *self)
{
  cw_memory_files_export (self->memory, GTK_WIDGET (self->dialog), on_files_done, self);
}

static void
add_button (MemoryDialog *self,
            GtkWidget *bar,
            const char *label,
            void (*on_clicked) (MemoryDialog *),
            const char *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), button);
}

static GtkWidget *
make_bar (MemoryDialog *self)
{
  GtkWidget *bar = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (bar), 6);
  adw_wrap_box_set_align (ADW_WRAP_BOX (bar), 0.5f);
  gtk_widget_add_css_class (bar, "toolbar");
  add_button (self, bar, _ ("_Import…"), on_import, NULL);
  add_button (self, bar, _ ("_Export…"), on_export, NULL);
  add_button (self, bar, _ ("_Forget Everything"), on_clear, "destructive-action");
  return bar;
}

static void
dialog_free (gpointer data)
{
  MemoryDialog *self = data;

  g_object_unref (self->memory);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/**
 * cw_memory_dialog_new:
 * @memory: what was entered before
 *
 * Returns: (transfer floating): a dialog in which it is mended, forgotten, taken elsewhere and
 * brought here
 */
AdwDialog *
cw_memory_dialog_new (CwMemory *memory)
{
  MemoryDialog *self = g_new0 (MemoryDialog, 1);
  GtkWidget *view = adw_toolbar_view_new ();

  self->dialog = adw_dialog_new ();
  self->memory = g_object_ref (memory);
  self->groups = g_ptr_array_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->page));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->toasts));
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), make_bar (self));
  adw_dialog_set_title (self->dialog, _ ("Remembered Values"));
  adw_dialog_set_content_width (self->dialog, 480);
  adw_dialog_set_content_height (self->dialog, 600);
  adw_dialog_set_child (self->dialog, view);
  g_object_set_data_full (G_OBJECT (self->dialog), "cw-memory-dialog", self, dialog_free);
  fill (self);
  return self->dialog;
}
