/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test.h"

#include "document/sections/cw-edit-sections.h"
#include "document/cw-numbering.h"

#define PAPER "T:题\nP:首\n1:甲\nP:甲文\n2:子\nP:子文\n2:丑\n1:乙\nP:乙文\n1:丙\n2:寅\nP:特此报告。"

static GArray *
name_sections (guint n, const guint *blocks)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (sections, blocks, n);
  return sections;
}

#define SECTIONS(...)                                                                              \
  name_sections (G_N_ELEMENTS (((guint[]) { __VA_ARGS__ })), (guint[]) { __VA_ARGS__ })

/* Moves sections of @notation; "=" as @expected: nothing happens. */
static void
assert_moved (const char *notation, GArray *named, guint target, CwSpot spot, const char *expected)
{
  g_autoptr (GArray) sections = named;
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  g_autoptr (CwDocument) moved = cw_edit_move_sections (document, sections, target, spot);

  if (strcmp (expected, "=") == 0)
    g_assert_true (moved == document);
  else
    cw_test_assert_document (moved, expected);
}

static void
test_move (void)
{
  assert_moved (PAPER, SECTIONS (6), 1, CW_SPOT_BEFORE,
                "T:题\nP:首\n1:乙\nP:乙文\n1:甲\nP:甲文\n2:子\nP:子文\n2:丑\n1:丙\n2:寅\nP:特此报告。");
  assert_moved (PAPER, SECTIONS (1), 8, CW_SPOT_AFTER,
                "T:题\nP:首\n1:乙\nP:乙文\n1:丙\n2:寅\n1:甲\nP:甲文\n2:子\nP:子文\n2:丑\nP:特此报告。");
  assert_moved (PAPER, SECTIONS (3), 8, CW_SPOT_INTO,
                "T:题\nP:首\n1:甲\nP:甲文\n2:丑\n1:乙\nP:乙文\n1:丙\n2:寅\n2:子\nP:子文\nP:特此报告。");
}

/* What goes into another level takes what is below it along. */
static void
test_move_level (void)
{
  assert_moved (PAPER, SECTIONS (8), 3, CW_SPOT_BEFORE,
                "T:题\nP:首\n1:甲\nP:甲文\n2:丙\n3:寅\n2:子\nP:子文\n2:丑\n1:乙\nP:乙文\nP:特此报告。");
  assert_moved (PAPER, SECTIONS (3), 6, CW_SPOT_AFTER,
                "T:题\nP:首\n1:甲\nP:甲文\n2:丑\n1:乙\nP:乙文\n1:子\nP:子文\n1:丙\n2:寅\nP:特此报告。");
  assert_moved ("1:甲\n3:跳\n1:乙", SECTIONS (2), 0, CW_SPOT_INTO, "1:甲\n3:跳\n3:乙");
}

static void
test_move_several (void)
{
  assert_moved ("1:甲\n1:乙\n1:丙\n1:丁", SECTIONS (3, 0), 2, CW_SPOT_BEFORE, "1:乙\n1:甲\n1:丁\n1:丙");
  assert_moved (PAPER, SECTIONS (1, 3), 6, CW_SPOT_AFTER,
                "T:题\nP:首\n1:乙\nP:乙文\n1:甲\nP:甲文\n2:子\nP:子文\n2:丑\n1:丙\n2:寅\nP:特此报告。");
}

static void
test_move_refused (void)
{
  assert_moved (PAPER, SECTIONS (1), 3, CW_SPOT_BEFORE, "=");         /* into itself */
  assert_moved (PAPER, SECTIONS (1), 1, CW_SPOT_AFTER, "=");          /* beside itself */
  assert_moved (PAPER, SECTIONS (2), 6, CW_SPOT_BEFORE, "=");         /* no heading */
  assert_moved (PAPER, SECTIONS (6), 99, CW_SPOT_BEFORE, "=");        /* nowhere */
  assert_moved (PAPER, SECTIONS (6), 8, CW_SPOT_BEFORE, "=");         /* where it is */
  assert_moved ("4:甲\n1:乙", SECTIONS (1), 0, CW_SPOT_INTO, "=");    /* a fifth level (R61) */
  assert_moved ("1:甲\n4:低\n2:乙", SECTIONS (0), 2, CW_SPOT_BEFORE, "=");
}

