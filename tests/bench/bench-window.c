/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the thread that draws the window has to do: for a key, for a move of a section, for finding and
 * replacing, in a real window with all its panels. Prints a table; judges nothing.
 *
 * bench-window [KEYS]
 *
 * The times are this thread's own processor time, so that other work on the machine, and other threads
 * of the program, count little. "At once" is what happens before a key's signal returns; "with its
 * picture" goes on until the next frame is drawn; "at rest" is all that comes later, when the hand
 * rests, and the longest piece of it is the longest the window does not answer. It needs a display.
 */

#include <time.h>

#include "document/sections/cw-edit-sections.h"
#include "document/search/cw-search.h"
#include "formats/reading/cw-import.h"
#include "app/cw-application.h"
#include "app/window/cw-window-private.h"
#include "bench-text.h"

/* Milliseconds until everything that waits for the hand to rest has come. */
#define REST_MS 900

typedef enum
{
  PAGES,
  KEY,
  WORST_KEY,
  PICTURE,
  REST,
  LONGEST,
  FIND,
  REPLACE,
  REPLACE_SHOWN,
  MOVE,
  MOVE_SHOWN,
  N_ROWS,
} Row;

static const char *const names[N_ROWS] = {
  [PAGES] = "pages",
  [KEY] = "key in the window, at once, ms",
  [WORST_KEY] = "  worst, ms",
  [PICTURE] = "  with its picture, ms",
  [REST] = "  at rest, ms",
  [LONGEST] = "  longest piece of it, ms",
  [FIND] = "find, a thread, ms",
  [REPLACE] = "replace all, ms",
  [REPLACE_SHOWN] = "  until shown, ms",
  [MOVE] = "move in the window, ms",
  [MOVE_SHOWN] = "  until shown, ms",
};

static double table[N_ROWS][G_N_ELEMENTS (bench_sizes)];

/* Processor time of this thread, ms. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

typedef struct
{
  double total;
  double longest;
} Work;

/* Lets the main loop go on for so long; what it did. */
static Work
run_loop (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;
  Work work = { 0 };

  while (g_get_monotonic_time () < end)
    {
      double start = now (), cost;

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      cost = now () - start;
      work.total += cost;
      work.longest = MAX (work.longest, cost);
    }
  return work;
}

static void
on_painted (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Goes on until a frame is drawn. */
static double
run_frame (CwWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &painted);
  gint64 end = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;
  double start = now ();

  while (!painted && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_signal_handler_disconnect (clock, handler);
  return now () - start;
}

static CwWindow *
open_window (CwApplication *application, CwDocument *document)
{
  CwWindow *window = cw_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 850);
  gtk_window_present (GTK_WINDOW (window));
  run_loop (500);
  cw_history_reset (cw_draft_get_history (window->draft), document);
  cw_window_show_panel (window, "outline");
  gtk_widget_grab_focus (GTK_WIDGET (window->editor));
  /* Lines of the text are measured a few at a time when nothing else is to be done. */
  run_loop (4000);
  return window;
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
bench_key (CwWindow *window, guint column, guint n)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (window->editor));
  CwDocument *document = cw_draft_get_document (window->draft);
  g_autofree double *key = g_new (double, n), *picture = g_new (double, n);
  g_autofree double *rest = g_new (double, n), *longest = g_new (double, n);

  cw_editor_set_caret (window->editor, (CwPlace) { find_middle_paragraph (document), 3 });
  run_loop (REST_MS);
  for (guint i = 0; i < n; i++)
    {
      double start = now ();
      Work work;

      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, i % 2 == 0 ? "党" : "，", -1, TRUE);
      gtk_text_buffer_end_user_action (buffer);
      key[i] = now () - start;
      picture[i] = key[i] + run_frame (window);
      work = run_loop (REST_MS);
      rest[i] = work.total;
      longest[i] = work.longest;
    }
  table[KEY][column] = bench_median (key, n);
  table[WORST_KEY][column] = key[n - 1];
  table[PICTURE][column] = bench_median (picture, n);
  table[REST][column] = bench_median (rest, n);
  table[LONGEST][column] = bench_median (longest, n);
}

