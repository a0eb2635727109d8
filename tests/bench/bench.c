/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long things take, beside a plain PangoLayout and cairo rendering of the same text in the same
 * run. Prints a table; judges nothing.
 *
 * chengwen-bench [RUNS]
 *
 * Every number is the median of RUNS runs (of 20 × RUNS keystrokes); the worst keystroke is given
 * too. On a machine that is at work on other things the times of day are worth little: read the
 * processor's times, and of those the ratio, whose two sides are measured in turn. Memory is the
 * most a process ever held, the mapped fonts and libraries among it. The window is timed from its
 * start to the moment the X server shows it, to about 10 ms; it needs xdotool and a display.
 */

#include <glib/gstdio.h>
#include <poppler.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "document/sections/cw-edit-sections.h"
#include "document/edits/cw-edit.h"
#include "document/sections/cw-references.h"
#include "formats/reading/cw-import.h"
#include "formats/pdf/cw-pdf.h"
#include "typeset/pages/cw-painter.h"
#include "typeset/cw-standard.h"
#include "typeset/pages/cw-typesetter.h"
#include "bench-text.h"

#define DPI 192.0

extern char **environ;

typedef struct
{
  double wall;      /* ms */
  double processor; /* ms */
  double memory;    /* MB */
} Cost;

/* The rows of the table. */
typedef enum
{
  PAGES,
  CHARACTERS,
  EXPORT,
  PLAIN,
  RATIO,
  EXPORT_PROCESSOR,
  PLAIN_PROCESSOR,
  RATIO_PROCESSOR,
  EXPORT_MEMORY,
  PLAIN_MEMORY,
  OPENING,
  KEYSTROKE,
  WORST_KEYSTROKE,
  POPPLER,
  WORST_POPPLER,
  MOVE,
  WINDOW,
  WINDOW_MEMORY,
  N_ROWS,
} Row;

static const struct
{
  const char *name;
  int decimals;
} rows[N_ROWS] = {
  [PAGES] = { "pages", 0 },
  [CHARACTERS] = { "characters", 0 },
  [EXPORT] = { "export, a process, ms", 0 },
  [PLAIN] = { "  plain rendering, ms", 0 },
  [RATIO] = { "  ratio", 2 },
  [EXPORT_PROCESSOR] = { "export, processor, ms", 0 },
  [PLAIN_PROCESSOR] = { "  plain rendering, ms", 0 },
  [RATIO_PROCESSOR] = { "  ratio", 2 },
  [EXPORT_MEMORY] = { "export, memory, MB", 0 },
  [PLAIN_MEMORY] = { "  plain rendering, MB", 0 },
  [OPENING] = { "text to first picture, ms", 1 },
  [KEYSTROKE] = { "keystroke to picture, ms", 1 },
  [WORST_KEYSTROKE] = { "  worst, ms", 1 },
  [POPPLER] = { "poppler's picture after, ms", 1 },
  [WORST_POPPLER] = { "  worst, ms", 1 },
  [MOVE] = { "move of a section, ms", 1 },
  [WINDOW] = { "start to window, ms", 0 },
  [WINDOW_MEMORY] = { "window, memory, MB", 0 },
};

static double table[N_ROWS][G_N_ELEMENTS (bench_sizes)];

static void
print_table (void)
{
  for (guint row = 0; row < N_ROWS; row++)
    {
      g_print ("%-30s", rows[row].name);
      for (guint i = 0; i < G_N_ELEMENTS (bench_sizes); i++)
        g_print ("%12.*f", rows[row].decimals, table[row][i]);
      g_print ("\n");
    }
}

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static double
to_ms (struct timeval time)
{
  return (double) time.tv_sec * 1e3 + (double) time.tv_usec / 1e3;
}

static Cost
run_process (char **argv)
{
  struct rusage usage;
  int status;
  pid_t pid;
  double start = now ();

  if (posix_spawn (&pid, argv[0], NULL, NULL, argv, environ) != 0
      || wait4 (pid, &status, 0, &usage) < 0 || status != 0)
    g_error ("%s failed", argv[0]);
  return (Cost) { now () - start, to_ms (usage.ru_utime) + to_ms (usage.ru_stime),
                  (double) usage.ru_maxrss / 1024 };
}

static void
bench_export (const char *in, guint column, guint runs)
{
  g_autofree char *out = g_strconcat (in, ".pdf", NULL);
  g_autofree char *plain_program = g_build_filename (BENCH_DIR, "bench-plain", NULL);
  char *ours[] = { (char *) BENCH_PROGRAM, "export", "--quiet", (char *) in, "-o", out, NULL };
  char *plain[] = { plain_program, (char *) in, out, NULL };
  g_autofree double *values = g_new (double, runs * 8);

  run_process (ours);
  run_process (plain);
  for (guint i = 0; i < runs; i++)
    {
      Cost a = run_process (ours), b = run_process (plain);
      double row[] = { a.wall,      b.wall,      a.wall / b.wall,
                       a.processor, b.processor, a.processor / b.processor,
                       a.memory,    b.memory };

      for (guint k = 0; k < G_N_ELEMENTS (row); k++)
        values[k * runs + i] = row[k];
    }
  for (guint k = 0; k < 8; k++)
    table[EXPORT + k][column] = bench_median (values + k * runs, runs);
  g_unlink (out);
}

