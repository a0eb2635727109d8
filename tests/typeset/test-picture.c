/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-tables.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>

#include <jpeglib.h>

#include "formats/pdf/cw-pdf.h"
#include "typeset/pages/cw-painter.h"
#include "typeset/pages/cw-picture-image.h"

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_png (int width, int height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0, 0.5, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, collect, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
make_jpeg (guint width, guint height)
{
  struct jpeg_compress_struct info = { 0 };
  struct jpeg_error_mgr errors;
  unsigned char *data = NULL;
  unsigned long length = 0;
  g_autofree JSAMPLE *row = g_malloc0 (width * 3);
  GBytes *bytes;

  info.err = jpeg_std_error (&errors);
  jpeg_create_compress (&info);
  jpeg_mem_dest (&info, &data, &length);
  info.image_width = width;
  info.image_height = height;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults (&info);
  info.density_unit = 1;
  info.X_density = info.Y_density = 150;
  jpeg_start_compress (&info, TRUE);
  for (guint y = 0; y < height; y++)
    {
      memset (row, (int) (y * 255 / height), width * 3);
      jpeg_write_scanlines (&info, &row, 1);
    }
  jpeg_finish_compress (&info);
  bytes = g_bytes_new (data, length);
  jpeg_destroy_compress (&info);
  free (data);
  return bytes;
}

/* As a camera writes: the orientation in Exif, in the byte order of its maker. */
static GBytes *
make_turned (guint orientation, gboolean big_endian)
{
  static const guint8 little[] = { 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0,
                                   0,   0,   0,  0 };
  static const guint8 big[] = { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0 };
  g_autoptr (GBytes) jpeg = make_jpeg (40, 20);
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (jpeg, NULL), 2);
  g_byte_array_append (bytes, (const guint8 *) "\xff\xe1\0\x22" "Exif\0", 10);
  g_byte_array_append (bytes, big_endian ? big : little, sizeof big);
  bytes->data[bytes->len - sizeof big + (big_endian ? 19 : 18)] = (guint8) orientation;
  g_byte_array_append (bytes, (const guint8 *) g_bytes_get_data (jpeg, NULL) + 2,
                       (guint) g_bytes_get_size (jpeg) - 2);
  return g_byte_array_free_to_bytes (bytes);
}

/* A PNG whose header promises more than anybody has memory for. */
static GBytes *
make_bomb (void)
{
  g_autoptr (GBytes) png = make_png (4, 4);
  gsize length;
  guint8 *data = g_memdup2 (g_bytes_get_data (png, &length), g_bytes_get_size (png));

  data[16 + 2] = data[20 + 2] = 0x75; /* 30,000 each */
  data[16 + 3] = data[20 + 3] = 0x30;
  return g_bytes_new_take (data, length);
}

static CwPicture *
picture_new (CwPictureType type, GBytes *bytes, double width)
{
  CwPicture *picture = cw_picture_new (type, bytes, width);

  g_bytes_unref (bytes);
  return picture;
}

static GBytes *
make_svg (const char *attributes)
{
  char *svg = g_strdup_printf ("<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' %s>"
                               "<rect width='10' height='10'/></svg>",
                               attributes);

  return g_bytes_new_take (svg, strlen (svg));
}

static void
assert_size (CwPicture *picture, double width, double height)
{
  CwPictureSize size;

  g_assert_true (cw_picture_size_find (picture, &size));
  g_assert_cmpfloat_with_epsilon (size.natural_width, width, 0.05);
  g_assert_cmpfloat_with_epsilon (size.natural_height, height, 0.05);
}

/* By the density the file states, else at 300 to the inch; drawings by what they say. */
static void
test_size (void)
{
  g_autoptr (CwPicture) png = picture_new (CW_PICTURE_PNG, make_png (600, 300), 0);
  g_autoptr (CwPicture) jpeg = picture_new (CW_PICTURE_JPEG, make_jpeg (300, 150), 0);
  g_autoptr (CwPicture) svg = picture_new (CW_PICTURE_SVG, make_svg ("width='50mm' height='20mm'"), 0);
  g_autoptr (CwPicture) view = picture_new (CW_PICTURE_SVG, make_svg ("viewBox='0 0 96 48'"), 0);

  assert_size (png, 144, 72);
  assert_size (jpeg, 144, 72);
  assert_size (svg, CW_MM (50), CW_MM (20));
  assert_size (view, 72, 36);
}