/* A word that every other paragraph has, replaced in one step. */
static void
bench_find (CwWindow *window, guint column)
{
  CwSearchOptions options = { .pattern = "会议", .replacement = "大会" };
  g_autoptr (CwSearch) search = cw_search_new (&options, NULL);
  g_autoptr (CwSearchHits) hits = NULL;
  g_autoptr (CwDocument) replaced = NULL;
  double start = now ();
  guint n;

  hits = cw_search_run (search, cw_draft_get_document (window->draft), NULL, NULL);
  table[FIND][column] = now () - start;
  start = now ();
  replaced = cw_search_hits_replace (hits, NULL, &n);
  cw_editor_buffer_apply (cw_editor_get_buffer (window->editor), replaced, NULL);
  table[REPLACE][column] = now () - start;
  table[REPLACE_SHOWN][column] = table[REPLACE][column] + run_loop (REST_MS).total;
}

/* The first section of the first level goes to the end of its like. */
static CwDocument *
move_section (CwDocument *document)
{
  g_autoptr (CwSectionTree) tree = cw_section_tree_new (document);
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0, last = 0;

  for (guint i = cw_section_tree_get_n_nodes (tree); i > 0; i--)
    if (cw_section_tree_get_node (tree, i - 1)->level == 1)
      {
        first = cw_section_tree_get_node (tree, i - 1)->block;
        last = MAX (last, first);
      }
  g_array_append_val (sections, first);
  return cw_edit_move_sections (document, sections, last, CW_SPOT_AFTER);
}

static void
bench_move (CwWindow *window, guint column, guint n)
{
  g_autofree double *cost = g_new (double, n), *shown = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
      double start = now ();
      g_autoptr (CwDocument) moved = move_section (cw_draft_get_document (window->draft));

      cw_window_apply_sections (window, moved, none, NULL, "moved");
      cost[i] = now () - start;
      shown[i] = cost[i] + run_loop (REST_MS).total;
    }
  table[MOVE][column] = bench_median (cost, n);
  table[MOVE_SHOWN][column] = bench_median (shown, n);
}

static void
bench (CwApplication *application, const char *sample, guint column, guint keys)
{
  g_autofree char *text = bench_make_text (sample, bench_sizes[column]);
  g_autoptr (CwImport) import = cw_import_text (text);
  CwWindow *window = open_window (application, import->document);

  table[PAGES][column] = cw_preview_get_n_pages (window->preview);
  bench_key (window, column, keys);
  bench_find (window, column);
  bench_move (window, column, 3);
  cw_draft_discard (window->draft);
  gtk_window_destroy (GTK_WINDOW (window));
  run_loop (200);
}

static void
print_table (void)
{
  for (guint row = 0; row < N_ROWS; row++)
    {
      g_print ("%-32s", names[row]);
      for (guint i = 0; i < G_N_ELEMENTS (bench_sizes); i++)
        g_print ("%12.*f", row == PAGES ? 0 : 2, table[row][i]);
      g_print ("\n");
    }
}

int
main (int argc, char **argv)
{
  guint keys = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : 20;
  g_autofree char *home = g_dir_make_tmp ("chengwen-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (BENCH_SAMPLES, "summary.txt", NULL);
  g_autofree char *sample = NULL;
  g_autoptr (CwApplication) application = NULL;

  /* What was typed is not to be offered for recovery. */
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  if (!gtk_init_check ())
    g_error ("no display");
  adw_init ();
  if (!g_file_get_contents (path, &sample, NULL, NULL))
    g_error ("no sample at %s", path);
  application = cw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bench_sizes); i++)
    bench (application, sample, i, keys);
  print_table ();
  return 0;
}
