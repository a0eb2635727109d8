/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-painter.h"

#include <string.h>

#include "cw-picture-image.h"
#include "typeset/cw-standard.h"

/* Glyphs of one face and size, gathered until either changes, over the lines of a paragraph: each
 * call costs cairo more than many glyphs. */
typedef struct
{
  cairo_t *cr;
  gboolean with_text;
  CwCutFaces *faces;
  CwFace *face;
  guint width;
  float size;
  float x_scale;
  CwColour colour;
  gboolean sideways;
  const char *text;
  guint text_start;
  guint text_end;
  GArray *glyphs;
  GArray *clusters;
} CwGlyphRun;

/* The red of the standard has no screen colour (R25): the one the office printers take for it. */
static void
set_colour (cairo_t *cr, CwColour colour)
{
  switch (colour)
    {
    case CW_COLOUR_RED:
      cairo_set_source_rgb (cr, 1, 0, 0);
      break;
    case CW_COLOUR_GUIDE:
      cairo_set_source_rgba (cr, 0.8, 0.1, 0.1, 0.5);
      break;
    case CW_COLOUR_HIGHLIGHT: /* grey enough on a printer without colours, text on it still black */
      cairo_set_source_rgb (cr, 1, 0.9, 0.55);
      break;
    case CW_COLOUR_STAMP:
      cairo_set_source_rgb (cr, 0.55, 0.55, 0.55);
      break;
    case CW_COLOUR_BLACK:
    default:
      cairo_set_source_rgb (cr, 0, 0, 0);
    }
}

/* Onto the sheet turned so that its head faces the left edge (R112). */
static void
turn_sideways (cairo_t *cr)
{
  cairo_translate (cr, 0, CW_STD_PAGE_HEIGHT);
  cairo_rotate (cr, -G_PI / 2);
}

static void
set_font (CwGlyphRun *run)
{
  const hb_map_t *new_glyphs = NULL;
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, run->size * run->x_scale, run->size);
  cairo_set_font_face (run->cr, run->faces != NULL ? cw_cut_faces_get (run->faces, run->face,
                                                                       run->width, &new_glyphs)
                                                   : cw_face_get_cairo_face (run->face));
  cairo_set_font_matrix (run->cr, &matrix);
  for (guint i = 0; new_glyphs != NULL && i < run->glyphs->len; i++)
    {
      cairo_glyph_t *glyph = &g_array_index (run->glyphs, cairo_glyph_t, i);
      glyph->index = hb_map_get (new_glyphs, (hb_codepoint_t) glyph->index);
    }
}

static void
show_run (CwGlyphRun *run)
{
  if (run->glyphs->len == 0)
    return;

  cairo_glyph_t *glyphs = (cairo_glyph_t *) (gpointer) run->glyphs->data;
  cairo_save (run->cr);
  if (run->sideways)
    turn_sideways (run->cr);
  set_colour (run->cr, run->colour);
  set_font (run);
  if (run->with_text)
    cairo_show_text_glyphs (run->cr, run->text + run->text_start,
                            (int) (run->text_end - run->text_start), glyphs, (int) run->glyphs->len,
                            (cairo_text_cluster_t *) (gpointer) run->clusters->data,
                            (int) run->clusters->len, 0);
  else
    cairo_show_glyphs (run->cr, glyphs, (int) run->glyphs->len);
  cairo_restore (run->cr);

  g_array_set_size (run->glyphs, 0);
  g_array_set_size (run->clusters, 0);
}

static gboolean
run_accepts (CwGlyphRun *run, const CwGlyph *glyph, const CwCluster *cluster, guint width)
{
  return run->glyphs->len > 0 && run->face == glyph->face && run->width == width
         && run->size == glyph->size && run->x_scale == glyph->x_scale
         && run->text_end == cluster->offset;
}

static void
start_run (CwGlyphRun *run, const CwGlyph *glyph, const CwCluster *cluster, guint width)
{
  show_run (run);
  run->face = glyph->face;
  run->width = width;
  run->size = glyph->size;
  run->x_scale = glyph->x_scale;
  run->text_start = cluster->offset;
}

static void
add_cluster (CwGlyphRun *run,
             const CwShaped *shaped,
             const CwCluster *cluster,
             double x,
             double y,
             guint width)
{
  const CwGlyph *glyphs = &g_array_index (shaped->glyphs, CwGlyph, cluster->first_glyph);
  cairo_text_cluster_t text = { cluster->length, cluster->n_glyphs };

  if (cluster->n_glyphs == 0)
    return;
  if (!run_accepts (run, glyphs, cluster, width))
    start_run (run, glyphs, cluster, width);

  run->text_end = cluster->offset + cluster->length;
  g_array_append_val (run->clusters, text);
  for (guint i = 0; i < cluster->n_glyphs; i++)
    {
      cairo_glyph_t placed = { glyphs[i].index, x + glyphs[i].x, y + glyphs[i].y };
      g_array_append_val (run->glyphs, placed);
    }
}

