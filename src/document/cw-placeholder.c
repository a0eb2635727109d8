/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder.h"

#include <string.h>

#include "cw-placeholder-words.h"

/* What a draft leaves blank, and how it is told from what only looks so. No clause of the standard
 * speaks of it; the rules were taken from drafts. The words they go by are in
 * cw-placeholder-words.c, the lists of what must and what must not be found in the test.
 *
 * Rules for runs of a character that stands for something missing:
 *
 *   ALONE    so many are a blank whatever follows (0: never)
 *   COUNTED  so many are a blank if a unit or a noun follows directly
 */
typedef enum
{
  FILL_NONE,
  FILL_X,
  FILL_LINE,
  FILL_RING,
  FILL_STAR,
  FILL_BOX,
  N_FILLS,
} Fill;

typedef struct
{
  const char *characters;
  guint alone;
  guint counted;
} Rule;

/* clang-format off */
static const Rule rules[N_FILLS] = {
  /*               characters     alone  counted    blanks                not blanks            */
  [FILL_X]    = { "Xx×Ｘｘ✕╳",    2,     1 },  /* XX大学 X次 ×个 X.X%   X光 X轴 3×4 XXL XML   */
  [FILL_LINE] = { "_＿",          2,     1 },  /* __次 ____             file_name __init__    */
  [FILL_RING] = { "○◯〇",         2,     1 },  /* ○○局 ○○○同志          二○二四年 ○第一项     */
  [FILL_STAR] = { "*＊",          0,     1 },  /* **项 *个              **重点** C++ ** 2*3   */
  [FILL_BOX]  = { "□",            0,     2 },  /* □□局                  □是 □否               */
};
/* clang-format on */

/* Besides these:
 *
 *   digits and X   202X年 20XX年 X月X日 1XX人 X.X亿元     138××××1234 3X4 X5 iPhone X
 *   第             第X季度 第X批                          第一
 *   某             某某 某市 某同志 某年某月某日           某些 某个 某一 某人 张某某
 *   brackets       【待补】【】 […] （待填） 第（ ）期     【案例】 [1] （待续） a[]
 *
 * A date is one blank from its first X to its last: 202X年X月X日. XX世纪 is a blank: no office
 * writes Roman numerals. */

typedef struct
{
  const char *begin;
  const char *limit;
  const char *floor; /* end of the placeholder before: nothing reaches back over it */
  const char *star;  /* the last run of * that was none, which may have opened **bold** */
  GArray *found;
} Scan;

/* --- characters --- */

/* The length of the character at @p if it is a fill character of @fill, otherwise 0. */
static gsize
fill_length (Scan *scan, const char *p, Fill fill)
{
  const char *next;

  for (const char *c = rules[fill].characters; p < scan->limit && *c != '\0'; c = next)
    {
      next = g_utf8_next_char (c);
      if (memcmp (c, p, MIN (next - c, scan->limit - p)) == 0)
        return next - c;
    }
  return 0;
}

/* The fill character at @p; its length in @length. */
static Fill
fill_at (Scan *scan, const char *p, gsize *length)
{
  for (Fill fill = FILL_X; fill < N_FILLS; fill++)
    if ((*length = fill_length (scan, p, fill)) != 0)
      return fill;
  return FILL_NONE;
}

/* The end of the run of @fill that starts at @p. */
static const char *
end_of_run (Scan *scan, const char *p, Fill fill, guint *n)
{
  gsize length;

  for (*n = 0; (length = fill_length (scan, p, fill)) != 0; ++*n)
    p += length;
  return p;
}

static gboolean
starts_with (Scan *scan, const char *p, const char *word)
{
  return (gsize) (scan->limit - p) >= strlen (word) && memcmp (p, word, strlen (word)) == 0;
}

/* Whether @word stands just before @p. */
static gboolean
is_behind (Scan *scan, const char *p, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (p - scan->begin) >= length && memcmp (p - length, word, length) == 0;
}

/* Whether the character before @p is one of a list. */
static gboolean
is_behind_any (Scan *scan, const char *p, CwWords list)
{
  const char *q = p > scan->begin ? g_utf8_prev_char (p) : p;

  return q < p && cw_words_match (list, q, p) == (gsize) (p - q);
}

static char
byte_at (Scan *scan, const char *p)
{
  return p >= scan->begin && p < scan->limit ? *p : '\0';
}

static gboolean
digit_at (Scan *scan, const char *p)
{
  return g_ascii_isdigit (byte_at (scan, p));
}

static gboolean
letter_at (Scan *scan, const char *p)
{
  return g_ascii_isalpha (byte_at (scan, p));
}

