/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-attachment.h"

#include <glib/gi18n-lib.h>

#include "document/edits/cw-edit-blocks.h"
#include "app/cw-settings.h"
#include "cw-editor-blocks-private.h"

/* The menu of an attachment, at the line across that it begins below. */

#define BLOCKS "cw-blocks"

static CwBlockItem *
get_item (GtkWidget *button, CwEditorBlocks **blocks)
{
  *blocks = g_object_get_data (G_OBJECT (button), BLOCKS);
  return cw_editor_blocks_find_item (*blocks, button);
}

/* Which attachment of the document this is. */
static guint
get_number (CwEditorBlocks *blocks, CwBlockItem *item)
{
  guint number = 0;

  for (guint i = cw_document_get_n_body_blocks (blocks->document); i < item->position; i++)
    if (cw_block_get_kind (cw_document_get_block (blocks->document, i)) == CW_BLOCK_ATTACHMENT)
      number++;
  return number;
}

static void
toggle (GtkWidget *button, CwAttachmentFlags flag)
{
  CwEditorBlocks *blocks;
  CwBlockItem *item = get_item (button, &blocks);
  CwAttachmentFlags flags = cw_block_get_attachment_flags (item->block) ^ flag;
  g_autoptr (CwBlock) block = cw_block_new_attachment (flags, cw_block_get_text (item->block));
  g_autoptr (CwDocument) document
      = cw_edit_replace_block (blocks->document, item->position, block);

  cw_editor_blocks_apply (blocks, document, NULL, CW_EDIT_STEP);
}

static void
on_landscape (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  toggle (button, CW_ATTACHMENT_LANDSCAPE);
}

static void
on_unbound (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  toggle (button, CW_ATTACHMENT_UNBOUND);
}

static void
move (GtkWidget *button, int by)
{
  CwEditorBlocks *blocks;
  CwBlockItem *item = get_item (button, &blocks);
  guint number = get_number (blocks, item), end;
  g_autoptr (CwDocument) document
      = cw_edit_move_attachment (blocks->document, number, (guint) ((int) number + by));
  guint block = cw_document_get_attachment (document, number + by, &end);
  CwPlace caret = { cw_flow_get_line_of_block (document, block), 0 };

  cw_editor_blocks_apply (blocks, document, &caret, CW_EDIT_STEP);
  cw_editor_set_caret (blocks->editor, caret);
}

static void
on_move_up (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  move (button, -1);
}

static void
on_move_down (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  move (button, 1);
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer button)
{
  CwEditorBlocks *blocks;
  CwBlockItem *item = get_item (button, &blocks);
  CwPlace caret = { item->line > 0 ? item->line - 1 : 0, 0 };
  CwEditor *editor = blocks->editor;
  g_autoptr (CwDocument) document
      = cw_edit_remove_attachment (blocks->document, get_number (blocks, item));

  gtk_widget_grab_focus (GTK_WIDGET (editor));
  cw_editor_blocks_apply (blocks, document, &caret, CW_EDIT_STEP);
  g_signal_emit_by_name (editor, "removed", _ ("The attachment has been removed."));
}

static void
set_state (GActionMap *actions, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (actions, name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static void
enable (GActionMap *actions, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, name)),
                               enabled);
}

/* Made when it is wanted: most menus never are. */
static void
make_menu (GtkMenuButton *menu_button, gpointer data)
{
  GtkWidget *button = GTK_WIDGET (menu_button);
  g_autoptr (GtkBuilder) builder = NULL;
  GActionMap *actions = g_object_get_data (G_OBJECT (button), "cw-actions");
  CwEditorBlocks *blocks;
  CwBlockItem *item = get_item (button, &blocks);
  guint number = item != NULL ? get_number (blocks, item) : 0;

  enable (actions, "move-up", number > 0);
  enable (actions, "move-down",
          number + 1 < cw_document_get_n_attachments (blocks->document));
  if (gtk_menu_button_get_menu_model (menu_button) != NULL)
    return;
  builder = gtk_builder_new_from_resource (CW_RESOURCE_PATH "/cw-attachment-menu.ui");
  gtk_menu_button_set_menu_model (
      menu_button, G_MENU_MODEL (gtk_builder_get_object (builder, "attachment_menu")));
}

/**
 * cw_editor_attachment_update:
 * @button: the menu of an attachment
 * @block: its first block
 *
 * Makes the menu tell how the attachment goes with the paper.
 */
void
cw_editor_attachment_update (GtkWidget *button, CwBlock *block)
{
  CwAttachmentFlags flags = cw_block_get_attachment_flags (block);
  GActionMap *actions = g_object_get_data (G_OBJECT (button), "cw-actions");

  set_state (actions, "landscape", (flags & CW_ATTACHMENT_LANDSCAPE) != 0);
  set_state (actions, "unbound", (flags & CW_ATTACHMENT_UNBOUND) != 0);
}

/**
 * cw_editor_attachment_new:
 * @blocks: the widgets of an editor
 * @block: the first block of an attachment
 *
 * Returns: (transfer floating): a button with its menu
 */
GtkWidget *
cw_editor_attachment_new (CwEditorBlocks *blocks, CwBlock *block)
{
  static const GActionEntry entries[]
      = { { .name = "landscape", .activate = on_landscape, .state = "false" },
          { .name = "unbound", .activate = on_unbound, .state = "false" },
          { .name = "move-up", .activate = on_move_up },
          { .name = "move-down", .activate = on_move_down },
          { .name = "remove", .activate = on_remove } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-horizontal-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu, NULL, NULL);
  gtk_widget_set_tooltip_text (button, _ ("This Attachment"));
  /* keys it has no use for would go on to the text and be typed there */
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cw-attachment-menu");
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   button);
  gtk_widget_insert_action_group (button, "attachment", G_ACTION_GROUP (actions));
  g_object_set_data (G_OBJECT (button), "cw-actions", actions);
  g_object_set_data (G_OBJECT (button), BLOCKS, blocks);
  cw_editor_attachment_update (button, block);
  return button;
}

/* The line the attachment of the caret begins at, or -1. */
static int
find_attachment (CwEditor *editor, CwDocument *document)
{
  CwPlace caret = cw_editor_get_caret (editor);
  int found = -1;

  for (guint i = cw_document_get_n_body_blocks (document); i < cw_document_get_n_blocks (document); i++)
    if (cw_block_get_kind (cw_document_get_block (document, i)) == CW_BLOCK_ATTACHMENT)
      {
        int line = (int) cw_flow_get_line_of_block (document, i);

        if (line > (int) caret.line)
          break;
        found = line;
      }
  return found;
}

static void
on_menu_closed (GtkPopover *popover, CwEditor *editor)
{
  g_signal_handlers_disconnect_by_func (popover, on_menu_closed, editor);
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

/**
 * cw_editor_show_attachment_menu:
 * @editor: an editor
 *
 * Opens the menu of the attachment the caret is in, for those who have no pointer; the keyboard goes
 * back to the text afterwards.
 *
 * Returns: whether the caret is in an attachment
 */
gboolean
cw_editor_show_attachment_menu (CwEditor *editor)
{
  CwEditorBlocks *blocks = cw_editor_get_blocks (editor);
  int line = find_attachment (editor, blocks->document);
  GtkWidget *button = line >= 0 ? cw_editor_blocks_get_widget (blocks, (guint) line) : NULL;
  GtkPopover *popover;

  if (!GTK_IS_MENU_BUTTON (button))
    {
      gtk_widget_error_bell (GTK_WIDGET (editor));
      return FALSE;
    }
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_menu_closed), editor, 0);
  return TRUE;
}
