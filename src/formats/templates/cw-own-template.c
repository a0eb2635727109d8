/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-own-template.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "formats/files/cw-file.h"
#include "formats/project/cw-project.h"
#include "cw-own-name.h"

/* The user's own templates are project files in one folder, so that a colleague's can be put there
 * too, and every one can be opened and changed like any document. The name of a file is the name of
 * the template. */

#define ENDING ".chengwen"

/**
 * cw_own_template_new:
 * @name: its name
 * @document: the document to begin with
 *
 * Returns: (transfer full): a template of the user's own
 */
CwTemplate *
cw_own_template_new (const char *name, CwDocument *document)
{
  g_autofree char *id = g_strconcat ("own:", name, NULL);

  return cw_template_new (id, name, cw_kind_get_name (cw_document_get_form (document)->kind), NULL,
                          CW_TEMPLATE_OWN, document);
}

/**
 * cw_own_template_get_name_of:
 * @file_name: a file's name
 *
 * Returns: (transfer full) (nullable): the name of the template in it; %NULL if there is none
 */
char *
cw_own_template_get_name_of (const char *file_name)
{
  return cw_own_name_of_file (file_name, ENDING);
}

/**
 * cw_own_template_is_name:
 * @name: what the user has typed
 *
 * Returns: whether a template can be called so
 */
gboolean
cw_own_template_is_name (const char *name)
{
  return cw_own_name_is_valid (name);
}

static char *
make_path (const char *folder, const char *name)
{
  return cw_own_name_get_path (folder, name, ENDING);
}

/**
 * cw_own_template_exists:
 * @folder: where the user's own templates are
 * @name: a name
 *
 * Returns: whether there is a template of this name
 */
gboolean
cw_own_template_exists (const char *folder, const char *name)
{
  g_autofree char *path = make_path (folder, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Takes @message. */
static gboolean
fail (GError **error, char *message)
{
  g_autofree char *owned = message;

  g_set_error_literal (error, CW_FILE_ERROR, CW_FILE_ERROR_FAILED, owned);
  return FALSE;
}

/**
 * cw_own_template_save:
 * @folder: where the user's own templates are; made if need be
 * @name: what the template shall be called
 * @document: what to begin with
 * @error: return location for a sentence for the user
 *
 * Keeps @document as a template. One of the same name is replaced.
 *
 * Returns: whether it is safe on the disk
 */
gboolean
cw_own_template_save (const char *folder, const char *name, CwDocument *document, GError **error)
{
  g_autofree char *path = make_path (folder, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (cw_own_template_is_name (name), FALSE);

  if (g_mkdir_with_parents (folder, 0755) != 0)
    return fail (error, g_strdup_printf (
                            _ ("The template “%s” could not be saved: the folder for templates "
                               "could not be made (%s). The document itself is safe."),
                            name, g_strerror (errno)));
  bytes = cw_project_write (document, error);
  return bytes != NULL && cw_file_save (file, bytes, NULL, NULL, NULL, error);
}

/**
 * cw_own_template_rename:
 * @folder: where the user's own templates are
 * @name: a template's name
 * @new_name: the name it shall have
 * @error: return location for a sentence for the user
 *
 * Returns: whether it is called so now; never replaces another template
 */
gboolean
cw_own_template_rename (const char *folder, const char *name, const char *new_name, GError **error)
{
  g_autofree char *path = make_path (folder, name);
  g_autofree char *new_path = make_path (folder, new_name);

  g_return_val_if_fail (cw_own_template_is_name (new_name), FALSE);

  if (strcmp (path, new_path) == 0)
    return TRUE;
  if (g_file_test (new_path, G_FILE_TEST_EXISTS))
    return fail (error, g_strdup_printf (
                            _ ("There is a template “%s” already. Choose another name."), new_name));
  if (g_rename (path, new_path) != 0)
    return fail (error,
                 g_strdup_printf (_ ("The template “%s” could not be renamed: %s. It is as it was."),
                                  name, g_strerror (errno)));
  return TRUE;
}

/**
 * cw_own_template_remove:
 * @folder: where the user's own templates are
 * @name: a template's name
 * @error: return location for a sentence for the user
 *
 * Returns: whether there is no such template any more
 */
gboolean
cw_own_template_remove (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = make_path (folder, name);

  if (g_unlink (path) != 0 && errno != ENOENT)
    return fail (error,
                 g_strdup_printf (_ ("The template “%s” could not be removed: %s. It is as it was."),
                                  name, g_strerror (errno)));
  return TRUE;
}
