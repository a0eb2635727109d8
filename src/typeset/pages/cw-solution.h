/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CwSolutionState:
 * @CW_SOLUTION_STANDARD: everything fits on the grid of the standard, or there is nothing to fit
 * @CW_SOLUTION_BY_HAND: the user chose the grid
 * @CW_SOLUTION_BLANK: a blank page comes before the colophon, as nothing R87 names avoids it (R108)
 * @CW_SOLUTION_FOUND: another grid was taken, so that the signature block stands with text (R87) or
 *   no blank page comes before the colophon
 * @CW_SOLUTION_MOVED: no grid will do; the page before was ended early, so that it does
 * @CW_SOLUTION_DIVIDED: there are more rows of seals than a page holds; the last ones stand on the
 *   next
 * @CW_SOLUTION_ALONE: the signature block stands on a page without text
 *
 * How the signature block, or the colophon, came to its page.
 */
typedef enum
{
  CW_SOLUTION_STANDARD,
  CW_SOLUTION_BY_HAND,
  CW_SOLUTION_BLANK,
  CW_SOLUTION_FOUND,
  CW_SOLUTION_MOVED,
  CW_SOLUTION_DIVIDED,
  CW_SOLUTION_ALONE,
} CwSolutionState;

/**
 * CwSolution:
 * @state: how the signature block came to its page
 * @lines: lines on a page, what CwForm.lines takes
 * @columns: characters on a line, what CwForm.columns takes
 * @tight: characters a little closer than @columns would have them; not to be chosen by hand
 * @n_pages: pages it makes
 * @text_lines: lines of text on the page of the signature block; %G_MAXUINT without one
 * @for_colophon: it was not for the signature block that a grid was looked for
 * @score: how far it is from what the standard has; 0 is best
 *
 * A way to set a document so that its signature block stands with text (R85–R87). Plain data.
 */
typedef struct
{
  CwSolutionState state;
  guint lines;
  guint columns;
  gboolean tight;
  guint n_pages;
  guint text_lines;
  gboolean for_colophon;
  guint score;
} CwSolution;

char *cw_solution_describe (const CwSolution *self);

G_END_DECLS
