/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find.h"

#include <math.h>

/* Rules nearer than this belong together, mm. */
#define TOUCH 0.6

typedef struct
{
  CwBox box;
  gboolean upright;
  guint group;
} Bar;

static void
add_bars (GArray *bars, CwMeasuredPage *page)
{
  for (guint i = 0; i < page->marks->shapes->len; i++)
    {
      const CwShapeMark *shape = &g_array_index (page->marks->shapes, CwShapeMark, i);
      double width = shape->box.right - shape->box.left,
             height = shape->box.bottom - shape->box.top;
      Bar bar = { shape->box, height > width, bars->len };

      if (shape->kind == CW_SHAPE_BAR && MIN (width, height) < 2.5 && MAX (width, height) > 2)
        g_array_append_val (bars, bar);
    }
}

static gboolean
touch (const CwBox *a, const CwBox *b)
{
  return a->left < b->right + TOUCH && b->left < a->right + TOUCH && a->top < b->bottom + TOUCH
         && b->top < a->bottom + TOUCH;
}

static guint
get_group (GArray *bars, guint i)
{
  while (g_array_index (bars, Bar, i).group != i)
    i = g_array_index (bars, Bar, i).group;
  return i;
}

static void
join_bars (GArray *bars)
{
  for (guint i = 0; i < bars->len; i++)
    for (guint j = i + 1; j < bars->len; j++)
      if (touch (&g_array_index (bars, Bar, i).box, &g_array_index (bars, Bar, j).box))
        {
          guint a = get_group (bars, i), b = get_group (bars, j);

          g_array_index (bars, Bar, MAX (a, b)).group = MIN (a, b);
        }
}

/* A group with rules both ways is a table. */
static void
add_table (CwFound *self, CwMeasuredPage *page, GArray *bars, guint group)
{
  CwFoundRule table = { page, CW_BOX_EMPTY };
  guint n_upright = 0, n_level = 0;

  for (guint i = 0; i < bars->len; i++)
    if (get_group (bars, i) == group)
      {
        const Bar *bar = &g_array_index (bars, Bar, i);

        cw_box_unite (&table.box, &bar->box);
        n_upright += bar->upright;
        n_level += !bar->upright;
      }
  if (n_upright >= 1 && n_level >= 2)
    g_array_append_val (self->tables, table);
}

/* Tables of level rules alone: three of one width or more, and no words of a colophon among them.
 */
static void
add_open_table (CwFound *self, CwMeasuredPage *page)
{
  CwFoundRule table = { page, CW_BOX_EMPTY };
  guint n = 0;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const CwFoundRule *rule = &g_array_index (self->rules, CwFoundRule, i);

      if (rule->page != page || cw_tint_is_reddish (&rule->tint)
          || rule->box.right - rule->box.left < 30)
        continue;
      cw_box_unite (&table.box, &rule->box);
      n++;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (self, i);

      if (row->page == page && row->y > table.box.top
          && cw_find_matches (row->text, "印发$|^(抄送|抄报|分送|主送|报|送|发)[：:]|共印[0-9]*份"))
        return;
    }
  if (n >= 3)
    g_array_append_val (self->tables, table);
}

static gboolean
is_inside (const CwBox *box, const CwFoundRule *table)
{
  double x = (box->left + box->right) / 2, y = (box->top + box->bottom) / 2;

  return x > table->box.left && x < table->box.right && y > table->box.top - 0.2
         && y < table->box.bottom + 0.2;
}

static gboolean
is_in_table (CwFound *self, CwMeasuredPage *page, const CwBox *box)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const CwFoundRule *table = &g_array_index (self->tables, CwFoundRule, i);

      if (table->page == page && is_inside (box, table))
        return TRUE;
    }
  return FALSE;
}

static void
mark_rows (CwFound *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);
      CwBox box = cw_found_row_get_box (row);

      if (row->part == CW_PART_NONE && is_in_table (self, row->page, &box))
        row->part = CW_PART_TABLE;
    }
  for (guint i = self->rules->len; i > 0; i--)
    {
      const CwFoundRule *rule = &g_array_index (self->rules, CwFoundRule, i - 1);

      if (is_in_table (self, rule->page, &rule->box))
        g_array_remove_index (self->rules, i - 1);
    }
}

/* Hatching has thousands of bars; no table has. */
#define MOST_BARS 3000

/**
 * cw_find_tables:
 * @self: what is being found
 *
 * Finds ruled tables and the rows in them.
 */
void
cw_find_tables (CwFound *self)
{
  for (guint i = 0; i < self->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (self->measured, i);
      g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (Bar));
      guint n_tables = self->tables->len;

      add_bars (bars, page);
      if (bars->len > MOST_BARS)
        continue;
      join_bars (bars);
      for (guint j = 0; j < bars->len; j++)
        if (g_array_index (bars, Bar, j).group == j)
          add_table (self, page, bars, j);
      if (self->tables->len == n_tables)
        add_open_table (self, page);
    }
  mark_rows (self);
}
