/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "cw-test-clusters.h"

/* What does not stand in cells, what no font has, and any text at all. */

/* A character no font has: a box, and a place in the list. */
static void
test_missing (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  if (typefaces == NULL)
    return;
  double left, right, top, bottom;
  g_autoptr (CwShaped) shaped
      = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "中\xf3\xb0\x80\x80国");
  g_assert_cmpuint (shaped->missing->len, ==, 1);
  g_assert_cmpuint (g_array_index (shaped->missing, guint, 0), ==, 1);
  g_assert_cmpuint (shaped->substituted->len, ==, 0);
  cw_test_ink (cw_test_glyph (shaped, 1, 0), &left, &right, &top, &bottom);
  g_assert_cmpuint (cw_test_glyph (shaped, 1, 0)->index, ==, 0);
  g_assert_cmpfloat (cw_test_cluster (shaped, 1)->advance, >, 0);
}

static void
test_no_font (void)
{
  FcConfig *config = FcConfigCreate ();
  g_autoptr (CwTypefaces) typefaces = cw_typefaces_new (config);
  FcConfigDestroy (config);
  g_autoptr (CwShaped) shaped
      = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "国——……12.5% “a”ét\xcc\x81\tא　");
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
  g_autoptr (CwShaped) office = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "office");
  g_assert_cmpuint (office->clusters->len, ==, 6);
  CwFace *face = cw_typefaces_get_primary (typefaces, CW_TYPEFACE_FANGSONG);
  hb_codepoint_t o;
  cw_face_get_glyph (face, 'o', &o);
  g_assert_cmpfloat_with_epsilon (cw_test_cluster (office, 0)->advance,
                                  cw_face_get_advance (face, o) * CW_TEST_SIZE, 1e-5);

  g_autoptr (CwShaped) kerned = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "AV");
  g_autoptr (CwShaped) letter = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "A");
  g_assert_cmpfloat (cw_test_cluster (kerned, 0)->advance, <, cw_test_cluster (letter, 0)->advance);
}

static void
test_apostrophe (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, (CwTypeface) typeface, "don’t’");
      g_assert_cmpfloat (cw_test_cluster (shaped, 3)->advance, <, 0.4 * CW_TEST_SIZE);
      g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, 5)->advance, CW_TEST_CELL, 1e-5);
    }
}

static void
test_spaces (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  for (int typeface = 0; typefaces != NULL && typeface < CW_N_TYPEFACES; typeface++)
    {
      g_autoptr (CwShaped) shaped
          = cw_test_shape (typefaces, (CwTypeface) typeface, "a b\xc2\xa0　\t");
      g_assert_cmpfloat (cw_test_cluster (shaped, 1)->advance, >=, 0.25 * CW_TEST_SIZE);
      g_assert_cmpfloat (cw_test_cluster (shaped, 1)->advance, <=, 0.34 * CW_TEST_SIZE);
      g_assert_cmpfloat (cw_test_cluster (shaped, 3)->advance, <=, 0.34 * CW_TEST_SIZE);
      g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, 4)->advance, CW_TEST_CELL, 1e-5);
      g_assert_cmpuint (shaped->missing->len, ==, 0);
    }
}

/* Marks, variation selectors and joined pictures are one with what stands before them. */
static void
test_joined (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) han
      = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "葛\xf3\xa0\x84\x80国");
  g_assert_cmpuint (han->clusters->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (cw_test_cluster (han, 0)->advance, CW_TEST_CELL, 1e-5);
  g_assert_cmpuint (han->missing->len, ==, 0);
  g_autoptr (CwShaped) letter = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "e\xcc\x81x");
  g_assert_cmpuint (letter->clusters->len, ==, 2);
  g_autoptr (CwShaped) family
      = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "👨‍👩‍👧🇨🇳👍🏽");
  g_assert_cmpuint (family->clusters->len, ==, 3);
}

/* Letters a Chinese face draws in a full em keep to the grid; so do the private characters of old
 * systems. */
