/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

G_BEGIN_DECLS

CwDocument *cw_attachment_edit_add (CwDocument *document, const char *title);
CwDocument *cw_attachment_edit_remove (CwDocument *document, guint attachment);
CwDocument *cw_attachment_edit_move_up (CwDocument *document, guint attachment);
CwDocument *cw_attachment_edit_set (CwDocument *document,
                                    guint attachment,
                                    CwAttachmentFlags flags,
                                    const char *title);

G_END_DECLS
