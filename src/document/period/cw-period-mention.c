/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-period-private.h"

#include <string.h>

/* Where a text speaks of a time: 2026年第三季度, 7—9月, 今年上半年, 2025—2026学年第一学期. */

#define YEAR "(?:19|20)[0-9]{2}"
#define HAN_YEAR "二[〇○零][〇○零一二三四五六七八九]{2}"
/* Not the end of another number, nor of a span of years: 2021—2026年. */
#define BEFORE "(?<![0-9.])(?<![0-9][—–~～-])(?<!年[—–~～-])(?<![0-9]至)(?<!年至)(?<!年到)(?<![0-9]——)"
#define PREFIX                                                                                     \
  "(?<y>" BEFORE "(?:(?<dy>" YEAR ")|(?<hy>" HAN_YEAR "))年度?|(?<ry>今年|本年|明年|去年|上年))?"
#define MONTH "(?:1[0-2]|0?[1-9])"
#define HAN_MONTH "(?:十[一二]?|[一二三四五六七八九])"
/* Not the end of a larger number, nor how long something took. */
#define HAN_BEFORE                                                                                 \
  "(?<![一二三四五六七八九十百千零〇两几数第每满近逾约0-9])(?<![一二三四五六七八九十]、)"                    \
  "(?<![一二三四五六七八九十月份][—–~～至到-])(?<!历时|为期|长达|连续|时隔|持续|超过|不足|将近)"
#define HAN_BEHIND "(?![一二三四五六七八九十初0-9多余内间之来])"
#define DASH "[—–~～至到-]{1,2}"

/* In the order in which they are tried; of two that begin at the same place the first wins. */
static const struct
{
  CwMentionType type;
  const char *pattern;
} patterns[] = {
  { CW_MENTION_TERM,
    BEFORE "(?<dy>" YEAR ")(?<w0>[—–~～至-]{1,2})" YEAR
           "(?<w1>学年度?)(?:(?<w2>第)(?<n>[一二])学期)?" },
  { CW_MENTION_TERM, PREFIX "(?<w0>[春秋])季学期" },
  { CW_MENTION_TERM, "(?<w2>第)(?<n>[一二])学期" },
  { CW_MENTION_DAY, PREFIX "(?<![0-9./〔—–-])(?<n>" MONTH ")月(?<m>[12][0-9]|3[01]|0?[1-9])(?<w0>[日号])" },
  { CW_MENTION_RANGE,
    PREFIX "(?<![0-9./—–-])(?<n>" MONTH ")(?<w0>月?份?" DASH ")(?<m>" MONTH ")(?<w1>月份?)(?![0-9])" },
  { CW_MENTION_MONTH,
    PREFIX "(?<![0-9./—–~～-])(?<n>" MONTH ")(?<w0>月份?(?:底|末|初|上旬|中旬|下旬)?)(?![0-9])" },
  { CW_MENTION_RANGE,
    PREFIX HAN_BEFORE "(?<n>" HAN_MONTH ")(?<w0>月?份?" DASH ")(?<m>" HAN_MONTH ")(?<w1>月份?)" HAN_BEHIND },
  { CW_MENTION_MONTH,
    PREFIX HAN_BEFORE "(?<n>" HAN_MONTH ")(?<w0>月份?(?:底|末|初(?![一二三四五六七八九十])|上旬|中旬|下旬)?)" HAN_BEHIND },
  { CW_MENTION_CUMULATIVE, PREFIX "(?<w0>前[二两三]个?季度|[一1]至[三3]季度)" },
  { CW_MENTION_QUARTER,
    PREFIX "(?<![一二三四1-4][、和至到—-])(?<![0-9前个])(?<w0>第?)(?<n>[一二三四1-4])(?<w1>季度)" },
  { CW_MENTION_HALF, PREFIX "(?<n>[上下])(?<w0>半年)" },
  { CW_MENTION_YEAR,
    BEFORE "(?<y>(?:(?<dy>" YEAR ")|(?<hy>" HAN_YEAR
           "))年度?)(?!" DASH "20|第[0-9一二三四五六七八九十]+[号期次批届]|级|代)" },
};

