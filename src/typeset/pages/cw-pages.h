/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "document/cw-stretch.h"
#include "cw-page.h"
#include "cw-solution.h"
#include "typeset/cw-profile.h"

G_BEGIN_DECLS

/**
 * CwRemarkKind:
 * @CW_REMARK_SUBSTITUTED_TYPEFACE: a typeface of the standard is set in a stand-in family
 * @CW_REMARK_SUBSTITUTED_CHARACTER: a character comes from another face than its text
 * @CW_REMARK_MISSING_CHARACTER: no font has this character
 * @CW_REMARK_ROW_CUT: a row of a table is higher than a page and was cut between its lines
 * @CW_REMARK_UNREADABLE_PICTURE: a picture cannot be read; a box stands in its place
 * @CW_REMARK_SHRUNK_LINE: a line of the masthead is longer than the type area is wide and was set
 *   smaller
 */
typedef enum
{
  CW_REMARK_SUBSTITUTED_TYPEFACE,
  CW_REMARK_SUBSTITUTED_CHARACTER,
  CW_REMARK_MISSING_CHARACTER,
  CW_REMARK_ROW_CUT,
  CW_REMARK_UNREADABLE_PICTURE,
  CW_REMARK_SHRUNK_LINE,
} CwRemarkKind;

/**
 * CwRemark:
 * @kind: what happened
 * @typeface: the typeface that was asked for
 * @ch: the character, or 0
 * @page: first page on which it happened, from 1
 * @count: how often
 * @family: (nullable): family used instead
 *
 * Something the reader of the page should know about it: about its fonts, mostly.
 */
typedef struct
{
  CwRemarkKind kind;
  CwTypeface typeface;
  gunichar ch;
  guint page;
  guint count;
  const char *family;
} CwRemark;

/**
 * CwPages:
 *
 * A document as pages: immutable, atomically reference-counted, with the map between places in the
 * document and places on paper.
 */
typedef struct _CwPages CwPages;

#define CW_TYPE_PAGES (cw_pages_get_type ())

GType cw_pages_get_type (void) G_GNUC_CONST;

/**
 * CwPagesRectFunc:
 * @page: number of a page, from 0
 * @rect: something on it, pt
 * @user_data: what was passed
 *
 * Returns: whether to go on
 */
typedef gboolean (*CwPagesRectFunc) (guint page, const graphene_rect_t *rect, gpointer user_data);

CwPages *cw_pages_ref (CwPages *self);
void cw_pages_unref (CwPages *self);

CwDocument *cw_pages_get_document (CwPages *self);
const CwProfile *cw_pages_get_profile (CwPages *self);
guint cw_pages_get_n_pages (CwPages *self);
CwPage *cw_pages_get_page (CwPages *self, guint page);
const CwSolution *cw_pages_get_solution (CwPages *self);
const CwRemark *cw_pages_get_remarks (CwPages *self, guint *n_remarks);
gboolean cw_pages_find_place (CwPages *self, CwPlace place, guint *page, graphene_rect_t *caret);
gboolean cw_pages_have_moved_addressees (CwPages *self);
gboolean cw_pages_find_element (CwPages *self, CwElement element, guint *page,
                                graphene_rect_t *rect);
gboolean cw_pages_find_element_at (CwPages *self, guint page, double x, double y,
                                   CwElement *element);
gboolean cw_pages_find_cell (CwPages *self, guint page, double x, double y, guint *block, guint *row,
                             guint *column);
gboolean cw_pages_find_cell_place (CwPages *self, guint block, guint row, guint column, guint *page,
                                   graphene_rect_t *area);
gboolean cw_pages_find_stretch (CwPages *self, const CwStretch *stretch, CwPagesRectFunc func,
                                gpointer user_data);
gboolean cw_pages_find_point (CwPages *self, guint page, double x, double y, CwPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPages, cw_pages_unref)

G_END_DECLS
