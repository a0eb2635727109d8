/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-field.h"

#include "document/tables/cw-table-change.h"

/**
 * cw_field_equal:
 * @a: a field
 * @b: another
 *
 * Returns: whether both are the same
 */
gboolean
cw_field_equal (const CwField *a, const CwField *b)
{
  return a->kind == b->kind && a->element == b->element && a->block == b->block
         && a->row == b->row && a->column == b->column;
}

static gboolean
texts_differ (CwText *a, CwText *b)
{
  if (a == NULL || b == NULL)
    return a != b;
  return !cw_text_equal (a, b);
}

/* Whether two blocks differ in what is not their line of the flow. */
static gboolean
find_in_block (CwBlock *from, CwBlock *to, CwField *field)
{
  CwTable *was = cw_block_get_table (from), *is = cw_block_get_table (to);
  CwPicture *picture_was = cw_block_get_picture (from), *picture_is = cw_block_get_picture (to);

  field->kind = CW_FIELD_BLOCK;
  if (was != NULL && is != NULL)
    {
      if (cw_table_equal (was, is))
        return FALSE;
      if (cw_table_find_change (was, is, &field->row, &field->column))
        field->kind = CW_FIELD_CELL;
      return TRUE;
    }
  if (picture_was != NULL && picture_is != NULL)
    return !cw_picture_equal (picture_was, picture_is);
  return cw_block_get_attachment_flags (from) != cw_block_get_attachment_flags (to);
}

/* Blocks are compared in pairs, as edits of fields leave their number as it is. */
static gboolean
find_block (CwDocument *from, CwDocument *to, CwField *field)
{
  guint n = cw_document_get_n_blocks (to);

  if (cw_document_get_n_blocks (from) != n)
    return FALSE;
  for (field->block = 0; field->block < n; field->block++)
    {
      CwBlock *a = cw_document_get_block (from, field->block);
      CwBlock *b = cw_document_get_block (to, field->block);

      if (a != b && find_in_block (a, b, field))
        return TRUE;
    }
  return FALSE;
}

/**
 * cw_field_find_change:
 * @from: a document
 * @to: another, such as undo gives
 * @field: (out): the first field in which they differ; of kind %CW_FIELD_NONE if there is none
 *
 * Tells what to show when one document takes the place of the other and the flow does not say it,
 * see cw_flow_find_change().
 *
 * Returns: whether there is such a field
 */
gboolean
cw_field_find_change (CwDocument *from, CwDocument *to, CwField *field)
{
  *field = (CwField) { .kind = CW_FIELD_FORM };
  if (!cw_form_equal (cw_document_get_form (from), cw_document_get_form (to)))
    return TRUE;
  for (guint i = CW_N_FLOW_ELEMENTS; i < CW_N_ELEMENTS; i++)
    if (texts_differ (cw_document_get_element (from, i), cw_document_get_element (to, i)))
      {
        *field = (CwField) { .kind = CW_FIELD_ELEMENT, .element = i };
        return TRUE;
      }
  if (find_block (from, to, field))
    return TRUE;
  *field = (CwField) { .kind = CW_FIELD_NONE };
  return FALSE;
}
