/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages/cw-cut-faces.h"
#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

GBytes *cw_pdf_write (CwPages *pages, GError **error);
GBytes *cw_pdf_write_page (CwPages *pages, guint page, CwCutFaces *faces, GError **error);

G_END_DECLS
