/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list.h"

#include <string.h>

#include "cw-list-points.h"

/* Points of the paper become rows of a list. */

/**
 * cw_list_row_free:
 * @row: (transfer full): a row
 */
void
cw_list_row_free (CwListRow *row)
{
  for (guint i = 0; i < row->n_points; i++)
    {
      g_free (row->points[i].said);
      g_free (row->points[i].text);
    }
  g_free (row);
}

/* --- sections --------------------------------------------------------------------------------- */

static gboolean
has_any (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * cw_list_get_section_role:
 * @heading: text of a heading
 *
 * Goes by the words summaries use: 存在的问题, 不足, 短板; 下步打算, 工作计划, 整改措施.
 *
 * Returns: what the points of its section are: %CW_ROLE_PROBLEM, %CW_ROLE_MEASURE, or
 *   %CW_ROLE_FREE if the heading does not say
 */
CwListRole
cw_list_get_section_role (const char *heading)
{
  static const char *const problems[]
      = { "问题", "不足", "短板", "弱项", "差距", "薄弱", "困难", NULL };
  static const char *const ahead[] = { "下一步", "下步", "下阶段", "打算", "今后", "明年", NULL };
  static const char *const measures[]
      = { "计划", "安排", "措施", "举措", "思路", "任务", "部署", NULL };
  static const char *const behind[]
      = { "成效", "成绩", "做法", "回顾", "情况", "完成", "经验", NULL };

  if (has_any (heading, ahead))
    return CW_ROLE_MEASURE;
  if (has_any (heading, behind) && !has_any (heading, problems))
    return CW_ROLE_FREE;
  if (has_any (heading, problems))
    return CW_ROLE_PROBLEM;
  return has_any (heading, measures) ? CW_ROLE_MEASURE : CW_ROLE_FREE;
}

/* The nearest heading above @position that is below level 1; -1 if there is none in the section. */
static int
find_heading (CwDocument *document, guint position)
{
  for (guint i = position; i-- > 0;)
    {
      CwBlock *block = cw_document_get_block (document, i);
      guint level = cw_block_get_level (block);

      if (cw_block_get_kind (block) == CW_BLOCK_ATTACHMENT || level == 1)
        return -1;
      if (level > 1)
        return (int) i;
    }
  return -1;
}

/* What the headings over a block say about it; the highest has the last word: 补齐短板 in a section
 * of measures is one. */
static CwListRole
find_role (CwDocument *document, guint position)
{
  guint below = cw_block_get_level (cw_document_get_block (document, position));
  CwListRole role = CW_ROLE_FREE;

  if (below == 0)
    below = CW_HEADING_LEVELS + 1;
  for (guint i = position; below > 1 && i-- > 0;)
    {
      CwBlock *block = cw_document_get_block (document, i);
      guint level = cw_block_get_level (block);
      g_autofree char *text = NULL;
      CwListRole said;

      if (cw_block_get_kind (block) == CW_BLOCK_ATTACHMENT)
        break;
      if (level == 0 || level >= below)
        continue;
      below = level;
      text = cw_list_get_point (block, 0);
      said = cw_list_get_section_role (text);
      role = said != CW_ROLE_FREE ? said : role;
    }
  return role;
}

/* --- points ----------------------------------------------------------------------------------- */

typedef struct
{
  CwDocument *document;
  gboolean *chosen; /* of each block */
  guint n_blocks;
  GArray *points; /* of CwListPoint */
} Search;

static void
add_point (Search *search, guint position, guint part)
{
  char *said = cw_list_get_point (cw_document_get_block (search->document, position), part);
  CwListPoint point = { find_role (search->document, position), position, part, said,
                        g_strdup (said) };

  if (said != NULL && *said != '\0')
    g_array_append_val (search->points, point);
  else
    {
      g_free (point.said);
      g_free (point.text);
    }
}

static gboolean
is_chosen_heading (Search *search, guint position)
{
  guint level = cw_block_get_level (cw_document_get_block (search->document, position));

  return search->chosen[position] && level > 1;
}

/* A heading is a point unless one below it is: （一） with 1. and 2. under it. What is deeper than
 * level 3 belongs to the point. */
static gboolean
is_leaf (Search *search, guint position)
{
  guint level = cw_block_get_level (cw_document_get_block (search->document, position));

  for (guint i = position + 1; i < search->n_blocks; i++)
    {
      CwBlock *block = cw_document_get_block (search->document, i);
      guint other = cw_block_get_level (block);

      if (cw_block_get_kind (block) == CW_BLOCK_ATTACHMENT || (other > 0 && other <= level))
        return TRUE;
      if (other == 3 && search->chosen[i])
        return FALSE;
    }
  return TRUE;
}

/* The part of the paper between two headings of level 1. */
static guint
find_section_end (Search *search, guint start)
{
  guint i = start + 1;

  while (i < search->n_blocks
         && cw_block_get_level (cw_document_get_block (search->document, i)) != 1
         && cw_block_get_kind (cw_document_get_block (search->document, i)) != CW_BLOCK_ATTACHMENT)
    i++;
  return MIN (i, search->n_blocks);
}

static gboolean
is_paragraph (Search *search, guint position)
{
  CwBlock *block = cw_document_get_block (search->document, position);

  return search->chosen[position] && cw_block_get_kind (block) == CW_BLOCK_PARAGRAPH
         && !cw_text_is_empty (cw_block_get_text (block));
}

/* …主要有以下问题： only leads to the points. */
static gboolean
leads_on (const char *text)
{
  return g_str_has_suffix (text, "：") || g_str_has_suffix (text, ":");
}

static const char *
text_of (Search *search, guint position)
{
  return cw_text_get_string (
      cw_block_get_text (cw_document_get_block (search->document, position)));
}

static gboolean
has_items (Search *search, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (is_paragraph (search, i)
        && (cw_list_is_item (text_of (search, i))
            || cw_list_count_parts (cw_document_get_block (search->document, i)) > 0))
      return TRUE;
  return FALSE;
}

static void
add_paragraph (Search *search, guint position, gboolean items_only)
{
  const char *text = text_of (search, position);
  guint n = cw_list_count_parts (cw_document_get_block (search->document, position));

  for (guint part = 1; part <= n; part++)
    add_point (search, position, part);
  if (n == 0 && !leads_on (text) && (!items_only || cw_list_is_item (text)))
    add_point (search, position, 0);
}

/* The headings of a section are its points if it has some; what stands under them is theirs, what
 * stands above the first only leads to them. Otherwise its paragraphs are. */
static void
add_section (Search *search, guint start, guint end)
{
  gboolean headings = FALSE, items = has_items (search, start, end);

  for (guint i = start; i < end; i++)
    headings |= is_chosen_heading (search, i);
  for (guint i = start; i < end; i++)
    {
      int above = find_heading (search->document, i);
      guint level = cw_block_get_level (cw_document_get_block (search->document, i));

      if (is_chosen_heading (search, i) && level <= 3 && is_leaf (search, i))
        add_point (search, i, 0);
      else if (is_paragraph (search, i)
               && (above >= 0 ? !search->chosen[above] : !headings))
        add_paragraph (search, i, items);
    }
}

static GArray *
find_points (CwDocument *document, const guint *positions, guint n_positions)
{
  guint n = cw_document_get_n_blocks (document);
  g_autofree gboolean *chosen = g_new0 (gboolean, n);
  Search search = { document, chosen, n, g_array_new (FALSE, FALSE, sizeof (CwListPoint)) };

  for (guint i = 0; i < n_positions; i++)
    if (positions[i] < n)
      chosen[positions[i]] = TRUE;
  for (guint start = 0; start < n; start = find_section_end (&search, start))
    add_section (&search, start, find_section_end (&search, start));
  return search.points;
}

/* --- rows ------------------------------------------------------------------------------------- */

/* Where the points go whose heading does not say, and those the form has no column for. */
static CwListRole
choose_role (CwListForm *form, CwListRole role)
{
  gboolean problems = cw_list_form_find_role (form, CW_ROLE_PROBLEM) >= 0;
  gboolean measures = cw_list_form_find_role (form, CW_ROLE_MEASURE) >= 0;

  if (problems == measures)
    return role == CW_ROLE_FREE ? CW_ROLE_PROBLEM : role;
  return problems ? CW_ROLE_PROBLEM : CW_ROLE_MEASURE;
}

/* The first row that has a problem and no measure yet: they come in the same order. */
static CwListRow *
find_partner (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      CwListRow *row = g_ptr_array_index (rows, i);

      if (row->n_points == 1 && row->points[0].role == CW_ROLE_PROBLEM)
        return row;
    }
  return NULL;
}

