/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include <math.h>
#include <string.h>

#include "document/elements/cw-printed-text.h"

#include "typeset/cw-standard.h"

/* Attachment list and attendees: entries whose wrapped lines align under their text, not under
 * their label, which therefore is a paragraph of its own on the same line. */

/* One entry: where label and text begin, from the left edge of the type area, pt. */
typedef struct
{
  const char *label;
  CwTypeface label_typeface;
  double label_x;
  const char *text;
  double text_x;
  int source;
} CwListEntry;

/* Attendees are persons; attachments are none. */
static guint
add_text (CwPageBuilder *self, const CwListEntry *entry, const CwMeasure *measure)
{
  CwSpan span = { .end = strlen (entry->text),
                  .typeface = CW_TYPEFACE_FANGSONG,
                  .size = CW_STD_SIZE_3,
                  .cell = self->layout->grid.cell,
                  .names = entry->source >= 0 };

  return cw_layout_add_piece (
      self->layout, cw_piece_cache_set_text (self->cache, entry->text, &span, 1, measure),
      entry->source, CW_COLOUR_BLACK);
}

static void
put_row (CwPageBuilder *self, guint piece, guint line, double x, guint n_slots)
{
  cw_page_builder_append_row (self, piece, line, x,
                              cw_page_builder_get_line_centre (self, self->slot), self->slot);
  cw_page_builder_get_row (self, self->layout->rows->len - 1)->n_slots = n_slots;
  self->slot += n_slots;
}

/* The colon is no part of the label's face: only 出席 is 黑体 (R133). */
static guint
add_label (CwPageBuilder *self, const CwListEntry *entry)
{
  CwMeasure measure = { .width = CW_STD_TYPE_AREA_WIDTH, .alignment = CW_ALIGN_START };
  guint length = strlen (entry->label), word = length;
  CwSpan spans[2];

  if (g_str_has_suffix (entry->label, "："))
    word -= strlen ("：");
  spans[0] = (CwSpan) { 0, word, entry->label_typeface, CW_STD_SIZE_3, self->layout->grid.cell };
  spans[1] = (CwSpan) { word, length, CW_TYPEFACE_FANGSONG, CW_STD_SIZE_3,
                        self->layout->grid.cell };
  return cw_layout_add_piece (
      self->layout,
      cw_piece_cache_set_text (self->cache, entry->label, spans, word < length ? 2 : 1, &measure),
      entry->source, CW_COLOUR_BLACK);
}

static void
put_entry (CwPageBuilder *self, const CwListEntry *entry)
{
  CwMeasure measure = { .width = CW_STD_TYPE_AREA_WIDTH,
                        .alignment = CW_ALIGN_JUSTIFY,
                        .first_indent = entry->text_x,
                        .indent = entry->text_x };
  guint label = add_label (self, entry);
  guint text = add_text (self, entry, &measure);
  guint n_lines
      = cw_paragraph_get_n_lines (cw_page_builder_get_piece (self, text)->paragraph);

  for (guint line = 0; line < n_lines; line++)
    {
      if (self->slot >= cw_page_builder_get_n_lines (self))
        cw_page_builder_start_page (self, self->layout->rows->len);
      if (line == 0)
        put_row (self, label, 0, entry->label_x, 0);
      put_row (self, text, line, 0, 1);
    }
}

/* A blank line belongs to the row above it: it goes where that goes, and is none at a page's head. */
static void
leave_blank_line (CwPageBuilder *self)
{
  guint n_rows = self->layout->rows->len;

  if (self->slot == 0 || n_rows == cw_page_builder_get_page_start (self))
    return;
  if (cw_page_builder_get_row (self, n_rows - 1)->slot != CW_NO_SLOT)
    cw_page_builder_get_row (self, n_rows - 1)->n_slots++;
  self->slot++;
}

static double
measure_number (CwPageBuilder *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u.", number);
  CwMeasure measure = { .width = CW_STD_TYPE_AREA_WIDTH, .alignment = CW_ALIGN_START };
  g_autoptr (CwParagraph) paragraph
      = cw_page_builder_set_text (self, text, CW_TYPEFACE_FANGSONG, CW_STD_SIZE_3,
                                  self->layout->grid.cell, &measure);

  return cw_paragraph_get_line (paragraph, 0)->width;
}

/* A number has whole half characters to itself: 1. the sixth of the line (R66). */
static void
put_attachment_name (CwPageBuilder *self, guint attachment, guint n_attachments)
{
  double cell = self->layout->grid.cell, number_x = CW_STD_LIST_INDENT * cell;
  double widest = measure_number (self, n_attachments);
  g_autofree char *name = cw_document_get_attachment_name (self->document, attachment);
  g_autofree char *number = g_strdup_printf ("%u.", attachment + 1);
  CwListEntry entry = { .label = number,
                        .label_typeface = CW_TYPEFACE_FANGSONG,
                        .label_x = number_x + widest - measure_number (self, attachment + 1),
                        .text = name,
                        .text_x = number_x + ceil (2 * widest / cell - 1e-3) * cell / 2,
                        .source = -1 };

  if (n_attachments == 1)
    {
      entry.label = "附件：";
      entry.label_x = CW_STD_INDENT * cell;
      entry.text_x = number_x;
    }
  put_entry (self, &entry);
}

/* 附件： before the number of the first name. */
static void
put_list_label (CwPageBuilder *self)
{
  CwListEntry entry = { .label = "附件：", .label_typeface = CW_TYPEFACE_FANGSONG, .source = -1 };

  if (self->slot >= cw_page_builder_get_n_lines (self))
    cw_page_builder_start_page (self, self->layout->rows->len);
  put_row (self, add_label (self, &entry), 0, CW_STD_INDENT * self->layout->grid.cell, 0);
}

/**
 * cw_page_builder_put_attachment_list:
 * @self: a page builder behind the body
 *
 * Puts the list of attachments one blank line below the body: their titles, numbered if there are
 * several, the dots of the numbers one below the other (R65–R68).
 */
void
cw_page_builder_put_attachment_list (CwPageBuilder *self)
{
  guint n = cw_document_get_n_attachments (self->document);

  if (n == 0)
    return;
  leave_blank_line (self);
  if (n > 1)
    put_list_label (self);
  for (guint i = 0; i < n; i++)
    put_attachment_name (self, i, n);
}

/**
 * cw_page_builder_put_attendees:
 * @self: a page builder behind body, attachment list and date of minutes
 *
 * Puts who attended, was excused and sat in, each a paragraph whose wrapped lines align with the
 * first character after the colon (R133, R134).
 */
void
cw_page_builder_put_attendees (CwPageBuilder *self)
{
  static const struct
  {
    CwElement element;
    const char *label;
  } groups[] = {
    { CW_ELEMENT_ATTENDEES, "出席：" },
    { CW_ELEMENT_ABSENTEES, "请假：" },
    { CW_ELEMENT_OBSERVERS, "列席：" },
  };
  double cell = self->layout->grid.cell;
  gboolean first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      CwListEntry entry = { .label = groups[i].label,
                            .label_typeface = CW_TYPEFACE_HEITI,
                            .label_x = CW_STD_INDENT * cell,
                            .text = cw_page_builder_get_text (self, groups[i].element),
                            .text_x = CW_STD_ATTENDEES_INDENT * cell,
                            .source = groups[i].element };

      if (entry.text == NULL)
        continue;
      if (first)
        leave_blank_line (self);
      first = FALSE;
      put_entry (self, &entry);
    }
}
