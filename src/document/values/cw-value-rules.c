/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-value-rules.h"

#include <math.h>
#include <string.h>

#include "cw-blank-private.h"
#include "cw-number.h"

/* Quantities that are computed from others. */

typedef struct
{
  CwLedger *ledger;
  GHashTable *texts; /* of strings, by number */
} Sums;

/* --- one rule --- */

static gboolean
fits_rule (CwValueRule rule, guint n_parts)
{
  switch ((int) rule)
    {
    case CW_VALUE_ENTERED:
      return n_parts == 0;
    case CW_VALUE_SUM:
      return n_parts > 0 && n_parts <= CW_LEDGER_MAX_PARTS;
    case CW_VALUE_PERCENT:
      return n_parts == 2;
    default:
      return n_parts == 1 || n_parts == 2;
    }
}

/* How much @text is of the unit of @value; FALSE if it is no number. */
static gboolean
read_amount (const CwValue *value, const char *text, double *amount)
{
  CwNumber number;

  if (text == NULL || !cw_number_parse (text, &number))
    return FALSE;
  *amount = number.value * cw_number_get_unit_scale (value->unit);
  return TRUE;
}

static CwValueProblem
read_part (Sums *sums, guint id, gboolean last, double *amount)
{
  const CwValue *part = cw_ledger_get_value (sums->ledger, id);

  if (part == NULL)
    return CW_VALUE_UNKNOWN;
  if (last)
    return read_amount (part, part->last, amount) ? CW_VALUE_FINE : CW_VALUE_NO_NUMBER;
  if (!part->filled
      || !read_amount (part, g_hash_table_lookup (sums->texts, GUINT_TO_POINTER (id)), amount))
    return CW_VALUE_NO_NUMBER;
  return CW_VALUE_FINE;
}

static CwValueProblem
add_up (Sums *sums, const CwValue *value, double *result)
{
  *result = 0;
  for (guint i = 0; i < value->n_parts; i++)
    {
      double amount;
      CwValueProblem problem = read_part (sums, value->parts[i], FALSE, &amount);

      if (problem != CW_VALUE_FINE)
        return problem;
      *result += amount;
    }
  return CW_VALUE_FINE;
}

/* Of two parts, or of one and what it was in the last period. */
static CwValueProblem
compare_two (Sums *sums, const CwValue *value, double *result)
{
  double a, b;
  CwValueProblem problem = read_part (sums, value->parts[0], FALSE, &a);

  if (problem != CW_VALUE_FINE)
    return problem;
  problem = read_part (sums, value->parts[value->n_parts - 1], value->n_parts == 1, &b);
  if (problem != CW_VALUE_FINE)
    return problem;
  if (value->rule != CW_VALUE_DIFFERENCE && b == 0)
    return CW_VALUE_BY_ZERO;
  if (value->rule == CW_VALUE_DIFFERENCE)
    *result = a - b;
  else if (value->rule == CW_VALUE_PERCENT)
    *result = a / b * 100;
  else
    *result = (a - b) / fabs (b) * 100;
  return isfinite (*result) ? CW_VALUE_FINE : CW_VALUE_BY_ZERO;
}

static CwValueProblem
compute (Sums *sums, const CwValue *value, double *result)
{
  if (value->rule == CW_VALUE_ENTERED || !fits_rule (value->rule, value->n_parts))
    return CW_VALUE_WRONG_PARTS;
  return value->rule == CW_VALUE_SUM ? add_up (sums, value, result)
                                     : compare_two (sums, value, result);
}

static gboolean
is_ratio (const CwValue *value)
{
  return value->rule == CW_VALUE_PERCENT || value->rule == CW_VALUE_GROWTH;
}

static gboolean
unit_says_percent (const CwValue *value)
{
  return strstr (value->unit, "%") != NULL || strstr (value->unit, "％") != NULL
         || strstr (value->unit, "百分点") != NULL;
}

/* What @value is to say for @result: with the 万, the commas and the % it was written with. */
static char *
write_result (Sums *sums, const CwValue *value, double result)
{
  const char *text = g_hash_table_lookup (sums->texts, GUINT_TO_POINTER (value->id));
  double scale = is_ratio (value) ? 1 : cw_number_get_unit_scale (value->unit);
  CwNumber style = { .scale = 1 };
  g_autofree char *figures = NULL;
  const char *suffix = "";

  if (text == NULL || !cw_number_parse (text, &style))
    style = (CwNumber) { .scale = 1 };
  if (style.scale == 1e4 || style.scale == 1e8)
    {
      suffix = style.scale == 1e4 ? "万" : "亿";
      scale *= style.scale;
    }
  else if (style.percent || (is_ratio (value) && !unit_says_percent (value)))
    suffix = "%";
  figures = cw_number_format (result / scale, value->decimals, style.grouped);
  return g_strconcat (figures, suffix, NULL);
}

/**
 * cw_value_compute:
 * @document: a document
 * @value: number of one of its quantities
 * @problem: (out): why it cannot be computed; %CW_VALUE_FINE if it can
 *
 * Computes a quantity from its parts by its rule. 万元 and 元 are made one; a percentage whose unit
 * is not in the text gets its %. Difference and growth of a single part are against what that was
 * in the last period.
 *
 * Returns: (transfer full) (nullable): what it comes to, as it is to stand in the text
 */
