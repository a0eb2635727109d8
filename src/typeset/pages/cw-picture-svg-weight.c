/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-image.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

/* What may be drawn by reference, elements: dozens of times what an honest drawing repeats, and a
 * second of work. What stands in the file itself is bounded by the file. */
#define MOST_REPEATED 50000

/* Nothing is counted beyond this. */
#define BOUNDLESS 1000000000u

/* References that lead to references. */
#define DEEPEST 400

typedef struct
{
  GHashTable *by_id;   /* char * → xmlNode * */
  GHashTable *weights; /* xmlNode * → number of elements it draws; 0 while it is being counted */
  guint depth;
  guint n_elements;
} Count;

static guint weigh (Count *self, xmlNode *node);

static guint
add (guint a, guint b)
{
  return MIN (a + b, BOUNDLESS);
}

/* A drawing that refers to itself goes round once. */
static guint
weigh_target (Count *self, const char *id)
{
  xmlNode *node = g_hash_table_lookup (self->by_id, id);
  gpointer weight;

  if (node == NULL)
    return 0;
  if (self->depth >= DEEPEST)
    return BOUNDLESS;
  if (g_hash_table_lookup_extended (self->weights, node, NULL, &weight))
    return GPOINTER_TO_UINT (weight);
  g_hash_table_insert (self->weights, node, GUINT_TO_POINTER (0));
  self->depth++;
  weight = GUINT_TO_POINTER (weigh (self, node));
  self->depth--;
  g_hash_table_insert (self->weights, node, weight);
  return GPOINTER_TO_UINT (weight);
}

/* href="#id", and url(#id) in whatever is filled, ruled, marked, clipped or masked with something. */
static guint
weigh_value (Count *self, const xmlAttr *attribute, const char *value)
{
  guint weight = 0;

  if (strcmp ((const char *) attribute->name, "href") == 0 && value[0] == '#')
    return weigh_target (self, value + 1);
  for (const char *at = strstr (value, "url("); at != NULL; at = strstr (at, "url("))
    {
      gsize quote, length;
      g_autofree char *id = NULL;

      at += strlen ("url(");
      quote = strspn (at, " '\"");
      length = strcspn (at + quote, ")'\" ");
      if (at[quote] != '#')
        continue;
      id = g_strndup (at + quote + 1, length - 1);
      weight = add (weight, weigh_target (self, id));
    }
  return weight;
}

static guint
weigh_attributes (Count *self, xmlNode *node)
{
  guint weight = 0;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, TRUE);

      if (value != NULL)
        weight = add (weight, weigh_value (self, attribute, (const char *) value));
      xmlFree (value);
    }
  return weight;
}

/* How many elements are drawn for one. The depth of the tree is bounded by the reader. */
static guint
weigh (Count *self, xmlNode *node)
{
  guint weight = add (1, weigh_attributes (self, node));

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      weight = add (weight, weigh (self, child));
  return weight;
}

static void
collect (Count *self, xmlNode *node)
{
  xmlChar *id = xmlGetProp (node, (const xmlChar *) "id");

  self->n_elements++;
  if (id != NULL)
    g_hash_table_insert (self->by_id, g_strdup ((const char *) id), node);
  xmlFree (id);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect (self, child);
}

/* Entities with elements in them would be drawn without being counted; no program writes such. */
static void
look_for_elements (void *payload, void *data, const xmlChar *name)
{
  const xmlEntity *entity = payload;
  gboolean *found = data;

  if (entity->content != NULL && strpbrk ((const char *) entity->content, "<&") != NULL)
    *found = TRUE;
}

static gboolean
has_hidden_elements (xmlDoc *tree)
{
  gboolean found = FALSE;

  if (tree->intSubset != NULL && tree->intSubset->entities != NULL)
    xmlHashScan (tree->intSubset->entities, look_for_elements, &found);
  return found;
}

static gboolean
is_light (xmlDoc *tree)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) weights = g_hash_table_new (NULL, NULL);
  Count count = { .by_id = by_id, .weights = weights };
  xmlNode *root = xmlDocGetRootElement (tree);

  collect (&count, root);
  return weigh (&count, root) <= add (count.n_elements, MOST_REPEATED);
}

/**
 * cw_picture_svg_is_light:
 * @bytes: a file
 *
 * A drawing of twenty lines may have an element repeat one that repeats another, until a thousand
 * million are drawn. Counts what would be, without drawing.
 *
 * Returns: %FALSE for a drawing that takes too long to draw, or is no XML
 */
gboolean
cw_picture_svg_is_light (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  xmlDoc *tree = length <= G_MAXINT
                     ? xmlReadMemory (data, (int) length, NULL, NULL,
                                      XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET)
                     : NULL;
  gboolean light = tree != NULL && xmlDocGetRootElement (tree) != NULL
                   && !has_hidden_elements (tree) && is_light (tree);

  xmlFreeDoc (tree);
  return light;
}
