/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-face.h"

G_BEGIN_DECLS

cairo_font_face_t *cw_face_subset (CwFace *face, const hb_set_t *glyphs);

G_END_DECLS
