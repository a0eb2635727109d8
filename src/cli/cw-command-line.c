/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-command-line.h"

#include "cw-check-command.h"
#include "cw-complaint.h"
#include "cw-config.h"
#include "cw-export-command.h"
#include "cw-verify-module.h"
#include "cw-window-module.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static void
print_help (void)
{
  g_print (_ (
      "Chengwen lays out Chinese official documents to GB/T 9704—2012.\n"
      "\n"
      "Usage:\n"
      "  chengwen [FILE…]                    open documents or texts, each in a window of its own\n"
      "  chengwen export FILE [-o OUT.pdf]   write the printed pages to a PDF, without a window\n"
      "  chengwen verify FILE.pdf…           measure finished pages against the standard\n"
      "  chengwen check FILE…                list what is wrong in the text of a paper\n"
      "  chengwen export --help              explain export and its options; the others likewise\n"
      "  chengwen --version                  print the version\n"
      "  chengwen --help                     print this text\n"
      "\n"
      "A file called “export”, “verify” or “check” is opened with: chengwen ./export\n"));
}

static gboolean
is_service_option (const char *argument)
{
  return strcmp (argument, "--gapplication-service") == 0;
}

/* Files and at most “--” before them; the window knows no options a person would type. */
static const char *
find_wrong_argument (int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (argv[i][0] == '-' && !is_service_option (argv[i]))
      return argv[i];
  return NULL;
}

static CwExitStatus
open_windows (int argc, char **argv)
{
  const char *wrong = find_wrong_argument (argc, argv);

  if (wrong == NULL)
    return cw_window_module_run (argc, argv);
  if (strcmp (wrong, "-") == 0)
    cw_complain (_ ("A window cannot read standard input. Use: chengwen export - -o OUT.pdf"));
  else
    cw_complain (_ ("There is no option “%s”. See: chengwen --help"), wrong);
  return CW_EXIT_USAGE;
}

static CwExitStatus
dispatch (int argc, char **argv)
{
  const char *verb = argc > 1 ? argv[1] : "";

  if (strcmp (verb, "export") == 0)
    return cw_export_command_run (argc - 1, argv + 1);
  if (strcmp (verb, "verify") == 0)
    return cw_verify_module_run (argc - 1, argv + 1);
  if (strcmp (verb, "check") == 0)
    return cw_check_command_run (argc - 1, argv + 1);
  if (strcmp (verb, "--help") == 0 || strcmp (verb, "-h") == 0)
    print_help ();
  else if (strcmp (verb, "--version") == 0)
    g_print ("Chengwen %s\n", CW_VERSION);
  else
    return open_windows (argc, argv);
  return CW_EXIT_DONE;
}

/**
 * cw_command_line_run:
 * @argc: number of arguments
 * @argv: the arguments of the program
 *
 * Does what the command line says. Nothing of GTK is touched, or even loaded, unless a window is
 * asked for.
 *
 * Returns: the exit status of the program, see #CwExitStatus
 */
int
cw_command_line_run (int argc, char **argv)
{
  CwExitStatus status = dispatch (argc, argv);

  /* What was printed may have gone to a full disk. */
  if ((fflush (stdout) != 0 || ferror (stdout)) && status == CW_EXIT_DONE)
    {
      cw_complain (_ ("Standard output could not be written: %s."), g_strerror (errno));
      status = CW_EXIT_FAILED;
    }
  return status;
}
