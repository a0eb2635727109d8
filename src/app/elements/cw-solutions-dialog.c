/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-solutions-dialog.h"

#include <glib/gi18n-lib.h>

#include "cw-solution-pictures.h"

/**
 * CwSolutionsDialog:
 *
 * The spacings in which the signature block stands with text, shown as the last pages they make, to
 * choose among (R85–R87).
 */
struct _CwSolutionsDialog
{
  AdwDialog parent_instance;

  GCancellable *cancellable;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *trouble;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwSolutionsDialog, cw_solutions_dialog, ADW_TYPE_DIALOG)

static void
choose (CwSolutionsDialog *self, guint lines, guint columns)
{
  g_signal_emit (self, signals[CHOSEN], 0, lines, columns);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_chosen (GtkButton *button, CwSolutionsDialog *self)
{
  const CwSolution *solution = g_object_get_data (G_OBJECT (button), "solution");

  choose (self, solution->lines, solution->columns);
}

static void
on_automatic (CwSolutionsDialog *self)
{
  choose (self, 0, 0);
}

static void
add_picture (GtkWidget *box, GdkTexture *texture)
{
  GtkWidget *picture;

  if (texture == NULL)
    return;
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), picture);
}

static char *
name_solution (const CwSolution *solution)
{
  g_autofree char *pages = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", solution->n_pages), solution->n_pages);

  /* Translators: a spacing of the text, such as “21 lines of 28 characters, 3 pages” */
  return g_strdup_printf (_ ("%u lines of %u characters, %s"), solution->lines, solution->columns,
                          pages);
}

static GtkWidget *
make_choice (CwSolutionsDialog *self, const CwSolutionPicture *picture)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *pages = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = name_solution (&picture->solution);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  add_picture (pages, picture->before);
  add_picture (pages, picture->last);
  gtk_box_append (GTK_BOX (box), pages);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "solution",
                          g_memdup2 (&picture->solution, sizeof picture->solution), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_chosen), self);
  return button;
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CwSolutionsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pictures = cw_solution_pictures_make_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (pictures == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->trouble), error->message);
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->trouble);
      return;
    }
  for (guint i = 0; i < pictures->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (self->list),
                         make_choice (self, g_ptr_array_index (pictures, i)));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
}

static void
cw_solutions_dialog_dispose (GObject *object)
{
  CwSolutionsDialog *self = CW_SOLUTIONS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (cw_solutions_dialog_parent_class)->dispose (object);
}

static void
cw_solutions_dialog_finalize (GObject *object)
{
  g_object_unref (CW_SOLUTIONS_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (cw_solutions_dialog_parent_class)->finalize (object);
}

static void
cw_solutions_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (CW_SOLUTIONS_DIALOG (dialog)->cancellable);
}

static void
cw_solutions_dialog_class_init (CwSolutionsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_solutions_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_solutions_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cw_solutions_dialog_closed;

  /**
   * CwSolutionsDialog::chosen:
   * @lines: lines on a page, 0 for what fits best
   * @columns: characters on a line, 0 for what fits best
   *
   * The user has chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", CW_TYPE_SOLUTIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static GtkWidget *
make_stack (CwSolutionsDialog *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->stack = gtk_stack_new ();
  self->trouble = gtk_label_new (NULL);
  self->list = adw_wrap_box_new ();
  gtk_label_set_wrap (GTK_LABEL (self->trouble), TRUE);
  adw_wrap_box_set_align (ADW_WRAP_BOX (self->list), 0.5f);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->list), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->list), 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_stack_add_child (GTK_STACK (self->stack), adw_spinner_new ());
  gtk_stack_add_child (GTK_STACK (self->stack), self->trouble);
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "list");
  gtk_widget_set_vexpand (self->stack, TRUE);
  return self->stack;
}

static void
cw_solutions_dialog_init (CwSolutionsDialog *self)
{
  self->cancellable = g_cancellable_new ();
}

static GtkWidget *
make_content (CwSolutionsDialog *self, const char *what)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (what);
  GtkWidget *automatic = gtk_button_new_with_mnemonic (_ ("What Fits _Best"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (box, "cw-solutions");
  gtk_widget_add_css_class (automatic, "pill");
  gtk_widget_set_halign (automatic, GTK_ALIGN_CENTER);
  g_signal_connect_object (automatic, "clicked", G_CALLBACK (on_automatic), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_stack (self));
  gtk_box_append (GTK_BOX (box), automatic);
  return box;
}

/**
 * cw_solutions_dialog_new:
 * @document: a document
 * @profile: the choices for the page
 * @what: what was done to its spacing, a sentence
 *
 * Returns: (transfer floating): a dialog to choose another spacing in
 */
AdwDialog *
cw_solutions_dialog_new (CwDocument *document, const CwProfile *profile, const char *what)
{
  CwSolutionsDialog *self = g_object_new (CW_TYPE_SOLUTIONS_DIALOG, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_content (self, what));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Spacing of the Text"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 720);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  cw_solution_pictures_make_async (document, profile, self->cancellable, on_made,
                                   g_object_ref_sink (self));
  return ADW_DIALOG (self);
}
