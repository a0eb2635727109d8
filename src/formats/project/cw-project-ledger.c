/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-parse.h"

#include "document/cw-stretch.h"

#include <string.h>

/* Reading what is known beside the text: sections and the ledger. */

/**
 * cw_project_ledger_clear_strings:
 * @self: a reader
 *
 * Forgets the strings read for the last section, quantity or source.
 */
void
cw_project_ledger_clear_strings (CwProjectReader *self)
{
  for (guint i = 0; i < CW_PROJECT_N_STRINGS; i++)
    g_clear_pointer (&self->strings[i], g_free);
}

/**
 * cw_project_ledger_start_string:
 * @self: a reader
 * @attributes: of the element that starts
 * @which: a #CwProjectString
 *
 * Begins a string.
 */
void
cw_project_ledger_start_string (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  if (self->strings[which] != NULL)
    cw_project_reader_fail_damaged (self);
  self->string = which;
  cw_project_reader_begin_text (self);
}

static void
add_dismissed (CwProjectReader *self, const char *key)
{
  g_autoptr (CwLedger) old = self->ledger;

  self->ledger = cw_ledger_set_dismissed (old, key, TRUE);
  if (++self->n_dismissed > CW_LEDGER_MAX_DISMISSED)
    cw_project_reader_fail_damaged (self);
}

/**
 * cw_project_ledger_end_string:
 * @self: a reader
 *
 * Keeps the string that was begun.
 */
void
cw_project_ledger_end_string (CwProjectReader *self)
{
  g_autoptr (CwText) text = cw_project_reader_end_text (self);
  const char *string = cw_text_get_string (text);

  if (self->string == CW_PROJECT_STRING_DISMISSED)
    add_dismissed (self, string);
  else if (self->string == CW_PROJECT_STRING_SOURCE)
    cw_project_table_end_source (self, string);
  else
    self->strings[self->string] = g_strdup (string);
}

/* --- sections --- */

/**
 * cw_project_ledger_start_section:
 * @self: a reader
 * @attributes: of the element that starts
 * @which: unused
 *
 * Begins what is said about the section of the heading that comes next.
 */
void
cw_project_ledger_start_section (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  g_autofree char *state = cw_project_attributes_get (attributes, "state");

  cw_project_ledger_clear_strings (self);
  if (state == NULL || self->has_section)
    cw_project_reader_fail_damaged (self);
  else if (!cw_section_state_find (state, &self->state))
    cw_project_reader_fail_unknown (self);
}

/**
 * cw_project_ledger_end_section:
 * @self: a reader
 *
 * Keeps it for the heading.
 */
void
cw_project_ledger_end_section (CwProjectReader *self)
{
  self->section = cw_section_new (self->state, self->strings[CW_PROJECT_STRING_PERSON],
                                  self->strings[CW_PROJECT_STRING_REMARK]);
  self->has_section = TRUE;
}

/* --- quantities --- */

/* Numbers divided by spaces. */
static gboolean
parse_parts (const char *string, GArray *parts)
{
  g_auto (GStrv) words = g_strsplit (string, " ", CW_LEDGER_MAX_PARTS + 1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint part;

      if (!cw_project_parse_number (words[i], words[i] + strlen (words[i]), 10, &part)
          || part == 0 || i >= CW_LEDGER_MAX_PARTS)
        return FALSE;
      g_array_append_val (parts, part);
    }
  return parts->len > 0;
}

static void
take_parts (CwProjectReader *self, CwProjectAttributes attributes)
{
  g_autofree char *string = cw_project_attributes_get (attributes, "parts");
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize n_parts = 0;

  if (string != NULL && !parse_parts (string, parts))
    cw_project_reader_fail_damaged (self);
  self->value.parts = g_array_steal (parts, &n_parts);
  self->value.n_parts = n_parts;
}

/**
 * cw_project_ledger_start_value:
 * @self: a reader
 * @attributes: of the element that starts
 * @which: unused
 *
 * Begins a quantity of the ledger.
 */
