/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-preview-private.h"

/* The paper lies on a ground a little darker than the window, in either theme. */
static const char style[]
    = "preview { background-color: color-mix(in srgb, var(--window-bg-color) 92%, "
      "var(--window-fg-color)); }\n"
      "preview:focus-visible { outline: 2px solid var(--accent-color); outline-offset: -2px; }\n";

/**
 * cw_preview_add_style:
 *
 * Adds what previews look like to the display, once.
 */
void
cw_preview_add_style (void)
{
  static gsize added;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (!g_once_init_enter (&added))
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_string (provider, style);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_once_init_leave (&added, 1);
}
