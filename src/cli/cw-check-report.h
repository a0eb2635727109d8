/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/text/cw-text-check.h"

G_BEGIN_DECLS

char *cw_check_report_text (CwFindings *findings, const char *name);
char *cw_check_report_json (CwFindings *findings, const char *name);
char *cw_check_report_rules (void);

G_END_DECLS
