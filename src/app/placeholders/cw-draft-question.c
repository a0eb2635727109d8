/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-draft-question.h"

#include <glib/gi18n-lib.h>

#include "app/elements/cw-combo-row.h"
#include "document/values/cw-blank.h"
#include "typeset/cw-profile-table.h"
#include "cw-placeholder-place.h"

/* Placeholders named before somebody takes an unfinished paper for a finished one. */
#define N_NAMED 6

static GtkWidget *
make_look_row (AdwDialog *question, CwPlaceholderLook look)
{
  const CwChoice *choice = cw_profile_find_choice ("placeholders");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GtkWidget *list = gtk_list_box_new ();
  AdwComboRow *row;

  for (guint i = 0; choice->names[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) _ (choice->names[i]));
  row = cw_combo_row_new (_ ("Placeholders Print"), (const char *const *) names->pdata, names->len);
  adw_combo_row_set_selected (row, look);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  g_object_set_data (G_OBJECT (question), "cw-look", row);
  return list;
}

/**
 * cw_draft_question_new:
 * @pages: the pages of a document with placeholders left
 * @look: how they print
 * @print: whether it is to be printed, not exported
 *
 * Names what is still to be filled in and asks what to do: the responses are "cancel", "first" to go
 * to the first of them, and "draft".
 *
 * Returns: (transfer floating): the question
 */
AdwDialog *
cw_draft_question_new (CwPages *pages, CwPlaceholderLook look, gboolean print)
{
  guint n_left;
  g_autofree char *named = cw_placeholder_describe_left (pages, N_NAMED);
  g_autofree char *body
      = g_strconcat (named, "\n\n", _ ("The first page will be stamped 草稿."), NULL);
  g_autofree char *heading = NULL;
  AdwDialog *dialog;

  cw_blanks_count (cw_pages_get_document (pages), &n_left);
  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u placeholder is still blank",
                                          "%u placeholders are still blank", n_left),
                             n_left);
  dialog = adw_alert_dialog_new (heading, body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "first",
                                  _ ("_Go to the First"), "draft",
                                  print ? _ ("Print as _Draft") : _ ("Export as _Draft"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "first");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_prefer_wide_layout (ADW_ALERT_DIALOG (dialog), TRUE);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), make_look_row (dialog, look));
  return dialog;
}

/**
 * cw_draft_question_get_look:
 * @question: the question
 *
 * Returns: how placeholders are to print
 */
CwPlaceholderLook
cw_draft_question_get_look (AdwDialog *question)
{
  return adw_combo_row_get_selected (
      ADW_COMBO_ROW (g_object_get_data (G_OBJECT (question), "cw-look")));
}
