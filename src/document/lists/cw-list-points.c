/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list-points.h"

#include <string.h>

#include "document/cw-numbering.h"

/* Points within a paragraph: 一是…；二是…, 第一，…, ①…. */

static const char han_digits[] = "一二三四五六七八九十";

static gsize
skip_any (const char *p, const char *characters)
{
  gsize length = g_utf8_next_char (p) - p;

  for (const char *c = characters; *p != '\0' && *c != '\0'; c = g_utf8_next_char (c))
    if (g_utf8_get_char (c) == g_utf8_get_char (p))
      return length;
  return 0;
}

static gsize
skip_han (const char *p)
{
  const char *start = p;
  gsize n;

  while ((n = skip_any (p, han_digits)) > 0 && p - start < 9)
    p += n;
  return p - start;
}

/* The length of 一是, 二要, 第一， or ① where @p begins with such, or 0. */
static gsize
match_marker (const char *p)
{
  gunichar ch = g_utf8_get_char (p);
  gboolean ordinal = g_str_has_prefix (p, "第");
  const char *digits = ordinal ? p + strlen ("第") : p;
  gsize n = skip_han (digits), behind;

  if (ch >= 0x2460 && ch <= 0x2473)
    return g_utf8_next_char (p) - p;
  if (n == 0)
    return 0;
  behind = skip_any (digits + n, ordinal ? "，、：" : "是要");
  return behind > 0 ? (gsize) (digits - p) + n + behind : 0;
}

/* Whether a point may begin behind what ends at @p: 一是 within a sentence is none. */
static gboolean
may_begin (const char *text, const char *p)
{
  const char *before;

  if (p == text)
    return TRUE;
  before = g_utf8_prev_char (p);
  return skip_any (before, "。；：，、！？;:,.　 \n\xe2\x80\xa8") > 0;
}

static gboolean
is_first (const char *p)
{
  return g_str_has_prefix (p, "一") || g_str_has_prefix (p, "第一") || g_str_has_prefix (p, "①");
}

/**
 * cw_list_find_parts:
 * @text: text of a paragraph
 *
 * Returns: (transfer full) (element-type CwListPart): its points, if it has two at least, the first
 *   of them called so
 */
GArray *
cw_list_find_parts (const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (CwListPart));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      CwListPart part = { p - text, strlen (text) };

      if (match_marker (p) == 0 || !may_begin (text, p) || (parts->len == 0 && !is_first (p)))
        continue;
      if (parts->len > 0)
        g_array_index (parts, CwListPart, parts->len - 1).end = part.start;
      g_array_append_val (parts, part);
    }
  if (parts->len < 2)
    g_array_set_size (parts, 0);
  return parts;
}

/**
 * cw_list_is_item:
 * @text: text of a paragraph
 *
 * Returns: whether it begins as a point: 二是…
 */
gboolean
cw_list_is_item (const char *text)
{
  return match_marker (text) > 0;
}

/* Behind a number that was typed, 一是 and what follows it. */
static const char *
skip_marker (const char *p)
{
  guint level, number;
  gsize n = match_marker (p);

  if (n == 0)
    n = cw_numbering_parse (p, &level, &number);
  p += n;
  while ((n = skip_any (p, "，、：　 ")) > 0)
    p += n;
  return p;
}

static const char *
find_sentence_end (const char *p, const char *end)
{
  int depth = 0;

  for (; p < end; p = g_utf8_next_char (p))
    {
      depth += skip_any (p, "“（《〔「") > 0;
      depth -= skip_any (p, "”）》〕」") > 0;
      if (depth <= 0 && skip_any (p, "。；！？;\n\xe2\x80\xa8") > 0)
        return p;
    }
  return end;
}

/* The first sentence, without a number, 一是 and the 。 or ； at its end. */
static char *
get_first_sentence (const char *text, gssize length)
{
  g_autofree char *part = length >= 0 ? g_strndup (text, length) : g_strdup (text);
  const char *start = skip_marker (part);
  const char *end = find_sentence_end (start, part + strlen (part));

  return g_strstrip (g_strndup (start, end - start));
}

/**
 * cw_list_count_parts:
 * @block: a paragraph or heading
 *
 * Returns: how many points it has; 0 if it is one itself
 */
guint
cw_list_count_parts (CwBlock *block)
{
  g_autoptr (GArray) parts = cw_list_find_parts (cw_text_get_string (cw_block_get_text (block)));

  return parts->len;
}

/**
 * cw_list_get_point:
 * @block: a paragraph or heading
 * @part: which of its points, from 1; 0 for the block as a whole
 *
 * Returns: (transfer full) (nullable): the first sentence; %NULL if there is no such point
 */
char *
cw_list_get_point (CwBlock *block, guint part)
{
  const char *text = cw_text_get_string (cw_block_get_text (block));
  g_autoptr (GArray) parts = NULL;
  CwListPart *found;

  if (part == 0)
    return get_first_sentence (text, -1);
  parts = cw_list_find_parts (text);
  if (part > parts->len)
    return NULL;
  found = &g_array_index (parts, CwListPart, part - 1);
  return get_first_sentence (text + found->start, found->end - found->start);
}
