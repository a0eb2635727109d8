/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *cw_file_filters_for_opening (void);
GListModel *cw_file_filters_for_saving (void);
GListModel *cw_file_filters_for_export (void);
GListModel *cw_file_filters_for_csv (void);
GListModel *cw_file_filters_for_sheets (void);
GListModel *cw_file_filters_for_answers (void);
GListModel *cw_file_filters_for_pictures (void);
GFile *cw_file_filters_complete (GFile *chosen, const char *suffix, GError **error);

G_END_DECLS
