/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-own-name.h"

#include <string.h>

/* A slash, which no file name can hold, is written as the full-width one. */
#define SLASH "／"

/* Longest name, in bytes: a file name may have 255, and more may be put behind it while it is being
 * written. */
#define LONGEST_NAME 200

/**
 * cw_own_name_is_valid:
 * @name: what the user has typed
 *
 * Returns: whether something can be called so
 */
gboolean
cw_own_name_is_valid (const char *name)
{
  gboolean visible = FALSE;

  if (name[0] == '.' || strlen (name) > LONGEST_NAME)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_iscntrl (ch))
        return FALSE;
      visible = visible || g_unichar_isgraph (ch);
    }
  return visible;
}

/**
 * cw_own_name_get_path:
 * @folder: where it is kept
 * @name: what it is called
 * @ending: what its file ends with
 *
 * Returns: (transfer full): its file
 */
char *
cw_own_name_get_path (const char *folder, const char *name, const char *ending)
{
  g_autoptr (GString) stem = g_string_new (name);

  g_string_replace (stem, "/", SLASH, 0);
  g_string_append (stem, ending);
  return g_build_filename (folder, stem->str, NULL);
}

/**
 * cw_own_name_of_file:
 * @file_name: a file's name
 * @ending: what files of this kind end with
 *
 * Returns: (transfer full) (nullable): what is in it is called; %NULL if it is not of this kind
 */
char *
cw_own_name_of_file (const char *file_name, const char *ending)
{
  g_autoptr (GString) name = NULL;

  if (!g_str_has_suffix (file_name, ending) || file_name[0] == '.'
      || !g_utf8_validate (file_name, -1, NULL))
    return NULL;
  name = g_string_new_len (file_name, strlen (file_name) - strlen (ending));
  g_string_replace (name, SLASH, "/", 0);
  return g_string_free_and_steal (g_steal_pointer (&name));
}
