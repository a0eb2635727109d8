/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cw-placeholder-item.h"

G_BEGIN_DECLS

/**
 * CwPlaceholderFilter:
 * @CW_PLACEHOLDERS_ALL: all of them
 * @CW_PLACEHOLDERS_LEFT: those still to be filled in
 * @CW_PLACEHOLDERS_FILLED: those that have been
 *
 * Which placeholders a list has.
 */
typedef enum
{
  CW_PLACEHOLDERS_ALL,
  CW_PLACEHOLDERS_LEFT,
  CW_PLACEHOLDERS_FILLED,
} CwPlaceholderFilter;

#define CW_TYPE_PLACEHOLDER_LIST (cw_placeholder_list_get_type ())

G_DECLARE_FINAL_TYPE (CwPlaceholderList, cw_placeholder_list, CW, PLACEHOLDER_LIST, GObject)

CwPlaceholderList *cw_placeholder_list_new (void);
void cw_placeholder_list_set_document (CwPlaceholderList *self, CwDocument *document);
void cw_placeholder_list_set_filter (CwPlaceholderList *self, CwPlaceholderFilter filter);
void cw_placeholder_list_set_search (CwPlaceholderList *self, const char *search);
guint cw_placeholder_list_get_total (CwPlaceholderList *self, guint *n_left);
CwPlaceholderItem *cw_placeholder_list_get (CwPlaceholderList *self, guint position);
gboolean cw_placeholder_list_find (CwPlaceholderList *self, const CwStretch *at, guint *position);
gboolean cw_placeholder_list_find_left (CwPlaceholderList *self, const CwStretch *after,
                                        guint *position);

G_END_DECLS
