/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What every command ends with: how it went, and what there is to say if it did not. */

G_BEGIN_DECLS

/**
 * CwExitStatus:
 * @CW_EXIT_DONE: what was asked for has been done
 * @CW_EXIT_FAILED: it could not be done; the reason is on standard error
 * @CW_EXIT_USAGE: the command makes no sense; what is wrong with it is on standard error
 * @CW_EXIT_FAULTY: it was done, and found a fault in the paper
 *
 * How the program ends.
 */
typedef enum
{
  CW_EXIT_DONE = 0,
  CW_EXIT_FAILED = 1,
  CW_EXIT_USAGE = 2,
  CW_EXIT_FAULTY = 3,
} CwExitStatus;

void cw_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
