/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-form-rows.h"

#include <glib/gi18n-lib.h>

#include "document/elements/cw-element.h"
#include "cw-combo-row.h"

/**
 * CwFormRows:
 *
 * The rows that say what paper a document is: kind and format, what is pressed on its signature
 * block, where its addressees are printed. What the user chooses is told by #CwFormRows::edited.
 */
struct _CwFormRows
{
  GObject parent_instance;

  CwForm form;
  gboolean showing;
  AdwComboRow *kind;
  AdwComboRow *format;
  AdwComboRow *sealing;
  AdwComboRow *rank;
  AdwSpinRow *diameter;
  AdwSwitchRow *addressees;
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFormRows, cw_form_rows, G_TYPE_OBJECT)

/* R74: whose seal has which diameter, mm. Ranks with the same diameter are told apart only while
 * the user chooses. */
static const struct
{
  const char *rank;
  guint diameter;
} ranks[] = {
  { N_ ("State Council"), 60 },
  { N_ ("Provinces and ministries"), 50 },
  { N_ ("State bureaus, cities and counties"), 45 },
  { N_ ("Townships, units and institutions"), 42 },
  { N_ ("Internal departments"), 40 },
  { N_ ("Another diameter"), 0 },
};

static guint
find_rank (guint diameter)
{
  guint rank = 0;

  while (ranks[rank].diameter != 0 && ranks[rank].diameter != diameter)
    rank++;
  return rank;
}

