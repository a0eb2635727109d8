/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-break-rules.h"

#include "cw-units.h"

#include <string.h>

/*
 * May a line begin between two neighbours? Rows: the one before; columns: the one after; x no, .
 * yes. What depends on more than the two classes (numbers and their units, labels) is added below.
 * M7 and M8 of the digest say why this table exists: Unicode's rules differ in both directions.
 *
 * H Han   O opener   C closer   , comma   . stop   * middle dot   D ——   E ……   ~ connector
 * / solidus   1 digit   $ before numbers   % after numbers   A letter   _ space   ( narrow opener
 * ) narrow closer   ; narrow stop   G glue
 */
/* clang-format off */
static const char may_break[CW_N_CLASSES][CW_N_CLASSES + 1] = {
  /*                         HOC,.*DE~/1$%A_();G */
  [CW_CLASS_HAN]           = "..xxxx.xxx..x.x.xxx",
  [CW_CLASS_OPENER]        = "xxxxxxxxxxxxxxxxxxx",
  [CW_CLASS_CLOSER]        = "..xxxx.xxx..x.x.xxx",
  [CW_CLASS_COMMA]         = "..xxxx.xxx..x.x.xxx",
  [CW_CLASS_STOP]          = "..xxxx.xxx..x.x.xxx",
  [CW_CLASS_MIDDLE_DOT]    = "..xxxx.xxx..x.x.xxx",
  [CW_CLASS_DASH]          = "..xxxxxxxx..x.x.xxx",
  [CW_CLASS_ELLIPSIS]      = "..xxxx.xxx..x.x.xxx",
  [CW_CLASS_CONNECTOR]     = "..xxxx.xxxxxxxxxxxx",
  [CW_CLASS_SOLIDUS]       = "xxxxxxxxxxxxxxxxxxx",
  [CW_CLASS_DIGIT]         = "..xxxx.xxxxxxxxxxxx",
  [CW_CLASS_NUMBER_PREFIX] = "xxxxxxxxxxxxxxxxxxx",
  [CW_CLASS_NUMBER_SUFFIX] = "..xxxx.xxxx.xxx.xxx",
  [CW_CLASS_LATIN]         = "..xxxx.xxxxxxxxxxxx",
  [CW_CLASS_SPACE]         = "xxxxxxxxxxxxxxxxxxx",
  [CW_CLASS_NARROW_OPENER] = "xxxxxxxxxxxxxxxxxxx",
  [CW_CLASS_NARROW_CLOSER] = "..xxxx.xxxxxxxxxxxx",
  [CW_CLASS_NARROW_STOP]   = "..xxxx.xxxxxxxxxxxx",
  [CW_CLASS_GLUE]          = "xxxxxxxxxxxxxxxxxxx",
};
/* clang-format on */

static gboolean
is_digit (const CwItems *items, guint i)
{
  return cw_items_class (items, i) == CW_CLASS_DIGIT;
}

static void
forbid (CwItems *items, guint i)
{
  if (i < items->n)
    items->items[i].break_before = CW_BREAK_FORBIDDEN;
}

static void
forbid_range (CwItems *items, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    forbid (items, i);
}

/* A blank to be filled is a number in waiting: ○○名 stays together as 25名 does (R172). Blanks of X
 * are digits already. */
static gboolean
is_blank_number (const CwItems *items, guint i)
{
  static const gunichar blanks[] = { 'X', 'x', '_', '*', 0x00D7, 0x25CB };
  gunichar ch = cw_items_char (items, i);

  for (guint j = 0; j < G_N_ELEMENTS (blanks); j++)
    if (ch == blanks[j])
      return TRUE;
  return FALSE;
}

static gboolean
is_number (const CwItems *items, guint i)
{
  return is_digit (items, i) || is_blank_number (items, i);
}

static guint
cluster_at_byte (const CwItems *items, guint from, gsize byte)
{
  while (from < items->n && cw_items_cluster (items, from)->offset < byte)
    from++;
  return from;
}

