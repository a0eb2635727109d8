/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-link.h"

#include <glib/gi18n-lib.h>

#include "cw-placeholder-chooser.h"

/* Placeholders that are one quantity, chosen in a dialog. */

typedef struct
{
  CwEditorBuffer *buffer;
  CwBlank blank;
} Link;

static void
link_free (gpointer data, GClosure *closure)
{
  Link *self = data;

  g_object_unref (self->buffer);
  g_free (self);
}

static void
on_link (CwPlaceholderChooser *chooser, Link *self)
{
  CwDocument *document
      = cw_history_get_document (cw_editor_buffer_get_history (self->buffer));
  guint n_chosen;
  const CwBlank *chosen = cw_placeholder_chooser_get_chosen (chooser, &n_chosen);
  g_autofree CwBlank *all = g_new (CwBlank, n_chosen + 1);
  g_autoptr (CwDocument) linked = NULL;

  all[0] = self->blank;
  for (guint i = 0; i < n_chosen; i++)
    all[i + 1] = chosen[i];
  linked = cw_blanks_link (document, all, n_chosen + 1);
  cw_editor_buffer_apply (self->buffer, linked, NULL);
}

/**
 * cw_placeholder_link_present:
 * @buffer: the text
 * @item: a placeholder of it
 * @parent: what the dialog is presented over
 *
 * Asks which other placeholders are the same quantity, and makes them so.
 */
void
cw_placeholder_link_present (CwEditorBuffer *buffer, CwPlaceholderItem *item, GtkWidget *parent)
{
  const CwBlank *blank = cw_placeholder_item_get_blank (item);
  CwPlaceholderChooser *chooser
      = cw_placeholder_chooser_new (cw_placeholder_item_get_document (item), blank);
  g_autofree char *name = cw_placeholder_item_dup_name (item);
  g_autofree char *description = g_strdup_printf (
      _ ("Choose what is the same quantity as “%s”. All of them then have the same value, now and "
         "whenever one is changed."),
      name);
  Link *self = g_new0 (Link, 1);

  self->buffer = g_object_ref (buffer);
  self->blank = *blank;
  cw_placeholder_chooser_set_words (chooser, _ ("Same Quantity"), description, _ ("_Link"));
  g_signal_connect_data (chooser, "accepted", G_CALLBACK (on_link), self, link_free, 0);
  adw_dialog_present (ADW_DIALOG (chooser), parent);
}
