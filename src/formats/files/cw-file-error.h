/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_FILE_ERROR (cw_file_error_quark ())

/**
 * CwFileError:
 * @CW_FILE_ERROR_FAILED: something else went wrong
 * @CW_FILE_ERROR_TOO_LARGE: larger than anything the program would make or read
 * @CW_FILE_ERROR_DAMAGED: meant to be a project file, but torn, altered or not made by the rules
 * @CW_FILE_ERROR_NEWER: holds something only a newer version of the program understands
 * @CW_FILE_ERROR_NOT_TEXT: neither a project nor plain text
 * @CW_FILE_ERROR_NO_SPACE: the disk, or the user's share of it, is full
 * @CW_FILE_ERROR_READ_ONLY: the file, its folder or its disk cannot be written
 * @CW_FILE_ERROR_NOT_FOUND: the file or its folder is not there
 * @CW_FILE_ERROR_NOT_PERMITTED: the user may not read it
 * @CW_FILE_ERROR_CHANGED: another program has changed the file since it was read
 * @CW_FILE_ERROR_DELETED: another program has moved or deleted the file since it was read
 *
 * Why a file could not be read or written. Every message is a full sentence for the user.
 */
typedef enum
{
  CW_FILE_ERROR_FAILED,
  CW_FILE_ERROR_TOO_LARGE,
  CW_FILE_ERROR_DAMAGED,
  CW_FILE_ERROR_NEWER,
  CW_FILE_ERROR_NOT_TEXT,
  CW_FILE_ERROR_NO_SPACE,
  CW_FILE_ERROR_READ_ONLY,
  CW_FILE_ERROR_NOT_FOUND,
  CW_FILE_ERROR_NOT_PERMITTED,
  CW_FILE_ERROR_CHANGED,
  CW_FILE_ERROR_DELETED,
} CwFileError;

GQuark cw_file_error_quark (void);

void cw_file_error_explain_read (GError **error, GFile *file);
void cw_file_error_explain_write (GError **error, GFile *file);

G_END_DECLS
