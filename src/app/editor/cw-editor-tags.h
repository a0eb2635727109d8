/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/cw-flow.h"

G_BEGIN_DECLS

GtkTextTagTable *cw_editor_tags_get_table (void);
void cw_editor_tags_apply (GtkTextBuffer *buffer, CwDocument *document, guint line);
GtkTextTag *cw_editor_tags_get_fold (void);
void cw_editor_tags_set_em (double em);
PangoFontDescription *cw_editor_tags_get_font (CwStyle style);
const char *cw_style_get_name (CwStyle style);
const char *cw_style_get_nick (CwStyle style);
gboolean cw_style_from_nick (const char *nick, CwStyle *style);

G_END_DECLS
