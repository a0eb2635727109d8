/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/cw-settings.h"

/**
 * CwPlaceholderRow:
 *
 * One placeholder: its sentence, an entry for its value, unit, page and what is known about it. What
 * is typed goes into the paper with Enter.
 */
struct _CwPlaceholderRow
{
  GtkBox parent_instance;

  CwPlaceholderItem *item;
  gulong changed;
  char *shown; /* what the paper has, as last put into the entry */

  GtkLabel *sentence;
  GtkEditable *entry;
  GtkLabel *unit;
  GtkWidget *same_button;
  GtkLabel *linked;
  GtkLabel *page;
  GtkMenuButton *menu_button;
  GtkLabel *facts;
  GtkLabel *problem;
};

enum
{
  FILL,
  COMMAND,
  ENTERED,
  LEAVE,
  MOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPlaceholderRow, cw_placeholder_row, GTK_TYPE_BOX)

/* --- what it shows --- */

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_sentence (CwPlaceholderRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  guint start = 0, end = 0;
  g_autofree char *sentence = cw_blank_describe_sentence (
      cw_placeholder_item_get_document (self->item), cw_placeholder_item_get_blank (self->item),
      &start, &end);

  weight->start_index = line->start_index = start;
  weight->end_index = line->end_index = end;
  pango_attr_list_insert (attributes, weight);
  pango_attr_list_insert (attributes, line);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_attributes (self->sentence, attributes);
}

/* What somebody is typing is left alone unless the paper says something new. */
static void
show_value (CwPlaceholderRow *self)
{
  const CwValue *value = cw_placeholder_item_get_value (self->item);
  g_autofree char *text = cw_placeholder_item_dup_text (self->item);
  gboolean filled = cw_placeholder_item_get_blank (self->item)->filled;
  gboolean last = value != NULL && *value->last != '\0';
  g_autofree char *hint
      = last ? g_strdup_printf (_ ("last %s"), value->last) : g_strdup (filled ? "" : text);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint);
  if (g_set_str (&self->shown, filled ? text : ""))
    gtk_editable_set_text (self->entry, self->shown);
}

