/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "cw-mark.h"

G_BEGIN_DECLS

/*
 * A finished PDF read back and measured in millimetres from the top left corner of the sheet,
 * knowing nothing of the layout that made it.
 */

/**
 * CwMeasuredChar:
 * @ch: the character
 * @x: origin, mm; of turned text in the frame in which it is upright (see #CwMeasuredLine)
 * @end: where its advance ends
 * @y: its baseline
 * @top: of poppler's box: the same distance above the baseline for the same font and size
 * @size: pt
 * @box: what poppler takes it to cover, in the frame of the sheet
 * @ink: what it blackens, in the frame of the sheet; empty if it is not drawn
 * @tint: its colour
 * @black: whether that is black
 * @printed: whether a glyph of it is drawn
 * @doubled: whether it is drawn twice or with a stroke around it, to look bold
 * @turn: how its text is turned, in quarters anticlockwise
 * @space: whether a blank stands before it
 * @font: its font's name
 */
typedef struct
{
  gunichar ch;
  double x;
  double end;
  double y;
  double top;
  double size;
  CwBox box;
  CwBox ink;
  CwTint tint;
  gboolean black;
  gboolean printed;
  gboolean doubled;
  guint8 turn;
  gboolean space;
  const char *font;
} CwMeasuredChar;

/**
 * CwMeasuredLine:
 * @first: index of its first character
 * @n_chars: how many
 * @top: of its first character
 * @y: its baseline, mm
 * @turn: as of its characters; 1 reads from the foot of the sheet to its head, @y then counts from
 * the left edge and x from the foot
 *
 * Characters on one baseline.
 */
typedef struct
{
  guint first;
  guint n_chars;
  double top;
  double y;
  guint turn;
} CwMeasuredLine;

/**
 * CwMeasuredPage:
 * @page: poppler's
 * @number: from 1
 * @width: mm
 * @height: mm
 * @chars: (element-type CwMeasuredChar): line by line, blanks left out
 * @lines: (element-type CwMeasuredLine): upright ones from top to bottom, then turned ones
 * @fonts: (element-type utf8): names the characters point to
 * @marks: everything drawn
 */
typedef struct
{
  PopplerPage *page;
  guint number;
  double width;
  double height;
  GArray *chars;
  GArray *lines;
  GPtrArray *fonts;
  CwMarks *marks;
} CwMeasuredPage;

/**
 * CwMeasured:
 * @document: poppler's
 * @pages: (element-type CwMeasuredPage): all pages
 */
typedef struct
{
  PopplerDocument *document;
  GPtrArray *pages;
} CwMeasured;

CwMeasured *cw_measured_new (GBytes *pdf, GCancellable *cancellable, GError **error);
void cw_measured_free (CwMeasured *self);
CwMeasuredPage *cw_measured_page (CwMeasured *self, guint page);
CwMeasuredChar *cw_measured_char (CwMeasuredPage *page, const CwMeasuredLine *line, guint i);
CwMeasuredLine *cw_measured_line (CwMeasuredPage *page, guint line);
char *cw_measured_text (CwMeasuredPage *page, const CwMeasuredLine *line);
gboolean cw_measured_ink (CwMeasuredPage *page,
                          double left,
                          double top,
                          double right,
                          double bottom,
                          CwBox *ink);

CwMeasuredPage *cw_measured_page_new (PopplerDocument *document, guint number);
void cw_measured_page_free (CwMeasuredPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMeasured, cw_measured_free)

G_END_DECLS
