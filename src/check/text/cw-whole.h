/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-scan.h"

/* What only the whole paper shows. */

G_BEGIN_DECLS

/**
 * CwWhole:
 * @document: the paper
 * @findings: where what is found goes
 * @blocks: (array length=n_blocks): what was seen in each block
 * @n_blocks: how many there are
 * @n_body: how many of them are of the body
 *
 * A paper whose texts have been looked at one by one.
 */
typedef struct
{
  CwDocument *document;
  CwFindings *findings;
  CwScanned **blocks;
  guint n_blocks;
  guint n_body;
} CwWhole;

/**
 * CwFactFunc:
 * @whole: the paper
 * @block: the number of a block
 * @fact: a fact of it
 * @user_data: what was passed
 */
typedef void (*CwFactFunc) (CwWhole *whole, guint block, const CwFact *fact, gpointer user_data);

void cw_whole_foreach (CwWhole *self, CwFactKind kind, guint n_blocks, CwFactFunc func,
                       gpointer user_data);
CwFinding *cw_whole_report (CwWhole *self, CwTextRuleId rule, const CwStretch *at, char *message);
void cw_whole_fix (CwFinding *finding, const char *fix);
CwStretch cw_whole_get_stretch (CwWhole *self, guint block, gsize start, gsize end);
CwStretch cw_whole_get_block (CwWhole *self, guint block);
CwStretch cw_whole_get_line (CwWhole *self, CwElement element, guint line);
const char *cw_whole_get_string (CwWhole *self, guint block);
const char *cw_whole_get_element (CwWhole *self, CwElement element);
char *cw_whole_get_title (CwWhole *self);

void cw_whole_check_levels (CwWhole *self);
void cw_whole_check_sequences (CwWhole *self);
void cw_whole_check_attachments (CwWhole *self);
void cw_whole_check_elements (CwWhole *self);
void cw_whole_check_title (CwWhole *self);
void cw_whole_check_words (CwWhole *self);
void cw_whole_check_agencies (CwWhole *self);
void cw_whole_check_period (CwWhole *self);
void cw_whole_check_values (CwWhole *self);

G_END_DECLS
