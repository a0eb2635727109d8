/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-job.h"

#include "cw-proof.h"

/* PDFs of so many pages are kept open, so that zooming draws them again without writing them again.
 */
#define MAX_PROOFS 6

struct _CwPreviewJob
{
  CwTypesetter *typesetter; /* made with the first wish: finding fonts takes a while */
  CwCutFaces *faces;
  CwPreviewWish *wish;
  CwPages *pages;
  double density;
  GArray *needs;
  guint next_paint; /* needs before this one have been painted */
  GArray *strip_needs;
  double strip_density;
  guint next_strip; /* thumbnails before this one have been painted */
  guint next_proof; /* needs before this one have been proved, or cannot be */
  GPtrArray *made;  /* pictures for the needs made since, which the wish may not know of */
  GPtrArray *proofs;
};

/**
 * cw_preview_wish_copy:
 * @wish: a wish
 *
 * Returns: (transfer full): a copy
 */
CwPreviewWish *
cw_preview_wish_copy (const CwPreviewWish *wish)
{
  CwPreviewWish *copy = g_memdup2 (wish, sizeof *wish);

  cw_document_ref (copy->document);
  if (copy->anchor_document)
    cw_document_ref (copy->anchor_document);
  g_ptr_array_ref (copy->pictures);
  if (copy->strip_pictures)
    g_ptr_array_ref (copy->strip_pictures);
  return copy;
}

/**
 * cw_preview_wish_free:
 * @wish: (transfer full): a wish made by cw_preview_wish_copy()
 *
 * Frees it.
 */
void
cw_preview_wish_free (CwPreviewWish *wish)
{
  cw_document_unref (wish->document);
  g_clear_pointer (&wish->anchor_document, cw_document_unref);
  g_ptr_array_unref (wish->pictures);
  g_clear_pointer (&wish->strip_pictures, g_ptr_array_unref);
  g_free (wish);
}

/**
 * cw_preview_report_new:
 * @pages: the pages reported on
 * @is_new: whether they are reported for the first time
 *
 * Returns: (transfer full): a report without pictures yet
 */
CwPreviewReport *
cw_preview_report_new (CwPages *pages, gboolean is_new)
{
  CwPreviewReport *report = g_new0 (CwPreviewReport, 1);

  report->pages = cw_pages_ref (pages);
  report->is_new = is_new;
  report->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_page_picture_unref);
  report->strip_pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_page_picture_unref);
  return report;
}

/**
 * cw_preview_report_free:
 * @report: (transfer full): a report
 *
 * Frees it.
 */
void
cw_preview_report_free (CwPreviewReport *report)
{
  cw_pages_unref (report->pages);
  g_ptr_array_unref (report->pictures);
  g_ptr_array_unref (report->strip_pictures);
  g_clear_error (&report->error);
  g_free (report);
}

/**
 * cw_preview_job_new:
 *
 * Returns: (transfer full): a job with nothing to do
 */
CwPreviewJob *
cw_preview_job_new (void)
{
  CwPreviewJob *self = g_new0 (CwPreviewJob, 1);

  self->faces = cw_cut_faces_new ();
  self->needs = g_array_new (FALSE, FALSE, sizeof (CwPreviewNeed));
  self->strip_needs = g_array_new (FALSE, FALSE, sizeof (CwPreviewNeed));
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_page_picture_unref);
  self->proofs = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_proof_free);
  return self;
}

/**
 * cw_preview_job_free:
 * @self: (transfer full): a job
 *
 * Frees it.
 */
void
cw_preview_job_free (CwPreviewJob *self)
{
  g_ptr_array_unref (self->proofs);
  g_ptr_array_unref (self->made);
  g_array_unref (self->needs);
  g_array_unref (self->strip_needs);
  g_clear_pointer (&self->pages, cw_pages_unref);
  g_clear_pointer (&self->wish, cw_preview_wish_free);
  g_clear_pointer (&self->typesetter, cw_typesetter_free);
  cw_cut_faces_free (self->faces);
  g_free (self);
}

static CwPages *
set_pages (CwPreviewJob *self)
{
  if (!self->typesetter)
    self->typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  return cw_typesetter_set (self->typesetter, self->wish->document, &self->wish->profile);
}

static gboolean
is_set (CwPreviewJob *self)
{
  return self->pages && cw_pages_get_document (self->pages) == self->wish->document
         && cw_profile_equal (cw_pages_get_profile (self->pages), &self->wish->profile);
}

