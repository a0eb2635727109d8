/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-elements-edit.h"

#include <string.h>

#include "document/edits/cw-edit-elements.h"
#include "document/elements/cw-needs.h"

/* Where two strings start to differ, on a character boundary. */
static gsize
common_start (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && (a[n] & 0xC0) == 0x80)
    n--;
  while (n > 0 && (b[n] & 0xC0) == 0x80)
    n--;
  return n;
}

static gsize
common_end (const char *a, gsize a_length, const char *b, gsize b_length)
{
  gsize n = 0;

  while (n < a_length && n < b_length && a[a_length - n - 1] == b[b_length - n - 1])
    n++;
  while (n > 0 && ((a[a_length - n] & 0xC0) == 0x80 || (b[b_length - n] & 0xC0) == 0x80))
    n--;
  return n;
}

/* Only what differs is replaced, so that emphasis in the rest stays. */
static CwText *
change_text (CwText *old, const char *text)
{
  const char *was = cw_text_get_string (old);
  gsize start = common_start (was, text);
  gsize end = common_end (was + start, strlen (was + start), text + start, strlen (text + start));
  g_autofree char *middle = g_strndup (text + start, strlen (text + start) - end);
  g_autoptr (CwText) insert = cw_text_new (middle);

  return cw_text_splice (old, start, strlen (was) - end, insert);
}

/* An element of the flow that was emptied keeps its line in the editor. */
static gboolean
goes_away (CwElement element, CwText *old, const char *text)
{
  return *text == '\0' && (old == NULL || element >= CW_N_FLOW_ELEMENTS);
}

/**
 * cw_elements_edit_text:
 * @document: a document
 * @element: one of its elements
 * @text: what the element says from now on
 *
 * Returns: (transfer full): the document with that; itself if it says so already
 */
CwDocument *
cw_elements_edit_text (CwDocument *document, CwElement element, const char *text)
{
  CwText *old = cw_document_get_element (document, element);
  g_autoptr (CwText) changed = NULL;

  if (strcmp (old != NULL ? cw_text_get_string (old) : "", text) == 0)
    return cw_document_ref (document);
  if (goes_away (element, old, text))
    return cw_edit_set_element (document, element, NULL);
  changed = old != NULL ? change_text (old, text) : cw_text_new (text);
  return cw_edit_set_element (document, element, changed);
}

/**
 * cw_elements_count_missing:
 * @document: a document
 * @group: a part of the page, or %CW_N_GROUPS for all
 *
 * Returns: how many elements are required there and empty
 */
guint
cw_elements_count_missing (CwDocument *document, CwElementGroup group)
{
  guint n = 0;

  for (CwElement element = 0; element < CW_N_ELEMENTS; element++)
    if ((group == CW_N_GROUPS || cw_element_get_group (element) == group)
        && cw_document_is_missing (document, element))
      n++;
  return n;
}