/* Attachments stay among themselves; headings go into them and out of them. */
static void
test_attachments (void)
{
  const char *paper = "1:甲\nF:附\nP:文\n1:一\nF:表\nP:内";

  assert_moved (paper, SECTIONS (1), 4, CW_SPOT_AFTER, "1:甲\nF:表\nP:内\nF:附\nP:文\n1:一");
  assert_moved (paper, SECTIONS (1), 0, CW_SPOT_AFTER, "=");
  assert_moved (paper, SECTIONS (4), 1, CW_SPOT_INTO, "=");
  assert_moved (paper, SECTIONS (0), 1, CW_SPOT_BEFORE, "=");
  assert_moved (paper, SECTIONS (0), 1, CW_SPOT_INTO, "F:附\nP:文\n1:一\n1:甲\nF:表\nP:内");
  assert_moved (paper, SECTIONS (3), 0, CW_SPOT_BEFORE, "1:一\n1:甲\nF:附\nP:文\nF:表\nP:内");
}

/* Where the sections are afterwards is told; blocks that stay on their level are shared. */
static void
test_told (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  g_autoptr (GArray) sections = SECTIONS (8, 3);
  g_autoptr (CwDocument) moved = cw_edit_move_sections (document, sections, 6, CW_SPOT_BEFORE);

  g_assert_cmpuint (sections->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      guint old = i == 0 ? 3 : 8;
      guint now = g_array_index (sections, guint, i);

      g_assert_true (cw_block_get_text (cw_document_get_block (moved, now))
                     == cw_block_get_text (cw_document_get_block (document, old)));
      g_assert_cmpuint (cw_block_get_level (cw_document_get_block (moved, now)), ==, 1);
    }
  g_assert_true (cw_document_get_block (moved, 1) == cw_document_get_block (document, 1));
}

static void
assert_stepped (const char *notation, GArray *named, int direction, const char *expected)
{
  g_autoptr (GArray) sections = named;
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  g_autoptr (CwDocument) moved = cw_edit_step_sections (document, sections, direction);

  if (strcmp (expected, "=") == 0)
    g_assert_true (moved == document);
  else
    cw_test_assert_document (moved, expected);
}

static void
test_step (void)
{
  const char *paper = "1:甲\n2:子\n2:丑\n1:乙\n1:丙\n2:寅\nF:附\nF:表";

  assert_stepped (paper, SECTIONS (0), -1, "=");
  assert_stepped (paper, SECTIONS (0), 1, "1:乙\n1:甲\n2:子\n2:丑\n1:丙\n2:寅\nF:附\nF:表");
  assert_stepped (paper, SECTIONS (2), -1, "1:甲\n2:丑\n2:子\n1:乙\n1:丙\n2:寅\nF:附\nF:表");
  assert_stepped (paper, SECTIONS (2), 1, "1:甲\n2:子\n1:乙\n2:丑\n1:丙\n2:寅\nF:附\nF:表");
  assert_stepped (paper, SECTIONS (5), -1, "1:甲\n2:子\n2:丑\n1:乙\n2:寅\n1:丙\nF:附\nF:表");
  assert_stepped (paper, SECTIONS (5), 1, "=");
  assert_stepped (paper, SECTIONS (4), 1, "=");
  assert_stepped (paper, SECTIONS (7), -1, "1:甲\n2:子\n2:丑\n1:乙\n1:丙\n2:寅\nF:表\nF:附");
  assert_stepped (paper, SECTIONS (6), -1, "=");
  assert_stepped (paper, SECTIONS (3, 4), -1, "1:乙\n1:丙\n2:寅\n1:甲\n2:子\n2:丑\nF:附\nF:表");
  assert_stepped ("1:甲\n2:子\n1:乙\n2:丑", SECTIONS (1), 1, "1:甲\n1:乙\n2:子\n2:丑");
}

static void
assert_shifted (const char *notation, GArray *named, int by, gboolean below, const char *expected)
{
  g_autoptr (GArray) sections = named;
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  g_autoptr (CwDocument) shifted = cw_edit_shift_sections (document, sections, by, below);

  if (strcmp (expected, "=") == 0)
    g_assert_true (shifted == document);
  else
    cw_test_assert_document (shifted, expected);
}