static GRegex *
get_regex (guint n)
{
  static gsize regexes[G_N_ELEMENTS (patterns)];

  if (g_once_init_enter (&regexes[n]))
    g_once_init_leave (&regexes[n],
                       (gsize) g_regex_new (patterns[n].pattern, G_REGEX_OPTIMIZE, 0, NULL));
  return (GRegex *) regexes[n];
}

/* --- reading one --- */

static void
fetch (GMatchInfo *match, const char *name, char *buffer, gsize size)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  g_strlcpy (buffer, text != NULL ? text : "", size);
}

static const char *const han_numbers[]
    = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" };

/* A number, a Chinese numeral, or 上 and 下, as 1 and 2. */
static guint
fetch_number (GMatchInfo *match, const char *name, gboolean *chinese)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  if (g_strcmp0 (text, "上") == 0 || g_strcmp0 (text, "下") == 0)
    {
      *chinese = TRUE;
      return g_strcmp0 (text, "上") == 0 ? 1 : 2;
    }
  for (guint i = 1; text != NULL && i < G_N_ELEMENTS (han_numbers); i++)
    if (strcmp (text, han_numbers[i]) == 0)
      {
        *chinese = TRUE;
        return i;
      }
  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

static int
read_han_year (const char *text)
{
  int year = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int figure = 0;

      for (guint i = 0; i < 10; i++)
        figure = g_str_has_prefix (p, han_numbers[i]) ? (int) i : figure;
      year = year * 10 + figure;
    }
  return year;
}

static void
read_year (CwMention *mention, GMatchInfo *match)
{
  static const char *const words[] = { "今年", "本年", "明年", "去年", "上年" };
  static const int years[] = { 0, 0, 1, -1, -1 };
  char digits[24], han[24], relative[24];

  fetch (match, "y", mention->year_words, sizeof mention->year_words);
  fetch (match, "dy", digits, sizeof digits);
  fetch (match, "hy", han, sizeof han);
  fetch (match, "ry", relative, sizeof relative);
  mention->has_year = *digits != '\0' || *han != '\0';
  if (mention->has_year)
    mention->year = *digits != '\0' ? atoi (digits) : read_han_year (han);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (relative, words[i]) == 0)
      {
        mention->has_relative = TRUE;
        mention->relative = years[i];
      }
}

static CwMention
read_mention (CwMentionType type, GMatchInfo *match)
{
  CwMention mention = { .type = type };
  int start, end;

  g_match_info_fetch_pos (match, 0, &start, &end);
  mention.start = start;
  mention.end = end;
  read_year (&mention, match);
  fetch (match, "w0", mention.words[0], sizeof mention.words[0]);
  fetch (match, "w1", mention.words[1], sizeof mention.words[1]);
  fetch (match, "w2", mention.words[2], sizeof mention.words[2]);
  mention.numbers[0] = fetch_number (match, "n", &mention.chinese);
  mention.numbers[1] = fetch_number (match, "m", &mention.chinese);
  return mention;
}

/* --- finding them --- */

/* Whether @at is within 《…》 or 〔…〕: titles of papers and their numbers do not move. */
static gboolean
is_quoted (const char *text, guint at)
{
  int depth = 0;

  for (const char *p = text; p < text + at; p = g_utf8_next_char (p))
    if (g_str_has_prefix (p, "《") || g_str_has_prefix (p, "〔"))
      depth++;
    else if (depth > 0 && (g_str_has_prefix (p, "》") || g_str_has_prefix (p, "〕")))
      depth--;
  return depth > 0 && (strstr (text + at, "》") != NULL || strstr (text + at, "〕") != NULL);
}

static gboolean
find_first (const char *text, guint from, CwMention *mention)
{
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      int start;

      if (!g_regex_match_full (get_regex (i), text, -1, from, 0, &match, NULL))
        continue;
      g_match_info_fetch_pos (match, 0, &start, NULL);
      if (!found || (guint) start < mention->start)
        *mention = read_mention (patterns[i].type, match);
      found = TRUE;
    }
  return found;
}

/**
 * cw_mentions_find:
 * @text: a text
 *
 * Finds where a text speaks of a time; titles of papers in 《》 are left alone.
 *
 * Returns: (transfer full) (element-type CwMention): the places, one after the other
 */
