/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-elements-panel-private.h"

#include <glib/gi18n-lib.h>

#include "document/elements/cw-element-check.h"
#include "cw-field-memory.h"
#include "cw-elements-edit.h"
#include "document/edits/cw-edit-elements.h"
#include "cw-memory.h"

/**
 * CwElementsPanel:
 *
 * What a paper has beside its text, to be filled in: the kind of paper, and the elements of
 * masthead, body and colophon that it has. Every change is a step of the document's one history;
 * what undo, redo or the editor changes is shown at once.
 */
enum
{
  PROP_N_MISSING = 1,
  N_PROPS,
};

enum
{
  ELEMENT_ENTERED,
  ELEMENT_LEFT,
  LINE_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwElementsPanel, cw_elements_panel, ADW_TYPE_BIN)

/* In the order of the page; elements of one row are read together. */
static const struct
{
  CwElement elements[CW_FIELDS_IN_ROW];
  guint n;
} row_table[] = {
  { { CW_ELEMENT_COPY_NUMBER, CW_ELEMENT_URGENCY }, 2 },
  { { CW_ELEMENT_CLASSIFICATION, CW_ELEMENT_CLASSIFICATION_PERIOD }, 2 },
  { { CW_ELEMENT_ISSUERS }, 1 },
  { { CW_ELEMENT_MARK_WORD }, 1 },
  { { CW_ELEMENT_NUMBER_CODE, CW_ELEMENT_NUMBER_YEAR, CW_ELEMENT_NUMBER_SERIAL }, 3 },
  { { CW_ELEMENT_SIGNERS }, 1 },
  { { CW_ELEMENT_TITLE }, 1 },
  { { CW_ELEMENT_SUBTITLE }, 1 },
  { { CW_ELEMENT_ADDRESSEES }, 1 },
  { { CW_ELEMENT_EDITOR_NOTE }, 1 },
  { { CW_ELEMENT_SIGNATORY }, 1 },
  { { CW_ELEMENT_POSITIONS }, 1 },
  { { CW_ELEMENT_DATE }, 1 },
  { { CW_ELEMENT_NOTE }, 1 },
  { { CW_ELEMENT_ATTENDEES }, 1 },
  { { CW_ELEMENT_ABSENTEES }, 1 },
  { { CW_ELEMENT_OBSERVERS }, 1 },
  { { CW_ELEMENT_REPORT_RECIPIENTS }, 1 },
  { { CW_ELEMENT_COPY_RECIPIENTS }, 1 },
  { { CW_ELEMENT_FORWARD_RECIPIENTS }, 1 },
  { { CW_ELEMENT_PRINTING_OFFICE }, 1 },
  { { CW_ELEMENT_PRINTING_DATE, CW_ELEMENT_COPIES }, 2 },
};

/* --- from the fields to the document --- */

static void
apply (CwElementsPanel *self, CwDocument *document)
{
  self->applying = TRUE;
  cw_editor_buffer_apply (self->buffer, document, NULL);
  self->applying = FALSE;
}

/* Typing joins the step before; in a line of the flow it must also be where that left off. */
static void
apply_typed (CwElementsPanel *self, CwDocument *document)
{
  CwDocument *old = cw_editor_buffer_get_document (self->buffer);
  CwPlace start, old_end, end;
  gboolean in_flow = cw_flow_find_change (old, document, &start, &old_end, &end);
  gboolean erased = in_flow && cw_place_compare (end, old_end) < 0;

  self->applying = TRUE;
  cw_editor_buffer_apply_kind (self->buffer, document, in_flow ? &end : NULL,
                               erased ? CW_EDIT_ERASING : CW_EDIT_TYPING);
  self->applying = FALSE;
}

static void
on_edited (CwElementsPanel *self, CwElementField *field)
{
  g_autoptr (CwDocument) document = NULL;

  if (self->buffer == NULL)
    return;
  document = cw_elements_edit_text (cw_editor_buffer_get_document (self->buffer),
                                    cw_element_field_get_element (field),
                                    cw_element_field_get_text (field));
  self->touched = TRUE;
  if (cw_element_field_get_typed (field))
    apply_typed (self, document);
  else
    apply (self, document);
}

/* What is only a matter of writing is mended when the keyboard leaves. */
static void
tidy (CwElementsPanel *self, CwElementField *field)
{
  CwElement element = cw_element_field_get_element (field);
  g_autofree char *text = cw_element_tidy (element, cw_element_field_get_text (field));
  g_autoptr (CwDocument) document
      = cw_elements_edit_text (cw_editor_buffer_get_document (self->buffer), element, text);

  apply (self, document);
}

static void
on_form_edited (CwElementsPanel *self)
{
  g_autoptr (CwDocument) document = NULL;

  if (self->buffer == NULL)
    return;
  document = cw_edit_set_form (cw_editor_buffer_get_document (self->buffer),
                               cw_form_rows_get_form (self->form_rows));
  apply (self, document);
}

