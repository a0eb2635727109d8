/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-check-options-private.h"
#include "cw-finding-private.h"
#include "cw-text-rules.h"

/* One text of a document looked at by itself: what is wrong in it, and what is to be compared with
 * the rest of the paper. */

G_BEGIN_DECLS

/**
 * CwScanWhere:
 *
 * Where a text stands; rules say where they hold.
 */
typedef enum
{
  CW_IN_PARAGRAPH = 1 << 0,
  CW_IN_HEADING = 1 << 1,
  CW_IN_ANNOTATION = 1 << 2,
  CW_IN_CAPTION = 1 << 3,
  CW_IN_CELL = 1 << 4,
  CW_IN_TITLE = 1 << 5, /* of the paper or of an attachment */
  CW_IN_ADDRESSEES = 1 << 6,
  CW_IN_ELEMENT = 1 << 7, /* any other */
  CW_IN_RUNNING = CW_IN_PARAGRAPH | CW_IN_HEADING | CW_IN_ANNOTATION,
  CW_IN_ANY = (1 << 8) - 1,
} CwScanWhere;

/**
 * CwFactKind:
 * @CW_FACT_ORDINAL: 一是, @number 1
 * @CW_FACT_ATTACHMENT: 附件2, @number 2; 0 if it has none
 * @CW_FACT_PART: 见第三部分, @number 3
 * @CW_FACT_QUARTER: 第二季度, @number 2, @other the year before it or 0
 * @CW_FACT_DAY: 5月9日 at the beginning of a clause, @number the month
 * @CW_FACT_NUMERAL: a count of five digits or more, @number 1 if its digits are grouped
 * @CW_FACT_AGENCY: a run of characters that ends as names of agencies do
 * @CW_FACT_VARIANT: a word that has another spelling, @number the pair, @other which of the two
 * @CW_FACT_OFFICE: a short name of an office, @number the pair, @other which of the two
 * @CW_FACT_PHRASE: a closing phrase, @number which
 *
 * What rules about the whole paper compare.
 */
typedef enum
{
  CW_FACT_ORDINAL,
  CW_FACT_ATTACHMENT,
  CW_FACT_PART,
  CW_FACT_QUARTER,
  CW_FACT_DAY,
  CW_FACT_NUMERAL,
  CW_FACT_AGENCY,
  CW_FACT_VARIANT,
  CW_FACT_OFFICE,
  CW_FACT_PHRASE,
  CW_N_FACTS,
} CwFactKind;

/**
 * CwFact:
 * @kind: what it is
 * @start: first byte, in the text of its block
 * @end: byte after the last
 * @number: see #CwFactKind
 * @other: see #CwFactKind
 *
 * Something said in a text that rules about the whole paper compare.
 */
typedef struct
{
  CwFactKind kind;
  guint start;
  guint end;
  guint number;
  guint other;
} CwFact;

/**
 * CwTextScan:
 * @options: what to look for
 * @findings: (element-type CwFinding): what has been found
 * @facts: (element-type CwFact): what has been noted
 * @where: where the text stands
 * @field: the field it is in
 * @level: of a heading, otherwise 0
 * @line: its line, counted from the first of its block or element
 * @string: the text
 * @length: its bytes
 *
 * A text being looked at.
 */
typedef struct
{
  CwCheckOptions *options;
  GPtrArray *findings;
  GArray *facts;
  CwScanWhere where;
  guint level;
  CwField field;
  guint line;
  const char *string;
  gsize length;
} CwTextScan;

void cw_scan_report (CwTextScan *self, CwTextRuleId rule, gsize start, gsize end, char *message,
                     const char *fix);
void cw_scan_note (CwTextScan *self, CwFactKind kind, gsize start, gsize end, guint number,
                   guint other);

/**
 * CwPattern:
 * @rule: what is offended against where it matches
 * @where: where it holds
 * @pattern: a regular expression; what it matches is the finding
 * @message: untranslated; %%s in it stands for the words
 * @fix: (nullable): what comes there, with references to groups
 *
 * A rule that a regular expression can say.
 */
typedef struct
{
  CwTextRuleId rule;
  guint where;
  const char *pattern;
  const char *message;
  const char *fix;
} CwPattern;

extern const CwPattern cw_patterns_punctuation[];
extern const CwPattern cw_patterns_digits[];
extern const CwPattern cw_patterns_leftovers[];
extern const CwPattern cw_patterns_words[];

/**
 * CwScanMatchFunc:
 * @self: a scan
 * @match: a match, with its groups
 * @start: where it begins, in bytes
 * @end: where it ends
 *
 * Told of a match.
 */
typedef void (*CwScanMatchFunc) (CwTextScan *self, GMatchInfo *match, int start, int end);

GRegex *cw_scan_get_regex (const char *pattern, gsize *store);
void cw_scan_foreach_match (CwTextScan *self, GRegex *regex, CwScanMatchFunc func);
guint cw_scan_parse_numeral (const char *string, gsize length);

/* The rules that take more than a pattern, by their themes. */
void cw_scan_punctuation (CwTextScan *self);
void cw_scan_brackets (CwTextScan *self);
void cw_scan_digits (CwTextScan *self);
void cw_scan_dates (CwTextScan *self);
void cw_scan_terms (CwTextScan *self);
void cw_scan_sentences (CwTextScan *self);
void cw_scan_facts (CwTextScan *self);
void cw_scan_totals (CwTextScan *self, CwTable *table);

G_END_DECLS
