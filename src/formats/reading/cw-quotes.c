/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-quotes.h"

#include <string.h>

/* What is known of one paragraph's double quotation marks. */
typedef struct
{
  CwPassage *passage;
  guint line;
  gboolean is_odd; /* an odd number of straight ones: one lacks its partner */
  int n_marks;     /* straight or curved, so far */
  int first, last; /* the first mark; the last straight one */
  int open;        /* the straight or curved mark that is open, or -1 */
  int orphan;      /* a straight closing mark nothing was open for, or -1 */
} Paragraph;

/* A quotation a paragraph leaves open may go on in the next (R146): until that is known it waits
 * here. */
struct _CwQuotes
{
  CwChanges *changes;
  gboolean is_open;
  guint line;
  char *before, *after;
};

/**
 * cw_quotes_new:
 * @changes: marks without a partner are noted here
 *
 * Returns: (transfer full): the state before the first paragraph
 */
CwQuotes *
cw_quotes_new (CwChanges *changes)
{
  CwQuotes *self = g_new0 (CwQuotes, 1);

  self->changes = changes;
  return self;
}

/**
 * cw_quotes_free:
 * @self: (nullable): a state
 */
void
cw_quotes_free (CwQuotes *self)
{
  if (self == NULL)
    return;
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* --- one mark --- */

static gboolean
is_straight (gunichar c)
{
  return c == '"' || c == 0xff02;
}

static gboolean
is_one_of (gunichar c, const char *chars)
{
  return c != 0 && g_utf8_strchr (chars, -1, c) != NULL;
}

/* A mark of code or markup, name="value", stays. */
static gboolean
takes_part (CwPassage *passage, int i)
{
  return is_straight (passage->chars[i]) && !passage->fixed[i]
         && cw_passage_get (passage, i - 1) != '=';
}

/* Only a closing mark can stand at the end, or before a mark that ends a clause. */
static gboolean
must_close (CwPassage *passage, int i)
{
  gunichar before = cw_passage_get (passage, i - 1), after = cw_passage_get (passage, i + 1);

  if (before == 0 || is_one_of (before, "：:（(《，,、"))
    return FALSE;
  return after == 0 || is_one_of (after, "，。；：？！、,.;:?!）)》");
}

static gboolean
must_open (CwPassage *passage, int i)
{
  gunichar before = cw_passage_get (passage, i - 1), after = cw_passage_get (passage, i + 1);

  return after != 0 && (before == 0 || is_one_of (before, "：:（(《"));
}

/* 24"显示器: among an odd number of marks the one for inches. */
static gboolean
is_inch (const Paragraph *paragraph, int i)
{
  return paragraph->is_odd && paragraph->open < 0
         && g_unichar_isdigit (cw_passage_get (paragraph->passage, i - 1))
         && !must_close (paragraph->passage, i);
}

static void
set_straight (Paragraph *paragraph, int i)
{
  gboolean closes = paragraph->open >= 0;

  if (is_inch (paragraph, i))
    {
      paragraph->is_odd = FALSE;
      return;
    }
  if (paragraph->is_odd && !closes && must_close (paragraph->passage, i))
    {
      closes = TRUE;
      paragraph->orphan = i;
    }
  else if (paragraph->is_odd && closes && must_open (paragraph->passage, i))
    closes = FALSE;
  cw_passage_set (paragraph->passage, i, closes ? "”" : "“", CW_CHANGE_QUOTES);
  paragraph->open = closes ? -1 : i;
  paragraph->last = i;
}

static void
pair_doubles (Paragraph *paragraph)
{
  CwPassage *passage = paragraph->passage;

  for (int i = 0; i < passage->n; i++)
    {
      gunichar c = passage->chars[i];

      if (c == 0x201c)
        paragraph->open = i;
      else if (c == 0x201d)
        paragraph->open = -1;
      else if (takes_part (passage, i))
        set_straight (paragraph, i);
      else
        continue;
      if (paragraph->n_marks++ == 0)
        paragraph->first = i;
    }
}

static int
count_straight (CwPassage *passage)
{
  int n = 0;

  for (int i = 0; i < passage->n; i++)
    n += takes_part (passage, i);
  return n;
}

/* --- from paragraph to paragraph --- */

static void
forget_open (CwQuotes *self)
{
  self->is_open = FALSE;
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);
}

