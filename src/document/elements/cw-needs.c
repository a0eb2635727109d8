/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-needs.h"

#include <string.h>

static gboolean
has_text (CwDocument *document, CwElement element)
{
  CwText *text = cw_document_get_element (document, element);

  return text != NULL && cw_text_get_n_characters (text) > 0;
}

/**
 * cw_document_get_need:
 * @document: a document
 * @element: an element
 *
 * What cw_element_get_need() says, and what follows from other elements: a classified paper has
 * copy numbers (R34), a document number has all its parts but the serial (R231), addressees that
 * are to be printed in the colophon (R98) are there.
 *
 * Returns: whether this document has to have @element
 */
CwNeed
cw_document_get_need (CwDocument *document, CwElement element)
{
  const CwForm *form = cw_document_get_form (document);
  CwNeed need = cw_element_get_need (element, form);

  if (need != CW_NEED_OPTIONAL)
    return need;
  if (element == CW_ELEMENT_COPY_NUMBER && has_text (document, CW_ELEMENT_CLASSIFICATION))
    return CW_NEED_REQUIRED;
  if (element == CW_ELEMENT_NUMBER_CODE && has_text (document, CW_ELEMENT_NUMBER_YEAR)
      && form->format != CW_FORMAT_MINUTES)
    return CW_NEED_REQUIRED;
  if (element == CW_ELEMENT_NUMBER_YEAR && has_text (document, CW_ELEMENT_NUMBER_CODE))
    return CW_NEED_REQUIRED;
  if (element == CW_ELEMENT_ADDRESSEES && form->addressees_in_colophon)
    return CW_NEED_REQUIRED;
  return need;
}

/* Whether any character between @start and @end says something. */
static gboolean
says_something (const char *start, const char *end)
{
  for (; start < end; start = g_utf8_next_char (start))
    if (g_unichar_isalnum (g_utf8_get_char (start)))
      return TRUE;
  return FALSE;
}

static gboolean
is_only_placeholders (CwText *text)
{
  const char *string = cw_text_get_string (text);
  guint n, done = 0;
  const CwPlaceholder *placeholders = cw_text_get_placeholders (text, &n);

  for (guint i = 0; i < n; i++)
    {
      if (says_something (string + done, string + placeholders[i].start))
        return FALSE;
      done = placeholders[i].unit_end;
    }
  return !says_something (string + done, string + cw_text_get_length (text));
}

/* 2024年　月　日: the day is not known yet (R230). */
static gboolean
has_blank_before_unit (const char *string)
{
  static const char *const units[] = { "年", "月", "日", "号" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *unit = strstr (string, units[i]);

      if (unit != NULL
          && (unit == string || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (unit)))))
        return TRUE;
    }
  return FALSE;
}

/* Half of a date or of a number is none. */
static gboolean
is_incomplete (CwElement element, CwText *text)
{
  guint n;

  if (element != CW_ELEMENT_DATE && element != CW_ELEMENT_PRINTING_DATE)
    return FALSE;
  cw_text_get_placeholders (text, &n);
  return n > 0 || has_blank_before_unit (cw_text_get_string (text));
}

/**
 * cw_document_is_missing:
 * @document: a document
 * @element: an element
 *
 * Returns: whether the document has to have @element and there is nothing in it, or nothing but
 *   blanks to be filled in
 */
gboolean
cw_document_is_missing (CwDocument *document, CwElement element)
{
  CwText *text = cw_document_get_element (document, element);

  if (cw_document_get_need (document, element) != CW_NEED_REQUIRED)
    return FALSE;
  return text == NULL || is_only_placeholders (text) || is_incomplete (element, text);
}

/**
 * cw_document_count_missing:
 * @document: a document
 *
 * Returns: how many elements are missing, see cw_document_is_missing()
 */
guint
cw_document_count_missing (CwDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    n += cw_document_is_missing (document, i);
  return n;
}
