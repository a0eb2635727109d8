/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-test-shaped.h"

/* What holds for every paragraph, whatever is in it. */

static inline const CwPlacedCluster *
cw_test_line_placed (CwParagraph *paragraph, guint line)
{
  return cw_paragraph_get_placed (paragraph) + cw_paragraph_get_line (paragraph, line)->first;
}

static inline const CwCluster *
cw_test_cluster_of (CwParagraph *paragraph, const CwPlacedCluster *placed)
{
  return &g_array_index (cw_paragraph_get_shaped (paragraph)->clusters, CwCluster, placed->cluster);
}

/* Every byte belongs to one line, every cluster but spaces at breaks is set once, in order. */
static inline void
cw_test_assert_complete (CwParagraph *paragraph)
{
  CwShaped *shaped = cw_paragraph_get_shaped (paragraph);
  guint byte = 0, cluster = 0, first = 0;

  for (guint i = 0; i < cw_paragraph_get_n_lines (paragraph); i++)
    {
      const CwLine *line = cw_paragraph_get_line (paragraph, i);

      g_assert_cmpint (line->start, ==, byte);
      g_assert_cmpint (line->first, ==, first);
      for (guint j = 0; j < line->n_placed; j++)
        g_assert_cmpint (cw_test_line_placed (paragraph, i)[j].cluster, ==, cluster++);
      while (cluster < shaped->clusters->len
             && g_array_index (shaped->clusters, CwCluster, cluster).offset < line->end)
        {
          gunichar ch = g_array_index (shaped->clusters, CwCluster, cluster++).ch;

          g_assert_cmpint (cw_char_class (ch), ==, CW_CLASS_SPACE);
        }
      byte = line->end;
      first += line->n_placed;
    }
  g_assert_cmpint (byte, ==, shaped->length);
  g_assert_cmpint (cluster, ==, shaped->clusters->len);
}

static inline gboolean
cw_test_is_mark (gunichar ch)
{
  return g_utf8_strchr ("，、；：。？！“”‘’《》（）〔〕【】·", -1, ch) != NULL;
}

/* Nothing is squeezed beyond R183; nothing overlaps; a mark at a line's end takes half a cell. */
static inline void
cw_test_assert_limits (CwParagraph *paragraph, guint i)
{
  const CwLine *line = cw_paragraph_get_line (paragraph, i);
  const CwPlacedCluster *placed = cw_test_line_placed (paragraph, i);

  for (guint j = 0; j < line->n_placed; j++)
    {
      const CwCluster *cluster = cw_test_cluster_of (paragraph, &placed[j]);
      float least = cw_test_is_mark (cluster->ch) ? MIN (cluster->advance, CW_TEST_CELL / 2)
                                                  : cluster->advance;

      if (cluster->ch == ' ')
        least = CW_TEST_CELL / 4;
      g_assert_cmpfloat (placed[j].advance, >, least - 0.01);
      g_assert_cmpfloat (placed[j].shift, <=, 0);
      g_assert_cmpfloat (placed[j].shift, >=, -CW_TEST_CELL / 2 - 0.01);
      if (j > 0)
        g_assert_cmpfloat_with_epsilon (placed[j].x, placed[j - 1].x + placed[j - 1].advance,
                                        0.001);
    }
  if (line->n_placed > 1
      && cw_test_is_mark (cw_test_cluster_of (paragraph, &placed[line->n_placed - 1])->ch)
      && g_utf8_strchr ("“‘《（〔【", -1,
                        cw_test_cluster_of (paragraph, &placed[line->n_placed - 1])->ch)
             == NULL)
    g_assert_cmpfloat_with_epsilon (placed[line->n_placed - 1].advance, CW_TEST_CELL / 2, 0.01);
}

static inline void
cw_test_assert_widths (CwParagraph *paragraph, double width, gboolean justified)
{
  guint n = cw_paragraph_get_n_lines (paragraph);

  for (guint i = 0; i < n; i++)
    {
      const CwLine *line = cw_paragraph_get_line (paragraph, i);

      cw_test_assert_limits (paragraph, i);
      g_assert_cmpfloat (line->width, <=, width + 0.02);
      if (justified && i + 1 < n && line->n_placed > 1)
        g_assert_cmpfloat_with_epsilon (line->width, width, 0.02);
    }
}