/* Ａ–Ｚ and ａ–ｚ. */
static gboolean
wide_letter_at (Scan *scan, const char *p)
{
  const guchar *u = (const guchar *) p;

  if (p < scan->begin || scan->limit - p < 3 || u[0] != 0xef)
    return FALSE;
  return (u[1] == 0xbc && u[2] >= 0xa1 && u[2] <= 0xba)
         || (u[1] == 0xbd && u[2] >= 0x81 && u[2] <= 0x9a);
}

static gboolean
is_line_start (Scan *scan, const char *p)
{
  while (p > scan->begin && p[-1] == ' ')
    p--;
  return p == scan->begin || p[-1] == '\n' || is_behind (scan, p, "　");
}

/* --- what stands around --- */

/* Whether @p continues a Latin word, file name or address to its left: aX, v1.X, www.xx, a_X, a-X.
 */
static gboolean
latin_before (Scan *scan, const char *p)
{
  char byte = byte_at (scan, p - 1);

  if (p - 1 == scan->floor && scan->found->len > 0) /* XX/XX人, 202X-202X学年 */
    return FALSE;
  if (wide_letter_at (scan, p - 3))
    return TRUE;
  if (g_ascii_isalpha (byte) || (byte != '\0' && strchr ("_@/\\#&=+", byte) != NULL))
    return TRUE;
  return (byte == '.' || byte == '-') && letter_at (scan, p - 2);
}

/* The same to the right: Xa, XX.doc, xx@, XX_1, X-ray. */
static gboolean
latin_after (Scan *scan, const char *p)
{
  char byte = byte_at (scan, p);

  if (wide_letter_at (scan, p))
    return TRUE;
  if (g_ascii_isalnum (byte) || (byte != '\0' && strchr ("_@\\=+", byte) != NULL))
    return TRUE;
  if (byte == '/' || byte == '-' || byte == '.')
    return letter_at (scan, p + 1) && g_ascii_toupper (p[1]) != 'X';
  return FALSE;
}

/* Whether a Latin word stands to the left or the right with a blank between: iPhone X, X Window. */
static gboolean
latin_near (Scan *scan, const char *start, const char *end)
{
  if (byte_at (scan, end) == ' ' && letter_at (scan, end + 1))
    return TRUE;
  return byte_at (scan, start - 1) == ' ' && letter_at (scan, start - 2);
}

/* --- accepting --- */

static const char *const date_parts[] = { "年", "月", "日", "时", "分", "秒" };

/* The figures of a part of a date, at @p: their end, or %NULL if there are none; whether there is a
 * blank among them in @blank. */
static const char *
read_date_figures (Scan *scan, const char *p, gboolean *blank)
{
  const char *start = p;
  gsize length;

  for (*blank = FALSE; p < scan->limit; p += length)
    {
      length = starts_with (scan, p, "某") ? strlen ("某") : 0;
      if (length != 0 || fill_at (scan, p, &length) != FILL_NONE)
        *blank = TRUE;
      else if (g_ascii_isdigit (*p))
        length = 1;
      else
        break;
    }
  return p > start ? p : NULL;
}

/* Which part of a date @p names; -1 if none, or if it only begins like one (年级, 分公司). */
static int
date_part_at (Scan *scan, const char *p)
{
  if (cw_words_match (CW_WORDS_NOT_DATES, p, scan->limit) != 0)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (date_parts); i++)
    if (starts_with (scan, p, date_parts[i]))
      return i;
  return -1;
}

/* Goes on through the further parts of a date as long as they are of a smaller unit each. The blank
 * reaches to the last part that is one. */
static void
extend_date (Scan *scan, CwPlaceholder *placeholder)
{
  const char *p = scan->begin + placeholder->end;
  int part = date_part_at (scan, p), next;

  while (part >= 0)
    {
      gboolean blank;
      const char *end = read_date_figures (scan, p + strlen ("年"), &blank);

      next = end != NULL ? date_part_at (scan, end) : -1;
      if (next <= part)
        return;
      if (blank)
        {
          placeholder->end = end - scan->begin;
          placeholder->unit_end = placeholder->end + strlen ("年");
        }
      p = end;
      part = next;
    }
}

/* Takes @start to @end as a blank with a unit of @unit_length bytes; returns where to go on. */
static const char *
accept (Scan *scan, const char *start, const char *end, gsize unit_length)
{
  CwPlaceholder placeholder
      = { start - scan->begin, end - scan->begin, end - scan->begin + unit_length };

  extend_date (scan, &placeholder);
  g_array_append_val (scan->found, placeholder);
  scan->floor = scan->begin + placeholder.unit_end;
  return scan->floor;
}

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
start_of_digits (Scan *scan, const char *p)
{
  const char *start = p;

  while (start > scan->floor && p - start < 16)
    {
      if (digit_at (scan, start - 1))
        start--;
      else if (strchr (".,", start[-1]) != NULL && start - 1 > scan->floor
               && digit_at (scan, start - 2))
        start--;
      else
        break;
    }
  return start;
}

