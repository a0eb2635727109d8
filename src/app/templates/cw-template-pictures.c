/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-template-pictures.h"

#include <math.h>

#include "preview/cw-page-picture.h"
#include "typeset/cw-standard.h"
#include "typeset/pages/cw-typesetter.h"

/* A picture that was drawn once serves every later dialog, as long as it would look the same. */
typedef struct
{
  CwDocument *document;
  CwProfile profile;
  guint width;
  GdkTexture *texture;
} Drawn;

/**
 * CwTemplatePictures:
 *
 * Draws the first pages of templates with the one painter there is, in a thread, one after another.
 * Belongs to the thread of the user interface.
 */
struct _CwTemplatePictures
{
  GObject parent_instance;

  CwProfile profile;
  guint width;
  GCancellable *cancellable;
  GQueue waiting;     /* of CwTemplateItem */
  GHashTable *wanted; /* the same, and the one being drawn */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (CwTemplatePictures, cw_template_pictures, G_TYPE_OBJECT)

static void
free_drawn (Drawn *drawn)
{
  cw_document_unref (drawn->document);
  g_object_unref (drawn->texture);
  g_free (drawn);
}

/* By the id of the template; one a template, so that it cannot grow. */
static GHashTable *
get_drawn (void)
{
  static GHashTable *drawn;

  if (drawn == NULL)
    drawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_drawn);
  return drawn;
}

static GdkTexture *
find_drawn (CwTemplatePictures *self, CwTemplate *template)
{
  Drawn *drawn = g_hash_table_lookup (get_drawn (), cw_template_get_id (template));

  if (drawn == NULL || drawn->width != self->width
      || !cw_profile_equal (&drawn->profile, &self->profile)
      || !cw_document_equal (drawn->document, cw_template_get_document (template)))
    return NULL;
  return drawn->texture;
}

static void
keep_drawn (CwTemplatePictures *self, CwTemplate *template, GdkTexture *texture)
{
  Drawn *drawn = g_new0 (Drawn, 1);

  drawn->document = cw_document_ref (cw_template_get_document (template));
  drawn->profile = self->profile;
  drawn->width = self->width;
  drawn->texture = g_object_ref (texture);
  g_hash_table_replace (get_drawn (), g_strdup (cw_template_get_id (template)), drawn);
}

/* --- the thread ------------------------------------------------------------------------------- */

typedef struct
{
  CwTemplateItem *item; /* looked at by the main thread only */
  CwDocument *document;
  CwProfile profile;
  guint width;
} Job;

static void
free_job (Job *job)
{
  g_object_unref (job->item);
  cw_document_unref (job->document);
  g_free (job);
}

static void
draw (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (CwTypesetter) typesetter = NULL;
  g_autoptr (CwPages) pages = NULL;
  g_autoptr (CwPagePicture) picture = NULL;
  g_autoptr (GError) error = NULL;
  CwPage *page;
  double density = job->width / CW_STD_PAGE_WIDTH;
  cairo_rectangle_int_t part
      = { 0, 0, job->width, (int) round (CW_STD_PAGE_HEIGHT * density) };

  if (g_task_return_error_if_cancelled (task))
    return;
  typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  pages = cw_typesetter_set (typesetter, job->document, &job->profile);
  page = cw_pages_get_page (pages, 0);
  picture = cw_page_picture_new_painted (0, page, density, &part, FALSE, &error);
  if (picture != NULL)
    g_task_return_pointer (task, g_object_ref (cw_page_picture_get_texture (picture)),
                           g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* --- the queue -------------------------------------------------------------------------------- */

static void draw_next (CwTemplatePictures *self);

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  CwTemplatePictures *self = CW_TEMPLATE_PICTURES (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  self->busy = FALSE;
  g_hash_table_remove (self->wanted, job->item);
  if (texture != NULL)
    {
      keep_drawn (self, cw_template_item_get_template (job->item), texture);
      cw_template_item_set_picture (job->item, texture);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("%s", error->message); /* the entry keeps its blank sheet */
  draw_next (self);
}

static void
draw_next (CwTemplatePictures *self)
{
  g_autoptr (CwTemplateItem) item = NULL;
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->busy || g_queue_is_empty (&self->waiting))
    return;
  item = g_queue_pop_head (&self->waiting);
  job = g_new0 (Job, 1);
  job->document = cw_document_ref (cw_template_get_document (cw_template_item_get_template (item)));
  job->item = g_steal_pointer (&item);
  job->profile = self->profile;
  job->width = self->width;
  task = g_task_new (self, self->cancellable, on_drawn, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  self->busy = TRUE;
  g_task_run_in_thread (task, draw);
}

static void
cw_template_pictures_dispose (GObject *object)
{
  CwTemplatePictures *self = CW_TEMPLATE_PICTURES (object);

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_hash_table_remove_all (self->wanted);
  G_OBJECT_CLASS (cw_template_pictures_parent_class)->dispose (object);
}

static void
cw_template_pictures_finalize (GObject *object)
{
  CwTemplatePictures *self = CW_TEMPLATE_PICTURES (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->wanted, g_hash_table_unref);
  G_OBJECT_CLASS (cw_template_pictures_parent_class)->finalize (object);
}

static void
cw_template_pictures_class_init (CwTemplatePicturesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cw_template_pictures_dispose;
  object_class->finalize = cw_template_pictures_finalize;
}

static void
cw_template_pictures_init (CwTemplatePictures *self)
{
  self->cancellable = g_cancellable_new ();
  self->wanted = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->waiting);
}

/**
 * cw_template_pictures_new:
 * @profile: the choices for the page
 * @width: how wide pictures shall be, in device pixels
 *
 * Returns: (transfer full): one who draws
 */
CwTemplatePictures *
cw_template_pictures_new (const CwProfile *profile, guint width)
{
  CwTemplatePictures *self = g_object_new (CW_TYPE_TEMPLATE_PICTURES, NULL);

  self->profile = *profile;
  self->width = width;
  return self;
}

/**
 * cw_template_pictures_want:
 * @self: one who draws
 * @item: an entry that shows
 *
 * Sees to it that @item gets its picture: at once if there is one, otherwise after those that were
 * wanted earlier.
 */
void
cw_template_pictures_want (CwTemplatePictures *self, CwTemplateItem *item)
{
  GdkTexture *texture;

  g_return_if_fail (CW_IS_TEMPLATE_PICTURES (self));

  if (cw_template_item_get_picture (item) != NULL || g_hash_table_contains (self->wanted, item))
    return;
  texture = find_drawn (self, cw_template_item_get_template (item));
  if (texture != NULL)
    {
      cw_template_item_set_picture (item, texture);
      return;
    }
  g_hash_table_add (self->wanted, item);
  g_queue_push_tail (&self->waiting, g_object_ref (item));
  draw_next (self);
}
