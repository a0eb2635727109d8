/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-structure.h"

#include <string.h>

#include "document/cw-numbering.h"

/* Attachments behind a text (7.3.7): a line 附件1, a title, and what follows up to the next. */

/* Nearly all lines are out by their first character. */
static gboolean
matches (const CwSourceLine *line, const char *pattern)
{
  if (!g_str_has_prefix (line->text, "附"))
    return FALSE;
  return g_regex_match_simple (pattern, line->text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
is_numbered (const CwSourceLine *line)
{
  guint level, number;

  return cw_numbering_parse (line->text, &level, &number) > 0;
}

/* 附件 or 附件1 and nothing else; with a list below it, it is the attachment list instead. */
static gboolean
is_bare_head (CwSourceLines *lines, guint i, guint end)
{
  if (!matches (cw_source_lines_get (lines, i),
                "^附\\s*件\\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})?$"))
    return FALSE;
  return i + 1 < end && !is_numbered (cw_source_lines_get (lines, i + 1));
}

static gboolean
is_date (const CwSourceLine *line)
{
  return cw_closing_match_date (line->text) == line->length;
}

/* Behind the date, or behind the note that follows the date. */
static gboolean
is_behind_date (CwSourceLines *lines, guint first, guint i)
{
  if (i > first && is_date (cw_source_lines_get (lines, i - 1)))
    return TRUE;
  return i > first + 1 && cw_closing_is_note (cw_source_lines_get (lines, i - 1))
         && is_date (cw_source_lines_get (lines, i - 2));
}

/* 附件1：名单: where the list of attachments cannot stand any more. */
static gboolean
is_head_with_name (CwSourceLines *lines, guint first, guint i)
{
  return matches (cw_source_lines_get (lines, i), "^附件\\s*[0-9０-９]{0,2}\\s*[：:]\\s*\\S")
         && is_behind_date (lines, first, i);
}

/**
 * cw_attachments_find:
 * @lines: the lines of a text
 * @first: first line of the body
 *
 * Returns: the line the first attachment begins with; the number of lines if there is none
 */
guint
cw_attachments_find (CwSourceLines *lines, guint first)
{
  guint n = lines->lines->len;

  for (guint i = first + 1; i < n; i++)
    if (is_bare_head (lines, i, n) || is_head_with_name (lines, first, i))
      return i;
  return n;
}

/**
 * cw_attachments_is_head:
 * @lines: the lines of a text
 * @i: a line behind the first attachment's first
 *
 * Returns: whether another attachment begins with it
 */
gboolean
cw_attachments_is_head (CwSourceLines *lines, guint i)
{
  return is_bare_head (lines, i, lines->lines->len)
         || matches (cw_source_lines_get (lines, i), "^附件\\s*[0-9０-９]{1,2}\\s*[：:]\\s*\\S");
}

static CwPart
empty_title (const CwSourceLine *head)
{
  return (CwPart) { .style = CW_STYLE_ATTACHMENT,
                    .text = head->text + head->length,
                    .line = head->number };
}

/**
 * cw_attachments_add_title:
 * @lines: the lines of a text
 * @head: the line an attachment begins with
 * @parts: (element-type CwPart): its title is appended, empty if it has none
 *
 * Returns: the first line of what is in the attachment
 */
guint
cw_attachments_add_title (CwSourceLines *lines, guint head, GArray *parts)
{
  const CwSourceLine *line = cw_source_lines_get (lines, head);
  const CwSourceLine *next = head + 1 < lines->lines->len ? line + 1 : NULL;
  const char *colon = strstr (line->text, "：");
  CwPart part = empty_title (line);

  if (colon == NULL)
    colon = strchr (line->text, ':');
  if (colon != NULL)
    {
      part.text = g_utf8_next_char (colon);
      while (g_unichar_isspace (g_utf8_get_char (part.text)))
        part.text = g_utf8_next_char (part.text);
      part.length = strlen (part.text);
    }
  else if (next != NULL && cw_opening_is_title (next))
    {
      part = (CwPart) { CW_STYLE_ATTACHMENT, next->text, next->length, next->number, 0 };
      head++;
    }
  g_array_append_val (parts, part);
  return head + 1;
}
