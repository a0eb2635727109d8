/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-glyph-cache.h"

/* An answer in one word: bit 63 known, bit 62 found, bits 24–55 the advance, bits 0–23 the glyph.
 */
#define KNOWN (G_GUINT64_CONSTANT (1) << 63)
#define FOUND (G_GUINT64_CONSTANT (1) << 62)
#define ADVANCE_SHIFT 24
#define GLYPH_MASK 0xFFFFFFu

static guint64
pack (CwCachedGlyph glyph)
{
  if (!glyph.found)
    return KNOWN;
  return KNOWN | FOUND | (guint64) (guint32) glyph.advance << ADVANCE_SHIFT
         | (glyph.glyph & GLYPH_MASK);
}

static CwCachedGlyph
unpack (guint64 word)
{
  return (CwCachedGlyph) {
    .found = (word & FOUND) != 0,
    .glyph = (hb_codepoint_t) (word & GLYPH_MASK),
    .advance = (gint32) (guint32) (word >> ADVANCE_SHIFT),
  };
}

/* The table at @slot, made on first use; a thread that loses the race takes the winner's. */
static gpointer
get_table (gpointer *slot, gsize size)
{
  gpointer table = g_atomic_pointer_get (slot);

  if (G_LIKELY (table != NULL))
    return table;

  gpointer fresh = g_malloc0 (size);
  if (g_atomic_pointer_compare_and_exchange (slot, NULL, fresh))
    return fresh;
  g_free (fresh);
  return g_atomic_pointer_get (slot);
}

/* Kept apart, so that the way of nearly every call stays short. */
G_NO_INLINE static CwCachedGlyph
fill_word (CwGlyphCache *self, gunichar ch, CwGlyphFill fill, gpointer data)
{
  guint64 **plane = get_table ((gpointer *) &self->planes[ch >> 16], 256 * sizeof (guint64 *));
  guint64 *row = get_table ((gpointer *) &plane[(ch >> 8) & 0xFF], 256 * sizeof (guint64));
  CwCachedGlyph glyph = fill (ch, data);

  __atomic_store_n (&row[ch & 0xFF], pack (glyph), __ATOMIC_RELAXED);
  return glyph;
}

/* The word of a character, or 0 if nothing is known of it. */
static inline guint64
read_word (CwGlyphCache *self, gunichar ch)
{
  guint64 **plane = g_atomic_pointer_get (&self->planes[ch >> 16]);

  if (G_UNLIKELY (plane == NULL))
    return 0;
  guint64 *row = g_atomic_pointer_get (&plane[(ch >> 8) & 0xFF]);
  return G_LIKELY (row != NULL) ? __atomic_load_n (&row[ch & 0xFF], __ATOMIC_RELAXED) : 0;
}

/**
 * cw_glyph_cache_get:
 * @self: a cache
 * @ch: a character; above U+10FFFF nothing is found
 * @fill: finds out what is not known yet
 * @data: for @fill
 *
 * Returns: what the face has for @ch
 */
CwCachedGlyph
cw_glyph_cache_get (CwGlyphCache *self, gunichar ch, CwGlyphFill fill, gpointer data)
{
  if (G_UNLIKELY (ch > 0x10FFFF))
    return (CwCachedGlyph) { .found = FALSE };

  guint64 word = read_word (self, ch);
  return G_LIKELY (word != 0) ? unpack (word) : fill_word (self, ch, fill, data);
}

/**
 * cw_glyph_cache_clear:
 * @self: a cache no thread uses any more
 *
 * Frees its tables.
 */
void
cw_glyph_cache_clear (CwGlyphCache *self)
{
  for (guint plane = 0; plane < G_N_ELEMENTS (self->planes); plane++)
    {
      for (guint row = 0; self->planes[plane] != NULL && row < 256; row++)
        g_free (self->planes[plane][row]);
      g_clear_pointer (&self->planes[plane], g_free);
    }
}
