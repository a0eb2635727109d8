/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-flow.h"

#include <string.h>

static CwPlace *
place_copy (CwPlace *place)
{
  return g_memdup2 (place, sizeof *place);
}

static void
place_free (CwPlace *place)
{
  g_free (place);
}

G_DEFINE_BOXED_TYPE (CwPlace, cw_place, place_copy, place_free)

static CwStyle
style_of_element (CwElement element)
{
  static const CwStyle styles[CW_N_FLOW_ELEMENTS] = {
    [CW_ELEMENT_TITLE] = CW_STYLE_TITLE,
    [CW_ELEMENT_SUBTITLE] = CW_STYLE_SUBTITLE,
    [CW_ELEMENT_ADDRESSEES] = CW_STYLE_ADDRESSEES,
    [CW_ELEMENT_SIGNATORY] = CW_STYLE_SIGNATORY,
    [CW_ELEMENT_DATE] = CW_STYLE_DATE,
    [CW_ELEMENT_NOTE] = CW_STYLE_NOTE,
  };

  return styles[element];
}

static CwStyle
style_of_block (CwBlock *block)
{
  switch (cw_block_get_kind (block))
    {
    case CW_BLOCK_HEADING:
      return CW_STYLE_HEADING_1 + cw_block_get_level (block) - 1;
    case CW_BLOCK_PAGE_BREAK:
      return CW_STYLE_PAGE_BREAK;
    case CW_BLOCK_ANNOTATION:
      return CW_STYLE_ANNOTATION;
    case CW_BLOCK_TABLE:
      return CW_STYLE_TABLE;
    case CW_BLOCK_PICTURE:
      return CW_STYLE_PICTURE;
    case CW_BLOCK_ATTACHMENT:
      return CW_STYLE_ATTACHMENT;
    case CW_BLOCK_PARAGRAPH:
    default:
      return CW_STYLE_PARAGRAPH;
    }
}

static guint
count_element_lines (CwDocument *document, guint first, guint last)
{
  guint n_lines = 0;

  for (guint i = first; i < last; i++)
    {
      CwText *text = cw_document_get_element (document, i);

      n_lines += text != NULL ? cw_text_get_n_lines (text) : 0;
    }
  return n_lines;
}

/**
 * cw_flow_get_n_lines:
 * @document: a document
 *
 * Returns: how many lines it has, at least 1
 */
guint
cw_flow_get_n_lines (CwDocument *document)
{
  return count_element_lines (document, 0, CW_N_FLOW_ELEMENTS)
         + cw_document_get_n_blocks (document);
}

static CwFlowLine
line_of_text (CwStyle style, CwText *text, guint line)
{
  CwFlowLine flow_line = { .style = style, .text = text, .block = -1 };

  cw_text_get_line (text, line, &flow_line.start, &flow_line.end);
  return flow_line;
}

static CwFlowLine
line_of_block (CwDocument *document, guint position)
{
  CwBlock *block = cw_document_get_block (document, position);
  CwText *text = cw_block_get_text (block);

  return (CwFlowLine) { style_of_block (block), text, 0, cw_text_get_length (text), position };
}

/**
 * cw_flow_get_line:
 * @document: a document
 * @line: number of the line
 *
 * Takes no longer for a long document than for a short one.
 *
 * Returns: the line; its text is valid as long as @document
 */
CwFlowLine
cw_flow_get_line (CwDocument *document, guint line)
{
  guint n_body_blocks = cw_document_get_n_body_blocks (document);

  for (guint i = 0; i < CW_N_FLOW_ELEMENTS; i++)
    {
      CwText *text = cw_document_get_element (document, i);
      guint n_lines = text != NULL ? cw_text_get_n_lines (text) : 0;

      if (i == CW_ELEMENT_SIGNATORY)
        {
          if (line < n_body_blocks)
            return line_of_block (document, line);
          line -= n_body_blocks;
        }
      if (line < n_lines)
        return line_of_text (style_of_element (i), text, line);
      line -= n_lines;
    }
  line += n_body_blocks;
  g_return_val_if_fail (line < cw_document_get_n_blocks (document), ((CwFlowLine) { 0 }));
  return line_of_block (document, line);
}

/**
 * cw_flow_get_line_of_block:
 * @document: a document
 * @block: number of a block
 *
 * Returns: the line that block is; with the number of blocks, the line after the last
 */
