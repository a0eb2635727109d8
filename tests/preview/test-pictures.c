/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preview-test.h"

#include <math.h>

#include "preview/cw-picture-cache.h"
#include "preview/cw-proof.h"
#include "typeset/pages/cw-painter.h"

static CwPages *
set_pages (guint n_sections)
{
  g_autoptr (CwDocument) document = cw_test_long_document (n_sections);
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());

  return cw_typesetter_set (typesetter, document, &cw_profile_default);
}

static cairo_surface_t *
paint_plainly (CwPage *page, double density)
{
  cairo_rectangle_int_t whole = cw_test_whole_page (density);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, whole.width, whole.height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, density, density);
  cw_painter_paint_page (page, cr, CW_PAINT_PICTURE);
  cairo_destroy (cr);
  return surface;
}

static guint32
get_surface_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row
      = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] | 0xff000000;
}

/* The texture holds the painter's pixels, each of them, and none that is transparent. */
static void
test_painted (void)
{
  g_autoptr (CwPages) pages = set_pages (2);
  CwPage *page = cw_pages_get_page (pages, 1);
  cairo_rectangle_int_t whole = cw_test_whole_page (1.5);
  cairo_rectangle_int_t part = { 100, 130, 301, 203 };
  cairo_surface_t *surface = paint_plainly (page, 1.5);
  const cairo_rectangle_int_t *parts[] = { &whole, &part };
  guint n_dark = 0;
  guint n_other = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (CwPagePicture) picture
          = cw_page_picture_new_painted (1, page, 1.5, parts[i], FALSE, NULL);
      g_autofree guint32 *pixels = cw_test_get_pixels (cw_page_picture_get_texture (picture));

      g_assert_cmpint (cw_page_picture_get_kind (picture), ==, CW_PICTURE_PAINTED);
      for (int y = 0; y < parts[i]->height; y++)
        for (int x = 0; x < parts[i]->width; x++)
          {
            guint32 pixel = pixels[y * parts[i]->width + x];

            int grey
                = cw_test_get_grey (get_surface_pixel (surface, parts[i]->x + x, parts[i]->y + y));

            /* where two glyphs overlap cairo adds or overlays them, depending on what else is
             * drawn: up to 64 */
            g_assert_cmpint (abs (cw_test_get_grey (pixel) - grey), <=, i == 0 ? 0 : 64);
            n_other += cw_test_get_grey (pixel) != grey;
            g_assert_cmphex (pixel >> 24, ==, 0xff);
            n_dark += cw_test_get_grey (pixel) < 64;
          }
    }
  g_assert_cmpuint (n_dark, >, 5000);
  g_assert_cmpuint (n_other, <, 20);
  cairo_surface_destroy (surface);
}

typedef struct
{
  double mean;     /* difference of a pixel, of 255, over the whole page */
  double ink_mean; /* the same, of the page's ink: difference by all that is drawn */
  guint n_off;     /* pixels off by more than 96 */
  guint n_ink;     /* pixels darker than half */
} Difference;

static Difference
compare (CwPagePicture *a, CwPagePicture *b)
{
  g_autofree guint32 *a_pixels = cw_test_get_pixels (cw_page_picture_get_texture (a));
  g_autofree guint32 *b_pixels = cw_test_get_pixels (cw_page_picture_get_texture (b));
  const cairo_rectangle_int_t *part = cw_page_picture_get_part (a);
  int n = part->width * part->height;
  Difference difference = { 0 };
  double sum = 0;
  double ink = 0;

  for (int i = 0; i < n; i++)
    {
      int x = cw_test_get_grey (a_pixels[i]);
      int y = cw_test_get_grey (b_pixels[i]);

      sum += abs (x - y);
      ink += 255 - x;
      difference.n_off += abs (x - y) > 96;
      difference.n_ink += x < 128;
    }
  difference.mean = sum / n;
  difference.ink_mean = sum / ink;
  return difference;
}

