/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "document/sections/cw-references.h"
#include "app/outline/cw-references-dialog.h"

/* References that a moved section has broken are pointed out until they are mended, the move is
 * undone, or somebody says that they are right. */

static GPtrArray *
find_broken (CwWindow *self)
{
  if (self->references_before == NULL)
    return g_ptr_array_new ();
  return cw_references_find_broken (self->references_before, cw_draft_get_document (self->draft));
}

static void
forget (CwWindow *self)
{
  g_clear_pointer (&self->references_before, cw_document_unref);
  adw_banner_set_revealed (self->references_banner, FALSE);
}

static void
on_mend (CwWindow *self, GPtrArray *references)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autoptr (CwDocument) mended
      = cw_references_mend (document, (CwReference **) references->pdata, references->len);
  g_autofree char *message
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reference put right",
                                      "%u references put right", references->len),
                         references->len);

  forget (self);
  if (mended == document)
    return;
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), mended, NULL);
  cw_window_undo_toast (self, message);
}

static void
on_show (CwWindow *self)
{
  g_autoptr (GPtrArray) broken = find_broken (self);
  AdwDialog *dialog;

  if (broken->len == 0)
    {
      forget (self);
      return;
    }
  dialog = cw_references_dialog_new (cw_draft_get_document (self->draft), broken);
  g_signal_connect_object (dialog, "mend", G_CALLBACK (on_mend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "leave", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_document (CwWindow *self)
{
  if (self->references_before != NULL
      && cw_draft_get_document (self->draft) == self->references_before)
    forget (self);
}

/**
 * cw_window_check_references:
 * @self: a window
 * @before: its document before sections were moved
 *
 * Points out what does not fit any more.
 */
void
cw_window_check_references (CwWindow *self, CwDocument *before)
{
  g_autoptr (GPtrArray) broken = NULL;
  g_autofree char *message = NULL;

  if (self->references_before == NULL)
    self->references_before = cw_document_ref (before);
  broken = find_broken (self);
  if (broken->len == 0)
    {
      forget (self);
      return;
    }
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reference no longer fits.",
                                          "%u references no longer fit.", broken->len),
                             broken->len);
  adw_banner_set_title (self->references_banner, message);
  adw_banner_set_revealed (self->references_banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * cw_window_connect_references:
 * @self: a window
 *
 * Lets the banner lead to the references.
 */
void
cw_window_connect_references (CwWindow *self)
{
  g_signal_connect_object (self->references_banner, "button-clicked", G_CALLBACK (on_show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cw_draft_get_history (self->draft), "notify::document",
                           G_CALLBACK (on_document), self, G_CONNECT_SWAPPED);
}
