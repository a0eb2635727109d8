/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-check-report.h"

#include "check/text/cw-json.h"

#include <glib/gi18n-lib.h>

/* Characters of the text around the words that are shown with them. */
#define CONTEXT 10

/* --- for people --- */

static char *
get_place (CwDocument *document, const CwStretch *at)
{
  if (at->field.kind == CW_FIELD_ELEMENT)
    return g_strdup (cw_element_get_name (at->field.element));
  if (at->field.kind == CW_FIELD_CELL)
    return g_strdup_printf (_ ("Line %u, row %u, column %u"), at->line + 1, at->field.row + 1,
                            at->field.column + 1);
  return g_strdup_printf (_ ("Line %u"), at->line + 1);
}

/* The words between 【】, with what stands around them. */
static char *
get_words (CwDocument *document, const CwStretch *at)
{
  g_autoptr (CwText) text = cw_stretch_get_text (document, at);
  const char *string = cw_text_get_string (text);
  const char *from = string + at->start, *to = string + at->end;

  for (guint i = 0; i < CONTEXT && from > string; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < CONTEXT && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  return g_strdup_printf ("%.*s【%.*s】%.*s", (int) (string + at->start - from), from,
                          (int) (at->end - at->start), string + at->start,
                          (int) (to - string - at->end), string + at->end);
}

static void
append_finding (GString *text, CwDocument *document, const CwFinding *finding)
{
  g_autofree char *place = get_place (document, &finding->at);
  g_autofree char *words = get_words (document, &finding->at);

  g_string_append_printf (text, "%s  [%s]  %s\n    %s\n    %s (%s)\n", place,
                          cw_strength_get_name (finding->rule->strength), finding->message, words,
                          finding->rule->source, finding->rule->id);
}

/**
 * cw_check_report_text:
 * @findings: what was found
 * @name: what the file is called
 *
 * Returns: (transfer full): the findings as they are printed
 */
char *
cw_check_report_text (CwFindings *findings, const char *name)
{
  GString *text = g_string_new (NULL);
  guint n = cw_findings_get_n (findings);

  for (guint i = 0; i < n; i++)
    append_finding (text, cw_findings_get_document (findings), cw_findings_get (findings, i));
  g_string_append_printf (text, _ ("%s: %u rules, %u usual, %u hints; %u left alone\n"), name,
                          cw_findings_count (findings, CW_STRENGTH_RULE),
                          cw_findings_count (findings, CW_STRENGTH_USUAL),
                          cw_findings_count (findings, CW_STRENGTH_HINT),
                          cw_findings_get_n_dismissed (findings));
  return g_string_free_and_steal (text);
}

/**
 * cw_check_report_rules:
 *
 * Returns: (transfer full): all rules, a line each
 */
char *
cw_check_report_rules (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cw_text_rule_get_n_rules (); i++)
    {
      const CwTextRule *rule = cw_text_rule_get (i);

      g_string_append_printf (text, "  %-22s %s  [%s]  %s\n", rule->id,
                              cw_text_rule_get_name (rule), cw_strength_get_name (rule->strength),
                              rule->source);
    }
  return g_string_free_and_steal (text);
}

/* --- for programs --- */

static void
append_place (GString *json, const CwStretch *at)
{
  if (at->field.kind == CW_FIELD_ELEMENT)
    cw_json_append_member (json, "element", cw_element_get_id (at->field.element));
  else
    g_string_append_printf (json, "\"line\": %u, ", at->line + 1);
  if (at->field.kind == CW_FIELD_CELL)
    g_string_append_printf (json, "\"row\": %u, \"column\": %u, ", at->field.row + 1,
                            at->field.column + 1);
  g_string_append_printf (json, "\"start\": %u, \"end\": %u", at->start, at->end);
}

static void
append_fix (GString *json, const CwFinding *finding, guint i)
{
  g_string_append (json, i > 0 ? ", {" : "{");
  cw_json_append_member (json, "text", cw_text_get_string (finding->fix_texts[i]));
  append_place (json, &finding->fixes[i]);
  g_string_append_c (json, '}');
}

static void
append_json (GString *json, CwDocument *document, const CwFinding *finding)
{
  g_autofree char *words = cw_stretch_to_string (document, &finding->at);

  g_string_append (json, "    {");
  cw_json_append_member (json, "rule", finding->rule->id);
  cw_json_append_member (json, "source", finding->rule->source);
  cw_json_append_member (json, "strength", cw_strength_get_id (finding->rule->strength));
  cw_json_append_member (json, "message", finding->message);
  cw_json_append_member (json, "words", words);
  cw_json_append_member (json, "key", finding->key);
  append_place (json, &finding->at);
  g_string_append (json, ", \"fix\": [");
  for (guint i = 0; i < finding->n_fixes; i++)
    append_fix (json, finding, i);
  g_string_append (json, "]}");
}

/**
 * cw_check_report_json:
 * @findings: what was found
 * @name: what the file is called
 *
 * Lines, rows and columns count from 1; start and end are bytes of UTF-8 in the text of the line,
 * cell or element, from 0.
 *
 * Returns: (transfer full): the findings as a JSON object
 */
char *
cw_check_report_json (CwFindings *findings, const char *name)
{
  GString *json = g_string_new ("{\n  ");

  cw_json_append_member (json, "file", name);
  g_string_append_printf (json, "\"dismissed\": %u,\n  \"findings\": [\n",
                          cw_findings_get_n_dismissed (findings));
  for (guint i = 0; i < cw_findings_get_n (findings); i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "");
      append_json (json, cw_findings_get_document (findings), cw_findings_get (findings, i));
    }
  g_string_append (json, "\n  ]\n}\n");
  return g_string_free_and_steal (json);
}
