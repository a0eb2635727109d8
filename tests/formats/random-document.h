/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

/* Documents no person would write, for tests: every form, every kind of block and element, marks
 * of all kinds anywhere, values, sections, lists, numbered blocks, characters from every corner of
 * Unicode. */

#define RANDOM_VALUES 9 /* values numbered from 1 may be named by marks */

static inline gunichar
random_character (GRand *rand)
{
  static const gunichar odd[] = { 0x01, 0x08, '\t', 0x0B, 0x0C, '\r', 0x1B, 0x1F, 0x7F, 0x85, 0xA0, 0x2028,
                                  0x2029, 0x3000, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF };
  static const char marks[] = "<>&\"']]>;#! \t  --";

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      return odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))];
    case 1:
      return marks[g_rand_int_range (rand, 0, sizeof marks - 1)];
    case 2:
      return g_rand_int_range (rand, 0x20, 0x7F);
    case 3:
      return g_rand_int_range (rand, 0x20000, 0x2A6E0);
    case 4:
      return g_rand_int_range (rand, 0xE000, 0xFFFF);
    default:
      return g_rand_int_range (rand, 0x4E00, 0x9FFF);
    }
}

static inline CwText *
random_text (GRand *rand, guint max_length, gboolean several_lines)
{
  g_autoptr (GString) string = g_string_new (NULL);
  CwMark marks[5] = { 0 };
  guint n_marks = g_rand_int_range (rand, 0, 6);
  guint length = g_rand_int_range (rand, 0, max_length + 1);

  for (guint i = 0; i < length; i++)
    if (several_lines && g_rand_int_range (rand, 0, 10) == 0)
      g_string_append_c (string, '\n');
    else
      g_string_append_unichar (string, random_character (rand));
  for (guint i = 0; i < n_marks; i++)
    {
      guint a = g_rand_int_range (rand, 0, string->len + 1), b = g_rand_int_range (rand, 0, string->len + 1);

      CwMarkKind kind = g_rand_boolean (rand) ? CW_MARK_EMPHASIS : g_rand_int_range (rand, 0, CW_N_MARK_KINDS);

      marks[i] = (CwMark){ kind, MIN (a, b), MAX (a, b),
                           kind == CW_MARK_VALUE ? g_rand_int_range (rand, 1, RANDOM_VALUES + 1) : 0 };
    }
  return cw_text_new_with_marks (string->str, string->len, marks, n_marks);
}

static inline char *
random_string (GRand *rand, guint max_length)
{
  g_autoptr (CwText) text = random_text (rand, max_length, TRUE);

  return g_strdup (cw_text_get_string (text));
}

/* Takes @table, which becomes a list in half of the cases. */
static inline CwTable *
random_list (GRand *rand, CwTable *table)
{
  g_autoptr (CwTable) plain = table;
  CwListRole roles[6];
  guint n_rows = cw_table_get_n_rows (table), n_columns = cw_table_get_n_columns (table);
  g_autoptr (CwTableList) list = NULL;

  if (g_rand_boolean (rand))
    return g_steal_pointer (&plain);
  for (guint i = 0; i < n_columns; i++)
    roles[i] = g_rand_int_range (rand, 0, CW_N_LIST_ROLES);
  list = cw_table_list_new (g_rand_int_range (rand, 0, CW_N_LIST_KINDS), roles, n_columns, n_rows);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *a = random_string (rand, 12), *b = random_string (rand, 3);
      CwRowSource sources[] = { { g_rand_int_range (rand, 0, 99), g_rand_int_range (rand, 0, 3),
                                  g_rand_int_range (rand, 0, CW_N_LIST_ROLES), a },
                                { g_rand_int_range (rand, 1, 999999999), 0, CW_ROLE_FREE, b } };
      g_autoptr (CwTableList) old = g_steal_pointer (&list);

      list = cw_table_list_with_sources (old, row, sources, g_rand_int_range (rand, 0, 3));
    }
  return cw_table_with_list (plain, list);
}

static inline CwTable *
random_table (GRand *rand)
{
  guint n_rows = g_rand_int_range (rand, 1, 6), n_columns = g_rand_int_range (rand, 1, 6);
  CwColumn columns[6];
  CwCell cells[36];
  CwTable *table;

  for (guint i = 0; i < n_columns; i++)
    columns[i] = (CwColumn){ g_rand_int_range (rand, 0, CW_N_COLUMN_ALIGNS),
                             g_rand_double_range (rand, -60, 120) };
  for (guint i = 0; i < n_rows * n_columns; i++)
    cells[i] = (CwCell){ random_text (rand, 8, TRUE), g_rand_int_range (rand, 0, 5) / 3 + 1, g_rand_int_range (rand, 0, 6) / 3 + 1 };
  table = cw_table_new (n_rows, n_columns, g_rand_int_range (rand, 0, 3), columns, cells);
  for (guint i = 0; i < n_rows * n_columns; i++)
    cw_text_unref (cells[i].text);
  return random_list (rand, table);
}

/* Some share their bytes, some only have the same ones. */
static inline CwPicture *
random_picture (GRand *rand)
{
  static const char bytes[] = "\x89PNG\r\n\x1a\n<svg \xff\xd8\xff";
  g_autoptr (GBytes) file
    = g_rand_boolean (rand) ? g_bytes_new_static (bytes, g_rand_int_range (rand, 0, sizeof bytes))
                            : g_bytes_new (bytes, g_rand_int_range (rand, 0, sizeof bytes));

  return cw_picture_new (g_rand_int_range (rand, 0, CW_N_PICTURE_TYPES), file,
                         g_rand_double_range (rand, -20, 200));
}

