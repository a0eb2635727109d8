/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/cw-application.h"
#include "app/elements/cw-attachment-row.h"
#include "app/elements/cw-entry-field.h"
#include "app/elements/cw-lines-field.h"
#include "app/elements/cw-memory.h"
#include "app/elements/cw-page-sketch.h"
#include "app/elements/cw-text-field.h"
#include "app/window/cw-window-private.h"
#include "cw-test-window.h"

/* The panel in a real window, its fields typed into and looked at in process. */
static CwApplication *application;

static gboolean
is_mapped (CwWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window));
}

static gboolean
is_shown (CwWindow *window)
{
  return !cw_preview_get_busy (window->preview) && window->count_timer == 0;
}

static void
set_kind (CwWindow *window, CwKind kind)
{
  CwEditorBuffer *buffer = cw_editor_get_buffer (window->editor);
  CwDocument *document = cw_editor_buffer_get_document (buffer);
  CwForm form = *cw_document_get_form (document);
  CwText *elements[CW_N_ELEMENTS];
  guint n = cw_document_get_n_blocks (document);
  g_autofree CwBlock **blocks = g_new (CwBlock *, n + 1);
  g_autoptr (CwDocument) changed = NULL;

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = cw_document_get_element (document, i);
  for (guint i = 0; i < n; i++)
    blocks[i] = cw_document_get_block (document, i);
  cw_form_set_kind (&form, kind);
  changed = cw_document_new_with_form (&form, elements, blocks, n);
  cw_editor_buffer_apply (buffer, changed, NULL);
}

static CwWindow *
open_window (CwKind kind)
{
  CwWindow *window = cw_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  cw_test_wait_until (is_mapped, window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  set_kind (window, kind);
  return window;
}

static void
close_window (CwWindow *window)
{
  cw_draft_discard (window->draft);
  gtk_window_destroy (GTK_WINDOW (window));
}

static const char *
get_element (CwWindow *window, CwElement element)
{
  CwText *text = cw_document_get_element (cw_draft_get_document (window->draft), element);

  return text != NULL ? cw_text_get_string (text) : NULL;
}

static CwElementField *
get_field (CwWindow *window, CwElement element)
{
  return cw_elements_panel_get_field (window->elements, element);
}

static GtkEditable *
get_line (CwWindow *window, CwElement element, guint line)
{
  return cw_lines_field_get_editable (CW_LINES_FIELD (get_field (window, element)), line);
}

static void
type (CwWindow *window, CwElement element, const char *text)
{
  CwElementField *field = get_field (window, element);

  if (CW_IS_ENTRY_FIELD (field))
    gtk_editable_set_text (cw_entry_field_get_editable (CW_ENTRY_FIELD (field)), text);
  else if (CW_IS_LINES_FIELD (field))
    gtk_editable_set_text (get_line (window, element, 0), text);
  else
    gtk_text_buffer_set_text (
        gtk_text_view_get_buffer (GTK_TEXT_VIEW (cw_text_field_get_view (CW_TEXT_FIELD (field)))), text, -1);
}

/* At the end, as by keys. */
static void
type_more (CwWindow *window, CwElement element, const char *text)
{
  CwElementField *field = get_field (window, element);
  GtkEditable *editable = CW_IS_ENTRY_FIELD (field) ? cw_entry_field_get_editable (CW_ENTRY_FIELD (field))
                                                    : get_line (window, element, 0);
  int at = (int) g_utf8_strlen (gtk_editable_get_text (editable), -1);

  gtk_editable_insert_text (editable, text, -1, &at);
}

static GtkWidget *
find_named (GtkWidget *widget, GType kind, const char *tooltip)
{
  const char *has = gtk_widget_get_tooltip_text (widget);
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), kind) && g_strcmp0 (has, tooltip) == 0 && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, kind, tooltip);
  return found;
}

