/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-outline-row.h"

#include <glib/gi18n-lib.h>

/* Thickness of the line that shows where something lands, in pixels. */
#define LINE 3

/**
 * CwOutlineRow:
 *
 * A section in the outline: number and name, how long it is and where, what is still blank, what
 * was found, and how far it is.
 */
struct _CwOutlineRow
{
  GtkBox parent_instance;

  CwOutlineItem *item;
  gulong changed;
  GtkWidget *label;
  GtkWidget *title;
  GtkWidget *line;
  GtkWidget *marks;
  GtkWidget *blanks;
  GtkWidget *state;
  CwDropLine drop_line;
  guint drop_depth;
};

static guint state_signal;

G_DEFINE_FINAL_TYPE (CwOutlineRow, cw_outline_row, GTK_TYPE_BOX)

static void
set_badge (GtkWidget *badge, guint n, const char *what)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  gtk_label_set_text (GTK_LABEL (badge), number);
  gtk_widget_set_visible (badge, n > 0);
  gtk_widget_set_tooltip_text (badge, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, what,
                                  -1);
}

static char *
describe_blanks (guint n)
{
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u placeholder left", "%u placeholders left", n), n);
}

static char *
describe_marks (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding of the text checker",
                                       "%u findings of the text checker", n),
                          n);
}

static void
show_badges (CwOutlineRow *self)
{
  guint n_blanks = cw_outline_item_get_node (self->item)->n_placeholders;
  guint n_marks = cw_outline_item_get_n_marks (self->item);
  g_autofree char *blanks = describe_blanks (n_blanks);
  g_autofree char *marks = describe_marks (n_marks);

  set_badge (self->blanks, n_blanks, blanks);
  set_badge (self->marks, n_marks, marks);
}

static void
show_state (CwOutlineRow *self)
{
  CwSection *section = cw_outline_item_get_section (self->item);
  CwSectionState state = cw_section_get_state (section);
  const char *note = cw_section_get_note (section);
  g_autofree char *name
      = g_strdup_printf (_ ("State and Note: %s"), cw_section_state_get_name (state));
  g_autofree char *tooltip
      = *note != '\0' ? g_strdup_printf ("%s\n%s", name, note) : g_strdup (name);

  gtk_button_set_icon_name (GTK_BUTTON (self->state), cw_section_state_get_icon (state));
  gtk_widget_set_tooltip_text (self->state, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  gtk_widget_set_visible (self->state,
                          cw_outline_item_get_node (self->item)->kind == CW_SECTION_KIND_SECTION);
  if (*note != '\0')
    gtk_widget_add_css_class (self->state, "cw-noted");
  else
    gtk_widget_remove_css_class (self->state, "cw-noted");
}

static void
show (CwOutlineRow *self)
{
  const char *title = cw_outline_item_get_title (self->item);
  const char *label = cw_outline_item_get_label (self->item);
  const CwSectionNode *node = cw_outline_item_get_node (self->item);
  g_autofree char *line = cw_outline_item_describe (self->item);

  gtk_label_set_text (GTK_LABEL (self->label), label);
  gtk_widget_set_visible (self->label, *label != '\0');
  gtk_label_set_text (GTK_LABEL (self->title), *title != '\0' ? title : _ ("(no words yet)"));
  gtk_label_set_text (GTK_LABEL (self->line), line);
  gtk_widget_set_margin_start (GTK_WIDGET (self), node->depth * CW_OUTLINE_INDENT);
  show_badges (self);
  show_state (self);
}

static void
on_state (CwOutlineRow *self)
{
  g_signal_emit (self, state_signal, 0);
}

static graphene_rect_t
get_line_rect (CwOutlineRow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double own = cw_outline_item_get_node (self->item)->depth;
  double x = (self->drop_depth - own) * CW_OUTLINE_INDENT;
  double y = self->drop_line == CW_DROP_LINE_ABOVE ? -LINE : height;

  return GRAPHENE_RECT_INIT (x, y, width - x, LINE);
}

static void
draw_frame (CwOutlineRow *self, GtkSnapshot *snapshot, GdkRGBA *colour)
{
  GskRoundedRect frame;
  float widths[4] = { 2, 2, 2, 2 };
  GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };

  gsk_rounded_rect_init_from_rect (
      &frame,
      &GRAPHENE_RECT_INIT (-4, -2, gtk_widget_get_width (GTK_WIDGET (self)) + 8,
                           gtk_widget_get_height (GTK_WIDGET (self)) + 4),
      6);
  gtk_snapshot_append_border (snapshot, &frame, widths, colours);
}

