/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-sheet.h"

#include <cairo-pdf.h>
#include <math.h>

#define PT_PER_MM (72.0 / 25.4)

static void
item_clear (gpointer data)
{
  g_free (((CwSheetItem *) data)->text);
}

CwSheet *
cw_sheet_new (guint n_pages)
{
  CwSheet *self = g_new0 (CwSheet, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (CwSheetItem));
  g_array_set_clear_func (self->items, item_clear);
  self->n_pages = n_pages;
  self->width = 210;
  self->height = 297;
  return self;
}

void
cw_sheet_free (CwSheet *self)
{
  g_array_unref (self->items);
  g_free (self);
}

static CwSheetItem *
append (CwSheet *self, CwSheetItem item)
{
  g_array_append_val (self->items, item);
  return &g_array_index (self->items, CwSheetItem, self->items->len - 1);
}

/* A line of 3号仿宋; what differs is set in what it returns. */
CwSheetItem *
cw_sheet_add (CwSheet *self, const char *name, guint page, const char *text, double x, double y)
{
  return append (self, (CwSheetItem) { .name = name,
                                       .page = page,
                                       .text = g_strdup (text),
                                       .face = CW_TYPEFACE_FANGSONG,
                                       .size = 16,
                                       .x = x,
                                       .y = y,
                                       .cell = CW_SHEET_CELL });
}

CwSheetItem *
cw_sheet_add_rule (CwSheet *self,
                   const char *name,
                   guint page,
                   double x,
                   double y,
                   double length,
                   double thickness)
{
  return append (
      self,
      (CwSheetItem) {
          .name = name, .page = page, .x = x, .y = y, .cell = length, .thickness = thickness });
}

CwSheetItem *
cw_sheet_find (CwSheet *self, const char *name)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (g_array_index (self->items, CwSheetItem, i).name, name) == 0)
      return &g_array_index (self->items, CwSheetItem, i);
  g_error ("no item %s", name);
}

static double
get_advance (gunichar ch, double cell)
{
  return ch < 0x80 ? cell / 2 : cell;
}

double
cw_sheet_get_width (const char *text, double cell)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_advance (g_utf8_get_char (p), cell);
  return width;
}

/* From the baseline up to what the item is placed by, in ems. */
static double
get_height (const CwSheetItem *item)
{
  CwFace *face = cw_typefaces_get_primary (cw_typefaces_get_default (), item->face);
  double highest = 0;

  if (item->by == CW_SHEET_BY_CENTRE)
    return cw_face_get_centre (face);
  for (const char *p = item->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      hb_codepoint_t glyph;
      double bottom, top;

      if (!cw_face_get_glyph (face, g_utf8_get_char (p), &glyph)
          || !cw_face_get_extents (face, glyph, NULL, &bottom, NULL, &top))
        continue;
      if (item->by == CW_SHEET_BY_STROKE)
        return (bottom + top) / 2;
      highest = MAX (highest, top);
    }
  return highest;
}

static void
show_char (cairo_t *cr, gunichar ch, double x, double y)
{
  char utf8[8] = "";

  g_unichar_to_utf8 (ch, utf8);
  cairo_move_to (cr, x, y);
  cairo_show_text (cr, utf8);
}

static void
print_text (const CwSheetItem *item, cairo_t *cr)
{
  CwFace *face = cw_typefaces_get_primary (cw_typefaces_get_default (), item->face);
  double x = item->x, y = item->y + get_height (item) * item->size / PT_PER_MM;

  cairo_set_font_face (cr, cw_face_get_cairo_face (face));
  cairo_set_font_size (cr, item->size);
  for (const char *p = item->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch != ' ')
        show_char (cr, ch, x * PT_PER_MM, y * PT_PER_MM);
      if (ch != ' ' && item->doubled)
        show_char (cr, ch, x * PT_PER_MM + 0.4, y * PT_PER_MM);
      x += get_advance (ch, item->cell);
    }
}

static void
print_item (const CwSheetItem *item, cairo_t *cr, double height)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, item->tint.red, item->tint.green, item->tint.blue);
  if (item->turned)
    {
      cairo_translate (cr, 0, height * PT_PER_MM);
      cairo_rotate (cr, -G_PI / 2);
    }
  if (item->text != NULL)
    print_text (item, cr);
  else if (item->ring)
    {
      cairo_new_path (cr);
      cairo_arc (cr, item->x * PT_PER_MM, item->y * PT_PER_MM, (item->cell / 2 - 0.5) * PT_PER_MM,
                 0, 2 * G_PI);
      cairo_set_line_width (cr, PT_PER_MM);
      cairo_stroke (cr);
    }
  else
    {
      cairo_rectangle (cr, item->x * PT_PER_MM, item->y * PT_PER_MM, item->cell * PT_PER_MM,
                       item->thickness * PT_PER_MM);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
cw_sheet_print (CwSheet *self)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      collect, bytes, self->width * PT_PER_MM, self->height * PT_PER_MM);
  cairo_t *cr = cairo_create (surface);

  for (guint page = 1; page <= self->n_pages; page++)
    {
      for (guint i = 0; i < self->items->len; i++)
        if (g_array_index (self->items, CwSheetItem, i).page == page)
          print_item (&g_array_index (self->items, CwSheetItem, i), cr, self->height);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
