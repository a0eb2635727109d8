/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-attachment-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/edits/cw-edit-blocks.h"
#include "document/elements/cw-printed-text.h"
#include "cw-attachment-row.h"

/**
 * CwAttachmentList:
 *
 * The attachments of a document, to be named, put in order, taken out and added to. The list
 * printed under the text is computed from them.
 */
struct _CwAttachmentList
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *add;
  GPtrArray *rows; /* of CwAttachmentRow, not owned */
  CwDocument *document;
};

enum
{
  EDITED,
  LINE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwAttachmentList, cw_attachment_list, ADW_TYPE_BIN)

static void
tell (CwAttachmentList *self, CwDocument *document)
{
  if (document != self->document)
    g_signal_emit (self, signals[EDITED], 0, document);
}

static guint
find_row (CwAttachmentList *self, CwAttachmentRow *row)
{
  guint position = 0;

  g_ptr_array_find (self->rows, row, &position);
  return position;
}

static CwDocument *
rename_attachment (CwDocument *document,
                   guint attachment,
                   CwAttachmentFlags flags,
                   const char *title)
{
  guint position = cw_document_get_attachment (document, attachment, NULL);
  CwBlock *old = cw_document_get_block (document, position);
  gboolean same_title = strcmp (cw_text_get_string (cw_block_get_text (old)), title) == 0;
  g_autoptr (CwText) text = NULL;
  g_autoptr (CwBlock) block = NULL;

  if (same_title && cw_block_get_attachment_flags (old) == flags)
    return cw_document_ref (document);
  text = same_title ? cw_text_ref (cw_block_get_text (old)) : cw_text_new (title);
  block = cw_block_new_attachment (flags, text);
  return cw_edit_replace_block (document, position, block);
}

static void
on_edited (CwAttachmentList *self, CwAttachmentRow *row)
{
  g_autoptr (CwDocument) document
      = rename_attachment (self->document, find_row (self, row), cw_attachment_row_get_flags (row),
                           cw_attachment_row_get_title (row));

  tell (self, document);
}

static void
go_to (CwAttachmentList *self, guint attachment)
{
  guint block = cw_document_get_attachment (self->document, attachment, NULL);

  g_signal_emit (self, signals[LINE_REQUESTED], 0,
                 cw_flow_get_line_of_block (self->document, block));
}

static void
on_go (CwAttachmentList *self, CwAttachmentRow *row)
{
  go_to (self, find_row (self, row));
}

static void
on_move_up (CwAttachmentList *self, CwAttachmentRow *row)
{
  guint attachment = find_row (self, row);
  g_autoptr (CwDocument) document = NULL;

  if (attachment == 0)
    return;
  document = cw_edit_move_attachment (self->document, attachment, attachment - 1);
  tell (self, document);
  cw_attachment_row_enter (g_ptr_array_index (self->rows, attachment - 1));
}

static void
on_remove (CwAttachmentList *self, CwAttachmentRow *row)
{
  g_autoptr (CwDocument) document
      = cw_edit_remove_attachment (self->document, find_row (self, row));

  gtk_widget_grab_focus (self->add);
  tell (self, document);
}

static void
on_add (CwAttachmentList *self)
{
  CwPlace after;
  g_autoptr (CwDocument) document
      = cw_edit_insert_attachment (self->document, self->rows->len, CW_ATTACHMENT_PLAIN, &after);

  tell (self, document);
  if (self->rows->len > 0)
    cw_attachment_row_enter (g_ptr_array_index (self->rows, self->rows->len - 1));
}

/* --- the widget --- */

static void
add_row (CwAttachmentList *self)
{
  GtkWidget *row = cw_attachment_row_new ();

  /* the button stays last */
  adw_preferences_group_remove (self->group, self->add);
  adw_preferences_group_add (self->group, row);
  adw_preferences_group_add (self->group, self->add);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "go", G_CALLBACK (on_go), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move-up", G_CALLBACK (on_move_up), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
}

static void
remove_row (CwAttachmentList *self)
{
  GtkWidget *row = g_ptr_array_steal_index (self->rows, self->rows->len - 1);

  adw_preferences_group_remove (self->group, row);
}

static void
show_row (CwAttachmentList *self, guint attachment)
{
  guint block = cw_document_get_attachment (self->document, attachment, NULL);
  CwBlock *head = cw_document_get_block (self->document, block);
  g_autofree char *name = cw_document_get_attachment_label (self->document, attachment);

  cw_attachment_row_show (g_ptr_array_index (self->rows, attachment), name, attachment == 0,
                          cw_block_get_attachment_flags (head),
                          cw_text_get_string (cw_block_get_text (head)));
}

static void
cw_attachment_list_dispose (GObject *object)
{
  CwAttachmentList *self = CW_ATTACHMENT_LIST (object);

  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_object (&self->add);
  G_OBJECT_CLASS (cw_attachment_list_parent_class)->dispose (object);
}

static void
cw_attachment_list_finalize (GObject *object)
{
  g_ptr_array_unref (CW_ATTACHMENT_LIST (object)->rows);
  G_OBJECT_CLASS (cw_attachment_list_parent_class)->finalize (object);
}

static void
cw_attachment_list_class_init (CwAttachmentListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_attachment_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_attachment_list_finalize;

  /**
   * CwAttachmentList::edited:
   * @document: (type CwDocument): what the document is to become
   *
   * The user has changed something.
   */
  signals[EDITED] = g_signal_new ("edited", CW_TYPE_ATTACHMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, CW_TYPE_DOCUMENT);
  /**
   * CwAttachmentList::line-requested:
   * @line: a line of the flow
   *
   * The text of an attachment is wanted.
   */
  signals[LINE_REQUESTED]
      = g_signal_new ("line-requested", CW_TYPE_ATTACHMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
cw_attachment_list_init (CwAttachmentList *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->add = g_object_ref_sink (adw_button_row_new ());
  adw_preferences_group_set_title (self->group, _ ("Attachments"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add an Attachment"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add an Attachment"), -1);
  adw_preferences_group_add (self->group, self->add);
  g_signal_connect_object (self->add, "activated", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * cw_attachment_list_new:
 *
 * Returns: (transfer floating): a list without a document yet
 */
GtkWidget *
cw_attachment_list_new (void)
{
  return g_object_new (CW_TYPE_ATTACHMENT_LIST, NULL);
}

/**
 * cw_attachment_list_set_document:
 * @self: a list
 * @document: whose attachments to show
 */
void
cw_attachment_list_set_document (CwAttachmentList *self, CwDocument *document)
{
  guint n;

  g_return_if_fail (CW_IS_ATTACHMENT_LIST (self));

  n = cw_document_get_n_attachments (document);
  cw_document_ref (document);
  g_clear_pointer (&self->document, cw_document_unref);
  self->document = document;
  while (self->rows->len > n)
    remove_row (self);
  while (self->rows->len < n)
    add_row (self);
  for (guint i = 0; i < n; i++)
    show_row (self, i);
}
