/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the same text costs without any of the rules: each paragraph a PangoLayout in the same font and
 * width, its lines drawn one under the other, pages by cairo. The yardstick of the benchmark.
 *
 * bench-plain IN.txt OUT.pdf
 */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define PT_PER_MM (72.0 / 25.4)
#define PITCH (10.449 * PT_PER_MM)

typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  PangoFontDescription *body;
  PangoFontDescription *heading;
  guint line;
} Plain;

static void
show_line (Plain *self, PangoLayoutLine *line)
{
  if (self->line == 22)
    {
      cairo_show_page (self->cr);
      self->line = 0;
    }
  cairo_move_to (self->cr, 28 * PT_PER_MM, 41.93 * PT_PER_MM + self->line * PITCH);
  pango_cairo_show_layout_line (self->cr, line);
  self->line++;
}

static void
show_paragraph (Plain *self, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  gboolean heading = g_utf8_strlen (text, -1) < 24;

  pango_layout_set_font_description (layout, heading ? self->heading : self->body);
  pango_layout_set_width (layout, (int) (156 * PT_PER_MM * PANGO_SCALE));
  pango_layout_set_indent (layout, (int) (2 * 16 * PANGO_SCALE));
  pango_layout_set_justify (layout, TRUE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    show_line (self, l->data);
}

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  cairo_surface_t *surface;
  Plain self = { 0 };

  if (argc != 3 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    return 2;
  paragraphs = g_strsplit (text, "\n", -1);
  surface = cairo_pdf_surface_create (argv[2], 210 * PT_PER_MM, 297 * PT_PER_MM);
  self.cr = cairo_create (surface);
  self.context = create_context ();
  self.body = pango_font_description_from_string ("FandolFang R, Noto Serif CJK SC 16");
  self.heading = pango_font_description_from_string ("Noto Sans CJK SC 16");
  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*paragraphs[i] != '\0')
      show_paragraph (&self, paragraphs[i]);
  cairo_show_page (self.cr);
  cairo_destroy (self.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pango_font_description_free (self.body);
  pango_font_description_free (self.heading);
  g_object_unref (self.context);
  return 0;
}
