/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long a paper of about 60 pages with 20 tables and 10 pictures takes, and a table of 10,000 rows:
 * setting it, a keystroke in its text and in one of its cells until the page is drawn, its PDF. Prints the
 * median of as many runs as the argument says; judges nothing.
 */

#include <stdlib.h>

#include "document/edits/cw-edit.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/cw-standard.h"
#include "typeset/pages/cw-painter.h"
#include "typeset/pages/cw-typesetter.h"

#define DPI 192.0
#define KEYSTROKES 40

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
report (const char *what, GArray *values)
{
  g_array_sort (values, compare_doubles);
  g_print ("%-40s%10.1f ms, worst %.1f\n", what, g_array_index (values, double, values->len / 2),
           g_array_index (values, double, values->len - 1));
  g_array_set_size (values, 0);
}

static void
add_time (GArray *values, gint64 start)
{
  double ms = (double) (g_get_monotonic_time () - start) / 1000;

  g_array_append_val (values, ms);
}

static CwTable *
make_table (guint n_rows, guint seed)
{
  static const char *const heads[] = { "序号", "项目名称", "责任单位", "投资（万元）", "进展情况" };
  guint n_columns = G_N_ELEMENTS (heads);
  g_autofree CwCell *cells = g_new0 (CwCell, n_rows * n_columns);
  CwTable *table;

  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      guint row = i / n_columns, column = i % n_columns;
      g_autofree char *text
          = row == 0      ? g_strdup (heads[column])
            : column == 0 ? g_strdup_printf ("%u", row)
            : column == 1 ? g_strdup_printf ("城区第%u号道路改造及管网配套工程", seed * 31 + row)
            : column == 2 ? g_strdup_printf ("第%u工作组", row % 7)
            : column == 3 ? g_strdup_printf ("%u.%02u", row * 37, row % 100)
                          : g_strdup ("按计划推进");

      cells[i] = (CwCell) { cw_text_new (text), 1, 1 };
    }
  table = cw_table_new (n_rows, n_columns, 1, NULL, cells);
  for (guint i = 0; i < n_rows * n_columns; i++)
    cw_text_unref (cells[i].text);
  return table;
}

/* The same table with another text in one cell. */
static CwTable *
change_cell (CwTable *table, guint row, const char *string)
{
  guint n_rows = cw_table_get_n_rows (table), n_columns = cw_table_get_n_columns (table);
  g_autofree CwCell *cells = g_new0 (CwCell, n_rows * n_columns);
  g_autoptr (CwText) text = cw_text_new (string);

  for (guint i = 0; i < n_rows * n_columns; i++)
    cells[i] = cw_table_get_cell (table, i / n_columns, i % n_columns);
  cells[row * n_columns + 1].text = text;
  return cw_table_new (n_rows, n_columns, 1, NULL, cells);
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static CwPicture *
make_picture (guint seed)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 800);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) file = NULL;

  for (guint i = 0; i < 60; i++)
    {
      cairo_set_source_rgb (cr, (i * 7 + seed) % 11 / 11.0, (i * 5) % 13 / 13.0, i / 60.0);
      cairo_rectangle (cr, i * 20, 800 - (i * 37 + seed * 91) % 700, 18, 800);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, collect, bytes);
  cairo_surface_destroy (surface);
  file = g_byte_array_free_to_bytes (bytes);
  return cw_picture_new (CW_PICTURE_PNG, file, 100);
}

static void
add_paragraphs (GPtrArray *blocks, guint seed)
{
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *string = g_strdup_printf (
          "第%u次会议对此作出安排，各单位要加强组织领导，明确分管负责同志和具体责任人，细化工作措施，确保各项任务按时保质完成，"
          "并于每季度末月二十五日前将进展情况报送办公室，由办公室汇总后提请会议研究。",
          seed * 10 + i);
      g_autoptr (CwText) text = cw_text_new (string);

      g_ptr_array_add (blocks, cw_block_new_paragraph (text));
    }
}

