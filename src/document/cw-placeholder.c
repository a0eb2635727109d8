/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder.h"

/**
 * cw_placeholder_scan:
 * @utf8: a text
 * @length: its length in bytes
 *
 * Finds the blanks still to be filled in.
 *
 * Returns: (transfer full) (element-type CwPlaceholder): them, sorted, not overlapping
 */
GArray *
cw_placeholder_scan (const char *utf8, gsize length)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CwPlaceholder));

  for (gsize start = 0, end; start < length; start = end)
    {
      for (end = start; end < length && utf8[end] == 'X'; end++)
        ;
      if (end - start >= 2)
        {
          CwPlaceholder placeholder = { start, end, end };

          g_array_append_val (found, placeholder);
        }
      end = MAX (end, start + 1);
    }
  return found;
}
