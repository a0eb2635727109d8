/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-layers.h"

#include "app/tables/cw-table-view.h"
#include "cw-editor-blocks.h"
#include "cw-editor-flow.h"
#include "cw-editor-folds.h"
#include "cw-editor-scroll.h"

/* Stretches of the text that are marked for something: hits of a search, findings, values. They are
 * no tags of the buffer but drawn over what is to be seen of it: thousands of them cost no layout,
 * and an edit moves them by arithmetic. */

struct _CwEditorLayers
{
  CwEditor *editor;     /* unowned */
  CwDocument *document; /* which all stretches are of */
  GArray *stretches[CW_N_EDITOR_LAYERS];
};

/**
 * cw_editor_layers_new:
 * @editor: an editor with a document
 *
 * Returns: (transfer full): its layers, with nothing in them
 */
CwEditorLayers *
cw_editor_layers_new (CwEditor *editor)
{
  CwEditorLayers *self = g_new0 (CwEditorLayers, 1);

  self->editor = editor;
  self->document
      = cw_document_ref (cw_editor_buffer_get_document (cw_editor_get_buffer (editor)));
  for (CwEditorLayer layer = 0; layer < CW_N_EDITOR_LAYERS; layer++)
    self->stretches[layer] = g_array_new (FALSE, FALSE, sizeof (CwStretch));
  return self;
}

/**
 * cw_editor_layers_free:
 * @self: (transfer full): layers
 */
void
cw_editor_layers_free (CwEditorLayers *self)
{
  for (CwEditorLayer layer = 0; layer < CW_N_EDITOR_LAYERS; layer++)
    g_array_unref (self->stretches[layer]);
  cw_document_unref (self->document);
  g_free (self);
}

static const CwStretch *
get_data (CwEditorLayers *self, CwEditorLayer layer)
{
  return (const CwStretch *) (gpointer) self->stretches[layer]->data;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return cw_stretch_compare (a, b);
}

static void
take (CwEditorLayers *self, CwEditorLayer layer, GArray *stretches)
{
  g_array_unref (self->stretches[layer]);
  self->stretches[layer] = stretches;
}

/* --- cells ------------------------------------------------------------------------------------ */

static void
add_cell_mark (GHashTable *tables, CwEditorLayer layer, const CwStretch *stretch)
{
  GArray *marks = g_hash_table_lookup (tables, GUINT_TO_POINTER (stretch->line));
  CwCellMark mark = { layer, stretch->field.row, stretch->field.column, stretch->start,
                      stretch->end };

  if (marks == NULL)
    {
      marks = g_array_new (FALSE, FALSE, sizeof (CwCellMark));
      g_hash_table_insert (tables, GUINT_TO_POINTER (stretch->line), marks);
    }
  g_array_append_val (marks, mark);
}

/* Hands every table of the document its marks, and those that have none an empty list. */
static void
mark_cells (CwEditorLayers *self)
{
  g_autoptr (GHashTable) tables
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  CwEditorBlocks *blocks = cw_editor_get_blocks (self->editor);
  CwTableView *view;
  guint line;

  for (CwEditorLayer layer = 0; layer < CW_N_EDITOR_LAYERS; layer++)
    for (guint i = 0; i < self->stretches[layer]->len; i++)
      if (get_data (self, layer)[i].field.kind == CW_FIELD_CELL)
        add_cell_mark (tables, layer, &get_data (self, layer)[i]);
  for (guint i = 0; cw_editor_blocks_get_nth_table (blocks, i, &view, &line); i++)
    {
      GArray *marks = g_hash_table_lookup (tables, GUINT_TO_POINTER (line));

      cw_table_view_set_marks (view, marks != NULL ? (gpointer) marks->data : NULL,
                               marks != NULL ? marks->len : 0);
    }
}

/**
 * cw_editor_layers_sync:
 * @self: layers
 *
 * Lets every mark go where its text has gone, when the document has changed.
 */
void
cw_editor_layers_sync (CwEditorLayers *self)
{
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (self->editor));

  if (document == self->document)
    return;
  for (CwEditorLayer layer = 0; layer < CW_N_EDITOR_LAYERS; layer++)
    take (self, layer,
          cw_stretch_follow (self->document, document, get_data (self, layer),
                             self->stretches[layer]->len));
  cw_document_unref (self->document);
  self->document = cw_document_ref (document);
  mark_cells (self);
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* The share of a line's height that its characters take, from the middle up and down: lines are set
 * far apart. */
#define GROUND_SHARE 0.86
#define LINE_SHARE 0.90

