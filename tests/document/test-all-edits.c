/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "check/text/cw-text-check.h"
#include "document/values/cw-blank.h"
#include "document/edits/cw-edit-blocks.h"
#include "document/edits/cw-edit-elements.h"
#include "document/sections/cw-edit-sections.h"
#include "document/edits/cw-history.h"
#include "document/lists/cw-list.h"
#include "document/sections/cw-references.h"
#include "document/search/cw-search.h"
#include "document/cw-statistics.h"
#include "document/tables/cw-table-edit.h"
#include "document/values/cw-value-rules.h"
#include "formats/project/cw-project.h"
#include "typeset/pages/cw-typesetter.h"
#include "cw-test.h"

/* Every edit there is, one after another as it comes, through the one history, on places of the
 * document as it is and of documents that are long gone. After each what must always hold is looked
 * at. CHENGWEN_STEPS says how many; CHENGWEN_TRACE names each. */

#define N_STEPS 300
#define MOST_BLOCKS 60
#define MOST_CHARACTERS 6000
#define MOST_BYTES_OF_LINE 4000

typedef struct
{
  GRand *rand;
  CwHistory *history;
  CwTypesetter *typesetter;
  CwCheckOptions *options;
  CwFindings *findings; /* of a document that was, or is */
  CwDocument *before;   /* what the references were right in */
  GArray *blanks;       /* of a document that was, or is */
  guint step;
  const char *name;
} Fixture;

static const char START[]
    = "T:关于第三季度工作情况的报告\nA:各县（区）人民政府：\n"
      "P:第三季度共召开会议X次，参加XX人次，同比增长XX%。其中线上会议XX次，线下会议XX次。\n"
      "1:工作情况\n2:党建工作。一是学习X次；二是检查XX次；三是整改问题XX个。\nP:见第二部分。\n"
      "1:存在问题\nP:一是基础薄弱。台账不全。二是进度偏慢。约XX项未完成。\n2:"
      "责任不清。个别单位推诿。\n"
      "1:下步打算\nP:一是夯实基础，由办公室负责，12月底前完成。二是加快进度。\n"
      "G:任务表|任务;数量|一;X次|二;XX次\nS:某市人民政府\nD:2026年10月8日\nF:清单\nP:附件正文X次。";

static const char *const words[] = {
  "一",   "XX名",       "约XX人次", "X次",  "12",       "1,234.5", "，", "。", "一是",
  "二是", "见第三部分", "（二）",   "a",    "\n",       "甲\n乙",  "𬭶", "“",  "”",
  "问题", "2026年",     "〔",       "的的", "第二季度", "é",       "XX", " ",  "%",
};

static const char *const patterns[] = {
  "一", "X+",        "(.)(.)", "[0-9]+", "问题", "^",      "$",
  "。", "(一|二)是", "\\s",    ".*",     "的",   "(?=次)", "\\X",
};

static const char *const replacements[] = { "", "甲", "\\1", "\\2\\1", "XX名", "\n", "12" };

static guint
pick (Fixture *f, guint n)
{
  return g_rand_int_range (f->rand, 0, MAX (n, 1));
}

static CwDocument *
current (Fixture *f)
{
  return cw_history_get_document (f->history);
}

/* Takes @document. */
static void
push (Fixture *f, CwDocument *document)
{
  g_autoptr (CwDocument) next = document;
  CwPlace place = { 0, 0 };

  g_assert_nonnull (next);
  cw_history_push (f->history, next, pick (f, 3), place, (gint64) f->step * G_USEC_PER_SEC / 2);
}

/* A byte of @text on a character boundary. */
static guint
pick_offset (Fixture *f, const char *text, guint length)
{
  guint at = pick (f, length + 1);

  while (at > 0 && at < length && (text[at] & 0xC0) == 0x80)
    at--;
  return at;
}

