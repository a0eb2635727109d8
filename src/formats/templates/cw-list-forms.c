/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list-forms.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "formats/files/cw-file.h"
#include "cw-own-name.h"

/* The forms of an office's own are small key files in one folder, so that a colleague's can be put
 * there too. The name of a file is the name of the form. */

#define ENDING ".list.ini"
#define GROUP "List"
#define COLUMN "Column %u"

/* Far above any form, far below what hurts. */
#define LARGEST_FORM (64 * 1024)

/**
 * cw_list_forms_get_folder:
 *
 * Returns: (transfer full): where the user's own forms of lists are
 */
char *
cw_list_forms_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "chengwen", "lists", NULL);
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_FAILED, message);
  return FALSE;
}

/* --- as a file -------------------------------------------------------------------------------- */

/**
 * cw_list_forms_to_string:
 * @form: a form
 *
 * Returns: (transfer full): its file
 */
char *
cw_list_forms_to_string (CwListForm *form)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_string (file, GROUP, "Kind", cw_list_kind_get_id (cw_list_form_get_kind (form)));
  for (guint i = 0; i < cw_list_form_get_n_columns (form); i++)
    {
      const CwListColumn *column = cw_list_form_get_column (form, i);
      g_autofree char *group = g_strdup_printf (COLUMN, i + 1);

      g_key_file_set_string (file, group, "Role", cw_list_role_get_id (column->role));
      g_key_file_set_string (file, group, "Title", column->title);
      if (column->width > 0)
        g_key_file_set_double (file, group, "Width", column->width);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

/* A role or a width that makes no sense is as good as none: what the columns are called matters. */
static gboolean
read_column (GKeyFile *file, guint number, CwListColumn *column)
{
  g_autofree char *group = g_strdup_printf (COLUMN, number);
  g_autofree char *role = g_key_file_get_string (file, group, "Role", NULL);
  double width = g_key_file_get_double (file, group, "Width", NULL);

  *column = (CwListColumn) { CW_ROLE_FREE, g_key_file_get_string (file, group, "Title", NULL), 0 };
  if (column->title == NULL)
    return FALSE;
  g_strdelimit (column->title, "\n\r", ' ');
  if (role != NULL)
    cw_list_role_find (role, &column->role);
  if (width > 0 && width <= CW_COLUMN_MAX_WIDTH)
    column->width = width;
  return TRUE;
}

/**
 * cw_list_forms_parse:
 * @name: what the form is called
 * @text: its file
 * @length: bytes of it
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the form
 */
CwListForm *
cw_list_forms_parse (const char *name, const char *text, gsize length, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *id = NULL;
  CwListColumn columns[CW_LIST_MAX_COLUMNS];
  CwListKind kind = CW_LIST_OTHER;
  CwListForm *form = NULL;
  guint n = 0;

  if (length == 0 || length > LARGEST_FORM || !g_utf8_validate (text, length, NULL)
      || !g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL))
    {
      fail (error, _ ("The file is damaged or no form of a list."));
      return NULL;
    }
  id = g_key_file_get_string (file, GROUP, "Kind", NULL);
  if (id != NULL)
    cw_list_kind_find (id, &kind);
  while (n < CW_LIST_MAX_COLUMNS && read_column (file, n + 1, &columns[n]))
    n++;
  if (n > 0)
    form = cw_list_form_new (name, kind, columns, n);
  else
    fail (error, _ ("It has no columns."));
  for (guint i = 0; i < n; i++)
    g_free (columns[i].title);
  return form;
}

/* --- the folder ------------------------------------------------------------------------------- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (cw_list_form_get_name (*(CwListForm *const *) a),
                         cw_list_form_get_name (*(CwListForm *const *) b));
}

static void
read_form (GPtrArray *forms, const char *folder, const char *file_name, GPtrArray *problems)
{
  g_autofree char *name = cw_own_name_of_file (file_name, ENDING);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, file_name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CwListForm *form = NULL;

  if (name == NULL)
    return;
  bytes = cw_file_load (file, NULL, NULL, &error);
  if (bytes != NULL)
    form = cw_list_forms_parse (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                &error);
  if (form != NULL)
    g_ptr_array_add (forms, form);
  else if (problems != NULL)
    g_ptr_array_add (problems, g_strdup_printf (_ ("The form “%s” is left out: %s"), name,
                                                error->message));
}

/**
 * cw_list_forms_read:
 * @folder: where the user's own forms are; need not exist
 * @problems: (nullable) (element-type utf8): gets a sentence for each form that is left out
 *
 * Returns: (transfer full) (element-type CwListForm): the customary forms, then the user's own by
 *   name
 */
GPtrArray *
cw_list_forms_read (const char *folder, GPtrArray *problems)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_list_form_unref);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file_name;

  for (CwListKind kind = CW_LIST_PROBLEMS; kind < CW_N_LIST_KINDS; kind++)
    g_ptr_array_add (forms, cw_list_form_new_built_in (kind));
  while (dir != NULL && (file_name = g_dir_read_name (dir)) != NULL)
    read_form (own, folder, file_name, problems);
  g_ptr_array_sort (own, compare_names);
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (forms, own->pdata[i]);
  return forms;
}

/**
 * cw_list_forms_exists:
 * @folder: where the user's own forms are
 * @name: a name
 *
 * Returns: whether there is a form of this name
 */
gboolean
cw_list_forms_exists (const char *folder, const char *name)
{
  g_autofree char *path = cw_own_name_get_path (folder, name, ENDING);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * cw_list_forms_save:
 * @folder: where the user's own forms are; made if need be
 * @form: a form
 * @error: return location for a sentence for the user
 *
 * Keeps @form under its name. One of the same name is replaced.
 *
 * Returns: whether it is safe on the disk
 */
gboolean
cw_list_forms_save (const char *folder, CwListForm *form, GError **error)
{
  const char *name = cw_list_form_get_name (form);
  g_autofree char *path = cw_own_name_get_path (folder, name, ENDING);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *text = cw_list_forms_to_string (form);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  g_return_val_if_fail (cw_own_name_is_valid (name), FALSE);

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("The form “%s” could not be saved: the folder for forms could not be made (%s). The "
             "document itself is safe."),
          name, g_strerror (errno));

      return fail (error, message);
    }
  return cw_file_save (file, bytes, NULL, NULL, NULL, error);
}

/**
 * cw_list_forms_remove:
 * @folder: where the user's own forms are
 * @name: a form's name
 * @error: return location for a sentence for the user
 *
 * Returns: whether there is no such form any more
 */
gboolean
cw_list_forms_remove (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = cw_own_name_get_path (folder, name, ENDING);

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("The form “%s” could not be removed: %s. It is as it was."), name,
          g_strerror (errno));

      return fail (error, message);
    }
  return TRUE;
}
