/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-document.h"

G_BEGIN_DECLS

/**
 * CwStyle:
 *
 * What a line of the flow is. Title, subtitle and addressees come before every block of the body,
 * signatory, date and note after them; then come the attachments, each a line with its title and
 * the lines of its blocks. The line of a table or a picture holds its caption.
 */
typedef enum
{
  CW_STYLE_TITLE,
  CW_STYLE_SUBTITLE,
  CW_STYLE_ADDRESSEES,
  CW_STYLE_PARAGRAPH,
  CW_STYLE_HEADING_1,
  CW_STYLE_HEADING_2,
  CW_STYLE_HEADING_3,
  CW_STYLE_HEADING_4,
  CW_STYLE_PAGE_BREAK,
  CW_STYLE_SIGNATORY,
  CW_STYLE_DATE,
  CW_STYLE_NOTE,
  CW_STYLE_ATTACHMENT,
  CW_STYLE_ANNOTATION,
  CW_STYLE_TABLE,
  CW_STYLE_PICTURE,
  CW_N_STYLES,
} CwStyle;

/**
 * CwPlace:
 * @line: line of the flow, from 0
 * @offset: byte within the line's text
 *
 * A place in a document, in terms of its flow.
 */
typedef struct
{
  guint line;
  guint offset;
} CwPlace;

#define CW_TYPE_PLACE (cw_place_get_type ())

GType cw_place_get_type (void) G_GNUC_CONST;

/**
 * CwFlowLine:
 * @style: what the line is
 * @text: (transfer none): the text it is a part of: a block's, or an element's
 * @start: first byte of the line in @text
 * @end: byte after the line in @text
 * @block: number of its block, or -1 for a line of an element
 *
 * One line of the flow: a document seen as lines of plain text, an element's lines first to last,
 * a block a line. This is what the section editor shows and what places refer to.
 */
typedef struct
{
  CwStyle style;
  CwText *text;
  guint start;
  guint end;
  int block;
} CwFlowLine;

/**
 * CwFlowLineFunc:
 * @a: a line
 * @b: a line of another document
 *
 * Returns: whether they are alike
 */
typedef gboolean (*CwFlowLineFunc) (const CwFlowLine *a, const CwFlowLine *b);

guint cw_flow_get_n_lines (CwDocument *document);
CwFlowLine cw_flow_get_line (CwDocument *document, guint line);
guint cw_flow_get_line_of_block (CwDocument *document, guint block);
guint cw_flow_get_line_of_element (CwDocument *document, CwElement element);
char *cw_flow_to_string (CwDocument *document);
guint cw_flow_count_alike (CwDocument *from, CwDocument *to, CwFlowLineFunc alike, guint *behind);
gboolean cw_flow_find_change (CwDocument *from, CwDocument *to, CwPlace *start, CwPlace *end_from,
                              CwPlace *end_to);
guint cw_style_get_level (CwStyle style);
gboolean cw_style_get_element (CwStyle style, CwElement *element);
int cw_place_compare (CwPlace a, CwPlace b);

G_END_DECLS
