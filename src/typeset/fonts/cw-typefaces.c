/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-typefaces.h"

#include "cw-font-list.h"
#include "cw-typeface-table.h"

/* Chains of one typeface: who sets it, who helps out. */
typedef struct
{
  CwFace *primary; /* borrowed from the list; NULL only if no font is installed */
  gboolean substitute;
  GPtrArray *fonts; /* (element-type CwFont): the primary's and then who helps out, in order */
} CwChain;

struct _CwTypefaces
{
  gatomicrefcount ref_count;
  CwFontList *list;
  CwChain chains[CW_N_TYPEFACES];
  GMutex lock;
  GHashTable *last_resort; /* character → CwFont or NULL, under the lock */
};

static const char *const names[CW_N_TYPEFACES] = {
  [CW_TYPEFACE_XIAOBIAOSONG] = "小标宋", [CW_TYPEFACE_FANGSONG] = "仿宋",
  [CW_TYPEFACE_KAITI] = "楷体",          [CW_TYPEFACE_HEITI] = "黑体",
  [CW_TYPEFACE_SONGTI] = "宋体",
};

/* Characters only a font for Mainland text has together. */
static const gunichar mainland[]
    = { 0x56FD /* 国 */, 0x4EEC /* 们 */, 0x8FD9 /* 这 */, 0x4E66 /* 书 */ };

static void
add_once (GPtrArray *fonts, CwFont *font)
{
  if (!g_ptr_array_find (fonts, font, NULL))
    g_ptr_array_add (fonts, font);
}

static gboolean
is_member (const CwTypefaceRow *row, CwTypeface typeface)
{
  return row->rank != CW_RANK_FALLBACK && row->typeface == typeface;
}

static gboolean
is_fallback (const CwTypefaceRow *row, CwTypeface typeface)
{
  return row->rank == CW_RANK_FALLBACK
         && (row->typeface == typeface || row->typeface == CW_N_TYPEFACES);
}

/* The fonts of a row, none if it is not for the typeface. */
static void
find_row (CwTypefaces *self, const CwTypefaceRow *row, CwTypeface typeface, GPtrArray *found)
{
  g_ptr_array_set_size (found, 0);
  if (is_member (row, typeface) || is_fallback (row, typeface))
    cw_font_list_find (self->list, row->names, row->weight, found);
}

/* Looks for the first font of the rows that can be opened. */
static CwFont *
find_primary (CwTypefaces *self, CwTypeface typeface, CwTypefaceRank *rank)
{
  guint n_rows;
  const CwTypefaceRow *rows = cw_typeface_table_get (&n_rows);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      find_row (self, &rows[i], typeface, found);
      for (guint j = 0; j < found->len; j++)
        if (cw_font_open (g_ptr_array_index (found, j)) != NULL)
          {
            *rank = rows[i].rank;
            return g_ptr_array_index (found, j);
          }
    }
  return NULL;
}

static gboolean
has_all (const CwFont *font, const gunichar *chars, guint n_chars)
{
  for (guint i = 0; i < n_chars; i++)
    if (!FcCharSetHasChar (font->characters, chars[i]))
      return FALSE;
  return TRUE;
}

/* A machine with none of the fonts of the table: any font for simplified Chinese, any with Han, any
 * at all. */
static CwFont *
find_any (CwTypefaces *self)
{
  for (int n_chars = G_N_ELEMENTS (mainland); n_chars >= 0; n_chars--)
    for (guint i = 0; i < cw_font_list_get_n_fonts (self->list); i++)
      {
        CwFont *font = cw_font_list_get_font (self->list, i);

        if (has_all (font, mainland, (guint) n_chars) && cw_font_open (font) != NULL)
          return font;
      }
  return NULL;
}

/* Another member of the typeface helps out if it has more characters than the primary; fallbacks
 * always. */
static void
add_helpers (CwTypefaces *self, CwTypeface typeface, CwFont *primary)
{
  guint n_rows;
  const CwTypefaceRow *rows = cw_typeface_table_get (&n_rows);
  FcChar32 n_characters = FcCharSetCount (primary->characters);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      find_row (self, &rows[i], typeface, found);
      for (guint j = 0; j < found->len; j++)
        {
          CwFont *font = g_ptr_array_index (found, j);

          if (rows[i].rank == CW_RANK_FALLBACK || FcCharSetCount (font->characters) > n_characters)
            add_once (self->chains[typeface].fonts, font);
        }
    }
}

