/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-search.h"

/* For the files of the search. */

G_BEGIN_DECLS

struct _CwSearchHits
{
  gatomicrefcount refs;
  CwDocument *document;
  GArray *stretches;       /* of CwStretch */
  GPtrArray *replacements; /* of strings, as many; NULL without a replacement */
  gboolean all;            /* there are no more */
};

CwSearchHits *cw_search_hits_new (CwDocument *document, gboolean with_replacements);
char *cw_search_pattern_from_text (const char *text, gboolean any_width);

G_END_DECLS
