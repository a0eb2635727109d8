/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-table-picker.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define N_ROWS 8
#define N_COLUMNS 8
#define SIZE 18
#define PITCH 21

/**
 * CwTablePicker:
 *
 * Squares over which the pointer or the arrow keys draw a new table, as many rows and columns as it
 * is to have.
 */
struct _CwTablePicker
{
  GtkWidget parent_instance;

  guint n_rows;
  guint n_columns;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwTablePicker, cw_table_picker, GTK_TYPE_WIDGET)

static char *
describe (CwTablePicker *self)
{
  return g_strdup_printf (_ ("Table, %u rows, %u columns"), self->n_rows, self->n_columns);
}

static void
set_size (CwTablePicker *self, guint n_rows, guint n_columns)
{
  g_autofree char *label = NULL;

  self->n_rows = CLAMP (n_rows, 1, N_ROWS);
  self->n_columns = CLAMP (n_columns, 1, N_COLUMNS);
  label = describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pick (CwTablePicker *self)
{
  g_signal_emit (self, signals[PICKED], 0, self->n_rows, self->n_columns);
}

static PangoLayout *
make_label (CwTablePicker *self)
{
  g_autofree char *text = describe (self);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static void
cw_table_picker_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = make_label (CW_TABLE_PICKER (widget));
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? MAX (N_COLUMNS * PITCH, width + 8)
                            : N_ROWS * PITCH + height + 8;
}

static void
cw_table_picker_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CwTablePicker *self = CW_TABLE_PICKER (widget);
  g_autoptr (GdkRGBA) accent
      = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  g_autoptr (PangoLayout) layout = make_label (self);
  GdkRGBA colour, plain;

  gtk_widget_get_color (widget, &colour);
  plain = colour;
  plain.alpha *= 0.15f;
  for (guint i = 0; i < N_ROWS * N_COLUMNS; i++)
    {
      guint row = i / N_COLUMNS, column = i % N_COLUMNS;
      gboolean in = row < self->n_rows && column < self->n_columns;

      gtk_snapshot_append_color (
          snapshot, in ? accent : &plain,
          &GRAPHENE_RECT_INIT (column * PITCH + 1, row * PITCH + 1, SIZE, SIZE));
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (2, N_ROWS * PITCH + 4));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, CwTablePicker *self)
{
  set_size (self, 1 + MAX (y, 0) / PITCH, 1 + MAX (x, 0) / PITCH);
}

static void
on_released (GtkGestureClick *gesture, int n, double x, double y, CwTablePicker *self)
{
  set_size (self, 1 + MAX (y, 0) / PITCH, 1 + MAX (x, 0) / PITCH);
  pick (self);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CwTablePicker *self)
{
  switch (key)
    {
    case GDK_KEY_Up:
      if (self->n_rows == 1)
        return GDK_EVENT_PROPAGATE;
      set_size (self, self->n_rows - 1, self->n_columns);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      if (self->n_rows == N_ROWS)
        return GDK_EVENT_PROPAGATE;
      set_size (self, self->n_rows + 1, self->n_columns);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
      set_size (self, self->n_rows, self->n_columns - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      set_size (self, self->n_rows, self->n_columns + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      pick (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
cw_table_picker_class_init (CwTablePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = cw_table_picker_measure;
  widget_class->snapshot = cw_table_picker_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "tablepicker");

  /**
   * CwTablePicker::picked:
   * @n_rows: rows of the new table
   * @n_columns: its columns
   */
  signals[PICKED] = g_signal_new ("picked", CW_TYPE_TABLE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
cw_table_picker_init (CwTablePicker *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  set_size (self, 4, 3);
}

/**
 * cw_table_picker_new:
 *
 * Returns: a picker of the size of a new table
 */
GtkWidget *
cw_table_picker_new (void)
{
  return g_object_new (CW_TYPE_TABLE_PICKER, NULL);
}
