/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdlib.h>

/* What the programs that measure share: the papers, and the median. */

/* Paragraphs that make about 6, 54 and 537 pages. */
static const guint bench_sizes[] = { 34, 324, 3220 };

/* A paper of that many paragraphs: the sample's over and over, each long one with a number of its
 * own so that no two are alike. */
static inline char *
bench_make_text (const char *sample, guint n_paragraphs)
{
  g_auto (GStrv) lines = g_strsplit (sample, "\n", -1);
  guint n_lines = g_strv_length (lines) - 2; /* without signatory and date */
  GString *text = g_string_new (lines[0]);

  for (guint i = 0, line = 2; i < n_paragraphs; line = line + 1 < n_lines ? line + 1 : 2)
    {
      glong length = g_utf8_strlen (lines[line], -1);

      if (length < 10)
        continue;
      g_string_append_printf (text, "\n%s", lines[line]);
      if (length > 60)
        g_string_append_printf (text, "第%u次会议对此作出安排。", i);
      i++;
    }
  g_string_append_c (text, '\n');
  return g_string_free_and_steal (text);
}

static inline int
bench_compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Sorts the values: the worst is the last then. */
static inline double
bench_median (double *values, guint n)
{
  qsort (values, n, sizeof (double), bench_compare);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}
