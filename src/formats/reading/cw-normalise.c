/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-normalise.h"

#include <string.h>

#include "cw-quotes.h"

/* A blank taken out may bring a word to the Chinese before it; one more look settles that. */
#define MAX_PASSES 8

struct _CwNormaliser
{
  CwChanges *changes;
  CwQuotes *quotes;
};

/* --- when a mark is Chinese --- */

/* Between two words or numbers everything stays: 1,234; 10:30; 3:2; Word, Excel. */
static gboolean
is_in_chinese (CwPassage *passage, int i)
{
  return !cw_passage_is_between_words (passage, i)
         && (cw_passage_is_chinese_before (passage, i) || cw_passage_is_chinese_after (passage, i));
}

static gboolean
is_colon_in_chinese (CwPassage *passage, int i)
{
  gunichar after = cw_passage_get (passage, i + 1);

  return after != '/' && after != '\\' && is_in_chinese (passage, i);
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == 0x201d || c == 0x2019 || c == 0xff09;
}

static gboolean
is_at_end (CwPassage *passage, int i)
{
  i++;
  while (i < passage->n && is_closing (passage->chars[i]))
    i++;
  return i == passage->n;
}

/* Whether the author types . for 。: the paragraph ends with one. */
static gboolean
ends_with_point (CwPassage *passage)
{
  int i = passage->n - 1;

  while (i > 0 && is_closing (passage->chars[i]))
    i--;
  return i > 0 && passage->chars[i] == '.' && cw_passage_is_chinese_before (passage, i);
}

/* A point ends a sentence at the end of the paragraph; within it only between two Chinese
 * characters, and only if the paragraph itself ends so: 约翰.史密斯 does not. */
static gboolean
is_sentence_end (CwPassage *passage, int i)
{
  gunichar before = cw_passage_get (passage, i - 1), after = cw_passage_get (passage, i + 1);

  if (before == '.' || after == '.' || !cw_passage_is_chinese_before (passage, i))
    return FALSE;
  if (is_at_end (passage, i))
    return TRUE;
  return (cw_char_is_chinese (before) || before == '"' || before == 0x201d)
         && cw_passage_is_chinese_after (passage, i) && ends_with_point (passage);
}

static gboolean
always (CwPassage *passage, int i)
{
  return TRUE;
}

/* The rules for single marks. What they leave alone, and why, is beside the functions above and
 * in the lists of tests/formats/test-normalise.c. */
static const struct
{
  gunichar mark;
  const char *becomes;
  CwChangeKind kind;
  gboolean (*applies) (CwPassage *passage, int i);
} rules[] = {
  { ',', "，", CW_CHANGE_COMMA, is_in_chinese },
  { ';', "；", CW_CHANGE_SEMICOLON, is_in_chinese },
  { ':', "：", CW_CHANGE_COLON, is_colon_in_chinese },
  { '?', "？", CW_CHANGE_QUESTION_MARK, is_in_chinese },
  { '!', "！", CW_CHANGE_EXCLAMATION_MARK, is_in_chinese },
  { '.', "。", CW_CHANGE_FULL_STOP, is_sentence_end },
  { 0xff0e /* ． */, "。", CW_CHANGE_FULL_STOP, is_sentence_end },
  { 0xff61 /* ｡ */, "。", CW_CHANGE_FULL_STOP, always },
  { 0xff64 /* ､ */, "、", CW_CHANGE_COMMA, always },
};

/* Spares nearly every character the look into the table. */
static gboolean
could_be_mark (gunichar c)
{
  return c <= '?' || c >= 0xff0e;
}

static gboolean
apply_rule (CwPassage *passage, int i)
{
  gunichar c = passage->chars[i];

  if (!could_be_mark (c) || passage->becomes[i] != NULL || passage->fixed[i])
    return FALSE;
  for (gsize k = 0; k < G_N_ELEMENTS (rules); k++)
    if (rules[k].mark == c && rules[k].applies (passage, i))
      {
        cw_passage_set (passage, i, rules[k].becomes, rules[k].kind);
        return TRUE;
      }
  return FALSE;
}

/* A mark that has become Chinese makes its neighbours so, whichever side they are on. */
static void
apply_rules (CwPassage *passage)
{
  gboolean changed;

  do
    {
      changed = FALSE;
      for (int i = 0; i < passage->n; i++)
        changed |= apply_rule (passage, i);
      for (int i = passage->n - 1; i >= 0 && changed; i--)
        apply_rule (passage, i);
    }
  while (changed);
}

