/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/page/cw-measured.h"
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
} CwPaperRow;

typedef struct
{
  CwDocument *document;
  CwMeasured *measured;
  GArray *rows;         /* CwPaperRow, all printed lines but the page numbers */
  GArray *numbers;      /* CwPaperRow, the page numbers */
} CwPaper;

CwPaper *cw_paper_new (CwDocument *document, const CwProfile *profile);
CwPaper *cw_paper_new_for_text (const char *utf8);
void cw_paper_free (CwPaper *self);
CwPaperRow *cw_paper_row (CwPaper *self, guint row);
CwMeasuredChar *cw_paper_char (const CwPaperRow *row, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPaper, cw_paper_free)

G_END_DECLS
