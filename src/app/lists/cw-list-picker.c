/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-list-picker.h"

#include <glib/gi18n-lib.h>

#include "document/cw-numbering.h"

/* Longest piece of a paragraph that is shown, in characters. */
#define EXCERPT 60
/* How far what is below a heading is set in, in pixels a level. */
#define INDENT 18

#define SECTION "cw-section"
#define POSITION "cw-position"

/* The blocks from one heading of level 1 to the next. */
typedef struct
{
  guint start;
  guint end;
  GtkWidget *row;
  GtkCheckButton *check;
  GPtrArray *checks; /* of its blocks, made when they are first shown */
} Section;

/**
 * CwListPicker:
 *
 * The sections and paragraphs of a paper as a tree with check boxes. What is chosen is kept here;
 * the boxes of a section are made when it is unfolded.
 */
struct _CwListPicker
{
  AdwBin parent_instance;

  CwDocument *document;
  guint *numbers;
  guint n_blocks; /* of the body */
  gboolean *chosen;
  gboolean touched;  /* the user has chosen something */
  gboolean updating; /* the boxes are being made to show what is chosen */
  GPtrArray *sections;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwListPicker, cw_list_picker, ADW_TYPE_BIN)

static void
section_free (gpointer data)
{
  Section *section = data;

  g_ptr_array_unref (section->checks);
  g_free (section);
}

/* --- blocks ----------------------------------------------------------------------------------- */

static gboolean
can_choose (CwListPicker *self, guint position)
{
  CwBlock *block = cw_document_get_block (self->document, position);
  CwBlockKind kind = cw_block_get_kind (block);

  return (kind == CW_BLOCK_HEADING || kind == CW_BLOCK_PARAGRAPH)
         && !cw_text_is_empty (cw_block_get_text (block));
}

static char *
make_title (CwListPicker *self, guint position)
{
  CwBlock *block = cw_document_get_block (self->document, position);
  guint level = cw_block_get_level (block);
  gsize length = level > 0 ? cw_block_get_heading_length (block)
                           : cw_text_get_length (cw_block_get_text (block));
  g_autofree char *text = g_strndup (cw_text_get_string (cw_block_get_text (block)), length);
  g_autofree char *number
      = level > 0 ? cw_numbering_format (level, self->numbers[position]) : g_strdup ("");
  g_autofree char *excerpt = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), EXCERPT));

  return g_strconcat (number, excerpt, g_utf8_strlen (text, -1) > EXCERPT ? "…" : "", NULL);
}

/* --- what is chosen --------------------------------------------------------------------------- */

static void
count_chosen (CwListPicker *self, Section *section, guint *n, guint *n_chosen)
{
  *n = *n_chosen = 0;
  for (guint i = section->start; i < section->end; i++)
    if (can_choose (self, i))
      {
        (*n)++;
        *n_chosen += self->chosen[i];
      }
}

static void
show_chosen (CwListPicker *self)
{
  self->updating = TRUE;
  for (guint s = 0; s < self->sections->len; s++)
    {
      Section *section = g_ptr_array_index (self->sections, s);
      guint n, n_chosen;

      count_chosen (self, section, &n, &n_chosen);
      gtk_check_button_set_active (section->check, n_chosen == n);
      gtk_check_button_set_inconsistent (section->check, n_chosen > 0 && n_chosen < n);
      for (guint i = 0; i < section->checks->len; i++)
        {
          GtkCheckButton *check = g_ptr_array_index (section->checks, i);
          guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), POSITION));

          gtk_check_button_set_active (check, self->chosen[position]);
        }
    }
  self->updating = FALSE;
}

static void
tell (CwListPicker *self)
{
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_section_toggled (GtkCheckButton *check, CwListPicker *self)
{
  Section *section = g_object_get_data (G_OBJECT (check), SECTION);
  guint n, n_chosen;

  if (self->updating)
    return;
  count_chosen (self, section, &n, &n_chosen);
  for (guint i = section->start; i < section->end; i++)
    self->chosen[i] = can_choose (self, i) && n_chosen < n;
  self->touched = TRUE;
  tell (self);
}

static void
on_block_toggled (GtkCheckButton *check, CwListPicker *self)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), POSITION));

  if (self->updating)
    return;
  self->chosen[position] = gtk_check_button_get_active (check);
  self->touched = TRUE;
  tell (self);
}

/* --- rows ------------------------------------------------------------------------------------- */

static GtkWidget *
make_check (const char *title)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return check;
}

static void
set_title (GtkWidget *row, const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static void
add_block (CwListPicker *self, Section *section, guint position)
{
  g_autofree char *title = make_title (self, position);
  guint level = cw_block_get_level (cw_document_get_block (self->document, position));
  GtkWidget *row = adw_action_row_new (), *check = make_check (title);

  set_title (row, title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_margin_start (check, (level > 2 ? (int) level - 1 : level == 2 ? 1 : 2) * INDENT);
  g_object_set_data (G_OBJECT (check), POSITION, GUINT_TO_POINTER (position));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), self->chosen[position]);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_block_toggled), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_ptr_array_add (section->checks, check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (section->row), row);
}

static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, CwListPicker *self)
{
  Section *section = g_object_get_data (G_OBJECT (row), SECTION);

  if (section->checks->len > 0)
    return;
  for (guint i = section->start; i < section->end; i++)
    if (can_choose (self, i) && cw_block_get_level (cw_document_get_block (self->document, i)) != 1)
      add_block (self, section, i);
}

