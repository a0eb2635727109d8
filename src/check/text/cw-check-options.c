/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-check-options-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CwCheckOptions
{
  gatomicrefcount ref_count;
  gboolean off[CW_N_TEXT_RULES];
  GHashTable *ignored; /* set of word keys */
  char *source;        /* the office's own terms as they were given */
  GHashTable *terms;   /* GPtrArray of CwTerm by first character, the longest first */
  GPtrArray *own;      /* strings the terms point into */
  GPtrArray *rows;     /* the terms of the office */
};

G_DEFINE_BOXED_TYPE (CwCheckOptions, cw_check_options, cw_check_options_ref,
                     cw_check_options_unref)

/* --- terms --- */

static void
add_term (CwCheckOptions *self, const CwTerm *term)
{
  gpointer first = GUINT_TO_POINTER (g_utf8_get_char (term->wrong));
  GPtrArray *row = g_hash_table_lookup (self->terms, first);
  guint i = 0;

  if (row == NULL)
    {
      row = g_ptr_array_new ();
      g_hash_table_insert (self->terms, first, row);
    }
  while (i < row->len && strlen (((CwTerm *) row->pdata[i])->wrong) >= strlen (term->wrong))
    i++;
  g_ptr_array_insert (row, i, (gpointer) term);
}

static void
remove_term (CwCheckOptions *self, const char *wrong)
{
  GPtrArray *row
      = g_hash_table_lookup (self->terms, GUINT_TO_POINTER (g_utf8_get_char (wrong)));

  for (guint i = row != NULL ? row->len : 0; i > 0; i--)
    if (strcmp (((CwTerm *) row->pdata[i - 1])->wrong, wrong) == 0)
      g_ptr_array_remove_index (row, i - 1);
}

/* “wrong=right|except|except”; the parts without blanks around them. */
static void
add_own (CwCheckOptions *self, char *wrong)
{
  char *right = strchr (wrong, '=');
  char *except;
  CwTerm *term;

  if (right == NULL)
    right = wrong + strlen (wrong);
  else
    *right++ = '\0';
  except = strchr (right, '|');
  if (except != NULL)
    *except++ = '\0';
  g_strstrip (wrong);
  if (*wrong == '\0')
    return;
  remove_term (self, wrong);
  term = g_new (CwTerm, 1);
  *term = (CwTerm) { CW_RULE_TERM, wrong, g_strstrip (right), except };
  g_ptr_array_add (self->rows, term);
  add_term (self, term);
}

static void
read_terms (CwCheckOptions *self, const char *terms)
{
  g_auto (GStrv) lines = g_strsplit (terms, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strdup (g_strstrip (lines[i]));

      g_ptr_array_add (self->own, line);
      if (*line == '-')
        remove_term (self, g_strstrip (line + 1));
      else if (*line != '\0' && *line != '#')
        add_own (self, line);
    }
}

static void
add_built_in (CwCheckOptions *self, const CwTerm *terms)
{
  for (; terms->wrong != NULL; terms++)
    add_term (self, terms);
}

/* --- life --- */

/**
 * cw_check_options_new:
 * @rules_off: (nullable) (array zero-terminated=1): ids of rules not to be checked
 * @terms: (nullable): the office's own list of words, a line each: “unwanted=wanted”, behind it with |
 *   longer words in which it is right (“登陆=登录|登陆作战”); “unwanted” alone if there is nothing to
 *   put in its place; “-unwanted” takes a word off the built-in list; lines with # are remarks
 * @ignored: (nullable) (array zero-terminated=1): word keys of findings never to be shown
 *
 * Returns: (transfer full): options
 */
CwCheckOptions *
cw_check_options_new (const char *const *rules_off,
                      const char *terms,
                      const char *const *ignored)
{
  CwCheckOptions *self = g_new0 (CwCheckOptions, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->ignored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->terms = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->own = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->source = g_utf8_make_valid (terms != NULL ? terms : "", -1);
  for (guint i = 0; i < CW_N_TEXT_RULES && rules_off != NULL; i++)
    self->off[i] = g_strv_contains (rules_off, cw_text_rule_get (i)->id);
  for (guint i = 0; ignored != NULL && ignored[i] != NULL; i++)
    g_hash_table_add (self->ignored, g_strdup (ignored[i]));
  add_built_in (self, cw_terms_misspelt);
  add_built_in (self, cw_terms_office);
  read_terms (self, self->source);
  return self;
}

/**
 * cw_check_options_ref:
 * @self: options
 *
 * Returns: (transfer full): @self
 */
CwCheckOptions *
cw_check_options_ref (CwCheckOptions *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_check_options_unref:
 * @self: (transfer full): options
 *
 * Gives a reference back.
 */
void
cw_check_options_unref (CwCheckOptions *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->ignored);
  g_hash_table_unref (self->terms);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->own);
  g_free (self->source);
  g_free (self);
}

