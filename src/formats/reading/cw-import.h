/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"
#include "cw-change.h"

G_BEGIN_DECLS

/**
 * CwImport:
 * @document: what the text says, normalised
 * @as_typed: the same structure with the author's own punctuation: one undo step away
 * @changes: (element-type CwChange): the changes, in the order of the text; of a text with very
 *   many only the first ten thousand, see cw_import_count()
 * @charset: name of the character encoding found
 *
 * What reading a plain text gave.
 */
typedef struct
{
  CwDocument *document;
  CwDocument *as_typed;
  GPtrArray *changes;
  const char *charset;
  /*< private >*/
  CwChanges *noted;
} CwImport;

CwImport *cw_import_bytes (GBytes *bytes, GError **error);
CwImport *cw_import_text (const char *utf8);
CwImport *cw_import_fragment (const char *utf8);
void cw_import_free (CwImport *self);

guint cw_import_count (CwImport *self, CwChangeKind kind);
char **cw_import_describe (CwImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwImport, cw_import_free)

G_END_DECLS
