/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-form.h"

/**
 * cw_form_default:
 *
 * A working paper without a seal: what a text that says nothing else is.
 */
const CwForm cw_form_default = {
  .kind = CW_KIND_SUMMARY,
  .format = CW_FORMAT_WORKING_PAPER,
  .sealing = CW_SEALING_NONE,
  .seal_diameter = 42,
};

/* The id is what files hold; the name is Chinese in every language, being a term of the regulations. */
typedef struct
{
  const char *id;
  const char *name;
  CwFormat format;
  CwSealing sealing;
  CwDirection direction;
} CwKindRow;

/* clang-format off */
static const CwKindRow kinds[CW_N_KINDS] = {
  [CW_KIND_RESOLUTION]    = { "resolution", "决议", CW_FORMAT_GENERAL, CW_SEALING_NONE, CW_DIRECTION_DOWN },
  [CW_KIND_DECISION]      = { "decision", "决定", CW_FORMAT_GENERAL, CW_SEALING_SEAL, CW_DIRECTION_DOWN },
  [CW_KIND_ORDER]         = { "order", "命令（令）", CW_FORMAT_ORDER, CW_SEALING_SIGNATURE, CW_DIRECTION_PUBLIC },
  [CW_KIND_COMMUNIQUE]    = { "communique", "公报", CW_FORMAT_GENERAL, CW_SEALING_NONE, CW_DIRECTION_PUBLIC },
  [CW_KIND_PROCLAMATION]  = { "proclamation", "公告", CW_FORMAT_GENERAL, CW_SEALING_SEAL, CW_DIRECTION_PUBLIC },
  [CW_KIND_PUBLIC_NOTICE] = { "public-notice", "通告", CW_FORMAT_GENERAL, CW_SEALING_SEAL, CW_DIRECTION_PUBLIC },
  [CW_KIND_OPINION]       = { "opinion", "意见", CW_FORMAT_GENERAL, CW_SEALING_SEAL, CW_DIRECTION_DOWN },
  [CW_KIND_NOTICE]        = { "notice", "通知", CW_FORMAT_GENERAL, CW_SEALING_SEAL, CW_DIRECTION_DOWN },
  [CW_KIND_CIRCULAR]      = { "circular", "通报", CW_FORMAT_GENERAL, CW_SEALING_SEAL, CW_DIRECTION_DOWN },
  [CW_KIND_REPORT]        = { "report", "报告", CW_FORMAT_GENERAL, CW_SEALING_SEAL, CW_DIRECTION_UP },
  [CW_KIND_REQUEST]       = { "request", "请示", CW_FORMAT_GENERAL, CW_SEALING_SEAL, CW_DIRECTION_UP },
  [CW_KIND_REPLY]         = { "reply", "批复", CW_FORMAT_GENERAL, CW_SEALING_SEAL, CW_DIRECTION_DOWN },
  [CW_KIND_BILL]          = { "bill", "议案", CW_FORMAT_GENERAL, CW_SEALING_SIGNATURE, CW_DIRECTION_UP },
  [CW_KIND_LETTER]        = { "letter", "函", CW_FORMAT_LETTER, CW_SEALING_SEAL, CW_DIRECTION_PARALLEL },
  [CW_KIND_MINUTES]       = { "minutes", "纪要", CW_FORMAT_MINUTES, CW_SEALING_NONE, CW_DIRECTION_DOWN },
  [CW_KIND_SUMMARY]       = { "summary", "工作总结", CW_FORMAT_WORKING_PAPER, CW_SEALING_NONE, CW_DIRECTION_INTERNAL },
  [CW_KIND_PLAN]          = { "plan", "工作计划", CW_FORMAT_WORKING_PAPER, CW_SEALING_NONE, CW_DIRECTION_INTERNAL },
  [CW_KIND_BRIEFING]      = { "briefing", "汇报", CW_FORMAT_WORKING_PAPER, CW_SEALING_NONE, CW_DIRECTION_INTERNAL },
  [CW_KIND_SPEECH]        = { "speech", "讲话稿", CW_FORMAT_WORKING_PAPER, CW_SEALING_NONE, CW_DIRECTION_INTERNAL },
  [CW_KIND_SURVEY]        = { "survey", "调研报告", CW_FORMAT_WORKING_PAPER, CW_SEALING_NONE, CW_DIRECTION_INTERNAL },
  [CW_KIND_BULLETIN]      = { "bulletin", "简报", CW_FORMAT_BULLETIN, CW_SEALING_NONE, CW_DIRECTION_INTERNAL },
  [CW_KIND_DRAFT_REQUEST] = { "draft-request", "请示稿", CW_FORMAT_WORKING_PAPER, CW_SEALING_NONE, CW_DIRECTION_INTERNAL },
  [CW_KIND_DUTY_REPORT]   = { "duty-report", "述职报告", CW_FORMAT_WORKING_PAPER, CW_SEALING_NONE, CW_DIRECTION_INTERNAL },
  [CW_KIND_AGENDA]        = { "agenda", "会议议程", CW_FORMAT_WORKING_PAPER, CW_SEALING_NONE, CW_DIRECTION_INTERNAL },
};

