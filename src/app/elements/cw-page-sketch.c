/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-sketch.h"

#include <glib/gi18n-lib.h>

#include "document/elements/cw-needs.h"
#include "cw-sketch-plan.h"

#define HEIGHT 168.0
#define GAP 14.0

/**
 * CwPageSketch:
 *
 * A small picture of the first and the last page, as a paper of this kind has them. Each part is a
 * button that leads to its field; what is required and missing stands out. Tab goes to the picture
 * and past it, the arrow keys go from part to part.
 */
struct _CwPageSketch
{
  GtkWidget parent_instance;

  CwForm form;
  GtkWidget *parts[CW_N_ELEMENTS];
  CwSketchPart places[CW_N_ELEMENTS];
};

enum
{
  PART_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPageSketch, cw_page_sketch, GTK_TYPE_WIDGET)

static void
on_clicked (GtkButton *button, CwPageSketch *self)
{
  for (CwElement element = 0; element < CW_N_ELEMENTS; element++)
    if (self->parts[element] == GTK_WIDGET (button))
      g_signal_emit (self, signals[PART_ACTIVATED], 0, element);
}

/* --- where things are --- */

typedef struct
{
  double scale;
  double left[CW_SKETCH_PAGES];
} Frame;

static Frame
get_frame (CwPageSketch *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double room = (width - GAP) / CW_SKETCH_PAGES / CW_SKETCH_WIDTH;
  Frame frame = { .scale = MIN (HEIGHT / CW_SKETCH_HEIGHT, room) };
  double page = frame.scale * CW_SKETCH_WIDTH;

  frame.left[0] = (width - CW_SKETCH_PAGES * page - GAP) / 2;
  frame.left[1] = frame.left[0] + page + GAP;
  return frame;
}

static void
cw_page_sketch_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  /* a part asks for more than its place; it is made to fit */
  for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    gtk_widget_measure (part, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 160;
      *natural = (int) (2 * HEIGHT * CW_SKETCH_WIDTH / CW_SKETCH_HEIGHT + GAP);
      return;
    }
  *minimum = *natural = (int) HEIGHT;
}

static void
cw_page_sketch_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CwPageSketch *self = CW_PAGE_SKETCH (widget);
  Frame frame = get_frame (self);

  for (CwElement element = 0; element < CW_N_ELEMENTS; element++)
    {
      CwSketchPart place = self->places[element];
      GtkAllocation box
          = { (int) (frame.left[place.page] + place.x * frame.scale), (int) (place.y * frame.scale),
              (int) (place.width * frame.scale), (int) (place.height * frame.scale) };

      if (gtk_widget_should_layout (self->parts[element]))
        gtk_widget_size_allocate (self->parts[element], &box, -1);
    }
}

/* --- drawing --- */

static const GdkRGBA paper_colour = { 1, 1, 1, 1 };
static const GdkRGBA shadow_colour = { 0, 0, 0, 0.25f };
static const GdkRGBA text_colour = { 0.82f, 0.82f, 0.82f, 1 };
static const GdkRGBA rule_colour = { 0.3f, 0.3f, 0.3f, 1 };
static const GdkRGBA red_colour = { 0.86f, 0.1f, 0.1f, 1 };

static void
draw_paper (const Frame *frame, GtkSnapshot *snapshot, guint page)
{
  graphene_rect_t paper
      = GRAPHENE_RECT_INIT ((float) frame->left[page], 0, (float) (CW_SKETCH_WIDTH * frame->scale),
                            (float) (CW_SKETCH_HEIGHT * frame->scale));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &paper, 2);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow_colour, 0, 1, 0, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &paper_colour, &paper);
  gtk_snapshot_pop (snapshot);
}

static void
draw_bar (const Frame *frame,
          GtkSnapshot *snapshot,
          guint page,
          double y,
          double end,
          const GdkRGBA *colour)
{
  double left = frame->left[page] + 10 * frame->scale;
  double height = MAX (1, floor (frame->scale));

  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) left, (float) (y * frame->scale),
                                                  (float) ((end - 10) * frame->scale),
                                                  (float) height));
}

static void
draw_text (const Frame *frame, GtkSnapshot *snapshot, const CwSketchText *text)
{
  for (double y = text->top; y < text->bottom; y += 6)
    draw_bar (frame, snapshot, text->page, y, y + 6 < text->bottom ? 90 : 60, &text_colour);
}

