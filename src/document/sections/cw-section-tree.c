/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-section-tree.h"

#include <string.h>

#include "document/cw-numbering.h"
#include "document/elements/cw-printed-text.h"

/* A last paragraph longer than this says something, whatever its first words are. */
#define LONGEST_CLOSING 40

struct _CwSectionTree
{
  CwDocument *document;
  GArray *nodes;
};

/* --- where sections end --- */

/* 特此报告。妥否，请批示。 The words a paper closes with belong to the paper, not to the section
 * that happens to be its last. */
static gboolean
is_closing (CwBlock *block)
{
  static const char *const words[] = { "特此",     "妥否",     "当否",     "可否，请", "以上意见",
                                       "以上请示", "以上报告", "以上安排", "专此" };
  CwText *text = cw_block_get_text (block);

  if (cw_block_get_kind (block) != CW_BLOCK_PARAGRAPH
      || cw_text_get_n_characters (text) > LONGEST_CLOSING)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (cw_text_get_string (text), words[i]))
      return TRUE;
  return FALSE;
}

/* The block after the last that a section of the body can have. */
static guint
end_of_body (CwDocument *document)
{
  guint end = cw_document_get_n_body_blocks (document);

  while (end > 0 && is_closing (cw_document_get_block (document, end - 1)))
    end--;
  return end;
}

static gboolean
begins_attachment (CwDocument *document, guint block)
{
  return cw_block_get_kind (cw_document_get_block (document, block)) == CW_BLOCK_ATTACHMENT;
}

/**
 * cw_section_get_end:
 * @document: a document
 * @block: a heading or the first block of an attachment
 *
 * A section goes on to the next heading of its level or a higher one, an attachment to the next.
 * The words with which the body closes (特此报告。) are of no section.
 *
 * Returns: the block after the last of the section that @block begins
 */
guint
cw_section_get_end (CwDocument *document, guint block)
{
  guint n = block < cw_document_get_n_body_blocks (document) ? end_of_body (document)
                                                             : cw_document_get_n_blocks (document);
  guint level, end;

  g_return_val_if_fail (block < cw_document_get_n_blocks (document), block);

  level = cw_block_get_level (cw_document_get_block (document, block));
  for (end = block + 1; end < n; end++)
    {
      guint other = cw_block_get_level (cw_document_get_block (document, end));

      if (begins_attachment (document, end) || (other > 0 && other <= level))
        break;
    }
  return end;
}

/**
 * cw_section_get_opening:
 * @document: a document
 * @block: a heading or the first block of an attachment
 *
 * Returns: the block after the last that stands between the heading and the first heading below it
 */
guint
cw_section_get_opening (CwDocument *document, guint block)
{
  guint end = cw_section_get_end (document, block);
  guint opening = block + 1;

  while (opening < end && cw_block_get_level (cw_document_get_block (document, opening)) == 0)
    opening++;
  return opening;
}

/* --- the tree --- */

static CwSectionNode *
node_at (CwSectionTree *self, guint place)
{
  return &g_array_index (self->nodes, CwSectionNode, place);
}

static void
add_node (CwSectionTree *self, CwSectionNode node)
{
  node.depth = node.parent < 0 ? 0 : node_at (self, node.parent)->depth + 1;
  g_array_append_val (self->nodes, node);
}

static void
add_title (CwSectionTree *self)
{
  CwSectionNode node = { .kind = CW_SECTION_KIND_TITLE, .parent = -1 };

  node.end = cw_document_get_n_body_blocks (self->document);
  if (cw_document_get_element (self->document, CW_ELEMENT_TITLE) != NULL)
    add_node (self, node);
}

static gboolean
is_above (const CwSectionNode *node, guint level)
{
  if (node->kind == CW_SECTION_KIND_SECTION)
    return node->level < level;
  return node->kind == CW_SECTION_KIND_ATTACHMENT;
}

/* The nearest node above a heading of @level put behind the last node: an attachment, or a heading
 * of a higher level. The title is above none: every level would be a step in. */
static int
find_parent (CwSectionTree *self, guint level)
{
  int place = (int) self->nodes->len - 1;

  while (place >= 0 && !is_above (node_at (self, place), level))
    place = node_at (self, place)->parent;
  return place;
}

