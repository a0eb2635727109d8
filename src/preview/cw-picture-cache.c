/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-picture-cache.h"

struct _CwPictureCache
{
  GHashTable *pictures; /* page number → CwPagePicture */
  gsize budget;
  gsize size;
};

/**
 * cw_picture_cache_new:
 * @budget: bytes of pixels to keep at most
 *
 * Returns: (transfer full): an empty cache
 */
CwPictureCache *
cw_picture_cache_new (gsize budget)
{
  CwPictureCache *self = g_new0 (CwPictureCache, 1);

  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cw_page_picture_unref);
  self->budget = budget;
  return self;
}

/**
 * cw_picture_cache_free:
 * @self: (transfer full): a cache
 *
 * Frees the cache and gives up its pictures.
 */
void
cw_picture_cache_free (CwPictureCache *self)
{
  g_hash_table_unref (self->pictures);
  g_free (self);
}

/**
 * cw_picture_cache_get:
 * @self: a cache
 * @number: of the page, from 0
 *
 * Returns: (transfer none) (nullable): the newest picture of the page, which may be of an older
 * state of it
 */
CwPagePicture *
cw_picture_cache_get (CwPictureCache *self, guint number)
{
  return g_hash_table_lookup (self->pictures, GUINT_TO_POINTER (number));
}

static void
drop (CwPictureCache *self, guint number)
{
  CwPagePicture *picture = cw_picture_cache_get (self, number);

  if (!picture)
    return;
  self->size -= cw_page_picture_get_size (picture);
  g_hash_table_remove (self->pictures, GUINT_TO_POINTER (number));
}

/**
 * cw_picture_cache_put:
 * @self: a cache
 * @picture: (transfer none): a picture, which takes the place of the one of the same page
 *
 * Keeps a picture.
 */
void
cw_picture_cache_put (CwPictureCache *self, CwPagePicture *picture)
{
  guint number = cw_page_picture_get_number (picture);

  cw_page_picture_ref (picture);
  drop (self, number);
  self->size += cw_page_picture_get_size (picture);
  g_hash_table_insert (self->pictures, GUINT_TO_POINTER (number), picture);
}

static guint
get_distance (guint number, guint first_kept, guint last_kept)
{
  if (number < first_kept)
    return first_kept - number;
  return number > last_kept ? number - last_kept : 0;
}

static gboolean
find_furthest (CwPictureCache *self, guint first_kept, guint last_kept, guint *furthest)
{
  GHashTableIter iter;
  gpointer key;
  guint most = 0;

  g_hash_table_iter_init (&iter, self->pictures);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint distance = get_distance (GPOINTER_TO_UINT (key), first_kept, last_kept);

      if (distance <= most)
        continue;
      most = distance;
      *furthest = GPOINTER_TO_UINT (key);
    }
  return most > 0;
}

static void
drop_beyond (CwPictureCache *self, guint n_pages)
{
  g_autoptr (GPtrArray) pictures = cw_picture_cache_list (self);

  for (guint i = 0; i < pictures->len; i++)
    {
      guint number = cw_page_picture_get_number (g_ptr_array_index (pictures, i));

      if (number >= n_pages)
        drop (self, number);
    }
}

/**
 * cw_picture_cache_trim:
 * @self: a cache
 * @first_kept: first page that is to be seen
 * @last_kept: last page that is to be seen
 * @n_pages: pages there are
 *
 * Drops pictures of pages that are no more, and, over the budget, those furthest from what is to be
 * seen; what is to be seen stays whatever it takes.
 */
void
cw_picture_cache_trim (CwPictureCache *self, guint first_kept, guint last_kept, guint n_pages)
{
  guint furthest;

  drop_beyond (self, n_pages);
  while (self->size > self->budget && find_furthest (self, first_kept, last_kept, &furthest))
    drop (self, furthest);
}

/**
 * cw_picture_cache_get_size:
 * @self: a cache
 *
 * Returns: bytes of pixels it keeps
 */
gsize
cw_picture_cache_get_size (CwPictureCache *self)
{
  return self->size;
}

/**
 * cw_picture_cache_list:
 * @self: a cache
 *
 * Returns: (transfer full) (element-type CwPagePicture): its pictures, each with a reference
 */
GPtrArray *
cw_picture_cache_list (CwPictureCache *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_page_picture_unref);
  GHashTableIter iter;
  gpointer picture;

  g_hash_table_iter_init (&iter, self->pictures);
  while (g_hash_table_iter_next (&iter, NULL, &picture))
    g_ptr_array_add (list, cw_page_picture_ref (picture));
  return list;
}
