/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "formats/files/cw-file-error.h"
#include "formats/pdf/cw-pdf.h"
#include "formats/project/cw-project.h"
#include "formats/templates/cw-own-template.h"
#include "formats/templates/cw-pinyin.h"
#include "formats/templates/cw-template-list.h"
#include "typeset/pages/cw-typesetter.h"

/* --- what is shipped -------------------------------------------------------------------------- */

static char *
get_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "templates", NULL);
}

static GPtrArray *
read_shipped (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = get_folder ();
  GPtrArray *list = cw_template_list_read (folder, problems);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  return list;
}

static CwTemplate *
find (GPtrArray *list, const char *id)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (cw_template_get_id (g_ptr_array_index (list, i)), id))
      return g_ptr_array_index (list, i);
  g_error ("no template %s", id);
}

static void
test_list_and_folder_agree (void)
{
  g_autoptr (GPtrArray) list = read_shipped ();
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".xml");
  g_assert_cmpuint (list->len, ==, n);
  g_assert_cmpuint (n, >=, 30);
}

static void
test_every_kind (void)
{
  g_autoptr (GPtrArray) list = read_shipped ();
  gboolean has[CW_N_KINDS] = { FALSE };

  for (guint i = 0; i < list->len; i++)
    {
      CwDocument *document = cw_template_get_document (g_ptr_array_index (list, i));

      has[cw_document_get_form (document)->kind] = TRUE;
    }
  for (guint kind = 0; kind < CW_N_KINDS; kind++)
    {
      if (!has[kind])
        g_test_message ("no template: %s", cw_kind_get_name (kind));
      g_assert_true (has[kind]);
    }
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) list = read_shipped ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      CwTemplate *template = g_ptr_array_index (list, i);

      g_assert_true (g_hash_table_add (names, (char *) cw_template_get_name (template)));
      g_assert_cmpuint (g_utf8_strlen (cw_template_get_name (template), -1), <=, 10);
      g_assert_true (g_str_has_prefix (cw_template_get_use (template), "用于"));
      g_assert_true (g_str_has_suffix (cw_template_get_use (template), "。"));
    }
}

/* Elements that differ from paper to paper, if a paper has them. */
static gboolean
is_always_open (CwElement element)
{
  static const CwElement open[]
      = { CW_ELEMENT_DATE,          CW_ELEMENT_NUMBER_CODE,   CW_ELEMENT_NUMBER_YEAR,
          CW_ELEMENT_NUMBER_SERIAL, CW_ELEMENT_SIGNERS,       CW_ELEMENT_ISSUERS,
          CW_ELEMENT_SIGNATORY,     CW_ELEMENT_PRINTING_DATE, CW_ELEMENT_PRINTING_OFFICE,
          CW_ELEMENT_COPIES,        CW_ELEMENT_ATTENDEES,     CW_ELEMENT_ABSENTEES,
          CW_ELEMENT_OBSERVERS };

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    if (open[i] == element)
      return TRUE;
  return FALSE;
}

static void
check_elements (CwTemplate *template)
{
  CwDocument *document = cw_template_get_document (template);

  for (guint element = 0; element < CW_N_ELEMENTS; element++)
    {
      CwNeed need = cw_element_get_need (element, cw_document_get_form (document));
      CwText *text = cw_document_get_element (document, element);
      guint n = 0;

      g_test_message ("%s: %s", cw_template_get_id (template), cw_element_get_id (element));
      if (need == CW_NEED_REQUIRED)
        g_assert_nonnull (text);
      if (text == NULL)
        continue;
      g_assert_cmpint (need, !=, CW_NEED_NONE);
      g_assert_false (cw_text_is_empty (text));
      cw_text_get_placeholders (text, &n);
      if (is_always_open (element))
        g_assert_cmpuint (n, >, 0);
    }
}

static void
test_elements (void)
{
  g_autoptr (GPtrArray) list = read_shipped ();

  for (guint i = 0; i < list->len; i++)
    check_elements (g_ptr_array_index (list, i));
}

/* What is left of a text without the placeholders the program finds must hold nothing that a person
 * would take for one. */
static void
check_text (CwText *text, gpointer template)
{
  static const char *const signs[] = { "X", "x", "×", "○", "_", "【", "某", "*" };
  guint n;
  const CwPlaceholder *found = cw_text_get_placeholders (text, &n);
  g_autoptr (GString) rest = g_string_new (cw_text_get_string (text));

  while (n-- > 0)
    g_string_erase (rest, found[n].start, found[n].end - found[n].start);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (strstr (rest->str, signs[i]) != NULL)
        g_test_fail_printf ("%s: %s not found in %s", cw_template_get_id (template), signs[i],
                            cw_text_get_string (text));
    }
}

typedef void (*TextFunc) (CwText *text, gpointer data);

