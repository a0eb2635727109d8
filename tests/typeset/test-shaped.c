/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-clusters.h"

/* Cells: Han, marks, digits, dashes. Words and the rest are in test-shaped-text.c. */

/* Each character of @text is a cluster of @cells cells. */
static void
assert_cells (CwTypefaces *typefaces, CwTypeface typeface, const char *text, double cells)
{
  g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, typeface, text);
  g_assert_cmpint (shaped->clusters->len, ==, g_utf8_strlen (text, -1));
  for (guint i = 0; i < shaped->clusters->len; i++)
    {
      g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, i)->advance, cells * CW_TEST_CELL,
                                      1e-5);
      g_assert_cmpuint (cw_test_cluster (shaped, i)->n_glyphs, ==, 1);
    }
}

/* R17; trap 8: exact multiples, nothing rounded to pixels. */
static void
test_full_cells (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      assert_cells (typefaces, (CwTypeface) typeface, "关于印发国务院办公厅工作规则的通知", 1);
      assert_cells (typefaces, (CwTypeface) typeface,
                    "，。、；：？！（）〔〕【】《》〈〉“”‘’·—…～　", 1);
    }
}

static void
test_han_glyph (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "国");
  CwFace *face = cw_typefaces_get_primary (typefaces, CW_TYPEFACE_FANGSONG);
  CwGlyph *glyph = cw_test_glyph (shaped, 0, 0);
  hb_codepoint_t expected;
  cw_face_get_glyph (face, 0x56FD, &expected);
  g_assert_true (glyph->face == face);
  g_assert_cmpuint (glyph->index, ==, expected);
  g_assert_cmpfloat (glyph->size, ==, CW_TEST_SIZE);
  g_assert_cmpfloat (glyph->x, ==, 0);
  g_assert_cmpfloat_with_epsilon (glyph->y, cw_face_get_centre (face) * CW_TEST_SIZE, 1e-5);
  g_assert_cmpfloat (glyph->x_scale, ==, 1);
  g_assert_cmpuint (cw_test_cluster (shaped, 0)->ch, ==, 0x56FD);
}

/* R136, R138: stops at the lower left, opening marks in the right half, closing marks in the left
 * half. */
static void
test_mark_positions (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped
          = cw_test_shape (typefaces, (CwTypeface) typeface, "，。、“‘《（〔”’》）〕");
      for (guint i = 0; i < shaped->clusters->len; i++)
        {
          cw_test_ink (cw_test_glyph (shaped, i, 0), &left, &right, &top, &bottom);
          if (i < 3) /* stops */
            g_assert_cmpfloat (top, >, 0);
          if (i >= 3 && i < 8)
            g_assert_cmpfloat (left, >=, CW_TEST_CELL * 0.4);
          else
            g_assert_cmpfloat (right, <=, CW_TEST_CELL * 0.6);
        }
    }
}

/* P24: ？ and ！ drawn in the middle of their cell stand in its left half, or what is squeezed together
 * would touch. */
static void
test_stops_left (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, (CwTypeface) typeface, "。？！");
      for (guint i = 0; i < shaped->clusters->len; i++)
        {
          cw_test_ink (cw_test_glyph (shaped, i, 0), &left, &right, &top, &bottom);
          g_assert_cmpfloat (left, >=, 0);
          g_assert_cmpfloat (right, <=, CW_TEST_CELL / 2);
        }
    }
}

/* Trap 4: quotes a face draws narrow and has no wide form of. */
static void
test_narrow_quotes (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_LIBERATION, NULL);
  if (typefaces == NULL)
    return;
  double left, right, top, bottom;
  g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "“”‘’·");
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, i)->advance, CW_TEST_CELL, 1e-5);
      cw_test_ink (cw_test_glyph (shaped, i, 0), &left, &right, &top, &bottom);
      if (i == 4)
        g_assert_cmpfloat_with_epsilon ((left + right) / 2, CW_TEST_CELL / 2, 0.5);
      else if (i % 2 == 0)
        g_assert_cmpfloat (left, >, CW_TEST_CELL / 2);
      else
        g_assert_cmpfloat (right, <, CW_TEST_CELL / 2);
    }
}

