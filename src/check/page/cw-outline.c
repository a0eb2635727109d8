/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-outline.h"

#include <math.h>

/* The part being read. */
typedef struct
{
  CwOutline *outline;
  const cairo_matrix_t *matrix;
  CwOutlinePart part;
  gboolean open;
  double x;
  double y;
  double doubled_area;
} Reader;

/* Digits that a double holds exactly. */
#define EXACT_DIGITS 15

/* cairo writes plain decimals, millions of them for a long paper: those need no more than this. */
static const char *
read_plain (const char *p, double *number)
{
  static const double powers[] = { 1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gboolean negative = *p == '-', point = FALSE;
  gint64 digits = 0;
  guint n_digits = 0, n_places = 0;

  for (p += negative; g_ascii_isdigit (*p) || (*p == '.' && !point); p++)
    if (*p == '.')
      point = TRUE;
    else
      {
        digits = digits * 10 + (*p - '0');
        n_places += point;
        if (++n_digits > EXACT_DIGITS)
          return NULL;
      }
  if (n_digits == 0 || *p == 'e' || *p == 'E')
    return NULL;
  *number = (negative ? -1 : 1) * ((double) digits / powers[n_places]);
  return p;
}

static gboolean
read_number (const char **p, double *number)
{
  const char *end;

  while (g_ascii_isspace (**p) || **p == ',')
    (*p)++;
  end = read_plain (*p, number);
  if (end == NULL)
    *number = g_ascii_strtod (*p, (char **) &end);
  if (end == *p)
    return FALSE;
  *p = end;
  return TRUE;
}

static gboolean
read_point (Reader *self, const char **p, double *x, double *y)
{
  if (!read_number (p, x) || !read_number (p, y))
    return FALSE;
  cairo_matrix_transform_point (self->matrix, x, y);
  return TRUE;
}

static void
add_side (Reader *self, double x, double y)
{
  CwOutlineSide side = { self->x, self->y, x, y };

  g_array_append_val (self->outline->sides, side);
  self->doubled_area += self->x * y - x * self->y;
}

static void
close_part (Reader *self)
{
  if (!self->open)
    return;
  self->part.area
      = fabs (self->doubled_area + self->x * self->part.start_y - self->part.start_x * self->y) / 2;
  /* A single point is only where the next part did not go on from. */
  if (self->part.n_points > 1 || !self->part.straight)
    g_array_append_val (self->outline->parts, self->part);
  self->open = FALSE;
}

static void
open_part (Reader *self, double x, double y)
{
  close_part (self);
  self->part
      = (CwOutlinePart) { .box = CW_BOX_EMPTY, .start_x = x, .start_y = y, .straight = TRUE };
  self->part.n_points = 1;
  cw_box_add (&self->part.box, x, y);
  self->doubled_area = 0;
  self->open = TRUE;
  self->x = x;
  self->y = y;
}

static void
line_to (Reader *self, double x, double y)
{
  add_side (self, x, y);
  cw_box_add (&self->part.box, x, y);
  self->part.n_points++;
  self->x = x;
  self->y = y;
}

static double
on_curve (double a, double b, double c, double d, double t)
{
  double s = 1 - t;

  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/* Where a curve turns back in one direction: the roots of its derivative between 0 and 1. */
static guint
find_turns (double a, double b, double c, double d, double turns[2])
{
  double p = -a + 3 * b - 3 * c + d, q = 2 * (a - 2 * b + c), r = b - a;
  double root = q * q - 4 * p * r;
  guint n = 0;

  if (fabs (p) < 1e-9)
    {
      if (fabs (q) > 1e-9)
        turns[n++] = -r / q;
      return n;
    }
  if (root < 0)
    return 0;
  turns[n++] = (-q + sqrt (root)) / (2 * p);
  turns[n++] = (-q - sqrt (root)) / (2 * p);
  return n;
}

static void
add_turns (Reader *self, const double x[4], const double y[4], const double *along)
{
  double turns[2];
  guint n = find_turns (along[0], along[1], along[2], along[3], turns);

  for (guint i = 0; i < n; i++)
    if (turns[i] > 0 && turns[i] < 1)
      cw_box_add (&self->part.box, on_curve (x[0], x[1], x[2], x[3], turns[i]),
                  on_curve (y[0], y[1], y[2], y[3], turns[i]));
}

static gboolean
curve_to (Reader *self, const char **p)
{
  double x[4] = { self->x }, y[4] = { self->y };

  for (guint i = 1; i < 4; i++)
    if (!read_point (self, p, &x[i], &y[i]))
      return FALSE;
  cw_box_add (&self->part.box, x[3], y[3]);
  add_turns (self, x, y, x);
  add_turns (self, x, y, y);
  self->part.straight = FALSE;
  self->x = x[3];
  self->y = y[3];
  return TRUE;
}

static void
go_back (Reader *self)
{
  if (self->open && self->part.straight
      && hypot (self->x - self->part.start_x, self->y - self->part.start_y) > 1e-6)
    line_to (self, self->part.start_x, self->part.start_y);
}

static gboolean
read_command (Reader *self, char command, const char **p)
{
  double x, y;

  switch (command)
    {
    case 'M':
      if (!read_point (self, p, &x, &y))
        return FALSE;
      open_part (self, x, y);
      return TRUE;

    case 'L':
      if (!read_point (self, p, &x, &y))
        return FALSE;
      line_to (self, x, y);
      return TRUE;

    case 'C':
      return curve_to (self, p);

    case 'Z':
      go_back (self);
      close_part (self);
      return TRUE;

    default:
      return FALSE;
    }
}

/**
 * cw_outline_parse:
 * @data: (nullable): a path as cairo writes it: absolute M, L, C and Z
 * @matrix: from its coordinates to millimetres
 *
 * Returns: (transfer full): the path; what cannot be read ends it
 */
CwOutline *
cw_outline_parse (const char *data, const cairo_matrix_t *matrix)
{
  CwOutline *self = g_new0 (CwOutline, 1);
  Reader reader = { .outline = self, .matrix = matrix };

  self->parts = g_array_new (FALSE, FALSE, sizeof (CwOutlinePart));
  self->sides = g_array_new (FALSE, FALSE, sizeof (CwOutlineSide));
  for (const char *p = data; p != NULL && *p != '\0';)
    {
      char command = *p++;

      if (!g_ascii_isspace (command) && !read_command (&reader, command, &p))
        break;
    }
  close_part (&reader);
  return self;
}

/**
 * cw_outline_free:
 * @self: a path
 *
 * Frees it.
 */
void
cw_outline_free (CwOutline *self)
{
  g_array_unref (self->parts);
  g_array_unref (self->sides);
  g_free (self);
}

/**
 * cw_outline_get_box:
 * @self: a path
 *
 * Returns: what all of it covers
 */
CwBox
cw_outline_get_box (CwOutline *self)
{
  CwBox box = CW_BOX_EMPTY;

  for (guint i = 0; i < self->parts->len; i++)
    cw_box_unite (&box, &g_array_index (self->parts, CwOutlinePart, i).box);
  return box;
}
