/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-text.h"

G_BEGIN_DECLS

#define CW_HEADING_LEVELS 4

/**
 * CwBlockKind:
 * @CW_BLOCK_PARAGRAPH: a paragraph of body text (正文)
 * @CW_BLOCK_HEADING: a heading of level 1–4 (R61); with text after its first 。 it is a run-in
 *   heading, heading and text in one paragraph (R62)
 * @CW_BLOCK_PAGE_BREAK: what follows starts on a new page; has no text
 */
typedef enum
{
  CW_BLOCK_PARAGRAPH,
  CW_BLOCK_HEADING,
  CW_BLOCK_PAGE_BREAK,
} CwBlockKind;

/**
 * CwBlock:
 *
 * One block of the body, immutable and atomically reference-counted. Its address is its identity:
 * two documents that share a block have not touched it.
 */
typedef struct _CwBlock CwBlock;

#define CW_TYPE_BLOCK (cw_block_get_type ())

GType cw_block_get_type (void) G_GNUC_CONST;

CwBlock *cw_block_new_paragraph (CwText *text);
CwBlock *cw_block_new_heading (guint level, CwText *text);
CwBlock *cw_block_new_page_break (void);
CwBlock *cw_block_ref (CwBlock *self);
void cw_block_unref (CwBlock *self);

gboolean cw_block_equal (CwBlock *self, CwBlock *other);
CwBlockKind cw_block_get_kind (CwBlock *self);
guint cw_block_get_level (CwBlock *self);
CwText *cw_block_get_text (CwBlock *self);
gsize cw_block_get_heading_length (CwBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwBlock, cw_block_unref)

G_END_DECLS