static Difference
compare_both_ways (CwPages *pages, guint number, double density)
{
  cairo_rectangle_int_t whole = cw_test_whole_page (density);
  CwPage *page = cw_pages_get_page (pages, number);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwCutFaces) faces = cw_cut_faces_new ();
  g_autoptr (CwProof) proof = cw_proof_new (pages, number, faces, &error);
  g_autoptr (CwPagePicture) painted = NULL;
  g_autoptr (CwPagePicture) proved = NULL;
  Difference difference;

  g_assert_no_error (error);
  painted = cw_page_picture_new_painted (number, page, density, &whole, FALSE, &error);
  g_assert_no_error (error);
  proved = cw_proof_draw (proof, number, density, &whole, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cw_page_picture_get_kind (proved), ==, CW_PICTURE_PROOF);
  difference = compare (painted, proved);
  g_test_message ("page %u at %.0f dpi: mean difference %.3f of 255, %.4f of the ink, %u of %u "
                  "dark pixels off by more than 96",
                  number + 1, density * 72, difference.mean, difference.ink_mean, difference.n_off,
                  difference.n_ink);
  return difference;
}

/* Measured on four pages: mean 0.000–0.008 at 96 dpi, 0.016–0.044 at 192, no pixel off by more than
 * 96, with 50–60 dark pixels a character at 96 dpi and some 200 at 192. The limits leave room for
 * other versions of the libraries, but not for one character of a page being displaced, missing or
 * of another face. */
#define MAX_MEAN 0.2
#define MAX_OFF 24

static void
test_agreement (gconstpointer data)
{
  double density = GPOINTER_TO_INT (data) / 72.0;
  g_autoptr (CwPages) pages = set_pages (4);

  g_assert_cmpuint (cw_pages_get_n_pages (pages), >=, 3);
  for (guint i = 0; i < cw_pages_get_n_pages (pages); i++)
    {
      Difference difference = compare_both_ways (pages, i, density);

      g_assert_cmpuint (difference.n_ink, >, 1000);
      g_assert_cmpfloat (difference.mean, <, MAX_MEAN);
      g_assert_cmpuint (difference.n_off, <=, MAX_OFF);
    }
}

/* The limits are of use: a page differs from itself with a single character more. */
static void
test_disagreement (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("T:通知\nP:各校于周五前报送。");
  g_autoptr (CwDocument) changed = cw_test_insert (document, 1, 3, "学");
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  g_autoptr (CwPages) others = cw_typesetter_set (typesetter, changed, &cw_profile_default);
  double density = 96 / 72.0;
  cairo_rectangle_int_t whole = cw_test_whole_page (density);
  g_autoptr (CwCutFaces) faces = cw_cut_faces_new ();
  g_autoptr (CwProof) proof = cw_proof_new (others, 0, faces, NULL);
  g_autoptr (CwPagePicture) proved = cw_proof_draw (proof, 0, density, &whole, FALSE, NULL);
  g_autoptr (CwPagePicture) painted
      = cw_page_picture_new_painted (0, cw_pages_get_page (pages, 0), density, &whole, FALSE, NULL);
  Difference difference = compare (painted, proved);

  g_assert_cmpuint (difference.n_off, >, MAX_OFF);
}

/* Both ways to make a picture show the same guides, and neither without being told to. */
static void
test_guides (void)
{
  g_autoptr (CwPages) pages = set_pages (1);
  CwPage *page = cw_pages_get_page (pages, 0);
  double density = 96 / 72.0;
  cairo_rectangle_int_t whole = cw_test_whole_page (density);
  g_autoptr (CwCutFaces) faces = cw_cut_faces_new ();
  g_autoptr (CwProof) proof = cw_proof_new (pages, 0, faces, NULL);
  g_autoptr (CwPagePicture) plain = cw_page_picture_new_painted (0, page, density, &whole, FALSE, NULL);
  g_autoptr (CwPagePicture) painted = cw_page_picture_new_painted (0, page, density, &whole, TRUE, NULL);
  g_autoptr (CwPagePicture) proved = cw_proof_draw (proof, 0, density, &whole, TRUE, NULL);

  double guides = compare (plain, painted).mean;
  double rest = compare (painted, proved).mean;

  g_test_message ("guides differ by %g of 255, their two pictures by %g", guides, rest);
  g_assert_cmpfloat (guides, >, 0.4);
  g_assert_cmpfloat (rest, <, guides / 4);
  g_assert_cmpuint (compare (painted, proved).n_off, <=, MAX_OFF);
  g_assert_true (cw_page_picture_shows (painted, page, density, &whole, TRUE));
  g_assert_false (cw_page_picture_shows (painted, page, density, &whole, FALSE));
  g_assert_false (cw_page_picture_shows (plain, page, density, &whole, TRUE));
}

