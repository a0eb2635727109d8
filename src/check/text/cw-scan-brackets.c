/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-scan.h"

#include <glib/gi18n-lib.h>

/* Brackets, quotation marks and title marks that have no partner. */

#define OPENERS "“‘（《〈〔【"
#define CLOSERS "”’）》〉〕】"
#define HALF_OPEN 0x28
#define HALF_CLOSE 0x29

typedef struct
{
  gunichar closer;
  const char *at;
} Open;

/* Half-width brackets stand for full-width ones: they are pointed out by another rule. */
static gunichar
as_full (gunichar c)
{
  return c == HALF_OPEN ? g_utf8_get_char ("（") : c == HALF_CLOSE ? g_utf8_get_char ("）") : c;
}

static gunichar
get_partner (gunichar c)
{
  const char *p = g_utf8_strchr (OPENERS, -1, c);

  if (p == NULL)
    return 0;
  return g_utf8_get_char (
      g_utf8_offset_to_pointer (CLOSERS, g_utf8_pointer_to_offset (OPENERS, p)));
}

static gunichar
get_before (CwTextScan *self, const char *p)
{
  return p > self->string ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;
}

/* 1） and a） number a list; an apostrophe stands between letters. */
static gboolean
is_no_closer (CwTextScan *self, const char *p, gunichar c)
{
  gunichar before = get_before (self, p);

  if (c == g_utf8_get_char ("）"))
    return before < 0x80 ? g_ascii_isalnum (before)
                         : g_utf8_strchr ("一二三四五六七八九十", -1, before) != NULL;
  return c == g_utf8_get_char ("’") && before < 0x80;
}

static void
report (CwTextScan *self, const char *p, gboolean closes)
{
  const char *end = g_utf8_next_char (p);
  g_autofree char *mark = g_strndup (p, end - p);

  cw_scan_report (self, CW_RULE_UNBALANCED, p - self->string, end - self->string,
                  closes ? g_strdup_printf (_ ("“%s” closes what was never opened."), mark)
                         : g_strdup_printf (_ ("“%s” is never closed."), mark), NULL);
}

/* A quotation of several paragraphs opens in each of them and closes in the last (R146). */
static gboolean
may_stay_open (CwTextScan *self, const Open *open)
{
  return self->where == CW_IN_PARAGRAPH && open->at == self->string
         && open->closer == g_utf8_get_char ("”");
}

static void
close_one (CwTextScan *self, GArray *stack, const char *p, gunichar c)
{
  guint i = stack->len;

  while (i > 0 && g_array_index (stack, Open, i - 1).closer != c)
    i--;
  if (i == 0)
    {
      if (!is_no_closer (self, p, c))
        report (self, p, TRUE);
      return;
    }
  for (guint k = i; k < stack->len; k++)
    report (self, g_array_index (stack, Open, k).at, FALSE);
  g_array_set_size (stack, i - 1);
}

/**
 * cw_scan_brackets:
 * @self: a scan
 *
 * Looks for brackets and quotation marks without a partner (GB/T 15834 4.8, 4.9, 4.15).
 */
void
cw_scan_brackets (CwTextScan *self)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Open));
  const char *end = self->string + self->length;

  for (const char *p = self->string; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = as_full (g_utf8_get_char (p));
      Open open = { c < 0x80 ? 0 : get_partner (c), p };

      if (open.closer != 0)
        g_array_append_val (stack, open);
      else if (c >= 0x80 && g_utf8_strchr (CLOSERS, -1, c) != NULL)
        close_one (self, stack, p, c);
    }
  for (guint i = 0; i < stack->len; i++)
    if (!may_stay_open (self, &g_array_index (stack, Open, i)))
      report (self, g_array_index (stack, Open, i).at, FALSE);
}