static void
click (CwWindow *window, const char *tooltip)
{
  GtkWidget *button;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  button = find_named (GTK_WIDGET (window->elements), GTK_TYPE_BUTTON, tooltip);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
act (CwWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

/* --- one document, one history ------------------------------------------------------------------ */

static void
test_typing (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);
  CwElementField *field = get_field (window, CW_ELEMENT_NUMBER_CODE);

  type (window, CW_ELEMENT_NUMBER_CODE, "云教发");
  g_assert_cmpstr (get_element (window, CW_ELEMENT_NUMBER_CODE), ==, "云教发");
  act (window, "win.undo");
  g_assert_null (get_element (window, CW_ELEMENT_NUMBER_CODE));
  g_assert_cmpstr (cw_element_field_get_text (field), ==, "");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (field), "cw-changed"));
  act (window, "win.redo");
  g_assert_cmpstr (cw_element_field_get_text (field), ==, "云教发");
  g_assert_cmpstr (gtk_editable_get_text (cw_entry_field_get_editable (CW_ENTRY_FIELD (field))), ==, "云教发");
  close_window (window);
}

/* What is typed in one field without a pause is one step, in the masthead as in the title. */
static void
test_typing_joins (void)
{
  static const CwElement elements[] = { CW_ELEMENT_NUMBER_CODE, CW_ELEMENT_DATE, CW_ELEMENT_SIGNATORY };
  CwWindow *window = open_window (CW_KIND_NOTICE);
  static const char *const typed[] = { "云", "教", "发" };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_autoptr (CwDocument) before = NULL;

      type (window, elements[i], "甲");
      type (window, elements[i], "");
      set_kind (window, i % 2 == 0 ? CW_KIND_DECISION : CW_KIND_NOTICE);
      before = cw_document_ref (cw_draft_get_document (window->draft));
      for (guint t = 0; t < G_N_ELEMENTS (typed); t++)
        type_more (window, elements[i], typed[t]);
      g_assert_cmpstr (get_element (window, elements[i]), ==, "云教发");
      act (window, "win.undo");
      g_assert_true (cw_draft_get_document (window->draft) == before);
    }
  close_window (window);
}

/* A mistake is told when the field is left, not while it is typed, and goes when it is mended. */
static void
test_mistakes (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);
  CwElementField *field = get_field (window, CW_ELEMENT_NUMBER_YEAR);

  cw_elements_panel_open_element (window->elements, CW_ELEMENT_NUMBER_YEAR);
  type (window, CW_ELEMENT_NUMBER_YEAR, "25");
  g_assert_null (cw_element_field_get_mistake (field));
  cw_elements_panel_open_element (window->elements, CW_ELEMENT_NUMBER_SERIAL);
  g_assert_nonnull (cw_element_field_get_mistake (field));
  cw_elements_panel_open_element (window->elements, CW_ELEMENT_NUMBER_YEAR);
  type (window, CW_ELEMENT_NUMBER_YEAR, "2025");
  g_assert_null (cw_element_field_get_mistake (field));
  close_window (window);
}

/* What is only a matter of writing is mended when the field is left, as a step of its own. */
static void
test_tidy (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);

  cw_elements_panel_open_element (window->elements, CW_ELEMENT_PRINTING_DATE);
  type (window, CW_ELEMENT_PRINTING_DATE, "2025-03-05");
  cw_elements_panel_open_element (window->elements, CW_ELEMENT_COPIES);
  g_assert_cmpstr (get_element (window, CW_ELEMENT_PRINTING_DATE), ==, "2025年3月5日");
  g_assert_cmpstr (cw_element_field_get_text (get_field (window, CW_ELEMENT_PRINTING_DATE)), ==, "2025年3月5日");
  act (window, "win.undo");
  g_assert_cmpstr (get_element (window, CW_ELEMENT_PRINTING_DATE), ==, "2025-03-05");
  close_window (window);
}

