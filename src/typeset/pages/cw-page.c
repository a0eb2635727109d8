/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page.h"

#include <string.h>

struct _CwPage
{
  gatomicrefcount refs;
  guint number;
  CwGrid grid;
  double left;
  guint n_items;
  guint n_shapes;
  CwShape *shapes;
  guint n_gaps;
  CwPageGap *gaps;
  CwPageItem items[];
};

/**
 * cw_page_new:
 * @number: printed number of the page, from 1
 * @grid: the grid its lines stand on
 * @left: left edge of its type area, pt
 * @items: its lines; their paragraphs are referenced
 * @n_items: how many
 * @shapes: (array length=n_shapes): its shapes
 * @n_shapes: how many
 *
 * Returns: (transfer full): a page
 */
CwPage *
cw_page_new (guint number,
             const CwGrid *grid,
             double left,
             const CwPageItem *items,
             guint n_items,
             const CwShape *shapes,
             guint n_shapes)
{
  CwPage *self = g_malloc0 (sizeof (CwPage) + n_items * sizeof (CwPageItem));

  g_atomic_ref_count_init (&self->refs);
  self->number = number;
  self->grid = *grid;
  self->left = left;
  self->n_items = n_items;
  if (n_items > 0) /* a blank page has none, and nowhere they would be */
    memcpy (self->items, items, n_items * sizeof (CwPageItem));
  for (guint i = 0; i < n_items; i++)
    cw_paragraph_ref (self->items[i].paragraph);
  self->n_shapes = n_shapes;
  self->shapes = g_memdup2 (shapes, n_shapes * sizeof (CwShape));
  for (guint i = 0; i < n_shapes; i++)
    if (self->shapes[i].picture != NULL)
      cw_picture_ref (self->shapes[i].picture);
  return self;
}

/**
 * cw_page_new_with_gaps:
 * @number: printed number of the page, from 1
 * @grid: the grid its lines stand on
 * @left: left edge of its type area, pt
 * @items: (array length=n_items): its lines
 * @n_items: how many
 * @shapes: (array length=n_shapes): its shapes
 * @n_shapes: how many
 * @gaps: (array length=n_gaps): what is left out of its lines, in the order of the lines
 * @n_gaps: how many
 *
 * As cw_page_new(), of lines with ruled placeholders in them.
 *
 * Returns: (transfer full): a page
 */
CwPage *
cw_page_new_with_gaps (guint number,
                       const CwGrid *grid,
                       double left,
                       const CwPageItem *items,
                       guint n_items,
                       const CwShape *shapes,
                       guint n_shapes,
                       const CwPageGap *gaps,
                       guint n_gaps)
{
  CwPage *self = cw_page_new (number, grid, left, items, n_items, shapes, n_shapes);

  self->n_gaps = n_gaps;
  self->gaps = g_memdup2 (gaps, n_gaps * sizeof (CwPageGap));
  return self;
}

/**
 * cw_page_ref:
 * @self: a page
 *
 * Returns: (transfer full): @self
 */
CwPage *
cw_page_ref (CwPage *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * cw_page_unref:
 * @self: (transfer full): a page
 */
void
cw_page_unref (CwPage *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n_items; i++)
    cw_paragraph_unref (self->items[i].paragraph);
  for (guint i = 0; i < self->n_shapes; i++)
    g_clear_pointer (&self->shapes[i].picture, cw_picture_unref);
  g_free (self->shapes);
  g_free (self->gaps);
  g_free (self);
}

/**
 * cw_page_get_number:
 * @self: a page
 *
 * Returns: its printed number, from 1
 */
guint
cw_page_get_number (CwPage *self)
{
  return self->number;
}

/**
 * cw_page_get_grid:
 * @self: a page
 *
 * Returns: (transfer none): the grid its lines stand on
 */
const CwGrid *
cw_page_get_grid (CwPage *self)
{
  return &self->grid;
}

/**
 * cw_page_get_left:
 * @self: a page
 *
 * Returns: left edge of its type area, pt
 */
double
cw_page_get_left (CwPage *self)
{
  return self->left;
}

/**
 * cw_page_get_n_items:
 * @self: a page
 *
 * Returns: how many lines it has, page number included
 */
