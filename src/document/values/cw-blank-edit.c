/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cw-blank-private.h"
#include "cw-value-rules.h"

/* Filling blanks, linking them, and saying what is one. */

/* Puts @next in the place of @document. */
static void
replace_document (CwDocument **document, CwDocument *next)
{
  cw_document_unref (*document);
  *document = next;
}

static const CwValue *
get_value (CwDocument *document, guint id)
{
  return cw_ledger_get_value (cw_document_get_ledger (document), id);
}

/* --- numbers --- */

typedef struct
{
  const CwBlank *blanks;
  guint n;
} Numbering;

static CwText *
number_text (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Numbering *job = user_data;
  g_autoptr (CwText) result = cw_text_ref (text);

  for (guint i = 0; i < job->n; i++)
    {
      const CwStretch *at = &job->blanks[i].at;

      if (job->blanks[i].value != 0 && cw_stretch_same_text (at, whole))
        {
          g_autoptr (CwText) old = g_steal_pointer (&result);

          result = cw_text_set_value (old, job->blanks[i].value, at->start, at->end);
        }
    }
  return g_steal_pointer (&result);
}

/* Those that stand in @document, at the beginning of @blanks. */
static guint
keep_standing (CwDocument *document, CwBlank *blanks, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (blanks[i].at.start < blanks[i].at.end && cw_stretch_is_valid (document, &blanks[i].at))
      blanks[kept++] = blanks[i];
  return kept;
}

/**
 * cw_blanks_mark:
 * @document: a document
 * @blanks: (array length=n): stretches of it and the number each is to have
 * @n: how many there are
 *
 * What does not stand in @document is passed over.
 *
 * Returns: (transfer full): the document in which they are marked so
 */
CwDocument *
cw_blanks_mark (CwDocument *document, const CwBlank *blanks, guint n)
{
  g_autofree CwBlank *standing = g_memdup2 (blanks, n * sizeof (CwBlank));
  Numbering job = { standing, keep_standing (document, standing, n) };

  return cw_edit_each_text (document, number_text, &job);
}

/**
 * cw_blanks_number:
 * @document: a document
 * @blanks: (array length=n): blanks of @document; those that had no number have one afterwards
 * @n: how many there are
 *
 * Enters blanks found in the text in the ledger, as not filled and with the unit that follows them,
 * so that a name, a note or a rule can be given them. No byte of the text changes, so @blanks hold
 * for the new document. One that does not stand in @document (any more) gets no number.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_blanks_number (CwDocument *document, CwBlank *blanks, guint n)
{
  g_autoptr (CwLedger) ledger = cw_ledger_ref (cw_document_get_ledger (document));
  g_autoptr (CwDocument) marked = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *unit = cw_blank_get_unit (document, &blanks[i]);
      g_autoptr (CwLedger) old = NULL;
      CwValue value = { .id = cw_ledger_get_free_id (ledger), .unit = unit };
      CwBlank one = blanks[i];

      if (cw_ledger_get_value (ledger, blanks[i].value) != NULL || value.id == 0
          || keep_standing (document, &one, 1) == 0)
        continue;
      old = g_steal_pointer (&ledger);
      ledger = cw_ledger_set_value (old, &value);
      blanks[i].value = value.id;
    }
  marked = cw_blanks_mark (document, blanks, n);
  return cw_document_with_ledger (marked, ledger);
}

/* --- filling --- */

/* An answer as it goes into a line: without space around it, on one line, and without the unit that
 * follows it anyway. */
static char *
tidy_answer (const char *text, const char *unit)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  gsize length;

  for (char *p = valid; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (valid);
  length = strlen (valid);
  if (*unit != '\0' && g_str_has_suffix (valid, unit) && length > strlen (unit))
    valid[length - strlen (unit)] = '\0';
  return g_strdup (g_strchomp (valid));
}

/**
 * cw_blank_is_answer:
 * @text: what somebody has put in a blank
 * @unit: what follows it
 *
 * Returns: whether it is an answer: XX is a blank still
 */
gboolean
cw_blank_is_answer (const char *text, const char *unit)
{
  g_autofree char *both = g_strconcat (text, unit, NULL);
  g_autoptr (GArray) found = cw_placeholder_scan (both, strlen (both));

  return found->len == 0;
}

