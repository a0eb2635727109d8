/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-start-papers.h"

#include "app/cw-recent.h"
#include "cw-config.h"
#include "cw-start-card.h"
#include "formats/files/cw-file.h"
#include "formats/project/cw-project.h"
#include "formats/templates/cw-template-list.h"

/* The papers the start window offers, each as a card. */

#define MOST_RECENT 12
#define MOST_TEMPLATES 6

/* The card may be gone when its picture comes. */
typedef struct
{
  GWeakRef card;
  GFile *file;
  CwDocument *document;
} Wish;

static Wish *
wish_new (GtkWidget *card, GFile *file, CwDocument *document)
{
  Wish *wish = g_new0 (Wish, 1);

  g_weak_ref_init (&wish->card, card);
  g_set_object (&wish->file, file);
  if (document != NULL)
    wish->document = cw_document_ref (document);
  return wish;
}

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_weak_ref_clear (&wish->card);
  g_clear_object (&wish->file);
  g_clear_pointer (&wish->document, cw_document_unref);
  g_free (wish);
}

static CwDocument *
read_wish (gpointer data, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;
  g_autoptr (GBytes) bytes = NULL;

  if (wish->document != NULL)
    return cw_document_ref (wish->document);
  bytes = cw_file_load (wish->file, NULL, cancellable, error);
  return bytes != NULL ? cw_file_read_document (bytes, NULL, error) : NULL;
}

static void
show_picture (GdkTexture *texture, gpointer data)
{
  Wish *wish = data;
  g_autoptr (CwStartCard) card = g_weak_ref_get (&wish->card);

  if (card != NULL)
    cw_start_card_set_picture (card, texture);
}

static void
clear (AdwWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
}

static void
add_card (AdwWrapBox *box, GtkWidget *card, CwFirstPages *pictures, GFile *file,
          CwDocument *document)
{
  adw_wrap_box_append (box, card);
  cw_first_pages_want (pictures, read_wish, show_picture, wish_new (card, file, document),
                       wish_free);
}

/* What a clerk calls the document: the name of its file without the ending. */
static char *
get_name (GtkRecentInfo *info)
{
  const char *name = gtk_recent_info_get_display_name (info);
  const char *dot = g_utf8_strrchr (name, -1, '.');

  return dot != NULL && dot > name ? g_strndup (name, dot - name) : g_strdup (name);
}

static char *
get_place (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return folder != NULL ? g_file_get_basename (folder) : g_strdup ("");
}

/**
 * cw_start_papers_show_recent:
 * @box: where the cards go; what it holds is taken out
 * @pictures: who makes their pictures
 *
 * Shows the documents opened or saved last.
 *
 * Returns: how many there are
 */
guint
cw_start_papers_show_recent (AdwWrapBox *box, CwFirstPages *pictures)
{
  g_autoptr (GPtrArray) infos = cw_recent_get_infos (MOST_RECENT);

  clear (box);
  for (guint i = 0; i < infos->len; i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
      g_autofree char *name = get_name (info);
      g_autofree char *place = get_place (file);
      g_autofree char *whole = gtk_recent_info_get_uri_display (info);
      GtkWidget *card = cw_start_card_new (name, place);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "app.open-recent");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "s",
                                        gtk_recent_info_get_uri (info));
      gtk_widget_set_tooltip_text (card, whole);
      add_card (box, card, pictures, file, NULL);
    }
  return infos->len;
}

static GPtrArray *
read_templates (void)
{
  g_autofree char *folder = cw_template_list_get_folder ();

  return cw_template_list_read (folder, NULL);
}

/**
 * cw_start_papers_show_templates:
 * @box: where the cards go; what it holds is taken out
 * @pictures: who makes their pictures
 *
 * Shows the starting points that most offices want.
 *
 * Returns: how many there are
 */
guint
cw_start_papers_show_templates (AdwWrapBox *box, CwFirstPages *pictures)
{
  g_autoptr (GPtrArray) templates = read_templates ();
  guint n = 0;

  clear (box);
  for (guint i = 0; i < templates->len && n < MOST_TEMPLATES; i++)
    {
      CwTemplate *template = g_ptr_array_index (templates, i);
      GtkWidget *card;

      if ((cw_template_get_flags (template) & CW_TEMPLATE_COMMON) == 0)
        continue;
      card = cw_start_card_new (cw_template_get_name (template), "");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "start.template");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "s", cw_template_get_id (template));
      add_card (box, card, pictures, NULL, cw_template_get_document (template));
      n++;
    }
  return n;
}

/**
 * cw_start_papers_read_template:
 * @id: which one
 *
 * Returns: (transfer full) (nullable): the document to begin with
 */
CwDocument *
cw_start_papers_read_template (const char *id)
{
  g_autoptr (GPtrArray) templates = read_templates ();

  for (guint i = 0; i < templates->len; i++)
    if (g_str_equal (cw_template_get_id (g_ptr_array_index (templates, i)), id))
      return cw_document_ref (cw_template_get_document (g_ptr_array_index (templates, i)));
  return NULL;
}

/**
 * cw_start_papers_read_sample:
 * @error: why it cannot be read
 *
 * The environment variable CHENGWEN_SAMPLES names another place for runs from the build folder.
 *
 * Returns: (transfer full) (nullable): the finished paper to look at and to try things on
 */
CwDocument *
cw_start_papers_read_sample (GError **error)
{
  const char *folder = g_getenv ("CHENGWEN_SAMPLES");
  g_autofree char *path
      = folder != NULL ? g_build_filename (folder, "summary.xml", NULL)
                       : g_build_filename (CW_DATADIR, "chengwen", "samples", "summary.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = cw_file_load (file, NULL, NULL, error);

  return bytes != NULL ? cw_project_read_xml (bytes, error) : NULL;
}