guint
cw_flow_get_line_of_block (CwDocument *document, guint block)
{
  guint n_body_blocks = cw_document_get_n_body_blocks (document);
  gboolean in_body = block < n_body_blocks || n_body_blocks == cw_document_get_n_blocks (document);
  guint last = in_body ? CW_ELEMENT_SIGNATORY : CW_N_FLOW_ELEMENTS;

  return count_element_lines (document, 0, last) + block;
}

/**
 * cw_flow_get_line_of_element:
 * @document: a document
 * @element: an element of the flow
 *
 * Returns: the first line of @element, or, if the document does not have it, the line it would
 *   come before
 */
guint
cw_flow_get_line_of_element (CwDocument *document, CwElement element)
{
  guint n_lines = count_element_lines (document, 0, element);

  return element < CW_ELEMENT_SIGNATORY ? n_lines
                                        : n_lines + cw_document_get_n_body_blocks (document);
}

static void
append_text (GString *string, gboolean *first, CwText *text)
{
  if (!*first)
    g_string_append_c (string, '\n');
  *first = FALSE;
  g_string_append_len (string, cw_text_get_string (text), cw_text_get_length (text));
}

/**
 * cw_flow_to_string:
 * @document: a document
 *
 * Returns: (transfer full): its lines as plain text, a line feed between every two
 */
char *
cw_flow_to_string (CwDocument *document)
{
  GString *string = g_string_new (NULL);
  gboolean first = TRUE;

  guint n_body_blocks = cw_document_get_n_body_blocks (document);

  for (guint i = 0; i < CW_N_FLOW_ELEMENTS; i++)
    {
      CwText *text = cw_document_get_element (document, i);

      for (guint j = 0; i == CW_ELEMENT_SIGNATORY && j < n_body_blocks; j++)
        append_text (string, &first, cw_block_get_text (cw_document_get_block (document, j)));
      if (text != NULL)
        append_text (string, &first, text);
    }
  for (guint j = n_body_blocks; j < cw_document_get_n_blocks (document); j++)
    append_text (string, &first, cw_block_get_text (cw_document_get_block (document, j)));
  return g_string_free_and_steal (string);
}

/**
 * cw_style_get_level:
 * @style: a style
 *
 * Returns: the level of a heading, 1–4 (R61), or 0 for any other style
 */
guint
cw_style_get_level (CwStyle style)
{
  return style >= CW_STYLE_HEADING_1 && style <= CW_STYLE_HEADING_4 ? 1 + style - CW_STYLE_HEADING_1
                                                                    : 0;
}

/**
 * cw_place_compare:
 * @a: a place
 * @b: another
 *
 * Returns: less than, equal to or greater than 0 as @a is before, at or after @b
 */
int
cw_place_compare (CwPlace a, CwPlace b)
{
  if (a.line != b.line)
    return a.line < b.line ? -1 : 1;
  return a.offset < b.offset ? -1 : a.offset > b.offset;
}

/* --- what has changed --- */

static guint
line_length (const CwFlowLine *line)
{
  return line->end - line->start;
}

static const char *
line_bytes (const CwFlowLine *line)
{
  return cw_text_get_string (line->text) + line->start;
}

static gboolean
same_text (const CwFlowLine *a, const CwFlowLine *b)
{
  if (line_length (a) != line_length (b))
    return FALSE;
  return line_bytes (a) == line_bytes (b)
         || memcmp (line_bytes (a), line_bytes (b), line_length (a)) == 0;
}

/* How many lines from these on are alike: all that share their blocks at once, or one, or none. */
static guint
count_alike_from (CwDocument *from,
                  guint from_line,
                  CwDocument *to,
                  guint to_line,
                  gboolean upwards,
                  CwFlowLineFunc alike)
{
  CwFlowLine a = cw_flow_get_line (from, from_line), b = cw_flow_get_line (to, to_line);
  guint n_shared = 0;

  if (a.block >= 0 && b.block >= 0)
    n_shared = cw_document_count_shared_blocks (from, a.block, to, b.block, upwards);
  if (n_shared > 0)
    return n_shared;
  return alike (&a, &b) ? 1 : 0;
}

/**
 * cw_flow_count_alike:
 * @from: a document
 * @to: another
 * @alike: (scope call): compares two lines that do not share their block; of lines that do it must
 *   hold
 * @behind: (out): how many lines are alike at the end; none is counted at both
 *
 * Blocks in common cost a comparison of pointers, all others a call of @alike each.
 *
 * Returns: how many lines are alike at the start
 */
