/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/cw-block.h"

G_BEGIN_DECLS

#define CW_TYPE_ATTACHMENT_ROW (cw_attachment_row_get_type ())

G_DECLARE_FINAL_TYPE (CwAttachmentRow, cw_attachment_row, CW, ATTACHMENT_ROW, AdwPreferencesRow)

GtkWidget *cw_attachment_row_new (void);
void cw_attachment_row_show (CwAttachmentRow *self,
                             const char *name,
                             gboolean first,
                             CwAttachmentFlags flags,
                             const char *title);
void cw_attachment_row_enter (CwAttachmentRow *self);
const char *cw_attachment_row_get_title (CwAttachmentRow *self);
CwAttachmentFlags cw_attachment_row_get_flags (CwAttachmentRow *self);

G_END_DECLS