static void
draw_between (CwEditorLayers *self,
              CwEditorLayer layer,
              GtkSnapshot *snapshot,
              const GtkTextIter *first,
              const GtkTextIter *last)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  double share = cw_layer_is_ground (layer) ? GROUND_SHARE : LINE_SHARE;
  GdkRectangle a, b;
  graphene_rect_t box;

  gtk_text_view_get_iter_location (view, first, &a);
  gtk_text_view_get_iter_location (view, last, &b);
  graphene_rect_init (&box, a.x, a.y + a.height * (1 - share) / 2, b.x + b.width - a.x,
                      a.height * share);
  graphene_rect_normalize (&box);
  if (box.size.height >= 1)
    cw_layer_draw (layer, snapshot, &box);
}

/* One line of the screen after the other, from its first character to its last. */
static void
draw_stretch (CwEditorLayers *self,
              CwEditorLayer layer,
              GtkSnapshot *snapshot,
              const CwStretch *stretch)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter from, end;

  cw_place_get_iter ((CwPlace) { stretch->line, stretch->start }, buffer, &from);
  cw_place_get_iter ((CwPlace) { stretch->line, stretch->end }, buffer, &end);
  while (gtk_text_iter_compare (&from, &end) < 0)
    {
      GtkTextIter last = from;

      gtk_text_view_forward_display_line_end (view, &last);
      if (gtk_text_iter_compare (&last, &end) >= 0)
        {
          last = end;
          gtk_text_iter_backward_char (&last);
        }
      draw_between (self, layer, snapshot, &from, &last);
      from = last;
      if (!gtk_text_iter_forward_char (&from))
        return;
    }
}