guint
cw_flow_count_alike (CwDocument *from, CwDocument *to, CwFlowLineFunc alike, guint *behind)
{
  guint n_from = cw_flow_get_n_lines (from), n_to = cw_flow_get_n_lines (to);
  guint n = MIN (n_from, n_to), before = 0, step = 1;

  while (before < n && step > 0)
    before += step = count_alike_from (from, before, to, before, FALSE, alike);
  *behind = 0;
  for (step = 1; *behind < n - before && step > 0; *behind += step)
    step = count_alike_from (from, n_from - *behind - 1, to, n_to - *behind - 1, TRUE, alike);
  *behind = MIN (*behind, n - before);
  return before;
}

static CwPlace
end_of_line (CwDocument *document, guint line)
{
  CwFlowLine flow_line = cw_flow_get_line (document, line);

  return (CwPlace) { line, line_length (&flow_line) };
}

static gboolean
is_inside_character (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

/* Where lines were only put in or taken out at @line: behind the line above, or at the top. */
static void
find_whole_lines (CwDocument *from,
                  CwDocument *to,
                  guint line,
                  guint from_end,
                  guint to_end,
                  CwPlace *places)
{
  places[0] = line > 0 ? end_of_line (from, line - 1) : (CwPlace) { 0, 0 };
  places[1] = line > 0 ? end_of_line (from, from_end - 1) : (CwPlace) { from_end, 0 };
  places[2] = line > 0 ? end_of_line (to, to_end - 1) : (CwPlace) { to_end, 0 };
}

/* Where, from the first to the last of the lines that differ, the characters begin and end to. */
static void
find_within_lines (CwDocument *from,
                   CwDocument *to,
                   guint line,
                   guint from_end,
                   guint to_end,
                   CwPlace *places)
{
  CwFlowLine a = cw_flow_get_line (from, line), b = cw_flow_get_line (to, line);
  guint start = 0, behind = 0, room;

  while (start < MIN (line_length (&a), line_length (&b))
         && line_bytes (&a)[start] == line_bytes (&b)[start])
    start++;
  while (start > 0
         && (is_inside_character (line_bytes (&a)[start])
             || is_inside_character (line_bytes (&b)[start])))
    start--;

  a = cw_flow_get_line (from, from_end - 1);
  b = cw_flow_get_line (to, to_end - 1);
  room = MIN (line_length (&a) - (from_end - line == 1 ? start : 0),
              line_length (&b) - (to_end - line == 1 ? start : 0));
  while (behind < room
         && line_bytes (&a)[line_length (&a) - behind - 1]
                == line_bytes (&b)[line_length (&b) - behind - 1])
    behind++;
  while (behind > 0 && is_inside_character (line_bytes (&a)[line_length (&a) - behind]))
    behind--;
  places[0] = (CwPlace) { line, start };
  places[1] = (CwPlace) { from_end - 1, line_length (&a) - behind };
  places[2] = (CwPlace) { to_end - 1, line_length (&b) - behind };
}

/**
 * cw_flow_find_change:
 * @from: a document
 * @to: another
 * @start: (out): where they begin to differ
 * @end_from: (out): where in @from they cease to
 * @end_to: (out): where in @to they cease to
 *
 * Finds one replacement that makes the flow of @to of that of @from. Shared blocks are told apart
 * by their addresses, so that this is quick however long the documents are.
 *
 * Returns: whether the texts differ at all (styles and marks may differ where they do not)
 */
gboolean
cw_flow_find_change (CwDocument *from,
                     CwDocument *to,
                     CwPlace *start,
                     CwPlace *end_from,
                     CwPlace *end_to)
{
  guint n_from = cw_flow_get_n_lines (from), n_to = cw_flow_get_n_lines (to);
  guint behind, before = cw_flow_count_alike (from, to, same_text, &behind);
  CwPlace places[3];

  if (before == n_from && before == n_to)
    return FALSE;
  if (before + behind == MIN (n_from, n_to))
    find_whole_lines (from, to, before, n_from - behind, n_to - behind, places);
  else
    find_within_lines (from, to, before, n_from - behind, n_to - behind, places);
  *start = places[0];
  *end_from = places[1];
  *end_to = places[2];
  return TRUE;
}

/**
 * cw_style_get_element:
 * @style: a style
 * @element: (out): the element lines of @style are of
 *
 * Returns: whether they are of an element and not blocks
 */
gboolean
cw_style_get_element (CwStyle style, CwElement *element)
{
  for (guint i = 0; i < CW_N_FLOW_ELEMENTS; i++)
    if (style_of_element (i) == style)
      {
        *element = i;
        return TRUE;
      }
  return FALSE;
}
