/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "document/placeholders/cw-placeholder.h"

G_BEGIN_DECLS

/**
 * CwMarkKind:
 * @CW_MARK_EMPHASIS: set in the emphasis face of the profile
 * @CW_MARK_VALUE: a quantity of the paper, see #CwLedger: a blank or what it was filled with
 * @CW_MARK_LITERAL: no placeholder, whatever it looks like
 *
 * What the author has said about a stretch of text. Most placeholders are not marks: they are found
 * in the text itself, see cw_text_get_placeholders().
 */
typedef enum
{
  CW_MARK_EMPHASIS,
  CW_MARK_VALUE,
  CW_MARK_LITERAL,
  CW_N_MARK_KINDS,
} CwMarkKind;

/**
 * CwMark:
 * @kind: what is marked
 * @start: first byte
 * @end: byte after the last
 * @value: number of the quantity, of %CW_MARK_VALUE; otherwise 0
 */
typedef struct
{
  CwMarkKind kind;
  guint start;
  guint end;
  guint value;
} CwMark;

/**
 * CwText:
 *
 * An immutable, atomically reference-counted stretch of text: valid UTF-8 and its inline marks,
 * sorted by start, never overlapping within one kind, never empty; two values may touch. All offsets are bytes on
 * character boundaries. Line feeds divide the lines of an element or a cell; U+2028 is a line break
 * set by hand within a line.
 */
typedef struct _CwText CwText;

#define CW_TYPE_TEXT (cw_text_get_type ())

GType cw_text_get_type (void) G_GNUC_CONST;

CwText *cw_text_new (const char *utf8);
CwText *cw_text_new_with_marks (const char *utf8, gssize length, const CwMark *marks,
                                guint n_marks);
CwText *cw_text_ref (CwText *self);
void cw_text_unref (CwText *self);

gboolean cw_text_equal (CwText *self, CwText *other);
gboolean cw_text_is_empty (CwText *self);
const char *cw_text_get_string (CwText *self);
gsize cw_text_get_length (CwText *self);
guint cw_text_get_n_lines (CwText *self);
void cw_text_get_line (CwText *self, guint line, guint *start, guint *end);
guint cw_text_get_n_characters (CwText *self);
const CwMark *cw_text_get_marks (CwText *self, guint *n_marks);
const CwPlaceholder *cw_text_get_placeholders (CwText *self, guint *n_placeholders);

CwText *cw_text_slice (CwText *self, gsize start, gsize end);
CwText *cw_text_splice (CwText *self, gsize start, gsize end, CwText *insert);
CwText *cw_text_join (CwText *const *texts, guint n_texts, const char *separator);
CwText *cw_text_set_mark (CwText *self, CwMarkKind kind, gsize start, gsize end, gboolean on);
CwText *cw_text_set_value (CwText *self, guint value, gsize start, gsize end);
gboolean cw_text_has_mark (CwText *self, CwMarkKind kind, gsize start, gsize end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwText, cw_text_unref)

G_END_DECLS
