/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list-form.h"

#include <string.h>

/* More columns than this do not fit on an upright page, with characters of the size of R117. */
#define MOST_UPRIGHT 5
/* What an upright page has for a table, in mm (R5). */
#define UPRIGHT_MM 156

struct _CwListForm
{
  gatomicrefcount ref_count;
  char *name;
  CwListKind kind;
  CwListColumn columns[CW_LIST_MAX_COLUMNS];
  guint n_columns;
};

G_DEFINE_BOXED_TYPE (CwListForm, cw_list_form, cw_list_form_ref, cw_list_form_unref)

/**
 * cw_list_form_new:
 * @name: what lists of this form are called
 * @kind: what they are lists of
 * @columns: (array length=n_columns): their columns; copied
 * @n_columns: how many, at least 1; more than %CW_LIST_MAX_COLUMNS are left out
 *
 * Returns: (transfer full): the form
 */
CwListForm *
cw_list_form_new (const char *name,
                  CwListKind kind,
                  const CwListColumn *columns,
                  guint n_columns)
{
  CwListForm *self;

  g_return_val_if_fail (n_columns > 0 && kind < CW_N_LIST_KINDS, NULL);

  self = g_new0 (CwListForm, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->kind = kind;
  self->n_columns = MIN (n_columns, CW_LIST_MAX_COLUMNS);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i] = columns[i];
      self->columns[i].title = g_strdup (columns[i].title);
    }
  return self;
}

/* What goes on the page is Chinese whatever language the program speaks. The widths fill a page
 * set sideways, 225 mm (R114). */
static const struct
{
  const char *name;
  CwListColumn columns[7];
} built_in[CW_N_LIST_KINDS] = {
  [CW_LIST_PROBLEMS] = { "问题清单",
                         { { CW_ROLE_NUMBER, (char *) "序号", 13 },
                           { CW_ROLE_PROBLEM, (char *) "存在问题", 57 },
                           { CW_ROLE_MEASURE, (char *) "整改措施", 57 },
                           { CW_ROLE_OFFICE, (char *) "责任单位", 28 },
                           { CW_ROLE_PERSON, (char *) "责任人", 22 },
                           { CW_ROLE_DEADLINE, (char *) "整改时限", 24 },
                           { CW_ROLE_STATE, (char *) "整改进展", 24 } } },
  [CW_LIST_TASKS] = { "任务清单",
                      { { CW_ROLE_NUMBER, (char *) "序号", 13 },
                        { CW_ROLE_MEASURE, (char *) "工作任务", 66 },
                        { CW_ROLE_FREE, (char *) "具体要求", 48 },
                        { CW_ROLE_OFFICE, (char *) "责任单位", 28 },
                        { CW_ROLE_PERSON, (char *) "责任人", 22 },
                        { CW_ROLE_DEADLINE, (char *) "完成时限", 24 },
                        { CW_ROLE_STATE, (char *) "进展情况", 24 } } },
  [CW_LIST_DUTIES] = { "责任清单",
                       { { CW_ROLE_NUMBER, (char *) "序号", 13 },
                         { CW_ROLE_MEASURE, (char *) "责任事项", 66 },
                         { CW_ROLE_FREE, (char *) "责任内容", 48 },
                         { CW_ROLE_PERSON, (char *) "责任领导", 22 },
                         { CW_ROLE_OFFICE, (char *) "责任单位", 28 },
                         { CW_ROLE_DEADLINE, (char *) "完成时限", 24 },
                         { CW_ROLE_STATE, (char *) "落实情况", 24 } } },
};

/**
 * cw_list_form_new_built_in:
 * @kind: a kind of list, not %CW_LIST_OTHER
 *
 * Returns: (transfer full): its customary form
 */
