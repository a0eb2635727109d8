/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-period-advance.h"

#include <string.h>

#include "document/values/cw-blank.h"
#include "document/values/cw-number.h"
#include "document/elements/cw-paper-date.h"
#include "cw-period-private.h"
#include "document/placeholders/cw-placeholder-words.h"

/* What a paper needs to become that of another period. */

typedef struct
{
  CwDocument *document;
  CwShift shift;
  GPtrArray *changes;
  GHashTable *times; /* numbers of values that are part of a period */
  gboolean has_heading;
  gboolean in_plan;
} Search;

/**
 * cw_period_change_free:
 * @change: (transfer full): a change
 */
void
cw_period_change_free (CwPeriodChange *change)
{
  g_free (change->was);
  g_free (change->now);
  g_free (change);
}

static CwPeriodChange *
add_change (Search *search, CwPeriodChangeKind kind, const CwStretch *at, const char *now)
{
  CwPeriodChange *change = g_new0 (CwPeriodChange, 1);

  change->kind = kind;
  change->at = *at;
  change->was = cw_stretch_to_string (search->document, at);
  change->now = g_strdup (now);
  g_ptr_array_add (search->changes, change);
  return change;
}

/* --- where something stands --- */

static gboolean
is_plan (const char *heading)
{
  static const char *const words[]
      = { "下一步", "下步", "打算", "计划", "安排", "展望", "下阶段", "下一阶段", "思路", "目标任务" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (heading, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static CwZone
get_zone_of_block (Search *search, CwBlock *block, int number)
{
  if (cw_block_get_kind (block) != CW_BLOCK_PARAGRAPH
      && cw_block_get_kind (block) != CW_BLOCK_ANNOTATION)
    return CW_ZONE_TITLE;
  if (number + 1 == (int) cw_document_get_n_body_blocks (search->document))
    return CW_ZONE_CLOSING;
  if (!search->has_heading && number < 3)
    return CW_ZONE_LEAD;
  return search->in_plan ? CW_ZONE_PLAN : CW_ZONE_BODY;
}

static void
note_heading (Search *search, CwBlock *block)
{
  guint level = cw_block_get_level (block);

  search->has_heading = search->has_heading || level > 0;
  if (level == 1)
    search->in_plan = is_plan (cw_text_get_string (cw_block_get_text (block)));
}

static gboolean
is_head_cell (CwTable *table, const CwField *field)
{
  return field->row < cw_table_get_n_header_rows (table);
}

/* Whether the text at @whole is to be read at all, and what it is. */
static gboolean
find_zone (Search *search, const CwStretch *whole)
{
  CwField field = whole->field;
  CwFlowLine line;

  if (field.kind == CW_FIELD_ELEMENT)
    {
      search->shift.zone = CW_ZONE_LEAD;
      return field.element == CW_ELEMENT_EDITOR_NOTE || field.element == CW_ELEMENT_ATTENDEES;
    }
  line = cw_flow_get_line (search->document, whole->line);
  if (field.kind == CW_FIELD_CELL)
    {
      CwTable *table = cw_block_get_table (cw_document_get_block (search->document, field.block));

      search->shift.zone = is_head_cell (table, &field) ? CW_ZONE_TITLE : CW_ZONE_BODY;
      return cw_table_get_list (table) == NULL; /* what is not done keeps its deadline */
    }
  if (line.block < 0)
    {
      search->shift.zone = line.style == CW_STYLE_SUBTITLE ? CW_ZONE_SUBTITLE : CW_ZONE_TITLE;
      return line.style == CW_STYLE_TITLE || line.style == CW_STYLE_SUBTITLE;
    }
  note_heading (search, cw_document_get_block (search->document, line.block));
  search->shift.zone = get_zone_of_block (
      search, cw_document_get_block (search->document, line.block), line.block);
  return TRUE;
}

/* Behind a heading that runs in, the text is no heading any more. */
static CwZone
get_zone_at (Search *search, const CwStretch *whole, guint start)
{
  CwFlowLine line = { .block = -1 };
  CwBlock *block;

  if (whole->field.kind == CW_FIELD_NONE)
    line = cw_flow_get_line (search->document, whole->line);
  if (line.block < 0)
    return search->shift.zone;
  block = cw_document_get_block (search->document, line.block);
  if (cw_block_get_kind (block) != CW_BLOCK_HEADING || start < cw_block_get_heading_length (block))
    return search->shift.zone;
  return search->in_plan ? CW_ZONE_PLAN : CW_ZONE_BODY;
}

/* --- periods and dates --- */

static void
keep_values (Search *search, CwText *text, const CwMention *mention)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == CW_MARK_VALUE && marks[i].start >= mention->start
        && marks[i].end <= mention->end)
      g_hash_table_add (search->times, GUINT_TO_POINTER (marks[i].value));
}

static gboolean
has_value (CwText *text, const CwMention *mention)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == CW_MARK_VALUE && marks[i].start < mention->end
        && marks[i].end > mention->start)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_months (const CwMention *mention)
{
  return mention->type == CW_MENTION_DAY || mention->type == CW_MENTION_MONTH
         || mention->type == CW_MENTION_RANGE;
}

