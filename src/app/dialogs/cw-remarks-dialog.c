/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-remarks-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * CwRemarksDialog:
 *
 * What there is to know about the fonts of the page: typefaces of the standard that are not
 * installed, characters taken from another font, characters no font has, each with its page.
 */
struct _CwRemarksDialog
{
  AdwDialog parent_instance;
};

enum
{
  SHOW_PAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwRemarksDialog, cw_remarks_dialog, ADW_TYPE_DIALOG)

static void
cw_remarks_dialog_class_init (CwRemarksDialogClass *klass)
{
  /**
   * CwRemarksDialog::show-page:
   * @page: the page, from 0
   *
   * The user wants to see where it is.
   */
  signals[SHOW_PAGE] = g_signal_new ("show-page", CW_TYPE_REMARKS_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
cw_remarks_dialog_init (CwRemarksDialog *self)
{
}

static char *
make_title (const CwRemark *remark)
{
  const char *typeface = cw_typeface_get_name (remark->typeface);
  char ch[8] = { 0 };

  g_unichar_to_utf8 (remark->ch, ch);
  switch (remark->kind)
    {
    case CW_REMARK_SUBSTITUTED_TYPEFACE:
      /* Translators: a typeface of the standard, and the font used in its place */
      return g_strdup_printf (_ ("%s is set in %s"), typeface, remark->family);
    case CW_REMARK_SUBSTITUTED_CHARACTER:
      /* Translators: a character, and the font it is taken from */
      return g_strdup_printf (_ ("“%s” is taken from %s"), ch, remark->family);
    case CW_REMARK_ROW_CUT:
      return g_strdup (_ ("A table row is higher than a page"));
    case CW_REMARK_UNREADABLE_PICTURE:
      return g_strdup (_ ("A picture cannot be read"));
    case CW_REMARK_SHRUNK_LINE:
      return g_strdup (_ ("A line of the masthead is too long"));
    case CW_REMARK_MISSING_CHARACTER:
    default:
      return g_strdup_printf (_ ("No font has “%s” (U+%04X)"), ch, remark->ch);
    }
}

static char *
make_subtitle (const CwRemark *remark)
{
  const char *typeface = cw_typeface_get_name (remark->typeface);

  if (remark->kind == CW_REMARK_ROW_CUT)
    return g_strdup_printf (_ ("It was cut between two lines, first on page %u. Divide it into rows."),
                            remark->page);
  if (remark->kind == CW_REMARK_UNREADABLE_PICTURE)
    return g_strdup_printf (
        _ ("A box stands in its place, first on page %u. Insert the picture again."), remark->page);
  if (remark->kind == CW_REMARK_SHRUNK_LINE)
    return g_strdup (_ ("It is set smaller, so that it fits the page. Shorten it."));
  if (remark->kind == CW_REMARK_SUBSTITUTED_TYPEFACE)
    return g_strdup_printf (_ ("%s is not installed; first on page %u"), typeface, remark->page);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %1$s, %2$u time, on page %3$u",
                                       "in %1$s, %2$u times, first on page %3$u", remark->count),
                          typeface, remark->count, remark->page);
}

static void
on_activated (GtkWidget *row, CwRemarksDialog *self)
{
  guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "page"));

  g_signal_emit (self, signals[SHOW_PAGE], 0, page - 1);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
make_row (CwRemarksDialog *self, const CwRemark *remark)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = make_title (remark);
  g_autofree char *subtitle = make_subtitle (remark);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data (G_OBJECT (row), "page", GUINT_TO_POINTER (remark->page));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, 0);
  return row;
}

static const char *
group_title (CwRemarkKind kind)
{
  switch (kind)
    {
    case CW_REMARK_SUBSTITUTED_TYPEFACE:
      return _ ("Typefaces Replaced");
    case CW_REMARK_SUBSTITUTED_CHARACTER:
      return _ ("Characters From Another Font");
    case CW_REMARK_ROW_CUT:
    case CW_REMARK_UNREADABLE_PICTURE:
      return _ ("Tables and Pictures");
    case CW_REMARK_SHRUNK_LINE:
      return _ ("Lines Too Long");
    case CW_REMARK_MISSING_CHARACTER:
    default:
      return _ ("Characters That Cannot Be Printed");
    }
}

static gboolean
add_group (CwRemarksDialog *self, AdwPreferencesPage *page, CwPages *pages, CwRemarkKind kind)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n_remarks, n = 0;
  const CwRemark *remarks = cw_pages_get_remarks (pages, &n_remarks);

  g_object_ref_sink (group);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), group_title (kind));
  for (guint i = 0; i < n_remarks; i++)
    if (remarks[i].kind == kind && ++n > 0)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, &remarks[i]));
  if (n > 0)
    adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  g_object_unref (group);
  return n > 0;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("Nothing Is Missing"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (status),
      _ ("Every character is printed in the typeface the standard names."));
  return status;
}

static GtkWidget *
make_content (CwRemarksDialog *self, CwPages *pages)
{
  static const CwRemarkKind order[]
      = { CW_REMARK_MISSING_CHARACTER, CW_REMARK_UNREADABLE_PICTURE, CW_REMARK_ROW_CUT,
          CW_REMARK_SHRUNK_LINE, CW_REMARK_SUBSTITUTED_TYPEFACE, CW_REMARK_SUBSTITUTED_CHARACTER };
  g_autoptr (GtkWidget) page = g_object_ref_sink (adw_preferences_page_new ());
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    any |= add_group (self, ADW_PREFERENCES_PAGE (page), pages, order[i]);
  return any ? g_steal_pointer (&page) : g_object_ref_sink (make_nothing ());
}

/**
 * cw_remarks_dialog_new:
 * @pages: the pages
 *
 * Returns: (transfer floating): what there is to know about their fonts
 */
AdwDialog *
cw_remarks_dialog_new (CwPages *pages)
{
  CwRemarksDialog *self = g_object_new (CW_TYPE_REMARKS_DIALOG, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  g_autoptr (GtkWidget) content = make_content (self, pages);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Fonts on the Page"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 520);
  adw_dialog_set_content_height (ADW_DIALOG (self), 560);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  return ADW_DIALOG (self);
}

/**
 * cw_remarks_need_attention:
 * @pages: the pages
 *
 * Returns: whether some character cannot be printed
 */
gboolean
cw_remarks_need_attention (CwPages *pages)
{
  guint n;
  const CwRemark *remarks = cw_pages_get_remarks (pages, &n);

  for (guint i = 0; i < n; i++)
    if (remarks[i].kind == CW_REMARK_MISSING_CHARACTER)
      return TRUE;
  return FALSE;
}
