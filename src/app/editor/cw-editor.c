/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor.h"

#include <glib/gi18n-lib.h>

#include "cw-editor-blocks.h"
#include "cw-editor-commands.h"
#include "cw-editor-drop.h"
#include "cw-editor-flow.h"
#include "cw-editor-folds.h"
#include "cw-editor-focus.h"
#include "cw-editor-keys.h"
#include "cw-editor-layers.h"
#include "cw-editor-margin.h"
#include "cw-editor-paste.h"
#include "cw-editor-scroll.h"
#include "cw-editor-tags.h"
#include "cw-undo-actions.h"

/* Widest line that is still comfortable to read, and room beside it, in ems. */
#define COLUMN_EMS 42
#define NARROW_EMS 30
#define MARGIN_EMS 5.2
#define NARROW_MARGIN_EMS 4
#define RIGHT_EMS 1.5
/* A text view can be this narrow, in pixels. */
#define NARROWEST 120

/**
 * CwEditor:
 *
 * The section editor: a document as one flowing text, each line in the look of its style, its
 * computed number beside it. Input methods, selection, drag and accessibility are GtkTextView's;
 * what is typed becomes edits of the document in #CwEditorBuffer.
 */
struct _CwEditor
{
  GtkTextView parent_instance;

  CwEditorBuffer *buffer;
  CwEditorBlocks *blocks;
  CwEditorFolds *folds;
  CwEditorLayers *layers;
  CwStyle style;
  double em;
  gboolean composing;
  gboolean typing_help;
  gboolean focus_mode;
};

enum
{
  PROP_CARET_STYLE = 1,
  PROP_TYPING_HELP,
  PROP_FOCUS_MODE,
  N_PROPS,
};

enum
{
  CARET_MOVED,
  TEXT_READ,
  REMOVED,
  LAYER_CHANGED,
  LIST_COMMAND,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwEditor, cw_editor, GTK_TYPE_TEXT_VIEW)

static void
update_style (CwEditor *self)
{
  CwDocument *document = cw_editor_buffer_get_document (self->buffer);
  CwPlace caret = cw_editor_buffer_get_caret (self->buffer);
  CwStyle style;

  if (caret.line >= cw_flow_get_n_lines (document))
    return;
  style = cw_flow_get_line (document, caret.line).style;
  if (style == self->style)
    return;

  self->style = style;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CARET_STYLE]);
}

static void
on_cursor_position (CwEditor *self)
{
  update_style (self);
  if (self->folds != NULL)
    cw_editor_folds_reveal_caret (self->folds);
  if (self->focus_mode)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CARET_MOVED], 0);
}

static void
on_document (CwEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  update_style (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  cw_editor_folds_sync (self->folds);
  cw_editor_blocks_sync (self->blocks);
  cw_editor_layers_sync (self->layers);
  if (!cw_editor_blocks_has_focus (self->blocks))
    gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

static void
on_preedit_changed (CwEditor *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

static double
measure_em (CwEditor *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "国");
  PangoRectangle rect;

  pango_layout_get_extents (layout, NULL, &rect);
  return (double) rect.width / PANGO_SCALE;
}

static void
fit_margins (CwEditor *self, int width)
{
  gboolean narrow = width < NARROW_EMS * self->em;
  int left = (narrow ? NARROW_MARGIN_EMS : MARGIN_EMS) * self->em;
  int right = (narrow ? 0.6 : RIGHT_EMS) * self->em;
  int spare = MAX (0, width - left - right - COLUMN_EMS * self->em);

  g_object_set (self, "left-margin", left + spare / 2, "right-margin", right + spare / 2, NULL);
  if (self->blocks != NULL)
    cw_editor_blocks_set_room (self->blocks, left + spare / 2,
                               MAX (width - left - right - 2 * (spare / 2), 1));
}

/* Wide tables must not make the window wider: the text decides how much room there is. */
static void
cw_editor_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  GTK_WIDGET_CLASS (cw_editor_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN (*minimum, NARROWEST);
}

/* Only one caret is to be seen: that of the text, or that of a cell. */
static void
on_focus (GtkEventControllerFocus *focus, GParamSpec *pspec, CwEditor *self)
{
  gboolean elsewhere = gtk_event_controller_focus_contains_focus (focus)
                       && !gtk_event_controller_focus_is_focus (focus);

  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self), !elsewhere);
}

static void
cw_editor_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CwEditor *self = CW_EDITOR (widget);

  self->em = measure_em (self);
  cw_editor_tags_set_em (self->em);
  fit_margins (self, width);
  GTK_WIDGET_CLASS (cw_editor_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
cw_editor_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      cw_editor_margin_snapshot (CW_EDITOR (view), snapshot);
      if (CW_EDITOR (view)->blocks != NULL)
        cw_editor_blocks_check (CW_EDITOR (view)->blocks);
    }
  if (CW_EDITOR (view)->layers != NULL)
    cw_editor_layers_draw (CW_EDITOR (view)->layers, layer, snapshot);
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT && CW_EDITOR (view)->focus_mode)
    cw_editor_focus_snapshot (CW_EDITOR (view), snapshot);
}

