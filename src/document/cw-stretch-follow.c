/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-stretch.h"

/* Stretches of one document, found again in another. */

typedef struct
{
  const char *string;
  gsize length;
} Bytes;

static Bytes
bytes_of_text (CwText *text)
{
  return text != NULL ? (Bytes) { cw_text_get_string (text), cw_text_get_length (text) }
                      : (Bytes) { "", 0 };
}

static Bytes
bytes_of_line (CwDocument *document, guint line)
{
  CwFlowLine flow = cw_flow_get_line (document, line);

  return (Bytes) { cw_text_get_string (flow.text) + flow.start, flow.end - flow.start };
}

/* Bytes at the start, or before the end, that both have. */
static gsize
count_same (Bytes a, Bytes b, gboolean at_end)
{
  gsize room = MIN (a.length, b.length), n = 0;

  if (at_end)
    while (n < room && a.string[a.length - n - 1] == b.string[b.length - n - 1])
      n++;
  else
    while (n < room && a.string[n] == b.string[n])
      n++;
  return n;
}

/* What lies before or behind the one place where the texts differ is there still. */
static gboolean
follow_in_text (Bytes from, Bytes to, CwStretch *stretch)
{
  if (from.string == to.string && from.length == to.length)
    return TRUE;
  if (stretch->end <= count_same (from, to, FALSE))
    return TRUE;
  if (from.length - stretch->start > count_same (from, to, TRUE))
    return FALSE;
  stretch->start = (guint) (stretch->start + to.length - from.length);
  stretch->end = (guint) (stretch->end + to.length - from.length);
  return TRUE;
}

typedef struct
{
  CwDocument *from;
  CwDocument *to;
  gboolean differs; /* the texts of the flow do, between these places */
  CwPlace start;
  CwPlace end_from;
  CwPlace end_to;
} Change;

/* The line that was @line; whether what was in it can be told. */
static gboolean
follow_line (const Change *change, guint *line)
{
  if (!change->differs || *line < change->start.line)
    return TRUE;
  if (*line > change->end_from.line)
    {
      *line += change->end_to.line - change->end_from.line;
      return TRUE;
    }
  return change->end_from.line == change->end_to.line;
}

/* Lines were divided or joined: what lies before that in the first of them, and behind it in the
 * last. */
static gboolean
follow_across (const Change *change, CwStretch *stretch)
{
  CwPlace start = { stretch->line, stretch->start }, end = { stretch->line, stretch->end };

  if (cw_place_compare (end, change->start) <= 0)
    return TRUE;
  if (cw_place_compare (start, change->end_from) < 0)
    return FALSE;
  stretch->line = change->end_to.line;
  stretch->start += change->end_to.offset - change->end_from.offset;
  stretch->end += change->end_to.offset - change->end_from.offset;
  return TRUE;
}

static gboolean
follow_in_flow (const Change *change, CwStretch *stretch)
{
  guint line = stretch->line;

  if (!follow_line (change, &line))
    return follow_across (change, stretch);
  stretch->line = line;
  if (!change->differs || line < change->start.line || line > change->end_to.line)
    return TRUE;
  return follow_in_text (bytes_of_line (change->from, line), bytes_of_line (change->to, line),
                         stretch);
}

static CwTable *
get_table (CwDocument *document, guint line, guint *block)
{
  CwFlowLine flow;

  if (line >= cw_flow_get_n_lines (document))
    return NULL;
  flow = cw_flow_get_line (document, line);
  if (flow.style != CW_STYLE_TABLE)
    return NULL;
  *block = (guint) flow.block;
  return cw_block_get_table (cw_document_get_block (document, (guint) flow.block));
}

static gboolean
follow_in_cell (const Change *change, CwStretch *stretch)
{
  const CwField *field = &stretch->field;
  guint block;
  CwTable *from = get_table (change->from, stretch->line, &block), *to;

  if (from == NULL || !follow_line (change, &stretch->line))
    return FALSE;
  to = get_table (change->to, stretch->line, &stretch->field.block);
  if (to == NULL || cw_table_get_n_rows (from) != cw_table_get_n_rows (to)
      || cw_table_get_n_columns (from) != cw_table_get_n_columns (to))
    return FALSE;
  return from == to
         || follow_in_text (
             bytes_of_text (cw_table_get_cell (from, field->row, field->column).text),
             bytes_of_text (cw_table_get_cell (to, field->row, field->column).text), stretch);
}

static gboolean
follow (const Change *change, CwStretch *stretch)
{
  CwElement element = stretch->field.element;

  if (stretch->field.kind == CW_FIELD_NONE)
    return follow_in_flow (change, stretch);
  if (stretch->field.kind == CW_FIELD_CELL)
    return follow_in_cell (change, stretch);
  return stretch->field.kind == CW_FIELD_ELEMENT
         && cw_document_get_element (change->to, element) != NULL
         && follow_in_text (bytes_of_text (cw_document_get_element (change->from, element)),
                            bytes_of_text (cw_document_get_element (change->to, element)),
                            stretch);
}

/**
 * cw_stretch_follow:
 * @from: a document
 * @to: a later or earlier state of it
 * @stretches: (array length=n): stretches of @from
 * @n: how many there are
 *
 * Finds stretches again after an edit. What the edit itself has touched is left out: nobody can say
 * what has become of it. Takes the same time for any length of document.
 *
 * Returns: (transfer full) (element-type CwStretch): those that are in @to, in the same order
 */
GArray *
cw_stretch_follow (CwDocument *from, CwDocument *to, const CwStretch *stretches, guint n)
{
  GArray *found = g_array_sized_new (FALSE, FALSE, sizeof (CwStretch), n);
  Change change = { .from = from, .to = to };

  if (n == 0)
    return found;
  change.differs
      = cw_flow_find_change (from, to, &change.start, &change.end_from, &change.end_to);
  for (guint i = 0; i < n; i++)
    {
      CwStretch stretch = stretches[i];

      if (from == to || follow (&change, &stretch))
        g_array_append_val (found, stretch);
    }
  return found;
}
