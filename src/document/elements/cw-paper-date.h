/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cw_paper_date_parse (const char *text, GDate *date);
gboolean cw_paper_date_is_open (const char *text);
char *cw_paper_date_tidy (const char *text);
char *cw_paper_date_format (const GDate *date);
char *cw_paper_date_format_chinese (const GDate *date);

G_END_DECLS
