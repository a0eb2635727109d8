/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preview-stage.h"

#include <math.h>

#include "preview/cw-preview-draw.h"
#include "cw-test-window.h"

static gboolean
has_key (GtkShortcut *shortcut, guint key)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger)
         && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0;
}

/* As if the key had been pressed with the focus on the view. */
static void
press (Stage *stage, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (stage->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (!has_key (shortcut, key))
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                       GTK_WIDGET (stage->view),
                                                       gtk_shortcut_get_arguments (shortcut)));
          return;
        }
    }
  g_assert_not_reached ();
}

/* --- size --- */

static void
test_fit (gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  g_autoptr (Stage) stage = stage_new (width, 3);
  const CwPreviewLayout *layout = cw_preview_view_get_layout (stage->view);
  cairo_rectangle_int_t box = cw_preview_layout_get_page_box (layout, 0);
  g_autofree char *name = g_strdup_printf ("fit-width-%d.png", width);
  double free_x;
  double free_y;

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (stage->view)), ==, width);
  g_assert_cmpfloat (fabs ((box.width + 2 * layout->gap) / layout->scale - width), <=, 1);
  g_assert_cmpfloat_with_epsilon (cw_preview_get_zoom (stage->preview), (width - 32) / 793.7,
                                  0.001);
  keep_picture (stage, name);

  cw_preview_set_zoom_mode (stage->preview, CW_PREVIEW_ZOOM_FIT_PAGE);
  box = cw_preview_layout_get_page_box (layout, 0);
  free_x = width - (box.width + 2 * layout->gap) / layout->scale;
  free_y = 700 - (box.height + 2 * layout->gap) / layout->scale;
  g_assert_cmpfloat (MIN (free_x, free_y), >=, -1);
  g_assert_cmpfloat (MIN (free_x, free_y), <=, 1);
}

/* Zooming keeps what is under the pointer there. */
static void
test_zoom_point (void)
{
  g_autoptr (Stage) stage = stage_new (700, 8);
  const CwPreviewLayout *layout = cw_preview_view_get_layout (stage->view);
  const double zooms[] = { 2, 1.1, 3.5, 0.9 };

  cw_preview_view_scroll_to (stage->view, 0, 1500, FALSE);
  cw_preview_view_zoom_at (stage->view, 1.5, 350, 350);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      double x, y;
      CwPreviewPoint before, after;

      cw_preview_view_get_scroll (stage->view, &x, &y);
      before = cw_preview_layout_to_paper (layout, x + 300, y + 333);
      cw_preview_view_zoom_at (stage->view, zooms[i], 300, 333);
      cw_preview_view_get_scroll (stage->view, &x, &y);
      after = cw_preview_layout_to_paper (layout, x + 300, y + 333);
      g_assert_cmpint (cw_preview_get_zoom_mode (stage->preview), ==, CW_PREVIEW_ZOOM_FREE);
      g_assert_cmpuint (after.page, ==, before.page);
      g_assert_cmpfloat (fabs (after.y - before.y) * layout->density, <, 1);
      if (layout->page_width > 700)
        g_assert_cmpfloat (fabs (after.x - before.x) * layout->density, <, 1);
    }
}

static void
on_notify (GObject *object, GParamSpec *pspec, GHashTable *seen)
{
  g_hash_table_add (seen, (gpointer) pspec->name);
}