/* What stands in the text as well is the same in both. */
static void
test_flow (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);
  CwEditorBuffer *buffer = cw_editor_get_buffer (window->editor);
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "通知", -1);
  g_assert_cmpstr (cw_element_field_get_text (get_field (window, CW_ELEMENT_TITLE)), ==, "通知");
  type (window, CW_ELEMENT_TITLE, "关于放假的通知");
  type (window, CW_ELEMENT_DATE, "2025年3月5日");
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  shown = gtk_text_iter_get_slice (&start, &end);
  g_assert_true (g_str_has_prefix (shown, "关于放假的通知\n"));
  g_assert_true (g_str_has_suffix (shown, "\n2025年3月5日"));
  close_window (window);
}

/* Emphasis in the rest of a text outlives an edit of it. */
static void
test_marks_stay (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);
  CwEditorBuffer *buffer = cw_editor_get_buffer (window->editor);
  CwTextField *field = CW_TEXT_FIELD (get_field (window, CW_ELEMENT_TITLE));
  GtkTextBuffer *typed = gtk_text_view_get_buffer (GTK_TEXT_VIEW (cw_text_field_get_view (field)));
  g_autoptr (CwDocument) marked = NULL;
  GtkTextIter at;

  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "重要通知", -1);
  marked = cw_edit_set_mark (cw_editor_buffer_get_document (buffer), (CwPlace) { 0, 0 }, (CwPlace) { 0, 6 },
                             CW_MARK_EMPHASIS, TRUE);
  cw_editor_buffer_apply (buffer, marked, NULL);
  gtk_text_buffer_get_iter_at_offset (typed, &at, 2);
  gtk_text_buffer_insert (typed, &at, "会议", -1);
  g_assert_true (cw_text_has_mark (cw_document_get_element (cw_draft_get_document (window->draft), CW_ELEMENT_TITLE),
                                   CW_MARK_EMPHASIS, 0, 6));
  g_assert_cmpstr (get_element (window, CW_ELEMENT_TITLE), ==, "重要会议通知");
  close_window (window);
}

static void
test_kind_keeps_everything (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);
  g_autoptr (CwDocument) before = NULL;

  type (window, CW_ELEMENT_ISSUERS, "云陵县教育局");
  type (window, CW_ELEMENT_COPY_RECIPIENTS, "县委办公室。");
  before = cw_document_ref (cw_draft_get_document (window->draft));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_field (window, CW_ELEMENT_ISSUERS))));

  set_kind (window, CW_KIND_SUMMARY);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_field (window, CW_ELEMENT_ISSUERS))));
  g_assert_cmpstr (get_element (window, CW_ELEMENT_ISSUERS), ==, "云陵县教育局");
  g_assert_cmpuint (cw_document_get_form (cw_draft_get_document (window->draft))->format, ==, CW_FORMAT_WORKING_PAPER);
  set_kind (window, CW_KIND_NOTICE);
  g_assert_true (cw_document_equal (before, cw_draft_get_document (window->draft)));
  close_window (window);
}

/* --- what is missing ---------------------------------------------------------------------------- */

static void
test_missing (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);
  guint n = cw_elements_panel_get_n_missing (window->elements);
  g_autofree char *fewer = NULL;

  g_assert_cmpuint (n, >, 3);
  g_assert_true (cw_element_field_get_missing (get_field (window, CW_ELEMENT_ISSUERS)));
  type (window, CW_ELEMENT_ISSUERS, "云陵县教育局");
  g_assert_false (cw_element_field_get_missing (get_field (window, CW_ELEMENT_ISSUERS)));
  g_assert_cmpuint (cw_elements_panel_get_n_missing (window->elements), ==, n - 1);
  fewer = g_strdup_printf ("%u", n - 1);
  g_assert_cmpstr (gtk_label_get_text (window->elements_badge), ==, fewer);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (window->missing_label), fewer));

  act (window, "win.next-missing");
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
      GtkWidget *field = gtk_widget_get_ancestor (focus, CW_TYPE_ELEMENT_FIELD);

      g_assert_nonnull (field);
      g_assert_true (cw_element_field_get_missing (CW_ELEMENT_FIELD (field)));
      act (window, "win.next-missing");
    }
  close_window (window);
}

