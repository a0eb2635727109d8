/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-stretch.h"
#include "preview/cw-preview.h"
#include "app/editor/cw-editor.h"
#include "app/elements/cw-elements-panel.h"
#include "app/findings/cw-findings-panel.h"
#include "app/findings/cw-spelling-checker.h"
#include "app/findings/cw-text-checker.h"
#include "app/statistics/cw-statistics-view.h"
#include "app/outline/cw-outline-panel.h"
#include "app/find/cw-find-bar.h"
#include "app/placeholders/cw-placeholders-panel.h"
#include "cw-window.h"

/* Private to the files of the window, which is divided by theme. */

G_BEGIN_DECLS

/**
 * CwWindowView:
 * @CW_WINDOW_VIEW_BOTH: text and pages, as the width of the window allows
 * @CW_WINDOW_VIEW_TEXT: only the text, all but the paragraph of the caret dimmed
 * @CW_WINDOW_VIEW_PAGES: only the pages
 *
 * What a window shows of its document.
 */
typedef enum
{
  CW_WINDOW_VIEW_BOTH,
  CW_WINDOW_VIEW_TEXT,
  CW_WINDOW_VIEW_PAGES,
} CwWindowView;

struct _CwWindow
{
  AdwApplicationWindow parent_instance;

  CwDraft *draft;
  GSettings *settings;
  GCancellable *cancellable; /* cancelled when the window goes */
  GFile *loading;            /* the file being read */
  gboolean narrow;
  gboolean medium; /* the elements lie over the text */
  CwWindowView view;
  gboolean sidebar_before; /* what was shown beside before one side stood alone */
  gboolean fullscreen_before;
  gboolean placed; /* the divider stands where it was left */
  CwStatisticsView *statistics; /* while its popover is there */
  guint follow_timer;
  guint count_timer;
  guint busy_timer;

  AdwBreakpoint *medium_breakpoint;
  AdwBreakpoint *narrow_breakpoint;
  AdwToastOverlay *toasts;
  AdwSplitButton *open_button;
  AdwWindowTitle *window_title;
  GtkMenuButton *menu_button;
  GtkMenuButton *style_button;
  GtkMenuButton *insert_button;
  GMenuModel *insert_menu;
  GMenuModel *paste_menu;
  GtkMenuButton *narrow_style_button;
  GtkWidget *history_box;
  AdwBanner *outside_banner;
  AdwBanner *references_banner;
  CwDocument *references_before; /* with which the references still fitted */
  GtkRevealer *import_revealer;
  GtkLabel *import_label;
  GtkToggleButton *elements_button;
  GtkLabel *elements_badge;
  AdwOverlaySplitView *split;
  GtkWidget *panel_switcher;
  AdwViewStack *panels;
  CwOutlinePanel *outline;
  CwElementsPanel *elements;
  CwPlaceholdersPanel *placeholders;
  CwFindingsPanel *findings;
  CwTextChecker *checker;
  CwSpellingChecker *spelling;
  GMenu *spelling_menu;    /* for the word below */
  char *misspelled;        /* what the menu of the text was last opened on */
  CwStretch misspelled_at;
  GtkPaned *paned;
  GtkWidget *editor_side;
  GtkWidget *preview_side;
  CwFindBar *find_bar;
  CwFinder *finder;
  CwSearchHits *marked_hits; /* those in the layers of the editor */
  CwDocument *find_document; /* in which something was selected when the bar was opened */
  CwStretch find_ends[2];    /* where that begins and ends */
  CwEditor *editor;
  CwPreview *preview;
  GtkRevealer *busy_revealer;
  GtkLabel *busy_label;
  GtkRevealer *start_revealer;
  GtkWidget *narrow_bar;
  AdwToggleGroup *side_toggle;
  GtkWidget *count_button;
  GtkPopover *count_popover;
  GtkLabel *count_label;
  GtkWidget *solution_button;
  GtkLabel *solution_label;
  GtkWidget *missing_button;
  GtkLabel *missing_label;
  GtkWidget *placeholder_button;
  GtkLabel *placeholder_label;
  GtkWidget *remarks_button;
  GtkWidget *zoom_box;
  GtkLabel *zoom_label;
};

/* cw-window-actions.c */
void cw_window_install_actions (GtkWidgetClass *klass);
void cw_window_update_actions (CwWindow *self);

/* cw-window-files.c */
void cw_window_open (CwWindow *self);
void cw_window_save (CwWindow *self);
void cw_window_save_as (CwWindow *self);
void cw_window_reload (CwWindow *self);
gboolean cw_window_ask_before_closing (CwWindow *self);
void cw_window_install_drop (CwWindow *self);

