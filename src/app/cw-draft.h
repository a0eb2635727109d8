/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/edits/cw-history.h"
#include "formats/reading/cw-import.h"
#include "formats/project/cw-recovery.h"
#include "cw-watch.h"

G_BEGIN_DECLS

#define CW_TYPE_DRAFT (cw_draft_get_type ())

G_DECLARE_FINAL_TYPE (CwDraft, cw_draft, CW, DRAFT, GObject)

CwDraft *cw_draft_new (void);

CwHistory *cw_draft_get_history (CwDraft *self);
CwDocument *cw_draft_get_document (CwDraft *self);
GFile *cw_draft_get_file (CwDraft *self);
GFile *cw_draft_get_source (CwDraft *self);
const char *cw_draft_get_title (CwDraft *self);
gboolean cw_draft_get_modified (CwDraft *self);
gboolean cw_draft_get_busy (CwDraft *self);
gboolean cw_draft_is_untouched (CwDraft *self);
CwWatchState cw_draft_get_outside (CwDraft *self);
CwImport *cw_draft_get_import (CwDraft *self);
void cw_draft_take_import (CwDraft *self, CwImport *import);
gboolean cw_draft_can_undo_import (CwDraft *self);
char *cw_draft_suggest_name (CwDraft *self, const char *extension);
gboolean cw_draft_is_at (CwDraft *self, GFile *file);

void cw_draft_load_async (CwDraft *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data);
gboolean cw_draft_load_finish (CwDraft *self, GAsyncResult *result, GError **error);
void cw_draft_save_async (CwDraft *self,
                          GFile *file,
                          gboolean overwrite,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data);
gboolean cw_draft_save_finish (CwDraft *self, GAsyncResult *result, GError **error);
void cw_draft_begin (CwDraft *self, CwDocument *document);
gboolean cw_draft_recover (CwDraft *self, CwRecovery *recovery, GError **error);
void cw_draft_check_outside (CwDraft *self);
void cw_draft_discard (CwDraft *self);
void cw_draft_flush (CwDraft *self);
const char *cw_draft_get_problem (CwDraft *self);

G_END_DECLS
