/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CwSectionState:
 * @CW_SECTION_UNSAID: nobody has said anything
 * @CW_SECTION_TO_WRITE: to be written
 * @CW_SECTION_DRAFT: written, not finished
 * @CW_SECTION_TO_CONFIRM: finished, somebody has to confirm it
 * @CW_SECTION_DONE: done
 *
 * How far the work on a section is.
 */
typedef enum
{
  CW_SECTION_UNSAID,
  CW_SECTION_TO_WRITE,
  CW_SECTION_DRAFT,
  CW_SECTION_TO_CONFIRM,
  CW_SECTION_DONE,
  CW_N_SECTION_STATES,
} CwSectionState;

/**
 * CwSection:
 *
 * What is said about a section to those who write it: its state, who is to write it, a note. It
 * belongs to the heading and is never printed. Immutable and atomically reference-counted.
 */
typedef struct _CwSection CwSection;

#define CW_TYPE_SECTION (cw_section_get_type ())

GType cw_section_get_type (void) G_GNUC_CONST;

CwSection *cw_section_new (CwSectionState state, const char *person, const char *note);
CwSection *cw_section_ref (CwSection *self);
void cw_section_unref (CwSection *self);

gboolean cw_section_equal (CwSection *self, CwSection *other);
CwSectionState cw_section_get_state (CwSection *self);
const char *cw_section_get_person (CwSection *self);
const char *cw_section_get_note (CwSection *self);

const char *cw_section_state_get_id (CwSectionState state);
gboolean cw_section_state_find (const char *id, CwSectionState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwSection, cw_section_unref)

G_END_DECLS
