/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/cw-document.h"

G_BEGIN_DECLS

/**
 * CwTemplateFlags:
 * @CW_TEMPLATE_COMMON: written every month in most offices: offered first
 * @CW_TEMPLATE_OWN: the user's own, in the user's folder: may be renamed and removed
 *
 * What is special about a starting point.
 */
typedef enum
{
  CW_TEMPLATE_PLAIN = 0,
  CW_TEMPLATE_COMMON = 1 << 0,
  CW_TEMPLATE_OWN = 1 << 1,
} CwTemplateFlags;

#define CW_TYPE_TEMPLATE (cw_template_get_type ())

G_DECLARE_FINAL_TYPE (CwTemplate, cw_template, CW, TEMPLATE, GObject)

CwTemplate *cw_template_new (const char *id,
                             const char *name,
                             const char *use,
                             const char *const *keywords,
                             CwTemplateFlags flags,
                             CwDocument *document);

const char *cw_template_get_id (CwTemplate *self);
const char *cw_template_get_name (CwTemplate *self);
const char *cw_template_get_use (CwTemplate *self);
CwTemplateFlags cw_template_get_flags (CwTemplate *self);
CwDocument *cw_template_get_document (CwTemplate *self);
guint cw_template_match (CwTemplate *self, const char *query);

G_END_DECLS
