/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-face.h"

G_BEGIN_DECLS

gboolean cw_face_get_ink (CwFace *face, hb_codepoint_t glyph, double *bottom, double *top);

G_END_DECLS
