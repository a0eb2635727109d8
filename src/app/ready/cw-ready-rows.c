/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-ready-rows.h"

#include <glib/gi18n-lib.h>

#include "document/elements/cw-needs.h"

#define PLACE_WIDTH 168
#define PLACE_HEIGHT 104

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  return row;
}

static void
set_page (GtkWidget *row, guint page)
{
  g_object_set_data (G_OBJECT (row), "cw-page", GUINT_TO_POINTER (page));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/**
 * cw_ready_row_get_page:
 * @row: a row
 *
 * Returns: the page it is about, from 1, or 0 for none
 */
guint
cw_ready_row_get_page (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "cw-page"));
}

/* The row leads to where it can be mended, by an action of the window. */
static void
set_action (GtkWidget *row, const char *action)
{
  g_object_set_data (G_OBJECT (row), "cw-action", (gpointer) action);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/**
 * cw_ready_row_get_action:
 * @row: a row
 *
 * Returns: (transfer none) (nullable): the action of the window that shows where it can be mended
 */
const char *
cw_ready_row_get_action (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "cw-action");
}

/* --- a picture of the place ------------------------------------------------------------------- */

typedef struct
{
  CwVerification *verification;
  const CwVerifyPlace *place; /* of @verification, which never changes */
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_object_unref (place->verification);
  g_free (place);
}

static void
draw_place (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  Place *place = data;

  cw_verification_paint_place (place->verification, place->place, cr, width, height);
}

static GtkWidget *
make_picture (CwVerification *verification, const CwVerifyPlace *fault)
{
  GtkWidget *area = gtk_drawing_area_new ();
  Place *place = g_new0 (Place, 1);

  place->verification = g_object_ref (verification);
  place->place = fault;
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), PLACE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), PLACE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_place, place, place_free);
  gtk_widget_set_margin_top (area, 6);
  gtk_widget_set_margin_bottom (area, 6);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (area, "cw-place");
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The place on the page"), -1);
  return area;
}

/* --- what was measured ------------------------------------------------------------------------ */

static char *
describe_fault (const CwVerifyRow *row)
{
  const CwVerifyPlace *worst = &row->worst;

  /* Translators: what was measured, what was found, what the standard asks for, the page, the clause */
  return g_strdup_printf (_ ("%s: found %s, expected %s (page %u; %s)"),
                          worst->what != NULL ? worst->what : row->what, worst->found,
                          worst->expected, worst->page, row->clause);
}

static GtkWidget *
make_fault (CwVerification *verification, const CwVerifyRow *check)
{
  const CwVerifyPlace *place
      = check->faults->len > 0 ? &g_array_index (check->faults, CwVerifyPlace, 0) : &check->worst;
  g_autofree char *title = g_strdup_printf ("%s  %s", check->id, check->what);
  g_autofree char *subtitle = describe_fault (check);
  GtkWidget *row = make_row (title, subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_picture (verification, place));
  set_page (row, place->page);
  return row;
}

/**
 * cw_ready_rows_new_faults:
 * @verification: what was measured
 *
 * Returns: (transfer floating) (nullable): a group with a row and a picture for each check that
 *   failed, or %NULL if none did
 */
GtkWidget *
cw_ready_rows_new_faults (CwVerification *verification)
{
  GtkWidget *group;

  if (cw_verification_count (verification, CW_VERIFY_FAILED) == 0)
    return NULL;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Not by the Standard"));
  for (guint i = 0; i < cw_verification_get_n_rows (verification); i++)
    if (cw_verification_get_row (verification, i)->state == CW_VERIFY_FAILED)
      adw_preferences_group_add (
          ADW_PREFERENCES_GROUP (group),
          make_fault (verification, cw_verification_get_row (verification, i)));
  return group;
}

static char *
describe_measured (const CwVerifyRow *row)
{
  if (row->state == CW_VERIFY_ABSENT)
    return g_strdup (_ ("Not on this paper"));
  if (row->state == CW_VERIFY_FAILED)
    return describe_fault (row);
  if (row->remark != NULL)
    return g_strdup (row->remark);
  return g_strdup_printf (_ ("Found %s, expected %s (%s)"), row->worst.found, row->worst.expected,
                          row->clause);
}

static const char *
get_icon (CwVerifyState state)
{
  switch (state)
    {
    case CW_VERIFY_PASSED:
      return "object-select-symbolic";
    case CW_VERIFY_FAILED:
      return "dialog-warning-symbolic";
    case CW_VERIFY_ABSENT:
    default:
      return "list-remove-symbolic";
    }
}

