/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-page-builder.h"

G_BEGIN_DECLS

/**
 * CwPageBuilder:
 * @cache: where other settings of a paragraph and computed ones come from
 * @document: the document, for its elements
 * @form: what paper it is
 * @profile: the choices made
 * @layout: what is being made
 * @n_flow_pieces: how many pieces are lines of the flow; computed ones are behind them
 * @slot: next free line of the grid on the page at hand
 * @settled: (element-type gboolean): for each piece whether it has been set shorter or longer once,
 *   and is not to be tried again
 * @n_opening: rows of masthead and title, all on the first page unless the title is endless
 * @front_top: where the title may begin on the page, pt
 * @has_masthead: whether something stands above the title
 * @sideways: the pages being made are set sideways (R112)
 *
 * The page builder at work: split by what it puts on the page (cw-page-builder-title.c, …-body.c,
 * …-sign-off.c).
 */
typedef struct
{
  CwPieceCache *cache;
  CwDocument *document;
  const CwForm *form;
  const CwProfile *profile;
  CwLayout *layout;
  guint n_flow_pieces;
  guint slot;
  GArray *settled;
  guint n_opening;
  double front_top;
  gboolean has_masthead;
  gboolean sideways;
} CwPageBuilder;

CwPiece *cw_page_builder_get_piece (CwPageBuilder *self, guint piece);
CwRow *cw_page_builder_get_row (CwPageBuilder *self, guint row);
guint cw_page_builder_get_page_start (CwPageBuilder *self);
void cw_page_builder_start_page (CwPageBuilder *self, guint row);
void cw_page_builder_append_row (CwPageBuilder *self, guint piece, guint line, double x, double y,
                                 guint slot);
guint cw_page_builder_get_n_lines (CwPageBuilder *self);
double cw_page_builder_get_line_centre (CwPageBuilder *self, guint slot);
void cw_page_builder_place_row (CwPageBuilder *self, CwRow *row);
void cw_page_builder_break_page (CwPageBuilder *self, guint break_row);
guint cw_page_builder_keep_headings (CwPageBuilder *self, guint break_row);

const char *cw_page_builder_get_text (CwPageBuilder *self, CwElement element);
CwParagraph *cw_page_builder_set_text (CwPageBuilder *self, const char *text, CwTypeface typeface,
                                       double size, double cell, const CwMeasure *measure);

guint cw_page_builder_put_opening (CwPageBuilder *self);
gboolean cw_page_builder_skips (CwPageBuilder *self, guint piece);
CwBlock *cw_page_builder_get_block (CwPageBuilder *self, guint piece);
double cw_page_builder_get_width (CwPageBuilder *self);
double cw_page_builder_get_room (CwPageBuilder *self, guint n_lines);
guint cw_page_builder_count_slots (CwPageBuilder *self, double height);
gboolean cw_page_builder_is_at_top (CwPageBuilder *self);
void cw_page_builder_turn_page (CwPageBuilder *self);
gboolean cw_page_builder_is_annotated (CwPageBuilder *self, guint piece);
guint cw_page_builder_count_caption_lines (CwPageBuilder *self, guint piece);
void cw_page_builder_put_caption (CwPageBuilder *self, guint piece, gboolean keep);
void cw_page_builder_put_box (CwPageBuilder *self, guint piece, const CwPageBox *box, double drop,
                              gboolean keep);
gboolean cw_page_builder_put_annotation (CwPageBuilder *self, guint piece);
guint cw_page_builder_put_table (CwPageBuilder *self, guint piece);
guint cw_page_builder_put_picture (CwPageBuilder *self, guint piece);
void cw_page_builder_put_attachments (CwPageBuilder *self, guint piece);
guint cw_page_builder_put_title (CwPageBuilder *self);
guint cw_page_builder_put_body (CwPageBuilder *self, guint piece);
void cw_page_builder_put_attachment_list (CwPageBuilder *self);
void cw_page_builder_put_attendees (CwPageBuilder *self);
void cw_page_builder_put_colophon (CwPageBuilder *self);
guint cw_page_builder_put_sign_off (CwPageBuilder *self, guint piece);

G_END_DECLS
