/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-page-builder-private.h"

G_BEGIN_DECLS

/**
 * CwMasthead:
 * @builder: the page builder, on its first page
 * @grid: the standard's own grid: what stands above the body does not move when the lines of the
 *   body are set tighter (R86)
 * @scale: how large the issuer mark may become, of its full size (R42)
 * @bottom: lower edge of the last thing put, on the page, pt
 * @stack_bottom: lower edge of the last line at the left top, on the page, pt
 * @stack_width: its width, pt
 * @shift: how much farther from the mark than two blank lines the number stands, and the text from
 *   the number, pt
 *
 * The masthead (版头) at work: everything above the title, from the top down.
 */
typedef struct
{
  CwPageBuilder *builder;
  CwGrid grid;
  double scale;
  double bottom;
  double stack_bottom;
  double stack_width;
  double shift;
} CwMasthead;

/**
 * CwMarkPlace:
 * @top: of its ink, on the page, pt
 * @ink: height of its ink at full size, pt
 * @size: height of its characters at the most, pt
 * @joint: whether all issuers are shown, not the first alone
 * @height: a height the mark may take, of several names from the first one's top to the last one's
 *   bottom, pt
 * @step: it may take whole steps of this more or less, pt; 0 if any height will do
 *
 * Where and how large an issuer mark is put.
 */
typedef struct
{
  double top;
  double ink;
  double size;
  gboolean joint;
  double height;
  double step;
} CwMarkPlace;

CwParagraph *cw_masthead_set (CwMasthead *self, const char *text, CwTypeface typeface,
                              double spread);
double cw_masthead_get_width (CwParagraph *paragraph);
void cw_masthead_put_line (CwMasthead *self, CwParagraph *paragraph, CwElement source, double x,
                           double top);
void cw_masthead_put_rule (CwMasthead *self, double x, double y, double width, double height);
void cw_masthead_put_stack (CwMasthead *self, double top);
double cw_masthead_find_below (CwMasthead *self, guint n_blank);

void cw_masthead_put_mark (CwMasthead *self, const CwMarkPlace *place);
void cw_masthead_put_number (CwMasthead *self);
gboolean cw_masthead_put_signers (CwMasthead *self);
void cw_masthead_put_red_rule (CwMasthead *self);
void cw_masthead_put_row (CwMasthead *self, CwElement left, CwElement right);

void cw_masthead_put_general (CwMasthead *self);
void cw_masthead_put_letter (CwMasthead *self);
void cw_masthead_put_order (CwMasthead *self);
void cw_masthead_put_minutes (CwMasthead *self);
void cw_masthead_put_bulletin (CwMasthead *self);

G_END_DECLS