guint
cw_page_get_n_items (CwPage *self)
{
  return self->n_items;
}

/**
 * cw_page_get_item:
 * @self: a page
 * @item: from 0
 *
 * Returns: (transfer none): the line
 */
const CwPageItem *
cw_page_get_item (CwPage *self, guint item)
{
  g_return_val_if_fail (item < self->n_items, NULL);

  return &self->items[item];
}

/**
 * cw_page_get_n_shapes:
 * @self: a page
 *
 * Returns: how many shapes stand on it
 */
guint
cw_page_get_n_shapes (CwPage *self)
{
  return self->n_shapes;
}

/**
 * cw_page_get_shape:
 * @self: a page
 * @shape: from 0
 *
 * Returns: (transfer none): the shape
 */
const CwShape *
cw_page_get_shape (CwPage *self, guint shape)
{
  g_return_val_if_fail (shape < self->n_shapes, NULL);

  return &self->shapes[shape];
}

/**
 * cw_page_leaves_out:
 * @self: a page
 * @item: number of a line
 * @offset: a byte of the text of its paragraph
 *
 * Returns: whether the character there is not painted, since a rule stands in its place
 */
gboolean
cw_page_leaves_out (CwPage *self, guint item, guint offset)
{
  for (guint i = 0; i < self->n_gaps && self->gaps[i].item <= item; i++)
    if (self->gaps[i].item == item && offset >= self->gaps[i].start && offset < self->gaps[i].end)
      return TRUE;
  return FALSE;
}

/**
 * cw_shape_is_guide:
 * @self: a shape
 *
 * Returns: whether it is a guide for the eye, never printed
 */
gboolean
cw_shape_is_guide (const CwShape *self)
{
  return self->kind >= CW_SHAPE_SEAL;
}

static gboolean
shape_looks_equal (const CwShape *a, const CwShape *b)
{
  return a->kind == b->kind && a->x == b->x && a->y == b->y && a->width == b->width
         && a->height == b->height && a->sideways == b->sideways && a->colour == b->colour
         && a->picture == b->picture;
}

static gboolean
item_looks_equal (const CwPageItem *a, const CwPageItem *b)
{
  if (a->role != b->role || a->x != b->x || a->y != b->y || a->sideways != b->sideways
      || a->colour != b->colour)
    return FALSE;
  /* A page number is made anew with each page, and the page's number says all about it. */
  return (a->role == CW_PAGE_ROLE_ARTIFACT && a->flow_line < 0)
         || (a->paragraph == b->paragraph && a->line == b->line);
}

/**
 * cw_page_looks_equal:
 * @self: a page
 * @other: another
 *
 * Whether both pages print the same, so that a picture of one serves for the other. May say %FALSE
 * of pages that do: paragraphs are compared by identity.
 *
 * Returns: %TRUE if they surely look the same
 */
gboolean
cw_page_looks_equal (CwPage *self, CwPage *other)
{
  if (self == other)
    return TRUE;
  if (self->number != other->number || self->n_items != other->n_items
      || self->n_shapes != other->n_shapes || self->left != other->left
      || self->grid.pitch != other->grid.pitch || self->grid.cell != other->grid.cell)
    return FALSE;
  for (guint i = 0; i < self->n_shapes; i++)
    if (!shape_looks_equal (&self->shapes[i], &other->shapes[i]))
      return FALSE;
  if (self->n_gaps != other->n_gaps
      || (self->n_gaps > 0
          && memcmp (self->gaps, other->gaps, self->n_gaps * sizeof (CwPageGap)) != 0))
    return FALSE;
  for (guint i = 0; i < self->n_items; i++)
    if (!item_looks_equal (&self->items[i], &other->items[i]))
      return FALSE;
  return TRUE;
}

/**
 * cw_page_role_get_tag:
 * @role: what a line is
 *
 * Returns: the standard structure type of tagged PDF for it
 */
const char *
cw_page_role_get_tag (CwPageRole role)
{
  static const char *const tags[] = { "H1", "P", "H2", "H3", "H4", "H5", "Caption", "TH", "TD", "Artifact" };

  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (tags), "P");

  return tags[role];
}
