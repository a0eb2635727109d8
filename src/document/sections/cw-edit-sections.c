/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit-sections-private.h"

#include "document/edits/cw-edit-blocks.h"

/* Edits of whole sections: a heading, what is under it, and all sections below it. Attachments are
 * sections of level 0, which stay among themselves. Sections are named by the blocks they begin
 * with, in an array that every edit leaves naming the same sections in the new document. */

#define ATTACHMENT_LEVEL 0

/* --- what a document is made of --- */

/**
 * cw_sections_blocks_new:
 *
 * Returns: (transfer full) (element-type CwBlock): room for blocks, which it owns
 */
GPtrArray *
cw_sections_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
}

/**
 * cw_sections_add_range:
 * @blocks: (element-type CwBlock): where they go
 * @document: a document
 * @first: first block
 * @end: the block after the last
 *
 * Puts blocks of a document behind @blocks.
 */
void
cw_sections_add_range (GPtrArray *blocks, CwDocument *document, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    g_ptr_array_add (blocks, cw_block_ref (cw_document_get_block (document, i)));
}

/**
 * cw_sections_with_blocks:
 * @document: a document
 * @blocks: (element-type CwBlock): what its blocks become
 *
 * Returns: (transfer full): the document with these blocks
 */
CwDocument *
cw_sections_with_blocks (CwDocument *document, GPtrArray *blocks)
{
  CwText *elements[CW_N_ELEMENTS];

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = cw_document_get_element (document, i);
  return cw_document_new_like (document, elements, (CwBlock **) blocks->pdata, blocks->len);
}

/**
 * cw_sections_get_level:
 * @document: a document
 * @block: number of a block
 *
 * Returns: the level of the heading, 0 for any other block
 */
guint
cw_sections_get_level (CwDocument *document, guint block)
{
  return cw_block_get_level (cw_document_get_block (document, block));
}

/**
 * cw_sections_is_attachment:
 * @document: a document
 * @block: number of a block
 *
 * Returns: whether an attachment begins there
 */
gboolean
cw_sections_is_attachment (CwDocument *document, guint block)
{
  return cw_block_get_kind (cw_document_get_block (document, block)) == CW_BLOCK_ATTACHMENT;
}

static gboolean
begins_section (CwDocument *document, guint block)
{
  return block < cw_document_get_n_blocks (document)
         && (cw_sections_is_attachment (document, block)
             || cw_sections_get_level (document, block) > 0);
}

/* A heading @by levels lower, a new block that says all the same; other blocks stay. */
static CwBlock *
shift_block (CwBlock *block, int by)
{
  g_autoptr (CwBlock) heading = NULL;
  g_autoptr (CwBlock) said = NULL;

  if (by == 0 || cw_block_get_kind (block) != CW_BLOCK_HEADING)
    return cw_block_ref (block);
  heading = cw_block_new_heading (cw_block_get_level (block) + by, cw_block_get_text (block));
  said = cw_block_with_section (heading, cw_block_get_section (block));
  return cw_block_with_id (said, cw_block_get_id (block));
}

/* --- several sections --- */

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const guint *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* In the order of reading, once each; without those that are in another if they go along with it.
 */
static void
tidy (CwDocument *document, GArray *sections, gboolean with_below)
{
  guint kept = 0, end = 0;

  g_array_sort (sections, compare_blocks);
  for (guint i = 0; i < sections->len; i++)
    {
      guint block = g_array_index (sections, guint, i);

      if (!begins_section (document, block) || (kept > 0 && block < end))
        continue;
      end = with_below ? cw_section_get_end (document, block) : block + 1;
      g_array_index (sections, guint, kept++) = block;
    }
  g_array_set_size (sections, kept);
}

/* The section of @sections that @block is in, or -1. */
static int
find_section (CwDocument *document, GArray *sections, guint block)
{
  for (guint i = 0; i < sections->len; i++)
    {
      guint first = g_array_index (sections, guint, i);

      if (block >= first && block < cw_section_get_end (document, first))
        return i;
    }
  return -1;
}

static gboolean
may_shift (CwDocument *document, guint first, guint end, int by)
{
  for (guint i = first; i < end; i++)
    {
      int level = cw_sections_get_level (document, i);

      if (level > 0 && (level + by < 1 || level + by > CW_HEADING_LEVELS))
        return FALSE;
    }
  return TRUE;
}

static CwDocument *
refuse (CwDocument *document)
{
  return cw_document_ref (document);
}

/* --- moving --- */

/* The level of what comes below @target: that of the sections which are there already. */
static guint
level_below (CwDocument *document, guint target)
{
  guint end = cw_section_get_end (document, target);
  guint opening = cw_section_get_opening (document, target);

  return opening < end ? cw_sections_get_level (document, opening)
                       : cw_sections_get_level (document, target) + 1;
}

