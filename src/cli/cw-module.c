/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-module.h"

#include "cw-config.h"

#include <dlfcn.h>

/* Before it is installed a module lies beside the program. */
static char *
find_module (const char *file)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);
  return g_build_filename (CW_PKGLIBDIR, file, NULL);
}

/**
 * cw_module_open:
 * @file: name of a part of the program that is loaded only when it is asked for
 * @symbol: what to find in it
 *
 * Loads it, or finds it loaded, for all of the program: GtkBuilder looks the types of templates up
 * by their names.
 *
 * Returns: (transfer none) (nullable): the address of @symbol, or %NULL and dlerror() says why
 */
void *
cw_module_open (const char *file, const char *symbol)
{
  g_autofree char *path = find_module (file);
  void *module = dlopen (path, RTLD_NOW | RTLD_GLOBAL);

  return module != NULL ? dlsym (module, symbol) : NULL;
}
