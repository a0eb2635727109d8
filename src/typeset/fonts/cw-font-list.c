/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-font-list.h"

#include "cw-typeface-table.h"

struct _CwFontList
{
  GPtrArray *fonts; /* (element-type CwFont): best last resort first */
  GHashTable
      *by_name; /* folded family name → (element-type CwFont) GPtrArray, in the order of fonts */
};

/* A row's weight is met by anything this near; named weights are 100 apart. */
#define WEIGHT_TOLERANCE 50

static char unusable; /* its address marks a font that cannot be opened or embedded */

static GMutex open_lock;

/**
 * cw_font_open:
 * @font: an installed font
 *
 * Opens it on first use. A file that is damaged, or whose maker forbids to embed it in a PDF, is
 * passed over without a word: the next in the list takes its place.
 *
 * Returns: (transfer none) (nullable): its face, as long as the list lives
 */
CwFace *
cw_font_open (CwFont *font)
{
  gpointer face = g_atomic_pointer_get (&font->face);

  if (G_UNLIKELY (face == NULL))
    {
      g_mutex_lock (&open_lock);
      face = g_atomic_pointer_get (&font->face);
      if (face == NULL)
        {
          g_autoptr (CwFace) opened
              = cw_face_new (font->path, font->index, font->family, font->weight, NULL);
          gboolean usable = opened != NULL && cw_face_may_embed (opened);

          face = usable ? (gpointer) g_steal_pointer (&opened) : &unusable;
          g_atomic_pointer_set (&font->face, face);
        }
      g_mutex_unlock (&open_lock);
    }
  return face != &unusable ? face : NULL;
}

static void
cw_font_free (CwFont *font)
{
  if (font->face != NULL && font->face != &unusable)
    cw_face_unref (font->face);
  if (font->characters != NULL)
    FcCharSetDestroy (font->characters);
  g_free (font->path);
  g_free (font->family);
  g_free (font->style);
  g_free (font);
}

/* As fontconfig compares names: letter case and blanks do not matter. */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  return g_strjoinv (NULL, words);
}

static const char *
get_string (FcPattern *pattern, const char *object)
{
  FcChar8 *value = NULL;

  if (FcPatternGetString (pattern, object, 0, &value) != FcResultMatch)
    return "";
  return (const char *) value;
}

/* Fandol's Bold files say they are regular and its Braille files say they are Chinese (fonts.md
 * trap 2); any other file that calls itself bold and weighs regular is as little to be trusted. */
static gboolean
is_mislabelled (const char *family, const char *style, const char *path, int weight)
{
  gboolean says_bold = strstr (style, "Bold") != NULL;
  gboolean half_bold = strstr (style, "Semi") != NULL || strstr (style, "Demi") != NULL;

  if (says_bold && !half_bold && weight < 600)
    return TRUE;
  if (!g_str_has_prefix (family, "Fandol"))
    return FALSE;

  g_autofree char *name = g_path_get_basename (path);
  return strstr (name, "Bold") != NULL || strstr (name, "Braille") != NULL
         || strstr (family, "Braille") != NULL || strstr (style, "Braille") != NULL;
}

static int
get_weight (FcPattern *pattern)
{
  double weight = FC_WEIGHT_REGULAR;

  FcPatternGetDouble (pattern, FC_WEIGHT, 0, &weight);
  return (int) (FcWeightToOpenTypeDouble (weight) + 0.5);
}

/* Outlines that HarfBuzz and cairo can both use; of a variable font its named instances, which are
 * listed too. */
static gboolean
is_usable (FcPattern *pattern)
{
  FcBool scalable = FcTrue, variable = FcFalse, colour = FcFalse;
  const char *format = get_string (pattern, FC_FONTFORMAT);

  FcPatternGetBool (pattern, FC_SCALABLE, 0, &scalable);
  FcPatternGetBool (pattern, FC_VARIABLE, 0, &variable);
  FcPatternGetBool (pattern, FC_COLOR, 0, &colour);
  return (scalable || colour) && !variable
         && (strcmp (format, "TrueType") == 0 || strcmp (format, "CFF") == 0);
}

static CwFont *
cw_font_new (FcPattern *pattern)
{
  FcCharSet *characters = NULL;
  const char *path = get_string (pattern, FC_FILE);
  const char *family = get_string (pattern, FC_FAMILY);
  const char *style = get_string (pattern, FC_STYLE);
  int weight = get_weight (pattern);

  if (*path == '\0' || *family == '\0' || !is_usable (pattern)
      || FcPatternGetCharSet (pattern, FC_CHARSET, 0, &characters) != FcResultMatch
      || is_mislabelled (family, style, path, weight))
    return NULL;

  CwFont *font = g_new0 (CwFont, 1);
  font->path = g_strdup (path);
  font->family = g_strdup (family);
  font->style = g_strdup (style);
  font->weight = weight;
  font->characters = FcCharSetCopy (characters);
  FcPatternGetInteger (pattern, FC_INDEX, 0, &font->index);
  FcPatternGetInteger (pattern, FC_SLANT, 0, &font->slant);
  return font;
}

