/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find.h"

/* An attachment begins with its own row at the top of a page, perhaps behind the number of the
 * paper (R94); a few millimetres too low it still does. */
static gboolean
is_head (CwFound *self, guint i)
{
  const CwFoundRow *row = cw_found_get_row (self, i);

  if (row->part != CW_PART_NONE || row->page->number == 1
      || !cw_find_matches (row->text, "^(.{0,20}号)?附件[0-9一二三四五六七八九十]*[：:]?$"))
    return FALSE;
  for (guint j = i; j > 0; j--)
    {
      const CwFoundRow *above = cw_found_get_row (self, j - 1);

      if (above->page != row->page)
        return TRUE;
      if (above->part == CW_PART_NONE && above->turn == row->turn)
        return FALSE;
    }
  return TRUE;
}

static void
mark_titles (CwFound *self, guint head)
{
  const CwFoundRow *of = cw_found_get_row (self, head);

  for (guint i = head + 1; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (row->page != of->page || row->part != CW_PART_NONE || row->turn != of->turn
          || row->size < 17.5)
        return;
      row->part = CW_PART_ATTACHMENT_TITLE;
    }
}

/**
 * cw_find_attachments:
 * @self: what is being found
 *
 * Finds the attachments: their heads, their titles, and which rows are theirs.
 */
void
cw_find_attachments (CwFound *self)
{
  guint attachment = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (is_head (self, i))
        {
          attachment++;
          row->part = CW_PART_ATTACHMENT_HEAD;
          mark_titles (self, i);
        }
      if (row->part != CW_PART_PAGE_NUMBER && row->part != CW_PART_COLOPHON)
        row->attachment = attachment;
    }
}