char *
cw_value_compute (CwDocument *document, guint value, CwValueProblem *problem)
{
  g_autoptr (GHashTable) texts = cw_values_dup_texts (document, NULL);
  Sums sums = { cw_document_get_ledger (document), texts };
  const CwValue *known = cw_ledger_get_value (sums.ledger, value);
  double result;

  *problem = known != NULL ? compute (&sums, known, &result) : CW_VALUE_UNKNOWN;
  return *problem == CW_VALUE_FINE ? write_result (&sums, known, result) : NULL;
}

/* --- the order of computing --- */

/* The values of @ledger that are computed, parts before what is computed from them; those that go
 * round in a circle are left out and added to @circular. */
static GPtrArray *
sort_values (CwLedger *ledger, GHashTable *circular)
{
  GPtrArray *sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GHashTable) waiting = g_hash_table_new (NULL, NULL);
  gboolean again = TRUE;

  for (guint i = 0; i < cw_ledger_get_n_values (ledger); i++)
    {
      const CwValue *value = cw_ledger_get_nth_value (ledger, i);

      if (value->rule == CW_VALUE_ENTERED)
        continue;
      g_ptr_array_add (open, (gpointer) value);
      g_hash_table_add (waiting, GUINT_TO_POINTER (value->id));
    }
  while (again)
    {
      guint kept = 0, n = open->len;

      for (guint i = 0; i < n; i++)
        {
          const CwValue *value = open->pdata[i];
          guint j = 0;

          while (j < value->n_parts
                 && !g_hash_table_contains (waiting, GUINT_TO_POINTER (value->parts[j])))
            j++;
          if (j < value->n_parts)
            open->pdata[kept++] = (gpointer) value;
          else
            {
              g_hash_table_remove (waiting, GUINT_TO_POINTER (value->id));
              g_ptr_array_add (sorted, (gpointer) value);
            }
        }
      g_ptr_array_set_size (open, kept);
      again = kept > 0 && kept < n;
    }
  for (guint i = 0; circular != NULL && i < open->len; i++)
    g_hash_table_add (circular, GUINT_TO_POINTER (((const CwValue *) open->pdata[i])->id));
  return sorted;
}

static gboolean
is_touched (const CwValue *value, GHashTable *changed)
{
  for (guint i = 0; i < value->n_parts; i++)
    if (g_hash_table_contains (changed, GUINT_TO_POINTER (value->parts[i])))
      return TRUE;
  return FALSE;
}

/* Computes those of @sorted that depend on what has changed; they have changed then, too. */
static CwDocument *
recompute (CwDocument *document, GPtrArray *sorted, GHashTable *changed, gboolean all)
{
  g_autoptr (GHashTable) texts = cw_values_dup_texts (document, NULL);
  g_autoptr (GHashTable) put = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (CwLedger) ledger = cw_ledger_ref (cw_document_get_ledger (document));
  g_autoptr (CwDocument) said = NULL;

  for (guint i = 0; i < sorted->len; i++)
    {
      const CwValue *value = sorted->pdata[i];
      Sums sums = { ledger, texts };
      g_autoptr (CwLedger) old = NULL;
      CwValue filled = *value;
      double result;

      if ((!all && !is_touched (value, changed))
          || compute (&sums, value, &result) != CW_VALUE_FINE)
        continue;
      g_hash_table_insert (put, GUINT_TO_POINTER (value->id), write_result (&sums, value, result));
      g_hash_table_insert (texts, GUINT_TO_POINTER (value->id),
                           write_result (&sums, value, result));
      g_hash_table_add (changed, GUINT_TO_POINTER (value->id));
      filled.filled = TRUE;
      old = g_steal_pointer (&ledger);
      ledger = cw_ledger_set_value (old, &filled);
    }
  said = cw_values_put_texts (document, put);
  return cw_document_with_ledger (said, ledger);
}

/**
 * cw_values_recompute:
 * @document: a document
 * @changed: (array length=n) (nullable): numbers of the quantities that say something else than
 *   before
 * @n: how many; 0 with @changed %NULL to compute every one
 *
 * Computes what depends on them, directly or through others, each after its parts. What cannot be
 * computed stays as it is: a part is missing, or it is no number, or the rules go round in a
 * circle. A sum somebody has overwritten stays overwritten until one of its parts changes;
 * cw_values_check() tells.
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_values_recompute (CwDocument *document, const guint *changed, guint n)
{
  g_autoptr (GHashTable) set = NULL;
  g_autoptr (GPtrArray) sorted = sort_values (cw_document_get_ledger (document), NULL);

  if (sorted->len == 0)
    return cw_document_ref (document);
  set = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (changed[i]));
  return recompute (document, sorted, set, changed == NULL);
}

/* --- declaring --- */

