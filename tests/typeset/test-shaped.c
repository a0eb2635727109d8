/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "cw-test-fonts.h"
#include "typeset/cw-shaped.h"

/* The body of a paper: 16 pt glyphs, 28 of them in 156 mm (R14, R16). */
#define SIZE 16.0
#define CELL (156 * 72 / 25.4 / 28)

static CwShaped *
shape (CwTypefaces *typefaces, CwTypeface typeface, const char *text)
{
  CwSpan span = { .end = (guint) strlen (text), .typeface = typeface, .size = SIZE, .cell = CELL };
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

static CwTypefaces *
all_fonts (void)
{
  return cw_test_typefaces (CW_TEST_ALL_FONTS, NULL);
}

static CwCluster *
get_cluster (CwShaped *shaped, guint i)
{
  g_assert_cmpuint (i, <, shaped->clusters->len);
  return &g_array_index (shaped->clusters, CwCluster, i);
}

static CwGlyph *
get_glyph (CwShaped *shaped, guint cluster, guint i)
{
  CwCluster *of = get_cluster (shaped, cluster);
  g_assert_cmpuint (i, <, of->n_glyphs);
  return &g_array_index (shaped->glyphs, CwGlyph, of->first_glyph + i);
}

/* The ink of a glyph in pt: @left and @right from the start of its cluster, @top and @bottom downwards from the
   centre of the line. */
static void
get_ink (const CwGlyph *glyph, double *left, double *right, double *top, double *bottom)
{
  double x1, y1, x2, y2;
  g_assert_true (cw_face_get_extents (glyph->face, glyph->index, &x1, &y1, &x2, &y2));
  *left = glyph->x + x1 * glyph->size * glyph->x_scale;
  *right = glyph->x + x2 * glyph->size * glyph->x_scale;
  *top = glyph->y - y2 * glyph->size;
  *bottom = glyph->y - y1 * glyph->size;
}

/* Each character of @text is a cluster of @cells cells. */
static void
assert_cells (CwTypefaces *typefaces, CwTypeface typeface, const char *text, double cells)
{
  g_autoptr (CwShaped) shaped = shape (typefaces, typeface, text);
  g_assert_cmpint (shaped->clusters->len, ==, g_utf8_strlen (text, -1));
  for (guint i = 0; i < shaped->clusters->len; i++)
    {
      g_assert_cmpfloat_with_epsilon (get_cluster (shaped, i)->advance, cells * CELL, 1e-5);
      g_assert_cmpuint (get_cluster (shaped, i)->n_glyphs, ==, 1);
    }
}

/* R17; trap 8: exact multiples, nothing rounded to pixels. */
static void
test_full_cells (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      assert_cells (typefaces, (CwTypeface) typeface, "关于印发国务院办公厅工作规则的通知", 1);
      assert_cells (typefaces, (CwTypeface) typeface, "，。、；：？！（）〔〕【】《》〈〉“”‘’·—…～　", 1);
    }
}

static void
test_han_glyph (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_FANGSONG, "国");
  CwFace *face = cw_typefaces_get_primary (typefaces, CW_TYPEFACE_FANGSONG);
  CwGlyph *glyph = get_glyph (shaped, 0, 0);
  hb_codepoint_t expected;
  cw_face_get_glyph (face, 0x56FD, &expected);
  g_assert_true (glyph->face == face);
  g_assert_cmpuint (glyph->index, ==, expected);
  g_assert_cmpfloat (glyph->size, ==, SIZE);
  g_assert_cmpfloat (glyph->x, ==, 0);
  g_assert_cmpfloat_with_epsilon (glyph->y, cw_face_get_centre (face) * SIZE, 1e-5);
  g_assert_cmpfloat (glyph->x_scale, ==, 1);
  g_assert_cmpuint (get_cluster (shaped, 0)->ch, ==, 0x56FD);
}