/* Damaged or outrageous: neither a crash nor a gigabyte, but an answer. */
static void
test_unreadable (void)
{
  g_autoptr (GBytes) png = make_png (50, 50), jpeg = make_jpeg (50, 50);
  g_autoptr (CwPicture) bomb = picture_new (CW_PICTURE_PNG, make_bomb (), 0);
  g_autoptr (CwPicture) cut = picture_new (CW_PICTURE_PNG, g_bytes_new_from_bytes (png, 0, 60), 0);
  g_autoptr (CwPicture) no_jpeg = picture_new (CW_PICTURE_JPEG, g_bytes_new_from_bytes (jpeg, 0, 100), 0);
  g_autoptr (CwPicture) wrong = picture_new (CW_PICTURE_JPEG, g_bytes_ref (png), 0);
  g_autoptr (CwPicture) no_svg = picture_new (CW_PICTURE_SVG, g_bytes_new_static ("<svg width='1", 12), 0);
  g_autoptr (CwPicture) nothing = picture_new (CW_PICTURE_PNG, g_bytes_new_static ("", 0), 0);
  CwPicture *pictures[] = { bomb, cut, no_jpeg, wrong, no_svg, nothing };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    g_assert_false (cw_picture_image_is_readable (pictures[i]));
}

/* Any byte may be anything. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) png = make_png (40, 30), jpeg = make_jpeg (40, 30);

  for (guint round = 0; round < 400; round++)
    {
      gboolean is_png = round % 2 == 0;
      GBytes *whole = is_png ? png : jpeg;
      gsize length;
      guint8 *data = g_memdup2 (g_bytes_get_data (whole, &length), g_bytes_get_size (whole));
      g_autoptr (CwPicture) picture = NULL;
      cairo_surface_t *surface;
      cairo_t *cr;

      for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
        data[g_test_rand_int_range (2, (gint32) length)] = (guint8) g_test_rand_int ();
      picture = picture_new (is_png ? CW_PICTURE_PNG : CW_PICTURE_JPEG, g_bytes_new_take (data, length), 0);
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 20, 20);
      cr = cairo_create (surface);
      if (cw_picture_image_is_readable (picture))
        cw_picture_image_paint (picture, cr, 20, 20, round % 3 == 0);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
add_picture (GPtrArray *blocks, CwPicture *picture, const char *caption)
{
  g_autoptr (CwText) text = cw_text_new (caption);

  g_ptr_array_add (blocks, cw_block_new_picture (picture, text));
}

static const CwShape *
find_picture (CwPages *pages, guint *page)
{
  for (*page = 0; *page < cw_pages_get_n_pages (pages); (*page)++)
    {
      CwPage *p = cw_pages_get_page (pages, *page);

      for (guint i = 0; i < cw_page_get_n_shapes (p); i++)
        if (cw_page_get_shape (p, i)->kind == CW_SHAPE_PICTURE)
          return cw_page_get_shape (p, i);
    }
  return NULL;
}

/* Wherever it comes: inside the type area, its caption below it on the same page, the text on the grid. */
static void
test_on_the_page (void)
{
  for (guint above = 0; above < 22; above++)
    {
      g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
      g_autoptr (CwPicture) picture = picture_new (CW_PICTURE_PNG, make_png (1500, 1000), 0);
      g_autoptr (CwPages) pages = NULL;
      const CwShape *shape;
      const CwPageItem *caption;
      CwPlace place;
      double line;
      guint page;

      cw_test_add_paragraphs (blocks, above);
      add_picture (blocks, picture, "图1　现场");
      cw_test_add_text (blocks, cw_block_new_paragraph, "后文");
      pages = cw_test_blocks_set (blocks);
      shape = find_picture (pages, &page);
      caption = cw_test_find_item (pages, page, "图1");
      g_assert_nonnull (caption);
      g_assert_cmpfloat_with_epsilon (shape->width, CW_MM (127), 0.1);
      g_assert_cmpfloat_with_epsilon (shape->x + shape->width / 2,
                                      cw_grid_get_left (&cw_profile_default, page + 1) + CW_MM (78), 0.1);
      g_assert_cmpfloat (shape->y, >=, CW_MM (37) - 0.01);
      g_assert_cmpfloat (shape->y + shape->height, <, caption->y - 6);
      g_assert_true (cw_pages_find_point (pages, page, shape->x + 9, shape->y + 9, &place));
      g_assert_cmpuint (place.line, ==, above);
      line = (CW_TO_MM (cw_test_find_item (pages, cw_pages_get_n_pages (pages) - 1, "后文")->y) - 39.786) / 10.449;
      g_assert_cmpfloat_with_epsilon (line, round (line), 0.05);
    }
}