static CwDocument *
to_document (GPtrArray *blocks)
{
  CwText *elements[CW_N_ELEMENTS] = { NULL };

  return cw_document_new (elements, (CwBlock **) blocks->pdata, blocks->len);
}

static void
paint (CwPages *pages, guint page)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (CW_STD_PAGE_WIDTH * DPI / 72),
                                    (int) (CW_STD_PAGE_HEIGHT * DPI / 72));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DPI / 72, DPI / 72);
  cw_painter_paint_page (cw_pages_get_page (pages, page), cr, CW_PAINT_PICTURE);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Sets the paper with another block in one place, and draws the page it is on. */
static void
type (CwTypesetter *typesetter, GPtrArray *blocks, guint place, CwBlock *block, GArray *times)
{
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwPages) pages = NULL;
  graphene_rect_t caret;
  guint page = 0;
  gint64 start;

  cw_block_unref (blocks->pdata[place]);
  blocks->pdata[place] = block;
  start = g_get_monotonic_time ();
  document = to_document (blocks);
  pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  cw_pages_find_place (pages, (CwPlace) { place, 0 }, &page, &caret);
  paint (pages, page);
  add_time (times, start);
}

static void
bench_typing (CwTypesetter *typesetter, GPtrArray *blocks, guint paragraph, guint table)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < KEYSTROKES; i++)
    {
      g_autofree char *string = g_strdup_printf ("各单位要加强组织领导，明确责任人%u。", i);
      g_autoptr (CwText) text = cw_text_new (string);

      type (typesetter, blocks, paragraph, cw_block_new_paragraph (text), times);
    }
  report ("  keystroke in the text", times);
  for (guint i = 0; i < KEYSTROKES; i++)
    {
      g_autofree char *string = g_strdup_printf ("城区道路改造%u", i);
      g_autoptr (CwTable) changed
          = change_cell (cw_block_get_table (blocks->pdata[table]), 3, string);

      type (typesetter, blocks, table,
            cw_block_new_table (changed, cw_block_get_text (blocks->pdata[table])), times);
    }
  report ("  keystroke in a cell", times);
}

static void
bench (const char *name, GPtrArray *blocks, guint paragraph, guint table, guint runs)
{
  g_autoptr (GArray) setting = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) writing = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  guint n_pages = 0;

  for (guint i = 0; i < runs; i++)
    {
      g_autoptr (CwTypesetter) fresh = cw_typesetter_new (cw_typefaces_get_default ());
      g_autoptr (CwDocument) document = to_document (blocks);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (CwPages) pages = cw_typesetter_set (fresh, document, &cw_profile_default);
      g_autoptr (GBytes) pdf = NULL;

      add_time (setting, start);
      start = g_get_monotonic_time ();
      pdf = cw_pdf_write (pages, NULL);
      add_time (writing, start);
      n_pages = cw_pages_get_n_pages (pages);
    }
  g_print ("%s: %u pages\n", name, n_pages);
  report ("  setting all of it", setting);
  report ("  its PDF", writing);
  bench_typing (typesetter, blocks, paragraph, table);
}

int
main (int argc, char **argv)
{
  guint runs = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : 5;
  g_autoptr (GPtrArray) paper = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  g_autoptr (CwText) caption = cw_text_new ("项目进展情况表");
  g_autoptr (CwTable) long_table = make_table (10000, 1);
  guint table = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (CwTable) t = make_table (20, i);
      g_autoptr (CwPicture) picture = make_picture (i);

      add_paragraphs (paper, i);
      table = i == 10 ? paper->len : table;
      g_ptr_array_add (paper, cw_block_new_table (t, caption));
      if (i % 2 == 0)
        g_ptr_array_add (paper, cw_block_new_picture (picture, caption));
    }
  bench ("20 tables, 10 pictures", paper, table - 3, table, runs);
  add_paragraphs (list, 0);
  g_ptr_array_add (list, cw_block_new_table (long_table, caption));
  bench ("a table of 10,000 rows", list, 3, list->len - 1, 1);
  return 0;
}
