/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-flow.h"

#include <string.h>

#include "cw-editor-pieces.h"

static gboolean
lines_equal (const CwFlowLine *a, const CwFlowLine *b)
{
  if (a->style != b->style || a->end - a->start != b->end - b->start)
    return FALSE;
  if (a->text == b->text && a->start == b->start)
    return TRUE;
  if (a->start == 0 && b->start == 0 && a->end == cw_text_get_length (a->text)
      && b->end == cw_text_get_length (b->text))
    return cw_text_equal (a->text, b->text);
  return FALSE;
}

/**
 * cw_flow_compare:
 * @older: a document
 * @newer: another one
 *
 * Finds the lines in which two documents differ, in text, marks or style. Lines whose texts are
 * shared cost a comparison of pointers each, so this is cheap after an edit.
 *
 * Returns: the span of lines that differ
 */
CwFlowSpan
cw_flow_compare (CwDocument *older, CwDocument *newer)
{
  guint behind, before;

  if (older == newer)
    return (CwFlowSpan) { 0 };

  before = cw_flow_count_alike (older, newer, lines_equal, &behind);
  return (CwFlowSpan) { before, cw_flow_get_n_lines (older) - behind,
                        cw_flow_get_n_lines (newer) - behind };
}

/**
 * cw_place_at_iter:
 * @iter: a position in an editor's buffer
 *
 * Returns: the same position as a place in the document shown
 */
CwPlace
cw_place_at_iter (const GtkTextIter *iter)
{
  return (CwPlace) { gtk_text_iter_get_line (iter), gtk_text_iter_get_line_index (iter) };
}

/* A position inside a character means the position before it: text views do not forgive it. */
static guint
character_start (const GtkTextIter *start, const GtkTextIter *end, guint offset)
{
  g_autofree char *text = gtk_text_iter_get_slice (start, end);

  while (offset > 0 && ((guchar) text[offset] & 0xc0) == 0x80)
    offset--;
  return offset;
}

/* A line's first position and the one before its line end. */
static void
get_line_bounds (GtkTextBuffer *buffer, guint line, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_line (buffer, start, line);
  *end = *start;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
}

/**
 * cw_place_get_iter:
 * @place: a place in the document shown; one beyond a line or the text means its end
 * @buffer: an editor's buffer
 * @iter: (out): the same position in @buffer
 */
void
cw_place_get_iter (CwPlace place, GtkTextBuffer *buffer, GtkTextIter *iter)
{
  GtkTextIter end;

  if (place.line >= (guint) gtk_text_buffer_get_line_count (buffer))
    {
      gtk_text_buffer_get_end_iter (buffer, iter);
      return;
    }
  get_line_bounds (buffer, place.line, iter, &end);
  if (place.offset >= (guint) gtk_text_iter_get_line_index (&end))
    *iter = end;
  else
    gtk_text_iter_set_line_index (iter, character_start (iter, &end, place.offset));
}

/**
 * cw_flow_line_matches:
 * @buffer: an editor's buffer
 * @document: a document
 * @line: a line that both have
 *
 * Returns: whether the buffer's line has the text of the document's
 */
gboolean
cw_flow_line_matches (GtkTextBuffer *buffer, CwDocument *document, guint line)
{
  CwFlowLine flow = cw_flow_get_line (document, line);
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  get_line_bounds (buffer, line, &start, &end);
  shown = gtk_text_iter_get_slice (&start, &end);
  return strlen (shown) == flow.end - flow.start
         && memcmp (shown, cw_text_get_string (flow.text) + flow.start, strlen (shown)) == 0;
}

static char *
lines_to_string (CwDocument *document, guint first, guint end)
{
  GString *string = g_string_new (NULL);

  for (guint line = first; line < end; line++)
    {
      CwFlowLine flow = cw_flow_get_line (document, line);

      if (line > first)
        g_string_append_c (string, '\n');
      g_string_append_len (string, cw_text_get_string (flow.text) + flow.start,
                           flow.end - flow.start);
    }
  return g_string_free_and_steal (string);
}

static gsize
common_prefix (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && ((guchar) a[n] & 0xc0) == 0x80)
    n--;
  return n;
}

static gsize
common_suffix (const char *a, gsize len_a, const char *b, gsize len_b)
{
  gsize n = 0;

  while (n < len_a && n < len_b && a[len_a - n - 1] == b[len_b - n - 1])
    n++;
  while (n > 0 && ((guchar) a[len_a - n] & 0xc0) == 0x80)
    n--;
  return n;
}

