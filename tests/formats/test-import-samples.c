/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "document/cw-numbering.h"
#include "formats/reading/cw-import.h"
#include "import-again.h"

#define N_MIXTURES 2000
#define RANDOM_SEED 20241123 /* the same mixtures on every machine */

static CwImport *
read_file (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CwImport *import;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (data, length);
  import = cw_import_bytes (bytes, &error);
  g_assert_no_error (error);
  return import;
}

static CwImport *
read_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHENGWEN_SAMPLES"), "summary.txt", NULL);

  return read_file (path);
}

static guint
count_style (CwDocument *document, CwStyle style)
{
  guint n = 0;

  for (guint i = 0; i < cw_flow_get_n_lines (document); i++)
    n += cw_flow_get_line (document, i).style == style;
  return n;
}

/* No half-width mark between two Chinese characters. */
static void
assert_full_width (CwDocument *document)
{
  g_autofree char *text = cw_flow_to_string (document);
  g_autoptr (GRegex) regex = g_regex_new ("\\p{Han}[,;:?!()\"'][\\p{Han}“‘《]|[\"']", 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  if (g_regex_match (regex, text, 0, &info))
    {
      g_autofree char *found = g_match_info_fetch (info, 0);

      g_error ("half-width mark left: %s", found);
    }
}

static void
assert_round_trip (CwImport *import)
{
  g_autofree char *text = document_to_typed_text (import->document);
  g_autoptr (CwImport) again = cw_import_text (text);

  g_assert_true (cw_document_equal (again->document, import->document));
  g_assert_cmpuint (again->changes->len, ==, cw_import_count (again, CW_CHANGE_NUMBER_TAKEN));
}

static void
test_summary (void)
{
  g_autoptr (CwImport) import = read_sample ();
  CwDocument *document = import->document;

  assert_import_is_sound (import);
  assert_full_width (document);
  g_assert_cmpstr (cw_text_get_string (cw_document_get_element (document, CW_ELEMENT_TITLE)), ==,
                   "云陵县教育局2024年第二季度党建工作总结");
  g_assert_cmpstr (cw_text_get_string (cw_document_get_element (document, CW_ELEMENT_SIGNATORY)),
                   ==, "云陵县教育局");
  g_assert_cmpstr (cw_text_get_string (cw_document_get_element (document, CW_ELEMENT_DATE)), ==,
                   "2024年7月5日");
  g_assert_null (cw_document_get_element (document, CW_ELEMENT_ADDRESSEES));
  g_assert_null (cw_document_get_element (document, CW_ELEMENT_SUBTITLE));
  g_assert_cmpuint (count_style (document, CW_STYLE_HEADING_1), ==, 3);
  g_assert_cmpuint (count_style (document, CW_STYLE_HEADING_2), ==, 13);
  g_assert_cmpuint (count_style (document, CW_STYLE_HEADING_3), ==, 18);
  g_assert_cmpuint (count_style (document, CW_STYLE_HEADING_4), ==, 6);
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_REPEATED_TITLE), ==, 1);
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_NUMBER_WRONG), ==, 0);
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_QUOTE_UNPAIRED), ==, 0);
}

/* What must be as it was typed. */
static void
test_summary_keeps (void)
{
  static const char *const KEPT[] = {
    "68,420人",
    "8:30至17:30",
    "1:350",
    "https://dj.example.org.cn/yunling，",
    "djb@example.org.cn，",
    "WPS Office",
    "98.5%",
    "“互联网+党建”",
    "云教发〔2024〕17号",
    "‘手上有茧，心里有光’",
    "《中共云陵县教育局党组关于学习贯彻〈中国共产党纪律处分条例〉的实施方案》",
    "马龚䶮",
    "宋㛃",
    "李喆",
    "王堃",
    "周𬭶",
    "1.36亿元",
    "语焉不详……",
    "1.2万人次——",
  };
  g_autoptr (CwImport) import = read_sample ();
  g_autofree char *text = cw_flow_to_string (import->document);

  for (gsize i = 0; i < G_N_ELEMENTS (KEPT); i++)
    if (strstr (text, KEPT[i]) == NULL)
      g_error ("not in the text: %s", KEPT[i]);
}

static void
test_summary_round_trip (void)
{
  g_autoptr (CwImport) import = read_sample ();

  assert_round_trip (import);
}

static void
test_seed (void)
{
  const char *shared = g_getenv ("CHENGWEN_SHARED");
  g_autofree char *seed = g_build_filename (shared != NULL ? shared : "", "seed.txt", NULL);
  g_autoptr (CwImport) import = NULL;
  CwDocument *document;
  g_autofree char *text = NULL;

  if (shared == NULL || !g_file_test (seed, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared seed is not here");
      return;
    }
  import = read_file (seed);
  document = import->document;
  text = cw_flow_to_string (document);
  assert_import_is_sound (import);
  assert_full_width (document);
  assert_round_trip (import);
  g_assert_null (strpbrk (text, ",:;()\"'"));
  g_assert_cmpuint (count_style (document, CW_STYLE_TITLE), ==, 1);
  g_assert_cmpuint (count_style (document, CW_STYLE_HEADING_1), ==, 3);
  g_assert_cmpuint (count_style (document, CW_STYLE_HEADING_2), ==, 5);
  g_assert_cmpuint (count_style (document, CW_STYLE_HEADING_3), ==, 0);
  g_assert_cmpint (cw_flow_get_line (document, 1).style, ==, CW_STYLE_PARAGRAPH);
  g_assert_null (cw_document_get_element (document, CW_ELEMENT_ADDRESSEES));
  g_assert_null (cw_document_get_element (document, CW_ELEMENT_SIGNATORY));
  g_assert_null (cw_document_get_element (document, CW_ELEMENT_DATE));
  g_assert_cmpuint (cw_document_get_n_blocks (document), ==, 23);
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_QUOTES), ==, 20);
}

