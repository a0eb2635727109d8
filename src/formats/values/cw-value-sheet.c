/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-value-sheet.h"

#include "document/values/cw-number.h"
#include "formats/files/cw-file-error.h"
#include "formats/reading/cw-charset.h"
#include "cw-value-ods.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The sheet that goes to those who know the numbers, and comes back with them. What it says is of
 * the paper, whatever the language of the program. */

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_SECTION,
  COLUMN_SENTENCE,
  COLUMN_UNIT,
  COLUMN_LAST,
  COLUMN_ANSWER,
  COLUMN_SOURCE,
  COLUMN_NOTE,
  N_COLUMNS,
} Column;

static const char *const heads[N_COLUMNS]
    = { "编号", "所在部分", "内容", "单位", "上期数", "本期数", "填报人", "备注" };

#define BYTE_ORDER_MARK "\xef\xbb\xbf" /* office programs take a file without it for GBK */
#define BLANK_MARK "【　】"

/* --- what is asked --- */

/* The sentence with its blank marked, whatever is in it. */
static char *
dup_question (CwDocument *document, const CwBlank *blank)
{
  guint start = 0, end = 0;
  g_autofree char *sentence = cw_blank_describe_sentence (document, blank, &start, &end);
  g_autofree char *head = g_strndup (sentence, start);

  return g_strconcat (head, BLANK_MARK, sentence + end, NULL);
}

static char *
dup_section (CwDocument *document, const CwBlank *blank)
{
  if (blank->at.field.kind == CW_FIELD_ELEMENT)
    return g_strdup ("");
  for (guint line = blank->at.line + 1; line > 0; line--)
    {
      CwFlowLine flow = cw_flow_get_line (document, line - 1);

      if (cw_style_get_level (flow.style) > 0)
        {
          CwBlock *block = cw_document_get_block (document, flow.block);

          return g_strndup (cw_text_get_string (flow.text), cw_block_get_heading_length (block));
        }
    }
  return g_strdup ("");
}

/* --- writing --- */

/* What a spreadsheet would take for a formula is written as text. */
static void
append_field (GString *csv, const char *text, gboolean last)
{
  gboolean is_formula = *text != '\0' && strchr ("=+@", *text) != NULL;

  g_string_append (csv, is_formula ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append (csv, last ? "\"\r\n" : "\",");
}

/* The places of a quantity say the same, and what is computed nobody is asked for. */
static gboolean
is_asked (CwDocument *document, const CwBlank *blank, GHashTable *asked)
{
  const CwValue *value = cw_ledger_get_value (cw_document_get_ledger (document), blank->value);

  if (blank->value != 0 && !g_hash_table_add (asked, GUINT_TO_POINTER (blank->value)))
    return FALSE;
  return value == NULL || value->rule == CW_VALUE_ENTERED;
}

static char **
make_row (CwDocument *document, const CwBlank *blank, guint number)
{
  const CwValue *value = cw_ledger_get_value (cw_document_get_ledger (document), blank->value);
  char **row = g_new0 (char *, N_COLUMNS + 1);

  row[COLUMN_NUMBER] = g_strdup_printf ("%u", number);
  row[COLUMN_SECTION] = dup_section (document, blank);
  row[COLUMN_SENTENCE] = dup_question (document, blank);
  row[COLUMN_UNIT] = cw_blank_get_unit (document, blank);
  row[COLUMN_LAST] = g_strdup (value != NULL ? value->last : "");
  row[COLUMN_ANSWER]
      = blank->filled ? cw_stretch_to_string (document, &blank->at) : g_strdup ("");
  row[COLUMN_SOURCE] = g_strdup (value != NULL ? value->source : "");
  row[COLUMN_NOTE] = g_strdup (value != NULL ? value->note : "");
  return row;
}

/* The heads, and a row a blank. */
static GPtrArray *
make_rows (CwDocument *document, gboolean with_filled)
{
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);
  g_autoptr (GHashTable) asked = g_hash_table_new (NULL, NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  char **row = g_new0 (char *, N_COLUMNS + 1);

  for (guint i = 0; i < N_COLUMNS; i++)
    row[i] = g_strdup (heads[i]);
  g_ptr_array_add (rows, row);
  for (guint i = 0; i < blanks->len; i++)
    {
      const CwBlank *blank = &g_array_index (blanks, CwBlank, i);

      if ((with_filled || !blank->filled) && is_asked (document, blank, asked))
        g_ptr_array_add (rows, make_row (document, blank, i + 1));
    }
  return rows;
}

/**
 * cw_value_sheet_to_csv:
 * @document: a document
 * @with_filled: whether to ask also for what has been filled in
 *
 * Writes the collection sheet: a row a quantity, in the order of reading, with its sentence and what
 * it was in the last period; the answer is left free. UTF-8 with a byte order mark, so that office
 * programs read it.
 *
 * Returns: (transfer full): the table as CSV
 */
char *
cw_value_sheet_to_csv (CwDocument *document, gboolean with_filled)
{
  g_autoptr (GPtrArray) rows = make_rows (document, with_filled);
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_append_printf (csv, "%s%s", heads[i], i + 1 < N_COLUMNS ? "," : "\r\n");
  for (guint i = 1; i < rows->len; i++)
    {
      const char *const *row = rows->pdata[i];

      g_string_append_printf (csv, "%s,", row[COLUMN_NUMBER]);
      for (guint j = COLUMN_SECTION; j < N_COLUMNS; j++)
        append_field (csv, row[j], j + 1 == N_COLUMNS);
    }
  return g_string_free_and_steal (csv);
}

/**
 * cw_value_sheet_to_ods:
 * @document: a document
 * @with_filled: whether to ask also for what has been filled in
 *
 * The same as an .ods file, in which the column of the answers is tinted.
 *
 * Returns: (transfer full) (nullable): the bytes of the file; %NULL if it could not be packed
 */
GBytes *
cw_value_sheet_to_ods (CwDocument *document, gboolean with_filled)
{
  static const double widths[N_COLUMNS] = { 12, 40, 90, 14, 22, 28, 22, 40 }; /* mm */
  g_autoptr (GPtrArray) rows = make_rows (document, with_filled);

  return cw_value_ods_write (rows, widths, COLUMN_ANSWER);
}

/* --- reading --- */

/* The field at @p, which is moved behind it and its separator; @ends says whether the row does. */
static char *
read_field (const char **p, char separator, gboolean *ends)
{
  GString *field = g_string_new (NULL);
  gboolean quoted = **p == '"';

  if (quoted)
    (*p)++;
  for (; **p != '\0'; (*p)++)
    {
      if (quoted && (*p)[0] == '"' && (*p)[1] == '"')
        (*p)++;
      else if (quoted && **p == '"')
        {
          quoted = FALSE;
          continue;
        }
      else if (!quoted && (**p == separator || **p == '\n' || **p == '\r'))
        break;
      g_string_append_c (field, **p);
    }
  *ends = **p != separator;
  if (**p == '\r' && (*p)[1] == '\n')
    (*p)++;
  if (**p != '\0')
    (*p)++;
  return g_strstrip (g_string_free_and_steal (field));
}

static GPtrArray *
read_row (const char **p, char separator)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  gboolean ends = FALSE;

  while (!ends)
    g_ptr_array_add (row, read_field (p, separator, &ends));
  return row;
}

