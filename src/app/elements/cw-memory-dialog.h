/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cw-memory.h"

G_BEGIN_DECLS

AdwDialog *cw_memory_dialog_new (CwMemory *memory);

G_END_DECLS
