/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-number.h"

#include <math.h>
#include <string.h>

/* Numbers as Chinese papers have them: 1,234.5  １２  1.2万  3亿5000万  12%  百分之十二  二〇二四. */

#define MAX_BYTES 96   /* no number of a paper is longer */
#define MAX_VALUE 1e18

/* --- characters --- */

typedef struct
{
  const char *character;
  char plain;
} Plain;

/* @text with figures and signs of every width as ASCII; %NULL if it is too long. */
static char *
make_plain (const char *text)
{
  static const Plain plains[] = { { "．", '.' }, { "，", ',' }, { "％", '%' }, { "－", '-' },
                                  { "−", '-' },  { "＋", '+' }, { "负", '-' }, { "点", '.' } };
  g_autoptr (GString) plain = g_string_new (NULL);

  if (strlen (text) > MAX_BYTES)
    return NULL;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);
      guint i = 0;

      while (i < G_N_ELEMENTS (plains) && !g_str_has_prefix (p, plains[i].character))
        i++;
      if (i < G_N_ELEMENTS (plains))
        g_string_append_c (plain, plains[i].plain);
      else if (ch >= 0xff10 && ch <= 0xff19)
        g_string_append_c (plain, '0' + ch - 0xff10);
      else
        g_string_append_unichar (plain, ch);
    }
  return g_strdup (g_strstrip (plain->str));
}

/* The Chinese figure at @p, -1 if there is none. */
static int
figure_at (const char *p)
{
  static const char *const figures[] = { "零", "一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", "〇", "两", "○" };
  static const int values[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 2, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_has_prefix (p, figures[i]))
      return values[i];
  return -1;
}

static double
unit_at (const char *p)
{
  static const char *const units[] = { "十", "百", "千", "万", "亿" };
  static const double values[] = { 10, 100, 1000, 1e4, 1e8 };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (p, units[i]))
      return values[i];
  return 0;
}

#define HAN_BYTES strlen ("十")

/* --- reading --- */

typedef struct
{
  const char *p;
  double yi;      /* what 亿 have been counted */
  double wan;     /* what 万 have */
  double section; /* below 万 */
  double figure;  /* not yet multiplied */
  gboolean has_figure;
  gboolean zero; /* a 零 before the figure */
  gboolean chinese;
  double last; /* the unit before, 0 if there was none */
  double scale;
  CwNumber *number;
} Reader;

/* 1,234,567: three figures behind each comma, up to three before the first. */
static gboolean
read_groups (Reader *reader, GString *digits)
{
  guint n = 0;

  for (; g_ascii_isdigit (*reader->p) || *reader->p == ','; reader->p++)
    {
      if (*reader->p != ',')
        {
          g_string_append_c (digits, *reader->p);
          n++;
          continue;
        }
      if (reader->number->grouped ? n != 3 : (n == 0 || n > 3))
        return FALSE;
      reader->number->grouped = TRUE;
      n = 0;
    }
  return !reader->number->grouped || n == 3;
}

static gboolean
read_ascii (Reader *reader)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  if (!read_groups (reader, digits))
    return FALSE;
  if (*reader->p == '.')
    {
      if (!g_ascii_isdigit (reader->p[1]))
        return FALSE;
      g_string_append_c (digits, *reader->p++);
      for (; g_ascii_isdigit (*reader->p); reader->p++, reader->number->decimals++)
        g_string_append_c (digits, *reader->p);
    }
  reader->figure = g_ascii_strtod (digits->str, NULL);
  reader->has_figure = TRUE;
  return TRUE;
}

/* One figure, or several without a unit between: 二〇二四. Behind the point they are decimals. */
static gboolean
read_chinese (Reader *reader)
{
  double value = 0, place = 1;
  guint n = 0;

  for (; figure_at (reader->p) >= 0; reader->p += HAN_BYTES, n++)
    value = value * 10 + figure_at (reader->p);
  reader->zero = n > 1;
  reader->chinese = TRUE;
  if (*reader->p == '.')
    {
      reader->p++;
      if (figure_at (reader->p) < 0)
        return FALSE;
      for (; figure_at (reader->p) >= 0; reader->p += HAN_BYTES, reader->number->decimals++)
        value += figure_at (reader->p) * (place /= 10);
    }
  reader->figure = value;
  reader->has_figure = TRUE;
  return TRUE;
}

static gboolean
read_unit (Reader *reader)
{
  double unit = unit_at (reader->p);
  double figure = reader->has_figure ? reader->figure : 0;

  reader->p += HAN_BYTES;
  if (unit < 1e4)
    {
      if (!reader->has_figure && unit > 10)
        return FALSE;
      reader->section += (reader->has_figure ? figure : 1) * unit;
    }
  else if (unit == 1e4)
    reader->wan += (reader->section + figure) * 1e4;
  else
    reader->yi = (reader->yi + reader->wan + reader->section + figure) * 1e8;
  if (unit >= 1e4)
    {
      if (!reader->has_figure && reader->section == 0 && reader->last == 0)
        return FALSE;
      reader->section = 0;
      reader->scale = unit == 1e8 && reader->last == 1e4 ? 1e12 : unit;
    }
  if (unit == 1e8)
    reader->wan = 0;
  reader->last = unit;
  reader->has_figure = FALSE;
  reader->figure = 0;
  return TRUE;
}

