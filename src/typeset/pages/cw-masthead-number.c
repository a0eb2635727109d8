/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-masthead.h"

#include <string.h>

/* What stands where something is still to be filled in by hand: a year, a serial (R231). */
#define BLANK_YEAR "　　"
#define BLANK_SERIAL "　"

static const char *
get_or (CwPageBuilder *builder, CwElement element, const char *blank)
{
  const char *text = cw_page_builder_get_text (builder, element);

  return text != NULL ? text : blank;
}

/* A number of which only the figure is written down: 12 of 第12号 (R129), of 第12期 (R209). */
static char *
make_counted (const char *serial, const char *unit)
{
  gboolean bare = strspn (serial, "0123456789") == strlen (serial);

  return bare || strcmp (serial, BLANK_SERIAL) == 0 ? g_strconcat ("第", serial, unit, NULL)
                                                    : g_strdup (serial);
}

static char *
make_full (CwPageBuilder *builder)
{
  return g_strconcat (get_or (builder, CW_ELEMENT_NUMBER_CODE, ""), "〔",
                      get_or (builder, CW_ELEMENT_NUMBER_YEAR, BLANK_YEAR), "〕",
                      get_or (builder, CW_ELEMENT_NUMBER_SERIAL, BLANK_SERIAL), "号", NULL);
}

static gboolean
has_full (CwPageBuilder *builder)
{
  return cw_page_builder_get_text (builder, CW_ELEMENT_NUMBER_CODE) != NULL
         || cw_page_builder_get_text (builder, CW_ELEMENT_NUMBER_YEAR) != NULL;
}

/**
 * cw_masthead_get_number_text:
 * @builder: a page builder
 *
 * The document number as it is printed (R43): code, year in 〔〕, serial and 号; 第12号 for an order
 * (R129), 第3期 for a bulletin (R209) and for minutes without a year (R135). A serial not issued yet
 * leaves its place free.
 *
 * Returns: (transfer full) (nullable): the number, or %NULL if there is nothing of it
 */
char *
cw_masthead_get_number_text (CwPageBuilder *builder)
{
  const char *serial = cw_page_builder_get_text (builder, CW_ELEMENT_NUMBER_SERIAL);
  CwNeed need = cw_element_get_need (CW_ELEMENT_NUMBER_SERIAL, builder->form);

  switch (builder->form->format)
    {
    case CW_FORMAT_ORDER:
      return make_counted (serial != NULL ? serial : BLANK_SERIAL, "号");
    case CW_FORMAT_BULLETIN:
      return make_counted (serial != NULL ? serial : BLANK_SERIAL, "期");
    case CW_FORMAT_MINUTES:
      if (!has_full (builder) && serial != NULL)
        return make_counted (serial, "期");
      return has_full (builder) ? make_full (builder) : NULL;
    case CW_FORMAT_GENERAL:
    case CW_FORMAT_LETTER:
      return has_full (builder) || serial != NULL ? make_full (builder) : NULL;
    case CW_FORMAT_WORKING_PAPER:
    case CW_N_FORMATS:
    default:
      return need != CW_NEED_NONE && serial != NULL ? g_strdup (serial) : NULL;
    }
}
