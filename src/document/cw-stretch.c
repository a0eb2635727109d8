/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-stretch.h"

#include "cw-table-edit.h"

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
  g_autoptr (CwText) text = cw_text_slice (flow_line.text, flow_line.start, flow_line.end);

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
 * Goes through every text of a document until @func returns %FALSE.
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

  if (table == NULL || field->row >= cw_table_get_n_rows (table)
      || field->column >= cw_table_get_n_columns (table))
    return NULL;
  return cw_text_ref (cw_table_get_cell (table, field->row, field->column).text);
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

/* --- changing many at once --- */

typedef struct
{
  const CwStretch *stretch;
  CwText *text;
} Change;

/* What a document is being made of. Nothing here is shared until it is changed. */
typedef struct
{
  CwDocument *document;
  CwText *elements[CW_N_ELEMENTS];
  GPtrArray *blocks;
} Draft;

static void
draft_init (Draft *draft, CwDocument *document)
{
  guint n = cw_document_get_n_blocks (document);

  draft->document = document;
  draft->blocks = g_ptr_array_new_full (n, (GDestroyNotify) cw_block_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (draft->blocks, cw_block_ref (cw_document_get_block (document, i)));
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    {
      CwText *text = cw_document_get_element (document, i);

      draft->elements[i] = text != NULL ? cw_text_ref (text) : NULL;
    }
}

static CwDocument *
draft_finish (Draft *draft)
{
  CwDocument *document = cw_document_new_like (draft->document, draft->elements,
                                               (CwBlock **) draft->blocks->pdata,
                                               draft->blocks->len);

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    g_clear_pointer (&draft->elements[i], cw_text_unref);
  g_clear_pointer (&draft->blocks, g_ptr_array_unref);
  return document;
}

static void
set_block (Draft *draft, guint position, CwBlock *block)
{
  cw_block_unref (draft->blocks->pdata[position]);
  draft->blocks->pdata[position] = block;
}

/* A block is one line: what would divide it becomes a line break set by hand. */
static CwText *
as_line (CwText *text)
{
  g_autofree CwText **lines = NULL;
  guint n_lines = cw_text_get_n_lines (text);
  CwText *line;

  if (n_lines == 1)
    return cw_text_ref (text);
  lines = g_new (CwText *, n_lines);
  for (guint i = 0; i < n_lines; i++)
    {
      guint start, end;

      cw_text_get_line (text, i, &start, &end);
      lines[i] = cw_text_slice (text, start, end);
    }
  line = cw_text_join (lines, n_lines, "\xe2\x80\xa8");
  for (guint i = 0; i < n_lines; i++)
    cw_text_unref (lines[i]);
  return line;
}

static void
change_element (Draft *draft, CwElement element, guint at, const Change *change)
{
  g_autoptr (CwText) old = draft->elements[element];

  draft->elements[element] = cw_text_splice (old, at + change->stretch->start,
                                             at + change->stretch->end, change->text);
}

static void
change_block (Draft *draft, guint position, const Change *change)
{
  CwBlock *block = draft->blocks->pdata[position];
  g_autoptr (CwText) insert = as_line (change->text);
  g_autoptr (CwText) text = cw_text_splice (cw_block_get_text (block), change->stretch->start,
                                            change->stretch->end, insert);

  set_block (draft, position, cw_block_with_text (block, text));
}

static void
change_cell (Draft *draft, const Change *change)
{
  const CwField *field = &change->stretch->field;
  CwBlock *block = draft->blocks->pdata[field->block];
  CwTable *old = cw_block_get_table (block);
  CwText *was = cw_table_get_cell (old, field->row, field->column).text;
  g_autoptr (CwText) text
      = cw_text_splice (was, change->stretch->start, change->stretch->end, change->text);
  g_autoptr (CwTable) table = cw_table_set_text (old, field->row, field->column, text);

  set_block (draft, field->block, cw_block_with_table (block, table));
}

static void
apply_change (Draft *draft, const Change *change)
{
  const CwStretch *stretch = change->stretch;
  CwElement element;
  CwFlowLine line;

  if (stretch->field.kind == CW_FIELD_CELL)
    change_cell (draft, change);
  else if (stretch->field.kind == CW_FIELD_ELEMENT)
    change_element (draft, stretch->field.element, 0, change);
  else
    {
      line = cw_flow_get_line (draft->document, stretch->line);
      if (line.block >= 0)
        change_block (draft, line.block, change);
      else if (cw_style_get_element (line.style, &element))
        change_element (draft, element, line.start, change);
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *x = a, *y = b;

  return cw_stretch_compare (x->stretch, y->stretch);
}

/* The changes that can be made, in the order of reading; the first of two that overlap. */
static GArray *
collect_changes (CwDocument *document, const CwStretch *stretches, CwText *const *texts, guint n)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      Change change = { &stretches[i], texts[i] };

      if (cw_stretch_is_valid (document, &stretches[i]))
        g_array_append_val (changes, change);
    }
  g_array_sort (changes, compare_changes);
  for (guint i = 0; i < changes->len; i++)
    {
      Change change = g_array_index (changes, Change, i);
      const CwStretch *last
          = kept > 0 ? g_array_index (changes, Change, kept - 1).stretch : NULL;

      if (last == NULL || !cw_stretch_same_text (last, change.stretch)
          || change.stretch->start >= last->end)
        g_array_index (changes, Change, kept++) = change;
    }
  g_array_set_size (changes, kept);
  return changes;
}

/**
 * cw_edit_stretches:
 * @document: a document
 * @stretches: (array length=n): stretches of @document, in any order; what is not in it and what
 *   overlaps one before it is left out
 * @texts: (array length=n): what comes in the place of each
 * @n: how many there are
 *
 * Changes many places at once: one step for the history. Marks follow cw_text_splice(); line feeds
 * put into a block become line breaks set by hand.
 *
 * Returns: (transfer full): the new document, sharing every block that is not touched; @document
 *   itself if nothing changes
 */
CwDocument *
cw_edit_stretches (CwDocument *document,
                   const CwStretch *stretches,
                   CwText *const *texts,
                   guint n)
{
  g_autoptr (GArray) changes = collect_changes (document, stretches, texts, n);
  g_autoptr (CwDocument) result = NULL;
  Draft draft;

  if (changes->len == 0)
    return cw_document_ref (document);
  draft_init (&draft, document);
  for (guint i = changes->len; i > 0; i--) /* from behind: the bytes before stay where they are */
    apply_change (&draft, &g_array_index (changes, Change, i - 1));
  result = draft_finish (&draft);
  return cw_document_equal (document, result) ? cw_document_ref (document)
                                              : g_steal_pointer (&result);
}
