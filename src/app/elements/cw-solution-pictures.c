/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-solution-pictures.h"

#include <math.h>

#include "document/edits/cw-edit-elements.h"
#include "preview/cw-page-picture.h"
#include "typeset/cw-standard.h"
#include "typeset/pages/cw-typesetter.h"

#define WIDTH 150
/* More would not be looked at, and each sets the whole paper once. */
#define MOST 8

typedef struct
{
  CwDocument *document;
  CwProfile profile;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cw_document_unref (job->document);
  g_free (job);
}

/**
 * cw_solution_picture_free:
 * @self: (transfer full): a picture
 *
 * Frees it.
 */
void
cw_solution_picture_free (CwSolutionPicture *self)
{
  g_clear_object (&self->before);
  g_clear_object (&self->last);
  g_free (self);
}

/* The last page that has text of the paper itself is the one with the signature block. */
static guint
find_last_page (CwPages *pages)
{
  CwDocument *document = cw_pages_get_document (pages);
  guint line = cw_flow_get_line_of_element (document, CW_ELEMENT_DATE);
  graphene_rect_t caret;
  guint page;

  if (cw_document_get_element (document, CW_ELEMENT_DATE) != NULL
      && cw_pages_find_place (pages, (CwPlace) { line, 0 }, &page, &caret))
    return page;
  return cw_pages_get_n_pages (pages) - 1;
}

static GdkTexture *
draw (CwPages *pages, guint number, GError **error)
{
  double density = WIDTH / CW_STD_PAGE_WIDTH;
  cairo_rectangle_int_t whole = { 0, 0, WIDTH, (int) round (CW_STD_PAGE_HEIGHT * density) };
  g_autoptr (CwPagePicture) picture = cw_page_picture_new_painted (
      number, cw_pages_get_page (pages, number), density, &whole, TRUE, error);

  return picture != NULL ? g_object_ref (cw_page_picture_get_texture (picture)) : NULL;
}

static CwSolutionPicture *
make_one (CwTypesetter *typesetter, const Job *job, const CwSolution *solution, GError **error)
{
  CwForm form = *cw_document_get_form (job->document);
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwPages) pages = NULL;
  CwSolutionPicture *picture = g_new0 (CwSolutionPicture, 1);
  guint last;

  form.lines = solution->lines;
  form.columns = solution->columns;
  document = cw_edit_set_form (job->document, &form);
  pages = cw_typesetter_set (typesetter, document, &job->profile);
  last = find_last_page (pages);
  picture->solution = *solution;
  picture->last = draw (pages, last, error);
  if (picture->last != NULL && last > 0)
    picture->before = draw (pages, last - 1, NULL);
  if (picture->last != NULL)
    return picture;
  cw_solution_picture_free (picture);
  return NULL;
}

static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (GPtrArray) pictures
      = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_solution_picture_free);
  guint n;
  g_autofree CwSolution *solutions
      = cw_typesetter_solve (typesetter, job->document, &job->profile, &n);

  for (guint i = 0; i < MIN (n, MOST); i++)
    {
      GError *error = NULL;
      CwSolutionPicture *picture;

      if (g_task_return_error_if_cancelled (task))
        return;
      picture = make_one (typesetter, job, &solutions[i], &error);
      if (picture == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (pictures, picture);
    }
  g_task_return_pointer (task, g_steal_pointer (&pictures), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * cw_solution_pictures_make_async:
 * @document: a document
 * @profile: the choices for the page
 * @cancellable: (nullable): stops it
 * @callback: called when the pictures are there
 * @data: for @callback
 *
 * Finds the spacings in which the signature block stands with text, and draws the last pages in
 * each, in a thread.
 */
void
cw_solution_pictures_make_async (CwDocument *document,
                                 const CwProfile *profile,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->document = cw_document_ref (document);
  job->profile = *profile;
  g_task_set_source_tag (task, cw_solution_pictures_make_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make);
}

/**
 * cw_solution_pictures_make_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CwSolutionPicture): the spacings, best first
 */
GPtrArray *
cw_solution_pictures_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
