/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- reporting --- */

/**
 * cw_scan_report:
 * @self: a scan
 * @rule: what is offended against
 * @start: first byte
 * @end: byte after the last
 * @message: (transfer full): what is wrong, translated
 * @fix: (nullable): what is to come there
 *
 * Notes a finding, unless its rule is switched off.
 */
void
cw_scan_report (CwTextScan *self,
                CwTextRuleId rule,
                gsize start,
                gsize end,
                char *message,
                const char *fix)
{
  CwStretch at = { self->field, self->line, start, end };
  CwFinding *finding;

  if (!cw_check_options_has_rule (self->options, rule))
    {
      g_free (message);
      return;
    }
  finding = cw_finding_new (cw_text_rule_get (rule), &at, self->string, message);
  if (fix != NULL)
    cw_finding_set_fixes (finding, &at, &fix, 1);
  g_ptr_array_add (self->findings, finding);
}

/**
 * cw_scan_note:
 * @self: a scan
 * @kind: what it is
 * @start: first byte
 * @end: byte after the last
 * @number: see #CwFactKind
 * @other: see #CwFactKind
 *
 * Notes something the whole paper is compared with.
 */
void
cw_scan_note (CwTextScan *self, CwFactKind kind, gsize start, gsize end, guint number, guint other)
{
  CwFact fact = { kind, start, end, number, other };

  g_array_append_val (self->facts, fact);
}

/* --- patterns --- */

/**
 * cw_scan_get_regex:
 * @pattern: a regular expression
 * @store: where it is kept once it is made; static, 0 at first
 *
 * Returns: (transfer none): the expression, never freed
 */
GRegex *
cw_scan_get_regex (const char *pattern, gsize *store)
{
  if (g_once_init_enter (store))
    {
      g_autoptr (GError) error = NULL;
      GRegex *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY, 0, &error);

      if (regex == NULL)
        g_error ("%s: %s", pattern, error->message);
      g_once_init_leave (store, (gsize) regex);
    }
  return (GRegex *) *store;
}

static char *
say (const char *message, GMatchInfo *match)
{
  g_autofree char *words = g_match_info_fetch (match, 0);
  GString *text = g_string_new (_ (message));

  g_string_replace (text, "%s", words, 0);
  return g_string_free_and_steal (text);
}

static void
apply_pattern (CwTextScan *self, const CwPattern *pattern, GRegex *regex)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match_full (regex, self->string, self->length, 0, 0, &match, NULL);
       g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *fix = pattern->fix == NULL || *pattern->fix == '\0'
                                 ? g_strdup (pattern->fix)
                                 : g_match_info_expand_references (match, pattern->fix, NULL);
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      cw_scan_report (self, pattern->rule, start, end, say (pattern->message, match), fix);
    }
}

typedef struct
{
  const CwPattern *pattern;
  GRegex *regex;
} Compiled;

static void
compile (GArray *all, const CwPattern *patterns)
{
  for (; patterns->pattern != NULL; patterns++)
    {
      gsize store = 0;
      Compiled compiled = { patterns, cw_scan_get_regex (patterns->pattern, &store) };

      g_array_append_val (all, compiled);
    }
}

static GArray *
get_compiled (void)
{
  static gsize store = 0;

  if (g_once_init_enter (&store))
    {
      GArray *all = g_array_new (FALSE, FALSE, sizeof (Compiled));

      compile (all, cw_patterns_punctuation);
      compile (all, cw_patterns_digits);
      compile (all, cw_patterns_leftovers);
      compile (all, cw_patterns_words);
      g_once_init_leave (&store, (gsize) all);
    }
  return (GArray *) store;
}

/**
 * cw_scan_foreach_match:
 * @self: a scan
 * @regex: an expression
 * @func: is told of each match
 *
 * Finds all matches in the text of a scan, from the beginning to the end.
 */
void
cw_scan_foreach_match (CwTextScan *self, GRegex *regex, CwScanMatchFunc func)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match_full (regex, self->string, self->length, 0, 0, &match, NULL);
       g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      func (self, match, start, end);
    }
}

/* Everything a regular expression can find. */
static void
scan_patterns (CwTextScan *self)
{
  GArray *all = get_compiled ();

  for (guint i = 0; i < all->len; i++)
    {
      const Compiled *compiled = &g_array_index (all, Compiled, i);

      if ((compiled->pattern->where & self->where) != 0
          && cw_check_options_has_rule (self->options, compiled->pattern->rule))
        apply_pattern (self, compiled->pattern, compiled->regex);
    }
}

/* --- numerals --- */

static guint
get_digit (const char *p)
{
  static const char *const digits[]
      = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (strncmp (p, digits[i], strlen (digits[i])) == 0)
      return i + 1;
  return 0;
}

/**
 * cw_scan_parse_numeral:
 * @string: a Chinese numeral from 一 to 九十九, or digits
 * @length: its bytes
 *
 * Returns: the number, 0 if it is none
 */