static void
patch_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, const char *wanted)
{
  g_autofree char *shown = gtk_text_iter_get_slice (start, end);
  gsize prefix = common_prefix (shown, wanted);
  gsize suffix = common_suffix (shown + prefix, strlen (shown) - prefix, wanted + prefix,
                                strlen (wanted) - prefix);

  gtk_text_iter_forward_chars (start, g_utf8_strlen (shown, prefix));
  gtk_text_iter_backward_chars (end, g_utf8_strlen (shown + strlen (shown) - suffix, suffix));
  if (!gtk_text_iter_equal (start, end))
    gtk_text_buffer_delete (buffer, start, end);
  if (strlen (wanted) > prefix + suffix)
    gtk_text_buffer_insert (buffer, start, wanted + prefix, strlen (wanted) - prefix - suffix);
}

static void
patch_line (GtkTextBuffer *buffer, guint shown, CwDocument *document, guint line)
{
  g_autofree char *wanted = lines_to_string (document, line, line + 1);
  GtkTextIter start, end;

  get_line_bounds (buffer, shown, &start, &end);
  patch_range (buffer, &start, &end, wanted);
}

static void
extend_to_neighbour (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  /* lines that go altogether take one line end with them */
  if (!gtk_text_iter_is_end (end))
    gtk_text_iter_forward_char (end);
  else
    gtk_text_iter_backward_char (start);
}

static void
remove_lines (GtkTextBuffer *buffer, const CwFlowPiece *piece)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, piece->old_first);
  get_line_bounds (buffer, piece->old_end - 1, &end, &end);
  extend_to_neighbour (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
}

static void
insert_lines (GtkTextBuffer *buffer, CwDocument *document, const CwFlowPiece *piece)
{
  g_autofree char *wanted = lines_to_string (document, piece->new_first, piece->new_end);
  gboolean at_end = (int) piece->old_first >= gtk_text_buffer_get_line_count (buffer);
  g_autofree char *text = g_strconcat (at_end ? "\n" : "", wanted, at_end ? "" : "\n", NULL);
  GtkTextIter at;

  if (at_end)
    gtk_text_buffer_get_end_iter (buffer, &at);
  else
    gtk_text_buffer_get_iter_at_line (buffer, &at, piece->old_first);
  gtk_text_buffer_insert (buffer, &at, text, -1);
}

static void
patch_lines (GtkTextBuffer *buffer, CwDocument *document, const CwFlowPiece *piece)
{
  g_autofree char *wanted = lines_to_string (document, piece->new_first, piece->new_end);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, piece->old_first);
  get_line_bounds (buffer, piece->old_end - 1, &end, &end);
  patch_range (buffer, &start, &end, wanted);
}

static void
patch_piece (GtkTextBuffer *buffer, CwDocument *document, const CwFlowPiece *piece)
{
  guint n = piece->new_end - piece->new_first;

  if (piece->old_end - piece->old_first == n)
    for (guint i = 0; i < n; i++)
      patch_line (buffer, piece->old_first + i, document, piece->new_first + i);
  else if (piece->old_end == piece->old_first)
    insert_lines (buffer, document, piece);
  else if (n == 0)
    remove_lines (buffer, piece);
  else
    patch_lines (buffer, document, piece);
}

/**
 * cw_flow_patch_buffer:
 * @buffer: a buffer that shows another document
 * @shown: (nullable): the document it shows, if it does line for line
 * @document: the document it shall show
 * @span: where the two differ
 *
 * Makes the buffer's text that of @document by the smallest changes, so that marks, and with them
 * the caret and the place scrolled to, stay where they are. What is between lines that are moved is
 * left alone.
 */
void
cw_flow_patch_buffer (GtkTextBuffer *buffer,
                      CwDocument *shown,
                      CwDocument *document,
                      CwFlowSpan span)
{
  CwFlowPiece whole = { span.first, span.old_end, span.first, span.new_end };
  g_autoptr (GArray) pieces = NULL;

  if (shown == NULL)
    {
      patch_piece (buffer, document, &whole);
      return;
    }
  pieces = cw_flow_find_pieces (shown, document, span);
  for (guint i = 0; i < pieces->len; i++) /* from behind: the lines before stay where they are */
    patch_piece (buffer, document, &g_array_index (pieces, CwFlowPiece, i));
}
