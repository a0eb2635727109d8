/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/editor/cw-editor-flow.h"
#include "app/editor/cw-editor-layers.h"
#include "app/findings/cw-check-dialog.h"
#include "app/findings/cw-check-settings.h"

/* What the text checker finds: in the panel, in the text, in the outline; and what is done about
 * it. */

/* --- showing --- */

static const CwEditorLayer layers[CW_N_STRENGTHS] = {
  [CW_STRENGTH_RULE] = CW_EDITOR_LAYER_FINDINGS_RULE,
  [CW_STRENGTH_USUAL] = CW_EDITOR_LAYER_FINDINGS_USUAL,
  [CW_STRENGTH_HINT] = CW_EDITOR_LAYER_FINDINGS_HINT,
};

static CwFindings *
get_findings (CwWindow *self)
{
  return cw_text_checker_get_findings (self->checker);
}

/* The findings, if they are of the document as it is now: otherwise new ones come in a moment. */
static CwFindings *
get_fitting (CwWindow *self)
{
  CwFindings *findings = get_findings (self);

  if (findings == NULL
      || cw_findings_get_document (findings) != cw_draft_get_document (self->draft))
    return NULL;
  return findings;
}

static void
mark_strength (CwWindow *self, CwFindings *findings, CwStrength strength)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (CwStretch));

  for (guint i = 0; findings != NULL && i < cw_findings_get_n (findings); i++)
    {
      const CwFinding *finding = cw_findings_get (findings, i);

      if (finding->rule->strength == strength && finding->at.start < finding->at.end)
        g_array_append_val (stretches, finding->at);
    }
  cw_editor_set_layer (self->editor, layers[strength], cw_draft_get_document (self->draft),
                       (const CwStretch *) stretches->data, stretches->len);
}

static void
mark_outline (CwWindow *self, CwFindings *findings)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  guint n_blocks = cw_document_get_n_blocks (document);
  g_autofree guint *per_block = g_new0 (guint, n_blocks + 1);

  for (guint i = 0; findings != NULL && i < cw_findings_get_n (findings); i++)
    {
      const CwStretch *at = &cw_findings_get (findings, i)->at;
      int block = at->field.kind == CW_FIELD_ELEMENT
                      ? -1
                      : cw_flow_get_line (document, at->line).block;

      if (block >= 0)
        per_block[block]++;
    }
  cw_outline_panel_set_marks (self->outline, per_block, n_blocks);
}

static void
on_findings (CwWindow *self)
{
  CwFindings *findings = get_fitting (self);
  AdwViewStackPage *page
      = adw_view_stack_get_page (self->panels, GTK_WIDGET (self->findings));
  guint n = findings != NULL ? cw_findings_get_n (findings) : 0;

  if (findings == NULL && get_findings (self) != NULL)
    return;
  cw_findings_panel_set_findings (self->findings, findings);
  for (guint i = 0; i < CW_N_STRENGTHS; i++)
    mark_strength (self, findings, i);
  mark_outline (self, findings);
  adw_view_stack_page_set_badge_number (page, n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.fix-findings",
                                 findings != NULL && cw_findings_count_fixable (findings) > 0);
}

static void
on_document (CwWindow *self)
{
  cw_text_checker_set_document (self->checker, cw_draft_get_document (self->draft));
}

static void
on_settings (CwWindow *self)
{
  g_autoptr (CwCheckOptions) options = cw_check_settings_get_options (self->settings);

  cw_text_checker_set_options (self->checker, options);
}

static void
on_setting (CwWindow *self, const char *key)
{
  if (g_str_has_prefix (key, "check-"))
    on_settings (self);
}

/* --- in the text --- */

static const CwFinding *
find_at (CwWindow *self, CwPlace place)
{
  CwFindings *findings = get_fitting (self);

  for (guint i = 0; findings != NULL && i < cw_findings_get_n (findings); i++)
    {
      const CwFinding *finding = cw_findings_get (findings, i);

      if (finding->at.field.kind == CW_FIELD_NONE && finding->at.line == place.line
          && finding->at.start <= place.offset && place.offset < finding->at.end)
        return finding;
    }
  return NULL;
}

