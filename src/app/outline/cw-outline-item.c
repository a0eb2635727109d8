/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-outline-item.h"

#include <glib/gi18n-lib.h>

/**
 * CwOutlineItem:
 *
 * A section as the outline lists it. It stays the same object while its section changes, so that a
 * row need not be made anew for every character typed.
 */
struct _CwOutlineItem
{
  GObject parent_instance;

  CwSectionNode node;
  guint place;
  CwText *text;
  char *title;
  char *label;
  char *pages;
  CwSection *section;
  guint n_marks;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CwOutlineItem, cw_outline_item, G_TYPE_OBJECT)

static const char *const icons[CW_N_SECTION_STATES] = {
  [CW_SECTION_UNSAID] = "view-more-symbolic",
  [CW_SECTION_TO_WRITE] = "radio-symbolic",
  [CW_SECTION_DRAFT] = "document-edit-symbolic",
  [CW_SECTION_TO_CONFIRM] = "dialog-question-symbolic",
  [CW_SECTION_DONE] = "checkbox-checked-symbolic",
};

/**
 * cw_section_state_get_name:
 * @state: how far a section is
 *
 * Returns: (transfer none): what users call it, translated
 */
const char *
cw_section_state_get_name (CwSectionState state)
{
  switch (state)
    {
    case CW_SECTION_TO_WRITE:
      return C_ ("section", "To Write");
    case CW_SECTION_DRAFT:
      return C_ ("section", "Draft");
    case CW_SECTION_TO_CONFIRM:
      return C_ ("section", "To Confirm");
    case CW_SECTION_DONE:
      return C_ ("section", "Done");
    case CW_SECTION_UNSAID:
    case CW_N_SECTION_STATES:
    default:
      return C_ ("section", "Not Said");
    }
}

/**
 * cw_section_state_get_icon:
 * @state: how far a section is
 *
 * Returns: (transfer none): name of the icon that stands for it
 */
const char *
cw_section_state_get_icon (CwSectionState state)
{
  g_return_val_if_fail (state < CW_N_SECTION_STATES, NULL);

  return icons[state];
}

static void
cw_outline_item_finalize (GObject *object)
{
  CwOutlineItem *self = CW_OUTLINE_ITEM (object);

  g_clear_pointer (&self->text, cw_text_unref);
  g_clear_pointer (&self->section, cw_section_unref);
  g_free (self->title);
  g_free (self->label);
  g_free (self->pages);
  G_OBJECT_CLASS (cw_outline_item_parent_class)->finalize (object);
}

