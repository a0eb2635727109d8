/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-json.h"

/* In quotation marks, with what JSON wants escaped. */
static void
append_string (GString *json, const char *string)
{
  g_string_append_c (json, '"');
  for (const char *p = string; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

/**
 * cw_json_append_member:
 * @json: what is being written
 * @name: of the member
 * @value: (nullable): its string, or %NULL for null
 *
 * Writes a member of an object, with a comma behind it.
 */
void
cw_json_append_member (GString *json, const char *name, const char *value)
{
  g_string_append_printf (json, "\"%s\": ", name);
  if (value != NULL)
    append_string (json, value);
  else
    g_string_append (json, "null");
  g_string_append (json, ", ");
}