static void
for_each_cell (CwTable *table, TextFunc func, gpointer data)
{
  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    for (guint column = 0; column < cw_table_get_n_columns (table); column++)
      func (cw_table_get_cell (table, row, column).text, data);
}

static void
for_each_text (CwDocument *document, TextFunc func, gpointer data)
{
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (cw_document_get_element (document, i) != NULL)
      func (cw_document_get_element (document, i), data);
  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    {
      CwBlock *block = cw_document_get_block (document, i);

      if (cw_block_get_kind (block) == CW_BLOCK_TABLE)
        for_each_cell (cw_block_get_table (block), func, data);
      if (cw_block_get_kind (block) != CW_BLOCK_PAGE_BREAK)
        func (cw_block_get_text (block), data);
    }
}

static void
test_placeholders (void)
{
  g_autoptr (GPtrArray) list = read_shipped ();

  for (guint i = 0; i < list->len; i++)
    {
      CwTemplate *template = g_ptr_array_index (list, i);

      g_assert_cmpuint (cw_document_count_placeholders (cw_template_get_document (template)), >, 5);
      for_each_text (cw_template_get_document (template), check_text, template);
    }
}

/* Marks of another script, blanks, and quotes that do not pair are slips of whoever wrote it. */
static void
check_writing (CwText *text, gpointer template)
{
  static const char *const slips[] = { ",", ";", "?", "!", "\"", "(", ")", " ", "　　　", "、、", "，，", "。。", "，。", "；。" };
  const char *string = cw_text_get_string (text);
  int depth = 0;

  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      if (strstr (string, slips[i]) != NULL)
        g_test_fail_printf ("%s: “%s” in %s", cw_template_get_id (template), slips[i], string);
    }
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      depth += g_utf8_get_char (p) == 0x201C;
      depth -= g_utf8_get_char (p) == 0x201D;
      g_assert_cmpint (depth, >=, 0);
      g_assert_cmpint (depth, <=, 1);
    }
  g_assert_cmpint (depth, ==, 0);
}

static void
test_writing (void)
{
  g_autoptr (GPtrArray) list = read_shipped ();

  for (guint i = 0; i < list->len; i++)
    for_each_text (cw_template_get_document (g_ptr_array_index (list, i)), check_writing,
                   g_ptr_array_index (list, i));
}

/* R62: a heading on its own line has no mark at its end; a run-in heading has text behind its 。 */
static void
test_headings (void)
{
  g_autoptr (GPtrArray) list = read_shipped ();

  for (guint i = 0; i < list->len; i++)
    {
      CwDocument *document = cw_template_get_document (g_ptr_array_index (list, i));

      for (guint k = 0; k < cw_document_get_n_blocks (document); k++)
        {
          CwBlock *block = cw_document_get_block (document, k);
          const char *string;

          if (cw_block_get_kind (block) != CW_BLOCK_HEADING || cw_block_get_level (block) > 2)
            continue;
          string = cw_text_get_string (cw_block_get_text (block));
          if (strstr (string, "。") == NULL)
            g_assert_false (g_str_has_suffix (string, "：") || g_str_has_suffix (string, "；"));
          else
            g_assert_cmpuint (strlen (strstr (string, "。")), >, strlen ("。"));
        }
    }
}

static void
test_pages (void)
{
  g_autoptr (GPtrArray) list = read_shipped ();
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());

  for (guint i = 0; i < list->len; i++)
    {
      CwDocument *document = cw_template_get_document (g_ptr_array_index (list, i));
      g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &cw_profile_default);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = cw_pdf_write (pages, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (cw_pages_get_n_pages (pages), >=, 1);
      g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) list = read_shipped ();

  for (guint i = 0; i < list->len; i++)
    {
      CwDocument *document = cw_template_get_document (g_ptr_array_index (list, i));
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) project = cw_project_write (document, &error);
      g_autoptr (CwDocument) again = cw_project_read (project, &error);

      g_assert_no_error (error);
      g_assert_true (cw_document_equal (document, again));
    }
}

/* --- the best of them ------------------------------------------------------------------------- */

typedef struct
{
  double opening, sections[8], all;
  guint n_sections;
} Weights;

static Weights
weigh (CwDocument *document)
{
  Weights weights = { 0 };

  for (guint i = 0; i < cw_document_get_n_body_blocks (document); i++)
    {
      CwBlock *block = cw_document_get_block (document, i);
      double n = cw_text_get_n_characters (cw_block_get_text (block));

      if (cw_block_get_kind (block) == CW_BLOCK_HEADING && cw_block_get_level (block) == 1)
        weights.n_sections++;
      weights.all += n;
      if (weights.n_sections == 0)
        weights.opening += n;
      else
        weights.sections[weights.n_sections - 1] += n;
    }
  return weights;
}

