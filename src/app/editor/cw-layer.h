/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CwEditorLayer:
 * @CW_EDITOR_LAYER_BLANKS: what is to be filled in: a yellow tint; in the lines a tag does it
 * @CW_EDITOR_LAYER_VALUES: quantities of the paper: a thin dotted line below
 * @CW_EDITOR_LAYER_SPELLING: misspelled Latin words: a green wave below
 * @CW_EDITOR_LAYER_FINDINGS_HINT: hints of the checker: a blue wave below
 * @CW_EDITOR_LAYER_FINDINGS_USUAL: what is not usual: an orange wave
 * @CW_EDITOR_LAYER_FINDINGS_RULE: what is against a rule: a red wave
 * @CW_EDITOR_LAYER_HITS: what a search has found: a yellow ground
 * @CW_EDITOR_LAYER_CURRENT: the one of them that is shown now
 *
 * What stretches of the text are marked for, from the lowest to the one drawn over all others.
 */
typedef enum
{
  CW_EDITOR_LAYER_BLANKS,
  CW_EDITOR_LAYER_VALUES,
  CW_EDITOR_LAYER_SPELLING,
  CW_EDITOR_LAYER_FINDINGS_HINT,
  CW_EDITOR_LAYER_FINDINGS_USUAL,
  CW_EDITOR_LAYER_FINDINGS_RULE,
  CW_EDITOR_LAYER_HITS,
  CW_EDITOR_LAYER_CURRENT,
  CW_N_EDITOR_LAYERS,
} CwEditorLayer;

gboolean cw_layer_is_ground (CwEditorLayer layer);
const char *cw_layer_get_css_class (CwEditorLayer layer);
void cw_layer_draw (CwEditorLayer layer, GtkSnapshot *snapshot, const graphene_rect_t *box);

G_END_DECLS
