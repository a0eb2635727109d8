/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-references-private.h"

#include <string.h>

#include "document/cw-numbering.h"

/* Numbers of headings are computed, so words that name them (见第三部分, 上述（二）) cannot follow
 * when sections move. Only words that surely speak of this paper are taken: 《…》第三部分 is
 * another one's, 分为三部分 none at all. */

/**
 * cw_reference_free:
 * @self: (transfer full): a reference
 *
 * Frees it.
 */
void
cw_reference_free (CwReference *self)
{
  g_free (self->text);
  g_free (self->proposal);
  g_free (self);
}

/* --- which block is which --- */

/* Changing the level of a heading makes another block, but it has the same text. */
static GHashTable *
index_texts (CwDocument *document)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (guint i = cw_document_get_n_blocks (document); i > 0; i--)
    g_hash_table_insert (index, cw_block_get_text (cw_document_get_block (document, i - 1)),
                         GUINT_TO_POINTER (i));
  return index;
}

static void
both_init (CwBeforeAfter *both, CwDocument *before, CwDocument *after)
{
  g_autoptr (GHashTable) index = index_texts (before);
  guint n_before = cw_document_get_n_blocks (before), n_after = cw_document_get_n_blocks (after);

  *both = (CwBeforeAfter){ .before = before, .after = after };
  both->old = cw_section_tree_new (before);
  both->new = cw_section_tree_new (after);
  both->old_of = g_new (int, MAX (n_after, 1));
  both->new_of = g_new (int, MAX (n_before, 1));
  for (guint i = 0; i < n_before; i++)
    both->new_of[i] = -1;
  for (guint i = 0; i < n_after; i++)
    {
      CwText *text = cw_block_get_text (cw_document_get_block (after, i));
      int old = (int) GPOINTER_TO_UINT (g_hash_table_lookup (index, text)) - 1;

      both->old_of[i] = old >= 0 && both->new_of[old] < 0 ? old : -1; /* a copy was not there */
      if (both->old_of[i] >= 0)
        both->new_of[old] = i;
    }
}

static void
both_clear (CwBeforeAfter *both)
{
  cw_section_tree_free (both->old);
  cw_section_tree_free (both->new);
  g_free (both->old_of);
  g_free (both->new_of);
}

/* --- reading a reference --- */

/* One reference as it is written: the part (一、) and the item （一） it names, 0 without one, and
 * where their numerals stand. */
typedef struct
{
  guint start;
  guint end;
  guint part;
  guint item;
  guint part_start;
  guint part_end;
  guint item_start;
  guint item_end;
} Naming;

static gsize
match (const char *p, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (p, *words))
      return strlen (*words);
  return 0;
}

static gsize
ends_in (const char *text, gsize at, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize length = strlen (*words);

      if (at >= length && memcmp (text + at - length, *words, length) == 0)
        return length;
    }
  return 0;
}

/**
 * cw_references_starts_sentence:
 * @text: a text
 * @at: a byte of it
 *
 * Returns: whether a sentence or a part of one begins there
 */
gboolean
cw_references_starts_sentence (const char *text, gsize at)
{
  static const char *const marks[] = { "。", "；", "，", "：", "、", "（",           "！",
                                       "？", ";",  ",",  ":",  "“",  "\xe2\x80\xa8", NULL };

  return at == 0 || ends_in (text, at, marks) > 0;
}

static gboolean
is_pointed_to (const char *text, gsize at)
{
  static const char *const pointers[]
      = { "见",     "本文",   "本报告", "本通知", "本方案", "本意见", "本计划", "本总结",
          "本规划", "本办法", "本规定", "上述",   "前述",   "下述",   "前文",   "后文",
          "上文",   "下文",   "文中",   "按照",   "按",     "根据",   "对照",   "参照",
          "依照",   "如",     "本部分", "本节",   "上面",   "前面",   NULL };

  return ends_in (text, at, pointers) > 0;
}

