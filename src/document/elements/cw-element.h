/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-form.h"

G_BEGIN_DECLS

/**
 * CwElement:
 *
 * The elements of the standard that are not blocks (R32). Those before %CW_N_FLOW_ELEMENTS are
 * lines of the flow, in reading order: the first three stand above the blocks of the body, the
 * others below them. The rest are furniture of the page, filled in beside the text. An element of
 * several lines holds line feeds.
 */
typedef enum
{
  CW_ELEMENT_TITLE,      /* 标题 (7.3.1); may hold line breaks set by hand */
  CW_ELEMENT_SUBTITLE,   /* 题注 or sub-title under the title (R56, R215, R216); a line each */
  CW_ELEMENT_ADDRESSEES, /* 主送机关 (7.3.2) or, in a working paper, the 称谓 */
  CW_ELEMENT_SIGNATORY,  /* 发文机关署名 (7.3.5); a line each, in the order of the organs */
  CW_ELEMENT_DATE,       /* 成文日期 (7.3.5.4) */
  CW_ELEMENT_NOTE,       /* 附注 (7.3.6), without its brackets or with them */
  CW_N_FLOW_ELEMENTS,

  CW_ELEMENT_COPY_NUMBER = CW_N_FLOW_ELEMENTS, /* 份号 (7.2.1) */
  CW_ELEMENT_CLASSIFICATION,                   /* 密级 (7.2.2) */
  CW_ELEMENT_CLASSIFICATION_PERIOD,            /* 保密期限 (7.2.2), such as 1年 */
  CW_ELEMENT_URGENCY,                          /* 紧急程度 (7.2.3) */
  CW_ELEMENT_ISSUERS,                          /* 发文机关 of the issuer mark (7.2.4); a line each */
  CW_ELEMENT_MARK_WORD,                        /* 文件, 令, 纪要, 简报 … behind or under them */
  CW_ELEMENT_NUMBER_CODE,                      /* 机关代字 of the document number (7.2.5) */
  CW_ELEMENT_NUMBER_YEAR,                      /* its year */
  CW_ELEMENT_NUMBER_SERIAL,                    /* its serial, blank until issued (R231); of an order or bulletin: the whole number */
  CW_ELEMENT_SIGNERS,                          /* 签发人 (7.2.6), a line each; makes the paper an upward one */
  CW_ELEMENT_POSITIONS,                        /* 职务 beside a signature stamp (7.3.5.3); a line each signatory */
  CW_ELEMENT_ATTENDEES,                        /* 出席 (10.3) */
  CW_ELEMENT_ABSENTEES,                        /* 请假 (10.3) */
  CW_ELEMENT_OBSERVERS,                        /* 列席 (10.3) */
  CW_ELEMENT_EDITOR_NOTE,                      /* 按语 of a bulletin (R209); a line a paragraph */
  CW_ELEMENT_COPY_RECIPIENTS,                  /* 抄送 (7.4.2); 分送 of an order; 送 of a bulletin */
  CW_ELEMENT_PRINTING_OFFICE,                  /* 印发机关 (7.4.3); 编发单位 of a bulletin */
  CW_ELEMENT_PRINTING_DATE,                    /* 印发日期 (7.4.3) */
  CW_ELEMENT_COPIES,                           /* 印数 N of 共印N份 (R100) */
  CW_ELEMENT_REPORT_RECIPIENTS,                /* 报 of a bulletin (R209) */
  CW_ELEMENT_FORWARD_RECIPIENTS,               /* 发 of a bulletin (R209) */
  CW_N_ELEMENTS,
} CwElement;

/**
 * CwElementGroup:
 *
 * The three parts of the page an element can stand in (R31).
 */
typedef enum
{
  CW_GROUP_MASTHEAD,
  CW_GROUP_BODY,
  CW_GROUP_COLOPHON,
  CW_N_GROUPS,
} CwElementGroup;

/**
 * CwNeed:
 *
 * Whether a paper has an element: not at all, if there is something to say in it, or always.
 */
typedef enum
{
  CW_NEED_NONE,
  CW_NEED_OPTIONAL,
  CW_NEED_REQUIRED,
} CwNeed;

const char *cw_element_get_id (CwElement element);
gboolean cw_element_find (const char *id, CwElement *element);
const char *cw_element_get_name (CwElement element);
CwElementGroup cw_element_get_group (CwElement element);
gboolean cw_element_has_lines (CwElement element);
CwNeed cw_element_get_need (CwElement element, const CwForm *form);

G_END_DECLS
