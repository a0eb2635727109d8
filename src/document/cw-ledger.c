/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-ledger.h"

#include <string.h>

/* A value is owned by all ledgers that have it, so that a change copies an array of pointers. */
struct _CwLedger
{
  gatomicrefcount ref_count;
  GPtrArray *values; /* of CwValue, sorted by id */
  GPtrArray *dismissed; /* of strings, sorted, ending with NULL */
  guint paper;          /* all that have come of one ledger since its first value share it */
};

G_DEFINE_BOXED_TYPE (CwLedger, cw_ledger, cw_ledger_ref, cw_ledger_unref)

static const char *const rule_ids[CW_N_VALUE_RULES] = {
  [CW_VALUE_ENTERED] = "entered", [CW_VALUE_SUM] = "sum",       [CW_VALUE_DIFFERENCE] = "difference",
  [CW_VALUE_PERCENT] = "percent", [CW_VALUE_GROWTH] = "growth",
};

static gint n_papers;

/* --- values --- */

static char *
copy_string (const char *string)
{
  return g_utf8_make_valid (string != NULL ? string : "", -1);
}

static CwValue *
value_copy (const CwValue *value)
{
  CwValue *copy = g_atomic_rc_box_new (CwValue);

  *copy = *value;
  copy->name = copy_string (value->name);
  copy->unit = copy_string (value->unit);
  copy->source = copy_string (value->source);
  copy->note = copy_string (value->note);
  copy->last = copy_string (value->last);
  copy->parts = g_memdup2 (value->parts, value->n_parts * sizeof (guint));
  return copy;
}

static void
value_clear (gpointer data)
{
  CwValue *value = data;

  g_free ((char *) value->name);
  g_free ((char *) value->unit);
  g_free ((char *) value->source);
  g_free ((char *) value->note);
  g_free ((char *) value->last);
  g_free ((guint *) value->parts);
}

static void
value_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, value_clear);
}

static gboolean
value_equal (const CwValue *a, const CwValue *b)
{
  if (a == b)
    return TRUE;
  return a->id == b->id && a->filled == b->filled && a->rule == b->rule
         && a->decimals == b->decimals && strcmp (a->name, b->name) == 0
         && strcmp (a->unit, b->unit) == 0 && strcmp (a->source, b->source) == 0
         && strcmp (a->note, b->note) == 0 && strcmp (a->last, b->last) == 0
         && a->n_parts == b->n_parts
         && (a->n_parts == 0 || memcmp (a->parts, b->parts, a->n_parts * sizeof (guint)) == 0);
}

/* --- life --- */

/**
 * cw_ledger_new:
 *
 * Returns: (transfer full): an empty ledger
 */
CwLedger *
cw_ledger_new (void)
{
  CwLedger *self = g_new0 (CwLedger, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->values = g_ptr_array_new_with_free_func (value_release);
  self->dismissed = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  return self;
}

static CwLedger *
ledger_copy (CwLedger *from)
{
  CwLedger *self = cw_ledger_new ();

  self->paper = from->paper;
  for (guint i = 0; i < from->values->len; i++)
    g_ptr_array_add (self->values, g_atomic_rc_box_acquire (from->values->pdata[i]));
  for (guint i = 0; i < from->dismissed->len; i++)
    g_ptr_array_add (self->dismissed, g_strdup (from->dismissed->pdata[i]));
  return self;
}

/**
 * cw_ledger_ref:
 * @self: a ledger
 *
 * Takes a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CwLedger *
cw_ledger_ref (CwLedger *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_ledger_unref:
 * @self: (transfer full): a ledger
 *
 * Gives a reference back; from any thread.
 */
void
cw_ledger_unref (CwLedger *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->dismissed);
  g_free (self);
}

/**
 * cw_ledger_equal:
 * @self: a ledger
 * @other: another
 *
 * Returns: whether both know the same
 */
