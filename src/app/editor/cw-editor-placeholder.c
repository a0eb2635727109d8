/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tables/cw-table-view.h"
#include "document/values/cw-blank.h"
#include "cw-editor-blocks.h"
#include "cw-editor-commands.h"
#include "cw-editor-layers.h"

/* From one blank to be filled in to the next, in lines and in cells. */

static CwDocument *
get_document (CwEditor *editor)
{
  return cw_editor_buffer_get_document (cw_editor_get_buffer (editor));
}

/* Where the keyboard is: the selection's end to go on from, or its start to go back from. */
static CwStretch
find_here (CwEditor *editor, gboolean forward)
{
  CwPlace start, end, caret = cw_editor_get_caret (editor);
  GtkWidget *widget = cw_editor_blocks_get_widget (cw_editor_get_blocks (editor), caret.line);
  CwStretch here = { .line = caret.line };
  int row, column;

  cw_editor_buffer_get_selection (cw_editor_get_buffer (editor), &start, &end);
  here.start = here.end = forward ? end.offset : start.offset;
  here.line = forward ? end.line : start.line;
  if (!cw_editor_get_cell (editor, &row, &column))
    return here;
  here.line = caret.line;
  here.field = (CwField) { CW_FIELD_CELL, 0,
                           (guint) cw_flow_get_line (get_document (editor), caret.line).block,
                           (guint) row, (guint) column };
  here.start = here.end = cw_table_view_get_caret (CW_TABLE_VIEW (widget));
  return here;
}

static gboolean
is_in_text (const CwBlank *blank)
{
  return blank->at.field.kind != CW_FIELD_ELEMENT;
}

/* The first blank from @here on, or the first of all. */
static const CwBlank *
find_next (GArray *blanks, const CwStretch *here)
{
  const CwBlank *first = NULL;

  for (guint i = 0; i < blanks->len; i++)
    {
      const CwBlank *blank = &g_array_index (blanks, CwBlank, i);

      if (!is_in_text (blank))
        continue;
      if (cw_stretch_compare (&blank->at, here) >= 0)
        return blank;
      if (first == NULL)
        first = blank;
    }
  return first;
}

static gboolean
ends_before (const CwStretch *at, const CwStretch *here)
{
  if (cw_stretch_same_text (at, here))
    return at->end <= here->start;
  return cw_stretch_compare (at, here) < 0;
}

/* The last blank before @here, or the last of all. */
static const CwBlank *
find_previous (GArray *blanks, const CwStretch *here)
{
  const CwBlank *last = NULL;

  for (guint i = blanks->len; i > 0; i--)
    {
      const CwBlank *blank = &g_array_index (blanks, CwBlank, i - 1);

      if (!is_in_text (blank))
        continue;
      if (ends_before (&blank->at, here))
        return blank;
      if (last == NULL)
        last = blank;
    }
  return last;
}

static gboolean
go (CwEditor *editor, gboolean forward)
{
  CwStretch here = find_here (editor, forward);
  g_autoptr (GArray) blanks = cw_blanks_find (get_document (editor), FALSE);
  const CwBlank *blank = forward ? find_next (blanks, &here) : find_previous (blanks, &here);

  if (blank == NULL)
    return FALSE;
  cw_editor_show_stretch (editor, &blank->at);
  return TRUE;
}

/**
 * cw_editor_next_placeholder:
 * @editor: an editor
 *
 * Selects the next placeholder after the caret, the first one after the last, ready to be typed
 * over.
 *
 * Returns: whether there is any in lines and cells
 */
gboolean
cw_editor_next_placeholder (CwEditor *editor)
{
  g_return_val_if_fail (CW_IS_EDITOR (editor), FALSE);

  return go (editor, TRUE);
}

/**
 * cw_editor_previous_placeholder:
 * @editor: an editor
 *
 * Selects the placeholder before the caret, the last one before the first.
 *
 * Returns: whether there is any in lines and cells
 */
gboolean
cw_editor_previous_placeholder (CwEditor *editor)
{
  g_return_val_if_fail (CW_IS_EDITOR (editor), FALSE);

  return go (editor, FALSE);
}

static gboolean
get_stretch (CwEditor *editor, CwStretch *stretch)
{
  CwPlace start, end;
  int row, column;

  if (cw_editor_get_cell (editor, &row, &column)
      || !cw_editor_buffer_get_selection (cw_editor_get_buffer (editor), &start, &end)
      || start.line != end.line)
    return FALSE;
  *stretch = (CwStretch) { .line = start.line, .start = start.offset, .end = end.offset };
  return TRUE;
}

/**
 * cw_editor_get_placeholder:
 * @editor: an editor
 * @line: a line of the flow
 * @offset: a byte of it
 * @blank: (out): the placeholder there, filled or not
 *
 * Returns: whether there is one
 */
gboolean
cw_editor_get_placeholder (CwEditor *editor, guint line, guint offset, CwBlank *blank)
{
  g_autoptr (GArray) blanks = cw_blanks_find_in_line (get_document (editor), line, TRUE);

  for (guint i = 0; i < blanks->len; i++)
    {
      const CwBlank *found = &g_array_index (blanks, CwBlank, i);

      if (offset < found->at.start || offset > found->at.end)
        continue;
      *blank = *found;
      return TRUE;
    }
  return FALSE;
}

/**
 * cw_editor_make_placeholder:
 * @editor: an editor
 *
 * Makes a placeholder of what is selected in a line.
 *
 * Returns: whether anything could be made one
 */
gboolean
cw_editor_make_placeholder (CwEditor *editor)
{
  g_autoptr (CwDocument) made = NULL;
  CwStretch stretch;

  if (!get_stretch (editor, &stretch))
    return FALSE;
  made = cw_blank_make (get_document (editor), &stretch);
  if (made == get_document (editor))
    return FALSE;
  cw_editor_buffer_apply (cw_editor_get_buffer (editor), made, NULL);
  return TRUE;
}

/**
 * cw_editor_drop_placeholder:
 * @editor: an editor
 *
 * Says of the placeholder at the caret that it is none.
 *
 * Returns: whether there is one
 */
gboolean
cw_editor_drop_placeholder (CwEditor *editor)
{
  CwPlace start, end;
  CwBlank blank;
  g_autoptr (CwDocument) dropped = NULL;

  cw_editor_buffer_get_selection (cw_editor_get_buffer (editor), &start, &end);
  if (!cw_editor_get_placeholder (editor, start.line, start.offset, &blank))
    return FALSE;
  dropped = cw_blank_dismiss (get_document (editor), &blank);
  cw_editor_buffer_apply (cw_editor_get_buffer (editor), dropped, NULL);
  return TRUE;
}