static void
add_block (CwSectionTree *self, guint block, const guint *numbers, guint *attachments)
{
  CwBlock *it = cw_document_get_block (self->document, block);
  CwSectionNode node = { .block = block, .level = cw_block_get_level (it), .parent = -1 };

  if (cw_block_get_kind (it) == CW_BLOCK_ATTACHMENT)
    {
      node.kind = CW_SECTION_KIND_ATTACHMENT;
      node.number = ++*attachments;
    }
  else if (node.level > 0)
    {
      node.kind = CW_SECTION_KIND_SECTION;
      node.number = numbers[block];
      node.parent = find_parent (self, node.level);
    }
  else
    return;
  add_node (self, node);
}

/* Ends are those of the next node that is not below; from behind, so that it is known already. */
static void
close_nodes (CwSectionTree *self)
{
  guint n = self->nodes->len, n_body = cw_document_get_n_body_blocks (self->document);
  guint end_body = end_of_body (self->document);

  for (guint i = n; i > 0; i--)
    {
      CwSectionNode *node = node_at (self, i - 1);
      guint limit = node->block < n_body ? end_body : cw_document_get_n_blocks (self->document);

      node->next = i;
      while (node->kind != CW_SECTION_KIND_TITLE && node->next < n
             && node_at (self, node->next)->depth > node->depth)
        node->next = node_at (self, node->next)->next;
      if (node->kind == CW_SECTION_KIND_TITLE)
        continue;
      node->end = node->next < n ? MIN (node_at (self, node->next)->block, limit) : limit;
    }
}

static void
count_text (CwText *text, CwSectionNode *node)
{
  guint n;

  cw_text_get_placeholders (text, &n);
  node->n_placeholders += n;
  node->n_characters += cw_text_get_n_characters (text);
}

static void
count_block (CwBlock *block, CwSectionNode *node)
{
  CwTable *table = cw_block_get_table (block);

  count_text (cw_block_get_text (block), node);
  for (guint row = 0; table != NULL && row < cw_table_get_n_rows (table); row++)
    for (guint column = 0; column < cw_table_get_n_columns (table); column++)
      count_text (cw_table_get_cell (table, row, column).text, node);
}

/* Sums up to each block: a section's count is the difference of two. */
static void
count_nodes (CwSectionTree *self)
{
  guint n = cw_document_get_n_blocks (self->document);
  g_autofree CwSectionNode *sums = g_new0 (CwSectionNode, n + 1);

  for (guint i = 0; i < n; i++)
    {
      sums[i + 1] = sums[i];
      count_block (cw_document_get_block (self->document, i), &sums[i + 1]);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      CwSectionNode *node = node_at (self, i);

      node->n_characters = sums[node->end].n_characters - sums[node->block].n_characters;
      node->n_placeholders = sums[node->end].n_placeholders - sums[node->block].n_placeholders;
    }
}

/**
 * cw_section_tree_new:
 * @document: a document
 *
 * Finds the sections of a document and counts what is in each. Every text knows its own counts, so
 * this is one walk over the blocks: some microseconds a page.
 *
 * Returns: (transfer full): its outline
 */
CwSectionTree *
cw_section_tree_new (CwDocument *document)
{
  CwSectionTree *self = g_new0 (CwSectionTree, 1);
  g_autofree guint *numbers = cw_numbering_count (document);
  guint attachments = 0;

  self->document = cw_document_ref (document);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (CwSectionNode));
  add_title (self);
  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    add_block (self, i, numbers, &attachments);
  close_nodes (self);
  count_nodes (self);
  return self;
}

/**
 * cw_section_tree_free:
 * @self: an outline
 *
 * Frees it.
 */
void
cw_section_tree_free (CwSectionTree *self)
{
  cw_document_unref (self->document);
  g_array_unref (self->nodes);
  g_free (self);
}

/**
 * cw_section_tree_get_document:
 * @self: an outline
 *
 * Returns: (transfer none): the document it is of
 */
CwDocument *
cw_section_tree_get_document (CwSectionTree *self)
{
  return self->document;
}

/**
 * cw_section_tree_get_n_nodes:
 * @self: an outline
 *
 * Returns: how many sections it has, with the title and the attachments
 */
guint
cw_section_tree_get_n_nodes (CwSectionTree *self)
{
  return self->nodes->len;
}

