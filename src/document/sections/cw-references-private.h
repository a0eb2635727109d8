/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-section-tree.h"
#include "cw-references.h"

/* Private to the files that look for references: what goes together in two documents. */

G_BEGIN_DECLS

/**
 * CwBeforeAfter:
 * @before: a document
 * @after: what became of it
 * @old: outline of @before
 * @new: outline of @after
 * @old_of: for each block of @after the one it was, or -1
 * @new_of: for each block of @before the one it is, or -1
 *
 * Two documents and which block is which.
 */
typedef struct
{
  CwDocument *before;
  CwDocument *after;
  CwSectionTree *old;
  CwSectionTree *new;
  int *old_of;
  int *new_of;
} CwBeforeAfter;

gboolean cw_references_starts_sentence (const char *text, gsize at);
void cw_references_add (GPtrArray *found, CwDocument *document, guint block, guint start, guint end,
                        char *proposal);
void cw_references_find_runs (CwBeforeAfter *both, GPtrArray *found);

G_END_DECLS
