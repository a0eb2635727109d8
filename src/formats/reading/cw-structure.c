/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-structure.h"

#include <string.h>

#include "document/cw-numbering.h"

/* A heading that could also be the start of a sentence must be as short as a heading (bytes). */
#define MAX_DOUBTFUL_HEADING 90

typedef struct
{
  CwChanges *changes;
  GArray *parts;
  guint counters[CW_HEADING_LEVELS + 1];
  gboolean is_fragment;    /* counting starts with whatever number comes first */
  guint seen_level;        /* highest level so far, in a fragment; 0: none */
  gboolean in_attachments; /* 2. below 附件：1. is no heading */
  guint list_start;        /* the first part of the list they are in */
} Reader;

static guint
get_expected (const Reader *self, guint level)
{
  return self->counters[level] + 1;
}

/* 一、二季度工作 may be the first heading or a list, 1.2024年工作 a heading or a decimal:
 * cw_numbering_parse() takes neither for a number. It does once the sign between number and text
 * is made plain; the place in the sequence and the length of the line then decide. */
static gsize
parse_doubtful (const Reader *self, const CwSourceLine *line, guint *level, guint *number)
{
  char head[32];
  char *mark;
  gsize length;

  if (line->length > MAX_DOUBTFUL_HEADING || strstr (line->text, "。") != NULL)
    return 0;
  g_strlcpy (head, line->text, sizeof head);
  if ((mark = strstr (head, "、")) != NULL)
    {
      memcpy (mark, "．", 3);
      length = cw_numbering_parse (head, level, number);
      return length > 0 && *number == get_expected (self, *level) ? length : 0;
    }
  mark = strchr (head, '.');
  if (mark == NULL || strspn (mark + 1, "0123456789") != 4 || mark[1] == '0'
      || !g_str_has_prefix (mark + 5, "年"))
    return 0;
  mark[1] = '\0';
  length = cw_numbering_parse (head, level, number);
  return length > 0 && *number == get_expected (self, *level) ? length : 0;
}

static gsize
parse_number (const Reader *self, const CwSourceLine *line, guint *level, guint *number)
{
  gsize length = cw_numbering_parse (line->text, level, number);

  return length > 0 ? length : parse_doubtful (self, line, level, number);
}

/* --- headings --- */

static char *
get_start (const char *text, guint n_chars)
{
  const char *end = text;

  while (n_chars-- > 0 && *end != '\0')
    end = g_utf8_next_char (end);
  return g_strndup (text, end - text);
}

static void
note_number (Reader *self,
             const CwSourceLine *line,
             gsize taken,
             guint level,
             guint number,
             guint expected)
{
  gboolean is_wrong = number != expected;
  g_autofree char *rest = NULL;
  g_autofree char *before = NULL;
  g_autofree char *computed = NULL;
  g_autofree char *after = NULL;

  if (!cw_changes_is_full (self->changes))
    {
      rest = get_start (line->text + taken, 12);
      before = g_strdup_printf ("%.*s%s", (int) taken, line->text, rest);
      computed = is_wrong ? cw_numbering_format (level, expected) : NULL;
      after = is_wrong ? g_strconcat (computed, rest, NULL) : NULL;
    }
  cw_changes_add (self->changes, CW_CHANGE_NUMBER_TAKEN, line->number, before, rest);
  if (is_wrong)
    cw_changes_add (self->changes, CW_CHANGE_NUMBER_WRONG, line->number, before, after);
}

/* A fragment is cut from the middle of something: its first number of a level cannot be wrong, nor
 * can that of a lower level before it. */
static void
begin_fragment_level (Reader *self, guint level, guint number)
{
  if (!self->is_fragment || (self->seen_level != 0 && level >= self->seen_level))
    return;
  self->seen_level = level;
  self->counters[level] = number - 1;
}

static void
add_heading (Reader *self, const CwSourceLine *line, gsize taken, guint level, guint number)
{
  CwPart part
      = { CW_STYLE_HEADING_1 + level - 1, line->text + taken, line->length - taken, line->number,
          0 };

  begin_fragment_level (self, level, number);
  note_number (self, line, taken, level, number, get_expected (self, level));
  self->counters[level]++;
  for (guint lower = level + 1; lower <= CW_HEADING_LEVELS; lower++)
    self->counters[lower] = 0;
  g_array_append_val (self->parts, part);
}

/* --- the body --- */

static gboolean
starts_attachments (const CwSourceLine *line)
{
  const char *p = line->text;

  if (!g_str_has_prefix (p, "附件"))
    return FALSE;
  p += strlen ("附件");
  while (g_ascii_isdigit (*p))
    p++;
  return *p == ':' || g_str_has_prefix (p, "：");
}

