/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwPhrase:
 *
 * Closing phrases that belong to one kind of paper.
 */
typedef enum
{
  CW_PHRASE_ASK, /* 妥否，请批示 */
  CW_PHRASE_REPORT,
  CW_PHRASE_NOTICE,
  CW_PHRASE_REQUEST,
  CW_PHRASE_LETTER,
  CW_N_PHRASES,
} CwPhrase;

/* Words with two spellings, either right, but not both in one paper: the usual one first. */
extern const char *const cw_pairs_variants[][2];
extern const guint cw_n_pairs_variants;

/* Ends of names of offices that one place has only one of: the full name first. */
extern const char *const cw_pairs_offices[][2];
extern const guint cw_n_pairs_offices;

G_END_DECLS