/* --- questions --- */

/**
 * cw_check_options_has_rule:
 * @self: options
 * @rule: a rule
 *
 * Returns: whether it is to be checked
 */
gboolean
cw_check_options_has_rule (CwCheckOptions *self, CwTextRuleId rule)
{
  return !self->off[rule];
}

/**
 * cw_check_options_is_off:
 * @self: options
 * @rule: the id of a rule
 *
 * Returns: whether it is not to be checked
 */
gboolean
cw_check_options_is_off (CwCheckOptions *self, const char *rule)
{
  for (guint i = 0; i < CW_N_TEXT_RULES; i++)
    if (strcmp (cw_text_rule_get (i)->id, rule) == 0)
      return self->off[i];
  return FALSE;
}

/**
 * cw_check_options_is_ignored:
 * @self: options
 * @word_key: of a finding
 *
 * Returns: whether such findings are never to be shown
 */
gboolean
cw_check_options_is_ignored (CwCheckOptions *self, const char *word_key)
{
  return g_hash_table_contains (self->ignored, word_key);
}

/**
 * cw_check_options_equal:
 * @self: options
 * @other: others
 *
 * Returns: whether both find the same in a text; what is ignored is left out later
 */
gboolean
cw_check_options_equal (CwCheckOptions *self, CwCheckOptions *other)
{
  return self == other
         || (memcmp (self->off, other->off, sizeof self->off) == 0
             && strcmp (self->source, other->source) == 0);
}

/* Whether the words at @offset stand within one of the longer words of @except. */
static gboolean
is_excepted (const CwTerm *term, const char *string, gsize offset)
{
  g_auto (GStrv) words = NULL;

  if (term->except == NULL)
    return FALSE;
  words = g_strsplit (term->except, "|", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *inner = strstr (words[i], term->wrong);

      for (; inner != NULL; inner = strstr (inner + 1, term->wrong))
        {
          gsize before = inner - words[i];

          if (before <= offset && g_str_has_prefix (string + offset - before, words[i]))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * cw_check_options_find_term:
 * @self: options
 * @string: a text
 * @offset: a byte in it, the first of a character
 * @length: (out): bytes of the words found
 *
 * Returns: (transfer none) (nullable): the unwanted words that begin there
 */
const CwTerm *
cw_check_options_find_term (CwCheckOptions *self,
                            const char *string,
                            gsize offset,
                            gsize *length)
{
  gpointer first = GUINT_TO_POINTER (g_utf8_get_char (string + offset));
  GPtrArray *row = g_hash_table_lookup (self->terms, first);

  for (guint i = 0; row != NULL && i < row->len; i++)
    {
      const CwTerm *term = row->pdata[i];

      if (!self->off[term->rule] && g_str_has_prefix (string + offset, term->wrong)
          && !is_excepted (term, string, offset))
        {
          *length = strlen (term->wrong);
          return term;
        }
    }
  return NULL;
}

/* --- the list as a person edits it --- */

/**
 * cw_check_options_find_mistakes:
 * @terms: a list of words as for cw_check_options_new()
 *
 * Returns: (transfer full) (array zero-terminated=1): a sentence for each line that says nothing or
 *   contradicts itself; empty if all is well
 */
char **
cw_check_options_find_mistakes (const char *terms)
{
  g_auto (GStrv) lines = g_strsplit (terms, "\n", -1);
  GStrvBuilder *mistakes = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      g_auto (GStrv) parts = g_strsplit_set (line, "=|", 3);

      if (*line == '=' || *line == '|' || strcmp (line, "-") == 0)
        g_strv_builder_take (mistakes,
                             g_strdup_printf (_ ("Line %u has no unwanted word."), i + 1));
      else if (*line != '#' && *line != '\0' && parts[1] != NULL
               && strcmp (g_strstrip (parts[0]), g_strstrip (parts[1])) == 0)
        g_strv_builder_take (
            mistakes, g_strdup_printf (_ ("Line %u puts a word in its own place."), i + 1));
    }
  {
    char **result = g_strv_builder_end (mistakes);

    g_strv_builder_unref (mistakes);
    return result;
  }
}

/**
 * cw_check_options_describe_built_in:
 *
 * Returns: (transfer full): the built-in list of an office's words, in the form in which lists are
 *   given
 */
char *
cw_check_options_describe_built_in (void)
{
  GString *list = g_string_new (NULL);

  for (const CwTerm *term = cw_terms_office; term->wrong != NULL; term++)
    g_string_append_printf (list, "%s=%s%s%s\n", term->wrong, term->right,
                            term->except != NULL ? "|" : "",
                            term->except != NULL ? term->except : "");
  return g_string_free_and_steal (list);
}
