/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-pdf-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

static void
set_error (qpdf_data qpdf, GError **error)
{
  const char *why = qpdf_has_error (qpdf) ? qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf)) : "qpdf";

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The PDF could not be finished (%s). The document is unchanged. Save it, start the program again and export once more."),
               why);
}

/* What cairo cannot say: the language of the text, that the page is to be printed at its true size with
 * its title in the window; and that the file is tagged, which it forgets when the structure is written
 * after the pages. */
static void
add_to_catalog (qpdf_data qpdf)
{
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh preferences = qpdf_oh_parse (qpdf, "<< /PrintScaling /None /DisplayDocTitle true >>");

  qpdf_oh_replace_key (qpdf, root, "/Lang", qpdf_oh_new_unicode_string (qpdf, "zh-CN"));
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", preferences);
  qpdf_oh_replace_key (qpdf, root, "/MarkInfo", qpdf_oh_parse (qpdf, "<< /Marked true >>"));
}

/* The next of the elements below one of the structure tree that is a figure, from @from on. */
static qpdf_oh
find_figure (qpdf_data qpdf, qpdf_oh children, int *from)
{
  while (*from < qpdf_oh_get_array_n_items (qpdf, children))
    {
      qpdf_oh child = qpdf_oh_get_array_item (qpdf, children, (*from)++);

      if (qpdf_oh_is_dictionary (qpdf, child) && qpdf_oh_has_key (qpdf, child, "/S")
          && g_str_equal (qpdf_oh_get_name (qpdf, qpdf_oh_get_key (qpdf, child, "/S")), "/Figure"))
        return child;
    }
  return qpdf_oh_new_null (qpdf);
}

/* The one element of an array, or the element itself. */
static qpdf_oh
get_only (qpdf_data qpdf, qpdf_oh element)
{
  return qpdf_oh_is_array (qpdf, element) && qpdf_oh_get_array_n_items (qpdf, element) > 0
             ? qpdf_oh_get_array_item (qpdf, element, 0)
             : element;
}

/* What a figure shows, for who cannot see it. */
static void
add_to_figures (qpdf_data qpdf, GPtrArray *figures)
{
  qpdf_oh tree = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot");
  qpdf_oh document, children;
  int from = 0;

  if (!qpdf_oh_is_dictionary (qpdf, tree))
    return;
  document = get_only (qpdf, qpdf_oh_get_key (qpdf, tree, "/K"));
  if (!qpdf_oh_is_dictionary (qpdf, document))
    return;
  children = qpdf_oh_get_key (qpdf, document, "/K");
  for (guint i = 0; qpdf_oh_is_array (qpdf, children) && i < figures->len; i++)
    {
      qpdf_oh figure = find_figure (qpdf, children, &from);

      if (qpdf_oh_is_dictionary (qpdf, figure))
        qpdf_oh_replace_key (qpdf, figure, "/Alt",
                             qpdf_oh_new_unicode_string (qpdf, figures->pdata[i]));
    }
}

static GBytes *
write_memory (qpdf_data qpdf)
{
  if (qpdf_init_write_memory (qpdf) >= QPDF_ERRORS)
    return NULL;
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (qpdf, qpdf_o_preserve);
  qpdf_set_compress_streams (qpdf, QPDF_TRUE);
  qpdf_set_decode_level (qpdf, qpdf_dl_none);
  if (qpdf_write (qpdf) >= QPDF_ERRORS)
    return NULL;
  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

/**
 * cw_pdf_finish:
 * @pdf: a PDF as cairo writes it
 * @figures: (element-type utf8): what the figures of its structure show, in their order
 * @error: return location for an error
 *
 * Adds what cairo has no call for: language, viewer preferences, what figures show and a file
 * identifier made from the contents.
 *
 * Returns: (transfer full) (nullable): the finished PDF, or %NULL with @error set
 */
GBytes *
cw_pdf_finish (GBytes *pdf, GPtrArray *figures, GError **error)
{
  qpdf_data qpdf = qpdf_init ();
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  GBytes *finished = NULL;

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if (qpdf_read_memory (qpdf, "chengwen.pdf", data, length, NULL) < QPDF_ERRORS)
    {
      add_to_catalog (qpdf);
      if (figures->len > 0)
        add_to_figures (qpdf, figures);
      finished = write_memory (qpdf);
    }
  if (finished == NULL)
    set_error (qpdf, error);
  qpdf_cleanup (&qpdf);
  return finished;
}
