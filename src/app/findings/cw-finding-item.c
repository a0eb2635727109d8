/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-finding-item.h"

#include <string.h>

/* Characters shown on either side of what a finding is about. */
#define CONTEXT 8

/**
 * CwFindingItem:
 *
 * A finding in the list of them. Findings are made anew with every check; an item lasts as long as
 * the same thing is found, so that the list keeps its place.
 */
struct _CwFindingItem
{
  GObject parent_instance;

  CwFindings *findings;
  guint position;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFindingItem, cw_finding_item, G_TYPE_OBJECT)

static void
cw_finding_item_finalize (GObject *object)
{
  g_clear_pointer (&CW_FINDING_ITEM (object)->findings, cw_findings_unref);
  G_OBJECT_CLASS (cw_finding_item_parent_class)->finalize (object);
}

static void
cw_finding_item_class_init (CwFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_finding_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", CW_TYPE_FINDING_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_finding_item_init (CwFindingItem *self)
{
}

/**
 * cw_finding_item_new:
 * @findings: all findings
 * @position: which of them
 *
 * Returns: (transfer full): a new item
 */
CwFindingItem *
cw_finding_item_new (CwFindings *findings, guint position)
{
  CwFindingItem *self = g_object_new (CW_TYPE_FINDING_ITEM, NULL);

  self->findings = cw_findings_ref (findings);
  self->position = position;
  return self;
}

/**
 * cw_finding_item_get:
 * @self: an item
 *
 * Returns: (transfer none): the finding, valid until the item changes
 */
const CwFinding *
cw_finding_item_get (CwFindingItem *self)
{
  return cw_findings_get (self->findings, self->position);
}

/* The document the finding is of. */
static CwDocument *
get_document (CwFindingItem *self)
{
  return cw_findings_get_document (self->findings);
}

/**
 * cw_finding_item_get_position:
 * @self: an item
 *
 * Returns: which of the findings it is
 */
guint
cw_finding_item_get_position (CwFindingItem *self)
{
  return self->position;
}

/**
 * cw_finding_item_is_same:
 * @self: an item
 * @finding: a finding, perhaps of a later check
 *
 * Returns: whether both are about the same words
 */
gboolean
cw_finding_item_is_same (CwFindingItem *self, const CwFinding *finding)
{
  const CwFinding *own = cw_finding_item_get (self);

  return own->rule == finding->rule && strcmp (own->key, finding->key) == 0
         && strcmp (own->message, finding->message) == 0;
}

/**
 * cw_finding_item_move:
 * @self: an item
 * @findings: the findings of a later check
 * @position: which of them it is now
 *
 * Says where the same thing was found now.
 */
void
cw_finding_item_move (CwFindingItem *self, CwFindings *findings, guint position)
{
  cw_findings_ref (findings);
  cw_findings_unref (self->findings);
  self->findings = findings;
  self->position = position;
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
step_back (const char *start, const char *at, guint n)
{
  while (n-- > 0 && at > start)
    at = g_utf8_prev_char (at);
  return at;
}

static const char *
step_on (const char *at, guint n)
{
  while (n-- > 0 && *at != '\0')
    at = g_utf8_next_char (at);
  return at;
}

/**
 * cw_finding_item_dup_quote:
 * @self: an item
 *
 * Returns: (transfer full): what it is about with a few characters on either side, as Pango markup;
 *   empty if there is nothing to quote
 */
char *
cw_finding_item_dup_quote (CwFindingItem *self)
{
  const CwStretch *at = &cw_finding_item_get (self)->at;
  g_autoptr (CwText) text = cw_stretch_get_text (get_document (self), at);
  const char *string, *first, *last;
  g_autofree char *before = NULL, *words = NULL, *behind = NULL;

  if (text == NULL || at->end > cw_text_get_length (text) || cw_text_is_empty (text))
    return g_strdup ("");
  string = cw_text_get_string (text);
  first = step_back (string, string + at->start, CONTEXT);
  last = step_on (string + at->end, CONTEXT);
  before = g_markup_escape_text (first, string + at->start - first);
  words = g_markup_escape_text (string + at->start, at->end - at->start);
  behind = g_markup_escape_text (string + at->end, last - (string + at->end));
  return g_strdup_printf ("%s%s<b>%s</b>%s%s", first > string ? "…" : "", before, words, behind,
                          *last != '\0' ? "…" : "");
}
