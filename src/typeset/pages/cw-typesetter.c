/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-typesetter.h"

#include "cw-page-builder.h"
#include "cw-pages-private.h"

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
 * afresh, which costs next to nothing.
 *
 * Returns: (transfer full): its pages
 */
CwPages *
cw_typesetter_set (CwTypesetter *self, CwDocument *document, const CwProfile *profile)
{
  const CwForm *form;
  CwGrid grid;
  GArray *pieces;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (profile != NULL, NULL);

  form = cw_document_get_form (document);
  cw_grid_init (&grid, profile, form->lines, form->columns, self->typefaces);
  cw_piece_cache_begin (self->cache);
  pieces = cw_piece_cache_set (self->cache, document, &grid);
  return cw_pages_new (document, profile, self->typefaces,
                       cw_page_builder_build (self->cache, document, pieces, &grid, profile));
}
