/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */
#include "cw-foreign.h"

#include "formats/files/cw-file-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What people try to open, told by a signature at its start and, for those that are zips inside, by
 * the name of an entry. The first that fits counts. */
static const struct
{
  const char *signature;
  gsize length;
  const char *entry;
  const char *advice;
} foreigners[] = {
  { "PK\003\004", 4, "word/document.xml",
    N_ ("This is a Word document (.docx). Nothing was opened. Open it in Word or WPS, copy all "
        "of its text and paste it here.") },
  { "PK\003\004", 4, "application/vnd.oasis.opendocument.text",
    N_ ("This is an OpenDocument text (.odt). Nothing was opened. Open it in LibreOffice or WPS, "
        "copy all of its text and paste it here.") },
  { "PK\003\004", 4, "xl/workbook",
    N_ ("This is an Excel workbook (.xlsx). Nothing was opened. Copy the text you need from it "
        "and paste it here.") },
  { "PK\003\004", 4, "ppt/presentation",
    N_ ("This is a PowerPoint presentation (.pptx). Nothing was opened. Copy the text you need "
        "from it and paste it here.") },
  { "PK\003\004", 4, "OFD.xml",
    N_ ("This is an OFD page document. Nothing was opened. Open it in an OFD reader, copy the "
        "text and paste it here.") },
  { "PK", 2, NULL,
    N_ ("This is a zip archive. Nothing was opened. Unpack it and open the file inside.") },
  { "\xd0\xcf\x11\xe0", 4, NULL,
    N_ ("This is a document of an older Word or WPS (.doc, .wps). Nothing was opened. Open it "
        "there, copy all of its text and paste it here.") },
  { "{\\rtf", 5, NULL,
    N_ ("This is a rich text document (.rtf). Nothing was opened. Open it in Word or WPS, copy "
        "all of its text and paste it here.") },
  { "%PDF-", 5, NULL,
    N_ ("This is a PDF: finished pages, not a draft. Nothing was opened. Copy the text you need "
        "from it and paste it here.") },
  { "%!PS", 4, NULL,
    N_ ("This is a PostScript print file, not a draft. Nothing was opened. Ask for the text it "
        "was made from.") },
  { "Rar!", 4, NULL,
    N_ ("This is a RAR archive. Nothing was opened. Unpack it and open the file inside.") },
  { "7z\xbc\xaf", 4, NULL,
    N_ ("This is a 7z archive. Nothing was opened. Unpack it and open the file inside.") },
  { "\x1f\x8b", 2, NULL,
    N_ ("This is a compressed file. Nothing was opened. Unpack it and open the file inside.") },
  { "\x89PNG", 4, NULL,
    N_ ("This is a picture. Nothing was opened. Type the text, or have a program recognise it "
        "and paste it here.") },
  { "\xff\xd8\xff", 3, NULL,
    N_ ("This is a picture. Nothing was opened. Type the text, or have a program recognise it "
        "and paste it here.") },
  { "GIF8", 4, NULL,
    N_ ("This is a picture. Nothing was opened. Type the text, or have a program recognise it "
        "and paste it here.") },
  { "II*\0", 4, NULL,
    N_ ("This is a picture. Nothing was opened. Type the text, or have a program recognise it "
        "and paste it here.") },
  { "\177ELF", 4, NULL, N_ ("This is a program, not a text. Nothing was opened.") },
  { "<!DOCTYPE html", 14, NULL,
    N_ ("This is a web page. Nothing was opened. Open it in a browser, copy the text and paste "
        "it here.") },
  { "<html", 5, NULL,
    N_ ("This is a web page. Nothing was opened. Open it in a browser, copy the text and paste "
        "it here.") },
};

/**
 * cw_foreign_check:
 * @bytes: the content of a file that is no project
 * @error: return location for %CW_FILE_ERROR_NOT_TEXT
 *
 * Tells apart what may be plain text and what certainly is not.
 *
 * Returns: %FALSE with a sentence that says what the file is and what to do
 */
gboolean
cw_foreign_check (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (foreigners); i++)
    {
      const char *entry = foreigners[i].entry;

      if (length < foreigners[i].length
          || memcmp (data, foreigners[i].signature, foreigners[i].length) != 0)
        continue;
      /* Names of entries are never compressed. */
      if (entry != NULL && memmem (data, length, entry, strlen (entry)) == NULL)
        continue;
      g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_NOT_TEXT, _ (foreigners[i].advice));
      return FALSE;
    }
  return TRUE;
}
