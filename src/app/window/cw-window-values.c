/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-window-private.h"

#include <glib/gi18n-lib.h>

#include "app/editor/cw-editor-commands.h"
#include "app/editor/cw-editor-flow.h"
#include "app/editor/cw-editor-layers.h"

/* Filled placeholders in the text: marked, and told about where the pointer rests. */

static void
mark_values (CwWindow *self)
{
  CwDocument *document = cw_draft_get_document (self->draft);
  g_autoptr (GArray) blanks = cw_blanks_find (document, TRUE);
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (CwStretch));

  for (guint i = 0; i < blanks->len; i++)
    if (g_array_index (blanks, CwBlank, i).filled)
      g_array_append_val (stretches, g_array_index (blanks, CwBlank, i).at);
  cw_editor_set_layer (self->editor, CW_EDITOR_LAYER_VALUES, document,
                       (const CwStretch *) (gpointer) stretches->data, stretches->len);
}

static const char *
describe_rule (CwValueRule rule)
{
  static const char *const names[CW_N_VALUE_RULES] = {
    [CW_VALUE_SUM] = N_ ("the sum of its parts"),
    [CW_VALUE_DIFFERENCE] = N_ ("the difference of two values"),
    [CW_VALUE_PERCENT] = N_ ("a percentage of another value"),
    [CW_VALUE_GROWTH] = N_ ("the growth over another value"),
  };

  return names[rule] != NULL ? _ (names[rule]) : NULL;
}

static void
add_fact (GStrvBuilder *facts, const char *what)
{
  if (what != NULL && *what != '\0')
    g_strv_builder_add (facts, what);
}

static char *
describe (CwDocument *document, const CwBlank *blank)
{
  const CwValue *value = cw_ledger_get_value (cw_document_get_ledger (document), blank->value);
  g_autoptr (GStrvBuilder) facts = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  if (value == NULL)
    return g_strdup (_ ("Still to be filled in"));
  add_fact (facts, *value->name != '\0' ? value->name : _ ("Value"));
  if (*value->source != '\0')
    g_strv_builder_take (facts, g_strdup_printf (_ ("given by %s"), value->source));
  if (*value->last != '\0')
    g_strv_builder_take (facts, g_strdup_printf (_ ("last %s"), value->last));
  add_fact (facts, describe_rule (value->rule));
  add_fact (facts, value->note);
  lines = g_strv_builder_end (facts);
  return g_strjoinv ("\n", lines);
}

static gboolean
find_at (CwWindow *self, int x, int y, gboolean keyboard, CwBlank *blank)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  CwPlace place = cw_editor_get_caret (self->editor);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (!keyboard)
    {
      gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                             &buffer_y);
      if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
        return FALSE;
      place = cw_place_at_iter (&iter);
    }
  return cw_editor_get_placeholder (self->editor, place.line, place.offset, blank);
}

static gboolean
on_tooltip (GtkWidget *editor, int x, int y, gboolean keyboard, GtkTooltip *tooltip, CwWindow *self)
{
  g_autofree char *text = NULL;
  CwBlank blank;

  if (!find_at (self, x, y, keyboard, &blank))
    return FALSE;
  text = describe (cw_editor_buffer_get_document (cw_editor_get_buffer (self->editor)), &blank);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Others may have put in their own. */
static void
add_menu (CwWindow *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->editor);
  GMenuModel *has = gtk_text_view_get_extra_menu (view);
  g_autoptr (GMenu) menu = G_IS_MENU (has) ? g_object_ref (G_MENU (has)) : g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _ ("Make a _Placeholder"), "win.make-placeholder");
  g_menu_append (section, _ ("_Not a Placeholder"), "win.not-a-placeholder");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  gtk_text_view_set_extra_menu (view, G_MENU_MODEL (menu));
}

/**
 * cw_window_connect_values:
 * @self: a window
 *
 * Shows values in the text, and what is known of them.
 */
void
cw_window_connect_values (CwWindow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->editor), TRUE);
  g_signal_connect_object (self->editor, "query-tooltip", G_CALLBACK (on_tooltip), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->placeholders, "updated", G_CALLBACK (mark_values), self,
                           G_CONNECT_SWAPPED);
  add_menu (self);
  mark_values (self);
}