static const CwCluster *
get_cluster (const CwShaped *shaped, const CwPlacedCluster *placed)
{
  return &g_array_index (shaped->clusters, CwCluster, placed->cluster);
}

/* How far the next character's glyph begins before this one's ends, em. */
static double
find_overlap (const CwShaped *shaped, const CwPlacedCluster *placed, const CwPlacedCluster *next)
{
  const CwCluster *cluster = get_cluster (shaped, placed), *after = get_cluster (shaped, next);
  const CwGlyph *last, *first;

  if (cluster->n_glyphs == 0 || after->n_glyphs == 0)
    return 0;
  last = &g_array_index (shaped->glyphs, CwGlyph, cluster->first_glyph + cluster->n_glyphs - 1);
  first = &g_array_index (shaped->glyphs, CwGlyph, after->first_glyph);
  return (placed->x + placed->shift + last->x - next->x - next->shift - first->x) / last->size
         + cw_face_get_advance (last->face, last->index) * last->x_scale;
}

static void
paint_line (CwGlyphRun *run, CwPage *page, guint number)
{
  const CwPageItem *item = cw_page_get_item (page, number);
  CwShaped *shaped = cw_paragraph_get_shaped (item->paragraph);
  const CwLine *line = cw_paragraph_get_line (item->paragraph, item->line);
  const CwPlacedCluster *placed = cw_paragraph_get_placed (item->paragraph) + line->first;

  run->text = shaped->text;
  run->colour = item->colour;
  run->sideways = item->sideways;
  for (guint i = 0; i < line->n_placed; i++)
    {
      guint width = 0;

      if (cw_page_leaves_out (page, number, get_cluster (shaped, &placed[i])->offset))
        continue;
      if (run->faces != NULL && i + 1 < line->n_placed)
        width = cw_cut_faces_find_width (find_overlap (shaped, &placed[i], &placed[i + 1]));
      add_cluster (run, shaped, get_cluster (shaped, &placed[i]),
                   item->x + placed[i].x + placed[i].shift, item->y, width);
    }
}

/* The structure tree is written after the last page (cw-pdf-structure.c); here each paragraph's
 * lines on this page are marked with the id by which the tree refers to them. */
static void
begin_content (CwPage *page, cairo_t *cr, const CwPageItem *item)
{
  g_autofree char *attributes = NULL;

  if (item->role == CW_PAGE_ROLE_ARTIFACT)
    {
      cairo_tag_begin (cr, "Artifact", NULL);
      return;
    }
  attributes = g_strdup_printf ("tag_name='%s' id='%u.%u.%u.%u'",
                                cw_page_role_get_tag (item->role), item->element, item->row,
                                item->column, cw_page_get_number (page));
  cairo_tag_begin (cr, CAIRO_TAG_CONTENT, attributes);
}

static void
end_content (cairo_t *cr, const CwPageItem *item)
{
  cairo_tag_end (cr, item->role == CW_PAGE_ROLE_ARTIFACT ? "Artifact" : CAIRO_TAG_CONTENT);
}

static gboolean
same_content (const CwPageItem *a, const CwPageItem *b)
{
  return a->role == b->role && a->element == b->element && a->row == b->row
         && a->column == b->column;
}

static gboolean
is_painted (const CwPageItem *item, CwPaintFlags flags)
{
  if (item->colour == CW_COLOUR_GUIDE)
    return (flags & (CW_PAINT_GUIDES | CW_PAINT_ONLY_GUIDES)) != 0;
  return (flags & CW_PAINT_ONLY_GUIDES) == 0;
}

static void
paint_items (CwPage *page, CwGlyphRun *run, CwPaintFlags flags)
{
  guint n_items = cw_page_get_n_items (page);
  gboolean structure = (flags & CW_PAINT_STRUCTURE) != 0;

  for (guint i = 0; i < n_items; i++)
    {
      const CwPageItem *item = cw_page_get_item (page, i);

      if (!is_painted (item, flags))
        continue;
      if (structure && (i == 0 || !same_content (cw_page_get_item (page, i - 1), item)))
        begin_content (page, run->cr, item);
      paint_line (run, page, i);
      if (i + 1 == n_items || cw_page_get_item (page, i + 1)->paragraph != item->paragraph)
        show_run (run);
      if (structure && (i + 1 == n_items || !same_content (item, cw_page_get_item (page, i + 1))))
        end_content (run->cr, item);
    }
}

