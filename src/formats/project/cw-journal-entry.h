/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the journal: one entry, the content of one file of the recovery folder. */

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_JOURNAL_ENDING ".journal"
#define CW_JOURNAL_LOCK_ENDING ".lock"

/**
 * CwJournalEntry:
 * @file: (nullable): the file the document belongs to
 * @etag: (nullable): etag of @file when the document was last read from or saved to it
 * @time: when the entry was written, µs since 1970
 * @project: the document, as cw_project_write() makes it
 */
typedef struct
{
  GFile *file;
  char *etag;
  gint64 time;
  GBytes *project;
} CwJournalEntry;

void cw_journal_entry_clear (CwJournalEntry *self);
GBytes *cw_journal_entry_to_bytes (const CwJournalEntry *self);
gboolean cw_journal_entry_from_bytes (CwJournalEntry *self, GBytes *bytes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CwJournalEntry, cw_journal_entry_clear)

G_END_DECLS
