/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-whole.h"

#include <glib/gi18n-lib.h>

/* Levels left out, parts that stand alone, references to parts (R61). */

static guint
get_level (CwWhole *self, guint block)
{
  return cw_block_get_level (cw_document_get_block (self->document, block));
}

/* Whether a heading of @level comes between @from and @end before one of @parent or above. */
static gboolean
has_sibling (CwWhole *self, int from, int step, int end, guint parent, guint level)
{
  for (int i = from; i != end; i += step)
    {
      guint other = get_level (self, i);

      if (other == level)
        return TRUE;
      if (other > 0 && other <= parent)
        return FALSE;
    }
  return FALSE;
}

/* 一、 then 1. is allowed where there is no （一） beside (R61). */
static gboolean
is_skip (CwWhole *self, guint block, guint start, guint end, guint last, guint level)
{
  if (level <= last + 1)
    return FALSE;
  if (last == 0)
    return has_sibling (self, block, 1, end, 0, 1);
  if (level > last + 2)
    return TRUE;
  return has_sibling (self, (int) block - 1, -1, (int) start - 1, last, last + 1)
         || has_sibling (self, block + 1, 1, end, last, last + 1);
}

static void
report_skip (CwWhole *self, guint block, guint last)
{
  static const char *const numbers[] = { "一、", "（一）", "1.", "（1）" };
  CwStretch at = cw_whole_get_block (self, block);

  at.end = cw_block_get_heading_length (cw_document_get_block (self->document, block));
  cw_whole_report (self, CW_RULE_LEVEL_SKIP, &at,
                   g_strdup_printf (_ ("Behind a heading above comes “%s” next: a level is left "
                                       "out."),
                                    numbers[last]));
}

/* A heading that is the only one of its level under the one above it. */
static gboolean
is_single (CwWhole *self, guint block, guint start, guint end, guint level)
{
  return level > 1
         && !has_sibling (self, (int) block - 1, -1, (int) start - 1, level - 1, level)
         && !has_sibling (self, block + 1, 1, end, level - 1, level);
}

static void
check_part (CwWhole *self, guint start, guint end)
{
  guint last = 0;

  for (guint i = start; i < end; i++)
    {
      guint level = get_level (self, i);
      CwStretch at;

      if (level == 0)
        continue;
      if (is_skip (self, i, start, end, last, level))
        report_skip (self, i, last);
      else if (is_single (self, i, start, end, level))
        {
          at = cw_whole_get_stretch (
              self, i, 0, cw_block_get_heading_length (cw_document_get_block (self->document, i)));
          cw_whole_report (self, CW_RULE_LEVEL_SINGLE, &at,
                           g_strdup (_ ("The only part of its level: a single part needs no "
                                        "number.")));
        }
      last = level;
    }
}

static void
on_part (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  guint n_parts = *(guint *) user_data;
  CwStretch at = cw_whole_get_stretch (self, block, fact->start, fact->end);

  if (n_parts > 0 && fact->number > n_parts)
    cw_whole_report (self, CW_RULE_PART_REFERENCE, &at,
                     g_strdup_printf (_ ("The paper has %u parts only: correct the reference."),
                                      n_parts));
}

/**
 * cw_whole_check_levels:
 * @self: a paper
 *
 * Looks at the levels of the headings of the body and of each attachment.
 */
void
cw_whole_check_levels (CwWhole *self)
{
  guint n_attachments = cw_document_get_n_attachments (self->document);
  guint n_parts = 0;

  check_part (self, 0, self->n_body);
  for (guint i = 0; i < n_attachments; i++)
    {
      guint end, start = cw_document_get_attachment (self->document, i, &end);

      check_part (self, start, end);
    }
  for (guint i = 0; i < self->n_body; i++)
    n_parts += get_level (self, i) == 1;
  cw_whole_foreach (self, CW_FACT_PART, self->n_body, on_part, &n_parts);
}
