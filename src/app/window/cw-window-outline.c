/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "cw-config.h"
#include "app/cw-settings.h"

/* The part of the window's menu, behind finding, that sections belong to. */
#define SECTION_PART 2

/* The outline beside the text: where its clicks lead, and what it is told. */

static void
on_line_requested (CwWindow *self, guint line, gboolean enter)
{
  if (self->narrow)
    cw_window_show_side (self, "edit");
  else if (self->medium && enter)
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  cw_editor_set_caret (self->editor, (CwPlace){ line, 0 });
  cw_preview_show_place (self->preview, (CwPlace){ line, 0 }, TRUE);
  if (enter || self->narrow)
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
on_pages (CwWindow *self)
{
  cw_outline_panel_set_pages (self->outline, cw_preview_get_pages (self->preview));
}

static void
on_dropped (CwWindow *self, GArray *sections, guint target, guint spot)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autoptr (GArray) moved = g_array_copy (sections);
  g_autoptr (CwDocument) result = cw_edit_move_sections (document, moved, target, spot);

  cw_window_apply_sections (self, result, moved, NULL, NULL);
}

static void
on_said (CwWindow *self, guint block, CwSection *section)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autoptr (CwDocument) result = NULL;

  if (block >= cw_document_get_n_blocks (document))
    return;
  result = cw_edit_set_section (document, block, section);
  cw_editor_buffer_apply (cw_editor_get_buffer (self->editor), result, NULL);
  cw_outline_panel_update (self->outline);
}

/**
 * cw_window_connect_outline:
 * @self: a window
 *
 * Gives the outline its document, and the menu of the window what can be done with sections.
 */
void
cw_window_connect_outline (CwWindow *self)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource (CW_RESOURCE_PATH "/cw-section-menu.ui");
  GMenuModel *menu = G_MENU_MODEL (gtk_builder_get_object (builder, "section_menu"));
  g_autoptr (GMenuModel) part
      = g_menu_model_get_item_link (gtk_menu_button_get_menu_model (self->menu_button),
                                    SECTION_PART, G_MENU_LINK_SECTION);

  g_menu_append_submenu (G_MENU (part), _ ("Se_ction"), menu);
  cw_outline_panel_set_menu (self->outline, menu);
  cw_outline_panel_set_editor (self->outline, self->editor);
  g_signal_connect_object (self->outline, "line-requested", G_CALLBACK (on_line_requested), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "dropped", G_CALLBACK (on_dropped), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "said", G_CALLBACK (on_said), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "notify::pages", G_CALLBACK (on_pages), self,
                           G_CONNECT_SWAPPED);
}