/* What follows @blank in the text, whatever the ledger calls its unit. */
static char *
dup_follower (CwDocument *document, const CwBlank *blank)
{
  CwStretch unit = blank->at;

  unit.start = blank->at.end;
  unit.end = blank->unit_end;
  return cw_stretch_to_string (document, &unit);
}

static CwLedger *
set_filled (CwLedger *ledger, guint id, gboolean filled)
{
  CwValue value = *cw_ledger_get_value (ledger, id);

  value.filled = filled;
  return cw_ledger_set_value (ledger, &value);
}

/* An answer that has been tidied, on its way to its blank. */
typedef struct
{
  guint value;
  char *text;
  gboolean filled;
} Answer;

static void
answer_clear (gpointer data)
{
  g_free (((Answer *) data)->text);
}

/* Puts answers under their numbers, and computes what depends on them. */
static CwDocument *
put_answers (CwDocument *document, GArray *answers)
{
  g_autoptr (CwLedger) ledger = cw_ledger_ref (cw_document_get_ledger (document));
  g_autoptr (GHashTable) texts = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CwDocument) said = NULL;
  g_autoptr (CwDocument) known = NULL;

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = &g_array_index (answers, Answer, i);
      g_autoptr (CwLedger) old = g_steal_pointer (&ledger);

      ledger = set_filled (old, answer->value, answer->filled);
      g_hash_table_insert (texts, GUINT_TO_POINTER (answer->value), answer->text);
      g_array_append_val (changed, answer->value);
    }
  said = cw_values_put_texts (document, texts);
  known = cw_document_with_ledger (said, ledger);
  return cw_values_recompute (known, (guint *) changed->data, changed->len);
}

/**
 * cw_blanks_fill:
 * @document: a document
 * @blanks: (array length=n): blanks of @document, filled or not
 * @texts: (array length=n): the answer to each; an empty one leaves its blank as it is
 * @n: how many there are
 *
 * Fills many blanks at once: one step for the history. A blank that had no number gets one in the
 * ledger, with the unit that follows it; every place of the same number changes with it. Answers
 * are put on one line, and a unit at their end that follows in the text is left away. What still
 * is a placeholder (XX) does not count as an answer, but is put in. What is computed from them
 * follows, see cw_values_recompute().
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_blanks_fill (CwDocument *document, const CwBlank *blanks, const char *const *texts, guint n)
{
  g_autofree CwBlank *numbered = g_new (CwBlank, n);
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (Answer));
  g_autoptr (CwDocument) known = NULL;

  g_array_set_clear_func (answers, answer_clear);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *unit = dup_follower (document, &blanks[i]);
      g_autofree char *text = tidy_answer (texts[i], unit);
      Answer answer = { .filled = cw_blank_is_answer (text, unit) };

      if (*text == '\0' || !cw_stretch_is_valid (document, &blanks[i].at))
        continue;
      answer.text = g_steal_pointer (&text);
      numbered[answers->len] = blanks[i];
      g_array_append_val (answers, answer);
    }
  known = cw_blanks_number (document, numbered, answers->len);
  for (guint i = answers->len; i > 0; i--)
    {
      g_array_index (answers, Answer, i - 1).value = numbered[i - 1].value;
      if (get_value (known, numbered[i - 1].value) == NULL) /* there are no numbers left */
        g_array_remove_index (answers, i - 1);
    }
  return put_answers (known, answers);
}

