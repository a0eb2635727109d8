/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-profile.h"

G_BEGIN_DECLS

/**
 * CwChoiceKind:
 * @CW_CHOICE_SWITCH: yes or no: a #gboolean of the profile
 * @CW_CHOICE_COUNT: a whole number: a #guint
 * @CW_CHOICE_NUMBER: a number: a #gdouble
 * @CW_CHOICE_ONE_OF: one of several words: an enumeration, counted from 0
 *
 * What values a choice has.
 */
typedef enum
{
  CW_CHOICE_SWITCH,
  CW_CHOICE_COUNT,
  CW_CHOICE_NUMBER,
  CW_CHOICE_ONE_OF,
} CwChoiceKind;

/**
 * CwChoice:
 * @id: what command lines and settings call it; never changes
 * @rule: of the digest, and the number of the disagreement if there is one
 * @name: (not nullable): what preferences call it; to be translated
 * @what: what it means in a sentence; to be translated
 * @kind: what values it has
 * @min: smallest number; 0 is always allowed and means “as the standard has it”
 * @max: largest number
 * @words: (nullable) (array zero-terminated=1): the values of %CW_CHOICE_ONE_OF, as typed
 * @names: (nullable) (array zero-terminated=1): the same for preferences; to be translated
 * @offset: in #CwProfile
 *
 * One of the choices the standard leaves open or offices make differently.
 */
typedef struct
{
  const char *id;
  const char *rule;
  const char *name;
  const char *what;
  CwChoiceKind kind;
  double min;
  double max;
  const char *const *words;
  const char *const *names;
  gsize offset;
} CwChoice;

const CwChoice *cw_profile_get_choices (guint *n_choices);
const CwChoice *cw_profile_find_choice (const char *id);

gboolean cw_choice_accepts (const CwChoice *self, double value);

double cw_profile_get_value (const CwProfile *self, const CwChoice *choice);
void cw_profile_set_value (CwProfile *self, const CwChoice *choice, double value);
char *cw_profile_format (const CwProfile *self, const CwChoice *choice);
gboolean cw_profile_parse (CwProfile *self, const CwChoice *choice, const char *value,
                           GError **error);
gboolean cw_profile_assign (CwProfile *self, const char *assignment, GError **error);
char *cw_profile_describe (void);

G_END_DECLS
