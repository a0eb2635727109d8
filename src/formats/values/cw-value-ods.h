/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Far more than a sheet of any paper. */
#define CW_SHEET_MAX_ROWS 20000

gboolean cw_value_ods_sniff (GBytes *bytes);
GBytes *cw_value_ods_write (GPtrArray *rows, const double *widths, guint answer);
GPtrArray *cw_value_ods_read (GBytes *bytes, GError **error);

G_END_DECLS
