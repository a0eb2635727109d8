/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-module.h"

#include "cw-module.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>

#define MODULE "chengwen-window.so"

static CwExitStatus
complain_of_module (void)
{
  cw_complain (_ ("The window cannot be opened: %s\nThe program is not completely installed. "
                  "“chengwen export” works without a window."),
               dlerror ());
  return CW_EXIT_FAILED;
}

/**
 * cw_window_module_run:
 * @argc: number of arguments
 * @argv: the arguments of the program
 *
 * Loads everything that needs a display, the preview and app rooms with GTK below them, and hands
 * over to its cw_application_run(). Loaded only now, because finding and binding GTK's hundred
 * libraries takes as long as setting and writing six pages.
 *
 * Returns: how it went
 */
CwExitStatus
cw_window_module_run (int argc, char **argv)
{
  gboolean (*gtk_init_check) (void) = NULL;
  int (*run) (int, char **) = NULL;

  *(void **) &gtk_init_check = cw_module_open (MODULE, "gtk_init_check");
  *(void **) &run = cw_module_open (MODULE, "cw_application_run");
  if (gtk_init_check == NULL || run == NULL)
    return complain_of_module ();
  if (gtk_init_check ())
    return run (argc, argv) == 0 ? CW_EXIT_DONE : CW_EXIT_FAILED;
  cw_complain (_ ("There is no screen to open a window on. “chengwen export” works without one."));
  return CW_EXIT_FAILED;
}
