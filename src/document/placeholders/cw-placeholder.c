/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder.h"

#include <string.h>

#include "cw-placeholder-scan.h"

/* What a draft leaves blank, and how it is told from what only looks so. No clause of the standard
 * speaks of it; the rules were taken from drafts. The words they go by are in
 * cw-placeholder-words.c, the lists of what must and what must not be found in the test.
 *
 * First, runs of a character that stands for something missing: how many are a blank whatever
 * follows (0: never), and how many if a unit or a noun follows directly. */
/* clang-format off */
const CwRule cw_scan_rules[CW_N_FILLS] = {
  /*                  characters     alone  counted    blanks                not blanks          */
  [CW_FILL_X]    = { "Xx×Ｘｘ✕╳",    2,     1 },  /* XX大学 X次 ×个 X.X%   X光 X轴 3×4 XXL XML */
  [CW_FILL_LINE] = { "_＿",          2,     1 },  /* __次 ____             file_name __init__  */
  [CW_FILL_RING] = { "○◯〇",         2,     1 },  /* ○○局 ○○○同志          二○二四年 ○第一项   */
  [CW_FILL_STAR] = { "*＊",          0,     1 },  /* **项 *个              **重点** C++ ** 2*3 */
  [CW_FILL_BOX]  = { "□",            0,     2 },  /* □□局                  □是 □否             */
};
/* clang-format on */

/* Besides these:
 *
 *   digits and X   202X年 20XX年 X月X日 1XX人 X.X亿元     138××××1234 3X4 X5 iPhone X
 *   第             第X季度 第X批                          第一
 *   星期           星期X                                  星期一
 *   某             某某 某市 某同志 某年某月某日           某些 某个 某一 某人 张某某
 *   brackets       【待补】【】 […] （待填） 第（ ）期     【案例】 [1] （待续） a[]
 *
 * A date is one blank from its first X to its last: 202X年X月X日. XX世纪 is a blank: no office
 * writes Roman numerals. */

/* --- X and digits --- */

/* A number with X for unknown digits: what there is of it, from left to right. */
typedef struct
{
  const char *start;
  const char *end;
  guint leading; /* digits before the first X */
  guint n;       /* X in all */
  guint behind;  /* digits after an X, without a decimal point between */
  gboolean point;
  gboolean times; /* × and nothing else but digits */
} Number;

/* The start of the figures that end at @p, at most 16 bytes of them. */
static const char *
start_of_digits (CwScan *scan, const char *p)
{
  const char *start = p;

  while (start > scan->floor && p - start < 16)
    {
      if (cw_scan_digit_at (scan, start - 1))
        start--;
      else if (strchr (".,", start[-1]) != NULL && start - 1 > scan->floor
               && cw_scan_digit_at (scan, start - 2))
        start--;
      else
        break;
    }
  return start;
}

static void
read_number (CwScan *scan, const char *p, Number *number)
{
  gsize length;
  gboolean after_point = FALSE;

  *number = (Number) { .start = start_of_digits (scan, p), .times = TRUE };
  for (p = number->start; p < scan->limit; p += length)
    {
      if (cw_scan_fill_at (scan, p, &length) == CW_FILL_X)
        {
          number->n++;
          number->times = number->times && cw_scan_starts_with (scan, p, "×");
        }
      else if (length = 1, g_ascii_isdigit (*p))
        {
          number->leading += number->n == 0;
          number->behind += number->n > 0 && !after_point;
        }
      else if (strchr (".,", *p) != NULL
               && (cw_scan_digit_at (scan, p + 1)
                   || cw_scan_fill_at (scan, p + 1, &(gsize) { 0 }) == CW_FILL_X))
        number->point = after_point = TRUE;
      else
        break;
    }
  number->end = p;
}

/* 20XX, 202X, 19××: nobody multiplies so. */
static gboolean
is_year (Number *number)
{
  if (number->leading < 2 || number->leading + number->n != 4 || number->point
      || number->behind > 0)
    return FALSE;
  return strncmp (number->start, "20", 2) == 0 || strncmp (number->start, "19", 2) == 0;
}

