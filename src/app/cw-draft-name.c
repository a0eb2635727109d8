/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-draft-private.h"

#include <string.h>

/* Longest stem of a file name made of a title, in bytes: a name may have 255 in all. */
#define LONGEST_STEM 180

/**
 * cw_draft_stem_of:
 * @file: a file
 *
 * Returns: (transfer full): its name for people, without the ending
 */
char *
cw_draft_stem_of (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  char *dot = g_utf8_strrchr (shown, -1, '.');

  if (dot != NULL && dot > shown)
    *dot = '\0';
  return g_steal_pointer (&shown);
}

/**
 * cw_draft_title_of:
 * @document: a document
 *
 * Returns: (transfer full) (nullable): its title in one line
 */
char *
cw_draft_title_of (CwDocument *document)
{
  CwText *text = cw_document_get_element (document, CW_ELEMENT_TITLE);
  g_autofree char *title = NULL;

  if (text == NULL || cw_text_is_empty (text))
    return NULL;
  title = g_strdelimit (g_strdup (cw_text_get_string (text)), "\n\t", ' ');
  g_strstrip (title);
  return *title != '\0' ? g_steal_pointer (&title) : NULL;
}

/**
 * cw_draft_suggest_name:
 * @self: a draft
 * @extension: what the name shall end with, without the dot
 *
 * Returns: (transfer full): a name for a file made of it: that of its project, or its title
 */
char *
cw_draft_suggest_name (CwDraft *self, const char *extension)
{
  g_autofree char *stem = NULL;

  g_return_val_if_fail (CW_IS_DRAFT (self), NULL);

  if (self->file != NULL)
    stem = cw_draft_stem_of (self->file);
  else
    stem = cw_draft_title_of (cw_draft_get_document (self));
  if (stem == NULL)
    stem = g_strdup (self->title);
  g_strdelimit (stem, "/\\:*?\"<>|", ' ');
  if (strlen (stem) > LONGEST_STEM)
    *g_utf8_find_prev_char (stem, stem + LONGEST_STEM) = '\0';
  return g_strconcat (stem, ".", extension, NULL);
}
