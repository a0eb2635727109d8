/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-stretch.h"

/* --- every text of a document, in reading order --- */

typedef struct
{
  CwDocument *document;
  CwStretchFunc func;
  gpointer user_data;
} Walk;

static gboolean
visit (Walk *walk, CwField field, guint line, CwText *text)
{
  CwStretch whole = { field, line, 0, cw_text_get_length (text) };

  return walk->func (&whole, text, walk->user_data);
}

static gboolean
visit_group (Walk *walk, CwElementGroup group)
{
  for (guint i = CW_N_FLOW_ELEMENTS; i < CW_N_ELEMENTS; i++)
    {
      CwText *text = cw_document_get_element (walk->document, i);
      CwField field = { .kind = CW_FIELD_ELEMENT, .element = i };

      if (text != NULL && cw_element_get_group (i) == group && !visit (walk, field, 0, text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
visit_table (Walk *walk, guint block, guint line)
{
  CwTable *table = cw_block_get_table (cw_document_get_block (walk->document, block));
  guint n_rows = cw_table_get_n_rows (table), n_columns = cw_table_get_n_columns (table);

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        CwField field = { CW_FIELD_CELL, 0, block, row, column };
        CwCell cell = cw_table_get_cell (table, row, column);

        if (cell.columns > 0 && !visit (walk, field, line, cell.text))
          return FALSE;
      }
  return TRUE;
}

static gboolean
visit_line (Walk *walk, guint line)
{
  CwFlowLine flow_line = cw_flow_get_line (walk->document, line);
  g_autoptr (CwText) text = NULL;

  if (flow_line.style == CW_STYLE_PAGE_BREAK)
    return TRUE;
  text = cw_text_slice (flow_line.text, flow_line.start, flow_line.end);
  if (!visit (walk, (CwField) { 0 }, line, text))
    return FALSE;
  return flow_line.style != CW_STYLE_TABLE || visit_table (walk, flow_line.block, line);
}

/**
 * cw_stretch_foreach:
 * @document: a document
 * @func: (scope call): called for each line of the flow, cell of a table and element beside the
 *   flow, in the order of reading: masthead, flow with its tables, what else is of the body,
 *   colophon
 * @user_data: passed to @func
 *
 * Goes through every text of a document until @func returns %FALSE. A page break has none.
 */
void
cw_stretch_foreach (CwDocument *document, CwStretchFunc func, gpointer user_data)
{
  Walk walk = { document, func, user_data };
  guint n_lines = cw_flow_get_n_lines (document);

  if (!visit_group (&walk, CW_GROUP_MASTHEAD))
    return;
  for (guint line = 0; line < n_lines; line++)
    if (!visit_line (&walk, line))
      return;
  if (visit_group (&walk, CW_GROUP_BODY))
    visit_group (&walk, CW_GROUP_COLOPHON);
}

/* --- one stretch --- */

static CwTable *
get_table (CwDocument *document, const CwField *field)
{
  if (field->block >= cw_document_get_n_blocks (document))
    return NULL;
  return cw_block_get_table (cw_document_get_block (document, field->block));
}

static CwText *
get_cell (CwDocument *document, const CwField *field)
{
  CwTable *table = get_table (document, field);
  CwCell cell;

  if (table == NULL || field->row >= cw_table_get_n_rows (table)
      || field->column >= cw_table_get_n_columns (table))
    return NULL;
  cell = cw_table_get_cell (table, field->row, field->column);
  return cell.columns > 0 ? cw_text_ref (cell.text) : NULL; /* another cell covers the place */
}

/**
 * cw_stretch_get_text:
 * @document: a document
 * @stretch: a stretch
 *
 * Returns: (transfer full) (nullable): the text of the whole line, cell or element it is in; %NULL
 *   if @document has none there
 */
CwText *
cw_stretch_get_text (CwDocument *document, const CwStretch *stretch)
{
  CwText *text = NULL;
  CwFlowLine line;

  if (stretch->field.kind == CW_FIELD_CELL)
    return get_cell (document, &stretch->field);
  if (stretch->field.kind == CW_FIELD_ELEMENT)
    {
      text = cw_document_get_element (document, stretch->field.element);
      return text != NULL ? cw_text_ref (text) : NULL;
    }
  if (stretch->field.kind != CW_FIELD_NONE || stretch->line >= cw_flow_get_n_lines (document))
    return NULL;
  line = cw_flow_get_line (document, stretch->line);
  return cw_text_slice (line.text, line.start, line.end);
}

static gboolean
is_boundary (CwText *text, guint offset)
{
  return ((guchar) cw_text_get_string (text)[offset] & 0xc0) != 0x80;
}

static gboolean
fits (const CwStretch *stretch, CwText *text)
{
  return text != NULL && stretch->start <= stretch->end
         && stretch->end <= cw_text_get_length (text) && is_boundary (text, stretch->start)
         && is_boundary (text, stretch->end);
}

/**
 * cw_stretch_is_valid:
 * @document: a document
 * @stretch: a stretch, perhaps of another document
 *
 * Returns: whether there is such a stretch in @document
 */
gboolean
cw_stretch_is_valid (CwDocument *document, const CwStretch *stretch)
{
  g_autoptr (CwText) text = cw_stretch_get_text (document, stretch);

  return fits (stretch, text);
}

/**
 * cw_stretch_to_string:
 * @document: a document
 * @stretch: a stretch of it
 *
 * Returns: (transfer full): its characters; empty if there is no such stretch
 */
char *
cw_stretch_to_string (CwDocument *document, const CwStretch *stretch)
{
  g_autoptr (CwText) text = cw_stretch_get_text (document, stretch);

  if (!fits (stretch, text))
    return g_strdup ("");
  return g_strndup (cw_text_get_string (text) + stretch->start, stretch->end - stretch->start);
}

/**
 * cw_stretch_same_text:
 * @a: a stretch
 * @b: another of the same document
 *
 * Returns: whether both are in the same line, cell or element
 */
gboolean
cw_stretch_same_text (const CwStretch *a, const CwStretch *b)
{
  return a->line == b->line && cw_field_equal (&a->field, &b->field);
}

static int
compare_guint (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

/* The masthead comes before the flow, everything else beside it behind. */
static int
get_part (const CwStretch *stretch)
{
  if (stretch->field.kind != CW_FIELD_ELEMENT)
    return 1;
  return cw_element_get_group (stretch->field.element) == CW_GROUP_MASTHEAD
             ? 0
             : 1 + cw_element_get_group (stretch->field.element);
}

static int
compare_fields (const CwField *a, const CwField *b)
{
  if (a->kind == CW_FIELD_ELEMENT)
    return compare_guint (a->element, b->element);
  if (a->kind != b->kind)
    return compare_guint (a->kind, b->kind);
  if (a->row != b->row)
    return compare_guint (a->row, b->row);
  return compare_guint (a->column, b->column);
}

/**
 * cw_stretch_compare:
 * @a: a stretch
 * @b: another of the same document
 *
 * Returns: as strcmp(), in the order of reading, that of cw_stretch_foreach()
 */
int
cw_stretch_compare (const CwStretch *a, const CwStretch *b)
{
  int part = get_part (a) - get_part (b);
  int field;

  if (part != 0)
    return part;
  if (a->line != b->line)
    return compare_guint (a->line, b->line);
  field = compare_fields (&a->field, &b->field);
  if (field != 0)
    return field;
  return a->start != b->start ? compare_guint (a->start, b->start) : compare_guint (a->end, b->end);
}
