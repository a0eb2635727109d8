/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

#include <string.h>

/* Issued papers for tests in a compact notation, a line each: an element by its id, or P for a
 * paragraph, 1–4 for a heading; a line of an element again is another line of it.
 *
 *   cw_test_issued_new (CW_KIND_NOTICE, "issuers=县教育局\nmark-word=文件\ntitle=关于…\nP=正文");
 */

static inline CwElement
cw_test_issued_find_element (const char *id)
{
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (strcmp (cw_element_get_id (i), id) == 0)
      return i;
  g_error ("there is no element %s", id);
}

static inline CwBlock *
cw_test_issued_block (char kind, const char *utf8)
{
  g_autoptr (CwText) text = cw_text_new (utf8);

  return kind == 'P' ? cw_block_new_paragraph (text) : cw_block_new_heading (kind - '0', text);
}

static inline void
cw_test_issued_add (GString *elements[CW_N_ELEMENTS], const char *id, const char *value)
{
  GString **element = &elements[cw_test_issued_find_element (id)];

  if (*element == NULL)
    *element = g_string_new (value);
  else
    g_string_append_printf (*element, "\n%s", value);
}

static inline CwDocument *
cw_test_issued_new_with_form (const CwForm *form, const char *notation)
{
  g_auto (GStrv) lines = g_strsplit (notation, "\n", -1);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  GString *strings[CW_N_ELEMENTS] = { NULL };
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  CwDocument *document;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *value = strchr (lines[i], '=');

      if (value == NULL)
        continue;
      *value++ = '\0';
      if (lines[i][1] == '\0')
        g_ptr_array_add (blocks, cw_test_issued_block (lines[i][0], value));
      else
        cw_test_issued_add (strings, lines[i], value);
    }
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = strings[i] != NULL ? cw_text_new (strings[i]->str) : NULL;
  document = cw_document_new_with_form (form, elements, (CwBlock **) blocks->pdata, blocks->len);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    {
      g_clear_pointer (&elements[i], cw_text_unref);
      if (strings[i] != NULL)
        g_string_free (strings[i], TRUE);
    }
  return document;
}

static inline CwDocument *
cw_test_issued_new (CwKind kind, const char *notation)
{
  CwForm form = cw_form_default;

  cw_form_set_kind (&form, kind);
  return cw_test_issued_new_with_form (&form, notation);
}