/* R136, R138: stops at the lower left, opening marks in the right half, closing marks in the left half. */
static void
test_mark_positions (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = shape (typefaces, (CwTypeface) typeface, "，。、“‘《（〔”’》）〕");
      for (guint i = 0; i < shaped->clusters->len; i++)
        {
          get_ink (get_glyph (shaped, i, 0), &left, &right, &top, &bottom);
          if (i < 3) /* stops */
            g_assert_cmpfloat (top, >, 0);
          if (i >= 3 && i < 8)
            g_assert_cmpfloat (left, >=, CELL * 0.4);
          else
            g_assert_cmpfloat (right, <=, CELL * 0.6);
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
  g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_FANGSONG, "“”‘’·");
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (get_cluster (shaped, i)->advance, CELL, 1e-5);
      get_ink (get_glyph (shaped, i, 0), &left, &right, &top, &bottom);
      if (i == 4)
        g_assert_cmpfloat_with_epsilon ((left + right) / 2, CELL / 2, 0.5);
      else if (i % 2 == 0)
        g_assert_cmpfloat (left, >, CELL / 2);
      else
        g_assert_cmpfloat (right, <, CELL / 2);
    }
}

/* R166 in every face, also those whose digits are 0.56 or 0.60 em. */
static void
test_digits (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      assert_cells (typefaces, (CwTypeface) typeface, "0123456789", 0.5);
      g_autoptr (CwShaped) shaped = shape (typefaces, (CwTypeface) typeface, "0235689");
      for (guint i = 0; i < shaped->clusters->len; i++)
        {
          get_ink (get_glyph (shaped, i, 0), &left, &right, &top, &bottom);
          g_assert_cmpfloat (left, >, -0.1);
          g_assert_cmpfloat (right, <, CELL / 2 + 0.1);
          g_assert_cmpfloat_with_epsilon ((left + right) / 2, CELL / 4, 0.04 * SIZE);
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
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  if (typefaces == NULL)
    return;
  static const char *const numbers[] = { "— 1 —", "— 7 —", "— 4 —" };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_SONGTI, numbers[i]);
      g_assert_cmpuint (shaped->clusters->len, ==, 5);
      g_assert_cmpfloat_with_epsilon (get_cluster (shaped, 0)->advance, CELL, 1e-5);
      g_assert_cmpfloat_with_epsilon (get_cluster (shaped, 2)->advance, CELL / 2, 1e-5);
      g_assert_cmpfloat_with_epsilon (get_cluster (shaped, 4)->advance, CELL, 1e-5);
    }
  assert_cells (typefaces, CW_TYPEFACE_SONGTI, "—１", 1);
}

static void
test_number_signs (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = shape (typefaces, (CwTypeface) typeface, "1,234.5%");
      g_assert_cmpuint (shaped->clusters->len, ==, 8);
      for (guint i = 0; i < 8; i++)
        {
          double cells = get_cluster (shaped, i)->advance / CELL;
          if (strchr (",.%", (int) get_cluster (shaped, i)->ch) == NULL)
            g_assert_cmpfloat_with_epsilon (cells, 0.5, 1e-5);
          g_assert_cmpfloat (cells, >, 0.2);
          g_assert_cmpfloat (cells, <, 1.0);
        }
      /* R141, R143: half an em */
      g_autoptr (CwShaped) half = shape (typefaces, (CwTypeface) typeface, "1-2–3和/或");
      static const guint at[] = { 1, 3, 6 };
      for (guint i = 0; i < G_N_ELEMENTS (at); i++)
        g_assert_cmpfloat_with_epsilon (get_cluster (half, at[i])->advance, CELL / 2, 1e-5);
    }
}

/* R139; trap 5: two cells, one cluster, one stroke without a gap, at the centre of the line. */
static void
test_dash (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = shape (typefaces, (CwTypeface) typeface, "——");
      g_assert_cmpuint (shaped->clusters->len, ==, 1);
      g_assert_cmpfloat_with_epsilon (get_cluster (shaped, 0)->advance, 2 * CELL, 1e-5);
      g_assert_cmpuint (get_cluster (shaped, 0)->ch, ==, 0x2014);
      g_assert_cmpuint (get_cluster (shaped, 0)->n_glyphs, ==, 1);
      get_ink (get_glyph (shaped, 0, 0), &left, &right, &top, &bottom);
      g_assert_cmpfloat (left, >=, 0);
      g_assert_cmpfloat (right, <=, 2 * CELL);
      g_assert_cmpfloat (right - left, >=, 2 * CELL - 0.2 * SIZE);
      g_assert_cmpfloat_with_epsilon ((left + right) / 2, CELL, 0.01);
      g_assert_cmpfloat_with_epsilon ((top + bottom) / 2, 0, 0.01);
    }
}

