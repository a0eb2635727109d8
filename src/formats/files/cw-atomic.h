/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwAtomicCheck:
 * @data: what was given to cw_atomic_write()
 * @error: return location for an error
 *
 * Asked last of all, when the new content is safe on the disk and only takes the place of the old.
 *
 * Returns: whether it still may
 */
typedef gboolean (*CwAtomicCheck) (gpointer data, GError **error);

gboolean cw_atomic_write (const char *path, GBytes *bytes, CwAtomicCheck check, gpointer data,
                          GCancellable *cancellable, GError **error);
void cw_atomic_sweep (const char *folder);
int cw_atomic_lock (const char *path, gboolean create);

G_END_DECLS
