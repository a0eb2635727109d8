/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-text-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* clang-format off */
static const CwTextRule rules[CW_N_TEXT_RULES] = {
  [CW_RULE_HALF_MARK] = {
    "half-mark", "GB/T 15834—2011 4", CW_STRENGTH_RULE,
    N_ ("Half-width punctuation"),
    N_ ("In Chinese text punctuation and brackets are full-width; only decimal points and the like are half-width."),
  },
  [CW_RULE_QUOTE_FORM] = {
    "quote-form", "GB/T 15834—2011 4.8", CW_STRENGTH_RULE,
    N_ ("Form of quotation marks"),
    N_ ("Quotation marks are “ ” and within them ‘ ’."),
  },
  [CW_RULE_REPEATED_MARK] = {
    "repeated-mark", "GB/T 15834—2011 4", CW_STRENGTH_RULE,
    N_ ("Two marks in a row"),
    N_ ("Two marks that exclude each other do not stand one behind the other."),
  },
  [CW_RULE_ELLIPSIS] = {
    "ellipsis", "GB/T 15834—2011 4.11", CW_STRENGTH_RULE,
    N_ ("Form of the ellipsis"),
    N_ ("An ellipsis is six dots, ……, the width of two characters."),
  },
  [CW_RULE_ELLIPSIS_ETC] = {
    "ellipsis-etc", "GB/T 15834—2011 A.9", CW_STRENGTH_RULE,
    N_ ("Ellipsis and 等"),
    N_ ("An ellipsis and 等 say the same: one of them is enough."),
  },
  [CW_RULE_DASH] = {
    "dash", "GB/T 15834—2011 4.10", CW_STRENGTH_RULE,
    N_ ("Form of the dash"),
    N_ ("A dash is ——, the width of two characters."),
  },
  [CW_RULE_LIST_COMMA] = {
    "list-comma", "GB/T 15834—2011 4.5.3.5", CW_STRENGTH_USUAL,
    N_ ("、 between quotations or titles"),
    N_ ("Between quotations, and between titles in 《》, that stand one behind the other there is usually no 、."),
  },
  [CW_RULE_NESTING] = {
    "nesting", "GB/T 15834—2011 4.8.3.2，4.15.3", CW_STRENGTH_RULE,
    N_ ("Marks within marks"),
    N_ ("Within 《》 the inner title has 〈〉; within “” the inner quotation has ‘’."),
  },
  [CW_RULE_END_MARK] = {
    "end-mark", "GB/T 15834—2011 B.2", CW_STRENGTH_USUAL,
    N_ ("Two ends of a sentence"),
    N_ ("A sentence ends once: inside the quotation or bracket, or behind it."),
  },
  [CW_RULE_MISSING_END] = {
    "missing-end", "GB/T 15834—2011 4.1", CW_STRENGTH_USUAL,
    N_ ("No mark at the end"),
    N_ ("A paragraph of whole sentences ends with the mark of the end of a sentence."),
  },
  [CW_RULE_COLON_TWICE] = {
    "colon-twice", "GB/T 15834—2011 A.7", CW_STRENGTH_HINT,
    N_ ("Two colons"),
    N_ ("There should not be two levels of colons in one sentence."),
  },
  [CW_RULE_LEVEL_MARK] = {
    "level-mark", "GB/T 15834—2011 A.3；公文惯例", CW_STRENGTH_USUAL,
    N_ ("Mark behind a number"),
    N_ ("Behind 一 stands 、, behind 1 a dot, behind （一）, （1） and ① nothing, behind 第一 and 首先 a comma."),
  },
  [CW_RULE_HEADING_END] = {
    "heading-end", "公文惯例（层次标题）", CW_STRENGTH_USUAL,
    N_ ("Mark at the end of a heading"),
    N_ ("A heading on a line of its own has no mark at its end."),
  },
  [CW_RULE_CAPTION_END] = {
    "caption-end", "GB/T 15834—2011 A.1", CW_STRENGTH_RULE,
    N_ ("Mark at the end of a caption"),
    N_ ("The caption of a table or picture has no mark at its end."),
  },
  [CW_RULE_UNBALANCED] = {
    "unbalanced", "GB/T 15834—2011 4.8，4.9，4.15", CW_STRENGTH_RULE,
    N_ ("Brackets and quotation marks in pairs"),
    N_ ("Brackets, quotation marks and 《》 come in pairs."),
  },
  [CW_RULE_NO_WORK] = {
    "no-work", "GB/T 15834—2011 A.13", CW_STRENGTH_USUAL,
    N_ ("《》 around what is no work"),
    N_ ("Certificates, licences and the like are no works and have no 《》."),
  },
  [CW_RULE_CITATION] = {
    "citation", "《党政机关公文处理工作条例》；公文惯例", CW_STRENGTH_USUAL,
    N_ ("Citing a paper"),
    N_ ("A paper is cited by its title, with its number in round brackets behind it."),
  },
  [CW_RULE_RANGE_SIGN] = {
    "range-sign", "GB/T 15834—2011 4.13", CW_STRENGTH_RULE,
    N_ ("Sign of a range"),
    N_ ("Between two numbers stands ～, between two points of time —; a hyphen is for codes."),
  },
  [CW_RULE_RANGE_UNIT] = {
    "range-unit", "GB/T 15835—2011 5.1.3", CW_STRENGTH_RULE,
    N_ ("Unit in a range"),
    N_ ("With a per cent sign, 万 and 亿 the first number of a range has its unit too."),
  },
  [CW_RULE_WIDE_DIGIT] = {
    "wide-digit", "GB/T 15835—2011 5.1.7", CW_STRENGTH_RULE,
    N_ ("Full-width digits"),
    N_ ("Arabic digits are half-width."),
  },
  [CW_RULE_PERCENT] = {
    "percent", "GB/T 15835—2011 4.1.1", CW_STRENGTH_USUAL,
    N_ ("Form of percentages"),
    N_ ("Digits go with the per cent sign, not with 百分之."),
  },
  [CW_RULE_MIXED_DATE] = {
    "mixed-date", "GB/T 15835—2011 4.1，4.3", CW_STRENGTH_RULE,
    N_ ("Digits and numerals in one date"),
    N_ ("A date is written in digits throughout."),
  },
  [CW_RULE_YEAR_ZERO] = {
    "year-zero", "GB/T 15835—2011 5.2.2", CW_STRENGTH_RULE,
    N_ ("Zero in a year"),
    N_ ("In a year written in Chinese numerals zero is 〇."),
  },
  [CW_RULE_SHORT_YEAR] = {
    "short-year", "GB/T 15835—2011 5.1.4", CW_STRENGTH_RULE,
    N_ ("Shortened year"),
    N_ ("A year has four digits."),
  },
  [CW_RULE_ABOUT] = {
    "about", "数量表达惯例", CW_STRENGTH_USUAL,
    N_ ("About, said twice"),
    N_ ("An estimate is said once: 约 or 左右, 超过 or 以上."),
  },
  [CW_RULE_DOCUMENT_NUMBER] = {
    "document-number", "GB/T 9704—2012 7.2.5", CW_STRENGTH_RULE,
    N_ ("Form of document numbers"),
    N_ ("The year stands in 〔〕, the serial has neither 第 nor a zero in front: 〔2024〕5号."),
  },
  [CW_RULE_LEADING_ZERO] = {
    "leading-zero", "GB/T 15835—2011 5.1.2", CW_STRENGTH_RULE,
    N_ ("Zero before the decimal point"),
    N_ ("A decimal below 1 has a 0 before its point."),
  },
  [CW_RULE_MIXED_UNIT] = {
    "mixed-unit", "GB/T 15835—2011 5.3", CW_STRENGTH_RULE,
    N_ ("Digits in pieces"),
    N_ ("A number is not cut up: 3.45亿 instead of 3亿4500万."),
  },
  [CW_RULE_GROUPING] = {
    "grouping", "GB/T 15835—2011 5.1.1", CW_STRENGTH_HINT,
    N_ ("Grouped digits"),
    N_ ("Either all long numbers of a paper have their digits grouped or none."),
  },
  [CW_RULE_QUARTER_DIGIT] = {
    "quarter-digit", "GB/T 15835—2011 4.2", CW_STRENGTH_USUAL,
    N_ ("Quarters in digits"),
    N_ ("第三季度 is a fixed expression with a Chinese numeral."),
  },
  [CW_RULE_ESTIMATE] = {
    "estimate", "GB/T 15835—2011 4.2.2", CW_STRENGTH_RULE,
    N_ ("Form of estimates"),
    N_ ("Estimates such as 三四个 and 十几个 are written in Chinese numerals without 、."),
  },
  [CW_RULE_PLAN_QUOTE] = {
    "plan-quote", "公文惯例", CW_STRENGTH_USUAL,
    N_ ("Quotation marks around plans"),
    N_ ("“十四五” and the like have quotation marks."),
  },
  [CW_RULE_LEVEL_SKIP] = {
    "level-skip", "GB/T 9704—2012 7.3.3", CW_STRENGTH_USUAL,
    N_ ("Level left out"),
    N_ ("The levels are 一、 （一） 1. （1） in this order."),
  },
  [CW_RULE_LEVEL_SINGLE] = {
    "level-single", "公文惯例（层次序数）", CW_STRENGTH_HINT,
    N_ ("A part alone"),
    N_ ("A section is divided into two parts or more, or not at all."),
  },
  [CW_RULE_TYPED_NUMBER] = {
    "typed-number", "GB/T 9704—2012 7.3.3", CW_STRENGTH_RULE,
    N_ ("Number typed into a heading"),
    N_ ("The numbers of headings are printed by the program."),
  },
  [CW_RULE_PART_REFERENCE] = {
    "part-reference", "前后一致", CW_STRENGTH_USUAL,
    N_ ("Reference to a part"),
    N_ ("The part of the paper that is referred to has to exist."),
  },
  [CW_RULE_SEQUENCE] = {
    "sequence", "前后一致", CW_STRENGTH_USUAL,
    N_ ("Sequence 一是、二是"),
    N_ ("一是, 二是, 三是 run on without gap or repetition."),
  },
  [CW_RULE_ATTACHMENT_MISSING] = {
    "attachment-missing", "GB/T 9704—2012 7.3.4，7.3.7", CW_STRENGTH_USUAL,
    N_ ("Attachment named but missing"),
    N_ ("An attachment the text names belongs to the paper."),
  },
  [CW_RULE_ATTACHMENT_UNMENTIONED] = {
    "attachment-unmentioned", "GB/T 9704—2012 7.3.4", CW_STRENGTH_HINT,
    N_ ("Attachment never named"),
    N_ ("Where the text names some attachments by their numbers, it names them all."),
  },
  [CW_RULE_ATTACHMENT_LIST] = {
    "attachment-list", "GB/T 9704—2012 7.3.4", CW_STRENGTH_USUAL,
    N_ ("Attachment list typed by hand"),
    N_ ("The list of attachments is printed by the program, in the words of the attachments."),
  },
  [CW_RULE_ATTACHMENT_TITLE] = {
    "attachment-title", "GB/T 9704—2012 7.3.7", CW_STRENGTH_RULE,
    N_ ("Title of an attachment"),
    N_ ("Each attachment has a title of its own, the one in the list."),
  },
  [CW_RULE_NUMBER_YEAR] = {
    "number-year", "GB/T 9704—2012 7.2.5，7.3.5.4", CW_STRENGTH_USUAL,
    N_ ("Year of number and date"),
    N_ ("Document number and document date are of the same year."),
  },
  [CW_RULE_TITLE_FORM] = {
    "title-form", "《党政机关公文处理工作条例》第九条；公文惯例", CW_STRENGTH_USUAL,
    N_ ("Form of the title"),
    N_ ("A title is made of agency, matter (关于…的) and kind of paper, without punctuation but 《》, “”, （） and 、."),
  },
  [CW_RULE_TITLE_KIND] = {
    "title-kind", "《党政机关公文处理工作条例》第八条、第九条", CW_STRENGTH_USUAL,
    N_ ("Kind of paper in the title"),
    N_ ("The title ends with the kind of paper that it is."),
  },
  [CW_RULE_ELEMENT_FORM] = {
    "element-form", "GB/T 9704—2012 7.2—7.4", CW_STRENGTH_RULE,
    N_ ("Form of an element"),
    N_ ("Each element is written as the standard says."),
  },
  [CW_RULE_ADDRESSEES] = {
    "addressees", "《党政机关公文处理工作条例》第十五条；公文惯例", CW_STRENGTH_USUAL,
    N_ ("Addressees of the kind of paper"),
    N_ ("Public papers have no addressees; a paper to a superior goes to the agency, not to a person."),
  },
  [CW_RULE_CLOSING_PHRASE] = {
    "closing-phrase", "《党政机关公文处理工作条例》第十五条；公文惯例", CW_STRENGTH_USUAL,
    N_ ("Closing phrase"),
    N_ ("The closing phrase goes with the kind of paper; a report asks for nothing."),
  },
  [CW_RULE_DOUBLED] = {
    "doubled", "文字校核", CW_STRENGTH_USUAL,
    N_ ("Doubled words"),
    N_ ("The same word twice is mostly a slip."),
  },
  [CW_RULE_REPEATED_PARAGRAPH] = {
    "repeated-paragraph", "文字校核", CW_STRENGTH_USUAL,
    N_ ("Repeated paragraph"),
    N_ ("The same paragraph twice is mostly left over from copying."),
  },
  [CW_RULE_MISSPELLING] = {
    "misspelling", "《现代汉语词典》；文字校核", CW_STRENGTH_RULE,
    N_ ("Wrong characters"),
    N_ ("Words that are often written with a wrong character."),
  },
  [CW_RULE_TERM] = {
    "term", "本单位用语规范", CW_STRENGTH_USUAL,
    N_ ("Unwanted words"),
    N_ ("Words the office writes differently; the list can be changed."),
  },
  [CW_RULE_VARIANT] = {
    "variant", "用语前后一致", CW_STRENGTH_HINT,
    N_ ("Two spellings of one word"),
    N_ ("A word is written the same throughout a paper."),
  },
  [CW_RULE_AGENCY] = {
    "agency", "前后一致", CW_STRENGTH_USUAL,
    N_ ("Two names of one agency"),
    N_ ("An agency is called the same throughout a paper."),
  },
  [CW_RULE_TABLE_TOTAL] = {
    "table-total", "数据校核", CW_STRENGTH_RULE,
    N_ ("Total of a table"),
    N_ ("A total is the sum of its items."),
  },
  [CW_RULE_VALUE] = {
    "value", "数据校核", CW_STRENGTH_RULE,
    N_ ("Declared quantity"),
    N_ ("A quantity agrees with its parts, and with itself wherever it stands."),
  },
  [CW_RULE_IMPOSSIBLE_DATE] = {
    "impossible-date", "数据校核", CW_STRENGTH_RULE,
    N_ ("Impossible date"),
    N_ ("A date or time is one of the calendar and the clock."),
  },
  [CW_RULE_WEEKDAY] = {
    "weekday", "数据校核", CW_STRENGTH_RULE,
    N_ ("Day of the week"),
    N_ ("The day of the week goes with the date."),
  },
  [CW_RULE_PERIOD] = {
    "period", "前后一致", CW_STRENGTH_HINT,
    N_ ("Outside the period"),
    N_ ("A paper about one period speaks of that period."),
  },
  [CW_RULE_LONG_SENTENCE] = {
    "long-sentence", "文字校核", CW_STRENGTH_HINT,
    N_ ("Long sentence"),
    N_ ("A sentence of more than 240 characters is hard to read."),
  },
  [CW_RULE_BLANK] = {
    "blank", "文字校核", CW_STRENGTH_USUAL,
    N_ ("Blanks in the text"),
    N_ ("Between characters and beside full-width marks there are no blanks."),
  },
  [CW_RULE_CONTROL] = {
    "control", "文字校核", CW_STRENGTH_USUAL,
    N_ ("Invisible characters"),
    N_ ("Invisible characters come along when text is copied."),
  },
  [CW_RULE_MARKUP] = {
    "markup", "文字校核", CW_STRENGTH_USUAL,
    N_ ("Marks of a markup language"),
    N_ ("**, #, &nbsp; and the like come along when text is copied."),
  },
  [CW_RULE_FOOTNOTE] = {
    "footnote", "文字校核", CW_STRENGTH_USUAL,
    N_ ("Footnote marks of the source"),
    N_ ("[1] and the like come along when text is copied from the web."),
  },
  [CW_RULE_WEB] = {
    "web", "文字校核", CW_STRENGTH_USUAL,
    N_ ("Words of a web page"),
    N_ ("“点击查看” and the like come along when text is copied from a web page."),
  },
};
/* clang-format on */