static void
test_full_letters (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_KAITI, NULL);
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "αЖ\xee\x80\x80");
  g_assert_cmpuint (shaped->clusters->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, 0)->advance, CW_TEST_CELL, 1e-5);
  g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, 1)->advance, CW_TEST_CELL, 1e-5);
  g_assert_cmpfloat (cw_test_cluster (shaped, 2)->advance, >=,
                     cw_test_cluster (shaped, 0)->advance);
  g_assert_cmpuint (shaped->missing->len, ==, 1);
}

static void
test_control_characters (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG,
                                               "\xe2\x80\x8b国\xe2\x80\x8b\n中\x01\xc2\xad");
  g_assert_cmpuint (shaped->clusters->len, ==, 4);
  g_assert_cmpfloat (cw_test_cluster (shaped, 0)->advance, ==, 0);
  g_assert_cmpfloat_with_epsilon (cw_test_cluster (shaped, 1)->advance, CW_TEST_CELL, 1e-5);
  g_assert_cmpfloat (cw_test_cluster (shaped, 2)->advance, ==, 0); /* the line break by hand */
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
  g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "国אבג דה国");
  g_assert_cmpuint (shaped->clusters->len, ==, 3);
  CwGlyph *first = cw_test_glyph (shaped, 1, 0), *last = cw_test_glyph (shaped, 1, 5);
  hb_codepoint_t alef, he;
  g_assert_true (cw_face_get_glyph (first->face, 0x5D0, &alef)
                 && cw_face_get_glyph (first->face, 0x5D4, &he));
  g_assert_cmpuint (first->index, ==, he);
  g_assert_cmpuint (last->index, ==, alef);
  g_assert_cmpfloat (first->x, <, last->x);

  g_autoptr (GString) book = g_string_new (NULL);
  for (guint i = 0; i < 200; i++)
    g_string_append (book, "שלום ");
  g_autoptr (CwShaped) longer = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, book->str);
  for (guint i = 0; i < longer->clusters->len; i++)
    g_assert_cmpfloat (cw_test_cluster (longer, i)->advance, <=, 14 * CW_TEST_CELL);
}

/* Faces change exactly where the spans do. */
static void
test_spans (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
  if (typefaces == NULL)
    return;
  static const char text[] = "标题。正文2024年";
  CwSpan spans[] = {
    { .start = 0, .end = 9, .typeface = CW_TYPEFACE_KAITI, .size = 16, .cell = CW_TEST_CELL },
    { .start = 9, .end = strlen (text), .typeface = CW_TYPEFACE_FANGSONG, .size = 22, .cell = 22 },
  };
  g_autoptr (CwShaped) shaped = cw_shaped_new (typefaces, text, strlen (text), spans, 2);
  for (guint i = 0; i < shaped->clusters->len; i++)
    {
      CwCluster *cluster = cw_test_cluster (shaped, i);
      guint span = i < 3 ? 0 : 1;
      g_assert_cmpuint (cluster->span, ==, span);
      g_assert_cmpfloat_with_epsilon (cluster->cell, spans[span].cell, 1e-5);
      g_assert_cmpfloat (cw_test_glyph (shaped, i, 0)->size, ==, spans[span].size);
      g_assert_true (cw_test_glyph (shaped, i, 0)->face
                     == cw_typefaces_get_primary (typefaces, spans[span].typeface));
    }
  g_autoptr (CwShaped) nothing = cw_shaped_new (typefaces, "", 0, NULL, 0);
  g_assert_cmpuint (nothing->clusters->len, ==, 0);
}