static CwPlace
pick_place (Fixture *f)
{
  guint line = pick (f, cw_flow_get_n_lines (current (f)));
  CwFlowLine flow = cw_flow_get_line (current (f), line);

  return (CwPlace) { line, pick_offset (f, cw_text_get_string (flow.text) + flow.start,
                                        flow.end - flow.start) };
}

static void
pick_places (Fixture *f, CwPlace *start, CwPlace *end)
{
  CwPlace a = pick_place (f), b = pick_place (f);

  if (pick (f, 3) > 0)
    {
      CwFlowLine flow = cw_flow_get_line (current (f), a.line);

      b = (CwPlace) { a.line, pick_offset (f, cw_text_get_string (flow.text) + flow.start,
                                           flow.end - flow.start) };
    }
  *start = cw_place_compare (a, b) < 0 ? a : b;
  *end = cw_place_compare (a, b) < 0 ? b : a;
}

typedef struct
{
  guint n;
  guint at;
  CwStretch stretch;
} Pick;

static gboolean
count_text (const CwStretch *whole, CwText *text, gpointer user_data)
{
  Pick *pick = user_data;

  if (pick->n++ == pick->at)
    pick->stretch = *whole;
  return TRUE;
}

/* Some stretch of some text, on character boundaries. */
static CwStretch
pick_stretch (Fixture *f)
{
  Pick job = { 0 };
  g_autoptr (CwText) text = NULL;
  guint a, b, length;

  cw_stretch_foreach (current (f), count_text, &job);
  job.at = pick (f, job.n);
  job.n = 0;
  cw_stretch_foreach (current (f), count_text, &job);
  length = job.stretch.end;
  text = cw_stretch_get_text (current (f), &job.stretch);
  a = pick_offset (f, cw_text_get_string (text), length);
  b = pick_offset (f, cw_text_get_string (text), length);
  job.stretch.start = MIN (a, b);
  job.stretch.end = MAX (a, b);
  return job.stretch;
}

/* --- text and blocks -------------------------------------------------------------------------- */

static void
op_type (Fixture *f)
{
  CwPlace start = pick_place (f), after;

  push (f,
        cw_edit_replace (current (f), start, start, words[pick (f, G_N_ELEMENTS (words))], &after));
}

static void
op_replace (Fixture *f)
{
  CwPlace start, end, after;

  pick_places (f, &start, &end);
  push (f,
        cw_edit_replace (current (f), start, end, words[pick (f, G_N_ELEMENTS (words))], &after));
}

static void
op_paste (Fixture *f)
{
  CwPlace start, end, after;
  g_autoptr (CwDocument) fragment = NULL;

  pick_places (f, &start, &end);
  fragment = cw_edit_slice (pick (f, 4) == 0 ? f->before : current (f), start, end);
  start = pick_place (f);
  push (f, cw_edit_insert_document (current (f), start, start, fragment, &after));
}

static void
op_style (Fixture *f)
{
  CwPlace start, end;

  pick_places (f, &start, &end);
  if (pick (f, 3) == 0)
    push (f, cw_edit_shift_level (current (f), start.line, end.line, pick (f, 2) ? 1 : -1));
  else
    push (f, cw_edit_set_style (current (f), start.line, end.line, pick (f, CW_STYLE_TABLE)));
}

static void
op_mark (Fixture *f)
{
  CwPlace start, end;

  pick_places (f, &start, &end);
  push (f, cw_edit_set_mark (current (f), start, end,
                             pick (f, 2) ? CW_MARK_EMPHASIS : CW_MARK_LITERAL, pick (f, 2)));
}

static void
op_number (Fixture *f)
{
  CwPlace place = pick_place (f);
  g_autoptr (CwDocument) taken = cw_edit_take_number (current (f), place.line, &place);

  if (taken != NULL)
    push (f, g_steal_pointer (&taken));
}

