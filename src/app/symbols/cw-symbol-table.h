/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwSymbolGroup:
 * @CW_SYMBOL_PAIRS: brackets and quotation marks, put around what is selected
 * @CW_SYMBOL_MARKS: dash, ellipsis and other punctuation
 * @CW_SYMBOL_NUMBERS: numbers in circles
 * @CW_SYMBOL_SIGNS: units, arithmetic, stars and arrows
 *
 * What belongs together in the palette.
 */
typedef enum
{
  CW_SYMBOL_PAIRS,
  CW_SYMBOL_MARKS,
  CW_SYMBOL_NUMBERS,
  CW_SYMBOL_SIGNS,
  CW_N_SYMBOL_GROUPS,
} CwSymbolGroup;

/**
 * CwSymbol:
 * @text: what is put in, or what is put before the selection
 * @behind: (nullable): of a pair, what is put behind the selection
 * @name: what it is called, in English
 * @group: where it stands
 *
 * A symbol that keyboards lack.
 */
typedef struct
{
  const char *text;
  const char *behind;
  const char *name;
  CwSymbolGroup group;
} CwSymbol;

const CwSymbol *cw_symbols_get (guint *n_symbols);
const CwSymbol *cw_symbols_find (const char *text);
char *cw_symbol_get_name (const CwSymbol *symbol);
const char *cw_symbol_group_get_name (CwSymbolGroup group);

G_END_DECLS
