/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/cw-pages.h"

G_BEGIN_DECLS

/**
 * CwPdfFaces:
 *
 * Faces cut down to the glyphs that some pages show, to be embedded quickly and in little space. Kept
 * from one PDF to the next they are cut again only when a glyph is new. Belongs to one thread at a time.
 */
typedef struct _CwPdfFaces CwPdfFaces;

CwPdfFaces *cw_pdf_faces_new (void);
void cw_pdf_faces_free (CwPdfFaces *self);

GHashTable *cw_pdf_faces_cut (CwPdfFaces *self, CwPages *pages, guint first_page, guint n_pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPdfFaces, cw_pdf_faces_free)

G_END_DECLS
