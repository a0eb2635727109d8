/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-picture.h"
#include "cw-section.h"
#include "document/tables/cw-table.h"
#include "cw-text.h"

G_BEGIN_DECLS

#define CW_HEADING_LEVELS 4

/**
 * CwBlockKind:
 * @CW_BLOCK_PARAGRAPH: a paragraph of body text (正文)
 * @CW_BLOCK_HEADING: a heading of level 1–4 (R61); with text after its first 。 it is a run-in
 *   heading, heading and text in one paragraph (R62)
 * @CW_BLOCK_PAGE_BREAK: what follows starts on a new page; has no text
 * @CW_BLOCK_ANNOTATION: a remark (注) to the text, table or picture above it, set smaller
 * @CW_BLOCK_TABLE: a table; its text is its caption, which stands above it and may be empty
 * @CW_BLOCK_PICTURE: a picture; its text is its caption, which stands below it and may be empty
 * @CW_BLOCK_ATTACHMENT: an attachment begins (附件, 7.3.7); its text is the attachment's title, and
 *   the blocks up to the next one are the attachment's
 */
typedef enum
{
  CW_BLOCK_PARAGRAPH,
  CW_BLOCK_HEADING,
  CW_BLOCK_PAGE_BREAK,
  CW_BLOCK_ANNOTATION,
  CW_BLOCK_TABLE,
  CW_BLOCK_PICTURE,
  CW_BLOCK_ATTACHMENT,
} CwBlockKind;

/**
 * CwAttachmentFlags:
 * @CW_ATTACHMENT_LANDSCAPE: its pages are set sideways (clause 8, R111–R115)
 * @CW_ATTACHMENT_UNBOUND: not bound with the paper: its first line has the document number (R94)
 *
 * How an attachment goes with the paper.
 */
typedef enum
{
  CW_ATTACHMENT_PLAIN = 0,
  CW_ATTACHMENT_LANDSCAPE = 1 << 0,
  CW_ATTACHMENT_UNBOUND = 1 << 1,
} CwAttachmentFlags;

/**
 * CwBlock:
 *
 * One block of the body or of an attachment, immutable and atomically reference-counted. Its text is
 * one line of the flow; U+2028 in it begins a new line on the page by hand. Its address is its
 * identity: two documents that share a block have not touched it.
 */
typedef struct _CwBlock CwBlock;

#define CW_TYPE_BLOCK (cw_block_get_type ())

GType cw_block_get_type (void) G_GNUC_CONST;

CwBlock *cw_block_new_paragraph (CwText *text);
CwBlock *cw_block_new_heading (guint level, CwText *text);
CwBlock *cw_block_new_page_break (void);
CwBlock *cw_block_new_annotation (CwText *text);
CwBlock *cw_block_new_table (CwTable *table, CwText *caption);
CwBlock *cw_block_new_picture (CwPicture *picture, CwText *caption);
CwBlock *cw_block_new_attachment (CwAttachmentFlags flags, CwText *title);
CwBlock *cw_block_with_text (CwBlock *self, CwText *text);
CwBlock *cw_block_with_table (CwBlock *self, CwTable *table);
CwBlock *cw_block_with_section (CwBlock *self, CwSection *section);
CwBlock *cw_block_with_id (CwBlock *self, guint id);
CwBlock *cw_block_ref (CwBlock *self);
void cw_block_unref (CwBlock *self);

gboolean cw_block_equal (CwBlock *self, CwBlock *other);
CwBlockKind cw_block_get_kind (CwBlock *self);
guint cw_block_get_level (CwBlock *self);
CwText *cw_block_get_text (CwBlock *self);
CwSection *cw_block_get_section (CwBlock *self);
guint cw_block_get_id (CwBlock *self);
CwTable *cw_block_get_table (CwBlock *self);
CwPicture *cw_block_get_picture (CwBlock *self);
CwAttachmentFlags cw_block_get_attachment_flags (CwBlock *self);
gsize cw_block_get_heading_length (CwBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwBlock, cw_block_unref)

G_END_DECLS
