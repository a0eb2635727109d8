/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preview-test.h"

#include <math.h>

#include "preview/cw-preview-anchor.h"

static CwPreviewLayout
lay_out (CwPages *pages, double width)
{
  CwPreviewSight sight = { width, 500, 1.25, CW_PREVIEW_ZOOM_FIT_WIDTH, 1 };
  CwPreviewLayout layout;

  cw_preview_layout_init (&layout, &sight, cw_pages_get_n_pages (pages));
  return layout;
}

static void
assert_translated (CwDocument *from, CwDocument *to, CwPlace place, guint line, guint offset)
{
  CwPlace translated;

  g_assert_true (cw_preview_translate_place (place, from, to, &translated));
  g_assert_cmpuint (translated.line, ==, line);
  g_assert_cmpuint (translated.offset, ==, offset);
}

#define ZI 3 /* bytes of a Chinese character */

/* An edit within a line: what is before and after it stays, what is taken out is where it was. */
static void
test_place_in_edited_line (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("T:标题\nP:春夏秋冬\nP:东南西北");
  g_autoptr (CwDocument) inserted = cw_test_insert (document, 1, 2 * ZI, "雨露");
  CwPlace after;
  g_autoptr (CwDocument) deleted
      = cw_edit_replace (document, (CwPlace) { 1, ZI }, (CwPlace) { 1, 3 * ZI }, "", &after);

  assert_translated (document, document, (CwPlace) { 1, ZI }, 1, ZI);
  assert_translated (document, inserted, (CwPlace) { 1, ZI }, 1, ZI);
  assert_translated (document, inserted, (CwPlace) { 1, 3 * ZI }, 1, 5 * ZI);
  assert_translated (document, inserted, (CwPlace) { 2, ZI }, 2, ZI);
  assert_translated (inserted, document, (CwPlace) { 1, 5 * ZI }, 1, 3 * ZI);
  assert_translated (document, deleted, (CwPlace) { 1, 2 * ZI }, 1, ZI);
  assert_translated (document, deleted, (CwPlace) { 1, 4 * ZI }, 1, 2 * ZI);
}

/* Lines come and go above and below. */
static void
test_place_and_lines (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("T:标题\nP:一心\nP:二话\nP:三生");
  g_autoptr (CwDocument) above = cw_test_insert (document, 1, 0, "甲\n乙\n");
  g_autoptr (CwDocument) below = cw_test_insert (document, 3, 0, "甲\n乙\n");
  CwPlace after;
  g_autoptr (CwDocument) gone
      = cw_edit_replace (document, (CwPlace) { 2, 0 }, (CwPlace) { 3, 0 }, "", &after);

  assert_translated (document, above, (CwPlace) { 2, ZI }, 4, ZI);
  assert_translated (above, document, (CwPlace) { 4, ZI }, 2, ZI);
  assert_translated (document, below, (CwPlace) { 2, ZI }, 2, ZI);
  assert_translated (document, below, (CwPlace) { 3, ZI }, 5, ZI);
  assert_translated (document, gone, (CwPlace) { 3, ZI }, 2, ZI);
  assert_translated (document, gone, (CwPlace) { 1, ZI }, 1, ZI);
}

/* A line is split: its beginning is the upper one's, its end the lower one's; and joined again. */
static void
test_place_in_split_line (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new ("T:标题\nP:春夏秋冬\nP:东南西北");
  g_autoptr (CwDocument) split = cw_test_insert (document, 1, 2 * ZI, "\n");

  assert_translated (document, split, (CwPlace) { 1, ZI }, 1, ZI);
  assert_translated (document, split, (CwPlace) { 1, 3 * ZI }, 2, ZI);
  assert_translated (document, split, (CwPlace) { 2, ZI }, 3, ZI);
  assert_translated (split, document, (CwPlace) { 2, ZI }, 1, 3 * ZI);
}

/* Of another document altogether nothing is found, and nothing is out of bounds. */
static void
test_place_in_other_document (void)
{
  g_autoptr (CwDocument) document
      = cw_test_document_new ("T:标题\nP:春夏秋冬\nP:东南西北\nP:甲乙丙丁");
  g_autoptr (CwDocument) other = cw_test_document_new ("T:题");
  CwPlace translated;

  g_assert_false (cw_preview_translate_place ((CwPlace) { 3, ZI }, document, other, &translated));
  g_assert_cmpuint (translated.line, <, cw_flow_get_n_lines (other));
  g_assert_false (cw_preview_translate_place ((CwPlace) { 77, ZI }, document, other, &translated));
}

/* Random edits: a translated place is always on a character boundary of a line there is. */
static void
test_place_stays_valid (void)
{
  g_autoptr (CwDocument) document = cw_test_long_document (2);

  for (guint i = 0; i < 3000; i++)
    {
      guint n_lines = cw_flow_get_n_lines (document);
      guint line = (guint) g_test_rand_int_range (0, (gint32) n_lines);
      CwFlowLine flow = cw_flow_get_line (document, line);
      glong length
          = g_utf8_strlen (cw_text_get_string (flow.text) + flow.start, flow.end - flow.start);
      const char *text = cw_text_get_string (flow.text) + flow.start;
      CwPlace start = { line, (guint) (g_utf8_offset_to_pointer (
                                           text, g_test_rand_int_range (0, (gint32) length + 1))
                                       - text) };
      CwPlace end = { line, (guint) (g_utf8_offset_to_pointer (text, length) - text) };
      CwPlace after;
      g_autoptr (CwDocument) edited = cw_edit_replace (document, start, i % 3 == 0 ? end : start,
                                                       i % 5 == 0 ? "新\n行" : "字", &after);

      if (cw_preview_translate_place (start, document, edited, &after))
        {
          flow = cw_flow_get_line (edited, after.line);
          g_assert_cmpuint (after.line, <, cw_flow_get_n_lines (edited));
          g_assert_cmpuint (after.offset, <=, flow.end - flow.start);
          text = cw_text_get_string (flow.text) + flow.start;
          g_assert_true (g_utf8_validate (text, after.offset, NULL));
        }
      cw_document_unref (document);
      document = g_steal_pointer (&edited);
    }
}