static CwPagePicture *
make_picture (CwPages *pages, guint number)
{
  cairo_rectangle_int_t part = { 0, 0, 64, 100 };

  return cw_page_picture_new_painted (number, cw_pages_get_page (pages, 0), 0.5, &part, FALSE, NULL);
}

/* Pages that are to be seen stay, even over the budget; the furthest go first; pages that are no
 * more go. */
static void
test_cache (void)
{
  g_autoptr (CwPages) pages = set_pages (1);
  g_autoptr (CwPagePicture) one = make_picture (pages, 0);
  gsize size = cw_page_picture_get_size (one);
  g_autoptr (CwPictureCache) cache = cw_picture_cache_new (3 * size);

  g_assert_cmpuint (size, ==, 64 * 100 * 4);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (CwPagePicture) picture = make_picture (pages, i);

      cw_picture_cache_put (cache, picture);
      cw_picture_cache_put (cache, picture);
    }
  g_assert_cmpuint (cw_picture_cache_get_size (cache), ==, 10 * size);
  cw_picture_cache_trim (cache, 3, 4, 9);
  g_assert_cmpuint (cw_picture_cache_get_size (cache), ==, 3 * size);
  g_assert_nonnull (cw_picture_cache_get (cache, 3));
  g_assert_nonnull (cw_picture_cache_get (cache, 4));
  g_assert_null (cw_picture_cache_get (cache, 0));
  g_assert_null (cw_picture_cache_get (cache, 9));
  cw_picture_cache_trim (cache, 3, 4, 4);
  g_assert_null (cw_picture_cache_get (cache, 4));
  for (guint i = 0; i < 9; i++)
    {
      g_autoptr (CwPagePicture) picture = make_picture (pages, i);

      cw_picture_cache_put (cache, picture);
    }
  cw_picture_cache_trim (cache, 0, 5, 9);
  g_assert_cmpuint (cw_picture_cache_get_size (cache), ==, 6 * size);
}

/* A picture serves again only for a page that looks the same, at the same density, for a part it
 * has. */
static void
test_shows (void)
{
  g_autoptr (CwPages) pages = set_pages (3);
  CwPage *page = cw_pages_get_page (pages, 0);
  cairo_rectangle_int_t part = { 10, 10, 50, 50 };
  cairo_rectangle_int_t inner = { 10, 20, 50, 40 };
  cairo_rectangle_int_t outer = { 9, 20, 50, 40 };
  g_autoptr (CwPagePicture) picture = cw_page_picture_new_painted (0, page, 1.25, &part, FALSE, NULL);

  g_assert_true (cw_page_picture_shows (picture, page, 1.25, &inner, FALSE));
  g_assert_false (cw_page_picture_shows (picture, page, 1.25, &outer, FALSE));
  g_assert_false (cw_page_picture_shows (picture, page, 1.26, &inner, FALSE));
  g_assert_false (cw_page_picture_shows (picture, cw_pages_get_page (pages, 1), 1.25, &inner, FALSE));
}

/* More pixels than cairo can do: an error for the user, no picture, no crash. */
static void
test_too_large (void)
{
  g_autoptr (CwPages) pages = set_pages (1);
  cairo_rectangle_int_t part = { 0, 0, 40000, 40000 };
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_page_picture_new_painted (0, cw_pages_get_page (pages, 0), 60, &part, FALSE, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preview/pictures/painted", test_painted);
  g_test_add_data_func ("/preview/pictures/painter-and-poppler-agree-at-96-dpi",
                        GINT_TO_POINTER (96), test_agreement);
  g_test_add_data_func ("/preview/pictures/painter-and-poppler-agree-at-192-dpi",
                        GINT_TO_POINTER (192), test_agreement);
  g_test_add_func ("/preview/pictures/a-character-more-is-seen", test_disagreement);
  g_test_add_func ("/preview/pictures/guides", test_guides);
  g_test_add_func ("/preview/pictures/cache", test_cache);
  g_test_add_func ("/preview/pictures/shows", test_shows);
  g_test_add_func ("/preview/pictures/too-large", test_too_large);
  return g_test_run ();
}
