/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <fontconfig/fontconfig.h>

#include "cw-face.h"

G_BEGIN_DECLS

/**
 * CwFont:
 * @path: its file
 * @index: face in the file, as fontconfig counts
 * @family: its first name
 * @style: its style name, may be empty
 * @weight: OpenType weight
 * @slant: fontconfig's slant, 0 is upright
 * @characters: the characters it has
 *
 * An installed font, known but not opened.
 */
typedef struct
{
  char *path;
  int index;
  char *family;
  char *style;
  int weight;
  int slant;
  FcCharSet *characters;
  gpointer face; /* atomic: NULL not tried, a CwFace, or a mark that it cannot be used */
} CwFont;

CwFace *cw_font_open (CwFont *font);

/**
 * CwFontList:
 *
 * The fonts installed, by name and by fitness for a last resort. Immutable but for the faces, which
 * open on first use; usable from any thread.
 */
typedef struct _CwFontList CwFontList;

CwFontList *cw_font_list_new (FcConfig *config);
void cw_font_list_free (CwFontList *self);

void cw_font_list_find (CwFontList *self, const char *names, int weight, GPtrArray *found);
guint cw_font_list_get_n_fonts (CwFontList *self);
CwFont *cw_font_list_get_font (CwFontList *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwFontList, cw_font_list_free)

G_END_DECLS
