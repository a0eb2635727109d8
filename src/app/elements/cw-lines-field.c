/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-lines-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cw-line-entry.h"

/**
 * CwLinesField:
 *
 * An element that is a list, a line each: issuers, signers, signatories and their positions. Lines
 * are added, taken out and put in another order; Enter goes to the next line, Alt with the arrow
 * keys moves the one with the caret.
 */
struct _CwLinesField
{
  CwElementField parent_instance;

  GtkWidget *list;
  GPtrArray *lines; /* of CwLineEntry, not owned */
};

enum
{
  LINE_ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwLinesField, cw_lines_field, CW_TYPE_ELEMENT_FIELD)

static CwLineEntry *
get_line (CwLinesField *self, guint line)
{
  return g_ptr_array_index (self->lines, line);
}

static guint
find_line (CwLinesField *self, CwLineEntry *entry)
{
  guint line = 0;

  g_ptr_array_find (self->lines, entry, &line);
  return line;
}

/* An empty line between others holds a place (a signatory without a position); those at the end are
 * only about to be typed. */
static char *
join (CwLinesField *self)
{
  GString *text = g_string_new (NULL);
  guint n = self->lines->len;

  while (n > 0 && *cw_line_entry_get_text (get_line (self, n - 1)) == '\0')
    n--;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, cw_line_entry_get_text (get_line (self, i)));
    }
  return g_string_free (text, FALSE);
}

static void
tell (CwLinesField *self)
{
  g_autofree char *text = join (self);

  cw_element_field_take_change (CW_ELEMENT_FIELD (self), text);
}

static void
on_changed (CwLinesField *self)
{
  g_autofree char *text = NULL;

  if (cw_element_field_is_showing (CW_ELEMENT_FIELD (self)))
    return;
  text = join (self);
  cw_element_field_take_text (CW_ELEMENT_FIELD (self), text);
}

/* Names and buttons tell which line of how many they are for. */
static void
number_lines (CwLinesField *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    cw_line_entry_set_position (get_line (self, i), i, self->lines->len);
}

static void
remove_line (CwLinesField *self, guint line)
{
  GtkWidget *entry = GTK_WIDGET (get_line (self, line));

  g_ptr_array_remove_index (self->lines, line);
  gtk_box_remove (GTK_BOX (self->list), entry);
}

static void
on_remove (CwLinesField *self, CwLineEntry *entry)
{
  guint line = find_line (self, entry);

  if (self->lines->len == 1)
    {
      cw_line_entry_set_text (entry, "");
      return;
    }
  remove_line (self, line);
  number_lines (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_line (self, MIN (line, self->lines->len - 1))));
  tell (self);
}

static void
on_move (CwLinesField *self, int by, CwLineEntry *entry)
{
  int line = find_line (self, entry);
  int to = line + by;

  if (to < 0 || to >= (int) self->lines->len)
    return;
  g_ptr_array_remove_index (self->lines, line);
  g_ptr_array_insert (self->lines, to, entry);
  gtk_box_reorder_child_after (GTK_BOX (self->list), GTK_WIDGET (entry),
                               to > 0 ? GTK_WIDGET (get_line (self, to - 1)) : NULL);
  number_lines (self);
  tell (self);
}

static CwLineEntry *insert_line (CwLinesField *self, guint line, const char *text);

static void
on_next (CwLinesField *self, CwLineEntry *entry)
{
  guint line = find_line (self, entry) + 1;

  if (line == self->lines->len && *cw_line_entry_get_text (entry) == '\0')
    return;
  if (line == self->lines->len)
    {
      insert_line (self, line, "");
      number_lines (self);
      tell (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (get_line (self, line)));
}

static CwLineEntry *
insert_line (CwLinesField *self, guint line, const char *text)
{
  CwElement element = cw_element_field_get_element (CW_ELEMENT_FIELD (self));
  GtkWidget *entry = cw_line_entry_new (element);

  cw_line_entry_set_text (CW_LINE_ENTRY (entry), text);
  g_ptr_array_insert (self->lines, line, entry);
  gtk_box_insert_child_after (GTK_BOX (self->list), entry,
                              line > 0 ? GTK_WIDGET (get_line (self, line - 1)) : NULL);
  cw_element_field_adopt (CW_ELEMENT_FIELD (self),
                          GTK_WIDGET (cw_line_entry_get_editable (CW_LINE_ENTRY (entry))), NULL);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "remove", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "move", G_CALLBACK (on_move), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "next", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[LINE_ADDED], 0, cw_line_entry_get_editable (CW_LINE_ENTRY (entry)));
  return CW_LINE_ENTRY (entry);
}

