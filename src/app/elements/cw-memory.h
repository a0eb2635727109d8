/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/elements/cw-element.h"

G_BEGIN_DECLS

/**
 * CwShelf:
 *
 * What sort of thing a remembered value is.
 */
typedef enum
{
  CW_SHELF_AGENCIES,
  CW_SHELF_PEOPLE,
  CW_SHELF_CODES,
  CW_SHELF_RECIPIENTS,
  CW_N_SHELVES,
} CwShelf;

#define CW_TYPE_MEMORY (cw_memory_get_type ())

G_DECLARE_FINAL_TYPE (CwMemory, cw_memory, CW, MEMORY, GObject)

CwMemory *cw_memory_new (const char *path);
CwMemory *cw_memory_get_default (void);

gboolean cw_memory_find_shelf (CwElement element, CwShelf *shelf);
const char *cw_shelf_get_name (CwShelf shelf);

void cw_memory_add (CwMemory *self, CwShelf shelf, const char *value);
void cw_memory_remove (CwMemory *self, CwShelf shelf, const char *value);
void cw_memory_replace (CwMemory *self, CwShelf shelf, const char *value, const char *by);
void cw_memory_clear (CwMemory *self);
const char *const *cw_memory_list (CwMemory *self, CwShelf shelf);
char **cw_memory_complete (CwMemory *self, CwShelf shelf, const char *text, guint most);

GBytes *cw_memory_write (CwMemory *self);
gboolean cw_memory_read (CwMemory *self, GBytes *bytes, GError **error);
void cw_memory_flush (CwMemory *self);

G_END_DECLS
