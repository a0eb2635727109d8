/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CwValueRule:
 * @CW_VALUE_ENTERED: somebody enters it
 * @CW_VALUE_SUM: the sum of its parts (其中 …)
 * @CW_VALUE_DIFFERENCE: its first part less its second
 * @CW_VALUE_PERCENT: its first part as a percentage of its second
 * @CW_VALUE_GROWTH: by how many per cent its first part has grown against its second (同比, 环比)
 *
 * Where a value comes from.
 */
typedef enum
{
  CW_VALUE_ENTERED,
  CW_VALUE_SUM,
  CW_VALUE_DIFFERENCE,
  CW_VALUE_PERCENT,
  CW_VALUE_GROWTH,
  CW_N_VALUE_RULES,
} CwValueRule;

/**
 * CwValue:
 * @id: its number in the paper, from 1; marks of kind %CW_MARK_VALUE name it
 * @filled: whether it has been filled in; if not, what its marks cover is a blank
 * @name: what it counts, may be empty
 * @unit: its unit, may be empty
 * @source: who gave it, may be empty
 * @note: a note, may be empty
 * @last: what it was in the last period, may be empty
 * @rule: where it comes from
 * @decimals: digits behind the point when it is computed
 * @parts: (array length=n_parts): the values it is computed or rechecked from
 * @n_parts: how many there are
 *
 * A quantity of the paper. Its text is in the paper, under every mark with its number; all of them
 * say the same. Strings are never %NULL in a value that a ledger gives.
 */
typedef struct
{
  guint id;
  gboolean filled;
  const char *name;
  const char *unit;
  const char *source;
  const char *note;
  const char *last;
  CwValueRule rule;
  guint decimals;
  const guint *parts;
  guint n_parts;
} CwValue;

/* Far above any real paper, and what a file may have. */
#define CW_LEDGER_MAX_ID 999999
#define CW_LEDGER_MAX_VALUES 5000
#define CW_LEDGER_MAX_PARTS 1000
#define CW_LEDGER_MAX_DISMISSED 2000

/**
 * CwLedger:
 *
 * What is known about a paper beside its text: its values, and the findings somebody has said to
 * leave alone. Immutable and atomically reference-counted; every document has one.
 */
typedef struct _CwLedger CwLedger;

#define CW_TYPE_LEDGER (cw_ledger_get_type ())

GType cw_ledger_get_type (void) G_GNUC_CONST;

CwLedger *cw_ledger_new (void);
CwLedger *cw_ledger_ref (CwLedger *self);
void cw_ledger_unref (CwLedger *self);

gboolean cw_ledger_equal (CwLedger *self, CwLedger *other);
gboolean cw_ledger_is_empty (CwLedger *self);
gboolean cw_ledger_is_same_paper (CwLedger *self, CwLedger *other);

guint cw_ledger_get_n_values (CwLedger *self);
const CwValue *cw_ledger_get_nth_value (CwLedger *self, guint n);
const CwValue *cw_ledger_get_value (CwLedger *self, guint id);
guint cw_ledger_get_free_id (CwLedger *self);
CwLedger *cw_ledger_set_value (CwLedger *self, const CwValue *value);
CwLedger *cw_ledger_remove_value (CwLedger *self, guint id);

const char *const *cw_ledger_get_dismissed (CwLedger *self);
gboolean cw_ledger_is_dismissed (CwLedger *self, const char *key);
CwLedger *cw_ledger_set_dismissed (CwLedger *self, const char *key, gboolean dismissed);

const char *cw_value_rule_get_id (CwValueRule rule);
gboolean cw_value_rule_find (const char *id, CwValueRule *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwLedger, cw_ledger_unref)

G_END_DECLS
