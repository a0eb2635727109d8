/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-list.h"

#include <string.h>

#include "cw-placeholder-rule.h"
#include "cw-placeholder-sections.h"

/**
 * CwPlaceholderList:
 *
 * The placeholders of a document as a list model with a section for each part of the document. A new
 * document is compared with the list: items of texts nobody has touched stay, those of the text that
 * is being typed in are brought up to date, and the list changes only where there are more or fewer.
 */
struct _CwPlaceholderList
{
  GObject parent_instance;

  CwDocument *document;
  GPtrArray *items;
  CwPlaceholderFilter filter;
  char *search; /* folded, or NULL */
  guint n_total;
  guint n_left;
};

static GType
get_item_type (GListModel *model)
{
  return CW_TYPE_PLACEHOLDER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return CW_PLACEHOLDER_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CwPlaceholderList *self = CW_PLACEHOLDER_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
init_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  CwPlaceholderList *self = CW_PLACEHOLDER_LIST (model);
  guint section;

  if (position >= self->items->len)
    {
      *start = self->items->len;
      *end = G_MAXUINT;
      return;
    }
  section = cw_placeholder_item_get_section (self->items->pdata[position]);
  *start = position;
  *end = position + 1;
  while (*start > 0 && cw_placeholder_item_get_section (self->items->pdata[*start - 1]) == section)
    --*start;
  while (*end < self->items->len
         && cw_placeholder_item_get_section (self->items->pdata[*end]) == section)
    ++*end;
}

static void
init_sections (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CwPlaceholderList,
                               cw_placeholder_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, init_sections))

static void
cw_placeholder_list_finalize (GObject *object)
{
  CwPlaceholderList *self = CW_PLACEHOLDER_LIST (object);

  g_clear_pointer (&self->document, cw_document_unref);
  g_ptr_array_unref (self->items);
  g_free (self->search);
  G_OBJECT_CLASS (cw_placeholder_list_parent_class)->finalize (object);
}

static void
cw_placeholder_list_class_init (CwPlaceholderListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_placeholder_list_finalize;
}

static void
cw_placeholder_list_init (CwPlaceholderList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/* --- what is to be in the list --- */

static gboolean
contains (const char *text, const char *needle)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, needle) != NULL;
}

static gboolean
is_found (CwPlaceholderList *self, const CwBlank *blank)
{
  const CwValue *value
      = cw_ledger_get_value (cw_document_get_ledger (self->document), blank->value);
  g_autofree char *sentence = NULL;

  if (self->search == NULL)
    return TRUE;
  if (value != NULL
      && (contains (value->name, self->search) || contains (value->source, self->search)
          || contains (value->note, self->search)))
    return TRUE;
  sentence = cw_blank_describe_sentence (self->document, blank, NULL, NULL);
  return contains (sentence, self->search);
}

static gboolean
belongs (CwPlaceholderList *self, const CwBlank *blank)
{
  if (self->filter == CW_PLACEHOLDERS_LEFT ? blank->filled
                                           : self->filter == CW_PLACEHOLDERS_FILLED && !blank->filled)
    return FALSE;
  return is_found (self, blank);
}

static CwText *
get_text (CwDocument *document, const CwStretch *at)
{
  const CwField *field = &at->field;

  if (field->kind == CW_FIELD_ELEMENT)
    return cw_document_get_element (document, field->element);
  if (field->kind == CW_FIELD_CELL)
    return cw_table_get_cell (
               cw_block_get_table (cw_document_get_block (document, field->block)), field->row,
               field->column)
        .text;
  return cw_flow_get_line (document, at->line).text;
}

/* Places of each quantity, by its number. */
static GHashTable *
count_places (GArray *blanks)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < blanks->len; i++)
    {
      gpointer value = GUINT_TO_POINTER (g_array_index (blanks, CwBlank, i).value);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));

      g_hash_table_insert (counts, value, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

static GArray *
collect (CwPlaceholderList *self, CwPlaceholderSections *sections, GHashTable *problems)
{
  g_autoptr (GArray) blanks = cw_blanks_find (self->document, TRUE);
  g_autoptr (GHashTable) counts = count_places (blanks);
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (CwPlaceholderFacts));

  self->n_total = blanks->len;
  self->n_left = 0;
  for (guint i = 0; i < blanks->len; i++)
    {
      CwPlaceholderFacts fact = { self->document, g_array_index (blanks, CwBlank, i) };

      self->n_left += !fact.blank.filled;
      if (!belongs (self, &fact.blank))
        continue;
      fact.text = get_text (self->document, &fact.blank.at);
      fact.section = cw_placeholder_sections_find (sections, &fact.blank.at, &fact.title);
      fact.n_places = fact.blank.value == 0
                          ? 1
                          : GPOINTER_TO_UINT (g_hash_table_lookup (
                                counts, GUINT_TO_POINTER (fact.blank.value)));
      if (fact.blank.value != 0)
        fact.problem = g_hash_table_lookup (problems, GUINT_TO_POINTER (fact.blank.value));
      g_array_append_val (facts, fact);
    }
  return facts;
}

/* --- making it so --- */

static gboolean
is_same (CwPlaceholderList *self, guint position, GArray *facts, guint fact)
{
  return cw_placeholder_item_is_at (self->items->pdata[position],
                                    &g_array_index (facts, CwPlaceholderFacts, fact));
}