static void
test_properties (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (Stage) stage = stage_new (700, 3);
  g_autoptr (CwDocument) longer = cw_test_long_document (9);

  g_signal_connect (stage->preview, "notify", G_CALLBACK (on_notify), seen);
  cw_preview_zoom_reset (stage->preview);
  g_assert_cmpfloat (cw_preview_get_zoom (stage->preview), ==, 1);
  cw_preview_zoom_in (stage->preview);
  g_assert_cmpfloat (cw_preview_get_zoom (stage->preview), ==, 1.1);
  cw_preview_zoom_out (stage->preview);
  cw_preview_zoom_out (stage->preview);
  g_assert_cmpfloat (cw_preview_get_zoom (stage->preview), ==, 0.9);
  while (!g_hash_table_contains (seen, "zoom"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_hash_table_contains (seen, "zoom-mode"));

  set_document (stage, longer);
  g_assert_true (cw_preview_get_busy (stage->preview));
  g_assert_true (g_hash_table_contains (seen, "busy"));
  await_current (stage);
  g_assert_true (g_hash_table_contains (seen, "pages"));
  g_assert_true (g_hash_table_contains (seen, "n-pages"));
  g_assert_true (cw_pages_get_document (cw_preview_get_pages (stage->preview)) == longer);

  g_assert_false (g_hash_table_contains (seen, "page"));
  cw_preview_show_page (stage->preview, 2);
  while (!g_hash_table_contains (seen, "page"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (cw_preview_get_page (stage->preview), ==, 2);
}

/* --- thumbnails --- */

/* The strip comes first; the pages beside it stay as they are. */
static CwPreviewView *
find_strip (Stage *stage)
{
  CwPreviewView *first
      = CW_PREVIEW_VIEW (find_widget (GTK_WIDGET (stage->preview), CW_TYPE_PREVIEW_VIEW));

  return first != stage->view ? first : NULL;
}

static guint
count_thumbnails (CwPreviewView *strip)
{
  CwPreviewWish wish = { 0 };
  guint n;

  cw_preview_view_describe (strip, &wish);
  n = wish.pictures->len;
  g_ptr_array_unref (wish.pictures);
  return n;
}

static void
await_thumbnails (Stage *stage, guint n)
{
  while (count_thumbnails (find_strip (stage)) < n)
    g_main_context_iteration (NULL, TRUE);
}

/* A click on a small page goes there. */
static void
test_thumbnails (void)
{
  g_autoptr (Stage) stage = stage_new (700, 3);
  guint n_pages = cw_preview_get_n_pages (stage->preview);
  CwPreviewPoint middle = { 1, 300, 400 };
  double x, y;

  g_assert_null (find_strip (stage));
  cw_preview_set_thumbnails (stage->preview, TRUE);
  g_assert_nonnull (find_strip (stage));
  await_thumbnails (stage, MIN (n_pages, 3));
  cw_preview_layout_from_paper (cw_preview_view_get_layout (find_strip (stage)), middle, &x, &y);
  cw_preview_view_activate_at (find_strip (stage), x, y);
  while (cw_preview_get_page (stage->preview) != 1)
    g_main_context_iteration (NULL, TRUE);
  cw_preview_set_thumbnails (stage->preview, FALSE);
  g_assert_null (find_strip (stage));
}

/* After an edit the thumbnails are those of the new pages. */
static void
test_thumbnails_follow (void)
{
  g_autoptr (Stage) stage = stage_new (700, 2);
  g_autoptr (CwDocument) longer = cw_test_insert (stage->document, 2, 0, "新的一段。\n又是一段。\n");

  cw_preview_set_thumbnails (stage->preview, TRUE);
  await_thumbnails (stage, 2);
  set_document (stage, longer);
  await_current (stage);
  g_assert_true (cw_preview_view_get_pages (find_strip (stage))
                 == cw_preview_get_pages (stage->preview));
}

/* --- places --- */

static void
click_on (Stage *stage, CwPlace place)
{
  graphene_point_t point = find_on_view (stage, place);

  cw_preview_view_activate_at (stage->view, point.x, point.y);
}

static void
test_click (void)
{
  g_autoptr (Stage) stage = stage_new (700, 3);

  click_on (stage, (CwPlace) { 5, 30 });
  g_assert_cmpuint (stage->n_activated, ==, 1);
  g_assert_cmpuint (stage->activated.line, ==, 5);
  g_assert_cmpuint (stage->activated.offset, ==, 30);
  cw_preview_view_activate_at (stage->view, 5, 5);
  g_assert_cmpuint (stage->n_activated, ==, 1);
}

/* A click on pages that are behind the document means the place in the document. */
static void
test_click_while_busy (void)
{
  g_autoptr (Stage) stage = stage_new (700, 3);
  g_autoptr (CwDocument) edited
      = cw_test_insert (stage->document, 2, 0, "新的一段。\n又是一段。\n");

  set_document (stage, edited);
  click_on (stage, (CwPlace) { 5, 30 });
  g_assert_true (cw_preview_get_busy (stage->preview));
  g_assert_cmpuint (stage->activated.line, ==, 7);
  g_assert_cmpuint (stage->activated.offset, ==, 30);
}

static void
test_show_place (void)
{
  g_autoptr (Stage) stage = stage_new (700, 8);
  CwPlace far = { 40, 12 };
  CwPlace near = { 41, 0 };
  double scroll;

  cw_preview_show_place (stage->preview, far, TRUE);
  g_assert_cmpfloat (get_height_of (stage, far), >, 80 - 1);
  g_assert_cmpfloat (get_height_of (stage, far), <, 620);
  scroll = get_scroll (stage);
  g_assert_cmpfloat (scroll, >, 1000);
  cw_preview_show_place (stage->preview, near, FALSE);
  g_assert_cmpfloat (get_scroll (stage), ==, scroll);
  await_ink (stage);
  keep_picture (stage, "show-place.png");
}

/* The place is one of the document set last: it is shown when that is. */
static void
test_show_place_later (void)
{
  g_autoptr (Stage) stage = stage_new (700, 8);
  guint end = cw_flow_get_n_lines (stage->document) - 3;
  g_autoptr (CwDocument) edited = cw_test_insert (stage->document, end, 0, "最后补充一段。\n");
  CwPlace place = { end, 6 };

  set_document (stage, edited);
  cw_preview_show_place (stage->preview, place, FALSE);
  g_assert_cmpfloat (get_scroll (stage), ==, 0);
  await_current (stage);
  g_assert_cmpfloat (get_scroll (stage), >, 1000);
  g_assert_cmpfloat (get_height_of (stage, place), >, 0);
  g_assert_cmpfloat (get_height_of (stage, place), <, 700);
}

/* Where animations are on, the view gets there by and by; an edit above it on the way does not lead
 * it astray. */
static void
test_glide (void)
{
  g_autoptr (Stage) stage = stage_new (700, 12);
  g_autoptr (CwDocument) edited = cw_test_insert (stage->document, 2, 0, "多了一段。\n");
  CwPlace place = { 12, 0 };
  double start;

  cw_preview_view_scroll_to (stage->view, 0, 1700, FALSE);
  draw (stage);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  start = get_scroll (stage);
  cw_preview_show_place (stage->preview, place, FALSE);
  g_assert_cmpfloat (get_scroll (stage), ==, start);
  while (get_scroll (stage) == start)
    g_main_context_iteration (NULL, TRUE);
  set_document (stage, edited);
  place.line++;
  while (fabs (get_height_of (stage, place) - 80) > 1)
    g_main_context_iteration (NULL, TRUE);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* Who scrolls by hand on the way stays where they are. */
static void
test_glide_stopped (void)
{
  g_autoptr (Stage) stage = stage_new (700, 12);
  GtkAdjustment *adjustment = NULL;
  guint n_frames = 0;

  g_object_get (stage->view, "vadjustment", &adjustment, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  cw_preview_view_scroll_by (stage->view, 0, 1);
  while (get_scroll (stage) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_adjustment_set_value (adjustment, 1234);
  while (n_frames++ < 5)
    draw (stage);
  g_assert_cmpfloat (get_scroll (stage), ==, 1234);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_object_unref (adjustment);
}

/* A place asked for before the window is there is shown when it is. */
static void
test_show_place_early (void)
{
  g_autoptr (CwDocument) document = cw_test_long_document (8);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *preview = cw_preview_new ();
  Stage stage = { .window = window, .preview = CW_PREVIEW (preview), .document = document };

  stage.view = CW_PREVIEW_VIEW (find_widget (preview, CW_TYPE_PREVIEW_VIEW));
  gtk_window_set_child (GTK_WINDOW (window), preview);
  cw_preview_set_document (stage.preview, document);
  cw_preview_show_place (stage.preview, (CwPlace) { 40, 0 }, TRUE);
  await_current (&stage);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpfloat (get_height_of (&stage, (CwPlace) { 40, 0 }), >, 0);
  g_assert_cmpfloat (get_height_of (&stage, (CwPlace) { 40, 0 }), <, 700);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- nothing jumps --- */

static CwPlace
find_upper_place (Stage *stage)
{
  CwPreviewPoint point = cw_preview_layout_to_paper (cw_preview_view_get_layout (stage->view), 350,
                                                     get_scroll (stage) + 150);
  CwPlace place;

  g_assert_true (cw_pages_find_point (cw_preview_get_pages (stage->preview), point.page, point.x,
                                      point.y, &place));
  place.offset = 0;
  return place;
}

/* Lines come and go above what is seen: what is seen stays where it is, to a fraction of a pixel.
 */
static void
test_edit_above (void)
{
  g_autoptr (Stage) stage = stage_new (700, 12);
  CwPlace place;
  double height;

  cw_preview_view_scroll_to (stage->view, 0, 3210.4, FALSE);
  place = find_upper_place (stage);
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (CwDocument) edited = NULL;

      place = find_upper_place (stage);
      height = get_height_of (stage, place);
      edited = cw_test_insert (stage->document, 2 + i, 0,
                               i % 3 == 2 ? "多了一段。\n" : "增加几个字，");
      set_document (stage, edited);
      await_current (stage);
      place.line += i % 3 == 2;
      g_assert_cmpfloat (fabs (get_height_of (stage, place) - height), <, 0.5);
    }
}

/* Characters that leave the page breaks as they are: no pixel of the view changes, but for the
 * trace by which the painter's and poppler's pictures differ, as either may be there at either
 * time. */
static void
test_edit_above_pixels (void)
{
  g_autoptr (Stage) stage = stage_new (700, 12);
  g_autoptr (CwDocument) edited = cw_test_insert (stage->document, 2, 0, "一");
  g_autoptr (GdkTexture) before = NULL;
  g_autoptr (GdkTexture) after = NULL;
  g_autofree guint32 *before_pixels = NULL;
  g_autofree guint32 *after_pixels = NULL;

  cw_preview_view_scroll_to (stage->view, 0, 3210.4, FALSE);
  await_ink (stage);
  before = take_picture (stage);
  set_document (stage, edited);
  await_current (stage);
  after = take_picture (stage);
  before_pixels = cw_test_get_pixels (before);
  after_pixels = cw_test_get_pixels (after);
  g_assert_cmpint (gdk_texture_get_width (before), ==, gdk_texture_get_width (after));
  g_assert_cmpint (gdk_texture_get_height (before), ==, gdk_texture_get_height (after));
  for (int i = 0; i < gdk_texture_get_width (before) * gdk_texture_get_height (before); i++)
    g_assert_cmpint (abs (cw_test_get_grey (before_pixels[i]) - cw_test_get_grey (after_pixels[i])),
                     <=, 96);
}

/* At the top of the first page it stays at the top. */
static void
test_edit_at_top (void)
{
  g_autoptr (Stage) stage = stage_new (700, 5);
  g_autoptr (CwDocument) edited
      = cw_test_insert (stage->document, 0, 0, "中共某某县委教育工作领导小组办公室");

  set_document (stage, edited);
  await_current (stage);
  g_assert_cmpfloat (get_scroll (stage), ==, 0);
}

/* While an edit is under way there is always ink on the paper. */
static void
test_no_flash_of_white (void)
{
  g_autoptr (Stage) stage = stage_new (700, 5);
  guint usual = count_ink (stage);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (CwDocument) edited = cw_test_insert (stage->document, 3, 0, "再");

      set_document (stage, edited);
      do
        {
          g_assert_cmpuint (count_ink (stage), >, usual / 2);
          g_main_context_iteration (NULL, TRUE);
        }
      while (cw_preview_get_busy (stage->preview));
      g_assert_cmpuint (count_ink (stage), >, usual / 2);
    }
}

/* Zooming shows the old picture, stretched, until the new one is there. */
static void
test_zoom_has_picture (void)
{
  g_autoptr (Stage) stage = stage_new (700, 5);

  cw_preview_zoom_in (stage->preview);
  cw_preview_zoom_in (stage->preview);
  g_assert_cmpuint (count_ink (stage), >, 1000);
}

/* --- looks --- */

static void
test_dark (void)
{
  g_autoptr (Stage) stage = stage_new (700, 2);
  int light;
  int dark;

  light = cw_test_get_grey (get_pixel (stage, 3, 300));
  g_assert_cmphex (get_pixel (stage, 40, 60), ==, 0xffffffff);
  keep_picture (stage, "light.png");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  draw (stage);
  dark = cw_test_get_grey (get_pixel (stage, 3, 300));
  g_assert_cmphex (get_pixel (stage, 40, 60), ==, 0xffffffff);
  g_assert_cmpuint (count_ink (stage), >, 1000);
  keep_picture (stage, "dark.png");
  g_assert_cmpint (light, >, 200);
  g_assert_cmpint (dark, <, 90);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* The scene as a screen of its scale shows it, in device pixels. */
static GdkTexture *
render_scene (const CwPreviewScene *scene, GskRenderer *renderer)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float scale = (float) scene->layout.scale;
  g_autoptr (GskRenderNode) node = NULL;

  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) scene->offset_x, (float) scene->offset_y));
  cw_preview_draw (scene, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  return gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, 1000, 1000));
}

/* Every pixel of the picture is a pixel of the screen. */
static void
assert_pixel_for_pixel (CwPreviewScene *scene, GskRenderer *renderer)
{
  CwPagePicture *picture = cw_picture_cache_get (scene->pictures, 0);
  cairo_rectangle_int_t box = cw_preview_layout_get_page_box (&scene->layout, 0);
  g_autoptr (GdkTexture) screen = render_scene (scene, renderer);
  g_autofree guint32 *seen = cw_test_get_pixels (screen);
  g_autofree guint32 *made = cw_test_get_pixels (cw_page_picture_get_texture (picture));
  graphene_point_t origin = cw_preview_scene_get_origin (scene);
  int left = box.x + (int) round ((scene->offset_x + origin.x) * scene->layout.scale);
  int top = box.y + (int) round ((scene->offset_y + origin.y) * scene->layout.scale);
  guint n_ink = 0;

  int first_x = (int) ceil (scene->offset_x * scene->layout.scale);
  int first_y = (int) ceil (scene->offset_y * scene->layout.scale);

  for (int y = MAX (0, first_y - top); top + y < first_y + 415 * scene->layout.scale; y++)
    for (int x = MAX (0, first_x - left); x < box.width; x++)
      {
        guint32 pixel = made[y * box.width + x];

        g_assert_cmpint (
            abs (cw_test_get_grey (seen[(top + y) * 1000 + left + x]) - cw_test_get_grey (pixel)),
            <=, 1);
        n_ink += cw_test_get_grey (pixel) < 96;
      }
  g_assert_cmpuint (n_ink, >, 300);
}

/* Crisp at every scale of the screen, wherever the view is on it and however far it is scrolled. */
static void
test_crisp (void)
{
  g_autoptr (Stage) stage = stage_new (700, 2);
  CwPage *page = cw_pages_get_page (cw_preview_get_pages (stage->preview), 0);
  const double scales[] = { 1, 1.25, 1.5, 1.75, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (guint j = 0; j < 3; j++)
      {
        CwPreviewSight sight = { 420, 420, scales[i], CW_PREVIEW_ZOOM_FIT_WIDTH, 1 };
        g_autoptr (CwPictureCache) pictures = cw_picture_cache_new (G_MAXSIZE);
        g_autoptr (CwPagePicture) picture = NULL;
        CwPreviewScene scene
            = { .scroll_y = j * 13.37, .offset_x = j * 7, .offset_y = j * 5, .pictures = pictures };
        cairo_rectangle_int_t whole;

        cw_preview_layout_init (&scene.layout, &sight, 2);
        whole = (cairo_rectangle_int_t) { 0, 0, scene.layout.page_width, scene.layout.page_height };
        picture = cw_page_picture_new_painted (0, page, scene.layout.density, &whole, FALSE, NULL);
        cw_picture_cache_put (pictures, picture);
        assert_pixel_for_pixel (&scene, gtk_native_get_renderer (GTK_NATIVE (stage->window)));
      }
}

/* A page never painted is white paper, not a hole. */
static void
test_unpainted (void)
{
  g_autoptr (Stage) stage = stage_new (700, 12);

  cw_preview_view_scroll_to (stage->view, 0, 6000, FALSE);
  g_assert_cmphex (get_pixel (stage, 350, 350), ==, 0xffffffff);
}

static void
test_mark (void)
{
  g_autoptr (Stage) stage = stage_new (700, 2);
  const CwPreviewLayout *layout = cw_preview_view_get_layout (stage->view);
  CwPlace place = { 5, 0 };
  int x = 16 + (int) ((CW_STD_BINDING_MARGIN * 0.8 - 8) * layout->density);
  guint32 pixel;

  g_assert_cmphex (get_pixel (stage, x, (int) get_height_of (stage, place) + 6), ==, 0xffffffff);
  cw_preview_show_place (stage->preview, place, FALSE);
  pixel = get_pixel (stage, x, (int) get_height_of (stage, place) + 6);
  g_assert_cmphex (pixel, !=, 0xffffffff);
  g_assert_cmpint (cw_test_get_grey (pixel), >, 96);
}

/* --- keys and names --- */

static void
test_keys (void)
{
  g_autoptr (Stage) stage = stage_new (700, 8);
  double end;

  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (stage->view)));
  press (stage, GDK_KEY_Page_Down);
  g_assert_cmpfloat_with_epsilon (get_scroll (stage), 630, 1);
  press (stage, GDK_KEY_Down);
  g_assert_cmpfloat (get_scroll (stage), >, 650);
  press (stage, GDK_KEY_End);
  end = get_scroll (stage);
  g_assert_cmpfloat_with_epsilon (
      end, cw_preview_layout_get_content_height (cw_preview_view_get_layout (stage->view)) - 700,
      1);
  press (stage, GDK_KEY_Page_Up);
  g_assert_cmpfloat_with_epsilon (get_scroll (stage), end - 630, 1);
  press (stage, GDK_KEY_Home);
  g_assert_cmpfloat (get_scroll (stage), ==, 0);
  press (stage, GDK_KEY_0);
  press (stage, GDK_KEY_plus);
  g_assert_cmpfloat (cw_preview_get_zoom (stage->preview), ==, 1.1);
  press (stage, GDK_KEY_minus);
  press (stage, GDK_KEY_minus);
  g_assert_cmpfloat (cw_preview_get_zoom (stage->preview), ==, 0.9);
}