static void
read_number (Scan *scan, const char *p, Number *number)
{
  gsize length;
  gboolean after_point = FALSE;

  *number = (Number) { .start = start_of_digits (scan, p), .times = TRUE };
  for (p = number->start; p < scan->limit; p += length)
    {
      if (fill_at (scan, p, &length) == FILL_X)
        {
          number->n++;
          number->times = number->times && starts_with (scan, p, "×");
        }
      else if (length = 1, g_ascii_isdigit (*p))
        {
          number->leading += number->n == 0;
          number->behind += number->n > 0 && !after_point;
        }
      else if (strchr (".,", *p) != NULL
               && (digit_at (scan, p + 1) || fill_at (scan, p + 1, &(gsize) { 0 }) == FILL_X))
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
is_formula (Scan *scan, const char *start, const char *end)
{
  const char *from = start - MIN (start - scan->begin, 40), *to = end + MIN (scan->limit - end, 40);

  for (const char *p = from; p < to; p++)
    if (*p == '=' || *p == '+' || starts_with (scan, p, "＝") || starts_with (scan, p, "＋")
        || starts_with (scan, p, "÷"))
      return TRUE;
  return FALSE;
}

static gboolean
is_blank_number (Scan *scan, Number *number, CwFollower follower)
{
  if (number->behind > 0) /* 3X4, X5, 138××××1234 */
    return FALSE;
  if (is_year (number))
    return TRUE;
  if (number->leading > 0) /* 1XX人, 3.X%; but 3×人 is more likely a product */
    return follower == CW_FOLLOWER_UNIT && (number->n > 1 || number->point || !number->times);
  if (follower != CW_FOLLOWER_UNIT && latin_near (scan, number->start, number->end))
    return FALSE;
  if (number->n >= rules[FILL_X].alone)
    return TRUE;
  if (number->times && is_formula (scan, number->start, number->end))
    return FALSE;
  return follower != CW_FOLLOWER_NONE || is_behind (scan, number->start, "第");
}

static const char *
read_x (Scan *scan, const char *p)
{
  Number number;
  CwFollower follower;
  gsize unit_length;

  read_number (scan, p, &number);
  follower = cw_words_match_follower (number.end, scan->limit, &unit_length);
  if (latin_before (scan, number.start) || latin_after (scan, number.end)
      || cw_words_match (CW_WORDS_CHROMOSOMES, number.end, scan->limit) != 0
      || !is_blank_number (scan, &number, follower))
    return number.end;
  return accept (scan, number.start, number.end, unit_length);
}

/* --- other runs --- */

/* A line of nothing but underscores is a rule, not a blank. */
static gboolean
is_rule (Scan *scan, const char *start, const char *end)
{
  while (byte_at (scan, end) == ' ')
    end++;
  return is_line_start (scan, start) && (end >= scan->limit || *end == '\n');
}

static gboolean
is_blank_line (Scan *scan, const char *start, const char *end, guint n, CwFollower follower)
{
  if (g_ascii_isalnum (byte_at (scan, end)) || byte_at (scan, end) == '.'
      || (n >= 10 && is_rule (scan, start, end)))
    return FALSE;
  if (g_ascii_isalnum (byte_at (scan, start - 1)))
    return n >= 4 || (n > 1 && follower == CW_FOLLOWER_UNIT);
  return TRUE;
}

/* Beside a numeral a ring is a zero (二○二四年); one alone at the start of a line is a bullet. */
static gboolean
is_blank_ring (Scan *scan, const char *start, const char *end, guint n)
{
  if (is_behind_any (scan, start, CW_WORDS_NUMERALS)
      || cw_words_match (CW_WORDS_NUMERALS, end, scan->limit) != 0)
    return FALSE;
  return n > 1 || !is_line_start (scan, start);
}

/* Whether the run of stars from @start to @end is one of a pair around bold text: another one of
 * the same length is near in the same line, and is no blank itself. */
static gboolean
is_bold (Scan *scan, const char *start, const char *end)
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
is_blank_star (Scan *scan, const char *start, const char *end, guint n)
{
  char before = byte_at (scan, start - 1);

  if (is_bold (scan, start, end) || g_ascii_isalnum (before)
      || (before != '\0' && strchr (")]}/", before) != NULL))
    return FALSE;
  return n > 1 || !is_line_start (scan, start);
}

static gboolean
is_blank_run (Scan *scan,
              Fill fill,
              const char *start,
              const char *end,
              guint n,
              CwFollower follower)
{
  const Rule *rule = &rules[fill];
  gboolean counted = n >= rule->counted && follower != CW_FOLLOWER_NONE;

  if (!counted && (rule->alone == 0 || n < rule->alone))
    return FALSE;
  if (fill == FILL_LINE)
    return is_blank_line (scan, start, end, n, follower);
  if (fill == FILL_RING)
    return is_blank_ring (scan, start, end, n);
  return fill == FILL_STAR ? is_blank_star (scan, start, end, n) : TRUE;
}

static const char *
read_run (Scan *scan, const char *start, Fill fill)
{
  guint n;
  gsize unit_length;
  const char *end = end_of_run (scan, start, fill, &n);
  CwFollower follower = cw_words_match_follower (end, scan->limit, &unit_length);

  if (is_blank_run (scan, fill, start, end, n, follower))
    return accept (scan, start, end, unit_length);
  if (fill == FILL_STAR)
    scan->star = scan->star == NULL || start - scan->star > 200 ? start : NULL;
  return end;
}

/* --- 某 --- */

/* 某年某月某日, 某月某日: two parts at least, since 某年 and 某日 alone are ordinary words. */
static gboolean
is_some_date (Scan *scan, const char *end)
{
  int part = date_part_at (scan, end);
  gboolean blank;
  const char *next = part < 0 ? NULL : read_date_figures (scan, end + strlen ("年"), &blank);

  return next != NULL && blank && date_part_at (scan, next) > part;
}

static const char *
read_some (Scan *scan, const char *start)
{
  const char *end = start;
  guint n = 0;
  gsize unit_length, length;

  for (; starts_with (scan, end, "某"); end += strlen ("某"))
    n++;
  length = cw_words_match (CW_WORDS_SOME, end, scan->limit);
  if (is_behind_any (scan, start, CW_WORDS_SURNAMES))
    return end;
  if (n > 1)
    {
      cw_words_match_follower (end, scan->limit, &unit_length);
      return accept (scan, start, end, unit_length);
    }
  if (is_some_date (scan, end))
    return accept (scan, start, end, strlen ("年"));
  if (length == 0 || (cw_words_match_follower (end, scan->limit, &unit_length) == CW_FOLLOWER_NONE))
    return end;
  return accept (scan, start, end, 0);
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
find_close (Scan *scan, const char *p, const Bracket *bracket)
{
  const char *stop = MIN (scan->limit, p + MAX_BRACKET);

  for (; p < stop && *p != '\n'; p++)
    if (starts_with (scan, p, bracket->close))
      return p;
  return NULL;
}

/* Whether there is nothing between @p and @end but blanks, dots and fill characters. */
static gboolean
is_filling (Scan *scan, const char *p, const char *end, gboolean blanks_only)
{
  gsize length;

  for (; p < end; p += length)
    {
      length = g_utf8_next_char (p) - p;
      if (*p == ' ' || starts_with (scan, p, "　"))
        continue;
      if (blanks_only)
        return FALSE;
      if (*p != '.' && !starts_with (scan, p, "…")
          && fill_at (scan, p, &(gsize) { 0 }) == FILL_NONE)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_blank_bracket (Scan *scan,
                  const Bracket *bracket,
                  const char *start,
                  const char *end,
                  CwFollower follower)
{
  const char *inside = start + strlen (bracket->open);
  char before = byte_at (scan, start - 1);

  if (cw_words_match (CW_WORDS_TO_DO, inside, end) != 0)
    return TRUE;
  if (bracket->round)
    return (follower == CW_FOLLOWER_UNIT || is_behind (scan, start, "第"))
           && is_filling (scan, inside, end, TRUE);
  if (g_ascii_isalnum (before)
      || (before == ' ' && start - 1 > scan->begin && strchr ("-*+", start[-2]) != NULL))
    return FALSE; /* a[], - [ ] in a list of tasks */
  return is_filling (scan, inside, end, FALSE);
}

static const char *
read_bracket (Scan *scan, const char *start, const Bracket *bracket)
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
  return accept (scan, start, end, unit_length);
}

/* --- the scan --- */

static const char *
read_candidate (Scan *scan, const char *p)
{
  gsize length;
  Fill fill;

  if (starts_with (scan, p, "某"))
    return read_some (scan, p);
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (starts_with (scan, p, brackets[i].open))
      return read_bracket (scan, p, &brackets[i]);
  fill = fill_at (scan, p, &length);
  if (fill == FILL_NONE)
    return p + 1;
  return fill == FILL_X ? read_x (scan, p) : read_run (scan, p, fill);
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
  Scan scan = { utf8, utf8 + length, utf8, NULL, NULL };
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
