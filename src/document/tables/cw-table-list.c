/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-list.h"

#include <glib/gi18n-lib.h>

/* The sources of a row never change once they are made: lists share them, reference-counted. */
typedef struct
{
  guint n;
  CwRowSource *sources;
} Sources;

struct _CwTableList
{
  gatomicrefcount ref_count;
  CwListKind kind;
  guint n_columns;
  guint n_rows;
  CwListRole *roles;
  Sources **rows; /* NULL for a row that nothing in the paper is the source of */
};

G_DEFINE_BOXED_TYPE (CwTableList, cw_table_list, cw_table_list_ref, cw_table_list_unref)

/* --- sources ---------------------------------------------------------------------------------- */

static void
clear_sources (gpointer data)
{
  Sources *sources = data;

  for (guint i = 0; i < sources->n; i++)
    g_free (sources->sources[i].text);
  g_free (sources->sources);
}

static void
sources_unref (Sources *sources)
{
  if (sources != NULL)
    g_atomic_rc_box_release_full (sources, clear_sources);
}

static Sources *
sources_ref (Sources *sources)
{
  return sources != NULL ? g_atomic_rc_box_acquire (sources) : NULL;
}

static Sources *
sources_new (const CwRowSource *from, guint n)
{
  Sources *sources;

  if (n == 0)
    return NULL;
  sources = g_atomic_rc_box_new0 (Sources);
  sources->n = n;
  sources->sources = g_new (CwRowSource, n);
  for (guint i = 0; i < n; i++)
    {
      sources->sources[i] = from[i];
      sources->sources[i].text = g_strdup (from[i].text != NULL ? from[i].text : "");
    }
  return sources;
}

static gboolean
sources_equal (const Sources *a, const Sources *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (a->sources[i].block != b->sources[i].block || a->sources[i].part != b->sources[i].part
        || a->sources[i].role != b->sources[i].role
        || !g_str_equal (a->sources[i].text, b->sources[i].text))
      return FALSE;
  return TRUE;
}

/* --- the list --------------------------------------------------------------------------------- */

static CwTableList *
list_new (CwListKind kind, guint n_columns, guint n_rows)
{
  CwTableList *self = g_new0 (CwTableList, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->roles = g_new0 (CwListRole, n_columns);
  self->rows = g_new0 (Sources *, n_rows);
  return self;
}

static CwTableList *
list_copy (CwTableList *from)
{
  CwTableList *self = list_new (from->kind, from->n_columns, from->n_rows);

  for (guint i = 0; i < self->n_columns; i++)
    self->roles[i] = from->roles[i];
  for (guint i = 0; i < self->n_rows; i++)
    self->rows[i] = sources_ref (from->rows[i]);
  return self;
}

/**
 * cw_table_list_new:
 * @kind: what it is a list of
 * @roles: (nullable) (array length=n_columns): what the columns say; %NULL for free ones
 * @n_columns: columns of the table
 * @n_rows: rows of the table, header rows included
 *
 * Returns: (transfer full): a list whose rows have no sources
 */
CwTableList *
cw_table_list_new (CwListKind kind, const CwListRole *roles, guint n_columns, guint n_rows)
{
  CwTableList *self;

  g_return_val_if_fail (kind < CW_N_LIST_KINDS && n_columns > 0 && n_rows > 0, NULL);

  self = list_new (kind, n_columns, n_rows);
  for (guint i = 0; roles != NULL && i < n_columns; i++)
    self->roles[i] = roles[i];
  return self;
}

/**
 * cw_table_list_ref:
 * @self: a list
 *
 * Takes a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CwTableList *
cw_table_list_ref (CwTableList *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_table_list_unref:
 * @self: (transfer full): a list
 *
 * Gives a reference back; from any thread.
 */
void
cw_table_list_unref (CwTableList *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_rows; i++)
    sources_unref (self->rows[i]);
  g_free (self->rows);
  g_free (self->roles);
  g_free (self);
}

/**
 * cw_table_list_equal:
 * @self: (nullable): a list, or none
 * @other: (nullable): another
 *
 * Returns: whether both are the same in kind, roles and sources, or both are none
 */
