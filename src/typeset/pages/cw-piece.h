/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"

#include "cw-grid.h"
#include "cw-other-settings.h"
#include "cw-page.h"
#include "cw-text-cache.h"
#include "typeset/tables/cw-table-cache.h"

G_BEGIN_DECLS

/**
 * CwPiece:
 * @paragraph: (nullable): the paragraph as set, referenced; %NULL for a page break
 * @style: what line of the flow it is
 * @flow_line: its line in the flow
 * @flow_offset: see #CwPageItem
 * @keep_with_next: a heading on a line of its own, never last on a page (R64)
 * @computed: it is no line of the flow but belongs to @flow_line: a table's cell, the attachment
 *   list, or furniture of the page such as the document number
 * @source: the element of the standard a computed piece shows, or -1
 * @colour: what it is printed in
 * @shrunk: it was too long for its place and is set smaller
 *
 * One line of the flow, or something computed from the document, set: what the page builder puts
 * on pages. Those of the flow come first, in its order; computed ones are added behind them.
 */
typedef struct
{
  CwParagraph *paragraph;
  CwStyle style;
  int flow_line;
  int flow_offset;
  gboolean keep_with_next;
  gboolean computed;
  int source;
  CwColour colour;
  gboolean shrunk;
} CwPiece;

gboolean cw_piece_prints (const CwPiece *self);
int cw_piece_get_element (const CwPiece *self);

/**
 * CwPieceCache:
 *
 * Remembers set paragraphs by the identity of what they were set from, so that the next document
 * sets only what changed. Belongs to one thread at a time.
 */
typedef struct _CwPieceCache CwPieceCache;

CwPieceCache *cw_piece_cache_new (CwTypefaces *typefaces);
void cw_piece_cache_free (CwPieceCache *self);

void cw_piece_cache_begin (CwPieceCache *self);
GArray *cw_piece_cache_set (CwPieceCache *self, CwDocument *document, const CwGrid *grid);
CwParagraph *cw_piece_cache_set_text (CwPieceCache *self, const char *text, const CwSpan *spans,
                                      guint n_spans, const CwMeasure *measure);
CwTableCache *cw_piece_cache_get_tables (CwPieceCache *self);
CwOtherSettings *cw_piece_cache_get_others (CwPieceCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPieceCache, cw_piece_cache_free)

G_END_DECLS
