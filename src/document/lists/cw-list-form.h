/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/tables/cw-table.h"

G_BEGIN_DECLS

#define CW_LIST_MAX_COLUMNS 12

/**
 * CwListColumn:
 * @role: what it says
 * @title: what stands in the header row
 * @width: mm, or 0 for automatic
 *
 * A column of a form.
 */
typedef struct
{
  CwListRole role;
  char *title;
  double width;
} CwListColumn;

/**
 * CwListForm:
 *
 * How an office sets a list: what it is called and its columns. Immutable and atomically
 * reference-counted.
 */
typedef struct _CwListForm CwListForm;

#define CW_TYPE_LIST_FORM (cw_list_form_get_type ())

GType cw_list_form_get_type (void) G_GNUC_CONST;

CwListForm *cw_list_form_new (const char *name, CwListKind kind, const CwListColumn *columns,
                              guint n_columns);
CwListForm *cw_list_form_new_built_in (CwListKind kind);
CwListForm *cw_list_form_new_from_table (const char *name, CwTable *table);
CwListForm *cw_list_form_ref (CwListForm *self);
void cw_list_form_unref (CwListForm *self);

gboolean cw_list_form_equal (CwListForm *self, CwListForm *other);
const char *cw_list_form_get_name (CwListForm *self);
CwListKind cw_list_form_get_kind (CwListForm *self);
guint cw_list_form_get_n_columns (CwListForm *self);
const CwListColumn *cw_list_form_get_column (CwListForm *self, guint column);
int cw_list_form_find_role (CwListForm *self, CwListRole role);
gboolean cw_list_form_is_landscape (CwListForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwListForm, cw_list_form_unref)

G_END_DECLS
