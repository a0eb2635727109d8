/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-face.h"

G_BEGIN_DECLS

hb_blob_t *cw_face_subset (CwFace *face, const hb_set_t *glyphs, hb_map_t **new_glyphs);
cairo_font_face_t *cw_face_subset_open (hb_blob_t *subset, double narrowing);

G_END_DECLS
