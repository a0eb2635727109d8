/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-export-report.h"

#include "document/values/cw-blank.h"

#include <glib/gi18n-lib.h>

static void
append_size (GString *report, CwPages *pages, const char *out_name)
{
  CwDocument *document = cw_pages_get_document (pages);
  guint n_pages = cw_pages_get_n_pages (pages);
  guint n_characters = cw_document_count_characters (document);
  g_autofree char *page_count
      = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  g_autofree char *character_count
      = g_strdup_printf (ngettext ("%u character", "%u characters", n_characters), n_characters);

  /* Translators: name of the file, “6 pages”, “3000 characters” */
  g_string_append_printf (report, _ ("%s: %s, %s\n"), out_name, page_count, character_count);
}

static void
append_remark (GString *report, const CwRemark *remark)
{
  char character[8] = "";
  const char *typeface = cw_typeface_get_name (remark->typeface);

  g_unichar_to_utf8 (remark->ch, character);
  switch (remark->kind)
    {
    case CW_REMARK_SUBSTITUTED_TYPEFACE:
      g_string_append_printf (report, _ ("%s is not installed; set in %s\n"), typeface,
                              remark->family);
      break;

    case CW_REMARK_SUBSTITUTED_CHARACTER:
      /* Translators: character, its code, typeface it was asked of, family used, page, count */
      g_string_append_printf (
          report, _ ("%s (U+%04X) is not in %s; taken from %s (first on page %u, %u×)\n"),
          character, remark->ch, typeface, remark->family, remark->page, remark->count);
      break;

    case CW_REMARK_MISSING_CHARACTER:
      g_string_append_printf (
          report, _ ("%s (U+%04X) is in no font and does not print (first on page %u, %u×)\n"),
          character, remark->ch, remark->page, remark->count);
      break;

    case CW_REMARK_ROW_CUT:
      g_string_append_printf (
          report, _ ("A table row is higher than a page and was cut (first on page %u, %u×)\n"),
          remark->page, remark->count);
      break;

    case CW_REMARK_UNREADABLE_PICTURE:
      g_string_append_printf (
          report, _ ("A picture cannot be read; a box stands in its place (first on page %u, %u×)\n"),
          remark->page, remark->count);
      break;

    case CW_REMARK_SHRUNK_LINE:
      g_string_append_printf (
          report, _ ("A line of the masthead is too long and was set smaller (%u×)\n"), remark->count);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
append_remarks (GString *report, CwPages *pages)
{
  guint n_remarks;
  const CwRemark *remarks = cw_pages_get_remarks (pages, &n_remarks);

  for (guint i = 0; i < n_remarks; i++)
    append_remark (report, &remarks[i]);
}

static void
append_moves (GString *report, CwPages *pages)
{
  if (cw_pages_have_moved_addressees (pages))
    g_string_append (report, _ ("The addressees do not fit on the first page and are printed in the "
                                "colophon.\n"));
}

static void
append_placeholders (GString *report, CwPages *pages)
{
  guint n;

  cw_blanks_count (cw_pages_get_document (pages), &n);
  if (n > 0)
    g_string_append_printf (
        report,
        ngettext ("%u placeholder left to fill in\n", "%u placeholders left to fill in\n", n), n);
}

static void
append_changes (GString *report, CwImport *import)
{
  g_auto (GStrv) lines = cw_import_describe (import);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (report, "%s\n", lines[i]);
}

/**
 * cw_export_report:
 * @pages: the pages that were written
 * @import: (nullable): what the reader of plain text did; %NULL for a project
 * @out_name: what to call the file they were written to
 *
 * Tells what somebody who only sees the command line should know: how many pages there are, which
 * typefaces and characters are not those of the standard, what is still blank, and how the text was
 * normalised.
 *
 * Returns: (transfer full): translated lines, each with a line feed
 */
char *
cw_export_report (CwPages *pages, CwImport *import, const char *out_name)
{
  GString *report = g_string_new (NULL);

  append_size (report, pages, out_name);
  append_remarks (report, pages);
  append_moves (report, pages);
  append_placeholders (report, pages);
  if (import != NULL)
    append_changes (report, import);
  return g_string_free (report, FALSE);
}
