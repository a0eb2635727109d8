/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

G_BEGIN_DECLS

GBytes *cw_project_write (CwDocument *document, GError **error);
CwDocument *cw_project_read (GBytes *bytes, GError **error);
CwDocument *cw_project_read_xml (GBytes *xml, GError **error);
gboolean cw_project_sniff (GBytes *bytes);

G_END_DECLS
