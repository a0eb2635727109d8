/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CwWatchState:
 * @CW_WATCH_SAME: the file is as it was last read or written
 * @CW_WATCH_CHANGED: another program has written it
 * @CW_WATCH_GONE: another program has moved or deleted it
 *
 * What has become of a file behind the program's back.
 */
typedef enum
{
  CW_WATCH_SAME,
  CW_WATCH_CHANGED,
  CW_WATCH_GONE,
} CwWatchState;

#define CW_TYPE_WATCH (cw_watch_get_type ())

G_DECLARE_FINAL_TYPE (CwWatch, cw_watch, CW, WATCH, GObject)

CwWatch *cw_watch_new (void);
void cw_watch_set_file (CwWatch *self, GFile *file, const char *etag);
const char *cw_watch_get_etag (CwWatch *self);
CwWatchState cw_watch_get_state (CwWatch *self);
void cw_watch_check (CwWatch *self);
void cw_watch_hold (CwWatch *self);
void cw_watch_release (CwWatch *self);

G_END_DECLS
