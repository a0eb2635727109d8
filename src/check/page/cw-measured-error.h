/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CW_MEASURED_ERROR (cw_measured_error_quark ())

/**
 * CwMeasuredError:
 * @CW_MEASURED_ERROR_DAMAGED: no PDF, or a torn one
 * @CW_MEASURED_ERROR_LOCKED: it needs a password
 * @CW_MEASURED_ERROR_EMPTY: it has no pages, or nothing on them
 * @CW_MEASURED_ERROR_TOO_LONG: more pages than are measured at a time
 * @CW_MEASURED_ERROR_PICTURES: pictures only, as of a scanner
 * @CW_MEASURED_ERROR_NO_TEXT: its characters are drawn, but cannot be told
 *
 * Why a PDF cannot be measured. Every message is a full sentence for the user.
 */
typedef enum
{
  CW_MEASURED_ERROR_DAMAGED,
  CW_MEASURED_ERROR_LOCKED,
  CW_MEASURED_ERROR_EMPTY,
  CW_MEASURED_ERROR_TOO_LONG,
  CW_MEASURED_ERROR_PICTURES,
  CW_MEASURED_ERROR_NO_TEXT,
} CwMeasuredError;

GQuark cw_measured_error_quark (void);

G_END_DECLS