static void
op_insert (Fixture *f)
{
  CwPlace after;
  g_autoptr (CwTable) table = cw_table_new_empty (1 + pick (f, 4), 1 + pick (f, 4));
  g_autoptr (CwText) caption = cw_text_new (words[pick (f, 4)]);
  g_autoptr (CwBlock) block = cw_block_new_table (table, caption);

  switch (pick (f, 4))
    {
    case 0:
      push (f, cw_edit_insert_page_break (current (f), pick_place (f), &after));
      break;
    case 1:
      push (f, cw_edit_insert_attachment (current (f),
                                          pick (f, cw_document_get_n_attachments (current (f)) + 1),
                                          pick (f, 4), &after));
      break;
    case 2:
      push (f, cw_edit_insert_note (current (f), &after));
      break;
    default:
      push (f, cw_edit_insert_block (current (f), pick_place (f), block, &after));
      break;
    }
}

static void
op_attachment (Fixture *f)
{
  guint n = cw_document_get_n_attachments (current (f));

  if (n == 0)
    return;
  if (pick (f, 3) == 0)
    push (f, cw_edit_remove_attachment (current (f), pick (f, n)));
  else
    push (f, cw_edit_move_attachment (current (f), pick (f, n), pick (f, n)));
}

static void
op_element (Fixture *f)
{
  CwElement element = pick (f, CW_N_ELEMENTS);
  g_autoptr (CwText) text = cw_text_new (words[pick (f, G_N_ELEMENTS (words))]);
  CwForm form = *cw_document_get_form (current (f));

  if (pick (f, 5) > 0)
    {
      push (f, cw_edit_set_element (current (f), element, pick (f, 4) == 0 ? NULL : text));
      return;
    }
  cw_form_set_kind (&form, pick (f, CW_N_KINDS));
  push (f, cw_edit_set_form (current (f), &form));
}

static void
op_stretches (Fixture *f)
{
  CwStretch stretches[4];
  CwText *texts[4];

  for (guint i = 0; i < 4; i++)
    {
      stretches[i] = pick_stretch (f);
      texts[i] = cw_text_new (words[pick (f, G_N_ELEMENTS (words))]);
    }
  push (f, cw_edit_stretches (current (f), stretches, texts, 4));
  for (guint i = 0; i < 4; i++)
    cw_text_unref (texts[i]);
}

/* --- tables ----------------------------------------------------------------------------------- */

static CwTable *
change_table (Fixture *f, CwTable *table)
{
  guint rows = cw_table_get_n_rows (table), columns = cw_table_get_n_columns (table);
  guint row = pick (f, rows), column = pick (f, columns);
  guint n_rows = 1 + pick (f, rows - row), n_columns = 1 + pick (f, columns - column);
  g_autoptr (CwText) text = cw_text_new (words[pick (f, G_N_ELEMENTS (words))]);

  switch (pick (f, 12))
    {
    case 0:
      return cw_table_clear (table, row, column, n_rows, n_columns);
    case 1:
      return columns < 8 ? cw_table_paste (table, row, column, table) : cw_table_ref (table);
    case 2:
      return cw_table_merge (table, row, column, n_rows, n_columns);
    case 3:
      return cw_table_split (table, row, column);
    case 4:
      return rows < 12 ? cw_table_insert_rows (table, pick (f, rows + 1), 1 + pick (f, 2))
                       : cw_table_remove_rows (table, row, n_rows);
    case 5:
      return columns < 8 ? cw_table_insert_columns (table, pick (f, columns + 1), 1)
                         : cw_table_remove_columns (table, column, n_columns);
    case 6:
      return n_rows < rows ? cw_table_remove_rows (table, row, n_rows) : cw_table_ref (table);
    case 7:
      return n_columns < columns ? cw_table_remove_columns (table, column, n_columns)
                                 : cw_table_ref (table);
    case 8:
      return cw_table_move_rows (table, row, n_rows, pick (f, rows - n_rows + 1));
    case 9:
      return cw_table_move_columns (table, column, n_columns, pick (f, columns - n_columns + 1));
    case 10:
      return cw_table_set_header_rows (table, pick (f, rows + 1));
    default:
      return cw_table_set_text (table, row, column, text);
    }
}

