/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-stretch.h"
#include "cw-text-rule.h"

G_BEGIN_DECLS

/**
 * CwFinding:
 * @rule: what it offends against
 * @at: where, in the document that was checked; may be empty (start equals end) where something is
 *   missing
 * @message: what is wrong and what to do, a translated sentence
 * @key: of this finding, to dismiss it in this paper: its rule, its words and those around them; it
 *   moves with its text, see cw_ledger_set_dismissed()
 * @word_key: of all findings of this rule with these words, to dismiss them in every paper, see
 *   cw_check_options_new(); cw_ledger_set_dismissed() takes it too, for all of one paper
 * @fixes: (array length=n_fixes): the places the fix changes
 * @fix_texts: (array length=n_fixes): what comes there
 * @n_fixes: how many; 0 if there is nothing a program can mend
 *
 * Something the text checker found. Belongs to its #CwFindings and lives as long.
 */
typedef struct
{
  const CwTextRule *rule;
  CwStretch at;
  const char *message;
  const char *key;
  const char *word_key;
  const CwStretch *fixes;
  CwText *const *fix_texts;
  guint n_fixes;
} CwFinding;

/**
 * CwFindings:
 *
 * All that was found in one document, in the order of reading. Immutable and atomically
 * reference-counted: may be made in one thread and read in another.
 */
typedef struct _CwFindings CwFindings;

#define CW_TYPE_FINDINGS (cw_findings_get_type ())

GType cw_findings_get_type (void) G_GNUC_CONST;

CwFindings *cw_findings_ref (CwFindings *self);
void cw_findings_unref (CwFindings *self);

CwDocument *cw_findings_get_document (CwFindings *self);
guint cw_findings_get_n (CwFindings *self);
const CwFinding *cw_findings_get (CwFindings *self, guint position);
guint cw_findings_get_n_dismissed (CwFindings *self);
guint cw_findings_count (CwFindings *self, CwStrength strength);
guint cw_findings_count_lines (CwFindings *self, guint first_line, guint n_lines);
guint cw_findings_count_fixable (CwFindings *self);
CwDocument *cw_findings_fix (CwDocument *document, CwFindings *self, const guint *positions,
                             guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwFindings, cw_findings_unref)

G_END_DECLS
