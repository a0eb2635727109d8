/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cw-application.h"

G_BEGIN_DECLS

void cw_recovery_offer (CwApplication *application);

G_END_DECLS
