/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-title-score.h"

#include "cw-title-words.h"

/*
 * How good a place between two characters of a title is to begin a line (R53): the title is cut
 * into words, as few as possible, and each place judged by the words on both sides of it. 0 is
 * where a careful secretary would like it best; 400 is in the middle of a word.
 */

#define INSIDE_WORD 400
#define NEVER_FIRST 1000
#define ENDS_WITH_ABOUT 500

typedef struct
{
  guint start;
  guint end;
  CwTitleRole role;
} Word;

typedef struct
{
  const CwItems *items;
  GArray *words;    /* Word */
  guint agency_end; /* item after the name of the issuing office, 0 if there is none */
} Title;

static CwTitleRole
look_up (const CwItems *items, guint start, guint end)
{
  const CwShaped *shaped = items->shaped;
  guint from = cw_items_cluster (items, start)->offset;
  guint to = end < items->n ? cw_items_cluster (items, end)->offset : shaped->length;

  return cw_title_words_find (shaped->text + from, to - from);
}

/* Cutting into words: fewest words, unknown characters counting more than words. */
typedef struct
{
  double cost;
  guint start;
  CwTitleRole role;
} Cut;

static void
try_word (const CwItems *items, Cut *cuts, guint start, guint end)
{
  CwTitleRole role = look_up (items, start, end);
  double cost = cuts[start].cost + (role == CW_TITLE_NONE ? 1.6 : 1);

  if (role == CW_TITLE_NONE && end - start > 1)
    return;
  /* A lone suffix or particle is likely to be a piece of a word. */
  if (end - start == 1 && role != CW_TITLE_NONE)
    cost += 0.2;
  if (cost < cuts[end].cost)
    cuts[end] = (Cut) { cost, start, role };
}

static void
collect_words (const Cut *cuts, guint end, GArray *words)
{
  while (end > 0)
    {
      Word word = { cuts[end].start, end, cuts[end].role };

      g_array_prepend_val (words, word);
      end = cuts[end].start;
    }
}

static GArray *
cut_into_words (const CwItems *items)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autofree Cut *cuts = g_new0 (Cut, items->n + 1);

  for (guint end = 1; end <= items->n; end++)
    {
      cuts[end].cost = G_MAXDOUBLE;
      for (guint n = 1; n <= CW_TITLE_WORD_LONGEST && n <= end; n++)
        try_word (items, cuts, end - n, end);
    }
  collect_words (cuts, items->n, words);
  return words;
}

static const Word *
word_at (const Title *title, guint i)
{
  return &g_array_index (title->words, Word, i);
}

static gboolean
is_digit (const CwItems *items, guint i)
{
  return i < items->n && items->items[i].klass == CW_CLASS_DIGIT;
}

static gboolean
is_time (const Title *title, const Word *word)
{
  return word->role == CW_TITLE_TIME || is_digit (title->items, word->start);
}

/* 局 after 教育 makes an office; so does 市 after 江州, but that name goes on. */
static gboolean
ends_agency (const Title *title, guint i)
{
  const Word *word = word_at (title, i);

  if (word->role == CW_TITLE_AGENCY)
    return TRUE;
  return word->role == CW_TITLE_SUFFIX && i > 0
         && cw_char_is_in (cw_items_char (title->items, word->start),
                           "局厅委部院办处科站所队校会社馆台司署镇乡");
}

static gboolean
ends_agency_part (const Title *title, const Word *word)
{
  return word->role == CW_TITLE_ABOUT || word->role == CW_TITLE_VERB
         || word->role == CW_TITLE_ADVERB || word->role == CW_TITLE_KIND || is_time (title, word)
         || cw_char_is_in (cw_items_char (title->items, word->start), "《“‘（〈的");
}

static void
find_agency (Title *title)
{
  for (guint i = 0; i < title->words->len && !ends_agency_part (title, word_at (title, i)); i++)
    if (ends_agency (title, i))
      title->agency_end = word_at (title, i)->end;
}

static gboolean
is_numeral (const CwItems *items, guint i)
{
  return cw_char_is_in (cw_items_char (items, i), "一二三四五六七八九十〇零百千万");
}

/* Marks between words say more than the words. −1: there is none. */
static double
score_marks (const Title *title, guint i)
{
  gunichar before = cw_items_char (title->items, i - 1);
  gunichar after = cw_items_char (title->items, i);

  if (title->items->items[i - 1].klass == CW_CLASS_SPACE)
    return 0;
  if (title->items->items[i].klass == CW_CLASS_DASH || cw_char_is_in (before, "，：；。！？"))
    return 0;
  if (before == 0x3001)
    return 25;
  if (cw_char_is_in (after, "《〈"))
    return 10;
  if (cw_char_is_in (after, "“‘"))
    return 15;
  if (cw_char_is_in (after, "（〔"))
    return 60;
  return cw_char_is_in (before, "》〉”’）") ? 20 : -1;
}

