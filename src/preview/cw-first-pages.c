/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-first-pages.h"

#include <math.h>

#include "cw-page-picture.h"
#include "typeset/cw-standard.h"
#include "typeset/pages/cw-typesetter.h"

/**
 * CwFirstPages:
 *
 * Pictures of first pages, small, for lists of documents: made one after the other in a thread,
 * so that no list waits for them.
 */
struct _CwFirstPages
{
  GObject parent_instance;

  CwProfile profile;
  guint width;
  GCancellable *cancellable;
  GQueue waiting; /* of Wish */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (CwFirstPages, cw_first_pages, G_TYPE_OBJECT)

typedef struct
{
  CwProfile profile;
  guint width;
  CwFirstPagesRead read;
  CwFirstPagesDone done;
  gpointer data;
  GDestroyNotify free_data;
} Wish;

static void
wish_free (Wish *wish)
{
  if (wish->free_data != NULL)
    wish->free_data (wish->data);
  g_free (wish);
}

/* --- the thread --- */

static GdkTexture *
draw_first_page (CwDocument *document, Wish *wish, GError **error)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (CwPages) pages = cw_typesetter_set (typesetter, document, &wish->profile);
  double density = wish->width / CW_STD_PAGE_WIDTH;
  cairo_rectangle_int_t part
      = { 0, 0, wish->width, (int) round (CW_STD_PAGE_HEIGHT * density) };
  g_autoptr (CwPagePicture) picture = cw_page_picture_new_painted (
      0, cw_pages_get_page (pages, 0), density, &part, FALSE, error);

  return picture != NULL ? g_object_ref (cw_page_picture_get_texture (picture)) : NULL;
}

static void
draw (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = NULL;
  GdkTexture *texture = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  document = wish->read (wish->data, cancellable, &error);
  if (document != NULL)
    texture = draw_first_page (document, wish, &error);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* --- the queue --- */

static void draw_next (CwFirstPages *self);

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer unused)
{
  CwFirstPages *self = CW_FIRST_PAGES (source);
  Wish *wish = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  self->busy = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (texture == NULL)
    g_debug ("%s", error->message); /* the entry keeps its blank sheet */
  wish->done (texture, wish->data);
  draw_next (self);
}

static void
draw_next (CwFirstPages *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->busy || g_queue_is_empty (&self->waiting))
    return;
  task = g_task_new (self, self->cancellable, on_drawn, NULL);
  g_task_set_task_data (task, g_queue_pop_head (&self->waiting), (GDestroyNotify) wish_free);
  self->busy = TRUE;
  g_task_run_in_thread (task, draw);
}

static void
cw_first_pages_dispose (GObject *object)
{
  CwFirstPages *self = CW_FIRST_PAGES (object);

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) wish_free);
  G_OBJECT_CLASS (cw_first_pages_parent_class)->dispose (object);
}

static void
cw_first_pages_finalize (GObject *object)
{
  g_clear_object (&CW_FIRST_PAGES (object)->cancellable);
  G_OBJECT_CLASS (cw_first_pages_parent_class)->finalize (object);
}

static void
cw_first_pages_class_init (CwFirstPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cw_first_pages_dispose;
  object_class->finalize = cw_first_pages_finalize;
}

static void
cw_first_pages_init (CwFirstPages *self)
{
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->waiting);
}

/**
 * cw_first_pages_new:
 * @profile: how the pages are set
 * @width: how wide their pictures are to be, device pixels
 *
 * Disposing of it ends what it has under way.
 *
 * Returns: (transfer full): a new maker of pictures
 */
CwFirstPages *
cw_first_pages_new (const CwProfile *profile, guint width)
{
  CwFirstPages *self = g_object_new (CW_TYPE_FIRST_PAGES, NULL);

  self->profile = *profile;
  self->width = width;
  return self;
}

/**
 * cw_first_pages_want:
 * @self: a maker of pictures
 * @read: called in a thread for the document
 * @done: called in the main thread with its picture, unless @self is disposed of before
 * @data: passed to both
 * @free_data: (nullable): called when neither will be called any more
 *
 * Asks for a picture; those asked for first come first.
 */
void
cw_first_pages_want (CwFirstPages *self,
                     CwFirstPagesRead read,
                     CwFirstPagesDone done,
                     gpointer data,
                     GDestroyNotify free_data)
{
  Wish *wish = g_new0 (Wish, 1);

  g_return_if_fail (CW_IS_FIRST_PAGES (self));

  *wish = (Wish) { self->profile, self->width, read, done, data, free_data };
  g_queue_push_tail (&self->waiting, wish);
  draw_next (self);
}
