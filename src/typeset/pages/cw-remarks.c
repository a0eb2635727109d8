/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pages-private.h"

/* Remarks by kind, typeface and character, and in the order they were first met. */
typedef struct
{
  CwTypefaces *typefaces;
  GArray *remarks;
  GHashTable *seen;
  guint page;
} CwRemarkCollector;

static guint64
remark_key (CwRemarkKind kind, CwTypeface typeface, gunichar ch)
{
  return ((guint64) kind << 40) | ((guint64) typeface << 32) | ch;
}

static void
note (CwRemarkCollector *self,
      CwRemarkKind kind,
      CwTypeface typeface,
      gunichar ch,
      const char *family)
{
  guint64 key = remark_key (kind, typeface, ch);
  guint *index = g_hash_table_lookup (self->seen, &key);
  CwRemark remark = { kind, typeface, ch, self->page + 1, 0, family };

  if (index == NULL)
    {
      index = g_new (guint, 1);
      *index = self->remarks->len;
      g_array_append_val (self->remarks, remark);
      g_hash_table_insert (self->seen, g_memdup2 (&key, sizeof key), index);
    }
  g_array_index (self->remarks, CwRemark, *index).count++;
}

static void
note_typeface (CwRemarkCollector *self, CwTypeface typeface)
{
  CwFace *face = cw_typefaces_get_primary (self->typefaces, typeface);

  if (face != NULL && cw_typefaces_is_substitute (self->typefaces, typeface))
    note (self, CW_REMARK_SUBSTITUTED_TYPEFACE, typeface, 0, cw_face_get_family (face));
}

/* The line of @paragraph that holds @offset. One halving at a time: in a text no font has, every
 * character of a paragraph is looked for. */
static guint
find_line (CwParagraph *paragraph, guint offset)
{
  guint low = 0, high = cw_paragraph_get_n_lines (paragraph) - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (cw_paragraph_get_line (paragraph, middle)->end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
note_cluster (CwRemarkCollector *self, CwShaped *shaped, CwRemarkKind kind, guint number)
{
  const CwCluster *cluster = &g_array_index (shaped->clusters, CwCluster, number);
  const CwGlyph *glyph = &g_array_index (shaped->glyphs, CwGlyph, cluster->first_glyph);
  const char *family
      = cluster->n_glyphs > 0 && glyph->face != NULL ? cw_face_get_family (glyph->face) : NULL;

  note (self, kind, g_array_index (shaped->spans, CwSpan, cluster->span).typeface, cluster->ch,
        kind == CW_REMARK_MISSING_CHARACTER ? NULL : family);
}

/* Notes what there is to say about the fonts of a text. Its lines stand in rows from @first_row on;
 * −1: all of it on the page at hand. */
static void
note_text (CwRemarkCollector *self, CwLayout *layout, int first_row, CwParagraph *paragraph)
{
  CwShaped *shaped = cw_paragraph_get_shaped (paragraph);

  for (guint i = 0; i < shaped->spans->len; i++)
    note_typeface (self, g_array_index (shaped->spans, CwSpan, i).typeface);
  for (guint i = 0; i < shaped->substituted->len + shaped->missing->len; i++)
    {
      gboolean missing = i >= shaped->substituted->len;
      guint number = missing
                         ? g_array_index (shaped->missing, guint, i - shaped->substituted->len)
                         : g_array_index (shaped->substituted, guint, i);
      guint offset = g_array_index (shaped->clusters, CwCluster, number).offset;

      if (first_row >= 0)
        self->page
            = cw_layout_find_page (layout, (guint) first_row + find_line (paragraph, offset));
      note_cluster (self, shaped,
                    missing ? CW_REMARK_MISSING_CHARACTER : CW_REMARK_SUBSTITUTED_CHARACTER, number);
    }
}

static void
note_piece (CwRemarkCollector *self, CwLayout *layout, guint first_row)
{
  const CwPiece *piece
      = cw_layout_get_piece (layout, g_array_index (layout->rows, CwRow, first_row).piece);

  self->page = cw_layout_find_page (layout, first_row);
  note_text (self, layout, (int) first_row, piece->paragraph);
  if (piece->shrunk)
    note (self, CW_REMARK_SHRUNK_LINE, CW_TYPEFACE_FANGSONG, 0, NULL);
}

/* The cells of a part of a table, and whether a row of it had to be cut. */
static void
note_box (CwRemarkCollector *self, CwLayout *layout, guint row)
{
  const CwPageBox *box = cw_layout_get_box (layout, &g_array_index (layout->rows, CwRow, row));

  self->page = cw_layout_find_page (layout, row);
  if (box->table == NULL && box->picture == NULL)
    note (self, CW_REMARK_UNREADABLE_PICTURE, CW_TYPEFACE_FANGSONG, 0, NULL);
  if (box->table == NULL)
    return;
  for (guint i = box->part.first * box->table->n_columns;
       i < box->part.end * box->table->n_columns; i++)
    if (box->table->cells[i].paragraph != NULL)
      note_text (self, layout, -1, box->table->cells[i].paragraph);
  if (box->part.end_line > 0)
    note (self, CW_REMARK_ROW_CUT, CW_TYPEFACE_FANGSONG, 0, NULL);
}

/* The page number is text too, and its 宋体 may be a stand-in. */
static void
note_page_number (CwRemarkCollector *self)
{
  self->page = 0;
  note_typeface (self, CW_TYPEFACE_SONGTI);
}

/**
 * cw_remarks_collect:
 * @layout: a layout
 * @typefaces: the typefaces it was set in
 *
 * Collects what the user should know about the fonts on the pages: typefaces of the standard set in
 * a stand-in, characters taken from another face, characters no font has, each with the first page.
 *
 * Returns: (transfer full) (element-type CwRemark): the remarks
 */
GArray *
cw_remarks_collect (CwLayout *layout, CwTypefaces *typefaces)
{
  CwRemarkCollector self = { typefaces, g_array_new (FALSE, FALSE, sizeof (CwRemark)), NULL, 0 };

  self.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint row = 0; row < layout->rows->len; row++)
    if (g_array_index (layout->rows, CwRow, row).box > 0)
      note_box (&self, layout, row);
    else if (g_array_index (layout->rows, CwRow, row).line == 0)
      note_piece (&self, layout, row);
  note_page_number (&self);
  g_hash_table_unref (self.seen);
  return self.remarks;
}