CwListForm *
cw_list_form_new_built_in (CwListKind kind)
{
  g_return_val_if_fail (kind > CW_LIST_OTHER && kind < CW_N_LIST_KINDS, NULL);

  return cw_list_form_new (built_in[kind].name, kind, built_in[kind].columns,
                           G_N_ELEMENTS (built_in[kind].columns));
}

/**
 * cw_list_form_new_from_table:
 * @name: what lists of this form are to be called
 * @table: a table; its last header row says what the columns are called
 *
 * Returns: (transfer full): the form of @table; one that is no list has free columns
 */
CwListForm *
cw_list_form_new_from_table (const char *name, CwTable *table)
{
  CwTableList *list = cw_table_get_list (table);
  CwListColumn columns[CW_LIST_MAX_COLUMNS];
  guint n = MIN (cw_table_get_n_columns (table), CW_LIST_MAX_COLUMNS);
  guint n_headers = cw_table_get_n_header_rows (table);

  for (guint i = 0; i < n; i++)
    {
      guint row = n_headers > 0 ? n_headers - 1 : 0, column = i;
      CwCell cell = cw_table_find_cell (table, &row, &column);

      columns[i] = (CwListColumn) {
        list != NULL ? cw_table_list_get_role (list, i) : CW_ROLE_FREE,
        (char *) (n_headers > 0 && column == i ? cw_text_get_string (cell.text) : ""),
        cw_table_get_column (table, i).width,
      };
    }
  return cw_list_form_new (name, list != NULL ? cw_table_list_get_kind (list) : CW_LIST_OTHER,
                           columns, n);
}

/**
 * cw_list_form_ref:
 * @self: a form
 *
 * Returns: (transfer full): @self
 */
CwListForm *
cw_list_form_ref (CwListForm *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_list_form_unref:
 * @self: (transfer full): a form
 */
void
cw_list_form_unref (CwListForm *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].title);
  g_free (self->name);
  g_free (self);
}

/**
 * cw_list_form_equal:
 * @self: a form
 * @other: another
 *
 * Returns: whether both have the same name, kind and columns
 */
gboolean
cw_list_form_equal (CwListForm *self, CwListForm *other)
{
  if (self->kind != other->kind || self->n_columns != other->n_columns
      || !g_str_equal (self->name, other->name))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role != other->columns[i].role
        || self->columns[i].width != other->columns[i].width
        || !g_str_equal (self->columns[i].title, other->columns[i].title))
      return FALSE;
  return TRUE;
}

/**
 * cw_list_form_get_name:
 * @self: a form
 *
 * Returns: (transfer none): what its lists are called
 */
const char *
cw_list_form_get_name (CwListForm *self)
{
  return self->name;
}

/**
 * cw_list_form_get_kind:
 * @self: a form
 *
 * Returns: what its lists are lists of
 */
CwListKind
cw_list_form_get_kind (CwListForm *self)
{
  return self->kind;
}

/**
 * cw_list_form_get_n_columns:
 * @self: a form
 *
 * Returns: how many columns its lists have
 */
guint
cw_list_form_get_n_columns (CwListForm *self)
{
  return self->n_columns;
}

/**
 * cw_list_form_get_column:
 * @self: a form
 * @column: from 0
 *
 * Returns: (transfer none): the column
 */
const CwListColumn *
cw_list_form_get_column (CwListForm *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return &self->columns[column];
}

/**
 * cw_list_form_find_role:
 * @self: a form
 * @role: what a column says
 *
 * Returns: the first such column, or -1
 */
int
cw_list_form_find_role (CwListForm *self, CwListRole role)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == role)
      return (int) i;
  return -1;
}

/**
 * cw_list_form_is_landscape:
 * @self: a form
 *
 * Returns: whether its lists are too wide for an upright page (R111)
 */
gboolean
cw_list_form_is_landscape (CwListForm *self)
{
  double width = 0;

  for (guint i = 0; i < self->n_columns; i++)
    width += self->columns[i].width;
  return self->n_columns > MOST_UPRIGHT || width > UPRIGHT_MM;
}
