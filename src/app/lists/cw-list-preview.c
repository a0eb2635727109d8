/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list-preview.h"

#include <glib/gi18n-lib.h>

#define POINT "cw-point"
#define ROW "cw-row"

/**
 * CwListPreview:
 *
 * The rows a list is going to have: each can be left out, and what it says can be changed. What was
 * changed or left out stays so when other rows come and go.
 */
struct _CwListPreview
{
  AdwBin parent_instance;

  CwListForm *form;
  GPtrArray *rows;
  GHashTable *edited;   /* what points are to say, by key_of_point() */
  GHashTable *left_out; /* rows by the key of their first point */
  AdwPreferencesGroup *group;
  GtkWidget *list;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwListPreview, cw_list_preview, ADW_TYPE_BIN)

static char *
key_of_point (const CwListPoint *point)
{
  return g_strdup_printf ("%u:%u", point->block, point->part);
}

static gboolean
is_left_out (CwListPreview *self, CwListRow *row)
{
  g_autofree char *key = key_of_point (&row->points[0]);

  return g_hash_table_contains (self->left_out, key);
}

static void
show_count (CwListPreview *self)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += !is_left_out (self, self->rows->pdata[i]);
  text = self->rows->len == 0
             ? g_strdup (_ ("No points found. Choose the sections the list is to be made from."))
             : g_strdup_printf (ngettext ("%u row", "%u rows", n), n);
  adw_preferences_group_set_description (self->group, text);
}

static void
on_included (GtkCheckButton *check, CwListPreview *self)
{
  CwListRow *row = g_object_get_data (G_OBJECT (check), ROW);
  GtkWidget *box = gtk_widget_get_next_sibling (GTK_WIDGET (check));
  g_autofree char *key = key_of_point (&row->points[0]);

  gtk_widget_set_sensitive (box, gtk_check_button_get_active (check));
  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->left_out, key);
  else
    g_hash_table_add (self->left_out, g_steal_pointer (&key));
  show_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_edited (GtkEditable *entry, CwListPreview *self)
{
  CwListPoint *point = g_object_get_data (G_OBJECT (entry), POINT);

  g_set_str (&point->text, gtk_editable_get_text (entry));
  g_hash_table_insert (self->edited, key_of_point (point), g_strdup (point->text));
}

/* --- rows ------------------------------------------------------------------------------------- */

static const char *
get_column_title (CwListForm *form, CwListRole role)
{
  int column = cw_list_form_find_role (form, role);

  return column >= 0 ? cw_list_form_get_column (form, column)->title : cw_list_role_get_name (role);
}

static GtkWidget *
make_entry (CwListPreview *self, CwListPoint *point, guint number)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *title = get_column_title (self->form, point->role);
  /* Translators: a column of a list and the number of a row */
  g_autofree char *label = g_strdup_printf (_ ("%s, row %u"), title, number);

  gtk_editable_set_text (GTK_EDITABLE (entry), point->text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), title);
  gtk_widget_set_tooltip_text (entry, title);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (entry), POINT, point);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_edited), self, 0);
  return entry;
}

static GtkWidget *
make_row (CwListPreview *self, CwListRow *row, guint number)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new (), *entries = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *item = gtk_list_box_row_new ();
  g_autofree char *label = g_strdup_printf (_ ("Row %u is in the list"), number);

  for (guint i = 0; i < row->n_points; i++)
    gtk_box_append (GTK_BOX (entries), make_entry (self, &row->points[i], number));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !is_left_out (self, row));
  gtk_widget_set_sensitive (entries, !is_left_out (self, row));
  gtk_widget_set_tooltip_text (check, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (check), ROW, row);
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), entries);
  gtk_widget_set_margin_start (line, 12);
  gtk_widget_set_margin_end (line, 12);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_included), self, 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (item), FALSE);
  gtk_widget_set_focusable (item, FALSE);
  return item;
}

static void
restore_edits (CwListPreview *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwListRow *row = self->rows->pdata[i];

      for (guint p = 0; p < row->n_points; p++)
        {
          g_autofree char *key = key_of_point (&row->points[p]);
          const char *text = g_hash_table_lookup (self->edited, key);

          if (text != NULL)
            g_set_str (&row->points[p].text, text);
        }
    }
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cw_list_preview_finalize (GObject *object)
{
  CwListPreview *self = CW_LIST_PREVIEW (object);

  g_clear_pointer (&self->form, cw_list_form_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->edited, g_hash_table_unref);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  G_OBJECT_CLASS (cw_list_preview_parent_class)->finalize (object);
}

static void
cw_list_preview_class_init (CwListPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_list_preview_finalize;

  /**
   * CwListPreview::changed:
   *
   * Rows have been left out or taken in again.
   */
  signals[CHANGED] = g_signal_new ("changed", CW_TYPE_LIST_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_list_preview_init (CwListPreview *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_list_row_free);
  self->edited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Rows of the list"), -1);
  adw_preferences_group_set_title (self->group, _ ("The Rows"));
  adw_preferences_group_add (self->group, self->list);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * cw_list_preview_new:
 *
 * Returns: (transfer floating): a preview without rows
 */
GtkWidget *
cw_list_preview_new (void)
{
  return g_object_new (CW_TYPE_LIST_PREVIEW, NULL);
}

/**
 * cw_list_preview_set_rows:
 * @self: a preview
 * @form: how the list is to be set
 * @rows: (transfer full) (element-type CwListRow): the rows proposed
 */
void
cw_list_preview_set_rows (CwListPreview *self, CwListForm *form, GPtrArray *rows)
{
  g_return_if_fail (CW_IS_LIST_PREVIEW (self));

  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  g_clear_pointer (&self->form, cw_list_form_unref);
  g_ptr_array_unref (self->rows);
  self->form = cw_list_form_ref (form);
  self->rows = rows;
  restore_edits (self);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, rows->pdata[i], i + 1));
  gtk_widget_set_visible (self->list, rows->len > 0);
  show_count (self);
}

/**
 * cw_list_preview_get_rows:
 * @self: a preview
 *
 * Returns: (transfer container) (element-type CwListRow): the rows that are not left out, valid
 *   until others are set
 */
GPtrArray *
cw_list_preview_get_rows (CwListPreview *self)
{
  GPtrArray *rows;

  g_return_val_if_fail (CW_IS_LIST_PREVIEW (self), NULL);

  rows = g_ptr_array_new ();
  for (guint i = 0; i < self->rows->len; i++)
    if (!is_left_out (self, self->rows->pdata[i]))
      g_ptr_array_add (rows, self->rows->pdata[i]);
  return rows;
}
