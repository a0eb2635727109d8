/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cw-placeholder-details.h"
#include "cw-placeholder-link.h"
#include "cw-placeholder-rule.h"

/* What is done to one placeholder, each a step of the history. */

typedef CwDocument *(*Change) (CwDocument *document, const CwBlank *blank);

static const struct
{
  const char *name;
  Change change;
  const char *message;
} changes[] = {
  { "clear", cw_blank_clear, N_ ("The value is a blank again.") },
  { "dismiss", cw_blank_dismiss, N_ ("This is no placeholder any more.") },
  { "unlink", cw_blank_unlink, N_ ("This place is a quantity of its own now.") },
};

static CwDocument *
get_document (CwEditorBuffer *buffer)
{
  return cw_history_get_document (cw_editor_buffer_get_history (buffer));
}

/* The document may have gone on since the list was made; a blank that no longer is where it was is
 * left alone. */
static gboolean
is_current (CwEditorBuffer *buffer, CwPlaceholderItem *item)
{
  g_autofree char *was = cw_placeholder_item_dup_text (item);
  g_autofree char *is = cw_stretch_to_string (get_document (buffer),
                                              &cw_placeholder_item_get_blank (item)->at);

  return strcmp (was, is) == 0;
}

/**
 * cw_placeholder_fill:
 * @buffer: the text
 * @item: a placeholder of it
 * @text: its value; empty to make a blank of it again
 *
 * Fills a placeholder, and every place of the same quantity, as one step.
 */
void
cw_placeholder_fill (CwEditorBuffer *buffer, CwPlaceholderItem *item, const char *text)
{
  const CwBlank *blank = cw_placeholder_item_get_blank (item);
  g_autofree char *was = cw_placeholder_item_dup_text (item);
  g_autoptr (CwDocument) filled = NULL;

  if (!is_current (buffer, item) || (blank->filled && strcmp (was, text) == 0))
    return;
  filled = *text != '\0' ? cw_blank_fill (get_document (buffer), blank, text, NULL, NULL)
           : blank->filled ? cw_blank_clear (get_document (buffer), blank)
                           : cw_document_ref (get_document (buffer));
  cw_editor_buffer_apply (buffer, filled, NULL);
}

static char *
change (CwEditorBuffer *buffer, CwPlaceholderItem *item, Change how, const char *message)
{
  g_autoptr (CwDocument) changed
      = how (get_document (buffer), cw_placeholder_item_get_blank (item));

  if (changed == get_document (buffer))
    return NULL;
  cw_editor_buffer_apply (buffer, changed, NULL);
  return g_strdup (_ (message));
}

/**
 * cw_placeholder_command:
 * @buffer: the text
 * @item: a placeholder of it
 * @list: all placeholders
 * @command: as in #CwPlaceholderRow::command
 * @parent: what dialogs are presented over
 *
 * Does what a menu says, or asks what there is to ask first.
 *
 * Returns: (transfer full) (nullable): what was done, for the user
 */
char *
cw_placeholder_command (CwEditorBuffer *buffer,
                        CwPlaceholderItem *item,
                        CwPlaceholderList *list,
                        const char *command,
                        GtkWidget *parent)
{
  if (!is_current (buffer, item))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (strcmp (changes[i].name, command) == 0)
      return change (buffer, item, changes[i].change, changes[i].message);
  if (strcmp (command, "details") == 0)
    cw_placeholder_details_present (buffer, item, parent);
  else if (strcmp (command, "link") == 0)
    cw_placeholder_link_present (buffer, item, parent);
  else if (strcmp (command, "rule") == 0)
    cw_placeholder_rule_present (buffer, item, parent);
  return NULL;
}
