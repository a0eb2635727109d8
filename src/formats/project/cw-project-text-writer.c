/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-write.h"

#include <string.h>

/* What XML 1.0 cannot hold as it is, or would change on reading (a carriage return). */
static gboolean
needs_element (gunichar ch)
{
  return (ch < 0x20 && ch != '\t') || ch == 0xFFFE || ch == 0xFFFF;
}

static const char *
get_reference (gunichar ch)
{
  switch (ch)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return NULL;
    }
}

static void
append_special (GString *xml, gunichar ch)
{
  const char *reference = get_reference (ch);

  if (reference != NULL)
    g_string_append (xml, reference);
  else if (ch == '\n')
    g_string_append (xml, "<break/>");
  else
    g_string_append_printf (xml, "<character code=\"%X\"/>", ch);
}

/**
 * cw_project_write_characters:
 * @xml: what is being written
 * @start: where the characters begin
 * @end: where they end
 *
 * Writes characters, those XML has no place for as elements of their own.
 */
void
cw_project_write_characters (GString *xml, const char *start, const char *end)
{
  const char *done = start;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!needs_element (ch) && get_reference (ch) == NULL)
        continue;
      g_string_append_len (xml, done, p - done);
      append_special (xml, ch);
      done = g_utf8_next_char (p);
    }
  g_string_append_len (xml, done, end - done);
}

/* --- marks --- */

/* What a stretch of text is marked as: marks of different kinds may overlap, elements may not. They
 * are nested in the order of the kinds, and end and begin again where an outer one changes. */
typedef struct
{
  gboolean on[CW_N_MARK_KINDS];
  guint value;
} Marking;

static const char *const mark_names[CW_N_MARK_KINDS] = { "emphasis", "value", "literal" };

static Marking
get_marking (const CwMark *marks, guint n_marks, guint at)
{
  Marking marking = { 0 };

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].start <= at && at < marks[i].end)
      {
        marking.on[marks[i].kind] = TRUE;
        marking.value = marks[i].kind == CW_MARK_VALUE ? marks[i].value : marking.value;
      }
  return marking;
}

static guint
next_change (const CwMark *marks, guint n_marks, guint at, guint end)
{
  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].start > at)
        end = MIN (end, marks[i].start);
      if (marks[i].end > at)
        end = MIN (end, marks[i].end);
    }
  return end;
}

static gboolean
is_same_kind (const Marking *a, const Marking *b, guint kind)
{
  return a->on[kind] == b->on[kind] && (kind != CW_MARK_VALUE || a->value == b->value);
}

static void
change_marking (GString *xml, const Marking *from, const Marking *to)
{
  guint same = 0;

  while (same < CW_N_MARK_KINDS && is_same_kind (from, to, same))
    same++;
  for (guint kind = CW_N_MARK_KINDS; kind > same; kind--)
    if (from->on[kind - 1])
      g_string_append_printf (xml, "</%s>", mark_names[kind - 1]);
  for (guint kind = same; kind < CW_N_MARK_KINDS; kind++)
    if (to->on[kind] && kind == CW_MARK_VALUE)
      g_string_append_printf (xml, "<value number=\"%u\">", to->value);
    else if (to->on[kind])
      g_string_append_printf (xml, "<%s>", mark_names[kind]);
}

/**
 * cw_project_write_text:
 * @xml: what is being written
 * @text: a text
 *
 * Writes a text with its marks.
 */
void
cw_project_write_text (GString *xml, CwText *text)
{
  const char *string = cw_text_get_string (text);
  guint n_marks, end = cw_text_get_length (text);
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  Marking was = { 0 }, none = { 0 };

  for (guint at = 0, next; at < end; at = next)
    {
      Marking is = get_marking (marks, n_marks, at);

      next = next_change (marks, n_marks, at, end);
      change_marking (xml, &was, &is);
      cw_project_write_characters (xml, string + at, string + next);
      was = is;
    }
  change_marking (xml, &was, &none);
}
