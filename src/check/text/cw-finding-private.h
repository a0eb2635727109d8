/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-check-options.h"
#include "cw-finding.h"

/* What is known about one block or element: kept as long as its text stays the same. */

G_BEGIN_DECLS

/**
 * CwScanned:
 * @owner: the block, or the text of an element
 * @element: the element, or %CW_N_ELEMENTS for a block
 * @findings: (element-type CwFinding): places counted from the block or element
 * @facts: (element-type CwFact): what the rest of the paper is compared with
 * @hash: of the text of a block
 *
 * A block or element that has been looked at. Immutable and atomically reference-counted.
 */
typedef struct
{
  gpointer owner;
  guint element;
  GPtrArray *findings;
  GArray *facts;
  guint hash;
} CwScanned;

CwScanned *cw_scanned_ref (CwScanned *self);
void cw_scanned_unref (CwScanned *self);
CwScanned *cw_scanned_block (CwBlock *block, CwCheckOptions *options);
CwScanned *cw_scanned_element (CwElement element, CwText *text, CwCheckOptions *options);

CwFinding *cw_finding_new (const CwTextRule *rule, const CwStretch *at, const char *string,
                           char *message);
CwFinding *cw_finding_copy (const CwFinding *self, guint line, guint block);
void cw_finding_set_fixes (CwFinding *self, const CwStretch *at, const char *const *texts,
                           guint n);
void cw_finding_free (CwFinding *self);

struct _CwFindings
{
  gatomicrefcount ref_count;
  CwDocument *document;
  CwCheckOptions *options;
  GHashTable *scanned;  /* of CwScanned by owner */
  GPtrArray *findings;  /* of CwFinding */
  guint n_dismissed;
};

CwFindings *cw_findings_new (CwDocument *document, CwCheckOptions *options);

G_END_DECLS
