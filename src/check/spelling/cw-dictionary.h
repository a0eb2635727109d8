/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwDictionary:
 *
 * The English words this computer knows. May be asked from any thread.
 */
typedef struct _CwDictionary CwDictionary;

CwDictionary *cw_dictionary_get_default (void);
CwDictionary *cw_dictionary_open (const char *library);
void cw_dictionary_free (CwDictionary *self);
gboolean cw_dictionary_knows (CwDictionary *self, const char *word);
char **cw_dictionary_suggest (CwDictionary *self, const char *word, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDictionary, cw_dictionary_free)

G_END_DECLS
