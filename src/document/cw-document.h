/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-block.h"
#include "document/elements/cw-element.h"
#include "cw-ledger.h"

G_BEGIN_DECLS

/**
 * CwDocument:
 *
 * A whole document, immutable and atomically reference-counted, to be handed between threads
 * freely: what paper it is, its elements and its blocks, and the ledger of what is known about it
 * beside its text. An element that is %NULL is not there at
 * all; an empty one of the flow has a line in the editor and prints nothing. The blocks of the
 * body come first; from the first block of kind %CW_BLOCK_ATTACHMENT on they are attachments.
 */
typedef struct _CwDocument CwDocument;

#define CW_TYPE_DOCUMENT (cw_document_get_type ())

GType cw_document_get_type (void) G_GNUC_CONST;

CwDocument *cw_document_new (CwText *const elements[CW_N_ELEMENTS], CwBlock *const *blocks,
                             guint n_blocks);
CwDocument *cw_document_new_with_form (const CwForm *form, CwText *const elements[CW_N_ELEMENTS],
                                       CwBlock *const *blocks, guint n_blocks);
CwDocument *cw_document_new_like (CwDocument *like, CwText *const elements[CW_N_ELEMENTS],
                                  CwBlock *const *blocks, guint n_blocks);
CwDocument *cw_document_new_blank (void);
CwDocument *cw_document_with_ledger (CwDocument *self, CwLedger *ledger);
CwDocument *cw_document_ref (CwDocument *self);
void cw_document_unref (CwDocument *self);

gboolean cw_document_equal (CwDocument *self, CwDocument *other);
gboolean cw_document_is_blank (CwDocument *self);
const CwForm *cw_document_get_form (CwDocument *self);
CwLedger *cw_document_get_ledger (CwDocument *self);
CwText *cw_document_get_element (CwDocument *self, CwElement element);
guint cw_document_get_n_blocks (CwDocument *self);
CwBlock *cw_document_get_block (CwDocument *self, guint position);
guint cw_document_get_n_body_blocks (CwDocument *self);
guint cw_document_count_alike (CwDocument *self, CwDocument *other, guint *behind);
guint cw_document_count_shared_blocks (CwDocument *self, guint position, CwDocument *other,
                                       guint other_position, gboolean upwards);
guint cw_document_get_n_attachments (CwDocument *self);
guint cw_document_get_attachment (CwDocument *self, guint attachment, guint *end);
guint cw_document_count_placeholders (CwDocument *self);
guint cw_document_count_characters (CwDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDocument, cw_document_unref)

G_END_DECLS
