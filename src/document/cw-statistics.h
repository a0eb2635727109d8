/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-flow.h"

G_BEGIN_DECLS

/**
 * CwStatistics:
 * @characters: all characters but spaces, as cw_text_get_n_characters() counts them
 * @spaces: spaces of every width
 * @punctuation: punctuation marks and other signs, part of @characters
 * @han: Chinese characters, part of @characters
 * @words: Western words: runs of letters
 * @numbers: numbers: runs of digits with the points and commas within them
 * @digits: digits, part of @characters
 * @paragraphs: lines of text that are not empty
 *
 * What a text consists of, counted in the ways offices do.
 */
typedef struct
{
  guint characters;
  guint spaces;
  guint punctuation;
  guint han;
  guint words;
  guint numbers;
  guint digits;
  guint paragraphs;
} CwStatistics;

/**
 * CwSectionStatistics:
 * @line: line of the flow of its heading
 * @title: the heading with its number, or the title of an attachment
 * @statistics: of all up to the next one, the heading included
 *
 * What a section of the first level, or an attachment, consists of.
 */
typedef struct
{
  guint line;
  char *title;
  CwStatistics statistics;
} CwSectionStatistics;

void cw_statistics_add (CwStatistics *self, const char *text, gsize length);
CwStatistics cw_statistics_of_document (CwDocument *document);
CwStatistics cw_statistics_of_selection (CwDocument *document, CwPlace start, CwPlace end);
GArray *cw_statistics_of_sections (CwDocument *document);
guint cw_statistics_get_office_count (const CwStatistics *self);
double cw_statistics_get_minutes (const CwStatistics *self, guint per_minute);

G_END_DECLS