/**
 * cw_section_tree_get_node:
 * @self: an outline
 * @place: which, from 0
 *
 * Returns: (transfer none): a section
 */
const CwSectionNode *
cw_section_tree_get_node (CwSectionTree *self, guint place)
{
  g_return_val_if_fail (place < self->nodes->len, NULL);

  return node_at (self, place);
}

/**
 * cw_section_tree_find:
 * @self: an outline
 * @block: number of a block
 *
 * Returns: the place of the section or attachment that begins with @block, -1 without one
 */
int
cw_section_tree_find (CwSectionTree *self, guint block)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (node_at (self, i)->block == block && node_at (self, i)->kind != CW_SECTION_KIND_TITLE)
      return i;
  return -1;
}

/**
 * cw_section_tree_find_around:
 * @self: an outline
 * @block: number of a block, or -1 for what is beside the blocks
 *
 * Returns: the place of the innermost section that @block is in; that of the title if it is in
 *   none, -1 if there is no title either
 */
int
cw_section_tree_find_around (CwSectionTree *self, int block)
{
  for (int i = (int) self->nodes->len - 1; i >= 0; i--)
    {
      const CwSectionNode *node = node_at (self, i);

      if (node->kind == CW_SECTION_KIND_TITLE)
        return i;
      if (block >= (int) node->block && block < (int) node->end)
        return i;
    }
  return -1;
}

/* The full stop between a run-in heading and its text is not of its name. */
static gboolean
ends_with (const char *text, gsize length, const char *suffix)
{
  gsize n = strlen (suffix);

  return length >= n && memcmp (text + length - n, suffix, n) == 0;
}

/* What is to be read in one line: without breaks made by hand. */
static char *
flatten (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);
  g_autofree char *joined = g_strjoinv ("", lines);
  g_auto (GStrv) parts = g_strsplit (joined, "\xe2\x80\xa8", -1);

  return g_strjoinv ("", parts);
}

/**
 * cw_section_tree_get_title:
 * @self: an outline
 * @place: which section
 *
 * Returns: (transfer full): what it is called: of a run-in heading (R62) only the heading
 */
char *
cw_section_tree_get_title (CwSectionTree *self, guint place)
{
  const CwSectionNode *node = cw_section_tree_get_node (self, place);
  CwText *text = node->kind == CW_SECTION_KIND_TITLE
                     ? cw_document_get_element (self->document, CW_ELEMENT_TITLE)
                     : cw_block_get_text (cw_document_get_block (self->document, node->block));
  gsize whole = cw_text_get_length (text), length = whole;

  if (node->kind == CW_SECTION_KIND_SECTION)
    length = cw_block_get_heading_length (cw_document_get_block (self->document, node->block));
  if (length < whole && ends_with (cw_text_get_string (text), length, "。"))
    length -= strlen ("。");
  return flatten (cw_text_get_string (text), length);
}

/**
 * cw_section_tree_get_label:
 * @self: an outline
 * @place: which section
 *
 * Returns: (transfer full): its number as printed (R61, R91), empty for the title
 */
char *
cw_section_tree_get_label (CwSectionTree *self, guint place)
{
  const CwSectionNode *node = cw_section_tree_get_node (self, place);

  if (node->kind == CW_SECTION_KIND_SECTION)
    return cw_numbering_format (node->level, node->number);
  if (node->kind == CW_SECTION_KIND_ATTACHMENT)
    return cw_document_get_attachment_label (self->document, node->number - 1);
  return g_strdup ("");
}

/**
 * cw_section_tree_count_done:
 * @self: an outline
 * @n_done: (out): how many sections are done
 * @n_said: (out): of how many a state is known
 *
 * How far the work is, by what was said about the sections.
 */
void
cw_section_tree_count_done (CwSectionTree *self, guint *n_done, guint *n_said)
{
  *n_done = *n_said = 0;
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const CwSectionNode *node = node_at (self, i);
      CwSectionState state;

      if (node->kind != CW_SECTION_KIND_SECTION)
        continue;
      state = cw_section_get_state (
          cw_block_get_section (cw_document_get_block (self->document, node->block)));
      *n_said += state != CW_SECTION_UNSAID;
      *n_done += state == CW_SECTION_DONE;
    }
}
