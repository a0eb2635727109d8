/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-find-bar.h"

#include <glib/gi18n-lib.h>

#include "app/cw-announce.h"
#include "app/cw-settings.h"
#include "cw-find-list.h"

/* So many searches are remembered. */
#define N_RECENT 8

/**
 * CwFindBar:
 *
 * Where one says what to find and what to put in its place, and sees how much was found. It shows what
 * a #CwFinder has found; what is done about it, others do.
 */
struct _CwFindBar
{
  AdwBin parent_instance;

  CwFinder *finder;
  GSettings *settings;

  GtkWidget *find_entry;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkWidget *close_button;
  GtkMenuButton *options_button;
  GtkCheckButton *regex_check;
  GtkCheckButton *case_check;
  GtkCheckButton *number_check;
  GtkCheckButton *width_check;
  GtkCheckButton *section_check;
  GtkCheckButton *selection_check;
  GtkWidget *recent_box;
  GtkWidget *replace_box;
  GtkWidget *replace_entry;
  GtkWidget *replace_button;
  GtkWidget *replace_all_button;
  GtkLabel *count_label;
  GtkToggleButton *replace_toggle;
  GtkToggleButton *list_toggle;
  CwFindList *list;
};

enum
{
  OPTIONS_CHANGED,
  REPLACE,
  REPLACE_ALL,
  CHOSEN,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwFindBar, cw_find_bar, ADW_TYPE_BIN)

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* --- what was found --------------------------------------------------------------------------- */

static char *
describe_count (CwFindBar *self)
{
  CwSearchHits *hits = cw_finder_get_hits (self->finder);
  guint n = hits != NULL ? cw_search_hits_get_n (hits) : 0;

  if (cw_finder_get_problem (self->finder) != NULL)
    return g_strdup (cw_finder_get_problem (self->finder));
  if (*get_text (self->find_entry) == '\0' || hits == NULL)
    return g_strdup ("");
  if (n == 0)
    return g_strdup (_ ("Not found"));
  return g_strdup_printf (cw_search_hits_are_all (hits) ? _ ("%d of %u") : _ ("%d of more than %u"),
                          cw_finder_get_current (self->finder) + 1, n);
}

static void
update_replacing (CwFindBar *self)
{
  CwSearchHits *hits = cw_finder_get_hits (self->finder);
  gboolean any = hits != NULL && cw_search_hits_get_n (hits) > 0;
  guint chosen = any ? cw_search_hits_get_n (hits) - cw_finder_count_left_out (self->finder) : 0;

  gtk_widget_set_sensitive (self->replace_button, any);
  gtk_widget_set_sensitive (self->replace_all_button, chosen > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list_toggle), any);
}

static void
on_finder (CwFindBar *self)
{
  g_autofree char *count = describe_count (self);
  gboolean wrong = cw_finder_get_problem (self->finder) != NULL;

  if (g_strcmp0 (gtk_label_get_text (self->count_label), count) != 0)
    {
      gtk_label_set_text (self->count_label, count);
      if (*count != '\0' && cw_find_bar_is_open (self))
        cw_announce (GTK_WIDGET (self), count);
    }
  if (wrong)
    gtk_widget_add_css_class (self->find_entry, "error");
  else
    gtk_widget_remove_css_class (self->find_entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->find_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  update_replacing (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->list)))
    cw_find_list_update (self->list);
}

static void
tell_options (CwFindBar *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->width_check),
                            !gtk_check_button_get_active (self->regex_check));
  g_signal_emit (self, signals[OPTIONS_CHANGED], 0);
}

/* --- searches of before ----------------------------------------------------------------------- */

static void
on_recent (GtkButton *button, CwFindBar *self)
{
  gtk_menu_button_popdown (self->options_button);
  gtk_editable_set_text (GTK_EDITABLE (self->find_entry), gtk_button_get_label (button));
  gtk_widget_grab_focus (self->find_entry);
}

static void
add_recent (CwFindBar *self, const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (label, 24);
  gtk_label_set_xalign (label, 0);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_recent), self, 0);
  gtk_box_append (GTK_BOX (self->recent_box), button);
}

static void
show_recent (CwFindBar *self)
{
  g_auto (GStrv) recent = g_settings_get_strv (self->settings, "recent-searches");
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->recent_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->recent_box), child);
  if (recent[0] != NULL)
    gtk_box_append (GTK_BOX (self->recent_box),
                    gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  for (guint i = 0; recent[i] != NULL; i++)
    add_recent (self, recent[i]);
  gtk_widget_set_visible (self->recent_box, recent[0] != NULL);
}

/**
 * cw_find_bar_remember:
 * @self: a bar
 *
 * Remembers what is looked for: somebody has gone to a hit of it.
 */