static void
cw_outline_item_class_init (CwOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_outline_item_finalize;

  /**
   * CwOutlineItem::changed:
   *
   * What it says is another.
   */
  changed_signal = g_signal_new ("changed", CW_TYPE_OUTLINE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
cw_outline_item_init (CwOutlineItem *self)
{
  self->title = g_strdup ("");
  self->label = g_strdup ("");
  self->pages = g_strdup ("");
}

/**
 * cw_outline_item_new:
 *
 * Returns: (transfer full): an item for nothing yet
 */
CwOutlineItem *
cw_outline_item_new (void)
{
  return g_object_new (CW_TYPE_OUTLINE_ITEM, NULL);
}

static gboolean
same_node (const CwSectionNode *a, const CwSectionNode *b)
{
  return a->kind == b->kind && a->level == b->level && a->number == b->number
         && a->depth == b->depth && a->n_characters == b->n_characters
         && a->n_placeholders == b->n_placeholders;
}

static CwText *
find_text (CwSectionTree *tree, const CwSectionNode *node)
{
  CwDocument *document = cw_section_tree_get_document (tree);

  if (node->kind == CW_SECTION_KIND_TITLE)
    return cw_document_get_element (document, CW_ELEMENT_TITLE);
  return cw_block_get_text (cw_document_get_block (document, node->block));
}

static CwSection *
find_section (CwSectionTree *tree, const CwSectionNode *node)
{
  if (node->kind != CW_SECTION_KIND_SECTION)
    return NULL;
  return cw_block_get_section (
      cw_document_get_block (cw_section_tree_get_document (tree), node->block));
}

static void
take_strings (CwOutlineItem *self, CwSectionTree *tree, guint place)
{
  g_autofree char *label = cw_section_tree_get_label (tree, place);

  g_free (self->title);
  self->title = cw_section_tree_get_title (tree, place);
  g_set_str (&self->label, label);
}

/**
 * cw_outline_item_set_node:
 * @self: an item
 * @tree: the sections of a document
 * @place: which of them it is
 *
 * Makes it say what that section says. Nothing that stays the same is done twice.
 */
void
cw_outline_item_set_node (CwOutlineItem *self, CwSectionTree *tree, guint place)
{
  const CwSectionNode *node = cw_section_tree_get_node (tree, place);
  CwText *text = find_text (tree, node);
  CwSection *section = find_section (tree, node);
  gboolean same = self->text == text && same_node (&self->node, node)
                  && cw_section_equal (self->section, section);

  self->place = place;
  self->node = *node;
  if (same && node->kind != CW_SECTION_KIND_ATTACHMENT)
    return;
  take_strings (self, tree, place);
  cw_text_ref (text);
  g_clear_pointer (&self->text, cw_text_unref);
  self->text = text;
  if (section != NULL)
    cw_section_ref (section);
  g_clear_pointer (&self->section, cw_section_unref);
  self->section = section;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * cw_outline_item_set_pages:
 * @self: an item
 * @pages: the pages it is on, for the user
 *
 * Sets the pages.
 */
void
cw_outline_item_set_pages (CwOutlineItem *self, const char *pages)
{
  if (g_set_str (&self->pages, pages))
    g_signal_emit (self, changed_signal, 0);
}

/**
 * cw_outline_item_set_n_marks:
 * @self: an item
 * @n_marks: how many findings there are in its section
 *
 * Sets the number of findings.
 */
void
cw_outline_item_set_n_marks (CwOutlineItem *self, guint n_marks)
{
  if (self->n_marks == n_marks)
    return;
  self->n_marks = n_marks;
  g_signal_emit (self, changed_signal, 0);
}

/**
 * cw_outline_item_get_node:
 * @self: an item
 *
 * Returns: (transfer none): its section, as it was when last set
 */
const CwSectionNode *
cw_outline_item_get_node (CwOutlineItem *self)
{
  return &self->node;
}

/**
 * cw_outline_item_get_place:
 * @self: an item
 *
 * Returns: which of the sections it is
 */
guint
cw_outline_item_get_place (CwOutlineItem *self)
{
  return self->place;
}

/**
 * cw_outline_item_get_text:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the text of its heading, whose address tells whether it is
 *   still the same
 */
CwText *
cw_outline_item_get_text (CwOutlineItem *self)
{
  return self->text;
}

/**
 * cw_outline_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): what the section is called
 */
const char *
cw_outline_item_get_title (CwOutlineItem *self)
{
  return self->title;
}

/**
 * cw_outline_item_get_label:
 * @self: an item
 *
 * Returns: (transfer none): its number, empty for the title
 */
const char *
cw_outline_item_get_label (CwOutlineItem *self)
{
  return self->label;
}

/**
 * cw_outline_item_get_section:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what is said about the section
 */
CwSection *
cw_outline_item_get_section (CwOutlineItem *self)
{
  return self->section;
}

/**
 * cw_outline_item_get_n_marks:
 * @self: an item
 *
 * Returns: how many findings there are in its section
 */
guint
cw_outline_item_get_n_marks (CwOutlineItem *self)
{
  return self->n_marks;
}

/**
 * cw_outline_item_describe:
 * @self: an item
 *
 * Returns: (transfer full): how long it is, where it is, who writes it: a line for the user
 */
char *
cw_outline_item_describe (CwOutlineItem *self)
{
  const char *person = cw_section_get_person (self->section);
  guint n = self->node.n_characters;
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, g_dngettext (GETTEXT_PACKAGE, "%u character", "%u characters", n),
                          n);
  if (*self->pages != '\0')
    g_string_append_printf (line, " · %s", self->pages);
  if (*person != '\0')
    g_string_append_printf (line, " · %s", person);
  return g_string_free_and_steal (line);
}
