/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cw-memory.h"

G_BEGIN_DECLS

void cw_completion_attach (GtkWidget *input, CwMemory *memory, CwShelf shelf);

G_END_DECLS