static void
test_sketch (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);
  GtkWidget *focus;

  click (window, "Issuers: missing");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_field (window, CW_ELEMENT_ISSUERS))));
  type (window, CW_ELEMENT_ISSUERS, "云陵县教育局");
  click (window, "Issuers: filled in");
  g_assert_null (find_named (GTK_WIDGET (window->elements), GTK_TYPE_BUTTON, "Signers: missing"));
  set_kind (window, CW_KIND_REQUEST);
  click (window, "Signers: missing");
  close_window (window);
}

/* --- lists -------------------------------------------------------------------------------------- */

static void
test_lines (void)
{
  CwWindow *window = open_window (CW_KIND_REQUEST);

  type (window, CW_ELEMENT_ISSUERS, "甲局");
  click (window, "Add to Issuers");
  gtk_editable_set_text (get_line (window, CW_ELEMENT_ISSUERS, 1), "乙局");
  g_assert_cmpstr (get_element (window, CW_ELEMENT_ISSUERS), ==, "甲局\n乙局");
  click (window, "Move Up: Issuers 2");
  g_assert_cmpstr (get_element (window, CW_ELEMENT_ISSUERS), ==, "乙局\n甲局");
  g_assert_cmpstr (gtk_editable_get_text (get_line (window, CW_ELEMENT_ISSUERS, 0)), ==, "乙局");
  click (window, "Remove: Issuers 1");
  g_assert_cmpstr (get_element (window, CW_ELEMENT_ISSUERS), ==, "甲局");
  act (window, "win.undo");
  g_assert_cmpuint (cw_lines_field_get_n_lines (CW_LINES_FIELD (get_field (window, CW_ELEMENT_ISSUERS))), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (get_line (window, CW_ELEMENT_ISSUERS, 1)), ==, "甲局");
  close_window (window);
}

static const char *
attachment_title (CwWindow *window, guint attachment)
{
  CwDocument *document = cw_draft_get_document (window->draft);
  guint block = cw_document_get_attachment (document, attachment, NULL);

  return cw_text_get_string (cw_block_get_text (cw_document_get_block (document, block)));
}

static GtkWidget *
find_kind (GtkWidget *widget, GType kind)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), kind) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_kind (child, kind);
  return found;
}

/* By the button, which leads to the new title. */
static void
add_attachment (CwWindow *window, const char *title)
{
  GtkWidget *add = find_kind (GTK_WIDGET (window->elements), ADW_TYPE_BUTTON_ROW);
  GtkWidget *focus;

  g_signal_emit_by_name (add, "activated");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  focus = gtk_widget_get_ancestor (focus, CW_TYPE_ATTACHMENT_ROW);
  g_assert_nonnull (focus);
  gtk_editable_set_text (GTK_EDITABLE (find_kind (focus, GTK_TYPE_ENTRY)), title);
}

static void
test_attachments (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);

  add_attachment (window, "名单");
  g_assert_cmpstr (attachment_title (window, 0), ==, "名单");
  add_attachment (window, "日程");
  g_assert_cmpstr (attachment_title (window, 1), ==, "日程");
  click (window, "Move Up: 附件2");
  g_assert_cmpstr (attachment_title (window, 0), ==, "日程");
  g_assert_cmpstr (attachment_title (window, 1), ==, "名单");
  click (window, "Go to 附件2");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (window->editor));
  g_assert_cmpint (cw_editor_get_style (window->editor), ==, CW_STYLE_ATTACHMENT);
  click (window, "Remove: 附件2");
  g_assert_cmpuint (cw_document_get_n_attachments (cw_draft_get_document (window->draft)), ==, 1);
  g_assert_cmpstr (attachment_title (window, 0), ==, "日程");
  act (window, "win.undo");
  g_assert_cmpstr (attachment_title (window, 1), ==, "名单");
  close_window (window);
}

/* --- the page ----------------------------------------------------------------------------------- */

