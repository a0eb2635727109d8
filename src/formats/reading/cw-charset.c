/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-charset.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/files/cw-file-error.h"
#include "cw-foreign.h"

/* No draft comes near this; what does is a mistake, and would only make the machine swap. */
#define MAX_BYTES (64 * 1024 * 1024)

#define REPLACEMENT "\xef\xbf\xbd"

typedef struct
{
  const guchar *data;
  gsize length;
} Bytes;

/* --- what is not text at all --- */

static gboolean
is_stray_control (guchar c)
{
  return c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1a && c != 0x1b;
}

/* One damaged byte in a hundred is a bad disk; more is not text. */
static gboolean
looks_like_text (const char *utf8, gsize length, guint n_replaced)
{
  gsize n_strays = n_replaced;

  for (gsize i = 0; i < length; i++)
    n_strays += is_stray_control ((guchar) utf8[i]);
  return n_strays <= 2 || n_strays <= length / 100;
}

/* Steps over a broken byte and the rest of its sequence. */
static const char *
skip_broken (const char *p, const char *end)
{
  for (p++; p < end && ((guchar) *p & 0xc0) == 0x80;)
    p++;
  return p;
}

/* --- which encoding --- */

/* A rough count of the 16-bit units of @in a Chinese text is made of. */
static gsize
count_plausible_units (Bytes in, gboolean big_endian)
{
  gsize n = 0;

  for (gsize i = 0; i + 1 < in.length; i += 2)
    {
      guint high = in.data[i + (big_endian ? 0 : 1)], low = in.data[i + (big_endian ? 1 : 0)];

      n += (high >= 0x34 && high <= 0x9f) || (high >= 0xd8 && high <= 0xdf) || high == 0x30
           || high == 0x20 || high == 0xff
           || (high == 0 && (low >= 0x20 || low == '\n' || low == '\r' || low == '\t'));
    }
  return n;
}

/* UTF-16 without a mark at its head: nearly every unit is a Chinese character or ASCII one way
 * round, and clearly fewer are the other. GB18030 read so falls among the Hangul. */
static const char *
guess_utf16 (Bytes in)
{
  Bytes head = { in.data, MIN (in.length, 65536) & ~(gsize) 1 };
  gsize n_units = head.length / 2;
  gsize little, big;

  if (n_units == 0 || in.length % 2 != 0)
    return NULL;
  little = count_plausible_units (head, FALSE);
  big = count_plausible_units (head, TRUE);
  if (MAX (little, big) * 10 < n_units * 9 || little == big)
    return NULL;
  return little > big ? "UTF-16LE" : "UTF-16BE";
}

/* Whether text that is not quite UTF-8 is damaged UTF-8 rather than GB18030: whole sequences of
 * three bytes hardly ever come about by chance. */
static gboolean
is_nearly_utf8 (Bytes in)
{
  const char *p = (const char *) in.data, *end = p + in.length;
  gsize n_good = 0, n_bad = 0;

  while (p < end)
    if ((guchar) *p < 0x80)
      p++;
    else if ((gint32) g_utf8_get_char_validated (p, end - p) >= 0)
      {
        n_good += g_utf8_next_char (p) - p >= 3;
        p = g_utf8_next_char (p);
      }
    else
      {
        n_bad++;
        p = skip_broken (p, end);
      }
  return n_bad == 0 || n_good > 3 * n_bad;
}

static const char *
guess_charset (Bytes in)
{
  gboolean has_nul = memchr (in.data, 0, in.length) != NULL;
  const char *utf16 = has_nul ? guess_utf16 (in) : NULL;

  if (utf16 != NULL)
    return utf16;
  if (g_utf8_validate_len ((const char *) in.data, in.length, NULL))
    return "UTF-8";
  if ((utf16 = guess_utf16 (in)) != NULL)
    return utf16;
  return is_nearly_utf8 (in) ? "UTF-8" : "GB18030";
}

/* Names the encoding of @in and steps over the mark at its head. */
static const char *
find_charset (Bytes *in)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *charset;
  } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\x84\x31\x95\x33", 4, "GB18030" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (in->length >= marks[i].length && memcmp (in->data, marks[i].mark, marks[i].length) == 0)
      {
        in->data += marks[i].length;
        in->length -= marks[i].length;
        return marks[i].charset;
      }
  return guess_charset (*in);
}

/* --- decoding --- */

