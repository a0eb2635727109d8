/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/values/cw-blank.h"

G_BEGIN_DECLS

#define CW_TYPE_PLACEHOLDER_ITEM (cw_placeholder_item_get_type ())

G_DECLARE_FINAL_TYPE (CwPlaceholderItem, cw_placeholder_item, CW, PLACEHOLDER_ITEM, GObject)

/**
 * CwPlaceholderFacts:
 * @document: the document it is in
 * @blank: the blank
 * @text: the text it stands in: the same object as long as nobody changes it
 * @section: number of its section in the list, from 0
 * @title: what the section is called
 * @n_places: places of the same quantity, itself included
 * @problem: (nullable): what is wrong with its value, a sentence
 *
 * What there is to say of one placeholder in a list. Plain data, owned by whoever made it.
 */
typedef struct
{
  CwDocument *document;
  CwBlank blank;
  CwText *text;
  guint section;
  const char *title;
  guint n_places;
  const char *problem;
} CwPlaceholderFacts;

CwPlaceholderItem *cw_placeholder_item_new (const CwPlaceholderFacts *facts);
gboolean cw_placeholder_item_is_at (CwPlaceholderItem *self, const CwPlaceholderFacts *facts);
gboolean cw_placeholder_item_update (CwPlaceholderItem *self, const CwPlaceholderFacts *facts);

CwDocument *cw_placeholder_item_get_document (CwPlaceholderItem *self);
const CwBlank *cw_placeholder_item_get_blank (CwPlaceholderItem *self);
const CwValue *cw_placeholder_item_get_value (CwPlaceholderItem *self);
guint cw_placeholder_item_get_section (CwPlaceholderItem *self);
const char *cw_placeholder_item_get_title (CwPlaceholderItem *self);
guint cw_placeholder_item_get_n_places (CwPlaceholderItem *self);
const char *cw_placeholder_item_get_problem (CwPlaceholderItem *self);
char *cw_placeholder_item_dup_text (CwPlaceholderItem *self);
char *cw_placeholder_item_dup_name (CwPlaceholderItem *self);

G_END_DECLS