/* Forms of other regions come last of all, whatever else speaks for the font (fonts.md trap 7). */
static gboolean
is_foreign (const CwFont *font)
{
  static const char *const marks[]
      = { " JP", " KR", " TC", " HK", " TW", "CJK JP", "IPA", "TakaoP" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (font->family, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

static int
get_oddness (const CwFont *font)
{
  int oddness = ABS (font->weight - 400);

  if (is_foreign (font))
    oddness += 100000;
  if (font->slant != 0)
    oddness += 10000;
  if (strstr (font->family, "Mono") != NULL || strstr (font->style, "Condensed") != NULL)
    oddness += 5000;
  return oddness;
}

static int
compare_fonts (gconstpointer a, gconstpointer b)
{
  const CwFont *left = *(CwFont *const *) a;
  const CwFont *right = *(CwFont *const *) b;
  int order = get_oddness (left) - get_oddness (right);

  if (order == 0)
    order = strcmp (left->family, right->family);
  if (order == 0)
    order = strcmp (left->path, right->path);
  return order != 0 ? order : left->index - right->index;
}

static void
add_name (CwFontList *self, const char *name, CwFont *font)
{
  g_autofree char *folded = fold_name (name);
  GPtrArray *fonts = g_hash_table_lookup (self->by_name, folded);
  if (fonts == NULL)
    {
      fonts = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_steal_pointer (&folded), fonts);
    }
  g_ptr_array_add (fonts, font);
}

static void
add_pattern (CwFontList *self, FcPattern *pattern)
{
  CwFont *font = cw_font_new (pattern);

  if (font == NULL)
    return;

  g_ptr_array_add (self->fonts, font);
  FcChar8 *name;
  for (int i = 0; FcPatternGetString (pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
    add_name (self, (const char *) name, font);
}

/* The set is fontconfig's own; FcFontList would make a copy of every font in it first. */
static void
add_set (CwFontList *self, const FcFontSet *set)
{
  for (int i = 0; set != NULL && i < set->nfont; i++)
    add_pattern (self, set->fonts[i]);
}

static void
sort_names (CwFontList *self)
{
  GHashTableIter iter;
  gpointer fonts;

  g_hash_table_iter_init (&iter, self->by_name);
  while (g_hash_table_iter_next (&iter, NULL, &fonts))
    g_ptr_array_sort (fonts, compare_fonts);
}

/**
 * cw_font_list_new:
 * @config: (nullable): the fontconfig configuration, or %NULL for the one of this process
 *
 * Lists the fonts; opens none.
 *
 * Returns: (transfer full): the list, perhaps empty
 */
CwFontList *
cw_font_list_new (FcConfig *config)
{
  CwFontList *self = g_new0 (CwFontList, 1);

  self->fonts = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_font_free);
  self->by_name
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  FcConfig *used = FcConfigReference (config); /* another thread may find the fonts out of date */
  add_set (self, FcConfigGetFonts (used, FcSetSystem));
  add_set (self, FcConfigGetFonts (used, FcSetApplication));
  FcConfigDestroy (used);

  g_ptr_array_sort (self->fonts, compare_fonts);
  sort_names (self);
  return self;
}

/**
 * cw_font_list_free:
 * @self: (transfer full): a list
 */
void
cw_font_list_free (CwFontList *self)
{
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->fonts);
  g_free (self);
}

/* How far a font is from the weight asked for, or -1 if it will not do. */
static int
get_distance (const CwFont *font, int weight)
{
  int distance = ABS (font->weight - (weight == CW_ANY_WEIGHT ? 400 : weight));

  if (font->slant != 0 || (weight != CW_ANY_WEIGHT && distance > WEIGHT_TOLERANCE))
    return -1;
  return distance;
}

/* Adds the fonts nearest in weight; more than one only if the same face is installed twice. */
static void
add_nearest (GPtrArray *fonts, int weight, GPtrArray *found)
{
  int best = G_MAXINT;
  guint first = found->len;

  for (guint i = 0; i < fonts->len; i++)
    {
      CwFont *font = g_ptr_array_index (fonts, i);
      int distance = get_distance (font, weight);

      if (distance < 0 || distance > best)
        continue;
      if (distance < best)
        g_ptr_array_set_size (found, (int) first);
      best = distance;
      g_ptr_array_add (found, font);
    }
}

/**
 * cw_font_list_find:
 * @self: a list
 * @names: family names separated by |, in any language, tried from left to right
 * @weight: the OpenType weight wanted, or %CW_ANY_WEIGHT for the most regular there is
 * @found: (element-type CwFont): the upright fonts of these families are appended here
 */
void
cw_font_list_find (CwFontList *self, const char *names, int weight, GPtrArray *found)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (int i = 0; list[i] != NULL; i++)
    {
      g_autofree char *folded = fold_name (list[i]);
      GPtrArray *fonts = g_hash_table_lookup (self->by_name, folded);
      if (fonts != NULL)
        add_nearest (fonts, weight, found);
    }
}

/**
 * cw_font_list_get_n_fonts:
 * @self: a list
 *
 * Returns: how many fonts there are
 */
guint
cw_font_list_get_n_fonts (CwFontList *self)
{
  return self->fonts->len;
}

/**
 * cw_font_list_get_font:
 * @self: a list
 * @position: below cw_font_list_get_n_fonts()
 *
 * Returns: (transfer none): the font there; upright regular ones with Mainland forms come first
 */
CwFont *
cw_font_list_get_font (CwFontList *self, guint position)
{
  return g_ptr_array_index (self->fonts, position);
}
