/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-corpus.h"

#include <string.h>

/* A paper in the making. */
typedef struct
{
  CwForm form;
  CwText *elements[CW_N_ELEMENTS];
  GPtrArray *blocks;
  GPtrArray *rows; /* of a table: arrays of strings */
} Maker;

static void
finish_table (Maker *maker)
{
  guint n_rows = maker->rows->len, n_columns;
  g_autofree CwCell *cells = NULL;
  g_autoptr (CwTable) table = NULL;
  g_autoptr (CwText) caption = cw_text_new ("");

  if (n_rows == 0)
    return;
  n_columns = g_strv_length (maker->rows->pdata[0]);
  cells = g_new0 (CwCell, n_rows * n_columns);
  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      char **row = maker->rows->pdata[i / n_columns];

      g_assert_cmpuint (g_strv_length (row), ==, n_columns);
      cells[i] = (CwCell) { cw_text_new (row[i % n_columns]), 1, 1 };
    }
  table = cw_table_new (n_rows, n_columns, 1, NULL, cells);
  g_ptr_array_add (maker->blocks, cw_block_new_table (table, caption));
  for (guint i = 0; i < n_rows * n_columns; i++)
    cw_text_unref (cells[i].text);
  g_ptr_array_set_size (maker->rows, 0);
}

/* {title}…, {kind}notice, {number-year}2024: an element, by its id. */
static gboolean
add_element (Maker *maker, const char *part)
{
  const char *end = strchr (part, '}');
  g_autofree char *id = NULL;
  CwElement element;
  CwKind kind;

  if (*part != '{' || end == NULL)
    return FALSE;
  id = g_strndup (part + 1, end - part - 1);
  if (strcmp (id, "kind") == 0)
    {
      g_assert_true (cw_kind_find (end + 1, &kind));
      cw_form_set_kind (&maker->form, kind);
      return TRUE;
    }
  g_assert_true (cw_element_find (id, &element));
  g_clear_pointer (&maker->elements[element], cw_text_unref);
  maker->elements[element] = cw_text_new (end + 1);
  return TRUE;
}

static void
add_block (Maker *maker, const char *part)
{
  guint level = *part == '#' && g_ascii_isdigit (part[1]) ? part[1] - '0' : 0;
  const char *string = level > 0 || *part == '@' || *part == '%' ? part + (level > 0 ? 2 : 1) : part;
  g_autoptr (CwText) text = cw_text_new (string);
  g_autoptr (CwTable) empty = NULL;

  if (level > 0)
    g_ptr_array_add (maker->blocks, cw_block_new_heading (level, text));
  else if (*part == '@')
    g_ptr_array_add (maker->blocks, cw_block_new_attachment (CW_ATTACHMENT_PLAIN, text));
  else if (*part == '%')
    {
      empty = cw_table_new_empty (2, 2);
      g_ptr_array_add (maker->blocks, cw_block_new_table (empty, text));
    }
  else
    g_ptr_array_add (maker->blocks, cw_block_new_paragraph (text));
}

static CwDocument *
make_document (const char *content)
{
  g_auto (GStrv) parts = g_strsplit (content, "¶", -1);
  Maker maker = { cw_form_default };
  CwDocument *document;

  maker.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  maker.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '|')
      g_ptr_array_add (maker.rows, g_strsplit (parts[i] + 1, "|", -1));
    else
      {
        finish_table (&maker);
        if (!add_element (&maker, parts[i]))
          add_block (&maker, parts[i]);
      }
  finish_table (&maker);
  document = cw_document_new_with_form (&maker.form, maker.elements,
                                        (CwBlock **) maker.blocks->pdata, maker.blocks->len);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    g_clear_pointer (&maker.elements[i], cw_text_unref);
  g_ptr_array_unref (maker.blocks);
  g_ptr_array_unref (maker.rows);
  return document;
}

static void
case_free (gpointer data)
{
  TextCase *self = data;

  g_free (self->rule);
  g_free (self->words);
  g_free (self->fixed);
  cw_document_unref (self->document);
  g_free (self);
}

/* ⟦…⟧ marks what has to be found. */
static char *
take_marks (TextCase *self, const char *content)
{
  GString *plain = g_string_new (content);
  const char *open = strstr (content, "⟦");
  const char *close = open != NULL ? strstr (open, "⟧") : NULL;

  if (close != NULL)
    self->words = g_strndup (open + strlen ("⟦"), close - open - strlen ("⟦"));
  g_string_replace (plain, "⟦", "", 0);
  g_string_replace (plain, "⟧", "", 0);
  g_string_replace (plain, "\\x", "\302\240", 0);
  g_string_replace (plain, "\\z", "\342\200\213", 0);
  return g_string_free_and_steal (plain);
}

static TextCase *
read_case (const char *line, guint number)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", 3);
  TextCase *self = g_new0 (TextCase, 1);
  const char *content = columns[1] != NULL ? columns[1] : columns[0];
  g_autofree char *plain = take_marks (self, content);

  self->line = number;
  self->rule = columns[1] != NULL ? g_strdup (columns[0]) : NULL;
  self->fixed = columns[1] != NULL ? g_strdup (columns[2]) : NULL;
  self->document = make_document (plain);
  self->n_characters = cw_document_count_characters (self->document);
  return self;
}

/**
 * text_corpus_read:
 * @path: a file
 *
 * Returns: (transfer full) (element-type TextCase): its papers
 */
GPtrArray *
text_corpus_read (const char *path)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func (case_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_str_has_prefix (lines[i], "# "))
      g_ptr_array_add (cases, read_case (lines[i], i + 1));
  return cases;
}

/**
 * text_corpus_is_found:
 * @self: a paper with a mistake
 * @findings: what was found in it
 *
 * Returns: whether its rule has found the words marked
 */
gboolean
text_corpus_is_found (const TextCase *self, CwFindings *findings)
{
  for (guint i = 0; i < cw_findings_get_n (findings); i++)
    {
      const CwFinding *finding = cw_findings_get (findings, i);
      g_autofree char *words = cw_stretch_to_string (self->document, &finding->at);

      if (strcmp (finding->rule->id, self->rule) == 0
          && (self->words == NULL || strstr (words, self->words) != NULL
              || (*words != '\0' && strstr (self->words, words) != NULL)))
        return TRUE;
    }
  return FALSE;
}

/**
 * text_corpus_describe:
 * @findings: findings
 *
 * Returns: (transfer full): a line for each
 */
char *
text_corpus_describe (CwFindings *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cw_findings_get_n (findings); i++)
    {
      const CwFinding *finding = cw_findings_get (findings, i);
      g_autofree char *words
          = cw_stretch_to_string (cw_findings_get_document (findings), &finding->at);

      g_string_append_printf (text, "  %s “%s” %s\n", finding->rule->id, words, finding->message);
    }
  return g_string_free_and_steal (text);
}