/* R218, R219: an opening of 300 to 500 characters; results take most, problems least. */
static void
check_summary (const char *id, guint n_results, guint n_sections)
{
  g_autoptr (GPtrArray) list = read_shipped ();
  Weights weights = weigh (cw_template_get_document (find (list, id)));
  double results = weights.sections[0] + (n_results > 1 ? weights.sections[1] : 0);
  double rest = weights.all - weights.opening;

  g_test_message ("%s: opening %.0f; %.0f %% %.0f %% %.0f %%", id, weights.opening,
                  results / rest * 100, weights.sections[n_results] / rest * 100,
                  weights.sections[n_results + 1] / rest * 100);
  g_assert_cmpuint (weights.n_sections, ==, n_sections);
  g_assert_cmpfloat (weights.opening, >=, 300);
  g_assert_cmpfloat (weights.opening, <=, 500);
  g_assert_cmpfloat (results / rest, >=, 0.60);
  g_assert_cmpfloat (results / rest, <=, 0.72);
  g_assert_cmpfloat (weights.sections[n_results] / rest, >=, 0.10);
  g_assert_cmpfloat (weights.sections[n_results] / rest, <=, 0.155);
  g_assert_cmpfloat (weights.sections[n_results + 1] / rest, >=, 0.15);
  g_assert_cmpfloat (weights.sections[n_results + 1] / rest, <=, 0.25);
}

static void
test_summaries (void)
{
  check_summary ("quarterly-party-summary", 1, 3);
  check_summary ("annual-summary", 2, 4);
}

/* --- search ----------------------------------------------------------------------------------- */

static void
test_pinyin (void)
{
  static const char *const pairs[][2] = {
    { "工作总结", "gzzj" },     { "请示", "qs" },   { "命令（令）", "mll" }, { "A4纸", "a4z" },
    { "啊笨吃得额飞", "abcdef" }, { "𬭶", "" },       { "", "" },              { "做座", "zz" },
    { "会议纪要", "hyjy" },     { "〇一", "y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *initials = cw_pinyin_initials (pairs[i][0]);

      g_assert_cmpstr (initials, ==, pairs[i][1]);
    }
}

/* The best match of all, the first of equals. */
static const char *
search (GPtrArray *list, const char *query)
{
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < list->len; i++)
    {
      CwTemplate *template = g_ptr_array_index (list, i);
      guint match = cw_template_match (template, query);

      if (match > most)
        best = cw_template_get_id (template);
      most = MAX (most, match);
    }
  return best;
}

static void
test_search (void)
{
  static const char *const pairs[][2] = {
    { "总结", "quarterly-party-summary" }, { "年度总结", "annual-summary" },
    { "年度工作总结", "annual-summary" },  { "ndgzzj", "annual-summary" },
    { "jd", "quarterly-party-summary" },   { "请示", "request" },
    { "jdzj", "quarterly-party-summary" }, { "季度总结", "quarterly-party-summary" },
    { "个人总结", "personal-summary" },    { "总党", NULL },
    { "qs", "request" },                   { "函", "letter" },
    { "会议 通知", "meeting-notice" },     { "hytz", "meeting-notice" },
    { "转发", "notice-forward" },          { "令", "order" },
    { "JY", "minutes" },                   { "述廉", "duty-report" },
    { "量子", NULL },                      { "请示 简报", NULL },
  };
  g_autoptr (GPtrArray) list = read_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s", pairs[i][0]);
      g_assert_cmpstr (search (list, pairs[i][0]), ==, pairs[i][1]);
    }
}

/* --- the user's own --------------------------------------------------------------------------- */

typedef struct
{
  char *folder;
  CwDocument *document;
} Own;

static void
set_up (Own *own, gconstpointer data)
{
  g_autofree char *parent = g_dir_make_tmp ("chengwen-templates-XXXXXX", NULL);

  own->folder = g_build_filename (parent, "a", "b", NULL);
  own->document = cw_document_new_blank ();
}

static void
tear_down (Own *own, gconstpointer data)
{
  g_autofree char *middle = g_path_get_dirname (own->folder);
  g_autofree char *parent = g_path_get_dirname (middle);
  g_autoptr (GDir) dir = g_dir_open (own->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (own->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (own->folder);
  g_rmdir (middle);
  g_rmdir (parent);
  g_free (own->folder);
  cw_document_unref (own->document);
}

static void
assert_own (Own *own, const char *names)
{
  g_autoptr (GPtrArray) list = cw_template_list_read_own (own->folder, NULL);
  g_autoptr (GString) have = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      CwTemplate *template = g_ptr_array_index (list, i);

      g_assert_true (cw_document_equal (cw_template_get_document (template), own->document));
      g_assert_cmpint (cw_template_get_flags (template), ==, CW_TEMPLATE_OWN);
      g_string_append_printf (have, "%s|", cw_template_get_name (template));
    }
  g_assert_cmpstr (have->str, ==, names);
}

static void
save (Own *own, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cw_own_template_save (own->folder, name, own->document, &error));
  g_assert_no_error (error);
}

