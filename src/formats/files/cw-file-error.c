/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-file-error.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
G_DEFINE_QUARK (cw-file-error-quark, cw_file_error)
/* clang-format on */

/* The name of a file as people know it, in the locale's encoding made readable. */
static char *
get_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
}

/* @message is taken. */
static void
replace_error (GError **error, CwFileError code, char *message)
{
  g_clear_error (error);
  *error = g_error_new_literal (CW_FILE_ERROR, code, message);
  g_free (message);
}

static gboolean
is_explained (const GError *error)
{
  return error == NULL || error->domain == CW_FILE_ERROR
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What both ways share: the place where the file is, or was. */
static gboolean
explain_place (GError **error, const char *name)
{
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    replace_error (error, CW_FILE_ERROR_FAILED,
                   g_strdup_printf (_ ("“%s” is a folder. Choose a file."), name));
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG))
    replace_error (error, CW_FILE_ERROR_FAILED,
                   g_strdup_printf (_ ("The name “%s” is too long. Choose a shorter one."), name));
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME))
    replace_error (
        error, CW_FILE_ERROR_FAILED,
        g_strdup_printf (_ ("“%s” cannot be used as a file name here. Choose another one."), name));
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED)
           || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CLOSED)
           || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
           || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE)
           || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE)
           || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED)
           || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED))
    replace_error (
        error, CW_FILE_ERROR_NOT_FOUND,
        g_strdup_printf (
            _ ("The disk or server with “%s” cannot be reached. Connect it and try again."), name));
  else
    return FALSE;
  return TRUE;
}

/**
 * cw_file_error_explain_read:
 * @error: (inout): the error of an attempt to read; may point to %NULL
 * @file: the file
 *
 * Turns an error of GIO into one of %CW_FILE_ERROR with a sentence for the user. Errors that have
 * one already, and G_IO_ERROR_CANCELLED, stay as they are.
 */
void
cw_file_error_explain_read (GError **error, GFile *file)
{
  g_autofree char *name = get_display_name (file);

  if (error == NULL || is_explained (*error) || explain_place (error, name))
    return;

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    replace_error (
        error, CW_FILE_ERROR_NOT_FOUND,
        g_strdup_printf (_ ("There is no file “%s”. It may have been moved, renamed or deleted."),
                         name));
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    replace_error (
        error, CW_FILE_ERROR_NOT_PERMITTED,
        g_strdup_printf (_ ("You do not have permission to read “%s”. Ask its owner for access."),
                         name));
  else
    replace_error (error, CW_FILE_ERROR_FAILED,
                   g_strdup_printf (_ ("“%s” could not be read: %s. Nothing was opened."), name,
                                    (*error)->message));
}

/**
 * cw_file_error_explain_write:
 * @error: (inout): the error of an attempt to write; may point to %NULL
 * @file: the file
 *
 * Turns an error of GIO into one of %CW_FILE_ERROR with a sentence for the user, which also says
 * that the file that was there is as it was. Errors that have one already, and
 * G_IO_ERROR_CANCELLED, stay as they are.
 */
void
cw_file_error_explain_write (GError **error, GFile *file)
{
  g_autofree char *name = get_display_name (file);

  if (error == NULL || is_explained (*error) || explain_place (error, name))
    return;

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    replace_error (
        error, CW_FILE_ERROR_NO_SPACE,
        g_strdup_printf (
            _ ("There is no space left on the disk for “%s”. Nothing was overwritten. Make "
               "space and try again, or save it in another place."),
            name));
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
           || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    replace_error (error, CW_FILE_ERROR_READ_ONLY,
                   g_strdup_printf (
                       _ ("“%s” or its folder is read-only. Nothing was overwritten. Save it under "
                          "another name or in another place."),
                       name));
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
           || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    replace_error (
        error, CW_FILE_ERROR_NOT_FOUND,
        g_strdup_printf (
            _ ("The folder for “%s” is not there. It may have been moved or deleted. Save it "
               "in another place."),
            name));
  else
    replace_error (
        error, CW_FILE_ERROR_FAILED,
        g_strdup_printf (_ ("“%s” could not be written: %s. Nothing was overwritten. Try again, or "
                            "save it in another place."),
                         name, (*error)->message));
}
