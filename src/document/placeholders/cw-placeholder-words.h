/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Private to this room: the words the rules for placeholders go by. */

G_BEGIN_DECLS

/**
 * CwFollower:
 * @CW_FOLLOWER_NONE: nothing that makes a blank of what is before it
 * @CW_FOLLOWER_NOUN: a noun whose name or number is missing (XX大学, X市, X同志)
 * @CW_FOLLOWER_UNIT: a unit (次, 名, 万余元, 个百分点)
 */
typedef enum
{
  CW_FOLLOWER_NONE,
  CW_FOLLOWER_NOUN,
  CW_FOLLOWER_UNIT,
} CwFollower;

/**
 * CwWords:
 *
 * The lists of words; see cw-placeholder-words.c for what each is for.
 */
typedef enum
{
  CW_WORDS_SCALES,
  CW_WORDS_BIG_SCALES,
  CW_WORDS_UNITS,
  CW_WORDS_NOUNS,
  CW_WORDS_NEVER,
  CW_WORDS_CHROMOSOMES,
  CW_WORDS_SOME,
  CW_WORDS_SURNAMES,
  CW_WORDS_NUMERALS,
  CW_WORDS_NOT_DATES,
  CW_WORDS_TO_DO,
  CW_N_WORDS,
} CwWords;

gsize cw_words_match (CwWords list, const char *p, const char *limit);
CwFollower cw_words_match_follower (const char *p, const char *limit, gsize *unit_length);

G_END_DECLS
