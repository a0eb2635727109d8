/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-parse.h"

#include <string.h>

/**
 * cw_project_attributes_get:
 * @attributes: the attributes of an element
 * @name: the name of one
 *
 * Returns: (transfer full) (nullable): its value, %NULL if it is not there
 */
char *
cw_project_attributes_get (CwProjectAttributes attributes, const char *name)
{
  const xmlChar **values = attributes.values;

  for (int i = 0; i < attributes.n_values; i++, values += 5)
    if (values[2] == NULL && strcmp ((const char *) values[0], name) == 0)
      return g_strndup ((const char *) values[3], values[4] - values[3]);
  return NULL;
}

/**
 * cw_project_parse_number:
 * @string: (nullable): where a number begins
 * @end: where it should end
 * @base: 10 or 16
 * @number: (out): the number
 *
 * Returns: whether it is a short run of digits and nothing else
 */
gboolean
cw_project_parse_number (const char *string, const char *end, guint base, guint *number)
{
  char *stop_at;

  if (string == NULL || end <= string || end - string > 6 || !g_ascii_isxdigit (*string))
    return FALSE;
  *number = g_ascii_strtoull (string, &stop_at, base);
  return stop_at == end;
}

/**
 * cw_project_attributes_get_number:
 * @attributes: the attributes of an element
 * @name: the name of one
 * @base: 10 or 16
 * @number: (out): the number; untouched if the attribute is not there
 *
 * Returns: whether it is a number or not there
 */
gboolean
cw_project_attributes_get_number (CwProjectAttributes attributes,
                                  const char *name,
                                  guint base,
                                  guint *number)
{
  g_autofree char *value = cw_project_attributes_get (attributes, name);

  return value == NULL
         || cw_project_parse_number (value, value + strlen (value), base, number);
}

/**
 * cw_project_attributes_get_id:
 * @attributes: the attributes of an element
 * @name: the name of one
 * @number: (out): the number; 0 if the attribute is not there
 *
 * Returns: whether it is a number from 1 to %CW_PROJECT_MAX_NUMBER or not there
 */
gboolean
cw_project_attributes_get_id (CwProjectAttributes attributes, const char *name, guint *number)
{
  g_autofree char *value = cw_project_attributes_get (attributes, name);

  *number = 0;
  if (value == NULL)
    return TRUE;
  if (value[0] < '1' || strspn (value, "0123456789") != strlen (value) || strlen (value) > 9)
    return FALSE;
  *number = g_ascii_strtoull (value, NULL, 10);
  return TRUE;
}

/**
 * cw_project_attributes_get_width:
 * @attributes: the attributes of an element
 * @width: (out): its width, mm; 0 if it says none
 *
 * Returns: whether it is a width by the schema: millimetres with at most two decimals
 */
gboolean
cw_project_attributes_get_width (CwProjectAttributes attributes, double *width)
{
  g_autofree char *value = cw_project_attributes_get (attributes, "width");
  gsize whole, decimals;

  *width = 0;
  if (value == NULL)
    return TRUE;
  whole = strspn (value, "0123456789");
  decimals = value[whole] == '.' ? strspn (value + whole + 1, "0123456789") : 0;
  if (whole < 1 || whole > 3 || decimals > 2 || (value[whole] == '.' && decimals == 0)
      || value[whole + decimals + (decimals > 0)] != '\0')
    return FALSE;
  *width = g_ascii_strtod (value, NULL);
  return TRUE;
}

/**
 * cw_project_attributes_get_flag:
 * @attributes: the attributes of an element
 * @name: the name of one
 * @flag: (out): whether it is set
 *
 * Returns: whether it says true, false or nothing
 */
gboolean
cw_project_attributes_get_flag (CwProjectAttributes attributes, const char *name, gboolean *flag)
{
  g_autofree char *value = cw_project_attributes_get (attributes, name);

  *flag = g_strcmp0 (value, "true") == 0;
  return value == NULL || *flag || g_str_equal (value, "false");
}
