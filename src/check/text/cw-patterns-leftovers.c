/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-scan.h"

#include <glib/gi18n-lib.h>

/* What comes along when text is copied. */

/* clang-format off */
const CwPattern cw_patterns_leftovers[] = {
  { CW_RULE_BLANK, CW_IN_RUNNING,
    "(?<=[，。；、！？]) +(?=\\S)",
    N_ ("Take the blank out."), "" },
  { CW_RULE_BLANK, CW_IN_RUNNING,
    "(?<=\\p{sc:Han}) +(?=[，。；：、！？])",
    N_ ("Take the blank out."), "" },
  { CW_RULE_BLANK, CW_IN_RUNNING,
    "(?<=\\p{sc:Han}{4}) +(?=\\p{sc:Han}{4})",
    N_ ("Take the blanks out."), "" },
  { CW_RULE_BLANK, CW_IN_RUNNING,
    "(?<=\\d) +(?=[年月日个名人次项万亿元%])",
    N_ ("Take the blank out."), "" },
  { CW_RULE_BLANK, CW_IN_RUNNING,
    "(?<=[年月]) +(?=\\d)",
    N_ ("Take the blank out."), "" },
  { CW_RULE_CONTROL, CW_IN_ANY,
    "[\\x{01}-\\x{08}\\x{0B}\\x{0C}\\x{0E}-\\x{1F}\\x{7F}-\\x{9F}\\x{AD}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}\\x{FEFF}\\x{FFFC}]+",
    N_ ("An invisible character: take it out."), "" },
  { CW_RULE_CONTROL, CW_IN_ANY,
    "\\x{FFFD}+",
    N_ ("A character that could not be read: look it up and type it."), NULL },
  { CW_RULE_MARKUP, CW_IN_RUNNING,
    "\\*\\*([^*]+)\\*\\*",
    N_ ("Marks of a markup language around the words: take them out."), "\\1" },
  { CW_RULE_MARKUP, CW_IN_PARAGRAPH,
    "^#{1,6} +",
    N_ ("Mark of a heading left over: take it out."), "" },
  { CW_RULE_MARKUP, CW_IN_PARAGRAPH,
    "^[\\-*+•·●] +(?=\\p{sc:Han})",
    N_ ("Mark of a list left over: take it out."), "" },
  { CW_RULE_MARKUP, CW_IN_ANY,
    "&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip);?(?![a-z])|</?(?:p|br|span|div|b|strong|a|font|td|tr)\\b[^<>]*>",
    N_ ("“%s” is left over from a web page: take it out."), "" },
  { CW_RULE_FOOTNOTE, CW_IN_RUNNING,
    "(?<=[\\p{sc:Han}。，；”》）%\\d])\\[\\d{1,3}(?:[\\-–,，]\\d{1,3})*\\]",
    N_ ("Footnote mark “%s” of the source: take it out."), "" },
  { CW_RULE_WEB, CW_IN_RUNNING,
    "点击(?:此处|查看|进入|下载|阅读|链接|这里)(?:查看|下载|阅读)?(?:全文|详情|更多|附件|原文|大图|链接)?|阅读全文|展开全文|扫码关注|长按识别|[（(]?责任编辑[：:] ?\\p{sc:Han}{2,4}[）)]?|转载请注明(?:出处)?|打印本页|关闭窗口|【?字体[：:] ?大|分享到[：:]?(?:微信|微博|朋友圈)|浏览次数[：:] ?\\d*|阅读量[：:] ?\\d+|复制链接|此处(?:插入|填写|补充)[^，。；）]{0,10}",
    N_ ("“%s” is left over from copying: take it out."), NULL },
  { CW_RULE_WEB, CW_IN_PARAGRAPH,
    "^(?:来源|原标题|编辑|作者|上一篇|下一篇)[：:] ?[\\p{sc:Han}、]{2,20}$",
    N_ ("“%s” is left over from copying: take it out."), NULL },
  { CW_RULE_WEB, CW_IN_PARAGRAPH,
    "^(?:好的|当然)[，！,].{0,30}(?:以下|下面)(?:是|为).*|^希望(?:以上|这份|这篇|对您).{0,20}(?:帮助|参考)[。！]?$",
    N_ ("This is no part of the paper: take it out."), NULL },
  { 0 },
};
/* clang-format on */
