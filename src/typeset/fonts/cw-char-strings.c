/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-char-strings.h"

/* The table of a file that may be damaged: nothing is read beyond its end, reading there gives 0.
 */
typedef struct
{
  const guint8 *bytes;
  gsize length;
} Table;

#define OPERATOR_CHAR_STRINGS 17
#define OPERATOR_ESCAPE 12
#define FIRST_OPERAND 28

static gsize
read_number (const Table *table, gsize at, guint size)
{
  gsize number = 0;

  for (guint i = 0; i < size; i++)
    number = number << 8 | (at + i < table->length ? table->bytes[at + i] : 0);
  return number;
}

/* An INDEX: count, size of offsets, offsets counted from the byte before the data, data. */
static gsize
get_index_data (const Table *table, gsize at)
{
  gsize n = read_number (table, at, 2);
  gsize size = read_number (table, at + 2, 1);

  return n == 0 ? at + 2 : at + 3 + (n + 1) * size - 1;
}

static gsize
skip_index (const Table *table, gsize at)
{
  gsize n = read_number (table, at, 2);
  guint size = (guint) read_number (table, at + 2, 1);

  if (n == 0)
    return at + 2;
  return size <= 4 ? get_index_data (table, at) + read_number (table, at + 3 + n * size, size)
                   : table->length;
}

/* The end of a number written in decimal digits, two to a byte, up to one of all ones. */
static gsize
skip_real (const Table *table, gsize at)
{
  while (at < table->length && (table->bytes[at] & 0x0F) != 0x0F)
    at++;
  return at + 1;
}

/* The operand of a DICT at *@at, which is moved behind it; only positive whole numbers matter here.
 */
static gsize
read_operand (const Table *table, gsize *at)
{
  gsize start = *at;
  gsize first = table->bytes[start];
  gsize second = read_number (table, start + 1, 1);

  switch (first)
    {
    case 28:
      *at += 3;
      return read_number (table, start + 1, 2);
    case 29:
      *at += 5;
      return read_number (table, start + 1, 4);
    case 30:
      *at = skip_real (table, start + 1);
      return 0;
    default:
      *at += first >= 247 ? 2 : 1;
      if (first >= 247 && first <= 250)
        return (first - 247) * 256 + second + 108;
      return first >= 139 && first <= 246 ? first - 139 : 0;
    }
}

/* The operand of CharStrings in the DICT from @at to @end. */
static gsize
find_char_strings (const Table *table, gsize at, gsize end)
{
  gsize operand = 0;

  while (at < MIN (end, table->length))
    {
      guint8 first = table->bytes[at];

      if (first == OPERATOR_CHAR_STRINGS)
        return operand;
      if (first >= FIRST_OPERAND)
        operand = read_operand (table, &at);
      else
        at += first == OPERATOR_ESCAPE ? 2 : 1;
    }
  return 0;
}

/**
 * cw_char_strings_init:
 * @self: memory for it
 * @face: a face
 *
 * Finds the outlines of @face if they are CFF.
 */
void
cw_char_strings_init (CwCharStrings *self, hb_face_t *face)
{
  *self = (CwCharStrings) { .blob = hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' ')) };
  guint length = 0;
  Table table = { .bytes = (const guint8 *) hb_blob_get_data (self->blob, &length) };
  table.length = length;

  gsize names = read_number (&table, 2, 1);
  gsize dicts = skip_index (&table, names);
  gsize list
      = find_char_strings (&table, get_index_data (&table, dicts) + 1, skip_index (&table, dicts));
  self->n_glyphs = (guint) read_number (&table, list, 2);
  self->offset_size = (guint) read_number (&table, list + 2, 1);
  self->offsets = list + 3;
  gsize end = self->offsets + (gsize) (self->n_glyphs + 1) * self->offset_size;
  if (length == 0 || list == 0 || self->offset_size == 0 || self->offset_size > 4 || end > length)
    cw_char_strings_clear (self);
}

/**
 * cw_char_strings_clear:
 * @self: outlines
 *
 * Lets go of the table.
 */
void
cw_char_strings_clear (CwCharStrings *self)
{
  g_clear_pointer (&self->blob, hb_blob_destroy);
  self->n_glyphs = 0;
}

/**
 * cw_char_strings_get_length:
 * @self: outlines
 * @glyph: a glyph
 *
 * Returns: bytes of its program; 0 if it is not known
 */
gsize
cw_char_strings_get_length (const CwCharStrings *self, hb_codepoint_t glyph)
{
  if (glyph >= self->n_glyphs)
    return 0;

  guint length = 0;
  Table table = { .bytes = (const guint8 *) hb_blob_get_data (self->blob, &length) };
  table.length = length;
  gsize at = self->offsets + (gsize) glyph * self->offset_size;
  gsize start = read_number (&table, at, self->offset_size);
  gsize end = read_number (&table, at + self->offset_size, self->offset_size);
  return end > start ? end - start : 0;
}