static gboolean
is_spoken_of (const char *text, gsize start, gsize end)
{
  static const char *const speech[] = { "所述", "所列", "所提", "中所", "中提", "已述", NULL };

  if (is_pointed_to (text, start))
    return TRUE;
  return cw_references_starts_sentence (text, start) && match (text + end, speech) > 0;
}

/* （二） at @at. */
static gboolean
read_item (const char *text, gsize at, Naming *naming)
{
  static const char *const opening[] = { "（", "(", NULL };
  static const char *const closing[] = { "）", ")", NULL };
  gsize open = match (text + at, opening), length, close;

  length = open > 0 ? cw_numbering_read_han (text + at + open, &naming->item) : 0;
  close = length > 0 ? match (text + at + open + length, closing) : 0;
  if (close == 0)
    {
      naming->item = 0;
      return FALSE;
    }
  naming->item_start = at + open;
  naming->item_end = at + open + length;
  naming->end = at + open + length + close;
  return TRUE;
}

/* 第三部分, 第三部分（二）, 第三部分第（二）项. */
static gboolean
read_part (const char *text, gsize at, Naming *naming)
{
  gsize number = at + strlen ("第"), length, end;

  if (!g_str_has_prefix (text + at, "第"))
    return FALSE;
  length = cw_numbering_read_han (text + number, &naming->part);
  end = number + length + strlen ("部分");
  if (length == 0 || !g_str_has_prefix (text + number + length, "部分"))
    return FALSE;
  naming->start = at;
  naming->part_start = number;
  naming->part_end = number + length;
  naming->end = end;
  if (!read_item (text, end, naming) && g_str_has_prefix (text + end, "第"))
    read_item (text, end + strlen ("第"), naming);
  return is_spoken_of (text, at, naming->end);
}

/* 见三、（二） */
static gboolean
read_plain (const char *text, gsize at, Naming *naming)
{
  gsize length = cw_numbering_read_han (text + at, &naming->part);

  if (length == 0 || !g_str_has_prefix (text + at + length, "、") || !is_pointed_to (text, at)
      || !read_item (text, at + length + strlen ("、"), naming))
    return FALSE;
  naming->start = naming->part_start = at;
  naming->part_end = at + length;
  return TRUE;
}

/* 上述（二）, 按第（二）项, and what is listed behind: 上述（一）、（三） */
static gboolean
read_bare_item (const char *text, gsize at, const Naming *last, Naming *naming)
{
  static const char *const and[] = { "、", "和", "及", "与", "至", "，", NULL };
  gsize before = at, joint;

  naming->part = 0;
  if (!read_item (text, at, naming))
    return FALSE;
  naming->start = at;
  joint = ends_in (text, at, and);
  if (last->end > 0 && last->item > 0 && at - joint == last->end)
    return TRUE;
  if (before >= strlen ("第") && memcmp (text + before - strlen ("第"), "第", strlen ("第")) == 0)
    before -= strlen ("第");
  return is_pointed_to (text, before);
}

static gboolean
read_naming (const char *text, gsize at, const Naming *last, Naming *naming)
{
  *naming = (Naming){ 0 };
  if (read_part (text, at, naming))
    return TRUE;
  *naming = (Naming){ 0 };
  if (read_plain (text, at, naming))
    return TRUE;
  *naming = (Naming){ 0 };
  if (!read_bare_item (text, at, last, naming))
    return FALSE;
  if (last->end > 0 && last->part > 0 && last->item > 0 && naming->start - last->end <= 3)
    naming->part = 0; /* the part was said once, and is where it belongs */
  return TRUE;
}

/* --- what it names --- */

/* The places in @outline that are of the same body or attachment as @block. */
static void
find_scope (CwSectionTree *outline, guint block, guint *first, guint *end)
{
  guint n = cw_section_tree_get_n_nodes (outline);

  *first = 0;
  for (*end = 0; *end < n; (*end)++)
    {
      const CwSectionNode *node = cw_section_tree_get_node (outline, *end);

      if (node->kind != CW_SECTION_KIND_ATTACHMENT)
        continue;
      if (node->block > block)
        return;
      *first = *end;
    }
}