/* What must not begin a line. −1: nothing of the sort. */
static double
score_first (const Title *title, const Word *before, const Word *after)
{
  const CwItems *items = title->items;

  if (after->role == CW_TITLE_PARTICLE)
    return NEVER_FIRST;
  if (is_numeral (items, before->end - 1)
      && (is_numeral (items, after->start) || after->role == CW_TITLE_SUFFIX))
    return INSIDE_WORD;
  if (after->role == CW_TITLE_SUFFIX && before->role != CW_TITLE_AGENCY)
    return 300;
  return -1;
}

/* What should not end a line. −1: nothing of the sort. */
static double
score_last (const Title *title, const Word *before, const Word *after)
{
  gboolean single = before->end - before->start == 1;

  if (before->role == CW_TITLE_ABOUT)
    return ENDS_WITH_ABOUT;
  if (before->role == CW_TITLE_PREPOSITION)
    return 250;
  if (before->role == CW_TITLE_PARTICLE)
    return after->role == CW_TITLE_KIND ? 90 : 45;
  /* 市 at the very beginning belongs to 教育局. */
  if (before->start == 0 && single)
    return 250;
  if (before->role == CW_TITLE_ADVERB)
    return 250;
  return -1;
}

/* Between two offices that issue together a line may well begin; in the name of one it had better
 * not. */
static double
score_in_agency (const Title *title, const Word *before, const Word *after)
{
  gboolean is_office = before->role == CW_TITLE_AGENCY || before->role == CW_TITLE_SUFFIX;

  if (is_office && cw_char_is_in (cw_items_char (title->items, before->end - 1), "市县区省"))
    return 200;
  return is_office && after->role != CW_TITLE_AGENCY && after->role != CW_TITLE_HEAD ? 30 : 150;
}

static double
score_words (const Title *title, const Word *before, const Word *after)
{
  if (before->role == CW_TITLE_VERB)
    return 60;
  if (is_time (title, after))
    return is_time (title, before) || before->role == CW_TITLE_SUFFIX ? 35 : 8;
  if (is_time (title, before))
    return 30;
  if (after->role == CW_TITLE_ADVERB)
    return 12;
  if (after->role == CW_TITLE_KIND)
    return after->end - after->start > 2 ? 20 : 45;
  if (after->role == CW_TITLE_VERB)
    return 25;
  if (after->role == CW_TITLE_HEAD)
    return 85;
  if (before->role == CW_TITLE_NONE || after->role == CW_TITLE_NONE)
    return before->role == after->role ? 150 : 90;
  return 50;
}

static double
score_place (const Title *title, const Word *before, const Word *after)
{
  double score;

  if (after->role == CW_TITLE_ABOUT)
    return 0;
  if ((score = score_first (title, before, after)) >= 0)
    return score;
  if ((score = score_marks (title, after->start)) >= 0)
    return score;
  if (after->start == title->agency_end)
    return 5;
  if (after->start < title->agency_end)
    return score_in_agency (title, before, after);
  if ((score = score_last (title, before, after)) >= 0)
    return score;
  return score_words (title, before, after);
}

/* Names in 《》 and “” stay whole if they can. */
static void
add_enclosures (const Title *title, double *scores)
{
  guint depth = 0;

  for (guint i = 1; i < title->items->n; i++)
    {
      gunichar ch = cw_items_char (title->items, i - 1);

      if (cw_char_is_in (ch, "《〈“‘（"))
        depth++;
      else if (cw_char_is_in (ch, "》〉”’）") && depth > 0)
        depth--;
      if (depth > 0)
        scores[i] += 130;
    }
}

static void
score_places (const Title *title, double *scores)
{
  for (guint i = 1; i < title->items->n; i++)
    scores[i] = INSIDE_WORD;
  for (guint i = 1; i < title->words->len; i++)
    {
      const Word *after = word_at (title, i);

      scores[after->start] = score_place (title, word_at (title, i - 1), after);
    }
  add_enclosures (title, scores);
  for (guint i = 1; i < title->items->n; i++)
    if (title->items->items[i].break_before == CW_BREAK_FORBIDDEN)
      scores[i] = CW_TITLE_IMPOSSIBLE;
}

/**
 * cw_title_score:
 * @items: a title
 *
 * Judges each place between its characters.
 *
 * Returns: (transfer full) (array): for each item how bad a line is that begins with it: 0 at best,
 *   %CW_TITLE_IMPOSSIBLE where the break rules forbid it
 */
double *
cw_title_score (const CwItems *items)
{
  double *scores = g_new0 (double, items->n + 1);
  g_autoptr (GArray) words = cut_into_words (items);
  Title title = { items, words };

  find_agency (&title);
  score_places (&title, scores);
  return scores;
}
