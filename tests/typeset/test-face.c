/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "cw-test-fonts.h"
#include "typeset/fonts/cw-char-strings.h"

static CwFace *
open_face (const char *name, int index)
{
  g_autofree char *path = cw_test_font_path (name);
  if (path == NULL)
    {
      g_test_skip (name);
      return NULL;
    }
  g_autoptr (GError) error = NULL;
  CwFace *face = cw_face_new (path, index, "Test", 400, &error);
  g_assert_no_error (error);
  return face;
}

static void
test_open (void)
{
  g_autoptr (CwFace) face = open_face (CW_TEST_FANDOL, 0);
  if (face == NULL)
    return;
  hb_codepoint_t glyph;
  g_assert_true (cw_face_get_glyph (face, 0x56FD, &glyph));
  g_assert_cmpfloat (cw_face_get_advance (face, glyph), ==, 1.0);
  g_assert_false (cw_face_get_glyph (face, 0x5586, &glyph));
  g_assert_false (cw_face_get_glyph (face, 0x110000, &glyph));
  g_assert_cmpstr (cw_face_get_family (face), ==, "Test");
  g_assert_cmpint (cw_face_get_weight (face), ==, 400);
}

static void
test_not_a_font (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (cw_face_new ("/nowhere/at-all.ttf", 0, "x", 400, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);

  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("chengwen-XXXXXX.ttf", &path, NULL);
  g_assert_cmpint (write (fd, "this is no font", 15), ==, 15);
  close (fd);
  g_assert_null (cw_face_new (path, 0, "x", 400, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_unlink (path);
}

static void
assert_centre (const char *name, int index, double measured)
{
  g_autoptr (CwFace) face = open_face (name, index);
  if (face != NULL)
    g_assert_cmpfloat_with_epsilon (cw_face_get_centre (face), measured, 0.01);
}

/* The means over 500 characters in the font book. */
static void
test_centre (void)
{
  assert_centre (CW_TEST_FANDOL, 0, 0.309);
  assert_centre (CW_TEST_KAITI, 0, 0.390);
  assert_centre (CW_TEST_LXGW, 0, 0.355);
  assert_centre (CW_TEST_NOTO_SERIF, 2, 0.380);
  assert_centre (CW_TEST_NOTO_SANS_500, 2, 0.378);
}

static void
test_no_centre (void)
{
  g_autoptr (CwFace) face = open_face (CW_TEST_LIBERATION, 0);
  if (face != NULL)
    g_assert_cmpfloat (cw_face_get_centre (face), ==, 0);
}

/* Trap 10: a Han character without ink is missing; a space without ink is not. */
static void
test_blank_glyph (void)
{
  g_autofree char *path = cw_test_font_path (CW_TEST_KAITI);
  g_autofree char *font = NULL;
  gsize length;
  if (path == NULL || !g_file_get_contents (path, &font, &length, NULL))
    {
      g_test_skip (CW_TEST_KAITI);
      return;
    }

  g_autoptr (CwFace) whole = cw_face_new (path, 0, "x", 400, NULL);
  hb_codepoint_t glyph, other;
  g_assert_true (cw_face_get_glyph (whole, 0x56FD, &glyph));
  cw_test_blank_glyph ((guint8 *) font, glyph);
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "chengwen-blank.ttf", NULL);
  g_assert_true (g_file_set_contents (copy, font, (gssize) length, NULL));
  g_autoptr (CwFace) face = cw_face_new (copy, 0, "x", 400, NULL);
  g_unlink (copy);
  g_assert_false (cw_face_get_glyph (face, 0x56FD, &other));
  g_assert_true (cw_face_get_glyph (face, 0x4E2D, &other));
  g_assert_true (cw_face_get_glyph (face, 0x3000, &other));
  g_assert_false (cw_face_get_extents (face, glyph, NULL, NULL, NULL, NULL));
}

static char *
read_fandol (gsize *length)
{
  g_autofree char *path = cw_test_font_path (CW_TEST_FANDOL);
  char *font = NULL;
  if (path == NULL || !g_file_get_contents (path, &font, length, NULL))
    g_test_skip (CW_TEST_FANDOL);
  return font;
}

static hb_face_t *
make_face (const char *font, gsize length)
{
  hb_blob_t *blob = hb_blob_create (font, (guint) length, HB_MEMORY_MODE_READONLY, NULL, NULL);
  hb_face_t *face = hb_face_create (blob, 0);
  hb_blob_destroy (blob);
  return face;
}

static CwFace *
open_copy (const char *font, gsize length)
{
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "chengwen-copy.otf", NULL);
  g_assert_true (g_file_set_contents (copy, font, (gssize) length, NULL));
  CwFace *face = cw_face_new (copy, 0, "x", 400, NULL);
  g_unlink (copy);
  return face;
}

/* Trap 10 in a CFF face: the program of 国 becomes the end of itself. */
static void
test_blank_cff_glyph (void)
{
  gsize length;
  g_autofree char *font = read_fandol (&length);
  if (font == NULL)
    return;
  g_autoptr (CwFace) whole = open_copy (font, length);
  hb_codepoint_t glyph;
  g_assert_true (cw_face_get_glyph (whole, 0x56FD, &glyph));

  CwCharStrings programs;
  cw_char_strings_init (&programs, hb_font_get_face (cw_face_get_hb_font (whole)));
  g_assert_cmpuint (cw_char_strings_get_length (&programs, glyph), >, 20);
  g_assert_cmpuint (cw_char_strings_get_length (&programs, programs.n_glyphs), ==, 0);
  guint size = programs.offset_size;
  guint8 *entry = (guint8 *) font + cw_test_find_table ((guint8 *) font, "CFF ") + programs.offsets
                  + glyph * size;
  memcpy (entry, entry + size, size);
  entry[size - 1]--;
  g_assert_cmpuint (entry[size - 1], !=, 0xFF);
  cw_char_strings_clear (&programs);

  g_autoptr (CwFace) blank = open_copy (font, length);
  g_assert_false (cw_face_get_glyph (blank, 0x56FD, &glyph));
  g_assert_true (cw_face_get_glyph (blank, 0x4E2D, &glyph));
}

/* Whatever is in the tables, nothing is read outside of them. */
static void
test_damaged_cff (void)
{
  gsize length;
  g_autofree char *font = read_fandol (&length);
  gsize table = font != NULL ? cw_test_find_table ((guint8 *) font, "CFF ") : 0;
  for (guint round = 0; font != NULL && round < 2000; round++)
    {
      char *at = font + table + g_test_rand_int_range (0, 200);
      char before = *at;
      *at = (char) g_test_rand_int_range (0, 256);
      gsize cut = round % 2 == 0 ? length : table + (gsize) g_test_rand_int_range (0, 4000);
      g_autofree char *exact = g_memdup2 (font, cut);
      hb_face_t *face = make_face (exact, cut);
      CwCharStrings programs;
      cw_char_strings_init (&programs, face);
      for (hb_codepoint_t glyph = 0; glyph < programs.n_glyphs; glyph += 500)
        cw_char_strings_get_length (&programs, glyph);
      cw_char_strings_clear (&programs);
      hb_face_destroy (face);
      *at = before;
    }
}

static double
get_form_advance (CwFace *face, CwGlyphForm form, gunichar ch)
{
  hb_codepoint_t glyph;
  double advance;
  g_assert_true (cw_face_get_form (face, form, ch, &glyph, &advance));
  return advance;
}

/* Traps 4 and 5: the wide forms. */
static void
test_full_forms (void)
{
  g_autoptr (CwFace) lxgw = open_face (CW_TEST_LXGW, 0);
  g_autoptr (CwFace) noto = open_face (CW_TEST_NOTO_SERIF, 2);
  if (lxgw == NULL || noto == NULL)
    return;
  static const gunichar quotes[] = { 0x2018, 0x2019, 0x201C, 0x201D };
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_assert_cmpfloat (get_form_advance (lxgw, CW_FORM_PLAIN, quotes[i]), <, 0.5);
      g_assert_cmpfloat (get_form_advance (lxgw, CW_FORM_FULL, quotes[i]), ==, 1.0);
      g_assert_cmpfloat (get_form_advance (noto, CW_FORM_FULL, quotes[i]), ==, 1.0);
    }
  g_assert_cmpfloat (get_form_advance (noto, CW_FORM_PLAIN, 0x2014), <, 0.95);
  g_assert_cmpfloat (get_form_advance (noto, CW_FORM_FULL, 0x2014), ==, 1.0);
  g_assert_cmpfloat (get_form_advance (noto, CW_FORM_FULL, 0xB7), ==, 1.0);
  g_assert_cmpfloat (get_form_advance (noto, CW_FORM_HALF, '0'), ==, 0.5);
  g_assert_cmpfloat (get_form_advance (noto, CW_FORM_PLAIN, '0'), >, 0.52);
}