static void
test_single_dash (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = shape (typefaces, (CwTypeface) typeface, "———");
      g_assert_cmpuint (shaped->clusters->len, ==, 2);
      g_assert_cmpfloat_with_epsilon (get_cluster (shaped, 1)->advance, CELL, 1e-5);
      get_ink (get_glyph (shaped, 1, 0), &left, &right, &top, &bottom);
      g_assert_cmpfloat_with_epsilon ((left + right) / 2, CELL / 2, 0.01);
      g_assert_cmpfloat (right - left, >, 0.8 * CELL);
    }
}

/* R140: two cells, 12 dots are two clusters; the dots at the centre of the line. */
static void
test_ellipsis (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  double left, right, top, bottom;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = shape (typefaces, (CwTypeface) typeface, "…………");
      g_assert_cmpuint (shaped->clusters->len, ==, 2);
      for (guint i = 0; i < 4; i++)
        {
          g_assert_cmpfloat_with_epsilon (get_cluster (shaped, i / 2)->advance, 2 * CELL, 1e-5);
          get_ink (get_glyph (shaped, i / 2, i % 2), &left, &right, &top, &bottom);
          g_assert_cmpfloat (left, >, i % 2 * CELL);
          g_assert_cmpfloat (right, <, (i % 2 + 1) * CELL);
          g_assert_cmpfloat_with_epsilon ((top + bottom) / 2, 0, 0.01);
        }
    }
}

/* Trap 9: whatever face it comes from, the ink of 国 stands at the same height in the line. */
static void
test_centres_agree (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  double left, right, top, bottom, lowest = 1, highest = -1;
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = shape (typefaces, (CwTypeface) typeface, "国");
      get_ink (get_glyph (shaped, 0, 0), &left, &right, &top, &bottom);
      lowest = MIN (lowest, (top + bottom) / 2 / SIZE);
      highest = MAX (highest, (top + bottom) / 2 / SIZE);
    }
  if (typefaces != NULL)
    g_assert_cmpfloat (highest - lowest, <=, 0.02);
}

/* The same for characters that come from a fallback into a line of 仿宋; without the shift they would stand
   0.05 em off. */
static void
test_rare_names (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_FANGSONG, "王䶮㛃喆堃𬭶国");
  double left, right, top, bottom, sum = 0;
  for (guint i = 1; i < 6; i++)
    {
      g_assert_cmpstr (cw_face_get_family (get_glyph (shaped, i, 0)->face), ==, "LXGW WenKai");
      get_ink (get_glyph (shaped, i, 0), &left, &right, &top, &bottom);
      sum += (top + bottom) / 2 / SIZE;
    }
  g_assert_cmpfloat_with_epsilon (sum / 5, 0, 0.03);
  g_assert_cmpuint (shaped->missing->len, ==, 0);
  g_assert_cmpuint (shaped->substituted->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (g_array_index (shaped->substituted, guint, i), ==, i + 1);
}

/* A character no font has: a box, and a place in the list. */
static void
test_missing (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  if (typefaces == NULL)
    return;
  double left, right, top, bottom;
  g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_FANGSONG, "中\xf3\xb0\x80\x80国");
  g_assert_cmpuint (shaped->missing->len, ==, 1);
  g_assert_cmpuint (g_array_index (shaped->missing, guint, 0), ==, 1);
  g_assert_cmpuint (shaped->substituted->len, ==, 0);
  get_ink (get_glyph (shaped, 1, 0), &left, &right, &top, &bottom);
  g_assert_cmpuint (get_glyph (shaped, 1, 0)->index, ==, 0);
  g_assert_cmpfloat (get_cluster (shaped, 1)->advance, >, 0);
}