void
cw_find_bar_remember (CwFindBar *self)
{
  g_auto (GStrv) recent = g_settings_get_strv (self->settings, "recent-searches");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) now = NULL;
  const char *text = get_text (self->find_entry);
  guint n = 1;

  if (*text == '\0' || g_strcmp0 (recent[0], text) == 0)
    return;
  g_strv_builder_add (builder, text);
  for (guint i = 0; recent[i] != NULL && n < N_RECENT; i++)
    if (g_strcmp0 (recent[i], text) != 0)
      {
        g_strv_builder_add (builder, recent[i]);
        n++;
      }
  now = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-searches", (const char *const *) now);
  show_recent (self);
}

/* --- hands ------------------------------------------------------------------------------------ */

static void
act (CwFindBar *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
on_next (CwFindBar *self)
{
  act (self, "win.find-next");
}

static void
on_previous (CwFindBar *self)
{
  act (self, "win.find-previous");
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        CwFindBar *self)
{
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (enter && (state & GDK_SHIFT_MASK) != 0)
    on_previous (self);
  else if (key == GDK_KEY_Escape)
    cw_find_bar_close (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_replace (CwFindBar *self)
{
  g_signal_emit (self, signals[REPLACE], 0);
}

static void
on_replace_all (CwFindBar *self)
{
  g_signal_emit (self, signals[REPLACE_ALL], 0);
}

static void
on_chosen (CwFindBar *self, guint hit)
{
  g_signal_emit (self, signals[CHOSEN], 0, hit);
}

static void
on_replace_toggle (CwFindBar *self)
{
  gboolean active = gtk_toggle_button_get_active (self->replace_toggle);

  gtk_widget_set_visible (self->replace_box, active);
  if (!cw_find_bar_is_open (self))
    return;
  if (active)
    gtk_widget_grab_focus (self->replace_entry);
  tell_options (self);
}

static void
on_list_toggle (CwFindBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_toggle_button_get_active (self->list_toggle));
  cw_find_list_update (self->list);
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
cw_find_bar_dispose (GObject *object)
{
  CwFindBar *self = CW_FIND_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CW_TYPE_FIND_BAR);
  g_clear_object (&self->finder);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cw_find_bar_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, CW_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, CwFindBar, name)

static void
cw_find_bar_class_init (CwFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_find_bar_dispose;
  g_type_ensure (CW_TYPE_FIND_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, CW_RESOURCE_PATH "/cw-find-bar.ui");
  BIND (find_entry);
  BIND (previous_button);
  BIND (next_button);
  BIND (close_button);
  BIND (options_button);
  BIND (regex_check);
  BIND (case_check);
  BIND (number_check);
  BIND (width_check);
  BIND (section_check);
  BIND (selection_check);
  BIND (recent_box);
  BIND (replace_box);
  BIND (replace_entry);
  BIND (replace_button);
  BIND (replace_all_button);
  BIND (count_label);
  BIND (replace_toggle);
  BIND (list_toggle);
  BIND (list);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);

  /**
   * CwFindBar::options-changed:
   *
   * Something else is looked for, see cw_find_bar_get_options().
   */
  signals[OPTIONS_CHANGED] = add_signal ("options-changed");
  /**
   * CwFindBar::replace:
   *
   * The current hit is to be replaced.
   */
  signals[REPLACE] = add_signal ("replace");
  /**
   * CwFindBar::replace-all:
   *
   * All hits are to be replaced, but those left out.
   */
  signals[REPLACE_ALL] = add_signal ("replace-all");
  /**
   * CwFindBar::closed:
   *
   * The bar is gone.
   */
  signals[CLOSED] = add_signal ("closed");
  /**
   * CwFindBar::chosen:
   * @hit: number of a hit
   *
   * Somebody wants to go to a hit.
   */
  signals[CHOSEN] = g_signal_new ("chosen", CW_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

#undef BIND

static void
connect_options (CwFindBar *self)
{
  GtkCheckButton *checks[] = { self->regex_check,   self->case_check,    self->number_check,
                               self->width_check,   self->section_check, self->selection_check };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    g_signal_connect_swapped (checks[i], "toggled", G_CALLBACK (tell_options), self);
  g_signal_connect_swapped (self->find_entry, "search-changed", G_CALLBACK (tell_options), self);
  g_signal_connect_swapped (self->replace_entry, "changed", G_CALLBACK (tell_options), self);
}

static void
connect_hands (CwFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (self->find_entry, "activate", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (self->find_entry, "next-match", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (self->find_entry, "previous-match", G_CALLBACK (on_previous), self);
  g_signal_connect_swapped (self->find_entry, "stop-search", G_CALLBACK (cw_find_bar_close), self);
  g_signal_connect_swapped (self->close_button, "clicked", G_CALLBACK (cw_find_bar_close), self);
  g_signal_connect_swapped (self->replace_entry, "activate", G_CALLBACK (on_replace), self);
  g_signal_connect_swapped (self->replace_button, "clicked", G_CALLBACK (on_replace), self);
  g_signal_connect_swapped (self->replace_all_button, "clicked", G_CALLBACK (on_replace_all), self);
  g_signal_connect_swapped (self->replace_toggle, "toggled", G_CALLBACK (on_replace_toggle), self);
  g_signal_connect_swapped (self->list_toggle, "toggled", G_CALLBACK (on_list_toggle), self);
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->list, "left-out-changed", G_CALLBACK (update_replacing), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
cw_find_bar_init (CwFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  connect_options (self);
  connect_hands (self);
}

/**
 * cw_find_bar_set_finder:
 * @self: a bar
 * @finder: whose hits it shows
 */
void
cw_find_bar_set_finder (CwFindBar *self, CwFinder *finder)
{
  g_return_if_fail (CW_IS_FIND_BAR (self));

  g_set_object (&self->finder, finder);
  cw_find_list_set_finder (self->list, finder);
  g_signal_connect_object (finder, "changed", G_CALLBACK (on_finder), self, G_CONNECT_SWAPPED);
  on_finder (self);
}

/**
 * cw_find_bar_set_settings:
 * @self: a bar
 * @settings: where searches are remembered
 */
void
cw_find_bar_set_settings (CwFindBar *self, GSettings *settings)
{
  g_return_if_fail (CW_IS_FIND_BAR (self));

  g_set_object (&self->settings, settings);
  show_recent (self);
}

/**
 * cw_find_bar_open:
 * @self: a bar
 * @text: (nullable): what to look for, or %NULL for what was looked for last
 * @replace: whether it is to be replaced
 *
 * Shows the bar and gives it the keyboard.
 */
void
cw_find_bar_open (CwFindBar *self, const char *text, gboolean replace)
{
  g_auto (GStrv) recent = g_settings_get_strv (self->settings, "recent-searches");

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (text == NULL && *get_text (self->find_entry) == '\0' && recent[0] != NULL)
    text = recent[0];
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->find_entry), text);
  if (replace)
    gtk_toggle_button_set_active (self->replace_toggle, TRUE);
  gtk_widget_grab_focus (self->find_entry);
  gtk_editable_select_region (GTK_EDITABLE (self->find_entry), 0, -1);
  tell_options (self);
}

/**
 * cw_find_bar_close:
 * @self: a bar
 */
void
cw_find_bar_close (CwFindBar *self)
{
  if (!cw_find_bar_is_open (self))
    return;
  cw_find_bar_remember (self);
  g_signal_emit (self, signals[CLOSED], 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cw_find_bar_is_open:
 * @self: a bar
 *
 * Returns: whether it is shown
 */
gboolean
cw_find_bar_is_open (CwFindBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * cw_find_bar_has_focus:
 * @self: a bar
 *
 * Returns: whether the keyboard is in it
 */
gboolean
cw_find_bar_has_focus (CwFindBar *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
         && gtk_widget_is_ancestor (
             gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))), GTK_WIDGET (self));
}

/**
 * cw_find_bar_get_options:
 * @self: a bar
 * @options: (out): what to look for; its strings are valid until something else is typed. Where to
 *   look is not filled in.
 */
void
cw_find_bar_get_options (CwFindBar *self, CwSearchOptions *options)
{
  gboolean replacing = gtk_toggle_button_get_active (self->replace_toggle);

  *options = (CwSearchOptions) {
    .pattern = get_text (self->find_entry),
    .replacement = replacing ? get_text (self->replace_entry) : NULL,
    .regex = gtk_check_button_get_active (self->regex_check),
    .match_case = gtk_check_button_get_active (self->case_check),
    .whole_numbers = gtk_check_button_get_active (self->number_check),
    .any_width = gtk_check_button_get_active (self->width_check),
  };
}

/**
 * cw_find_bar_get_only_section:
 * @self: a bar
 *
 * Returns: whether to look only in the section the hand is in
 */
gboolean
cw_find_bar_get_only_section (CwFindBar *self)
{
  return gtk_check_button_get_active (self->section_check);
}

/**
 * cw_find_bar_get_only_selection:
 * @self: a bar
 *
 * Returns: whether to look only in what was selected when it was opened
 */
gboolean
cw_find_bar_get_only_selection (CwFindBar *self)
{
  return gtk_check_button_get_active (self->selection_check);
}

/**
 * cw_find_bar_set_only_selection:
 * @self: a bar
 * @only: whether to look only in what is selected
 * @possible: whether anything is that can be looked in
 */
void
cw_find_bar_set_only_selection (CwFindBar *self, gboolean only, gboolean possible)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->selection_check), possible);
  gtk_check_button_set_active (self->selection_check, only && possible);
}