static void
on_part (CwElementsPanel *self, CwElement element)
{
  cw_elements_panel_open_element (self, element);
}

static void
on_attachments_edited (CwElementsPanel *self, CwDocument *document)
{
  apply (self, document);
}

static void
on_line_requested (CwElementsPanel *self, guint line)
{
  g_signal_emit (self, signals[LINE_REQUESTED], 0, line);
}

static void
on_entered (CwElementsPanel *self, CwElementField *field)
{
  self->current = field;
  self->touched = FALSE;
  cw_page_sketch_set_current (self->sketch, cw_element_field_get_element (field));
  g_signal_emit (self, signals[ELEMENT_ENTERED], 0, cw_element_field_get_element (field));
}

static void
on_left (CwElementsPanel *self, CwElementField *field)
{
  cw_page_sketch_set_current (self->sketch, -1);
  self->current = NULL;
  if (self->buffer != NULL && self->touched)
    tidy (self, field);
  if (self->document != NULL)
    cw_elements_panel_show_mistakes (self);
  if (self->document != NULL && self->touched)
    cw_field_memory_remember (field, self->document);
  g_signal_emit (self, signals[ELEMENT_LEFT], 0, cw_element_field_get_element (field));
}

/* --- the widget --- */

static void
add_row (CwElementsPanel *self, const CwElement *elements, guint n)
{
  GtkWidget *row = cw_field_row_new (elements, n);

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->groups[cw_element_get_group (elements[0])], row);
  for (guint i = 0; i < n; i++)
    {
      CwElementField *field = cw_field_row_get_field (CW_FIELD_ROW (row), i);

      self->fields[elements[i]] = field;
      cw_field_memory_attach (field);
      g_signal_connect_object (field, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (field, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (field, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
      if (elements[i] == CW_ELEMENT_DATE)
        cw_form_rows_add_seal (self->form_rows, self->groups[CW_GROUP_BODY]);
    }
}

static AdwPreferencesGroup *
make_group (CwElementsPanel *self, GtkWidget *box, const char *title, GtkLabel **count)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (count != NULL)
    {
      *count = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (GTK_WIDGET (*count), "warning");
      gtk_widget_add_css_class (GTK_WIDGET (*count), "caption");
      adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (*count));
    }
  gtk_box_append (GTK_BOX (box), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
make_groups (CwElementsPanel *self, GtkWidget *box)
{
  const char *const titles[CW_N_GROUPS] = {
    [CW_GROUP_MASTHEAD] = _ ("Masthead"),
    [CW_GROUP_BODY] = C_ ("group", "Body"),
    [CW_GROUP_COLOPHON] = _ ("Colophon"),
  };

  cw_form_rows_add_head (self->form_rows, make_group (self, box, NULL, NULL));
  for (CwElementGroup group = 0; group < CW_N_GROUPS; group++)
    {
      self->groups[group] = make_group (self, box, titles[group], &self->counts[group]);
      if (group == CW_GROUP_BODY)
        gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->attachments));
    }
  cw_form_rows_add_colophon (self->form_rows, self->groups[CW_GROUP_COLOPHON]);
  for (guint i = 0; i < G_N_ELEMENTS (row_table); i++)
    add_row (self, row_table[i].elements, row_table[i].n);
}

