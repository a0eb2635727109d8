/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-check-options.h"
#include "cw-text-rules.h"

G_BEGIN_DECLS

/**
 * CwTerm:
 * @rule: a misspelling or a term
 * @wrong: the words that are not wanted
 * @right: what comes in their place; empty if there is nothing particular
 * @except: (nullable): longer words they may be a part of, divided by |
 *
 * Words that are not wanted.
 */
typedef struct
{
  CwTextRuleId rule;
  const char *wrong;
  const char *right;
  const char *except;
} CwTerm;

extern const CwTerm cw_terms_misspelt[];
extern const CwTerm cw_terms_office[];

gboolean cw_check_options_has_rule (CwCheckOptions *self, CwTextRuleId rule);
gboolean cw_check_options_equal (CwCheckOptions *self, CwCheckOptions *other);
const CwTerm *cw_check_options_find_term (CwCheckOptions *self, const char *string, gsize offset,
                                          gsize *length);

G_END_DECLS
