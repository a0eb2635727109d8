/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cw_paper_date_parse (const char *text, GDate *date);
gboolean cw_paper_date_is_open (const char *text);
char *cw_paper_date_tidy (const char *text);

G_END_DECLS
