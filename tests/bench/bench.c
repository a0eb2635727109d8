/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long things take, beside a plain PangoLayout and cairo rendering of the same text in the same
 * run. Prints a table; judges nothing.
 *
 * chengwen-bench [RUNS]
 */

#include <glib/gstdio.h>
#include <poppler.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "document/cw-edit.h"
#include "formats/cw-import.h"
#include "formats/cw-pdf.h"
#include "typeset/cw-painter.h"
#include "typeset/cw-standard.h"
#include "typeset/cw-typesetter.h"

#define DPI 192.0

extern char **environ;

typedef struct
{
  double wall;  /* ms */
  double memory; /* MB */
} Cost;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof (double), compare_doubles);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

static void
print_spread (const char *what, double *values, guint n)
{
  double middle = median (values, n);

  g_print ("  %-26s %8.2f ms  (slowest %.2f)\n", what, middle, values[n - 1]);
}

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* A paper of about that many pages: the sample's paragraphs over and over, each with a number of its
 * own so that no two are alike. */
static char *
make_text (const char *sample, guint n_times)
{
  g_auto (GStrv) lines = g_strsplit (sample, "\n", -1);
  GString *text = g_string_new (lines[0]);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < n_times; i++)
    for (guint j = 2; lines[j] != NULL && lines[j + 1] != NULL && lines[j + 2] != NULL; j++)
      {
        if (g_utf8_strlen (lines[j], -1) < 10)
          continue;
        g_string_append (text, lines[j]);
        if (g_utf8_strlen (lines[j], -1) > 60)
          g_string_append_printf (text, "第%u次会议对此作出安排。", i * 100 + j);
        g_string_append_c (text, '\n');
      }
  return g_string_free_and_steal (text);
}

static Cost
run_process (char **argv)
{
  struct rusage usage;
  int status;
  pid_t pid;
  double start = now ();

  if (posix_spawn (&pid, argv[0], NULL, NULL, argv, environ) != 0 || wait4 (pid, &status, 0, &usage) < 0 || status != 0)
    g_error ("%s failed", argv[0]);
  return (Cost) { now () - start, (double) usage.ru_maxrss / 1024 };
}

static void
bench_export (const char *in, guint runs)
{
  g_autofree char *out = g_strconcat (in, ".pdf", NULL);
  g_autofree char *plain_program = g_build_filename (BENCH_DIR, "bench-plain", NULL);
  char *ours[] = { (char *) BENCH_PROGRAM, "export", "--quiet", (char *) in, "-o", out, NULL };
  char *plain[] = { plain_program, (char *) in, out, NULL };
  g_autofree double *a = g_new (double, runs), *b = g_new (double, runs), *ratio = g_new (double, runs);
  double memory = 0, plain_memory = 0;

  run_process (ours);
  run_process (plain);
  for (guint i = 0; i < runs; i++)
    {
      Cost c = run_process (ours), d = run_process (plain);

      a[i] = c.wall;
      b[i] = d.wall;
      ratio[i] = c.wall / d.wall;
      memory = MAX (memory, c.memory);
      plain_memory = MAX (plain_memory, d.memory);
    }
  g_print ("  export, whole process      %8.1f ms  plain %8.1f ms  ratio %.2f  memory %.0f MB, plain %.0f MB\n",
           median (a, runs), median (b, runs), median (ratio, runs), memory, plain_memory);
  g_unlink (out);
}

static cairo_surface_t *
create_picture (cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (CW_STD_PAGE_WIDTH * DPI / 72),
                                                         (int) (CW_STD_PAGE_HEIGHT * DPI / 72));

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  cairo_scale (*cr, DPI / 72, DPI / 72);
  return surface;
}

static void
paint (CwPages *pages, guint page)
{
  cairo_t *cr;
  cairo_surface_t *surface = create_picture (&cr);

  cw_painter_paint_page (cw_pages_get_page (pages, page), cr, CW_PAINT_PICTURE);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
paint_with_poppler (CwPages *pages, guint page, CwCutFaces *faces)
{
  g_autoptr (GBytes) pdf = cw_pdf_write_page (pages, page, faces, NULL);
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  PopplerPage *p = poppler_document_get_page (document, 0);
  cairo_t *cr;
  cairo_surface_t *surface = create_picture (&cr);

  poppler_page_render (p, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (p);
  g_object_unref (document);
}

static guint
find_middle_paragraph (CwDocument *document)
{
  guint line = cw_flow_get_n_lines (document) / 2;

  while (cw_flow_get_line (document, line).style != CW_STYLE_PARAGRAPH)
    line++;
  return line;
}

static void
bench_keystroke (CwTypesetter *typesetter, CwDocument *document, guint runs)
{
  g_autoptr (CwDocument) current = cw_document_ref (document);
  g_autoptr (CwCutFaces) faces = cw_cut_faces_new ();
  CwPlace place = { find_middle_paragraph (document), 0 };
  guint n = runs * 20;
  g_autofree double *fast = g_new (double, n), *poppler = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      CwDocument *next;
      graphene_rect_t caret;
      guint page = 0;
      double start = now ();

      next = cw_edit_replace (current, place, place, i % 2 == 0 ? "党" : "，", &place);
      cw_document_unref (current);
      current = next;
      {
        g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, current, &cw_profile_default);

        cw_pages_find_place (pages, place, &page, &caret);
        paint (pages, page);
        fast[i] = now () - start;
        paint_with_poppler (pages, page, faces);
        poppler[i] = now () - start - fast[i];
      }
    }
  print_spread ("keystroke to picture", fast, n);
  print_spread ("poppler's picture after it", poppler, n);
}

static void
bench_open (const char *in, guint runs)
{
  g_autofree double *cost = g_new (double, runs);

  for (guint i = 0; i < runs; i++)
    {
      double start = now ();
      g_autofree char *text = NULL;
      gsize length;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (CwImport) import = NULL;
      g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());

      g_file_get_contents (in, &text, &length, NULL);
      bytes = g_bytes_new (text, length);
      import = cw_import_bytes (bytes, NULL);
      {
        g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, import->document, &cw_profile_default);
        paint (pages, 0);
      }
      cost[i] = now () - start;
    }
  g_print ("  opening to first picture   %8.1f ms\n", median (cost, runs));
}

static void
bench_size (const char *folder, const char *sample, guint n_times, guint runs)
{
  g_autofree char *text = make_text (sample, n_times);
  g_autofree char *in = g_strdup_printf ("%s/%u.txt", folder, n_times);
  g_autoptr (CwImport) import = cw_import_text (text);
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, import->document, &cw_profile_default);

  g_file_set_contents (in, text, -1, NULL);
  g_print ("%u pages, %u characters\n", cw_pages_get_n_pages (pages), cw_document_count_characters (import->document));
  bench_export (in, runs);
  bench_open (in, runs);
  bench_keystroke (typesetter, import->document, runs);
  g_unlink (in);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1, 9, 88 };
  guint runs = argc > 1 ? (guint) atoi (argv[1]) : 5;
  g_autofree char *folder = g_dir_make_tmp ("chengwen-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (BENCH_SAMPLES, "summary.txt", NULL);
  g_autofree char *sample = NULL;

  if (!g_file_get_contents (path, &sample, NULL, NULL))
    g_error ("no sample at %s", path);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_size (folder, sample, sizes[i], MAX (runs, 1));
  g_rmdir (folder);
  return 0;
}