/* --- dashes and ellipses --- */

static int
find_run_end (CwPassage *passage, int i, const char *chars)
{
  while (i < passage->n && !passage->fixed[i]
         && g_utf8_strchr (chars, -1, passage->chars[i]) != NULL)
    i++;
  return i;
}

static void
set_run (CwPassage *passage, int from, int to, const char *becomes, CwChangeKind kind)
{
  for (int i = from; i < to; i++)
    cw_passage_set (passage, i, i == from ? becomes : "", kind);
}

static gboolean
is_between_chinese (CwPassage *passage, int from, int to)
{
  gboolean before = from == 0 || cw_passage_is_chinese_before (passage, from);
  gboolean after = to == passage->n || cw_passage_is_chinese_after (passage, to - 1);

  return before && after && to - from < passage->n;
}

/* -- and its kind between Chinese; a single — only at the start of a line, where nothing can be
 * joined by it. */
static int
set_dash (CwPassage *passage, int i)
{
  int end = find_run_end (passage, i, "-－—―─");
  gboolean is_pair = end - i == 2 && passage->chars[i] == 0x2014 && passage->chars[i + 1] == 0x2014;
  gboolean is_start = end - i == 1 && i == 0 && passage->chars[i] == 0x2014;

  if (!is_pair && (end - i >= 2 || is_start) && is_between_chinese (passage, i, end))
    set_run (passage, i, end, "——", CW_CHANGE_DASH);
  return end;
}

/* ... 。。。 and … alone; …… and the twelve dots of a line of its own are right (R140). */
static int
set_ellipsis (CwPassage *passage, int i)
{
  gunichar c = passage->chars[i];
  char dots[8] = { 0 };
  int end, n;

  g_unichar_to_utf8 (c, dots);
  end = find_run_end (passage, i, dots);
  n = end - i;
  if ((c == 0x2026 ? n == 1 || n == 3 : n >= 3)
      && (cw_passage_is_chinese_before (passage, i)
          || cw_passage_is_chinese_after (passage, end - 1)))
    set_run (passage, i, end, "……", CW_CHANGE_ELLIPSIS);
  return end;
}

static void
set_runs (CwPassage *passage)
{
  for (int i = 0; i < passage->n;)
    {
      gunichar c = passage->chars[i];

      if (passage->fixed[i])
        i++;
      else if (c == '-' || c == 0xff0d || c == 0x2014 || c == 0x2015 || c == 0x2500)
        i = set_dash (passage, i);
      else if (c == '.' || c == 0x3002 || c == 0x2026)
        i = set_ellipsis (passage, i);
      else
        i++;
    }
}

/* --- blanks --- */

/* Whether at @i stands, or will stand, a mark that brings its own blank with it. */
static gboolean
is_wide_mark (CwPassage *passage, int i)
{
  const char *becomes;

  if (i < 0 || i >= passage->n)
    return FALSE;
  becomes = passage->becomes[i];
  return g_utf8_strchr ("，。；：？！、", -1,
                        becomes != NULL && *becomes != '\0' ? g_utf8_get_char (becomes)
                                                            : passage->chars[i])
         != NULL;
}

static gboolean
is_in_date (CwPassage *passage, int i)
{
  gunichar before = cw_passage_get (passage, i - 1), after = cw_passage_get (passage, i + 1);

  return (g_unichar_isdigit (before) && (after == 0x5e74 || after == 0x6708 || after == 0x65e5))
         || (g_unichar_isdigit (after) && (before == 0x5e74 || before == 0x6708));
}

/* 首先, 我们 → 首先，我们; and the same in a date: 2024 年 9 月. Returns whether any was taken out.
 */
static gboolean
take_out_blanks (CwPassage *passage)
{
  gboolean taken = FALSE;

  for (int i = 0; i < passage->n; i++)
    if (passage->chars[i] == ' '
        && (is_wide_mark (passage, i - 1) || is_wide_mark (passage, i + 1)
            || is_in_date (passage, i)))
      {
        cw_passage_set (passage, i, "", CW_CHANGE_SPACES);
        taken = TRUE;
      }
  return taken;
}

/* --- one paragraph --- */

/* The full-width marks a good text is full of; but （2024）17号 wants another bracket. */
static gboolean
is_good_mark (const char *p)
{
  if (strncmp (p, "（", 3) == 0 && g_ascii_isdigit (p[3]))
    return FALSE;
  return (guchar) p[1] == 0xbc && strchr ("\x8c\x88\x89\x9a\x9b\x81\x9f", p[2]) != NULL
         && p[2] != '\0';
}

