/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "formats/reading/cw-import.h"

G_BEGIN_DECLS

AdwDialog *cw_changes_dialog_new (CwImport *import, gboolean can_undo);

G_END_DECLS
