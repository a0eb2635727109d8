/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-page.h"

G_BEGIN_DECLS

/**
 * CwCutFaces:
 *
 * Faces cut down to the glyphs that some pages show, to be embedded quickly and in little space.
 * Kept from one PDF to the next they are cut again only when a glyph is new. Belongs to one thread
 * at a time.
 */
typedef struct _CwCutFaces CwCutFaces;

CwCutFaces *cw_cut_faces_new (void);
void cw_cut_faces_free (CwCutFaces *self);

void cw_cut_faces_add_page (CwCutFaces *self, CwPage *page);
guint cw_cut_faces_find_width (double overlap);
cairo_font_face_t *cw_cut_faces_get (CwCutFaces *self, CwFace *face, guint width,
                                     const hb_map_t **new_glyphs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCutFaces, cw_cut_faces_free)

G_END_DECLS
