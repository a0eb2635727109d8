/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

G_BEGIN_DECLS

/**
 * CwChangeKind:
 *
 * What the reader of pasted text may do to it, each kind counted and listed for the user.
 */
typedef enum
{
  CW_CHANGE_COMMA,             /* , → ， between Chinese */
  CW_CHANGE_SEMICOLON,
  CW_CHANGE_COLON,
  CW_CHANGE_QUESTION_MARK,
  CW_CHANGE_EXCLAMATION_MARK,
  CW_CHANGE_FULL_STOP,
  CW_CHANGE_BRACKETS,
  CW_CHANGE_QUOTES,            /* straight → “ ” ‘ ’ */
  CW_CHANGE_DASH,              /* -- → —— */
  CW_CHANGE_ELLIPSIS,          /* ... → …… */
  CW_CHANGE_SPACES,            /* indents, trailing and doubled spaces, tabs, empty lines */
  CW_CHANGE_NUMBER_TAKEN,      /* typed number of a heading, computed from now on */
  CW_CHANGE_NUMBER_WRONG,      /* the typed number was out of sequence: 三 after 一 */
  CW_CHANGE_REPEATED_TITLE,
  CW_CHANGE_INVALID_CHARACTER, /* control or undecodable characters taken out */
  CW_N_CHANGE_KINDS,
} CwChangeKind;

/**
 * CwChange:
 * @kind: what was done
 * @line: line of the source text, from 1
 * @before: what stood there, with a little of what is around it
 * @after: what stands there now
 *
 * One change the reader made.
 */
typedef struct
{
  CwChangeKind kind;
  guint line;
  char *before;
  char *after;
} CwChange;

/**
 * CwImport:
 * @document: what the text says, normalised
 * @as_typed: the same structure with the author's own punctuation: one undo step away
 * @changes: (element-type CwChange): all changes, in the order of the text
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
} CwImport;

CwImport *cw_import_bytes (GBytes *bytes, GError **error);
CwImport *cw_import_text (const char *utf8);
void cw_import_free (CwImport *self);

guint cw_import_count (CwImport *self, CwChangeKind kind);
const char *cw_change_kind_get_name (CwChangeKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwImport, cw_import_free)

G_END_DECLS