static void
add_mention (Search *search, const CwStretch *whole, CwText *text, const CwMention *mention)
{
  CwShift shift = search->shift;
  CwStretch at = *whole;
  CwVerdict verdict;
  CwPeriodChange *change;

  shift.zone = get_zone_at (search, whole, mention->start);
  verdict = cw_mention_shift (mention, &shift);
  at.start = mention->start;
  at.end = mention->end;
  if (verdict.text != NULL && !(verdict.event && has_value (text, mention)))
    {
      change = add_change (search, verdict.event ? CW_PERIOD_CHANGE_EVENT : CW_PERIOD_CHANGE_TIME,
                           &at, verdict.text);
      change->sure = change->chosen = verdict.sure;
    }
  if (!verdict.event && (verdict.text != NULL || !is_of_months (mention)))
    keep_values (search, text, mention);
  g_free (verdict.text);
}

/* --- numbers nobody has marked --- */

static GRegex *
get_number_regex (void)
{
  static gsize store = 0;

  if (g_once_init_enter (&store))
    g_once_init_leave (
        &store,
        (gsize) g_regex_new (
            "(?<![0-9A-Za-z.,，：:第〔\\[（(―—–/-])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?",
            G_REGEX_OPTIMIZE, 0, NULL));
  return (GRegex *) store;
}

/* The unit behind a number, unless it is one that tells no quantity: 年, 月, 时, 岁. */
static gboolean
is_quantity (const char *p, const char *limit, gsize *unit)
{
  static const char *const not_counted[]
      = { "年", "月", "日", "号", "时", "点", "岁", "届", "级", "周岁", "周年", "期", "版", "楼", "室" };

  *unit = 0;
  for (guint i = 0; i < G_N_ELEMENTS (not_counted); i++)
    if (g_str_has_prefix (p, not_counted[i]))
      return FALSE;
  if (*p == '%' || g_str_has_prefix (p, "％"))
    {
      *unit = *p == '%' ? 1 : strlen ("％");
      return TRUE;
    }
  return cw_words_match_follower (p, limit, unit) == CW_FOLLOWER_UNIT;
}

static gboolean
overlaps_mention (GArray *mentions, guint start, guint end)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const CwMention *mention = &g_array_index (mentions, CwMention, i);

      if (mention->start < end && mention->end > start)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_marked (CwText *text, guint start, guint end)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind != CW_MARK_EMPHASIS && marks[i].start < end && marks[i].end > start)
      return TRUE;
  return FALSE;
}

static gboolean
is_in_title (const char *string, guint at)
{
  g_autofree char *before = g_strndup (string, at);
  const char *open = g_strrstr (before, "《"), *close = g_strrstr (before, "》");

  return open != NULL && (close == NULL || close < open);
}