static void
cw_editor_backspace (GtkTextView *view)
{
  if (!cw_editor_keys_backspace (CW_EDITOR (view)))
    GTK_TEXT_VIEW_CLASS (cw_editor_parent_class)->backspace (view);
}

static void
cw_editor_delete_from_cursor (GtkTextView *view, GtkDeleteType type, int count)
{
  if (count <= 0 || !cw_editor_keys_delete (CW_EDITOR (view)))
    GTK_TEXT_VIEW_CLASS (cw_editor_parent_class)->delete_from_cursor (view, type, count);
}

static void
cw_editor_copy (GtkTextView *view)
{
  cw_editor_copy_selection (CW_EDITOR (view));
}

static void
cw_editor_cut (GtkTextView *view)
{
  cw_editor_cut_selection (CW_EDITOR (view));
}

static void
cw_editor_paste (GtkTextView *view)
{
  cw_editor_paste_async (CW_EDITOR (view), gtk_widget_get_clipboard (GTK_WIDGET (view)));
}

static void
cw_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CwEditor *self = CW_EDITOR (object);

  switch (id)
    {
    case PROP_CARET_STYLE:
      g_value_set_uint (value, self->style);
      break;
    case PROP_TYPING_HELP:
      g_value_set_boolean (value, self->typing_help);
      break;
    case PROP_FOCUS_MODE:
      g_value_set_boolean (value, self->focus_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_typing_help (CwEditor *self, gboolean help)
{
  if (self->typing_help == help)
    return;
  self->typing_help = help;
  if (self->buffer != NULL)
    cw_editor_buffer_set_typing_help (self->buffer, help);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TYPING_HELP]);
}

static void
set_focus_mode (CwEditor *self, gboolean focus)
{
  if (self->focus_mode == focus)
    return;
  self->focus_mode = focus;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOCUS_MODE]);
}

