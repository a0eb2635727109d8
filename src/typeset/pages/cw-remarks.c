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
note_cluster (CwRemarkCollector *self,
              CwLayout *layout,
              guint first_row,
              CwParagraph *paragraph,
              CwRemarkKind kind,
              guint number)
{
  CwShaped *shaped = cw_paragraph_get_shaped (paragraph);
  const CwCluster *cluster = &g_array_index (shaped->clusters, CwCluster, number);
  const CwGlyph *glyph = &g_array_index (shaped->glyphs, CwGlyph, cluster->first_glyph);
  const char *family
      = cluster->n_glyphs > 0 && glyph->face != NULL ? cw_face_get_family (glyph->face) : NULL;

  self->page = cw_layout_find_page (layout, first_row + find_line (paragraph, cluster->offset));
  note (self, kind, g_array_index (shaped->spans, CwSpan, cluster->span).typeface, cluster->ch,
        kind == CW_REMARK_MISSING_CHARACTER ? NULL : family);
}

static void
note_piece (CwRemarkCollector *self, CwLayout *layout, guint first_row)
{
  CwParagraph *paragraph
      = cw_layout_get_piece (layout, g_array_index (layout->rows, CwRow, first_row).piece)
            ->paragraph;
  CwShaped *shaped = cw_paragraph_get_shaped (paragraph);

  self->page = cw_layout_find_page (layout, first_row);
  for (guint i = 0; i < shaped->spans->len; i++)
    note_typeface (self, g_array_index (shaped->spans, CwSpan, i).typeface);
  for (guint i = 0; i < shaped->substituted->len; i++)
    note_cluster (self, layout, first_row, paragraph, CW_REMARK_SUBSTITUTED_CHARACTER,
                  g_array_index (shaped->substituted, guint, i));
  for (guint i = 0; i < shaped->missing->len; i++)
    note_cluster (self, layout, first_row, paragraph, CW_REMARK_MISSING_CHARACTER,
                  g_array_index (shaped->missing, guint, i));
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
    if (g_array_index (layout->rows, CwRow, row).line == 0)
      note_piece (&self, layout, row);
  note_page_number (&self);
  g_hash_table_unref (self.seen);
  return self.remarks;
}
