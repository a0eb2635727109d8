/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-template-pictures.h"

#include "preview/cw-first-pages.h"

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
  CwFirstPages *first_pages;
  GHashTable *wanted; /* of CwTemplateItem: those to be drawn */
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

/* --- the pictures ----------------------------------------------------------------------------- */

typedef struct
{
  CwTemplatePictures *pictures; /* unowned: it owns what makes the pictures */
  CwTemplateItem *item;
} Wish;

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->item);
  g_free (wish);
}

static CwDocument *
read_template (gpointer data, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;

  return cw_document_ref (cw_template_get_document (cw_template_item_get_template (wish->item)));
}

static void
on_drawn (GdkTexture *texture, gpointer data)
{
  Wish *wish = data;

  g_hash_table_remove (wish->pictures->wanted, wish->item);
  if (texture == NULL)
    return;
  keep_drawn (wish->pictures, cw_template_item_get_template (wish->item), texture);
  cw_template_item_set_picture (wish->item, texture);
}

static void
cw_template_pictures_dispose (GObject *object)
{
  CwTemplatePictures *self = CW_TEMPLATE_PICTURES (object);

  if (self->first_pages != NULL)
    g_object_run_dispose (G_OBJECT (self->first_pages));
  g_clear_object (&self->first_pages);
  g_hash_table_remove_all (self->wanted);
  G_OBJECT_CLASS (cw_template_pictures_parent_class)->dispose (object);
}

static void
cw_template_pictures_finalize (GObject *object)
{
  CwTemplatePictures *self = CW_TEMPLATE_PICTURES (object);

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
  self->wanted = g_hash_table_new (NULL, NULL);
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
  self->first_pages = cw_first_pages_new (profile, width);
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
  Wish *wish;

  g_return_if_fail (CW_IS_TEMPLATE_PICTURES (self));

  if (cw_template_item_get_picture (item) != NULL || g_hash_table_contains (self->wanted, item))
    return;
  texture = find_drawn (self, cw_template_item_get_template (item));
  if (texture != NULL)
    {
      cw_template_item_set_picture (item, texture);
      return;
    }
  wish = g_new0 (Wish, 1);
  wish->pictures = self;
  wish->item = g_object_ref (item);
  g_hash_table_add (self->wanted, item);
  cw_first_pages_want (self->first_pages, read_template, on_drawn, wish, free_wish);
}
