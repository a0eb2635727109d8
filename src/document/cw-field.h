/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-document.h"

G_BEGIN_DECLS

/**
 * CwFieldKind:
 * @CW_FIELD_NONE: no field: the text of the flow
 * @CW_FIELD_ELEMENT: an element that is not in the flow
 * @CW_FIELD_CELL: a cell of a table
 * @CW_FIELD_BLOCK: a table or picture as a whole, or how an attachment goes with the paper
 * @CW_FIELD_FORM: what paper the document is
 *
 * Where something is entered beside the flow.
 */
typedef enum
{
  CW_FIELD_NONE,
  CW_FIELD_ELEMENT,
  CW_FIELD_CELL,
  CW_FIELD_BLOCK,
  CW_FIELD_FORM,
} CwFieldKind;

/**
 * CwField:
 * @kind: what it is
 * @element: the element, of %CW_FIELD_ELEMENT
 * @block: the number of the block, of %CW_FIELD_CELL and %CW_FIELD_BLOCK
 * @row: the row of the cell
 * @column: the column of the cell
 *
 * A field of a document; plain data, what does not belong to the kind is 0.
 */
typedef struct
{
  CwFieldKind kind;
  CwElement element;
  guint block;
  guint row;
  guint column;
} CwField;

gboolean cw_field_equal (const CwField *a, const CwField *b);
gboolean cw_field_find_change (CwDocument *from, CwDocument *to, CwField *field);

G_END_DECLS
