/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-filling.h"

#include <string.h>

/**
 * cw_filling_is_at:
 * @self: a filling
 * @at: where the caret is
 *
 * Returns: whether it is behind a value that was typed just now
 */
gboolean
cw_filling_is_at (const CwFilling *self, const CwStretch *at)
{
  return self->active && cw_stretch_same_text (&self->end, at) && self->end.end == at->end;
}

/* --- finding what is typed over --- */

/* Most lines and cells have none, and are asked about with every key. */
static gboolean
has_any (CwDocument *document, const CwStretch *at)
{
  g_autoptr (CwText) text = cw_stretch_get_text (document, at);
  guint n_marks, n_placeholders;

  if (text == NULL)
    return FALSE;
  cw_text_get_marks (text, &n_marks);
  cw_text_get_placeholders (text, &n_placeholders);
  return n_marks > 0 || n_placeholders > 0;
}

static gboolean
is_covered (const CwFilling *self, const CwBlank *blank, const CwStretch *at)
{
  if (at->start < blank->at.start || at->end > blank->at.end)
    return FALSE;
  if (at->start == blank->at.start && at->end == blank->at.end)
    return TRUE; /* all of it is typed over */
  if (!blank->filled)
    return FALSE;
  if (at->start < at->end || (at->start > blank->at.start && at->end < blank->at.end))
    return TRUE; /* a part of a value, or inside it */
  return cw_filling_is_at (self, at) && blank->at.end == at->end; /* the hand goes on behind it */
}

static gboolean
find_blank (CwFilling *self, CwDocument *document, const CwStretch *at)
{
  g_autoptr (GArray) blanks = NULL;

  if (!has_any (document, at))
    return FALSE;
  blanks = cw_blanks_find (document, TRUE);
  for (guint i = 0; i < blanks->len; i++)
    {
      const CwBlank *blank = &g_array_index (blanks, CwBlank, i);

      if (!cw_stretch_same_text (&blank->at, at) || !is_covered (self, blank, at))
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
begin (CwFilling *self, CwDocument *document, const CwStretch *at, const char *text)
{
  gboolean whole;

  self->stage = CW_FILLING_NONE;
  g_clear_pointer (&self->text, g_free);
  if (at == NULL || strchr (text, '\n') != NULL || !find_blank (self, document, at))
    return;
  whole = at->start == self->blank.at.start && at->end == self->blank.at.end;
  self->text = cw_stretch_to_string (document, &self->blank.at);
  change_text (self, at->start - self->blank.at.start, at->end - self->blank.at.start, text);
  self->stage = whole && *text == '\0' ? CW_FILLING_CLEARED : CW_FILLING_TYPED;
}

static void
go_on (CwFilling *self, const CwStretch *at, const char *text)
{
  gsize from;

  if (self->stage == CW_FILLING_NONE)
    return;
  if (at == NULL || !cw_stretch_same_text (at, &self->blank.at) || at->start != at->end
      || at->start < self->blank.at.start
      || at->start - self->blank.at.start > strlen (self->text) || strchr (text, '\n') != NULL)
    {
      self->stage = CW_FILLING_NONE;
      return;
    }
  from = at->start - self->blank.at.start;
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
 * @at: (nullable): what goes, in a line or a cell; %NULL if it is more than a stretch of one
 * @text: what comes
 *
 * Looks whether an edit types over a placeholder, or into a value.
 */
void
cw_filling_note (CwFilling *self,
                 CwDocument *document,
                 gboolean first,
                 const CwStretch *at,
                 const char *text)
{
  /* some input methods take away what is selected first, and give what is typed in a step of its own */
  gboolean cleared = first && self->after != NULL && self->after == document && *text != '\0';

  if (first && !cleared)
    {
      forget_cleared (self);
      begin (self, document, at, text);
    }
  else
    go_on (self, at, text);
}

/* Which place of its quantity in its line or cell the blank is. */
static guint
count_before (CwDocument *document, const CwBlank *blank)
{
  g_autoptr (CwText) text = cw_stretch_get_text (document, &blank->at);
  guint n_marks, n = 0;
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  for (guint i = 0; i < n_marks && blank->value != 0; i++)
    n += marks[i].kind == CW_MARK_VALUE && marks[i].value == blank->value
         && marks[i].start < blank->at.start;
  return n;
}

/* Where the value stands after all places of its quantity have changed. */
static CwStretch
find_after (CwFilling *self, CwDocument *before, CwDocument *after)
{
  g_autoptr (CwText) text = cw_stretch_get_text (after, &self->blank.at);
  guint n_marks, skip = count_before (before, &self->blank);
  const CwMark *marks = cw_text_get_marks (text, &n_marks);
  CwStretch found = self->blank.at;

  found.end = found.start + strlen (self->text);
  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].kind != CW_MARK_VALUE
          || (self->blank.value != 0 ? marks[i].value != self->blank.value
                                     : marks[i].start != self->blank.at.start))
        continue;
      if (skip-- > 0)
        continue;
      found.start = marks[i].start;
      found.end = marks[i].end;
      break;
    }
  return found;
}

/* Behind a value its unit was typed, which is there already. */
static gboolean
is_unit_again (const CwFilling *self)
{
  gsize length = strlen (self->text);

  return self->blank.filled && !g_ascii_isspace (self->text[length - 1]);
}

/**
 * cw_filling_finish:
 * @self: a filling
 * @before: the document before the step
 * @typed: the document as it was typed
 * @caret: (out): where the caret goes, changed only if there is a value
 *
 * Ends a step. If it typed over a placeholder, or into a value, that is its value now, here and in
 * every other place of the same quantity.
 *
 * Returns: (transfer full) (nullable): the document with the value; %NULL if the step was something
 *   else
 */
CwDocument *
cw_filling_finish (CwFilling *self, CwDocument *before, CwDocument *typed, CwStretch *caret)
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
  if (after == before && !is_unit_again (self))
    return NULL;
  at = find_after (self, before, after);
  *caret = at;
  caret->start = caret->end = MIN (at.start + (guint) self->caret, at.end);
  self->active = TRUE;
  self->end = *caret;
  return g_steal_pointer (&after);
}
