/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/elements/cw-element.h"

G_BEGIN_DECLS

#define CW_TYPE_ELEMENT_FIELD (cw_element_field_get_type ())

G_DECLARE_DERIVABLE_TYPE (CwElementField, cw_element_field, CW, ELEMENT_FIELD, GtkBox)

/**
 * CwElementFieldClass:
 * @show_text: puts a text into the field, the caret left where it is if it can be
 * @enter: gives the keyboard to the first place to type in
 *
 * What the kinds of fields do differently.
 */
struct _CwElementFieldClass
{
  GtkBoxClass parent_class;

  void (*show_text) (CwElementField *self, const char *text);
  void (*enter) (CwElementField *self);
};

CwElement cw_element_field_get_element (CwElementField *self);
const char *cw_element_field_get_text (CwElementField *self);
gboolean cw_element_field_get_typed (CwElementField *self);
void cw_element_field_show (CwElementField *self, const char *text);
void cw_element_field_set_missing (CwElementField *self, gboolean missing);
gboolean cw_element_field_get_missing (CwElementField *self);
void cw_element_field_set_mistake (CwElementField *self, const char *mistake);
const char *cw_element_field_get_mistake (CwElementField *self);
void cw_element_field_flash (CwElementField *self);

/* For the kinds of fields. */
void cw_element_field_adopt (CwElementField *self, GtkWidget *input, const char *name);
void cw_element_field_add_tool (CwElementField *self, GtkWidget *tool);
void cw_element_field_take_text (CwElementField *self, const char *text);
void cw_element_field_take_change (CwElementField *self, const char *text);
gboolean cw_element_field_is_showing (CwElementField *self);

G_END_DECLS
