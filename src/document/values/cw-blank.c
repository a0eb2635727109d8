/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cw-blank-private.h"
#include "document/placeholders/cw-placeholder-words.h"

/* What is still to be filled in, and what has been. */

/* --- in one text --- */

static gboolean
is_known (const CwMark *mark, CwLedger *ledger)
{
  return mark->kind == CW_MARK_VALUE && cw_ledger_get_value (ledger, mark->value) != NULL;
}

/* @text without marks that name no value: what they cover is found as if nobody had marked it. */
static CwText *
drop_unknown (CwText *text, CwLedger *ledger)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  g_autoptr (CwText) result = cw_text_ref (text);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == CW_MARK_VALUE && !is_known (&marks[i], ledger))
      {
        g_autoptr (CwText) old = g_steal_pointer (&result);

        result = cw_text_set_mark (old, CW_MARK_VALUE, marks[i].start, marks[i].end, FALSE);
      }
  return g_steal_pointer (&result);
}

/**
 * cw_blank_find_unit_end:
 * @text: a text
 * @end: where a blank ends in it
 * @unit: the unit it is known to have, may be empty
 *
 * Returns: the byte after the unit that follows; @end without one
 */
guint
cw_blank_find_unit_end (CwText *text, guint end, const char *unit)
{
  const char *string = cw_text_get_string (text);
  gsize length = 0;

  if (*unit != '\0' && g_str_has_prefix (string + end, unit))
    return end + strlen (unit);
  cw_words_match_follower (string + end, string + cw_text_get_length (text), &length);
  return end + length;
}

static void
add_values (GArray *blanks, const CwStretch *whole, CwText *text, CwLedger *ledger, gboolean filled)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      const CwValue *value = marks[i].kind == CW_MARK_VALUE
                                 ? cw_ledger_get_value (ledger, marks[i].value)
                                 : NULL;
      CwBlank blank = { *whole };

      if (value == NULL || (value->filled && !filled))
        continue;
      blank.at.start = marks[i].start;
      blank.at.end = marks[i].end;
      blank.unit_end = cw_blank_find_unit_end (text, marks[i].end, value->unit);
      blank.value = value->id;
      blank.filled = value->filled;
      g_array_append_val (blanks, blank);
    }
}

static void
add_placeholders (GArray *blanks, const CwStretch *whole, CwText *text)
{
  guint n;
  const CwPlaceholder *placeholders = cw_text_get_placeholders (text, &n);

  for (guint i = 0; i < n; i++)
    {
      CwBlank blank = { *whole, placeholders[i].unit_end, 0, FALSE };

      blank.at.start = placeholders[i].start;
      blank.at.end = placeholders[i].end;
      g_array_append_val (blanks, blank);
    }
}

static int
compare_blanks (gconstpointer a, gconstpointer b)
{
  const CwBlank *x = a, *y = b;

  return cw_stretch_compare (&x->at, &y->at);
}

static gboolean
is_plain (CwText *text)
{
  guint n_marks, n_placeholders;

  cw_text_get_marks (text, &n_marks);
  cw_text_get_placeholders (text, &n_placeholders);
  return n_marks == 0 && n_placeholders == 0;
}

/* Adds the blanks of @text; those found and those marked never overlap. */
static void
add_text (GArray *blanks, const CwStretch *whole, CwText *text, CwLedger *ledger, gboolean filled)
{
  g_autoptr (CwText) known = NULL;
  guint first = blanks->len;

  if (is_plain (text))
    return;
  known = drop_unknown (text, ledger);
  add_values (blanks, whole, known, ledger, filled);
  add_placeholders (blanks, whole, known);
  if (blanks->len > first + 1)
    qsort (&g_array_index (blanks, CwBlank, first), blanks->len - first, sizeof (CwBlank),
           compare_blanks);
}

/* --- in a document --- */

typedef struct
{
  CwLedger *ledger;
  gboolean with_filled;
  GArray *found;
} Search;