static char
guess_separator (const char *text)
{
  static const char separators[] = ",;\t";
  gsize line = strcspn (text, "\r\n"), best = 0;
  char found = ',';

  for (const char *separator = separators; *separator != '\0'; separator++)
    {
      gsize n = 0;

      for (gsize i = 0; i < line; i++)
        n += text[i] == *separator;
      if (n > best)
        {
          best = n;
          found = *separator;
        }
    }
  return found;
}

/* Which field of a row is which column; -1 for one that is not there. */
static gboolean
find_columns (GPtrArray *row, int columns[N_COLUMNS])
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = -1;
      for (guint j = 0; j < row->len; j++)
        if (strcmp (row->pdata[j], heads[i]) == 0)
          columns[i] = j;
    }
  return columns[COLUMN_ANSWER] >= 0
         && (columns[COLUMN_SENTENCE] >= 0 || columns[COLUMN_NUMBER] >= 0);
}

static const char *
get_field (GPtrArray *row, const int columns[N_COLUMNS], Column column)
{
  const char *field = columns[column] >= 0 && (guint) columns[column] < row->len
                          ? row->pdata[columns[column]]
                          : "";

  return *field == '\'' ? field + 1 : field;
}

/* The blank @row is about: the one whose sentence it says, by its number if several say the same;
 * or else the one of its number. */
static CwSheetMatch
find_blank (GPtrArray *questions, const char *question, const char *number, guint *found)
{
  guint64 wanted = g_ascii_strtoull (number, NULL, 10);
  gboolean any = FALSE;

  for (guint i = 0; *question != '\0' && i < questions->len; i++)
    if (strcmp (questions->pdata[i], question) == 0 && (!any || i + 1 == wanted))
      {
        *found = i;
        any = TRUE;
      }
  if (any)
    return CW_SHEET_SURE;
  if (wanted == 0 || wanted > questions->len)
    return CW_SHEET_LOST;
  *found = wanted - 1;
  return CW_SHEET_CHANGED;
}

