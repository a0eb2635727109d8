/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-mark.h"

#include "cw-outline.h"

#include <cairo-svg.h>
#include <libxml/parser.h>
#include <math.h>
#include <string.h>

/*
 * poppler tells no paths. But what it draws on a vector surface of cairo comes out as SVG with
 * every transformation, form and colour space worked out, whatever program wrote the PDF; that is
 * read here.
 */

#define MM_PER_PT (25.4 / 72.0)

/* Drawn ten times larger, so that cairo's coordinates of 1/256 are a thousandth of a millimetre. */
#define SCALE 10.0

/* Deeper is no page, but an attack. */
#define DEEPEST 64

/* More marks than any printed page has; a drawing of hatching may have them. */
#define MOST_MARKS 400000

typedef struct
{
  CwMarks *marks;
  GHashTable *named;  /* id → xmlNode */
  GHashTable *glyphs; /* id → CwBox, of a glyph at the origin */
  guint n_marks;
} Reader;

typedef struct
{
  cairo_matrix_t matrix;
  CwBox clip;
  CwTint tint;
  gboolean masked;
  guint depth;
} State;

static void walk_children (Reader *self, xmlNode *node, const State *state);

/* --- attributes --- */

static const char *
get (xmlNode *node, const char *name)
{
  for (xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (g_str_equal ((const char *) a->name, name) && a->children != NULL)
      return (const char *) a->children->content;
  return NULL;
}

static double
get_number (xmlNode *node, const char *name, double otherwise)
{
  const char *value = get (node, name);

  return value != NULL ? g_ascii_strtod (value, NULL) : otherwise;
}

/* The element that “#name” or “url(#name)” stands for. */
static xmlNode *
get_named (Reader *self, const char *reference)
{
  const char *start = reference != NULL ? strchr (reference, '#') : NULL;
  g_autofree char *name = start != NULL ? g_strndup (start + 1, strcspn (start + 1, ")\"'")) : NULL;

  return name != NULL ? g_hash_table_lookup (self->named, name) : NULL;
}

/* cairo writes rgb(0%, 0%, 0%). FALSE for none and for patterns. */
static gboolean
read_tint (const char *value, CwTint *tint)
{
  double part[3];
  const char *p = value != NULL && g_str_has_prefix (value, "rgb(") ? value + 4 : NULL;

  for (guint i = 0; i < 3 && p != NULL; i++)
    {
      char *end;

      part[i] = g_ascii_strtod (p, &end) / 100;
      p = end + strspn (end, "%, ");
    }
  if (p == NULL)
    return FALSE;
  *tint = (CwTint) { part[0], part[1], part[2] };
  return TRUE;
}

static void
read_transform (xmlNode *node, cairo_matrix_t *matrix)
{
  const char *p = get (node, "transform");
  double v[6];
  cairo_matrix_t own;

  p = p != NULL ? strchr (p, '(') : NULL;
  for (guint i = 0; i < 6 && p != NULL; i++)
    {
      char *end;

      v[i] = g_ascii_strtod (++p, &end);
      p = end + strspn (end, " ");
    }
  if (p == NULL)
    return;
  cairo_matrix_init (&own, v[0], v[1], v[2], v[3], v[4], v[5]);
  cairo_matrix_multiply (matrix, &own, matrix);
}

static void
clip_box (CwBox *self, const CwBox *clip)
{
  self->left = MAX (self->left, clip->left);
  self->top = MAX (self->top, clip->top);
  self->right = MIN (self->right, clip->right);
  self->bottom = MIN (self->bottom, clip->bottom);
}

/* --- what is drawn --- */

static gboolean
may_add (Reader *self)
{
  return self->n_marks++ < MOST_MARKS;
}

static void
add_shape (Reader *self,
           const State *state,
           CwDrawnKind kind,
           CwBox box,
           double stroke,
           CwTint tint)
{
  CwShapeMark mark = { kind, box, stroke, tint };

  clip_box (&mark.box, &state->clip);
  if (cw_box_is_empty (&mark.box) || cw_tint_is_paper (&tint) || !may_add (self))
    return;
  g_array_append_val (self->marks->shapes, mark);
}

static void
add_picture (Reader *self, const State *state, CwBox box)
{
  clip_box (&box, &state->clip);
  if (!cw_box_is_empty (&box) && may_add (self))
    g_array_append_val (self->marks->pictures, box);
}

static gboolean
is_rectangle (const CwOutlinePart *part)
{
  double area = (part->box.right - part->box.left) * (part->box.bottom - part->box.top);

  return part->straight && part->n_points >= 4 && fabs (part->area - area) <= 0.01 * area + 1e-6;
}

static void
add_filled (Reader *self, const State *state, CwOutline *outline, CwTint tint)
{
  for (guint i = 0; i < outline->parts->len; i++)
    {
      const CwOutlinePart *part = &g_array_index (outline->parts, CwOutlinePart, i);

      add_shape (self, state, is_rectangle (part) ? CW_SHAPE_BAR : CW_SHAPE_FILL, part->box, 0,
                 tint);
    }
}

/* A straight stroke with its width; square caps make it longer. */
static gboolean
get_bar (const CwOutlineSide *side, double width, gboolean square, CwBox *box)
{
  gboolean level = fabs (side->y1 - side->y2) < 0.02, upright = fabs (side->x1 - side->x2) < 0.02;
  double along = square ? width / 2 : 0, across = width / 2;

  if (!level && !upright)
    return FALSE;
  *box = CW_BOX_EMPTY;
  cw_box_add (box, side->x1, side->y1);
  cw_box_add (box, side->x2, side->y2);
  box->left -= level ? along : across;
  box->right += level ? along : across;
  box->top -= level ? across : along;
  box->bottom += level ? across : along;
  return TRUE;
}

static void
add_stroked (Reader *self,
             const State *state,
             CwOutline *outline,
             double width,
             gboolean square,
             CwTint tint)
{
  CwBox all = cw_outline_get_box (outline), bar;
  gboolean bars = outline->sides->len > 0;

  for (guint i = 0; i < outline->parts->len; i++)
    bars = bars && g_array_index (outline->parts, CwOutlinePart, i).straight;
  for (guint i = 0; i < outline->sides->len && bars; i++)
    bars = get_bar (&g_array_index (outline->sides, CwOutlineSide, i), width, square, &bar);
  for (guint i = 0; i < outline->sides->len && bars; i++)
    {
      get_bar (&g_array_index (outline->sides, CwOutlineSide, i), width, square, &bar);
      add_shape (self, state, CW_SHAPE_BAR, bar, width, tint);
    }
  if (bars || cw_box_is_empty (&all))
    return;
  all = (CwBox) { all.left - width / 2, all.top - width / 2, all.right + width / 2,
                  all.bottom + width / 2 };
  add_shape (self, state, CW_SHAPE_STROKE, all, width, tint);
}

static void
draw_path (Reader *self, xmlNode *node, const State *state)
{
  g_autoptr (CwOutline) outline = cw_outline_parse (get (node, "d"), &state->matrix);
  const char *fill = get (node, "fill"), *cap = get (node, "stroke-linecap");
  double scale
      = sqrt (fabs (state->matrix.xx * state->matrix.yy - state->matrix.xy * state->matrix.yx));
  CwTint tint = state->tint;

  if (fill != NULL && g_str_has_prefix (fill, "url("))
    add_picture (self, state, cw_outline_get_box (outline));
  else if (fill == NULL || read_tint (fill, &tint))
    {
      if (state->masked)
        add_picture (self, state, cw_outline_get_box (outline));
      else
        add_filled (self, state, outline, tint);
    }
  if (read_tint (get (node, "stroke"), &tint))
    add_stroked (self, state, outline, get_number (node, "stroke-width", 1) * scale,
                 g_strcmp0 (cap, "square") == 0, tint);
}

static CwBox
get_area (xmlNode *node, const State *state)
{
  double x = get_number (node, "x", 0), y = get_number (node, "y", 0);
  double width = get_number (node, "width", 0), height = get_number (node, "height", 0);
  CwBox box = CW_BOX_EMPTY;

  for (guint i = 0; i < 4; i++)
    {
      double px = x + (i % 2) * width, py = y + (i / 2) * height;

      cairo_matrix_transform_point (&state->matrix, &px, &py);
      cw_box_add (&box, px, py);
    }
  return box;
}

static void
draw_rectangle (Reader *self, xmlNode *node, const State *state)
{
  const char *fill = get (node, "fill");
  CwTint tint = state->tint;
  CwBox box = get_area (node, state);

  if (state->masked || (fill != NULL && g_str_has_prefix (fill, "url(")))
    add_picture (self, state, box);
  else if (fill == NULL || read_tint (fill, &tint))
    add_shape (self, state, CW_SHAPE_BAR, box, 0, tint);
}

/* --- glyphs --- */

static void
add_outlines (Reader *self, xmlNode *node, const cairo_matrix_t *matrix, guint depth, CwBox *box)
{
  for (xmlNode *child = node->children; child != NULL && depth < DEEPEST; child = child->next)
    {
      State state = { .matrix = *matrix };

      if (child->type != XML_ELEMENT_NODE)
        continue;
      read_transform (child, &state.matrix);
      if (g_str_equal ((const char *) child->name, "path"))
        {
          g_autoptr (CwOutline) outline = cw_outline_parse (get (child, "d"), &state.matrix);
          CwBox own = cw_outline_get_box (outline);

          cw_box_unite (box, &own);
        }
      else if (g_str_equal ((const char *) child->name, "image"))
        {
          CwBox own = get_area (child, &state);

          cw_box_unite (box, &own);
        }
      else
        add_outlines (self, child, &state.matrix, depth + 1, box);
    }
}

/* The ink of a glyph at the origin of the surface, in its units: cairo writes glyphs at their size.
 */
static const CwBox *
get_glyph (Reader *self, xmlNode *node, const char *name)
{
  CwBox *box = g_hash_table_lookup (self->glyphs, name);
  cairo_matrix_t matrix;

  if (box != NULL)
    return box;
  cairo_matrix_init_identity (&matrix);
  box = g_new (CwBox, 1);
  *box = CW_BOX_EMPTY;
  add_outlines (self, node, &matrix, 0, box);
  g_hash_table_insert (self->glyphs, (char *) name, box);
  return box;
}

static void
draw_glyph (Reader *self, xmlNode *glyph, const char *name, xmlNode *use, const State *state)
{
  const CwBox *ink = get_glyph (self, glyph, name);
  CwGlyphMark mark
      = { get_number (use, "x", 0), get_number (use, "y", 0), CW_BOX_EMPTY, state->tint };
  double x = mark.x, y = mark.y;

  for (guint i = 0; i < 4 && !cw_box_is_empty (ink); i++)
    {
      double px = x + (i % 2 ? ink->right : ink->left), py = y + (i / 2 ? ink->bottom : ink->top);

      cairo_matrix_transform_point (&state->matrix, &px, &py);
      cw_box_add (&mark.ink, px, py);
    }
  cairo_matrix_transform_point (&state->matrix, &mark.x, &mark.y);
  if (!cw_tint_is_paper (&mark.tint) && may_add (self))
    g_array_append_val (self->marks->glyphs, mark);
}

/* --- the tree --- */

static void
draw_use (Reader *self, xmlNode *node, const State *state)
{
  const char *reference = get (node, "href");
  xmlNode *named = get_named (self, reference);
  const char *name = named != NULL ? get (named, "id") : NULL;
  State inner = *state;

  if (name == NULL || state->depth >= DEEPEST)
    return;
  if (g_str_has_prefix (name, "glyph-"))
    {
      draw_glyph (self, named, name, node, state);
      return;
    }
  cairo_matrix_translate (&inner.matrix, get_number (node, "x", 0), get_number (node, "y", 0));
  inner.depth++;
  if (g_str_equal ((const char *) named->name, "image"))
    add_picture (self, &inner, get_area (named, &inner));
  else
    walk_children (self, named, &inner);
}

static void
apply_clip (Reader *self, xmlNode *node, State *state)
{
  xmlNode *named = get_named (self, get (node, "clip-path"));
  CwBox box = CW_BOX_EMPTY;

  if (named == NULL)
    return;
  add_outlines (self, named, &state->matrix, state->depth, &box);
  for (xmlNode *child = named->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_str_equal ((const char *) child->name, "rect"))
      {
        CwBox area = get_area (child, state);

        cw_box_unite (&box, &area);
      }
  clip_box (&state->clip, &box);
}

static void
walk (Reader *self, xmlNode *node, const State *outer)
{
  const char *name = (const char *) node->name;
  State state = *outer;

  if (g_str_equal (name, "defs") || state.depth >= DEEPEST)
    return;
  state.depth++;
  apply_clip (self, node, &state);
  read_transform (node, &state.matrix);
  state.masked = state.masked || get (node, "mask") != NULL;
  if (g_str_equal (name, "path"))
    draw_path (self, node, &state);
  else if (g_str_equal (name, "rect"))
    draw_rectangle (self, node, &state);
  else if (g_str_equal (name, "image"))
    add_picture (self, &state, get_area (node, &state));
  else if (g_str_equal (name, "use"))
    draw_use (self, node, &state);
  else
    {
      read_tint (get (node, "fill"), &state.tint);
      walk_children (self, node, &state);
    }
}

static void
walk_children (Reader *self, xmlNode *node, const State *state)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      walk (self, child, state);
}