static void
op_table (Fixture *f)
{
  guint n = cw_document_get_n_blocks (current (f)), first = pick (f, n);

  for (guint i = 0; i < n; i++)
    {
      guint position = (first + i) % n;
      CwBlock *block = cw_document_get_block (current (f), position);
      g_autoptr (CwTable) table = NULL;
      g_autoptr (CwBlock) changed = NULL;

      if (cw_block_get_kind (block) != CW_BLOCK_TABLE)
        continue;
      table = change_table (f, cw_block_get_table (block));
      changed = cw_block_with_table (block, table);
      push (f, cw_edit_replace_block (current (f), position, changed));
      return;
    }
}

/* --- sections --------------------------------------------------------------------------------- */

static GArray *
pick_sections (Fixture *f)
{
  g_autoptr (CwSectionTree) tree = cw_section_tree_new (current (f));
  guint n = cw_section_tree_get_n_nodes (tree);
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      const CwSectionNode *node = cw_section_tree_get_node (tree, i);
      g_autofree char *title = cw_section_tree_get_title (tree, i);
      g_autofree char *label = cw_section_tree_get_label (tree, i);

      g_assert_true (g_utf8_validate (title, -1, NULL) && g_utf8_validate (label, -1, NULL));
      if (node->kind != CW_SECTION_KIND_TITLE && pick (f, n) < 2)
        g_array_append_val (sections, node->block);
    }
  return sections;
}

static void
op_sections (Fixture *f)
{
  g_autoptr (GArray) sections = pick_sections (f);
  g_autoptr (GArray) targets = pick_sections (f);

  if (sections->len == 0 || targets->len == 0)
    return;
  switch (pick (f, 6))
    {
    case 0:
    case 1:
      push (f, cw_edit_move_sections (current (f), sections, g_array_index (targets, guint, 0),
                                      pick (f, 3)));
      break;
    case 2:
      push (f, cw_edit_step_sections (current (f), sections, pick (f, 2) ? 1 : -1));
      break;
    case 3:
      push (f, cw_edit_shift_sections (current (f), sections, pick (f, 2) ? 1 : -1, pick (f, 2)));
      break;
    case 4:
      push (f, cw_edit_duplicate_sections (current (f), sections));
      break;
    default:
      push (f, cw_edit_remove_sections (current (f), sections));
      break;
    }
  for (guint i = 0; i < sections->len; i++)
    g_assert_cmpuint (g_array_index (sections, guint, i), <,
                      cw_document_get_n_blocks (current (f)));
}

static void
op_section_text (Fixture *f)
{
  guint n = cw_document_get_n_blocks (current (f)), block = pick (f, n), into;
  g_autoptr (CwSection) section = cw_section_new (pick (f, CW_N_SECTION_STATES), "张三", "备注");
  CwPlace after;

  switch (pick (f, 3))
    {
    case 0:
      push (f, cw_edit_split_section (current (f), pick_place (f), &after));
      break;
    case 1:
      if (n > 0)
        push (f, cw_edit_merge_section (current (f), block, &into));
      break;
    default:
      if (n > 0)
        push (f, cw_edit_set_section (current (f), block, pick (f, 3) ? section : NULL));
      break;
    }
}

/* --- blanks and values ------------------------------------------------------------------------ */

/* Mostly of the document as it is; now and then of one that is gone. */
static void
look_for_blanks (Fixture *f)
{
  if (pick (f, 5) == 0 && f->blanks->len > 0)
    return;
  g_array_unref (f->blanks);
  f->blanks = cw_blanks_find (current (f), TRUE);
}

