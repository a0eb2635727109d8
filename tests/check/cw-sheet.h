/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/page/cw-mark.h"
#include "typeset/fonts/cw-typefaces.h"

G_BEGIN_DECLS

/*
 * A small typesetter of its own for the tests of the checks: every line and rule of a paper stands
 * where the digest says, by numbers written down here, and can be put wrong by name.
 */

/* What a line is placed by. */
typedef enum
{
  CW_SHEET_BY_CENTRE,  /* the middle of its em boxes */
  CW_SHEET_BY_INK_TOP, /* the upper edge of its ink */
  CW_SHEET_BY_STROKE,  /* the stroke of its dashes */
} CwSheetBy;

typedef struct
{
  const char *name;
  guint page; /* from 1 */
  char *text; /* NULL for a rule */
  CwTypeface face;
  double size;      /* pt */
  double x;         /* mm */
  double y;         /* mm, see by; upper edge of a rule */
  double cell;      /* mm from character to character; length of a rule */
  double thickness; /* mm, of a rule */
  CwSheetBy by;
  CwTint tint;
  gboolean turned;  /* x from the foot of the sheet, y from its left edge */
  gboolean doubled; /* printed twice to look bold */
  gboolean ring;    /* a circle of diameter cell around x, y */
} CwSheetItem;

typedef struct
{
  GArray *items;
  guint n_pages;
  double width;
  double height;
} CwSheet;

#define CW_SHEET_CELL (156.0 / 28)
#define CW_SHEET_LINE(n) (39.786 + ((n) - 1) * 10.449)
#define CW_SHEET_BLACK ((CwTint) { 0, 0, 0 })
#define CW_SHEET_RED ((CwTint) { 1, 0, 0 })

CwSheet *cw_sheet_new (guint n_pages);
void cw_sheet_free (CwSheet *self);
CwSheetItem *
cw_sheet_add (CwSheet *self, const char *name, guint page, const char *text, double x, double y);
CwSheetItem *cw_sheet_add_rule (CwSheet *self,
                                const char *name,
                                guint page,
                                double x,
                                double y,
                                double length,
                                double thickness);
CwSheetItem *cw_sheet_find (CwSheet *self, const char *name);
GBytes *cw_sheet_print (CwSheet *self);
double cw_sheet_get_width (const char *text, double cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSheet, cw_sheet_free)

G_END_DECLS
