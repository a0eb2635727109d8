/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-face-subset.h"

#include <cairo-ft.h>
#include <hb-subset.h>

/* What a cut-down face stands on; goes when cairo lets go of the face. FreeType's library is not to be
 * shared between threads, so each face has one of its own. */
typedef struct
{
  FT_Library library;
  FT_Face face;
  hb_blob_t *blob;
} CwSubsetFont;

static void
subset_font_free (void *data)
{
  CwSubsetFont *self = data;

  if (self->face != NULL)
    FT_Done_Face (self->face);
  if (self->library != NULL)
    FT_Done_FreeType (self->library);
  hb_blob_destroy (self->blob);
  g_free (self);
}

/* Tables for shaping and naming characters are of no use to somebody who has the glyphs already. */
static hb_blob_t *
make_blob (CwFace *face, const hb_set_t *glyphs)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t *subset;
  hb_blob_t *blob;

  if (input == NULL)
    return NULL;
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING
                                        | HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  hb_set_union (hb_subset_input_glyph_set (input), glyphs);
  hb_set_clear (hb_subset_input_set (input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
  subset = hb_subset_or_fail (hb_font_get_face (cw_face_get_hb_font (face)), input);
  hb_subset_input_destroy (input);
  if (subset == NULL)
    return NULL;
  blob = hb_face_reference_blob (subset);
  hb_face_destroy (subset);
  return blob;
}

static gboolean
open_blob (CwSubsetFont *self)
{
  unsigned int length;
  const char *data = hb_blob_get_data (self->blob, &length);

  return FT_Init_FreeType (&self->library) == 0
         && FT_New_Memory_Face (self->library, (const FT_Byte *) data, length, 0, &self->face) == 0;
}

/**
 * cw_face_subset:
 * @face: a face
 * @glyphs: the glyphs that are needed of it
 *
 * Cuts a face down to some glyphs, under their own numbers. cairo embeds a subset of the outlines by
 * itself, but with all the subroutines of a Chinese face: 400 KB for the 20 characters of a title; and
 * it reads the whole face for it.
 *
 * Returns: (transfer full): the cut-down face, or the whole one where it cannot be cut
 */
cairo_font_face_t *
cw_face_subset (CwFace *face, const hb_set_t *glyphs)
{
  static const cairo_user_data_key_t key;
  CwSubsetFont *self = g_new0 (CwSubsetFont, 1);
  cairo_font_face_t *subset;

  self->blob = make_blob (face, glyphs);
  if (self->blob == NULL || !open_blob (self))
    {
      subset_font_free (self);
      return cairo_font_face_reference (cw_face_get_cairo_face (face));
    }
  subset = cairo_ft_font_face_create_for_ft_face (self->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
  if (cairo_font_face_set_user_data (subset, &key, self, subset_font_free) != CAIRO_STATUS_SUCCESS)
    g_error ("out of memory");
  return subset;
}
