/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/reading/cw-import.h"
#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

char *cw_export_report (CwPages *pages, CwImport *import, const char *out_name);

G_END_DECLS
