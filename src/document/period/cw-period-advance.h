/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-period.h"
#include "document/cw-stretch.h"

G_BEGIN_DECLS

/**
 * CwPeriodChangeKind:
 * @CW_PERIOD_CHANGE_TIME: a period or a date moves
 * @CW_PERIOD_CHANGE_EVENT: the date of something that has happened becomes a blank
 * @CW_PERIOD_CHANGE_VALUE: a filled value becomes a blank
 * @CW_PERIOD_CHANGE_NUMBER: a number that was never marked becomes a blank
 * @CW_PERIOD_CHANGE_ELEMENT: an element is emptied
 *
 * What is changed for the next period.
 */
typedef enum
{
  CW_PERIOD_CHANGE_TIME,
  CW_PERIOD_CHANGE_EVENT,
  CW_PERIOD_CHANGE_VALUE,
  CW_PERIOD_CHANGE_NUMBER,
  CW_PERIOD_CHANGE_ELEMENT,
  CW_N_PERIOD_CHANGES,
} CwPeriodChangeKind;

/**
 * CwPeriodChange:
 * @kind: what is changed
 * @at: where it stands; of a value its first place
 * @value: number of the quantity, of %CW_PERIOD_CHANGE_VALUE; otherwise 0
 * @element: what is emptied, of %CW_PERIOD_CHANGE_ELEMENT
 * @was: what stands there
 * @now: what is to stand there, empty if nothing
 * @sure: whether that is certain
 * @chosen: whether it is to be done; the caller may change it
 *
 * A change that makes the paper of the next period.
 */
typedef struct
{
  CwPeriodChangeKind kind;
  CwStretch at;
  guint value;
  CwElement element;
  char *was;
  char *now;
  gboolean sure;
  gboolean chosen;
} CwPeriodChange;

GPtrArray *cw_period_find_changes (CwDocument *document, const CwPeriod *from,
                                   const CwPeriod *to);
CwDocument *cw_period_apply (CwDocument *document, GPtrArray *changes, gboolean carry_lists);
CwDocument *cw_period_advance (CwDocument *document, const CwPeriod *from, const CwPeriod *to);
void cw_period_change_free (CwPeriodChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPeriodChange, cw_period_change_free)

G_END_DECLS
