/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cw-memory.h"

G_BEGIN_DECLS

/**
 * CwMemoryFilesDone:
 * @message: what happened, a sentence for the user
 * @data: what was given with the function
 *
 * Called when a file has been read or written, or could not be; not when the user chose none.
 */
typedef void (*CwMemoryFilesDone) (const char *message, gpointer data);

void
cw_memory_files_import (CwMemory *memory, GtkWidget *owner, CwMemoryFilesDone done, gpointer data);
void
cw_memory_files_export (CwMemory *memory, GtkWidget *owner, CwMemoryFilesDone done, gpointer data);

G_END_DECLS
