/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/cw-document.h"
#include "typeset/cw-profile.h"
#include "typeset/pages/cw-solution.h"

G_BEGIN_DECLS

/**
 * CwSolutionPicture:
 * @solution: a spacing
 * @before: (nullable): the page before the last
 * @last: the last page with the signature block
 *
 * A spacing to be chosen, and what the last pages look like in it.
 */
typedef struct
{
  CwSolution solution;
  GdkTexture *before;
  GdkTexture *last;
} CwSolutionPicture;

void cw_solution_picture_free (CwSolutionPicture *self);
void cw_solution_pictures_make_async (CwDocument *document,
                                      const CwProfile *profile,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
GPtrArray *cw_solution_pictures_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
