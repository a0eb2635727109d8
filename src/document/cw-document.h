/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-block.h"

G_BEGIN_DECLS

/**
 * CwElement:
 * @CW_ELEMENT_TITLE: 标题 (7.3.1); may hold line breaks (U+000A) set by hand
 * @CW_ELEMENT_SUBTITLE: 题注 or sub-title under the title (R56, R215, R216); a line each
 * @CW_ELEMENT_ADDRESSEES: 主送机关 (7.3.2) or, in a working paper, the 称谓
 * @CW_ELEMENT_SIGNATORY: 发文机关署名 (7.3.5); a line each
 * @CW_ELEMENT_DATE: 成文日期 (7.3.5.4)
 *
 * The elements of the standard that are not part of the running text, in reading order: those
 * before %CW_ELEMENT_SIGNATORY stand above the blocks, the others below them.
 */
typedef enum
{
  CW_ELEMENT_TITLE,
  CW_ELEMENT_SUBTITLE,
  CW_ELEMENT_ADDRESSEES,
  CW_ELEMENT_SIGNATORY,
  CW_ELEMENT_DATE,
  CW_N_ELEMENTS,
} CwElement;

/**
 * CwDocument:
 *
 * A whole document, immutable and atomically reference-counted, to be handed between threads
 * freely. An element that is %NULL is not there at all; an empty one has a line in the editor and
 * prints nothing.
 */
typedef struct _CwDocument CwDocument;

#define CW_TYPE_DOCUMENT (cw_document_get_type ())

GType cw_document_get_type (void) G_GNUC_CONST;

CwDocument *cw_document_new (CwText *const elements[CW_N_ELEMENTS], CwBlock *const *blocks,
                             guint n_blocks);
CwDocument *cw_document_new_blank (void);
CwDocument *cw_document_ref (CwDocument *self);
void cw_document_unref (CwDocument *self);

gboolean cw_document_equal (CwDocument *self, CwDocument *other);
gboolean cw_document_is_blank (CwDocument *self);
CwText *cw_document_get_element (CwDocument *self, CwElement element);
guint cw_document_get_n_blocks (CwDocument *self);
CwBlock *cw_document_get_block (CwDocument *self, guint position);
guint cw_document_count_placeholders (CwDocument *self);
guint cw_document_count_characters (CwDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDocument, cw_document_unref)

G_END_DECLS