static void
add_number (Search *search, const CwStretch *whole, guint start, guint end)
{
  CwStretch at = *whole;

  at.start = start;
  at.end = end;
  add_change (search, CW_PERIOD_CHANGE_NUMBER, &at, "XX");
}

static void
find_numbers (Search *search, const CwStretch *whole, CwText *text, GArray *mentions)
{
  const char *string = cw_text_get_string (text);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (get_number_regex (), string, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;
      gsize unit;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (get_zone_at (search, whole, start) != CW_ZONE_TITLE
          && is_quantity (string + end, string + cw_text_get_length (text), &unit)
          && !overlaps_mention (mentions, start, end) && !is_marked (text, start, end)
          && !is_in_title (string, start))
        add_number (search, whole, start, end);
    }
}

/* A cell with nothing but a number, unless it counts the rows. */
static void
find_cell_number (Search *search, const CwStretch *whole, CwText *text)
{
  static const char *const no_quantities[] = { "序号", "编号", "年份", "电话", "号码", "日期" };
  CwTable *table = cw_block_get_table (cw_document_get_block (search->document, whole->field.block));
  const char *head = cw_text_get_string (cw_table_get_cell (table, 0, whole->field.column).text);
  CwNumber number;

  if (is_head_cell (table, &whole->field) || !cw_number_parse (cw_text_get_string (text), &number)
      || is_marked (text, 0, cw_text_get_length (text)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (no_quantities); i++)
    if (strstr (head, no_quantities[i]) != NULL)
      return;
  add_number (search, whole, 0, cw_text_get_length (text));
}

/* --- every text --- */

static gboolean
search_text (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Search *search = user_data;
  g_autoptr (GArray) mentions = NULL;

  if (!find_zone (search, whole))
    return TRUE;
  search->shift.string = cw_text_get_string (text);
  mentions = cw_mentions_find (search->shift.string);
  for (guint i = 0; i < mentions->len; i++)
    add_mention (search, whole, text, &g_array_index (mentions, CwMention, i));
  if (whole->field.kind == CW_FIELD_CELL)
    find_cell_number (search, whole, text);
  if (whole->field.kind != CW_FIELD_ELEMENT)
    find_numbers (search, whole, text, mentions);
  return TRUE;
}

static gboolean
is_time (CwDocument *document, const CwBlank *blank)
{
  static const CwElement dates[] = { CW_ELEMENT_DATE, CW_ELEMENT_ISSUERS, CW_ELEMENT_NUMBER_YEAR };
  CwElement element = CW_N_ELEMENTS;

  if (blank->at.field.kind == CW_FIELD_ELEMENT)
    return TRUE;
  if (blank->at.field.kind != CW_FIELD_NONE)
    return FALSE;
  cw_style_get_element (cw_flow_get_line (document, blank->at.line).style, &element);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (element == dates[i])
      return TRUE;
  return element == CW_ELEMENT_SIGNATORY || element == CW_ELEMENT_ADDRESSEES
         || element == CW_ELEMENT_TITLE;
}

/* A quantity is listed once, at its first place; names of the paper and its dates are none. */
static void
find_values (Search *search)
{
  g_autoptr (GArray) blanks = cw_blanks_find (search->document, TRUE);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < blanks->len; i++)
    if (is_time (search->document, &g_array_index (blanks, CwBlank, i)))
      g_hash_table_add (search->times,
                        GUINT_TO_POINTER (g_array_index (blanks, CwBlank, i).value));
  for (guint i = 0; i < blanks->len; i++)
    {
      const CwBlank *blank = &g_array_index (blanks, CwBlank, i);
      gpointer id = GUINT_TO_POINTER (blank->value);
      CwPeriodChange *change;

      if (!blank->filled || g_hash_table_contains (search->times, id)
          || !g_hash_table_add (seen, id))
        continue;
      change = add_change (search, CW_PERIOD_CHANGE_VALUE, &blank->at, "XX");
      change->value = blank->value;
      change->sure = change->chosen = TRUE;
    }
}

