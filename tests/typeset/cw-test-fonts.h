/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "typeset/fonts/cw-typefaces.h"

G_BEGIN_DECLS

/*
 * Closed worlds of fonts: nothing of the machine's configuration, only the files named. A file that is not
 * installed makes a test skip, never fail for the wrong reason.
 */

#define CW_TEST_FANDOL "FandolFang-Regular.otf"
#define CW_TEST_KAITI "gkai00mp.ttf"
#define CW_TEST_LXGW "LXGWWenKai-Light.ttf"
#define CW_TEST_NOTO_SERIF "NotoSerifCJK-Regular.ttc"
#define CW_TEST_NOTO_SERIF_600 "NotoSerifCJK-SemiBold.ttc"
#define CW_TEST_NOTO_SERIF_700 "NotoSerifCJK-Bold.ttc"
#define CW_TEST_NOTO_SANS "NotoSansCJK-Regular.ttc"
#define CW_TEST_NOTO_SANS_500 "NotoSansCJK-Medium.ttc"
#define CW_TEST_LIBERATION "LiberationSerif-Regular.ttf"

/* The fonts README asks for, all of them. */
#define CW_TEST_ALL_FONTS                                                                          \
  CW_TEST_FANDOL, CW_TEST_KAITI, CW_TEST_LXGW, CW_TEST_NOTO_SERIF, CW_TEST_NOTO_SERIF_600,         \
      CW_TEST_NOTO_SANS, CW_TEST_NOTO_SANS_500

/* Path of an installed font file by its name; NULL if it is not there. */
static inline char *
cw_test_font_path (const char *name)
{
  FcPattern *everything = FcPatternCreate ();
  FcObjectSet *objects = FcObjectSetBuild (FC_FILE, NULL);
  FcFontSet *set = FcFontList (NULL, everything, objects);
  char *path = NULL;
  for (int i = 0; set != NULL && path == NULL && i < set->nfont; i++)
    {
      FcChar8 *file = NULL;
      FcPatternGetString (set->fonts[i], FC_FILE, 0, &file);
      g_autofree char *base = g_path_get_basename ((const char *) file);
      if (g_str_equal (base, name))
        path = g_strdup ((const char *) file);
    }
  FcFontSetDestroy (set);
  FcObjectSetDestroy (objects);
  FcPatternDestroy (everything);
  return path;
}

/* Adds an installed file; FALSE, and the running test skipped, if it is not there. */
static inline gboolean
cw_test_config_add (FcConfig *config, const char *name)
{
  g_autofree char *path = cw_test_font_path (name);
  if (path == NULL)
    {
      g_autofree char *message = g_strdup_printf ("%s is not installed", name);
      g_test_skip (message);
      return FALSE;
    }
  g_assert_true (FcConfigAppFontAddFile (config, (const FcChar8 *) path));
  return TRUE;
}

/* Typefaces from exactly the files named, up to NULL; NULL if the test has to be skipped. */
static inline CwTypefaces *
cw_test_typefaces (const char *name, ...)
{
  FcConfig *config = FcConfigCreate ();
  gboolean complete = TRUE;
  va_list names;
  va_start (names, name);
  for (; complete && name != NULL; name = va_arg (names, const char *))
    complete = cw_test_config_add (config, name);
  va_end (names);
  CwTypefaces *typefaces = complete ? cw_typefaces_new (config) : NULL;
  FcConfigDestroy (config);
  return typefaces;
}

/*
 * A world for stand-ins: cw_test_world_add() gives a file of the world a name of its own by a symbolic link
 * in a fresh folder, and a rule that renames its family when it is scanned. So no test needs a font with a
 * third party's name.
 */
typedef struct
{
  char *folder;
  GString *rules;
  GPtrArray *files;
} CwTestWorld;

static inline CwTestWorld *
cw_test_world_new (void)
{
  CwTestWorld *self = g_new0 (CwTestWorld, 1);
  self->folder = g_dir_make_tmp ("chengwen-fonts-XXXXXX", NULL);
  self->rules = g_string_new ("<?xml version='1.0'?><fontconfig>");
  self->files = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* Path of a file in the world's folder, to be made by the test; added to the world. */
static inline const char *
cw_test_world_add_path (CwTestWorld *self, const char *as, const char *edits)
{
  char *path = g_build_filename (self->folder, as, NULL);
  g_ptr_array_add (self->files, path);
  g_string_append_printf (self->rules,
                          "<match target='scan'><test name='file' compare='eq'><string>%s</string></test>"
                          "%s</match>",
                          path, edits);
  return path;
}

/* @edits: the properties to set, as XML, for example what cw_test_family() gives. */
static inline gboolean
cw_test_world_add (CwTestWorld *self, const char *name, const char *as, const char *edits)
{
  g_autofree char *path = cw_test_font_path (name);
  if (path == NULL)
    {
      g_test_skip (name);
      return FALSE;
    }
  const char *link = cw_test_world_add_path (self, as, edits);
  g_assert_cmpint (symlink (path, link), ==, 0);
  return TRUE;
}

/* The edit that names a family, with its localized name if there is one. */
static inline char *
cw_test_family (const char *family, const char *localized)
{
  g_autofree char *second
      = localized != NULL ? g_markup_printf_escaped ("<string>%s</string>", localized) : g_strdup ("");
  g_autofree char *first = g_markup_escape_text (family, -1);
  return g_strdup_printf ("<edit name='family' mode='assign'><string>%s</string>%s</edit>", first, second);
}

static inline FcConfig *
cw_test_world_scan (CwTestWorld *self)
{
  FcConfig *config = FcConfigCreate ();
  g_autofree char *xml = g_strconcat (self->rules->str, "</fontconfig>", NULL);
  g_assert_true (FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) xml, FcTrue));
  for (guint i = 0; i < self->files->len; i++)
    g_assert_true (FcConfigAppFontAddFile (config, g_ptr_array_index (self->files, i)));
  return config;
}

static inline CwTypefaces *
cw_test_world_resolve (CwTestWorld *self)
{
  FcConfig *config = cw_test_world_scan (self);
  CwTypefaces *typefaces = cw_typefaces_new (config);
  FcConfigDestroy (config);
  return typefaces;
}

static inline void
cw_test_world_free (CwTestWorld *self)
{
  for (guint i = 0; i < self->files->len; i++)
    g_unlink (g_ptr_array_index (self->files, i));
  g_rmdir (self->folder);
  g_ptr_array_unref (self->files);
  g_string_free (self->rules, TRUE);
  g_free (self->folder);
  g_free (self);
}

/* Where a table of a TrueType file begins. */
static inline gsize
cw_test_find_table (const guint8 *font, const char *tag)
{
  guint n_tables = (guint) font[4] << 8 | font[5];
  for (guint i = 0; i < n_tables; i++)
    {
      const guint8 *record = font + 12 + 16 * i;
      if (memcmp (record, tag, 4) == 0)
        return (gsize) record[8] << 24 | (gsize) record[9] << 16 | (gsize) record[10] << 8 | record[11];
    }
  g_assert_not_reached ();
}

/* Takes the outline of a glyph away: it then begins where it ends. */
static inline void
cw_test_blank_glyph (guint8 *font, guint glyph)
{
  gsize head = cw_test_find_table (font, "head"), loca = cw_test_find_table (font, "loca");
  gsize size = font[head + 51] == 1 ? 4 : 2;
  memcpy (font + loca + glyph * size, font + loca + (glyph + 1) * size, size);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTestWorld, cw_test_world_free)

G_END_DECLS