/* The first stretch in or behind @line. */
static guint
find_line (GArray *stretches, guint line)
{
  CwStretch wanted = { .line = line };
  guint low = 0, high = stretches->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (cw_stretch_compare (&g_array_index (stretches, CwStretch, middle), &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
draw_layer (CwEditorLayers *self, CwEditorLayer layer, GtkSnapshot *snapshot, guint first, guint last)
{
  for (guint i = find_line (self->stretches[layer], first); i < self->stretches[layer]->len; i++)
    {
      const CwStretch *stretch = &get_data (self, layer)[i];

      if (stretch->line > last || stretch->field.kind == CW_FIELD_ELEMENT)
        return;
      if (stretch->field.kind == CW_FIELD_NONE)
        draw_stretch (self, layer, snapshot, stretch);
    }
}

static gboolean
is_empty (CwEditorLayers *self)
{
  for (CwEditorLayer layer = 0; layer < CW_N_EDITOR_LAYERS; layer++)
    if (self->stretches[layer]->len > 0)
      return FALSE;
  return TRUE;
}

/**
 * cw_editor_layers_draw:
 * @self: layers
 * @layer: whether to draw what is below the text or what is above it
 * @snapshot: what to draw to, in the coordinates of the buffer
 *
 * Draws the marks of the lines that can be seen.
 */
void
cw_editor_layers_draw (CwEditorLayers *self, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  GdkRectangle visible;
  GtkTextIter first, last;

  cw_editor_layers_sync (self);
  if (is_empty (self))
    return;
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &first, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &last, visible.y + visible.height, NULL);
  for (CwEditorLayer i = 0; i < CW_N_EDITOR_LAYERS; i++)
    if (cw_layer_is_ground (i) == (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT))
      draw_layer (self, i, snapshot, gtk_text_iter_get_line (&first),
                  gtk_text_iter_get_line (&last));
}

/* --- from outside ----------------------------------------------------------------------------- */

/**
 * cw_editor_set_layer:
 * @editor: an editor
 * @layer: what the stretches are marked for
 * @document: the document they are of, which may be an older state of the one being edited
 * @stretches: (array length=n) (nullable): what is to be marked, in any order
 * @n: how many there are; 0 takes all marks of the layer away
 *
 * Marks stretches in the lines of the editor, in the cells of its tables and, by
 * #CwEditor::layer-changed, in the fields of the elements. They move with edits until they are set
 * again; what an edit touches itself is no longer marked.
 */
void
cw_editor_set_layer (CwEditor *editor,
                     CwEditorLayer layer,
                     CwDocument *document,
                     const CwStretch *stretches,
                     guint n)
{
  CwEditorLayers *self;

  g_return_if_fail (CW_IS_EDITOR (editor));
  g_return_if_fail (layer < CW_N_EDITOR_LAYERS);
  g_return_if_fail (n == 0 || (document != NULL && stretches != NULL));

  self = cw_editor_get_layers (editor);
  if (n == 0 && self->stretches[layer]->len == 0)
    return;
  cw_editor_layers_sync (self);
  take (self, layer,
        n > 0 ? cw_stretch_follow (document, self->document, stretches, n)
              : g_array_new (FALSE, FALSE, sizeof (CwStretch)));
  g_array_sort (self->stretches[layer], compare);
  mark_cells (self);
  gtk_widget_queue_draw (GTK_WIDGET (editor));
  g_signal_emit_by_name (editor, "layer-changed", layer);
}

/**
 * cw_editor_get_layer:
 * @editor: an editor
 * @layer: a layer
 * @n: (out): how many stretches there are
 *
 * Returns: (array length=n) (transfer none): what is marked in it, in the order of reading: stretches
 *   of the document being edited; valid until the next edit
 */
const CwStretch *
cw_editor_get_layer (CwEditor *editor, CwEditorLayer layer, guint *n)
{
  CwEditorLayers *self;

  g_return_val_if_fail (CW_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (layer < CW_N_EDITOR_LAYERS, NULL);

  self = cw_editor_get_layers (editor);
  cw_editor_layers_sync (self);
  *n = self->stretches[layer]->len;
  return get_data (self, layer);
}

/**
 * cw_editor_find_in_layer:
 * @editor: an editor
 * @layer: a layer
 * @place: a place in the flow
 *
 * Returns: (transfer none) (nullable): what is marked there, the first of several; valid until the
 *   next edit
 */
const CwStretch *
cw_editor_find_in_layer (CwEditor *editor, CwEditorLayer layer, CwPlace place)
{
  guint n;
  const CwStretch *stretches = cw_editor_get_layer (editor, layer, &n);

  for (guint i = find_line (cw_editor_get_layers (editor)->stretches[layer], place.line); i < n; i++)
    {
      if (stretches[i].line != place.line || stretches[i].field.kind != CW_FIELD_NONE)
        return NULL;
      if (stretches[i].start <= place.offset && place.offset <= stretches[i].end)
        return &stretches[i];
    }
  return NULL;
}

static CwTableView *
get_table (CwEditor *editor, guint line)
{
  GtkWidget *widget = cw_editor_blocks_get_widget (cw_editor_get_blocks (editor), line);

  return CW_IS_TABLE_VIEW (widget) ? CW_TABLE_VIEW (widget) : NULL;
}

static void
unfold (CwEditor *editor, const CwStretch *stretch)
{
  CwDocument *document = cw_editor_buffer_get_document (cw_editor_get_buffer (editor));

  if (stretch->field.kind != CW_FIELD_ELEMENT && stretch->line < cw_flow_get_n_lines (document))
    cw_editor_folds_reveal (cw_editor_get_folds (editor),
                            cw_flow_get_line (document, stretch->line).block);
}

/**
 * cw_editor_show_stretch:
 * @editor: an editor
 * @stretch: a stretch of its document, in the flow or in a cell
 *
 * Selects it, unfolds its section, scrolls there and gives it the keyboard. Does nothing for an element beside the flow.
 */
void
cw_editor_show_stretch (CwEditor *editor, const CwStretch *stretch)
{
  CwPlace start = { stretch->line, stretch->start }, end = { stretch->line, stretch->end };
  CwTableView *table;

  g_return_if_fail (CW_IS_EDITOR (editor));

  unfold (editor, stretch);
  if (stretch->field.kind == CW_FIELD_CELL)
    {
      table = get_table (editor, stretch->line);
      if (table != NULL)
        cw_table_view_select_text (table, stretch->field.row, stretch->field.column,
                                   stretch->start, stretch->end);
    }
  else if (stretch->field.kind == CW_FIELD_NONE)
    {
      cw_editor_set_caret (editor, end);
      cw_editor_buffer_select (cw_editor_get_buffer (editor), start, end);
      gtk_widget_grab_focus (GTK_WIDGET (editor));
    }
}

/**
 * cw_editor_reveal_stretch:
 * @editor: an editor
 * @stretch: a stretch of its document, in the flow or in a cell
 *
 * Scrolls so that it can be seen. Caret and keyboard stay where they are.
 */
void
cw_editor_reveal_stretch (CwEditor *editor, const CwStretch *stretch)
{
  g_return_if_fail (CW_IS_EDITOR (editor));

  unfold (editor, stretch);
  if (stretch->field.kind == CW_FIELD_CELL)
    cw_editor_scroll_to_cell (editor, stretch->line, stretch->field.row, stretch->field.column);
  else if (stretch->field.kind == CW_FIELD_NONE)
    cw_editor_scroll_to (editor, (CwPlace) { stretch->line, stretch->start });
}