static gboolean
find_blanks (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Search *search = user_data;

  add_text (search->found, whole, text, search->ledger, search->with_filled);
  return TRUE;
}

/**
 * cw_blanks_find:
 * @document: a document
 * @with_filled: whether to find also what has been filled in
 *
 * Finds every place where a quantity is missing, in lines, cells and elements: placeholders found
 * in the text and values not filled; with @with_filled also the filled ones. A mark that names a
 * value the ledger does not have is none.
 *
 * Returns: (transfer full) (element-type CwBlank): the blanks in the order of reading
 */
GArray *
cw_blanks_find (CwDocument *document, gboolean with_filled)
{
  Search search = { cw_document_get_ledger (document), with_filled,
                    g_array_new (FALSE, FALSE, sizeof (CwBlank)) };

  cw_stretch_foreach (document, find_blanks, &search);
  return search.found;
}

/**
 * cw_blanks_find_in_line:
 * @document: a document
 * @line: a line of its flow
 * @with_filled: whether to find also what has been filled in
 *
 * As cw_blanks_find(), in one line, without the cells of a table there. Takes no longer for a long
 * document than for a short one.
 *
 * Returns: (transfer full) (element-type CwBlank): the blanks in the order of reading
 */
GArray *
cw_blanks_find_in_line (CwDocument *document, guint line, gboolean with_filled)
{
  GArray *blanks = g_array_new (FALSE, FALSE, sizeof (CwBlank));
  CwStretch whole = { .line = line };
  g_autoptr (CwText) text = cw_stretch_get_text (document, &whole);

  if (text == NULL || cw_flow_get_line (document, line).style == CW_STYLE_PAGE_BREAK)
    return blanks;
  whole.end = cw_text_get_length (text);
  add_text (blanks, &whole, text, cw_document_get_ledger (document), with_filled);
  return blanks;
}

static gboolean
find_dismissed (const CwStretch *whole, CwText *text, gpointer user_data)
{
  GArray *found = user_data;
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == CW_MARK_LITERAL)
      {
        CwStretch stretch = *whole;

        stretch.start = marks[i].start;
        stretch.end = marks[i].end;
        g_array_append_val (found, stretch);
      }
  return TRUE;
}

/**
 * cw_blanks_find_dismissed:
 * @document: a document
 *
 * Returns: (transfer full) (element-type CwStretch): what somebody has said is no placeholder, in
 *   the order of reading
 */
GArray *
cw_blanks_find_dismissed (CwDocument *document)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CwStretch));

  cw_stretch_foreach (document, find_dismissed, found);
  return found;
}

/**
 * cw_blanks_count_in_text:
 * @text: a line, cell or element of a document
 * @ledger: the ledger of that document
 * @with_filled: whether to count also what has been filled in
 *
 * Returns: how many blanks it has, as many as cw_blanks_find() finds in it
 */
guint
cw_blanks_count_in_text (CwText *text, CwLedger *ledger, gboolean with_filled)
{
  CwStretch whole = { 0 };
  g_autoptr (GArray) blanks = NULL;

  if (is_plain (text))
    return 0;
  blanks = g_array_new (FALSE, FALSE, sizeof (CwBlank));
  add_text (blanks, &whole, text, ledger, with_filled);
  return blanks->len;
}

/**
 * cw_blanks_count:
 * @document: a document
 * @n_left: (out) (optional): how many are not filled in
 *
 * For “37 left of 52”: places are counted, not quantities.
 *
 * Returns: how many blanks there are in all, filled or not
 */
guint
cw_blanks_count (CwDocument *document, guint *n_left)
{
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);

  if (n_left != NULL)
    *n_left = 0;
  for (guint i = 0; n_left != NULL && i < blanks->len; i++)
    *n_left += !g_array_index (blanks, CwBlank, i).filled;
  return blanks->len;
}

