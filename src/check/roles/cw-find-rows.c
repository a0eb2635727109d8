/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find.h"

#include <math.h>
#include <stdlib.h>

#define MM_PER_PT (25.4 / 72.0)

static int
compare_sizes (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

/* Of its characters, since single ones may be of another size or raised. */
static double
get_median (const CwFoundRow *row, gsize offset)
{
  g_autofree double *sizes = g_new (double, row->n_chars);

  for (guint i = 0; i < row->n_chars; i++)
    sizes[i] = G_STRUCT_MEMBER (double, cw_found_row_get_char (row, i), offset);
  qsort (sizes, row->n_chars, sizeof *sizes, compare_sizes);
  return sizes[row->n_chars / 2];
}

static void
complete_row (CwFoundRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->n_chars; i++)
    g_string_append_unichar (text, cw_found_row_get_char (row, i)->ch);
  g_free (row->text);
  row->text = g_string_free_and_steal (text);
  row->size = get_median (row, G_STRUCT_OFFSET (CwMeasuredChar, size));
  row->y = get_median (row, G_STRUCT_OFFSET (CwMeasuredChar, y));
  row->level = cw_find_level (row->text);
}

/**
 * cw_find_rows:
 * @self: what is being found
 *
 * Makes a row of each line, page by page.
 */
void
cw_find_rows (CwFound *self)
{
  for (guint i = 0; i < self->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (self->measured, i);

      for (guint j = 0; j < page->lines->len; j++)
        {
          const CwMeasuredLine *line = cw_measured_line (page, j);
          CwFoundRow row = { .page = page,
                             .first = line->first,
                             .n_chars = line->n_chars,
                             .turn = line->turn,
                             .y = line->y };

          complete_row (&row);
          g_array_append_val (self->rows, row);
        }
    }
}

/**
 * cw_find_split_row:
 * @self: what is being found
 * @row: a row
 * @n_chars: how many of its characters are another element's than the rest
 *
 * Makes two rows of it.
 */
void
cw_find_split_row (CwFound *self, guint row, guint n_chars)
{
  CwFoundRow rest = *cw_found_get_row (self, row);

  if (n_chars == 0 || n_chars >= rest.n_chars)
    return;
  rest.first += n_chars;
  rest.n_chars -= n_chars;
  rest.text = NULL;
  complete_row (&rest);
  g_array_insert_val (self->rows, row + 1, rest);
  cw_found_get_row (self, row)->n_chars = n_chars;
  complete_row (cw_found_get_row (self, row));
}

/* --- where the middle of a font's characters is --- */

/* Of a font that shows fewer characters the guess is taken halfway. */
#define FEW 3
#define USUAL 0.37

/* Each character of each font once: common ones would outvote the others. */
static void
add_char (GHashTable *fonts, const CwMeasuredChar *c)
{
  GHashTable *chars = g_hash_table_lookup (fonts, c->font);
  double above = (c->y - (c->ink.top + c->ink.bottom) / 2) / (c->size * MM_PER_PT);

  if (!cw_find_is_han (c->ch) || c->turn != 0 || cw_box_is_empty (&c->ink) || c->size < 5)
    return;
  if (chars == NULL)
    {
      chars = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
      g_hash_table_insert (fonts, (char *) c->font, chars);
    }
  g_hash_table_insert (chars, GUINT_TO_POINTER (c->ch), g_memdup2 (&above, sizeof above));
}

static double
get_mean (GHashTable *chars)
{
  GHashTableIter iter;
  gpointer value;
  double sum = 0;

  g_hash_table_iter_init (&iter, chars);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    sum += *(double *) value;
  return sum / g_hash_table_size (chars);
}

/**
 * cw_find_centres:
 * @self: what is being found
 *
 * Measures for each font where the middle of its em box is: the standard counts from em boxes, of
 * which a PDF tells nothing, and fonts put their baselines differently (R21). The mean of the ink
 * of all Han characters is nearer to it than that of a few square ones, however evenly these fill
 * it.
 */
