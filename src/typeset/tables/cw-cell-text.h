/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-text.h"
#include "typeset/lines/cw-paragraph.h"

G_BEGIN_DECLS

/**
 * CwCellText:
 * @refs: how many hold it
 * @paragraph: the text on one line, or one for each its author made
 * @natural: width of the longest, pt
 * @least: width of what cannot be broken, pt
 * @bare: width of its widest character, pt
 * @is_number: whether it is a number and nothing else
 * @has_point: whether that has a decimal point
 * @is_blank: whether it says only that there is nothing
 * @before: of a number: width of what stands before its point, pt
 *
 * The text of a cell, set, whatever column it stands in. Immutable, atomically reference-counted;
 * cells with the same text share it.
 */
typedef struct
{
  gatomicrefcount refs;
  CwParagraph *paragraph;
  double natural;
  double least;
  double bare;
  gboolean is_number;
  gboolean has_point;
  gboolean is_blank;
  double before;
} CwCellText;

CwCellText *cw_cell_text_ref (CwCellText *self);
void cw_cell_text_unref (CwCellText *self);

/**
 * CwCellStyle:
 * @size: of the characters, pt
 * @header: in 黑体, as the cells of header rows are
 *
 * How cells are set.
 */
typedef struct
{
  double size;
  gboolean header;
} CwCellStyle;

/**
 * CwCellCache:
 *
 * Remembers the texts of cells by what they say, so that an edited table sets only the cell that
 * changed. Belongs to one thread at a time.
 */
typedef struct _CwCellCache CwCellCache;

CwCellCache *cw_cell_cache_new (CwTypefaces *typefaces);
void cw_cell_cache_free (CwCellCache *self);
CwCellText *cw_cell_cache_get (CwCellCache *self, CwText *text, const CwCellStyle *style);
CwParagraph *cw_cell_cache_wrap (CwCellCache *self, CwCellText *text, const CwMeasure *measure);
void cw_cell_cache_drop_unused (CwCellCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCellText, cw_cell_text_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCellCache, cw_cell_cache_free)

G_END_DECLS
