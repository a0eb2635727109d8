/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-element-field.h"

#include <glib/gi18n-lib.h>

/* How long a field that undo has changed is marked. */
#define FLASH_MS 1600

/**
 * CwElementField:
 *
 * One element of the document to be filled in: its name, a place to type, a mark while it is
 * required and empty, and what is wrong with it. What is typed is told by
 * #CwElementField::edited; what the document says comes in by cw_element_field_show(). The field
 * itself knows no document.
 */
typedef struct
{
  CwElement element;
  char *text;
  char *mistake;
  gboolean missing;
  gboolean typed;   /* the last change was typing, not a command */
  gboolean showing; /* the field follows the document; nobody types */
  GtkWidget *head;
  GtkWidget *name;
  GtkWidget *missing_mark;
  GPtrArray *inputs; /* of GtkWidget, not owned */
  guint flash_timer;
} CwElementFieldPrivate;

enum
{
  PROP_ELEMENT = 1,
  PROP_MISTAKE,
  N_PROPS,
};

enum
{
  EDITED,
  ENTERED,
  LEFT,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CwElementField, cw_element_field, GTK_TYPE_BOX)

#define PRIVATE(self) ((CwElementFieldPrivate *) cw_element_field_get_instance_private (self))

static void
on_enter (CwElementField *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_leave (CwElementField *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
end_flash (gpointer data)
{
  CwElementField *self = data;

  PRIVATE (self)->flash_timer = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "cw-changed");
  return G_SOURCE_REMOVE;
}

/* --- the widget --- */

static gboolean
cw_element_field_grab_focus (GtkWidget *widget)
{
  CW_ELEMENT_FIELD_GET_CLASS (widget)->enter (CW_ELEMENT_FIELD (widget));
  return TRUE;
}

static void
cw_element_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ELEMENT:
      PRIVATE (CW_ELEMENT_FIELD (object))->element = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_element_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CwElementFieldPrivate *priv = PRIVATE (CW_ELEMENT_FIELD (object));

  switch (id)
    {
    case PROP_ELEMENT:
      g_value_set_uint (value, priv->element);
      break;
    case PROP_MISTAKE:
      g_value_set_string (value, priv->mistake);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_element_field_constructed (GObject *object)
{
  CwElementFieldPrivate *priv = PRIVATE (CW_ELEMENT_FIELD (object));

  G_OBJECT_CLASS (cw_element_field_parent_class)->constructed (object);
  gtk_label_set_text (GTK_LABEL (priv->name), cw_element_get_name (priv->element));
}

static void
cw_element_field_dispose (GObject *object)
{
  CwElementFieldPrivate *priv = PRIVATE (CW_ELEMENT_FIELD (object));

  g_clear_handle_id (&priv->flash_timer, g_source_remove);
  G_OBJECT_CLASS (cw_element_field_parent_class)->dispose (object);
}

static void
cw_element_field_finalize (GObject *object)
{
  CwElementFieldPrivate *priv = PRIVATE (CW_ELEMENT_FIELD (object));

  g_free (priv->text);
  g_free (priv->mistake);
  g_ptr_array_unref (priv->inputs);
  G_OBJECT_CLASS (cw_element_field_parent_class)->finalize (object);
}

static void
cw_element_field_class_init (CwElementFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = cw_element_field_set_property;
  object_class->get_property = cw_element_field_get_property;
  object_class->constructed = cw_element_field_constructed;
  object_class->dispose = cw_element_field_dispose;
  object_class->finalize = cw_element_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = cw_element_field_grab_focus;

  /**
   * CwElementField:element:
   *
   * The #CwElement it is for.
   */
  props[PROP_ELEMENT]
      = g_param_spec_uint ("element", NULL, NULL, 0, CW_N_ELEMENTS - 1, 0,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * CwElementField:mistake:
   *
   * What is wrong with its text, a sentence for the user, or %NULL.
   */
  props[PROP_MISTAKE] = g_param_spec_string ("mistake", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * CwElementField::edited:
   *
   * The user has changed the text; see cw_element_field_get_text().
   */
  signals[EDITED]
      = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CwElementField::entered:
   *
   * The keyboard has come into the field.
   */
  signals[ENTERED]
      = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CwElementField::left:
   *
   * The keyboard has gone out of the field.
   */
  signals[LEFT]
      = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
make_head (CwElementField *self)
{
  CwElementFieldPrivate *priv = PRIVATE (self);

  priv->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  priv->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (priv->name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (priv->name, "caption");
  gtk_widget_add_css_class (priv->name, "dimmed");
  priv->missing_mark = gtk_label_new (_ ("required"));
  gtk_widget_add_css_class (priv->missing_mark, "caption");
  gtk_widget_add_css_class (priv->missing_mark, "warning");
  gtk_widget_set_visible (priv->missing_mark, FALSE);
  gtk_box_append (GTK_BOX (priv->head), priv->name);
  gtk_box_append (GTK_BOX (priv->head), priv->missing_mark);
  gtk_box_append (GTK_BOX (self), priv->head);
}

static void
cw_element_field_init (CwElementField *self)
{
  CwElementFieldPrivate *priv = PRIVATE (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  priv->text = g_strdup ("");
  priv->inputs = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cw-field");
  make_head (self);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_enter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* --- text in and out --- */

/**
 * cw_element_field_get_element:
 * @self: a field
 *
 * Returns: the element it is for
 */
CwElement
cw_element_field_get_element (CwElementField *self)
{
  g_return_val_if_fail (CW_IS_ELEMENT_FIELD (self), CW_ELEMENT_TITLE);

  return PRIVATE (self)->element;
}

/**
 * cw_element_field_get_text:
 * @self: a field
 *
 * Returns: (transfer none): what is in it
 */
const char *
cw_element_field_get_text (CwElementField *self)
{
  g_return_val_if_fail (CW_IS_ELEMENT_FIELD (self), NULL);

  return PRIVATE (self)->text;
}

/**
 * cw_element_field_show:
 * @self: a field
 * @text: (nullable): what the document says
 *
 * Makes the field say what the document says. Nothing is told to be edited.
 */
void
cw_element_field_show (CwElementField *self, const char *text)
{
  CwElementFieldPrivate *priv;

  g_return_if_fail (CW_IS_ELEMENT_FIELD (self));

  priv = PRIVATE (self);
  if (!g_set_str (&priv->text, text != NULL ? text : ""))
    return;
  priv->showing = TRUE;
  CW_ELEMENT_FIELD_GET_CLASS (self)->show_text (self, priv->text);
  priv->showing = FALSE;
}

/**
 * cw_element_field_is_showing:
 * @self: a field
 *
 * Returns: whether its input changes because the document did
 */
gboolean
cw_element_field_is_showing (CwElementField *self)
{
  return PRIVATE (self)->showing;
}

static void
take (CwElementField *self, const char *text, gboolean typed)
{
  CwElementFieldPrivate *priv = PRIVATE (self);

  if (priv->showing || !g_set_str (&priv->text, text))
    return;
  priv->typed = typed;
  g_signal_emit (self, signals[EDITED], 0);
}

/**
 * cw_element_field_take_text:
 * @self: a field
 * @text: what its input says
 *
 * Tells that the user has typed in it, if that is so.
 */
void
cw_element_field_take_text (CwElementField *self, const char *text)
{
  take (self, text, TRUE);
}

/**
 * cw_element_field_take_change:
 * @self: a field
 * @text: what its inputs say
 *
 * Tells that the user has changed it by a command, which is always a step of its own.
 */
void
cw_element_field_take_change (CwElementField *self, const char *text)
{
  take (self, text, FALSE);
}

/**
 * cw_element_field_get_typed:
 * @self: a field
 *
 * Returns: whether the last change was typing, which joins what was typed just before
 */
gboolean
cw_element_field_get_typed (CwElementField *self)
{
  g_return_val_if_fail (CW_IS_ELEMENT_FIELD (self), FALSE);

  return PRIVATE (self)->typed;
}

/* --- what it says about its text --- */

static void
describe_input (CwElementFieldPrivate *priv, GtkAccessible *input)
{
  gtk_accessible_update_state (
      input, GTK_ACCESSIBLE_STATE_INVALID,
      priv->mistake != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (input, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  priv->mistake != NULL ? priv->mistake
                                  : priv->missing       ? _ ("required")
                                                        : "",
                                  -1);
  if (priv->mistake != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (input), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (input), "error");
}

static void
describe_inputs (CwElementFieldPrivate *priv)
{
  for (guint i = 0; i < priv->inputs->len; i++)
    describe_input (priv, g_ptr_array_index (priv->inputs, i));
}

/**
 * cw_element_field_set_missing:
 * @self: a field
 * @missing: whether the paper may not go out without it and it is empty
 */
void
cw_element_field_set_missing (CwElementField *self, gboolean missing)
{
  CwElementFieldPrivate *priv = PRIVATE (self);

  if (!priv->missing == !missing)
    return;
  priv->missing = missing;
  gtk_widget_set_visible (priv->missing_mark, missing);
  describe_inputs (priv);
}

/**
 * cw_element_field_get_missing:
 * @self: a field
 *
 * Returns: whether it is required and empty
 */
gboolean
cw_element_field_get_missing (CwElementField *self)
{
  g_return_val_if_fail (CW_IS_ELEMENT_FIELD (self), FALSE);

  return PRIVATE (self)->missing;
}

/**
 * cw_element_field_set_mistake:
 * @self: a field
 * @mistake: (nullable): what is wrong with its text and how to mend it
 */
void
cw_element_field_set_mistake (CwElementField *self, const char *mistake)
{
  CwElementFieldPrivate *priv = PRIVATE (self);

  if (!g_set_str (&priv->mistake, mistake))
    return;
  describe_inputs (priv);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MISTAKE]);
}

/**
 * cw_element_field_get_mistake:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): what is wrong with its text
 */
const char *
cw_element_field_get_mistake (CwElementField *self)
{
  g_return_val_if_fail (CW_IS_ELEMENT_FIELD (self), NULL);

  return PRIVATE (self)->mistake;
}

/**
 * cw_element_field_flash:
 * @self: a field
 *
 * Draws the eye to it: undo or redo has changed it.
 */
void
cw_element_field_flash (CwElementField *self)
{
  CwElementFieldPrivate *priv = PRIVATE (self);

  g_clear_handle_id (&priv->flash_timer, g_source_remove);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cw-changed");
  priv->flash_timer = g_timeout_add (FLASH_MS, end_flash, self);
}

/* --- for the kinds of fields --- */

static void
forget_input (gpointer data, GObject *input)
{
  g_ptr_array_remove (data, input);
  g_ptr_array_unref (data);
}

/**
 * cw_element_field_adopt:
 * @self: a field
 * @input: a place to type in
 * @name: (nullable): its name; %NULL for that of the element
 *
 * Gives it its name for assistive tools, and tells them of mistakes in it from now on.
 */
void
cw_element_field_adopt (CwElementField *self, GtkWidget *input, const char *name)
{
  CwElementFieldPrivate *priv = PRIVATE (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : cw_element_get_name (priv->element), -1);
  g_ptr_array_add (priv->inputs, input);
  g_object_weak_ref (G_OBJECT (input), forget_input, g_ptr_array_ref (priv->inputs));
  describe_input (priv, GTK_ACCESSIBLE (input));
}

/**
 * cw_element_field_add_tool:
 * @self: a field
 * @tool: (transfer floating): a small button
 *
 * Puts @tool beside the name.
 */
void
cw_element_field_add_tool (CwElementField *self, GtkWidget *tool)
{
  gtk_widget_set_hexpand (tool, TRUE);
  gtk_widget_set_halign (tool, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (PRIVATE (self)->head), tool);
}