/**
 * cw_list_propose:
 * @document: a document
 * @form: how the list is to be set
 * @positions: (array length=n_positions): numbers of the blocks it is to be made from
 * @n_positions: how many
 *
 * Proposes a row for each point: headings of level 2 and 3, 一是 and 二是 within a paragraph,
 * paragraphs. It says what the first sentence of the point says. What a point is, a problem or a
 * measure, the headings above it say; if the form has columns for both, the first measure goes with
 * the first problem and so on.
 *
 * Returns: (transfer full) (element-type CwListRow): the rows
 */
GPtrArray *
cw_list_propose (CwDocument *document,
                 CwListForm *form,
                 const guint *positions,
                 guint n_positions)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_list_row_free);
  g_autoptr (GArray) points = find_points (document, positions, n_positions);

  for (guint i = 0; i < points->len; i++)
    {
      CwListPoint *point = &g_array_index (points, CwListPoint, i);
      CwListRow *row = NULL;

      point->role = choose_role (form, point->role);
      if (point->role == CW_ROLE_MEASURE)
        row = find_partner (rows);
      if (row == NULL)
        {
          row = g_new0 (CwListRow, 1);
          g_ptr_array_add (rows, row);
        }
      row->points[row->n_points++] = *point;
    }
  return rows;
}