static cairo_surface_t *
create_picture (cairo_t **cr)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (CW_STD_PAGE_WIDTH * DPI / 72),
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
bench_keystroke (CwTypesetter *typesetter, CwDocument *document, guint column, guint runs)
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
  table[KEYSTROKE][column] = bench_median (fast, n);
  table[WORST_KEYSTROKE][column] = fast[n - 1];
  table[POPPLER][column] = bench_median (poppler, n);
  table[WORST_POPPLER][column] = poppler[n - 1];
}

/* The first section goes to the end of its like and back: the edit, the outline, what it has broken,
 * and the pages. */
static void
bench_move (CwTypesetter *typesetter, CwDocument *document, guint column, guint runs)
{
  g_autoptr (CwSectionTree) tree = cw_section_tree_new (document);
  g_autofree double *cost = g_new (double, runs);
  guint first = 0, last = 0;

  for (guint i = cw_section_tree_get_n_nodes (tree); i > 0; i--)
    if (cw_section_tree_get_node (tree, i - 1)->level == 1)
      {
        first = cw_section_tree_get_node (tree, i - 1)->block;
        last = MAX (last, first);
      }
  for (guint i = 0; i < runs; i++)
    {
      g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (guint));
      double start = now ();

      g_array_append_val (sections, first);
      {
        g_autoptr (CwDocument) moved
            = cw_edit_move_sections (document, sections, last, CW_SPOT_AFTER);
        g_autoptr (CwSectionTree) after = cw_section_tree_new (moved);
        g_autoptr (GPtrArray) broken = cw_references_find_broken (document, moved);
        g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, moved, &cw_profile_default);

        cost[i] = now () - start;
      }
    }
  table[MOVE][column] = bench_median (cost, runs);
}

static void
bench_open (const char *in, guint column, guint runs)
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
        g_autoptr (CwPages) pages
            = cw_typesetter_set (typesetter, import->document, &cw_profile_default);
        paint (pages, 0);
      }
      cost[i] = now () - start;
    }
  table[OPENING][column] = bench_median (cost, runs);
}

/* Whether the X server shows a window of the process. */
static gboolean
has_window (pid_t pid)
{
  g_autofree char *number = g_strdup_printf ("%d", pid);
  char *argv[] = { "xdotool", "search", "--onlyvisible", "--pid", number, "--name", ".", NULL };
  g_autofree char *out = NULL;

  return g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                       NULL, &out, NULL, NULL, NULL)
         && out != NULL && *out != '\0';
}

/* What a process holds once it has come to rest, MB: its most so far. */
static double
read_peak (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", pid);
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents (path, &status, NULL, NULL)
      || (line = strstr (status, "VmHWM:")) == NULL)
    return 0;
  return g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024;
}

static Cost
run_window (const char *in)
{
  char *argv[] = { (char *) BENCH_PROGRAM, (char *) in, NULL };
  Cost cost = { 0 };
  double start = now ();
  pid_t pid;

  if (posix_spawn (&pid, argv[0], NULL, NULL, argv, environ) != 0)
    return cost;
  while (!has_window (pid) && now () - start < 30000)
    g_usleep (2000);
  cost.wall = now () - start;
  g_usleep (3 * G_USEC_PER_SEC);
  cost.memory = read_peak (pid);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  return cost;
}

static void
bench_window (const char *in, guint column, guint runs)
{
  g_autofree double *wall = g_new (double, runs), *memory = g_new (double, runs);

  if (g_getenv ("DISPLAY") == NULL)
    return;
  for (guint i = 0; i < runs; i++)
    {
      Cost cost = run_window (in);

      wall[i] = cost.wall;
      memory[i] = cost.memory;
    }
  table[WINDOW][column] = bench_median (wall, runs);
  table[WINDOW_MEMORY][column] = bench_median (memory, runs);
}

/* What is measured in processes of their own. */
static void
bench_program (const char *in, guint column, guint runs)
{
  bench_export (in, column, runs);
  bench_window (in, column, runs);
}

/* What is measured in this one. */
static void
bench_library (const char *in, const char *text, guint column, guint runs)
{
  g_autoptr (CwImport) import = cw_import_text (text);
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, import->document, &cw_profile_default);

  table[PAGES][column] = cw_pages_get_n_pages (pages);
  table[CHARACTERS][column] = cw_document_count_characters (import->document);
  bench_open (in, column, runs);
  bench_keystroke (typesetter, import->document, column, runs);
  bench_move (typesetter, import->document, column, runs);
}

/* The processes come first: a new process counts as its own what the one that starts it holds in
 * that moment. */
static void
bench (const char *folder, const char *sample, guint runs)
{
  char *texts[G_N_ELEMENTS (bench_sizes)], *files[G_N_ELEMENTS (bench_sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (bench_sizes); i++)
    {
      texts[i] = bench_make_text (sample, bench_sizes[i]);
      files[i] = g_strdup_printf ("%s/%u.txt", folder, bench_sizes[i]);
      g_file_set_contents (files[i], texts[i], -1, NULL);
      bench_program (files[i], i, runs);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bench_sizes); i++)
    {
      bench_library (files[i], texts[i], i, runs);
      g_unlink (files[i]);
      g_free (files[i]);
      g_free (texts[i]);
    }
}

int
main (int argc, char **argv)
{
  guint runs = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : 5;
  g_autofree char *folder = g_dir_make_tmp ("chengwen-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (BENCH_SAMPLES, "summary.txt", NULL);
  g_autofree char *sample = NULL;

  if (!g_file_get_contents (path, &sample, NULL, NULL))
    g_error ("no sample at %s", path);
  bench (folder, sample, runs);
  print_table ();
  g_rmdir (folder);
  return 0;
}
