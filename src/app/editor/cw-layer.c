/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-layer.h"

#include <adwaita.h>

/* How marked text looks, in the lines of the editor and in the cells of its tables. */

/* Length and height of a wave, pixels. */
#define WAVE 6.0f
#define WAVE_HEIGHT 1.6f

typedef struct
{
  const char *css_class;
  const char *light;
  const char *dark;
  const char *contrast_light;
  const char *contrast_dark;
} Look;

/* clang-format off */
static const Look looks[CW_N_EDITOR_LAYERS] = {
  [CW_EDITOR_LAYER_BLANKS] = { "cw-blank", "rgba(245,194,17,.30)", "rgba(245,194,17,.22)", "rgba(245,194,17,.50)", "rgba(245,194,17,.50)" },
  [CW_EDITOR_LAYER_VALUES] = { "cw-values", "rgba(98,86,150,.75)", "rgba(190,180,235,.75)", "#3d2f7a", "#d9d2ff" },
  [CW_EDITOR_LAYER_SPELLING] = { "cw-spelling", "#1a8a5a", "#57d9a3", "#00532f", "#9df5cd" },
  [CW_EDITOR_LAYER_FINDINGS_HINT] = { "cw-hint", "#1c71d8", "#78aeed", "#0a3d85", "#a8cbff" },
  [CW_EDITOR_LAYER_FINDINGS_USUAL] = { "cw-usual", "#d97706", "#ffa348", "#8a4300", "#ffc27d" },
  [CW_EDITOR_LAYER_FINDINGS_RULE] = { "cw-rule", "#d01b24", "#ff7b63", "#9b0009", "#ffa294" },
  [CW_EDITOR_LAYER_HITS] = { "cw-hit", "rgba(255,221,64,.60)", "rgba(205,150,0,.50)", "rgba(255,205,0,.85)", "rgba(176,120,0,.90)" },
  [CW_EDITOR_LAYER_CURRENT] = { "cw-current", "rgba(255,150,30,.85)", "rgba(230,110,0,.80)", "rgba(255,130,0,1)", "rgba(216,88,0,1)" },
};
/* clang-format on */

/**
 * cw_layer_is_ground:
 * @layer: a layer
 *
 * Returns: whether it is a ground behind the text and not a line below it
 */
gboolean
cw_layer_is_ground (CwEditorLayer layer)
{
  return layer == CW_EDITOR_LAYER_BLANKS || layer == CW_EDITOR_LAYER_HITS
         || layer == CW_EDITOR_LAYER_CURRENT;
}

/**
 * cw_layer_get_css_class:
 * @layer: a layer
 *
 * Returns: (transfer none): the class of a widget that shows such a stretch
 */
const char *
cw_layer_get_css_class (CwEditorLayer layer)
{
  g_return_val_if_fail (layer < CW_N_EDITOR_LAYERS, NULL);

  return looks[layer].css_class;
}

static GdkRGBA
get_colour (CwEditorLayer layer)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  const Look *look = &looks[layer];
  GdkRGBA colour;

  if (adw_style_manager_get_high_contrast (manager))
    gdk_rgba_parse (&colour, dark ? look->contrast_dark : look->contrast_light);
  else
    gdk_rgba_parse (&colour, dark ? look->dark : look->light);
  return colour;
}

static void
draw_ground (GtkSnapshot *snapshot,
             const graphene_rect_t *box,
             const GdkRGBA *colour,
             gboolean framed)
{
  const GdkRGBA frame = { colour->red * 0.6f, colour->green * 0.6f, colour->blue * 0.6f, 1 };
  const GdkRGBA colours[4] = { frame, frame, frame, frame };
  const float widths[4] = { 1, 1, 1, 1 };
  graphene_rect_t reach = *box;
  GskRoundedRect outline;

  graphene_rect_inset (&reach, -1, 0);
  gsk_rounded_rect_init_from_rect (&outline, &reach, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, &reach);
  gtk_snapshot_pop (snapshot);
  if (framed)
    gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static GskPath *
make_wave (const graphene_rect_t *box)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  float y = box->origin.y + box->size.height - WAVE_HEIGHT;
  float x = box->origin.x, end = x + MAX (box->size.width, WAVE);
  float side = -WAVE_HEIGHT;

  gsk_path_builder_move_to (builder, x, y);
  for (; x < end; x += WAVE / 2, side = -side)
    gsk_path_builder_quad_to (builder, x + WAVE / 4, y + 2 * side, x + WAVE / 2, y);
  return gsk_path_builder_free_to_path (g_steal_pointer (&builder));
}

static GskPath *
make_line (const graphene_rect_t *box)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  float y = box->origin.y + box->size.height - 1;

  gsk_path_builder_move_to (builder, box->origin.x, y);
  gsk_path_builder_line_to (builder, box->origin.x + box->size.width, y);
  return gsk_path_builder_free_to_path (g_steal_pointer (&builder));
}

/**
 * cw_layer_draw:
 * @layer: a layer
 * @snapshot: what to draw to
 * @box: what a stretch of text covers in one line: from the left of its first character to the right
 *   of its last, as high as they are
 *
 * Draws the mark of the layer in the colours of the style there is.
 */
void
cw_layer_draw (CwEditorLayer layer, GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  GdkRGBA colour = get_colour (layer);
  gboolean dotted = layer == CW_EDITOR_LAYER_VALUES;
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = NULL;

  if (cw_layer_is_ground (layer))
    {
      draw_ground (snapshot, box, &colour, layer == CW_EDITOR_LAYER_CURRENT);
      return;
    }
  path = dotted ? make_line (box) : make_wave (box);
  stroke = gsk_stroke_new (1.2f);
  if (dotted)
    gsk_stroke_set_dash (stroke, (const float[]) { 1.5f, 2.5f }, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &colour);
}