static const char *const formats[CW_N_FORMATS][2] = {
  [CW_FORMAT_WORKING_PAPER] = { "working-paper", "事务文书" },
  [CW_FORMAT_GENERAL]       = { "general", "文件格式" },
  [CW_FORMAT_LETTER]        = { "letter", "信函格式" },
  [CW_FORMAT_ORDER]         = { "order", "命令（令）格式" },
  [CW_FORMAT_MINUTES]       = { "minutes", "纪要格式" },
  [CW_FORMAT_BULLETIN]      = { "bulletin", "简报" },
};

static const char *const sealings[CW_N_SEALINGS] = { "none", "seal", "signature" };
/* clang-format on */

/**
 * cw_form_equal:
 * @a: a form
 * @b: another
 *
 * Returns: whether both are the same
 */
gboolean
cw_form_equal (const CwForm *a, const CwForm *b)
{
  return a->kind == b->kind && a->format == b->format && a->sealing == b->sealing
         && a->seal_diameter == b->seal_diameter
         && !a->addressees_in_colophon == !b->addressees_in_colophon && a->lines == b->lines
         && a->columns == b->columns;
}

/**
 * cw_form_set_kind:
 * @self: a form
 * @kind: another kind of paper
 *
 * Makes it that kind, in the format and with the sealing customary for it; what does not follow
 * from the kind stays.
 */
void
cw_form_set_kind (CwForm *self, CwKind kind)
{
  g_return_if_fail (kind < CW_N_KINDS);

  self->kind = kind;
  self->format = kinds[kind].format;
  self->sealing = kinds[kind].sealing;
}

/**
 * cw_kind_get_id:
 * @kind: a kind of paper
 *
 * Returns: (transfer none): what files call it; never changes
 */
const char *
cw_kind_get_id (CwKind kind)
{
  g_return_val_if_fail (kind < CW_N_KINDS, NULL);

  return kinds[kind].id;
}

/**
 * cw_kind_find:
 * @id: what a file calls a kind of paper
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
cw_kind_find (const char *id, CwKind *kind)
{
  for (guint i = 0; i < CW_N_KINDS; i++)
    if (g_str_equal (kinds[i].id, id))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cw_kind_get_name:
 * @kind: a kind of paper
 *
 * Returns: (transfer none): its Chinese name, a term of the regulations and not translated
 */
const char *
cw_kind_get_name (CwKind kind)
{
  g_return_val_if_fail (kind < CW_N_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * cw_kind_get_direction:
 * @kind: a kind of paper
 *
 * Returns: who it goes to; the first of several
 */
CwDirection
cw_kind_get_direction (CwKind kind)
{
  g_return_val_if_fail (kind < CW_N_KINDS, CW_DIRECTION_INTERNAL);

  return kinds[kind].direction;
}

/**
 * cw_kind_is_statutory:
 * @kind: a kind of paper
 *
 * Returns: whether it is one of the fifteen kinds of the regulations
 */
gboolean
cw_kind_is_statutory (CwKind kind)
{
  return kind <= CW_KIND_MINUTES;
}

/**
 * cw_format_get_id:
 * @format: a format
 *
 * Returns: (transfer none): what files call it; never changes
 */
const char *
cw_format_get_id (CwFormat format)
{
  g_return_val_if_fail (format < CW_N_FORMATS, NULL);

  return formats[format][0];
}

/**
 * cw_format_find:
 * @id: what a file calls a format
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
cw_format_find (const char *id, CwFormat *format)
{
  for (guint i = 0; i < CW_N_FORMATS; i++)
    if (g_str_equal (formats[i][0], id))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cw_format_get_name:
 * @format: a format
 *
 * Returns: (transfer none): its Chinese name
 */
const char *
cw_format_get_name (CwFormat format)
{
  g_return_val_if_fail (format < CW_N_FORMATS, NULL);

  return formats[format][1];
}

/**
 * cw_sealing_get_id:
 * @sealing: a sealing
 *
 * Returns: (transfer none): what files call it; never changes
 */
const char *
cw_sealing_get_id (CwSealing sealing)
{
  g_return_val_if_fail (sealing < CW_N_SEALINGS, NULL);

  return sealings[sealing];
}

/**
 * cw_sealing_find:
 * @id: what a file calls a sealing
 * @sealing: (out): the sealing
 *
 * Returns: whether there is such a sealing
 */
gboolean
cw_sealing_find (const char *id, CwSealing *sealing)
{
  for (guint i = 0; i < CW_N_SEALINGS; i++)
    if (g_str_equal (sealings[i], id))
      {
        *sealing = i;
        return TRUE;
      }
  return FALSE;
}
