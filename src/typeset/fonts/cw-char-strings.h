/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/**
 * CwCharStrings:
 * @blob: the CFF table; %NULL for a face with other outlines or a table that makes no sense
 * @offsets: where its list of glyph offsets begins
 * @offset_size: bytes of an offset
 * @n_glyphs: glyphs in the list
 *
 * Where the outlines of a CFF face lie. To learn whether one is blank it need not be drawn, which
 * takes microseconds: a program of some length has ink.
 */
typedef struct
{
  hb_blob_t *blob;
  gsize offsets;
  guint offset_size;
  guint n_glyphs;
} CwCharStrings;

void cw_char_strings_init (CwCharStrings *self, hb_face_t *face);
void cw_char_strings_clear (CwCharStrings *self);
gsize cw_char_strings_get_length (const CwCharStrings *self, hb_codepoint_t glyph);

G_END_DECLS
