/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"

/* Private to this room: what all edits are made of. A stretch of lines is taken out of the flow and
 * another put in its place; the document that comes of it shares every block and every element
 * outside the stretch. */

G_BEGIN_DECLS

/**
 * CwRank:
 *
 * The order of lines. A document's lines never go down in rank; within one rank any style may
 * follow any other, but the first line of the attachments is the title of one.
 */
typedef enum
{
  CW_RANK_TITLE,
  CW_RANK_SUBTITLE,
  CW_RANK_ADDRESSEES,
  CW_RANK_BLOCK, /* the body */
  CW_RANK_SIGNATORY,
  CW_RANK_DATE,
  CW_RANK_NOTE,
  CW_RANK_ATTACHMENT,
} CwRank;

/**
 * CwEditLine:
 * @style: what the line is to be
 * @rank: where it is to stand: blocks stand in the body or in the attachments
 * @text: (owned): its text
 * @block: (owned) (nullable): the block it was, which is kept if nothing about it changes, and
 *   whose table, picture or flags it keeps if it stays what it is
 *
 * A line on its way into a document.
 */
typedef struct
{
  CwStyle style;
  CwRank rank;
  CwText *text;
  CwBlock *block;
} CwEditLine;

CwRank cw_style_get_rank (CwStyle style);
gboolean cw_style_is_block (CwStyle style);
gboolean cw_style_has_content (CwStyle style);
void cw_edit_line_clamp (CwEditLine *line, CwRank low, CwRank high);
void cw_edit_line_take (CwEditLine *line, CwDocument *document, CwFlowLine *from);

GArray *cw_edit_lines_new (void);
void cw_edit_lines_add (GArray *lines, CwStyle style, CwText *text);
void cw_edit_lines_add_flow (GArray *lines, CwDocument *document, guint first, guint last);
CwDocument *cw_edit_lines_replace (CwDocument *document, guint first, guint last, GArray *lines);

CwRank cw_flow_line_get_rank (CwFlowLine *line, CwDocument *document);
CwText *cw_flow_line_get_text (CwFlowLine *line);
CwPlace cw_place_clamp (CwDocument *document, CwPlace place);

G_END_DECLS
