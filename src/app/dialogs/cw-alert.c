/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-alert.h"

#include <glib/gi18n-lib.h>

/**
 * cw_alert_present:
 * @parent: what it stands over
 * @heading: what did not work
 * @message: why, what is safe, what to do
 *
 * Says something that must not be overlooked, and can only be closed.
 */
void
cw_alert_present (GtkWidget *parent, const char *heading, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, parent);
}