static void
op_fill (Fixture *f)
{
  static const char *const answers[] = { "12", "XX", "", "3.5次", "一百", "\xff", "甲\n乙", "-7" };
  g_autofree const char **texts = NULL;
  const CwBlank *blank;

  look_for_blanks (f);
  if (f->blanks->len == 0)
    return;
  blank = &g_array_index (f->blanks, CwBlank, pick (f, f->blanks->len));
  texts = g_new (const char *, f->blanks->len);
  for (guint i = 0; i < f->blanks->len; i++)
    texts[i] = answers[pick (f, G_N_ELEMENTS (answers))];
  if (pick (f, 4) == 0)
    push (f, cw_blanks_fill (current (f), (CwBlank *) f->blanks->data, texts, f->blanks->len));
  else
    push (f, cw_blank_fill (current (f), blank, texts[0], pick (f, 2) ? "李四" : NULL, NULL));
}

static void
op_blank (Fixture *f)
{
  CwStretch stretch = pick_stretch (f);
  g_autoptr (GArray) dismissed = cw_blanks_find_dismissed (current (f));
  const CwBlank *blank;
  guint most;

  look_for_blanks (f);
  if (pick (f, 4) == 0)
    push (f, cw_blank_make (current (f), &stretch));
  if (pick (f, 4) == 0 && dismissed->len > 0)
    push (f, cw_blank_undismiss (current (f), &g_array_index (dismissed, CwStretch, 0)));
  if (f->blanks->len == 0)
    return;
  blank = &g_array_index (f->blanks, CwBlank, pick (f, f->blanks->len));
  switch (pick (f, 4))
    {
    case 0:
      push (f, cw_blank_clear (current (f), blank));
      break;
    case 1:
      push (f, cw_blank_dismiss (current (f), blank));
      break;
    case 2:
      push (f, cw_blank_unlink (current (f), blank));
      break;
    default:
      most = f->blanks->len - (guint) (blank - (CwBlank *) f->blanks->data);
      push (f, cw_blanks_link (current (f), blank, 1 + pick (f, MIN (most, 4))));
      break;
    }
}

static void
op_declare (Fixture *f)
{
  CwLedger *ledger = cw_document_get_ledger (current (f));
  guint n = cw_ledger_get_n_values (ledger), parts[3];
  CwValueProblem problem;
  g_autoptr (GArray) found = cw_values_check (current (f));

  look_for_blanks (f);
  if (n < 4)
    push (f, cw_blanks_number (current (f), (CwBlank *) f->blanks->data, f->blanks->len));
  ledger = cw_document_get_ledger (current (f));
  n = cw_ledger_get_n_values (ledger);
  if (n == 0)
    return;
  for (guint i = 0; i < 3; i++)
    parts[i] = pick (f, 9) == 0 ? 4242 : cw_ledger_get_nth_value (ledger, pick (f, n))->id;
  push (f, cw_value_declare (current (f), parts[2], pick (f, CW_N_VALUE_RULES), parts, pick (f, 3),
                             pick (f, 4), &problem));
  push (f, cw_values_recompute (current (f), NULL, 0));
}

/* --- lists ------------------------------------------------------------------------------------ */

static void
op_list (Fixture *f)
{
  g_autoptr (CwListForm) form = cw_list_form_new_built_in (1 + pick (f, CW_N_LIST_KINDS - 1));
  guint n = cw_document_get_n_blocks (current (f)), positions[6];
  g_autoptr (GPtrArray) rows = NULL;
  CwPlace after;

  if (n == 0)
    return;
  for (guint i = 0; i < 6; i++)
    positions[i] = pick (f, n);
  rows = cw_list_propose (current (f), form, positions, 6);
  push (f, cw_list_make (current (f), form, "清单", rows, &after));
}

static void
op_list_update (Fixture *f)
{
  guint n = cw_document_get_n_blocks (current (f)), n_taken, n_gone;

  for (guint i = 0; i < n; i++)
    if (cw_list_is_list (current (f), i))
      {
        g_autoptr (GPtrArray) changes = cw_list_check (current (f), i);

        for (guint j = 0; j < changes->len; j++)
          g_assert_true (((CwListChange *) changes->pdata[j])->block < (int) n);
        if (changes->len > 0 && pick (f, 2))
          push (f, cw_list_update_row (current (f), i, ((CwListChange *) changes->pdata[0])->row,
                                       pick (f, 2)));
        else if (pick (f, 2))
          push (f, cw_list_update (current (f), i, &n_taken, &n_gone));
      }
  if (pick (f, 8) == 0)
    push (f, cw_list_carry_over_all (current (f)));
}

