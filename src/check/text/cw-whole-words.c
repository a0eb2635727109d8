/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-whole.h"
#include "cw-pairs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words, numbers and paragraphs held against each other. */

/* --- two spellings of a word --- */

static void
count_variant (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  ((guint *) user_data)[fact->number * 2 + fact->other]++;
}

/* The rarer spelling is the one to change; of two as frequent, the unusual one. */
static void
report_variant (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  const guint *counts = (guint *) user_data + fact->number * 2;
  guint rarer = counts[0] < counts[1] ? 0 : 1;
  const char *right = cw_pairs_variants[fact->number][1 - rarer];
  CwStretch at = cw_whole_get_stretch (self, block, fact->start, fact->end);

  if (counts[0] > 0 && counts[1] > 0 && fact->other == rarer)
    cw_whole_fix (cw_whole_report (self, CW_RULE_VARIANT, &at,
                                   g_strdup_printf (_ ("Elsewhere in this paper it is written “%s”."),
                                                    right)),
                  right);
}

/* --- grouped digits --- */

static void
count_numeral (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  ((guint *) user_data)[fact->number]++;
}

static char *
group_digits (const char *number, gboolean grouped)
{
  GString *text = g_string_new (number);
  gsize whole;

  g_string_replace (text, ",", "", 0);
  whole = strcspn (text->str, ".");
  for (gsize i = whole; grouped && i > 3; i -= 3)
    g_string_insert_c (text, (gssize) i - 3, ',');
  return g_string_free_and_steal (text);
}

static void
report_numeral (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  const guint *counts = user_data;
  gboolean grouped = counts[1] > counts[0];
  CwStretch at = cw_whole_get_stretch (self, block, fact->start, fact->end);
  g_autofree char *said = NULL, *fix = NULL;

  if (counts[0] == 0 || counts[1] == 0 || fact->number == (guint) grouped)
    return;
  said = cw_stretch_to_string (self->document, &at);
  fix = group_digits (said, grouped);
  cw_whole_fix (cw_whole_report (self, CW_RULE_GROUPING, &at,
                                 g_strdup_printf (_ ("Elsewhere digits are %s: write “%s”."),
                                                  grouped ? _ ("grouped") : _ ("not grouped"), fix)),
                fix);
}

/* --- the same paragraph twice --- */

static gboolean
is_long (CwWhole *self, guint block)
{
  CwBlock *owner = self->blocks[block]->owner;
  CwText *text = cw_block_get_text (owner);

  return (cw_block_get_kind (owner) == CW_BLOCK_PARAGRAPH || cw_block_get_level (owner) > 0)
         && cw_text_get_length (text) >= strlen ("一二三四五六七八九十") * 2;
}

static void
check_repeated (CwWhole *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->n_body; i++)
    {
      gpointer hash = GUINT_TO_POINTER (self->blocks[i]->hash), first;
      CwStretch at;

      if (!is_long (self, i))
        continue;
      if (!g_hash_table_lookup_extended (seen, hash, NULL, &first))
        g_hash_table_insert (seen, hash, GUINT_TO_POINTER (i));
      else if (strcmp (cw_whole_get_string (self, GPOINTER_TO_UINT (first)),
                       cw_whole_get_string (self, i))
               == 0)
        {
          at = cw_whole_get_block (self, i);
          cw_whole_report (self, CW_RULE_REPEATED_PARAGRAPH, &at,
                           g_strdup (_ ("This paragraph stands in the paper already.")));
        }
    }
}

/**
 * cw_whole_check_words:
 * @self: a paper
 *
 * Looks for words and numbers written in two ways, and for paragraphs that come twice.
 */
void
cw_whole_check_words (CwWhole *self)
{
  g_autofree guint *variants = g_new0 (guint, cw_n_pairs_variants * 2);
  guint numerals[2] = { 0 };

  cw_whole_foreach (self, CW_FACT_VARIANT, self->n_blocks, count_variant, variants);
  cw_whole_foreach (self, CW_FACT_VARIANT, self->n_blocks, report_variant, variants);
  cw_whole_foreach (self, CW_FACT_NUMERAL, self->n_blocks, count_numeral, numerals);
  cw_whole_foreach (self, CW_FACT_NUMERAL, self->n_blocks, report_numeral, numerals);
  check_repeated (self);
}
