/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/lines/cw-paragraph.h"

G_BEGIN_DECLS

/**
 * CwOtherSettings:
 *
 * Remembers in what other ways paragraphs have been set: in a line less or more, or in two lines.
 * Belongs to one thread at a time.
 */
typedef struct _CwOtherSettings CwOtherSettings;

CwOtherSettings *cw_other_settings_new (void);
void cw_other_settings_free (CwOtherSettings *self);

CwParagraph *cw_other_settings_loosen (CwOtherSettings *self, CwParagraph *paragraph,
                                       int looseness);
CwParagraph *cw_other_settings_halve (CwOtherSettings *self, CwParagraph *paragraph);
void cw_other_settings_forget (CwOtherSettings *self, CwParagraph *paragraph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwOtherSettings, cw_other_settings_free)

G_END_DECLS