static gboolean
read_parts (Reader *reader)
{
  const char *start = reader->p;

  while (*reader->p != '\0' && *reader->p != '%')
    {
      if (unit_at (reader->p) > 0)
        {
          if (!read_unit (reader))
            return FALSE;
        }
      else if (reader->has_figure)
        return FALSE;
      else if (g_ascii_isdigit (*reader->p) ? !read_ascii (reader)
                                            : figure_at (reader->p) < 0 || !read_chinese (reader))
        return FALSE;
    }
  return reader->p > start;
}

/* 三百五 is 350, 两万五 25,000: the figure at the end counts a tenth of the unit before. */
static double
last_figure (Reader *reader)
{
  if (reader->has_figure && reader->chinese && !reader->zero && reader->last >= 100)
    return reader->figure * reader->last / 10;
  return reader->has_figure ? reader->figure : 0;
}

static gboolean
read_number (const char *p, CwNumber *number)
{
  static const char of_hundred[] = "百分之";
  Reader reader = { .scale = 1, .number = number };
  double sign = 1;

  if (*p == '-' || *p == '+')
    sign = *p++ == '-' ? -1 : 1;
  if (g_str_has_prefix (p, of_hundred))
    {
      number->percent = TRUE;
      p += strlen (of_hundred);
    }
  reader.p = p;
  if (!read_parts (&reader))
    return FALSE;
  if (*reader.p == '%' && !number->percent)
    {
      number->percent = TRUE;
      reader.p++;
    }
  number->scale = reader.has_figure || reader.section > 0 ? 1 : reader.scale;
  number->value = sign * (reader.yi + reader.wan + reader.section + last_figure (&reader));
  return *reader.p == '\0' && fabs (number->value) < MAX_VALUE
         && number->decimals <= CW_NUMBER_MAX_DECIMALS;
}

/**
 * cw_number_parse:
 * @text: what stands in a paper
 * @number: (out): the number it is
 *
 * Reads figures of both widths with commas and point, 万 and 亿, percentages and Chinese numerals.
 * What is not exactly a number (300余, 约5) is none.
 *
 * Returns: whether it is a number
 */
gboolean
cw_number_parse (const char *text, CwNumber *number)
{
  g_autofree char *plain = make_plain (text);

  *number = (CwNumber) { .scale = 1 };
  return plain != NULL && read_number (plain, number);
}

/* --- writing --- */

/**
 * cw_number_round:
 * @value: a number
 * @decimals: digits to keep behind the point
 *
 * Rounds half up, as people do: 2.675 is 2.68, although in binary it is a little less.
 *
 * Returns: the number rounded
 */
double
cw_number_round (double value, guint decimals)
{
  long double power = powl (10, MIN (decimals, CW_NUMBER_MAX_DECIMALS));
  long double scaled = (long double) value * power;

  return roundl (scaled + copysignl (fabsl (scaled) * 1e-14L, scaled)) / power;
}

/**
 * cw_number_format:
 * @value: a number
 * @decimals: digits behind the point
 * @grouped: whether to divide thousands by commas
 *
 * Returns: (transfer full): the number in half-width figures
 */
char *
cw_number_format (double value, guint decimals, gboolean grouped)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 32];
  char format[8];
  GString *string;
  double rounded = cw_number_round (value, decimals);

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, CW_NUMBER_MAX_DECIMALS));
  g_ascii_formatd (digits, sizeof digits, format, rounded == 0 ? 0 : rounded);
  string = g_string_new (digits);
  if (grouped)
    for (gssize at = (gssize) strcspn (string->str, ".") - 3; at > (rounded < 0); at -= 3)
      g_string_insert_c (string, at, ',');
  return g_string_free_and_steal (string);
}

/**
 * cw_number_get_unit_scale:
 * @unit: a unit, may be empty
 *
 * Returns: what a unit multiplies: 10,000 for 万元 and 余万人次, 1 for 元
 */
double
cw_number_get_unit_scale (const char *unit)
{
  static const char *const about[] = { "余", "多", "来", "几" };
  double scale = 1;

  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    if (g_str_has_prefix (unit, about[i]))
      return cw_number_get_unit_scale (unit + strlen (about[i]));
  if (g_str_has_prefix (unit, "百分点"))
    return 1;
  for (; unit_at (unit) > 0 && scale < 1e16; unit += HAN_BYTES)
    scale *= unit_at (unit);
  return scale;
}
