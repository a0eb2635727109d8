/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find.h"

#include <math.h>
#include <string.h>

#define MM_PER_PT (25.4 / 72.0)

/* The masthead ends above this at the latest, mm. */
#define LOWEST 240.0

/* In a draft the digits may still be X. */
#define NUMBER                                                                                     \
  "^[^，。；、]{0,18}[〔\\[（(【［][0-9XxＸ×]{2,4}[〕\\]）)】］]第?[0-9XxＸ×]*号$|^第?["          \
  "0-9XxＸ×]+号$|^[（(]?第[0-9XxＸ×]+期"

static gboolean
is_candidate (const CwFoundRow *row)
{
  return row->page->number == 1 && row->turn == 0 && row->part == CW_PART_NONE && row->y < LOWEST;
}

static gboolean
is_reddish (const CwFoundRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_chars; i++)
    n += cw_tint_is_reddish (&cw_found_row_get_char (row, i)->tint);
  return n * 2 > row->n_chars;
}

static gboolean
is_in_seal (CwFound *self, const CwFoundRow *row)
{
  CwBox box = cw_found_row_get_box (row);

  for (guint i = 0; i < self->seals->len; i++)
    {
      const CwFoundRule *seal = &g_array_index (self->seals, CwFoundRule, i);

      if (seal->page == row->page && box.left > seal->box.left && box.right < seal->box.right
          && box.top > seal->box.top && box.bottom < seal->box.bottom)
        return TRUE;
    }
  return FALSE;
}

/* Red and large, or very large whatever its colour and with a name's or a head's last word. */
static gboolean
is_issuer_mark (const CwFoundRow *row)
{
  if (is_reddish (row) && row->size >= 17)
    return TRUE;
  return row->size >= 27 && row->y < 150
         && cw_find_matches (row->text,
                             "(文件|令|纪要|简报|函|局|府|厅|部|委|会|室|院|校|处|所|中心|公司)$");
}

/* A line of the corner and a line of the mark may stand side by side in one row: there the size
 * leaps, behind a blank. */
static gboolean
is_beside_mark (const CwMeasuredChar *before, const CwMeasuredChar *c)
{
  double larger = MAX (before->size, c->size), smaller = MIN (before->size, c->size);

  return larger > 1.4 * smaller && larger >= 17 && c->x - before->end > 0.3 * smaller * MM_PER_PT;
}

static void
split_beside_mark (CwFound *self, guint i)
{
  const CwFoundRow *row = cw_found_get_row (self, i);

  for (guint j = 1; is_candidate (row) && j < row->n_chars; j++)
    if (is_beside_mark (cw_found_row_get_char (row, j - 1), cw_found_row_get_char (row, j)))
      {
        cw_find_split_row (self, i, j);
        return;
      }
}

static void
find_mark (CwFound *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    split_beside_mark (self, i);
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (is_candidate (row) && is_in_seal (self, row))
        row->part = CW_PART_OTHER;
      else if (is_candidate (row) && is_issuer_mark (row))
        row->part = CW_PART_MARK;
    }
}

/* --- red rules --- */

static double
get_width (const CwFoundRule *rule)
{
  return rule->box.right - rule->box.left;
}

/* Where the head of the paper ends if no red rule tells: below the number, or the mark. */
static double
get_head_bottom (CwFound *self)
{
  double bottom = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (self, i);

      if (row->page->number == 1 && row->y < LOWEST
          && (row->part == CW_PART_MARK
              || (row->part == CW_PART_NONE && row->n_chars < 34
                  && cw_find_matches (row->text, NUMBER))))
        bottom = MAX (bottom, row->y);
    }
  return bottom;
}

static void
find_red_rules (CwFound *self)
{
  double head = get_head_bottom (self);
  guint n_red = 0;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const CwFoundRule *rule = &g_array_index (self->rules, CwFoundRule, i);

      if (rule->page->number != 1 || get_width (rule) < 60 || !cw_tint_is_reddish (&rule->tint))
        continue;
      g_array_append_vals (self->red_rules, rule, 1);
      n_red++;
    }
  /* One of the wrong colour is known by its place. */
  for (guint i = 0; i < self->rules->len && n_red == 0 && head > 0; i++)
    {
      const CwFoundRule *rule = &g_array_index (self->rules, CwFoundRule, i);

      if (rule->page->number == 1 && get_width (rule) > 100 && rule->box.top > head
          && rule->box.top < head + 14)
        {
          g_array_append_vals (self->red_rules, rule, 1);
          return;
        }
    }
}

/* --- the format --- */

/* Row by row: beside two agencies the word of the mark ends a row, but not the last one. */
static char *
get_mark_text (CwFound *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (cw_found_get_row (self, i)->part == CW_PART_MARK)
      g_string_append_printf (text, "%s\n", cw_found_get_row (self, i)->text);
  return g_string_free_and_steal (text);
}

