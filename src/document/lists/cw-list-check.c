/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list.h"

#include <string.h>

#include "document/edits/cw-edit-blocks.h"
#include "cw-list-points.h"
#include "document/tables/cw-table-arrange.h"
#include "document/tables/cw-table-edit.h"

/* Lists and the paragraphs they were made from. */

/**
 * cw_list_change_free:
 * @change: (transfer full): a change
 */
void
cw_list_change_free (CwListChange *change)
{
  g_free (change->was);
  g_free (change->now);
  g_free (change);
}

static CwTable *
get_table (CwDocument *document, guint position)
{
  return cw_block_get_table (cw_document_get_block (document, position));
}

/**
 * cw_list_is_list:
 * @document: a document
 * @position: number of a block
 *
 * Returns: whether it is a table that is a list
 */
gboolean
cw_list_is_list (CwDocument *document, guint position)
{
  CwTable *table = get_table (document, position);

  return table != NULL && cw_table_get_list (table) != NULL;
}

/* --- finding ---------------------------------------------------------------------------------- */

/* The blocks that have a number, by it. Of a paragraph that was copied the first is the one. */
static GHashTable *
number_blocks (CwDocument *document)
{
  GHashTable *positions = g_hash_table_new (NULL, NULL);

  for (guint i = cw_document_get_n_blocks (document); i-- > 0;)
    {
      guint id = cw_block_get_id (cw_document_get_block (document, i));

      if (id > 0)
        g_hash_table_insert (positions, GUINT_TO_POINTER (id), GUINT_TO_POINTER (i));
    }
  return positions;
}

static int
find_block (GHashTable *positions, guint id)
{
  gpointer found;

  if (id > 0 && g_hash_table_lookup_extended (positions, GUINT_TO_POINTER (id), NULL, &found))
    return GPOINTER_TO_INT (found);
  return -1;
}

/* Whether another row is made from the point of this block that says @said. */
static gboolean
is_taken (CwTableList *list, const CwRowSource *source, const char *said)
{
  for (guint row = 0; row < cw_table_list_get_n_rows (list); row++)
    for (guint i = 0; i < cw_table_list_get_n_sources (list, row); i++)
      {
        const CwRowSource *other = cw_table_list_get_source (list, row, i);

        if (other != source && other->block == source->block && g_str_equal (other->text, said))
          return TRUE;
      }
  return FALSE;
}

/* Points move when one is put in before them: a row keeps to the words it knows, and failing that
 * to its number, unless the point there is another row's. */
static char *
find_point (CwBlock *block, CwTableList *list, const CwRowSource *source, guint *part)
{
  guint n = cw_list_count_parts (block);
  g_autofree char *at_place = NULL;

  *part = source->part;
  if (source->part == 0)
    return cw_list_get_point (block, 0);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *said = cw_list_get_point (block, i);

      if (g_str_equal (said, source->text))
        {
          *part = i;
          return g_steal_pointer (&said);
        }
    }
  at_place = n > 0 ? cw_list_get_point (block, source->part) : NULL;
  if (n == 0 && source->part == 1)
    at_place = cw_list_get_point (block, 0);
  if (at_place == NULL || (list != NULL && is_taken (list, source, at_place)))
    return NULL;
  return g_steal_pointer (&at_place);
}

static CwListChange *
check_source (CwDocument *document, GHashTable *positions, CwTableList *list, guint row, guint n)
{
  const CwRowSource *source = cw_table_list_get_source (list, row, n);
  int position = find_block (positions, source->block);
  CwBlock *block = position >= 0 ? cw_document_get_block (document, position) : NULL;
  guint part = source->part;
  g_autofree char *now = block != NULL ? find_point (block, list, source, &part) : NULL;
  CwListChange *change;

  if (now != NULL && *now == '\0')
    g_clear_pointer (&now, g_free);
  if (g_strcmp0 (now, source->text) == 0)
    return NULL;
  change = g_new0 (CwListChange, 1);
  *change = (CwListChange) { row, n, position, part, g_strdup (source->text),
                             g_steal_pointer (&now) };
  return change;
}

