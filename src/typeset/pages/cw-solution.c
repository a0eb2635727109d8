/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-solution.h"

#include <glib/gi18n-lib.h>

#include "typeset/cw-standard.h"

static char *
describe_found (const CwSolution *self)
{
  if (self->tight)
    return g_strdup (_ ("So that the signature block stands on a page with text, the characters of "
                        "the whole text stand a little closer."));
  if (self->columns == CW_STD_COLUMNS)
    return g_strdup_printf (_ ("So that the signature block stands on a page with text, all pages "
                               "have %u lines instead of 22."),
                            self->lines);
  if (self->lines == CW_STD_LINES)
    return g_strdup_printf (_ ("So that the signature block stands on a page with text, all lines "
                               "have %u characters instead of 28."),
                            self->columns);
  return g_strdup_printf (_ ("So that the signature block stands on a page with text, all pages "
                             "have %u lines of %u characters instead of 22 lines of 28."),
                          self->lines, self->columns);
}

static char *
describe_for_colophon (const CwSolution *self)
{
  if (self->tight)
    return g_strdup (_ ("So that no blank page comes before the colophon, the characters of the "
                        "whole text stand a little closer."));
  if (self->columns == CW_STD_COLUMNS)
    return g_strdup_printf (_ ("So that no blank page comes before the colophon, all pages have %u "
                               "lines instead of 22."),
                            self->lines);
  if (self->lines == CW_STD_LINES)
    return g_strdup_printf (_ ("So that no blank page comes before the colophon, all lines have %u "
                               "characters instead of 28."),
                            self->columns);
  return g_strdup_printf (_ ("So that no blank page comes before the colophon, all pages have %u "
                             "lines of %u characters instead of 22 lines of 28."),
                          self->lines, self->columns);
}

/**
 * cw_solution_describe:
 * @self: a solution
 *
 * Says what was done about the signature block (R86, R87) and the colophon (R108).
 *
 * Returns: (transfer full): a sentence for the user, translated
 */
char *
cw_solution_describe (const CwSolution *self)
{
  switch (self->state)
    {
    case CW_SOLUTION_FOUND:
      return self->for_colophon ? describe_for_colophon (self) : describe_found (self);
    case CW_SOLUTION_BLANK:
      return g_strdup (_ ("A blank page comes before the colophon, which must stand on an even page "
                          "and finds no room below the text. Add or cut some lines of text if you do "
                          "not want it."));
    case CW_SOLUTION_BY_HAND:
      return g_strdup_printf (_ ("The pages have %u lines of %u characters, as you chose."),
                              self->lines, self->columns);
    case CW_SOLUTION_MOVED:
      return g_strdup (_ ("The signature block fits with no spacing that is permitted. The last "
                          "lines of the page before it have gone over, so that it stands on a page "
                          "with text."));
    case CW_SOLUTION_DIVIDED:
      return g_strdup (_ ("There are more seals than a page holds. The last rows of them stand on the "
                          "next page, without text."));
    case CW_SOLUTION_ALONE:
      return g_strdup (_ ("The signature block stands on a page without text, as it fits with no "
                          "spacing that is permitted. Add some lines of text, or cut some."));
    case CW_SOLUTION_STANDARD:
    default:
      return g_strdup_printf (_ ("The pages have %u lines of %u characters, as the standard has "
                                 "it."),
                              self->lines, self->columns);
    }
}