static void
resolve (CwTypefaces *self, CwTypeface typeface)
{
  CwChain *chain = &self->chains[typeface];

  chain->fonts = g_ptr_array_new ();
  chain->substitute = TRUE;

  CwTypefaceRank rank = CW_RANK_FALLBACK;
  CwFont *primary = find_primary (self, typeface, &rank);
  if (primary == NULL)
    primary = find_any (self);
  if (primary == NULL)
    return;

  chain->primary = cw_font_open (primary);
  chain->substitute = rank != CW_RANK_STANDARD;
  g_ptr_array_add (chain->fonts, primary);
  add_helpers (self, typeface, primary);
}

/**
 * cw_typefaces_new:
 * @config: (nullable): the fonts to choose from, or %NULL for those of this machine
 *
 * Fills the five typefaces (R9) from the fonts in @config by the ordered lists of
 * cw-typeface-table.c. Only the primary faces are opened now. Never a bold made up from a regular,
 * never a file that its maker forbids to embed.
 *
 * Returns: (transfer full): the typefaces
 */
CwTypefaces *
cw_typefaces_new (FcConfig *config)
{
  CwTypefaces *self = g_new0 (CwTypefaces, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->last_resort = g_hash_table_new (NULL, NULL);
  self->list = cw_font_list_new (config);
  for (int typeface = 0; typeface < CW_N_TYPEFACES; typeface++)
    resolve (self, (CwTypeface) typeface);
  return self;
}

/**
 * cw_typefaces_get_default:
 *
 * The typefaces of this machine, resolved when first asked for, from any thread. Fonts installed
 * later are seen by the next start.
 *
 * Returns: (transfer none): typefaces that live as long as the process
 */
CwTypefaces *
cw_typefaces_get_default (void)
{
  static CwTypefaces *typefaces;

  if (g_once_init_enter_pointer (&typefaces))
    g_once_init_leave_pointer (&typefaces, cw_typefaces_new (NULL));
  return typefaces;
}

/**
 * cw_typefaces_ref:
 * @self: typefaces
 *
 * Returns: (transfer full): @self
 */
CwTypefaces *
cw_typefaces_ref (CwTypefaces *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_typefaces_unref:
 * @self: (transfer full): typefaces
 */
void
cw_typefaces_unref (CwTypefaces *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (int typeface = 0; typeface < CW_N_TYPEFACES; typeface++)
    g_ptr_array_unref (self->chains[typeface].fonts);
  g_hash_table_unref (self->last_resort);
  g_mutex_clear (&self->lock);
  cw_font_list_free (self->list);
  g_free (self);
}

/**
 * cw_typeface_get_name:
 * @typeface: a typeface
 *
 * Returns: what the standard calls it, in Chinese
 */
const char *
cw_typeface_get_name (CwTypeface typeface)
{
  g_return_val_if_fail ((guint) typeface < CW_N_TYPEFACES, "");
  return names[typeface];
}

/**
 * cw_typefaces_get_primary:
 * @self: typefaces
 * @typeface: which one
 *
 * Returns: (transfer none) (nullable): the face it is set in; %NULL only on a machine without any
 * font
 */
CwFace *
cw_typefaces_get_primary (CwTypefaces *self, CwTypeface typeface)
{
  g_return_val_if_fail ((guint) typeface < CW_N_TYPEFACES, NULL);
  return self->chains[typeface].primary;
}

/**
 * cw_typefaces_get_latin:
 * @self: typefaces
 *
 * The face offices take for digits and Western words where they do not take those of 仿宋 (R11):
 * Times New Roman, or one drawn after it.
 *
 * Returns: (transfer none) (nullable): the face, or %NULL if the machine has none
 */
CwFace *
cw_typefaces_get_latin (CwTypefaces *self)
{
  static const char *const families
      = "Times New Roman|Liberation Serif|Tinos|TeX Gyre Termes|Nimbus Roman|FreeSerif|DejaVu Serif";
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  cw_font_list_find (self->list, families, 400, found);
  for (guint i = 0; i < found->len; i++)
    {
      CwFont *font = g_ptr_array_index (found, i);
      CwFace *face = font->slant == 0 ? cw_font_open (font) : NULL;

      if (face != NULL)
        return face;
    }
  return NULL;
}

/**
 * cw_typefaces_is_substitute:
 * @self: typefaces
 * @typeface: which one
 *
 * Returns: whether none of the faces of the trade is installed and another stands in for them
 */
gboolean
cw_typefaces_is_substitute (CwTypefaces *self, CwTypeface typeface)
{
  g_return_val_if_fail ((guint) typeface < CW_N_TYPEFACES, TRUE);
  return self->chains[typeface].substitute;
}

/**
 * cw_typefaces_get_box_face:
 * @self: typefaces
 * @typeface: which one
 *
 * The face whose glyph 0 stands for characters no font has. Some faces have nothing there; a gap
 * must be seen, so the first one with ink is taken.
 *
 * Returns: (transfer none) (nullable): a face; %NULL only on a machine without any font
 */
CwFace *
cw_typefaces_get_box_face (CwTypefaces *self, CwTypeface typeface)
{
  g_return_val_if_fail ((guint) typeface < CW_N_TYPEFACES, NULL);
  const CwChain *chain = &self->chains[typeface];
  for (guint i = 0; i < chain->fonts->len; i++)
    {
      CwFace *face = cw_font_open (g_ptr_array_index (chain->fonts, i));

      if (face != NULL && cw_face_get_extents (face, 0, NULL, NULL, NULL, NULL))
        return face;
    }
  return chain->primary;
}

static CwFace *
try_font (CwFont *font, gunichar ch, hb_codepoint_t *glyph)
{
  if (!FcCharSetHasChar (font->characters, ch))
    return NULL;
  CwFace *face = cw_font_open (font);
  return face != NULL && cw_face_get_glyph (face, ch, glyph) ? face : NULL;
}

/* Tibetan, Uyghur, emoji …: whatever font has the character; looked for once. */
static CwFont *
search_all (CwTypefaces *self, gunichar ch)
{
  hb_codepoint_t glyph;

  for (guint i = 0; i < cw_font_list_get_n_fonts (self->list); i++)
    {
      CwFont *font = cw_font_list_get_font (self->list, i);

      if (try_font (font, ch, &glyph) != NULL)
        return font;
    }
  return NULL;
}

static CwFont *
find_last_resort (CwTypefaces *self, gunichar ch)
{
  gpointer font = NULL;

  g_mutex_lock (&self->lock);
  if (!g_hash_table_lookup_extended (self->last_resort, GUINT_TO_POINTER (ch), NULL, &font))
    {
      font = search_all (self, ch);
      g_hash_table_insert (self->last_resort, GUINT_TO_POINTER (ch), font);
    }
  g_mutex_unlock (&self->lock);
  return font;
}

/**
 * cw_typefaces_find:
 * @self: typefaces
 * @typeface: which one
 * @ch: a character
 * @glyph: (out): its glyph
 *
 * Looks in the primary face, in the other members of the typeface that have more characters, in the
 * fallbacks that look most like it, and in the end in every font installed. Blank glyphs do not
 * count.
 *
 * Returns: (transfer none) (nullable): the face, which lives as long as @self, or %NULL if no font
 * has @ch
 */
CwFace *
cw_typefaces_find (CwTypefaces *self, CwTypeface typeface, gunichar ch, hb_codepoint_t *glyph)
{
  g_return_val_if_fail ((guint) typeface < CW_N_TYPEFACES, NULL);
  const CwChain *chain = &self->chains[typeface];
  if (chain->primary == NULL)
    return NULL;
  if (cw_face_get_glyph (chain->primary, ch, glyph))
    return chain->primary;

  for (guint i = 1; i < chain->fonts->len; i++)
    {
      CwFace *face = try_font (g_ptr_array_index (chain->fonts, i), ch, glyph);

      if (face != NULL)
        return face;
    }
  CwFont *font = find_last_resort (self, ch);
  return font != NULL ? try_font (font, ch, glyph) : NULL;
}