static void
answer_clear (gpointer data)
{
  CwSheetAnswer *answer = data;

  g_free (answer->sentence);
  g_free (answer->old_text);
  g_free (answer->new_text);
  g_free (answer->source);
  g_free (answer->note);
  g_free (answer->origin);
}

/**
 * cw_sheet_answer_is_rival:
 * @a: an answer to a paper
 * @b: another answer to the same paper
 *
 * Returns: whether they are about the same quantity; what is lost is about nothing
 */
gboolean
cw_sheet_answer_is_rival (const CwSheetAnswer *a, const CwSheetAnswer *b)
{
  if (a->match == CW_SHEET_LOST || b->match == CW_SHEET_LOST)
    return FALSE;
  return a->blank.value != 0 ? a->blank.value == b->blank.value
                             : cw_stretch_compare (&a->blank.at, &b->blank.at) == 0;
}

/* Whether the same has been answered before; of answers that differ nobody knows which is right. */
static gboolean
mark_twice (GArray *answers, CwSheetAnswer *answer)
{
  gboolean again = FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      CwSheetAnswer *other = &g_array_index (answers, CwSheetAnswer, i);

      if (!cw_sheet_answer_is_rival (other, answer))
        continue;
      if (strcmp (other->new_text, answer->new_text) == 0)
        again = TRUE;
      else
        other->match = answer->match = CW_SHEET_TWICE;
    }
  return again;
}

/* A quantity has a unit, and no answer to it goes without a digit: 约1.2万, 十二. */
static gboolean
is_no_number (CwDocument *document, const CwBlank *blank, const char *text)
{
  g_autofree char *unit = cw_blank_get_unit (document, blank);
  CwNumber number;

  if (*unit == '\0' || cw_number_parse (text, &number))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p))
        || g_utf8_strchr ("零〇一二两三四五六七八九十百千万亿", -1, g_utf8_get_char (p)) != NULL)
      return FALSE;
  return TRUE;
}

static void
add_answer (GArray *answers, CwDocument *document, GArray *blanks, GPtrArray *questions,
            GPtrArray *row, const int columns[N_COLUMNS])
{
  const char *question = get_field (row, columns, COLUMN_SENTENCE);
  const char *text = get_field (row, columns, COLUMN_ANSWER);
  CwSheetAnswer answer = { 0 };
  guint found = 0;

  if (*text == '\0')
    return;
  answer.match = find_blank (questions, question, get_field (row, columns, COLUMN_NUMBER), &found);
  if (answer.match != CW_SHEET_LOST)
    {
      answer.blank = g_array_index (blanks, CwBlank, found);
      answer.old_text = cw_stretch_to_string (document, &answer.blank.at);
      if (strcmp (answer.old_text, text) == 0)
        {
          g_free (answer.old_text);
          return;
        }
    }
  else
    answer.old_text = g_strdup ("");
  answer.sentence = g_strdup (question);
  answer.new_text = g_strdup (text);
  answer.source = g_strdup (get_field (row, columns, COLUMN_SOURCE));
  answer.note = g_strdup (get_field (row, columns, COLUMN_NOTE));
  answer.no_number
      = answer.match != CW_SHEET_LOST && is_no_number (document, &answer.blank, text);
  if (mark_twice (answers, &answer))
    answer_clear (&answer);
  else
    g_array_append_val (answers, answer);
}

static GPtrArray *
all_questions (CwDocument *document, GArray *blanks)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < blanks->len; i++)
    g_ptr_array_add (questions,
                     g_strstrip (dup_question (document, &g_array_index (blanks, CwBlank, i))));
  return questions;
}

/* What was asked for, and where an answer may be. */
static GArray *
read_rows (CwDocument *document, GPtrArray *rows, GError **error)
{
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);
  g_autoptr (GPtrArray) questions = all_questions (document, blanks);
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (CwSheetAnswer));
  int columns[N_COLUMNS], found[N_COLUMNS];
  gboolean has_heads = FALSE;

  g_array_set_clear_func (answers, answer_clear);
  for (guint i = 0; i < rows->len; i++)
    if (find_columns (rows->pdata[i], found))
      {
        memcpy (columns, found, sizeof columns);
        has_heads = TRUE;
      }
    else if (has_heads)
      add_answer (answers, document, blanks, questions, rows->pdata[i], columns);
  if (has_heads)
    return g_steal_pointer (&answers);
  g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_FAILED,
                       _ ("This is no collection sheet: it has no row with the heads 内容 and 本期数. "
                          "Nothing was taken from it. Choose the sheet that was sent out."));
  return NULL;
}

