/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-whole.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* 一是, 二是, 三是: runs through the paragraphs of a section, one within another. */

static const char *const names[] = {
  "", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是",
};

/* A run in the making. Once it is out of step, what follows is renumbered with it. */
typedef struct
{
  guint said;  /* the number said last */
  guint right; /* the number it should have */
  CwFinding *finding;
  GArray *places;
  GPtrArray *texts;
  CwStretch first;
  guint n;
} Run;

typedef struct
{
  CwWhole *whole;
  GArray *runs; /* of Run, the innermost last */
  gboolean has_first;
} Section;

static void
run_close (Section *section, Run *run)
{
  if (run->finding != NULL)
    cw_finding_set_fixes (run->finding, (const CwStretch *) run->places->data,
                          (const char *const *) run->texts->pdata, run->texts->len);
  else if (run->n == 1)
    cw_whole_report (section->whole, CW_RULE_SEQUENCE, &run->first,
                     g_strdup (_ ("“一是” is followed by no “二是”.")));
  g_array_unref (run->places);
  g_ptr_array_unref (run->texts);
}

static void
close_to (Section *section, guint n)
{
  while (section->runs->len > n)
    {
      run_close (section, &g_array_index (section->runs, Run, section->runs->len - 1));
      g_array_set_size (section->runs, section->runs->len - 1);
    }
}

static void
open_run (Section *section, const CwStretch *at)
{
  Run run = { .said = 1, .right = 1, .first = *at, .n = 1 };

  run.places = g_array_new (FALSE, FALSE, sizeof (CwStretch));
  run.texts = g_ptr_array_new ();
  g_array_append_val (section->runs, run);
}

static void
add_place (Run *run, const CwStretch *at)
{
  if (run->finding == NULL || run->right >= G_N_ELEMENTS (names))
    return;
  g_array_append_val (run->places, *at);
  g_ptr_array_add (run->texts, (gpointer) names[run->right]);
}

static char *
describe (const Run *run, guint number)
{
  if (number == run->said)
    return g_strdup_printf (_ ("“%s” comes twice."), names[number]);
  if (number < run->said)
    return g_strdup_printf (_ ("“%s” comes behind “%s”."), names[number], names[run->said]);
  return g_strdup_printf (_ ("“%s” is missing before “%s”."), names[run->said + 1],
                          names[number]);
}

/* Out of step with every run that is open: the innermost is the one meant. */
static void
break_run (Section *section, guint number, const CwStretch *at)
{
  Run *run = &g_array_index (section->runs, Run, section->runs->len - 1);

  run->n++;
  run->right++;
  if (run->finding == NULL)
    run->finding
        = cw_whole_report (section->whole, CW_RULE_SEQUENCE, at, describe (run, number));
  add_place (run, at);
  run->said = number;
}

static void
add_number (Section *section, guint number, const CwStretch *at)
{
  for (guint i = section->runs->len; i > 0; i--)
    {
      Run *run = &g_array_index (section->runs, Run, i - 1);

      if (number != run->said + 1)
        continue;
      close_to (section, i);
      run->said++;
      run->right++;
      run->n++;
      add_place (run, at);
      return;
    }
  if (section->runs->len > 0)
    break_run (section, number, at);
  else if (!section->has_first && number == 2)
    cw_whole_report (section->whole, CW_RULE_SEQUENCE, at,
                     g_strdup_printf (_ ("“%s” is missing before “%s”."), names[1],
                                      names[number]));
}

static void
on_ordinal (CwWhole *whole, guint block, const CwFact *fact, Section *section)
{
  CwStretch at = cw_whole_get_stretch (whole, block, fact->start, fact->end);

  if (fact->number == 0 || fact->number >= G_N_ELEMENTS (names))
    return;
  if (fact->number == 1)
    open_run (section, &at);
  else
    add_number (section, fact->number, &at);
}

static void
visit_block (Section *section, guint block)
{
  CwScanned *scanned = section->whole->blocks[block];

  if (cw_block_get_level (scanned->owner) > 0)
    {
      close_to (section, 0);
      section->has_first = FALSE;
    }
  if (scanned->facts->len == 0)
    return;
  section->has_first = section->has_first
                       || strstr (cw_whole_get_string (section->whole, block), "一是") != NULL;
  for (guint i = 0; i < scanned->facts->len; i++)
    {
      const CwFact *fact = &g_array_index (scanned->facts, CwFact, i);

      if (fact->kind == CW_FACT_ORDINAL)
        on_ordinal (section->whole, block, fact, section);
    }
}

/**
 * cw_whole_check_sequences:
 * @self: a paper
 *
 * Looks for gaps and repetitions in 一是, 二是, 三是.
 */
void
cw_whole_check_sequences (CwWhole *self)
{
  Section section = { self, g_array_new (FALSE, FALSE, sizeof (Run)), FALSE };

  for (guint i = 0; i < self->n_blocks; i++)
    visit_block (&section, i);
  close_to (&section, 0);
  g_array_unref (section.runs);
}