/* NUL is valid UTF-8, but no string of ours can hold one: it is replaced like a broken byte. */
static char *
decode_utf8 (Bytes in, guint *n_replaced)
{
  const char *p = (const char *) in.data, *end = p + in.length, *bad;
  g_autoptr (GString) out = g_string_sized_new (in.length + 1);

  while (!g_utf8_validate_len (p, end - p, &bad))
    {
      g_string_append_len (out, p, bad - p);
      g_string_append (out, REPLACEMENT);
      ++*n_replaced;
      p = skip_broken (bad, end);
    }
  g_string_append_len (out, p, end - p);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Converts until the input ends or breaks, into a buffer of its own. */
static int
convert_some (GIConv converter, Bytes *in, GString *out)
{
  char buffer[16384];

  while (in->length > 0)
    {
      char *from = (char *) in->data, *to = buffer;
      gsize n_from = in->length, n_to = sizeof buffer;
      gsize result = g_iconv (converter, &from, &n_from, &to, &n_to);
      int error = errno;

      g_string_append_len (out, buffer, to - buffer);
      in->data = (const guchar *) from;
      in->length = n_from;
      if (result == (gsize) -1 && error != E2BIG)
        return error;
    }
  return 0;
}

static char *
decode_other (Bytes in, const char *charset, guint *n_replaced, GError **error)
{
  gsize unit = g_str_has_prefix (charset, "UTF-16") ? 2 : 1;
  g_autoptr (GString) out = g_string_sized_new (in.length * 3 / 2 + 1);
  GIConv converter = g_iconv_open ("UTF-8", charset);
  Bytes raw;

  if (converter == (GIConv) -1)
    {
      g_set_error (error, CW_FILE_ERROR, CW_FILE_ERROR_NOT_TEXT,
                   _ ("This text is written in %s, which this computer cannot read. Open it in a "
                      "text editor and save it as UTF-8."),
                   charset);
      return NULL;
    }
  while (convert_some (converter, &in, out) != 0)
    {
      gsize skip = MIN (unit, in.length);

      g_string_append (out, REPLACEMENT);
      ++*n_replaced;
      in.data += skip;
      in.length -= skip;
      g_iconv (converter, NULL, NULL, NULL, NULL);
    }
  g_iconv_close (converter);
  raw = (Bytes) { (const guchar *) out->str, out->len };
  return decode_utf8 (raw, n_replaced); /* NULs that came through */
}

static void
set_not_text (GError **error)
{
  g_set_error_literal (
      error, CW_FILE_ERROR, CW_FILE_ERROR_NOT_TEXT,
      _ ("This file is not a text. Nothing was opened. Open it in the program it was "
         "made with, copy its text and paste it here, or save it there as plain text."));
}

/**
 * cw_charset_decode:
 * @bytes: the contents of a text file
 * @charset: (out) (optional): name of the encoding found; a static string
 * @n_replaced: (out) (optional): how many bytes, or pairs of bytes, meant nothing and became
 *   U+FFFD
 * @error: return location for an error
 *
 * Decodes a text file in UTF-8, UTF-16 (either order) or GB18030, which includes GBK and GB2312;
 * the first two with or without a byte order mark. The encoding is found from the text itself.
 * Broken bytes never stop the reading.
 *
 * Returns: (transfer full): the text in UTF-8 without a byte order mark, or %NULL with
 *   %CW_FILE_ERROR_TOO_LARGE above 64 MB, or %CW_FILE_ERROR_NOT_TEXT for pictures, archives,
 *   programs and office files
 */
char *
cw_charset_decode (GBytes *bytes, const char **charset, guint *n_replaced, GError **error)
{
  Bytes in;
  guint n = 0;
  const char *name;
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  in.data = g_bytes_get_data (bytes, &in.length);
  if (in.length > MAX_BYTES)
    {
      g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_TOO_LARGE,
                           _ ("This text is larger than 64 MB, far more than a document holds. "
                              "Nothing was opened. Divide it and open the parts."));
      return NULL;
    }
  if (in.length == 0)
    in.data = (const guchar *) "";
  if (!cw_foreign_check (bytes, error))
    return NULL;

  name = find_charset (&in);
  text = g_str_equal (name, "UTF-8") ? decode_utf8 (in, &n) : decode_other (in, name, &n, error);
  if (text == NULL)
    return NULL;
  if (!looks_like_text (text, strlen (text), n))
    {
      set_not_text (error);
      return NULL;
    }
  if (charset != NULL)
    *charset = name;
  if (n_replaced != NULL)
    *n_replaced = n;
  return g_steal_pointer (&text);
}