static GPtrArray *
read_csv (GBytes *bytes, GError **error)
{
  g_autofree char *text = cw_charset_decode (bytes, NULL, NULL, error);
  GPtrArray *rows;
  const char *p = text;
  char separator;

  if (text == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (g_str_has_prefix (p, BYTE_ORDER_MARK))
    p += strlen (BYTE_ORDER_MARK);
  separator = guess_separator (p);
  while (*p != '\0' && rows->len < CW_SHEET_MAX_ROWS)
    g_ptr_array_add (rows, read_row (&p, separator));
  return rows;
}

/**
 * cw_value_sheet_read_csv:
 * @document: the paper the sheet was made for, perhaps changed since
 * @bytes: the sheet, as it came back: UTF-8 or GBK, divided by commas, semicolons or tabs
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Reads answers. Rows may have been sorted and columns left out, as long as the answer is there and
 * the sentence or the number; a row without an answer, or whose answer is in the paper already,
 * says nothing. A table without the heads of a sheet is an error.
 *
 * Returns: (transfer full) (nullable) (element-type CwSheetAnswer): the changes they propose, in
 *   the order of the sheet; %NULL if it cannot be read
 */
GArray *
cw_value_sheet_read_csv (CwDocument *document, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) rows = read_csv (bytes, error);

  return rows != NULL ? read_rows (document, rows, error) : NULL;
}

/**
 * cw_value_sheet_read:
 * @document: the paper the sheet was made for, perhaps changed since
 * @bytes: the sheet, as it came back: CSV or .ods
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * As cw_value_sheet_read_csv(), for either kind of file. May be called from any thread.
 *
 * Returns: (transfer full) (nullable) (element-type CwSheetAnswer): the changes they propose; %NULL
 *   if it cannot be read
 */
GArray *
cw_value_sheet_read (CwDocument *document, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!cw_value_ods_sniff (bytes))
    return cw_value_sheet_read_csv (document, bytes, error);
  rows = cw_value_ods_read (bytes, error);
  return rows != NULL ? read_rows (document, rows, error) : NULL;
}

/**
 * cw_value_sheet_join:
 * @answers: (element-type CwSheetAnswer): answers to a paper
 * @more: (element-type CwSheetAnswer): answers to the same paper from another sheet; left empty
 * @origin: (nullable): the file those are from
 *
 * Puts the answers of several sheets together. Who says the same as another is heard once; answers
 * that differ are marked.
 */
void
cw_value_sheet_join (GArray *answers, GArray *more, const char *origin)
{
  for (guint i = 0; i < more->len; i++)
    {
      CwSheetAnswer answer = g_array_index (more, CwSheetAnswer, i);

      g_array_index (more, CwSheetAnswer, i) = (CwSheetAnswer) { 0 };
      answer.origin = g_strdup (origin);
      if (mark_twice (answers, &answer))
        answer_clear (&answer);
      else
        g_array_append_val (answers, answer);
    }
  g_array_set_size (more, 0);
}

/* --- taking the answers --- */

static CwLedger *
take_source (CwLedger *ledger, guint id, const CwSheetAnswer *answer)
{
  const CwValue *known = cw_ledger_get_value (ledger, id);
  CwValue value;

  if (known == NULL)
    return cw_ledger_ref (ledger);
  value = *known;
  value.source = *answer->source != '\0' ? answer->source : value.source;
  value.note = *answer->note != '\0' ? answer->note : value.note;
  return cw_ledger_set_value (ledger, &value);
}

/**
 * cw_value_sheet_apply:
 * @document: the paper the answers were read for
 * @answers: (array length=n): those that are to be taken
 * @n: how many there are
 *
 * Fills the blanks with their answers, and remembers who gave them: one step for the history. What
 * is lost is left out; of two answers to one blank the later one counts.
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_value_sheet_apply (CwDocument *document, const CwSheetAnswer *answers, guint n)
{
  g_autofree CwBlank *blanks = g_new0 (CwBlank, n + 1);
  g_autofree const char **texts = g_new0 (const char *, n + 1);
  g_autoptr (CwDocument) known = NULL;
  g_autoptr (CwDocument) filled = NULL;
  g_autoptr (CwLedger) ledger = NULL;
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (answers[i].match != CW_SHEET_LOST && cw_stretch_is_valid (document, &answers[i].blank.at))
      {
        blanks[kept] = answers[i].blank;
        texts[kept++] = answers[i].new_text;
      }
  if (kept == 0)
    return cw_document_ref (document);
  known = cw_blanks_number (document, blanks, kept);
  filled = cw_blanks_fill (known, blanks, texts, kept);
  ledger = cw_ledger_ref (cw_document_get_ledger (filled));
  for (guint i = 0, j = 0; i < n && j < kept; i++)
    if (texts[j] == answers[i].new_text)
      {
        g_autoptr (CwLedger) old = g_steal_pointer (&ledger);

        ledger = take_source (old, blanks[j++].value, &answers[i]);
      }
  return cw_document_with_ledger (filled, ledger);
}
