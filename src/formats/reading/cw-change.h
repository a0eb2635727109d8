/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwChangeKind:
 *
 * What the reader of pasted text may do to it, each kind counted and listed for the user.
 */
typedef enum
{
  CW_CHANGE_COMMA, /* , → ， between Chinese */
  CW_CHANGE_SEMICOLON,
  CW_CHANGE_COLON,
  CW_CHANGE_QUESTION_MARK,
  CW_CHANGE_EXCLAMATION_MARK,
  CW_CHANGE_FULL_STOP,
  CW_CHANGE_BRACKETS,       /* ( ) → （ ）, and 〔 〕 around the year of a document number */
  CW_CHANGE_QUOTES,         /* straight → “ ” ‘ ’ */
  CW_CHANGE_QUOTE_UNPAIRED, /* the same, but its partner is missing: to be looked at */
  CW_CHANGE_DASH,           /* -- → —— */
  CW_CHANGE_ELLIPSIS,       /* ... → …… */
  CW_CHANGE_WIDTH,          /* full-width digits and Latin letters made ordinary ones */
  CW_CHANGE_SPACES,         /* indents, trailing and doubled spaces, tabs, empty lines */
  CW_CHANGE_LINES_JOINED,   /* a paragraph broken into lines of one length made whole */
  CW_CHANGE_NUMBER_TAKEN,   /* typed number of a heading, computed from now on */
  CW_CHANGE_NUMBER_WRONG,   /* the typed number was out of sequence: 三 after 一 */
  CW_CHANGE_LIST_TAKEN,   /* the attachment list, computed from now on */
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
 * CwChanges:
 * @list: (element-type CwChange): the changes, the first ten thousand of them
 * @counts: how many there were of each kind
 *
 * What a reader notes down while it works.
 */
typedef struct
{
  GPtrArray *list;
  guint counts[CW_N_CHANGE_KINDS];
} CwChanges;

CwChanges *cw_changes_new (void);
void cw_changes_free (CwChanges *self);
void cw_changes_add (CwChanges *self, CwChangeKind kind, guint line, const char *before,
                     const char *after);
void cw_changes_sort (CwChanges *self);
gboolean cw_changes_is_full (CwChanges *self);

const char *cw_change_kind_get_name (CwChangeKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwChanges, cw_changes_free)

G_END_DECLS
