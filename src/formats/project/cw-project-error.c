/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-xml.h"

#include "formats/files/cw-file-error.h"

#include <glib/gi18n-lib.h>

/**
 * cw_project_set_damaged:
 * @error: return location for the error
 * @detail: where the damage is, for whoever is asked for help
 *
 * Says that a project file is torn, altered or not made by the rules: %CW_FILE_ERROR_DAMAGED.
 */
void
cw_project_set_damaged (GError **error, const char *detail)
{
  g_set_error (
      error, CW_FILE_ERROR, CW_FILE_ERROR_DAMAGED,
      _ ("This file is damaged (%s) and cannot be opened. It has not been changed. Open an "
         "earlier copy of it, or ask for it again."),
      detail);
}

/**
 * cw_project_set_newer:
 * @error: return location for the error
 *
 * Says that a project file holds what only a newer program understands: %CW_FILE_ERROR_NEWER.
 */
void
cw_project_set_newer (GError **error)
{
  g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_NEWER,
                       _ ("This file was made by a newer version of Chengwen and holds something "
                          "this version does not know. It has not been changed. Update Chengwen to "
                          "open it."));
}
