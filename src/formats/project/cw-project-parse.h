/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the reader of document.xml: where it stands, and what it has read so far. */

#include "cw-project-xml.h"

#include <libxml/parser.h>

G_BEGIN_DECLS

/**
 * CwProjectNode:
 *
 * Where the parser stands. Each is a bit, so that a rule can name all parents it allows.
 */
typedef enum
{
  CW_PROJECT_NODE_START = 1 << 0,
  CW_PROJECT_NODE_DOCUMENT = 1 << 1,
  CW_PROJECT_NODE_ELEMENT = 1 << 2, /* title, subtitle …: text of several lines */
  CW_PROJECT_NODE_BODY = 1 << 3,
  CW_PROJECT_NODE_ATTACHMENT = 1 << 4,
  CW_PROJECT_NODE_BLOCK = 1 << 5, /* paragraph, heading …: text of one line */
  CW_PROJECT_NODE_TABLE = 1 << 6,
  CW_PROJECT_NODE_CAPTION = 1 << 7, /* of a table: text of one line */
  CW_PROJECT_NODE_ROW = 1 << 8,
  CW_PROJECT_NODE_CELL = 1 << 9, /* text of several lines */
  CW_PROJECT_NODE_EMPHASIS = 1 << 10,
  CW_PROJECT_NODE_EMPTY = 1 << 11, /* page-break, break, character …: nothing inside */
  CW_PROJECT_NODE_END = 1 << 12,
} CwProjectNode;

#define CW_PROJECT_NODES_WITH_LINES (CW_PROJECT_NODE_ELEMENT | CW_PROJECT_NODE_CELL)
#define CW_PROJECT_NODES_WITH_TEXT                                                                 \
  (CW_PROJECT_NODES_WITH_LINES | CW_PROJECT_NODE_BLOCK | CW_PROJECT_NODE_CAPTION                   \
   | CW_PROJECT_NODE_EMPHASIS)
#define CW_PROJECT_MAX_DEPTH 10

/**
 * CwProjectAttributes:
 *
 * The attributes of an element of XML as the parser gives them: five pointers each.
 */
typedef struct
{
  const xmlChar **values;
  int n_values;
} CwProjectAttributes;

/**
 * CwProjectTable:
 * @columns: (element-type CwColumn): its columns so far
 * @cells: (element-type CwCell): its cells so far; those of the row being read may be too few
 * @row_start: the first cell of that row
 *
 * A table on its way.
 */
typedef struct
{
  GArray *columns;
  GArray *cells;
  guint row_start;
  guint n_header_rows;
  CwText *caption;
  CwCell cell;
} CwProjectTable;

/**
 * CwPendingPicture:
 * @block: the number of its block, where something else stands until its bytes are there
 *
 * A picture whose bytes are in another entry of the zip.
 */
typedef struct
{
  guint block;
  char *name;
  CwPictureType type;
  double width;
  CwText *caption;
} CwPendingPicture;

/* No tree is built: the state machine takes the document as it streams by, and whatever it has no
 * rule for stops it at once, so that neither depth nor size can be made to hurt. */
struct _CwProjectReader
{
  xmlParserCtxt *parser;
  gsize n_bytes;
  guint minor;
  GError *error;

  CwProjectNode stack[CW_PROJECT_MAX_DEPTH];
  guint depth;
  int place; /* the last child of <document>: they come in order, each once */
  gboolean has_body;

  CwForm form;
  CwText *elements[CW_N_ELEMENTS];
  GPtrArray *blocks;
  GPtrArray *pictures; /* of CwPendingPicture */
  GHashTable *picture_names; /* unowned */
  CwProjectTable table;
  guint n_cells;

  /* the element or block being read */
  CwElement element;
  CwBlockKind kind;
  guint level;
  CwAttachmentFlags flags;
  gboolean has_title;
  CwPendingPicture *picture;
  GString *text;
  GArray *marks;
  CwMark mark;
};

CwProjectNode cw_project_reader_get_node (CwProjectReader *self);
void cw_project_reader_push (CwProjectReader *self, CwProjectNode node);
void cw_project_reader_fail_damaged (CwProjectReader *self);
void cw_project_reader_fail_newer (CwProjectReader *self);
void cw_project_reader_fail_unknown (CwProjectReader *self);
void cw_project_reader_begin_text (CwProjectReader *self);
CwText *cw_project_reader_end_text (CwProjectReader *self);

void cw_project_rules_start (CwProjectReader *self, const char *name,
                             CwProjectAttributes attributes);
void cw_project_rules_end (CwProjectReader *self);

char *cw_project_attributes_get (CwProjectAttributes attributes, const char *name);
gboolean cw_project_attributes_get_number (CwProjectAttributes attributes, const char *name,
                                           guint base, guint *number);
gboolean cw_project_attributes_get_width (CwProjectAttributes attributes, double *width);
gboolean cw_project_attributes_get_flag (CwProjectAttributes attributes, const char *name,
                                         gboolean *flag);
gboolean cw_project_parse_number (const char *string, const char *end, guint base, guint *number);

void cw_project_table_init (CwProjectTable *table);
void cw_project_table_clear (CwProjectTable *table);
void cw_project_table_start (CwProjectReader *self, CwProjectAttributes attributes);
void cw_project_table_start_column (CwProjectReader *self, CwProjectAttributes attributes);
void cw_project_table_start_row (CwProjectReader *self);
void cw_project_table_start_cell (CwProjectReader *self, CwProjectAttributes attributes);
void cw_project_table_add_covered (CwProjectReader *self);
void cw_project_table_end_cell (CwProjectReader *self);
void cw_project_table_end_row (CwProjectReader *self);
CwBlock *cw_project_table_end (CwProjectReader *self);

void cw_pending_picture_free (CwPendingPicture *self);

G_END_DECLS
