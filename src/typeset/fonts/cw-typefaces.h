/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <fontconfig/fontconfig.h>

#include "cw-face.h"

G_BEGIN_DECLS

/**
 * CwTypeface:
 * @CW_TYPEFACE_XIAOBIAOSONG: 小标宋: title, issuer mark
 * @CW_TYPEFACE_FANGSONG: 仿宋: the body and everything not named otherwise (R8)
 * @CW_TYPEFACE_KAITI: 楷体: level-2 headings, subtitles
 * @CW_TYPEFACE_HEITI: 黑体: level-1 headings
 * @CW_TYPEFACE_SONGTI: 宋体: page numbers
 *
 * The typefaces the standard names (R9): roles, each filled by the best family installed.
 */
typedef enum
{
  CW_TYPEFACE_XIAOBIAOSONG,
  CW_TYPEFACE_FANGSONG,
  CW_TYPEFACE_KAITI,
  CW_TYPEFACE_HEITI,
  CW_TYPEFACE_SONGTI,
  CW_N_TYPEFACES,
} CwTypeface;

/**
 * CwTypefaces:
 *
 * The five typefaces as found on this machine, each a primary face and the faces that fill in the
 * characters it lacks. Resolved once, then immutable apart from an internal locked cache;
 * atomically reference-counted, usable from any thread.
 */
typedef struct _CwTypefaces CwTypefaces;

CwTypefaces *cw_typefaces_get_default (void);
CwTypefaces *cw_typefaces_new (FcConfig *config);
CwTypefaces *cw_typefaces_ref (CwTypefaces *self);
void cw_typefaces_unref (CwTypefaces *self);

const char *cw_typeface_get_name (CwTypeface typeface);
CwFace *cw_typefaces_get_primary (CwTypefaces *self, CwTypeface typeface);
CwFace *cw_typefaces_get_latin (CwTypefaces *self);
gboolean cw_typefaces_is_substitute (CwTypefaces *self, CwTypeface typeface);
CwFace *cw_typefaces_get_box_face (CwTypefaces *self, CwTypeface typeface);
CwFace *cw_typefaces_find (CwTypefaces *self, CwTypeface typeface, gunichar ch,
                           hb_codepoint_t *glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTypefaces, cw_typefaces_unref)

G_END_DECLS
