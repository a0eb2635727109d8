/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "check/cw-verify-options.h"
#include "check/page/cw-mark.h"
#include "document/elements/cw-form.h"

G_BEGIN_DECLS

/**
 * CwVerifyState:
 * @CW_VERIFY_ABSENT: there is nothing on the paper the check is about
 * @CW_VERIFY_PASSED: everything it is about is as it should be
 * @CW_VERIFY_FAILED: something is not
 *
 * How a check ended.
 */
typedef enum
{
  CW_VERIFY_ABSENT,
  CW_VERIFY_PASSED,
  CW_VERIFY_FAILED,
} CwVerifyState;

/**
 * CwVerifyPlace:
 * @page: from 1
 * @box: on that page, mm from its top left corner
 * @what: (nullable): what was measured there, for the user
 * @expected: for the user, with unit and tolerance
 * @found: for the user, with unit
 * @expected_value: in @unit; NaN if it is no number
 * @tolerance: in @unit
 * @found_value: in @unit; NaN if it is no number
 * @unit: "mm", "pt" or ""
 *
 * Something measured.
 */
typedef struct
{
  guint page;
  CwBox box;
  char *what;
  char *expected;
  char *found;
  double expected_value;
  double tolerance;
  double found_value;
  const char *unit;
} CwVerifyPlace;

void cw_verify_place_clear (CwVerifyPlace *self);
void cw_verify_place_copy (CwVerifyPlace *self, const CwVerifyPlace *other);

/**
 * CwVerifyRow:
 * @id: "C1" to "C60"
 * @clause: of GB/T 9704—2012, or of the other standard it names
 * @rule: of the digest
 * @what: what is checked, for the user
 * @state: how it ended
 * @worst: what was farthest off, if @state is not %CW_VERIFY_ABSENT
 * @remark: (nullable): what the reader should know besides
 * @n_measured: how many things were measured
 * @faults: (element-type CwVerifyPlace): everything wrong, the first few dozen
 * @n_faults: how many things were wrong
 *
 * A check and how it ended.
 */
typedef struct
{
  const char *id;
  const char *clause;
  const char *rule;
  const char *what;
  CwVerifyState state;
  CwVerifyPlace worst;
  char *remark;
  guint n_measured;
  GArray *faults;
  guint n_faults;
  double off; /* of @worst: its deviation as a share of the tolerance */
} CwVerifyRow;

/**
 * CW_TYPE_VERIFICATION:
 *
 * A PDF measured against every check of the digest; immutable once made.
 */
#define CW_TYPE_VERIFICATION (cw_verification_get_type ())
G_DECLARE_FINAL_TYPE (CwVerification, cw_verification, CW, VERIFICATION, GObject)

CwVerification *cw_verify_bytes (GBytes *pdf,
                                 const CwVerifyOptions *options,
                                 GCancellable *cancellable,
                                 GError **error);
CwVerification *cw_verify_copies (GPtrArray *pdfs,
                                  const CwVerifyOptions *options,
                                  GCancellable *cancellable,
                                  GError **error);

guint cw_verification_get_n_rows (CwVerification *self);
const CwVerifyRow *cw_verification_get_row (CwVerification *self, guint row);
CwFormat cw_verification_get_format (CwVerification *self);
guint cw_verification_get_n_pages (CwVerification *self);
guint cw_verification_count (CwVerification *self, CwVerifyState state);
gboolean cw_verification_is_right (CwVerification *self);

char *cw_verification_to_text (CwVerification *self, const char *name);
char *cw_verification_to_faults (CwVerification *self, const char *name);
char *cw_verification_to_json (CwVerification *self, const char *name);
GBytes *cw_verification_to_pdf (CwVerification *self, const char *name, GError **error);
void cw_verification_paint_place (CwVerification *self,
                                  const CwVerifyPlace *place,
                                  cairo_t *cr,
                                  double width,
                                  double height);

G_END_DECLS
