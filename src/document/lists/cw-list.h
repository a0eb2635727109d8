/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-list-form.h"
#include "document/cw-stretch.h"

G_BEGIN_DECLS

/**
 * CwListPoint:
 * @role: the column it goes to: %CW_ROLE_PROBLEM or %CW_ROLE_MEASURE
 * @block: number of the block in the document
 * @part: which of its points, from 1; 0 for the block as a whole
 * @said: its first sentence
 * @text: what the list is to say, the same unless somebody changes it
 *
 * A point of the paper that a list can have.
 */
typedef struct
{
  CwListRole role;
  guint block;
  guint part;
  char *said;
  char *text;
} CwListPoint;

/**
 * CwListRow:
 * @points: what it is made from; a problem comes before its measure
 * @n_points: how many
 *
 * A row of a list that is proposed.
 */
typedef struct
{
  CwListPoint points[2];
  guint n_points;
} CwListRow;

/**
 * CwListChange:
 * @row: a row of the list
 * @source: which of its sources
 * @block: number of the block it was made from, or -1 if that is gone
 * @part: which of its points it is now; 0 for the block as a whole
 * @was: what the paper said when the row was made
 * @now: (nullable): what it says now; %NULL if the paragraph or the point is gone
 *
 * A row of a list whose paragraph does not say any more what it said.
 */
typedef struct
{
  guint row;
  guint source;
  int block;
  guint part;
  char *was;
  char *now;
} CwListChange;

/**
 * CwListAnswer:
 * @CW_LIST_TAKE: the list is to say what the paper says
 * @CW_LIST_LEAVE: the list is right as it is
 *
 * What is to be done about a change.
 */
typedef enum
{
  CW_LIST_TAKE,
  CW_LIST_LEAVE,
} CwListAnswer;

CwListRole cw_list_get_section_role (const char *heading);
GPtrArray *cw_list_propose (CwDocument *document, CwListForm *form, const guint *positions,
                            guint n_positions);
CwDocument *cw_list_make (CwDocument *document, CwListForm *form, const char *title,
                          GPtrArray *rows, CwPlace *after);

gboolean cw_list_is_list (CwDocument *document, guint position);
GPtrArray *cw_list_check (CwDocument *document, guint position);
gboolean cw_list_find_source (CwDocument *document, const CwRowSource *source,
                              CwStretch *stretch);
CwDocument *cw_list_update_row (CwDocument *document, guint position, guint row,
                                CwListAnswer answer);
CwDocument *cw_list_update (CwDocument *document, guint position, guint *n_taken, guint *n_gone);

gboolean cw_list_is_done (const char *state);
CwTable *cw_list_carry_over (CwTable *table);
CwDocument *cw_list_carry_over_all (CwDocument *document);

void cw_list_row_free (CwListRow *row);
void cw_list_change_free (CwListChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwListRow, cw_list_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwListChange, cw_list_change_free)

G_END_DECLS