/* R172: 12.5万元, 2024年, 300余人. */
static void
keep_unit (CwItems *items, guint i)
{
  const CwShaped *shaped = items->shaped;
  guint offset = cw_items_cluster (items, i)->offset;
  gsize length = cw_units_match (shaped->text + offset, shaped->length - offset);

  if (length > 0)
    forbid_range (items, i, cluster_at_byte (items, i, offset + length));
}

static void
keep_units (CwItems *items)
{
  for (guint i = 1; i < items->n; i++)
    if (cw_items_class (items, i) == CW_CLASS_HAN && is_number (items, i - 1))
      keep_unit (items, i);
}

/* Signs that belong to a number only when one follows: 第3条, 3×4, 1．2, 4至6月, 〔2024〕1号,
 * 〔2024〕第1号. */
static void
keep_sign (CwItems *items, guint number)
{
  guint sign = number - 1;
  gunichar ch = cw_items_char (items, sign);

  if (ch == 0x7B2C || cw_char_is_in (ch, "〕］】"))
    forbid (items, number);
  if (ch == 0x7B2C && sign > 0 && cw_char_is_in (cw_items_char (items, sign - 1), "〕］】"))
    forbid (items, sign);
  if (cw_char_is_in (ch, "×÷．至") && sign > 0 && is_number (items, sign - 1))
    forbid_range (items, sign, number + 1);
}

static void
set_unwanted (CwItems *items, guint i)
{
  if (items->items[i].break_before == CW_BREAK_ALLOWED)
    items->items[i].break_before = CW_BREAK_UNWANTED;
}

/* 2024年｜1月, 8时｜30分, 国发｜〔2024〕: permitted, not liked. */
static void
mark_unwanted (CwItems *items, guint number)
{
  gunichar ch = cw_items_char (items, number - 1);

  if (cw_char_is_in (ch, "年月日时分"))
    set_unwanted (items, number);
  if (ch == 0x3014)
    set_unwanted (items, number - 1);
}

static void
keep_numbers (CwItems *items)
{
  for (guint i = 1; i < items->n; i++)
    {
      if (!is_number (items, i) || is_digit (items, i - 1))
        continue;
      if (cw_items_char (items, i) == cw_items_char (items, i - 1))
        forbid (items, i);
      keep_sign (items, i);
      mark_unwanted (items, i);
    }
}

static guint
skip_while (const CwItems *items, guint i, const char *set)
{
  while (cw_char_is_in (cw_items_char (items, i), set))
    i++;
  return i;
}

static guint
skip_number (const CwItems *items, guint i)
{
  return skip_while (items, i, "一二三四五六七八九十百零〇0123456789");
}

/* The label 一、 （一） 1. （1） at the start: where it ends, 0 if there is none. */
static guint
label_end (const CwItems *items)
{
  guint start = cw_char_is_in (cw_items_char (items, 0), "（(") ? 1 : 0;
  guint end = skip_number (items, start);

  if (end == start)
    return 0;
  if (cw_char_is_in (cw_items_char (items, end), start > 0 ? "）)" : "、.．"))
    return end + 1;
  return 0;
}

/* R171: a label does not end a line. It and the first character after it stay together. */
static void
keep_label (CwItems *items)
{
  guint end = label_end (items);

  items->label = end;
  if (end == 0)
    return;
  while (end < items->n && cw_items_class (items, end) == CW_CLASS_SPACE)
    end++;
  forbid_range (items, 1, end + 1);
}

static gboolean
is_latin_unit (const CwItems *items, guint i)
{
  guint end = i;
  guint from = cw_items_cluster (items, i)->offset;
  guint to;

  while (cw_items_class (items, end) == CW_CLASS_LATIN)
    end++;
  to = end < items->n ? cw_items_cluster (items, end)->offset : items->shaped->length;
  return cw_units_is_latin (items->shaped->text + from, to - from);
}

