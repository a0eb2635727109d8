/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preview-test.h"

#include "preview/cw-picture-cache.h"
#include "preview/cw-preview-worker.h"

/* A view of one page and a little at 96 dpi, without a window. */
typedef struct
{
  CwPreviewWorker *worker;
  CwPreviewWish wish;
  GPtrArray *settings; /* CwPages, in the order they came */
  GPtrArray *pictures; /* CwPagePicture, in the order they came, since the last wish */
  CwPictureCache *cache;
  CwPages *pages;
  guint n_reports;
  gboolean free_on_report;
} Desk;

static void
on_report (const CwPreviewReport *report, gpointer user_data)
{
  Desk *desk = user_data;

  g_assert_null (report->error);
  desk->n_reports++;
  if (report->is_new)
    g_ptr_array_add (desk->settings, cw_pages_ref (report->pages));
  g_assert_cmpuint (desk->settings->len, >, 0);
  desk->pages = g_ptr_array_index (desk->settings, desk->settings->len - 1);
  /* no picture of pages older than the newest reported */
  g_assert_true (report->pages == desk->pages);
  for (guint i = 0; i < report->pictures->len; i++)
    {
      g_ptr_array_add (desk->pictures,
                       cw_page_picture_ref (g_ptr_array_index (report->pictures, i)));
      cw_picture_cache_put (desk->cache, g_ptr_array_index (report->pictures, i));
    }
  if (desk->free_on_report)
    g_clear_pointer (&desk->worker, cw_preview_worker_free);
}

static Desk *
desk_new (void)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->settings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_pages_unref);
  desk->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_page_picture_unref);
  desk->wish = (CwPreviewWish) {
    .profile = cw_profile_default,
    .sight = { 826, 1200, 1, CW_PREVIEW_ZOOM_FIT_WIDTH, 1 },
    .anchor = { .at_top = TRUE },
  };
  desk->cache = cw_picture_cache_new (G_MAXSIZE);
  desk->worker = cw_preview_worker_new (on_report, desk);
  return desk;
}

static void
desk_free (Desk *desk)
{
  g_clear_pointer (&desk->worker, cw_preview_worker_free);
  g_ptr_array_unref (desk->settings);
  g_ptr_array_unref (desk->pictures);
  cw_picture_cache_free (desk->cache);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

/* What has come until now is known with this wish. */
static void
desk_post (Desk *desk, CwDocument *document)
{
  g_ptr_array_set_size (desk->pictures, 0);
  desk->wish.document = document;
  desk->wish.pictures = cw_picture_cache_list (desk->cache);
  cw_preview_worker_post (desk->worker, &desk->wish);
  g_clear_pointer (&desk->wish.pictures, g_ptr_array_unref);
}

static void
await_setting (Desk *desk, CwDocument *document)
{
  while (!desk->pages || cw_pages_get_document (desk->pages) != document)
    g_main_context_iteration (NULL, TRUE);
}

static CwPagePicture *
find_picture (Desk *desk, guint number, CwPictureKind kind)
{
  for (guint i = desk->pictures->len; i > 0; i--)
    {
      CwPagePicture *picture = g_ptr_array_index (desk->pictures, i - 1);

      if (cw_page_picture_get_number (picture) == number
          && cw_page_picture_get_kind (picture) == kind)
        return picture;
    }
  return NULL;
}

static CwPagePicture *
await_picture (Desk *desk, guint number, CwPictureKind kind)
{
  CwPagePicture *picture;

  while (!(picture = find_picture (desk, number, kind)))
    g_main_context_iteration (NULL, TRUE);
  return picture;
}

/* The first report of a document has its pages and the pictures of all that is to be seen, painted.
 */
static void
test_first_step (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (CwDocument) document = cw_test_long_document (6);
  cairo_rectangle_int_t whole = { 0, 0, 794, 1123 };

  desk_post (desk, document);
  await_setting (desk, document);
  g_assert_cmpuint (desk->n_reports, ==, 1);
  g_assert_cmpuint (cw_pages_get_n_pages (desk->pages), >, 3);
  g_assert_cmpuint (desk->pictures->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      CwPagePicture *picture = g_ptr_array_index (desk->pictures, i);

      g_assert_cmpuint (cw_page_picture_get_number (picture), ==, i);
      g_assert_cmpint (cw_page_picture_get_kind (picture), ==, CW_PICTURE_PAINTED);
      g_assert_true (cw_page_picture_get_page (picture) == cw_pages_get_page (desk->pages, i));
      g_assert_cmpmem (cw_page_picture_get_part (picture), sizeof whole, &whole, sizeof whole);
    }
}

/* Then the next page is painted, then all that is to be seen is made again by poppler, and nothing
 * else. */
static void
test_later_steps (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (CwDocument) document = cw_test_long_document (6);

  desk_post (desk, document);
  await_picture (desk, 2, CW_PICTURE_PAINTED);
  await_picture (desk, 0, CW_PICTURE_PROOF);
  await_picture (desk, 1, CW_PICTURE_PROOF);
  g_assert_cmpuint (desk->pictures->len, ==, 5);
  for (guint i = 0; i < 2; i++)
    {
      CwPagePicture *painted = find_picture (desk, i, CW_PICTURE_PAINTED);
      CwPagePicture *proved = find_picture (desk, i, CW_PICTURE_PROOF);

      g_assert_true (cw_page_picture_shows (proved, cw_page_picture_get_page (painted),
                                            cw_page_picture_get_density (painted),
                                            cw_page_picture_get_part (painted), FALSE));
    }
}

/* Of many documents in a row the last is set, those on the way are passed over or come in order. */
static void
test_newest_wins (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_document_unref);
  guint last = 0;

  g_ptr_array_add (documents, cw_test_long_document (8));
  for (guint i = 1; i < 60; i++)
    g_ptr_array_add (documents, cw_test_insert (g_ptr_array_index (documents, i - 1), 4, 0, "再"));
  for (guint i = 0; i < documents->len; i++)
    desk_post (desk, g_ptr_array_index (documents, i));
  await_setting (desk, g_ptr_array_index (documents, 59));
  await_picture (desk, 0, CW_PICTURE_PROOF);

  g_assert_cmpuint (desk->settings->len, <, 60);
  for (guint i = 0; i < desk->settings->len; i++)
    {
      guint position;

      g_assert_true (g_ptr_array_find (
          documents, cw_pages_get_document (g_ptr_array_index (desk->settings, i)), &position));
      g_assert_true (i == 0 || position > last);
      last = position;
    }
  g_assert_cmpuint (last, ==, 59);
  g_assert_true (cw_page_picture_get_page (find_picture (desk, 0, CW_PICTURE_PROOF))
                 == cw_pages_get_page (desk->pages, 0));
}

