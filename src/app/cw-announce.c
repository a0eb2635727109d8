/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-announce.h"

/**
 * cw_announce:
 * @widget: the widget it is about
 * @message: what to say
 *
 * Lets a screen reader say something that has happened. GTK (4.18) does not ask whether the context it
 * makes for tests can do that, and jumps into nothing.
 */
void
cw_announce (GtkWidget *widget, const char *message)
{
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  if (context == NULL || g_strcmp0 (G_OBJECT_TYPE_NAME (context), "GtkTestATContext") == 0)
    return;
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
