/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-print-settings.h"

/**
 * cw_print_settings_new:
 *
 * What the print dialog starts with: true size on A4 (5.1), both sides of the sheet, turned over
 * the long edge as it is bound (R6, R7).
 *
 * Returns: (transfer full): the settings
 */
GtkPrintSettings *
cw_print_settings_new (void)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_print_settings_set_paper_size (settings, paper);
  gtk_print_settings_set_orientation (settings, GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_settings_set_scale (settings, 100);
  gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_HORIZONTAL);
  gtk_print_settings_set_number_up (settings, 1);
  gtk_print_settings_set (settings, "cups-print-scaling", "none");
  return settings;
}

/**
 * cw_print_settings_new_page:
 *
 * Returns: (transfer full): A4 upright without margins: they are in the page itself
 */
GtkPageSetup *
cw_print_settings_new_page (void)
{
  GtkPageSetup *page = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (page, paper);
  gtk_page_setup_set_top_margin (page, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (page, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (page, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (page, 0, GTK_UNIT_MM);
  return page;
}
