/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "preview/cw-first-pages.h"

G_BEGIN_DECLS

guint cw_start_papers_show_recent (AdwWrapBox *box, CwFirstPages *pictures);
guint cw_start_papers_show_templates (AdwWrapBox *box, CwFirstPages *pictures);
CwDocument *cw_start_papers_read_template (const char *id);
CwDocument *cw_start_papers_read_sample (GError **error);

G_END_DECLS
