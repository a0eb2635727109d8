/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-element-check.h"

#include <string.h>

#include "cw-paper-date.h"

/* Repairs that need no judgement. What is left is for the eye, see cw_element_check(). */

static char *
replace (char *text, const char *pattern, const char *with)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  char *result = g_regex_replace (regex, text, -1, 0, with, 0, NULL);

  g_free (text);
  return result;
}

static char *
with_ascii_digits (const char *text)
{
  g_autoptr (GString) string = g_string_new (text);
  static const char *const wide[] = { "０", "１", "２", "３", "４", "５", "６", "７", "８", "９" };

  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    {
      char digit[] = { '0' + i, '\0' };

      g_string_replace (string, wide[i], digit, 0);
    }
  return g_string_free_and_steal (g_steal_pointer (&string));
}

/* No blanks around any line. */
static char *
trim_lines (char *text)
{
  text = replace (text, "[ \\t　]+(?=\\n|$)", "");
  text = replace (text, "(^|\\n)[ \\t　]+", "\\1");
  return replace (text, "^\\n+|\\n+$", "");
}

static char *
without_blanks (char *text)
{
  return replace (text, "\\s", "");
}

/* --- each element --- */

static char *
tidy_copy_number (char *text)
{
  g_autofree char *digits = replace (replace (text, "^(份号|№|No\\.?)[：:]?", ""), "\\s", "");
  gsize length = strlen (digits);

  if (length == 0 || length >= 6 || strspn (digits, "0123456789") != length)
    return g_steal_pointer (&digits);
  return g_strdup_printf ("%06u", (guint) g_ascii_strtoull (digits, NULL, 10));
}

static char *
tidy_period (char *text)
{
  static const char *const han[]
      = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "二十", "三十" };
  static const char *const numbers[]
      = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "20", "30" };

  text = replace (without_blanks (text), "^★", "");
  for (guint i = 0; i < G_N_ELEMENTS (han); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("^%s(?=年|个月|月|天|日)", han[i]);

      text = replace (text, pattern, numbers[i]);
    }
  return text;
}

static char *
tidy_serial (char *text)
{
  text = without_blanks (text);
  text = replace (text, "^第?0*([1-9][0-9]*)号?$", "\\1");
  return replace (text, "^第?0*([1-9][0-9]*)(期|次)$", "第\\1\\2");
}

static char *
tidy_names (char *text)
{
  text = replace (text, "^签发人[：:]?", "");
  text = replace (text, "\\s*[、，,；;]\\s*", "\n");
  return trim_lines (replace (text, "\\n{2,}", "\n"));
}

static char *
tidy_list (char *text)
{
  text = replace (text, "^(抄送|分送|主送|出席|请假|列席|报送|报|送|发)[：:]\\s*", "");
  text = replace (text, "\\s*,\\s*", "，");
  text = replace (text, "\\s*;\\s*", "；");
  return replace (text, "\\s*:\\s*", "：");
}

static char *
tidy_note (char *text)
{
  text = replace (text, "^\\(", "（");
  text = replace (text, "\\)$", "）");
  return replace (text, "^（\\s*[（(]([^（()）]*)[)）]\\s*）$", "（\\1）");
}

/* The repairs of one element; takes @text. */
static char *
tidy_element (CwElement element, char *text)
{
  switch ((int) element)
    {
    case CW_ELEMENT_TITLE:
      return replace (text, "[。．]+$", "");
    case CW_ELEMENT_ADDRESSEES:
    case CW_ELEMENT_ATTENDEES:
    case CW_ELEMENT_ABSENTEES:
    case CW_ELEMENT_OBSERVERS:
    case CW_ELEMENT_COPY_RECIPIENTS:
    case CW_ELEMENT_REPORT_RECIPIENTS:
    case CW_ELEMENT_FORWARD_RECIPIENTS:
      return tidy_list (text);
    case CW_ELEMENT_NOTE:
      return tidy_note (text);
    case CW_ELEMENT_COPY_NUMBER:
      return tidy_copy_number (text);
    case CW_ELEMENT_CLASSIFICATION:
      return replace (without_blanks (text), "★$", "");
    case CW_ELEMENT_CLASSIFICATION_PERIOD:
      return tidy_period (text);
    case CW_ELEMENT_URGENCY:
      return without_blanks (text);
    case CW_ELEMENT_NUMBER_CODE:
      return replace (without_blanks (text), "[〔\\[［【（(]+$", "");
    case CW_ELEMENT_NUMBER_YEAR:
      return replace (without_blanks (text), "[〔〕\\[\\]［］【】（）()年]", "");
    case CW_ELEMENT_NUMBER_SERIAL:
      return tidy_serial (text);
    case CW_ELEMENT_SIGNERS:
      return tidy_names (text);
    case CW_ELEMENT_PRINTING_OFFICE:
      return replace (text, "\\s*印发$", "");
    case CW_ELEMENT_COPIES:
      return replace (without_blanks (text), "^共?印?|份$", "");
    default:
      return text;
    }
}

static char *
tidy_date (const char *text)
{
  g_autofree char *date = replace (g_strdup (text), "\\s*印发\\s*$", "");

  return cw_paper_date_tidy (date);
}

static gboolean
has_digits_only (CwElement element)
{
  switch ((int) element)
    {
    case CW_ELEMENT_COPY_NUMBER:
    case CW_ELEMENT_CLASSIFICATION_PERIOD:
    case CW_ELEMENT_NUMBER_YEAR:
    case CW_ELEMENT_NUMBER_SERIAL:
    case CW_ELEMENT_COPIES:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * cw_element_tidy:
 * @element: an element
 * @text: what somebody has entered or pasted
 *
 * Repairs what is only a matter of writing: blanks, full-width digits, half-width commas, brackets
 * around the year, zeros in front, dates in other forms (2024-7-1), words the page has by itself
 * (签发人：, 第…号, 共印…份). Tidying what is tidy changes nothing.
 *
 * Returns: (transfer full): the text as it should be
 */
char *
cw_element_tidy (CwElement element, const char *text)
{
  char *trimmed;

  g_return_val_if_fail (element < CW_N_ELEMENTS, g_strdup (text));

  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  trimmed = trim_lines (has_digits_only (element) ? with_ascii_digits (text) : g_strdup (text));
  if (element == CW_ELEMENT_DATE || element == CW_ELEMENT_PRINTING_DATE)
    {
      g_autofree char *date = trimmed;

      return *date == '\0' ? g_strdup ("") : tidy_date (date);
    }
  return tidy_element (element, trimmed);
}