/**
 * cw_list_check:
 * @document: a document
 * @position: number of a block
 *
 * Holds a list against the paragraphs its rows were made from.
 *
 * Returns: (transfer full) (element-type CwListChange): the rows whose paragraph has changed or is
 *   gone, from the first on; none if the block is no list
 */
GPtrArray *
cw_list_check (CwDocument *document, guint position)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_list_change_free);
  g_autoptr (GHashTable) positions = NULL;
  CwTableList *list;

  if (!cw_list_is_list (document, position))
    return changes;
  list = cw_table_get_list (get_table (document, position));
  positions = number_blocks (document);
  for (guint row = 0; row < cw_table_list_get_n_rows (list); row++)
    for (guint i = 0; i < cw_table_list_get_n_sources (list, row); i++)
      {
        CwListChange *change = check_source (document, positions, list, row, i);

        if (change != NULL)
          g_ptr_array_add (changes, change);
      }
  return changes;
}

/**
 * cw_list_find_source:
 * @document: a document
 * @source: where a row comes from
 * @stretch: (out): where that is: the point, or the whole line
 *
 * Returns: whether it is still there
 */
gboolean
cw_list_find_source (CwDocument *document, const CwRowSource *source, CwStretch *stretch)
{
  g_autoptr (GHashTable) positions = number_blocks (document);
  int position = find_block (positions, source->block);
  CwBlock *block;
  g_autoptr (GArray) parts = NULL;
  g_autofree char *said = NULL;
  guint part;

  if (position < 0)
    return FALSE;
  block = cw_document_get_block (document, position);
  *stretch = (CwStretch) { .line = cw_flow_get_line_of_block (document, position),
                           .end = cw_text_get_length (cw_block_get_text (block)) };
  said = find_point (block, NULL, source, &part);
  parts = cw_list_find_parts (cw_text_get_string (cw_block_get_text (block)));
  if (part > 0 && part <= parts->len)
    {
      stretch->start = g_array_index (parts, CwListPart, part - 1).start;
      stretch->end = g_array_index (parts, CwListPart, part - 1).end;
    }
  return TRUE;
}

/* --- taking over ------------------------------------------------------------------------------ */

/* The old words give way to the new ones; what else somebody has written in the cell stays. */
static CwTable *
replace_words (CwTable *table, guint row, guint column, const char *was, const char *now)
{
  guint r = row, c = column;
  CwText *text = cw_table_find_cell (table, &r, &c).text;
  const char *string = cw_text_get_string (text);
  const char *found = *was != '\0' ? strstr (string, was) : NULL;
  gsize start = found != NULL ? found - string : 0;
  gsize end = found != NULL ? start + strlen (was) : strlen (string);
  g_autoptr (CwText) words = cw_text_new (now);
  g_autoptr (CwText) replaced = cw_text_splice (text, start, end, words);

  return cw_table_set_text (table, r, c, replaced);
}

static CwTable *
set_source (CwTable *table, const CwListChange *change)
{
  CwTableList *list = cw_table_get_list (table);
  guint n = cw_table_list_get_n_sources (list, change->row), kept = 0;
  g_autofree CwRowSource *sources = g_new0 (CwRowSource, n);
  g_autoptr (CwTableList) other = NULL;

  for (guint i = 0; i < n; i++)
    {
      sources[kept] = *cw_table_list_get_source (list, change->row, i);
      if (i == change->source && change->now == NULL)
        continue;
      if (i == change->source)
        {
          sources[kept].text = change->now;
          sources[kept].part = change->part;
        }
      kept++;
    }
  other = cw_table_list_with_sources (list, change->row, sources, kept);
  return cw_table_with_list (table, other);
}

