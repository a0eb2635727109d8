/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-page-picture.h"
#include "typeset/pages/cw-cut-faces.h"
#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

/**
 * CwProof:
 *
 * The PDF of one page as poppler has read it. Belongs to one thread.
 */
typedef struct _CwProof CwProof;

CwProof *cw_proof_new (CwPages *pages, guint number, CwCutFaces *faces, GError **error);
void cw_proof_free (CwProof *self);

CwPage *cw_proof_get_page (CwProof *self);
CwPagePicture *cw_proof_draw (CwProof *self,
                              guint number,
                              double density,
                              const cairo_rectangle_int_t *part,
                              gboolean guides,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwProof, cw_proof_free)

G_END_DECLS
