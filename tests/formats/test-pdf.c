/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/pdf/cw-pdf.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "cw-test.h"
#include "typeset/pages/cw-typesetter.h"

#define NOTATION                                                                                                  \
  "T:云陵县教育局党建工作总结\nU:（2024年7月1日）\n1:主要工作\n2:坚持学在前列。制定《关于学习〈条例〉的方案》，明确“五个一”任务。\n" \
  "3:抓学习\n4:抓日常\nP:马䶮、李𬭶等同志——全县共12.5万名师生……参加WPS培训。\nB:\n1:存在问题\nP:正文\nS:云陵县教育局\nD:2024年7月1日"

static CwPages *
set (const char *notation)
{
  g_autoptr (CwDocument) document = cw_test_document_new (notation);
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());

  return cw_typesetter_set (typesetter, document, &cw_profile_default);
}

static GBytes *
write_pdf (const char *notation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwPages) pages = set (notation);
  GBytes *pdf = cw_pdf_write (pages, &error);

  g_assert_no_error (error);
  return pdf;
}

/* What a tool of the distribution says of the PDF. */
static char *
ask (const char *notation, const char *const *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = write_pdf (notation);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "chengwen-test-XXXXXX.pdf", NULL);
  int fd = g_mkstemp (path);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  char *out = NULL;
  int status;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  for (guint i = 0; command[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) (g_str_equal (command[i], "FILE") ? path : command[i]));
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_unlink (path);
  return out;
}

#define ASK(notation, ...) ask (notation, (const char *const[]) { __VA_ARGS__, NULL })

static void
assert_holds (const char *text, const char *what)
{
  if (strstr (text, what) == NULL)
    g_error ("no “%s” in:\n%s", what, text);
}

static void
test_qpdf (void)
{
  g_autofree char *out = ASK (NOTATION, "qpdf", "--check", "FILE");

  assert_holds (out, "No syntax or stream encoding errors found");
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) a = write_pdf (NOTATION), b = write_pdf (NOTATION);

  g_assert_true (g_bytes_equal (a, b));
}

static void
test_info (void)
{
  g_autofree char *out = ASK (NOTATION, "pdfinfo", "FILE");

  assert_holds (out, "云陵县教育局党建工作总结");
  assert_holds (out, "（2024年7月1日）");
  assert_holds (out, "Author:          云陵县教育局");
  assert_holds (out, "Tagged:          yes");
  assert_holds (out, "A4");
  assert_holds (out, "PDF version:     1.7");
  g_assert_null (strstr (out, "CreationDate")); /* a clock would make every file another */
}

static void
test_catalog (void)
{
  g_autofree char *out = ASK (NOTATION, "qpdf", "--json", "FILE");

  assert_holds (out, "\"/PrintScaling\": \"/None\"");
  assert_holds (out, "\"/DisplayDocTitle\": true");
  assert_holds (out, "\"/Lang\": \"u:zh-CN\"");
  assert_holds (out, "\"/PageLabels\"");
}

static void
test_structure (void)
{
  g_autofree char *out = ASK (NOTATION, "pdfinfo", "-struct", "FILE");

  assert_holds (out, "Document");
  assert_holds (out, "  H1");
  assert_holds (out, "  H2");
  assert_holds (out, "  H4");
  assert_holds (out, "  P");
  g_assert_null (strstr (out, "— 1 —"));
}

static void
test_structure_text (void)
{
  g_autofree char *out = ASK (NOTATION, "pdfinfo", "-struct-text", "FILE");

  assert_holds (out, "主要工作");
  assert_holds (out, "（一）坚持学在前列。制定");
  g_assert_null (strstr (out, "— 1 —")); /* an artifact */
}

static void
test_text (void)
{
  g_autofree char *out = ASK (NOTATION, "pdftotext", "FILE", "-");
  g_auto (GStrv) lines = g_strsplit_set (out, " \n", -1);
  g_autofree char *text = g_strjoinv ("", lines);

  assert_holds (text, "一、主要工作");
  assert_holds (text, "制定《关于学习〈条例〉的方案》，明确“五个一”任务。");
  assert_holds (text, "马䶮、李𬭶等同志——全县共12.5万名师生……参加WPS培训。");
}

static void
test_fonts (void)
{
  g_autofree char *out = ASK (NOTATION, "pdffonts", "FILE");
  g_auto (GStrv) lines = g_strsplit (g_strchomp (out), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 4);
  for (guint i = 2; lines[i] != NULL; i++)
    assert_holds (lines[i], "yes yes yes");
}

static void
test_outline (void)
{
  g_autofree char *out = ASK (NOTATION, "qpdf", "--json", "--json-key=outlines", "FILE");

  assert_holds (out, "\"title\": \"一、主要工作\"");
  assert_holds (out, "\"title\": \"（一）坚持学在前列\"");
  assert_holds (out, "\"title\": \"二、存在问题\"");
  assert_holds (out, "\"destpageposfrom1\": 2");
}

/* A paragraph that runs over the page is one paragraph of the structure. */
static void
test_paragraph_over_pages (void)
{
  g_autoptr (GString) notation = g_string_new ("P:");
  g_autofree char *out = NULL;
  const char *p;
  guint n_paragraphs = 0;

  for (guint i = 0; i < 60; i++)
    g_string_append (notation, "全县教育系统深入学习贯彻党的二十届三中全会精神推动党建工作");
  out = ASK (notation->str, "pdfinfo", "-struct", "FILE");
  for (p = out; (p = strstr (p, "P")) != NULL; p++)
    n_paragraphs += p == out || p[-1] == ' ';
  g_assert_cmpuint (n_paragraphs, ==, 1);
}

static void
test_small (void)
{
  g_autoptr (GBytes) pdf = write_pdf ("T:工作总结\nP:正文");

  g_assert_cmpuint (g_bytes_get_size (pdf), <, 30000);
}

static void
test_one_page (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwPages) pages = set (NOTATION);
  g_autoptr (CwCutFaces) faces = cw_cut_faces_new ();

  for (guint i = 0; i < cw_pages_get_n_pages (pages); i++)
    {
      g_autoptr (GBytes) pdf = cw_pdf_write_page (pages, i, faces, &error);

      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-1.7"));
    }
}

static void
test_hostile_title (void)
{
  g_autoptr (GBytes) pdf = write_pdf ("T:(标题) \\ <x> 'a'='b'\n1:'ref'=\"x\" [1 2]\nP:正文");

  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/pdf/qpdf finds no fault", test_qpdf);
  g_test_add_func ("/formats/pdf/same document same bytes", test_same_bytes);
  g_test_add_func ("/formats/pdf/title author subject version", test_info);
  g_test_add_func ("/formats/pdf/language and true size", test_catalog);
  g_test_add_func ("/formats/pdf/structure", test_structure);
  g_test_add_func ("/formats/pdf/structure holds the text", test_structure_text);
  g_test_add_func ("/formats/pdf/text can be copied", test_text);
  g_test_add_func ("/formats/pdf/fonts embedded", test_fonts);
  g_test_add_func ("/formats/pdf/outline", test_outline);
  g_test_add_func ("/formats/pdf/paragraph over pages", test_paragraph_over_pages);
  g_test_add_func ("/formats/pdf/small", test_small);
  g_test_add_func ("/formats/pdf/one page", test_one_page);
  g_test_add_func ("/formats/pdf/hostile title", test_hostile_title);
  return g_test_run ();
}
