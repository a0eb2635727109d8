/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-typesetter.h"

#include "cw-pages-private.h"
#include "cw-solver.h"

struct _CwTypesetter
{
  CwTypefaces *typefaces;
  CwPieceCache *cache;
};

/**
 * cw_typesetter_new:
 * @typefaces: the typefaces to set in
 *
 * Returns: (transfer full): a typesetter that has not set anything yet
 */
CwTypesetter *
cw_typesetter_new (CwTypefaces *typefaces)
{
  CwTypesetter *self = g_new0 (CwTypesetter, 1);

  self->typefaces = cw_typefaces_ref (typefaces);
  self->cache = cw_piece_cache_new (typefaces);
  return self;
}

/**
 * cw_typesetter_free:
 * @self: (transfer full): a typesetter
 */
void
cw_typesetter_free (CwTypesetter *self)
{
  cw_piece_cache_free (self->cache);
  cw_typefaces_unref (self->typefaces);
  g_free (self);
}

/**
 * cw_typesetter_set:
 * @self: a typesetter
 * @document: a document
 * @profile: the choices to make
 *
 * Sets a document. Paragraphs that were in an earlier document are not set again; pages are counted
 * afresh, which costs next to nothing. If the signature block does not fit with text on its page,
 * the spacing of the whole text is changed until it does, if it can be done (R87):
 * cw_pages_get_solution() says what was done.
 *
 * Returns: (transfer full): its pages
 */
CwPages *
cw_typesetter_set (CwTypesetter *self, CwDocument *document, const CwProfile *profile)
{
  CwSolution solution;
  CwLayout *layout;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (profile != NULL, NULL);

  cw_piece_cache_begin (self->cache);
  layout = cw_solver_run (self->cache, self->typefaces, document, profile, &solution);
  return cw_pages_new (document, profile, self->typefaces, layout, &solution);
}

/**
 * cw_typesetter_solve:
 * @self: a typesetter
 * @document: a document
 * @profile: the choices to make
 * @n_solutions: (out): how many
 *
 * Lists the spacings the user can choose among, as CwForm.lines and CwForm.columns, so that the
 * signature block stands with text (R85–R87). Sets the document on each grid once; for when the
 * user asks, not for every key.
 *
 * Returns: (transfer full) (array length=n_solutions): the solutions, the best first, at least one;
 *   free with g_free()
 */
CwSolution *
cw_typesetter_solve (CwTypesetter *self,
                     CwDocument *document,
                     const CwProfile *profile,
                     guint *n_solutions)
{
  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (profile != NULL, NULL);
  g_return_val_if_fail (n_solutions != NULL, NULL);

  cw_piece_cache_begin (self->cache);
  return cw_solver_list (self->cache, self->typefaces, document, profile, n_solutions);
}