/* The same arithmetic the view does when it gets the pages, so both come to the same needs. */
static void
find_needs (CwPreviewJob *self)
{
  CwPreviewAnchor anchor = self->wish->anchor;
  CwPreviewLayout layout;
  double x;
  double y;

  cw_preview_layout_init (&layout, &self->wish->sight, cw_pages_get_n_pages (self->pages));
  if (self->wish->anchor_document)
    cw_preview_anchor_translate (&anchor, self->wish->anchor_document, self->wish->document);
  cw_preview_anchor_apply (&anchor, self->pages, &layout, &x, &y);
  g_array_unref (self->needs);
  self->needs = cw_preview_layout_get_needs (&layout, x, y);
  self->density = layout.density;
  self->next_paint = 0;
  self->next_proof = 0;
}

static void
find_strip_needs (CwPreviewJob *self)
{
  CwPreviewLayout layout;

  cw_preview_layout_init (&layout, &self->wish->strip_sight, cw_pages_get_n_pages (self->pages));
  g_array_unref (self->strip_needs);
  self->strip_needs = cw_preview_layout_get_needs (&layout, 0, self->wish->strip_scroll);
  self->strip_density = layout.density;
  self->next_strip = 0;
}

static CwPagePicture *
find_picture (CwPreviewJob *self,
              GPtrArray *pictures,
              double density,
              const CwPreviewNeed *need)
{
  CwPage *page = cw_pages_get_page (self->pages, need->page);

  for (guint i = 0; i < pictures->len; i++)
    {
      CwPagePicture *picture = g_ptr_array_index (pictures, i);

      if (cw_page_picture_get_number (picture) == need->page
          && cw_page_picture_shows (picture, page, density, &need->seen, self->wish->guides))
        return picture;
    }
  return NULL;
}

/* Keeps what was made for pages still needed, one picture a page. */
static void
forget_made (CwPreviewJob *self)
{
  for (guint i = self->made->len; i > 0; i--)
    {
      CwPagePicture *picture = g_ptr_array_index (self->made, i - 1);
      gboolean needed = FALSE;

      for (guint n = 0; n < self->needs->len && !needed; n++)
        needed = g_array_index (self->needs, CwPreviewNeed, n).page
                 == cw_page_picture_get_number (picture);
      if (!needed)
        g_ptr_array_remove_index (self->made, i - 1);
    }
}

static void
keep_made (CwPreviewJob *self, CwPagePicture *picture)
{
  for (guint i = self->made->len; i > 0; i--)
    if (cw_page_picture_get_number (g_ptr_array_index (self->made, i - 1))
        == cw_page_picture_get_number (picture))
      g_ptr_array_remove_index (self->made, i - 1);
  g_ptr_array_add (self->made, cw_page_picture_ref (picture));
}

static void
take_error (CwPreviewReport *report, GError *error)
{
  if (report->error)
    g_error_free (error);
  else
    report->error = error;
}

/* A picture for @need, unless the view has it: one made a moment ago, or a new one. */
static void
paint (CwPreviewJob *self, const CwPreviewNeed *need, CwPreviewReport *report)
{
  CwPagePicture *made = find_picture (self, self->made, self->density, need);
  CwPagePicture *known = find_picture (self, self->wish->pictures, self->density, need);
  g_autoptr (CwPagePicture) picture = NULL;
  GError *error = NULL;

  if (made && (!known || cw_page_picture_get_kind (made) > cw_page_picture_get_kind (known)))
    g_ptr_array_add (report->pictures, cw_page_picture_ref (made));
  if (made || known)
    return;
  picture = cw_page_picture_new_painted (need->page, cw_pages_get_page (self->pages, need->page),
                                         self->density, &need->wanted, self->wish->guides, &error);
  if (!picture)
    {
      take_error (report, error);
      return;
    }
  keep_made (self, picture);
  g_ptr_array_add (report->pictures, g_steal_pointer (&picture));
}

/**
 * cw_preview_job_begin:
 * @self: a job
 * @wish: (transfer full): what is wished for now; all wishes before are void
 *
 * The first step: sets the document if it is another one, and paints what is to be seen and has
 * changed. Pages that look as before keep their picture.
 *
 * Returns: (transfer full) (nullable): what there is to report
 */
CwPreviewReport *
cw_preview_job_begin (CwPreviewJob *self, CwPreviewWish *wish)
{
  g_autoptr (CwPreviewReport) report = NULL;
  gboolean is_new;

  g_clear_pointer (&self->wish, cw_preview_wish_free);
  self->wish = wish;
  is_new = !is_set (self);
  if (is_new)
    {
      g_autoptr (CwPages) pages = set_pages (self);

      g_clear_pointer (&self->pages, cw_pages_unref);
      self->pages = g_steal_pointer (&pages);
    }
  find_needs (self);
  find_strip_needs (self);
  forget_made (self);
  report = cw_preview_report_new (self->pages, is_new);
  for (; self->next_paint < self->needs->len; self->next_paint++)
    {
      const CwPreviewNeed *need = &g_array_index (self->needs, CwPreviewNeed, self->next_paint);

      if (!need->visible)
        break;
      paint (self, need, report);
    }
  return is_new || report->pictures->len > 0 || report->error ? g_steal_pointer (&report) : NULL;
}

