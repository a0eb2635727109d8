/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-write.h"

#include <string.h>

/* What is known beside the text: sections, where the rows of a list come from, the ledger. */

/* An element with a string in it; nothing if that is empty. */
static void
append_string (GString *xml, const char *name, const char *string)
{
  if (*string == '\0')
    return;
  g_string_append_printf (xml, "<%s>", name);
  cw_project_write_characters (xml, string, string + strlen (string));
  g_string_append_printf (xml, "</%s>", name);
}

/**
 * cw_project_write_section:
 * @xml: what is being written
 * @section: what is said about a section
 *
 * Writes it, to stand before the heading.
 */
void
cw_project_write_section (GString *xml, CwSection *section)
{
  g_string_append_printf (xml, "    <section state=\"%s\">",
                          cw_section_state_get_id (cw_section_get_state (section)));
  append_string (xml, "person", cw_section_get_person (section));
  append_string (xml, "remark", cw_section_get_note (section));
  g_string_append (xml, "</section>\n");
}

/**
 * cw_project_write_sources:
 * @xml: what is being written
 * @list: what a table knows as a list
 * @row: one of its rows
 *
 * Writes where the row comes from.
 */
void
cw_project_write_sources (GString *xml, CwTableList *list, guint row)
{
  for (guint i = 0; i < cw_table_list_get_n_sources (list, row); i++)
    {
      const CwRowSource *source = cw_table_list_get_source (list, row, i);

      g_string_append (xml, "<source");
      if (source->block > 0 && source->block <= CW_PROJECT_MAX_NUMBER)
        g_string_append_printf (xml, " block=\"%u\"", source->block);
      g_string_append_printf (xml, " part=\"%u\" role=\"%s\">", MIN (source->part, 999999),
                              cw_list_role_get_id (source->role));
      if (source->text != NULL)
        cw_project_write_characters (xml, source->text, source->text + strlen (source->text));
      g_string_append (xml, "</source>");
    }
}

static void
append_rule (GString *xml, const CwValue *value)
{
  if (value->rule == CW_VALUE_ENTERED && value->decimals == 0 && value->n_parts == 0)
    return;
  g_string_append_printf (xml, " rule=\"%s\" decimals=\"%u\"", cw_value_rule_get_id (value->rule),
                          MIN (value->decimals, CW_PROJECT_MAX_DECIMALS));
  for (guint i = 0; i < value->n_parts; i++)
    g_string_append_printf (xml, "%s%u", i == 0 ? " parts=\"" : " ", value->parts[i]);
  if (value->n_parts > 0)
    g_string_append_c (xml, '"');
}

static void
append_value (GString *xml, const CwValue *value)
{
  g_string_append_printf (xml, "    <quantity number=\"%u\"%s", value->id,
                          value->filled ? " filled=\"true\"" : "");
  append_rule (xml, value);
  g_string_append_c (xml, '>');
  append_string (xml, "name", value->name);
  append_string (xml, "unit", value->unit);
  append_string (xml, "giver", value->source);
  append_string (xml, "remark", value->note);
  append_string (xml, "last", value->last);
  g_string_append (xml, "</quantity>\n");
}

/**
 * cw_project_write_ledger:
 * @xml: what is being written
 * @ledger: the ledger of a document
 *
 * Writes it, if there is anything in it.
 */
void
cw_project_write_ledger (GString *xml, CwLedger *ledger)
{
  const char *const *dismissed = cw_ledger_get_dismissed (ledger);

  if (cw_ledger_is_empty (ledger))
    return;
  g_string_append (xml, "  <ledger>\n");
  for (guint i = 0; i < cw_ledger_get_n_values (ledger); i++)
    append_value (xml, cw_ledger_get_nth_value (ledger, i));
  for (guint i = 0; dismissed != NULL && dismissed[i] != NULL; i++)
    {
      g_string_append (xml, "    <dismissed>");
      cw_project_write_characters (xml, dismissed[i], dismissed[i] + strlen (dismissed[i]));
      g_string_append (xml, "</dismissed>\n");
    }
  g_string_append (xml, "  </ledger>\n");
}
