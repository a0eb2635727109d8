/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CW_TITLE_WORD_LONGEST:
 *
 * Characters of the longest word in the list.
 */
#define CW_TITLE_WORD_LONGEST 16

/**
 * CwTitleRole:
 * @CW_TITLE_NONE: not in the list
 * @CW_TITLE_PLAIN: a word like any other
 * @CW_TITLE_ABOUT: 关于
 * @CW_TITLE_PARTICLE: 的, 和, 与, 及, 以及: stay with what is before them
 * @CW_TITLE_PREPOSITION: 对, 在, 向: stay with what comes after them
 * @CW_TITLE_AGENCY: ends the name of an office
 * @CW_TITLE_SUFFIX: one character that belongs to what is before it: 局, 市, 化
 * @CW_TITLE_TIME: a quarter, a half-year
 * @CW_TITLE_VERB: what is done: 做好, 印发
 * @CW_TITLE_ADVERB: how it is done: 进一步, 深入; also 全市, 全县: begins a new thought
 * @CW_TITLE_HEAD: completes the noun before it: 工作, 情况, 防治
 * @CW_TITLE_KIND: the kind of paper: 通知, 工作总结
 *
 * What a word is to the shape of a title.
 */
typedef enum
{
  CW_TITLE_NONE,
  CW_TITLE_PLAIN,
  CW_TITLE_ABOUT,
  CW_TITLE_PARTICLE,
  CW_TITLE_PREPOSITION,
  CW_TITLE_AGENCY,
  CW_TITLE_SUFFIX,
  CW_TITLE_TIME,
  CW_TITLE_VERB,
  CW_TITLE_ADVERB,
  CW_TITLE_HEAD,
  CW_TITLE_KIND,
} CwTitleRole;

CwTitleRole cw_title_words_find (const char *word, gsize length);

G_END_DECLS