/* Puts the facts from @first to @end in the place of @n_removed items. */
static void
splice (CwPlaceholderList *self, guint first, guint n_removed, GArray *facts, guint end)
{
  guint n_added = end - first;

  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, first, n_removed);
  for (guint i = first; i < end; i++)
    g_ptr_array_insert (
        self->items, (int) i,
        cw_placeholder_item_new (&g_array_index (facts, CwPlaceholderFacts, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), first, n_removed, n_added);
}

static void
update_items (CwPlaceholderList *self, GArray *facts)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < facts->len; i++)
    moved |= cw_placeholder_item_update (self->items->pdata[i],
                                         &g_array_index (facts, CwPlaceholderFacts, i));
  if (moved && facts->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, facts->len);
}

static void
update (CwPlaceholderList *self)
{
  g_autoptr (CwPlaceholderSections) sections = cw_placeholder_sections_new (self->document);
  g_autoptr (GHashTable) problems = cw_placeholder_rule_find_problems (self->document);
  g_autoptr (GArray) facts = collect (self, sections, problems);
  guint first = 0, tail = 0, least = MIN (self->items->len, facts->len);

  while (first < least && is_same (self, first, facts, first))
    first++;
  while (tail < least - first
         && is_same (self, self->items->len - 1 - tail, facts, facts->len - 1 - tail))
    tail++;
  if (self->items->len != facts->len)
    splice (self, first, self->items->len - first - tail, facts, facts->len - tail);
  update_items (self, facts);
}

/**
 * cw_placeholder_list_new:
 *
 * Returns: (transfer full): a list of the placeholders of no document yet
 */
CwPlaceholderList *
cw_placeholder_list_new (void)
{
  return g_object_new (CW_TYPE_PLACEHOLDER_LIST, NULL);
}

/**
 * cw_placeholder_list_set_document:
 * @self: a list
 * @document: whose placeholders it has from now on
 */
void
cw_placeholder_list_set_document (CwPlaceholderList *self, CwDocument *document)
{
  g_autoptr (CwDocument) old = NULL;

  g_return_if_fail (CW_IS_PLACEHOLDER_LIST (self));
  g_return_if_fail (document != NULL);

  if (document == self->document)
    return;
  old = g_steal_pointer (&self->document);
  self->document = cw_document_ref (document);
  update (self);
}

/**
 * cw_placeholder_list_set_filter:
 * @self: a list
 * @filter: which placeholders it has
 */
void
cw_placeholder_list_set_filter (CwPlaceholderList *self, CwPlaceholderFilter filter)
{
  g_return_if_fail (CW_IS_PLACEHOLDER_LIST (self));

  if (filter == self->filter)
    return;
  self->filter = filter;
  if (self->document != NULL)
    update (self);
}

/**
 * cw_placeholder_list_set_search:
 * @self: a list
 * @search: (nullable): words; only placeholders are in the list whose sentence, name, giver or note
 *   has them
 */
void
cw_placeholder_list_set_search (CwPlaceholderList *self, const char *search)
{
  g_autofree char *folded
      = search != NULL && *search != '\0' ? g_utf8_casefold (search, -1) : NULL;

  g_return_if_fail (CW_IS_PLACEHOLDER_LIST (self));

  if (g_set_str (&self->search, folded) && self->document != NULL)
    update (self);
}

/**
 * cw_placeholder_list_get_total:
 * @self: a list
 * @n_left: (out) (optional): how many of them are still to be filled in
 *
 * Returns: how many placeholders the document has, whatever the list shows of them
 */
guint
cw_placeholder_list_get_total (CwPlaceholderList *self, guint *n_left)
{
  if (n_left != NULL)
    *n_left = self->n_left;
  return self->n_total;
}

/**
 * cw_placeholder_list_get:
 * @self: a list
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the item there
 */
CwPlaceholderItem *
cw_placeholder_list_get (CwPlaceholderList *self, guint position)
{
  return position < self->items->len ? self->items->pdata[position] : NULL;
}

/**
 * cw_placeholder_list_find:
 * @self: a list
 * @at: a stretch of the document
 * @position: (out): where the placeholder is in the list
 *
 * Returns: whether the list has the placeholder that begins where @at does
 */
gboolean
cw_placeholder_list_find (CwPlaceholderList *self, const CwStretch *at, guint *position)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const CwBlank *blank = cw_placeholder_item_get_blank (self->items->pdata[i]);

      if (!cw_stretch_same_text (&blank->at, at) || blank->at.start != at->start)
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * cw_placeholder_list_find_left:
 * @self: a list
 * @after: a stretch of the document
 * @position: (out): where it is in the list
 *
 * Finds the first placeholder behind @after that is still to be filled in, or the first of all.
 *
 * Returns: whether there is one in the list
 */
gboolean
cw_placeholder_list_find_left (CwPlaceholderList *self, const CwStretch *after, guint *position)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      const CwBlank *blank = cw_placeholder_item_get_blank (self->items->pdata[i]);
      gboolean behind = cw_stretch_compare (&blank->at, after) > 0;

      if (blank->filled || (found && !behind))
        continue;
      *position = i;
      found = TRUE;
      if (behind)
        return TRUE;
    }
  return found;
}