/* --- search, findings, references ------------------------------------------------------------- */

static void
op_search (Fixture *f)
{
  CwSearchOptions options = { .pattern = patterns[pick (f, G_N_ELEMENTS (patterns))],
                              .replacement = replacements[pick (f, G_N_ELEMENTS (replacements))],
                              .regex = pick (f, 3) > 0,
                              .match_case = pick (f, 2),
                              .whole_numbers = pick (f, 2),
                              .any_width = pick (f, 2),
                              .limited = pick (f, 2) };
  g_autoptr (CwSearch) search = NULL;
  g_autoptr (CwSearchHits) hits = NULL;
  g_autofree gboolean *left_out = NULL;
  guint n, n_replaced;

  pick_places (f, &options.start, &options.end);
  search = cw_search_new (&options, NULL);
  hits = search != NULL ? cw_search_run (search, current (f), NULL, NULL) : NULL;
  if (hits == NULL || cw_search_hits_get_n (hits) == 0)
    return;
  n = cw_search_hits_get_n (hits);
  for (guint i = 0; i < n; i++)
    g_assert_true (cw_stretch_is_valid (current (f), &cw_search_hits_get_stretches (hits)[i]));
  left_out = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    left_out[i] = pick (f, 4) > 0;
  if (pick (f, 2))
    push (f, cw_search_hits_replace_one (hits, pick (f, n)));
  else
    push (f, cw_search_hits_replace (hits, left_out, &n_replaced));
}

static void
op_fix (Fixture *f)
{
  g_autoptr (CwFindings) old = f->findings;
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  if (old == NULL || pick (f, 3) > 0)
    f->findings = cw_text_check (current (f), f->options, old, NULL);
  else
    f->findings = cw_findings_ref (old);
  for (guint i = 0; i < cw_findings_get_n (f->findings); i++)
    if (pick (f, 3) == 0)
      g_array_append_val (positions, i);
  for (guint i = 0; i < cw_findings_get_n (f->findings); i++)
    g_assert_true (cw_stretch_is_valid (cw_findings_get_document (f->findings),
                                        &cw_findings_get (f->findings, i)->at));
  push (f, cw_findings_fix (current (f), f->findings, (guint *) positions->data, positions->len));
  if (pick (f, 4) == 0 && cw_findings_get_n (f->findings) > 0)
    {
      g_autoptr (CwLedger) ledger = cw_ledger_set_dismissed (
          cw_document_get_ledger (current (f)), cw_findings_get (f->findings, 0)->key, pick (f, 2));

      push (f, cw_document_with_ledger (current (f), ledger));
    }
}

static void
op_references (Fixture *f)
{
  g_autoptr (GPtrArray) broken = cw_references_find_broken (f->before, current (f));

  for (guint i = 0; i < broken->len; i++)
    g_assert_true (cw_stretch_is_valid (current (f), &((CwReference *) broken->pdata[i])->stretch));
  if (pick (f, 2))
    op_replace (f);
  push (f, cw_references_mend (current (f), (CwReference **) broken->pdata, broken->len));
  g_clear_pointer (&f->before, cw_document_unref);
  f->before = cw_document_ref (current (f));
}

static void
op_undo (Fixture *f)
{
  for (guint n = pick (f, 6); n > 0; n--)
    cw_history_undo (f->history);
}

static void
op_redo (Fixture *f)
{
  for (guint n = pick (f, 6); n > 0; n--)
    cw_history_redo (f->history);
}