static void
cw_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TYPING_HELP:
      set_typing_help (CW_EDITOR (object), g_value_get_boolean (value));
      break;
    case PROP_FOCUS_MODE:
      set_focus_mode (CW_EDITOR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_editor_dispose (GObject *object)
{
  CwEditor *self = CW_EDITOR (object);

  g_clear_pointer (&self->layers, cw_editor_layers_free);
  g_clear_pointer (&self->folds, cw_editor_folds_free);
  g_clear_pointer (&self->blocks, cw_editor_blocks_free);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (cw_editor_parent_class)->dispose (object);
}

static void
cw_editor_class_init (CwEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->get_property = cw_editor_get_property;
  object_class->set_property = cw_editor_set_property;
  object_class->dispose = cw_editor_dispose;
  widget_class->measure = cw_editor_measure;
  widget_class->size_allocate = cw_editor_size_allocate;
  view_class->snapshot_layer = cw_editor_snapshot_layer;
  view_class->backspace = cw_editor_backspace;
  view_class->delete_from_cursor = cw_editor_delete_from_cursor;
  view_class->copy_clipboard = cw_editor_copy;
  view_class->cut_clipboard = cw_editor_cut;
  view_class->paste_clipboard = cw_editor_paste;
  cw_undo_actions_install (widget_class);

  /**
   * CwEditor:caret-style:
   *
   * The #CwStyle of the line the caret is in.
   */
  props[PROP_CARET_STYLE]
      = g_param_spec_uint ("caret-style", NULL, NULL, 0, CW_N_STYLES - 1, CW_STYLE_TITLE,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * CwEditor:typing-help:
   *
   * Whether half-width marks are put right as they are typed, see cw_typing_help().
   */
  props[PROP_TYPING_HELP]
      = g_param_spec_boolean ("typing-help", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * CwEditor:focus-mode:
   *
   * Whether all paragraphs but that of the caret are dimmed.
   */
  props[PROP_FOCUS_MODE]
      = g_param_spec_boolean ("focus-mode", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * CwEditor::caret-moved:
   *
   * The caret is at another place; see cw_editor_get_caret().
   */
  signals[CARET_MOVED] = g_signal_new ("caret-moved", CW_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CwEditor::text-read:
   * @import: (type CwImport**): what the reader made of it; a handler may steal it
   *
   * A text came in through the reader, and the user should hear what was changed in it.
   */
  signals[TEXT_READ] = g_signal_new ("text-read", CW_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * CwEditor::removed:
   * @message: what went, for the user, who may want it back
   *
   * A larger part of the document was removed by a menu.
   */
  signals[REMOVED] = g_signal_new ("removed", CW_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * CwEditor::layer-changed:
   * @layer: (type CwEditorLayer): which
   *
   * Other stretches are marked than before, see cw_editor_get_layer(); not emitted when they only
   * move with an edit.
   */
  signals[LAYER_CHANGED]
      = g_signal_new ("layer-changed", CW_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * CwEditor::list-command:
   * @position: number of a block that is a table
   * @command: "update", "export" or "save-form"
   *
   * Something is to be done with a table as a whole that is not the editor's to do.
   */
  signals[LIST_COMMAND] = g_signal_new ("list-command", CW_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
cw_editor_init (CwEditor *self)
{
  GtkEventController *focus;

  self->em = 16;
  self->typing_help = TRUE;
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self), 18);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self), 120);
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (self),
                                 GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cw-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the document"), -1);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (on_preedit_changed), NULL);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "notify::is-focus", G_CALLBACK (on_focus), self);
  g_signal_connect (focus, "notify::contains-focus", G_CALLBACK (on_focus), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  cw_editor_keys_install (self);
  cw_editor_folds_install (self);
  cw_editor_paste_install (self);
  cw_editor_drop_install (self);
}

/**
 * cw_editor_new:
 *
 * Returns: an editor with nothing to edit yet
 */
GtkWidget *
cw_editor_new (void)
{
  return g_object_new (CW_TYPE_EDITOR, NULL);
}

/**
 * cw_editor_set_history:
 * @self: an editor
 * @history: the history of the document to edit
 */
void
cw_editor_set_history (CwEditor *self, CwHistory *history)
{
  g_return_if_fail (CW_IS_EDITOR (self));
  g_return_if_fail (CW_IS_HISTORY (history));

  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (cw_editor_buffer_get_history (self->buffer), self);
  g_clear_pointer (&self->layers, cw_editor_layers_free);
  g_clear_pointer (&self->folds, cw_editor_folds_free);
  g_clear_pointer (&self->blocks, cw_editor_blocks_free);
  g_set_object (&self->buffer, NULL);
  self->buffer = cw_editor_buffer_new (history);
  cw_editor_buffer_set_typing_help (self->buffer, self->typing_help);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), GTK_TEXT_BUFFER (self->buffer));
  self->folds = cw_editor_folds_new (self);
  self->blocks = cw_editor_blocks_new (self);
  self->layers = cw_editor_layers_new (self);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (on_cursor_position),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::document", G_CALLBACK (on_document), self,
                           G_CONNECT_SWAPPED);
  update_style (self);
}

/**
 * cw_editor_get_buffer:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the text being edited
 */
CwEditorBuffer *
cw_editor_get_buffer (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), NULL);

  return self->buffer;
}

/**
 * cw_editor_get_folds:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): which of its sections are folded
 */
CwEditorFolds *
cw_editor_get_folds (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), NULL);

  return self->folds;
}

/**
 * cw_editor_get_blocks:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the tables and other widgets between its lines
 */
CwEditorBlocks *
cw_editor_get_blocks (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), NULL);

  return self->blocks;
}

/**
 * cw_editor_get_layers:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what is marked in its text
 */
CwEditorLayers *
cw_editor_get_layers (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), NULL);

  return self->layers;
}

/**
 * cw_editor_get_composing:
 * @self: an editor
 *
 * Returns: whether an input method is in the middle of a word: keys are its own then
 */
gboolean
cw_editor_get_composing (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), FALSE);

  return self->composing;
}

/**
 * cw_editor_get_em:
 * @self: an editor
 *
 * Returns: the width of a Han character of the body, in pixels
 */
double
cw_editor_get_em (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), 0);

  return self->em;
}

/**
 * cw_editor_get_caret:
 * @self: an editor
 *
 * Returns: where the caret is
 */
CwPlace
cw_editor_get_caret (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), ((CwPlace) { 0, 0 }));

  return cw_editor_buffer_get_caret (self->buffer);
}

/**
 * cw_editor_set_caret:
 * @self: an editor
 * @place: where the caret goes; it is scrolled into view
 */
void
cw_editor_set_caret (CwEditor *self, CwPlace place)
{
  g_return_if_fail (CW_IS_EDITOR (self));

  cw_editor_buffer_select (self->buffer, place, place);
  cw_editor_scroll_to (self, place);
}

/**
 * cw_editor_get_style:
 * @self: an editor
 *
 * Returns: the style of the line the caret is in
 */
CwStyle
cw_editor_get_style (CwEditor *self)
{
  g_return_val_if_fail (CW_IS_EDITOR (self), CW_STYLE_PARAGRAPH);

  return self->style;
}
