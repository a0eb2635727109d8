/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-change.h"

G_BEGIN_DECLS

/**
 * CwPassage:
 * @chars: the characters, 0 at the end
 * @becomes: for each what it becomes, or %NULL: stays; "" goes
 * @kinds: for each that changes, the kind of change
 * @fixed: for each whether it is part of an address or a file name, and stays whatever it is
 * @partner: for each bracket the other one of the pair, or -1
 * @n: number of characters
 *
 * One paragraph on the bench of the normaliser.
 */
typedef struct
{
  gunichar *chars;
  const char **becomes;
  guint8 *kinds;
  gboolean *fixed;
  int *partner;
  int n;
} CwPassage;

void cw_passage_init (CwPassage *self, const char *text, gsize length);
void cw_passage_clear (CwPassage *self);
void cw_passage_set (CwPassage *self, int i, const char *becomes, CwChangeKind kind);
char *cw_passage_render (CwPassage *self, CwChanges *changes, guint line);
char *cw_passage_excerpt (CwPassage *self, int from, int to, gboolean changed);

gunichar cw_passage_get (CwPassage *self, int i);
gboolean cw_passage_is_english (CwPassage *self);
gboolean cw_passage_is_chinese_before (CwPassage *self, int i);
gboolean cw_passage_is_chinese_after (CwPassage *self, int i);
gboolean cw_passage_is_between_words (CwPassage *self, int i);

gboolean cw_char_is_chinese (gunichar c);
gboolean cw_char_is_word (gunichar c);

/* The rules that look at more than one mark. */
void cw_passage_set_document_numbers (CwPassage *self);
void cw_passage_pair_brackets (CwPassage *self);
void cw_passage_pair_single_quotes (CwPassage *self);

G_END_DECLS
