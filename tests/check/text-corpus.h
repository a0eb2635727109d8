/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/text/cw-text-check.h"

/*
 * Papers written in one line each, see tests/check/data/README.
 */

G_BEGIN_DECLS

/**
 * TextCase:
 * @line: its line in the file
 * @rule: (nullable): the rule that has to find something
 * @document: the paper
 * @words: (nullable): what has to be found in it
 * @fixed: (nullable): what the first text with a fix has to become
 * @n_characters: how long it is
 *
 * A line of a corpus.
 */
typedef struct
{
  guint line;
  char *rule;
  CwDocument *document;
  char *words;
  char *fixed;
  guint n_characters;
} TextCase;

GPtrArray *text_corpus_read (const char *path);
gboolean text_corpus_is_found (const TextCase *self, CwFindings *findings);
char *text_corpus_describe (CwFindings *findings);

G_END_DECLS
