/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-references-private.h"

#include <string.h>

#include "document/cw-numbering.h"

/* Sequences in running text: 一是 … 二是 …, 第一 … 第二 …, 首先 … 其次 …, within what stands under
 * a heading, or from one section to the next when each begins with one. */

typedef enum
{
  RUN_IS,    /* 一是 */
  RUN_NTH,   /* 第一， */
  RUN_WORDS, /* 首先 */
  N_RUNS,
} RunKind;

static const struct
{
  const char *word;
  guint rank;
} words[] = { { "首先", 1 }, { "其次", 2 }, { "再次", 3 }, { "然后", 3 }, { "最后", 9 } };

/* One member of a sequence. */
typedef struct
{
  RunKind kind;
  guint number; /* of RUN_WORDS the rank */
  guint block;
  guint start;
  guint end;
} Member;

/* --- reading --- */

static gboolean
read_nth (const char *p, Member *member)
{
  static const char *const behind[] = { "，", "、", "是", "：" };
  gsize length;

  if (!g_str_has_prefix (p, "第"))
    return FALSE;
  length = cw_numbering_read_han (p + strlen ("第"), &member->number);
  if (length == 0)
    return FALSE;
  member->kind = RUN_NTH;
  member->end = strlen ("第") + length;
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    if (g_str_has_prefix (p + member->end, behind[i]))
      return TRUE;
  return FALSE;
}

/* Reads the member at @p; its end counts from there. */
static gboolean
read_member (const char *p, Member *member)
{
  gsize length = cw_numbering_read_han (p, &member->number);

  if (length > 0 && g_str_has_prefix (p + length, "是"))
    {
      member->kind = RUN_IS;
      member->end = length + strlen ("是");
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (p, words[i].word))
      {
        *member = (Member){ RUN_WORDS, words[i].rank, 0, 0, strlen (words[i].word) };
        return TRUE;
      }
  return read_nth (p, member);
}

/* What ends a part of a sentence is one byte, or three that begin with these. */
static gboolean
may_start (const char *text, gsize at)
{
  guchar lead = at >= 3 ? text[at - 3] : 0;

  return at == 0 || (guchar) text[at - 1] < 0x80 || lead == 0xef || lead == 0xe3 || lead == 0xe2;
}

static void
read_block (CwDocument *document, guint block, GArray *members)
{
  const char *text
      = cw_text_get_string (cw_block_get_text (cw_document_get_block (document, block)));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize at = p - text;
      Member member = { 0 };

      if (!may_start (text, at) || !cw_references_starts_sentence (text, at)
          || !read_member (p, &member))
        continue;
      member.block = block;
      member.start = at;
      member.end += at;
      g_array_append_val (members, member);
    }
}

/* --- right and wrong --- */

static gboolean
is_right (const Member *members, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (members[i].kind != RUN_WORDS && members[i].number != i + 1)
        return FALSE;
      if (members[i].kind == RUN_WORDS
          && (i == 0 ? members[i].number != 1 : members[i].number < members[i - 1].number))
        return FALSE;
    }
  return TRUE;
}

/* What the sequence is made of, whatever else has changed: the texts, and where in them. */
static char *
make_key (CwDocument *document, const Member *members, guint n)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        key, "%p+%u ",
        (gpointer) cw_block_get_text (cw_document_get_block (document, members[i].block)),
        members[i].start);
  return g_string_free_and_steal (key);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Member *x = a, *y = b;

  return x->number < y->number ? -1 : x->number > y->number;
}

static const char *
word_of_rank (guint rank)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].rank == rank)
      return words[i].word;
  return NULL;
}

/* 首先 begins; the others come in their order. */
static char *
propose_word (const Member *members, guint n, guint which)
{
  g_autofree Member *sorted = g_memdup2 (members, n * sizeof (Member));

  qsort (sorted, n, sizeof (Member), compare_ranks);
  return g_strdup (which == 0 ? words[0].word : word_of_rank (MAX (sorted[which].number, 2)));
}

static char *
propose (const Member *members, guint n, guint which)
{
  g_autofree char *han = cw_numbering_format_han (which + 1);

  if (members[which].kind == RUN_WORDS)
    return propose_word (members, n, which);
  return members[which].kind == RUN_IS ? g_strconcat (han, "是", NULL)
                                       : g_strconcat ("第", han, NULL);
}

/* --- the sequences of a document --- */

