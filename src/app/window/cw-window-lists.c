/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/cw-file-filters.h"
#include "app/lists/cw-list-dialog.h"
#include "app/lists/cw-list-form-name.h"
#include "document/edits/cw-edit-blocks.h"
#include "document/lists/cw-list.h"
#include "formats/files/cw-file.h"
#include "formats/tables/cw-table-csv.h"
#include "formats/templates/cw-list-forms.h"

/* Lists made from the text: 问题清单, 任务清单, 责任清单. */

/* --- making one ------------------------------------------------------------------------------- */

static void
on_create (CwListDialog *dialog,
           CwListForm *form,
           const char *title,
           GPtrArray *rows,
           CwWindow *self)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  CwPlace after;
  g_autoptr (CwDocument) made = cw_list_make (document, form, title, rows, &after);
  g_autofree char *message = g_strdup_printf (_ ("“%s” has been added as an attachment."), title);

  if (made == document)
    return;
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), made, &after);
  if (self->narrow)
    cw_window_show_side (self, "edit");
  cw_window_undo_toast (self, message);
}

/* Not before: a dialog gives the keyboard back to whatever had it, a menu. */
static void
on_closed (CwWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/* The paragraphs selected, if the selection reaches over more than one. */
static GArray *
find_selected (CwWindow *self)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  CwPlace start, end;

  if (!cw_editor_buffer_get_selection (cw_editor_get_buffer (self->editor), &start, &end)
      || start.line == end.line)
    return positions;
  for (guint line = start.line; line <= end.line; line++)
    {
      int block = cw_flow_get_line (document, line).block;

      if (block >= 0 && (line < end.line || end.offset > 0))
        g_array_append_val (positions, block);
    }
  return positions;
}

/**
 * cw_window_make_list:
 * @self: a window
 * @positions: (array length=n_positions): numbers of blocks to make it from, or none
 * @n_positions: how many
 *
 * Asks how a list of points of the paper is to be made, and makes it.
 */
void
cw_window_make_list (CwWindow *self, const guint *positions, guint n_positions)
{
  g_autofree char *folder = cw_list_forms_get_folder ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) forms = cw_list_forms_read (folder, problems);
  AdwDialog *dialog = cw_list_dialog_new (cw_draft_get_document (self->draft), forms, positions,
                                          n_positions);

  g_signal_connect_object (dialog, "create", G_CALLBACK (on_create), self, 0);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  if (problems->len > 0)
    cw_window_toast (self, problems->pdata[0]);
}

static void
on_make_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  g_autoptr (GArray) selected = find_selected (self);

  cw_window_make_list (self, (guint *) selected->data, selected->len);
}

/* --- what is done with one -------------------------------------------------------------------- */

static void
update (CwWindow *self, guint position)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  guint taken, gone;
  g_autoptr (CwDocument) updated = cw_list_update (document, position, &taken, &gone);
  CwPlace caret = { cw_flow_get_line_of_block (updated, position), 0 };
  g_autofree char *message = NULL;

  if (taken == 0 && gone == 0)
    message = g_strdup (_ ("The list says what the text says."));
  else if (gone == 0)
    message = g_strdup_printf (ngettext ("%u cell has been updated.", "%u cells have been updated.",
                                         taken),
                               taken);
  else
    message = g_strdup_printf (_ ("Updated: %u. No longer in the text, but still in the list: %u."),
                               taken, gone);
  if (updated == document)
    {
      cw_window_toast (self, message);
      return;
    }
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), updated, &caret);
  cw_window_undo_toast (self, message);
}

/* What the table is called: its caption, or the title of its attachment. */
static char *
name_table (CwDocument *document, guint position)
{
  for (guint i = position + 1; i-- > 0;)
    {
      CwBlock *block = cw_document_get_block (document, i);
      const char *text = cw_text_get_string (cw_block_get_text (block));

      if ((i == position || cw_block_get_kind (block) == CW_BLOCK_ATTACHMENT) && *text != '\0')
        return g_strdelimit (g_strdup (text), "/\xe2\x80\xa8", ' ');
    }
  return g_strdup (_ ("List"));
}

static void
export_csv (CwWindow *self, guint position)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  CwTable *table = cw_block_get_table (cw_document_get_block (document, position));
  g_autofree char *name = name_table (document, position);

  cw_window_export_csv (self, table, name, _ ("The list has been exported."),
                        _ ("The List Was Not Exported"));
}

/* --- forms ------------------------------------------------------------------------------------ */

static void
on_named (CwListFormName *dialog, const char *name, CwWindow *self)
{
  g_autofree char *folder = cw_list_forms_get_folder ();
  g_autofree char *message = g_strdup_printf (_ ("Saved as the form “%s”."), name);
  CwTable *table = cw_list_form_name_get_table (dialog);
  g_autoptr (CwListForm) form = cw_list_form_new_from_table (name, table);
  g_autoptr (GError) error = NULL;

  if (cw_list_forms_save (folder, form, &error))
    cw_window_toast (self, message);
  else
    cw_window_alert (self, _ ("The Form Was Not Saved"), error->message);
}

static void
save_form (CwWindow *self, guint position)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autofree char *name = name_table (document, position);
  g_autofree char *folder = cw_list_forms_get_folder ();
  CwListFormName *dialog = cw_list_form_name_new (
      folder, cw_block_get_table (cw_document_get_block (document, position)), name);

  g_signal_connect_object (dialog, "named", G_CALLBACK (on_named), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
on_list_command (CwEditor *editor, guint position, const char *command, CwWindow *self)
{
  if (g_str_equal (command, "update"))
    update (self, position);
  else if (g_str_equal (command, "export"))
    export_csv (self, position);
  else
    save_form (self, position);
}

/**
 * cw_window_connect_lists:
 * @self: a window
 *
 * Does what the menu of a list asks for.
 */
void
cw_window_connect_lists (CwWindow *self)
{
  g_signal_connect_object (self->editor, "list-command", G_CALLBACK (on_list_command), self, 0);
}

/**
 * cw_window_install_lists_actions:
 * @klass: the class of the window
 */
void
cw_window_install_lists_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.make-list", NULL, on_make_list);
}
