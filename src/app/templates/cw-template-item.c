/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-template-item.h"

/**
 * CwTemplateItem:
 *
 * An entry of the New dialog: a template, and the picture of its first page as soon as there is one.
 */
struct _CwTemplateItem
{
  GObject parent_instance;

  CwTemplate *template;
  guint position;
  GdkTexture *picture;
};

G_DEFINE_FINAL_TYPE (CwTemplateItem, cw_template_item, G_TYPE_OBJECT)

enum
{
  PROP_PICTURE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
cw_template_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PICTURE)
    g_value_set_object (value, CW_TEMPLATE_ITEM (object)->picture);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cw_template_item_finalize (GObject *object)
{
  CwTemplateItem *self = CW_TEMPLATE_ITEM (object);

  g_clear_object (&self->template);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (cw_template_item_parent_class)->finalize (object);
}

static void
cw_template_item_class_init (CwTemplateItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cw_template_item_get_property;
  object_class->finalize = cw_template_item_finalize;

  /**
   * CwTemplateItem:picture:
   *
   * The first page, or %NULL as long as it is not drawn.
   */
  props[PROP_PICTURE] = g_param_spec_object ("picture", NULL, NULL, GDK_TYPE_PAINTABLE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_template_item_init (CwTemplateItem *self)
{
}

/**
 * cw_template_item_new:
 * @template: a template
 * @position: where it stands among all, the first 0
 *
 * Returns: (transfer full): its entry
 */
CwTemplateItem *
cw_template_item_new (CwTemplate *template, guint position)
{
  CwTemplateItem *self = g_object_new (CW_TYPE_TEMPLATE_ITEM, NULL);

  self->template = g_object_ref (template);
  self->position = position;
  return self;
}

/**
 * cw_template_item_get_template:
 * @self: an entry
 *
 * Returns: (transfer none): its template
 */
CwTemplate *
cw_template_item_get_template (CwTemplateItem *self)
{
  g_return_val_if_fail (CW_IS_TEMPLATE_ITEM (self), NULL);

  return self->template;
}

/**
 * cw_template_item_is_blank:
 * @self: an entry
 *
 * Returns: whether it is the blank document, which stands first
 */
gboolean
cw_template_item_is_blank (CwTemplateItem *self)
{
  g_return_val_if_fail (CW_IS_TEMPLATE_ITEM (self), FALSE);

  return cw_document_is_blank (cw_template_get_document (self->template));
}

/**
 * cw_template_item_get_position:
 * @self: an entry
 *
 * Returns: where it stands among all, the first 0
 */
guint
cw_template_item_get_position (CwTemplateItem *self)
{
  g_return_val_if_fail (CW_IS_TEMPLATE_ITEM (self), 0);

  return self->position;
}

/**
 * cw_template_item_get_picture:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the picture of its first page
 */
GdkTexture *
cw_template_item_get_picture (CwTemplateItem *self)
{
  g_return_val_if_fail (CW_IS_TEMPLATE_ITEM (self), NULL);

  return self->picture;
}

/**
 * cw_template_item_set_picture:
 * @self: an entry
 * @picture: the picture of its first page
 */
void
cw_template_item_set_picture (CwTemplateItem *self, GdkTexture *picture)
{
  g_return_if_fail (CW_IS_TEMPLATE_ITEM (self));

  if (g_set_object (&self->picture, picture))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PICTURE]);
}
