/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-complaint.h"

#include <stdio.h>

/**
 * cw_complain:
 * @format: a translated sentence, like printf()'s
 * @...: what goes into it
 *
 * Prints what went wrong on standard error, with the program's name before it.
 */
void
cw_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fflush (stdout);
  g_printerr ("chengwen: %s\n", message);
}
