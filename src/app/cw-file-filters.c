/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-file-filters.h"

#include <glib/gi18n-lib.h>

#include "formats/files/cw-file-error.h"

static void
add (GListStore *filters, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  g_list_store_append (filters, filter);
}

static void
add_all (GListStore *filters)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("All Files"));
  gtk_file_filter_add_pattern (filter, "*");
  g_list_store_append (filters, filter);
}

/**
 * cw_file_filters_for_opening:
 *
 * Returns: (transfer full): what to offer when a file is to be opened
 */
GListModel *
cw_file_filters_for_opening (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add (filters, _ ("Documents and Texts"),
       (const char *const[]) { "chengwen", "txt", "text", NULL });
  add (filters, _ ("Chengwen Documents"), (const char *const[]) { "chengwen", NULL });
  add (filters, _ ("Plain Texts"), (const char *const[]) { "txt", "text", NULL });
  add_all (filters);
  return G_LIST_MODEL (filters);
}

/**
 * cw_file_filters_for_saving:
 *
 * Returns: (transfer full): what to offer when a document is to be saved
 */
GListModel *
cw_file_filters_for_saving (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add (filters, _ ("Chengwen Documents"), (const char *const[]) { "chengwen", NULL });
  return G_LIST_MODEL (filters);
}

/**
 * cw_file_filters_for_export:
 *
 * Returns: (transfer full): what to offer when a PDF is to be written
 */
GListModel *
cw_file_filters_for_export (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add (filters, _ ("PDF Files"), (const char *const[]) { "pdf", NULL });
  return G_LIST_MODEL (filters);
}

/**
 * cw_file_filters_for_csv:
 *
 * Returns: (transfer full): what to offer when a table for a spreadsheet is to be written
 */
GListModel *
cw_file_filters_for_csv (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add (filters, _ ("Tables (CSV)"), (const char *const[]) { "csv", NULL });
  return G_LIST_MODEL (filters);
}

/**
 * cw_file_filters_for_sheets:
 *
 * Returns: (transfer full): what to offer when a table is to be written, for whatever program
 */
GListModel *
cw_file_filters_for_sheets (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add (filters, _ ("Tables (ODS, CSV)"), (const char *const[]) { "ods", "csv", NULL });
  return G_LIST_MODEL (filters);
}

/**
 * cw_file_filters_for_answers:
 *
 * Returns: (transfer full): what to offer when tables are to be read
 */
GListModel *
cw_file_filters_for_answers (void)
{
  GListModel *filters = cw_file_filters_for_sheets ();

  add_all (G_LIST_STORE (filters));
  return filters;
}

/**
 * cw_file_filters_for_pictures:
 *
 * Returns: (transfer full): what to offer when a picture is to be inserted
 */
GListModel *
cw_file_filters_for_pictures (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add (filters, _ ("Pictures"), (const char *const[]) { "png", "jpg", "jpeg", "svg", NULL });
  add_all (filters);
  return G_LIST_MODEL (filters);
}

/**
 * cw_file_filters_complete:
 * @chosen: a file the user has chosen to write
 * @suffix: how its name shall end, with the dot
 * @error: set when there is a file of the completed name, which the user was not asked about
 *
 * Returns: (transfer full): @chosen, with @suffix at the end of its name if that was left out
 */
GFile *
cw_file_filters_complete (GFile *chosen, const char *suffix, GError **error)
{
  g_autofree char *name = g_file_get_basename (chosen);
  g_autofree char *whole = g_strconcat (name, suffix, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (chosen);
  g_autoptr (GFile) file = NULL;

  if (g_str_has_suffix (name, suffix) || folder == NULL)
    return g_object_ref (chosen);

  file = g_file_get_child (folder, whole);
  if (!g_file_query_exists (file, NULL))
    return g_steal_pointer (&file);
  g_set_error (error, CW_FILE_ERROR, CW_FILE_ERROR_FAILED,
               _ ("There is already a file “%s”. Nothing was overwritten. To replace it, choose that "
                  "file; otherwise choose another name."),
               whole);
  return NULL;
}