typedef struct
{
  CwDocument *document;
  GHashTable *known; /* sequences that were there before, or %NULL to make it */
  GPtrArray *found;
  GHashTable *keys;
} Search;

static void
check_run (Search *search, const Member *members, guint n)
{
  g_autofree char *key = NULL;

  if (n == 0)
    return;
  key = make_key (search->document, members, n);
  if (search->known == NULL)
    g_hash_table_add (search->keys, g_steal_pointer (&key));
  else if (!is_right (members, n) && !g_hash_table_contains (search->known, key))
    for (guint i = 0; i < n; i++)
      cw_references_add (search->found, search->document, members[i].block, members[i].start,
                         members[i].end, propose (members, n, i));
}

/* One kind of @members at a time; each 一 begins another sequence. */
static void
check_members (Search *search, GArray *members, guint shortest)
{
  for (RunKind kind = 0; kind < N_RUNS; kind++)
    {
      g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (Member));

      for (guint i = 0; i < members->len; i++)
        {
          Member *member = &g_array_index (members, Member, i);

          if (member->kind != kind)
            continue;
          if (member->number == 1 && run->len > 0 && g_array_index (run, Member, 0).number == 1)
            {
              if (run->len >= shortest)
                check_run (search, (Member *) run->data, run->len);
              g_array_set_size (run, 0);
            }
          g_array_append_val (run, *member);
        }
      if (run->len >= shortest)
        check_run (search, (Member *) run->data, run->len);
    }
}

/* What stands under the heading at @first, up to the next. */
static GArray *
read_opening (CwDocument *document, guint first, guint end)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = first; i < end; i++)
    read_block (document, i, members);
  return members;
}

/* The one member a section begins with, if it has no others. */
static void
add_first (CwDocument *document, const CwSectionNode *node, GArray *siblings)
{
  g_autoptr (GArray) members
      = read_opening (document, node->block, cw_section_get_opening (document, node->block));
  Member *member = members->len == 1 ? &g_array_index (members, Member, 0) : NULL;

  if (member != NULL && member->start == 0 && member->block <= node->block + 1)
    g_array_append_val (siblings, *member);
}

static void
check_siblings (Search *search, CwSectionTree *outline, int parent)
{
  g_autoptr (GArray) siblings = g_array_new (FALSE, FALSE, sizeof (Member));
  guint place = parent + 1;
  guint end = parent >= 0 ? cw_section_tree_get_node (outline, parent)->next
                          : cw_section_tree_get_n_nodes (outline);

  for (; place < end; place = cw_section_tree_get_node (outline, place)->next)
    if (cw_section_tree_get_node (outline, place)->kind == CW_SECTION_KIND_SECTION)
      add_first (search->document, cw_section_tree_get_node (outline, place), siblings);
  check_members (search, siblings, 2);
}

static void
search_document (Search *search, CwSectionTree *outline)
{
  guint n = cw_section_tree_get_n_nodes (outline);
  guint n_blocks = cw_document_get_n_blocks (search->document);

  for (guint i = 0; i <= n_blocks;)
    {
      guint end = i + 1;
      g_autoptr (GArray) members = NULL;

      while (end < n_blocks
             && cw_block_get_level (cw_document_get_block (search->document, end)) == 0)
        end++;
      members = read_opening (search->document, i, MIN (end, n_blocks));
      check_members (search, members, 1);
      i = end;
    }
  check_siblings (search, outline, -1);
  for (guint i = 0; i < n; i++)
    if (cw_section_tree_get_node (outline, i)->next > i + 1)
      check_siblings (search, outline, i);
}

/* Sections begin with one member, and it is in a sequence of one of its own too: said twice. */
static void
drop_doubles (GPtrArray *found, guint from)
{
  for (guint i = from; i < found->len; i++)
    for (guint j = found->len - 1; j > i; j--)
      {
        CwReference *a = found->pdata[i], *b = found->pdata[j];

        if (cw_stretch_compare (&a->stretch, &b->stretch) == 0)
          g_ptr_array_remove_index (found, j);
      }
}

/**
 * cw_references_find_runs:
 * @both: two documents
 * @found: (element-type CwReference): where what is found goes
 *
 * Finds the sequences of the later document that are out of order and were not so in the earlier.
 */
void
cw_references_find_runs (CwBeforeAfter *both, GPtrArray *found)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search before = { both->before, NULL, NULL, keys };
  Search after = { both->after, keys, found, NULL };
  guint from = found->len;

  search_document (&before, both->old);
  search_document (&after, both->new);
  drop_doubles (found, from);
}
