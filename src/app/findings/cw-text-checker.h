/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/text/cw-text-check.h"

G_BEGIN_DECLS

/*
 * CwTextChecker:findings (CwFindings, boxed, nullable, read-only): what was found last
 */
#define CW_TYPE_TEXT_CHECKER (cw_text_checker_get_type ())

G_DECLARE_FINAL_TYPE (CwTextChecker, cw_text_checker, CW, TEXT_CHECKER, GObject)

CwTextChecker *cw_text_checker_new (void);
void cw_text_checker_set_document (CwTextChecker *self, CwDocument *document);
void cw_text_checker_set_options (CwTextChecker *self, CwCheckOptions *options);
CwFindings *cw_text_checker_get_findings (CwTextChecker *self);

G_END_DECLS