static const struct
{
  const char *name;
  void (*run) (Fixture *f);
  guint weight;
} operations[] = {
  { "type", op_type, 20 },
  { "replace", op_replace, 10 },
  { "paste", op_paste, 8 },
  { "style", op_style, 6 },
  { "mark", op_mark, 4 },
  { "number", op_number, 2 },
  { "insert", op_insert, 4 },
  { "attachment", op_attachment, 3 },
  { "element", op_element, 4 },
  { "stretches", op_stretches, 4 },
  { "table", op_table, 12 },
  { "sections", op_sections, 12 },
  { "section text", op_section_text, 8 },
  { "fill", op_fill, 10 },
  { "blank", op_blank, 12 },
  { "declare", op_declare, 6 },
  { "list", op_list, 3 },
  { "list update", op_list_update, 5 },
  { "search", op_search, 8 },
  { "fix", op_fix, 6 },
  { "references", op_references, 4 },
  { "undo", op_undo, 10 },
  { "redo", op_redo, 5 },
};

/* --- what must always hold -------------------------------------------------------------------- */

static gboolean
check_text (const CwStretch *whole, CwText *text, gpointer user_data)
{
  const char *string = cw_text_get_string (text);
  guint n_marks, length = cw_text_get_length (text), ends[CW_N_MARK_KINDS] = { 0 };
  const CwMark *marks = cw_text_get_marks (text, &n_marks);

  g_assert_true (g_utf8_validate_len (string, length, NULL));
  g_assert_cmpuint (strlen (string), ==, length);
  g_assert_true (cw_stretch_is_valid (user_data, whole));
  for (guint i = 0; i < n_marks; i++)
    {
      g_assert_cmpuint (marks[i].start, <, marks[i].end);
      g_assert_cmpuint (marks[i].end, <=, length);
      g_assert_true ((string[marks[i].start] & 0xC0) != 0x80);
      g_assert_true ((string[marks[i].end] & 0xC0) != 0x80);
      g_assert_cmpuint (marks[i].start, >=, ends[marks[i].kind]);
      g_assert_true ((marks[i].value != 0) == (marks[i].kind == CW_MARK_VALUE));
      ends[marks[i].kind] = marks[i].end;
      if (i > 0)
        g_assert_cmpuint (marks[i - 1].start, <=, marks[i].start);
    }
  return TRUE;
}

static void
check_blocks (CwDocument *document)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  gboolean behind = FALSE;

  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    {
      CwBlock *block = cw_document_get_block (document, i);
      guint id = cw_block_get_id (block);

      behind = behind || cw_block_get_kind (block) == CW_BLOCK_ATTACHMENT;
      g_assert_true (behind == (i >= cw_document_get_n_body_blocks (document)));
      g_assert_null (strchr (cw_text_get_string (cw_block_get_text (block)), '\n'));
      g_assert_true (cw_block_get_section (block) == NULL
                     || cw_block_get_kind (block) == CW_BLOCK_HEADING);
      if (id != 0)
        g_assert_true (g_hash_table_add (ids, GUINT_TO_POINTER (id)));
    }
}

static void
check_blanks (CwDocument *document)
{
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);
  guint n_left = 0, n_open = 0;

  for (guint i = 0; i < blanks->len; i++)
    {
      const CwBlank *blank = &g_array_index (blanks, CwBlank, i);
      guint start, end;
      g_autofree char *sentence = cw_blank_describe_sentence (document, blank, &start, &end);
      g_autofree char *unit = cw_blank_get_unit (document, blank);

      g_assert_true (cw_stretch_is_valid (document, &blank->at));
      g_assert_cmpuint (blank->unit_end, >=, blank->at.end);
      g_assert_cmpuint (start, <=, end);
      g_assert_cmpuint (end, <=, strlen (sentence));
      g_assert_true (blank->value == 0
                     || cw_ledger_get_value (cw_document_get_ledger (document), blank->value));
      n_open += !blank->filled;
    }
  g_assert_cmpuint (cw_blanks_count (document, &n_left), ==, blanks->len);
  g_assert_cmpuint (n_left, ==, n_open);
}

static void
check_round_trip (CwDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_project_write (document, &error);
  g_autoptr (CwDocument) again = NULL;

  g_assert_no_error (error);
  again = cw_project_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (cw_document_equal (document, again));
}

