/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CwCheckOptions:
 *
 * What the text checker looks for: which rules, which words the office does not want, what is never
 * to be pointed out. Immutable and atomically reference-counted.
 */
typedef struct _CwCheckOptions CwCheckOptions;

#define CW_TYPE_CHECK_OPTIONS (cw_check_options_get_type ())

GType cw_check_options_get_type (void) G_GNUC_CONST;

CwCheckOptions *cw_check_options_new (const char *const *rules_off, const char *terms,
                                      const char *const *ignored);
CwCheckOptions *cw_check_options_ref (CwCheckOptions *self);
void cw_check_options_unref (CwCheckOptions *self);

gboolean cw_check_options_is_off (CwCheckOptions *self, const char *rule);
gboolean cw_check_options_is_ignored (CwCheckOptions *self, const char *word_key);
char **cw_check_options_find_mistakes (const char *terms);
char *cw_check_options_describe_built_in (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCheckOptions, cw_check_options_unref)

G_END_DECLS
