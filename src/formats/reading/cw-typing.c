/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-typing.h"

#include <string.h>

#include "document/cw-numbering.h"
#include "cw-passage.h"

/* What a hand that types half-width marks is helped with, mark by mark: the reader of pasted text
 * sees what follows a mark (cw-normalise.c), here only what is there already can decide. */

/* Quotations within quotations go no deeper than anybody could read. */
#define MAX_DEPTH 8

#define LEFT_DOUBLE 0x201c
#define RIGHT_DOUBLE 0x201d
#define LEFT_SINGLE 0x2018
#define RIGHT_SINGLE 0x2019

/* The line, and the mark that was typed in it. */
typedef struct
{
  CwPassage passage;
  int at;
  gboolean is_english;
  gboolean is_quoted; /* the paragraph above has left a quotation open */
} Typing;

/* The quotation marks that are open at a place, outermost first. */
typedef struct
{
  gunichar marks[MAX_DEPTH];
  int depth;
} Quotations;

static gboolean
is_one_of (gunichar c, const char *chars)
{
  return c != 0 && g_utf8_strchr (chars, -1, c) != NULL;
}

static gunichar
get_before (Typing *typing, int distance)
{
  return cw_passage_get (&typing->passage, typing->at - distance);
}

/* --- what is Chinese -------------------------------------------------------------------------- */

/* Marks Chinese shares with other languages, but that are wide between Chinese. */
static gboolean
is_wide (gunichar c)
{
  return cw_char_is_chinese (c) || c == 0x2014 || c == 0x2026;
}

/* Directly behind Chinese, closing quotation marks and a percent sign aside: after a digit or a
 * letter a mark may still become 3.5, 9:30, 1,234 or an address. */
static gboolean
is_behind_chinese (Typing *typing)
{
  gunichar before = get_before (typing, 1);

  if (typing->is_english)
    return FALSE;
  if (is_wide (before))
    return TRUE;
  return is_one_of (before, "”’%‰℃") && cw_passage_is_chinese_before (&typing->passage, typing->at);
}

/* --- quotation marks -------------------------------------------------------------------------- */

static gboolean
is_apostrophe (CwPassage *passage, int i)
{
  return cw_char_is_word (cw_passage_get (passage, i - 1))
         && cw_char_is_word (cw_passage_get (passage, i + 1));
}

static void
close_quotation (Quotations *open, gunichar left)
{
  for (int i = open->depth; i > 0; i--)
    if (open->marks[i - 1] == left)
      {
        open->depth = i - 1;
        return;
      }
}

static Quotations
find_open (CwPassage *passage, int end)
{
  Quotations open = { .depth = 0 };

  for (int i = 0; i < end; i++)
    {
      gunichar c = passage->chars[i];

      if ((c == LEFT_DOUBLE || c == LEFT_SINGLE) && open.depth < MAX_DEPTH)
        open.marks[open.depth++] = c;
      else if (c == RIGHT_DOUBLE)
        close_quotation (&open, LEFT_DOUBLE);
      else if (c == RIGHT_SINGLE && !is_apostrophe (passage, i))
        close_quotation (&open, LEFT_SINGLE);
    }
  return open;
}

static gunichar
get_innermost (const Quotations *open)
{
  return open->depth > 0 ? open->marks[open->depth - 1] : 0;
}

/* Whether what stands behind the mark closes a quotation it does not open. */
static gboolean
is_closed_behind (Typing *typing, gunichar left, gunichar right)
{
  CwPassage *passage = &typing->passage;

  for (int i = typing->at + 1; i < passage->n; i++)
    if (passage->chars[i] == left)
      return FALSE;
    else if (passage->chars[i] == right && !is_apostrophe (passage, i))
      return TRUE;
  return FALSE;
}

/* Within a quotation that ends further on another one is opened, and needs the other marks; so does
 * one that begins behind a colon. */