static GtkWidget *
make_measured (const CwVerifyRow *check)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", check->id, check->what);
  g_autofree char *subtitle = describe_measured (check);
  GtkWidget *row = make_row (title, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (check->state));

  if (check->state == CW_VERIFY_ABSENT)
    gtk_widget_add_css_class (row, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

/**
 * cw_ready_rows_new_all:
 * @verification: what was measured
 *
 * Returns: (transfer floating): a group with every check and what was measured, folded
 */
GtkWidget *
cw_ready_rows_new_all (CwVerification *verification)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *all = adw_expander_row_new ();
  g_autofree char *subtitle
      = g_strdup_printf (_ ("%u right, %u wrong, %u not on this paper"),
                         cw_verification_count (verification, CW_VERIFY_PASSED),
                         cw_verification_count (verification, CW_VERIFY_FAILED),
                         cw_verification_count (verification, CW_VERIFY_ABSENT));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (all), _ ("Everything That Was Measured"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (all), subtitle);
  for (guint i = 0; i < cw_verification_get_n_rows (verification); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (all),
                              make_measured (cw_verification_get_row (verification, i)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), all);
  return group;
}

/* --- what is not written yet ------------------------------------------------------------------ */

static guint
count_missing_characters (CwPages *pages)
{
  guint n_remarks, n = 0;
  const CwRemark *remarks = cw_pages_get_remarks (pages, &n_remarks);

  for (guint i = 0; i < n_remarks; i++)
    if (remarks[i].kind == CW_REMARK_MISSING_CHARACTER)
      n += remarks[i].count;
  return n;
}

static void
add_count (GtkWidget *group, guint n, char *title, const char *subtitle, const char *action)
{
  g_autofree char *owned = title;
  GtkWidget *row;

  if (n == 0)
    return;
  row = make_row (owned, subtitle);
  set_action (row, action);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* Signatory, Document Date */
static char *
name_missing (CwDocument *document)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (cw_document_is_missing (document, i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "",
                              cw_element_get_name (i));
  return g_string_free (names, FALSE);
}

/**
 * cw_ready_rows_new_unfinished:
 * @pages: the pages
 *
 * Returns: (transfer floating) (nullable): a group with what is still to be written before the paper
 *   can be signed, or %NULL if nothing is
 */
GtkWidget *
cw_ready_rows_new_unfinished (CwPages *pages)
{
  CwDocument *document = cw_pages_get_document (pages);
  guint placeholders = cw_document_count_placeholders (document);
  guint missing = cw_document_count_missing (document);
  guint characters = count_missing_characters (pages);
  g_autofree char *names = name_missing (document);
  GtkWidget *group;

  if (placeholders + missing + characters == 0)
    return NULL;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Not Finished"));
  add_count (group, placeholders,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u placeholder is not filled in",
                                           "%u placeholders are not filled in", placeholders),
                              placeholders),
             _ ("Press F8 to go from one to the next."), "win.placeholders");
  add_count (group, missing,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u required element is missing",
                                           "%u required elements are missing", missing),
                              missing),
             names, "win.next-missing");
  add_count (group, characters,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u character cannot be printed",
                                           "%u characters cannot be printed", characters),
                              characters),
             _ ("No font has them; see Fonts on the Page."), "win.remarks");
  return group;
}

/* --- what is worth a look --------------------------------------------------------------------- */

/* Not every paper has them, but few go out without, and nobody else would notice. */
static gboolean
is_left_out (CwDocument *document, CwElement element)
{
  CwText *text = cw_document_get_element (document, element);

  return cw_document_get_need (document, element) == CW_NEED_OPTIONAL
         && (text == NULL || cw_text_get_length (text) == 0);
}

static void
add_left_out (GtkWidget *group, CwDocument *document, CwElement element)
{
  if (is_left_out (document, element))
    add_count (group, 1,
               g_strdup_printf (_ ("There is nothing in “%s”"), cw_element_get_name (element)),
               _ ("If the paper goes out without it, leave it so."), "win.elements");
}

/**
 * cw_ready_rows_new_advice:
 * @document: the document
 * @n_findings: how many findings of the text checker are open
 *
 * Returns: (transfer floating) (nullable): a group with what may be as it is but is worth a look
 *   before the paper is signed, or %NULL if there is nothing
 */
GtkWidget *
cw_ready_rows_new_advice (CwDocument *document, guint n_findings)
{
  GtkWidget *group;

  if (n_findings == 0 && !is_left_out (document, CW_ELEMENT_SIGNATORY)
      && !is_left_out (document, CW_ELEMENT_DATE))
    return NULL;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Worth a Look"));
  add_count (group, n_findings,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding of the text checker",
                                           "%u findings of the text checker", n_findings),
                              n_findings),
             _ ("Put them right or leave them alone in the findings panel."), "win.findings");
  add_left_out (group, document, CW_ELEMENT_SIGNATORY);
  add_left_out (group, document, CW_ELEMENT_DATE);
  return group;
}