/**
 * cw_blank_fill:
 * @document: a document
 * @blank: a blank of it, filled or not
 * @text: the answer, not empty
 * @source: (nullable): who gave it; %NULL keeps what is known
 * @note: (nullable): a note; %NULL keeps what is known
 *
 * Fills a blank, as cw_blanks_fill() does, and everything that is the same quantity.
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_blank_fill (CwDocument *document,
               const CwBlank *blank,
               const char *text,
               const char *source,
               const char *note)
{
  CwBlank numbered = *blank;
  g_autoptr (CwDocument) known = NULL;
  g_autoptr (CwDocument) filled = NULL;
  CwValue value;

  if (source == NULL && note == NULL)
    return cw_blanks_fill (document, blank, &text, 1);
  if (!cw_stretch_is_valid (document, &blank->at))
    return cw_document_ref (document);
  known = cw_blanks_number (document, &numbered, 1);
  filled = cw_blanks_fill (known, &numbered, &text, 1);
  if (get_value (filled, numbered.value) == NULL)
    return g_steal_pointer (&filled);
  value = *get_value (filled, numbered.value);
  value.source = source != NULL ? source : value.source;
  value.note = note != NULL ? note : value.note;
  return cw_values_set (filled, &value);
}

/**
 * cw_blank_clear:
 * @document: a document
 * @blank: a blank of it that has a number
 *
 * Makes a blank again of what was filled in, everywhere: it shows XX. What it said is not
 * remembered, only undo gives it back.
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_blank_clear (CwDocument *document, const CwBlank *blank)
{
  const CwValue *value = get_value (document, blank->value);
  g_autoptr (CwLedger) ledger = NULL;
  g_autoptr (CwDocument) said = NULL;

  if (value == NULL || !value->filled)
    return cw_document_ref (document);
  ledger = set_filled (cw_document_get_ledger (document), value->id, FALSE);
  said = cw_values_put_text (document, value->id, CW_BLANK_TEXT);
  return cw_document_with_ledger (said, ledger);
}

/* --- what is a blank --- */

/* Takes everything said about what overlaps @stretch away, so that it can be said anew. */
static CwText *
forget_overlapping (CwText *text, const CwStretch *stretch)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  g_autoptr (CwText) result = cw_text_ref (text);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind != CW_MARK_EMPHASIS && marks[i].start < stretch->end
        && marks[i].end > stretch->start)
      {
        g_autoptr (CwText) old = g_steal_pointer (&result);

        result = cw_text_set_mark (old, marks[i].kind, marks[i].start, marks[i].end, FALSE);
      }
  return g_steal_pointer (&result);
}

typedef struct
{
  const CwStretch *stretch;
  gboolean literal;
} Saying;

static CwText *
say_in_text (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Saying *saying = user_data;
  g_autoptr (CwText) bare = NULL;

  if (!cw_stretch_same_text (whole, saying->stretch))
    return cw_text_ref (text);
  bare = forget_overlapping (text, saying->stretch);
  if (!saying->literal)
    return g_steal_pointer (&bare);
  return cw_text_set_mark (bare, CW_MARK_LITERAL, saying->stretch->start, saying->stretch->end,
                           TRUE);
}

/* Removes values that stand nowhere any more but did in @before. */
static CwDocument *
forget_lost (CwDocument *document, CwDocument *before)
{
  CwLedger *ledger = cw_document_get_ledger (before);
  CwDocument *result = cw_document_ref (document);

  for (guint i = 0; i < cw_ledger_get_n_values (ledger); i++)
    {
      guint id = cw_ledger_get_nth_value (ledger, i)->id;

      if (cw_values_count_places (result, id) == 0 && cw_values_count_places (before, id) > 0)
        replace_document (&result, cw_values_remove (result, id, 0));
    }
  return result;
}

static CwDocument *
say (CwDocument *document, const CwStretch *stretch, gboolean literal)
{
  Saying saying = { stretch, literal };
  g_autoptr (CwDocument) said = NULL;

  if (stretch->start >= stretch->end || !cw_stretch_is_valid (document, stretch))
    return cw_document_ref (document);
  said = cw_edit_each_text (document, say_in_text, &saying);
  return forget_lost (said, document);
}

/**
 * cw_blank_make:
 * @document: a document
 * @stretch: some text of it
 *
 * Makes a blank of any text: a value with a number that is not filled. The text stays what the
 * blank shows until it is filled.
 *
 * Returns: (transfer full): the new document; @document itself if @stretch is empty
 */
CwDocument *
cw_blank_make (CwDocument *document, const CwStretch *stretch)
{
  g_autoptr (CwText) text = cw_stretch_get_text (document, stretch);
  g_autoptr (CwDocument) bare = say (document, stretch, FALSE);
  CwBlank blank = { *stretch, stretch->end, 0, FALSE };

  if (stretch->start >= stretch->end || !cw_stretch_is_valid (document, stretch))
    return g_steal_pointer (&bare);
  blank.unit_end = cw_blank_find_unit_end (text, stretch->end, "");
  return cw_blanks_number (bare, &blank, 1);
}

