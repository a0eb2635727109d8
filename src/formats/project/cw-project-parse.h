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
  CW_PROJECT_NODE_VALUE = 1 << 13,   /* within a text, as emphasis is */
  CW_PROJECT_NODE_LITERAL = 1 << 14, /* the same */
  CW_PROJECT_NODE_SECTION = 1 << 15,
  CW_PROJECT_NODE_LEDGER = 1 << 16,
  CW_PROJECT_NODE_QUANTITY = 1 << 17,
  CW_PROJECT_NODE_STRING = 1 << 18, /* a text without marks, of several lines */
} CwProjectNode;

#define CW_PROJECT_NODES_WITH_LINES                                                                \
  (CW_PROJECT_NODE_ELEMENT | CW_PROJECT_NODE_CELL | CW_PROJECT_NODE_STRING)
#define CW_PROJECT_NODES_OF_MARKS                                                                  \
  (CW_PROJECT_NODE_EMPHASIS | CW_PROJECT_NODE_VALUE | CW_PROJECT_NODE_LITERAL)
#define CW_PROJECT_NODES_WITH_TEXT                                                                 \
  (CW_PROJECT_NODES_WITH_LINES | CW_PROJECT_NODE_BLOCK | CW_PROJECT_NODE_CAPTION                   \
   | CW_PROJECT_NODES_OF_MARKS)
#define CW_PROJECT_MAX_DEPTH 12

/**
 * CwProjectString:
 *
 * What a string beside the text says.
 */
typedef enum
{
  CW_PROJECT_STRING_NAME,
  CW_PROJECT_STRING_UNIT,
  CW_PROJECT_STRING_GIVER,
  CW_PROJECT_STRING_REMARK,
  CW_PROJECT_STRING_LAST,
  CW_PROJECT_STRING_PERSON,
  CW_PROJECT_STRING_SOURCE,
  CW_PROJECT_STRING_DISMISSED,
  CW_PROJECT_N_STRINGS,
} CwProjectString;

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
 * @is_list: whether it is a list, with roles of its columns and sources of its rows
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
  gboolean is_list;
  CwListKind list_kind;
  GArray *roles;      /* of CwListRole, one a column */
  GPtrArray *sources; /* of GArray of CwRowSource, one a row */
  CwRowSource source;
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
  guint id;
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
  gboolean in_start; /* whether an element is being begun, whose attributes are still read */
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
  CwMark open_marks[CW_N_MARK_KINDS];
  guint block_id;
  CwSection *section; /* of the heading that comes next */
  gboolean has_section;

  /* beside the text */
  GHashTable *block_ids;
  CwLedger *ledger;
  CwValue value;
  CwSectionState state;
  CwProjectString string;
  char *strings[CW_PROJECT_N_STRINGS];
  guint n_dismissed;
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

gboolean cw_project_attributes_get_id (CwProjectAttributes attributes, const char *name,
                                       guint *number);

void cw_project_ledger_start_value (CwProjectReader *self, CwProjectAttributes attributes,
                                    int which);
void cw_project_ledger_start_section (CwProjectReader *self, CwProjectAttributes attributes,
                                      int which);
void cw_project_ledger_start_string (CwProjectReader *self, CwProjectAttributes attributes,
                                     int which);
void cw_project_ledger_end_value (CwProjectReader *self);
void cw_project_ledger_end_section (CwProjectReader *self);
void cw_project_ledger_end_string (CwProjectReader *self);
void cw_project_ledger_clear_strings (CwProjectReader *self);
CwDocument *cw_project_ledger_settle (CwProjectReader *self, CwDocument *document);

void cw_project_table_start_source (CwProjectReader *self, CwProjectAttributes attributes,
                                    int which);
void cw_project_table_end_source (CwProjectReader *self, const char *text);

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
