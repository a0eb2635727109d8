/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-section.h"

#include <string.h>

struct _CwSection
{
  gatomicrefcount ref_count;
  CwSectionState state;
  char *person;
  char *note;
};

G_DEFINE_BOXED_TYPE (CwSection, cw_section, cw_section_ref, cw_section_unref)

static const char *const state_ids[CW_N_SECTION_STATES] = {
  [CW_SECTION_UNSAID] = "unsaid",         [CW_SECTION_TO_WRITE] = "to-write",
  [CW_SECTION_DRAFT] = "draft",           [CW_SECTION_TO_CONFIRM] = "to-confirm",
  [CW_SECTION_DONE] = "done",
};

/**
 * cw_section_new:
 * @state: how far it is
 * @person: (nullable): who is to write it
 * @note: (nullable): a note to those who write it
 *
 * Returns: (transfer full) (nullable): the new value; %NULL if nothing is said
 */
CwSection *
cw_section_new (CwSectionState state, const char *person, const char *note)
{
  CwSection *self;

  g_return_val_if_fail (state < CW_N_SECTION_STATES, NULL);

  if (person == NULL)
    person = "";
  if (note == NULL)
    note = "";
  if (state == CW_SECTION_UNSAID && *person == '\0' && *note == '\0')
    return NULL;
  self = g_new0 (CwSection, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->state = state;
  self->person = g_utf8_make_valid (person, -1);
  self->note = g_utf8_make_valid (note, -1);
  return self;
}

/**
 * cw_section_ref:
 * @self: what is said about a section
 *
 * Takes a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CwSection *
cw_section_ref (CwSection *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_section_unref:
 * @self: (transfer full): what is said about a section
 *
 * Gives a reference back; from any thread.
 */
void
cw_section_unref (CwSection *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->person);
  g_free (self->note);
  g_free (self);
}

/**
 * cw_section_equal:
 * @self: (nullable): what is said about a section
 * @other: (nullable): the same of another
 *
 * Returns: whether both say the same
 */
gboolean
cw_section_equal (CwSection *self, CwSection *other)
{
  if (self == other)
    return TRUE;
  if (self == NULL || other == NULL)
    return FALSE;
  return self->state == other->state && strcmp (self->person, other->person) == 0
         && strcmp (self->note, other->note) == 0;
}

/**
 * cw_section_get_state:
 * @self: (nullable): what is said about a section
 *
 * Returns: how far it is
 */
CwSectionState
cw_section_get_state (CwSection *self)
{
  return self != NULL ? self->state : CW_SECTION_UNSAID;
}

/**
 * cw_section_get_person:
 * @self: (nullable): what is said about a section
 *
 * Returns: (transfer none): who is to write it, may be empty
 */
const char *
cw_section_get_person (CwSection *self)
{
  return self != NULL ? self->person : "";
}

/**
 * cw_section_get_note:
 * @self: (nullable): what is said about a section
 *
 * Returns: (transfer none): the note, may be empty
 */
const char *
cw_section_get_note (CwSection *self)
{
  return self != NULL ? self->note : "";
}

/**
 * cw_section_state_get_id:
 * @state: a state
 *
 * Returns: (transfer none): its name in the project file and in actions
 */
const char *
cw_section_state_get_id (CwSectionState state)
{
  g_return_val_if_fail (state < CW_N_SECTION_STATES, state_ids[0]);

  return state_ids[state];
}

/**
 * cw_section_state_find:
 * @id: a name
 * @state: (out): the state of that name
 *
 * Returns: whether there is one
 */
gboolean
cw_section_state_find (const char *id, CwSectionState *state)
{
  for (guint i = 0; i < CW_N_SECTION_STATES; i++)
    if (strcmp (state_ids[i], id) == 0)
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}