/* Whether a sign of arithmetic is near, so that × is one too (面积×层高＝体积). */
static gboolean
is_formula (CwScan *scan, const char *start, const char *end)
{
  const char *from = start - MIN (start - scan->begin, 40), *to = end + MIN (scan->limit - end, 40);

  for (const char *p = from; p < to; p++)
    if (*p == '=' || *p == '+' || cw_scan_starts_with (scan, p, "＝")
        || cw_scan_starts_with (scan, p, "＋") || cw_scan_starts_with (scan, p, "÷"))
      return TRUE;
  return FALSE;
}

static gboolean
is_blank_number (CwScan *scan, Number *number, CwFollower follower)
{
  if (number->behind > 0) /* 3X4, X5, 138××××1234 */
    return FALSE;
  if (is_year (number))
    return TRUE;
  if (number->leading > 0) /* 1XX人, 3.X%; but 3×人 is more likely a product */
    return follower == CW_FOLLOWER_UNIT && (number->n > 1 || number->point || !number->times);
  if (follower != CW_FOLLOWER_UNIT && cw_scan_latin_near (scan, number->start, number->end))
    return FALSE;
  if (number->n >= cw_scan_rules[CW_FILL_X].alone)
    return TRUE;
  if (number->times && is_formula (scan, number->start, number->end))
    return FALSE;
  return follower != CW_FOLLOWER_NONE || cw_scan_is_behind (scan, number->start, "第")
         || cw_scan_is_behind (scan, number->start, "星期");
}

static const char *
read_x (CwScan *scan, const char *p)
{
  Number number;
  CwFollower follower;
  gsize unit_length;

  read_number (scan, p, &number);
  follower = cw_words_match_follower (number.end, scan->limit, &unit_length);
  if (cw_scan_latin_before (scan, number.start) || cw_scan_latin_after (scan, number.end)
      || cw_words_match (CW_WORDS_CHROMOSOMES, number.end, scan->limit) != 0
      || !is_blank_number (scan, &number, follower))
    return number.end;
  return cw_scan_accept (scan, number.start, number.end, unit_length);
}

/* --- other runs --- */

/* A line of nothing but underscores is a rule, not a blank. */
static gboolean
is_rule (CwScan *scan, const char *start, const char *end)
{
  while (cw_scan_byte_at (scan, end) == ' ')
    end++;
  return cw_scan_is_line_start (scan, start) && (end >= scan->limit || *end == '\n');
}

static gboolean
is_blank_line (CwScan *scan, const char *start, const char *end, guint n, CwFollower follower)
{
  if (g_ascii_isalnum (cw_scan_byte_at (scan, end)) || cw_scan_byte_at (scan, end) == '.'
      || (n >= 10 && is_rule (scan, start, end)))
    return FALSE;
  if (g_ascii_isalnum (cw_scan_byte_at (scan, start - 1)))
    return n >= 4 || (n > 1 && follower == CW_FOLLOWER_UNIT);
  return TRUE;
}

/* Beside a numeral a ring is a zero (二○二四年); one alone at the start of a line is a bullet. */
static gboolean
is_blank_ring (CwScan *scan, const char *start, const char *end, guint n)
{
  if (cw_scan_is_behind_any (scan, start, CW_WORDS_NUMERALS)
      || cw_words_match (CW_WORDS_NUMERALS, end, scan->limit) != 0)
    return FALSE;
  return n > 1 || !cw_scan_is_line_start (scan, start);
}

/* Whether the run of stars from @start to @end is one of a pair around bold text: another one of
 * the same length is near in the same line, and is no blank itself. */
static gboolean
is_bold (CwScan *scan, const char *start, const char *end)
{
  gsize length = end - start, unused;
  const char *stop = MIN (scan->limit, end + 200);

  if (scan->star != NULL && start - scan->star < 200)
    return TRUE;
  for (const char *p = end; p + length <= stop && *p != '\n'; p++)
    if (memcmp (p, start, length) == 0)
      return cw_words_match_follower (p + length, scan->limit, &unused) == CW_FOLLOWER_NONE;
  return FALSE;
}

static gboolean
is_blank_star (CwScan *scan, const char *start, const char *end, guint n)
{
  char before = cw_scan_byte_at (scan, start - 1);

  if (is_bold (scan, start, end) || g_ascii_isalnum (before)
      || (before != '\0' && strchr (")]}/", before) != NULL))
    return FALSE;
  return n > 1 || !cw_scan_is_line_start (scan, start);
}