/**
 * cw_blank_dismiss:
 * @document: a document
 * @blank: a blank of it
 *
 * Remembers that what is there is no placeholder, in this one place. A value that stands nowhere
 * else is forgotten.
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_blank_dismiss (CwDocument *document, const CwBlank *blank)
{
  return say (document, &blank->at, TRUE);
}

static CwText *
speak_no_more (const CwStretch *whole, CwText *text, gpointer user_data)
{
  const CwStretch *stretch = user_data;
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  g_autoptr (CwText) result = cw_text_ref (text);

  if (!cw_stretch_same_text (whole, stretch))
    return g_steal_pointer (&result);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == CW_MARK_LITERAL && marks[i].start < stretch->end
        && marks[i].end > stretch->start)
      {
        g_autoptr (CwText) old = g_steal_pointer (&result);

        result
            = cw_text_set_mark (old, CW_MARK_LITERAL, marks[i].start, marks[i].end, FALSE);
      }
  return g_steal_pointer (&result);
}

/**
 * cw_blank_undismiss:
 * @document: a document
 * @stretch: some text of it, as cw_blanks_find_dismissed() gives
 *
 * Takes back what cw_blank_dismiss() said: what looks like a placeholder there is one again.
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_blank_undismiss (CwDocument *document, const CwStretch *stretch)
{
  return cw_edit_each_text (document, speak_no_more, (gpointer) stretch);
}

/* --- one quantity --- */

/* The one of @blanks whose text all get: a filled one before one that is not. */
static guint
find_leader (const CwBlank *blanks, guint n)
{
  for (guint i = 0; i < n; i++)
    if (blanks[i].filled)
      return i;
  for (guint i = 0; i < n; i++)
    if (blanks[i].value != 0)
      return i;
  return 0;
}

/**
 * cw_blanks_link:
 * @document: a document
 * @blanks: (array length=n): blanks of @document that are one quantity
 * @n: how many there are
 *
 * Makes them, and all that is the same quantity as one of them already, one value. They take the
 * text, name and note of the first that is filled, or else of the first that has a number. What
 * does not stand in @document (any more) is passed over.
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_blanks_link (CwDocument *document, const CwBlank *blanks, guint n)
{
  g_autofree CwBlank *numbered = g_memdup2 (blanks, n * sizeof (CwBlank));
  g_autoptr (CwDocument) result = NULL;
  g_autofree char *text = NULL;
  guint leader;

  n = keep_standing (document, numbered, n);
  if (n < 2)
    return cw_document_ref (document);
  leader = find_leader (numbered, n);
  result = cw_blanks_number (document, numbered, n);
  leader = numbered[leader].value;
  text = cw_values_dup_text (result, leader);
  for (guint i = 0; i < n; i++)
    if (numbered[i].value != leader && numbered[i].value != 0)
      {
        replace_document (&result, cw_values_renumber (result, numbered[i].value, leader));
        replace_document (&result, cw_values_remove (result, numbered[i].value, leader));
      }
  if (text != NULL && *text != '\0')
    replace_document (&result, cw_values_put_text (result, leader, text));
  return g_steal_pointer (&result);
}

/**
 * cw_blank_unlink:
 * @document: a document
 * @blank: a blank of it
 *
 * Makes a quantity of its own of one place. It keeps its text and what is known about it, but is
 * not computed.
 *
 * Returns: (transfer full): the new document; @document itself if it stands nowhere else
 */
CwDocument *
cw_blank_unlink (CwDocument *document, const CwBlank *blank)
{
  const CwValue *value = get_value (document, blank->value);
  CwBlank alone = *blank;
  CwValue own;
  g_autoptr (CwDocument) known = NULL;

  if (value == NULL || cw_values_count_places (document, value->id) < 2)
    return cw_document_ref (document);
  own = *value;
  own.id = alone.value = cw_ledger_get_free_id (cw_document_get_ledger (document));
  own.rule = CW_VALUE_ENTERED;
  own.n_parts = 0;
  if (own.id == 0)
    return cw_document_ref (document);
  known = cw_values_set (document, &own);
  return cw_blanks_mark (known, &alone, 1);
}