static gboolean
is_inside (Typing *typing)
{
  return is_closed_behind (typing, LEFT_DOUBLE, RIGHT_DOUBLE)
         || is_one_of (get_before (typing, 1), "：:（(《");
}

/* A quotation of several paragraphs may end here although this one has no opening mark. */
static gboolean
ends_paragraphs (Typing *typing)
{
  return typing->is_quoted && is_one_of (get_before (typing, 1), "。！？…");
}

static const char *
help_double_quote (Typing *typing)
{
  Quotations open = find_open (&typing->passage, typing->at);
  gunichar before = get_before (typing, 1);

  switch (get_innermost (&open))
    {
    case LEFT_DOUBLE:
      return is_inside (typing) ? "‘" : "”";
    case LEFT_SINGLE:
      return open.depth > 1 && is_closed_behind (typing, LEFT_SINGLE, RIGHT_SINGLE) ? "”" : "’";
    default:
      /* 24" and name="value" */
      if (typing->is_english || before == '=' || (before < 0x80 && g_unichar_isdigit (before)))
        return NULL;
      return ends_paragraphs (typing) ? "”" : "“";
    }
}

static const char *
help_single_quote (Typing *typing)
{
  Quotations open = find_open (&typing->passage, typing->at);

  if (get_innermost (&open) == LEFT_SINGLE)
    return "’";
  /* it's, 5' */
  return typing->is_english || cw_char_is_word (get_before (typing, 1)) ? NULL : "‘";
}

/* --- brackets --------------------------------------------------------------------------------- */

static gunichar
find_open_bracket (Typing *typing)
{
  int depth = 0;

  for (int i = typing->at - 1; i >= 0; i--)
    {
      gunichar c = typing->passage.chars[i];

      if (c == ')' || c == 0xff09)
        depth++;
      else if ((c == '(' || c == 0xff08) && depth-- == 0)
        return c;
    }
  return 0;
}

/* A bracket is as wide as the one it closes. */
static const char *
help_closing_bracket (Typing *typing)
{
  gunichar open = find_open_bracket (typing);

  if (open == 0xff08 || (open == 0 && is_behind_chinese (typing)))
    return "）";
  return NULL;
}

/* 云教发[ : the short name of an office ends so (R43). */
static const char *
help_opening_square (Typing *typing)
{
  return is_one_of (get_before (typing, 1), "发办函字文令报请复任议纪呈批党政委教通督") ? "〔" : NULL;
}

static const char *
help_closing_square (Typing *typing)
{
  for (int i = 1; i <= 4; i++)
    if (!g_unichar_isdigit (get_before (typing, i)) && !is_one_of (get_before (typing, i), "XxＸ×"))
      return NULL;
  return get_before (typing, 5) == 0x3014 ? "〕" : NULL;
}

/* --- runs ------------------------------------------------------------------------------------- */

static gboolean
may_hold_run (Typing *typing, gunichar before)
{
  return !typing->is_english && (before == 0 || is_wide (before) || is_one_of (before, "”’"));
}

/* The second of two hyphens, at the start of a line or behind Chinese; no third one. */
static const char *
help_dash (Typing *typing, int *n_chars)
{
  gunichar before = get_before (typing, 2);

  if (get_before (typing, 1) != '-' || before == '-')
    return NULL;
  if (!may_hold_run (typing, before))
    return NULL;
  *n_chars = 2;
  return "——";
}

/* The third point, of which the first may have become a full stop on the way. */
static const char *
help_ellipsis (Typing *typing, int *n_chars)
{
  gunichar first = get_before (typing, 2), before = get_before (typing, 3);

  if (get_before (typing, 1) != '.' || (first != '.' && first != 0x3002) || before == '.')
    return NULL;
  if (!may_hold_run (typing, before))
    return NULL;
  *n_chars = 3;
  return "……";
}