static inline CwBlock *
random_block (GRand *rand, guint max_length)
{
  g_autoptr (CwText) text = random_text (rand, max_length, FALSE);
  g_autoptr (CwTable) table = NULL;
  g_autoptr (CwPicture) picture = NULL;

  switch (g_rand_int_range (rand, 0, 11))
    {
    case 0:
      return cw_block_new_page_break ();
    case 1:
    case 2:
    case 3:
      return cw_block_new_heading (g_rand_int_range (rand, 1, CW_HEADING_LEVELS + 1), text);
    case 4:
      return cw_block_new_annotation (text);
    case 5:
      table = random_table (rand);
      return cw_block_new_table (table, text);
    case 6:
      picture = random_picture (rand);
      return cw_block_new_picture (picture, text);
    default:
      return cw_block_new_paragraph (text);
    }
}

/* Takes @block, which gets a number and a section by chance; @taken has the numbers given. */
static inline CwBlock *
random_names (GRand *rand, CwBlock *block, GHashTable *taken)
{
  g_autoptr (CwBlock) plain = block;
  g_autoptr (CwBlock) named = NULL;
  g_autofree char *person = random_string (rand, 4), *note = random_string (rand, 20);
  g_autoptr (CwSection) section
      = cw_section_new (g_rand_int_range (rand, 0, CW_N_SECTION_STATES), person, note);
  guint id = g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 1, 1 << g_rand_int_range (rand, 4, 29));

  if (id != 0 && !g_hash_table_add (taken, GUINT_TO_POINTER (id)))
    id = 0;
  named = cw_block_with_id (plain, id);
  return cw_block_with_section (named, g_rand_boolean (rand) ? section : NULL);
}

static inline CwLedger *
random_ledger (GRand *rand)
{
  CwLedger *ledger = cw_ledger_new ();
  guint n_dismissed = g_rand_int_range (rand, 0, 4);

  for (guint id = 1; id <= RANDOM_VALUES; id++)
    {
      char *strings[5] = { NULL };
      guint parts[] = { g_rand_int_range (rand, 1, RANDOM_VALUES + 1), g_rand_int_range (rand, 1, RANDOM_VALUES + 1) };
      CwValue value = { id, g_rand_boolean (rand) };
      g_autoptr (CwLedger) old = ledger;

      value.name = strings[0] = random_string (rand, 5);
      value.unit = strings[1] = random_string (rand, 2);
      value.source = strings[2] = random_string (rand, 5);
      value.note = strings[3] = random_string (rand, 9);
      value.last = strings[4] = random_string (rand, 3);
      value.rule = g_rand_int_range (rand, 0, CW_N_VALUE_RULES);
      value.decimals = g_rand_int_range (rand, 0, 7);
      value.parts = parts;
      value.n_parts = g_rand_int_range (rand, 0, 3);
      ledger = cw_ledger_set_value (old, &value);
      for (guint i = 0; i < 5; i++)
        g_free (strings[i]);
    }
  for (guint i = 0; i < n_dismissed; i++)
    {
      g_autofree char *key = random_string (rand, 20);
      g_autoptr (CwLedger) old = ledger;

      ledger = cw_ledger_set_dismissed (old, key, TRUE);
    }
  return ledger;
}

static inline CwForm
random_form (GRand *rand)
{
  return (CwForm){ g_rand_int_range (rand, 0, CW_N_KINDS), g_rand_int_range (rand, 0, CW_N_FORMATS),
                   g_rand_int_range (rand, 0, CW_N_SEALINGS), g_rand_int_range (rand, 20, 80),
                   g_rand_boolean (rand), g_rand_int_range (rand, 0, 30),
                   g_rand_int_range (rand, 0, 30) };
}

static inline void
random_attachments (GRand *rand, GPtrArray *blocks, guint max_blocks, guint max_length)
{
  guint n_attachments = g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n_attachments; i++)
    {
      g_autoptr (CwText) title = random_text (rand, 20, FALSE);
      guint n_blocks = g_rand_int_range (rand, 0, max_blocks / 4 + 1);

      g_ptr_array_add (blocks, cw_block_new_attachment (g_rand_int_range (rand, 0, 4), title));
      for (guint j = 0; j < n_blocks; j++)
        g_ptr_array_add (blocks, random_block (rand, max_length));
    }
}

static inline CwDocument *
random_document (GRand *rand, guint max_blocks, guint max_length)
{
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  guint n_blocks = g_rand_int_range (rand, 0, max_blocks + 1);
  CwForm form = g_rand_boolean (rand) ? cw_form_default : random_form (rand);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (CwLedger) ledger = random_ledger (rand);
  g_autoptr (CwDocument) plain = NULL;
  CwDocument *document;

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (g_rand_int_range (rand, 0, 3) == 0)
      elements[i] = random_text (rand, 40, TRUE);
  for (guint i = 0; i < n_blocks; i++)
    g_ptr_array_add (blocks, random_block (rand, max_length));
  random_attachments (rand, blocks, max_blocks, max_length);
  for (guint i = 0; i < blocks->len; i++)
    blocks->pdata[i] = random_names (rand, blocks->pdata[i], taken);
  plain = cw_document_new_with_form (&form, elements, (CwBlock *const *) blocks->pdata, blocks->len);
  document = cw_document_with_ledger (plain, ledger);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    g_clear_pointer (&elements[i], cw_text_unref);
  return document;
}
