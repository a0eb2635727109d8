/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-period-advance.h"

#include <string.h>

#include "document/values/cw-blank-private.h"
#include "document/edits/cw-edit-blocks.h"
#include "document/edits/cw-edit-elements.h"
#include "document/lists/cw-list.h"

/* A paper becomes that of the next period. */

static void
replace_document (CwDocument **document, CwDocument *next)
{
  cw_document_unref (*document);
  *document = next;
}

/* --- a text that keeps its marks --- */

typedef struct
{
  guint start;
  guint end;
} Token;

/* Figures together, any other character alone. */
static GArray *
split (const char *string)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *p = string;

  while (*p != '\0')
    {
      Token token = { p - string, 0 };
      gboolean digits = g_ascii_isdigit (*p);

      do
        p = g_utf8_next_char (p);
      while (digits && g_ascii_isdigit (*p));
      token.end = p - string;
      g_array_append_val (tokens, token);
    }
  return tokens;
}

static gboolean
is_same (const char *a, const Token *x, const char *b, const Token *y)
{
  return x->end - x->start == y->end - y->start
         && strncmp (a + x->start, b + y->start, x->end - x->start) == 0;
}

static CwText *
put (CwText *text, const Token *old, const char *now, const Token *token)
{
  g_autofree char *string = g_strndup (now + token->start, token->end - token->start);
  g_autoptr (CwText) insert = cw_text_new (string);

  return cw_text_splice (text, old->start, old->end, insert);
}

/* The shortest stretch outside which @text and @now are the same. */
static CwText *
put_middle (CwText *text, const char *now, GArray *has, GArray *gets)
{
  const char *string = cw_text_get_string (text);
  guint n = MIN (has->len, gets->len), head = 0, tail = 0;
  Token old, token;

  while (head < n
         && is_same (string, &g_array_index (has, Token, head), now,
                     &g_array_index (gets, Token, head)))
    head++;
  while (tail < n - head
         && is_same (string, &g_array_index (has, Token, has->len - 1 - tail), now,
                     &g_array_index (gets, Token, gets->len - 1 - tail)))
    tail++;
  old.start = head < has->len ? g_array_index (has, Token, head).start : strlen (string);
  old.end = tail > 0 ? g_array_index (has, Token, has->len - tail).start : strlen (string);
  token.start = head < gets->len ? g_array_index (gets, Token, head).start : strlen (now);
  token.end = tail > 0 ? g_array_index (gets, Token, gets->len - tail).start : strlen (now);
  return put (text, &old, now, &token);
}

/* @text saying @now, each figure with the marks of the one before. */
static CwText *
reword (CwText *text, const char *now)
{
  const char *string = cw_text_get_string (text);
  g_autoptr (GArray) has = split (string);
  g_autoptr (GArray) gets = split (now);
  g_autoptr (CwText) result = cw_text_ref (text);

  if (has->len != gets->len)
    return put_middle (text, now, has, gets);
  for (guint i = has->len; i > 0; i--) /* from behind: what is before stays where it is */
    if (!is_same (string, &g_array_index (has, Token, i - 1), now,
                  &g_array_index (gets, Token, i - 1)))
      {
        g_autoptr (CwText) old = g_steal_pointer (&result);

        result = put (old, &g_array_index (has, Token, i - 1), now,
                      &g_array_index (gets, Token, i - 1));
      }
  return g_steal_pointer (&result);
}

/* --- blanks --- */

/* A number nobody has marked becomes a blank of its own, with what it was beside it. */
static CwText *
make_blank (CwDocument *document, const CwPeriodChange *change, CwLedger **ledger)
{
  CwBlank blank = { change->at, change->at.end, 0, FALSE };
  g_autoptr (CwText) text = NULL;
  CwStretch whole = change->at;
  g_autofree char *unit = NULL;
  CwValue value = { .id = cw_ledger_get_free_id (*ledger), .last = change->was };
  CwMark mark = { CW_MARK_VALUE, 0, strlen (CW_BLANK_TEXT), value.id };
  CwLedger *next;

  text = cw_stretch_get_text (document, &whole);
  blank.unit_end = cw_blank_find_unit_end (text, change->at.end, "");
  unit = cw_blank_get_unit (document, &blank);
  if (value.id == 0) /* there are no numbers left */
    return cw_text_new (CW_BLANK_TEXT);
  value.unit = unit;
  next = cw_ledger_set_value (*ledger, &value);
  cw_ledger_unref (*ledger);
  *ledger = next;
  return cw_text_new_with_marks (CW_BLANK_TEXT, strlen (CW_BLANK_TEXT), &mark, 1);
}

static CwText *
make_text (CwDocument *document, const CwPeriodChange *change, CwLedger **ledger)
{
  g_autoptr (CwText) whole = NULL;
  g_autoptr (CwText) text = NULL;

  if (change->kind == CW_PERIOD_CHANGE_NUMBER)
    return make_blank (document, change, ledger);
  whole = cw_stretch_get_text (document, &change->at);
  text = cw_text_slice (whole, change->at.start, change->at.end);
  return reword (text, change->now);
}

/* --- the steps --- */

