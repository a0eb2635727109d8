/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "document/edits/cw-edit.h"
#include "document/lists/cw-list.h"
#include "document/sections/cw-edit-sections.h"
#include "formats/pdf/cw-pdf.h"
#include "formats/project/cw-project.h"
#include "typeset/pages/cw-typesetter.h"
#include "cw-test.h"

/* What is kept with a paper besides its words: it is never printed, and it is there again. */

#define PAPER                                                                                      \
  "T:总结\n1:工作成效\nP:成效的话。\n1:存在的问题\nP:一是管网老化，漏损率高；二是标准偏低。\n"     \
  "1:下一步打算\n2:改造管网。改造70公里。\n2:提高标准。治理5条。\nS:某局"

/* --- a list ----------------------------------------------------------------------------------- */

static CwDocument *
make_list (guint *position)
{
  static const guint chosen[] = { 2, 3, 4, 5, 6 };
  g_autoptr (CwDocument) paper = cw_test_document_new (PAPER);
  g_autoptr (CwListForm) form = cw_list_form_new_built_in (CW_LIST_PROBLEMS);
  g_autoptr (GPtrArray) rows = cw_list_propose (paper, form, chosen, G_N_ELEMENTS (chosen));
  CwPlace after;
  CwDocument *made = cw_list_make (paper, form, "问题清单", rows, &after);

  *position = cw_document_get_n_blocks (made) - 1;
  return made;
}

static CwDocument *
reopen (CwDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_project_write (document, &error);
  CwDocument *again;

  g_assert_no_error (error);
  again = cw_project_read (bytes, &error);
  g_assert_no_error (error);
  return again;
}

static CwDocument *
type (CwDocument *document, guint block, const char *text)
{
  CwPlace at = { cw_flow_get_line_of_block (document, block), 0 }, after;

  return cw_edit_replace (document, at, at, text, &after);
}

/* Title, columns, rows, and where each row comes from. */
static void
test_list_again (void)
{
  guint position;
  g_autoptr (CwDocument) made = make_list (&position);
  g_autoptr (CwDocument) again = reopen (made);
  CwTable *table = cw_block_get_table (cw_document_get_block (again, position));

  g_assert_true (cw_document_equal (made, again));
  g_assert_nonnull (table);
  g_assert_nonnull (cw_table_get_list (table));
  g_assert_cmpstr (cw_text_get_string (cw_block_get_text (cw_document_get_block (again, position - 1))),
                   ==, "问题清单");
}

/* The rows still know their paragraphs: one that changes afterwards is pointed out, one that goes too. */
static void
test_list_follows (void)
{
  guint position;
  g_autoptr (CwDocument) made = make_list (&position);
  g_autoptr (CwDocument) again = reopen (made);
  g_autoptr (CwDocument) changed = type (again, 6, "抓紧");
  g_autoptr (CwDocument) twice = reopen (changed);
  g_autoptr (GPtrArray) none = cw_list_check (again, position);
  g_autoptr (GPtrArray) changes = cw_list_check (twice, position);
  const CwListChange *change;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpint (change->block, ==, 6);
  g_assert_cmpstr (change->was, ==, "提高标准");
  g_assert_cmpstr (change->now, ==, "抓紧提高标准");
}

/* --- what is said about sections -------------------------------------------------------------- */

static CwDocument *
say (CwDocument *paper)
{
  CwDocument *said = cw_document_ref (paper);
  CwSectionState state = CW_SECTION_TO_WRITE;

  for (guint i = 0; i < cw_document_get_n_blocks (paper); i++)
    if (cw_block_get_level (cw_document_get_block (paper, i)) > 0)
      {
        g_autoptr (CwDocument) before = said;
        g_autoptr (CwSection) section = cw_section_new (state, "王小明", "等财务股核对后再定");

        said = cw_edit_set_section (before, i, section);
        state = state + 1 < CW_N_SECTION_STATES ? state + 1 : CW_SECTION_TO_WRITE;
      }
  return said;
}

static GBytes *
write_pdf (CwDocument *document)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = cw_pdf_write (pages, &error);

  g_assert_no_error (error);
  return pdf;
}

/* Not a byte of the PDF tells of it: neither the pages nor what is written about them. */
static void
test_never_printed (void)
{
  g_autoptr (CwDocument) paper = cw_test_document_new (PAPER);
  g_autoptr (CwDocument) said = say (paper);
  g_autoptr (CwDocument) again = reopen (said);
  g_autoptr (GBytes) without = write_pdf (paper);
  g_autoptr (GBytes) with = write_pdf (said);

  g_assert_false (cw_document_equal (paper, said));
  g_assert_true (cw_document_equal (said, again));
  g_assert_true (g_bytes_equal (without, with));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/kept/list-again", test_list_again);
  g_test_add_func ("/formats/kept/list-follows", test_list_follows);
  g_test_add_func ("/formats/kept/never-printed", test_never_printed);
  return g_test_run ();
}
