/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-corpus.h"

#include "formats/files/cw-file.h"
#include "formats/project/cw-project.h"

#include <string.h>

static GPtrArray *
read_corpus (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "check", "data", name, NULL);

  return text_corpus_read (path);
}

static CwFindings *
check (CwDocument *document)
{
  g_autoptr (CwCheckOptions) options = cw_check_options_new (NULL, NULL, NULL);

  return cw_text_check (document, options, NULL, NULL);
}

/* Every mistake of the corpus is found by the rule that is for it. */
static void
test_must_find (void)
{
  g_autoptr (GPtrArray) cases = read_corpus ("text-must-find.txt");

  g_assert_cmpuint (cases->len, >=, 250);
  for (guint i = 0; i < cases->len; i++)
    {
      const TextCase *c = cases->pdata[i];
      g_autoptr (CwFindings) findings = check (c->document);
      g_autofree char *found = text_corpus_describe (findings);

      if (cw_text_rule_find (c->rule) == NULL)
        g_error ("line %u: there is no rule %s", c->line, c->rule);
      if (!text_corpus_is_found (c, findings))
        {
          g_test_message ("line %u: %s “%s” not found, but:\n%s", c->line, c->rule,
                          c->words != NULL ? c->words : "", found);
          g_test_fail ();
        }
    }
}

/* Every rule has something to find. */
static void
test_every_rule (void)
{
  g_autoptr (GPtrArray) cases = read_corpus ("text-must-find.txt");

  for (guint rule = 0; rule < cw_text_rule_get_n_rules (); rule++)
    {
      const char *id = cw_text_rule_get (rule)->id;
      gboolean any = strcmp (id, "value") == 0; /* takes a ledger: see test-text-check.c */

      for (guint i = 0; i < cases->len && !any; i++)
        any = strcmp (((TextCase *) cases->pdata[i])->rule, id) == 0;
      if (!any)
        {
          g_test_message ("no mistake for %s", id);
          g_test_fail ();
        }
    }
}

/* A mended paper reads as the third column says. */
static void
test_fixes (void)
{
  g_autoptr (GPtrArray) cases = read_corpus ("text-must-find.txt");
  guint n = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      const TextCase *c = cases->pdata[i];
      g_autoptr (CwFindings) findings = check (c->document);
      g_autoptr (CwDocument) mended = cw_findings_fix (c->document, findings, NULL, 0);
      g_autofree char *text = cw_flow_to_string (mended);

      if (c->fixed == NULL)
        continue;
      n++;
      if (strstr (text, c->fixed) == NULL)
        {
          g_test_message ("line %u: “%s” has become “%s”", c->line, c->fixed, text);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n, >=, 80);
}

/* A fix leaves nothing of its own kind to be found at its place. */
static void
test_fixes_settle (void)
{
  g_autoptr (GPtrArray) cases = read_corpus ("text-must-find.txt");

  for (guint i = 0; i < cases->len; i++)
    {
      const TextCase *c = cases->pdata[i];
      g_autoptr (CwDocument) document = cw_document_ref (c->document);
      g_autoptr (CwFindings) findings = check (document);

      for (guint k = 0; k < 6 && cw_findings_count_fixable (findings) > 0; k++)
        {
          CwDocument *mended = cw_findings_fix (document, findings, NULL, 0);

          cw_document_unref (document);
          document = mended;
          cw_findings_unref (findings);
          findings = check (document);
        }
      if (cw_findings_count_fixable (findings) > 0)
        {
          g_autofree char *found = text_corpus_describe (findings);

          g_test_message ("line %u is never done:\n%s", c->line, found);
          g_test_fail ();
        }
    }
}

static void
expect_nothing (CwDocument *document, const char *what)
{
  g_autoptr (CwFindings) findings = check (document);
  g_autofree char *found = text_corpus_describe (findings);

  if (cw_findings_get_n (findings) > 0)
    {
      g_test_message ("%s:\n%s", what, found);
      g_test_fail ();
    }
}

/* Right sentences stay alone. */
static void
test_must_not_fire (void)
{
  g_autoptr (GPtrArray) cases = read_corpus ("text-must-not-fire.txt");

  g_assert_cmpuint (cases->len, >=, 250);
  for (guint i = 0; i < cases->len; i++)
    {
      const TextCase *c = cases->pdata[i];
      g_autofree char *what = g_strdup_printf ("line %u", c->line);

      expect_nothing (c->document, what);
    }
}

static void
check_folder (const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr (GFile) gfile = g_file_new_for_path (file);
      g_autoptr (GBytes) bytes = cw_file_load (gfile, NULL, NULL, NULL);
      g_autoptr (CwImport) import = NULL;
      g_autoptr (CwDocument) document = NULL;

      if (g_str_has_suffix (name, ".ini"))
        continue;
      document = g_str_has_suffix (name, ".xml") ? cw_project_read_xml (bytes, NULL)
                                                  : cw_file_read_document (bytes, &import, NULL);
      g_assert_nonnull (document);
      expect_nothing (document, name);
    }
}

/* Samples and templates are clean. */
static void
test_shipped (void)
{
  check_folder ("samples");
  check_folder ("templates");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/text-corpus/must-find", test_must_find);
  g_test_add_func ("/check/text-corpus/every-rule", test_every_rule);
  g_test_add_func ("/check/text-corpus/fixes", test_fixes);
  g_test_add_func ("/check/text-corpus/fixes-settle", test_fixes_settle);
  g_test_add_func ("/check/text-corpus/must-not-fire", test_must_not_fire);
  g_test_add_func ("/check/text-corpus/shipped", test_shipped);
  return g_test_run ();
}