guint
cw_scan_parse_numeral (const char *string, gsize length)
{
  const char *end = string + length;
  guint number = 0, digit = 0;

  if (length > 0 && g_ascii_isdigit (*string))
    return length < 9 ? g_ascii_strtoull (string, NULL, 10) : 0;
  for (; string < end; string = g_utf8_next_char (string))
    {
      if (g_str_has_prefix (string, "十"))
        {
          number = (digit > 0 ? digit : 1) * 10;
          digit = 0;
          continue;
        }
      if (digit != 0)
        return 0;
      digit = get_digit (string);
      if (digit == 0)
        return 0;
    }
  return number + digit;
}

/* --- one text --- */

static void
scan (CwTextScan *self)
{
  if (self->length == 0)
    return;
  scan_patterns (self);
  cw_scan_punctuation (self);
  cw_scan_brackets (self);
  cw_scan_digits (self);
  cw_scan_dates (self);
  cw_scan_terms (self);
  cw_scan_sentences (self);
  if (self->where != CW_IN_CELL)
    cw_scan_facts (self);
}

static CwScanned *
scanned_new (gpointer owner, guint element)
{
  CwScanned *self = g_atomic_rc_box_new0 (CwScanned);

  self->owner = owner;
  self->element = element;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_finding_free);
  self->facts = g_array_new (FALSE, FALSE, sizeof (CwFact));
  return self;
}

static void
scanned_clear (gpointer data)
{
  CwScanned *self = data;

  g_ptr_array_unref (self->findings);
  g_array_unref (self->facts);
  if (self->element == CW_N_ELEMENTS)
    cw_block_unref (self->owner);
  else
    cw_text_unref (self->owner);
}

/**
 * cw_scanned_ref:
 * @self: what was seen
 *
 * Returns: (transfer full): @self
 */
CwScanned *
cw_scanned_ref (CwScanned *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * cw_scanned_unref:
 * @self: what was seen
 *
 * Gives a reference back.
 */
void
cw_scanned_unref (CwScanned *self)
{
  g_atomic_rc_box_release_full (self, scanned_clear);
}

static CwScanWhere
get_where (CwBlock *block)
{
  switch (cw_block_get_kind (block))
    {
    case CW_BLOCK_HEADING:
      return CW_IN_HEADING;
    case CW_BLOCK_ANNOTATION:
      return CW_IN_ANNOTATION;
    case CW_BLOCK_TABLE:
    case CW_BLOCK_PICTURE:
      return CW_IN_CAPTION;
    case CW_BLOCK_ATTACHMENT:
      return CW_IN_TITLE;
    case CW_BLOCK_PARAGRAPH:
    case CW_BLOCK_PAGE_BREAK:
    default:
      return CW_IN_PARAGRAPH;
    }
}

static void
scan_text (CwTextScan *self, CwText *text)
{
  self->string = cw_text_get_string (text);
  self->length = cw_text_get_length (text);
  scan (self);
}

static void
scan_table (CwTextScan *self, CwTable *table)
{
  self->where = CW_IN_CELL;
  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    for (guint column = 0; column < cw_table_get_n_columns (table); column++)
      {
        CwCell cell = cw_table_get_cell (table, row, column);

        self->field = (CwField) { CW_FIELD_CELL, 0, 0, row, column };
        if (cell.columns > 0)
          scan_text (self, cell.text);
      }
  cw_scan_totals (self, table);
}

/**
 * cw_scanned_block:
 * @block: a block
 * @options: what to look for
 *
 * Looks at the text of a block and at the cells of its table.
 *
 * Returns: (transfer full): what was seen
 */
CwScanned *
cw_scanned_block (CwBlock *block, CwCheckOptions *options)
{
  CwScanned *self = scanned_new (cw_block_ref (block), CW_N_ELEMENTS);
  CwTextScan scan = { options, self->findings, self->facts, get_where (block),
                  cw_block_get_level (block) };

  self->hash = g_str_hash (cw_text_get_string (cw_block_get_text (block)));
  scan_text (&scan, cw_block_get_text (block));
  if (cw_block_get_kind (block) == CW_BLOCK_TABLE)
    scan_table (&scan, cw_block_get_table (block));
  return self;
}

/**
 * cw_scanned_element:
 * @element: an element
 * @text: its text
 * @options: what to look for
 *
 * Looks at an element; one of the flow line by line.
 *
 * Returns: (transfer full): what was seen
 */
CwScanned *
cw_scanned_element (CwElement element, CwText *text, CwCheckOptions *options)
{
  CwScanned *self = scanned_new (cw_text_ref (text), element);
  CwTextScan scan = { options, self->findings, self->facts, CW_IN_ELEMENT };

  scan.where = element == CW_ELEMENT_TITLE        ? CW_IN_TITLE
               : element == CW_ELEMENT_ADDRESSEES ? CW_IN_ADDRESSEES
                                                  : CW_IN_ELEMENT;
  if (element >= CW_N_FLOW_ELEMENTS)
    {
      scan.field = (CwField) { .kind = CW_FIELD_ELEMENT, .element = element };
      scan_text (&scan, text);
      return self;
    }
  for (guint line = 0; line < cw_text_get_n_lines (text); line++)
    {
      g_autoptr (CwText) part = NULL;
      guint start, end;

      cw_text_get_line (text, line, &start, &end);
      part = cw_text_slice (text, start, end);
      scan.line = line;
      scan_text (&scan, part);
    }
  return self;
}
