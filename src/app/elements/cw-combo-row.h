/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwComboRow *cw_combo_row_new (const char *title, const char *const *names, guint n_names);

G_END_DECLS
