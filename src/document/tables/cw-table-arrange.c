/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-arrange.h"

/* A cell of the old table and where its places have come to lie in the new one. */
typedef struct
{
  guint top;
  guint left;
  guint bottom;
  guint right;
  guint n_places;
} Extent;

typedef struct
{
  CwTable *table;
  guint n_columns; /* of the old table */
  int *owners;     /* of each old place the number of the place its cell is at */
  Extent *extents; /* of each old place that a cell is at */
} Arrangement;

static void
find_owners (Arrangement *a)
{
  guint n_rows = cw_table_get_n_rows (a->table);

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < a->n_columns; column++)
      {
        CwCell cell = cw_table_get_cell (a->table, row, column);

        for (guint r = 0; r < cell.rows; r++)
          for (guint c = 0; c < cell.columns; c++)
            a->owners[(row + r) * a->n_columns + column + c] = row * a->n_columns + column;
      }
}

/* The nearest line before or behind @at that the old table had, or -1. */
static int
find_old (const int *lines, guint n, guint at, int by)
{
  for (gint64 i = (gint64) at + by; i >= 0 && i < n; i += by)
    if (lines[i] >= 0)
      return lines[i];
  return -1;
}

/* A new place belongs to a cell that is on both sides of it, else to none. */
static int
owner_of_place (Arrangement *a,
                const int *rows,
                guint n_rows,
                const int *columns,
                guint n_columns,
                guint row,
                guint column)
{
  int first_row = rows[row], last_row = rows[row];
  int first_column = columns[column], last_column = columns[column];
  int first, last;

  if (first_row < 0)
    {
      first_row = find_old (rows, n_rows, row, -1);
      last_row = find_old (rows, n_rows, row, 1);
    }
  if (first_column < 0)
    {
      first_column = find_old (columns, n_columns, column, -1);
      last_column = find_old (columns, n_columns, column, 1);
    }
  if (first_row < 0 || last_row < 0 || first_column < 0 || last_column < 0)
    return -1;
  first = a->owners[first_row * (int) a->n_columns + first_column];
  last = a->owners[last_row * (int) a->n_columns + last_column];
  return first == last ? first : -1;
}

static void
extend (Extent *extent, guint row, guint column)
{
  if (extent->n_places++ == 0)
    *extent = (Extent) { row, column, row, column, 1 };
  extent->top = MIN (extent->top, row);
  extent->left = MIN (extent->left, column);
  extent->bottom = MAX (extent->bottom, row);
  extent->right = MAX (extent->right, column);
}

/* What stands at a place that belongs to the old cell @owner: the cell at the first of its places,
 * nothing at the others; a cell torn apart leaves its text at the first and empty cells. */
static CwCell
cell_at (Arrangement *a, int owner, guint row, guint column, gboolean *taken)
{
  Extent *e = &a->extents[owner];
  guint n_rows = e->bottom - e->top + 1, n_columns = e->right - e->left + 1;
  gboolean whole = n_rows * n_columns == e->n_places;
  CwCell cell = cw_table_get_cell (a->table, owner / a->n_columns, owner % a->n_columns);
  gboolean first = !taken[owner];

  taken[owner] = TRUE;
  if (!whole)
    return (CwCell) { first ? cell.text : NULL, 1, 1 };
  if (row == e->top && column == e->left)
    return (CwCell) { cell.text, n_columns, n_rows };
  return (CwCell) { NULL, 0, 0 };
}

static CwTable *
build (Arrangement *a,
       const int *owners,
       const int *rows,
       guint n_rows,
       const int *columns,
       guint n_columns,
       guint n_header_rows)
{
  g_autofree CwCell *cells = g_new (CwCell, n_rows * n_columns);
  g_autofree CwColumn *looks = g_new0 (CwColumn, n_columns);
  g_autofree gboolean *taken
      = g_new0 (gboolean, cw_table_get_n_rows (a->table) * a->n_columns);
  CwTableList *list = cw_table_get_list (a->table);
  g_autoptr (CwTable) table = NULL;
  g_autoptr (CwTableList) arranged = NULL;

  for (guint i = 0; i < n_rows * n_columns; i++)
    cells[i] = owners[i] >= 0 ? cell_at (a, owners[i], i / n_columns, i % n_columns, taken)
                              : (CwCell) { NULL, 1, 1 };
  for (guint i = 0; i < n_columns; i++)
    if (columns[i] >= 0)
      looks[i] = cw_table_get_column (a->table, columns[i]);
  table = cw_table_new (n_rows, n_columns, n_header_rows, looks, cells);
  if (list == NULL)
    return g_steal_pointer (&table);
  arranged = cw_table_list_arrange (list, rows, n_rows, columns, n_columns);
  return cw_table_with_list (table, arranged);
}

/**
 * cw_table_arrange:
 * @table: a table
 * @rows: for each row of the result the row of @table it is, or -1 for a new one
 * @n_rows: how many there are to be, at least 1
 * @columns: the same of the columns
 * @n_columns: how many there are to be, at least 1
 * @n_header_rows: how many are header rows
 *
 * Makes a table of the rows and columns of another. A cell over several rows or columns stays one
 * as long as its places lie together; new ones between them become part of it.
 *
 * Returns: (transfer full): the new table
 */
CwTable *
cw_table_arrange (CwTable *table,
                  const int *rows,
                  guint n_rows,
                  const int *columns,
                  guint n_columns,
                  guint n_header_rows)
{
  guint n_places = cw_table_get_n_rows (table) * cw_table_get_n_columns (table);
  g_autofree int *owners = g_new (int, n_rows * n_columns);
  g_autofree int *old_owners = g_new (int, n_places);
  g_autofree Extent *extents = g_new0 (Extent, n_places);
  Arrangement a = { table, cw_table_get_n_columns (table), old_owners, extents };

  find_owners (&a);
  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      owners[i] = owner_of_place (&a, rows, n_rows, columns, n_columns, i / n_columns,
                                  i % n_columns);
      if (owners[i] >= 0)
        extend (&extents[owners[i]], i / n_columns, i % n_columns);
    }
  return build (&a, owners, rows, n_rows, columns, n_columns, n_header_rows);
}
