/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

G_BEGIN_DECLS

/**
 * CwSectionKind:
 * @CW_SECTION_KIND_TITLE: the paper itself: its title, with the counts of its body
 * @CW_SECTION_KIND_SECTION: a heading and what it is about
 * @CW_SECTION_KIND_ATTACHMENT: an attachment
 *
 * What a node of the outline stands for.
 */
typedef enum
{
  CW_SECTION_KIND_TITLE,
  CW_SECTION_KIND_SECTION,
  CW_SECTION_KIND_ATTACHMENT,
} CwSectionKind;

/**
 * CwSectionNode:
 * @kind: what it is
 * @block: its first block, that of the heading; 0 for the title
 * @end: the block after its last, with all sections below it
 * @level: level of the heading, 0 for the title and attachments
 * @number: number among its like, as cw_numbering_count() gives it; of an attachment from 1
 * @depth: how deep it stands in the tree, from 0
 * @parent: its parent's place in the outline, -1 without one
 * @next: the place in the outline of the node after all that are below this one
 * @n_characters: characters from @block to @end
 * @n_placeholders: blanks still to be filled in there
 *
 * One section. Plain data that holds for one document.
 */
typedef struct
{
  CwSectionKind kind;
  guint block;
  guint end;
  guint level;
  guint number;
  guint depth;
  int parent;
  guint next;
  guint n_characters;
  guint n_placeholders;
} CwSectionNode;

/**
 * CwSectionTree:
 *
 * The sections of a document, in the order of reading: its title if it has one, headings, and
 * attachments with theirs. Immutable.
 */
typedef struct _CwSectionTree CwSectionTree;

CwSectionTree *cw_section_tree_new (CwDocument *document);
void cw_section_tree_free (CwSectionTree *self);

CwDocument *cw_section_tree_get_document (CwSectionTree *self);
guint cw_section_tree_get_n_nodes (CwSectionTree *self);
const CwSectionNode *cw_section_tree_get_node (CwSectionTree *self, guint place);
int cw_section_tree_find (CwSectionTree *self, guint block);
int cw_section_tree_find_around (CwSectionTree *self, int block);
char *cw_section_tree_get_title (CwSectionTree *self, guint place);
char *cw_section_tree_get_label (CwSectionTree *self, guint place);
void cw_section_tree_count_done (CwSectionTree *self, guint *n_done, guint *n_said);

guint cw_section_get_end (CwDocument *document, guint block);
guint cw_section_get_opening (CwDocument *document, guint block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSectionTree, cw_section_tree_free)

G_END_DECLS