/* A letter has rules in pairs, or one at the foot of its first page, or longer ones than others. */
static gboolean
has_letter_rules (CwFound *self)
{
  for (guint i = 0; i < self->red_rules->len; i++)
    {
      const CwFoundRule *rule = &g_array_index (self->red_rules, CwFoundRule, i);

      if (rule->box.top > 235 || get_width (rule) > 163)
        return TRUE;
      if (i > 0
          && rule->box.top - g_array_index (self->red_rules, CwFoundRule, i - 1).box.bottom < 2.5
          && rule->box.top < 90)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_issue_number (CwFound *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (self, i);

      if (is_candidate (row) && cw_find_matches (row->text, "^[（(]?第[0-9]+期"))
        return TRUE;
    }
  return FALSE;
}

static CwFormat
tell_format (CwFound *self)
{
  g_autofree char *mark = get_mark_text (self);

  if (has_letter_rules (self))
    return CW_FORMAT_LETTER;
  if (cw_find_matches (mark, "纪要\n"))
    return CW_FORMAT_MINUTES;
  if (cw_find_matches (mark, "(令|命令（令）)\n"))
    return CW_FORMAT_ORDER;
  if (cw_find_matches (mark, "简报|快报|信息|动态|通讯")
      || (*mark != '\0' && has_issue_number (self)))
    return CW_FORMAT_BULLETIN;
  if (*mark != '\0' || self->red_rules->len > 0)
    return CW_FORMAT_GENERAL;
  return CW_FORMAT_WORKING_PAPER;
}

/* --- its rows --- */

/* Where the title is on paper without a head. */
static double
get_title_y (CwFound *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (is_candidate (cw_found_get_row (self, i)) && cw_found_get_row (self, i)->size >= 18)
      return cw_found_get_row (self, i)->y - 1;
  return 0;
}

/* Where the head's rows lie: from the top to the red rule; in a letter from the rule to what is no
 * head's row any more. */
static gboolean
is_head_row (CwFound *self, const CwFoundRow *row)
{
  const CwFoundRule *rule
      = self->red_rules->len > 0 ? &g_array_index (self->red_rules, CwFoundRule, 0) : NULL;
  const CwFoundRow *mark = cw_found_get_last (self, CW_PART_MARK);

  if (!is_candidate (row) || row->size > 17.5)
    return FALSE;
  if (self->format == CW_FORMAT_LETTER || rule == NULL)
    return row->y < (rule != NULL   ? rule->box.bottom + 38
                     : mark != NULL ? mark->y + 60
                                    : get_title_y (self));
  return row->y < rule->box.top + 1;
}

static void
split_at_gaps (CwFound *self, guint i)
{
  const CwFoundRow *row = cw_found_get_row (self, i);
  const char *signers = strstr (row->text, "签发人");

  if (signers != NULL && signers > row->text)
    {
      cw_find_split_row (self, i, (guint) g_utf8_pointer_to_offset (row->text, signers));
      return;
    }
  for (guint j = 1; j < row->n_chars; j++)
    {
      const CwMeasuredChar *before = cw_found_row_get_char (row, j - 1);

      /* The serial may be blank still. */
      if (cw_found_row_get_char (row, j)->ch != 0x53F7
          && cw_found_row_get_char (row, j)->x - before->end > 2.2 * row->size * MM_PER_PT)
        {
          cw_find_split_row (self, i, j);
          return;
        }
    }
}

/* What a row of the head is, by its words. */
static CwFoundPart
tell_part (CwFound *self, const CwFoundRow *row)
{
  if (cw_find_matches (row->text, "^签发人"))
    return CW_PART_SIGNERS;
  if (cw_find_matches (row->text, NUMBER) && row->n_chars < 34)
    return CW_PART_NUMBER;
  if (cw_find_matches (row->text, "^(No\\.?)?[0-9]{3,8}$"))
    return CW_PART_COPY_NUMBER;
  if (cw_find_matches (row->text, "^(绝密|机密|秘密)"))
    return CW_PART_CLASSIFICATION;
  if (cw_find_matches (row->text, "^(特急|加急|特提|平急|急件)$"))
    return CW_PART_URGENCY;
  return CW_PART_NONE;
}

/* Names of signers under the first row of them, and the number beside the last. */
static CwFoundPart
tell_rest (CwFound *self, const CwFoundRow *row, const CwFoundRow *signers)
{
  if (signers != NULL && row->y > signers->y - 1 && cw_found_row_get_x (row) > 90)
    return CW_PART_SIGNERS;
  if (self->format == CW_FORMAT_BULLETIN || self->format == CW_FORMAT_MINUTES)
    return CW_PART_ISSUE;
  return CW_PART_NONE;
}

/* On paper whose rule is printed already the head ends with the number. */
static gboolean
is_above_rule (CwFound *self, const CwFoundRow *row)
{
  const CwFoundRow *number = cw_found_get_first (self, CW_PART_NUMBER);

  if (self->red_rules->len == 0)
    return number != NULL && row->y < number->y + 2;
  return self->format != CW_FORMAT_LETTER
         && row->y < g_array_index (self->red_rules, CwFoundRule, 0).box.top + 1;
}

static void
find_head_rows (CwFound *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (is_head_row (self, cw_found_get_row (self, i)))
      {
        CwFoundRow *row;

        split_at_gaps (self, i);
        row = cw_found_get_row (self, i);
        row->part = tell_part (self, row);
      }
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwFoundRow *row = cw_found_get_row (self, i);

      if (is_head_row (self, row) && is_above_rule (self, row))
        row->part = tell_rest (self, row, cw_found_get_first (self, CW_PART_SIGNERS));
    }
}

/**
 * cw_find_masthead:
 * @self: what is being found
 *
 * Finds issuer mark, red rules, format and the rows of the masthead on the first page.
 */
void
cw_find_masthead (CwFound *self)
{
  find_mark (self);
  find_red_rules (self);
  self->format = tell_format (self);
  find_head_rows (self);
  /* A number alone, on paper whose head is printed already. */
  if (self->format == CW_FORMAT_WORKING_PAPER && cw_found_get_first (self, CW_PART_NUMBER) != NULL)
    self->format = CW_FORMAT_GENERAL;
}
