/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-printed-text.h"

#include <string.h>

#define BLANK "　"

/* --- the document number --- */

/* The element without blanks around it; "" if the paper does not have it. */
static char *
get_trimmed (CwDocument *document, CwElement element)
{
  CwText *text = cw_document_get_element (document, element);
  const char *start, *end;

  if (text == NULL
      || cw_element_get_need (element, cw_document_get_form (document)) == CW_NEED_NONE)
    return g_strdup ("");
  start = cw_text_get_string (text);
  end = start + cw_text_get_length (text);
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, end - start);
}

static gboolean
is_whole_number (const char *serial)
{
  return g_str_has_prefix (serial, "第") || g_str_has_suffix (serial, "号")
         || g_str_has_suffix (serial, "期") || g_str_has_suffix (serial, "次");
}

/* 第12号, 第3期: a number that runs on by itself. */
static char *
format_running (const char *serial, const char *counter)
{
  if (is_whole_number (serial))
    return g_strdup (serial);
  return g_strdup_printf ("第%s%s", *serial != '\0' ? serial : BLANK, counter);
}

static char *
format_number (const char *code, const char *year, const char *serial)
{
  return g_strdup_printf ("%s〔%s〕%s号", code, *year != '\0' ? year : BLANK BLANK,
                          *serial != '\0' ? serial : BLANK);
}

/**
 * cw_document_get_number_text:
 * @document: a document
 *
 * Writes the document number (7.2.5, R43): 国发〔2012〕10号, with a blank where the serial is not
 * given out yet (R231): 国发〔2012〕　号. An order has 第12号 (R129), a bulletin 第3期 (R209); minutes,
 * proclamations and the like without code and year have the same. A serial that is a whole number
 * already, such as 第3期（总第15期）, stands as it is.
 *
 * Returns: (transfer full) (nullable): the number; %NULL if the paper has none
 */
char *
cw_document_get_number_text (CwDocument *document)
{
  const CwForm *form = cw_document_get_form (document);
  g_autofree char *code = get_trimmed (document, CW_ELEMENT_NUMBER_CODE);
  g_autofree char *year = get_trimmed (document, CW_ELEMENT_NUMBER_YEAR);
  g_autofree char *serial = get_trimmed (document, CW_ELEMENT_NUMBER_SERIAL);

  if (form->format == CW_FORMAT_WORKING_PAPER)
    return NULL;
  if (form->format == CW_FORMAT_ORDER)
    return format_running (serial, "号");
  if (form->format == CW_FORMAT_BULLETIN)
    return format_running (serial, "期");
  if (*code != '\0' || *year != '\0')
    return format_number (code, year, serial);
  if (*serial == '\0')
    return NULL;
  return format_running (serial, form->format == CW_FORMAT_MINUTES ? "期" : "号");
}

/* --- attachments --- */

/**
 * cw_document_get_attachment_label:
 * @document: a document
 * @attachment: from 0
 *
 * Returns: (transfer full): what stands above the attachment (R91): 附件 if it is the only one,
 *   otherwise 附件1
 */
char *
cw_document_get_attachment_label (CwDocument *document, guint attachment)
{
  if (cw_document_get_n_attachments (document) == 1)
    return g_strdup ("附件");
  return g_strdup_printf ("附件%u", attachment + 1);
}

/* Takes breaks set by hand out: the name is broken anew in the list. */
static char *
without_breaks (const char *title)
{
  g_autoptr (GString) name = g_string_new (title);

  g_string_replace (name, "\342\200\250", "", 0); /* U+2028 */
  g_string_replace (name, "\n", "", 0);
  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&name)));
}

static gboolean
cut_suffix (char *name, const char *const *suffixes)
{
  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (name, suffixes[i]))
      {
        name[strlen (name) - strlen (suffixes[i])] = '\0';
        return TRUE;
      }
  return FALSE;
}

/* 《…》 around the whole name, not 《…》和《…》. */
static gboolean
is_in_title_marks (const char *name)
{
  const char *close = strstr (name, "》");

  return g_str_has_prefix (name, "《") && close != NULL && close[strlen ("》")] == '\0';
}

/**
 * cw_document_get_attachment_name:
 * @document: a document
 * @attachment: from 0
 *
 * Makes of the title of an attachment its name in the attachment list (R65, R68): the same words
 * without breaks set by hand, without 《》 around them and without punctuation behind them.
 *
 * Returns: (transfer full): the name; empty if it has no title yet
 */
char *
cw_document_get_attachment_name (CwDocument *document, guint attachment)
{
  static const char *const ends[]
      = { "。", "．", "，", "、", "；", "：", ".", ",", ";", ":", " ", BLANK, NULL };
  guint block = cw_document_get_attachment (document, attachment, NULL);
  CwText *title = cw_block_get_text (cw_document_get_block (document, block));
  g_autofree char *name = without_breaks (cw_text_get_string (title));

  while (cut_suffix (name, ends))
    ;
  if (!is_in_title_marks (name))
    return g_steal_pointer (&name);
  return g_strndup (name + strlen ("《"), strlen (name) - strlen ("《") - strlen ("》"));
}