static void
test_no_font (void)
{
  FcConfig *config = FcConfigCreate ();
  g_autoptr (CwTypefaces) typefaces = cw_typefaces_new (config);
  FcConfigDestroy (config);
  g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_FANGSONG, "国——……12.5% “a”ét\xcc\x81\tא　");
  g_assert_cmpuint (shaped->glyphs->len, ==, 0);
  g_assert_cmpuint (shaped->missing->len, ==, shaped->clusters->len - 3); /* all but three spaces */
}

/* Letters have their own widths, kerned; each is a cluster, ﬁ too. */
static void
test_words (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_LIBERATION, NULL);
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) office = shape (typefaces, CW_TYPEFACE_FANGSONG, "office");
  g_assert_cmpuint (office->clusters->len, ==, 6);
  CwFace *face = cw_typefaces_get_primary (typefaces, CW_TYPEFACE_FANGSONG);
  hb_codepoint_t o;
  cw_face_get_glyph (face, 'o', &o);
  g_assert_cmpfloat_with_epsilon (get_cluster (office, 0)->advance, cw_face_get_advance (face, o) * SIZE, 1e-5);

  g_autoptr (CwShaped) kerned = shape (typefaces, CW_TYPEFACE_FANGSONG, "AV");
  g_autoptr (CwShaped) letter = shape (typefaces, CW_TYPEFACE_FANGSONG, "A");
  g_assert_cmpfloat (get_cluster (kerned, 0)->advance, <, get_cluster (letter, 0)->advance);
}

static void
test_apostrophe (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = shape (typefaces, (CwTypeface) typeface, "don’t’");
      g_assert_cmpfloat (get_cluster (shaped, 3)->advance, <, 0.4 * SIZE);
      g_assert_cmpfloat_with_epsilon (get_cluster (shaped, 5)->advance, CELL, 1e-5);
    }
}

static void
test_spaces (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = shape (typefaces, (CwTypeface) typeface, "a b\xc2\xa0　\t");
      g_assert_cmpfloat (get_cluster (shaped, 1)->advance, >=, 0.25 * SIZE);
      g_assert_cmpfloat (get_cluster (shaped, 1)->advance, <=, 0.34 * SIZE);
      g_assert_cmpfloat (get_cluster (shaped, 3)->advance, <=, 0.34 * SIZE);
      g_assert_cmpfloat_with_epsilon (get_cluster (shaped, 4)->advance, CELL, 1e-5);
      g_assert_cmpuint (shaped->missing->len, ==, 0);
    }
}

/* Marks, variation selectors and joined pictures are one with what stands before them. */
static void
test_joined (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) han = shape (typefaces, CW_TYPEFACE_FANGSONG, "葛\xf3\xa0\x84\x80国");
  g_assert_cmpuint (han->clusters->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (get_cluster (han, 0)->advance, CELL, 1e-5);
  g_assert_cmpuint (han->missing->len, ==, 0);
  g_autoptr (CwShaped) letter = shape (typefaces, CW_TYPEFACE_FANGSONG, "e\xcc\x81x");
  g_assert_cmpuint (letter->clusters->len, ==, 2);
  g_autoptr (CwShaped) family = shape (typefaces, CW_TYPEFACE_FANGSONG, "👨‍👩‍👧🇨🇳👍🏽");
  g_assert_cmpuint (family->clusters->len, ==, 3);
}

static void
test_control_characters (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_FANGSONG, "\xe2\x80\x8b国\xe2\x80\x8b\n中\x01\xc2\xad");
  g_assert_cmpuint (shaped->clusters->len, ==, 3);
  g_assert_cmpfloat (get_cluster (shaped, 0)->advance, ==, 0);
  g_assert_cmpfloat_with_epsilon (get_cluster (shaped, 1)->advance, CELL, 1e-5);
  g_assert_cmpuint (shaped->missing->len, ==, 0);
  g_assert_cmpuint (shaped->glyphs->len, ==, 2);
}