/* --- what one is --- */

/**
 * cw_blank_get_unit:
 * @document: a document
 * @blank: a blank of it
 *
 * Returns: (transfer full): its unit: what the ledger says, or else what follows it in the text;
 *   empty without one
 */
char *
cw_blank_get_unit (CwDocument *document, const CwBlank *blank)
{
  const CwValue *value = cw_ledger_get_value (cw_document_get_ledger (document), blank->value);
  CwStretch unit = blank->at;

  if (value != NULL && *value->unit != '\0')
    return g_strdup (value->unit);
  unit.start = blank->at.end;
  unit.end = blank->unit_end;
  return cw_stretch_to_string (document, &unit);
}

/* The length of the character at @p if a sentence ends with it. */
static gsize
ends_sentence (const char *p)
{
  static const char *const ends[] = { "\n", "。", "！", "？", "；", "\xe2\x80\xa8" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_prefix (p, ends[i]))
      return strlen (ends[i]);
  return 0;
}

static gboolean
is_line_end (const char *p)
{
  return *p == '\n' || g_str_has_prefix (p, "\xe2\x80\xa8");
}

/* The sentence around @start to @end of @string, without the space around it. */
static char *
cut_sentence (const char *string, guint start, guint end, guint *blank_start)
{
  const char *from = string, *to = string + end;

  for (const char *p = string; p < string + start; p = g_utf8_next_char (p))
    if (ends_sentence (p) > 0)
      from = p + ends_sentence (p);
  while (from < string + start && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  while (*to != '\0' && ends_sentence (to) == 0)
    to = g_utf8_next_char (to);
  if (*to != '\0' && !is_line_end (to))
    to += ends_sentence (to);
  *blank_start = string + start - from;
  return g_strndup (from, to - from);
}

static char *
cell_head (CwTable *table, guint row, guint column)
{
  char *head = g_strdup (cw_text_get_string (cw_table_get_cell (table, row, column).text));

  g_strdelimit (head, "\n", ' ');
  return g_strstrip (head);
}

/* A number in a cell says nothing without the first cell of its row and of its column. */
static char *
describe_cell (CwDocument *document, const CwField *field)
{
  CwTable *table = cw_block_get_table (cw_document_get_block (document, field->block));
  g_autofree char *row = field->column > 0 ? cell_head (table, field->row, 0) : g_strdup ("");
  g_autofree char *column = field->row > 0 ? cell_head (table, 0, field->column) : g_strdup ("");
  gboolean both = *row != '\0' && *column != '\0';
  gboolean any = *row != '\0' || *column != '\0';

  return g_strconcat (row, both ? "／" : "", column, any ? "：" : "", NULL);
}

/**
 * cw_blank_describe_sentence:
 * @document: a document
 * @blank: a blank of it
 * @start: (out) (optional): where in the sentence the blank begins, in bytes
 * @end: (out) (optional): where it ends
 *
 * Tells what a blank is about: the sentence around it, for a cell the heads of its row and column
 * before it.
 *
 * Returns: (transfer full): one line of text
 */
char *
cw_blank_describe_sentence (CwDocument *document, const CwBlank *blank, guint *start, guint *end)
{
  g_autoptr (CwText) text = cw_stretch_get_text (document, &blank->at);
  g_autofree char *head = NULL;
  g_autofree char *sentence = NULL;
  guint at = 0;

  if (!cw_stretch_is_valid (document, &blank->at))
    return g_strdup ("");
  head = blank->at.field.kind == CW_FIELD_CELL ? describe_cell (document, &blank->at.field)
                                               : g_strdup ("");
  sentence = cut_sentence (cw_text_get_string (text), blank->at.start, blank->at.end, &at);
  if (start != NULL)
    *start = strlen (head) + at;
  if (end != NULL)
    *end = strlen (head) + at + blank->at.end - blank->at.start;
  return g_strconcat (head, sentence, NULL);
}
