/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/cw-document.h"

G_BEGIN_DECLS

#define CW_TYPE_ATTACHMENT_LIST (cw_attachment_list_get_type ())

G_DECLARE_FINAL_TYPE (CwAttachmentList, cw_attachment_list, CW, ATTACHMENT_LIST, AdwBin)

GtkWidget *cw_attachment_list_new (void);
void cw_attachment_list_set_document (CwAttachmentList *self, CwDocument *document);

G_END_DECLS