/* A phrase that runs from right to left: one cluster, its first letter at the right. */
static void
test_right_to_left (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_FANDOL, CW_TEST_LIBERATION, NULL);
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_FANGSONG, "国אבג דה国");
  g_assert_cmpuint (shaped->clusters->len, ==, 3);
  CwGlyph *first = get_glyph (shaped, 1, 0), *last = get_glyph (shaped, 1, 5);
  hb_codepoint_t alef, he;
  g_assert_true (cw_face_get_glyph (first->face, 0x5D0, &alef) && cw_face_get_glyph (first->face, 0x5D4, &he));
  g_assert_cmpuint (first->index, ==, he);
  g_assert_cmpuint (last->index, ==, alef);
  g_assert_cmpfloat (first->x, <, last->x);

  g_autoptr (GString) book = g_string_new (NULL);
  for (guint i = 0; i < 200; i++)
    g_string_append (book, "שלום ");
  g_autoptr (CwShaped) longer = shape (typefaces, CW_TYPEFACE_FANGSONG, book->str);
  for (guint i = 0; i < longer->clusters->len; i++)
    g_assert_cmpfloat (get_cluster (longer, i)->advance, <=, 14 * CELL);
}

/* Faces change exactly where the spans do. */
static void
test_spans (void)
{
  g_autoptr (CwTypefaces) typefaces = all_fonts ();
  if (typefaces == NULL)
    return;
  static const char text[] = "标题。正文2024年";
  CwSpan spans[] = {
    { .start = 0, .end = 9, .typeface = CW_TYPEFACE_KAITI, .size = 16, .cell = CELL },
    { .start = 9, .end = strlen (text), .typeface = CW_TYPEFACE_FANGSONG, .size = 22, .cell = 22 },
  };
  g_autoptr (CwShaped) shaped = cw_shaped_new (typefaces, text, strlen (text), spans, 2);
  for (guint i = 0; i < shaped->clusters->len; i++)
    {
      CwCluster *cluster = get_cluster (shaped, i);
      guint span = i < 3 ? 0 : 1;
      g_assert_cmpuint (cluster->span, ==, span);
      g_assert_cmpfloat_with_epsilon (cluster->cell, spans[span].cell, 1e-5);
      g_assert_cmpfloat (get_glyph (shaped, i, 0)->size, ==, spans[span].size);
      g_assert_true (get_glyph (shaped, i, 0)->face == cw_typefaces_get_primary (typefaces, spans[span].typeface));
    }
  g_autoptr (CwShaped) nothing = cw_shaped_new (typefaces, "", 0, NULL, 0);
  g_assert_cmpuint (nothing->clusters->len, ==, 0);
}

/* Any text at all: every byte in one cluster (shape() checks it), finite numbers. */
static void
test_random_text (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_FANDOL, CW_TEST_LIBERATION, NULL);
  static const gunichar blocks[] = { 0x20, 0x2000, 0x300, 0x4E00, 0x3000, 0x600, 0xF00, 0x1F1E6, 0xFE00, 0xE0100, 0x1F3F0 };
  for (guint round = 0; typefaces != NULL && round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint i = 0; i < 60; i++)
        {
          gunichar ch = blocks[g_test_rand_int_range (0, G_N_ELEMENTS (blocks))] + (gunichar) g_test_rand_int_range (0, 96);
          g_string_append_unichar (text, ch);
        }
      g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_FANGSONG, text->str);
      for (guint i = 0; i < shaped->clusters->len; i++)
        g_assert_true (isfinite (get_cluster (shaped, i)->advance) && get_cluster (shaped, i)->advance >= 0);
      for (guint i = 0; i < shaped->glyphs->len; i++)
        {
          CwGlyph *glyph = &g_array_index (shaped->glyphs, CwGlyph, i);
          g_assert_true (isfinite (glyph->x) && isfinite (glyph->y) && glyph->size > 0 && glyph->x_scale > 0);
        }
    }
}

