/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-references-dialog.h"

#include <glib/gi18n-lib.h>

/* How much of the text around a reference is shown, in characters to each side. */
#define AROUND 12

/**
 * CwReferencesDialog:
 *
 * References that do not fit any more, what should stand there instead, and which of them are to be
 * put right.
 */
struct _CwReferencesDialog
{
  AdwDialog parent_instance;

  GPtrArray *references;
  GPtrArray *checks; /* one for each, %NULL without a proposal */
  GtkWidget *list;
  GtkWidget *mend;
};

enum
{
  MEND,
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwReferencesDialog, cw_references_dialog, ADW_TYPE_DIALOG)

static gboolean
is_wanted (CwReferencesDialog *self, guint i)
{
  GtkWidget *check = self->checks->pdata[i];

  return check != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static void
on_toggled (CwReferencesDialog *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    any = any || is_wanted (self, i);
  gtk_widget_set_sensitive (self->mend, any);
}

static void
on_mend (CwReferencesDialog *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->references->len; i++)
    if (is_wanted (self, i))
      g_ptr_array_add (wanted, self->references->pdata[i]);
  g_signal_emit (self, signals[MEND], 0, wanted);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_leave (CwReferencesDialog *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cw_references_dialog_dispose (GObject *object)
{
  CwReferencesDialog *self = CW_REFERENCES_DIALOG (object);

  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (cw_references_dialog_parent_class)->dispose (object);
}

static void
cw_references_dialog_class_init (CwReferencesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_references_dialog_dispose;

  /**
   * CwReferencesDialog::mend:
   * @references: (element-type CwReference): those to be put right, valid during the emission
   *
   * What is proposed is wanted.
   */
  signals[MEND] = g_signal_new ("mend", CW_TYPE_REFERENCES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  /**
   * CwReferencesDialog::leave:
   *
   * All of them are right as they are.
   */
  signals[LEAVE] = g_signal_new ("leave", CW_TYPE_REFERENCES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_buttons (CwReferencesDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *leave = gtk_button_new_with_mnemonic (_ ("_Leave as They Are"));

  self->mend = gtk_button_new_with_mnemonic (_ ("_Put Right"));
  gtk_widget_add_css_class (self->mend, "suggested-action");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "toolbar");
  gtk_box_append (GTK_BOX (box), leave);
  gtk_box_append (GTK_BOX (box), self->mend);
  g_signal_connect_object (leave, "clicked", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mend, "clicked", G_CALLBACK (on_mend), self, G_CONNECT_SWAPPED);
  return box;
}

static void
cw_references_dialog_init (CwReferencesDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  self->checks = g_ptr_array_new ();
  self->list = adw_preferences_group_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->list));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), make_buttons (self));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("References That No Longer Fit"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 420);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->mend);
}

/* The words around a reference. */
static char *
quote (CwDocument *document, const CwStretch *stretch)
{
  g_autoptr (CwText) text = cw_stretch_get_text (document, stretch);
  const char *string = text != NULL ? cw_text_get_string (text) : "";
  const char *start = string + stretch->start, *end = string + stretch->end;
  g_autofree char *part = NULL;

  for (guint i = 0; i < AROUND && start > string; i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < AROUND && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  part = g_strndup (start, end - start);
  return g_strconcat (start > string ? "…" : "", part, *end != '\0' ? "…" : "", NULL);
}

static void
add_reference (CwReferencesDialog *self, CwDocument *document, CwReference *reference)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = NULL;
  g_autofree char *around = quote (document, &reference->stretch);
  g_autofree char *title
      = reference->proposal != NULL
            ? g_strdup_printf ("%s → %s", reference->text, reference->proposal)
            : g_strdup_printf (_ ("%s: there is no such section any more"), reference->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), around);
  if (reference->proposal != NULL)
    {
      check = gtk_check_button_new ();
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    }
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->list), row);
}

/**
 * cw_references_dialog_new:
 * @document: a document
 * @references: (element-type CwReference): what does not fit in it
 *
 * Returns: (transfer floating): a dialog that asks which are to be put right
 */
AdwDialog *
cw_references_dialog_new (CwDocument *document, GPtrArray *references)
{
  CwReferencesDialog *self = g_object_new (CW_TYPE_REFERENCES_DIALOG, NULL);

  self->references = g_ptr_array_ref (references);
  for (guint i = 0; i < references->len; i++)
    add_reference (self, document, references->pdata[i]);
  on_toggled (self);
  return ADW_DIALOG (self);
}