static void
paint_rule (cairo_t *cr, const CwShape *shape)
{
  set_colour (cr, shape->colour);
  cairo_rectangle (cr, shape->x, shape->y, shape->width, shape->height);
  cairo_fill (cr);
}

static void
begin_shape (cairo_t *cr, const CwShape *shape)
{
  g_autofree char *attributes = NULL;

  if (shape->kind != CW_SHAPE_PICTURE)
    {
      cairo_tag_begin (cr, "Artifact", NULL);
      return;
    }
  attributes = g_strdup_printf ("tag_name='Figure' id='figure.%d'", shape->flow_line);
  cairo_tag_begin (cr, CAIRO_TAG_CONTENT, attributes);
}

static void
paint_picture (cairo_t *cr, const CwShape *shape, gboolean whole)
{
  cairo_translate (cr, shape->x, shape->y);
  cw_picture_image_paint (shape->picture, cr, shape->width, shape->height, whole);
}

static void
paint_shape (cairo_t *cr, const CwShape *shape, gboolean whole)
{
  cairo_save (cr);
  if (shape->sideways)
    turn_sideways (cr);
  if (shape->kind == CW_SHAPE_PICTURE)
    paint_picture (cr, shape, whole);
  else
    paint_rule (cr, shape);
  cairo_restore (cr);
}

static gboolean
is_rule (CwPage *page, guint shape)
{
  return shape < cw_page_get_n_shapes (page)
         && cw_page_get_shape (page, shape)->kind == CW_SHAPE_RULE;
}

/* The rules of a table are many: those in a row are marked as one. */
static void
paint_shapes (CwPage *page, cairo_t *cr, gboolean structure)
{
  for (guint i = 0; i < cw_page_get_n_shapes (page); i++)
    {
      const CwShape *shape = cw_page_get_shape (page, i);
      gboolean rule = shape->kind == CW_SHAPE_RULE;

      if (!rule && shape->kind != CW_SHAPE_PICTURE)
        continue;
      if (structure && !(rule && i > 0 && is_rule (page, i - 1)))
        begin_shape (cr, shape);
      paint_shape (cr, shape, structure);
      if (structure && !(rule && is_rule (page, i + 1)))
        cairo_tag_end (cr, rule ? "Artifact" : CAIRO_TAG_CONTENT);
    }
}

static void
set_exact_metrics (cairo_t *cr)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

/**
 * cw_painter_paint_page:
 * @page: a page
 * @cr: where to; one user unit is a point, the origin the top left corner of the sheet
 * @flags: how much besides the glyphs
 *
 * Draws a page. Everything that shows or writes pages comes through here, so that the screen, the
 * PDF and the print cannot differ. Draws black and red (R24) on whatever is there: a picture is filled
 * white before.
 */
void
cw_painter_paint_page (CwPage *page, cairo_t *cr, CwPaintFlags flags)
{
  cw_painter_paint_page_in (page, cr, flags, NULL);
}

/**
 * cw_painter_paint_page_in:
 * @page: a page
 * @cr: where to
 * @flags: how much besides the glyphs
 * @faces: (nullable): faces to draw with instead of the whole ones; the page has been added to them
 *
 * Draws a page as cw_painter_paint_page() does.
 */
void
cw_painter_paint_page_in (CwPage *page, cairo_t *cr, CwPaintFlags flags, CwCutFaces *faces)
{
  CwGlyphRun run = { .cr = cr, .with_text = (flags & CW_PAINT_TEXT) != 0, .faces = faces };

  run.glyphs = g_array_sized_new (FALSE, FALSE, sizeof (cairo_glyph_t), 64);
  run.clusters = g_array_sized_new (FALSE, FALSE, sizeof (cairo_text_cluster_t), 64);

  cairo_save (cr);
  set_exact_metrics (cr);
  if ((flags & (CW_PAINT_GUIDES | CW_PAINT_ONLY_GUIDES)) != 0)
    cw_painter_paint_guides (page, cr);
  if ((flags & CW_PAINT_ONLY_GUIDES) == 0)
    paint_shapes (page, cr, (flags & CW_PAINT_STRUCTURE) != 0);
  paint_items (page, &run, flags);
  cairo_restore (cr);

  g_array_unref (run.glyphs);
  g_array_unref (run.clusters);
}