static void
take (CwFormRows *self, const CwForm *form)
{
  if (self->showing || cw_form_equal (&self->form, form))
    return;
  cw_form_rows_show (self, form);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_kind (CwFormRows *self)
{
  CwForm form = self->form;

  if (self->showing || adw_combo_row_get_selected (self->kind) >= CW_N_KINDS)
    return;
  cw_form_set_kind (&form, adw_combo_row_get_selected (self->kind));
  take (self, &form);
}

/* What follows from another row than the kind. */
static void
on_row (CwFormRows *self)
{
  CwForm form = self->form;

  if (self->showing)
    return;
  form.format = adw_combo_row_get_selected (self->format);
  form.sealing = adw_combo_row_get_selected (self->sealing);
  form.seal_diameter = (guint) adw_spin_row_get_value (self->diameter);
  form.addressees_in_colophon = adw_switch_row_get_active (self->addressees);
  if (form.format < CW_N_FORMATS && form.sealing < CW_N_SEALINGS)
    take (self, &form);
}

static void
on_rank (CwFormRows *self)
{
  CwForm form = self->form;
  guint rank = adw_combo_row_get_selected (self->rank);

  if (self->showing || rank >= G_N_ELEMENTS (ranks) || ranks[rank].diameter == 0)
    return;
  form.seal_diameter = ranks[rank].diameter;
  take (self, &form);
}

/* --- rows --- */

static AdwComboRow *
make_combo (CwFormRows *self,
            const char *title,
            const char *const *names,
            guint n_names,
            void (*on_selected) (CwFormRows *))
{
  AdwComboRow *row = cw_combo_row_new (title, names, n_names);

  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
make_kind (CwFormRows *self)
{
  g_autoptr (GtkExpression) name
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  const char *names[CW_N_KINDS];

  for (CwKind kind = 0; kind < CW_N_KINDS; kind++)
    names[kind] = cw_kind_get_name (kind);
  self->kind = make_combo (self, _ ("Kind of Paper"), names, CW_N_KINDS, on_kind);
  adw_combo_row_set_expression (self->kind, name);
  adw_combo_row_set_enable_search (self->kind, TRUE);
}

static void
make_format (CwFormRows *self)
{
  const char *names[CW_N_FORMATS];

  for (CwFormat format = 0; format < CW_N_FORMATS; format++)
    names[format] = cw_format_get_name (format);
  self->format = make_combo (self, _ ("Format"), names, CW_N_FORMATS, on_row);
}

static void
make_sealing (CwFormRows *self)
{
  const char *const names[CW_N_SEALINGS] = {
    [CW_SEALING_NONE] = C_ ("sealing", "No seal"),
    [CW_SEALING_SEAL] = C_ ("sealing", "Seal of each signatory"),
    [CW_SEALING_SIGNATURE] = C_ ("sealing", "Signature stamp"),
  };

  self->sealing = make_combo (self, _ ("Seal"), names, CW_N_SEALINGS, on_row);
}

static void
make_rank (CwFormRows *self)
{
  const char *names[G_N_ELEMENTS (ranks)];

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    names[i] = _ (ranks[i].rank);
  self->rank = make_combo (self, _ ("Rank of the Issuer"), names, G_N_ELEMENTS (ranks), on_rank);
}

static void
make_diameter (CwFormRows *self)
{
  self->diameter = g_object_ref_sink (
      ADW_SPIN_ROW (adw_spin_row_new_with_range (CW_SEAL_DIAMETER_MIN, CW_SEAL_DIAMETER_MAX, 1)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->diameter),
                                 _ ("Diameter of the Seal, mm"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->diameter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Diameter of the Seal, mm"), -1);
  g_signal_connect_object (self->diameter, "notify::value", G_CALLBACK (on_row), self,
                           G_CONNECT_SWAPPED);
}

static void
make_addressees (CwFormRows *self)
{
  self->addressees = g_object_ref_sink (ADW_SWITCH_ROW (adw_switch_row_new ()));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->addressees), _ ("Addressees Here"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->addressees),
                               _ ("Above the copy recipients, when there are too many for page 1"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->addressees), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Addressees Here"), -1);
  g_signal_connect_object (self->addressees, "notify::active", G_CALLBACK (on_row), self,
                           G_CONNECT_SWAPPED);
}

static void
cw_form_rows_dispose (GObject *object)
{
  CwFormRows *self = CW_FORM_ROWS (object);

  g_clear_object (&self->kind);
  g_clear_object (&self->format);
  g_clear_object (&self->sealing);
  g_clear_object (&self->rank);
  g_clear_object (&self->diameter);
  g_clear_object (&self->addressees);
  G_OBJECT_CLASS (cw_form_rows_parent_class)->dispose (object);
}

static void
cw_form_rows_class_init (CwFormRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_form_rows_dispose;

  /**
   * CwFormRows::edited:
   *
   * The user has chosen something; see cw_form_rows_get_form().
   */
  signals[EDITED] = g_signal_new ("edited", CW_TYPE_FORM_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
cw_form_rows_init (CwFormRows *self)
{
  self->showing = TRUE;
  make_kind (self);
  make_format (self);
  make_sealing (self);
  make_rank (self);
  make_diameter (self);
  make_addressees (self);
  self->showing = FALSE;
  cw_form_rows_show (self, &cw_form_default);
}

/**
 * cw_form_rows_new:
 *
 * Returns: (transfer full): the rows, in no group yet
 */
CwFormRows *
cw_form_rows_new (void)
{
  return g_object_new (CW_TYPE_FORM_ROWS, NULL);
}

/**
 * cw_form_rows_add_head:
 * @self: the rows
 * @group: where kind and format go
 */
void
cw_form_rows_add_head (CwFormRows *self, AdwPreferencesGroup *group)
{
  adw_preferences_group_add (group, GTK_WIDGET (self->kind));
  adw_preferences_group_add (group, GTK_WIDGET (self->format));
}

/**
 * cw_form_rows_add_seal:
 * @self: the rows
 * @group: where the seal and its diameter go
 */
void
cw_form_rows_add_seal (CwFormRows *self, AdwPreferencesGroup *group)
{
  adw_preferences_group_add (group, GTK_WIDGET (self->sealing));
  adw_preferences_group_add (group, GTK_WIDGET (self->rank));
  adw_preferences_group_add (group, GTK_WIDGET (self->diameter));
}

/**
 * cw_form_rows_add_colophon:
 * @self: the rows
 * @group: where the switch for the addressees goes
 */
void
cw_form_rows_add_colophon (CwFormRows *self, AdwPreferencesGroup *group)
{
  adw_preferences_group_add (group, GTK_WIDGET (self->addressees));
}

static void
show_rows (CwFormRows *self)
{
  const CwForm *form = &self->form;
  gboolean sealed = form->sealing == CW_SEALING_SEAL;
  gboolean has_colophon = cw_element_get_need (CW_ELEMENT_COPY_RECIPIENTS, form) != CW_NEED_NONE;
  gboolean has_addressees = cw_element_get_need (CW_ELEMENT_ADDRESSEES, form) != CW_NEED_NONE;

  gtk_widget_set_visible (GTK_WIDGET (self->rank), sealed);
  gtk_widget_set_visible (GTK_WIDGET (self->diameter), sealed);
  gtk_widget_set_visible (GTK_WIDGET (self->addressees), has_colophon && has_addressees);
}

/**
 * cw_form_rows_show:
 * @self: the rows
 * @form: what the document says
 *
 * Makes the rows say it too; nothing is told to be edited.
 */
void
cw_form_rows_show (CwFormRows *self, const CwForm *form)
{
  guint rank = adw_combo_row_get_selected (self->rank);

  self->form = *form;
  self->showing = TRUE;
  adw_combo_row_set_selected (self->kind, form->kind);
  adw_combo_row_set_selected (self->format, form->format);
  adw_combo_row_set_selected (self->sealing, form->sealing);
  if (rank >= G_N_ELEMENTS (ranks) || ranks[rank].diameter != form->seal_diameter)
    adw_combo_row_set_selected (self->rank, find_rank (form->seal_diameter));
  adw_spin_row_set_value (self->diameter, form->seal_diameter);
  adw_switch_row_set_active (self->addressees, form->addressees_in_colophon);
  self->showing = FALSE;
  show_rows (self);
}

/**
 * cw_form_rows_get_form:
 * @self: the rows
 *
 * Returns: (transfer none): what they say
 */
const CwForm *
cw_form_rows_get_form (CwFormRows *self)
{
  return &self->form;
}