static int
find_part (CwSectionTree *outline, guint block, guint number)
{
  guint first, end;

  find_scope (outline, block, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const CwSectionNode *node = cw_section_tree_get_node (outline, i);

      if (node->level == 1 && node->number == number)
        return i;
    }
  return -1;
}

/* The part @block is in. */
static int
find_own_part (CwSectionTree *outline, guint block)
{
  int place = cw_section_tree_find_around (outline, block);

  while (place >= 0 && cw_section_tree_get_node (outline, place)->level > 1)
    place = cw_section_tree_get_node (outline, place)->parent;
  return place >= 0 && cw_section_tree_get_node (outline, place)->level == 1 ? place : -1;
}

static int
find_item (CwSectionTree *outline, int part, guint number)
{
  guint next;

  if (part < 0)
    return -1;
  next = cw_section_tree_get_node (outline, part)->next;
  for (guint i = part + 1; i < next; i++)
    {
      const CwSectionNode *node = cw_section_tree_get_node (outline, i);

      if (node->level == 2 && node->number == number)
        return i;
    }
  return -1;
}

static int
find_named (CwSectionTree *outline, guint block, const Naming *naming)
{
  int part = naming->part > 0 ? find_part (outline, block, naming->part)
                              : find_own_part (outline, block);

  return naming->item > 0 ? find_item (outline, part, naming->item) : part;
}

/* --- what it should say --- */

static void
append_numeral (GString *string, const char *text, guint from, guint to, guint number)
{
  g_autofree char *han = cw_numbering_format_han (number);

  g_string_append_len (string, text + from, to - from);
  g_string_append (string, han);
}

/* The same words with other numerals. */
static char *
renumber (const char *text, const Naming *naming, guint part, guint item)
{
  GString *string = g_string_new (NULL);
  guint done = naming->start;

  if (naming->part > 0)
    {
      append_numeral (string, text, done, naming->part_start, part);
      done = naming->part_end;
    }
  if (naming->item > 0)
    {
      append_numeral (string, text, done, naming->item_start, item);
      done = naming->item_end;
    }
  g_string_append_len (string, text + done, naming->end - done);
  return g_string_free_and_steal (string);
}

/* What names the section at @place of @outline, from a text in @block that named it so. */
static char *
propose (CwSectionTree *outline, int place, guint block, const char *text, const Naming *naming)
{
  const CwSectionNode *node = cw_section_tree_get_node (outline, place);
  int part = find_own_part (outline, node->block);
  guint first, end;
  g_autofree char *han = NULL, *item = NULL;

  find_scope (outline, block, &first, &end);
  if (node->level > 2 || part < 0 || place < (int) first || place >= (int) end)
    return NULL;
  han = cw_numbering_format_han (cw_section_tree_get_node (outline, part)->number);
  item = cw_numbering_format_han (node->number);
  if (node->level == 1)
    return naming->item > 0 ? g_strdup_printf ("第%s部分", han)
                            : renumber (text, naming, node->number, 0);
  if (naming->item > 0 && (naming->part > 0 || part == find_own_part (outline, block)))
    return renumber (text, naming, cw_section_tree_get_node (outline, part)->number, node->number);
  return g_strdup_printf ("第%s部分（%s）", han, item);
}

/**
 * cw_references_add:
 * @found: (element-type CwReference): where it goes
 * @document: the document
 * @block: the block it is in
 * @start: its first byte
 * @end: the byte after its last
 * @proposal: (transfer full) (nullable): what should stand there
 *
 * Puts a reference that does not fit behind the others; one that does is left out.
 */