/* The width asked for, but nothing larger than the type area; turned pages are wider. */
static void
test_width (void)
{
  static const double widths[] = { 80, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint turned = 0; turned < 2; turned++)
      {
        g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
        g_autoptr (CwPicture) picture = picture_new (CW_PICTURE_JPEG, make_jpeg (900, 300), widths[i]);
        g_autoptr (CwPages) pages = NULL;
        guint page;

        if (turned)
          cw_test_add_attachment (blocks, CW_ATTACHMENT_LANDSCAPE, "");
        add_picture (blocks, picture, "");
        pages = cw_test_blocks_set (blocks);
        g_assert_cmpfloat_with_epsilon (find_picture (pages, &page)->width,
                                        CW_MM (MIN (widths[i], turned ? 225 : 156)), 0.01);
      }
}

/* A box with words, and a remark. */
static void
test_box (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwPicture) picture = picture_new (CW_PICTURE_PNG, make_bomb (), 0);
  g_autoptr (CwPages) pages = NULL;
  const CwRemark *remarks;
  guint n_remarks, n = 0, page;

  add_picture (blocks, picture, "图1");
  pages = cw_test_blocks_set (blocks);
  g_assert_null (find_picture (pages, &page));
  g_assert_nonnull (cw_test_find_item (pages, 0, "（图片无法读取）"));
  g_assert_cmpuint (cw_page_get_n_shapes (cw_pages_get_page (pages, 0)), ==, 4);
  remarks = cw_pages_get_remarks (pages, &n_remarks);
  for (guint i = 0; i < n_remarks; i++)
    n += remarks[i].kind == CW_REMARK_UNREADABLE_PICTURE;
  g_assert_cmpuint (n, ==, 1);
}

static gboolean
has_bytes (GBytes *bytes, const void *wanted, gsize n)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (data + i, wanted, n) == 0)
      return TRUE;
  return FALSE;
}

/* The PDF has the photograph's file as it is. */
static void
test_jpeg_as_is (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (GBytes) jpeg = make_jpeg (64, 48);
  g_autoptr (CwPicture) picture = picture_new (CW_PICTURE_JPEG, g_bytes_ref (jpeg), 40);
  g_autoptr (CwPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;

  add_picture (blocks, picture, "图1");
  pages = cw_test_blocks_set (blocks);
  pdf = cw_pdf_write (pages, NULL);
  g_assert_nonnull (pdf);
  g_assert_true (has_bytes (pdf, g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg)));
}

/* A proof of a page is small and quick; the same picture goes to paper with every pixel. */
static void
test_proof (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwPicture) picture = picture_new (CW_PICTURE_PNG, make_png (2000, 100), 100);
  g_autoptr (CwCutFaces) faces = cw_cut_faces_new ();
  g_autoptr (CwPages) pages = NULL;
  g_autoptr (GBytes) proof = NULL, pdf = NULL;

  add_picture (blocks, picture, "");
  pages = cw_test_blocks_set (blocks);
  proof = cw_pdf_write_page (pages, 0, faces, NULL);
  pdf = cw_pdf_write (pages, NULL);
  g_assert_true (has_bytes (proof, "DCTDecode", strlen ("DCTDecode")));
  g_assert_false (has_bytes (pdf, "DCTDecode", strlen ("DCTDecode")));
  g_assert_true (has_bytes (pdf, "/Width 2000", strlen ("/Width 2000")));
}

