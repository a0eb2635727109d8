/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-recovery.h"

G_BEGIN_DECLS

/**
 * CW_JOURNAL_DELAY:
 *
 * Milliseconds from a change to the journal: what a crash may cost, besides the time it takes to
 * write.
 */
#define CW_JOURNAL_DELAY 1000

#define CW_TYPE_JOURNAL (cw_journal_get_type ())

G_DECLARE_FINAL_TYPE (CwJournal, cw_journal, CW, JOURNAL, GObject)

CwJournal *cw_journal_new (const char *folder);
void cw_journal_adopt (CwJournal *self, CwRecovery *recovery);

void cw_journal_set_file (CwJournal *self, GFile *file, const char *etag);
void cw_journal_keep (CwJournal *self, CwDocument *document);
void cw_journal_flush (CwJournal *self);
void cw_journal_discard (CwJournal *self);
const char *cw_journal_get_problem (CwJournal *self);

G_END_DECLS