static gboolean
on_tooltip (CwWindow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  const CwFinding *finding;
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (keyboard || !gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return FALSE;
  finding = find_at (self, cw_place_at_iter (&iter));
  if (finding == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, finding->message);
  return TRUE;
}

/* --- doing --- */

static void
apply (CwWindow *self, CwDocument *document, const char *message)
{
  if (document == cw_draft_get_document (self->draft))
    return;
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), document, NULL);
  cw_window_undo_toast (self, message);
}

static void
fix_one (CwWindow *self, guint position)
{
  CwFindings *findings = get_fitting (self);
  g_autoptr (CwDocument) document = NULL;

  if (findings == NULL || position >= cw_findings_get_n (findings))
    return;
  document = cw_findings_fix (cw_draft_get_document (self->draft), findings, &position, 1);
  apply (self, document, _ ("Put right."));
}

static void
on_fix_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwFindings *findings = get_fitting (self);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CwDocument) document = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; findings != NULL && i < cw_findings_get_n (findings); i++)
    if (cw_findings_get (findings, i)->n_fixes > 0)
      g_array_append_val (positions, i);
  if (positions->len == 0)
    return;
  document = cw_findings_fix (cw_draft_get_document (self->draft), findings,
                              (const guint *) positions->data, positions->len);
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding put right.",
                                          "%u findings put right.", positions->len),
                             positions->len);
  apply (self, document, message);
}

/**
 * cw_window_dismiss:
 * @self: a window
 * @key: of a finding, or cw_spelling_make_key()
 *
 * Has something left alone in this document, one step for the history.
 */
void
cw_window_dismiss (CwWindow *self, const char *key)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autoptr (CwLedger) ledger
      = cw_ledger_set_dismissed (cw_document_get_ledger (document), key, TRUE);
  g_autoptr (CwDocument) changed = cw_document_with_ledger (document, ledger);

  apply (self, changed, _ ("Left alone in this document."));
}

static void
on_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autoptr (CwLedger) ledger = cw_ledger_ref (cw_document_get_ledger (document));
  g_autoptr (CwDocument) changed = NULL;

  while (cw_ledger_get_dismissed (ledger)[0] != NULL)
    {
      CwLedger *shorter
          = cw_ledger_set_dismissed (ledger, cw_ledger_get_dismissed (ledger)[0], FALSE);

      cw_ledger_unref (ledger);
      ledger = shorter;
    }
  changed = cw_document_with_ledger (document, ledger);
  apply (self, changed, _ ("Everything is pointed out again in this document."));
}

/* A choice for every document is undone in What to Look For, and by the toast. */
typedef struct
{
  GSettings *settings;
  const char *key;
  char *entry;
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->settings);
  g_free (choice->entry);
  g_free (choice);
}

static void
on_undo_choice (AdwToast *toast, Choice *choice)
{
  cw_check_settings_remove (choice->settings, choice->key, choice->entry);
}

/**
 * cw_window_choose:
 * @self: a window
 * @key: a setting that is a list of strings; static
 * @entry: what to put into it
 * @message: says that it was done, beside a button that takes it back
 *
 * Makes a choice for every document.
 */