static void
test_own (Own *own, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_own (own, "");
  save (own, "b 党/政");
  save (own, "a");
  save (own, "a");
  assert_own (own, "a|b 党/政|");
  g_assert_true (cw_own_template_exists (own->folder, "b 党/政"));

  g_assert_false (cw_own_template_rename (own->folder, "a", "b 党/政", &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (cw_own_template_rename (own->folder, "a", "a", &error));
  g_assert_true (cw_own_template_rename (own->folder, "a", "c", &error));
  assert_own (own, "b 党/政|c|");
  g_assert_false (cw_own_template_rename (own->folder, "a", "d", &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_true (cw_own_template_remove (own->folder, "c", &error));
  g_assert_true (cw_own_template_remove (own->folder, "c", &error)); /* gone is gone */
  assert_own (own, "b 党/政|");
}

static void
test_damaged (Own *own, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *bad = g_build_filename (own->folder, "坏.chengwen", NULL);
  g_autofree char *other = g_build_filename (own->folder, "notes.txt", NULL);

  save (own, "good");
  g_assert_true (g_file_set_contents (bad, "not a zip", -1, NULL));
  g_assert_true (g_file_set_contents (other, "not looked at", -1, NULL));
  list = cw_template_list_read_own (own->folder, problems);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "“坏”"));
}

/* A list that names what is not there, or is none, costs only what it names. */
static void
test_damaged_list (Own *own, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *index = g_build_filename (own->folder, "templates.ini", NULL);
  g_autofree char *good = g_build_filename (own->folder, "good.xml", NULL);
  g_autofree char *bad = g_build_filename (own->folder, "bad.xml", NULL);

  list = cw_template_list_read (own->folder, problems);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (problems->len, ==, 1);
  g_clear_pointer (&list, g_ptr_array_unref);
  g_ptr_array_set_size (problems, 0);

  g_assert_cmpint (g_mkdir_with_parents (own->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (
      index, "[missing]\nName=a\nUse=b\n[bad]\nName=a\nUse=b\n[nameless]\n[good]\nName=好\nUse=用\n",
      -1, NULL));
  g_assert_true (g_file_set_contents (bad, "<document", -1, NULL));
  g_assert_true (g_file_set_contents (
      good, "<document xmlns=\"urn:chengwen:document\" version=\"1.1\"><body/></document>", -1, NULL));
  list = cw_template_list_read (own->folder, problems);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (cw_template_get_name (g_ptr_array_index (list, 0)), ==, "好");
  g_assert_cmpuint (problems->len, ==, 3);
}

static void
test_names (void)
{
  g_autofree char *longest = g_strnfill (201, 'a');

  g_assert_true (cw_own_template_is_name ("周报"));
  g_assert_true (cw_own_template_is_name ("a/b"));
  g_assert_false (cw_own_template_is_name (""));
  g_assert_false (cw_own_template_is_name ("  "));
  g_assert_false (cw_own_template_is_name (".a"));
  g_assert_false (cw_own_template_is_name ("a\nb"));
  g_assert_false (cw_own_template_is_name (longest));
  g_assert_null (cw_own_template_get_name_of ("a.txt"));
  g_assert_null (cw_own_template_get_name_of (".a.chengwen"));
  g_assert_null (cw_own_template_get_name_of ("\xff.chengwen"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/templates/list-and-folder-agree", test_list_and_folder_agree);
  g_test_add_func ("/formats/templates/every-kind", test_every_kind);
  g_test_add_func ("/formats/templates/words", test_words);
  g_test_add_func ("/formats/templates/elements", test_elements);
  g_test_add_func ("/formats/templates/placeholders", test_placeholders);
  g_test_add_func ("/formats/templates/writing", test_writing);
  g_test_add_func ("/formats/templates/headings", test_headings);
  g_test_add_func ("/formats/templates/pages", test_pages);
  g_test_add_func ("/formats/templates/round-trip", test_round_trip);
  g_test_add_func ("/formats/templates/summaries", test_summaries);
  g_test_add_func ("/formats/templates/pinyin", test_pinyin);
  g_test_add_func ("/formats/templates/search", test_search);
  g_test_add ("/formats/templates/own", Own, NULL, set_up, test_own, tear_down);
  g_test_add ("/formats/templates/damaged", Own, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/formats/templates/damaged-list", Own, NULL, set_up, test_damaged_list, tear_down);
  g_test_add_func ("/formats/templates/names", test_names);
  return g_test_run ();
}