static void
check (Fixture *f)
{
  CwDocument *document = current (f);

  cw_stretch_foreach (document, check_text, document);
  check_blocks (document);
  check_blanks (document);
  if (f->step % 4 == 0)
    check_round_trip (document);
  if (f->step % 8 == 0)
    {
      g_autoptr (CwPages) pages = cw_typesetter_set (f->typesetter, document, &cw_profile_default);
      g_autoptr (CwFindings) findings = cw_text_check (document, f->options, f->findings, NULL);
      g_autoptr (CwFindings) anew = cw_text_check (document, f->options, NULL, NULL);

      g_assert_cmpuint (cw_pages_get_n_pages (pages), >, 0);
      g_assert_cmpuint (cw_findings_get_n (findings), ==, cw_findings_get_n (anew));
    }
}

/* --- running ---------------------------------------------------------------------------------- */

static void
start_again (Fixture *f)
{
  g_autoptr (CwDocument) document = cw_test_document_new (START);

  g_clear_object (&f->history);
  f->history = cw_history_new (document);
  g_clear_pointer (&f->before, cw_document_unref);
  f->before = cw_document_ref (document);
}

static gboolean
is_too_big (CwDocument *document)
{
  if (cw_document_get_n_blocks (document) > MOST_BLOCKS
      || cw_document_count_characters (document) > MOST_CHARACTERS)
    return TRUE;
  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    if (cw_text_get_length (cw_block_get_text (cw_document_get_block (document, i)))
        > MOST_BYTES_OF_LINE)
      return TRUE;
  return FALSE;
}

static void
run_one (Fixture *f)
{
  guint total = 0, at;

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    total += operations[i].weight;
  at = pick (f, total);
  for (guint i = 0; i < G_N_ELEMENTS (operations); at -= operations[i++].weight)
    if (at < operations[i].weight)
      {
        f->name = operations[i].name;
        if (g_getenv ("CHENGWEN_TRACE") != NULL)
          g_printerr ("%u %s\n", f->step, f->name);
        operations[i].run (f);
        return;
      }
}

/* All the way back and forward again gives what there was. */
static void
check_history (Fixture *f)
{
  g_autoptr (CwDocument) first = cw_test_document_new (START);
  g_autoptr (CwDocument) last = NULL;

  while (cw_history_get_can_redo (f->history))
    cw_history_redo (f->history);
  last = cw_document_ref (current (f));
  while (cw_history_get_can_undo (f->history))
    cw_history_undo (f->history);
  g_assert_true (cw_document_equal (current (f), first));
  while (cw_history_get_can_redo (f->history))
    cw_history_redo (f->history);
  g_assert_true (current (f) == last);
}

static void
test_all_edits (void)
{
  Fixture f = { .rand = g_rand_new_with_seed (20261123),
                .blanks = g_array_new (FALSE, FALSE, sizeof (CwBlank)) };
  const char *steps = g_getenv ("CHENGWEN_STEPS");
  guint n = steps != NULL ? atoi (steps) : N_STEPS;

  if (g_getenv ("CHENGWEN_SEED") != NULL)
    g_rand_set_seed (f.rand, atoi (g_getenv ("CHENGWEN_SEED")));
  f.options = cw_check_options_new (NULL, NULL, NULL);
  f.typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  start_again (&f);
  for (f.step = 0; f.step < n; f.step++)
    {
      run_one (&f);
      check (&f);
      if (is_too_big (current (&f)))
        {
          check_history (&f);
          start_again (&f);
        }
    }
  check_history (&f);
  g_clear_object (&f.history);
  g_clear_pointer (&f.before, cw_document_unref);
  g_clear_pointer (&f.findings, cw_findings_unref);
  g_array_unref (f.blanks);
  cw_check_options_unref (f.options);
  cw_typesetter_free (f.typesetter);
  g_rand_free (f.rand);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/all-edits/mixed", test_all_edits);
  return g_test_run ();
}