/* cw-window-insert.c */
void cw_window_install_insert_actions (GtkWidgetClass *klass);
void cw_window_connect_insert (CwWindow *self);
void cw_window_insert_picture_file (CwWindow *self, GFile *file);
gboolean cw_window_is_picture_file (GFile *file);

/* cw-window-export.c */
void cw_window_export (CwWindow *self);
void cw_window_print (CwWindow *self);

/* cw-window-templates.c */
void cw_window_connect_templates (CwWindow *self);
void cw_window_save_as_template (CwWindow *self);

/* cw-window-status.c */
void cw_window_connect_status (CwWindow *self);
void cw_window_install_status_actions (GtkWidgetClass *klass);

/* cw-window-find.c */
void cw_window_connect_find (CwWindow *self);
void cw_window_dispose_find (CwWindow *self);
void cw_window_install_find_actions (GtkWidgetClass *klass);

/* cw-window-spelling.c */
void cw_window_connect_spelling (CwWindow *self);
void cw_window_dispose_spelling (CwWindow *self);
void cw_window_install_spelling_actions (GtkWidgetClass *klass);
void cw_window_offer_spelling (CwWindow *self, const CwStretch *stretch);

/* cw-window-symbols.c */
void cw_window_install_symbols_actions (GtkWidgetClass *klass);

/* cw-window-layout.c */
void cw_window_connect_layout (CwWindow *self);
void cw_window_update_sides (CwWindow *self);
void cw_window_save_layout (CwWindow *self);
const char *cw_window_get_side (CwWindow *self);
void cw_window_show_side (CwWindow *self, const char *side);
void cw_window_toggle_side (CwWindow *self, int direction);

/* cw-window-views.c */
void cw_window_connect_views (CwWindow *self);

/* cw-window-elements.c */
void cw_window_connect_elements (CwWindow *self);
void cw_window_show_panel (CwWindow *self, const char *panel);
void cw_window_show_elements (CwWindow *self);
void cw_window_toggle_elements (CwWindow *self);
void cw_window_next_missing (CwWindow *self);

/* cw-window-outline.c */
void cw_window_connect_outline (CwWindow *self);

/* cw-window-sections.c */
void cw_window_install_section_actions (GtkWidgetClass *klass);
void cw_window_apply_sections (CwWindow *self, CwDocument *document, GArray *sections,
                               const CwPlace *caret, const char *message);

/* cw-window-references.c */
void cw_window_connect_references (CwWindow *self);
void cw_window_check_references (CwWindow *self, CwDocument *before);

/* cw-window-placeholders.c */
void cw_window_install_placeholders_actions (GtkWidgetClass *klass);
void cw_window_connect_placeholders (CwWindow *self);
void cw_window_enter_placeholders (CwWindow *self);

/* cw-window-sheet.c */
void cw_window_install_sheet_actions (GtkWidgetClass *klass);
void cw_window_take_answers (CwWindow *self, GListModel *files);

/* cw-window-values.c */
void cw_window_connect_values (CwWindow *self);

/* cw-window-findings.c */
void cw_window_install_findings_actions (GtkWidgetClass *klass);
void cw_window_connect_findings (CwWindow *self);
void cw_window_dismiss (CwWindow *self, const char *key);
void cw_window_choose (CwWindow *self, const char *key, const char *entry, const char *message);

/* cw-window-solutions.c */
void cw_window_connect_solutions (CwWindow *self);
void cw_window_choose_solution (CwWindow *self);

/* cw-window-stretch.c */
void cw_window_connect_stretch (CwWindow *self);
void cw_window_install_stretch_actions (GtkWidgetClass *klass);
void cw_window_show_stretch (CwWindow *self, const CwStretch *stretch);
void cw_window_show_stretch_on_page (CwWindow *self, const CwStretch *stretch, gboolean flash);

/* cw-window-period.c */
void cw_window_install_period_actions (GtkWidgetClass *klass);

/* cw-window-lists.c */
void cw_window_connect_lists (CwWindow *self);
void cw_window_install_lists_actions (GtkWidgetClass *klass);
void cw_window_make_list (CwWindow *self, const guint *positions, guint n_positions);

/* cw-window-messages.c */
void cw_window_connect_messages (CwWindow *self);
void cw_window_toast (CwWindow *self, const char *message);
void cw_window_undo_toast (CwWindow *self, const char *message);
void cw_window_alert (CwWindow *self, const char *heading, const char *message);
void cw_window_export_csv (CwWindow *self, CwTable *table, const char *name, const char *done,
                           const char *failed);
gboolean cw_window_is_dismissed (GError *error);
void cw_window_set_busy (CwWindow *self, const char *what);

G_END_DECLS