static const char *
help_point (Typing *typing, int *n_chars)
{
  const char *ellipsis = help_ellipsis (typing, n_chars);
  gunichar before = get_before (typing, 1);

  if (ellipsis != NULL)
    return ellipsis;
  /* the second of three */
  if (before == 0x3002 || before == 0x2026)
    return NULL;
  return is_behind_chinese (typing) ? "。" : NULL;
}

/* --- all of them ------------------------------------------------------------------------------ */

static const char *
help_mark (Typing *typing, const char *wide)
{
  return is_behind_chinese (typing) ? wide : NULL;
}

static const char *
help (Typing *typing, int *n_chars)
{
  switch (typing->passage.chars[typing->at])
    {
    case '"':
      return help_double_quote (typing);
    case '\'':
      return help_single_quote (typing);
    case '-':
      return help_dash (typing, n_chars);
    case '.':
      return help_point (typing, n_chars);
    case ',':
      return help_mark (typing, "，");
    case ';':
      return help_mark (typing, "；");
    case ':':
      return help_mark (typing, "：");
    case '?':
      return help_mark (typing, "？");
    case '!':
      return help_mark (typing, "！");
    case '(':
      return help_mark (typing, "（");
    case ')':
      return help_closing_bracket (typing);
    case '[':
      return help_opening_square (typing);
    case ']':
      return help_closing_square (typing);
    default:
      return NULL;
    }
}

static gboolean
is_typed_number (const char *line, gsize caret)
{
  g_autofree char *typed = g_strndup (line, caret);
  guint level, number;

  return cw_numbering_parse (typed, &level, &number) > 0;
}

static gsize
count_bytes (Typing *typing, int n_chars)
{
  gsize n = 0;

  for (int i = 0; i < n_chars; i++)
    n += g_unichar_to_utf8 (get_before (typing, i), NULL);
  return n;
}

/**
 * cw_typing_help:
 * @line: the line somebody types in, with the mark just typed; valid UTF-8
 * @caret: the byte behind that mark
 * @is_quoted: whether the paragraph above leaves a quotation open, see cw_typing_leaves_open()
 * @n_taken: (out): how many bytes before @caret go
 *
 * What a half-width mark becomes as it is typed: straight quotation marks “ ” ‘ ’ by what is open,
 * -- a dash, ... an ellipsis, , . ; : ? ! ( ) full-width behind Chinese, [ ] the brackets of a
 * document number (R43, R146–R155). In numbers, times, addresses, English and in the number of a
 * heading everything stays.
 *
 * Returns: (nullable): a static string in place of the bytes taken, or %NULL if all stays
 */
const char *
cw_typing_help (const char *line, gsize caret, gboolean is_quoted, gsize *n_taken)
{
  Typing typing = { .is_quoted = is_quoted };
  const char *becomes = NULL;
  int n_chars = 1;

  *n_taken = 0;
  if (caret == 0 || strchr ("\"'-.,;:?!()[]", line[caret - 1]) == NULL
      || is_typed_number (line, caret))
    return NULL;
  cw_passage_init (&typing.passage, line, strlen (line));
  typing.at = (int) g_utf8_strlen (line, (gssize) caret) - 1;
  typing.is_english = cw_passage_is_english (&typing.passage);
  if (!typing.passage.fixed[typing.at])
    becomes = help (&typing, &n_chars);
  if (becomes != NULL)
    *n_taken = count_bytes (&typing, n_chars);
  cw_passage_clear (&typing.passage);
  return becomes;
}

/**
 * cw_typing_leaves_open:
 * @line: a paragraph, valid UTF-8
 * @length: bytes of it
 *
 * Returns: whether it opens a quotation with “ and does not close it
 */
gboolean
cw_typing_leaves_open (const char *line, gsize length)
{
  CwPassage passage;
  Quotations open;

  cw_passage_init (&passage, line, length);
  open = find_open (&passage, passage.n);
  cw_passage_clear (&passage);
  return open.depth > 0 && open.marks[0] == LEFT_DOUBLE;
}
