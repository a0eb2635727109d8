/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-rule.h"

#include <glib/gi18n-lib.h>

#include "app/dialogs/cw-alert.h"
#include "document/values/cw-value-rules.h"
#include "cw-placeholder-chooser.h"

/* Values that are computed from others: declared in a dialog, and rechecked. */

/* Digits behind the point of percentages. */
#define DECIMALS 1

typedef struct
{
  CwEditorBuffer *buffer;
  CwBlank blank;
} Rule;

static void
rule_free (gpointer data, GClosure *closure)
{
  Rule *self = data;

  g_object_unref (self->buffer);
  g_free (self);
}

static const char *
explain (CwValueProblem problem)
{
  if (problem == CW_VALUE_CYCLE)
    return _ ("A value cannot be computed from itself. One of those chosen is computed from it.");
  if (problem == CW_VALUE_WRONG_PARTS)
    return _ ("A difference, a percentage or growth is computed from exactly two values.");
  return _ ("The text has changed since: one of the values chosen is not there any more. Nothing "
            "has been changed. Choose again.");
}

static void
on_declare (CwPlaceholderChooser *chooser, Rule *self)
{
  CwDocument *document
      = cw_history_get_document (cw_editor_buffer_get_history (self->buffer));
  CwValueRule rule = cw_placeholder_chooser_get_rule (chooser);
  guint n_chosen;
  const CwBlank *chosen = cw_placeholder_chooser_get_chosen (chooser, &n_chosen);
  g_autofree CwBlank *all = g_new (CwBlank, n_chosen + 1);
  g_autofree guint *parts = g_new0 (guint, n_chosen + 1);
  g_autoptr (CwDocument) numbered = NULL;
  g_autoptr (CwDocument) declared = NULL;
  CwValueProblem problem = CW_VALUE_FINE;
  gboolean share = rule == CW_VALUE_PERCENT || rule == CW_VALUE_GROWTH;

  all[0] = self->blank;
  for (guint i = 0; i < n_chosen; i++)
    all[i + 1] = chosen[i];
  numbered = cw_blanks_number (document, all, n_chosen + 1);
  for (guint i = 0; i < n_chosen; i++)
    parts[i] = all[i + 1].value;
  declared = cw_value_declare (numbered, all[0].value, rule, parts,
                               rule == CW_VALUE_ENTERED ? 0 : n_chosen, share ? DECIMALS : 0,
                               &problem);
  if (problem == CW_VALUE_FINE)
    cw_editor_buffer_apply (self->buffer, declared, NULL);
  else
    cw_alert_present (gtk_widget_get_parent (GTK_WIDGET (chooser)), _ ("Computed Value"),
                      explain (problem));
}

/**
 * cw_placeholder_rule_present:
 * @buffer: the text
 * @item: a placeholder of it
 * @parent: what the dialog is presented over
 *
 * Asks what a value is computed from, and declares it: a sum, a difference, a percentage or growth.
 */
void
cw_placeholder_rule_present (CwEditorBuffer *buffer, CwPlaceholderItem *item, GtkWidget *parent)
{
  const CwBlank *blank = cw_placeholder_item_get_blank (item);
  const CwValue *value = cw_placeholder_item_get_value (item);
  CwPlaceholderChooser *chooser
      = cw_placeholder_chooser_new (cw_placeholder_item_get_document (item), blank);
  g_autofree char *name = cw_placeholder_item_dup_name (item);
  g_autofree char *description = g_strconcat (
      name, "\n",
      _ ("Choose what the value is computed from. The order is that in which you choose."), NULL);
  Rule *self = g_new0 (Rule, 1);

  self->buffer = g_object_ref (buffer);
  self->blank = *blank;
  cw_placeholder_chooser_set_words (chooser, _ ("Computed Value"), description, _ ("_Set"));
  cw_placeholder_chooser_add_rules (
      chooser, value != NULL && value->rule != CW_VALUE_ENTERED ? value->rule : CW_VALUE_SUM);
  for (guint i = 0; value != NULL && i < value->n_parts; i++)
    cw_placeholder_chooser_choose (chooser, value->parts[i]);
  g_signal_connect_data (chooser, "accepted", G_CALLBACK (on_declare), self, rule_free, 0);
  adw_dialog_present (ADW_DIALOG (chooser), parent);
}

static char *
describe (const CwValueFinding *finding)
{
  if (finding->problem == CW_VALUE_DISAGREES && finding->expected != NULL)
    return g_strdup_printf (_ ("Does not agree with its parts, which come to %s."),
                            finding->expected);
  if (finding->problem == CW_VALUE_DIFFERS)
    return g_strdup (_ ("Says different things in different places."));
  if (finding->problem == CW_VALUE_CYCLE)
    return g_strdup (_ ("A value cannot be computed from itself."));
  return g_strdup (_ ("Cannot be computed: a part is no number or 0."));
}

/**
 * cw_placeholder_rule_find_problems:
 * @document: a document
 *
 * Returns: (transfer full) (element-type guint utf8): for each quantity that does not agree with what
 *   has been declared, what is wrong with it
 */
GHashTable *
cw_placeholder_rule_find_problems (CwDocument *document)
{
  g_autoptr (GArray) findings = cw_values_check (document);
  GHashTable *problems = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const CwValueFinding *finding = &g_array_index (findings, CwValueFinding, i);

      g_hash_table_insert (problems, GUINT_TO_POINTER (finding->value), describe (finding));
    }
  return problems;
}