static CwTable *
apply_change (CwTable *table, const CwListChange *change, CwListAnswer answer)
{
  CwTableList *list = cw_table_get_list (table);
  CwListRole role = cw_table_list_get_source (list, change->row, change->source)->role;
  int column = cw_table_list_find_role (list, role);
  g_autoptr (CwTable) changed = cw_table_ref (table);

  if (answer == CW_LIST_TAKE && column >= 0)
    {
      cw_table_unref (changed);
      changed = replace_words (table, change->row, column, change->was,
                               change->now != NULL ? change->now : "");
    }
  return set_source (changed, change);
}

/* From the first row below the header rows on, where the numbers are plain ones. */
static CwTable *
count_rows (CwTable *table)
{
  CwTableList *list = cw_table_get_list (table);
  int column = cw_table_list_find_role (list, CW_ROLE_NUMBER);
  g_autoptr (CwTable) counted = cw_table_ref (table);
  guint first = cw_table_get_n_header_rows (table);

  for (guint row = first; column >= 0 && row < cw_table_get_n_rows (table); row++)
    {
      const char *old = cw_text_get_string (cw_table_get_cell (counted, row, column).text);
      g_autofree char *number = g_strdup_printf ("%u", row - first + 1);
      g_autoptr (CwText) text = cw_text_new (number);
      CwTable *next;

      if (strspn (old, "0123456789") != strlen (old)
          || cw_table_get_cell (counted, row, column).rows != 1)
        continue;
      next = cw_table_set_text (counted, row, column, text);
      cw_table_unref (counted);
      counted = next;
    }
  return g_steal_pointer (&counted);
}

static CwDocument *
put_table (CwDocument *document, guint position, CwTable *table)
{
  g_autoptr (CwBlock) block
      = cw_block_with_table (cw_document_get_block (document, position), table);

  return cw_edit_replace_block (document, position, block);
}

/* A row nothing of which is left in the paper goes, if that is what is wanted. */
static CwTable *
remove_row (CwTable *table, guint row)
{
  g_autoptr (CwTable) without = cw_table_remove_rows (table, row, 1);

  return count_rows (without);
}

/**
 * cw_list_update_row:
 * @document: a document
 * @position: number of a block that is a list
 * @row: a row of it
 * @answer: what is to be done about what has changed
 *
 * Settles what cw_list_check() says about a row: it takes over what its paragraph says now, and goes
 * if all it was made from is gone; or it stays as it is, and what it differs in is not pointed out
 * again.
 *
 * Returns: (transfer full): the new document; @document itself if nothing has changed
 */
CwDocument *
cw_list_update_row (CwDocument *document, guint position, guint row, CwListAnswer answer)
{
  g_autoptr (GPtrArray) changes = cw_list_check (document, position);
  g_autoptr (CwTable) table = NULL;
  gboolean gone = FALSE;

  if (!cw_list_is_list (document, position))
    return cw_document_ref (document);
  table = cw_table_ref (get_table (document, position));
  for (guint i = changes->len; i-- > 0;)
    {
      CwListChange *change = g_ptr_array_index (changes, i);
      CwTable *next;

      if (change->row != row)
        continue;
      gone |= change->now == NULL;
      next = apply_change (table, change, answer);
      cw_table_unref (table);
      table = next;
    }
  if (gone && answer == CW_LIST_TAKE
      && cw_table_list_get_n_sources (cw_table_get_list (table), row) == 0)
    {
      g_autoptr (CwTable) without = remove_row (table, row);

      return put_table (document, position, without);
    }
  return put_table (document, position, table);
}

/**
 * cw_list_update:
 * @document: a document
 * @position: number of a block that is a list
 * @n_taken: (out): how many cells have taken over other words
 * @n_gone: (out): how many points of the list are not in the paper any more; their rows stay
 *
 * Lets every row say what its paragraph says now.
 *
 * Returns: (transfer full): the new document; @document itself if nothing has changed
 */