static void
test_accessible (void)
{
  g_autoptr (Stage) stage = stage_new (700, 8);
  guint n_pages = cw_preview_get_n_pages (stage->preview);
  g_autofree char *first = g_strdup_printf ("Page 1 of %u", n_pages);
  g_autofree char *third = g_strdup_printf ("Page 3 of %u", n_pages);

  gtk_test_accessible_assert_role (stage->view, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_test_accessible_assert_property (stage->view, GTK_ACCESSIBLE_PROPERTY_LABEL, first);
  cw_preview_show_page (stage->preview, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_test_accessible_assert_property (stage->view, GTK_ACCESSIBLE_PROPERTY_LABEL, third);
}

/* --- coming and going --- */

/* Closed in the midst of work; what was posted is never delivered to a widget that is gone. */
static void
test_close_while_busy (void)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (Stage) stage = stage_new (500, 3);
      g_autoptr (CwDocument) edited = cw_test_insert (stage->document, 2, 0, "一");

      cw_preview_set_document (stage->preview, edited);
      g_assert_true (cw_preview_get_busy (stage->preview));
      g_object_add_weak_pointer (G_OBJECT (stage->preview), (gpointer *) &stage->preview);
      gtk_window_set_child (GTK_WINDOW (stage->window), NULL);
      /* the window may hold on to it until it has been laid out again */
      while (stage->preview)
        g_main_context_iteration (NULL, TRUE);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

/* A preview that has never been shown sets pages, and paints when it is. */
static void
test_shown_late (void)
{
  g_autoptr (CwDocument) document = cw_test_long_document (3);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *preview = cw_preview_new ();
  Stage stage = { .window = window, .preview = CW_PREVIEW (preview), .document = document };

  stage.view = CW_PREVIEW_VIEW (find_widget (preview, CW_TYPE_PREVIEW_VIEW));
  g_assert_cmpfloat (cw_preview_get_zoom (stage.preview), ==, 1);
  gtk_window_set_child (GTK_WINDOW (window), preview);
  cw_preview_set_document (stage.preview, document);
  await_current (&stage);
  g_assert_cmpuint (cw_preview_get_n_pages (stage.preview), >, 1);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  while (count_ink (&stage) < 1000)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cw_test_window_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_data_func ("/preview/widget/fit-360", GINT_TO_POINTER (360), test_fit);
  g_test_add_data_func ("/preview/widget/fit-700", GINT_TO_POINTER (700), test_fit);
  g_test_add_data_func ("/preview/widget/fit-1200", GINT_TO_POINTER (1200), test_fit);
  g_test_add_func ("/preview/widget/zoom-keeps-the-point", test_zoom_point);
  g_test_add_func ("/preview/widget/properties", test_properties);
  g_test_add_func ("/preview/widget/click", test_click);
  g_test_add_func ("/preview/widget/click-while-busy", test_click_while_busy);
  g_test_add_func ("/preview/widget/show-place", test_show_place);
  g_test_add_func ("/preview/widget/show-place-later", test_show_place_later);
  g_test_add_func ("/preview/widget/show-place-early", test_show_place_early);
  g_test_add_func ("/preview/widget/glide", test_glide);
  g_test_add_func ("/preview/widget/glide-stopped", test_glide_stopped);
  g_test_add_func ("/preview/widget/edit-above", test_edit_above);
  g_test_add_func ("/preview/widget/edit-above-pixels", test_edit_above_pixels);
  g_test_add_func ("/preview/widget/edit-at-top", test_edit_at_top);
  g_test_add_func ("/preview/widget/no-flash-of-white", test_no_flash_of_white);
  g_test_add_func ("/preview/widget/zoom-has-picture", test_zoom_has_picture);
  g_test_add_func ("/preview/widget/dark", test_dark);
  g_test_add_func ("/preview/widget/crisp", test_crisp);
  g_test_add_func ("/preview/widget/unpainted", test_unpainted);
  g_test_add_func ("/preview/widget/mark", test_mark);
  g_test_add_func ("/preview/widget/keys", test_keys);
  g_test_add_func ("/preview/widget/thumbnails", test_thumbnails);
  g_test_add_func ("/preview/widget/thumbnails-follow", test_thumbnails_follow);
  g_test_add_func ("/preview/widget/accessible", test_accessible);
  g_test_add_func ("/preview/widget/close-while-busy", test_close_while_busy);
  g_test_add_func ("/preview/widget/shown-late", test_shown_late);
  return g_test_run ();
}