static void
test_shift (void)
{
  const char *paper = "1:甲\n2:子\nP:文\n3:丑\n1:乙\n4:深\nF:附";

  assert_shifted (paper, SECTIONS (0), 1, TRUE, "2:甲\n3:子\nP:文\n4:丑\n1:乙\n4:深\nF:附");
  assert_shifted (paper, SECTIONS (0), 1, FALSE, "2:甲\n2:子\nP:文\n3:丑\n1:乙\n4:深\nF:附");
  assert_shifted (paper, SECTIONS (1), -1, TRUE, "1:甲\n1:子\nP:文\n2:丑\n1:乙\n4:深\nF:附");
  assert_shifted (paper, SECTIONS (1, 3, 3), -1, FALSE, "1:甲\n1:子\nP:文\n2:丑\n1:乙\n4:深\nF:附");
  assert_shifted (paper, SECTIONS (0), -1, TRUE, "=");
  assert_shifted (paper, SECTIONS (4), 1, TRUE, "=");
  assert_shifted (paper, SECTIONS (4), 1, FALSE, "1:甲\n2:子\nP:文\n3:丑\n2:乙\n4:深\nF:附");
  assert_shifted (paper, SECTIONS (6), 1, TRUE, "=");
}

/* A copy has no number and says all else the same; the section's state stays with both. */
static void
test_duplicate (void)
{
  g_autoptr (CwDocument) plain = cw_test_document_new ("1:甲\n2:子\nP:文\n1:乙\nF:附\nP:文");
  g_autoptr (CwBlock) numbered = cw_block_with_id (cw_document_get_block (plain, 2), 7);
  g_autoptr (CwSection) draft = cw_section_new (CW_SECTION_DRAFT, NULL, "核");
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GArray) sections = SECTIONS (4, 0);
  g_autoptr (CwDocument) with_id = NULL;
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwDocument) twice = NULL;

  for (guint i = 0; i < cw_document_get_n_blocks (plain); i++)
    g_ptr_array_add (blocks, i == 2 ? numbered : cw_document_get_block (plain, i));
  with_id = cw_document_new_like (plain, NULL, (CwBlock **) blocks->pdata, blocks->len);
  document = cw_edit_set_section (with_id, 0, draft);
  twice = cw_edit_duplicate_sections (document, sections);
  cw_test_assert_document (twice, "1:甲\n2:子\nP:文\n1:甲\n2:子\nP:文\n1:乙\nF:附\nP:文\nF:附\nP:文");
  g_assert_cmpuint (g_array_index (sections, guint, 0), ==, 3);
  g_assert_cmpuint (g_array_index (sections, guint, 1), ==, 9);
  g_assert_cmpuint (cw_block_get_id (cw_document_get_block (twice, 2)), ==, 7);
  g_assert_cmpuint (cw_block_get_id (cw_document_get_block (twice, 5)), ==, 0);
  g_assert_true (cw_section_equal (cw_block_get_section (cw_document_get_block (twice, 3)), draft));
}

static void
test_remove (void)
{
  g_autoptr (CwDocument) document = cw_test_document_new (PAPER);
  g_autoptr (GArray) sections = SECTIONS (3, 8, 1);
  g_autoptr (CwDocument) rest = cw_edit_remove_sections (document, sections);
  g_autoptr (CwDocument) single = cw_test_document_new ("1:甲");
  g_autoptr (GArray) only = SECTIONS (0);
  g_autoptr (CwDocument) nothing = cw_edit_remove_sections (single, only);

  cw_test_assert_document (rest, "T:题\nP:首\n1:乙\nP:乙文\nP:特此报告。");
  cw_test_assert_document (nothing, "P:");
  g_assert_cmpuint (only->len, ==, 0);
}

static void
assert_merged (const char *notation, guint block, guint expected_into, const char *expected)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  guint into;
  g_autoptr (CwDocument) merged = cw_edit_merge_section (document, block, &into);

  g_assert_cmpuint (into, ==, expected_into);
  if (strcmp (expected, "=") == 0)
    g_assert_true (merged == document);
  else
    cw_test_assert_document (merged, expected);
}

