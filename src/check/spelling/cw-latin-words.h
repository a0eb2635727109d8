/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The words of a Chinese text that are written in Latin letters. */

G_BEGIN_DECLS

/**
 * CwLatinWord:
 * @start: first byte of the word
 * @end: byte after the word
 * @whole_start: first byte of the compound it is a part of (well-being); @start without one
 * @whole_end: byte after the compound; @end without one
 *
 * A word whose spelling can be looked up.
 */
typedef struct
{
  guint start;
  guint end;
  guint whole_start;
  guint whole_end;
} CwLatinWord;

GArray *cw_latin_words_find (const char *utf8, gsize length);

G_END_DECLS
