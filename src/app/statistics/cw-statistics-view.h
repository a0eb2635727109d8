/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/cw-statistics.h"
#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

#define CW_TYPE_STATISTICS_VIEW (cw_statistics_view_get_type ())

G_DECLARE_FINAL_TYPE (CwStatisticsView, cw_statistics_view, CW, STATISTICS_VIEW, GtkWidget)

GtkWidget *cw_statistics_view_new (GSettings *settings);
void cw_statistics_view_show (CwStatisticsView *self, CwDocument *document, CwPages *pages,
                              CwPlace start, CwPlace end);

G_END_DECLS