static gboolean
may_move_to (CwDocument *document, GArray *sections, guint level, CwSpot spot)
{
  for (guint i = 0; i < sections->len; i++)
    {
      guint block = g_array_index (sections, guint, i);
      gboolean attachment = cw_sections_is_attachment (document, block);

      if (attachment != (level == ATTACHMENT_LEVEL) || (attachment && spot == CW_SPOT_INTO))
        return FALSE;
      if (!may_shift (document, block, cw_section_get_end (document, block),
                      (int) level - (int) cw_sections_get_level (document, block)))
        return FALSE;
    }
  return sections->len > 0;
}

/* Puts all @sections behind @blocks, on @level; they are there from then on. */
static void
take_sections (GPtrArray *blocks, CwDocument *document, GArray *sections, guint level)
{
  for (guint i = 0; i < sections->len; i++)
    {
      guint first = g_array_index (sections, guint, i);
      guint end = cw_section_get_end (document, first);
      int by = (int) level - (int) cw_sections_get_level (document, first);

      g_array_index (sections, guint, i) = blocks->len;
      for (guint j = first; j < end; j++)
        g_ptr_array_add (blocks, shift_block (cw_document_get_block (document, j), by));
    }
}

static gboolean
same_blocks (CwDocument *document, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    if (blocks->pdata[i] != cw_document_get_block (document, i))
      return FALSE;
  return TRUE;
}

static CwDocument *
move_to (CwDocument *document, GArray *sections, guint at, guint level)
{
  g_autoptr (GPtrArray) blocks = cw_sections_blocks_new ();
  g_autoptr (GArray) were = g_array_copy (sections);
  guint n = cw_document_get_n_blocks (document), i = 0, next = 0;

  while (i < n || i == at)
    {
      if (i == at)
        take_sections (blocks, document, sections, level);
      if (i == n)
        break;
      if (next < were->len && i == g_array_index (were, guint, next))
        {
          next++;
          i = cw_section_get_end (document, i);
          continue;
        }
      cw_sections_add_range (blocks, document, i, i + 1);
      i++;
    }
  return same_blocks (document, blocks) ? refuse (document)
                                        : cw_sections_with_blocks (document, blocks);
}

/**
 * cw_edit_move_sections:
 * @document: a document
 * @sections: (inout) (element-type guint): the blocks with which the sections begin; one that is in
 *   another goes along with it
 * @target: the block with which another section begins
 * @spot: where they go, seen from that
 *
 * Moves sections with everything below them. They come to stand one after another, and on the level
 * of their new place, with what is below them as far below as it was. Nothing happens if that would
 * need more than four levels (R61), if @target is one of them, or where an attachment would get
 * among headings.
 *
 * Returns: (transfer full): the new document, sharing all that is not on another level; @document
 *   itself if nothing changes
 */
CwDocument *
cw_edit_move_sections (CwDocument *document, GArray *sections, guint target, CwSpot spot)
{
  guint level, at;

  tidy (document, sections, TRUE);
  if (!begins_section (document, target) || find_section (document, sections, target) >= 0)
    return refuse (document);
  level = spot == CW_SPOT_INTO ? level_below (document, target)
                               : cw_sections_get_level (document, target);
  if (!may_move_to (document, sections, level, spot))
    return refuse (document);
  at = spot == CW_SPOT_BEFORE ? target : cw_section_get_end (document, target);
  return move_to (document, sections, at, level);
}

/**
 * cw_sections_find_sibling:
 * @tree: the sections of a document
 * @place: one of them
 * @direction: -1 for the one before, 1 for the one behind
 *
 * Returns: its neighbour below the same heading, -1 without one
 */
int
cw_sections_find_sibling (CwSectionTree *tree, int place, int direction)
{
  const CwSectionNode *node = cw_section_tree_get_node (tree, place);
  int other = direction > 0 ? (int) node->next : place - 1;

  if (direction > 0)
    {
      if (other >= (int) cw_section_tree_get_n_nodes (tree)
          || cw_section_tree_get_node (tree, other)->parent != node->parent)
        return -1;
    }
  else
    while (other >= 0 && cw_section_tree_get_node (tree, other)->parent != node->parent)
      other = other == node->parent ? -1 : other - 1;
  if (other >= 0 && cw_section_tree_get_node (tree, other)->kind != node->kind)
    return -1;
  return other;
}

/* At the end of its siblings a section goes on to those of the next section above it. */
static CwDocument *
step_over (CwDocument *document, GArray *sections, CwSectionTree *tree, int place, int direction)
{
  int parent = cw_section_tree_get_node (tree, place)->parent;
  int other = parent >= 0 ? cw_sections_find_sibling (tree, parent, direction) : -1;
  const CwSectionNode *node;

  if (other < 0)
    return refuse (document);
  node = cw_section_tree_get_node (tree, other);
  if (direction > 0 && (int) node->next > other + 1)
    return cw_edit_move_sections (
        document, sections, cw_section_tree_get_node (tree, other + 1)->block, CW_SPOT_BEFORE);
  return cw_edit_move_sections (document, sections, node->block, CW_SPOT_INTO);
}

