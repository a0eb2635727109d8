/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/editor/cw-editor-commands.h"
#include "app/templates/cw-template-name.h"
#include "formats/templates/cw-own-template.h"
#include "formats/templates/cw-template-list.h"

/**
 * cw_window_begin:
 * @self: a window whose document is untouched
 * @document: a template's document
 *
 * Begins with @document instead, in no file yet, at its first placeholder.
 */
void
cw_window_begin (CwWindow *self, CwDocument *document)
{
  g_return_if_fail (CW_IS_WINDOW (self));

  cw_draft_begin (self->draft, document);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  cw_editor_next_placeholder (self->editor);
}

static void
on_named (CwTemplateName *dialog, const char *name, CwWindow *self)
{
  g_autofree char *folder = cw_template_list_get_own_folder ();
  g_autofree char *message = g_strdup_printf (_ ("Saved as the template “%s”."), name);
  g_autoptr (GError) error = NULL;

  if (cw_own_template_save (folder, name, cw_draft_get_document (self->draft), &error))
    cw_window_toast (self, message);
  else
    cw_window_alert (self, _ ("The Template Was Not Saved"), error->message);
}

/**
 * cw_window_save_as_template:
 * @self: a window
 *
 * Asks for a name and keeps the document as it is now as a template of the user's own.
 */
void
cw_window_save_as_template (CwWindow *self)
{
  g_autofree char *folder = cw_template_list_get_own_folder ();
  CwTemplateName *dialog;

  dialog = cw_template_name_new (_ ("Save as Template"), _ ("_Save"), folder,
                                 cw_draft_get_title (self->draft), TRUE);
  g_signal_connect_object (dialog, "named", G_CALLBACK (on_named), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Only a blank window has anything to offer; it says so until the first key. */
static void
update_start (CwWindow *self)
{
  gboolean blank = cw_draft_is_untouched (self->draft)
                   && cw_document_is_blank (cw_draft_get_document (self->draft));

  gtk_revealer_set_reveal_child (self->start_revealer, blank);
  gtk_widget_set_can_target (GTK_WIDGET (self->start_revealer), blank);
}

/**
 * cw_window_connect_templates:
 * @self: a window
 *
 * Has a blank window offer the templates.
 */
void
cw_window_connect_templates (CwWindow *self)
{
  g_signal_connect_object (cw_draft_get_history (self->draft), "notify::document",
                           G_CALLBACK (update_start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::file", G_CALLBACK (update_start), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::busy", G_CALLBACK (update_start), self,
                           G_CONNECT_SWAPPED);
  update_start (self);
}
