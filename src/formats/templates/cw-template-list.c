/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-template-list.h"

#include <glib/gi18n-lib.h>

#include "cw-config.h"
#include "cw-own-template.h"
#include "formats/files/cw-file.h"
#include "formats/project/cw-project.h"

/* The list of what is in a folder of installed templates. */
#define INDEX "templates.ini"

/**
 * cw_template_list_get_folder:
 *
 * Returns: (transfer full): where the templates are that came with the program; the environment
 *   variable CHENGWEN_TEMPLATES names another place for runs from the build folder
 */
char *
cw_template_list_get_folder (void)
{
  const char *folder = g_getenv ("CHENGWEN_TEMPLATES");

  return folder != NULL ? g_strdup (folder)
                        : g_build_filename (CW_DATADIR, "chengwen", "templates", NULL);
}

/**
 * cw_template_list_get_own_folder:
 *
 * Returns: (transfer full): where the user's own templates are
 */
char *
cw_template_list_get_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "chengwen", "templates", NULL);
}

static void
add_problem (GPtrArray *problems, const char *name, GError *error)
{
  if (problems != NULL)
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("The template “%s” is left out: %s"), name,
                                      error->message));
}

typedef CwDocument *(*ReadFunc) (GBytes *bytes, GError **error);

static CwDocument *
read_document (const char *folder, const char *name, ReadFunc read, GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = cw_file_load (file, NULL, NULL, error);

  return bytes != NULL ? read (bytes, error) : NULL;
}

/* --- what came with the program --- */

static CwTemplate *
read_entry (const char *folder, GKeyFile *index, const char *id, GError **error)
{
  g_autofree char *file_name = g_strconcat (id, ".xml", NULL);
  g_autofree char *name = g_key_file_get_string (index, id, "Name", error);
  g_autofree char *use = name != NULL ? g_key_file_get_string (index, id, "Use", error) : NULL;
  g_auto (GStrv) keywords = g_key_file_get_string_list (index, id, "Keywords", NULL, NULL);
  gboolean common = g_key_file_get_boolean (index, id, "Common", NULL);
  g_autoptr (CwDocument) document = NULL;

  if (use == NULL)
    return NULL;
  document = read_document (folder, file_name, cw_project_read_xml, error);
  if (document == NULL)
    return NULL;
  return cw_template_new (id, name, use, (const char *const *) keywords,
                          common ? CW_TEMPLATE_COMMON : CW_TEMPLATE_PLAIN, document);
}

/**
 * cw_template_list_read:
 * @folder: where templates.ini and the documents it names are
 * @problems: (nullable) (element-type utf8): gets a sentence for each template that is left out
 *
 * Reads the templates of a folder in the order of its list. One that is damaged does not keep the
 * others away.
 *
 * Returns: (transfer full) (element-type CwTemplate): the templates
 */
GPtrArray *
cw_template_list_read (const char *folder, GPtrArray *problems)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GKeyFile) index = g_key_file_new ();
  g_autofree char *path = g_build_filename (folder, INDEX, NULL);
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) unreadable = NULL;

  if (!g_key_file_load_from_file (index, path, G_KEY_FILE_NONE, &unreadable))
    add_problem (problems, INDEX, unreadable);
  ids = g_key_file_get_groups (index, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      CwTemplate *template = read_entry (folder, index, ids[i], &error);

      if (template != NULL)
        g_ptr_array_add (list, template);
      else
        add_problem (problems, ids[i], error);
    }
  return g_steal_pointer (&list);
}

/* --- the user's own --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  CwTemplate *x = *(CwTemplate *const *) a, *y = *(CwTemplate *const *) b;

  return g_utf8_collate (cw_template_get_name (x), cw_template_get_name (y));
}

static void
read_own (GPtrArray *list, const char *folder, const char *file_name, GPtrArray *problems)
{
  g_autofree char *name = cw_own_template_get_name_of (file_name);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = NULL;

  if (name == NULL)
    return;
  document = read_document (folder, file_name, cw_project_read, &error);
  if (document != NULL)
    g_ptr_array_add (list, cw_own_template_new (name, document));
  else
    add_problem (problems, name, error);
}

/**
 * cw_template_list_read_own:
 * @folder: a folder of project files; need not exist
 * @problems: (nullable) (element-type utf8): gets a sentence for each template that is left out
 *
 * Reads the user's own templates: a project file each, called as the template is. Other files are
 * passed over.
 *
 * Returns: (transfer full) (element-type CwTemplate): the templates, by name
 */
GPtrArray *
cw_template_list_read_own (const char *folder, GPtrArray *problems)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file_name;

  while (dir != NULL && (file_name = g_dir_read_name (dir)) != NULL)
    read_own (list, folder, file_name, problems);
  g_ptr_array_sort (list, compare_names);
  return g_steal_pointer (&list);
}
