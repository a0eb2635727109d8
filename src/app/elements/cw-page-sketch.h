/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/cw-document.h"

G_BEGIN_DECLS

#define CW_TYPE_PAGE_SKETCH (cw_page_sketch_get_type ())

G_DECLARE_FINAL_TYPE (CwPageSketch, cw_page_sketch, CW, PAGE_SKETCH, GtkWidget)

GtkWidget *cw_page_sketch_new (void);
void cw_page_sketch_set_document (CwPageSketch *self, CwDocument *document);
void cw_page_sketch_set_current (CwPageSketch *self, int element);

G_END_DECLS