static void
test_merge (void)
{
  assert_merged ("1:甲\nP:一\n2:子\n1:乙\nP:二\n2:丑", 3, 0, "1:甲\nP:一\nP:二\n2:子\n2:丑");
  assert_merged ("1:甲\nP:一\n2:子。是说明\nP:二", 2, 0, "1:甲\nP:一\nP:是说明\nP:二");
  assert_merged ("P:首\n1:甲\nP:一", 1, 1, "=");
  assert_merged ("1:甲\nF:附\nF:表", 2, 2, "=");
  assert_merged ("F:附\n1:甲\nP:文", 1, 0, "F:附\nP:文");
}

static void
assert_split (const char *notation, CwPlace at, guint line, const char *expected)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  CwPlace after;
  g_autoptr (CwDocument) split = cw_edit_split_section (document, at, &after);

  g_assert_cmpuint (after.line, ==, line);
  if (strcmp (expected, "=") == 0)
    g_assert_true (split == document);
  else
    cw_test_assert_document (split, expected);
}

static void
test_split (void)
{
  assert_split ("T:题\n1:甲\n2:子\nP:前后", (CwPlace) { 3, 3 }, 4, "T:题\n1:甲\n2:子\nP:前\n2:\nP:后");
  assert_split ("1:甲\nP:文", (CwPlace) { 1, 0 }, 1, "1:甲\n1:\nP:文");
  assert_split ("1:甲\nP:文", (CwPlace) { 1, 3 }, 2, "1:甲\nP:文\n1:");
  assert_split ("2:甲乙", (CwPlace) { 0, 3 }, 1, "2:甲\n2:乙");
  assert_split ("2:甲", (CwPlace) { 0, 3 }, 1, "2:甲\n2:");
  assert_split ("2:甲", (CwPlace) { 0, 0 }, 0, "2:\n2:甲");
  assert_split ("P:文", (CwPlace) { 0, 0 }, 0, "1:\nP:文");
  assert_split ("P:文\nF:附\nP:二", (CwPlace) { 1, 0 }, 2, "P:文\nF:附\n1:\nP:二");
  assert_split ("1:甲\nG:表|一", (CwPlace) { 1, 3 }, 2, "1:甲\nG:表|一\n1:");
  assert_split ("T:题\nP:文", (CwPlace) { 0, 3 }, 0, "=");
  assert_split ("P:文", (CwPlace) { 7, 0 }, 7, "=");
}

/* --- at random --- */

static CwDocument *
random_document (void)
{
  g_autoptr (GString) notation = g_string_new ("T:题");
  guint n = g_test_rand_int_range (1, 24);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (notation, "\n%c:块%u",
                            "PP112234"[g_test_rand_int_range (0, 8)], i);
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    g_string_append_printf (notation, "\nF:附%d\nP:附文%d\n1:附题%d", i, i, i);
  return cw_test_document_new (notation->str);
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  gpointer x = *(gpointer *) a, y = *(gpointer *) b;

  return x < y ? -1 : x > y;
}

static GPtrArray *
sorted_texts (CwDocument *document)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    g_ptr_array_add (texts, cw_block_get_text (cw_document_get_block (document, i)));
  g_ptr_array_sort (texts, compare_pointers);
  return texts;
}

/* Nothing is lost and nothing doubled, attachments stay behind the body. */
static void
assert_same_texts (CwDocument *before, CwDocument *after)
{
  g_autoptr (GPtrArray) were = sorted_texts (before);
  g_autoptr (GPtrArray) are = sorted_texts (after);

  g_assert_cmpuint (were->len, ==, are->len);
  for (guint i = 0; i < were->len; i++)
    g_assert_true (were->pdata[i] == are->pdata[i]);
  g_assert_cmpuint (cw_document_get_n_attachments (before), ==,
                    cw_document_get_n_attachments (after));
}