static void
collect_names (Reader *self, xmlNode *node, guint depth)
{
  for (xmlNode *child = node->children; child != NULL && depth < DEEPEST; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        const char *name = get (child, "id");

        if (name != NULL)
          g_hash_table_insert (self->named, (char *) name, child);
        collect_names (self, child, depth + 1);
      }
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* As it is printed: thin lines keep their thickness. */
static GByteArray *
draw_as_svg (PopplerPage *page)
{
  GByteArray *svg = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_svg_surface_create_for_stream (collect, svg, width * SCALE, height * SCALE);
  cr = cairo_create (surface);
  cairo_scale (cr, SCALE, SCALE);
  poppler_page_render_for_printing (page, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return svg;
}

static void
read_tree (CwMarks *marks, xmlNode *root)
{
  Reader self = { .marks = marks };
  State state = { .clip = { -1e4, -1e4, 1e4, 1e4 } };

  self.named = g_hash_table_new (g_str_hash, g_str_equal);
  self.glyphs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  collect_names (&self, root, 0);
  cairo_matrix_init_scale (&state.matrix, MM_PER_PT / SCALE, MM_PER_PT / SCALE);
  walk_children (&self, root, &state);
  g_hash_table_unref (self.named);
  g_hash_table_unref (self.glyphs);
}

/**
 * cw_marks_new:
 * @page: a page
 *
 * Draws the page and reads what was drawn.
 *
 * Returns: (transfer full): its marks; none if it cannot be drawn
 */
CwMarks *
cw_marks_new (PopplerPage *page)
{
  CwMarks *self = g_new0 (CwMarks, 1);
  g_autoptr (GByteArray) svg = draw_as_svg (page);
  xmlDoc *tree
      = xmlReadMemory ((const char *) svg->data, (int) svg->len, NULL, "UTF-8",
                       XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE);

  self->glyphs = g_array_new (FALSE, FALSE, sizeof (CwGlyphMark));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (CwShapeMark));
  self->pictures = g_array_new (FALSE, FALSE, sizeof (CwBox));
  if (tree != NULL && xmlDocGetRootElement (tree) != NULL)
    read_tree (self, xmlDocGetRootElement (tree));
  xmlFreeDoc (tree);
  return self;
}

/**
 * cw_marks_free:
 * @self: marks
 *
 * Frees them.
 */
void
cw_marks_free (CwMarks *self)
{
  g_array_unref (self->glyphs);
  g_array_unref (self->shapes);
  g_array_unref (self->pictures);
  g_free (self);
}
