/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-attachment-list.h"
#include "cw-elements-panel.h"
#include "cw-field-row.h"
#include "cw-form-rows.h"
#include "cw-page-sketch.h"

/* For cw-elements-panel.c and cw-elements-panel-show.c, which are one class. */

G_BEGIN_DECLS

struct _CwElementsPanel
{
  AdwBin parent_instance;

  CwEditorBuffer *buffer;
  CwDocument *document; /* which the fields show */
  gboolean applying;    /* the change comes from a field */
  guint n_missing;
  CwElementField *current; /* has the keyboard */
  gboolean touched;        /* and has been typed in since it got it */

  CwPageSketch *sketch;
  CwAttachmentList *attachments;
  CwFormRows *form_rows;
  AdwPreferencesGroup *groups[CW_N_GROUPS];
  GtkLabel *counts[CW_N_GROUPS];
  GPtrArray *rows; /* of CwFieldRow, not owned */
  CwElementField *fields[CW_N_ELEMENTS];
};

void cw_elements_panel_set_n_missing (CwElementsPanel *self, guint n);
void cw_elements_panel_show_document (CwElementsPanel *self);
void cw_elements_panel_show_mistakes (CwElementsPanel *self);

G_END_DECLS