gboolean
cw_table_list_equal (CwTableList *self, CwTableList *other)
{
  if (self == other)
    return TRUE;
  if (self == NULL || other == NULL || self->kind != other->kind
      || self->n_columns != other->n_columns || self->n_rows != other->n_rows)
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->roles[i] != other->roles[i])
      return FALSE;
  for (guint i = 0; i < self->n_rows; i++)
    if (!sources_equal (self->rows[i], other->rows[i]))
      return FALSE;
  return TRUE;
}

/**
 * cw_table_list_get_kind:
 * @self: a list
 *
 * Returns: what it is a list of
 */
CwListKind
cw_table_list_get_kind (CwTableList *self)
{
  return self->kind;
}

/**
 * cw_table_list_get_n_columns:
 * @self: a list
 *
 * Returns: how many columns its table has
 */
guint
cw_table_list_get_n_columns (CwTableList *self)
{
  return self->n_columns;
}

/**
 * cw_table_list_get_n_rows:
 * @self: a list
 *
 * Returns: how many rows its table has, header rows included
 */
guint
cw_table_list_get_n_rows (CwTableList *self)
{
  return self->n_rows;
}

/**
 * cw_table_list_get_role:
 * @self: a list
 * @column: a column of its table
 *
 * Returns: what the column says
 */
CwListRole
cw_table_list_get_role (CwTableList *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, CW_ROLE_FREE);

  return self->roles[column];
}

/**
 * cw_table_list_find_role:
 * @self: a list
 * @role: what a column says
 *
 * Returns: the first such column, or -1
 */
int
cw_table_list_find_role (CwTableList *self, CwListRole role)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->roles[i] == role)
      return (int) i;
  return -1;
}

/**
 * cw_table_list_get_n_sources:
 * @self: a list
 * @row: a row of its table
 *
 * Returns: how many places of the paper the row was made from
 */
guint
cw_table_list_get_n_sources (CwTableList *self, guint row)
{
  g_return_val_if_fail (row < self->n_rows, 0);

  return self->rows[row] != NULL ? self->rows[row]->n : 0;
}

/**
 * cw_table_list_get_source:
 * @self: a list
 * @row: a row of its table
 * @n: which of its sources
 *
 * Returns: (transfer none): the source, valid as long as @self
 */
const CwRowSource *
cw_table_list_get_source (CwTableList *self, guint row, guint n)
{
  g_return_val_if_fail (n < cw_table_list_get_n_sources (self, row), NULL);

  return &self->rows[row]->sources[n];
}

/* --- other lists ------------------------------------------------------------------------------ */

/**
 * cw_table_list_with_role:
 * @self: a list
 * @column: a column of its table
 * @role: what it is to say
 *
 * Returns: (transfer full): the list
 */
CwTableList *
cw_table_list_with_role (CwTableList *self, guint column, CwListRole role)
{
  CwTableList *list;

  g_return_val_if_fail (column < self->n_columns && role < CW_N_LIST_ROLES, NULL);

  list = list_copy (self);
  list->roles[column] = role;
  return list;
}

/**
 * cw_table_list_with_sources:
 * @self: a list
 * @row: a row of its table
 * @sources: (nullable) (array length=n_sources): what it is made from; copied
 * @n_sources: how many there are
 *
 * Returns: (transfer full): the list
 */
CwTableList *
cw_table_list_with_sources (CwTableList *self,
                            guint row,
                            const CwRowSource *sources,
                            guint n_sources)
{
  CwTableList *list;
  Sources *made;

  g_return_val_if_fail (row < self->n_rows, NULL);

  list = list_copy (self);
  made = sources_new (sources, n_sources);
  sources_unref (list->rows[row]);
  list->rows[row] = made;
  return list;
}

/**
 * cw_table_list_arrange:
 * @self: a list
 * @rows: for each row of the result the row it is, or -1 for a new one
 * @n_rows: how many there are to be
 * @columns: the same of the columns
 * @n_columns: how many there are to be
 *
 * Follows its table into another order, see cw_table_arrange().
 *
 * Returns: (transfer full): the list of the table as it becomes
 */
CwTableList *
cw_table_list_arrange (CwTableList *self,
                       const int *rows,
                       guint n_rows,
                       const int *columns,
                       guint n_columns)
{
  CwTableList *list = list_new (self->kind, n_columns, n_rows);

  for (guint i = 0; i < n_columns; i++)
    if (columns[i] >= 0)
      list->roles[i] = self->roles[columns[i]];
  for (guint i = 0; i < n_rows; i++)
    if (rows[i] >= 0)
      list->rows[i] = sources_ref (self->rows[rows[i]]);
  return list;
}