/* After a space the words are separate, but 10 km, 10 个 and 1 000 with a thin space stay one. */
static CwBreak
break_after_space (const CwItems *items, guint before, guint i)
{
  guint first = CW_CLASS_BIT (cw_items_class (items, i));
  guint last = CW_CLASS_BIT (cw_items_class (items, before));
  guint offset = cw_items_cluster (items, i)->offset;

  if ((first & (CW_CLASSES_NOT_FIRST | CW_CLASS_BIT (CW_CLASS_GLUE))) != 0
      || (last & (CW_CLASSES_NOT_LAST | CW_CLASS_BIT (CW_CLASS_GLUE))) != 0)
    return CW_BREAK_FORBIDDEN;
  if (!is_digit (items, before))
    return CW_BREAK_ALLOWED;
  if (is_digit (items, i))
    return cw_items_char (items, i - 1) == 0x2009 ? CW_BREAK_FORBIDDEN : CW_BREAK_ALLOWED;
  if (cw_items_class (items, i) == CW_CLASS_LATIN)
    return is_latin_unit (items, i) ? CW_BREAK_FORBIDDEN : CW_BREAK_ALLOWED;
  return cw_items_class (items, i) == CW_CLASS_HAN
                 && cw_units_match (items->shaped->text + offset, items->shaped->length - offset)
                        > 0
             ? CW_BREAK_FORBIDDEN
             : CW_BREAK_ALLOWED;
}

/* The last thing before @i that is not a space; @i itself when the paragraph begins with spaces. */
static guint
before_spaces (const CwItems *items, guint i)
{
  guint before = i;

  while (before > 0 && cw_items_class (items, before - 1) == CW_CLASS_SPACE)
    before--;
  return before > 0 ? before - 1 : i;
}

static CwBreak
break_between (const CwItems *items, guint i)
{
  CwCharClass last = cw_items_class (items, i - 1);
  CwCharClass first = cw_items_class (items, i);
  guint before;

  if (last != CW_CLASS_SPACE || first == CW_CLASS_SPACE)
    return may_break[last][first] == '.' ? CW_BREAK_ALLOWED : CW_BREAK_FORBIDDEN;
  before = before_spaces (items, i);
  return before == i ? CW_BREAK_FORBIDDEN : break_after_space (items, before, i);
}

/* --- names of persons --- */

#define NAME_LENGTH 3 /* of most names, their first character the family's */
#define LONG_NAME 4   /* of those with a family name of two */

static gboolean
is_of_name (const CwItems *items, guint i)
{
  const CwCluster *cluster = cw_items_cluster (items, i);

  return items->items[i].klass == CW_CLASS_HAN
         && g_array_index (items->shaped->spans, CwSpan, cluster->span).names;
}

/* A name stands at the end of what is between two marks or blanks, or is all of it. */
static void
keep_name (CwItems *items, guint start, guint end)
{
  guint length = end - start <= LONG_NAME ? end - start : NAME_LENGTH;

  for (guint i = end - length + 1; i < end; i++)
    items->items[i].break_before = CW_BREAK_FORBIDDEN;
  /* 张　三 */
  if (end - start == 1 && start >= 2 && items->items[start - 1].klass == CW_CLASS_SPACE
      && is_of_name (items, start - 2) && (start == 2 || !is_of_name (items, start - 3)))
    items->items[start].break_before = CW_BREAK_FORBIDDEN;
}

static void
keep_names (CwItems *items)
{
  guint start = 0;

  for (guint i = 0; i <= items->n; i++)
    {
      if (i < items->n && is_of_name (items, i))
        continue;
      if (i > start)
        keep_name (items, start, i);
      start = i + 1;
    }
}

/* What comes after a line break by hand begins a line, whatever it is. */
static void
force_breaks (CwItems *items)
{
  for (guint i = 1; i < items->n; i++)
    {
      gunichar before = cw_items_char (items, i - 1);

      if (before == '\n' || before == 0x2028)
        items->items[i].break_before = CW_BREAK_FORCED;
    }
}

/**
 * cw_break_rules_apply:
 * @items: items whose classes are known
 *
 * Says of each place between clusters whether a line may begin there (R167, R169–R173). Faces play
 * no part in it (P18); in spans of names those of persons stay whole.
 */
void
cw_break_rules_apply (CwItems *items)
{
  for (guint i = 1; i < items->n; i++)
    items->items[i].break_before = break_between (items, i);
  keep_units (items);
  keep_numbers (items);
  keep_names (items);
  if (items->n > 0)
    keep_label (items);
  force_breaks (items);
}
