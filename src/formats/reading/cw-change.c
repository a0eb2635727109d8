/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-change.h"

#include <glib/gi18n-lib.h>

/* Nobody reads further; a hostile text must not cost more memory than it has characters. */
#define MAX_LISTED 10000

static const char *const names[CW_N_CHANGE_KINDS] = {
  [CW_CHANGE_COMMA] = N_ ("Commas made full-width"),
  [CW_CHANGE_SEMICOLON] = N_ ("Semicolons made full-width"),
  [CW_CHANGE_COLON] = N_ ("Colons made full-width"),
  [CW_CHANGE_QUESTION_MARK] = N_ ("Question marks made full-width"),
  [CW_CHANGE_EXCLAMATION_MARK] = N_ ("Exclamation marks made full-width"),
  [CW_CHANGE_FULL_STOP] = N_ ("Full stops made full-width"),
  [CW_CHANGE_BRACKETS] = N_ ("Brackets corrected"),
  [CW_CHANGE_QUOTES] = N_ ("Straight quotation marks made opening and closing ones"),
  [CW_CHANGE_QUOTE_UNPAIRED] = N_ ("Quotation marks without a partner"),
  [CW_CHANGE_DASH] = N_ ("Dashes corrected"),
  [CW_CHANGE_ELLIPSIS] = N_ ("Ellipses corrected"),
  [CW_CHANGE_WIDTH] = N_ ("Digits and letters made half-width"),
  [CW_CHANGE_SPACES] = N_ ("Spaces and empty lines removed"),
  [CW_CHANGE_LINES_JOINED] = N_ ("Broken lines joined"),
  [CW_CHANGE_NUMBER_TAKEN] = N_ ("Typed numbers replaced by automatic ones"),
  [CW_CHANGE_NUMBER_WRONG] = N_ ("Typed numbers out of sequence"),
  [CW_CHANGE_LIST_TAKEN] = N_ ("Lines of the attachment list, now computed"),
  [CW_CHANGE_REPEATED_TITLE] = N_ ("Repeated titles removed"),
  [CW_CHANGE_INVALID_CHARACTER] = N_ ("Invalid characters removed or replaced"),
};

static void
change_free (gpointer data)
{
  CwChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/**
 * cw_changes_new:
 *
 * Returns: (transfer full): an empty list of changes
 */
CwChanges *
cw_changes_new (void)
{
  CwChanges *self = g_new0 (CwChanges, 1);

  self->list = g_ptr_array_new_with_free_func (change_free);
  return self;
}

/**
 * cw_changes_free:
 * @self: (nullable): a list of changes
 */
void
cw_changes_free (CwChanges *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_free (self);
}

/**
 * cw_changes_is_full:
 * @self: a list of changes
 *
 * Returns: whether further changes are only counted, so that nobody need describe them
 */
gboolean
cw_changes_is_full (CwChanges *self)
{
  return self->list->len >= MAX_LISTED;
}

/**
 * cw_changes_add:
 * @self: a list of changes
 * @kind: what was done
 * @line: line of the source, from 1
 * @before: what stood there, with a little of what is around it
 * @after: what stands there now
 *
 * Notes a change down: counts it, and lists it unless the list is full.
 */
void
cw_changes_add (CwChanges *self,
                CwChangeKind kind,
                guint line,
                const char *before,
                const char *after)
{
  CwChange *change;

  self->counts[kind]++;
  if (cw_changes_is_full (self))
    return;
  change = g_new (CwChange, 1);
  change->kind = kind;
  change->line = line;
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  g_ptr_array_add (self->list, change);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const CwChange *x = *(const CwChange *const *) a, *y = *(const CwChange *const *) b;

  return x->line < y->line ? -1 : x->line > y->line;
}

/**
 * cw_changes_sort:
 * @self: a list of changes
 *
 * Puts the changes into the order of the text. Those of one line stay as they were noted.
 */
void
cw_changes_sort (CwChanges *self)
{
  g_ptr_array_sort (self->list, compare_lines); /* stable */
}

/**
 * cw_change_kind_get_name:
 * @kind: a kind of change
 *
 * Returns: what was done, translated, to stand before a count: “Commas made full-width”
 */
const char *
cw_change_kind_get_name (CwChangeKind kind)
{
  g_return_val_if_fail (kind < CW_N_CHANGE_KINDS, NULL);

  return _ (names[kind]);
}
