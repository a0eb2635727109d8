/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/**
 * CwCachedGlyph:
 * @found: whether the face has a glyph for the character
 * @glyph: its index in the face
 * @advance: its advance in font units
 */
typedef struct
{
  gboolean found;
  hb_codepoint_t glyph;
  int advance;
} CwCachedGlyph;

/**
 * CwGlyphFill:
 * @ch: a character
 * @data: what was given to cw_glyph_cache_get()
 *
 * Finds out what the cache does not know yet. Called from any thread, perhaps from two at once for
 * the same character: it must give the same answer every time.
 */
typedef CwCachedGlyph (*CwGlyphFill) (gunichar ch, gpointer data);

/**
 * CwGlyphCache:
 *
 * What a face has for each character, remembered in tables that grow by 256 characters. Reading and
 * filling take no lock: an answer is one 64-bit word, and two threads that fill the same word write
 * the same value.
 */
typedef struct
{
  guint64 **planes[17];
} CwGlyphCache;

CwCachedGlyph cw_glyph_cache_get (CwGlyphCache *self, gunichar ch, CwGlyphFill fill, gpointer data);
void cw_glyph_cache_clear (CwGlyphCache *self);

G_END_DECLS
