/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-flow.h"
#include "typeset/lines/cw-paragraph.h"

G_BEGIN_DECLS

/**
 * CwPageRole:
 *
 * What a line on the page is, for the structure of the PDF.
 */
typedef enum
{
  CW_PAGE_ROLE_TITLE,
  CW_PAGE_ROLE_PARAGRAPH,
  CW_PAGE_ROLE_HEADING_1,
  CW_PAGE_ROLE_HEADING_2,
  CW_PAGE_ROLE_HEADING_3,
  CW_PAGE_ROLE_HEADING_4,
  CW_PAGE_ROLE_ARTIFACT,
} CwPageRole;

/**
 * CwPageItem:
 * @paragraph: (transfer none): the paragraph the line belongs to
 * @line: its number in the paragraph
 * @x: left edge of the measure on the page, pt
 * @y: optical centre of the line on the page, pt
 * @role: what it is
 * @element: id shared by all lines of one paragraph of the document, over pages; 0 for an artifact
 * @flow_line: line of the flow it came from, or -1 for an artifact
 * @flow_offset: what to add to a byte of the paragraph's text to get a byte of the flow line;
 *   negative: the text begins with a computed number of that many bytes
 *
 * One line of text on a page.
 */
typedef struct
{
  CwParagraph *paragraph;
  guint line;
  double x;
  double y;
  CwPageRole role;
  guint element;
  int flow_line;
  int flow_offset;
} CwPageItem;

/**
 * CwPage:
 *
 * One finished page: a display list of lines. Immutable, atomically reference-counted.
 */
typedef struct _CwPage CwPage;

CwPage *cw_page_new (guint number, const CwPageItem *items, guint n_items);
CwPage *cw_page_ref (CwPage *self);
void cw_page_unref (CwPage *self);

guint cw_page_get_number (CwPage *self);
guint cw_page_get_n_items (CwPage *self);
const CwPageItem *cw_page_get_item (CwPage *self, guint item);
gboolean cw_page_looks_equal (CwPage *self, CwPage *other);
const char *cw_page_role_get_tag (CwPageRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPage, cw_page_unref)

G_END_DECLS