static CwDocument *
change_texts (CwDocument *document, GPtrArray *changes)
{
  g_autoptr (CwLedger) ledger = cw_ledger_ref (cw_document_get_ledger (document));
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (CwStretch));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_text_unref);
  g_autoptr (CwDocument) said = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const CwPeriodChange *change = changes->pdata[i];

      if (!change->chosen || change->kind == CW_PERIOD_CHANGE_VALUE
          || change->kind == CW_PERIOD_CHANGE_ELEMENT)
        continue;
      g_array_append_val (stretches, change->at);
      g_ptr_array_add (texts, make_text (document, change, &ledger));
    }
  said = cw_edit_stretches (document, (CwStretch *) (gpointer) stretches->data,
                            (CwText **) texts->pdata, texts->len);
  return cw_document_with_ledger (said, ledger);
}

/* What it was stays known beside the blank; so does everything else about it. */
static CwDocument *
empty_values (CwDocument *document, GPtrArray *changes)
{
  g_autoptr (CwLedger) ledger = cw_ledger_ref (cw_document_get_ledger (document));
  g_autoptr (GHashTable) texts = g_hash_table_new (NULL, NULL);
  g_autoptr (CwDocument) said = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const CwPeriodChange *change = changes->pdata[i];
      const CwValue *known = cw_ledger_get_value (ledger, change->value);
      g_autoptr (CwLedger) old = NULL;
      CwValue value;

      if (!change->chosen || change->kind != CW_PERIOD_CHANGE_VALUE || known == NULL)
        continue;
      value = *known;
      value.filled = FALSE;
      value.last = change->was;
      old = g_steal_pointer (&ledger);
      ledger = cw_ledger_set_value (old, &value);
      g_hash_table_insert (texts, GUINT_TO_POINTER (value.id), CW_BLANK_TEXT);
    }
  said = cw_values_put_texts (document, texts);
  return cw_document_with_ledger (said, ledger);
}

static CwDocument *
empty_elements (CwDocument *document, GPtrArray *changes)
{
  g_autoptr (CwDocument) result = cw_document_ref (document);

  for (guint i = 0; i < changes->len; i++)
    {
      const CwPeriodChange *change = changes->pdata[i];
      g_autoptr (CwText) text = cw_text_new (change->now);

      if (change->chosen && change->kind == CW_PERIOD_CHANGE_ELEMENT)
        replace_document (&result, cw_edit_set_element (result, change->element, text));
    }
  return g_steal_pointer (&result);
}

/* All that somebody has said the state of is to be written anew. */
static CwDocument *
reset_sections (CwDocument *document)
{
  g_autoptr (CwDocument) result = cw_document_ref (document);

  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    {
      CwBlock *block = cw_document_get_block (result, i);
      CwSection *section = cw_block_get_section (block);
      g_autoptr (CwSection) anew = NULL;
      g_autoptr (CwBlock) changed = NULL;

      if (section == NULL || cw_section_get_state (section) == CW_SECTION_UNSAID)
        continue;
      anew = cw_section_new (CW_SECTION_TO_WRITE, cw_section_get_person (section),
                             cw_section_get_note (section));
      changed = cw_block_with_section (block, anew);
      replace_document (&result, cw_edit_replace_block (result, i, changed));
    }
  return g_steal_pointer (&result);
}

/* Values that stood somewhere before and do no longer. */
static CwDocument *
forget_lost (CwDocument *document, CwDocument *before)
{
  CwLedger *ledger = cw_document_get_ledger (before);
  g_autoptr (GHashTable) stands = cw_values_dup_texts (document, NULL);
  g_autoptr (GHashTable) stood = cw_values_dup_texts (before, NULL);
  CwDocument *result = cw_document_ref (document);

  for (guint i = 0; i < cw_ledger_get_n_values (ledger); i++)
    {
      gpointer id = GUINT_TO_POINTER (cw_ledger_get_nth_value (ledger, i)->id);

      if (g_hash_table_contains (stood, id) && !g_hash_table_contains (stands, id))
        replace_document (&result, cw_values_remove (result, GPOINTER_TO_UINT (id), 0));
    }
  return result;
}

/**
 * cw_period_apply:
 * @document: a document
 * @changes: (element-type CwPeriodChange): changes found in it; those chosen are made
 * @carry_lists: whether its lists keep only what is not done yet
 *
 * Makes the paper of the next period. States of sections go back to “to write”; persons, notes, names,
 * units, rules and links stay, and so does what was said about findings.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_period_apply (CwDocument *document, GPtrArray *changes, gboolean carry_lists)
{
  g_autoptr (CwDocument) result = change_texts (document, changes);

  replace_document (&result, empty_values (result, changes));
  replace_document (&result, empty_elements (result, changes));
  replace_document (&result, reset_sections (result));
  if (carry_lists)
    replace_document (&result, cw_list_carry_over_all (result));
  return forget_lost (result, document);
}

/**
 * cw_period_advance:
 * @document: a document
 * @from: the period it is about
 * @to: the one it is to be about, of the same kind
 *
 * Makes the paper of another period with every change that is sure, and with what is not done yet of
 * its lists.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_period_advance (CwDocument *document, const CwPeriod *from, const CwPeriod *to)
{
  g_autoptr (GPtrArray) changes = cw_period_find_changes (document, from, to);

  return cw_period_apply (document, changes, TRUE);
}
