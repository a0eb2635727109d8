/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "../formats/import-again.h"

/* Whatever bytes come in, reading them ends well. With clang:
 *
 *   clang -g -fsanitize=fuzzer,address,undefined -DCW_LIBFUZZER tests/fuzz/fuzz-import.c …
 *
 * Without -DCW_LIBFUZZER a test program that damages the sample a few hundred times, always in the
 * same ways. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwImport) import = cw_import_bytes (bytes, &error);

  if (import == NULL)
    {
      g_assert_cmpuint (strlen (error->message), >, 0);
      return 0;
    }
  assert_import_is_sound (import);
  return 0;
}

#ifndef CW_LIBFUZZER

#define N_RUNS 400
#define RANDOM_SEED 20241123
#define N_DAMAGES 12

/* One of: a byte changed, bytes taken out, bytes doubled, a mark put in, the rest cut off. */
static void
damage (GByteArray *bytes, GRand *rand)
{
  static const char MARKS[] = ",;:?!.()\"'-[] \t\n\r\f\0\x80\xff\xe4\xef";
  guint at = g_rand_int_range (rand, 0, bytes->len);
  guint length = g_rand_int_range (rand, 1, 40), n = MIN (length, bytes->len - at);
  guint8 mark = MARKS[g_rand_int_range (rand, 0, sizeof MARKS - 1)];
  guint8 copy[40];

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      bytes->data[at] = g_rand_int_range (rand, 0, 256);
      break;
    case 1:
      g_byte_array_remove_range (bytes, at, n);
      break;
    case 2:
      memcpy (copy, bytes->data + at, n);
      g_byte_array_append (bytes, copy, n);
      break;
    case 3:
      g_byte_array_set_size (bytes, MAX (at, 1));
      break;
    default:
      bytes->data[at] = mark;
      break;
    }
  if (bytes->len == 0)
    g_byte_array_append (bytes, &mark, 1);
}

static GByteArray *
encode (const char *text, gsize length, const char *codeset)
{
  gsize n;
  char *encoded = g_convert (text, length, codeset, "UTF-8", NULL, &n, NULL);

  g_assert_nonnull (encoded);
  return g_byte_array_new_take ((guint8 *) encoded, n);
}

static void
test_mutations (gconstpointer codeset)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHENGWEN_SAMPLES"), "summary.txt", NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GRand) rand = g_rand_new_with_seed (RANDOM_SEED);

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (guint i = 0; i < N_RUNS; i++)
    {
      gsize part = g_utf8_offset_to_pointer (text, g_rand_int_range (rand, 1, 800)) - text;
      g_autoptr (GByteArray) bytes = encode (text, part, codeset);
      guint n = g_rand_int_range (rand, 0, N_DAMAGES);

      for (guint k = 0; k < n; k++)
        damage (bytes, rand);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
}

static void
test_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (RANDOM_SEED);
  guint8 noise[512];

  for (guint i = 0; i < N_RUNS; i++)
    {
      gsize size = g_rand_int_range (rand, 0, sizeof noise);

      for (gsize k = 0; k < size; k++)
        noise[k] = g_rand_int_range (rand, 0, 256);
      LLVMFuzzerTestOneInput (noise, size);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/fuzz/import/utf-8", "UTF-8", test_mutations);
  g_test_add_data_func ("/fuzz/import/gb18030", "GB18030", test_mutations);
  g_test_add_data_func ("/fuzz/import/utf-16", "UTF-16LE", test_mutations);
  g_test_add_func ("/fuzz/import/noise", test_noise);
  return g_test_run ();
}

#endif