/**
 * cw_value_declare:
 * @document: a document
 * @value: number of a quantity
 * @rule: how it is computed; %CW_VALUE_ENTERED for not at all
 * @parts: (array length=n_parts) (nullable): numbers of the quantities it is computed from
 * @n_parts: how many: none for %CW_VALUE_ENTERED, any for a sum, two for a percentage; two for a
 *   difference and growth, or one whose last period is the other
 * @decimals: digits behind the point
 * @problem: (out): why it cannot be; %CW_VALUE_FINE if it can
 *
 * Says how a quantity comes about, and computes it and what depends on it. Rules that would go
 * round in a circle, and parts that are not there, are refused.
 *
 * Returns: (transfer full): the new document; @document itself if it is refused
 */
CwDocument *
cw_value_declare (CwDocument *document,
                  guint value,
                  CwValueRule rule,
                  const guint *parts,
                  guint n_parts,
                  guint decimals,
                  CwValueProblem *problem)
{
  CwLedger *ledger = cw_document_get_ledger (document);
  const CwValue *known = cw_ledger_get_value (ledger, value);
  g_autoptr (CwDocument) declared = NULL;
  g_autoptr (GHashTable) circular = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) sorted = NULL;
  CwValue next;

  *problem = known == NULL ? CW_VALUE_UNKNOWN : CW_VALUE_FINE;
  for (guint i = 0; i < n_parts; i++)
    if (cw_ledger_get_value (ledger, parts[i]) == NULL)
      *problem = CW_VALUE_UNKNOWN;
  if (*problem == CW_VALUE_FINE && !fits_rule (rule, n_parts))
    *problem = CW_VALUE_WRONG_PARTS;
  if (*problem != CW_VALUE_FINE)
    return cw_document_ref (document);
  next = *known;
  next.rule = rule;
  next.parts = parts;
  next.n_parts = n_parts;
  next.decimals = MIN (decimals, CW_NUMBER_MAX_DECIMALS);
  declared = cw_values_set (document, &next);
  sorted = sort_values (cw_document_get_ledger (declared), circular);
  if (g_hash_table_contains (circular, GUINT_TO_POINTER (value)))
    {
      *problem = CW_VALUE_CYCLE;
      return cw_document_ref (document);
    }
  for (guint i = 0; i < n_parts; i++)
    g_hash_table_add (changed, GUINT_TO_POINTER (parts[i]));
  return recompute (declared, sorted, changed, FALSE);
}

/* --- checking --- */

static void
finding_clear (gpointer data)
{
  CwValueFinding *finding = data;

  g_free (finding->text);
  g_free (finding->expected);
}

static void
add_finding (GArray *findings, guint value, CwValueProblem problem, const char *text,
             const char *expected)
{
  CwValueFinding finding = { value, problem, g_strdup (text), g_strdup (expected) };

  g_array_append_val (findings, finding);
}

/* As exact as it is written: a percentage of 33.3 agrees with a third. */
static gboolean
agrees (const CwValue *value, const char *text, double result)
{
  CwNumber number;
  double scale = is_ratio (value) ? 1 : cw_number_get_unit_scale (value->unit);

  if (!cw_number_parse (text, &number))
    return FALSE;
  scale *= number.scale;
  return fabs (number.value / number.scale - cw_number_round (result / scale, number.decimals))
         < 0.5 * pow (10, -(double) number.decimals);
}

static void
check_value (GArray *findings, Sums *sums, const CwValue *value)
{
  const char *text = g_hash_table_lookup (sums->texts, GUINT_TO_POINTER (value->id));
  g_autofree char *expected = NULL;
  double result;

  if (text == NULL || !value->filled || compute (sums, value, &result) != CW_VALUE_FINE
      || agrees (value, text, result))
    return;
  expected = write_result (sums, value, result);
  add_finding (findings, value->id, CW_VALUE_DISAGREES, text, expected);
}

/**
 * cw_values_check:
 * @document: a document
 *
 * Rechecks what has been declared: sums and parts that do not agree, rules that go round in a
 * circle, quantities that say different things in different places. What is not filled in is not
 * checked.
 *
 * Returns: (transfer full) (element-type CwValueFinding): what does not agree, by number
 */
GArray *
cw_values_check (CwDocument *document)
{
  g_autoptr (GHashTable) differing = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) circular = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) texts = cw_values_dup_texts (document, differing);
  Sums sums = { cw_document_get_ledger (document), texts };
  g_autoptr (GPtrArray) sorted = sort_values (sums.ledger, circular);
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (CwValueFinding));

  g_array_set_clear_func (findings, finding_clear);
  for (guint i = 0; i < cw_ledger_get_n_values (sums.ledger); i++)
    {
      const CwValue *value = cw_ledger_get_nth_value (sums.ledger, i);
      gpointer id = GUINT_TO_POINTER (value->id);
      const char *text = g_hash_table_lookup (texts, id);

      if (g_hash_table_contains (differing, id))
        add_finding (findings, value->id, CW_VALUE_DIFFERS, text, NULL);
      if (g_hash_table_contains (circular, id))
        add_finding (findings, value->id, CW_VALUE_CYCLE, text != NULL ? text : "", NULL);
      else if (value->rule != CW_VALUE_ENTERED)
        check_value (findings, &sums, value);
    }
  return findings;
}
