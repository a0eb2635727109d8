/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the writer of document.xml. */

#include "cw-project-xml.h"

G_BEGIN_DECLS

void cw_project_write_characters (GString *xml, const char *start, const char *end);
void cw_project_write_text (GString *xml, CwText *text);
void cw_project_write_section (GString *xml, CwSection *section);
void cw_project_write_sources (GString *xml, CwTableList *list, guint row);
void cw_project_write_ledger (GString *xml, CwLedger *ledger);

G_END_DECLS
