/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-argument.h"

#include "formats/files/cw-file.h"
#include "typeset/cw-profile-table.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/**
 * cw_argument_get_file:
 * @name: a path or an address; “-” stands for standard input or output
 *
 * Looking for the desktop's other file systems takes longer than reading the file, so they are left
 * out unless they are asked for.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL for standard input or output
 */
GFile *
cw_argument_get_file (const char *name)
{
  if (strcmp (name, "-") == 0)
    return NULL;
  if (g_uri_peek_scheme (name) == NULL)
    g_setenv ("GIO_USE_VFS", "local", FALSE);
  return g_file_new_for_commandline_arg (name);
}

/**
 * cw_argument_load:
 * @name: a path or an address, or “-” for standard input
 * @error: return location for an error, a sentence for the user
 *
 * Returns: (transfer full) (nullable): what is in the file
 */
GBytes *
cw_argument_load (const char *name, GError **error)
{
  g_autoptr (GFile) file = cw_argument_get_file (name);
  g_autoptr (GInputStream) stream = NULL;

  if (file != NULL)
    return cw_file_load (file, NULL, NULL, error);
  stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  return cw_file_load_stream (stream, _ ("Standard input"), NULL, error);
}

/**
 * cw_argument_set_choices:
 * @choices: (nullable) (array zero-terminated=1): what was given with --set
 * @profile: where they are made
 * @error: return location for an error, a sentence for the user
 *
 * Returns: whether all were understood; if not, those before the wrong one have been made
 */
gboolean
cw_argument_set_choices (char *const *choices, CwProfile *profile, GError **error)
{
  for (; choices != NULL && *choices != NULL; choices++)
    if (!cw_profile_assign (profile, *choices, error))
      return FALSE;
  return TRUE;
}