static char *
describe_facts (const CwValue *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (value == NULL)
    return NULL;
  if (*value->name != '\0')
    g_strv_builder_add (builder, value->name);
  if (*value->source != '\0')
    g_strv_builder_take (builder, g_strdup_printf (_ ("given by %s"), value->source));
  if (*value->last != '\0')
    g_strv_builder_take (builder, g_strdup_printf (_ ("last %s"), value->last));
  if (value->rule != CW_VALUE_ENTERED)
    g_strv_builder_add (builder, _ ("computed"));
  if (*value->note != '\0')
    g_strv_builder_add (builder, value->note);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static void
show_names (CwPlaceholderRow *self)
{
  g_autofree char *name = cw_placeholder_item_dup_name (self->item);
  g_autofree char *value = g_strdup_printf (_ ("Value of %s"), name);
  g_autofree char *menu = g_strdup_printf (_ ("More About %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  value, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

/* A blank that was something in the last period can be that again. */
static void
show_same (CwPlaceholderRow *self)
{
  const CwValue *value = cw_placeholder_item_get_value (self->item);
  g_autofree char *name = cw_placeholder_item_dup_name (self->item);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->same_button,
                          value != NULL && !value->filled && *value->last != '\0');
  if (value == NULL)
    return;
  label = g_strdup_printf (_ ("Same as Last Time: %s for %s"), value->last, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->same_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_menu (CwPlaceholderRow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.clear",
                                 cw_placeholder_item_get_blank (self->item)->filled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.unlink",
                                 cw_placeholder_item_get_n_places (self->item) > 1);
}

static void
show (CwPlaceholderRow *self)
{
  guint n_places = cw_placeholder_item_get_n_places (self->item);
  g_autofree char *unit = cw_blank_get_unit (cw_placeholder_item_get_document (self->item),
                                             cw_placeholder_item_get_blank (self->item));
  g_autofree char *facts = describe_facts (cw_placeholder_item_get_value (self->item));
  g_autofree char *linked = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n_places), n_places);

  show_sentence (self);
  show_value (self);
  show_names (self);
  show_same (self);
  set_label (self->unit, unit);
  set_label (self->linked, n_places > 1 ? linked : NULL);
  set_label (self->facts, facts);
  set_label (self->problem, cw_placeholder_item_get_problem (self->item));
  update_menu (self);
}

/* --- what is done to it --- */

static void
on_activate (CwPlaceholderRow *self)
{
  g_signal_emit (self, signals[FILL], 0, gtk_editable_get_text (self->entry));
}

static void
on_same (CwPlaceholderRow *self)
{
  const CwValue *value = cw_placeholder_item_get_value (self->item);

  if (value != NULL && *value->last != '\0')
    g_signal_emit (self, signals[FILL], 0, value->last);
}

static gboolean
on_key (CwPlaceholderRow *self, guint key, guint code, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) != 0 && key == GDK_KEY_l
      && gtk_widget_get_visible (self->same_button))
    {
      on_same (self);
      return GDK_EVENT_STOP;
    }
  switch (key)
    {
    case GDK_KEY_Escape:
      gtk_editable_set_text (self->entry, self->shown != NULL ? self->shown : "");
      g_signal_emit (self, signals[LEAVE], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      g_signal_emit (self, signals[MOVE], 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      g_signal_emit (self, signals[MOVE], 0, 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_enter (CwPlaceholderRow *self)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_command (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[COMMAND], 0, action + strlen ("row."));
}

/* --- the class --- */

static void
cw_placeholder_row_dispose (GObject *object)
{
  CwPlaceholderRow *self = CW_PLACEHOLDER_ROW (object);

  cw_placeholder_row_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_PLACEHOLDER_ROW);
  G_OBJECT_CLASS (cw_placeholder_row_parent_class)->dispose (object);
}

static void
cw_placeholder_row_finalize (GObject *object)
{
  g_free (CW_PLACEHOLDER_ROW (object)->shown);
  G_OBJECT_CLASS (cw_placeholder_row_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  /**
   * CwPlaceholderRow::fill:
   * @text: the value
   *
   * Somebody has entered a value.
   */
  signals[FILL] = g_signal_new ("fill", CW_TYPE_PLACEHOLDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * CwPlaceholderRow::command:
   * @command: what is to be done: clear, details, dismiss, link, rule or unlink
   *
   * Something was chosen in the menu.
   */
  signals[COMMAND] = g_signal_new ("command", CW_TYPE_PLACEHOLDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * CwPlaceholderRow::entered:
   *
   * The keyboard has come into the entry.
   */
  signals[ENTERED] = g_signal_new ("entered", CW_TYPE_PLACEHOLDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CwPlaceholderRow::leave:
   *
   * The keyboard is to go back to the text.
   */
  signals[LEAVE] = g_signal_new ("leave", CW_TYPE_PLACEHOLDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  /**
   * CwPlaceholderRow::move:
   * @by: 1 for the next row, -1 for the one before
   *
   * The keyboard is to go to another row.
   */
  signals[MOVE] = g_signal_new ("move", CW_TYPE_PLACEHOLDER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CwPlaceholderRow, name)

static void
cw_placeholder_row_class_init (CwPlaceholderRowClass *klass)
{
  static const char *const actions[]
      = { "row.clear", "row.details", "row.dismiss", "row.link", "row.rule", "row.unlink" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_placeholder_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_placeholder_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               CW_RESOURCE_PATH "/cw-placeholder-row.ui");
  BIND (sentence);
  BIND (entry);
  BIND (unit);
  BIND (same_button);
  BIND (linked);
  BIND (page);
  BIND (menu_button);
  BIND (facts);
  BIND (problem);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, on_command);
  install_signals ();
}

#undef BIND

static void
cw_placeholder_row_init (CwPlaceholderRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), _ ("More"));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->same_button, "clicked", G_CALLBACK (on_same), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_enter), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

/**
 * cw_placeholder_row_new:
 *
 * Returns: a row that shows no placeholder yet
 */
GtkWidget *
cw_placeholder_row_new (void)
{
  return g_object_new (CW_TYPE_PLACEHOLDER_ROW, NULL);
}

/**
 * cw_placeholder_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows, and follows
 */
void
cw_placeholder_row_set_item (CwPlaceholderRow *self, CwPlaceholderItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->changed
      = g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  g_clear_pointer (&self->shown, g_free);
  gtk_editable_set_text (self->entry, "");
  show (self);
}

/**
 * cw_placeholder_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
CwPlaceholderItem *
cw_placeholder_row_get_item (CwPlaceholderRow *self)
{
  return self->item;
}

/**
 * cw_placeholder_row_set_page:
 * @self: a row
 * @page: the page its placeholder is on, from 1; 0 if nobody knows yet
 */
void
cw_placeholder_row_set_page (CwPlaceholderRow *self, guint page)
{
  g_autofree char *text = g_strdup_printf (_ ("page %u"), page);

  set_label (self->page, page > 0 ? text : NULL);
}

/**
 * cw_placeholder_row_get_editable:
 * @self: a row
 *
 * Returns: (transfer none): where its value is entered
 */
GtkEditable *
cw_placeholder_row_get_editable (CwPlaceholderRow *self)
{
  return self->entry;
}