/* Taken and applied with nothing in between, an anchor changes nothing, wherever the view is. */
static void
test_anchor_is_still (void)
{
  g_autoptr (CwDocument) document = cw_test_long_document (7);
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  CwPreviewLayout layout = lay_out (pages, 600);
  double end = cw_preview_layout_get_content_height (&layout) - 500;
  guint n_in_text = 0;

  for (double scroll = 0; scroll <= end; scroll += 7.3)
    {
      CwPreviewAnchor anchor = cw_preview_anchor_take (pages, &layout, 0, scroll);
      double x;
      double y;

      n_in_text += anchor.in_text;
      cw_preview_anchor_apply (&anchor, pages, &layout, &x, &y);
      g_assert_cmpfloat_with_epsilon (y, scroll, 1e-6);
      g_assert_cmpfloat (x, ==, 0);
    }
  g_assert_cmpuint (n_in_text, >, 100);
}

/* The anchor is a line that is to be seen, not one above the view. */
static void
test_anchor_is_seen (void)
{
  g_autoptr (CwDocument) document = cw_test_long_document (7);
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  CwPreviewLayout layout = lay_out (pages, 600);

  for (double scroll = 0; scroll < 3000; scroll += 7.3)
    {
      CwPreviewAnchor anchor = cw_preview_anchor_take (pages, &layout, 0, scroll);

      if (!anchor.in_text)
        continue;
      g_assert_cmpfloat (anchor.view_y, >, -1e-6);
      g_assert_cmpfloat (anchor.view_y, <, 500);
    }
}

/* The anchored line keeps its height through an edit above it, and through another width. */
static void
test_anchor_holds (void)
{
  g_autoptr (CwDocument) document = cw_test_long_document (7);
  g_autoptr (CwDocument) edited = cw_test_insert (
      document, 2, 0, "前面加了一段，又加了一段，一共是两行多的文字，后面的都往下移。\n");
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  g_autoptr (CwPages) new_pages = cw_typesetter_set (typesetter, edited, &cw_profile_default);
  CwPreviewLayout layout = lay_out (pages, 600);
  CwPreviewLayout new_layout = lay_out (new_pages, 460);

  for (double scroll = 300; scroll < 3000; scroll += 101)
    {
      CwPreviewAnchor anchor = cw_preview_anchor_take (pages, &layout, 0, scroll);
      double view_y = anchor.view_y;
      graphene_rect_t caret;
      CwPreviewPoint point = { 0 };
      double x, y, line_x, line_y;

      g_assert_true (anchor.in_text);
      cw_preview_anchor_translate (&anchor, document, edited);
      g_assert_true (anchor.in_text);
      cw_preview_anchor_apply (&anchor, new_pages, &new_layout, &x, &y);
      g_assert_true (cw_pages_find_place (new_pages, anchor.place, &point.page, &caret));
      point.y = caret.origin.y;
      cw_preview_layout_from_paper (&new_layout, point, &line_x, &line_y);
      g_assert_cmpfloat_with_epsilon (line_y - y, view_y, 1e-6);
    }
}

/* Nothing is scrolled that is comfortably in view; the rest no further than needed. */
static void
test_reveal (void)
{
  g_assert_cmpfloat (cw_preview_reveal (1000, 600, 1300, 1320), ==, 1000);
  g_assert_cmpfloat (cw_preview_reveal (1000, 600, 1080, 1100), ==, 1000);
  g_assert_cmpfloat (cw_preview_reveal (1000, 600, 1500, 1520), ==, 1000);
  g_assert_cmpfloat (cw_preview_reveal (1000, 600, 1550, 1570), ==, 1050);
  g_assert_cmpfloat (cw_preview_reveal (1000, 600, 1040, 1060), ==, 960);
  g_assert_cmpfloat (cw_preview_reveal (1000, 600, 1700, 1720), ==, 1200);
  g_assert_cmpfloat (cw_preview_reveal (1000, 600, 9000, 9020), ==, 8800);
  g_assert_cmpfloat (cw_preview_reveal (9000, 600, 300, 320), ==, 100);
  /* what is larger than the view is not chased up and down */
  g_assert_cmpfloat (cw_preview_reveal (1000, 60, 1010, 1075), ==, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preview/anchor/place-in-edited-line", test_place_in_edited_line);
  g_test_add_func ("/preview/anchor/place-and-lines", test_place_and_lines);
  g_test_add_func ("/preview/anchor/place-in-split-line", test_place_in_split_line);
  g_test_add_func ("/preview/anchor/place-in-other-document", test_place_in_other_document);
  g_test_add_func ("/preview/anchor/place-stays-valid", test_place_stays_valid);
  g_test_add_func ("/preview/anchor/still", test_anchor_is_still);
  g_test_add_func ("/preview/anchor/seen", test_anchor_is_seen);
  g_test_add_func ("/preview/anchor/holds", test_anchor_holds);
  g_test_add_func ("/preview/anchor/reveal", test_reveal);
  return g_test_run ();
}
