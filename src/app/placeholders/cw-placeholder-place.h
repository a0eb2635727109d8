/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/values/cw-blank.h"
#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

guint cw_placeholder_find_page (CwPages *pages, const CwStretch *at);
char *cw_placeholder_describe_left (CwPages *pages, guint n_most);

G_END_DECLS
