/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit-paste-lists.h"

#include <string.h>

#include "cw-edit-blocks.h"

/* Rows of a list know their paragraph by its number, which in another paper is that of something
 * else. */

static CwBlock *
find_block (CwDocument *document, guint id)
{
  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    if (cw_block_get_id (cw_document_get_block (document, i)) == id)
      return cw_document_get_block (document, i);
  return NULL;
}

/* Whether the paragraph will be the one it was: that of @document, or one pasted along. */
static gboolean
is_known (const CwRowSource *source, CwDocument *fragment, CwDocument *document)
{
  CwBlock *block = find_block (document, source->block);

  if (block == NULL)
    return find_block (fragment, source->block) != NULL;
  return strstr (cw_text_get_string (cw_block_get_text (block)), source->text) != NULL;
}

static CwTableList *
adopt_row (CwTableList *list, guint row, CwDocument *fragment, CwDocument *document)
{
  guint n = cw_table_list_get_n_sources (list, row), kept = 0;
  g_autofree CwRowSource *sources = g_new0 (CwRowSource, n + 1);

  for (guint i = 0; i < n; i++)
    if (is_known (cw_table_list_get_source (list, row, i), fragment, document))
      sources[kept++] = *cw_table_list_get_source (list, row, i);
  return kept == n ? cw_table_list_ref (list)
                   : cw_table_list_with_sources (list, row, sources, kept);
}

static CwTableList *
adopt_list (CwTableList *list, CwDocument *fragment, CwDocument *document)
{
  g_autoptr (CwTableList) result = cw_table_list_ref (list);

  for (guint row = 0; row < cw_table_list_get_n_rows (list); row++)
    {
      g_autoptr (CwTableList) old = g_steal_pointer (&result);

      result = adopt_row (old, row, fragment, document);
    }
  return g_steal_pointer (&result);
}

/**
 * cw_lists_adopt:
 * @fragment: what is to be pasted
 * @document: what it is pasted into
 *
 * Lets rows of pasted lists forget paragraphs that are not those of @document: a paste into another
 * paper must not lead to some paragraph that goes by the same number there.
 *
 * Returns: (transfer full): the fragment as it is to be pasted; @fragment itself if nothing changes
 */
CwDocument *
cw_lists_adopt (CwDocument *fragment, CwDocument *document)
{
  g_autoptr (CwDocument) result = cw_document_ref (fragment);

  if (cw_ledger_is_same_paper (cw_document_get_ledger (fragment), cw_document_get_ledger (document)))
    return g_steal_pointer (&result);
  for (guint i = 0; i < cw_document_get_n_blocks (fragment); i++)
    {
      CwBlock *block = cw_document_get_block (fragment, i);
      CwTable *table = cw_block_get_table (block);
      CwTableList *list = table != NULL ? cw_table_get_list (table) : NULL;
      g_autoptr (CwTableList) adopted
          = list != NULL ? adopt_list (list, fragment, document) : NULL;
      g_autoptr (CwTable) changed = NULL;
      g_autoptr (CwBlock) replaced = NULL;
      g_autoptr (CwDocument) old = NULL;

      if (list == adopted)
        continue;
      changed = cw_table_with_list (table, adopted);
      replaced = cw_block_with_table (block, changed);
      old = g_steal_pointer (&result);
      result = cw_edit_replace_block (old, i, replaced);
    }
  return g_steal_pointer (&result);
}