/* What the screen shows is the picture. */
static void
test_painted (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (CwPicture) picture = picture_new (CW_PICTURE_PNG, make_png (300, 300), 50);
  g_autoptr (CwPages) pages = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t *cr = cairo_create (surface);
  const CwShape *shape;
  const guint32 *pixel;
  guint page;

  add_picture (blocks, picture, "");
  pages = cw_test_blocks_set (blocks);
  shape = find_picture (pages, &page);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cw_painter_paint_page (cw_pages_get_page (pages, 0), cr, CW_PAINT_PICTURE);
  cairo_surface_flush (surface);
  pixel = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                        + (int) (shape->y + 20) * cairo_image_surface_get_stride (surface))
          + (int) (shape->x + 20);
  g_assert_cmphex (*pixel & 0xffffff, ==, 0x0080ff);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static guint
get_grey (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x];
}

/* Black at the upper end of the file, grey at the lower: where these are when it stands upright, for
 * each orientation: in the editor, painted on the page, and on paper, whose file is still the camera's. */
static void
test_orientation (void)
{
  static const struct
  {
    gboolean lies;
    gboolean black_last;
  } expected[] = { { 0, 0 }, { 0, 0 }, { 0, 1 }, { 0, 1 }, { 1, 0 }, { 1, 1 }, { 1, 1 }, { 1, 0 } };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (expected); i++)
    {
      guint turn = i / 2;
      gboolean lies = expected[turn].lies, last = expected[turn].black_last;
      int width = lies ? 20 : 40, height = lies ? 40 : 20;
      g_autoptr (CwPicture) picture = picture_new (CW_PICTURE_JPEG, make_turned (turn + 1, i % 2), 0);
      cairo_surface_t *upright = cw_picture_image_get_upright (picture);
      cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cairo_t *cr = cairo_create (page);
      cairo_surface_t *both[] = { upright, page };

      assert_size (picture, width * 72 / 150.0, height * 72 / 150.0);
      g_assert_true (cw_picture_image_paint (picture, cr, width, height, FALSE));
      cairo_surface_flush (page);
      g_assert_cmpint (cairo_image_surface_get_width (upright), ==, width);
      g_assert_cmpint (cairo_image_surface_get_height (upright), ==, height);
      for (guint s = 0; s < G_N_ELEMENTS (both); s++)
        {
          guint first = get_grey (both[s], 1, 1);
          guint other = lies ? get_grey (both[s], width - 2, 1) : get_grey (both[s], 1, height - 2);

          g_assert_cmpuint (last ? other : first, <, 40);
          g_assert_cmpuint (last ? first : other, >, 200);
        }
      cairo_destroy (cr);
      cairo_surface_destroy (page);
      cairo_surface_destroy (upright);
    }
}

/* What the segment says of itself may be anything. */
static void
test_orientation_damaged (void)
{
  g_autoptr (GBytes) turned = make_turned (6, TRUE);
  const guint8 *segment = (const guint8 *) g_bytes_get_data (turned, NULL) + 6;
  gsize length = 32;

  g_assert_cmpuint (cw_picture_find_orientation (segment, length), ==, 6);
  for (gsize n = 0; n < length - 4; n++)
    {
      g_autofree guint8 *cut = g_memdup2 (segment, n);

      g_assert_cmpuint (cw_picture_find_orientation (cut, n), ==, n >= 28 ? 6 : 1);
    }
  for (guint round = 0; round < 4000; round++)
    {
      g_autofree guint8 *data = g_memdup2 (segment, length);
      guint found;

      for (int i = g_test_rand_int_range (1, 5); i > 0; i--)
        data[g_test_rand_int_range (0, (gint32) length)] = (guint8) g_test_rand_int ();
      found = cw_picture_find_orientation (data, length);
      g_assert_true (found >= 1 && found <= 8);
    }
}