void
cw_references_add (GPtrArray *found,
                   CwDocument *document,
                   guint block,
                   guint start,
                   guint end,
                   char *proposal)
{
  const char *text
      = cw_text_get_string (cw_block_get_text (cw_document_get_block (document, block)));
  CwReference *reference = g_new0 (CwReference, 1);

  reference->stretch = (CwStretch){ .line = cw_flow_get_line_of_block (document, block),
                                    .start = start,
                                    .end = end };
  reference->text = g_strndup (text + start, end - start);
  reference->proposal = proposal;
  if (g_strcmp0 (reference->text, proposal) == 0)
    cw_reference_free (reference);
  else
    g_ptr_array_add (found, reference);
}

static void
check_naming (CwBeforeAfter *both,
              guint block,
              const char *text,
              const Naming *naming,
              GPtrArray *found)
{
  int old = find_named (both->old, both->old_of[block], naming);
  int new_block = old >= 0 ? both->new_of[cw_section_tree_get_node (both->old, old)->block] : -1;
  int place = new_block >= 0 ? cw_section_tree_find (both->new, new_block) : -1;
  char *proposal = NULL;

  if (old < 0)
    return; /* it named nothing before */
  if (place >= 0)
    proposal = propose (both->new, place, block, text, naming);
  cw_references_add (found, both->after, block, naming->start, naming->end, proposal);
}

/* Nearly all bytes begin no reference; these do. */
static gboolean
may_begin (const char *p)
{
  return *p == '(' || g_str_has_prefix (p, "第") || g_str_has_prefix (p, "（");
}

static void
check_block (CwBeforeAfter *both, guint block, GPtrArray *found)
{
  const char *text
      = cw_text_get_string (cw_block_get_text (cw_document_get_block (both->after, block)));
  Naming last = { 0 }, naming;
  guint digit;

  if (both->old_of[block] < 0)
    return;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!may_begin (p)
          && (p - text < 3 || !cw_numbering_read_han (p, &digit)
              || !is_pointed_to (text, p - text)))
        continue;
      if (!read_naming (text, p - text, &last, &naming))
        continue;
      check_naming (both, block, text, &naming, found);
      last = naming;
      p = text + naming.end - 1;
    }
}

static int
compare_references (gconstpointer a, gconstpointer b)
{
  const CwReference *x = *(CwReference *const *) a, *y = *(CwReference *const *) b;

  return cw_stretch_compare (&x->stretch, &y->stretch);
}

/**
 * cw_references_find_broken:
 * @before: a document
 * @after: the same after sections were moved, promoted, copied or taken out
 *
 * Finds what does not fit any more in @after: references to sections that have another number now
 * (见第三部分, 上述（二）), and sequences that are out of order (一是 … 二是 …, 第一, 首先 …). What
 * was wrong before is left alone.
 *
 * Returns: (transfer full) (element-type CwReference): the references, in the order of reading
 */
GPtrArray *
cw_references_find_broken (CwDocument *before, CwDocument *after)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_reference_free);
  CwBeforeAfter both;

  both_init (&both, before, after);
  for (guint i = 0; i < cw_document_get_n_blocks (after); i++)
    check_block (&both, i, found);
  cw_references_find_runs (&both, found);
  both_clear (&both);
  g_ptr_array_sort (found, compare_references);
  return found;
}

/**
 * cw_references_mend:
 * @document: a document
 * @references: (array length=n): references of it that do not fit
 * @n: how many there are
 *
 * Puts what is proposed in their place.
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_references_mend (CwDocument *document, CwReference *const *references, guint n)
{
  g_autofree CwStretch *stretches = g_new (CwStretch, MAX (n, 1));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_text_unref);

  for (guint i = 0; i < n; i++)
    if (references[i]->proposal != NULL)
      {
        stretches[texts->len] = references[i]->stretch;
        g_ptr_array_add (texts, cw_text_new (references[i]->proposal));
      }
  return cw_edit_stretches (document, stretches, (CwText **) texts->pdata, texts->len);
}
