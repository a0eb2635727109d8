/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-filling.h"

#include <string.h>

/* --- finding what is typed over --- */

/* Most lines have none, and are asked about with every key. */
static gboolean
has_any (CwDocument *document, guint line)
{
  CwFlowLine flow = cw_flow_get_line (document, line);
  guint n_marks, n_placeholders;

  cw_text_get_marks (flow.text, &n_marks);
  cw_text_get_placeholders (flow.text, &n_placeholders);
  return n_marks > 0 || n_placeholders > 0;
}

static gboolean
is_covered (const CwFilling *self, const CwBlank *blank, CwPlace start, CwPlace end)
{
  CwPlace last = { start.line, blank->at.end };

  if (start.offset < blank->at.start || end.offset > blank->at.end)
    return FALSE;
  if (start.offset == blank->at.start && end.offset == blank->at.end)
    return TRUE; /* all of it is typed over */
  if (!blank->filled)
    return FALSE;
  if (start.offset < end.offset || (start.offset > blank->at.start && end.offset < blank->at.end))
    return TRUE; /* a part of a value, or inside it */
  return self->active && cw_place_compare (self->end, end) == 0
         && cw_place_compare (last, end) == 0; /* the hand goes on behind it */
}

static gboolean
find_blank (CwFilling *self, CwDocument *document, CwPlace start, CwPlace end)
{
  g_autoptr (GArray) blanks = NULL;

  if (start.line != end.line || start.line >= cw_flow_get_n_lines (document)
      || !has_any (document, start.line))
    return FALSE;
  blanks = cw_blanks_find (document, TRUE);
  for (guint i = 0; i < blanks->len; i++)
    {
      const CwBlank *blank = &g_array_index (blanks, CwBlank, i);

      if (blank->at.field.kind != CW_FIELD_NONE || blank->at.line != start.line
          || !is_covered (self, blank, start, end))
        continue;
      self->blank = *blank;
      return TRUE;
    }
  return FALSE;
}

/* --- one step --- */

static void
change_text (CwFilling *self, gsize start, gsize end, const char *insert)
{
  g_autofree char *old = g_steal_pointer (&self->text);

  self->text = g_strdup_printf ("%.*s%s%s", (int) start, old, insert, old + end);
  self->caret = start + strlen (insert);
}

static void
begin (CwFilling *self, CwDocument *document, CwPlace start, CwPlace end, const char *text)
{
  gboolean whole;

  self->stage = CW_FILLING_NONE;
  g_clear_pointer (&self->text, g_free);
  if (strchr (text, '\n') != NULL || !find_blank (self, document, start, end))
    return;
  whole = start.offset == self->blank.at.start && end.offset == self->blank.at.end;
  self->text = cw_stretch_to_string (document, &self->blank.at);
  change_text (self, start.offset - self->blank.at.start, end.offset - self->blank.at.start, text);
  self->stage = whole && *text == '\0' ? CW_FILLING_CLEARED : CW_FILLING_TYPED;
}

static void
go_on (CwFilling *self, CwPlace start, CwPlace end, const char *text)
{
  gsize from = start.offset - self->blank.at.start;

  if (self->stage == CW_FILLING_NONE)
    return;
  if (start.line != self->blank.at.line || cw_place_compare (start, end) != 0
      || start.offset < self->blank.at.start || from > strlen (self->text)
      || strchr (text, '\n') != NULL)
    {
      self->stage = CW_FILLING_NONE;
      return;
    }
  change_text (self, from, from, text);
  self->stage = CW_FILLING_TYPED;
}

static void
forget_cleared (CwFilling *self)
{
  g_clear_pointer (&self->before, cw_document_unref);
  g_clear_pointer (&self->after, cw_document_unref);
}

/**
 * cw_filling_clear:
 * @self: a filling
 *
 * Forgets everything.
 */
void
cw_filling_clear (CwFilling *self)
{
  g_clear_pointer (&self->text, g_free);
  forget_cleared (self);
  *self = (CwFilling) { 0 };
}

/**
 * cw_filling_note:
 * @self: a filling
 * @document: the document before the edit
 * @first: whether it is the first edit of a step
 * @start: where it begins
 * @end: where what goes ends
 * @text: what comes
 *
 * Looks whether an edit types over a placeholder, or into a value.
 */
void
cw_filling_note (CwFilling *self,
                 CwDocument *document,
                 gboolean first,
                 CwPlace start,
                 CwPlace end,
                 const char *text)
{
  /* some input methods take away what is selected first, and give what is typed in a step of its own */
  gboolean cleared = first && self->after != NULL && self->after == document && *text != '\0';

  if (first && !cleared)
    {
      forget_cleared (self);
      begin (self, document, start, end, text);
    }
  else
    go_on (self, start, end, text);
}

/* Which place of its quantity in its line the blank is. */
static guint
count_before (CwDocument *document, const CwBlank *blank)
{
  CwFlowLine flow = cw_flow_get_line (document, blank->at.line);
  guint n_marks, n = 0;
  const CwMark *marks = cw_text_get_marks (flow.text, &n_marks);

  for (guint i = 0; i < n_marks && blank->value != 0; i++)
    n += marks[i].kind == CW_MARK_VALUE && marks[i].value == blank->value
         && marks[i].start >= flow.start && marks[i].start < flow.start + blank->at.start;
  return n;
}

/* Where the value stands after all places of its quantity have changed. */
static CwStretch
find_after (CwFilling *self, CwDocument *before, CwDocument *after)
{
  CwFlowLine flow = cw_flow_get_line (after, self->blank.at.line);
  guint n_marks, skip = count_before (before, &self->blank);
  const CwMark *marks = cw_text_get_marks (flow.text, &n_marks);
  CwStretch found = self->blank.at;

  found.end = found.start + strlen (self->text);
  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].kind != CW_MARK_VALUE || marks[i].start < flow.start
          || (self->blank.value != 0 ? marks[i].value != self->blank.value
                                     : marks[i].start != flow.start + self->blank.at.start))
        continue;
      if (skip-- > 0)
        continue;
      found.start = marks[i].start - flow.start;
      found.end = marks[i].end - flow.start;
      break;
    }
  return found;
}

/**
 * cw_filling_finish:
 * @self: a filling
 * @before: the document before the step
 * @typed: the document as it was typed
 * @caret: (inout): where the caret goes
 *
 * Ends a step. If it typed over a placeholder, or into a value, that is its value now, here and in
 * every other place of the same quantity.
 *
 * Returns: (transfer full) (nullable): the document with the value; %NULL if the step was something
 *   else
 */
CwDocument *
cw_filling_finish (CwFilling *self, CwDocument *before, CwDocument *typed, CwPlace *caret)
{
  CwFillingStage stage = self->stage;
  g_autoptr (CwDocument) from
      = cw_document_ref (self->before != NULL ? self->before : before);
  g_autoptr (CwDocument) after = NULL;
  CwStretch at;

  self->active = FALSE;
  forget_cleared (self);
  if (stage == CW_FILLING_CLEARED)
    {
      self->before = g_steal_pointer (&from);
      self->after = cw_document_ref (typed);
      return NULL;
    }
  self->stage = CW_FILLING_NONE;
  if (stage == CW_FILLING_NONE || *self->text == '\0')
    return NULL;
  before = from;
  after = cw_blank_fill (before, &self->blank, self->text, NULL, NULL);
  if (after == before)
    return NULL;
  at = find_after (self, before, after);
  *caret = (CwPlace) { self->blank.at.line, MIN (at.start + (guint) self->caret, at.end) };
  self->active = TRUE;
  self->end = *caret;
  return g_steal_pointer (&after);
}
