/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "document/tables/cw-table-edit.h"
#include "formats/tables/cw-table-csv.h"
#include "formats/templates/cw-list-forms.h"
#include "../cw-test.h"

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("chengwen-lists-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static CwListForm *
own_form (const char *name)
{
  CwListColumn columns[] = { { CW_ROLE_NUMBER, (char *) "号", 10 },
                             { CW_ROLE_PROBLEM, (char *) "问题=“短板”; [x]", 0 },
                             { CW_ROLE_FREE, (char *) "", 33.25 } };

  return cw_list_form_new (name, CW_LIST_OTHER, columns, G_N_ELEMENTS (columns));
}

static void
test_keep (void)
{
  g_autofree char *parent = make_folder ();
  g_autofree char *folder = g_build_filename (parent, "lists", NULL);
  g_autofree char *foreign = g_build_filename (folder, "读我.txt", NULL);
  g_autoptr (CwListForm) form = own_form ("督查/台账");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) none = cw_list_forms_read (folder, problems);
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (none->len, ==, 3);
  g_assert_cmpstr (cw_list_form_get_name (none->pdata[0]), ==, "问题清单");
  g_assert_false (cw_list_forms_exists (folder, "督查/台账"));
  g_assert_true (cw_list_forms_save (folder, form, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (foreign, "x", 1, NULL));
  forms = cw_list_forms_read (folder, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (forms->len, ==, 4);
  g_assert_true (cw_list_form_equal (forms->pdata[3], form));
  g_assert_true (cw_list_forms_remove (folder, "督查/台账", &error));
  left = cw_list_forms_read (folder, NULL);
  g_assert_cmpuint (left->len, ==, 3);
  g_unlink (foreign);
  g_rmdir (folder);
  g_rmdir (parent);
}

/* One that is damaged is named and does not keep the others away. */
static void
test_damaged (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "坏的.list.ini", NULL);
  g_autoptr (CwListForm) form = own_form ("好的");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) forms = NULL;

  g_assert_true (g_file_set_contents (path, "[List]\nKind=problems\n", -1, NULL));
  g_assert_true (cw_list_forms_save (folder, form, NULL));
  forms = cw_list_forms_read (folder, problems);
  g_assert_cmpuint (forms->len, ==, 4);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (problems->pdata[0], "坏的"));
  g_assert_true (cw_list_forms_remove (folder, "坏的", NULL));
  g_assert_true (cw_list_forms_remove (folder, "好的", NULL));
  g_rmdir (folder);
}

/* Whatever a file holds, it is a form or a sentence. */
static void
test_any_bytes (void)
{
  static const char *const texts[] = {
    "", "\xff\xfe", "[Column 1]\nTitle=甲\nRole=nonsense\nWidth=-3\n",
    "[Column 1]\nTitle=甲\\n乙\nWidth=nan\n", "[Column 2]\nTitle=甲\n", "[List]\nKind=?\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CwListForm) form
          = cw_list_forms_parse ("名", texts[i], strlen (texts[i]), &error);

      g_assert_true ((form != NULL) == (error == NULL));
      if (form == NULL)
        continue;
      g_assert_cmpint (cw_list_form_get_column (form, 0)->role, ==, CW_ROLE_FREE);
      g_assert_true (cw_list_form_get_column (form, 0)->width == 0);
      g_assert_null (strchr (cw_list_form_get_column (form, 0)->title, '\n'));
    }
}

static void
test_csv (void)
{
  const char *rows[] = { "序号;问题,一", "1;说“是”\"x\"", "2;两\n行", NULL };
  g_autoptr (CwTable) table = cw_test_table_new (rows);
  g_autoptr (CwTable) merged = cw_table_merge (table, 0, 0, 1, 2);
  g_autofree char *csv = cw_table_to_csv (table);
  g_autofree char *again = cw_table_to_csv (merged);

  g_assert_cmpstr (csv, ==,
                   "\xef\xbb\xbf序号,\"问题,一\"\r\n1,\"说“是”\"\"x\"\"\"\r\n2,\"两\n行\"\r\n");
  g_assert_true (g_str_has_prefix (again, "\xef\xbb\xbf\"序号\n问题,一\",\r\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/list-forms/keep", test_keep);
  g_test_add_func ("/formats/list-forms/damaged", test_damaged);
  g_test_add_func ("/formats/list-forms/any-bytes", test_any_bytes);
  g_test_add_func ("/formats/list-forms/csv", test_csv);
  return g_test_run ();
}
