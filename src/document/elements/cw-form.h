/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CwKind:
 *
 * The kind of paper (文种): the fifteen statutory kinds in the order of the regulations (R189–R203),
 * then the working papers (R204–R212).
 */
typedef enum
{
  CW_KIND_RESOLUTION,    /* 决议 */
  CW_KIND_DECISION,      /* 决定 */
  CW_KIND_ORDER,         /* 命令（令） */
  CW_KIND_COMMUNIQUE,    /* 公报 */
  CW_KIND_PROCLAMATION,  /* 公告 */
  CW_KIND_PUBLIC_NOTICE, /* 通告 */
  CW_KIND_OPINION,       /* 意见 */
  CW_KIND_NOTICE,        /* 通知 */
  CW_KIND_CIRCULAR,      /* 通报 */
  CW_KIND_REPORT,        /* 报告 */
  CW_KIND_REQUEST,       /* 请示 */
  CW_KIND_REPLY,         /* 批复 */
  CW_KIND_BILL,          /* 议案 */
  CW_KIND_LETTER,        /* 函 */
  CW_KIND_MINUTES,       /* 纪要 */
  CW_KIND_SUMMARY,       /* 工作总结 */
  CW_KIND_PLAN,          /* 工作计划、要点、方案 */
  CW_KIND_BRIEFING,      /* 汇报 */
  CW_KIND_SPEECH,        /* 讲话稿、发言稿 */
  CW_KIND_SURVEY,        /* 调研报告 */
  CW_KIND_BULLETIN,      /* 简报 */
  CW_KIND_DRAFT_REQUEST, /* 请示（稿） */
  CW_KIND_DUTY_REPORT,   /* 述职报告 */
  CW_KIND_AGENDA,        /* 会议议程、通知、名单 */
  CW_N_KINDS,
} CwKind;

/**
 * CwFormat:
 * @CW_FORMAT_WORKING_PAPER: no masthead and no colophon (R214)
 * @CW_FORMAT_GENERAL: 文件格式, clause 7
 * @CW_FORMAT_LETTER: 信函格式 (10.1, R119–R127)
 * @CW_FORMAT_ORDER: 命令（令）格式 (10.2, R128–R131)
 * @CW_FORMAT_MINUTES: 纪要格式 (10.3, R132–R135)
 * @CW_FORMAT_BULLETIN: 简报 (R209)
 *
 * How the page of a paper is made up.
 */
typedef enum
{
  CW_FORMAT_WORKING_PAPER,
  CW_FORMAT_GENERAL,
  CW_FORMAT_LETTER,
  CW_FORMAT_ORDER,
  CW_FORMAT_MINUTES,
  CW_FORMAT_BULLETIN,
  CW_N_FORMATS,
} CwFormat;

/**
 * CwSealing:
 * @CW_SEALING_NONE: no seal (R79–R82)
 * @CW_SEALING_SEAL: the seal of each signatory (R70–R77)
 * @CW_SEALING_SIGNATURE: a signature stamp (签名章) beside the signer's position (R83, R84)
 *
 * What is pressed on the signature block after printing.
 */
typedef enum
{
  CW_SEALING_NONE,
  CW_SEALING_SEAL,
  CW_SEALING_SIGNATURE,
  CW_N_SEALINGS,
} CwSealing;

/**
 * CwDirection:
 *
 * Who the paper goes to, seen from who issues it.
 */
typedef enum
{
  CW_DIRECTION_DOWN,
  CW_DIRECTION_UP,
  CW_DIRECTION_PARALLEL,
  CW_DIRECTION_PUBLIC,
  CW_DIRECTION_INTERNAL,
} CwDirection;

/**
 * CwForm:
 * @kind: the kind of paper
 * @format: how its page is made up
 * @sealing: what is pressed on its signature block
 * @seal_diameter: of the seals, mm, by the rank of the issuer (R74); a document keeps it between
 *   %CW_SEAL_DIAMETER_MIN and %CW_SEAL_DIAMETER_MAX
 * @addressees_in_colophon: the addressees are printed above the copy recipients (R59, R98)
 * @lines: lines on a page, 21–24, chosen by hand; 0 for what fits best (R23, R86, R87)
 * @columns: characters on a line, 27–29, chosen by hand; 0 for what fits best
 *
 * What paper a document is. Plain data, part of the document, compared by value.
 */
typedef struct
{
  CwKind kind;
  CwFormat format;
  CwSealing sealing;
  guint seal_diameter;
  gboolean addressees_in_colophon;
  guint lines;
  guint columns;
} CwForm;

#define CW_SEAL_DIAMETER_MIN 30
#define CW_SEAL_DIAMETER_MAX 60

/* The bounds of R23. */
#define CW_FORM_LINES_MIN 21
#define CW_FORM_LINES_MAX 24
#define CW_FORM_COLUMNS_MIN 27
#define CW_FORM_COLUMNS_MAX 29

extern const CwForm cw_form_default;

gboolean cw_form_equal (const CwForm *a, const CwForm *b);
void cw_form_set_kind (CwForm *self, CwKind kind);

const char *cw_kind_get_id (CwKind kind);
gboolean cw_kind_find (const char *id, CwKind *kind);
const char *cw_kind_get_name (CwKind kind);
CwDirection cw_kind_get_direction (CwKind kind);
gboolean cw_kind_is_statutory (CwKind kind);
const char *cw_format_get_id (CwFormat format);
gboolean cw_format_find (const char *id, CwFormat *format);
const char *cw_format_get_name (CwFormat format);
const char *cw_sealing_get_id (CwSealing sealing);
gboolean cw_sealing_find (const char *id, CwSealing *sealing);

G_END_DECLS