/**
 * cw_edit_step_sections:
 * @document: a document
 * @sections: (inout) (element-type guint): the blocks with which the sections begin
 * @direction: -1 for up, 1 for down
 *
 * Moves sections past the one before or behind them; the first or the last below a heading go on to
 * the heading before or behind that.
 *
 * Returns: (transfer full): the new document; @document itself if there is nowhere to go
 */
CwDocument *
cw_edit_step_sections (CwDocument *document, GArray *sections, int direction)
{
  g_autoptr (CwSectionTree) tree = NULL;
  int place, other;

  tidy (document, sections, TRUE);
  if (sections->len == 0)
    return refuse (document);
  tree = cw_section_tree_new (document);
  place = cw_section_tree_find (
      tree, g_array_index (sections, guint, direction < 0 ? 0 : sections->len - 1));
  other = cw_sections_find_sibling (tree, place, direction);
  if (other < 0)
    return step_over (document, sections, tree, place, direction);
  return cw_edit_move_sections (document, sections, cw_section_tree_get_node (tree, other)->block,
                                direction < 0 ? CW_SPOT_BEFORE : CW_SPOT_AFTER);
}

/* --- levels --- */

/**
 * cw_edit_shift_sections:
 * @document: a document
 * @sections: (inout) (element-type guint): the blocks with which the sections begin
 * @by: 1 for one level lower, -1 for one higher
 * @with_below: whether the sections below them go along
 *
 * Promotes or demotes headings. Nothing happens if one of them has no such level (R61).
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_edit_shift_sections (CwDocument *document, GArray *sections, int by, gboolean with_below)
{
  g_autoptr (GPtrArray) blocks = cw_sections_blocks_new ();

  tidy (document, sections, with_below);
  cw_sections_add_range (blocks, document, 0, cw_document_get_n_blocks (document));
  for (guint i = 0; i < sections->len; i++)
    {
      guint first = g_array_index (sections, guint, i);
      guint end = with_below ? cw_section_get_end (document, first) : first + 1;

      if (cw_sections_is_attachment (document, first) || !may_shift (document, first, end, by))
        return refuse (document);
      for (guint j = first; j < end; j++)
        {
          CwBlock *block = blocks->pdata[j];

          blocks->pdata[j] = shift_block (block, by);
          cw_block_unref (block);
        }
    }
  return same_blocks (document, blocks) ? refuse (document)
                                        : cw_sections_with_blocks (document, blocks);
}

/* --- more and fewer --- */

static void
add_copy (GPtrArray *blocks, CwDocument *document, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    g_ptr_array_add (blocks, cw_block_with_id (cw_document_get_block (document, i), 0));
}

/**
 * cw_edit_duplicate_sections:
 * @document: a document
 * @sections: (inout) (element-type guint): the blocks with which the sections begin; afterwards
 *   those of the copies
 *
 * Puts a copy behind each section. A copy shares all blocks but those that have a number of their
 * own, which it does not have: numbers are for one block each.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_edit_duplicate_sections (CwDocument *document, GArray *sections)
{
  g_autoptr (GPtrArray) blocks = cw_sections_blocks_new ();
  guint done = 0;

  tidy (document, sections, TRUE);
  for (guint i = 0; i < sections->len; i++)
    {
      guint first = g_array_index (sections, guint, i);
      guint end = cw_section_get_end (document, first);

      cw_sections_add_range (blocks, document, done, end);
      g_array_index (sections, guint, i) = blocks->len;
      add_copy (blocks, document, first, end);
      done = end;
    }
  if (done == 0)
    return refuse (document);
  cw_sections_add_range (blocks, document, done, cw_document_get_n_blocks (document));
  return cw_sections_with_blocks (document, blocks);
}

/**
 * cw_edit_remove_sections:
 * @document: a document
 * @sections: (inout) (element-type guint): the blocks with which the sections begin; empty
 *   afterwards
 *
 * Takes sections out with everything below them. A document without a line gets an empty paragraph.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_edit_remove_sections (CwDocument *document, GArray *sections)
{
  g_autoptr (GPtrArray) blocks = cw_sections_blocks_new ();
  guint done = 0;

  tidy (document, sections, TRUE);
  if (sections->len == 0)
    return refuse (document);
  for (guint i = 0; i < sections->len; i++)
    {
      guint first = g_array_index (sections, guint, i);

      cw_sections_add_range (blocks, document, done, first);
      done = cw_section_get_end (document, first);
    }
  cw_sections_add_range (blocks, document, done, cw_document_get_n_blocks (document));
  g_array_set_size (sections, 0);
  return cw_sections_with_blocks (document, blocks);
}

/* --- what is said about them --- */

/**
 * cw_edit_set_section:
 * @document: a document
 * @block: a heading
 * @section: (nullable): what is said about its section
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_edit_set_section (CwDocument *document, guint block, CwSection *section)
{
  g_autoptr (CwBlock) said = NULL;

  g_return_val_if_fail (block < cw_document_get_n_blocks (document), cw_document_ref (document));

  said = cw_block_with_section (cw_document_get_block (document, block), section);
  return cw_edit_replace_block (document, block, said);
}
