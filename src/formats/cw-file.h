/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/cw-document.h"
#include "cw-import.h"

G_BEGIN_DECLS

#define CW_FILE_ERROR (cw_file_error_quark ())

/**
 * CwFileError:
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
} CwFileError;

GQuark cw_file_error_quark (void);

GBytes *cw_file_load (GFile *file, char **etag, GCancellable *cancellable, GError **error);
gboolean cw_file_save (GFile *file, GBytes *bytes, char **etag, GCancellable *cancellable, GError **error);
CwDocument *cw_file_read_document (GBytes *bytes, CwImport **import, GError **error);

G_END_DECLS