static void
test_cairo_face (void)
{
  g_autoptr (CwFace) face = open_face (CW_TEST_NOTO_SERIF, 2);
  if (face == NULL)
    return;
  cairo_font_face_t *cairo_face = cw_face_get_cairo_face (face);
  g_assert_cmpint (cairo_font_face_status (cairo_face), ==, CAIRO_STATUS_SUCCESS);
  g_assert_true (cw_face_get_cairo_face (face) == cairo_face);

  /* The same glyph in both libraries: one em wide, and with the same ink. */
  hb_codepoint_t glyph;
  double left, right;
  cw_face_get_glyph (face, 0x56FD, &glyph);
  cw_face_get_extents (face, glyph, &left, NULL, &right, NULL);
  cairo_matrix_t size, identity;
  cairo_matrix_init_scale (&size, 1000, 1000);
  cairo_matrix_init_identity (&identity);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_scaled_font_t *font = cairo_scaled_font_create (cairo_face, &size, &identity, options);
  cairo_text_extents_t extents;
  cairo_scaled_font_glyph_extents (font, &(cairo_glyph_t) { glyph, 0, 0 }, 1, &extents);
  g_assert_cmpfloat_with_epsilon (extents.x_advance, 1000, 0.01);
  g_assert_cmpfloat_with_epsilon (extents.x_bearing, left * 1000, 2);
  g_assert_cmpfloat_with_epsilon (extents.width, (right - left) * 1000, 3);
  cairo_scaled_font_destroy (font);
  cairo_font_options_destroy (options);
}

