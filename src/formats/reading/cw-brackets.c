/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-passage.h"

#include <string.h>

/* --- document numbers --- */

static gboolean
is_opening (gunichar c)
{
  return c == '[' || c == '(' || c == 0xff08 || c == 0xff3b || c == 0x3010 || c == 0x3014;
}

static gboolean
is_closing (gunichar c)
{
  return c == ']' || c == ')' || c == 0xff09 || c == 0xff3d || c == 0x3011 || c == 0x3015;
}

static gboolean
is_number_digit (gunichar c)
{
  return g_unichar_isdigit (c) || c == 'X' || c == 'x' || c == 0xd7;
}

static int
skip_number (CwPassage *self, int i)
{
  while (is_number_digit (cw_passage_get (self, i)))
    i++;
  return i;
}

static gboolean
is_one_of (gunichar c, const char *chars)
{
  return c != 0 && g_utf8_strchr (chars, -1, c) != NULL;
}

/* Whether at @i opens the bracket of a year in a document number (发文字号, 7.2.5):
 * 云教发[2024]17号. Other brackets than [ ] are also those of a company's year of founding, so they
 * must follow what the short name of an office ends with. */
static gboolean
is_document_number (CwPassage *self, int i)
{
  gunichar before = cw_passage_get (self, i - 1), open = self->chars[i], after;
  int end;

  if (!is_opening (open) || !(cw_char_is_chinese (before) && before >= 0x3400))
    return FALSE;
  if (open != '[' && !is_one_of (before, "发办函字文令报请复任议纪呈批干组党政委教通督"))
    return FALSE;
  if (skip_number (self, i + 1) != i + 5 || !is_closing (cw_passage_get (self, i + 5)))
    return FALSE;
  if (!is_one_of (cw_passage_get (self, i + 1), "12"))
    return FALSE;
  end = i + 6 + (cw_passage_get (self, i + 6) == 0x7b2c); /* 第 */
  if (skip_number (self, end) == end)
    return FALSE;
  end = skip_number (self, end);
  after = cw_passage_get (self, end + 1);
  return cw_passage_get (self, end) == 0x53f7
         && !is_one_of (after, "楼线院厅机门车馆桌库店地场教会站井");
}

/**
 * cw_passage_set_document_numbers:
 * @self: a passage
 *
 * Gives the year of document numbers its brackets 〔 〕 (R43).
 */
void
cw_passage_set_document_numbers (CwPassage *self)
{
  for (int i = 0; i < self->n; i++)
    {
      if (!is_document_number (self, i))
        continue;
      if (self->chars[i] != 0x3014)
        cw_passage_set (self, i, "〔", CW_CHANGE_BRACKETS);
      if (self->chars[i + 5] != 0x3015)
        cw_passage_set (self, i + 5, "〕", CW_CHANGE_BRACKETS);
    }
}

/* --- round brackets --- */

/* What stands between two round brackets. */
typedef struct
{
  int n_chinese;
  int n_digits;
  int n_other;
} Content;

static void
count_content (Content *content, CwPassage *self, int i)
{
  gunichar c = self->chars[i];

  if (cw_char_is_chinese (c))
    content->n_chinese++;
  else if (is_number_digit (c) || c == ' ')
    content->n_digits++;
  else
    content->n_other++;
}

/* A pair is Chinese if something Chinese stands in it, or if it is a number, or a blank to fill
 * in, among Chinese: 三年级(2)班, 第( )号. (GB/T 9704) and (AI) stay. */
static gboolean
is_chinese_pair (CwPassage *self, int open, int close, const Content *before, const Content *after)
{
  if (after->n_chinese > before->n_chinese)
    return TRUE;
  if (after->n_other > before->n_other || close - open > 5)
    return FALSE;
  return cw_char_is_chinese (cw_passage_get (self, open - 1))
         && cw_char_is_chinese (cw_passage_get (self, close + 1));
}

static void
set_pair (CwPassage *self, int open, int close)
{
  if (self->chars[open] == '(' && self->becomes[open] == NULL && !self->fixed[open])
    cw_passage_set (self, open, "（", CW_CHANGE_BRACKETS);
  if (self->chars[close] == ')' && self->becomes[close] == NULL && !self->fixed[close])
    cw_passage_set (self, close, "）", CW_CHANGE_BRACKETS);
}

/**
 * cw_passage_pair_brackets:
 * @self: a passage
 *
 * Finds the pairs of round brackets and makes those full-width that hold Chinese. Two halves of
 * different width become full-width. A bracket without a partner stays.
 */
void
cw_passage_pair_brackets (CwPassage *self)
{
  typedef struct
  {
    int place;
    Content before;
  } Open;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Open));
  Content content = { 0 };

  for (int i = 0; i < self->n; i++)
    {
      gunichar c = self->chars[i];

      if ((c == '(' || c == 0xff08) && !self->fixed[i])
        {
          Open open = { i, content };

          g_array_append_val (stack, open);
        }
      else if ((c == ')' || c == 0xff09) && stack->len > 0)
        {
          Open open = g_array_index (stack, Open, stack->len - 1);

          g_array_set_size (stack, stack->len - 1);
          self->partner[open.place] = i;
          self->partner[i] = open.place;
          if (self->chars[open.place] + 1 != c
              || is_chinese_pair (self, open.place, i, &open.before, &content))
            set_pair (self, open.place, i);
        }
      if (c != '(' && c != ')' && c != 0xff08 && c != 0xff09)
        count_content (&content, self, i);
    }
}
