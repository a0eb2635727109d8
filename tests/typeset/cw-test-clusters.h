/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-test-fonts.h"
#include "typeset/lines/cw-shaped.h"

G_BEGIN_DECLS

/* The body of a paper: 16 pt glyphs, 28 of them in 156 mm (R14, R16). */
#define CW_TEST_SIZE 16.0
#define CW_TEST_CELL (156 * 72 / 25.4 / 28)

static inline CwShaped *
cw_test_shape (CwTypefaces *typefaces, CwTypeface typeface, const char *text)
{
  CwSpan span = { .end = (guint) strlen (text), .typeface = typeface, .size = CW_TEST_SIZE, .cell = CW_TEST_CELL };
  CwShaped *shaped = cw_shaped_new (typefaces, text, strlen (text), &span, *text != '\0');
  guint at = 0;
  for (guint i = 0; i < shaped->clusters->len; i++)
    { /* every byte, in order, once */
      CwCluster *cluster = &g_array_index (shaped->clusters, CwCluster, i);
      g_assert_cmpuint (cluster->offset, ==, at);
      g_assert_cmpuint (cluster->length, >, 0);
      g_assert_cmpuint (cluster->first_glyph + cluster->n_glyphs, <=, shaped->glyphs->len);
      at += cluster->length;
    }
  g_assert_cmpuint (at, ==, strlen (text));
  return shaped;
}

static inline CwTypefaces *
cw_test_all_fonts (void)
{
  return cw_test_typefaces (CW_TEST_ALL_FONTS, NULL);
}

static inline CwCluster *
cw_test_cluster (CwShaped *shaped, guint i)
{
  g_assert_cmpuint (i, <, shaped->clusters->len);
  return &g_array_index (shaped->clusters, CwCluster, i);
}

static inline CwGlyph *
cw_test_glyph (CwShaped *shaped, guint cluster, guint i)
{
  CwCluster *of = cw_test_cluster (shaped, cluster);
  g_assert_cmpuint (i, <, of->n_glyphs);
  return &g_array_index (shaped->glyphs, CwGlyph, of->first_glyph + i);
}

/* The ink of a glyph in pt: @left and @right from the start of its cluster, @top and @bottom downwards from the
   centre of the line. */
static inline void
cw_test_ink (const CwGlyph *glyph, double *left, double *right, double *top, double *bottom)
{
  double x1, y1, x2, y2;
  g_assert_true (cw_face_get_extents (glyph->face, glyph->index, &x1, &y1, &x2, &y2));
  *left = glyph->x + x1 * glyph->size * glyph->x_scale;
  *right = glyph->x + x2 * glyph->size * glyph->x_scale;
  *top = glyph->y - y2 * glyph->size;
  *bottom = glyph->y - y1 * glyph->size;
}

G_END_DECLS
