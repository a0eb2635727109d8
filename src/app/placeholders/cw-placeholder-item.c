/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-item.h"

/* Characters of the sentence on both sides of a blank that name it where nobody has given a name. */
#define NAME_BEFORE 10
#define NAME_AFTER 4

/**
 * CwPlaceholderItem:
 *
 * A placeholder, filled or not, as a list shows it. While the document is edited the item stays and
 * is brought up to date, so that the row that shows it keeps what is being typed in it.
 */
struct _CwPlaceholderItem
{
  GObject parent_instance;

  CwDocument *document;
  CwBlank blank;
  CwText *text;
  guint section;
  char *title;
  guint n_places;
  char *problem;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPlaceholderItem, cw_placeholder_item, G_TYPE_OBJECT)

static void
cw_placeholder_item_finalize (GObject *object)
{
  CwPlaceholderItem *self = CW_PLACEHOLDER_ITEM (object);

  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_pointer (&self->text, cw_text_unref);
  g_free (self->title);
  g_free (self->problem);
  G_OBJECT_CLASS (cw_placeholder_item_parent_class)->finalize (object);
}

static void
cw_placeholder_item_class_init (CwPlaceholderItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_placeholder_item_finalize;

  /**
   * CwPlaceholderItem::changed:
   *
   * What a row shows of it has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", CW_TYPE_PLACEHOLDER_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cw_placeholder_item_init (CwPlaceholderItem *self)
{
}

static void
take (CwPlaceholderItem *self, const CwPlaceholderFacts *facts)
{
  g_autoptr (CwDocument) old = g_steal_pointer (&self->document);
  g_autoptr (CwText) text = g_steal_pointer (&self->text);

  self->document = cw_document_ref (facts->document);
  self->text = cw_text_ref (facts->text);
  self->blank = facts->blank;
  self->section = facts->section;
  self->n_places = facts->n_places;
  g_set_str (&self->title, facts->title);
  g_set_str (&self->problem, facts->problem);
}

/**
 * cw_placeholder_item_new:
 * @facts: what there is to say of it
 *
 * Returns: (transfer full): an item
 */
CwPlaceholderItem *
cw_placeholder_item_new (const CwPlaceholderFacts *facts)
{
  CwPlaceholderItem *self = g_object_new (CW_TYPE_PLACEHOLDER_ITEM, NULL);

  take (self, facts);
  return self;
}

/**
 * cw_placeholder_item_is_at:
 * @self: an item
 * @facts: what there is to say of a placeholder of a later document
 *
 * Returns: whether it surely is the same one: in a text nobody has changed, at the same place of it
 */
gboolean
cw_placeholder_item_is_at (CwPlaceholderItem *self, const CwPlaceholderFacts *facts)
{
  return self->text == facts->text && self->blank.at.start == facts->blank.at.start
         && self->blank.at.field.kind == facts->blank.at.field.kind
         && self->blank.value == facts->blank.value && self->blank.filled == facts->blank.filled;
}

/**
 * cw_placeholder_item_update:
 * @self: an item
 * @facts: what there is to say of it now
 *
 * Brings an item up to date and tells its row if that shows.
 *
 * Returns: whether its section has changed
 */
gboolean
cw_placeholder_item_update (CwPlaceholderItem *self, const CwPlaceholderFacts *facts)
{
  const CwLedger *ledger = cw_document_get_ledger (self->document);
  gboolean moved
      = self->section != facts->section || g_strcmp0 (self->title, facts->title) != 0;
  gboolean same = cw_placeholder_item_is_at (self, facts) && self->n_places == facts->n_places
                  && self->blank.unit_end == facts->blank.unit_end
                  && ledger == cw_document_get_ledger (facts->document)
                  && g_strcmp0 (self->problem, facts->problem) == 0;

  take (self, facts);
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
  return moved;
}

/**
 * cw_placeholder_item_get_document:
 * @self: an item
 *
 * Returns: (transfer none): the document its blank is of
 */
CwDocument *
cw_placeholder_item_get_document (CwPlaceholderItem *self)
{
  return self->document;
}

/**
 * cw_placeholder_item_get_blank:
 * @self: an item
 *
 * Returns: (transfer none): the blank
 */
const CwBlank *
cw_placeholder_item_get_blank (CwPlaceholderItem *self)
{
  return &self->blank;
}

/**
 * cw_placeholder_item_get_value:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what the ledger has about it; %NULL if nothing
 */
const CwValue *
cw_placeholder_item_get_value (CwPlaceholderItem *self)
{
  return cw_ledger_get_value (cw_document_get_ledger (self->document), self->blank.value);
}

/**
 * cw_placeholder_item_get_section:
 * @self: an item
 *
 * Returns: number of its section in the list
 */
guint
cw_placeholder_item_get_section (CwPlaceholderItem *self)
{
  return self->section;
}

/**
 * cw_placeholder_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): what its section is called
 */
const char *
cw_placeholder_item_get_title (CwPlaceholderItem *self)
{
  return self->title;
}

/**
 * cw_placeholder_item_get_n_places:
 * @self: an item
 *
 * Returns: in how many places its quantity stands, 1 if it is linked to nothing
 */
guint
cw_placeholder_item_get_n_places (CwPlaceholderItem *self)
{
  return self->n_places;
}

/**
 * cw_placeholder_item_get_problem:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what is wrong with its value, a sentence
 */
const char *
cw_placeholder_item_get_problem (CwPlaceholderItem *self)
{
  return self->problem;
}

/**
 * cw_placeholder_item_dup_text:
 * @self: an item
 *
 * Returns: (transfer full): what stands there: its value, or XX
 */
char *
cw_placeholder_item_dup_text (CwPlaceholderItem *self)
{
  return cw_stretch_to_string (self->document, &self->blank.at);
}

/* A few words of the sentence around the blank: …完成整改XX处，整… */
static char *
make_name (CwPlaceholderItem *self)
{
  guint start, end;
  g_autofree char *sentence
      = cw_blank_describe_sentence (self->document, &self->blank, &start, &end);
  const char *from = sentence + start, *to = sentence + end;
  g_autofree char *words = NULL;

  for (guint i = 0; i < NAME_BEFORE && from > sentence; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < NAME_AFTER && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  words = g_strndup (from, to - from);
  return g_strconcat (from > sentence ? "…" : "", words, *to != '\0' ? "…" : "", NULL);
}

/**
 * cw_placeholder_item_dup_name:
 * @self: an item
 *
 * Returns: (transfer full): what to call it in a list to choose from: its name, or the words around
 *   it
 */
char *
cw_placeholder_item_dup_name (CwPlaceholderItem *self)
{
  const CwValue *value = cw_placeholder_item_get_value (self);

  if (value != NULL && *value->name != '\0')
    return g_strdup (value->name);
  return make_name (self);
}