static void
cw_page_sketch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CwPageSketch *self = CW_PAGE_SKETCH (widget);
  Frame frame = get_frame (self);
  const CwSketchRule *rule = cw_sketch_plan_get_rules (self->form.format);

  for (guint page = 0; page < CW_SKETCH_PAGES; page++)
    {
      draw_paper (&frame, snapshot, page);
      draw_text (&frame, snapshot, &cw_sketch_plan_get_text (self->form.format)[page]);
    }
  for (; rule->page < CW_SKETCH_PAGES; rule++)
    draw_bar (&frame, snapshot, rule->page, rule->y, 90, rule->red ? &red_colour : &rule_colour);
  GTK_WIDGET_CLASS (cw_page_sketch_parent_class)->snapshot (widget, snapshot);
}

/* --- the widget --- */

static gboolean
cw_page_sketch_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (by_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (cw_page_sketch_parent_class)->focus (widget, direction);
}

static void
cw_page_sketch_dispose (GObject *object)
{
  CwPageSketch *self = CW_PAGE_SKETCH (object);

  for (CwElement element = 0; element < CW_N_ELEMENTS; element++)
    g_clear_pointer (&self->parts[element], gtk_widget_unparent);
  G_OBJECT_CLASS (cw_page_sketch_parent_class)->dispose (object);
}

static void
cw_page_sketch_class_init (CwPageSketchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_page_sketch_dispose;
  widget_class->measure = cw_page_sketch_measure;
  widget_class->size_allocate = cw_page_sketch_size_allocate;
  widget_class->snapshot = cw_page_sketch_snapshot;
  widget_class->focus = cw_page_sketch_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * CwPageSketch::part-activated:
   * @element: a #CwElement
   *
   * The part of @element was clicked: its field is wanted.
   */
  signals[PART_ACTIVATED] = g_signal_new ("part-activated", CW_TYPE_PAGE_SKETCH, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static gboolean
is_red (CwElement element)
{
  return element == CW_ELEMENT_ISSUERS || element == CW_ELEMENT_MARK_WORD;
}

static void
add_part (CwPageSketch *self, CwElement element)
{
  GtkWidget *part = gtk_button_new ();

  gtk_widget_add_css_class (part, "cw-part");
  if (is_red (element))
    gtk_widget_add_css_class (part, "red");
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  g_signal_connect (part, "clicked", G_CALLBACK (on_clicked), self);
  self->parts[element] = part;
}

static void
cw_page_sketch_init (CwPageSketch *self)
{
  for (CwElement element = 0; element < CW_N_ELEMENTS; element++)
    add_part (self, element);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Picture of the first and the last page"), -1);
}

/**
 * cw_page_sketch_new:
 *
 * Returns: (transfer floating): a sketch without parts yet
 */
GtkWidget *
cw_page_sketch_new (void)
{
  return g_object_new (CW_TYPE_PAGE_SKETCH, NULL);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_state (GtkWidget *part, CwElement element, gboolean missing, gboolean filled)
{
  const char *format = missing  ? C_ ("part of the page", "%s: missing")
                       : filled ? C_ ("part of the page", "%s: filled in")
                                : C_ ("part of the page", "%s: empty");
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", cw_element_get_name (element), 1);
  set_class (part, "missing", missing);
  set_class (part, "filled", filled);
  gtk_widget_set_tooltip_text (part, name->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

static void
show_part (CwPageSketch *self, CwDocument *document, CwElement element)
{
  CwText *text = cw_document_get_element (document, element);

  self->places[element] = cw_sketch_plan_get_part (element, &self->form);
  gtk_widget_set_visible (self->parts[element],
                          cw_element_get_need (element, &self->form) != CW_NEED_NONE
                              && self->places[element].height > 0);
  show_state (self->parts[element], element, cw_document_is_missing (document, element),
              text != NULL && !cw_text_is_empty (text));
}

/**
 * cw_page_sketch_set_document:
 * @self: a sketch
 * @document: whose pages are sketched
 */
void
cw_page_sketch_set_document (CwPageSketch *self, CwDocument *document)
{
  g_return_if_fail (CW_IS_PAGE_SKETCH (self));

  self->form = *cw_document_get_form (document);
  for (CwElement element = 0; element < CW_N_ELEMENTS; element++)
    show_part (self, document, element);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cw_page_sketch_set_current:
 * @self: a sketch
 * @element: the element whose field has the keyboard, or -1
 *
 * Marks its part.
 */
void
cw_page_sketch_set_current (CwPageSketch *self, int element)
{
  g_return_if_fail (CW_IS_PAGE_SKETCH (self));

  for (int i = 0; i < CW_N_ELEMENTS; i++)
    set_class (self->parts[i], "current", i == element);
}
