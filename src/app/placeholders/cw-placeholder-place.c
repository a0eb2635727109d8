/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-place.h"

#include <glib/gi18n-lib.h>

/* Characters of the sentence shown on both sides of a blank. */
#define CONTEXT 12

/**
 * cw_placeholder_find_page:
 * @pages: pages, perhaps of a document that is a few keys older
 * @at: a stretch
 *
 * Returns: the page it is printed on, from 1; 0 if it is on none
 */
guint
cw_placeholder_find_page (CwPages *pages, const CwStretch *at)
{
  const CwField *field = &at->field;
  graphene_rect_t area;
  guint page;
  gboolean found;

  if (field->kind == CW_FIELD_ELEMENT)
    found = cw_pages_find_element (pages, field->element, &page, &area);
  else if (field->kind == CW_FIELD_CELL)
    found = cw_pages_find_cell_place (pages, field->block, field->row, field->column, &page, &area);
  else
    found = cw_pages_find_place (pages, (CwPlace) { at->line, at->start }, &page, &area);
  return found ? page + 1 : 0;
}

/* …完成整改XX处，整… */
static char *
cut_context (CwDocument *document, const CwBlank *blank)
{
  guint start, end;
  g_autofree char *sentence = cw_blank_describe_sentence (document, blank, &start, &end);
  const char *from = sentence + start, *to = sentence + end;
  g_autofree char *words = NULL;

  for (guint i = 0; i < CONTEXT && from > sentence; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < CONTEXT && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  words = g_strndup (from, to - from);
  return g_strconcat (from > sentence ? "…" : "", words, *to != '\0' ? "…" : "", NULL);
}

/**
 * cw_placeholder_describe_left:
 * @pages: the pages of a document
 * @n_most: how many to name at most
 *
 * Returns: (transfer full): the first placeholders still to be filled in, a line each with page and
 *   words, and how many more there are; empty if there are none
 */
char *
cw_placeholder_describe_left (CwPages *pages, guint n_most)
{
  CwDocument *document = cw_pages_get_document (pages);
  g_autoptr (GArray) blanks = cw_blanks_find (document, FALSE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (blanks->len, n_most); i++)
    {
      const CwBlank *blank = &g_array_index (blanks, CwBlank, i);
      g_autofree char *context = cut_context (document, blank);
      guint page = cw_placeholder_find_page (pages, &blank->at);

      /* Translators: number of the page, words around the placeholder */
      g_string_append_printf (text, _ ("Page %u: “%s”"), MAX (page, 1), context);
      g_string_append_c (text, '\n');
    }
  if (blanks->len > n_most)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", blanks->len - n_most),
        blanks->len - n_most);
  return g_strchomp (g_string_free_and_steal (text));
}
