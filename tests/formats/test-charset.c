/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "formats/reading/cw-charset.h"
#include "formats/files/cw-file-error.h"

/* Rare characters of names, two of them outside the BMP, and what offices write. */
#define TEXT "云陵县教育局2024年总结\n马龚䶮、宋㛃、王堃、周𬭶和𠮷田，完成率98.5%。\r\n"

static char *
decode (const void *data, gsize length, const char **charset, guint *n_replaced)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  char *text = cw_charset_decode (bytes, charset, n_replaced, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return text;
}

typedef struct
{
  const char *name;
  const char *codeset;
  const char *mark;
  gsize mark_length;
} Encoding;

static const Encoding ENCODINGS[] = {
  { "utf-8", "UTF-8", "", 0 },       { "utf-8-mark", "UTF-8", "\xef\xbb\xbf", 3 },
  { "utf-16le", "UTF-16LE", "", 0 }, { "utf-16le-mark", "UTF-16LE", "\xff\xfe", 2 },
  { "utf-16be", "UTF-16BE", "", 0 }, { "utf-16be-mark", "UTF-16BE", "\xfe\xff", 2 },
  { "gb18030", "GB18030", "", 0 },
};

static void
test_encoding (gconstpointer data)
{
  const Encoding *encoding = data;
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autofree char *text = NULL;
  g_autofree char *encoded = NULL;
  const char *charset = NULL;
  gsize length;
  guint n_replaced = 99;

  encoded = g_convert (TEXT, -1, encoding->codeset, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (encoded);
  g_byte_array_append (file, (const guint8 *) encoding->mark, encoding->mark_length);
  g_byte_array_append (file, (const guint8 *) encoded, length);
  text = decode (file->data, file->len, &charset, &n_replaced);
  g_assert_cmpstr (text, ==, TEXT);
  g_assert_cmpstr (charset, ==, encoding->codeset);
  g_assert_cmpuint (n_replaced, ==, 0);
}

static void
test_empty (void)
{
  g_autofree char *nothing = decode ("", 0, NULL, NULL);
  g_autofree char *mark = decode ("\xef\xbb\xbf", 3, NULL, NULL);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (mark, ==, "");
}

/* One damaged character must not turn a UTF-8 text into GB18030. */
static void
test_damaged_utf8 (void)
{
  const char *charset;
  guint n_replaced;
  g_autofree char *middle = decode ("总结\xe6\x80如下，各项工作",
                                    strlen ("总结\xe6\x80如下，各项工作"), &charset, &n_replaced);
  g_autofree char *torn = NULL;

  g_assert_cmpstr (middle, ==, "总结\xef\xbf\xbd如下，各项工作");
  g_assert_cmpstr (charset, ==, "UTF-8");
  g_assert_cmpuint (n_replaced, ==, 1);

  torn = decode ("各项工作总结", strlen ("各项工作总结") - 1, &charset, &n_replaced);
  g_assert_cmpstr (torn, ==, "各项工作总\xef\xbf\xbd");
  g_assert_cmpuint (n_replaced, ==, 1);
}

static void
test_damaged_gb18030 (void)
{
  const char *charset;
  guint n_replaced;
  g_autofree char *encoded = NULL;
  g_autofree char *text = NULL;
  gsize length;

  encoded = g_convert (TEXT, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  encoded[4] = (char) 0xff;
  text = decode (encoded, length, &charset, &n_replaced);
  g_assert_cmpstr (charset, ==, "GB18030");
  g_assert_cmpuint (n_replaced, >, 0);
  g_assert_true (g_str_has_prefix (text, "云陵\xef\xbf\xbd"));
  g_assert_nonnull (strstr (text, "周𬭶和𠮷田"));
}

static void
test_damaged_utf16 (void)
{
  static const guchar LONE[] = { 0xff, 0xfe, 0x2d, 0x4e, 0x00, 0xd8, 0x87, 0x65, 0x31 };
  guint n_replaced;
  g_autofree char *text = decode (LONE, sizeof LONE, NULL, &n_replaced);

  g_assert_cmpstr (text, ==, "中\xef\xbf\xbd文\xef\xbf\xbd");
  g_assert_cmpuint (n_replaced, ==, 2);
}

/* A NUL would end every string of the program: it is replaced, and the rest is there. */
static void
test_nul (void)
{
  static const char WITH_NUL[] = "第一段\0第二段";
  guint n_replaced;
  g_autofree char *text = decode (WITH_NUL, sizeof WITH_NUL - 1, NULL, &n_replaced);

  g_assert_cmpstr (text, ==, "第一段\xef\xbf\xbd第二段");
  g_assert_cmpuint (n_replaced, ==, 1);
}

static void
assert_refused (const void *data, gsize length, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_charset_decode (bytes, NULL, NULL, &error));
  g_assert_error (error, CW_FILE_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
test_not_text (void)
{
  static const char PNG[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  static const char ZIP[] = "PK\x03\x04\x14\0\0\0\x08\0";
  static const char ELF[] = "\x7f"
                            "ELF\x02\x01\x01\0\0\0\0\0";
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  guint8 noise[4096];
  guint8 nothing[4096] = { 0 };

  assert_refused (PNG, sizeof PNG, CW_FILE_ERROR_NOT_TEXT);
  assert_refused (ZIP, sizeof ZIP, CW_FILE_ERROR_NOT_TEXT);
  assert_refused (ELF, sizeof ELF, CW_FILE_ERROR_NOT_TEXT);
  for (gsize i = 0; i < sizeof noise; i++)
    noise[i] = g_rand_int_range (rand, 0, 256);
  assert_refused (noise, sizeof noise, CW_FILE_ERROR_NOT_TEXT);
  assert_refused (nothing, sizeof nothing, CW_FILE_ERROR_NOT_TEXT);
}

static void
test_too_large (void)
{
  gsize length = 64 * 1024 * 1024 + 1;
  g_autofree char *data = g_malloc (length);

  memset (data, 'a', length);
  assert_refused (data, length, CW_FILE_ERROR_TOO_LARGE);
}

/* Texts of every length torn at every byte, in every encoding, are read. */
static void
test_torn (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ENCODINGS); i++)
    {
      gsize length;
      g_autofree char *encoded
          = g_convert (TEXT, -1, ENCODINGS[i].codeset, "UTF-8", NULL, &length, NULL);

      for (gsize n = 0; n <= length; n++)
        {
          g_autoptr (GBytes) bytes = g_bytes_new (encoded, n);
          g_autofree char *text = cw_charset_decode (bytes, NULL, NULL, NULL);

          g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
        }
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ENCODINGS); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/charset/%s", ENCODINGS[i].name);

      g_test_add_data_func (path, &ENCODINGS[i], test_encoding);
    }
  g_test_add_func ("/formats/charset/empty", test_empty);
  g_test_add_func ("/formats/charset/damaged-utf8", test_damaged_utf8);
  g_test_add_func ("/formats/charset/damaged-gb18030", test_damaged_gb18030);
  g_test_add_func ("/formats/charset/damaged-utf16", test_damaged_utf16);
  g_test_add_func ("/formats/charset/nul", test_nul);
  g_test_add_func ("/formats/charset/not-text", test_not_text);
  g_test_add_func ("/formats/charset/too-large", test_too_large);
  g_test_add_func ("/formats/charset/torn", test_torn);
  return g_test_run ();
}