/* Most paragraphs of a good text need nothing: they are told by a look at the bytes. */
static gboolean
is_settled (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) text[i];

      if (c < 0x80 ? c == ' ' || g_ascii_ispunct (c)
                   : c == 0xe2 || (c == 0xef && !is_good_mark (text + i)))
        return FALSE;
      if (c == 0xe3 && (strncmp (text + i, "。。", 6) == 0 || strncmp (text + i, "【", 3) == 0))
        return FALSE;
    }
  return TRUE;
}

/* Whether a pair of brackets is still half-width: what has changed beside it may change it. */
static gboolean
has_narrow_pair (CwPassage *passage)
{
  for (int i = 0; i < passage->n; i++)
    if (passage->chars[i] == '(' && passage->partner[i] >= 0 && passage->becomes[i] == NULL)
      return TRUE;
  return FALSE;
}

/* The same for an ellipsis that has come about beside another. */
static gboolean
has_new_ellipsis (CwPassage *passage)
{
  for (int i = 0; i < passage->n; i++)
    if (passage->becomes[i] != NULL && passage->kinds[i] == CW_CHANGE_ELLIPSIS)
      return TRUE;
  return FALSE;
}

/* Returns whether to look again. */
static gboolean
normalise (CwNormaliser *self, CwPassage *passage, guint line, gboolean is_first)
{
  if (cw_passage_is_english (passage))
    return FALSE;
  cw_passage_set_document_numbers (passage);
  cw_passage_pair_brackets (passage);
  if (is_first)
    cw_quotes_pair (self->quotes, passage, line);
  cw_passage_pair_single_quotes (passage);
  apply_rules (passage);
  set_runs (passage);
  return take_out_blanks (passage) || has_narrow_pair (passage) || has_new_ellipsis (passage);
}

static char *
normalise_once (CwNormaliser *self,
                const char *text,
                gsize length,
                guint line,
                gboolean is_first,
                gboolean *again)
{
  CwPassage passage;
  char *result;

  cw_passage_init (&passage, text, length);
  *again = normalise (self, &passage, line, is_first);
  result = cw_passage_render (&passage, self->changes, line);
  cw_passage_clear (&passage);
  return result;
}

/**
 * cw_normaliser_new:
 * @changes: what is changed is noted here
 *
 * Returns: (transfer full): a normaliser for the paragraphs of one text
 */
CwNormaliser *
cw_normaliser_new (CwChanges *changes)
{
  CwNormaliser *self = g_new0 (CwNormaliser, 1);

  self->changes = changes;
  self->quotes = cw_quotes_new (changes);
  return self;
}

/**
 * cw_normaliser_free:
 * @self: (nullable): a normaliser
 */
void
cw_normaliser_free (CwNormaliser *self)
{
  if (self == NULL)
    return;
  cw_quotes_free (self->quotes);
  g_free (self);
}

/**
 * cw_normaliser_run:
 * @self: a normaliser
 * @text: one paragraph, valid UTF-8
 * @length: bytes of it
 * @line: line of the source
 *
 * Puts the punctuation of a paragraph right (R136–R155): half-width marks among Chinese, straight
 * quotation marks, dashes, ellipses, full-width digits. Numbers, times, addresses, file names and
 * English stay as they are. To do it twice changes nothing more.
 *
 * Returns: (transfer full) (nullable): the new text, or %NULL if nothing is to be changed
 */
char *
cw_normaliser_run (CwNormaliser *self, const char *text, gsize length, guint line)
{
  g_autofree char *result = NULL;
  gboolean again = TRUE;

  if (is_settled (text, length))
    return NULL;
  for (guint i = 0; again && i < MAX_PASSES; i++)
    {
      const char *from = result != NULL ? result : text;
      char *next = normalise_once (self, from, result != NULL ? strlen (result) : length, line,
                                   i == 0, &again);

      if (next == NULL)
        break;
      g_free (result);
      result = next;
    }
  return g_steal_pointer (&result);
}

/**
 * cw_normaliser_finish:
 * @self: a normaliser
 *
 * Says that no quotation goes on from here: the text ends, or a heading comes.
 */
void
cw_normaliser_finish (CwNormaliser *self)
{
  cw_quotes_finish (self->quotes);
}