static void
on_add (CwLinesField *self)
{
  CwLineEntry *last = get_line (self, self->lines->len - 1);

  if (*cw_line_entry_get_text (last) == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (last));
      return;
    }
  last = insert_line (self, self->lines->len, "");
  number_lines (self);
  gtk_widget_grab_focus (GTK_WIDGET (last));
  tell (self);
}

/* --- the widget --- */

static void
cw_lines_field_show_text (CwElementField *field, const char *text)
{
  CwLinesField *self = CW_LINES_FIELD (field);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = MAX (g_strv_length (lines), 1);

  while (self->lines->len > n)
    remove_line (self, self->lines->len - 1);
  for (guint i = 0; i < n; i++)
    {
      const char *line = lines[0] != NULL ? lines[i] : "";

      if (i < self->lines->len)
        cw_line_entry_set_text (get_line (self, i), line);
      else
        insert_line (self, i, line);
    }
  number_lines (self);
}

static void
cw_lines_field_enter (CwElementField *field)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_line (CW_LINES_FIELD (field), 0)));
}

static GtkWidget *
make_add_button (CwLinesField *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  CwElement element = cw_element_field_get_element (CW_ELEMENT_FIELD (self));
  /* Translators: the name of a button; %s is an element of several lines, such as Issuers */
  g_autofree char *name = g_strdup_printf (_ ("Add to %s"), cw_element_get_name (element));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cw-small");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  return button;
}

static void
cw_lines_field_constructed (GObject *object)
{
  CwLinesField *self = CW_LINES_FIELD (object);

  G_OBJECT_CLASS (cw_lines_field_parent_class)->constructed (object);
  cw_element_field_add_tool (CW_ELEMENT_FIELD (self), make_add_button (self));
  gtk_box_append (GTK_BOX (self), self->list);
  insert_line (self, 0, "");
  number_lines (self);
}

static void
cw_lines_field_finalize (GObject *object)
{
  g_ptr_array_unref (CW_LINES_FIELD (object)->lines);
  G_OBJECT_CLASS (cw_lines_field_parent_class)->finalize (object);
}

static void
cw_lines_field_class_init (CwLinesFieldClass *klass)
{
  CwElementFieldClass *field_class = CW_ELEMENT_FIELD_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = cw_lines_field_constructed;
  G_OBJECT_CLASS (klass)->finalize = cw_lines_field_finalize;
  field_class->show_text = cw_lines_field_show_text;
  field_class->enter = cw_lines_field_enter;

  /**
   * CwLinesField::line-added:
   * @editable: (type GtkEditable): where it is typed
   *
   * There is another line to type in.
   */
  signals[LINE_ADDED] = g_signal_new ("line-added", CW_TYPE_LINES_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_EDITABLE);
}

static void
cw_lines_field_init (CwLinesField *self)
{
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->lines = g_ptr_array_new ();
}

/**
 * cw_lines_field_new:
 * @element: what it is for
 *
 * Returns: (transfer floating): a field with one line
 */
GtkWidget *
cw_lines_field_new (CwElement element)
{
  return g_object_new (CW_TYPE_LINES_FIELD, "element", element, NULL);
}

/**
 * cw_lines_field_get_n_lines:
 * @self: a field
 *
 * Returns: how many lines it has, at least one
 */
guint
cw_lines_field_get_n_lines (CwLinesField *self)
{
  g_return_val_if_fail (CW_IS_LINES_FIELD (self), 0);

  return self->lines->len;
}

/**
 * cw_lines_field_get_editable:
 * @self: a field
 * @line: one of its lines
 *
 * Returns: (transfer none): where the line is typed
 */
GtkEditable *
cw_lines_field_get_editable (CwLinesField *self, guint line)
{
  g_return_val_if_fail (CW_IS_LINES_FIELD (self), NULL);
  g_return_val_if_fail (line < self->lines->len, NULL);

  return cw_line_entry_get_editable (get_line (self, line));
}
