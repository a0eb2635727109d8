/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-date-button.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The field's date, or today while it holds none. */
static GDateTime *
read_date (GtkEditable *editable)
{
  int year, month, day;
  GDateTime *date = NULL;

  if (sscanf (gtk_editable_get_text (editable), "%4d年%2d月%2d日", &year, &month, &day) == 3)
    date = g_date_time_new_local (year, month, day, 0, 0, 0);
  return date != NULL ? date : g_date_time_new_now_local ();
}

static void
on_open (GtkPopover *popover, GParamSpec *pspec, GtkCalendar *calendar)
{
  GtkEditable *editable = g_object_get_data (G_OBJECT (calendar), "editable");
  g_autoptr (GDateTime) date = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (popover)))
    return;
  date = read_date (editable);
  g_object_set_data (G_OBJECT (calendar), "opening", calendar);
  gtk_calendar_select_day (calendar, date);
  g_object_set_data (G_OBJECT (calendar), "opening", NULL);
}

/* R69: Arabic figures, the full year, no leading noughts. */
static void
write_date (GtkCalendar *calendar)
{
  GtkEditable *editable = g_object_get_data (G_OBJECT (calendar), "editable");
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text
      = g_strdup_printf ("%d年%d月%d日", g_date_time_get_year (date), g_date_time_get_month (date),
                         g_date_time_get_day_of_month (date));

  gtk_editable_set_text (editable, text);
  gtk_editable_set_position (editable, -1);
}

static void
on_day_selected (GtkCalendar *calendar)
{
  if (g_object_get_data (G_OBJECT (calendar), "opening") == NULL)
    write_date (calendar);
}

static void
on_today (GtkButton *button, GtkCalendar *calendar)
{
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();

  gtk_calendar_select_day (calendar, today);
  write_date (calendar);
  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER)));
}

static void
name_buttons (GtkWidget *widget, const char *const **names)
{
  if (GTK_IS_BUTTON (widget) && **names != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    *(*names)++, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child, names);
}

/* The buttons of GTK's calendar, in their order, have no names of their own. */
static void
name_calendar (GtkWidget *calendar, const char *name)
{
  const char *const names[]
      = { _ ("Previous Month"), _ ("Next Month"), _ ("Previous Year"), _ ("Next Year"), NULL };
  const char *const *next = names;

  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  name_buttons (calendar, &next);
}

static GtkWidget *
make_popover (GtkEditable *editable, const char *name)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *today = gtk_button_new_with_mnemonic (_ ("_Today"));

  g_object_set_data (G_OBJECT (calendar), "editable", editable);
  name_calendar (calendar, name);
  gtk_box_append (GTK_BOX (box), calendar);
  gtk_box_append (GTK_BOX (box), today);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "notify::visible", G_CALLBACK (on_open), calendar);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (on_day_selected), NULL);
  g_signal_connect (today, "clicked", G_CALLBACK (on_today), calendar);
  return popover;
}

/**
 * cw_date_button_new:
 * @editable: where the date is typed; outlives the button
 * @element_name: what the date is, for the name of the button
 *
 * Returns: (transfer floating): a button that opens a calendar, from which a day is written into
 * @editable as 2025年3月5日
 */
GtkWidget *
cw_date_button_new (GtkEditable *editable, const char *element_name)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: the name of a button; %s is an element such as Document Date */
  g_autofree char *name = g_strdup_printf (_ ("Calendar for %s"), element_name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_popover (editable, name));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