CwDocument *
cw_list_update (CwDocument *document, guint position, guint *n_taken, guint *n_gone)
{
  g_autoptr (GPtrArray) changes = cw_list_check (document, position);
  g_autoptr (CwTable) table = NULL;

  *n_taken = *n_gone = 0;
  if (changes->len == 0)
    return cw_document_ref (document);
  table = cw_table_ref (get_table (document, position));
  for (guint i = 0; i < changes->len; i++)
    {
      CwListChange *change = g_ptr_array_index (changes, i);
      CwTable *next;

      if (change->now == NULL)
        {
          (*n_gone)++;
          continue;
        }
      (*n_taken)++;
      next = apply_change (table, change, CW_LIST_TAKE);
      cw_table_unref (table);
      table = next;
    }
  return put_table (document, position, table);
}

/* --- the next period -------------------------------------------------------------------------- */

/**
 * cw_list_is_done:
 * @state: what the column of the state says
 *
 * Returns: whether the matter is settled: 已完成, 已整改到位, 销号; not 未完成, 正在推进, or nothing
 */
gboolean
cw_list_is_done (const char *state)
{
  static const char *const open[]
      = { "未", "尚", "正在", "推进", "进行", "部分", "基本", "持续",
          "长期", "没有", "中", "计划", "预计", "拟", "前完成", NULL };
  static const char *const done[]
      = { "完成", "办结", "销号", "到位", "落实", "解决", "已整改", "√", "100%", "100％", NULL };
  gboolean is_done = FALSE;

  for (guint i = 0; open[i] != NULL; i++)
    if (strstr (state, open[i]) != NULL)
      return FALSE;
  for (guint i = 0; done[i] != NULL; i++)
    is_done |= strstr (state, done[i]) != NULL;
  return is_done;
}

static gboolean
is_row_done (CwTable *table, guint row, guint column)
{
  return cw_list_is_done (cw_text_get_string (cw_table_find_cell (table, &row, &column).text));
}

/**
 * cw_list_carry_over:
 * @table: a table that is a list
 *
 * Makes the list of the next period: what is not done, counted anew. Without a column for the state
 * all of it is taken over. A row is empty if there is nothing left.
 *
 * Returns: (transfer full): the list; @table itself if it is none
 */
CwTable *
cw_list_carry_over (CwTable *table)
{
  CwTableList *list = cw_table_get_list (table);
  int column = list != NULL ? cw_table_list_find_role (list, CW_ROLE_STATE) : -1;
  guint n_rows = cw_table_get_n_rows (table), n_columns = cw_table_get_n_columns (table), n = 0;
  g_autofree int *rows = g_new (int, n_rows + 1);
  g_autofree int *columns = g_new (int, n_columns);
  g_autoptr (CwTable) open = NULL;

  for (guint row = 0; row < n_rows; row++)
    if (column < 0 || row < cw_table_get_n_header_rows (table) || !is_row_done (table, row, column))
      rows[n++] = (int) row;
  if (list == NULL || n == n_rows)
    return cw_table_ref (table);
  if (n == cw_table_get_n_header_rows (table))
    rows[n++] = -1;
  for (guint i = 0; i < n_columns; i++)
    columns[i] = (int) i;
  open = cw_table_arrange (table, rows, n, columns, n_columns, cw_table_get_n_header_rows (table));
  return count_rows (open);
}

/**
 * cw_list_carry_over_all:
 * @document: a document
 *
 * Returns: (transfer full): the document with all its lists as cw_list_carry_over() makes them
 */
CwDocument *
cw_list_carry_over_all (CwDocument *document)
{
  g_autoptr (CwDocument) result = cw_document_ref (document);

  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    {
      g_autoptr (CwTable) table = NULL;
      CwDocument *next;

      if (!cw_list_is_list (document, i))
        continue;
      table = cw_list_carry_over (get_table (document, i));
      next = put_table (result, i, table);
      cw_document_unref (result);
      result = next;
    }
  return g_steal_pointer (&result);
}