static gboolean
is_blank_run (CwScan *scan,
              CwFill fill,
              const char *start,
              const char *end,
              guint n,
              CwFollower follower)
{
  const CwRule *rule = &cw_scan_rules[fill];
  gboolean counted = n >= rule->counted && follower != CW_FOLLOWER_NONE;

  if (!counted && (rule->alone == 0 || n < rule->alone))
    return FALSE;
  if (fill == CW_FILL_LINE)
    return is_blank_line (scan, start, end, n, follower);
  if (fill == CW_FILL_RING)
    return is_blank_ring (scan, start, end, n);
  return fill == CW_FILL_STAR ? is_blank_star (scan, start, end, n) : TRUE;
}

static const char *
read_run (CwScan *scan, const char *start, CwFill fill)
{
  guint n;
  gsize unit_length;
  const char *end = cw_scan_end_of_run (scan, start, fill, &n);
  CwFollower follower = cw_words_match_follower (end, scan->limit, &unit_length);

  if (is_blank_run (scan, fill, start, end, n, follower))
    return cw_scan_accept (scan, start, end, unit_length);
  if (fill == CW_FILL_STAR)
    scan->star = scan->star == NULL || start - scan->star > 200 ? start : NULL;
  return end;
}

/* --- 某 --- */

/* 某年某月某日, 某月某日: two parts at least, since 某年 and 某日 alone are ordinary words. */
static gboolean
is_some_date (CwScan *scan, const char *end)
{
  int part = cw_scan_date_part_at (scan, end);
  gboolean blank;
  const char *next
      = part < 0 ? NULL : cw_scan_read_date_figures (scan, end + strlen ("年"), &blank);

  return next != NULL && blank && cw_scan_date_part_at (scan, next) > part;
}

static const char *
read_some (CwScan *scan, const char *start)
{
  const char *end = start;
  guint n = 0;
  gsize unit_length, length;

  for (; cw_scan_starts_with (scan, end, "某"); end += strlen ("某"))
    n++;
  length = cw_words_match (CW_WORDS_SOME, end, scan->limit);
  if (cw_scan_is_behind_any (scan, start, CW_WORDS_SURNAMES))
    return end;
  if (n > 1)
    {
      cw_words_match_follower (end, scan->limit, &unit_length);
      return cw_scan_accept (scan, start, end, unit_length);
    }
  if (is_some_date (scan, end))
    return cw_scan_accept (scan, start, end, strlen ("年"));
  if (length == 0 || (cw_words_match_follower (end, scan->limit, &unit_length) == CW_FOLLOWER_NONE))
    return end;
  return cw_scan_accept (scan, start, end, 0);
}

/* --- brackets --- */

typedef struct
{
  const char *open;
  const char *close;
  gboolean round; /* ordinary in running text: empty ones need a unit */
} Bracket;

static const Bracket brackets[] = {
  { "【", "】", FALSE }, { "[", "]", FALSE },  { "［", "］", FALSE },
  { "〔", "〕", FALSE }, { "（", "）", TRUE }, { "(", ")", TRUE },
};

#define MAX_BRACKET 60 /* bytes: notes of what is missing are short */

static const char *
find_close (CwScan *scan, const char *p, const Bracket *bracket)
{
  const char *stop = MIN (scan->limit, p + MAX_BRACKET);

  for (; p < stop && *p != '\n'; p++)
    if (cw_scan_starts_with (scan, p, bracket->close))
      return p;
  return NULL;
}

