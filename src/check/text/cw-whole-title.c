/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-whole.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The title of a statutory paper: agency, matter, kind (R54, 条例 8 and 9). */

#define KINDS "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"

static const char *const words[CW_N_KINDS] = {
  [CW_KIND_RESOLUTION] = "决议",   [CW_KIND_DECISION] = "决定",      [CW_KIND_ORDER] = "令",
  [CW_KIND_COMMUNIQUE] = "公报",   [CW_KIND_PROCLAMATION] = "公告",  [CW_KIND_PUBLIC_NOTICE] = "通告",
  [CW_KIND_OPINION] = "意见",      [CW_KIND_NOTICE] = "通知",        [CW_KIND_CIRCULAR] = "通报",
  [CW_KIND_REPORT] = "报告",       [CW_KIND_REQUEST] = "请示",       [CW_KIND_REPLY] = "批复",
  [CW_KIND_BILL] = "议案",         [CW_KIND_LETTER] = "函",          [CW_KIND_MINUTES] = "纪要",
};

static CwFinding *
report (CwWhole *self, CwTextRuleId rule, char *message)
{
  CwText *text = cw_document_get_element (self->document, CW_ELEMENT_TITLE);
  CwStretch at = cw_whole_get_line (self, CW_ELEMENT_TITLE, cw_text_get_n_lines (text) - 1);

  return cw_whole_report (self, rule, &at, message);
}

static gboolean
matches (const char *pattern, gsize *store, const char *title)
{
  return g_regex_match (cw_scan_get_regex (pattern, store), title, 0, NULL);
}

/* The kind word at the end, without what stands in brackets behind it. */
static char *
get_kind_word (const char *title)
{
  static gsize store = 0;
  GRegex *regex = cw_scan_get_regex ("(" KINDS ")(?:（[^（）]*）)?$", &store);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, title, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
check_kind (CwWhole *self, const char *title)
{
  CwKind kind = cw_document_get_form (self->document)->kind;
  const char *want = words[kind];
  g_autofree char *word = get_kind_word (title);

  if (word == NULL)
    report (self, CW_RULE_TITLE_KIND,
            g_strdup_printf (_ ("The title ends without its kind of paper: “%s” is missing."), want));
  else if (!g_str_has_suffix (word, want))
    report (self, CW_RULE_TITLE_KIND,
            g_strdup_printf (_ ("The title says %s, but the paper is set as %s."), word, want));
}

static void
check_words (CwWhole *self, const char *title)
{
  static gsize stores[5];

  if (matches ("请示报告$|申请报告$|请示的报告$", &stores[0], title))
    report (self, CW_RULE_TITLE_FORM,
            g_strdup (_ ("请示 and 报告 are two kinds of paper: choose one.")));
  if (matches ("关于关于", &stores[1], title))
    report (self, CW_RULE_TITLE_FORM, g_strdup (_ ("关于 comes twice.")));
  if (matches ("的通知》?的通知$", &stores[2], title))
    report (self, CW_RULE_TITLE_FORM,
            g_strdup (_ ("的通知的通知: one 的通知 is enough.")));
  if (matches ("关于.*(?:" KINDS ")(?:（[^（）]*）)?$", &stores[3], title)
      && !matches ("关于.*的.{0,6}$|关于.*的.{0,4}(?:" KINDS ")(?:（[^（）]*）)?$|》(?:的)?.{0,2}$",
                   &stores[4], title))
    report (self, CW_RULE_TITLE_FORM,
            g_strdup (_ ("的 is missing before the kind of paper: 关于……的…….")));
}

static void
check_marks (CwWhole *self, const char *title)
{
  static gsize store = 0;
  GRegex *marks = cw_scan_get_regex ("《[^》]*》|“[^”]*”|（[^）]*）|([，。；：！？])(?!$)", &store);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (marks, title, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *mark = g_match_info_fetch (match, 1);

      if (mark != NULL && *mark != '\0')
        {
          report (self, CW_RULE_TITLE_FORM,
                  g_strdup_printf (_ ("A title has no “%s”."), mark));
          return;
        }
    }
}

/**
 * cw_whole_check_title:
 * @self: a paper
 *
 * Looks at the title of a statutory paper; a working paper may be called what it likes, and one
 * still to be filled in is left alone.
 */
void
cw_whole_check_title (CwWhole *self)
{
  const CwForm *form = cw_document_get_form (self->document);
  CwText *text = cw_document_get_element (self->document, CW_ELEMENT_TITLE);
  g_autofree char *title = cw_whole_get_title (self);
  guint n_blanks = 0;

  if (text != NULL)
    cw_text_get_placeholders (text, &n_blanks);
  if (text == NULL || cw_text_is_empty (text) || form->format == CW_FORMAT_WORKING_PAPER
      || form->format == CW_FORMAT_BULLETIN || form->format == CW_FORMAT_ORDER
      || form->format == CW_FORMAT_MINUTES || words[form->kind] == NULL)
    return;
  check_marks (self, title);
  if (n_blanks == 0)
    {
      check_kind (self, title);
      check_words (self, title);
    }
}
