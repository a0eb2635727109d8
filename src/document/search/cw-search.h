/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/cw-stretch.h"

G_BEGIN_DECLS

#define CW_SEARCH_ERROR (cw_search_error_quark ())

GQuark cw_search_error_quark (void);

/**
 * CwSearchError:
 * @CW_SEARCH_ERROR_PATTERN: the pattern is no regular expression
 * @CW_SEARCH_ERROR_REPLACEMENT: the replacement refers to what is not in the pattern
 * @CW_SEARCH_ERROR_TOO_SLOW: the pattern can be matched in so many ways that it would take for ever
 */
typedef enum
{
  CW_SEARCH_ERROR_PATTERN,
  CW_SEARCH_ERROR_REPLACEMENT,
  CW_SEARCH_ERROR_TOO_SLOW,
} CwSearchError;

/**
 * CwSearchOptions:
 * @pattern: what to look for, not empty
 * @replacement: (nullable): what to put in its place; \1 is what the first group has matched, if
 *   @regex
 * @regex: whether @pattern is a regular expression (PCRE)
 * @match_case: whether A is another letter than a
 * @whole_numbers: whether what begins or ends with a digit must not be a part of a longer number
 * @any_width: whether ( and （, 1 and １ are the same; means nothing if @regex
 * @limited: whether to look only from @start to @end
 * @start: first place of the flow
 * @end: the place after the last
 *
 * What to search for, and where.
 */
typedef struct
{
  const char *pattern;
  const char *replacement;
  gboolean regex;
  gboolean match_case;
  gboolean whole_numbers;
  gboolean any_width;
  gboolean limited;
  CwPlace start;
  CwPlace end;
} CwSearchOptions;

/**
 * CwSearch:
 *
 * A search, ready to be run on any document, in any thread. Immutable.
 */
typedef struct _CwSearch CwSearch;

CwSearch *cw_search_new (const CwSearchOptions *options, GError **error);
CwSearch *cw_search_ref (CwSearch *self);
void cw_search_unref (CwSearch *self);

/**
 * CW_SEARCH_MOST:
 *
 * A search ends when it has found so many.
 */
#define CW_SEARCH_MOST 20000

/**
 * CwSearchHits:
 *
 * What a search has found in a document, in the order of reading. Immutable, atomically
 * reference-counted.
 */
typedef struct _CwSearchHits CwSearchHits;

CwSearchHits *cw_search_run (CwSearch *self, CwDocument *document, GCancellable *cancellable,
                             GError **error);
void cw_search_run_async (CwSearch *self, CwDocument *document, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
CwSearchHits *cw_search_run_finish (GAsyncResult *result, GError **error);

CwSearchHits *cw_search_hits_ref (CwSearchHits *self);
void cw_search_hits_unref (CwSearchHits *self);
CwDocument *cw_search_hits_get_document (CwSearchHits *self);
guint cw_search_hits_get_n (CwSearchHits *self);
gboolean cw_search_hits_are_all (CwSearchHits *self);
const CwStretch *cw_search_hits_get_stretches (CwSearchHits *self);
const char *cw_search_hits_get_replacement (CwSearchHits *self, guint hit);
guint cw_search_hits_find (CwSearchHits *self, const CwStretch *from, gboolean backwards);
CwDocument *cw_search_hits_replace (CwSearchHits *self, const gboolean *left_out,
                                    guint *n_replaced);
CwDocument *cw_search_hits_replace_one (CwSearchHits *self, guint hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSearch, cw_search_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSearchHits, cw_search_hits_unref)

G_END_DECLS