/* R166 in every face, also those whose digits are 0.56 or 0.60 em. */
static void
test_digits (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      assert_cells (typefaces, (CwTypeface) typeface, "0123456789", 0.5);
      g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, (CwTypeface) typeface, "0235689");
      for (guint i = 0; i < shaped->clusters->len; i++)
        {
          cw_test_ink (cw_test_glyph (shaped, i, 0), &left, &right, &top, &bottom);
          g_assert_cmpfloat (left, >, -0.1);
          g_assert_cmpfloat (right, <, CW_TEST_CELL / 2 + 0.1);
          g_assert_cmpfloat_with_epsilon ((left + right) / 2, CW_TEST_CELL / 4,
                                          0.04 * CW_TEST_SIZE);
        }
    }
}

static void
test_wide_digits (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_LXGW, NULL);
  if (typefaces != NULL)
    assert_cells (typefaces, CW_TYPEFACE_KAITI, "2024", 0.5);
}

/* A run of digits has the same width whatever stands in it: no kerning (trap 6). */
static void
test_no_kerning_of_numbers (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  if (typefaces == NULL)
    return;
  static const char *const numbers[] = { "— 1 —", "— 7 —", "— 4 —" };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, CW_TYPEFACE_SONGTI, numbers[i]);
      g_assert_cmpuint (shaped->clusters->len, ==, 5);
      g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, 0)->advance, CW_TEST_CELL, 1e-5);
      g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, 2)->advance, CW_TEST_CELL / 2, 1e-5);
      g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, 4)->advance, CW_TEST_CELL, 1e-5);
    }
  assert_cells (typefaces, CW_TYPEFACE_SONGTI, "—１", 1);
}

static void
test_number_signs (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, (CwTypeface) typeface, "1,234.5%");
      g_assert_cmpuint (shaped->clusters->len, ==, 8);
      for (guint i = 0; i < 8; i++)
        {
          double cells = cw_test_cluster (shaped, i)->advance / CW_TEST_CELL;
          if (strchr (",.%", (int) cw_test_cluster (shaped, i)->ch) == NULL)
            g_assert_cmpfloat_with_epsilon (cells, 0.5, 1e-5);
          g_assert_cmpfloat (cells, >, 0.2);
          g_assert_cmpfloat (cells, <, 1.0);
        }
      /* R141, R143: half an em */
      g_autoptr (CwShaped) half = cw_test_shape (typefaces, (CwTypeface) typeface, "1-2–3和/或");
      static const guint at[] = { 1, 3, 6 };
      for (guint i = 0; i < G_N_ELEMENTS (at); i++)
        g_assert_cmpfloat_with_epsilon (cw_test_cluster (half, at[i])->advance, CW_TEST_CELL / 2,
                                        1e-5);
    }
}

/* R139; trap 5: two cells, one cluster, one stroke without a gap, at the centre of the line. */
static void
test_dash (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, (CwTypeface) typeface, "——");
      g_assert_cmpuint (shaped->clusters->len, ==, 1);
      g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, 0)->advance, 2 * CW_TEST_CELL, 1e-5);
      g_assert_cmpuint (cw_test_cluster (shaped, 0)->ch, ==, 0x2014);
      g_assert_cmpuint (cw_test_cluster (shaped, 0)->n_glyphs, ==, 1);
      cw_test_ink (cw_test_glyph (shaped, 0, 0), &left, &right, &top, &bottom);
      g_assert_cmpfloat (left, >=, 0);
      g_assert_cmpfloat (right, <=, 2 * CW_TEST_CELL);
      g_assert_cmpfloat (right - left, >=, 2 * CW_TEST_CELL - 0.2 * CW_TEST_SIZE);
      g_assert_cmpfloat_with_epsilon ((left + right) / 2, CW_TEST_CELL, 0.01);
      g_assert_cmpfloat_with_epsilon ((top + bottom) / 2, 0, 0.01);
    }
}

