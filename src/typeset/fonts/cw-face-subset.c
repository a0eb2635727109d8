/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-face-subset.h"

#include <cairo-ft.h>
#include <hb-subset.h>
#include <string.h>

#include "typeset/cw-standard.h"

/* What a cut-down face stands on; goes when cairo lets go of the face. FreeType's library is not to
 * be shared between threads, so each face has one of its own. */
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

/* The face with no more tables than drawing and embedding need. With those for shaping and naming
 * characters HarfBuzz would go through all 30,000 of them. */
static hb_face_t *
make_bare (CwFace *face)
{
  static const hb_tag_t tags[] = {
    HB_TAG ('C', 'F', 'F', ' '), HB_TAG ('O', 'S', '/', '2'), HB_TAG ('c', 'v', 't', ' '),
    HB_TAG ('f', 'p', 'g', 'm'), HB_TAG ('g', 'l', 'y', 'f'), HB_TAG ('h', 'e', 'a', 'd'),
    HB_TAG ('h', 'h', 'e', 'a'), HB_TAG ('h', 'm', 't', 'x'), HB_TAG ('l', 'o', 'c', 'a'),
    HB_TAG ('m', 'a', 'x', 'p'), HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('p', 'r', 'e', 'p'),
  };
  hb_face_t *whole = hb_font_get_face (cw_face_get_hb_font (face));
  hb_face_t *bare = hb_face_builder_create ();

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      hb_blob_t *table = hb_face_reference_table (whole, tags[i]);

      if (hb_blob_get_length (table) > 0)
        hb_face_builder_add_table (bare, tags[i], table);
      hb_blob_destroy (table);
    }
  return bare;
}

static hb_subset_plan_t *
make_plan (hb_face_t *face, const hb_set_t *glyphs)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_subset_plan_t *plan;

  if (input == NULL)
    return NULL;
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  hb_set_union (hb_subset_input_glyph_set (input), glyphs);
  plan = hb_subset_plan_create_or_fail (face, input);
  hb_subset_input_destroy (input);
  return plan;
}

/**
 * cw_face_subset:
 * @face: a face
 * @glyphs: the glyphs that are needed of it
 * @new_glyphs: (out) (transfer full): the number each of them has now
 *
 * Cuts a face down to some glyphs. cairo embeds a subset of the outlines by itself, but with all
 * the subroutines of a Chinese face, 400 KB for the 20 characters of a title; and both it and
 * FreeType go through all 30,000 glyphs for each of them.
 *
 * Returns: (transfer full) (nullable): the cut-down font file, or %NULL where it cannot be cut
 */
hb_blob_t *
cw_face_subset (CwFace *face, const hb_set_t *glyphs, hb_map_t **new_glyphs)
{
  hb_face_t *bare = make_bare (face);
  hb_subset_plan_t *plan = make_plan (bare, glyphs);
  hb_face_t *subset = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;
  hb_blob_t *blob = NULL;

  *new_glyphs = NULL;
  if (subset != NULL)
    {
      blob = hb_face_reference_blob (subset);
      *new_glyphs = hb_map_reference (hb_subset_plan_old_to_new_glyph_mapping (plan));
    }
  hb_face_destroy (subset);
  hb_subset_plan_destroy (plan);
  hb_face_destroy (bare);
  return blob;
}

static guint
read_16 (const char *data)
{
  return (guint) (guchar) data[0] << 8 | (guchar) data[1];
}

/* Where a table of the font file lies; 0 without it. */
static guint
find_table (const char *data, guint length, const char *tag)
{
  guint n_tables = length >= 12 ? read_16 (data + 4) : 0;

  for (guint i = 0; i < n_tables && 12 + (i + 1) * 16 <= length; i++)
    {
      const char *entry = data + 12 + i * 16;

      if (memcmp (entry, tag, 4) == 0)
        return read_16 (entry + 8) << 16 | read_16 (entry + 10);
    }
  return 0;
}

/* A character of the text stands in a cell a little narrower than its em (R12). With the same width
 * in the font it follows the one before by itself; else the PDF would have to say where each
 * begins, which takes time and space. */
#define CELL_SHARE (CW_STD_TYPE_AREA_WIDTH / CW_STD_COLUMNS / CW_STD_SIZE_3)

/* Makes every glyph as wide as its cell, and takes some more of its width off, in the table the
 * widths stand in (hmtx). */
static void
narrow (char *data, guint length, double narrowing)
{
  guint head = find_table (data, length, "head"), hhea = find_table (data, length, "hhea");
  guint hmtx = find_table (data, length, "hmtx");
  guint n_widths;
  double less;

  if (head == 0 || hhea == 0 || hmtx == 0 || hhea + 36 > length || head + 20 > length)
    return;
  n_widths = read_16 (data + hhea + 34);
  less = narrowing * read_16 (data + head + 18);
  for (guint i = 0; i < n_widths && hmtx + (i + 1) * 4 <= length; i++)
    {
      char *entry = data + hmtx + i * 4;
      guint width = (guint) MAX (read_16 (entry) * CELL_SHARE - less + 0.5, 0);

      entry[0] = (char) (width >> 8);
      entry[1] = (char) (width & 0xff);
    }
}

static hb_blob_t *
make_narrow (hb_blob_t *subset, double narrowing)
{
  unsigned int length;
  const char *data = hb_blob_get_data (subset, &length);
  char *copy = g_memdup2 (data, length);

  narrow (copy, length, narrowing);
  return hb_blob_create (copy, length, HB_MEMORY_MODE_WRITABLE, copy, g_free);
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
 * cw_face_subset_open:
 * @subset: a font file, as cw_face_subset() makes it
 * @narrowing: what to take off the width of every glyph besides, em
 *
 * Opens a font file for drawing. Its widths are those of the grid, its outlines stay as they are.
 *
 * Returns: (transfer full) (nullable): the face to draw with, or %NULL where it cannot be opened
 */
cairo_font_face_t *
cw_face_subset_open (hb_blob_t *subset, double narrowing)
{
  static const cairo_user_data_key_t key;
  CwSubsetFont *self = g_new0 (CwSubsetFont, 1);
  cairo_font_face_t *face;

  self->blob = make_narrow (subset, narrowing);
  if (!open_blob (self))
    {
      subset_font_free (self);
      return NULL;
    }
  face = cairo_ft_font_face_create_for_ft_face (self->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
  if (cairo_font_face_set_user_data (face, &key, self, subset_font_free) != CAIRO_STATUS_SUCCESS)
    g_error ("out of memory");
  return face;
}
