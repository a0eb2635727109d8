/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/dialogs/cw-remarks-dialog.h"

/* Counting may wait until the hand rests. */
#define COUNT_MS 150

static char *
describe_counts (CwWindow *self)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  guint n_pages = cw_preview_get_n_pages (self->preview);
  guint n_characters = cw_document_count_characters (document);
  g_autofree char *pages
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", n_pages), n_pages);
  g_autofree char *characters = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u character", "%u characters", n_characters), n_characters);

  /* Translators: pages and characters of the document, such as “6 pages · 3210 characters” */
  return g_strdup_printf (_ ("%s · %s"), pages, characters);
}

static void
update_placeholders (CwWindow *self)
{
  guint n;
  g_autofree char *text = NULL;

  cw_blanks_count (cw_draft_get_document (self->draft), &n);
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u placeholder left", "%u placeholders left", n), n);
  gtk_label_set_text (self->placeholder_label, text);
  gtk_widget_set_visible (self->placeholder_button, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-placeholder", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-placeholder", n > 0);
}

/* Counted only while somebody looks. */
static void
update_statistics (CwWindow *self)
{
  CwPlace start, end;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->count_popover)))
    return;
  cw_editor_buffer_get_selection (cw_editor_get_buffer (self->editor), &start, &end);
  cw_statistics_view_show (self->statistics, cw_draft_get_document (self->draft),
                           cw_preview_get_pages (self->preview), start, end);
}

static void
update_counts (CwWindow *self)
{
  g_autofree char *counts = describe_counts (self);

  gtk_label_set_text (self->count_label, counts);
  gtk_widget_set_tooltip_text (self->count_button, counts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, counts, -1);
  update_placeholders (self);
  update_statistics (self);
}

static gboolean
count (gpointer data)
{
  CwWindow *self = data;

  self->count_timer = 0;
  update_counts (self);
  return G_SOURCE_REMOVE;
}

static void
count_soon (CwWindow *self)
{
  if (self->count_timer == 0)
    self->count_timer = g_timeout_add (COUNT_MS, count, self);
}

static void
on_caret_moved (CwWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->count_popover)))
    count_soon (self);
}

/* Whoever has looked goes on writing. */
static void
on_statistics_closed (CwWindow *self)
{
  if (gtk_widget_get_visible (self->editor_side))
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_statistics (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (CW_WINDOW (widget)->count_button));
}

/**
 * cw_window_install_status_actions:
 * @klass: the class of the window
 *
 * What shows more than the line at the foot.
 */
void
cw_window_install_status_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.statistics", NULL, on_statistics);
}

static void
connect_statistics (CwWindow *self)
{
  self->statistics = CW_STATISTICS_VIEW (cw_statistics_view_new (self->settings));
  gtk_popover_set_child (self->count_popover, GTK_WIDGET (self->statistics));
  g_signal_connect_object (self->count_popover, "show", G_CALLBACK (update_statistics), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->count_popover, "closed", G_CALLBACK (on_statistics_closed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "caret-moved", G_CALLBACK (on_caret_moved), self,
                           G_CONNECT_SWAPPED);
}

static void
update_remarks (CwWindow *self)
{
  CwPages *pages = cw_preview_get_pages (self->preview);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remarks", pages != NULL);
  gtk_widget_set_visible (self->remarks_button, pages != NULL && cw_remarks_need_attention (pages));
}

static void
on_pages (CwWindow *self)
{
  count_soon (self);
  update_remarks (self);
}

static void
update_zoom (CwWindow *self)
{
  int percent = (int) round (cw_preview_get_zoom (self->preview) * 100);
  g_autofree char *label = g_strdup_printf (_ ("%d %%"), percent);

  gtk_label_set_text (self->zoom_label, label);
}

/**
 * cw_window_connect_status:
 * @self: a window
 *
 * Keeps the line at the foot of the window up to date: pages, characters, placeholders left, fonts
 * missing, zoom.
 */
void
cw_window_connect_status (CwWindow *self)
{
  CwHistory *history = cw_draft_get_history (self->draft);

  g_signal_connect_object (history, "notify::document", G_CALLBACK (count_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "notify::n-pages", G_CALLBACK (count_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "notify::pages", G_CALLBACK (on_pages), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "notify::zoom", G_CALLBACK (update_zoom), self,
                           G_CONNECT_SWAPPED);
  connect_statistics (self);
  update_zoom (self);
  update_counts (self);
  update_remarks (self);
}