static void
test_single_dash (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, (CwTypeface) typeface, "———");
      g_assert_cmpuint (shaped->clusters->len, ==, 2);
      g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, 1)->advance, CW_TEST_CELL, 1e-5);
      cw_test_ink (cw_test_glyph (shaped, 1, 0), &left, &right, &top, &bottom);
      g_assert_cmpfloat_with_epsilon ((left + right) / 2, CW_TEST_CELL / 2, 0.01);
      g_assert_cmpfloat (right - left, >, 0.8 * CW_TEST_CELL);
    }
}

/* R140: two cells, 12 dots are two clusters; the dots even and at the centre of the line. */
static void
test_ellipsis (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, (CwTypeface) typeface, "…………");
      g_assert_cmpuint (shaped->clusters->len, ==, 2);
      for (guint i = 0; i < 4; i++)
        {
          g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, i / 2)->advance,
                                          2 * CW_TEST_CELL, 1e-5);
          CwGlyph *dots = cw_test_glyph (shaped, i / 2, i % 2);
          cw_test_ink (dots, &left, &right, &top, &bottom);
          double dot = (bottom - top) * dots->x_scale, start = i % 2 * CW_TEST_CELL;
          g_assert_cmpfloat_with_epsilon (left + dot / 2 - start, CW_TEST_CELL / 6,
                                          0.02 * CW_TEST_SIZE);
          g_assert_cmpfloat_with_epsilon (right - dot / 2 - start, CW_TEST_CELL * 5 / 6,
                                          0.02 * CW_TEST_SIZE);
          g_assert_cmpfloat_with_epsilon ((top + bottom) / 2, 0, 0.01);
        }
    }
}

/* Trap 9: whatever face it comes from, the ink of 国 stands at the same height in the line. */
static void
test_centres_agree (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  double left, right, top, bottom, lowest = 1, highest = -1;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, (CwTypeface) typeface, "国");
      cw_test_ink (cw_test_glyph (shaped, 0, 0), &left, &right, &top, &bottom);
      lowest = MIN (lowest, (top + bottom) / 2 / CW_TEST_SIZE);
      highest = MAX (highest, (top + bottom) / 2 / CW_TEST_SIZE);
    }
  if (typefaces != NULL)
    g_assert_cmpfloat (highest - lowest, <=, 0.02);
}

/* The same for characters that come from a fallback into a line of 仿宋; without the shift they
   would stand 0.05 em off. */
static void
test_rare_names (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "王䶮㛃喆堃𬭶国");
  double left, right, top, bottom, sum = 0;
  for (guint i = 1; i < 6; i++)
    {
      g_assert_cmpstr (cw_face_get_family (cw_test_glyph (shaped, i, 0)->face), ==, "LXGW WenKai");
      cw_test_ink (cw_test_glyph (shaped, i, 0), &left, &right, &top, &bottom);
      sum += (top + bottom) / 2 / CW_TEST_SIZE;
    }
  g_assert_cmpfloat_with_epsilon (sum / 5, 0, 0.03);
  g_assert_cmpuint (shaped->missing->len, ==, 0);
  g_assert_cmpuint (shaped->substituted->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (g_array_index (shaped->substituted, guint, i), ==, i + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/shaped/full-cells", test_full_cells);
  g_test_add_func ("/typeset/shaped/han-glyph", test_han_glyph);
  g_test_add_func ("/typeset/shaped/mark-positions", test_mark_positions);
  g_test_add_func ("/typeset/shaped/stops-left", test_stops_left);
  g_test_add_func ("/typeset/shaped/narrow-quotes", test_narrow_quotes);
  g_test_add_func ("/typeset/shaped/digits", test_digits);
  g_test_add_func ("/typeset/shaped/wide-digits", test_wide_digits);
  g_test_add_func ("/typeset/shaped/no-kerning-of-numbers", test_no_kerning_of_numbers);
  g_test_add_func ("/typeset/shaped/number-signs", test_number_signs);
  g_test_add_func ("/typeset/shaped/dash", test_dash);
  g_test_add_func ("/typeset/shaped/single-dash", test_single_dash);
  g_test_add_func ("/typeset/shaped/ellipsis", test_ellipsis);
  g_test_add_func ("/typeset/shaped/centres-agree", test_centres_agree);
  g_test_add_func ("/typeset/shaped/rare-names", test_rare_names);
  return g_test_run ();
}