/* The next thumbnail the strip has not. */
static CwPreviewReport *
paint_strip (CwPreviewJob *self)
{
  while (self->pages && self->next_strip < self->strip_needs->len)
    {
      const CwPreviewNeed *need
          = &g_array_index (self->strip_needs, CwPreviewNeed, self->next_strip++);
      g_autoptr (CwPreviewReport) report = NULL;
      CwPagePicture *picture;

      if (find_picture (self, self->wish->strip_pictures, self->strip_density, need))
        continue;
      report = cw_preview_report_new (self->pages, FALSE);
      picture = cw_page_picture_new_painted (
          need->page, cw_pages_get_page (self->pages, need->page), self->strip_density,
          &need->wanted, self->wish->guides, &report->error);
      if (picture)
        g_ptr_array_add (report->strip_pictures, picture);
      return g_steal_pointer (&report);
    }
  return NULL;
}

/**
 * cw_preview_job_paint_next:
 * @self: a job
 *
 * The second step, page by page: paints the pages next to those that are to be seen, then the
 * thumbnails that have changed.
 *
 * Returns: (transfer full) (nullable): a report, or %NULL when there is nothing left to paint
 */
CwPreviewReport *
cw_preview_job_paint_next (CwPreviewJob *self)
{
  while (self->pages && self->next_paint < self->needs->len)
    {
      g_autoptr (CwPreviewReport) report = cw_preview_report_new (self->pages, FALSE);

      paint (self, &g_array_index (self->needs, CwPreviewNeed, self->next_paint++), report);
      if (report->pictures->len > 0 || report->error)
        return g_steal_pointer (&report);
    }
  return paint_strip (self);
}

static CwProof *
get_proof (CwPreviewJob *self, guint number, GError **error)
{
  CwPage *page = cw_pages_get_page (self->pages, number);
  CwProof *proof;

  for (guint i = 0; i < self->proofs->len; i++)
    {
      proof = g_ptr_array_index (self->proofs, i);
      if (cw_page_looks_equal (cw_proof_get_page (proof), page))
        return proof;
    }
  proof = cw_proof_new (self->pages, number, self->faces, error);
  if (!proof)
    return NULL;
  if (self->proofs->len == MAX_PROOFS)
    g_ptr_array_remove_index (self->proofs, 0);
  g_ptr_array_add (self->proofs, proof);
  return proof;
}

static gboolean
is_proved (CwPreviewJob *self, const CwPreviewNeed *need)
{
  CwPagePicture *made = find_picture (self, self->made, self->density, need);
  CwPagePicture *known = find_picture (self, self->wish->pictures, self->density, need);

  return (made && cw_page_picture_get_kind (made) == CW_PICTURE_PROOF)
         || (!made && known && cw_page_picture_get_kind (known) == CW_PICTURE_PROOF);
}

static void
prove (CwPreviewJob *self, const CwPreviewNeed *need, CwPreviewReport *report)
{
  GError *error = NULL;
  CwProof *proof = get_proof (self, need->page, &error);
  CwPagePicture *picture = NULL;

  if (proof)
    picture = cw_proof_draw (proof, need->page, self->density, &need->wanted, self->wish->guides,
                             &error);
  if (!picture)
    {
      take_error (report, error);
      return;
    }
  keep_made (self, picture);
  g_ptr_array_add (report->pictures, picture);
}

/**
 * cw_preview_job_prove_next:
 * @self: a job
 *
 * The last step, page by page, when the hand rests: the pictures of what is to be seen are made
 * again by poppler, from PDF bytes. A page for which that fails keeps the painter's picture.
 *
 * Returns: (transfer full) (nullable): a report, or %NULL when there is nothing left to prove
 */
CwPreviewReport *
cw_preview_job_prove_next (CwPreviewJob *self)
{
  while (self->pages && self->next_proof < self->needs->len)
    {
      const CwPreviewNeed *need = &g_array_index (self->needs, CwPreviewNeed, self->next_proof++);
      g_autoptr (CwPreviewReport) report = NULL;

      if (!need->visible || is_proved (self, need))
        continue;
      report = cw_preview_report_new (self->pages, FALSE);
      prove (self, need, report);
      return g_steal_pointer (&report);
    }
  return NULL;
}