static void
cw_elements_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_MISSING:
      g_value_set_uint (value, CW_ELEMENTS_PANEL (object)->n_missing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_elements_panel_dispose (GObject *object)
{
  CwElementsPanel *self = CW_ELEMENTS_PANEL (object);

  if (self->buffer != NULL)
    cw_memory_flush (cw_memory_get_default ());
  g_clear_object (&self->buffer);
  g_clear_object (&self->form_rows);
  g_clear_pointer (&self->document, cw_document_unref);
  G_OBJECT_CLASS (cw_elements_panel_parent_class)->dispose (object);
}

static void
cw_elements_panel_finalize (GObject *object)
{
  g_ptr_array_unref (CW_ELEMENTS_PANEL (object)->rows);
  G_OBJECT_CLASS (cw_elements_panel_parent_class)->finalize (object);
}

static void
cw_elements_panel_class_init (CwElementsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cw_elements_panel_get_property;
  object_class->dispose = cw_elements_panel_dispose;
  object_class->finalize = cw_elements_panel_finalize;

  /**
   * CwElementsPanel:n-missing:
   *
   * How many elements the paper must have are empty.
   */
  props[PROP_N_MISSING] = g_param_spec_uint ("n-missing", NULL, NULL, 0, CW_N_ELEMENTS, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * CwElementsPanel::element-entered:
   * @element: a #CwElement
   *
   * The keyboard has come into the field of @element.
   */
  signals[ELEMENT_ENTERED]
      = g_signal_new ("element-entered", CW_TYPE_ELEMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CwElementsPanel::element-left:
   * @element: a #CwElement
   *
   * The keyboard has gone out of the field of @element.
   */
  signals[ELEMENT_LEFT] = g_signal_new ("element-left", CW_TYPE_ELEMENTS_PANEL, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * CwElementsPanel::line-requested:
   * @line: a line of the flow
   *
   * The text of an attachment is wanted.
   */
  signals[LINE_REQUESTED]
      = g_signal_new ("line-requested", CW_TYPE_ELEMENTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* without a role of its own it could have no name */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cw_elements_panel_init (CwElementsPanel *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->rows = g_ptr_array_new ();
  self->form_rows = cw_form_rows_new ();
  self->attachments = CW_ATTACHMENT_LIST (cw_attachment_list_new ());
  g_signal_connect_object (self->attachments, "edited", G_CALLBACK (on_attachments_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attachments, "line-requested", G_CALLBACK (on_line_requested),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form_rows, "edited", G_CALLBACK (on_form_edited), self,
                           G_CONNECT_SWAPPED);
  self->sketch = CW_PAGE_SKETCH (cw_page_sketch_new ());
  g_signal_connect_object (self->sketch, "part-activated", G_CALLBACK (on_part), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "cw-elements");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sketch));
  make_groups (self, box);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Elements of the paper"), -1);
}

/**
 * cw_elements_panel_new:
 *
 * Returns: (transfer floating): a panel with no document yet
 */
GtkWidget *
cw_elements_panel_new (void)
{
  return g_object_new (CW_TYPE_ELEMENTS_PANEL, NULL);
}

/**
 * cw_elements_panel_set_buffer:
 * @self: a panel
 * @buffer: the text of the document whose elements are filled in, once
 */
void
cw_elements_panel_set_buffer (CwElementsPanel *self, CwEditorBuffer *buffer)
{
  g_return_if_fail (CW_IS_ELEMENTS_PANEL (self));
  g_return_if_fail (self->buffer == NULL);

  self->buffer = g_object_ref (buffer);
  g_signal_connect_object (cw_editor_buffer_get_history (buffer), "notify::document",
                           G_CALLBACK (cw_elements_panel_show_document), self, G_CONNECT_SWAPPED);
  cw_elements_panel_show_document (self);
}

/**
 * cw_elements_panel_get_field:
 * @self: a panel
 * @element: an element
 *
 * Returns: (transfer none): its field, shown or not
 */
CwElementField *
cw_elements_panel_get_field (CwElementsPanel *self, CwElement element)
{
  g_return_val_if_fail (CW_IS_ELEMENTS_PANEL (self), NULL);
  g_return_val_if_fail (element < CW_N_ELEMENTS, NULL);

  return self->fields[element];
}

/**
 * cw_elements_panel_open_element:
 * @self: a panel
 * @element: an element
 *
 * Gives its field the keyboard and scrolls there.
 *
 * Returns: whether the paper has such a field
 */
gboolean
cw_elements_panel_open_element (CwElementsPanel *self, CwElement element)
{
  g_return_val_if_fail (CW_IS_ELEMENTS_PANEL (self), FALSE);
  g_return_val_if_fail (element < CW_N_ELEMENTS, FALSE);

  if (self->document == NULL
      || cw_element_get_need (element, cw_document_get_form (self->document)) == CW_NEED_NONE)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->fields[element]));
  return TRUE;
}

/**
 * cw_elements_panel_open_missing:
 * @self: a panel
 *
 * Goes to the next field, in the order of the page, that is required and empty: after the one with
 * the keyboard, or from the top.
 *
 * Returns: whether there is any
 */
gboolean
cw_elements_panel_open_missing (CwElementsPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *from = focus != NULL ? gtk_widget_get_ancestor (focus, CW_TYPE_ELEMENT_FIELD) : NULL;
  gboolean passed = FALSE;
  CwElementField *first = NULL;
  CwElementField *next = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (row_table); i++)
    for (guint n = 0; n < row_table[i].n; n++)
      {
        CwElementField *field = self->fields[row_table[i].elements[n]];

        if (cw_element_field_get_missing (field) && first == NULL)
          first = field;
        if (cw_element_field_get_missing (field) && passed && next == NULL)
          next = field;
        passed = passed || GTK_WIDGET (field) == from;
      }
  if (first == NULL)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (next != NULL ? next : first));
}

/**
 * cw_elements_panel_set_n_missing:
 * @self: a panel
 * @n: how many elements are required and empty
 *
 * Tells how many those are.
 */
void
cw_elements_panel_set_n_missing (CwElementsPanel *self, guint n)
{
  if (n == self->n_missing)
    return;
  self->n_missing = n;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_MISSING]);
}

/**
 * cw_elements_panel_get_n_missing:
 * @self: a panel
 *
 * Returns: how many elements the paper must have are empty
 */
guint
cw_elements_panel_get_n_missing (CwElementsPanel *self)
{
  g_return_val_if_fail (CW_IS_ELEMENTS_PANEL (self), 0);

  return self->n_missing;
}
