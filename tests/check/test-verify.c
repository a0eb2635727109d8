/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program exports passes its own checks; what cannot be measured is explained. */

#include "check/cw-verification.h"
#include "check/page/cw-measured-error.h"
#include "formats/pdf/cw-pdf.h"
#include "formats/reading/cw-import.h"
#include "typeset/pages/cw-typesetter.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

static GBytes *
export_text (const char *utf8, const CwProfile *profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwImport) import = cw_import_text (utf8);
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, import->document, profile);
  GBytes *pdf = cw_pdf_write (pages, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
assert_right (GBytes *pdf, const CwVerifyOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwVerification) verification = cw_verify_bytes (pdf, options, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = cw_verification_to_text (verification, "export");
  if (!cw_verification_is_right (verification))
    g_error ("%s", text);
}

static char *
read_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHENGWEN_SAMPLES"), "summary.txt", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_sample (void)
{
  g_autofree char *text = read_sample ();
  g_autoptr (GBytes) pdf = export_text (text, &cw_profile_default);

  assert_right (pdf, NULL);
}

/* Another reading is right by itself and wrong by the recommended one. */
static void
test_profiles (void)
{
  static const char *const wrong[] = { "C2", "C42", "C5" };
  g_autofree char *text = read_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      CwVerifyOptions options;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (CwVerification) verification = NULL;

      cw_verify_options_init (&options);
      options.profile.mirrored = i != 0;
      options.profile.page_number = i == 1 ? CW_PAGE_NUMBER_CENTRE : CW_PAGE_NUMBER_OUTER;
      options.profile.line_pitch = i == 2 ? 28 : 0;
      pdf = export_text (text, &options.profile);
      assert_right (pdf, &options);
      verification = cw_verify_bytes (pdf, NULL, NULL, NULL);
      for (guint j = 0; j < cw_verification_get_n_rows (verification); j++)
        if (g_str_equal (cw_verification_get_row (verification, j)->id, wrong[i]))
          g_assert_cmpint (cw_verification_get_row (verification, j)->state, ==, CW_VERIFY_FAILED);
    }
}

/* A blank that is ruled to be filled in by hand takes the place of what a paragraph, or a line
 * within one, begins with. */
static void
test_ruled (void)
{
  CwVerifyOptions options;
  g_autoptr (GBytes) pdf = NULL;

  cw_verify_options_init (&options);
  options.profile.placeholders = CW_PLACEHOLDERS_RULED;
  pdf = export_text (
      "关于报送材料的通知\n各单位：\n____名同志参加了本次活动，现将有关事项通知如下。\n"
      "请各单位认真组织，确保活动取得实效，现将有关事项通知如下，请各有关单位及____"
      "名同志遵照执行。\n",
      &options.profile);
  assert_right (pdf, &options);
}

/* One that ends a line reaches its right edge, wherever in the line it falls. */
static void
test_ruled_at_end (void)
{
  CwVerifyOptions options;

  cw_verify_options_init (&options);
  options.profile.placeholders = CW_PLACEHOLDERS_RULED;
  for (guint n = 12; n < 26; n++)
    {
      g_autoptr (GString) text = g_string_new ("关于报送材料的通知\n各单位：\n");
      g_autoptr (GBytes) pdf = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (text, i % 2 == 0 ? "认" : "真");
      g_string_append (
          text,
          "____名同志参加了本次活动，请各有关单位及全体同志按照要求遵照执行，并抓好落实工作。\n");
      pdf = export_text (text->str, &options.profile);
      g_test_message ("%u characters before the blank", n);
      assert_right (pdf, &options);
    }
}

static void
assert_error (GBytes *pdf, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_verify_bytes (pdf, NULL, NULL, &error));
  g_assert_error (error, CW_MEASURED_ERROR, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_damaged (void)
{
  g_autofree char *text = read_sample ();
  g_autoptr (GBytes) pdf = export_text (text, &cw_profile_default);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) words = g_bytes_new_static ("no PDF at all", 13);
  g_autoptr (GBytes) torn = g_bytes_new_from_bytes (pdf, 0, 900);

  assert_error (nothing, CW_MEASURED_ERROR_DAMAGED);
  assert_error (words, CW_MEASURED_ERROR_DAMAGED);
  assert_error (torn, CW_MEASURED_ERROR_DAMAGED);
}

/* Bytes changed here and there give an error or a list, never a crash. */
static void
test_altered (void)
{
  g_autoptr (GBytes) pdf
      = export_text ("通知\n各单位：\n请于2024年5月1日前报送材料。\n", &cw_profile_default);
  gsize length;
  const guchar *bytes = g_bytes_get_data (pdf, &length);

  for (guint i = 0; i < 60; i++)
    {
      guchar *copy = g_memdup2 (bytes, length);
      g_autoptr (GBytes) altered = NULL;
      g_autoptr (CwVerification) verification = NULL;

      for (guint j = 0; j < 1 + i; j++)
        copy[g_test_rand_int_range (0, (gint32) length)] = (guchar) g_test_rand_int_range (0, 256);
      altered = g_bytes_new_take (copy, length);
      verification = cw_verify_bytes (altered, NULL, NULL, NULL);
    }
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A PDF of one page with a picture of the whole sheet, or nothing. */
static GBytes *
make_picture (gboolean scan)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (collect, bytes, 595.276, 841.89);
  cairo_t *cr = cairo_create (pdf);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 85);

  cairo_scale (cr, 10, 10);
  cairo_set_source_surface (cr, picture, 0, 0);
  if (scan)
    cairo_paint (cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  cairo_surface_destroy (pdf);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_scanned (void)
{
  g_autoptr (GBytes) scan = make_picture (TRUE);
  g_autoptr (GBytes) blank = make_picture (FALSE);

  assert_error (scan, CW_MEASURED_ERROR_PICTURES);
  assert_error (blank, CW_MEASURED_ERROR_EMPTY);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) pdf = export_text ("通知\n", &cw_profile_default);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cw_verify_bytes (pdf, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A PDF that needs a password is no damaged one, and the sentence says what to do. */
static void
test_locked (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "check", "data", "locked.pdf", NULL);
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (CwVerification) verification = NULL;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  pdf = g_bytes_new (contents, length);
  verification = cw_verify_bytes (pdf, NULL, NULL, &error);
  g_assert_null (verification);
  g_assert_error (error, CW_MEASURED_ERROR, CW_MEASURED_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "password"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_fatal_mask ("Poppler", 0);
  g_test_add_func ("/check/verify/sample", test_sample);
  g_test_add_func ("/check/verify/profiles", test_profiles);
  g_test_add_func ("/check/verify/ruled", test_ruled);
  g_test_add_func ("/check/verify/ruled-at-end", test_ruled_at_end);
  g_test_add_func ("/check/verify/damaged", test_damaged);
  g_test_add_func ("/check/verify/locked", test_locked);
  g_test_add_func ("/check/verify/altered", test_altered);
  g_test_add_func ("/check/verify/scanned", test_scanned);
  g_test_add_func ("/check/verify/cancelled", test_cancelled);
  return g_test_run ();
}
