/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/cw-settings.h"
#include "app/elements/cw-solutions-dialog.h"
#include "document/edits/cw-edit-elements.h"

/* What was done to the spacing so that the signature block stands with text, and other ways. */

static const CwSolution *
get_solution (CwWindow *self)
{
  CwPages *pages = cw_preview_get_pages (self->preview);

  return pages != NULL ? cw_pages_get_solution (pages) : NULL;
}

static const char *
summarise (const CwSolution *solution)
{
  switch (solution->state)
    {
    case CW_SOLUTION_FOUND:
      return _ ("Spacing adjusted");
    case CW_SOLUTION_BY_HAND:
      return _ ("Spacing chosen");
    case CW_SOLUTION_BLANK:
      return _ ("Blank page before the colophon");
    case CW_SOLUTION_MOVED:
      return _ ("Page ended early");
    case CW_SOLUTION_DIVIDED:
      return _ ("Seals on two pages");
    case CW_SOLUTION_ALONE:
      return _ ("Signature block alone");
    case CW_SOLUTION_STANDARD:
    default:
      return NULL;
    }
}

static void
update (CwWindow *self)
{
  const CwSolution *solution = get_solution (self);
  const char *summary = solution != NULL ? summarise (solution) : NULL;
  g_autofree char *text = summary != NULL ? cw_solution_describe (solution) : NULL;

  gtk_widget_set_visible (self->solution_button, summary != NULL);
  if (summary == NULL)
    return;
  gtk_label_set_text (self->solution_label, summary);
  gtk_widget_set_tooltip_text (self->solution_button, text);
}

static void
on_chosen (CwWindow *self, guint lines, guint columns)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (self->editor);
  CwForm form = *cw_document_get_form (cw_editor_buffer_get_document (buffer));
  g_autoptr (CwDocument) document = NULL;

  form.lines = lines;
  form.columns = columns;
  document = cw_edit_set_form (cw_editor_buffer_get_document (buffer), &form);
  cw_editor_buffer_apply (buffer, document, NULL);
}

/**
 * cw_window_choose_solution:
 * @self: a window
 *
 * Lets the user choose among the spacings in which the signature block stands with text.
 */
void
cw_window_choose_solution (CwWindow *self)
{
  const CwSolution *solution = get_solution (self);
  CwProfile profile = cw_settings_get_profile (self->settings);
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  if (solution == NULL)
    return;
  text = cw_solution_describe (solution);
  dialog = cw_solutions_dialog_new (cw_draft_get_document (self->draft), &profile, text);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * cw_window_connect_solutions:
 * @self: a window
 *
 * Says quietly, at the foot of the window, what was done to the spacing.
 */
void
cw_window_connect_solutions (CwWindow *self)
{
  g_signal_connect_object (self->preview, "notify::pages", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