/* An edit out of sight: the pages are reported, no picture is made. The page is not even proved
 * again: the next thing that comes is the report of the document after it. */
static void
test_unchanged_pages (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (CwDocument) document = cw_test_long_document (12);
  guint last_line = cw_flow_get_n_lines (document) - 3;
  g_autoptr (CwDocument) edited = cw_test_insert (document, last_line, 0, "另外，");
  g_autoptr (CwDocument) seen = cw_test_insert (edited, 0, 0, "又");

  desk_post (desk, document);
  await_picture (desk, 2, CW_PICTURE_PAINTED);
  await_picture (desk, 1, CW_PICTURE_PROOF);
  desk_post (desk, edited);
  await_setting (desk, edited);
  g_assert_cmpuint (desk->pictures->len, ==, 0);
  desk_post (desk, seen);
  await_setting (desk, seen);
  g_assert_cmpuint (desk->pictures->len, ==, 1);
  g_assert_nonnull (find_picture (desk, 0, CW_PICTURE_PAINTED));
}

/* A picture made before the view knew of it is not made again. */
static void
test_made_is_known (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (CwDocument) document = cw_test_long_document (3);
  g_autoptr (CwPagePicture) first = NULL;

  desk_post (desk, document);
  first = cw_page_picture_ref (await_picture (desk, 0, CW_PICTURE_PAINTED));
  g_clear_pointer (&desk->cache, cw_picture_cache_free);
  desk->cache = cw_picture_cache_new (G_MAXSIZE);
  desk_post (desk, document);
  g_assert_true (await_picture (desk, 0, CW_PICTURE_PAINTED) == first);
}

/* Another zoom: same pages, new pictures, no new setting. */
static void
test_zoom (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (CwDocument) document = cw_test_long_document (3);

  desk_post (desk, document);
  await_picture (desk, 0, CW_PICTURE_PROOF);
  desk->wish.sight.mode = CW_PREVIEW_ZOOM_FREE;
  desk->wish.sight.zoom = 2;
  desk_post (desk, document);
  g_assert_cmpint (cw_page_picture_get_part (await_picture (desk, 0, CW_PICTURE_PAINTED))->width,
                   ==, 1587);
  g_assert_cmpint (cw_page_picture_get_part (await_picture (desk, 0, CW_PICTURE_PROOF))->width, ==,
                   1587);
  g_assert_cmpuint (desk->settings->len, ==, 1);
}