/* Licence bits of OS/2 fsType. */
static void
assert_may_embed (const char *font, gsize length, guint8 high, guint8 low, gboolean expected)
{
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "chengwen-fstype.ttf", NULL);
  g_autofree guint8 *patched = g_memdup2 (font, length);
  gsize table = cw_test_find_table (patched, "OS/2");
  patched[table + 8] = high;
  patched[table + 9] = low;
  g_assert_true (g_file_set_contents (copy, (const char *) patched, (gssize) length, NULL));
  g_autoptr (CwFace) face = cw_face_new (copy, 0, "x", 400, NULL);
  g_unlink (copy);
  g_assert_cmpint (cw_face_may_embed (face), ==, expected);
}

static void
test_may_embed (void)
{
  g_autofree char *path = cw_test_font_path (CW_TEST_LIBERATION);
  g_autofree char *font = NULL;
  gsize length;
  if (path == NULL || !g_file_get_contents (path, &font, &length, NULL))
    {
      g_test_skip (CW_TEST_LIBERATION);
      return;
    }
  assert_may_embed (font, length, 0, 0, TRUE);
  assert_may_embed (font, length, 0, 0x04, TRUE);  /* preview and print */
  assert_may_embed (font, length, 0, 0x08, TRUE);  /* editable */
  assert_may_embed (font, length, 0, 0x02, FALSE); /* restricted */
  assert_may_embed (font, length, 0, 0x06, TRUE);  /* the most generous of several */
  assert_may_embed (font, length, 0x02, 0, FALSE); /* bitmaps only */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/face/open", test_open);
  g_test_add_func ("/typeset/face/not-a-font", test_not_a_font);
  g_test_add_func ("/typeset/face/centre", test_centre);
  g_test_add_func ("/typeset/face/no-centre", test_no_centre);
  g_test_add_func ("/typeset/face/blank-glyph", test_blank_glyph);
  g_test_add_func ("/typeset/face/blank-cff-glyph", test_blank_cff_glyph);
  g_test_add_func ("/typeset/face/damaged-cff", test_damaged_cff);
  g_test_add_func ("/typeset/face/full-forms", test_full_forms);
  g_test_add_func ("/typeset/face/cairo", test_cairo_face);
  g_test_add_func ("/typeset/face/may-embed", test_may_embed);
  return g_test_run ();
}