static void
test_turned_on_paper (void)
{
  g_autoptr (GPtrArray) blocks = cw_test_blocks_new ();
  g_autoptr (GBytes) jpeg = make_turned (6, FALSE);
  g_autoptr (CwPicture) picture = picture_new (CW_PICTURE_JPEG, g_bytes_ref (jpeg), 40);
  g_autoptr (CwPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  const CwShape *shape;
  guint page;

  add_picture (blocks, picture, "图1");
  pages = cw_test_blocks_set (blocks);
  shape = find_picture (pages, &page);
  g_assert_cmpfloat_with_epsilon (shape->height, 2 * shape->width, 0.1);
  pdf = cw_pdf_write (pages, NULL);
  g_assert_true (has_bytes (pdf, g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg)));
}

static GBytes *
make_nested (guint n_levels, const char *reference)
{
  GString *svg = g_string_new ("<svg xmlns='http://www.w3.org/2000/svg' "
                               "xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>"
                               "<g id='l0'><rect width='1' height='1'/></g>");

  for (guint level = 1; level <= n_levels; level++)
    {
      g_string_append_printf (svg, "<g id='l%u'>", level);
      for (guint i = 0; i < 10; i++)
        {
          g_auto (GStrv) parts = g_strsplit (reference, "%u", 2);

          g_string_append_printf (svg, "%s%u%s", parts[0], level - 1, parts[1]);
        }
      g_string_append (svg, "</g>");
    }
  g_string_append (svg, "</svg>");
  return g_string_free_to_bytes (svg);
}

static gboolean
is_light (const char *body)
{
  g_autofree char *svg = g_strconcat ("<svg xmlns='http://www.w3.org/2000/svg'>", body, "</svg>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (svg, strlen (svg));

  return cw_picture_svg_is_light (bytes);
}

/* What would be drawn is counted before anything is; loops end, long drawings that repeat nothing are drawn. */
static void
test_bombs (void)
{
  static const char *const references[]
      = { "<use href='#l%u'/>", "<use xlink:href='#l%u'/>", "<rect fill='url(#l%u)'/>",
          "<rect style=\"mask: url( '#l%u' )\"/>" };
  g_autoptr (GString) long_one = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr (GBytes) few = make_nested (3, references[i]), many = make_nested (9, references[i]);
      g_autoptr (GBytes) deep = make_nested (2000, references[i]);
      g_autoptr (CwPicture) picture = cw_picture_new (CW_PICTURE_SVG, many, 0);

      g_assert_true (cw_picture_svg_is_light (few));
      g_assert_false (cw_picture_svg_is_light (many));
      g_assert_false (cw_picture_svg_is_light (deep));
      g_assert_false (cw_picture_image_is_readable (picture));
    }
  g_assert_true (is_light ("<g id='a'><use href='#a'/><use href='#b'/></g><g id='b'><use href='#a'/></g>"));
  for (guint i = 0; i < 120000; i++)
    g_string_append (long_one, "<g/>");
  g_assert_true (is_light (long_one->str));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/picture/size", test_size);
  g_test_add_func ("/typeset/picture/unreadable", test_unreadable);
  g_test_add_func ("/typeset/picture/damaged", test_damaged);
  g_test_add_func ("/typeset/picture/R22-on-the-page", test_on_the_page);
  g_test_add_func ("/typeset/picture/width", test_width);
  g_test_add_func ("/typeset/picture/box", test_box);
  g_test_add_func ("/typeset/picture/jpeg-as-is", test_jpeg_as_is);
  g_test_add_func ("/typeset/picture/proof", test_proof);
  g_test_add_func ("/typeset/picture/painted", test_painted);
  g_test_add_func ("/typeset/picture/orientation", test_orientation);
  g_test_add_func ("/typeset/picture/orientation-damaged", test_orientation_damaged);
  g_test_add_func ("/typeset/picture/turned-on-paper", test_turned_on_paper);
  g_test_add_func ("/typeset/picture/bombs", test_bombs);
  return g_test_run ();
}