/**
 * cw_text_rule_get_n_rules:
 *
 * Returns: how many rules the text checker knows
 */
guint
cw_text_rule_get_n_rules (void)
{
  return CW_N_TEXT_RULES;
}

/**
 * cw_text_rule_get:
 * @position: from 0
 *
 * Returns: (transfer none): a rule, in the order they are listed
 */
const CwTextRule *
cw_text_rule_get (guint position)
{
  g_return_val_if_fail (position < CW_N_TEXT_RULES, NULL);

  return &rules[position];
}

/**
 * cw_text_rule_find:
 * @id: what settings call a rule
 *
 * Returns: (transfer none) (nullable): the rule
 */
const CwTextRule *
cw_text_rule_find (const char *id)
{
  for (guint i = 0; i < CW_N_TEXT_RULES; i++)
    if (strcmp (rules[i].id, id) == 0)
      return &rules[i];
  return NULL;
}

/**
 * cw_text_rule_get_name:
 * @self: a rule
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
cw_text_rule_get_name (const CwTextRule *self)
{
  return _ (self->name);
}

/**
 * cw_text_rule_get_explanation:
 * @self: a rule
 *
 * Returns: (transfer none): what it wants, a translated sentence
 */
const char *
cw_text_rule_get_explanation (const CwTextRule *self)
{
  return _ (self->why);
}

/**
 * cw_strength_get_id:
 * @strength: a strength
 *
 * Returns: (transfer none): what files call it; never changes
 */
const char *
cw_strength_get_id (CwStrength strength)
{
  static const char *const ids[CW_N_STRENGTHS] = { "rule", "usual", "hint" };

  g_return_val_if_fail (strength < CW_N_STRENGTHS, NULL);

  return ids[strength];
}

/**
 * cw_strength_get_name:
 * @strength: a strength
 *
 * Returns: (transfer none): what the user calls it, translated
 */
const char *
cw_strength_get_name (CwStrength strength)
{
  const char *const names[CW_N_STRENGTHS]
      = { C_ ("strength", "Rule"), C_ ("strength", "Usual"), C_ ("strength", "Hint") };

  g_return_val_if_fail (strength < CW_N_STRENGTHS, NULL);

  return names[strength];
}
