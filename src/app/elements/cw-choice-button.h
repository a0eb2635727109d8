/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/elements/cw-element.h"

G_BEGIN_DECLS

gboolean cw_choice_button_has_choices (CwElement element);
GtkWidget *cw_choice_button_new (CwElement element, GtkEditable *editable);

G_END_DECLS
