/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "document/sections/cw-references.h"

G_BEGIN_DECLS

#define CW_TYPE_REFERENCES_DIALOG (cw_references_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CwReferencesDialog, cw_references_dialog, CW, REFERENCES_DIALOG, AdwDialog)

AdwDialog *cw_references_dialog_new (CwDocument *document, GPtrArray *references);

G_END_DECLS
