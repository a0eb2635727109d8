/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-guide.h"

#include <glib/gi18n-lib.h>

/* The steps from a text to a signed paper, on one page. */
static const struct
{
  const char *heading;
  const char *text;
} steps[] = {
  { N_ ("1. Begin"),
    N_ ("Paste a text, open a file, or take a template. A pasted text is sorted into title, "
        "headings and paragraphs, and half-width marks are put right; a bar above the text lists "
        "what was changed and undoes it.") },
  { N_ ("2. Write"),
    N_ ("The number of a heading is never typed: choose the level (Ctrl+1 to Ctrl+4, Ctrl+0 for a "
        "paragraph) and 一、（一）1.（1） come by themselves, also after moving. What stands before "
        "the first 。 of a heading is its name; what follows runs on in the same line.") },
  { N_ ("3. Arrange"),
    N_ ("The outline beside the text shows all sections. Drag them, or press Alt+↑ and Alt+↓; "
        "Alt+← and Alt+→ change the level. Each section can have a state, a person and a note, "
        "which are never printed.") },
  { N_ ("4. Fill in the blanks"),
    N_ ("X次, XX名 and the like are found by themselves. F8 goes to the next one: type the value "
        "and go on. The panel of placeholders (Ctrl+F8) shows how many are left; its menu sends "
        "the blanks out as a table (Send Out the Blanks…) and reads what comes back (Take In "
        "Answers…).") },
  { N_ ("5. Fill in the elements"),
    N_ ("Choose the kind of paper and fill in what it needs: issuer, number, signers, addressees, "
        "copies. What is missing is counted, and a click on the page opens its field.") },
  { N_ ("6. Look at the page"),
    N_ ("On the right stands the printed page itself, as you write. Ctrl+Alt+G shows type area, grid "
        "and the places of the seals; they are never printed.") },
  { N_ ("7. Have it checked"),
    N_ ("The list of findings names what is doubtful in the wording, with its source, and puts it "
        "right on request. Ready to Print? measures the finished pages against the standard.") },
  { N_ ("8. Print"),
    N_ ("Export as PDF or print: paper and screen are the same. Sign and seal on the paper.") },
  { N_ ("Next time"),
    N_ ("Next Period from This… in the main menu makes the next paper of this one: values become "
        "blanks that show the last ones (Ctrl+L takes one over), and dates move on. The "
        "three-column sheet in the menu of placeholders compares the two.") },
};

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_step (const char *heading, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), make_label (heading, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  return box;
}

static GtkWidget *
make_page (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "cw-guide");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_box_append (GTK_BOX (box), make_step (_ (steps[i].heading), _ (steps[i].text)));
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

/**
 * cw_guide_new:
 *
 * Returns: (transfer floating): the way from a text to a signed paper, on one page
 */
AdwDialog *
cw_guide_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_page ());
  adw_dialog_set_title (dialog, _ ("Guide"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
