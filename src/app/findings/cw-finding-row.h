/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cw-finding-item.h"

G_BEGIN_DECLS

/**
 * CwFindingCommand:
 * @CW_FINDING_FIX: put it right
 * @CW_FINDING_IGNORE: leave this place alone
 * @CW_FINDING_IGNORE_WORDS: leave these words alone in this paper
 * @CW_FINDING_IGNORE_ALWAYS: leave these words alone in every paper
 * @CW_FINDING_RULE_OFF: do not look for this kind of thing any more
 *
 * What can be done about a finding.
 */
typedef enum
{
  CW_FINDING_FIX,
  CW_FINDING_IGNORE,
  CW_FINDING_IGNORE_WORDS,
  CW_FINDING_IGNORE_ALWAYS,
  CW_FINDING_RULE_OFF,
  CW_N_FINDING_COMMANDS,
} CwFindingCommand;

/*
 * CwFindingRow::command (CwFindingCommand): a button or an item of the menu was chosen
 */
#define CW_TYPE_FINDING_ROW (cw_finding_row_get_type ())

G_DECLARE_FINAL_TYPE (CwFindingRow, cw_finding_row, CW, FINDING_ROW, GtkBox)

GtkWidget *cw_finding_row_new (void);
void cw_finding_row_set_item (CwFindingRow *self, CwFindingItem *item);
CwFindingItem *cw_finding_row_get_item (CwFindingRow *self);

G_END_DECLS