/* Whether @paragraph goes on with the quotation that is open: it closes it, or opens it again at
 * its start as R146 asks. */
static gboolean
goes_on (const Paragraph *paragraph)
{
  if (paragraph->orphan >= 0)
    return TRUE;
  return paragraph->first == 0
         && (paragraph->open >= 0 || paragraph->last == paragraph->passage->n - 1);
}

static void
note_orphan (const Paragraph *paragraph)
{
  paragraph->passage->kinds[paragraph->orphan] = CW_CHANGE_QUOTE_UNPAIRED;
}

/* Only marks this program has turned can be said to lack a partner: what was curved already is
 * the author's. */
static void
remember_open (CwQuotes *self, const Paragraph *paragraph)
{
  CwPassage *passage = paragraph->passage;
  int i = paragraph->open;

  if (i < 0)
    return;
  self->is_open = TRUE;
  if (!is_straight (passage->chars[i]))
    return;
  self->line = paragraph->line;
  self->before = cw_passage_excerpt (passage, i, i + 1, FALSE);
  self->after = cw_passage_excerpt (passage, i, i + 1, TRUE);
}

/**
 * cw_quotes_pair:
 * @self: the state after the paragraphs before
 * @passage: a paragraph
 * @line: its line of the source
 *
 * Turns the straight quotation marks of a paragraph into “ ”, by turns; where their number is odd,
 * by what is around them. A quotation over several paragraphs is recognised both with an opening
 * mark at each (R146) and without.
 */
void
cw_quotes_pair (CwQuotes *self, CwPassage *passage, guint line)
{
  Paragraph paragraph = { passage, line, count_straight (passage) % 2 == 1, 0, -1, -1, -1, -1 };

  pair_doubles (&paragraph);
  if (paragraph.n_marks == 0)
    return;
  if (self->is_open && goes_on (&paragraph))
    forget_open (self);
  else
    {
      cw_quotes_finish (self);
      if (paragraph.orphan >= 0)
        note_orphan (&paragraph);
    }
  remember_open (self, &paragraph);
}

/**
 * cw_quotes_finish:
 * @self: the state after the last paragraph, or before a heading
 *
 * Notes the mark whose partner has not come.
 */
void
cw_quotes_finish (CwQuotes *self)
{
  if (self->before != NULL)
    cw_changes_add (self->changes, CW_CHANGE_QUOTE_UNPAIRED, self->line, self->before, self->after);
  forget_open (self);
}

/* --- single marks --- */

/* it's, students', 5' and '24年 have nothing to pair. */
static gboolean
is_apostrophe (CwPassage *passage, int i, gboolean is_open)
{
  gunichar before = cw_passage_get (passage, i - 1), after = cw_passage_get (passage, i + 1);

  if (cw_char_is_word (before) && cw_char_is_word (after))
    return TRUE;
  if (is_open)
    return FALSE;
  return cw_char_is_word (before)
         || (g_unichar_isdigit (after) && g_unichar_isdigit (cw_passage_get (passage, i + 2))
             && cw_passage_get (passage, i + 3) == 0x5e74);
}

/**
 * cw_passage_pair_single_quotes:
 * @self: a passage
 *
 * Turns straight single quotation marks into ‘ ’, pair by pair; apostrophes, and a mark without a
 * partner, stay.
 */
void
cw_passage_pair_single_quotes (CwPassage *self)
{
  int open = -1;

  for (int i = 0; i < self->n; i++)
    {
      if (self->chars[i] != '\'' || self->fixed[i] || is_apostrophe (self, i, open >= 0))
        continue;
      if (open < 0)
        {
          open = i;
          continue;
        }
      cw_passage_set (self, open, "‘", CW_CHANGE_QUOTES);
      cw_passage_set (self, i, "’", CW_CHANGE_QUOTES);
      open = -1;
    }
}