void
cw_window_choose (CwWindow *self, const char *key, const char *entry, const char *message)
{
  AdwToast *toast = adw_toast_new (message);
  Choice *choice = g_new0 (Choice, 1);

  choice->settings = g_object_ref (self->settings);
  choice->key = key;
  choice->entry = g_strdup (entry);
  cw_check_settings_add (self->settings, key, entry);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_choice), choice, choice_free,
                         0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_command (CwWindow *self, CwFindingItem *item, guint command)
{
  const CwFinding *finding = cw_finding_item_get (item);

  switch (command)
    {
    case CW_FINDING_FIX:
      fix_one (self, cw_finding_item_get_position (item));
      break;
    case CW_FINDING_IGNORE:
      cw_window_dismiss (self, finding->key);
      break;
    case CW_FINDING_IGNORE_WORDS:
      cw_window_dismiss (self, finding->word_key);
      break;
    case CW_FINDING_IGNORE_ALWAYS:
      cw_window_choose (self, "check-ignored", finding->word_key, _ ("Left alone in every document."));
      break;
    case CW_FINDING_RULE_OFF:
      cw_window_choose (self, "check-rules-off", finding->rule->id, _ ("This is not looked for any more."));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* --- going there --- */

static void
on_activated (CwWindow *self, CwFindingItem *item)
{
  if (cw_stretch_is_valid (cw_draft_get_document (self->draft), &cw_finding_item_get (item)->at))
    cw_window_show_stretch (self, &cw_finding_item_get (item)->at);
}

/* The next one behind the caret, or before it; round the ends. */
static const CwFinding *
find_next (CwWindow *self, CwFindings *findings, int direction)
{
  CwPlace caret = cw_editor_get_caret (self->editor);
  CwStretch here = { .line = caret.line, .start = caret.offset, .end = caret.offset };
  guint n = cw_findings_get_n (findings);
  CwPlace start, end;
  guint at = 0;

  if (cw_editor_buffer_get_selection (cw_editor_get_buffer (self->editor), &start, &end))
    here = (CwStretch){ .line = start.line, .start = start.offset, .end = end.offset };
  while (at < n && cw_stretch_compare (&cw_findings_get (findings, at)->at, &here) < 0)
    at++;
  if (direction < 0)
    return cw_findings_get (findings, (at + n - 1) % n);
  if (at < n && cw_stretch_compare (&cw_findings_get (findings, at)->at, &here) == 0)
    at++;
  return cw_findings_get (findings, at % n);
}

static void
go (CwWindow *self, int direction)
{
  CwFindings *findings = get_fitting (self);

  if (findings == NULL || cw_findings_get_n (findings) == 0)
    {
      cw_window_toast (self, _ ("There is nothing to point out."));
      return;
    }
  cw_window_show_stretch (self, &find_next (self, findings, direction)->at);
}

static void
on_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (CW_WINDOW (widget), 1);
}

static void
on_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (CW_WINDOW (widget), -1);
}

static void
on_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwWindow *self = CW_WINDOW (widget);

  cw_window_show_panel (self, "findings");
  gtk_widget_child_focus (GTK_WIDGET (self->findings), GTK_DIR_TAB_FORWARD);
}

static void
on_options (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (cw_check_dialog_new (CW_WINDOW (widget)->settings), widget);
}

/**
 * cw_window_install_findings_actions:
 * @klass: the class of the window
 *
 * Installs what can be done with findings.
 */
void
cw_window_install_findings_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.findings", NULL, on_show);
  gtk_widget_class_install_action (klass, "win.next-finding", NULL, on_next);
  gtk_widget_class_install_action (klass, "win.previous-finding", NULL, on_previous);
  gtk_widget_class_install_action (klass, "win.fix-findings", NULL, on_fix_all);
  gtk_widget_class_install_action (klass, "win.restore-findings", NULL, on_restore);
  gtk_widget_class_install_action (klass, "win.check-options", NULL, on_options);
}

/**
 * cw_window_connect_findings:
 * @self: a window
 *
 * Has the document checked while it is written.
 */
void
cw_window_connect_findings (CwWindow *self)
{
  self->checker = cw_text_checker_new ();
  g_signal_connect_object (self->checker, "notify::findings", G_CALLBACK (on_findings), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cw_draft_get_history (self->draft), "notify::document",
                           G_CALLBACK (on_document), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_setting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "activated", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "command", G_CALLBACK (on_command), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->editor), TRUE);
  g_signal_connect_object (self->editor, "query-tooltip", G_CALLBACK (on_tooltip), self,
                           G_CONNECT_SWAPPED);
  on_document (self);
  on_settings (self);
}
