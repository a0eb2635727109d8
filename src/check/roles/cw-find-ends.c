/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find.h"

/* Page numbers stand below this, mm from the foot of the sheet, wherever else they are. */
#define NUMBER_ZONE 46.0

/**
 * cw_find_page_numbers:
 * @self: what is being found
 *
 * Finds numerals at the foot of the pages, with dashes or without.
 */
void
cw_find_page_numbers (CwFound *self)
{
  CwFoundRow *lowest = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (row->turn != 0 || row->part != CW_PART_NONE || row->y < row->page->height - NUMBER_ZONE
          || !cw_find_matches (row->text,
                               "^[-—–－―─一]*第?[0-9]{1,4}页?(/[0-9]+|共[0-9]+页)?[-—–－―─一]*$"))
        continue;
      /* The lowest of a page is the one. */
      if (lowest != NULL && lowest->page == row->page)
        lowest->part = CW_PART_NONE;
      row->part = CW_PART_PAGE_NUMBER;
      lowest = row;
    }
}

/* --- colophon --- */

#define COLOPHON_WORDS "印发$|^(抄送|抄报|分送|主送|报|送|发)[：:]|^(报|送|发)$"

static gboolean
is_wide (const CwFoundRule *rule)
{
  return rule->box.right - rule->box.left > 80 && !cw_tint_is_reddish (&rule->tint);
}

/* The lowest wide rule above a row. */
static const CwFoundRule *
find_rule_above (CwFound *self, const CwFoundRow *row)
{
  const CwFoundRule *above = NULL;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const CwFoundRule *rule = &g_array_index (self->rules, CwFoundRule, i);

      if (rule->page == row->page && is_wide (rule) && rule->box.top < row->y - 1
          && row->y - rule->box.top < 80)
        above = rule;
    }
  return above;
}

/* Rows of several elements, such as organ and date, stay one: their checks look at both ends. */
static void
mark_colophon (CwFound *self, CwMeasuredPage *page, double top)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (row->page == page && row->turn == 0 && row->part == CW_PART_NONE && row->y > top)
        row->part = CW_PART_COLOPHON;
    }
  for (guint i = 0; i < self->rules->len; i++)
    {
      const CwFoundRule *rule = &g_array_index (self->rules, CwFoundRule, i);

      if (rule->page == page && is_wide (rule) && rule->box.bottom > top - 0.5)
        g_array_append_vals (self->colophon_rules, rule, 1);
    }
}

static gboolean
is_small (const CwFoundRow *row)
{
  return row->size > 10 && row->size < 15.3;
}

/**
 * cw_find_colophon:
 * @self: what is being found
 *
 * Finds the colophon on the last page that has its words: below a wide rule, or, as in a letter, in
 * smaller type at the foot.
 */
void
cw_find_colophon (CwFound *self)
{
  CwFoundRow *found = NULL;
  const CwFoundRule *rule = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);
      gboolean words = row->part == CW_PART_NONE && row->turn == 0 && row->y > 60
                       && cw_find_matches (row->text, COLOPHON_WORDS);
      const CwFoundRule *above = words ? find_rule_above (self, row) : NULL;

      if (!words || (above == NULL && !is_small (row)))
        continue;
      if (found != NULL && found->page == row->page)
        continue;
      found = row;
      rule = above;
    }
  if (found == NULL)
    return;
  /* The first row of it has the first rule above it. */
  mark_colophon (self, found->page, rule != NULL ? rule->box.top : found->y - 1);
}
