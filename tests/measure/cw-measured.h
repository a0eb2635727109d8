/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/*
 * A finished PDF read back through poppler and measured in millimetres from the top left corner of the
 * sheet, knowing nothing of the layout that made it.
 */

typedef struct
{
  gunichar ch;
  double x;     /* origin */
  double end;   /* where poppler takes the character to end */
  double top;   /* of poppler's box: the same distance above the baseline for the same font and size */
  double size;  /* pt */
  gboolean black;
  const char *font;
} CwMeasuredChar;

typedef struct
{
  guint first;
  guint n_chars;
  double top;
} CwMeasuredLine;

typedef struct
{
  PopplerPage *page;
  guint number;
  double width;
  double height;
  GArray *chars;        /* CwMeasuredChar, in reading order, blanks left out */
  GArray *lines;        /* CwMeasuredLine, top to bottom */
  GPtrArray *fonts;     /* names the chars point to */
} CwMeasuredPage;

typedef struct
{
  PopplerDocument *document;
  GPtrArray *pages;     /* CwMeasuredPage */
} CwMeasured;

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} CwInk;

CwMeasured *cw_measured_new (GBytes *pdf);
void cw_measured_free (CwMeasured *self);
CwMeasuredPage *cw_measured_page (CwMeasured *self, guint page);
CwMeasuredChar *cw_measured_char (CwMeasuredPage *page, const CwMeasuredLine *line, guint i);
CwMeasuredLine *cw_measured_line (CwMeasuredPage *page, guint line);
char *cw_measured_text (CwMeasuredPage *page, const CwMeasuredLine *line);
gboolean cw_measured_ink (CwMeasuredPage *page, double left, double top, double right, double bottom, CwInk *ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMeasured, cw_measured_free)

G_END_DECLS
