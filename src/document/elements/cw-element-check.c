/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-element-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cw-paper-date.h"

/* Each check gives the sentence that explains the mistake, or %NULL. They look at one element each
 * and assume that there is something in it and no blank still to be filled in. */
typedef const char *(*Check) (const char *text, CwDocument *document);

static gboolean
matches (const char *pattern, const char *text)
{
  return g_regex_match_simple (pattern, text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static const char *
get_string (CwDocument *document, CwElement element)
{
  CwText *text = cw_document_get_element (document, element);

  return text != NULL ? cw_text_get_string (text) : "";
}

/* --- masthead --- */

static const char *
check_copy_number (const char *text, CwDocument *document)
{
  if (matches ("^[0-9]{6}$", text) && strcmp (text, "000000") != 0)
    return NULL;
  return _ ("A copy number has six digits, the first copy is 000001.");
}

static const char *
check_classification (const char *text, CwDocument *document)
{
  if (matches ("^(绝密|机密|秘密)$", text))
    return NULL;
  if (strstr (text, "★") != NULL)
    return _ ("The star is printed by itself: write the period into its own field.");
  return _ ("The classification is one of 绝密, 机密 and 秘密.");
}

static const char *
check_period (const char *text, CwDocument *document)
{
  if (!matches ("^([1-9][0-9]*(年|个月|月|天|日)|长期)$", text))
    return _ ("Write the period with digits and its unit, such as 1年 or 6个月.");
  if (*get_string (document, CW_ELEMENT_CLASSIFICATION) == '\0')
    return _ ("A period is printed only behind a classification: choose one.");
  return NULL;
}

static const char *
check_urgency (const char *text, CwDocument *document)
{
  if (matches ("^(特急|加急|特提|平急)$", text))
    return NULL;
  return _ ("The urgency is 特急 or 加急; in telegrams also 特提 or 平急.");
}

static const char *
check_issuers (const char *text, CwDocument *document)
{
  if (matches ("文件\\s*$", text))
    return _ ("The word 文件 has a field of its own: leave only the name of the issuer here.");
  if (strchr (text, '\n') == NULL && strstr (text, "、") != NULL)
    return _ ("Write each issuer on a line of its own, the leading one first.");
  return NULL;
}

static const char *
check_mark_word (const char *text, CwDocument *document)
{
  CwFormat format = cw_document_get_form (document)->format;

  if (format == CW_FORMAT_ORDER && !matches ("^(命令|令)$", text))
    return _ ("An order has 命令 or 令 behind the name of its issuer.");
  if (format == CW_FORMAT_MINUTES && !matches ("纪要$", text))
    return _ ("The mark of minutes ends with 纪要.");
  return NULL;
}

static const char *
check_code (const char *text, CwDocument *document)
{
  if (matches ("[〔〕\\[\\]［］【】（）()]", text) || matches ("[0-9]{4}", text))
    return _ ("Only the code of the issuer belongs here, such as 国发: year, brackets and serial "
              "number are printed behind it.");
  if (matches ("\\s|第", text))
    return _ ("A code has no blanks and no 第.");
  return NULL;
}

static const char *
check_year (const char *text, CwDocument *document)
{
  if (matches ("^(19|20)[0-9]{2}$", text))
    return NULL;
  return _ ("Write the year with four digits and without brackets, such as 2024.");
}

static gboolean
has_running_number (CwDocument *document)
{
  CwFormat format = cw_document_get_form (document)->format;

  return format == CW_FORMAT_ORDER || format == CW_FORMAT_BULLETIN
         || (*get_string (document, CW_ELEMENT_NUMBER_CODE) == '\0'
             && *get_string (document, CW_ELEMENT_NUMBER_YEAR) == '\0');
}

static const char *
check_serial (const char *text, CwDocument *document)
{
  if (matches ("^[1-9][0-9]*$", text))
    return NULL;
  if (has_running_number (document))
    return matches ("^第[1-9][0-9]*[号期次](（.+）)?$", text)
               ? NULL
               : _ ("Write the number with digits, such as 12, or as it is to be printed, such as "
                    "第12号.");
  if (matches ("^0", text))
    return _ ("A serial number has no zero in front: write 5, not 05.");
  return _ ("Only the digits of the serial number belong here: 号 is printed behind them.");
}

static const char *
check_signers (const char *text, CwDocument *document)
{
  if (g_str_has_prefix (text, "签发人"))
    return _ ("The word 签发人 is printed by itself: leave only the names.");
  if (matches ("[、，,；;]", text))
    return _ ("Write each name on a line of its own.");
  return NULL;
}

/* --- body --- */

static const char *
check_title (const char *text, CwDocument *document)
{
  if (matches ("[。．.；;，,：:]\\s*$", text))
    return _ ("A title has no punctuation at its end.");
  return NULL;
}

static const char *
check_subtitle (const char *text, CwDocument *document)
{
  const CwForm *form = cw_document_get_form (document);

  if ((form->kind == CW_KIND_RESOLUTION || form->kind == CW_KIND_COMMUNIQUE)
      && form->sealing == CW_SEALING_NONE && !matches ("^（[\\s\\S]*）$", text))
    return _ ("Put the date and the meeting that adopted the paper in brackets: （…）.");
  return NULL;
}

static const char *
check_addressees (const char *text, CwDocument *document)
{
  CwDirection direction = cw_kind_get_direction (cw_document_get_form (document)->kind);

  if (direction == CW_DIRECTION_UP && matches ("[、，,；;]|\\n", text))
    return _ ("An upward paper goes to one superior only: send the others a copy.");
  if (matches ("[。．.；;，,、]\\s*$", text))
    return _ ("Behind the last addressee there is a colon.");
  return NULL;
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

static const char *
check_signatory (const char *text, CwDocument *document)
{
  if (matches ("[。．.；;，,、：:]\\s*$", text))
    return _ ("A signatory has no punctuation at its end.");
  if (strchr (text, '\n') == NULL && strstr (text, "、") != NULL)
    return _ ("Write each signatory on a line of its own, the leading one first.");
  return NULL;
}

static const char *
check_positions (const char *text, CwDocument *document)
{
  if (count_lines (text) != count_lines (get_string (document, CW_ELEMENT_SIGNATORY)))
    return _ ("There is to be a position for each signatory, on lines in the same order.");
  return NULL;
}

static const char *
check_date_form (const char *text)
{
  GDate date;

  if (cw_paper_date_parse (text, &date) || cw_paper_date_is_open (text))
    return NULL;
  if (matches ("^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$", text) && !matches ("[年月]0", text))
    return _ ("There is no such day in the calendar.");
  return _ ("Write the date with digits and without zeros in front, such as 2024年7月1日.");
}

static const char *
check_date (const char *text, CwDocument *document)
{
  return check_date_form (text);
}

static gboolean
has_doubled_brackets (const char *text)
{
  return matches ("^\\s*[（(]\\s*[（(][^（()）]*[)）]\\s*[)）]\\s*$", text);
}

static const char *
check_note (const char *text, CwDocument *document)
{
  gboolean opens = matches ("^\\s*[（(]", text), closes = matches ("[)）]\\s*$", text);

  if (has_doubled_brackets (text))
    return _ ("A note has one pair of brackets only.");
  if (opens && !closes)
    return _ ("The bracket is not closed.");
  if (cw_document_get_form (document)->kind == CW_KIND_REQUEST && !matches ("[0-9][0-9\\- ]{5,}", text))
    return _ ("In a request the note names whom to ask, with a telephone number.");
  return NULL;
}

static const char *
check_label (const char *text, const char *label)
{
  if (g_str_has_prefix (text, label))
    return _ ("The word in front is printed by itself: leave only what follows it.");
  return NULL;
}

static const char *
check_attendees (const char *text, CwDocument *document)
{
  return check_label (text, "出席");
}

static const char *
check_absentees (const char *text, CwDocument *document)
{
  return check_label (text, "请假");
}

static const char *
check_observers (const char *text, CwDocument *document)
{
  return check_label (text, "列席");
}

/* --- colophon --- */

static const char *
check_copy_recipients (const char *text, CwDocument *document)
{
  const char *mistake = check_label (text, "抄送");

  return mistake != NULL ? mistake : check_label (text, "分送");
}

static const char *
check_report_recipients (const char *text, CwDocument *document)
{
  return check_label (text, "报：");
}

static const char *
check_forward_recipients (const char *text, CwDocument *document)
{
  return check_label (text, "发：");
}

static const char *
check_printing_office (const char *text, CwDocument *document)
{
  if (matches ("印发\\s*$", text))
    return _ ("The word 印发 is printed behind the date: leave only the name of the office.");
  return NULL;
}

static const char *
check_printing_date (const char *text, CwDocument *document)
{
  const char *mistake = check_date_form (text);
  GDate printed, dated;

  if (mistake != NULL)
    return mistake;
  if (cw_paper_date_parse (text, &printed)
      && cw_paper_date_parse (get_string (document, CW_ELEMENT_DATE), &dated)
      && g_date_compare (&printed, &dated) < 0)
    return _ ("A paper is not printed before it is signed: this day is before the document date.");
  return NULL;
}

static const char *
check_copies (const char *text, CwDocument *document)
{
  if (matches ("^[1-9][0-9]{0,5}$", text))
    return NULL;
  return _ ("Write the number of copies with digits only, such as 30.");
}

/* --- all of them --- */

static const Check checks[CW_N_ELEMENTS] = {
  [CW_ELEMENT_TITLE] = check_title,
  [CW_ELEMENT_SUBTITLE] = check_subtitle,
  [CW_ELEMENT_ADDRESSEES] = check_addressees,
  [CW_ELEMENT_SIGNATORY] = check_signatory,
  [CW_ELEMENT_DATE] = check_date,
  [CW_ELEMENT_NOTE] = check_note,
  [CW_ELEMENT_COPY_NUMBER] = check_copy_number,
  [CW_ELEMENT_CLASSIFICATION] = check_classification,
  [CW_ELEMENT_CLASSIFICATION_PERIOD] = check_period,
  [CW_ELEMENT_URGENCY] = check_urgency,
  [CW_ELEMENT_ISSUERS] = check_issuers,
  [CW_ELEMENT_MARK_WORD] = check_mark_word,
  [CW_ELEMENT_NUMBER_CODE] = check_code,
  [CW_ELEMENT_NUMBER_YEAR] = check_year,
  [CW_ELEMENT_NUMBER_SERIAL] = check_serial,
  [CW_ELEMENT_SIGNERS] = check_signers,
  [CW_ELEMENT_POSITIONS] = check_positions,
  [CW_ELEMENT_ATTENDEES] = check_attendees,
  [CW_ELEMENT_ABSENTEES] = check_absentees,
  [CW_ELEMENT_OBSERVERS] = check_observers,
  [CW_ELEMENT_COPY_RECIPIENTS] = check_copy_recipients,
  [CW_ELEMENT_PRINTING_OFFICE] = check_printing_office,
  [CW_ELEMENT_PRINTING_DATE] = check_printing_date,
  [CW_ELEMENT_COPIES] = check_copies,
  [CW_ELEMENT_REPORT_RECIPIENTS] = check_report_recipients,
  [CW_ELEMENT_FORWARD_RECIPIENTS] = check_forward_recipients,
};

/* Nothing yet, or a blank still to be filled in, is no mistake; it is missing. */
static gboolean
is_to_be_filled (const char *text)
{
  g_autoptr (GArray) placeholders = cw_placeholder_scan (text, strlen (text));
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0' || placeholders->len > 0;
}

/* The rules are those of issued papers: the title of a working paper may say what it likes. */
static gboolean
is_concerned (CwElement element, CwDocument *document)
{
  const CwForm *form = cw_document_get_form (document);

  if (cw_element_get_need (element, form) == CW_NEED_NONE)
    return FALSE;
  return form->format != CW_FORMAT_WORKING_PAPER || element == CW_ELEMENT_DATE
         || element == CW_ELEMENT_NOTE;
}

/**
 * cw_element_check:
 * @element: an element
 * @text: what is in its field
 * @document: the document it is, or is to be, an element of
 *
 * Looks whether an element is written as the standard wants it (C59, R33–R36, R43, R54, R58, R69,
 * R83, R88, R89, R99).
 *
 * Returns: (transfer full) (nullable): a sentence that explains the mistake, to stand beside the
 *   field; %NULL if there is none
 */
char *
cw_element_check (CwElement element, const char *text, CwDocument *document)
{
  g_return_val_if_fail (element < CW_N_ELEMENTS, NULL);

  if (!is_concerned (element, document) || is_to_be_filled (text))
    return NULL;
  if (!cw_element_has_lines (element) && strchr (text, '\n') != NULL)
    return g_strdup (_ ("This is printed on one line: take the line break out."));
  return checks[element] != NULL ? g_strdup (checks[element] (text, document)) : NULL;
}
