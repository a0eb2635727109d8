/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-table-setting.h"

G_BEGIN_DECLS

/**
 * CwTableCache:
 *
 * Remembers set tables by their identity, so that a key typed elsewhere sets none of them again.
 * Belongs to one thread at a time.
 */
typedef struct _CwTableCache CwTableCache;

CwTableCache *cw_table_cache_new (CwTypefaces *typefaces);
void cw_table_cache_free (CwTableCache *self);
void cw_table_cache_begin (CwTableCache *self);
CwTableSetting *
cw_table_cache_get (CwTableCache *self, CwTable *table, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTableCache, cw_table_cache_free)

G_END_DECLS
