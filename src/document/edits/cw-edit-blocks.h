/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-edit.h"

G_BEGIN_DECLS

CwDocument *cw_edit_replace_block (CwDocument *document, guint position, CwBlock *block);
CwDocument *cw_edit_remove_block (CwDocument *document, guint position);
CwDocument *cw_edit_insert_block (CwDocument *document, CwPlace at, CwBlock *block, CwPlace *after);
CwDocument *cw_edit_insert_attachment (CwDocument *document, guint number, CwAttachmentFlags flags,
                                       CwPlace *after);
CwDocument *cw_edit_move_attachment (CwDocument *document, guint number, guint to);
CwDocument *cw_edit_remove_attachment (CwDocument *document, guint number);
CwDocument *cw_edit_insert_note (CwDocument *document, CwPlace *after);

G_END_DECLS