static void
cw_outline_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CwOutlineRow *self = CW_OUTLINE_ROW (widget);
  GdkRGBA colour;

  GTK_WIDGET_CLASS (cw_outline_row_parent_class)->snapshot (widget, snapshot);
  if (self->drop_line == CW_DROP_LINE_NONE || self->item == NULL)
    return;
  adw_accent_color_to_rgba (adw_style_manager_get_accent_color (adw_style_manager_get_for_display (
                                gtk_widget_get_display (widget))),
                            &colour);
  if (self->drop_line == CW_DROP_LINE_INTO)
    draw_frame (self, snapshot, &colour);
  else
    {
      graphene_rect_t rect = get_line_rect (self);

      gtk_snapshot_append_color (snapshot, &colour, &rect);
    }
}

/* What is said about the section may still be open over the button when the row goes. */
static void
drop_popovers (CwOutlineRow *self)
{
  GtkWidget *child = self->state != NULL ? gtk_widget_get_first_child (self->state) : NULL;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
      child = next;
    }
  self->state = NULL;
}

static void
cw_outline_row_dispose (GObject *object)
{
  drop_popovers (CW_OUTLINE_ROW (object));
  cw_outline_row_set_item (CW_OUTLINE_ROW (object), NULL);
  G_OBJECT_CLASS (cw_outline_row_parent_class)->dispose (object);
}

static void
cw_outline_row_class_init (CwOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_outline_row_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = cw_outline_row_snapshot;

  /**
   * CwOutlineRow::state-clicked:
   *
   * What is said about the section is wanted.
   */
  state_signal = g_signal_new ("state-clicked", CW_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_label (GtkWidget *box, const char *style, const char *other)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  if (other != NULL)
    gtk_widget_add_css_class (label, other);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_words (CwOutlineRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->label = add_label (head, "numeric", "dimmed");
  self->title = add_label (head, NULL, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_box_append (GTK_BOX (words), head);
  self->line = add_label (words, "caption", "dimmed");
  gtk_label_set_ellipsize (GTK_LABEL (self->line), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->line), 0);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static void
cw_outline_row_init (CwOutlineRow *self)
{
  GtkWidget *box = GTK_WIDGET (self);

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), make_words (self));
  self->marks = add_label (box, "cw-badge", "cw-finding");
  self->blanks = add_label (box, "cw-badge", "numeric");
  self->state = gtk_button_new ();
  gtk_widget_add_css_class (self->state, "flat");
  gtk_widget_add_css_class (self->state, "cw-small");
  gtk_widget_set_valign (self->state, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("State and Note"), -1);
  g_signal_connect_object (self->state, "clicked", G_CALLBACK (on_state), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->state);
}

/**
 * cw_outline_row_new:
 *
 * Returns: a row for nothing yet
 */
GtkWidget *
cw_outline_row_new (void)
{
  return g_object_new (CW_TYPE_OUTLINE_ROW, NULL);
}

/**
 * cw_outline_row_set_item:
 * @self: a row
 * @item: (nullable): the section to show from now on
 *
 * Shows a section and follows its changes.
 */
void
cw_outline_row_set_item (CwOutlineRow *self, CwOutlineItem *item)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_set_object (&self->item, item);
  self->drop_line = CW_DROP_LINE_NONE;
  if (item == NULL)
    return;
  self->changed = g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  show (self);
}

/**
 * cw_outline_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the section it shows
 */
CwOutlineItem *
cw_outline_row_get_item (CwOutlineRow *self)
{
  return self->item;
}

/**
 * cw_outline_row_set_drop_line:
 * @self: a row
 * @line: where something will land
 * @depth: how deep in the tree
 *
 * Shows where sections that are dragged over it will land.
 */
void
cw_outline_row_set_drop_line (CwOutlineRow *self, CwDropLine line, guint depth)
{
  if (self->drop_line == line && self->drop_depth == depth)
    return;
  self->drop_line = line;
  self->drop_depth = depth;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cw_outline_row_get_state_button:
 * @self: a row
 *
 * Returns: (transfer none): the button with the state, to which what is said about the section
 * points
 */
GtkWidget *
cw_outline_row_get_state_button (CwOutlineRow *self)
{
  return self->state;
}

/**
 * cw_outline_row_get_name:
 * @item: a section
 *
 * Returns: (transfer full): all that its row shows, for those who hear it
 */
char *
cw_outline_row_get_name (CwOutlineItem *item)
{
  g_autofree char *line = cw_outline_item_describe (item);
  const char *title = cw_outline_item_get_title (item);
  guint n = cw_outline_item_get_node (item)->n_placeholders;
  guint n_marks = cw_outline_item_get_n_marks (item);
  g_autofree char *blanks = describe_blanks (n);
  g_autofree char *marks = describe_marks (n_marks);

  return g_strconcat (cw_outline_item_get_label (item),
                      *title != '\0' ? title : _ ("(no words yet)"), ", ", line,
                      n > 0 ? ", " : "", n > 0 ? blanks : "", n_marks > 0 ? ", " : "",
                      n_marks > 0 ? marks : "", NULL);
}
