/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-page-builder-private.h"
#include "cw-sign-off-plan.h"

G_BEGIN_DECLS

/**
 * CwSignOffParts:
 * @names: (element-type guint): pieces of the signatories
 * @positions: (element-type guint): pieces of their positions beside the stamps
 * @dates: (element-type guint): the piece of the date
 * @notes: (element-type guint): the piece of the note
 *
 * What a signature block is made of: what of it is printed at all.
 */
typedef struct
{
  GArray *names;
  GArray *positions;
  GArray *dates;
  GArray *notes;
} CwSignOffParts;

CwSignOffPlan *cw_page_builder_plan_sign_off (CwPageBuilder *self, const CwSignOffParts *parts,
                                              guint text_slots, double room);

G_END_DECLS
