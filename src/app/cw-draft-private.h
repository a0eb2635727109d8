/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-draft.h"
#include "cw-watch.h"

#include "formats/project/cw-journal.h"

/* Private to the files of the draft. */

G_BEGIN_DECLS

struct _CwDraft
{
  GObject parent_instance;

  CwHistory *history;
  GFile *file;   /* the project */
  GFile *source; /* or the text it was read from */
  CwWatch *watch;
  CwJournal *journal;
  CwImport *import;
  CwDocument *start; /* what was begun with, if it is not blank */
  char *title;
  guint busy;
};

char *cw_draft_stem_of (GFile *file);
char *cw_draft_title_of (CwDocument *document);
void cw_draft_count_busy (CwDraft *self, int by);
void cw_draft_settle_in (CwDraft *self, GFile *file, gboolean is_project, const char *etag);

G_END_DECLS
