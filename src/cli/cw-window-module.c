/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-module.h"

#include "cw-config.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>

#define MODULE "chengwen-window.so"

/* Before it is installed the module lies beside the program. */
static char *
find_module (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, MODULE, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);
  return g_build_filename (CW_PKGLIBDIR, MODULE, NULL);
}

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
  g_autofree char *path = find_module ();
  /* Global: GtkBuilder looks the types of templates up by their names. */
  void *module = dlopen (path, RTLD_NOW | RTLD_GLOBAL);
  gboolean (*gtk_init_check) (void) = NULL;
  int (*run) (int, char **) = NULL;

  if (module == NULL)
    return complain_of_module ();
  *(void **) &gtk_init_check = dlsym (module, "gtk_init_check");
  *(void **) &run = dlsym (module, "cw_application_run");
  if (gtk_init_check == NULL || run == NULL)
    return complain_of_module ();
  if (gtk_init_check ())
    return run (argc, argv) == 0 ? CW_EXIT_DONE : CW_EXIT_FAILED;
  cw_complain (_ ("There is no screen to open a window on. “chengwen export” works without one."));
  return CW_EXIT_FAILED;
}
