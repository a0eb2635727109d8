/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words that are not wanted: wrong characters, and what the office says otherwise. */

static char *
explain (const CwTerm *term)
{
  if (*term->right == '\0')
    return g_strdup_printf (_ ("“%s” is not to be used."), term->wrong);
  if (term->rule == CW_RULE_MISSPELLING)
    return g_strdup_printf (_ ("Wrong character: “%s” is written “%s”."), term->wrong, term->right);
  return g_strdup_printf (_ ("Instead of “%s” write “%s”."), term->wrong, term->right);
}

/**
 * cw_scan_terms:
 * @self: a scan
 *
 * Looks for misspelt and unwanted words.
 */
void
cw_scan_terms (CwTextScan *self)
{
  gsize offset = 0, length;

  while (offset < self->length)
    {
      const CwTerm *term
          = cw_check_options_find_term (self->options, self->string, offset, &length);

      if (term == NULL)
        length = g_utf8_skip[(guchar) self->string[offset]];
      else
        cw_scan_report (self, term->rule, offset, offset + length, explain (term),
                        *term->right != '\0' ? term->right : NULL);
      offset += length;
    }
}
