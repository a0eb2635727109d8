/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/cw-stretch.h"

#include "document/tables/cw-table-edit.h"

/* --- changing many at once --- */

typedef struct
{
  const CwStretch *stretch;
  CwText *text;
  gboolean exact; /* whether marks around the stretch end, too */
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

/* Nothing can be written in a page break. */
static gboolean
has_room (CwDocument *document, const CwStretch *stretch)
{
  return stretch->field.kind != CW_FIELD_NONE
         || cw_flow_get_line (document, stretch->line).style != CW_STYLE_PAGE_BREAK;
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

/* What becomes of @was, in which the stretch begins @at bytes later. */
static CwText *
apply_to_text (CwText *was, guint at, const Change *change, CwText *insert)
{
  guint start = at + change->stretch->start, end = at + change->stretch->end;
  g_autoptr (CwText) head = NULL;
  g_autoptr (CwText) tail = NULL;

  if (!change->exact)
    return cw_text_splice (was, start, end, insert);
  head = cw_text_slice (was, 0, start);
  tail = cw_text_slice (was, end, cw_text_get_length (was));
  return cw_text_join ((CwText *[]) { head, insert, tail }, 3, "");
}

static void
change_element (Draft *draft, CwElement element, guint at, const Change *change)
{
  g_autoptr (CwText) old = draft->elements[element];

  draft->elements[element] = apply_to_text (old, at, change, change->text);
}

static void
change_block (Draft *draft, guint position, const Change *change)
{
  CwBlock *block = draft->blocks->pdata[position];
  g_autoptr (CwText) insert = as_line (change->text);
  g_autoptr (CwText) text = apply_to_text (cw_block_get_text (block), 0, change, insert);

  set_block (draft, position, cw_block_with_text (block, text));
}

static void
unref_text (gpointer text)
{
  if (text != NULL)
    cw_text_unref (text);
}

/* Whether the @i-th change is in a cell of the same table. */
static gboolean
is_in_table (GArray *changes, guint i, guint block)
{
  const CwField *field = &g_array_index (changes, Change, i).stretch->field;

  return field->kind == CW_FIELD_CELL && field->block == block;
}

/* Makes all changes in the cells of a table, up to the one before @end; returns the first of them.
 * A table is made anew as a whole, so that it is done once for all. */
static guint
change_table (Draft *draft, GArray *changes, guint end)
{
  guint block = g_array_index (changes, Change, end - 1).stretch->field.block, first = end;
  CwBlock *old = draft->blocks->pdata[block];
  CwTable *table = cw_block_get_table (old);
  guint n_columns = cw_table_get_n_columns (table);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (unref_text);
  g_autoptr (CwTable) changed = NULL;

  g_ptr_array_set_size (texts, cw_table_get_n_rows (table) * n_columns);
  for (; first > 0 && is_in_table (changes, first - 1, block); first--)
    {
      const Change *change = &g_array_index (changes, Change, first - 1);
      const CwField *field = &change->stretch->field;
      gpointer *text = &texts->pdata[field->row * n_columns + field->column];
      g_autoptr (CwText) was = g_steal_pointer (text);

      if (was == NULL)
        was = cw_text_ref (cw_table_get_cell (table, field->row, field->column).text);
      *text = apply_to_text (was, 0, change, change->text);
    }
  changed = cw_table_set_texts (table, (CwText **) texts->pdata);
  set_block (draft, block, cw_block_with_table (old, changed));
  return first;
}

static void
apply_change (Draft *draft, const Change *change)
{
  const CwStretch *stretch = change->stretch;
  CwElement element;
  CwFlowLine line;

  if (stretch->field.kind == CW_FIELD_ELEMENT)
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
collect_changes (CwDocument *document, const CwStretch *stretches, CwText *const *texts, guint n,
                 gboolean exact)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      Change change = { &stretches[i], texts[i], exact };

      if (cw_stretch_is_valid (document, &stretches[i]) && has_room (document, &stretches[i]))
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

static CwDocument *
change_all (CwDocument *document,
            const CwStretch *stretches,
            CwText *const *texts,
            guint n,
            gboolean exact)
{
  g_autoptr (GArray) changes = collect_changes (document, stretches, texts, n, exact);
  g_autoptr (CwDocument) result = NULL;
  Draft draft;

  if (changes->len == 0)
    return cw_document_ref (document);
  draft_init (&draft, document);
  for (guint i = changes->len; i > 0;) /* from behind: the bytes before stay where they are */
    if (g_array_index (changes, Change, i - 1).stretch->field.kind == CW_FIELD_CELL)
      i = change_table (&draft, changes, i);
    else
      apply_change (&draft, &g_array_index (changes, Change, --i));
  result = draft_finish (&draft);
  return cw_document_equal (document, result) ? cw_document_ref (document)
                                              : g_steal_pointer (&result);
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
  return change_all (document, stretches, texts, n, FALSE);
}

/* --- changing every text --- */

typedef struct
{
  CwTextFunc func;
  gpointer user_data;
  GArray *stretches;
  GPtrArray *texts;
} Pass;

static gboolean
pass_text (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Pass *pass = user_data;
  g_autoptr (CwText) changed = pass->func (whole, text, pass->user_data);

  if (cw_text_equal (text, changed))
    return TRUE;
  g_array_append_vals (pass->stretches, whole, 1);
  g_ptr_array_add (pass->texts, g_steal_pointer (&changed));
  return TRUE;
}

/**
 * cw_edit_each_text:
 * @document: a document
 * @func: (scope call): gives what each line, cell and element becomes, marks included
 * @user_data: passed to @func
 *
 * Changes texts all over a document: one step for the history.
 *
 * Returns: (transfer full): the new document, sharing every block that is not touched; @document
 *   itself if nothing changes
 */
CwDocument *
cw_edit_each_text (CwDocument *document, CwTextFunc func, gpointer user_data)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (CwStretch));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_text_unref);
  Pass pass = { func, user_data, stretches, texts };

  cw_stretch_foreach (document, pass_text, &pass);
  return change_all (document, (CwStretch *) stretches->data, (CwText **) texts->pdata, texts->len,
                     TRUE);
}
