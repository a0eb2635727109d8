/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-symbol-table.h"

#include <glib/gi18n-lib.h>

/* What official documents are written with and keyboards lack. Names are what screen readers say:
 * few of these signs have one of their own there. A name with %u is that of a number. */

#define CIRCLED N_ ("Circled number %u")

static const CwSymbol symbols[] = {
  { "〔", "〕", N_ ("Brackets of a document number"), CW_SYMBOL_PAIRS },
  { "《", "》", N_ ("Title marks"), CW_SYMBOL_PAIRS },
  { "〈", "〉", N_ ("Title marks within title marks"), CW_SYMBOL_PAIRS },
  { "“", "”", N_ ("Quotation marks"), CW_SYMBOL_PAIRS },
  { "‘", "’", N_ ("Quotation marks within a quotation"), CW_SYMBOL_PAIRS },
  { "（", "）", N_ ("Round brackets"), CW_SYMBOL_PAIRS },
  { "【", "】", N_ ("Black brackets"), CW_SYMBOL_PAIRS },
  { "［", "］", N_ ("Square brackets"), CW_SYMBOL_PAIRS },

  { "——", NULL, N_ ("Dash"), CW_SYMBOL_MARKS },
  { "……", NULL, N_ ("Ellipsis"), CW_SYMBOL_MARKS },
  { "、", NULL, N_ ("Enumeration comma"), CW_SYMBOL_MARKS },
  { "·", NULL, N_ ("Middle dot"), CW_SYMBOL_MARKS },
  { "—", NULL, N_ ("Short dash"), CW_SYMBOL_MARKS },
  { "～", NULL, N_ ("From … to, wave"), CW_SYMBOL_MARKS },
  { "〇", NULL, N_ ("Zero in Chinese"), CW_SYMBOL_MARKS },
  { "§", NULL, N_ ("Section sign"), CW_SYMBOL_MARKS },

  { "①", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "②", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "③", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "④", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑤", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑥", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑦", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑧", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑨", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑩", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑪", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑫", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑬", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑭", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑮", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑯", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑰", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑱", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑲", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "⑳", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "㉑", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "㉒", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "㉓", NULL, CIRCLED, CW_SYMBOL_NUMBERS },
  { "㉔", NULL, CIRCLED, CW_SYMBOL_NUMBERS },

  { "☆", NULL, N_ ("White star"), CW_SYMBOL_SIGNS },
  { "★", NULL, N_ ("Black star, of a classification"), CW_SYMBOL_SIGNS },
  { "※", NULL, N_ ("Reference mark"), CW_SYMBOL_SIGNS },
  { "°", NULL, N_ ("Degrees"), CW_SYMBOL_SIGNS },
  { "℃", NULL, N_ ("Degrees Celsius"), CW_SYMBOL_SIGNS },
  { "％", NULL, N_ ("Wide percent sign"), CW_SYMBOL_SIGNS },
  { "‰", NULL, N_ ("Per mille"), CW_SYMBOL_SIGNS },
  { "×", NULL, N_ ("Times"), CW_SYMBOL_SIGNS },
  { "÷", NULL, N_ ("Divided by"), CW_SYMBOL_SIGNS },
  { "±", NULL, N_ ("Plus or minus"), CW_SYMBOL_SIGNS },
  { "≥", NULL, N_ ("At least"), CW_SYMBOL_SIGNS },
  { "≤", NULL, N_ ("At most"), CW_SYMBOL_SIGNS },
  { "≈", NULL, N_ ("About"), CW_SYMBOL_SIGNS },
  { "→", NULL, N_ ("Arrow to the right"), CW_SYMBOL_SIGNS },
  { "√", NULL, N_ ("Tick"), CW_SYMBOL_SIGNS },
  { "□", NULL, N_ ("Empty box"), CW_SYMBOL_SIGNS },
};

/**
 * cw_symbols_get:
 * @n_symbols: (out): how many there are
 *
 * Returns: (array length=n_symbols): all symbols, group by group
 */
const CwSymbol *
cw_symbols_get (guint *n_symbols)
{
  *n_symbols = G_N_ELEMENTS (symbols);
  return symbols;
}

/**
 * cw_symbols_find:
 * @text: what a symbol puts in before the selection
 *
 * Returns: (nullable): the symbol
 */
const CwSymbol *
cw_symbols_find (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_equal (symbols[i].text, text))
      return &symbols[i];
  return NULL;
}

/* ① to ⑳ and ㉑ to ㉟ each follow one another. */
static guint
get_number (const CwSymbol *symbol)
{
  gunichar c = g_utf8_get_char (symbol->text);

  return c >= 0x3251 ? c - 0x3251 + 21 : c - 0x2460 + 1;
}

/**
 * cw_symbol_get_name:
 * @symbol: a symbol
 *
 * Returns: (transfer full): what it is called, for the user
 */
char *
cw_symbol_get_name (const CwSymbol *symbol)
{
  if (symbol->group == CW_SYMBOL_NUMBERS)
    return g_strdup_printf (_ ("Circled number %u"), get_number (symbol));
  return g_strdup (_ (symbol->name));
}

/**
 * cw_symbol_group_get_name:
 * @group: a group
 *
 * Returns: what it is called, for the user
 */
const char *
cw_symbol_group_get_name (CwSymbolGroup group)
{
  static const char *const names[CW_N_SYMBOL_GROUPS] = {
    [CW_SYMBOL_PAIRS] = N_ ("Brackets and Quotation Marks"),
    [CW_SYMBOL_MARKS] = N_ ("Punctuation"),
    [CW_SYMBOL_NUMBERS] = N_ ("Circled Numbers"),
    [CW_SYMBOL_SIGNS] = N_ ("Signs"),
  };

  return _ (names[group]);
}