/* Any text at all: every byte in one cluster (shape() checks it), finite numbers. */
static void
test_random_text (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_FANDOL, CW_TEST_LIBERATION, NULL);
  static const gunichar blocks[]
      = { 0x20, 0x2000, 0x300, 0x4E00, 0x3000, 0x600, 0xF00, 0x1F1E6, 0xFE00, 0xE0100, 0x1F3F0 };
  for (guint round = 0; typefaces != NULL && round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint i = 0; i < 60; i++)
        {
          gunichar ch = blocks[g_test_rand_int_range (0, G_N_ELEMENTS (blocks))]
                        + (gunichar) g_test_rand_int_range (0, 96);
          g_string_append_unichar (text, ch);
        }
      g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, text->str);
      for (guint i = 0; i < shaped->clusters->len; i++)
        g_assert_true (isfinite (cw_test_cluster (shaped, i)->advance)
                       && cw_test_cluster (shaped, i)->advance >= 0);
      for (guint i = 0; i < shaped->glyphs->len; i++)
        {
          CwGlyph *glyph = &g_array_index (shaped->glyphs, CwGlyph, i);
          g_assert_true (isfinite (glyph->x) && isfinite (glyph->y) && glyph->size > 0
                         && glyph->x_scale > 0);
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
  g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, text->str);
  g_assert_cmpuint (shaped->clusters->len, >, 1);
}

static const char MIXED[] = "关于2024年第三季度工作情况的报告——以“高质量发展”为主题，完成率达98.5%"
                            "（较上年增长3.2个百分点）……"
                            "联系人：王喆、李䶮，电话010-66668888，E-mail：office@example."
                            "cn；参见《办法》第12条。PM2.5≤35μg/m³ don’t";

static gpointer
shape_in_thread (gpointer typefaces)
{
  return cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, MIXED);
}

static void
assert_equal (CwShaped *a, CwShaped *b)
{
  g_assert_cmpmem (a->clusters->data, a->clusters->len * sizeof (CwCluster), b->clusters->data,
                   b->clusters->len * sizeof (CwCluster));
  g_assert_cmpuint (a->glyphs->len, ==, b->glyphs->len);
  for (guint i = 0; i < a->glyphs->len; i++)
    {
      CwGlyph *left = &g_array_index (a->glyphs, CwGlyph, i),
              *right = &g_array_index (b->glyphs, CwGlyph, i);
      g_assert_true (left->face == right->face && left->index == right->index
                     && left->size == right->size && left->x == right->x && left->y == right->y
                     && left->x_scale == right->x_scale);
    }
}

/* Eight threads with cold caches get what one gets. */
static void
test_threads (void)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (CwTypefaces) typefaces = cw_test_all_fonts ();
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
      g_autoptr (CwShaped) again = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, MIXED);
      assert_equal (results[0], again);
      for (guint i = 0; i < 8; i++)
        cw_shaped_free (results[i]);
    }
}

/* The faces stay as long as the shaped text, whoever lets go of the typefaces. */
static void
test_keeps_typefaces (void)
{
  CwTypefaces *typefaces = cw_test_all_fonts ();
  if (typefaces == NULL)
    return;
  g_autoptr (CwShaped) shaped = cw_test_shape (typefaces, CW_TYPEFACE_FANGSONG, "国喆");
  cw_typefaces_unref (typefaces);
  g_assert_cmpstr (cw_face_get_family (cw_test_glyph (shaped, 0, 0)->face), ==, "FandolFang");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/shaped-text/missing", test_missing);
  g_test_add_func ("/typeset/shaped-text/no-font", test_no_font);
  g_test_add_func ("/typeset/shaped-text/words", test_words);
  g_test_add_func ("/typeset/shaped-text/apostrophe", test_apostrophe);
  g_test_add_func ("/typeset/shaped-text/spaces", test_spaces);
  g_test_add_func ("/typeset/shaped-text/joined", test_joined);
  g_test_add_func ("/typeset/shaped-text/full-letters", test_full_letters);
  g_test_add_func ("/typeset/shaped-text/control-characters", test_control_characters);
  g_test_add_func ("/typeset/shaped-text/right-to-left", test_right_to_left);
  g_test_add_func ("/typeset/shaped-text/spans", test_spans);
  g_test_add_func ("/typeset/shaped-text/random-text", test_random_text);
  g_test_add_func ("/typeset/shaped-text/endless-grapheme", test_endless_grapheme);
  g_test_add_func ("/typeset/shaped-text/threads", test_threads);
  g_test_add_func ("/typeset/shaped-text/keeps-typefaces", test_keeps_typefaces);
  return g_test_run ();
}