/* Whether there is nothing between @p and @end but blanks, dots and fill characters. */
static gboolean
is_filling (CwScan *scan, const char *p, const char *end, gboolean blanks_only)
{
  gsize length;

  for (; p < end; p += length)
    {
      length = g_utf8_next_char (p) - p;
      if (*p == ' ' || cw_scan_starts_with (scan, p, "　"))
        continue;
      if (blanks_only)
        return FALSE;
      if (*p != '.' && !cw_scan_starts_with (scan, p, "…")
          && cw_scan_fill_at (scan, p, &(gsize) { 0 }) == CW_FILL_NONE)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_blank_bracket (CwScan *scan,
                  const Bracket *bracket,
                  const char *start,
                  const char *end,
                  CwFollower follower)
{
  const char *inside = start + strlen (bracket->open);
  char before = cw_scan_byte_at (scan, start - 1);

  if (cw_words_match (CW_WORDS_TO_DO, inside, end) != 0)
    return TRUE;
  if (bracket->round)
    return (follower == CW_FOLLOWER_UNIT || cw_scan_is_behind (scan, start, "第"))
           && is_filling (scan, inside, end, TRUE);
  if (g_ascii_isalnum (before)
      || (before == ' ' && start - 1 > scan->begin && strchr ("-*+", start[-2]) != NULL))
    return FALSE; /* a[], - [ ] in a list of tasks */
  return is_filling (scan, inside, end, FALSE);
}

static const char *
read_bracket (CwScan *scan, const char *start, const Bracket *bracket)
{
  const char *inside = start + strlen (bracket->open);
  const char *close = find_close (scan, inside, bracket);
  const char *end;
  CwFollower follower;
  gsize unit_length;

  if (close == NULL)
    return inside;
  end = close + strlen (bracket->close);
  follower = cw_words_match_follower (end, scan->limit, &unit_length);
  if (!is_blank_bracket (scan, bracket, start, close, follower))
    return inside;
  return cw_scan_accept (scan, start, end, unit_length);
}

/* --- the scan --- */

static const char *
read_candidate (CwScan *scan, const char *p)
{
  gsize length;
  CwFill fill;

  if (cw_scan_starts_with (scan, p, "某"))
    return read_some (scan, p);
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (cw_scan_starts_with (scan, p, brackets[i].open))
      return read_bracket (scan, p, &brackets[i]);
  fill = cw_scan_fill_at (scan, p, &length);
  if (fill == CW_FILL_NONE)
    return p + 1;
  return fill == CW_FILL_X ? read_x (scan, p) : read_run (scan, p, fill);
}

/* Whether one of the characters the rules begin with may stand at @p. Most of a text is told by its
 * first byte, and nearly all Han by three. */
static inline gboolean
is_candidate (const guchar *p)
{
  switch (p[0])
    {
    case 'X':
    case 'x':
    case '_':
    case '*':
    case '[':
    case '(':
      return TRUE;
    case 0xc3: /* × */
      return p[1] == 0x97;
    case 0xe2: /* ✕ ╳ ○ ◯ □ */
      return p[1] == 0x9c || p[1] == 0x95 || p[1] == 0x96 || p[1] == 0x97;
    case 0xe3: /* 〇 【 〔 */
      return p[1] == 0x80 && (p[2] == 0x87 || p[2] == 0x90 || p[2] == 0x94);
    case 0xe6: /* 某 */
      return p[1] == 0x9f && p[2] == 0x90;
    case 0xef: /* Ｘ ｘ ＿ ＊ ［ （ */
      return (p[1] == 0xbc
              && (p[2] == 0xb8 || p[2] == 0xbf || p[2] == 0x8a || p[2] == 0xbb || p[2] == 0x88))
             || (p[1] == 0xbd && p[2] == 0x98);
    default:
      return FALSE;
    }
}

/**
 * cw_placeholder_scan:
 * @utf8: a text, valid UTF-8
 * @length: its length in bytes
 *
 * Finds the blanks a draft still has: XX名, X月X日, __次, ○○局, 某市, 【待补】 and the like, by the
 * rules at the head of this file. Takes time in proportion to @length whatever the text is.
 *
 * Returns: (transfer full) (element-type CwPlaceholder): the blanks, sorted, not overlapping
 */
GArray *
cw_placeholder_scan (const char *utf8, gsize length)
{
  CwScan scan = { utf8, utf8 + length, utf8, NULL, NULL };
  const char *p = utf8;

  scan.found = g_array_new (FALSE, FALSE, sizeof (CwPlaceholder));
  while (p < scan.limit)
    {
      /* Valid UTF-8 is never cut within a character, so looking two bytes on is safe once the first
       * byte says that there are two. */
      if (is_candidate ((const guchar *) p))
        p = read_candidate (&scan, p);
      else
        p++;
    }
  return scan.found;
}
