/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/elements/cw-combo-row.h"
#include "cw-list-picker.h"
#include "cw-list-preview.h"

/**
 * CwListDialog:
 *
 * Makes a list of points of the paper: from which sections, in which form, and what its rows are to
 * say.
 */
struct _CwListDialog
{
  AdwDialog parent_instance;

  CwDocument *document;
  GPtrArray *forms;
  gboolean named; /* the user has given the list a title */

  GtkWidget *create_button;
  AdwPreferencesGroup *settings;
  AdwBin *picker_place;
  AdwBin *preview_place;
  AdwComboRow *form_row;
  GtkEditable *title_row;
  CwListPicker *picker;
  CwListPreview *preview;
  gboolean filling;
};

enum
{
  CREATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwListDialog, cw_list_dialog, ADW_TYPE_DIALOG)

static CwListForm *
get_form (CwListDialog *self)
{
  return g_ptr_array_index (self->forms, adw_combo_row_get_selected (self->form_row));
}

static char *
get_title (CwListDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
}

static void
update_button (CwListDialog *self)
{
  g_autoptr (GPtrArray) rows = cw_list_preview_get_rows (self->preview);
  g_autofree char *title = get_title (self);

  gtk_widget_set_sensitive (self->create_button,
                            *title != '\0' && rows->len > 0 && rows->len < CW_TABLE_MAX_ROWS);
}

static void
propose (CwListDialog *self)
{
  g_autoptr (GArray) positions = cw_list_picker_get_positions (self->picker);
  CwListForm *form = get_form (self);

  cw_list_preview_set_rows (
      self->preview, form,
      cw_list_propose (self->document, form, (guint *) positions->data, positions->len));
  update_button (self);
}

static void
on_form (CwListDialog *self)
{
  self->filling = TRUE;
  if (!self->named)
    gtk_editable_set_text (self->title_row, cw_list_form_get_name (get_form (self)));
  self->filling = FALSE;
  cw_list_picker_choose_for (self->picker, get_form (self));
}

static void
on_title (CwListDialog *self)
{
  self->named = self->named || !self->filling;
  update_button (self);
}

static void
on_create (GtkButton *button, CwListDialog *self)
{
  g_autoptr (GPtrArray) rows = cw_list_preview_get_rows (self->preview);
  g_autofree char *title = get_title (self);

  g_signal_emit (self, signals[CREATE], 0, get_form (self), title, rows);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_cancel (GtkButton *button, CwListDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- the dialog ------------------------------------------------------------------------------- */

static void
make_settings (CwListDialog *self)
{
  g_autofree const char **names = g_new0 (const char *, self->forms->len + 1);
  GtkWidget *title = adw_entry_row_new ();

  for (guint i = 0; i < self->forms->len; i++)
    names[i] = cw_list_form_get_name (self->forms->pdata[i]);
  self->form_row = cw_combo_row_new (_ ("Form"), names, self->forms->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (title), _ ("Title"));
  self->title_row = GTK_EDITABLE (title);
  adw_preferences_group_add (self->settings, GTK_WIDGET (self->form_row));
  adw_preferences_group_add (self->settings, title);
  g_signal_connect_object (self->form_row, "notify::selected", G_CALLBACK (on_form), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (title, "changed", G_CALLBACK (on_title), self, G_CONNECT_SWAPPED);
}

static void
make_parts (CwListDialog *self)
{
  self->picker = CW_LIST_PICKER (cw_list_picker_new (self->document));
  self->preview = CW_LIST_PREVIEW (cw_list_preview_new ());
  adw_bin_set_child (self->picker_place, GTK_WIDGET (self->picker));
  adw_bin_set_child (self->preview_place, GTK_WIDGET (self->preview));
  g_signal_connect_object (self->picker, "changed", G_CALLBACK (propose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "changed", G_CALLBACK (update_button), self,
                           G_CONNECT_SWAPPED);
}

static void
cw_list_dialog_finalize (GObject *object)
{
  CwListDialog *self = CW_LIST_DIALOG (object);

  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  G_OBJECT_CLASS (cw_list_dialog_parent_class)->finalize (object);
}

static void
cw_list_dialog_class_init (CwListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_list_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/chengwen/Chengwen/cw-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CwListDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, CwListDialog, settings);
  gtk_widget_class_bind_template_child (widget_class, CwListDialog, picker_place);
  gtk_widget_class_bind_template_child (widget_class, CwListDialog, preview_place);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);

  /**
   * CwListDialog::create:
   * @form: (type CwListForm): how the list is to be set
   * @title: its title
   * @rows: (type GPtrArray) (element-type CwListRow): its rows, valid during the call
   *
   * The list is to be made.
   */
  signals[CREATE]
      = g_signal_new ("create", CW_TYPE_LIST_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, CW_TYPE_LIST_FORM, G_TYPE_STRING, G_TYPE_PTR_ARRAY);
}

static void
cw_list_dialog_init (CwListDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cw_list_dialog_new:
 * @document: a document
 * @forms: (element-type CwListForm): the forms there are, at least one
 * @positions: (array length=n_positions): numbers of blocks that are selected
 * @n_positions: how many; without any, sections whose headings speak of problems and measures are
 *   chosen
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
cw_list_dialog_new (CwDocument *document,
                    GPtrArray *forms,
                    const guint *positions,
                    guint n_positions)
{
  CwListDialog *self = g_object_new (CW_TYPE_LIST_DIALOG, NULL);

  self->document = cw_document_ref (document);
  self->forms = g_ptr_array_ref (forms);
  make_parts (self);
  make_settings (self);
  if (n_positions > 0)
    cw_list_picker_choose (self->picker, positions, n_positions);
  on_form (self);
  return ADW_DIALOG (self);
}