/* The same text in every encoding gives the same document. */
static void
test_encodings (void)
{
  static const char *const CODESETS[] = { "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16" };
  g_autofree char *path = g_build_filename (g_getenv ("CHENGWEN_SAMPLES"), "summary.txt", NULL);
  g_autoptr (CwImport) import = read_sample ();
  g_autofree char *text = NULL;
  gsize n_text;

  g_assert_true (g_file_get_contents (path, &text, &n_text, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (CODESETS); i++)
    {
      gsize length;
      char *encoded = g_convert (text, n_text, CODESETS[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, length);
      g_autoptr (CwImport) other = cw_import_bytes (bytes, NULL);

      g_assert_nonnull (other);
      g_assert_true (cw_document_equal (other->document, import->document));
    }
}

/* --- mixtures -------------------------------------------------------------------------------- */

static const char *const SCRAPS[] = {
  "一、",
  "（二）",
  "(三)",
  "1.",
  "2、",
  "（4）",
  "(5)",
  "附件：",
  "附件1",
  "附件\n名单\n",
  "机密★1年\n",
  "甲发〔2024〕5号",
  "签发人：",
  "抄送：",
  "某局办公室2024年7月1日印发",
  "共印30份",
  "甲\t乙\n丙\t丁",
  "（此件公开发布）",
  "二、三",
  "，",
  ",",
  ";",
  ":",
  "?",
  "!",
  ".",
  "。",
  "(",
  ")",
  "（",
  "）",
  "\"",
  "\"",
  "'",
  "“",
  "”",
  "--",
  "——",
  "...",
  "…",
  "。。。",
  " ",
  "  ",
  "\t",
  "　",
  "\xc2\xa0",
  "\xe2\x80\x8b",
  "\n",
  "\n",
  "\n\n",
  "\r\n",
  "\f",
  "工作",
  "总结",
  "教育局",
  "同志们",
  "各单位",
  "如下",
  "2024年",
  "9月30日",
  "第三季度",
  "X次",
  "WPS",
  "AI",
  "5G",
  "it's",
  "3:2",
  "10:30",
  "1,234",
  "98.5%",
  "GB/T 9704",
  "https://a.cn/x,y",
  "a@b.cn",
  "ＷＰＳ",
  "２０２４",
  "３．５",
  "《",
  "》",
  "国发[2024]10号",
  "（2024）3号楼",
  "𬭶",
  "䶮",
  "24\"",
  "C:\\甲",
  "=",
  "%",
  "[",
  "]",
  "Hello, world! ",
  "The quick brown fox ",
  "关于",
  "通知",
  "\x01",
  "\xef\xbf\xbd",
};

static char *
mix (GRand *rand)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 1, 80);

  for (guint i = 0; i < n; i++)
    g_string_append (text, SCRAPS[g_rand_int_range (rand, 0, G_N_ELEMENTS (SCRAPS))]);
  return g_string_free_and_steal (text);
}

static void
test_mixtures (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (RANDOM_SEED);

  for (guint i = 0; i < N_MIXTURES; i++)
    {
      g_autofree char *text = mix (rand);
      g_autoptr (CwImport) import = cw_import_text (text);
      g_autoptr (CwImport) fragment = cw_import_fragment (text);

      assert_import_is_sound (import);
      assert_import_is_sound (fragment);
    }
}

/* Ten megabytes are read whole; how fast is for the bench to say. */
static void
test_large (void)
{
  g_autoptr (CwImport) import = NULL;
  g_autoptr (GString) text = g_string_new ("工作总结\n");
  guint n = 0;

  for (; text->len < 10 * 1024 * 1024; n++)
    g_string_append (text, "（一）坚持规范提升,夯实党建基础。一是,"
                           "我们必须\"坚定不移\"地加强理论建设;共5,317人(含XX名)。\n");
  import = cw_import_text (text->str);
  g_assert_cmpuint (cw_document_get_n_blocks (import->document), ==, n);
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_COMMA), ==, 2 * n);
  g_assert_cmpuint (cw_import_count (import, CW_CHANGE_NUMBER_WRONG), ==, n - 1);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/import/summary/structure", test_summary);
  g_test_add_func ("/formats/import/summary/keeps", test_summary_keeps);
  g_test_add_func ("/formats/import/summary/round-trip", test_summary_round_trip);
  g_test_add_func ("/formats/import/summary/encodings", test_encodings);
  g_test_add_func ("/formats/import/seed", test_seed);
  g_test_add_func ("/formats/import/mixtures", test_mixtures);
  g_test_add_func ("/formats/import/large", test_large);
  return g_test_run ();
}
