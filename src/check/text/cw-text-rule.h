/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwStrength:
 * @CW_STRENGTH_RULE: a standard or the regulations say so (规定)
 * @CW_STRENGTH_USUAL: offices generally do it so (一般)
 * @CW_STRENGTH_HINT: worth a look (实务)
 *
 * How much a finding of the text checker weighs.
 */
typedef enum
{
  CW_STRENGTH_RULE,
  CW_STRENGTH_USUAL,
  CW_STRENGTH_HINT,
  CW_N_STRENGTHS,
} CwStrength;

/**
 * CwTextRule:
 * @id: its name in settings and files, never changes
 * @source: where it comes from, such as “GB/T 15834—2011 4.5.3.5”; as it is shown
 * @strength: what it weighs
 * @name: what it is called, untranslated: see cw_text_rule_get_name()
 * @why: what it wants, untranslated: see cw_text_rule_get_explanation()
 *
 * A rule of the text checker. Rules are static; their addresses may be kept.
 */
typedef struct
{
  const char *id;
  const char *source;
  CwStrength strength;
  const char *name;
  const char *why;
} CwTextRule;

guint cw_text_rule_get_n_rules (void);
const CwTextRule *cw_text_rule_get (guint position);
const CwTextRule *cw_text_rule_find (const char *id);
const char *cw_text_rule_get_name (const CwTextRule *self);
const char *cw_text_rule_get_explanation (const CwTextRule *self);
const char *cw_strength_get_id (CwStrength strength);
const char *cw_strength_get_name (CwStrength strength);

G_END_DECLS
