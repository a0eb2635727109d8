/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CwListKind:
 * @CW_LIST_OTHER: a list of the office's own
 * @CW_LIST_PROBLEMS: 问题清单
 * @CW_LIST_TASKS: 任务清单
 * @CW_LIST_DUTIES: 责任清单
 *
 * What a list is a list of.
 */
typedef enum
{
  CW_LIST_OTHER,
  CW_LIST_PROBLEMS,
  CW_LIST_TASKS,
  CW_LIST_DUTIES,
  CW_N_LIST_KINDS,
} CwListKind;

/**
 * CwListRole:
 * @CW_ROLE_FREE: anything
 * @CW_ROLE_NUMBER: the number of the row (序号)
 * @CW_ROLE_PROBLEM: a problem
 * @CW_ROLE_MEASURE: a measure, a task, a duty
 * @CW_ROLE_OFFICE: who is responsible, an office
 * @CW_ROLE_PERSON: who is responsible, a person
 * @CW_ROLE_DEADLINE: until when
 * @CW_ROLE_STATE: how far it is
 *
 * What a column of a list says.
 */
typedef enum
{
  CW_ROLE_FREE,
  CW_ROLE_NUMBER,
  CW_ROLE_PROBLEM,
  CW_ROLE_MEASURE,
  CW_ROLE_OFFICE,
  CW_ROLE_PERSON,
  CW_ROLE_DEADLINE,
  CW_ROLE_STATE,
  CW_N_LIST_ROLES,
} CwListRole;

/**
 * CwRowSource:
 * @block: number of the block the row was made from, see cw_block_get_id()
 * @part: which of its points, from 1; 0 for the block as a whole
 * @role: the column it was made for
 * @text: what it said then
 *
 * Where a cell of a list comes from.
 */
typedef struct
{
  guint block;
  guint part;
  CwListRole role;
  char *text;
} CwRowSource;

/**
 * CwTableList:
 *
 * What a table knows that is a list: its kind, what its columns say, where its rows come from.
 * Immutable and atomically reference-counted; other tables have none.
 */
typedef struct _CwTableList CwTableList;

#define CW_TYPE_TABLE_LIST (cw_table_list_get_type ())

GType cw_table_list_get_type (void) G_GNUC_CONST;

CwTableList *cw_table_list_new (CwListKind kind, const CwListRole *roles, guint n_columns,
                                guint n_rows);
CwTableList *cw_table_list_ref (CwTableList *self);
void cw_table_list_unref (CwTableList *self);

gboolean cw_table_list_equal (CwTableList *self, CwTableList *other);
CwListKind cw_table_list_get_kind (CwTableList *self);
guint cw_table_list_get_n_columns (CwTableList *self);
guint cw_table_list_get_n_rows (CwTableList *self);
CwListRole cw_table_list_get_role (CwTableList *self, guint column);
int cw_table_list_find_role (CwTableList *self, CwListRole role);
guint cw_table_list_get_n_sources (CwTableList *self, guint row);
const CwRowSource *cw_table_list_get_source (CwTableList *self, guint row, guint n);

CwTableList *cw_table_list_with_role (CwTableList *self, guint column, CwListRole role);
CwTableList *cw_table_list_with_sources (CwTableList *self, guint row, const CwRowSource *sources,
                                         guint n_sources);
CwTableList *cw_table_list_arrange (CwTableList *self, const int *rows, guint n_rows,
                                    const int *columns, guint n_columns);
CwTableList *cw_table_list_paste (CwTableList *self, guint row, CwTableList *from, guint n_rows);

const char *cw_list_kind_get_id (CwListKind kind);
const char *cw_list_kind_get_name (CwListKind kind);
gboolean cw_list_kind_find (const char *id, CwListKind *kind);
const char *cw_list_role_get_id (CwListRole role);
const char *cw_list_role_get_name (CwListRole role);
gboolean cw_list_role_find (const char *id, CwListRole *role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTableList, cw_table_list_unref)

G_END_DECLS
