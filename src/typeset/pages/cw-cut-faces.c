/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-cut-faces.h"

#include "typeset/fonts/cw-face-subset.h"

/* A mark that gives up half its cell still has the width of a whole one in the font, and the next
 * character begins before it ends. Readers of the PDF then take the two for parts of different
 * lines and copy them in the wrong order. So such a character is drawn from a face in which it is
 * narrower, by about as much: to a tenth of an em is near enough for all of them. */
static const double narrowings[] = { 0, 0.17, 0.34, 0.5 };

typedef struct
{
  hb_set_t *glyphs;
  hb_blob_t *subset; /* NULL until it is cut, and again when a glyph is new */
  hb_map_t *new_glyphs;
  cairo_font_face_t *faces[G_N_ELEMENTS (narrowings)];
} CwCutFace;

struct _CwCutFaces
{
  GHashTable *cuts; /* CwFace → CwCutFace */
};

static void
drop_cut (CwCutFace *cut)
{
  g_clear_pointer (&cut->subset, hb_blob_destroy);
  g_clear_pointer (&cut->new_glyphs, hb_map_destroy);
  for (guint i = 0; i < G_N_ELEMENTS (narrowings); i++)
    g_clear_pointer (&cut->faces[i], cairo_font_face_destroy);
}

static void
cut_face_free (gpointer data)
{
  CwCutFace *cut = data;

  drop_cut (cut);
  hb_set_destroy (cut->glyphs);
  g_free (cut);
}

/**
 * cw_cut_faces_new:
 *
 * Returns: (transfer full): no faces yet
 */
CwCutFaces *
cw_cut_faces_new (void)
{
  CwCutFaces *self = g_new0 (CwCutFaces, 1);

  self->cuts = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) cw_face_unref, cut_face_free);
  return self;
}

/**
 * cw_cut_faces_free:
 * @self: (transfer full): cut faces
 */
void
cw_cut_faces_free (CwCutFaces *self)
{
  g_hash_table_unref (self->cuts);
  g_free (self);
}

static CwCutFace *
find_cut (CwCutFaces *self, CwFace *face)
{
  CwCutFace *cut = g_hash_table_lookup (self->cuts, face);

  if (cut == NULL)
    {
      cut = g_new0 (CwCutFace, 1);
      cut->glyphs = hb_set_create ();
      g_hash_table_insert (self->cuts, cw_face_ref (face), cut);
    }
  return cut;
}

static void
use_glyph (CwCutFaces *self, const CwGlyph *glyph)
{
  CwCutFace *cut = find_cut (self, glyph->face);

  if (hb_set_has (cut->glyphs, glyph->index))
    return;
  hb_set_add (cut->glyphs, glyph->index);
  drop_cut (cut);
}

static void
use_line (CwCutFaces *self, CwParagraph *paragraph, guint number)
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

/**
 * cw_cut_faces_add_page:
 * @self: cut faces
 * @page: a page that will be drawn with them
 *
 * Makes sure that the faces have all the glyphs the page shows.
 */
void
cw_cut_faces_add_page (CwCutFaces *self, CwPage *page)
{
  for (guint i = 0; i < cw_page_get_n_items (page); i++)
    use_line (self, cw_page_get_item (page, i)->paragraph, cw_page_get_item (page, i)->line);
}

/**
 * cw_cut_faces_find_width:
 * @overlap: how far the next character begins before this one's glyph ends, em
 *
 * Returns: which of the widths of a face suits the character, for cw_cut_faces_get()
 */
guint
cw_cut_faces_find_width (double overlap)
{
  guint width = 0;

  while (width + 1 < G_N_ELEMENTS (narrowings)
         && overlap > (narrowings[width] + narrowings[width + 1]) / 2)
    width++;
  return width;
}

/**
 * cw_cut_faces_get:
 * @self: cut faces
 * @face: a face of a page that was added
 * @width: one of its widths, see cw_cut_faces_find_width()
 * @new_glyphs: (out) (transfer none) (nullable): the numbers its glyphs have now, %NULL for the old
 * ones
 *
 * Returns: (transfer none): the face to draw with: cut down, or whole where it cannot be cut
 */
cairo_font_face_t *
cw_cut_faces_get (CwCutFaces *self, CwFace *face, guint width, const hb_map_t **new_glyphs)
{
  CwCutFace *cut = find_cut (self, face);

  g_return_val_if_fail (width < G_N_ELEMENTS (narrowings), NULL);

  if (cut->subset == NULL)
    cut->subset = cw_face_subset (face, cut->glyphs, &cut->new_glyphs);
  if (cut->subset != NULL && cut->faces[width] == NULL)
    cut->faces[width] = cw_face_subset_open (cut->subset, narrowings[width]);
  *new_glyphs = cut->faces[width] != NULL ? cut->new_glyphs : NULL;
  return cut->faces[width] != NULL ? cut->faces[width] : cw_face_get_cairo_face (face);
}
