/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-solver.h"

#include "cw-page-builder.h"
#include "typeset/cw-standard.h"

/* How much closer characters may stand without another number of them on a line (R87). */
#define TIGHT 0.98

#define LEAST_LINES 21
#define MOST_LINES 24
#define LEAST_COLUMNS 27
#define MOST_COLUMNS 29

/* Lines of text that should stand with the signature block; one must (R85). */
#define TEXT_LINES 2

/* A blank page before the colophon is permitted (R108): to avoid it only what R87 names is tried, not
 * what is farther from the standard. */
#define BLANK_PAGE_SCORE 5

typedef struct
{
  guint lines;
  guint columns;
  gboolean tight;
} CwTrial;

/* In the order of R87, within R23: lines closer, characters closer, lines farther apart, then what
 * is farther from the standard. */
static const CwTrial trials[] = {
  { CW_STD_LINES, CW_STD_COLUMNS, FALSE },
  { 23, CW_STD_COLUMNS, FALSE },
  { CW_STD_LINES, CW_STD_COLUMNS, TRUE },
  { CW_STD_LINES, 29, FALSE },
  { 21, CW_STD_COLUMNS, FALSE },
  { 24, CW_STD_COLUMNS, FALSE },
  { CW_STD_LINES, 27, FALSE },
  { 23, 29, FALSE },
  { 21, 27, FALSE },
};

/* The work at hand, and what was chosen by hand: 0 for what was not. */
typedef struct
{
  CwPieceCache *cache;
  CwTypefaces *typefaces;
  CwDocument *document;
  const CwProfile *profile;
  guint lines;
  guint columns;
} CwSolver;

static CwSolver
solver_init (CwPieceCache *cache,
             CwTypefaces *typefaces,
             CwDocument *document,
             const CwProfile *profile)
{
  const CwForm *form = cw_document_get_form (document);
  CwSolver self = { cache, typefaces, document, profile, 0, 0 };

  if (form->lines > 0)
    self.lines = CLAMP (form->lines, LEAST_LINES, MOST_LINES);
  if (form->columns > 0)
    self.columns = CLAMP (form->columns, LEAST_COLUMNS, MOST_COLUMNS);
  if (profile->line_pitch > 0) /* a fixed pitch stays (R18) */
    self.lines = CW_STD_LINES;
  return self;
}

static CwLayout *
try_grid (const CwSolver *self, const CwTrial *trial)
{
  CwGrid grid;

  cw_grid_init (&grid, self->profile, trial->lines, trial->columns, self->typefaces);
  if (trial->tight)
    grid.advance *= TIGHT;
  return cw_page_builder_build (self->cache, self->document,
                                cw_piece_cache_set (self->cache, self->document, &grid), &grid,
                                self->profile);
}

static gboolean
may_try (const CwSolver *self, const CwTrial *trial)
{
  if (trial->tight && self->lines + self->columns > 0)
    return FALSE;
  return (self->lines == 0 || trial->lines == self->lines)
         && (self->columns == 0 || trial->columns == self->columns);
}

/* Whether the signature block stands with so much text where the text ends. */
static gboolean
works (const CwLayout *layout, guint text_lines)
{
  return !layout->sign_off_moved && !layout->sign_off_divided
         && layout->text_with_sign_off >= text_lines;
}

/* From 0 in the order of R87; a blank page is worse than what that names, a single line of text is worse than that order, a page ended early
 * worse than that, seals on the next page without text worse still, and no text at all worst. */
static guint
find_score (const CwTrial *trial, const CwLayout *layout)
{
  guint score = 0;

  while (score + 1 < G_N_ELEMENTS (trials) && (trials[score].lines != trial->lines
                                               || trials[score].columns != trial->columns
                                               || !trials[score].tight != !trial->tight))
    score++;
  if (layout->blank_before_colophon)
    score += BLANK_PAGE_SCORE;
  if (layout->text_with_sign_off < TEXT_LINES)
    score += 20;
  if (layout->sign_off_moved)
    score += 100;
  if (layout->sign_off_divided)
    score += 500;
  return layout->text_with_sign_off == 0 ? score + 1000 : score;
}

/* What is set if there is nothing to solve. */
static CwTrial
find_base (const CwSolver *self)
{
  return (CwTrial) { self->lines > 0 ? self->lines : CW_STD_LINES,
                     self->columns > 0 ? self->columns : CW_STD_COLUMNS, FALSE };
}

static gboolean
is_same (const CwTrial *a, const CwTrial *b)
{
  return a->lines == b->lines && a->columns == b->columns && !a->tight == !b->tight;
}