GArray *
cw_mentions_find (const char *text)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (CwMention));
  guint from = 0;
  CwMention mention;

  if (strpbrk (text, "0123456789") == NULL && strstr (text, "月") == NULL && strstr (text, "季度") == NULL
      && strstr (text, "半年") == NULL && strstr (text, "学期") == NULL && strstr (text, "年") == NULL)
    return mentions;
  while (find_first (text, from, &mention))
    {
      if (!is_quoted (text, mention.start))
        g_array_append_val (mentions, mention);
      from = mention.end;
    }
  return mentions;
}

/* --- what one is about --- */

static gboolean
get_term (const CwMention *mention, CwPeriod *period)
{
  gboolean spring = strcmp (mention->words[0], "春") == 0;

  if (spring || strcmp (mention->words[0], "秋") == 0)
    *period = (CwPeriod) { CW_PERIOD_TERM, mention->has_year ? mention->year - spring : 0,
                           spring ? 2 : 1 };
  else if (mention->numbers[0] > 0)
    *period = (CwPeriod) { CW_PERIOD_TERM, mention->year, mention->numbers[0] };
  else
    *period = (CwPeriod) { CW_PERIOD_SCHOOL_YEAR, mention->year, 0 };
  return TRUE;
}

/* Up to a month of the year, or a whole quarter. */
static gboolean
get_range (const CwMention *mention, CwPeriod *period)
{
  guint first = mention->numbers[0], last = mention->numbers[1];

  *period = (CwPeriod) { CW_PERIOD_MONTHS, mention->year, last };
  if (first == 1)
    return last > 1;
  *period = (CwPeriod) { CW_PERIOD_QUARTER, mention->year, last / 3 };
  return first % 3 == 1 && last == first + 2;
}

/**
 * cw_mention_get_period:
 * @mention: a place where a text speaks of a time
 * @period: (out): the period it names; its year is 0 if it does not say one
 *
 * Returns: whether it names a period a paper can be about
 */
gboolean
cw_mention_get_period (const CwMention *mention, CwPeriod *period)
{
  CwPeriodKind kind = CW_PERIOD_NONE;

  if (mention->type == CW_MENTION_TERM)
    return get_term (mention, period);
  if (mention->type == CW_MENTION_RANGE)
    return get_range (mention, period);
  if (mention->type == CW_MENTION_YEAR)
    kind = CW_PERIOD_YEAR;
  else if (mention->type == CW_MENTION_QUARTER)
    kind = CW_PERIOD_QUARTER;
  else if (mention->type == CW_MENTION_HALF)
    kind = CW_PERIOD_HALF;
  else if (mention->type == CW_MENTION_MONTH && g_str_has_suffix (mention->words[0], "月份"))
    kind = CW_PERIOD_MONTH;
  else if (mention->type == CW_MENTION_MONTH && mention->has_year
           && strcmp (mention->words[0], "月") == 0)
    kind = CW_PERIOD_MONTH;
  *period = (CwPeriod) { kind, mention->year, mention->numbers[0] };
  return kind != CW_PERIOD_NONE;
}

/**
 * cw_mention_write_month:
 * @mention: a place where a text speaks of a month
 * @month: a month, from 1
 *
 * Returns: (transfer full): its number, in figures or in Chinese as there
 */
char *
cw_mention_write_month (const CwMention *mention, guint month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  return mention->chinese ? g_strdup (han_numbers[month]) : g_strdup_printf ("%u", month);
}

/**
 * cw_mention_write_year:
 * @mention: a place where a text says a year in numbers
 * @year: another year
 *
 * Returns: (transfer full): what it says of the year, in the same way: 2027年度, 二〇二七年
 */
char *
cw_mention_write_year (const CwMention *mention, int year)
{
  const char *rest = strstr (mention->year_words, "年");
  g_autofree char *digits = g_strdup_printf ("%d", year);
  GString *string = g_string_new (NULL);

  if (g_ascii_isdigit (*mention->year_words))
    g_string_append (string, digits);
  else
    for (const char *p = digits; *p != '\0'; p++)
      g_string_append (string, han_numbers[g_ascii_digit_value (*p)]);
  g_string_append (string, rest != NULL ? rest : "年");
  return g_string_free_and_steal (string);
}
