/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/cw-document.h"

G_BEGIN_DECLS

#define CW_TYPE_SECTION_POPOVER (cw_section_popover_get_type ())

G_DECLARE_FINAL_TYPE (CwSectionPopover, cw_section_popover, CW, SECTION_POPOVER, GtkPopover)

GtkWidget *cw_section_popover_new (CwDocument *document, guint block);
int cw_section_popover_find_block (CwSectionPopover *self, CwDocument *document);
CwSection *cw_section_popover_get_section (CwSectionPopover *self);

G_END_DECLS
