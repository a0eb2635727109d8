/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-recent.h"

#include <glib/gi18n-lib.h>

#include "cw-config.h"

#define MOST_ITEMS 10

static int
newest_first (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *one = (gpointer) a;
  GtkRecentInfo *other = (gpointer) b;

  return g_date_time_compare (gtk_recent_info_get_modified (other),
                              gtk_recent_info_get_modified (one));
}

/**
 * cw_recent_get_infos:
 * @most: how many at most
 *
 * Returns: (transfer full) (element-type GtkRecentInfo): the documents opened or saved last that
 *   are still there, the latest first
 */
GPtrArray *
cw_recent_get_infos (guint most)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *infos = g_list_sort (gtk_recent_manager_get_items (manager), newest_first);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);

  for (GList *l = infos; l != NULL && found->len < most; l = l->next)
    if (gtk_recent_info_has_application (l->data, CW_APP_ID) && gtk_recent_info_exists (l->data))
      g_ptr_array_add (found, gtk_recent_info_ref (l->data));
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  return found;
}

static void
append_item (GMenu *section, GtkRecentInfo *info)
{
  /* a mnemonic character in a name must not be taken for one */
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "app.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (section, item);
}

static void
fill (GMenu *section)
{
  g_autoptr (GPtrArray) infos = cw_recent_get_infos (MOST_ITEMS);

  g_menu_remove_all (section);
  for (guint i = 0; i < infos->len; i++)
    append_item (section, g_ptr_array_index (infos, i));
  if (infos->len == 0)
    g_menu_append (section, _ ("Nothing yet"), "app.none");
}

/**
 * cw_recent_menu_new:
 *
 * Returns: (transfer full): the documents and texts last opened, kept up to date
 */
GMenuModel *
cw_recent_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append_section (menu, _ ("Recent Documents"), G_MENU_MODEL (section));
  fill (section);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill), section,
                           G_CONNECT_SWAPPED);
  return G_MENU_MODEL (menu);
}

/**
 * cw_recent_add:
 * @file: a file that was opened or saved
 *
 * Puts @file among the recent ones, of this program and of the desktop.
 */
void
cw_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *type = g_content_type_guess (name, NULL, 0, NULL);
  g_autofree char *mime = g_content_type_get_mime_type (type);
  char command[] = "chengwen %u";
  GtkRecentData data = { .mime_type = mime, .app_name = (char *) CW_APP_ID, .app_exec = command };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
