/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-verify-module.h"

#include "cw-module.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>

/**
 * cw_verify_module_run:
 * @argc: number of arguments
 * @argv: the arguments, the first of them “verify”
 *
 * Loads what reads PDFs, and hands over to its cw_verify_command_run(): poppler and what it needs
 * would slow every other command down.
 *
 * Returns: how it went
 */
CwExitStatus
cw_verify_module_run (int argc, char **argv)
{
  CwExitStatus (*run) (int, char **) = NULL;

  *(void **) &run = cw_module_open ("chengwen-verify.so", "cw_verify_command_run");
  if (run != NULL)
    return run (argc, argv);
  cw_complain (_ ("PDFs cannot be checked: %s\nThe program is not completely installed. "
                  "“chengwen export” works without it."),
               dlerror ());
  return CW_EXIT_FAILED;
}
