/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <string.h>

/* GTK's text view may move its scroll bar after that has been laid out, and then warns while drawing it
 * (seen about once in a hundred starts with GTK 4.18). The next frame is right. All other warnings end
 * the test. */
#define CW_TEST_SCROLL_BAR_WARNING "Trying to snapshot GtkGizmo"

static inline GLogWriterOutput
cw_test_write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0
        && strncmp (fields[i].value, CW_TEST_SCROLL_BAR_WARNING, strlen (CW_TEST_SCROLL_BAR_WARNING)) == 0)
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

/* Runs the main loop until holds (thing). Half a minute is for machines at their limit: nothing is measured by it. */
#define cw_test_wait_until(holds, thing)                                                                               \
  G_STMT_START                                                                                                         \
    {                                                                                                                  \
      gint64 end_ = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;                                                     \
      __auto_type thing_ = (thing);                                                                                    \
                                                                                                                       \
      while (!holds (thing_) && g_get_monotonic_time () < end_)                                                        \
        g_main_context_iteration (NULL, FALSE);                                                                        \
      g_assert_true (holds (thing_));                                                                                  \
    }                                                                                                                  \
  G_STMT_END

/* Starts a test program that shows windows. */
static inline void
cw_test_window_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  g_log_set_writer_func (cw_test_write_log, NULL, NULL);
  adw_init ();
}
