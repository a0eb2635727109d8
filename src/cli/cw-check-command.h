/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-complaint.h"

G_BEGIN_DECLS

CwExitStatus cw_check_command_run (int argc, char **argv);

G_END_DECLS
