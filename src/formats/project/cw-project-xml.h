/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the project format: document.xml, written and read. */

#include "document/cw-document.h"

G_BEGIN_DECLS

#define CW_PROJECT_NAMESPACE "urn:chengwen:document"

/* A change that older programs would lose or misread raises the major version; anything merely
 * added raises the minor one. */
#define CW_PROJECT_VERSION_MAJOR 1
#define CW_PROJECT_VERSION_MINOR 2

/* Far above any real document (537 pages are 1.5 MB in 6,000 blocks), far below what hurts. */
#define CW_PROJECT_MAX_XML (256 * 1024 * 1024)
#define CW_PROJECT_MAX_BLOCKS 1000000
#define CW_PROJECT_MAX_CELLS 1000000
#define CW_PROJECT_MAX_SOURCES 1000 /* of a row */
#define CW_PROJECT_MAX_NUMBER 999999999 /* of a block */
#define CW_PROJECT_MAX_DECIMALS 99
#define CW_PROJECT_MAX_PICTURES (512 * 1024 * 1024)

/* The parts of a document besides its elements; see cw_project_get_part(). */
#define CW_PROJECT_PART_NONE (-1)
#define CW_PROJECT_PART_FORM (-2)
#define CW_PROJECT_PART_BODY (-3)
#define CW_PROJECT_PART_ATTACHMENT (-4)
#define CW_PROJECT_PART_LEDGER (-5)

int cw_project_get_part (guint place);
int cw_project_get_place (int part);

GString *cw_project_xml_write (CwDocument *document, GPtrArray *pictures);

typedef struct _CwProjectReader CwProjectReader;

CwProjectReader *cw_project_reader_new (void);
void cw_project_reader_free (CwProjectReader *self);
gboolean cw_project_reader_feed (CwProjectReader *self, const char *data, gsize length,
                                 GError **error);
gboolean cw_project_reader_end (CwProjectReader *self, GError **error);
gboolean cw_project_reader_needs (CwProjectReader *self, const char *name);
CwDocument *cw_project_reader_finish (CwProjectReader *self, GHashTable *pictures, GError **error);
gboolean cw_project_reader_is_newer (CwProjectReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwProjectReader, cw_project_reader_free)

char *cw_project_picture_get_name (guint number, CwPictureType type);

void cw_project_set_damaged (GError **error, const char *detail);
void cw_project_set_newer (GError **error);

G_END_DECLS
