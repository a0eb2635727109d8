/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>
#include <hb.h>

G_BEGIN_DECLS

/**
 * CwFace:
 *
 * One face of one font file: HarfBuzz and cairo views of it, opened by path and index, and what the
 * typesetter measured of it. Immutable after construction, atomically reference-counted, usable
 * from any thread.
 */
typedef struct _CwFace CwFace;

CwFace *cw_face_new (const char *path, int index, const char *family, int weight, GError **error);
CwFace *cw_face_ref (CwFace *self);
void cw_face_unref (CwFace *self);

const char *cw_face_get_family (CwFace *self);
const char *cw_face_get_path (CwFace *self);
int cw_face_get_weight (CwFace *self);
hb_font_t *cw_face_get_hb_font (CwFace *self);
cairo_font_face_t *cw_face_get_cairo_face (CwFace *self);
double cw_face_get_centre (CwFace *self);
gboolean cw_face_get_glyph (CwFace *self, gunichar ch, hb_codepoint_t *glyph);
double cw_face_get_advance (CwFace *self, hb_codepoint_t glyph);
gboolean cw_face_get_extents (CwFace *self, hb_codepoint_t glyph, double *left, double *bottom, double *right, double *top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwFace, cw_face_unref)

G_END_DECLS
