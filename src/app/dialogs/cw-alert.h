/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void cw_alert_present (GtkWidget *parent, const char *heading, const char *message);

G_END_DECLS
