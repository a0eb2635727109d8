/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/cw-document.h"

G_BEGIN_DECLS

/**
 * CwRecovery:
 *
 * A document that a program which has ended, by crash, kill or power cut, had not saved. It is
 * claimed: as long as this exists no other program offers it too.
 */
typedef struct _CwRecovery CwRecovery;

GPtrArray *cw_recovery_list (const char *folder);
void cw_recovery_free (CwRecovery *self);

GFile *cw_recovery_get_file (CwRecovery *self);
const char *cw_recovery_get_etag (CwRecovery *self);
gint64 cw_recovery_get_time (CwRecovery *self);
CwDocument *cw_recovery_load (CwRecovery *self, GError **error);
void cw_recovery_discard (CwRecovery *self);

/*< private >*/
char *cw_recovery_steal (CwRecovery *self, int *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwRecovery, cw_recovery_free)

G_END_DECLS
