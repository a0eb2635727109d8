/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-measured.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define MM_PER_PT (25.4 / 72.0)

/* Characters of one line have boxes that overlap by more than half, whatever their font. */
#define SAME_LINE 2.5

/* Device pixels a millimetre for ink: a hundredth of a millimetre is enough for every check. */
#define INK_SCALE 40.0

static void
page_free (gpointer data)
{
  CwMeasuredPage *self = data;

  g_array_unref (self->chars);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->fonts);
  g_object_unref (self->page);
  g_free (self);
}

static const char *
keep_font (CwMeasuredPage *self, const char *name)
{
  for (guint i = 0; i < self->fonts->len; i++)
    if (g_str_equal (self->fonts->pdata[i], name))
      return self->fonts->pdata[i];
  g_ptr_array_add (self->fonts, g_strdup (name));
  return self->fonts->pdata[self->fonts->len - 1];
}

static const PopplerTextAttributes *
attributes_at (GList *attributes, int index)
{
  for (GList *l = attributes; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *a = l->data;

      if (index >= a->start_index && index <= a->end_index)
        return a;
    }
  return NULL;
}

static void
add_char (CwMeasuredPage *self, gunichar ch, const PopplerRectangle *box, const PopplerTextAttributes *attributes)
{
  CwMeasuredChar c = { ch, box->x1 * MM_PER_PT, box->x2 * MM_PER_PT, box->y1 * MM_PER_PT, 0, FALSE, NULL };

  if (attributes != NULL)
    {
      c.size = attributes->font_size;
      c.black = attributes->color.red == 0 && attributes->color.green == 0 && attributes->color.blue == 0;
      c.font = keep_font (self, attributes->font_name);
    }
  g_array_append_val (self->chars, c);
}

static void
read_chars (CwMeasuredPage *self)
{
  g_autofree char *text = poppler_page_get_text (self->page);
  PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;
  GList *attributes = poppler_page_get_text_attributes (self->page);
  guint i = 0;

  poppler_page_get_text_layout (self->page, &boxes, &n_boxes);
  for (const char *p = text; *p != '\0' && i < n_boxes; p = g_utf8_next_char (p), i++)
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      add_char (self, g_utf8_get_char (p), &boxes[i], attributes_at (attributes, (int) i));
  g_free (boxes);
  poppler_page_free_text_attributes (attributes);
}

static int
compare_chars (gconstpointer a, gconstpointer b)
{
  const CwMeasuredChar *c = a, *d = b;

  if (fabs (c->top - d->top) > SAME_LINE)
    return c->top < d->top ? -1 : 1;
  return c->x < d->x ? -1 : c->x > d->x;
}

static void
find_lines (CwMeasuredPage *self)
{
  g_array_sort (self->chars, compare_chars);
  for (guint i = 0; i < self->chars->len; i++)
    {
      const CwMeasuredChar *c = &g_array_index (self->chars, CwMeasuredChar, i);
      CwMeasuredLine line = { i, 1, c->top };

      if (i > 0 && fabs (c->top - g_array_index (self->chars, CwMeasuredChar, i - 1).top) <= SAME_LINE)
        g_array_index (self->lines, CwMeasuredLine, self->lines->len - 1).n_chars++;
      else
        g_array_append_val (self->lines, line);
    }
}

static CwMeasuredPage *
page_new (PopplerDocument *document, guint number)
{
  CwMeasuredPage *self = g_new0 (CwMeasuredPage, 1);

  self->page = poppler_document_get_page (document, (int) number - 1);
  self->number = number;
  self->chars = g_array_new (FALSE, FALSE, sizeof (CwMeasuredChar));
  self->lines = g_array_new (FALSE, FALSE, sizeof (CwMeasuredLine));
  self->fonts = g_ptr_array_new_with_free_func (g_free);
  poppler_page_get_size (self->page, &self->width, &self->height);
  self->width *= MM_PER_PT;
  self->height *= MM_PER_PT;
  read_chars (self);
  find_lines (self);
  return self;
}

/* Reads and measures a whole PDF. */
CwMeasured *
cw_measured_new (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  CwMeasured *self = g_new0 (CwMeasured, 1);

  self->document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_assert_no_error (error);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  for (int i = 0; i < poppler_document_get_n_pages (self->document); i++)
    g_ptr_array_add (self->pages, page_new (self->document, (guint) i + 1));
  return self;
}

void
cw_measured_free (CwMeasured *self)
{
  g_ptr_array_unref (self->pages);
  g_object_unref (self->document);
  g_free (self);
}

CwMeasuredPage *
cw_measured_page (CwMeasured *self, guint page)
{
  return self->pages->pdata[page];
}

CwMeasuredLine *
cw_measured_line (CwMeasuredPage *page, guint line)
{
  return &g_array_index (page->lines, CwMeasuredLine, line);
}

CwMeasuredChar *
cw_measured_char (CwMeasuredPage *page, const CwMeasuredLine *line, guint i)
{
  return &g_array_index (page->chars, CwMeasuredChar, line->first + i);
}

/* The characters of a line, without blanks. */
char *
cw_measured_text (CwMeasuredPage *page, const CwMeasuredLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->n_chars; i++)
    g_string_append_unichar (text, cw_measured_char (page, line, i)->ch);
  return g_string_free_and_steal (text);
}

static void
grow_ink (CwInk *ink, double x, double y)
{
  ink->left = MIN (ink->left, x);
  ink->right = MAX (ink->right, x + 1);
  ink->top = MIN (ink->top, y);
  ink->bottom = MAX (ink->bottom, y + 1);
}

/* Where there is ink within a rectangle of the page, in mm. FALSE if there is none. */
gboolean
cw_measured_ink (CwMeasuredPage *page, double left, double top, double right, double bottom, CwInk *ink)
{
  int width = (int) ceil ((right - left) * INK_SCALE), height = (int) ceil ((bottom - top) * INK_SCALE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  const guchar *pixels;
  gboolean found = FALSE;

  *ink = (CwInk) { INFINITY, INFINITY, -INFINITY, -INFINITY };
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, INK_SCALE * MM_PER_PT, INK_SCALE * MM_PER_PT);
  cairo_translate (cr, -left / MM_PER_PT, -top / MM_PER_PT);
  poppler_page_render (page->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixels[y * cairo_image_surface_get_stride (surface) + x * 4] < 128)
        {
          grow_ink (ink, x, y);
          found = TRUE;
        }
  cairo_surface_destroy (surface);
  ink->left = left + ink->left / INK_SCALE;
  ink->right = left + ink->right / INK_SCALE;
  ink->top = top + ink->top / INK_SCALE;
  ink->bottom = top + ink->bottom / INK_SCALE;
  return found;
}
