/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What is known about a quantity beside its number: entered in a dialog, one step when it closes. */

enum
{
  NAME,
  UNIT,
  SOURCE,
  NOTE,
  LAST,
  N_ROWS,
};

static const char *const titles[N_ROWS] = {
  N_ ("Name of the Quantity"), N_ ("Unit"), N_ ("Given By"), N_ ("Note"), N_ ("Last Period"),
};

typedef struct
{
  CwEditorBuffer *buffer;
  CwBlank blank;
  GtkEditable *rows[N_ROWS];
} Details;

static void
details_free (gpointer data, GClosure *closure)
{
  Details *self = data;

  g_object_unref (self->buffer);
  g_free (self);
}

static gboolean
is_unchanged (const CwValue *value, char *const texts[N_ROWS])
{
  const char *const has[N_ROWS] = { value->name, value->unit, value->source, value->note, value->last };

  for (guint i = 0; i < N_ROWS; i++)
    if (g_strcmp0 (has[i], texts[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
save (Details *self, char *const texts[N_ROWS])
{
  CwDocument *document
      = cw_history_get_document (cw_editor_buffer_get_history (self->buffer));
  g_autoptr (CwDocument) numbered = cw_blanks_number (document, &self->blank, 1);
  CwLedger *ledger = cw_document_get_ledger (numbered);
  const CwValue *old = cw_ledger_get_value (ledger, self->blank.value);
  CwValue value;
  g_autoptr (CwLedger) changed = NULL;
  g_autoptr (CwDocument) result = NULL;

  if (old == NULL || is_unchanged (old, texts))
    return;
  value = *old;
  value.name = texts[NAME];
  value.unit = texts[UNIT];
  value.source = texts[SOURCE];
  value.note = texts[NOTE];
  value.last = texts[LAST];
  changed = cw_ledger_set_value (ledger, &value);
  result = cw_document_with_ledger (numbered, changed);
  cw_editor_buffer_apply (self->buffer, result, NULL);
}

static void
on_closed (AdwDialog *dialog, Details *self)
{
  g_auto (GStrv) texts = g_new0 (char *, N_ROWS + 1);

  for (guint i = 0; i < N_ROWS; i++)
    texts[i] = g_strstrip (g_strdup (gtk_editable_get_text (self->rows[i])));
  save (self, texts);
}

static void
add_rows (Details *self, AdwPreferencesGroup *group, CwPlaceholderItem *item)
{
  const CwValue *value = cw_placeholder_item_get_value (item);
  g_autofree char *unit = cw_blank_get_unit (cw_placeholder_item_get_document (item),
                                             cw_placeholder_item_get_blank (item));
  const char *texts[N_ROWS] = { [UNIT] = unit };

  if (value != NULL)
    {
      texts[NAME] = value->name;
      texts[SOURCE] = value->source;
      texts[NOTE] = value->note;
      texts[LAST] = value->last;
    }
  for (guint i = 0; i < N_ROWS; i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (titles[i]));
      gtk_editable_set_text (GTK_EDITABLE (row), texts[i] != NULL ? texts[i] : "");
      adw_preferences_group_add (group, row);
      self->rows[i] = GTK_EDITABLE (row);
    }
}

static GtkWidget *
make_page (Details *self, CwPlaceholderItem *item)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *sentence = cw_blank_describe_sentence (
      cw_placeholder_item_get_document (item), cw_placeholder_item_get_blank (item), NULL, NULL);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
  add_rows (self, ADW_PREFERENCES_GROUP (group), item);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

/**
 * cw_placeholder_details_present:
 * @buffer: the text
 * @item: a placeholder of it
 * @parent: what the dialog is presented over
 *
 * Shows name, unit, giver, note and last value of a quantity, to be changed.
 */
void
cw_placeholder_details_present (CwEditorBuffer *buffer, CwPlaceholderItem *item, GtkWidget *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  Details *self = g_new0 (Details, 1);

  self->buffer = g_object_ref (buffer);
  self->blank = *cw_placeholder_item_get_blank (item);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_page (self, item));
  adw_dialog_set_title (dialog, _ ("Placeholder"));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_content_width (dialog, 420);
  g_signal_connect_data (dialog, "closed", G_CALLBACK (on_closed), self, details_free, 0);
  adw_dialog_present (dialog, parent);
}
