/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/search/cw-search.h"

G_BEGIN_DECLS

#define CW_TYPE_FINDER (cw_finder_get_type ())

G_DECLARE_FINAL_TYPE (CwFinder, cw_finder, CW, FINDER, GObject)

CwFinder *cw_finder_new (void);
void cw_finder_set_options (CwFinder *self, const CwSearchOptions *options,
                            const CwStretch *anchor);
void cw_finder_set_document (CwFinder *self, CwDocument *document, const CwStretch *anchor);
gboolean cw_finder_catch_up (CwFinder *self);
CwSearchHits *cw_finder_get_hits (CwFinder *self);
const char *cw_finder_get_problem (CwFinder *self);
int cw_finder_get_current (CwFinder *self);
const CwStretch *cw_finder_get_current_stretch (CwFinder *self);
void cw_finder_set_current (CwFinder *self, int current);
gboolean cw_finder_is_left_out (CwFinder *self, guint hit);
void cw_finder_leave_out (CwFinder *self, guint hit, gboolean left_out);
guint cw_finder_count_left_out (CwFinder *self);
CwDocument *cw_finder_replace_current (CwFinder *self);
CwDocument *cw_finder_replace_all (CwFinder *self, guint *n_replaced);

G_END_DECLS
