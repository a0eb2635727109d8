/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-recovery-offer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/project/cw-recovery.h"
#include "app/cw-draft-private.h"
#include "app/cw-settings.h"
#include "app/window/cw-window.h"

/* More documents than this are counted, not named. */
#define MOST_NAMES 5

typedef struct
{
  CwApplication *application;
  GPtrArray *recoveries;
} Offer;

static void
offer_free (gpointer data, GClosure *closure)
{
  Offer *offer = data;

  g_ptr_array_unref (offer->recoveries);
  g_free (offer);
}

static CwWindow *
window_for (Offer *offer)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (offer->application));

  if (CW_IS_WINDOW (active) && cw_draft_is_untouched (cw_window_get_draft (CW_WINDOW (active))))
    return CW_WINDOW (active);
  return cw_window_new (offer->application);
}

static void
recover_all (Offer *offer)
{
  while (offer->recoveries->len > 0)
    cw_window_recover (window_for (offer), g_ptr_array_steal_index (offer->recoveries, 0));
}

static void
discard_all (Offer *offer)
{
  for (guint i = 0; i < offer->recoveries->len; i++)
    cw_recovery_discard (g_ptr_array_index (offer->recoveries, i));
}

static void
on_answer (AdwAlertDialog *dialog, const char *response, Offer *offer)
{
  if (strcmp (response, "recover") == 0)
    recover_all (offer);
  else if (strcmp (response, "discard") == 0)
    discard_all (offer);
}

static char *
describe (CwRecovery *recovery)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (cw_recovery_get_time (recovery));
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  /* Translators: date and time a text was last changed, as g_date_time_format() takes it */
  g_autofree char *when = g_date_time_format (local, _ ("%e %B, %H:%M"));
  GFile *file = cw_recovery_get_file (recovery);
  g_autoptr (CwDocument) document = file == NULL ? cw_recovery_load (recovery, NULL) : NULL;
  g_autofree char *name = NULL;

  if (file != NULL)
    name = g_file_get_basename (file);
  else if (document != NULL)
    name = cw_draft_title_of (document);

  /* Translators: name of a document, and date and time it was last changed */
  return g_strdup_printf (_ ("%s, %s"), name != NULL ? name : _ ("Untitled Document"), when);
}

static char *
describe_all (GPtrArray *recoveries)
{
  GString *text = g_string_new (g_dngettext (
      GETTEXT_PACKAGE, "When the program last ended, this document was not saved:",
      "When the program last ended, these documents were not saved:", recoveries->len));

  for (guint i = 0; i < MIN (recoveries->len, MOST_NAMES); i++)
    {
      g_autofree char *one = describe (g_ptr_array_index (recoveries, i));

      g_string_append_printf (text, "\n%s", one);
    }
  if (recoveries->len > MOST_NAMES)
    g_string_append (text, "\n…");
  return g_string_free_and_steal (text);
}

/**
 * cw_recovery_offer:
 * @application: the application, with a window
 *
 * If an earlier run has left unsaved text behind, asks what shall become of it. Left unanswered it
 * is offered again next time.
 */
void
cw_recovery_offer (CwApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *folder = cw_settings_get_recovery_folder ();
  g_autoptr (GPtrArray) recoveries = cw_recovery_list (folder);
  g_autofree char *body = NULL;
  AdwAlertDialog *alert;
  Offer *offer;

  if (recoveries->len == 0 || window == NULL)
    return;

  body = describe_all (recoveries);
  alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Recover Unsaved Text?"), body));
  adw_alert_dialog_add_responses (alert, "later", _ ("_Not Now"), "discard", _ ("_Discard"),
                                  "recover", _ ("_Recover"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "recover", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "recover");
  adw_alert_dialog_set_close_response (alert, "later");
  adw_alert_dialog_set_prefer_wide_layout (alert, TRUE);

  offer = g_new0 (Offer, 1);
  offer->application = application;
  offer->recoveries = g_steal_pointer (&recoveries);
  g_signal_connect_data (alert, "response", G_CALLBACK (on_answer), offer, offer_free, 0);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (window));
}
