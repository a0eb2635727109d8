/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo-pdf.h>

#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

GPtrArray *cw_pdf_write_structure (CwPages *pages, cairo_t *cr);
void cw_pdf_write_outline (CwPages *pages, cairo_surface_t *surface);
GBytes *cw_pdf_finish (GBytes *pdf, GPtrArray *figures, GError **error);

G_END_DECLS