static void
test_page_opens_field (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);
  GtkWidget *focus;

  type (window, CW_ELEMENT_ISSUERS, "云陵县教育局");
  cw_test_wait_until (is_shown, window);
  act (window, "win.elements");
  g_assert_false (adw_overlay_split_view_get_show_sidebar (window->split));
  g_signal_emit_by_name (window->preview, "element-activated", CW_ELEMENT_ISSUERS);
  g_assert_true (adw_overlay_split_view_get_show_sidebar (window->split));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_field (window, CW_ELEMENT_ISSUERS))));
  close_window (window);
}

static void
test_guides (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);

  g_assert_false (cw_preview_get_guides (window->preview));
  act (window, "win.guides");
  g_assert_true (cw_preview_get_guides (window->preview));
  g_assert_true (g_settings_get_boolean (window->settings, "guides"));
  act (window, "win.guides");
  g_assert_false (cw_preview_get_guides (window->preview));
  close_window (window);
}

static GtkWidget *
find_choice (CwWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  GtkWidget *list = dialog != NULL ? find_kind (GTK_WIDGET (dialog), ADW_TYPE_WRAP_BOX) : NULL;

  return list != NULL ? gtk_widget_get_first_child (list) : NULL;
}

static gboolean
has_choice (CwWindow *window)
{
  return find_choice (window) != NULL;
}

/* A spacing is chosen by its picture, as one step. */
static void
test_spacing (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);
  CwDocument *before;

  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (cw_editor_get_buffer (window->editor)),
                                    "关于放假的通知\n现将放假安排通知如下。", -1);
  type (window, CW_ELEMENT_DATE, "2025年3月5日");
  cw_test_wait_until (is_shown, window);
  before = cw_draft_get_document (window->draft);
  act (window, "win.spacing");
  cw_test_wait_until (has_choice, window);
  g_signal_emit_by_name (find_choice (window), "clicked");
  g_assert_cmpuint (cw_document_get_form (cw_draft_get_document (window->draft))->lines, >=, 21);
  g_assert_cmpuint (cw_document_get_form (cw_draft_get_document (window->draft))->columns, >=, 27);
  cw_test_wait_until (is_shown, window);
  act (window, "win.undo");
  g_assert_true (cw_draft_get_document (window->draft) == before);
  close_window (window);
}

/* --- what is remembered ------------------------------------------------------------------------- */

static gboolean
remembers (CwShelf shelf, const char *value)
{
  return g_strv_contains (cw_memory_list (cw_memory_get_default (), shelf), value);
}

static void
test_remembered (void)
{
  CwWindow *window = open_window (CW_KIND_NOTICE);

  cw_elements_panel_open_element (window->elements, CW_ELEMENT_ISSUERS);
  type (window, CW_ELEMENT_ISSUERS, "云陵县水务局");
  cw_elements_panel_open_element (window->elements, CW_ELEMENT_NUMBER_CODE);
  g_assert_true (remembers (CW_SHELF_AGENCIES, "云陵县水务局"));
  type (window, CW_ELEMENT_NUMBER_CODE, "云X发");
  cw_elements_panel_open_element (window->elements, CW_ELEMENT_CLASSIFICATION);
  type (window, CW_ELEMENT_CLASSIFICATION, "秘密");
  cw_elements_panel_open_element (window->elements, CW_ELEMENT_PRINTING_OFFICE);
  type (window, CW_ELEMENT_PRINTING_OFFICE, "云陵县保密局");
  cw_elements_panel_open_element (window->elements, CW_ELEMENT_COPIES);
  g_assert_false (remembers (CW_SHELF_AGENCIES, "云陵县保密局"));

  type (window, CW_ELEMENT_CLASSIFICATION, "");
  g_settings_set_boolean (window->settings, "remember-values", FALSE);
  cw_elements_panel_open_element (window->elements, CW_ELEMENT_PRINTING_OFFICE);
  type (window, CW_ELEMENT_PRINTING_OFFICE, "云陵县保密局");
  cw_elements_panel_open_element (window->elements, CW_ELEMENT_COPIES);
  g_assert_false (remembers (CW_SHELF_AGENCIES, "云陵县保密局"));
  g_settings_reset (window->settings, "remember-values");
  close_window (window);
}

