/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "typeset/cw-profile.h"
#include "typeset/pages/cw-pages.h"

G_BEGIN_DECLS

AdwDialog *cw_draft_question_new (CwPages *pages, CwPlaceholderLook look, gboolean print);
CwPlaceholderLook cw_draft_question_get_look (AdwDialog *question);

G_END_DECLS