static void
add_body_line (Reader *self, const CwSourceLine *line)
{
  CwPart part = { CW_STYLE_PARAGRAPH, line->text, line->length, line->number, 0 };
  guint level = 0, number = 0;
  gsize taken = parse_number (self, line, &level, &number);

  if (starts_attachments (line))
    {
      self->in_attachments = TRUE;
      self->list_start = self->parts->len;
    }
  else if (level != 3 || taken == 0)
    self->in_attachments = FALSE;

  if (taken > 0 && !self->in_attachments)
    add_heading (self, line, taken, level, number);
  else
    g_array_append_val (self->parts, part);
}

/* The lines up to @end as blocks. */
static void
add_body (Reader *self, CwSourceLines *lines, guint first, guint end)
{
  for (guint i = first, n; i < end; i += MAX (n, 1))
    {
      n = cw_grid_count_lines (lines, i, end);
      if (n > 0)
        {
          CwPart part = cw_grid_get_part (lines, i, n);

          g_array_append_val (self->parts, part);
        }
      else
        add_body_line (self, cw_source_lines_get (lines, i));
    }
}

/* --- attachments --- */

/* 附件： alone on its line comes before the names, not with the first. */
static guint
count_listed (Reader *self)
{
  const CwPart *head = &g_array_index (self->parts, CwPart, self->list_start);
  gboolean is_bare = head->length > 0
                     && (g_str_has_suffix (head->text, "：") || g_str_has_suffix (head->text, ":"));

  return self->parts->len - self->list_start - (is_bare ? 1 : 0);
}

/* The list at the end of the body is computed if the attachments themselves follow (R65); one that
 * names others than those stays. */
static void
drop_list (Reader *self, guint n_attachments)
{
  if (!self->in_attachments || count_listed (self) != n_attachments)
    return;
  for (guint i = self->list_start; i < self->parts->len; i++)
    {
      CwPart *part = &g_array_index (self->parts, CwPart, i);
      g_autofree char *before = g_strndup (part->text, part->length);

      cw_changes_add (self->changes, CW_CHANGE_LIST_TAKEN, part->line, before, "");
    }
  g_array_set_size (self->parts, self->list_start);
}

static guint
count_attachments (CwSourceLines *lines, guint first)
{
  guint n = 0;

  for (guint i = first; i < lines->lines->len; i++)
    n += i == first || cw_attachments_is_head (lines, i);
  return n;
}

static void
add_attachments (Reader *self, CwSourceLines *lines, guint first)
{
  for (guint i = first, end; i < lines->lines->len;)
    {
      i = cw_attachments_add_title (lines, i, self->parts);
      memset (self->counters, 0, sizeof self->counters);
      self->in_attachments = FALSE;
      end = i;
      while (end < lines->lines->len && !cw_attachments_is_head (lines, end))
        end++;
      add_body (self, lines, i, end);
      i = end;
    }
}

static void
find_in_whole (Reader *self, CwSourceLines *lines)
{
  g_autoptr (GArray) closing = g_array_new (FALSE, FALSE, sizeof (CwPart));
  guint first, last, attachments;

  cw_furniture_take (lines, self->parts);
  first = cw_opening_find (lines, self->parts, self->changes);
  attachments = cw_attachments_find (lines, first);
  last = cw_closing_find (lines, first, attachments, closing);
  add_body (self, lines, first, last);
  if (attachments < lines->lines->len)
    drop_list (self, count_attachments (lines, attachments));
  g_array_append_vals (self->parts, closing->data, closing->len);
  add_attachments (self, lines, attachments);
}

static GArray *
find (CwSourceLines *lines, gboolean is_fragment, CwChanges *changes)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (CwPart));
  Reader reader = { .changes = changes, .parts = parts, .is_fragment = is_fragment };

  if (is_fragment)
    add_body (&reader, lines, 0, lines->lines->len);
  else
    find_in_whole (&reader, lines);
  return parts;
}

/**
 * cw_structure_find:
 * @lines: the lines of a whole text
 * @changes: what was changed is noted here
 *
 * Says what each line is: title, subtitle, addressees; headings, whose typed numbers are taken
 * off and checked (R61); paragraphs; signatory, date and note; attachments with their titles;
 * masthead and colophon. A run-in heading (R62) is one part with its text. What is listed below
 * 附件： keeps its numbers, which are not those of headings (R65), or goes if the attachments follow.
 *
 * Returns: (transfer full) (element-type CwPart): the parts, in the order of the text
 */
GArray *
cw_structure_find (CwSourceLines *lines, CwChanges *changes)
{
  return find (lines, FALSE, changes);
}

/**
 * cw_structure_find_in_fragment:
 * @lines: the lines of a part of a text
 * @changes: what was changed is noted here
 *
 * Like cw_structure_find(), but there are only headings, paragraphs and tables, and counting starts
 * with whatever number comes first.
 *
 * Returns: (transfer full) (element-type CwPart): the parts
 */
GArray *
cw_structure_find_in_fragment (CwSourceLines *lines, CwChanges *changes)
{
  return find (lines, TRUE, changes);
}
