/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-sheet-item.h"

#include <glib/gi18n-lib.h>

/**
 * CwSheetItem:
 *
 * An answer of a collection sheet in a list, and whether it is to be taken.
 */
struct _CwSheetItem
{
  GObject parent_instance;

  GArray *answers;
  guint position;
  gboolean chosen;
};

enum
{
  PROP_CHOSEN = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CwSheetItem, cw_sheet_item, G_TYPE_OBJECT)

static void
cw_sheet_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, CW_SHEET_ITEM (object)->chosen);
}

static void
cw_sheet_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  cw_sheet_item_set_chosen (CW_SHEET_ITEM (object), g_value_get_boolean (value));
}

static void
cw_sheet_item_finalize (GObject *object)
{
  g_array_unref (CW_SHEET_ITEM (object)->answers);
  G_OBJECT_CLASS (cw_sheet_item_parent_class)->finalize (object);
}

static void
cw_sheet_item_class_init (CwSheetItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cw_sheet_item_get_property;
  object_class->set_property = cw_sheet_item_set_property;
  object_class->finalize = cw_sheet_item_finalize;

  /**
   * CwSheetItem:chosen:
   *
   * Whether the answer is to be taken. One that has no place in the paper cannot be.
   */
  props[PROP_CHOSEN]
      = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_sheet_item_init (CwSheetItem *self)
{
}

/**
 * cw_sheet_item_new:
 * @answers: (element-type CwSheetAnswer): answers
 * @position: which of them
 *
 * Returns: (transfer full): an item for it, chosen if there is nothing to be said against it
 */
CwSheetItem *
cw_sheet_item_new (GArray *answers, guint position)
{
  CwSheetItem *self = g_object_new (CW_TYPE_SHEET_ITEM, NULL);
  const CwSheetAnswer *answer = &g_array_index (answers, CwSheetAnswer, position);

  self->answers = g_array_ref (answers);
  self->position = position;
  self->chosen = answer->match == CW_SHEET_SURE && !answer->no_number;
  return self;
}

/**
 * cw_sheet_item_get_answer:
 * @self: an item
 *
 * Returns: (transfer none): the answer
 */
const CwSheetAnswer *
cw_sheet_item_get_answer (CwSheetItem *self)
{
  return &g_array_index (self->answers, CwSheetAnswer, self->position);
}

/**
 * cw_sheet_item_get_chosen:
 * @self: an item
 *
 * Returns: whether it is to be taken
 */
gboolean
cw_sheet_item_get_chosen (CwSheetItem *self)
{
  return self->chosen;
}

/**
 * cw_sheet_item_set_chosen:
 * @self: an item
 * @chosen: whether it is to be taken; has no effect on what is nowhere in the paper
 */
void
cw_sheet_item_set_chosen (CwSheetItem *self, gboolean chosen)
{
  chosen = chosen && cw_sheet_item_get_answer (self)->match != CW_SHEET_LOST;
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}

/**
 * cw_sheet_item_is_rival:
 * @self: an item
 * @other: another item
 *
 * Returns: whether both answer the same blank, so that only one of them can be taken
 */
gboolean
cw_sheet_item_is_rival (CwSheetItem *self, CwSheetItem *other)
{
  return self != other
         && cw_sheet_answer_is_rival (cw_sheet_item_get_answer (self),
                                      cw_sheet_item_get_answer (other));
}

/**
 * cw_sheet_item_dup_change:
 * @self: an item
 *
 * Returns: (transfer full): what is there now, and what would be
 */
char *
cw_sheet_item_dup_change (CwSheetItem *self)
{
  const CwSheetAnswer *answer = cw_sheet_item_get_answer (self);

  if (*answer->old_text == '\0')
    return g_strdup (answer->new_text);
  return g_strdup_printf (_ ("%s → %s"), answer->old_text, answer->new_text);
}

/**
 * cw_sheet_item_dup_giver:
 * @self: an item
 *
 * Returns: (transfer full) (nullable): who gave the answer, and in which file
 */
char *
cw_sheet_item_dup_giver (CwSheetItem *self)
{
  const CwSheetAnswer *answer = cw_sheet_item_get_answer (self);
  g_autofree char *giver
      = *answer->source != '\0' ? g_strdup_printf (_ ("given by %s"), answer->source) : NULL;

  if (answer->origin == NULL)
    return g_steal_pointer (&giver);
  return giver != NULL ? g_strdup_printf ("%s · %s", giver, answer->origin)
                       : g_strdup (answer->origin);
}

/**
 * cw_sheet_item_dup_problem:
 * @self: an item
 *
 * Returns: (transfer full) (nullable): what should be looked at before it is taken
 */
char *
cw_sheet_item_dup_problem (CwSheetItem *self)
{
  const CwSheetAnswer *answer = cw_sheet_item_get_answer (self);

  if (answer->match == CW_SHEET_LOST)
    return g_strdup (_ ("The paper does not ask this any more; the answer cannot be taken in."));
  if (answer->match == CW_SHEET_TWICE)
    return g_strdup (_ ("Two answers differ. Choose the one that is right."));
  if (answer->no_number)
    return g_strdup (_ ("A number is expected here, and this is none."));
  if (answer->match == CW_SHEET_CHANGED)
    return g_strdup (_ ("The sentence has changed since the sheet was sent out. See whether the answer "
                        "still fits."));
  if (answer->blank.filled)
    return g_strdup (_ ("This has been filled in already; the answer would replace it."));
  return NULL;
}
