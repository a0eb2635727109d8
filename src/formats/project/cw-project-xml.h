/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the project format: document.xml, written and read. */

#include "document/cw-document.h"

G_BEGIN_DECLS

#define CW_PROJECT_NAMESPACE "urn:chengwen:document"

/* A change that older programs would lose or misread raises the major version; anything merely
 * added raises the minor one. */
#define CW_PROJECT_VERSION_MAJOR 1
#define CW_PROJECT_VERSION_MINOR 0

/* Far above any real document (537 pages are 1.5 MB in 6,000 blocks), far below what hurts. */
#define CW_PROJECT_MAX_XML (256 * 1024 * 1024)
#define CW_PROJECT_MAX_BLOCKS 1000000

GString *cw_project_xml_write (CwDocument *document);

typedef struct _CwProjectReader CwProjectReader;

CwProjectReader *cw_project_reader_new (void);
void cw_project_reader_free (CwProjectReader *self);
gboolean cw_project_reader_feed (CwProjectReader *self, const char *data, gsize length,
                                 GError **error);
CwDocument *cw_project_reader_finish (CwProjectReader *self, GError **error);
gboolean cw_project_reader_is_newer (CwProjectReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwProjectReader, cw_project_reader_free)

void cw_project_set_damaged (GError **error, const char *detail);
void cw_project_set_newer (GError **error);

G_END_DECLS
