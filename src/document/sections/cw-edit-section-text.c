/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit-sections-private.h"

/* Making one section of two, and two of one. */

/* --- merging --- */

/* What stands behind the heading in the heading's own line (R62). */
static void
add_run_in (GPtrArray *blocks, CwBlock *heading)
{
  CwText *text = cw_block_get_text (heading);
  gsize length = cw_block_get_heading_length (heading);
  g_autoptr (CwText) rest = cw_text_slice (text, length, cw_text_get_length (text));

  if (!cw_text_is_empty (rest))
    g_ptr_array_add (blocks, cw_block_new_paragraph (rest));
}

/**
 * cw_edit_merge_section:
 * @document: a document
 * @block: the heading of a section
 * @into: (out): the heading of the section it went into
 *
 * Makes a section part of the one before it on its level, or, if it is the first, of the one above
 * it. The heading goes; what stood under it comes behind what stands under the other heading, and
 * the sections below both follow one another.
 *
 * Returns: (transfer full): the new document; @document itself if there is no section to go into
 */
CwDocument *
cw_edit_merge_section (CwDocument *document, guint block, guint *into)
{
  g_autoptr (CwSectionTree) tree = cw_section_tree_new (document);
  g_autoptr (GPtrArray) blocks = NULL;
  int place = cw_section_tree_find (tree, block), other;
  guint opening, to;

  *into = block;
  if (place < 0 || cw_sections_is_attachment (document, block))
    return cw_document_ref (document);
  other = cw_sections_find_sibling (tree, place, -1);
  if (other < 0)
    other = cw_section_tree_get_node (tree, place)->parent;
  if (other < 0)
    return cw_document_ref (document);
  *into = cw_section_tree_get_node (tree, other)->block;
  to = cw_section_get_opening (document, *into);
  opening = cw_section_get_opening (document, block);
  blocks = cw_sections_blocks_new ();
  cw_sections_add_range (blocks, document, 0, to);
  add_run_in (blocks, cw_document_get_block (document, block));
  cw_sections_add_range (blocks, document, block + 1, opening);
  cw_sections_add_range (blocks, document, to, block);
  cw_sections_add_range (blocks, document, opening, cw_document_get_n_blocks (document));
  return cw_sections_with_blocks (document, blocks);
}

/* --- splitting --- */

/* The level of a section that begins at @block: that of the one it is in. */
static guint
level_around (CwDocument *document, guint block)
{
  for (guint i = block + 1; i > 0; i--)
    {
      if (cw_sections_is_attachment (document, i - 1))
        return 1;
      if (cw_sections_get_level (document, i - 1) > 0)
        return cw_sections_get_level (document, i - 1);
    }
  return 1;
}

static gboolean
has_words (CwBlock *block)
{
  CwBlockKind kind = cw_block_get_kind (block);

  return kind == CW_BLOCK_PARAGRAPH || kind == CW_BLOCK_HEADING || kind == CW_BLOCK_ANNOTATION;
}

/* The heading of what is split off: empty before a paragraph, the rest of a heading within one. */
static CwBlock *
new_heading (CwBlock *split, guint level, guint offset)
{
  CwText *text = cw_block_get_text (split);
  g_autoptr (CwText) title = cw_text_slice (
      text, cw_block_get_kind (split) == CW_BLOCK_HEADING ? offset : 0,
      cw_block_get_kind (split) == CW_BLOCK_HEADING ? cw_text_get_length (text) : 0);

  return cw_block_new_heading (level, title);
}

static void
add_part (GPtrArray *blocks, CwBlock *block, guint start, guint end)
{
  g_autoptr (CwText) text = cw_text_slice (cw_block_get_text (block), start, end);

  g_ptr_array_add (blocks, cw_block_with_text (block, text));
}

static void
add_split (GPtrArray *blocks, CwBlock *block, guint level, guint offset)
{
  guint length = cw_text_get_length (cw_block_get_text (block));
  gboolean divided = has_words (block) && offset > 0 && offset < length;
  gboolean heading = cw_block_get_kind (block) == CW_BLOCK_HEADING;

  if (divided)
    add_part (blocks, block, 0, offset);
  else if (offset > 0 || cw_block_get_kind (block) == CW_BLOCK_ATTACHMENT)
    g_ptr_array_add (blocks, cw_block_ref (block));
  g_ptr_array_add (blocks, new_heading (block, level, divided ? offset : length));
  if (divided && !heading)
    {
      g_autoptr (CwText) rest = cw_text_slice (cw_block_get_text (block), offset, length);
      g_autoptr (CwBlock) second = cw_block_with_text (block, rest);

      g_ptr_array_add (blocks, cw_block_with_id (second, 0));
    }
  else if (!divided && offset == 0 && cw_block_get_kind (block) != CW_BLOCK_ATTACHMENT)
    g_ptr_array_add (blocks, cw_block_ref (block));
}

/**
 * cw_edit_split_section:
 * @document: a document
 * @at: where, in the body or an attachment
 * @after: (out): where the new heading is to be written
 *
 * Begins another section on the level of the one @at is in: with an empty heading before what
 * stands behind @at, which divides a paragraph; within a heading the rest of it becomes the
 * heading.
 *
 * Returns: (transfer full): the new document; @document itself outside of the blocks
 */
CwDocument *
cw_edit_split_section (CwDocument *document, CwPlace at, CwPlace *after)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (CwDocument) result = NULL;
  CwFlowLine line;
  guint block, end;

  *after = at;
  if (at.line >= cw_flow_get_n_lines (document))
    return cw_document_ref (document);
  line = cw_flow_get_line (document, at.line);
  if (line.block < 0)
    return cw_document_ref (document);
  block = line.block;
  blocks = cw_sections_blocks_new ();
  cw_sections_add_range (blocks, document, 0, block);
  add_split (blocks, cw_document_get_block (document, block), level_around (document, block),
             MIN (at.offset, line.end));
  end = blocks->len;
  cw_sections_add_range (blocks, document, block + 1, cw_document_get_n_blocks (document));
  result = cw_sections_with_blocks (document, blocks);
  if (at.offset > 0 && cw_sections_get_level (document, block) > 0)
    block++;
  while (block + 1 < end && cw_sections_get_level (result, block) == 0)
    block++;
  *after = (CwPlace){ cw_flow_get_line_of_block (result, block), 0 };
  return g_steal_pointer (&result);
}
