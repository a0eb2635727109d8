/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-template.h"

#include <string.h>

#include "cw-pinyin.h"

/* What a name, a keyword or a use is found by. */
typedef struct
{
  char *folded;
  char *initials;
} Words;

/**
 * CwTemplate:
 *
 * A starting point: a document with placeholders where a paper differs from the last one of its
 * kind, and what people call it. Does not change; may be used from any thread.
 */
struct _CwTemplate
{
  GObject parent_instance;

  char *id;
  char *name;
  char *use;
  CwTemplateFlags flags;
  CwDocument *document;
  Words name_words;
  GArray *keywords; /* of Words */
  char *folded_use;
};

G_DEFINE_FINAL_TYPE (CwTemplate, cw_template, G_TYPE_OBJECT)

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

static Words
make_words (const char *text)
{
  return (Words) { fold (text), cw_pinyin_initials (text) };
}

static void
clear_words (Words *words)
{
  g_free (words->folded);
  g_free (words->initials);
}

static void
cw_template_finalize (GObject *object)
{
  CwTemplate *self = CW_TEMPLATE (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->use);
  g_free (self->folded_use);
  g_clear_pointer (&self->document, cw_document_unref);
  g_array_unref (self->keywords);
  clear_words (&self->name_words);
  G_OBJECT_CLASS (cw_template_parent_class)->finalize (object);
}

static void
cw_template_class_init (CwTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_template_finalize;
}

static void
cw_template_init (CwTemplate *self)
{
  self->keywords = g_array_new (FALSE, FALSE, sizeof (Words));
  g_array_set_clear_func (self->keywords, (GDestroyNotify) clear_words);
}

static void
add_keyword (CwTemplate *self, const char *keyword)
{
  Words words = make_words (keyword);

  g_array_append_val (self->keywords, words);
}

/**
 * cw_template_new:
 * @id: what tells it from the others
 * @name: what people call it
 * @use: one sentence: what for
 * @keywords: (nullable): other words it is looked for by
 * @flags: what is special about it
 * @document: the document to begin with
 *
 * Returns: (transfer full): the template
 */
CwTemplate *
cw_template_new (const char *id,
                 const char *name,
                 const char *use,
                 const char *const *keywords,
                 CwTemplateFlags flags,
                 CwDocument *document)
{
  CwTemplate *self = g_object_new (CW_TYPE_TEMPLATE, NULL);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->use = g_strdup (use);
  self->folded_use = fold (use);
  self->flags = flags;
  self->document = cw_document_ref (document);
  self->name_words = make_words (name);
  add_keyword (self, cw_kind_get_name (cw_document_get_form (document)->kind));
  for (guint i = 0; keywords != NULL && keywords[i] != NULL; i++)
    add_keyword (self, keywords[i]);
  return self;
}

/**
 * cw_template_get_id:
 * @self: a template
 *
 * Returns: (transfer none): what tells it from the others
 */
const char *
cw_template_get_id (CwTemplate *self)
{
  g_return_val_if_fail (CW_IS_TEMPLATE (self), NULL);

  return self->id;
}

/**
 * cw_template_get_name:
 * @self: a template
 *
 * Returns: (transfer none): what people call it
 */
const char *
cw_template_get_name (CwTemplate *self)
{
  g_return_val_if_fail (CW_IS_TEMPLATE (self), NULL);

  return self->name;
}

/**
 * cw_template_get_use:
 * @self: a template
 *
 * Returns: (transfer none): one sentence: what it is for
 */
const char *
cw_template_get_use (CwTemplate *self)
{
  g_return_val_if_fail (CW_IS_TEMPLATE (self), NULL);

  return self->use;
}

/**
 * cw_template_get_flags:
 * @self: a template
 *
 * Returns: what is special about it
 */
CwTemplateFlags
cw_template_get_flags (CwTemplate *self)
{
  g_return_val_if_fail (CW_IS_TEMPLATE (self), CW_TEMPLATE_PLAIN);

  return self->flags;
}

/**
 * cw_template_get_document:
 * @self: a template
 *
 * Returns: (transfer none): the document to begin with
 */
CwDocument *
cw_template_get_document (CwTemplate *self)
{
  g_return_val_if_fail (CW_IS_TEMPLATE (self), NULL);

  return self->document;
}

/* --- search --- */

/* Whether the characters of @part stand in @text in this order, the first at its beginning:
 * 季度总结 in 季度党建工作总结. */
static gboolean
abbreviates (const char *part, const char *text)
{
  if (g_utf8_get_char (part) != g_utf8_get_char (text))
    return FALSE;
  for (; *part != '\0' && *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (part) == g_utf8_get_char (text))
      part = g_utf8_next_char (part);
  return *part == '\0';
}

/* How well @words answer @part of a query; what begins with it does better than what holds it, and
 * written words better than initials. */
static guint
match_words (const Words *words, const char *part)
{
  glong n = g_utf8_strlen (part, -1);

  if (g_str_has_prefix (words->folded, part))
    return 6;
  if (strstr (words->folded, part) != NULL)
    return 5;
  if (n > 1 && abbreviates (part, words->folded))
    return 4;
  if (g_str_has_prefix (words->initials, part))
    return 3;
  if (n > 1 && strstr (words->initials, part) != NULL)
    return 2;
  return n > 2 && abbreviates (part, words->initials) ? 1 : 0;
}

static guint
match_part (CwTemplate *self, const char *part)
{
  guint best = match_words (&self->name_words, part);

  if (best > 0)
    return best + 8;
  for (guint i = 0; i < self->keywords->len; i++)
    best = MAX (best, match_words (&g_array_index (self->keywords, Words, i), part));
  if (best > 0)
    return best + 1;
  return strstr (self->folded_use, part) != NULL ? 1 : 0;
}

/**
 * cw_template_match:
 * @self: a template
 * @query: what the user has typed: words, parts of words, initials of pinyin
 *
 * Tells how well @self is what is looked for. All words of @query must be in its name, its keywords,
 * the name of its kind or its use.
 *
 * Returns: 0 if it is not; the more the better
 */
guint
cw_template_match (CwTemplate *self, const char *query)
{
  g_autofree char *folded = fold (query);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t", -1);
  guint worst = G_MAXUINT;

  g_return_val_if_fail (CW_IS_TEMPLATE (self), 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      worst = MIN (worst, match_part (self, parts[i]));
  return worst;
}
