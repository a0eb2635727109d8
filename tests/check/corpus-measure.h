/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages/cw-typesetter.h"

G_BEGIN_DECLS

char *corpus_measure (CwTypesetter *typesetter, guint number, GBytes **pdf);

G_END_DECLS
