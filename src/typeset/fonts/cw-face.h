/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>
#include <hb.h>

G_BEGIN_DECLS

/**
 * CwGlyphForm:
 * @CW_FORM_PLAIN: the glyph of the character map
 * @CW_FORM_FULL: the glyph for a full cell: of “ ” ‘ ’ — … · many faces have a narrow one besides
 * @CW_FORM_HALF: the glyph for a half cell, as a digit of Noto has besides its proportional one
 *
 * The forms in which a face may have a character. A face without the special form gives the plain
 * one.
 */
typedef enum
{
  CW_FORM_PLAIN,
  CW_FORM_FULL,
  CW_FORM_HALF,
  CW_N_FORMS,
} CwGlyphForm;

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
gboolean cw_face_may_embed (CwFace *self);
hb_font_t *cw_face_get_hb_font (CwFace *self);
cairo_font_face_t *cw_face_get_cairo_face (CwFace *self);
double cw_face_get_centre (CwFace *self);
gboolean cw_face_get_glyph (CwFace *self, gunichar ch, hb_codepoint_t *glyph);
gboolean cw_face_get_form (CwFace *self, CwGlyphForm form, gunichar ch, hb_codepoint_t *glyph,
                           double *advance);
double cw_face_get_advance (CwFace *self, hb_codepoint_t glyph);
gboolean cw_face_get_extents (CwFace *self, hb_codepoint_t glyph, double *left, double *bottom,
                              double *right, double *top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwFace, cw_face_unref)

G_END_DECLS