/* A letter under more marks than a cluster can count. */
static void
test_endless_grapheme (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_FANDOL, CW_TEST_LIBERATION, NULL);
  if (typefaces == NULL)
    return;
  g_autoptr (GString) text = g_string_new ("a");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "\xcc\x81");
  g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_FANGSONG, text->str);
  g_assert_cmpuint (shaped->clusters->len, >, 1);
}

static const char MIXED[]
    = "关于2024年第三季度工作情况的报告——以“高质量发展”为主题，完成率达98.5%（较上年增长3.2个百分点）……"
      "联系人：王喆、李䶮，电话010-66668888，E-mail：office@example.cn；参见《办法》第12条。PM2.5≤35μg/m³ don’t";

static gpointer
shape_in_thread (gpointer typefaces)
{
  return shape (typefaces, CW_TYPEFACE_FANGSONG, MIXED);
}

static void
assert_equal (CwShaped *a, CwShaped *b)
{
  g_assert_cmpmem (a->clusters->data, a->clusters->len * sizeof (CwCluster), b->clusters->data,
                   b->clusters->len * sizeof (CwCluster));
  g_assert_cmpuint (a->glyphs->len, ==, b->glyphs->len);
  for (guint i = 0; i < a->glyphs->len; i++)
    {
      CwGlyph *left = &g_array_index (a->glyphs, CwGlyph, i), *right = &g_array_index (b->glyphs, CwGlyph, i);
      g_assert_true (left->face == right->face && left->index == right->index && left->size == right->size
                     && left->x == right->x && left->y == right->y && left->x_scale == right->x_scale);
    }
}

/* Eight threads with cold caches get what one gets. */
static void
test_threads (void)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (CwTypefaces) typefaces = all_fonts ();
      if (typefaces == NULL)
        return;
      GThread *threads[8];
      CwShaped *results[8];
      for (guint i = 0; i < 8; i++)
        threads[i] = g_thread_new ("shape", shape_in_thread, typefaces);
      for (guint i = 0; i < 8; i++)
        results[i] = g_thread_join (threads[i]);
      for (guint i = 1; i < 8; i++)
        assert_equal (results[0], results[i]);
      g_autoptr (CwShaped) again = shape (typefaces, CW_TYPEFACE_FANGSONG, MIXED);
      assert_equal (results[0], again);
      for (guint i = 0; i < 8; i++)
        cw_shaped_free (results[i]);
    }
}

/* The faces stay as long as the shaped text, whoever lets go of the typefaces. */
static void
test_keeps_typefaces (void)
{
  CwTypefaces *typefaces = all_fonts ();
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) shaped = shape (typefaces, CW_TYPEFACE_FANGSONG, "国喆");
  cw_typefaces_unref (typefaces);
  g_assert_cmpstr (cw_face_get_family (get_glyph (shaped, 0, 0)->face), ==, "FandolFang");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/shaped/full-cells", test_full_cells);
  g_test_add_func ("/typeset/shaped/han-glyph", test_han_glyph);
  g_test_add_func ("/typeset/shaped/mark-positions", test_mark_positions);
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
  g_test_add_func ("/typeset/shaped/missing", test_missing);
  g_test_add_func ("/typeset/shaped/no-font", test_no_font);
  g_test_add_func ("/typeset/shaped/words", test_words);
  g_test_add_func ("/typeset/shaped/apostrophe", test_apostrophe);
  g_test_add_func ("/typeset/shaped/spaces", test_spaces);
  g_test_add_func ("/typeset/shaped/joined", test_joined);
  g_test_add_func ("/typeset/shaped/control-characters", test_control_characters);
  g_test_add_func ("/typeset/shaped/right-to-left", test_right_to_left);
  g_test_add_func ("/typeset/shaped/spans", test_spans);
  g_test_add_func ("/typeset/shaped/random-text", test_random_text);
  g_test_add_func ("/typeset/shaped/endless-grapheme", test_endless_grapheme);
  g_test_add_func ("/typeset/shaped/threads", test_threads);
  g_test_add_func ("/typeset/shaped/keeps-typefaces", test_keeps_typefaces);
  return g_test_run ();
}
