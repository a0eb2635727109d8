/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-hit-model.h"

/**
 * CwHitModel:
 *
 * A list model of so many hits: its items say nothing but their number, by their place in the list.
 */
struct _CwHitModel
{
  GObject parent_instance;

  guint n;
};

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return CW_HIT_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  return position < CW_HIT_MODEL (model)->n ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CwHitModel,
                               cw_hit_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
cw_hit_model_class_init (CwHitModelClass *klass)
{
}

static void
cw_hit_model_init (CwHitModel *self)
{
}

/**
 * cw_hit_model_new:
 *
 * Returns: (transfer full): a model without items
 */
CwHitModel *
cw_hit_model_new (void)
{
  return g_object_new (CW_TYPE_HIT_MODEL, NULL);
}

/**
 * cw_hit_model_set_n:
 * @self: a model
 * @n: how many hits there are
 *
 * All items are others than before.
 */
void
cw_hit_model_set_n (CwHitModel *self, guint n)
{
  guint removed = self->n;

  self->n = n;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, n);
}