/* --- elements --- */

static void
add_element (Search *search, CwElement element, const char *now)
{
  CwText *text = cw_document_get_element (search->document, element);
  CwStretch at = { .field = { .kind = CW_FIELD_ELEMENT, .element = element } };
  CwPeriodChange *change;

  if (text == NULL || cw_text_is_empty (text) || strcmp (cw_text_get_string (text), now) == 0)
    return;
  at.end = cw_text_get_length (text);
  if (element < CW_N_FLOW_ELEMENTS)
    {
      at.field = (CwField) { 0 };
      at.line = cw_flow_get_line_of_element (search->document, element);
    }
  change = add_change (search, CW_PERIOD_CHANGE_ELEMENT, &at, now);
  change->element = element;
  change->sure = change->chosen = TRUE;
}

/* The paper of the next period gets its number in the year in which it is issued. */
static void
find_number_year (Search *search)
{
  CwText *text = cw_document_get_element (search->document, CW_ELEMENT_NUMBER_YEAR);
  CwText *dated = cw_document_get_element (search->document, CW_ELEMENT_DATE);
  const CwPeriod *from = &search->shift.from, *to = &search->shift.to;
  int year = text != NULL ? atoi (cw_text_get_string (text)) : 0, by = to->year - from->year;
  int first, n, to_first, to_n;
  g_autofree char *next = NULL;
  GDate date;

  if (year < 1900)
    return;
  if (dated != NULL && cw_paper_date_parse (cw_text_get_string (dated), &date)
      && cw_period_get_months (from, &first, &n) && cw_period_get_months (to, &to_first, &to_n))
    by = (g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1 + to_first + to_n - first
          - n) / 12 - g_date_get_year (&date);
  next = g_strdup_printf ("%d", year + by);
  add_element (search, CW_ELEMENT_NUMBER_YEAR, next);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const CwPeriodChange *x = *(const CwPeriodChange *const *) a;
  const CwPeriodChange *y = *(const CwPeriodChange *const *) b;

  return x->kind != y->kind && (x->kind == CW_PERIOD_CHANGE_ELEMENT || y->kind == CW_PERIOD_CHANGE_ELEMENT)
             ? (int) x->kind - (int) y->kind
             : cw_stretch_compare (&x->at, &y->at);
}

/**
 * cw_period_find_changes:
 * @document: a document
 * @from: the period it is about
 * @to: the one it is to be about, of the same kind
 *
 * Finds what makes the paper of @to of the paper of @from: periods and dates that move, filled
 * values that become blanks, dates of what has happened, elements that are emptied, and numbers
 * nobody has marked. What is sure is chosen; numbers never are. What speaks of another time is not
 * in the list.
 *
 * Returns: (transfer full) (element-type CwPeriodChange): the changes in the order of reading,
 *   elements last
 */
GPtrArray *
cw_period_find_changes (CwDocument *document, const CwPeriod *from, const CwPeriod *to)
{
  g_autoptr (GHashTable) times = g_hash_table_new (NULL, NULL);
  GPtrArray *changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_period_change_free);
  Search search = { .document = document, .shift = { *from, *to, NULL, CW_ZONE_TITLE },
                    .changes = changes, .times = times };

  g_return_val_if_fail (from->kind == to->kind, changes);

  if (from->kind != CW_PERIOD_NONE)
    cw_stretch_foreach (document, search_text, &search);
  find_values (&search);
  add_element (&search, CW_ELEMENT_DATE, "");
  add_element (&search, CW_ELEMENT_NUMBER_SERIAL, "");
  add_element (&search, CW_ELEMENT_PRINTING_DATE, "");
  find_number_year (&search);
  g_ptr_array_sort (changes, compare_changes);
  return changes;
}