static CwSolutionState
find_state (const CwSolver *self, const CwTrial *trial, CwLayout *layout)
{
  CwTrial base = find_base (self);

  if (layout->text_with_sign_off == 0)
    return CW_SOLUTION_ALONE;
  if (layout->sign_off_divided)
    return CW_SOLUTION_DIVIDED;
  if (layout->sign_off_moved)
    return CW_SOLUTION_MOVED;
  if (is_same (trial, &trials[0]))
    return layout->blank_before_colophon && !self->lines && !self->columns ? CW_SOLUTION_BLANK
                                                                            : CW_SOLUTION_STANDARD;
  return is_same (trial, &base) ? CW_SOLUTION_BY_HAND : CW_SOLUTION_FOUND;
}

static CwSolution
make_solution (const CwSolver *self, const CwTrial *trial, CwLayout *layout)
{
  return (CwSolution) {
    .state = find_state (self, trial, layout),
    .lines = layout->grid.n_lines,
    .columns = trial->columns,
    .tight = trial->tight,
    .n_pages = cw_layout_get_n_pages (layout),
    .text_lines = layout->text_with_sign_off,
    .score = find_score (trial, layout),
  };
}

static gboolean
is_good (const CwLayout *layout)
{
  return works (layout, TEXT_LINES) && !layout->blank_before_colophon;
}

/* Tries one grid after the other; keeps the first that does it well, or else the best. */
static CwLayout *
improve (const CwSolver *self, const CwTrial *base, CwLayout *layout, CwTrial *chosen)
{
  for (guint i = 0; i < G_N_ELEMENTS (trials) && !is_good (layout); i++)
    {
      CwLayout *other;

      if (!may_try (self, &trials[i]) || is_same (&trials[i], base))
        continue;
      other = try_grid (self, &trials[i]);
      if (works (other, 1) && find_score (&trials[i], other) < find_score (chosen, layout))
        {
          cw_layout_free (layout);
          layout = other;
          *chosen = trials[i];
        }
      else
        cw_layout_free (other);
    }
  return layout;
}

/**
 * cw_solver_run:
 * @cache: where paragraphs come from
 * @typefaces: the typefaces
 * @document: a document
 * @profile: the choices made
 * @solution: (out): what was done
 *
 * Lays a document out. If its signature block does not fit below the text, or a blank page would
 * come before the colophon (R108), lines and characters of the whole text are set closer or farther
 * apart, in the order of R87, until that is mended; what was chosen by hand stays. Only such a
 * document is laid out more than once.
 *
 * Returns: (transfer full): the layout
 */
CwLayout *
cw_solver_run (CwPieceCache *cache,
               CwTypefaces *typefaces,
               CwDocument *document,
               const CwProfile *profile,
               CwSolution *solution)
{
  CwSolver self = solver_init (cache, typefaces, document, profile);
  CwTrial base = find_base (&self), chosen = base;
  CwLayout *layout = try_grid (&self, &base);

  gboolean stands = works (layout, 1);

  if (!stands || layout->blank_before_colophon)
    layout = improve (&self, &base, layout, &chosen);
  *solution = make_solution (&self, &chosen, layout);
  solution->for_colophon = stands;
  return layout;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const CwSolution *s = a, *t = b;

  return s->score < t->score ? -1 : s->score > t->score;
}

/**
 * cw_solver_list:
 * @cache: where paragraphs come from
 * @typefaces: the typefaces
 * @document: a document
 * @profile: the choices made
 * @n_solutions: (out): how many
 *
 * Lays a document out on every grid that can be chosen by hand, whatever the document says itself,
 * and lists those on which its signature block stands with text; if there is none, those on which
 * it does after the page before has been ended early, or all.
 *
 * Returns: (transfer full) (array length=n_solutions): the solutions, the best first
 */
CwSolution *
cw_solver_list (CwPieceCache *cache,
                CwTypefaces *typefaces,
                CwDocument *document,
                const CwProfile *profile,
                guint *n_solutions)
{
  CwSolver self = solver_init (cache, typefaces, document, profile);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CwSolution));

  self.columns = 0;
  self.lines = profile->line_pitch > 0 ? CW_STD_LINES : 0;
  for (guint i = 0; i < G_N_ELEMENTS (trials); i++)
    {
      CwLayout *layout;
      CwSolution solution;

      if (trials[i].tight || !may_try (&self, &trials[i]))
        continue;
      layout = try_grid (&self, &trials[i]);
      solution = make_solution (&self, &trials[i], layout);
      g_array_append_val (found, solution);
      cw_layout_free (layout);
    }
  g_array_sort (found, compare_scores);
  while (found->len > 1
         && g_array_index (found, CwSolution, found->len - 1).state
                > MAX (g_array_index (found, CwSolution, 0).state, CW_SOLUTION_FOUND))
    g_array_set_size (found, found->len - 1);
  *n_solutions = found->len;
  return (CwSolution *) (gpointer) g_array_free (g_steal_pointer (&found), FALSE);
}