static void
add_section (CwListPicker *self, AdwPreferencesGroup *group, guint start, guint end)
{
  Section *section = g_new0 (Section, 1);
  gboolean heading = cw_block_get_level (cw_document_get_block (self->document, start)) == 1;
  g_autofree char *title
      = heading ? make_title (self, start) : g_strdup (_ ("Before the first heading"));
  GtkWidget *check = make_check (title);

  section->start = start;
  section->end = end;
  section->checks = g_ptr_array_new ();
  section->row = adw_expander_row_new ();
  section->check = GTK_CHECK_BUTTON (check);
  set_title (section->row, title);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (section->row), check);
  g_object_set_data (G_OBJECT (check), SECTION, section);
  g_object_set_data (G_OBJECT (section->row), SECTION, section);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_section_toggled), self, 0);
  g_signal_connect_object (section->row, "notify::expanded", G_CALLBACK (on_expanded), self, 0);
  g_ptr_array_add (self->sections, section);
  adw_preferences_group_add (group, section->row);
}

static void
add_sections (CwListPicker *self, AdwPreferencesGroup *group)
{
  guint start = 0;

  for (guint i = 1; i <= self->n_blocks; i++)
    {
      guint n = 0;

      if (i < self->n_blocks
          && cw_block_get_level (cw_document_get_block (self->document, i)) != 1)
        continue;
      for (guint b = start; b < i; b++)
        n += can_choose (self, b);
      if (n > 0)
        add_section (self, group, start, i);
      start = i;
    }
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cw_list_picker_finalize (GObject *object)
{
  CwListPicker *self = CW_LIST_PICKER (object);

  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_free (self->numbers);
  g_free (self->chosen);
  G_OBJECT_CLASS (cw_list_picker_parent_class)->finalize (object);
}

static void
cw_list_picker_class_init (CwListPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_list_picker_finalize;

  /**
   * CwListPicker::changed:
   *
   * Other paragraphs are chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", CW_TYPE_LIST_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cw_list_picker_init (CwListPicker *self)
{
  self->sections = g_ptr_array_new_with_free_func (section_free);
}

/**
 * cw_list_picker_new:
 * @document: a document
 *
 * Returns: (transfer floating): the sections of its body, none chosen
 */
GtkWidget *
cw_list_picker_new (CwDocument *document)
{
  CwListPicker *self = g_object_new (CW_TYPE_LIST_PICKER, NULL);
  GtkWidget *group = adw_preferences_group_new ();

  self->document = cw_document_ref (document);
  self->numbers = cw_numbering_count (document);
  self->n_blocks = cw_document_get_n_body_blocks (document);
  self->chosen = g_new0 (gboolean, MAX (self->n_blocks, 1));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("From These Sections"));
  add_sections (self, ADW_PREFERENCES_GROUP (group));
  adw_bin_set_child (ADW_BIN (self), group);
  show_chosen (self);
  return GTK_WIDGET (self);
}

/**
 * cw_list_picker_choose:
 * @self: a picker
 * @positions: (array length=n_positions): numbers of blocks
 * @n_positions: how many
 *
 * Chooses these blocks, as if by hand.
 */
void
cw_list_picker_choose (CwListPicker *self, const guint *positions, guint n_positions)
{
  g_return_if_fail (CW_IS_LIST_PICKER (self));

  for (guint i = 0; i < n_positions; i++)
    if (positions[i] < self->n_blocks && can_choose (self, positions[i]))
      self->chosen[positions[i]] = self->touched = TRUE;
  tell (self);
}

static gboolean
suits (CwListForm *form, CwListRole role)
{
  gboolean problems = cw_list_form_find_role (form, CW_ROLE_PROBLEM) >= 0;
  gboolean measures = cw_list_form_find_role (form, CW_ROLE_MEASURE) >= 0;

  if (role == CW_ROLE_FREE)
    return FALSE;
  return role == CW_ROLE_PROBLEM ? problems || !measures : measures || !problems;
}

/**
 * cw_list_picker_choose_for:
 * @self: a picker
 * @form: how the list is to be set
 *
 * Chooses the sections that say what the columns of @form want, problems or measures, unless
 * somebody has chosen before.
 */
void
cw_list_picker_choose_for (CwListPicker *self, CwListForm *form)
{
  g_return_if_fail (CW_IS_LIST_PICKER (self));

  for (guint s = 0; !self->touched && s < self->sections->len; s++)
    {
      Section *section = g_ptr_array_index (self->sections, s);
      CwBlock *block = cw_document_get_block (self->document, section->start);
      gboolean wanted
          = cw_block_get_level (block) == 1
            && suits (form, cw_list_get_section_role (
                                cw_text_get_string (cw_block_get_text (block))));

      for (guint i = section->start; i < section->end; i++)
        self->chosen[i] = wanted && can_choose (self, i);
    }
  tell (self);
}

/**
 * cw_list_picker_get_positions:
 * @self: a picker
 *
 * Returns: (transfer full) (element-type guint): numbers of the blocks chosen
 */
GArray *
cw_list_picker_get_positions (CwListPicker *self)
{
  GArray *positions;

  g_return_val_if_fail (CW_IS_LIST_PICKER (self), NULL);

  positions = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->n_blocks; i++)
    if (self->chosen[i])
      g_array_append_val (positions, i);
  return positions;
}