/**
 * cw_table_list_paste:
 * @self: a list
 * @row: first row that gets other sources
 * @from: where they come from, from its first row on
 * @n_rows: how many rows
 *
 * Whole rows of another list have been put over rows of this one: their sources come with them.
 *
 * Returns: (transfer full): the list
 */
CwTableList *
cw_table_list_paste (CwTableList *self, guint row, CwTableList *from, guint n_rows)
{
  CwTableList *list;

  g_return_val_if_fail (row + n_rows <= self->n_rows && n_rows <= from->n_rows, NULL);

  list = list_copy (self);
  for (guint i = 0; i < n_rows; i++)
    {
      sources_unref (list->rows[row + i]);
      list->rows[row + i] = sources_ref (from->rows[i]);
    }
  return list;
}

/* --- names ------------------------------------------------------------------------------------ */

static const char *const kinds[CW_N_LIST_KINDS][2] = {
  [CW_LIST_OTHER] = { "other", N_ ("List") },
  [CW_LIST_PROBLEMS] = { "problems", N_ ("List of Problems") },
  [CW_LIST_TASKS] = { "tasks", N_ ("List of Tasks") },
  [CW_LIST_DUTIES] = { "duties", N_ ("List of Duties") },
};

static const char *const roles[CW_N_LIST_ROLES][2] = {
  [CW_ROLE_FREE] = { "free", N_ ("Free text") },
  [CW_ROLE_NUMBER] = { "number", N_ ("Number") },
  [CW_ROLE_PROBLEM] = { "problem", N_ ("Problem") },
  [CW_ROLE_MEASURE] = { "measure", N_ ("Measure") },
  [CW_ROLE_OFFICE] = { "office", N_ ("Responsible office") },
  [CW_ROLE_PERSON] = { "person", N_ ("Responsible person") },
  [CW_ROLE_DEADLINE] = { "deadline", N_ ("Deadline") },
  [CW_ROLE_STATE] = { "state", N_ ("State") },
};

static gboolean
find_id (const char *const (*names)[2], guint n, const char *id, guint *found)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i][0], id))
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cw_list_kind_get_id:
 * @kind: a kind of list
 *
 * Returns: (transfer none): what files call it; never changes
 */
const char *
cw_list_kind_get_id (CwListKind kind)
{
  g_return_val_if_fail (kind < CW_N_LIST_KINDS, NULL);

  return kinds[kind][0];
}

/**
 * cw_list_kind_get_name:
 * @kind: a kind of list
 *
 * Returns: (transfer none): its name in the language of the program
 */
const char *
cw_list_kind_get_name (CwListKind kind)
{
  g_return_val_if_fail (kind < CW_N_LIST_KINDS, NULL);

  return _ (kinds[kind][1]);
}

/**
 * cw_list_kind_find:
 * @id: what a file calls a kind of list
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
cw_list_kind_find (const char *id, CwListKind *kind)
{
  guint found = 0;

  if (!find_id (kinds, CW_N_LIST_KINDS, id, &found))
    return FALSE;
  *kind = found;
  return TRUE;
}

/**
 * cw_list_role_get_id:
 * @role: what a column says
 *
 * Returns: (transfer none): what files call it; never changes
 */
const char *
cw_list_role_get_id (CwListRole role)
{
  g_return_val_if_fail (role < CW_N_LIST_ROLES, NULL);

  return roles[role][0];
}

/**
 * cw_list_role_get_name:
 * @role: what a column says
 *
 * Returns: (transfer none): its name in the language of the program
 */
const char *
cw_list_role_get_name (CwListRole role)
{
  g_return_val_if_fail (role < CW_N_LIST_ROLES, NULL);

  return _ (roles[role][1]);
}

/**
 * cw_list_role_find:
 * @id: what a file calls what a column says
 * @role: (out): what it says
 *
 * Returns: whether there is such a role
 */
gboolean
cw_list_role_find (const char *id, CwListRole *role)
{
  guint found = 0;

  if (!find_id (roles, CW_N_LIST_ROLES, id, &found))
    return FALSE;
  *role = found;
  return TRUE;
}
