/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-change.h"

G_BEGIN_DECLS

/**
 * CwSourceLine:
 * @text: its text, NUL-terminated, no blanks at either end
 * @length: bytes in @text
 * @number: line of the source, from 1
 * @indent: width of the blanks before it, an ASCII space being 1 and a full-width one 2
 * @after_blank: whether an empty line comes before it
 * @n_tabs: how many tabs stand between its words
 * @n_all_tabs: how many tabs there are, with those before and behind
 * @raw: where the line begins in the source
 * @raw_length: bytes from there to its end
 *
 * One line of a source text that is not empty.
 */
typedef struct
{
  const char *text;
  gsize length;
  guint number;
  guint indent;
  gboolean after_blank;
  guint n_tabs;
  guint n_all_tabs;
  const char *raw;
  gsize raw_length;
} CwSourceLine;

/**
 * CwSourceLines:
 * @buffer: what the lines point into
 * @lines: (element-type CwSourceLine): the lines
 *
 * A source text as lines.
 */
typedef struct
{
  char *buffer;
  GArray *lines;
} CwSourceLines;

CwSourceLines *cw_source_lines_new (const char *utf8, gboolean list_replaced, CwChanges *changes);
void cw_source_lines_free (CwSourceLines *self);
void cw_source_lines_unwrap (CwSourceLines *self, CwChanges *changes);

#define cw_source_lines_get(self, i) (&g_array_index ((self)->lines, CwSourceLine, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSourceLines, cw_source_lines_free)

G_END_DECLS
