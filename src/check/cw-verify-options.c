/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-verify-options.h"

/**
 * cw_verify_options_init:
 * @self: (out caller-allocates): options
 *
 * Sets what the digest of the standard recommends.
 */
void
cw_verify_options_init (CwVerifyOptions *self)
{
  *self = (CwVerifyOptions) { .profile = cw_profile_default };
}