void
cw_find_centres (CwFound *self)
{
  g_autoptr (GHashTable) fonts
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  GHashTableIter iter;
  gpointer font, chars;

  for (guint i = 0; i < self->measured->pages->len; i++)
    {
      GArray *on_page = cw_measured_page (self->measured, i)->chars;

      for (guint j = 0; j < on_page->len; j++)
        add_char (fonts, &g_array_index (on_page, CwMeasuredChar, j));
    }
  g_hash_table_iter_init (&iter, fonts);
  while (g_hash_table_iter_next (&iter, &font, &chars))
    {
      double *centre = g_new (double, 1);

      *centre = get_mean (chars);
      if (g_hash_table_size (chars) < FEW)
        *centre = (*centre + USUAL) / 2;
      g_hash_table_insert (self->centres, font, centre);
    }
}

/* --- rules --- */

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const CwFoundRule *r = a, *s = b;

  if (r->page->number != s->page->number)
    return r->page->number < s->page->number ? -1 : 1;
  if (fabs (r->box.top - s->box.top) > 0.1)
    return r->box.top < s->box.top ? -1 : 1;
  return r->box.left < s->box.left ? -1 : r->box.left > s->box.left;
}

static gboolean
joins (const CwFoundRule *a, const CwFoundRule *b)
{
  return a->page == b->page && fabs (a->box.top - b->box.top) < 0.1
         && fabs (a->box.bottom - b->box.bottom) < 0.1 && b->box.left - a->box.right < 0.4
         && a->box.left - b->box.right < 0.4;
}

static void
add_rule (CwFound *self, const CwFoundRule *rule)
{
  CwFoundRule *last = self->rules->len > 0
                          ? &g_array_index (self->rules, CwFoundRule, self->rules->len - 1)
                          : NULL;

  if (last != NULL && joins (last, rule))
    cw_box_unite (&last->box, &rule->box);
  else
    g_array_append_val (self->rules, *rule);
}

static gboolean
is_round (const CwShapeMark *shape)
{
  double width = shape->box.right - shape->box.left, height = shape->box.bottom - shape->box.top;

  return shape->kind != CW_SHAPE_BAR && fabs (width - height) < 2 && width >= 25 && width <= 75;
}

/* A ring is drawn of more than one circle: the largest tells the diameter. */
static void
add_seal (CwFound *self, CwMeasuredPage *page, const CwShapeMark *shape)
{
  CwFoundRule seal = { page, shape->box, shape->tint };

  for (guint i = 0; i < self->seals->len; i++)
    {
      CwFoundRule *other = &g_array_index (self->seals, CwFoundRule, i);

      if (other->page == page
          && hypot (other->box.left + other->box.right - seal.box.left - seal.box.right,
                    other->box.top + other->box.bottom - seal.box.top - seal.box.bottom)
                 < 4)
        {
          cw_box_unite (&other->box, &seal.box);
          return;
        }
    }
  g_array_append_val (self->seals, seal);
}

/**
 * cw_find_rules:
 * @self: what is being found
 *
 * Collects level rules, the pieces of each joined, and red rings.
 */
void
cw_find_rules (CwFound *self)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (CwFoundRule));

  for (guint i = 0; i < self->measured->pages->len; i++)
    {
      CwMeasuredPage *page = cw_measured_page (self->measured, i);

      for (guint j = 0; j < page->marks->shapes->len; j++)
        {
          const CwShapeMark *shape = &g_array_index (page->marks->shapes, CwShapeMark, j);
          CwFoundRule rule = { page, shape->box, shape->tint };
          double width = rule.box.right - rule.box.left, height = rule.box.bottom - rule.box.top;

          if (is_round (shape) && cw_tint_is_reddish (&shape->tint))
            add_seal (self, page, shape);
          if (shape->kind != CW_SHAPE_STROKE && height < 2.5 && width > 2 && width > 3 * height)
            g_array_append_val (pieces, rule);
        }
    }
  g_array_sort (pieces, compare_rules);
  for (guint i = 0; i < pieces->len; i++)
    add_rule (self, &g_array_index (pieces, CwFoundRule, i));
}
