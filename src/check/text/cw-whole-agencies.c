/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-whole.h"
#include "cw-pairs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names of agencies, held against each other and against those of the elements. */

/* --- short names: 市委宣传部 and 市宣传部, 市教育局 and 市教委 --- */

#define RANKS "省市县区州盟旗"

/* The rank before the name, if nothing before it says of which place; 0 if there is none. */
static gunichar
get_rank (const char *string, const CwFact *fact, gboolean any_place)
{
  static const char before[] = "，。；：、（“和与及由对向经报按在助合照据请受到为是的从被将让给同并";
  const char *rank;
  gunichar c;

  if (fact->start == 0)
    return 0;
  rank = g_utf8_prev_char (string + fact->start);
  c = g_utf8_get_char (rank);
  if (g_utf8_strchr (RANKS, -1, c) == NULL)
    return 0;
  if (any_place || rank == string
      || g_utf8_strchr (before, -1, g_utf8_get_char (g_utf8_prev_char (rank))) != NULL)
    return c;
  return 0;
}

typedef struct
{
  GHashTable *full; /* what is called by its full name: pair and rank */
  gboolean report;
} Offices;

static gpointer
get_key (const CwFact *fact, gunichar rank)
{
  return GUINT_TO_POINTER (rank * 64 + fact->number);
}

static void
report_office (CwWhole *self, guint block, const CwFact *fact, gunichar rank)
{
  const char *const *pair = cw_pairs_offices[fact->number];
  CwStretch at = cw_whole_get_stretch (self, block, fact->start, fact->end);
  char utf8[7] = { 0 };
  CwFinding *finding;

  g_unichar_to_utf8 (rank, utf8);
  at.start -= strlen (utf8);
  finding = cw_whole_report (
      self, CW_RULE_AGENCY, &at,
      g_strdup_printf (_ ("Elsewhere in this paper it is “%s%s”: use one name."), utf8, pair[0]));
  if (g_str_has_prefix (pair[0], "委"))
    {
      g_autofree char *fix = g_strconcat (utf8, pair[0], NULL);

      cw_whole_fix (finding, fix);
    }
}

static void
on_office (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  Offices *offices = user_data;
  gunichar rank
      = get_rank (cw_whole_get_string (self, block), fact, fact->other == 0);

  if (rank == 0)
    return;
  if (fact->other == 0)
    g_hash_table_add (offices->full, get_key (fact, rank));
  else if (offices->report && g_hash_table_contains (offices->full, get_key (fact, rank)))
    report_office (self, block, fact, rank);
}

/* --- names of the elements with two characters changed over or one left out --- */

/* A place is often left out of a name, and on purpose. */
static gboolean
is_place (const char *p)
{
  return g_utf8_strchr (RANKS "镇乡村委党组第一二三四五六七八九十", -1, g_utf8_get_char (p)) != NULL;
}

static void
add_slips (GHashTable *slips, GHashTable *lengths, const char *name)
{
  const char *end = name + strlen (name);
  const char *p = g_utf8_next_char (g_utf8_next_char (name));

  for (; p < end && g_utf8_next_char (p) < end; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);
      const char *after = g_utf8_next_char (next);
      char *left_out = g_strdup_printf ("%.*s%s", (int) (p - name), name, next);
      char *changed = g_strdup_printf ("%.*s%.*s%.*s%s", (int) (p - name), name,
                                       (int) (after - next), next, (int) (next - p), p, after);

      g_hash_table_add (lengths, GSIZE_TO_POINTER (strlen (left_out)));
      g_hash_table_add (lengths, GSIZE_TO_POINTER (strlen (changed)));
      if (!is_place (p) && strcmp (left_out, name) != 0)
        g_hash_table_insert (slips, g_strdup (left_out), g_strdup (name));
      if (strcmp (changed, name) != 0 && !is_place (p) && !is_place (next))
        g_hash_table_insert (slips, g_strdup (changed), g_strdup (name));
      g_free (left_out);
      g_free (changed);
    }
}

static void
add_names (CwWhole *self, CwElement element, GHashTable *slips, GHashTable *lengths)
{
  g_auto (GStrv) names = g_strsplit (cw_whole_get_element (self, element), "\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_utf8_strlen (g_strstrip (names[i]), -1) >= 6
        && strpbrk (names[i], "0123456789XYZ ") == NULL)
      add_slips (slips, lengths, names[i]);
}

typedef struct
{
  GHashTable *slips; /* what may be written by mistake, and the name that is meant */
  GPtrArray *lengths;
} Names;

static void
on_agency (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  Names *names = user_data;
  const char *string = cw_whole_get_string (self, block);

  for (guint i = 0; i < names->lengths->len; i++)
    {
      gsize length = GPOINTER_TO_SIZE (names->lengths->pdata[i]);
      g_autofree char *said = NULL;
      const char *name;
      CwStretch at;

      if (length > fact->end - fact->start)
        continue;
      said = g_strndup (string + fact->end - length, length);
      name = g_hash_table_lookup (names->slips, said);
      if (name == NULL)
        continue;
      at = cw_whole_get_stretch (self, block, fact->end - length, fact->end);
      cw_whole_fix (cw_whole_report (self, CW_RULE_AGENCY, &at,
                                     g_strdup_printf (_ ("Elsewhere in this paper it is “%s”: use "
                                                         "one name."),
                                                      name)),
                    name);
      return;
    }
}

static void
check_names (CwWhole *self)
{
  g_autoptr (GHashTable) slips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) lengths = g_hash_table_new (NULL, NULL);
  Names names = { slips, NULL };

  add_names (self, CW_ELEMENT_SIGNATORY, slips, lengths);
  add_names (self, CW_ELEMENT_ISSUERS, slips, lengths);
  names.lengths = g_hash_table_get_keys_as_ptr_array (lengths);
  if (g_hash_table_size (slips) > 0)
    cw_whole_foreach (self, CW_FACT_AGENCY, self->n_blocks, on_agency, &names);
  g_ptr_array_unref (names.lengths);
}

/**
 * cw_whole_check_agencies:
 * @self: a paper
 *
 * Looks for agencies that are called by two names.
 */
void
cw_whole_check_agencies (CwWhole *self)
{
  g_autoptr (GHashTable) full = g_hash_table_new (NULL, NULL);
  Offices offices = { full, FALSE };

  cw_whole_foreach (self, CW_FACT_OFFICE, self->n_blocks, on_office, &offices);
  offices.report = TRUE;
  if (g_hash_table_size (full) > 0)
    cw_whole_foreach (self, CW_FACT_OFFICE, self->n_blocks, on_office, &offices);
  check_names (self);
}
