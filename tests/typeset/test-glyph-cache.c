/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/fonts/cw-glyph-cache.h"

/* A face in which every even character has a glyph. */
static CwCachedGlyph
fill (gunichar ch, gpointer data)
{
  g_atomic_int_inc ((int *) data);
  return (CwCachedGlyph) { ch % 2 == 0, ch % 2 == 0 ? ch & 0xFFFF : 0,
                           ch % 2 == 0 ? -(int) ch : 0 };
}

static void
assert_cached (CwGlyphCache *cache, gunichar ch, int *n_fills)
{
  CwCachedGlyph glyph = cw_glyph_cache_get (cache, ch, fill, n_fills);

  g_assert_cmpint (glyph.found, ==, ch % 2 == 0);
  if (!glyph.found)
    return;
  g_assert_cmpuint (glyph.glyph, ==, ch & 0xFFFF);
  g_assert_cmpint (glyph.advance, ==, -(int) ch);
}

/* Asked once for each character, those it has not included, over all planes. */
static void
test_asked_once (void)
{
  static const gunichar chars[] = { 0, 1, 'A', 0xFF, 0x100, 0x4E00, 0x4E01, 0x2B536, 0x10FFFF };
  CwGlyphCache cache = { 0 };
  int n_fills = 0;

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (chars); i++)
      assert_cached (&cache, chars[i], &n_fills);
  g_assert_cmpint (n_fills, ==, G_N_ELEMENTS (chars));
  cw_glyph_cache_clear (&cache);
}

static void
test_no_character (void)
{
  CwGlyphCache cache = { 0 };
  int n_fills = 0;

  g_assert_false (cw_glyph_cache_get (&cache, 0x110000, fill, &n_fills).found);
  g_assert_false (cw_glyph_cache_get (&cache, G_MAXUINT32, fill, &n_fills).found);
  g_assert_cmpint (n_fills, ==, 0);
  cw_glyph_cache_clear (&cache);
}

typedef struct
{
  CwGlyphCache cache;
  int n_fills;
} Shared;

static gpointer
read_all (gpointer data)
{
  Shared *shared = data;

  for (gunichar ch = 0x4E00; ch < 0x6E00; ch++)
    assert_cached (&shared->cache, ch, &shared->n_fills);
  return NULL;
}

/* Several threads fill the same tables without a lock, and all get the same answers. */
static void
test_threads (void)
{
  Shared shared = { 0 };
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_all, &shared);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (shared.n_fills, >=, 0x2000);
  cw_glyph_cache_clear (&shared.cache);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/glyph-cache/asked-once", test_asked_once);
  g_test_add_func ("/typeset/glyph-cache/no-character", test_no_character);
  g_test_add_func ("/typeset/glyph-cache/threads", test_threads);
  return g_test_run ();
}