gboolean
cw_ledger_equal (CwLedger *self, CwLedger *other)
{
  if (self == other)
    return TRUE;
  if (self->values->len != other->values->len || self->dismissed->len != other->dismissed->len)
    return FALSE;
  for (guint i = 0; i < self->values->len; i++)
    if (!value_equal (self->values->pdata[i], other->values->pdata[i]))
      return FALSE;
  for (guint i = 0; i < self->dismissed->len; i++)
    if (strcmp (self->dismissed->pdata[i], other->dismissed->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/**
 * cw_ledger_is_empty:
 * @self: a ledger
 *
 * Returns: whether it knows nothing
 */
gboolean
cw_ledger_is_empty (CwLedger *self)
{
  return self->values->len == 0 && self->dismissed->len == 0;
}

/**
 * cw_ledger_is_same_paper:
 * @self: a ledger
 * @other: another
 *
 * Tells whether the numbers of both mean the same: whether both have come of one ledger, in this
 * run of the program, by edits of its values. What is read from a file is a paper of its own.
 *
 * Returns: whether they are of the same paper; no ledger that never had a value is
 */
gboolean
cw_ledger_is_same_paper (CwLedger *self, CwLedger *other)
{
  return self->paper != 0 && self->paper == other->paper;
}

/* --- the values --- */

/* Where the value @id is, or would be. */
static guint
find_value (CwLedger *self, guint id, gboolean *found)
{
  guint low = 0, high = self->values->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const CwValue *value = self->values->pdata[middle];

      if (value->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  *found = low < self->values->len && ((const CwValue *) self->values->pdata[low])->id == id;
  return low;
}

/**
 * cw_ledger_get_n_values:
 * @self: a ledger
 *
 * Returns: how many values it has
 */
guint
cw_ledger_get_n_values (CwLedger *self)
{
  return self->values->len;
}

/**
 * cw_ledger_get_nth_value:
 * @self: a ledger
 * @n: from 0
 *
 * Returns: (transfer none): one of its values, in the order of their numbers
 */
const CwValue *
cw_ledger_get_nth_value (CwLedger *self, guint n)
{
  g_return_val_if_fail (n < self->values->len, NULL);

  return self->values->pdata[n];
}

/**
 * cw_ledger_get_value:
 * @self: a ledger
 * @id: number of a value
 *
 * Returns: (transfer none) (nullable): the value, %NULL if there is none of that number
 */
const CwValue *
cw_ledger_get_value (CwLedger *self, guint id)
{
  gboolean found;
  guint at = find_value (self, id, &found);

  return found ? self->values->pdata[at] : NULL;
}

/**
 * cw_ledger_get_free_id:
 * @self: a ledger
 *
 * Returns: a number that none of its values has, up to %CW_LEDGER_MAX_ID: the one after the last if
 *   that will do; 0 if it has %CW_LEDGER_MAX_VALUES
 */
guint
cw_ledger_get_free_id (CwLedger *self)
{
  const CwValue *last;
  guint id = 1;

  if (self->values->len == 0)
    return 1;
  if (self->values->len >= CW_LEDGER_MAX_VALUES)
    return 0;
  last = self->values->pdata[self->values->len - 1];
  if (last->id < CW_LEDGER_MAX_ID)
    return last->id + 1;
  while (id <= self->values->len && ((const CwValue *) self->values->pdata[id - 1])->id == id)
    id++;
  return id;
}

/**
 * cw_ledger_set_value:
 * @self: a ledger
 * @value: a value; its strings and parts are copied, strings may be %NULL
 *
 * Adds a value, or puts it in place of the one of its number.
 *
 * Returns: (transfer full): the new ledger; @self itself if nothing changes
 */
CwLedger *
cw_ledger_set_value (CwLedger *self, const CwValue *value)
{
  gboolean found;
  guint at = find_value (self, value->id, &found);
  CwValue *copy;
  CwLedger *ledger;

  g_return_val_if_fail (value->id > 0 && value->rule < CW_N_VALUE_RULES, cw_ledger_ref (self));

  copy = value_copy (value);
  if (found && value_equal (self->values->pdata[at], copy))
    {
      value_release (copy);
      return cw_ledger_ref (self);
    }
  ledger = ledger_copy (self);
  if (ledger->paper == 0)
    ledger->paper = (guint) g_atomic_int_add (&n_papers, 1) + 1;
  if (found)
    g_ptr_array_remove_index (ledger->values, at);
  g_ptr_array_insert (ledger->values, at, copy);
  return ledger;
}

/**
 * cw_ledger_remove_value:
 * @self: a ledger
 * @id: number of a value
 *
 * Returns: (transfer full): the ledger without it; @self itself if it has none of that number
 */
CwLedger *
cw_ledger_remove_value (CwLedger *self, guint id)
{
  gboolean found;
  guint at = find_value (self, id, &found);
  CwLedger *ledger;

  if (!found)
    return cw_ledger_ref (self);
  ledger = ledger_copy (self);
  g_ptr_array_remove_index (ledger->values, at);
  return ledger;
}

/* --- findings left alone --- */

static guint
find_dismissed (CwLedger *self, const char *key, gboolean *found)
{
  guint at = 0;

  while (at < self->dismissed->len && strcmp (self->dismissed->pdata[at], key) < 0)
    at++;
  *found = at < self->dismissed->len && strcmp (self->dismissed->pdata[at], key) == 0;
  return at;
}

/**
 * cw_ledger_get_dismissed:
 * @self: a ledger
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys of all findings to be left alone,
 *   sorted
 */
const char *const *
cw_ledger_get_dismissed (CwLedger *self)
{
  static const char *const none[] = { NULL };

  return self->dismissed->len > 0 ? (const char *const *) self->dismissed->pdata : none;
}

/**
 * cw_ledger_is_dismissed:
 * @self: a ledger
 * @key: key of a finding: its rule and the words it is about
 *
 * Returns: whether it is to be left alone in this paper
 */
gboolean
cw_ledger_is_dismissed (CwLedger *self, const char *key)
{
  gboolean found;

  find_dismissed (self, key, &found);
  return found;
}

/**
 * cw_ledger_set_dismissed:
 * @self: a ledger
 * @key: key of a finding
 * @dismissed: whether it is to be left alone
 *
 * Returns: (transfer full): the new ledger; @self itself if nothing changes, or if it has
 *   %CW_LEDGER_MAX_DISMISSED
 */
CwLedger *
cw_ledger_set_dismissed (CwLedger *self, const char *key, gboolean dismissed)
{
  gboolean found;
  guint at = find_dismissed (self, key, &found);
  CwLedger *ledger;

  if (found == !!dismissed || (dismissed && self->dismissed->len >= CW_LEDGER_MAX_DISMISSED))
    return cw_ledger_ref (self);
  ledger = ledger_copy (self);
  if (dismissed)
    g_ptr_array_insert (ledger->dismissed, at, g_strdup (key));
  else
    g_ptr_array_remove_index (ledger->dismissed, at);
  return ledger;
}

/* --- names --- */

/**
 * cw_value_rule_get_id:
 * @rule: a rule
 *
 * Returns: (transfer none): its name in the project file
 */
const char *
cw_value_rule_get_id (CwValueRule rule)
{
  g_return_val_if_fail (rule < CW_N_VALUE_RULES, rule_ids[0]);

  return rule_ids[rule];
}

/**
 * cw_value_rule_find:
 * @id: a name
 * @rule: (out): the rule of that name
 *
 * Returns: whether there is one
 */
gboolean
cw_value_rule_find (const char *id, CwValueRule *rule)
{
  for (guint i = 0; i < CW_N_VALUE_RULES; i++)
    if (strcmp (rule_ids[i], id) == 0)
      {
        *rule = i;
        return TRUE;
      }
  return FALSE;
}