void
cw_project_ledger_start_value (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  g_autofree char *rule = cw_project_attributes_get (attributes, "rule");
  CwValue *value = &self->value;

  cw_project_ledger_clear_strings (self);
  g_free ((guint *) value->parts);
  *value = (CwValue) { 0 };
  if (!cw_project_attributes_get_number (attributes, "number", 10, &value->id) || value->id == 0
      || cw_ledger_get_value (self->ledger, value->id) != NULL
      || !cw_project_attributes_get_flag (attributes, "filled", &value->filled)
      || !cw_project_attributes_get_number (attributes, "decimals", 10, &value->decimals)
      || value->decimals > CW_PROJECT_MAX_DECIMALS
      || cw_ledger_get_n_values (self->ledger) >= CW_LEDGER_MAX_VALUES)
    cw_project_reader_fail_damaged (self);
  else if (rule != NULL && !cw_value_rule_find (rule, &value->rule))
    cw_project_reader_fail_unknown (self);
  else
    take_parts (self, attributes);
}

/**
 * cw_project_ledger_end_value:
 * @self: a reader
 *
 * Enters it.
 */
void
cw_project_ledger_end_value (CwProjectReader *self)
{
  g_autoptr (CwLedger) old = self->ledger;

  self->value.name = self->strings[CW_PROJECT_STRING_NAME];
  self->value.unit = self->strings[CW_PROJECT_STRING_UNIT];
  self->value.source = self->strings[CW_PROJECT_STRING_GIVER];
  self->value.note = self->strings[CW_PROJECT_STRING_REMARK];
  self->value.last = self->strings[CW_PROJECT_STRING_LAST];
  self->ledger = cw_ledger_set_value (old, &self->value);
}

/* --- when all is read --- */

static gboolean
knows_parts (CwLedger *ledger, const CwValue *value)
{
  for (guint i = 0; i < value->n_parts; i++)
    if (cw_ledger_get_value (ledger, value->parts[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* What is computed from something that is not there is not computed: its number may be given to
 * something else. */
static CwLedger *
forget_unknown_parts (CwLedger *ledger)
{
  g_autoptr (CwLedger) result = cw_ledger_ref (ledger);

  for (guint i = 0; i < cw_ledger_get_n_values (ledger); i++)
    {
      CwValue value = *cw_ledger_get_nth_value (ledger, i);
      g_autoptr (CwLedger) old = NULL;

      if (knows_parts (ledger, &value))
        continue;
      value.rule = CW_VALUE_ENTERED;
      value.n_parts = 0;
      old = g_steal_pointer (&result);
      result = cw_ledger_set_value (old, &value);
    }
  return g_steal_pointer (&result);
}

/* The same with marks that name what is not there. */
static CwText *
forget_unknown_marks (const CwStretch *whole, CwText *text, gpointer ledger)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  g_autoptr (CwText) result = cw_text_ref (text);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == CW_MARK_VALUE && cw_ledger_get_value (ledger, marks[i].value) == NULL)
      {
        g_autoptr (CwText) old = g_steal_pointer (&result);

        result = cw_text_set_mark (old, CW_MARK_VALUE, marks[i].start, marks[i].end, FALSE);
      }
  return g_steal_pointer (&result);
}

/**
 * cw_project_ledger_settle:
 * @self: a reader that has come to its end
 * @document: what it has read, without the ledger
 *
 * Returns: (transfer full): the document with its ledger, in which no mark and no rule names a
 *   quantity that is not there
 */
CwDocument *
cw_project_ledger_settle (CwProjectReader *self, CwDocument *document)
{
  g_autoptr (CwLedger) ledger = forget_unknown_parts (self->ledger);
  g_autoptr (CwDocument) marked = cw_edit_each_text (document, forget_unknown_marks, ledger);

  return cw_document_with_ledger (marked, ledger);
}