/* A moved section is as long as it was, and says the same in the same order. */
static void
assert_whole (CwDocument *before, guint old, CwDocument *after, guint now)
{
  guint n = cw_section_get_end (before, old) - old;

  g_assert_cmpuint (now + n, <=, cw_document_get_n_blocks (after));
  for (guint i = 0; i < n; i++)
    {
      CwBlock *was = cw_document_get_block (before, old + i);
      CwBlock *is = cw_document_get_block (after, now + i);

      g_assert_true (cw_block_get_text (was) == cw_block_get_text (is));
      g_assert_true (cw_block_get_kind (was) == cw_block_get_kind (is));
      if (cw_block_get_level (was) > 0)
        g_assert_cmpint ((int) cw_block_get_level (is) - (int) cw_block_get_level (was), ==,
                         (int) cw_block_get_level (cw_document_get_block (after, now))
                             - (int) cw_block_get_level (cw_document_get_block (before, old)));
      else
        g_assert_true (was == is);
    }
}

static void
test_random (void)
{
  guint n_moved = 0;
  g_autoptr (CwDocument) document = random_document ();

  for (guint i = 0; i < 10000; i++)
    {
      guint n = cw_document_get_n_blocks (document);
      guint section = g_test_rand_int_range (0, n);
      g_autoptr (GArray) sections = SECTIONS (section);
      g_autoptr (CwDocument) after = NULL;

      if (g_test_rand_bit ())
        after = cw_edit_move_sections (document, sections, g_test_rand_int_range (0, n),
                                       g_test_rand_int_range (0, CW_SPOT_INTO + 1));
      else if (g_test_rand_bit ())
        after = cw_edit_step_sections (document, sections, g_test_rand_bit () ? 1 : -1);
      else
        after = cw_edit_shift_sections (document, sections, g_test_rand_bit () ? 1 : -1, TRUE);
      assert_same_texts (document, after);
      if (after != document)
        {
          n_moved++;
          g_assert_cmpuint (sections->len, ==, 1);
          assert_whole (document, section, after, g_array_index (sections, guint, 0));
          g_assert_false (cw_document_equal (document, after));
        }
      cw_document_unref (document);
      document = i % 200 == 199 ? random_document () : g_steal_pointer (&after);
    }
  g_assert_cmpuint (n_moved, >, 1000);
}

/* A section put down and one more step back: where it was. */
static void
test_there_and_back (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (CwDocument) document = random_document ();
      guint block = g_test_rand_int_range (0, cw_document_get_n_blocks (document));
      g_autoptr (CwSectionTree) outline = cw_section_tree_new (document);
      int place = cw_section_tree_find (outline, block);
      g_autoptr (GArray) sections = SECTIONS (block);
      g_autoptr (CwDocument) down = NULL;
      g_autoptr (CwDocument) up = NULL;
      const CwSectionNode *node, *next;

      if (place < 0 || cw_section_tree_get_node (outline, place)->next >= cw_section_tree_get_n_nodes (outline))
        continue;
      node = cw_section_tree_get_node (outline, place);
      next = cw_section_tree_get_node (outline, node->next);
      if (next->parent != node->parent || next->level != node->level)
        continue;
      down = cw_edit_step_sections (document, sections, 1);
      up = cw_edit_step_sections (down, sections, -1);
      g_assert_true (down != document);
      g_assert_true (cw_document_equal (document, up));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/edit-sections/move", test_move);
  g_test_add_func ("/document/edit-sections/move-level", test_move_level);
  g_test_add_func ("/document/edit-sections/move-several", test_move_several);
  g_test_add_func ("/document/edit-sections/move-refused", test_move_refused);
  g_test_add_func ("/document/edit-sections/attachments", test_attachments);
  g_test_add_func ("/document/edit-sections/told", test_told);
  g_test_add_func ("/document/edit-sections/step", test_step);
  g_test_add_func ("/document/edit-sections/shift", test_shift);
  g_test_add_func ("/document/edit-sections/duplicate", test_duplicate);
  g_test_add_func ("/document/edit-sections/remove", test_remove);
  g_test_add_func ("/document/edit-sections/merge", test_merge);
  g_test_add_func ("/document/edit-sections/split", test_split);
  g_test_add_func ("/document/edit-sections/random", test_random);
  g_test_add_func ("/document/edit-sections/there-and-back", test_there_and_back);
  return g_test_run ();
}
