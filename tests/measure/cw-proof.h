/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-measured.h"
#include "document/cw-flow.h"
#include "typeset/cw-profile.h"

G_BEGIN_DECLS

/*
 * A measured PDF held against the document it should show: every printed line is assigned to the line
 * of the flow it must belong to, by its characters alone.
 */

typedef struct
{
  CwMeasuredPage *page;
  const CwMeasuredLine *line;
  CwStyle style;
  guint flow_line;
  guint label;          /* characters of the computed number at its start */
  gboolean first;
  gboolean last;
  gboolean after_space; /* a blank stands before it in the document */
} CwProofRow;

typedef struct
{
  CwDocument *document;
  CwMeasured *measured;
  GArray *rows;         /* CwProofRow, all printed lines but the page numbers */
  GArray *numbers;      /* CwProofRow, the page numbers */
} CwProof;

CwProof *cw_proof_new (CwDocument *document, const CwProfile *profile);
CwProof *cw_proof_new_for_text (const char *utf8);
void cw_proof_free (CwProof *self);
CwProofRow *cw_proof_row (CwProof *self, guint row);
CwMeasuredChar *cw_proof_char (const CwProofRow *row, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwProof, cw_proof_free)

G_END_DECLS
