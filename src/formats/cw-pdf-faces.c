/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pdf-faces.h"

#include "typeset/cw-face-subset.h"

struct _CwPdfFaces
{
  GHashTable *used; /* CwFace → hb_set_t: the glyphs it is cut to, or is to be cut to */
  GHashTable *cut;  /* CwFace → cairo_font_face_t, missing where it must be cut anew */
};

/**
 * cw_pdf_faces_new:
 *
 * Returns: (transfer full): no faces yet
 */
CwPdfFaces *
cw_pdf_faces_new (void)
{
  CwPdfFaces *self = g_new0 (CwPdfFaces, 1);

  self->used = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) cw_face_unref, (GDestroyNotify) hb_set_destroy);
  self->cut = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cairo_font_face_destroy);
  return self;
}

/**
 * cw_pdf_faces_free:
 * @self: (transfer full): cut faces
 */
void
cw_pdf_faces_free (CwPdfFaces *self)
{
  g_hash_table_unref (self->cut);
  g_hash_table_unref (self->used);
  g_free (self);
}

static hb_set_t *
find_glyphs (CwPdfFaces *self, CwFace *face)
{
  hb_set_t *glyphs = g_hash_table_lookup (self->used, face);

  if (glyphs == NULL)
    {
      glyphs = hb_set_create ();
      g_hash_table_insert (self->used, cw_face_ref (face), glyphs);
    }
  return glyphs;
}

static void
use_glyph (CwPdfFaces *self, const CwGlyph *glyph)
{
  hb_set_t *glyphs = find_glyphs (self, glyph->face);

  if (hb_set_has (glyphs, glyph->index))
    return;
  hb_set_add (glyphs, glyph->index);
  g_hash_table_remove (self->cut, glyph->face);
}

static void
use_line (CwPdfFaces *self, CwParagraph *paragraph, guint number)
{
  CwShaped *shaped = cw_paragraph_get_shaped (paragraph);
  const CwLine *line = cw_paragraph_get_line (paragraph, number);
  const CwPlacedCluster *placed = cw_paragraph_get_placed (paragraph) + line->first;

  for (guint i = 0; i < line->n_placed; i++)
    {
      const CwCluster *cluster = &g_array_index (shaped->clusters, CwCluster, placed[i].cluster);

      for (guint j = cluster->first_glyph; j < cluster->first_glyph + cluster->n_glyphs; j++)
        use_glyph (self, &g_array_index (shaped->glyphs, CwGlyph, j));
    }
}

static void
use_page (CwPdfFaces *self, CwPage *page)
{
  for (guint i = 0; i < cw_page_get_n_items (page); i++)
    use_line (self, cw_page_get_item (page, i)->paragraph, cw_page_get_item (page, i)->line);
}

/**
 * cw_pdf_faces_cut:
 * @self: cut faces
 * @pages: the pages
 * @first_page: from 0
 * @n_pages: how many of them
 *
 * Makes sure that every face of some pages is cut, and has all the glyphs those pages show.
 *
 * Returns: (transfer none) (element-type CwFace cairo_font_face_t): the cut-down faces, for
 *   cw_painter_paint_page_in()
 */
GHashTable *
cw_pdf_faces_cut (CwPdfFaces *self, CwPages *pages, guint first_page, guint n_pages)
{
  GHashTableIter iter;
  gpointer face, glyphs;

  for (guint i = first_page; i < first_page + n_pages; i++)
    use_page (self, cw_pages_get_page (pages, i));
  g_hash_table_iter_init (&iter, self->used);
  while (g_hash_table_iter_next (&iter, &face, &glyphs))
    if (!g_hash_table_contains (self->cut, face))
      g_hash_table_insert (self->cut, face, cw_face_subset (face, glyphs));
  return self->cut;
}