static void
test_profile (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (CwDocument) document = cw_test_long_document (3);

  desk_post (desk, document);
  await_picture (desk, 0, CW_PICTURE_PAINTED);
  desk->wish.profile.mirrored = !desk->wish.profile.mirrored;
  desk_post (desk, document);
  while (desk->settings->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cw_profile_equal (cw_pages_get_profile (desk->pages), &desk->wish.profile));
}

/* While nothing can be seen pages are set, for their number is shown elsewhere; pictures are not
 * made. */
static void
test_hidden (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (CwDocument) document = cw_test_long_document (3);
  g_autoptr (CwDocument) edited = cw_test_insert (document, 0, 0, "又");

  desk->wish.sight.width = 0;
  desk_post (desk, document);
  await_setting (desk, document);
  desk_post (desk, edited);
  await_setting (desk, edited);
  g_assert_cmpuint (desk->pictures->len, ==, 0);
}

/* An edit above what is seen: the pictures are of the page on which the anchor now is. */
static void
test_anchor (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (CwDocument) document = cw_test_long_document (9);
  g_autoptr (CwDocument) edited = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  CwPlace place = { 30, 0 };
  graphene_rect_t caret;
  guint before;
  guint after;

  desk_post (desk, document);
  await_picture (desk, 1, CW_PICTURE_PROOF);
  g_assert_true (cw_pages_find_place (desk->pages, place, &before, &caret));
  desk->wish.anchor = (CwPreviewAnchor) { .in_text = TRUE,
                                          .place = place,
                                          .point = { before, 0, caret.origin.y } };
  desk->wish.anchor_document = document;
  for (guint i = 0; i < 60; i++)
    g_string_append (text, "增加的段落使后面的文字移到下一页。\n");
  edited = cw_test_insert (document, 2, 0, text->str);
  desk_post (desk, edited);
  await_setting (desk, edited);
  place.line += 60;
  g_assert_true (cw_pages_find_place (desk->pages, place, &after, &caret));
  g_assert_cmpuint (after, >, before + 1);
  g_assert_nonnull (find_picture (desk, after, CW_PICTURE_PAINTED));
  g_assert_null (find_picture (desk, before, CW_PICTURE_PAINTED));
}

/* After it is freed nothing is reported, wherever in its work it was. */
static void
test_free (void)
{
  g_autoptr (CwDocument) document = cw_test_long_document (5);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (Desk) desk = desk_new ();

      desk_post (desk, document);
      g_usleep (i * 500);
      g_clear_pointer (&desk->worker, cw_preview_worker_free);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpuint (desk->n_reports, ==, 0);
    }
}

static void
test_free_from_report (void)
{
  g_autoptr (Desk) desk = desk_new ();
  g_autoptr (CwDocument) document = cw_test_long_document (5);

  desk->free_on_report = TRUE;
  desk_post (desk, document);
  await_setting (desk, document);
  g_assert_null (desk->worker);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (desk->n_reports, ==, 1);
}

/* Two windows: each has a thread, poppler is used by one at a time. */
static void
test_two_workers (void)
{
  g_autoptr (CwDocument) document = cw_test_long_document (5);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (Desk) left = desk_new ();
      g_autoptr (Desk) right = desk_new ();

      desk_post (left, document);
      desk_post (right, document);
      await_picture (left, 1, CW_PICTURE_PROOF);
      await_picture (right, 1, CW_PICTURE_PROOF);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preview/worker/first-step", test_first_step);
  g_test_add_func ("/preview/worker/later-steps", test_later_steps);
  g_test_add_func ("/preview/worker/newest-wins", test_newest_wins);
  g_test_add_func ("/preview/worker/unchanged-pages", test_unchanged_pages);
  g_test_add_func ("/preview/worker/made-is-known", test_made_is_known);
  g_test_add_func ("/preview/worker/zoom", test_zoom);
  g_test_add_func ("/preview/worker/profile", test_profile);
  g_test_add_func ("/preview/worker/hidden", test_hidden);
  g_test_add_func ("/preview/worker/anchor", test_anchor);
  g_test_add_func ("/preview/worker/free", test_free);
  g_test_add_func ("/preview/worker/free-from-report", test_free_from_report);
  g_test_add_func ("/preview/worker/two-workers", test_two_workers);
  return g_test_run ();
}