static void
test_memory_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chengwen-memory-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sub", "remembered.ini", NULL);
  CwMemory *memory = cw_memory_new (path);
  g_autoptr (CwMemory) again = NULL;
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("[x", 2);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) found = NULL;

  cw_memory_add (memory, CW_SHELF_AGENCIES, "甲市；乙;局\n二行");
  cw_memory_add (memory, CW_SHELF_AGENCIES, "云陵县教育局");
  cw_memory_add (memory, CW_SHELF_AGENCIES, "县教育局");
  cw_memory_add (memory, CW_SHELF_AGENCIES, "  ");
  g_assert_false (cw_memory_read (memory, rubbish, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_object_unref (memory);

  again = cw_memory_new (path);
  g_assert_cmpstr (cw_memory_list (again, CW_SHELF_AGENCIES)[0], ==, "县教育局");
  g_assert_cmpstr (cw_memory_list (again, CW_SHELF_AGENCIES)[2], ==, "甲市；乙;局\n二行");
  found = cw_memory_complete (again, CW_SHELF_AGENCIES, "县教", 5);
  g_assert_cmpuint (g_strv_length (found), ==, 2);
  g_assert_cmpstr (found[0], ==, "县教育局");
  cw_memory_add (again, CW_SHELF_AGENCIES, "云陵县教育局");
  g_assert_cmpstr (cw_memory_list (again, CW_SHELF_AGENCIES)[0], ==, "云陵县教育局");
  cw_memory_replace (again, CW_SHELF_AGENCIES, "县教育局", "县教体局");
  g_assert_cmpstr (cw_memory_list (again, CW_SHELF_AGENCIES)[1], ==, "县教体局");
  cw_memory_remove (again, CW_SHELF_AGENCIES, "县教体局");
  cw_memory_clear (again);
  g_assert_null (cw_memory_list (again, CW_SHELF_AGENCIES)[0]);
}

/* A file somebody has damaged is put aside, not written over. */
static void
test_memory_damaged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chengwen-memory-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "remembered.ini", NULL);
  g_autofree char *aside = g_strconcat (path, ".damaged", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (CwMemory) memory = NULL;

  g_assert_true (g_file_set_contents (path, "no such file", -1, NULL));
  memory = cw_memory_new (path);
  cw_memory_add (memory, CW_SHELF_PEOPLE, "马明");
  cw_memory_flush (memory);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "no such file");
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("chengwen-home-XXXXXX", NULL);
  int status;

  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  cw_test_window_init (&argc, &argv);
  application = cw_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/elements/typing-is-a-step", test_typing);
  g_test_add_func ("/app/elements/typing-joins", test_typing_joins);
  g_test_add_func ("/app/elements/mistakes", test_mistakes);
  g_test_add_func ("/app/elements/tidy", test_tidy);
  g_test_add_func ("/app/elements/same-as-the-text", test_flow);
  g_test_add_func ("/app/elements/marks-stay", test_marks_stay);
  g_test_add_func ("/app/elements/kind-keeps-everything", test_kind_keeps_everything);
  g_test_add_func ("/app/elements/missing", test_missing);
  g_test_add_func ("/app/elements/sketch", test_sketch);
  g_test_add_func ("/app/elements/lines", test_lines);
  g_test_add_func ("/app/elements/attachments", test_attachments);
  g_test_add_func ("/app/elements/page-opens-field", test_page_opens_field);
  g_test_add_func ("/app/elements/guides", test_guides);
  g_test_add_func ("/app/elements/spacing", test_spacing);
  g_test_add_func ("/app/elements/remembered", test_remembered);
  g_test_add_func ("/app/elements/memory-file", test_memory_file);
  g_test_add_func ("/app/elements/memory-damaged", test_memory_damaged);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
