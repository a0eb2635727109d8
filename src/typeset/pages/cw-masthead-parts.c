/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-masthead.h"

#include <string.h>

#include "document/elements/cw-printed-text.h"
#include "typeset/cw-standard.h"

/* A line of furniture is never broken, pt. */
#define NEVER_BROKEN 10000

#define COPY_NUMBER_DIGITS 6

/**
 * cw_masthead_set:
 * @self: a masthead
 * @text: what it says
 * @typeface: what to set it in
 * @spread: width to spread its characters over, pt; 0 for none
 *
 * Sets a line of the masthead in 3号 (R8).
 *
 * Returns: (transfer full): the paragraph
 */
CwParagraph *
cw_masthead_set (CwMasthead *self, const char *text, CwTypeface typeface, double spread)
{
  CwMeasure measure = { .width = spread > 0 ? spread : NEVER_BROKEN,
                        .alignment = spread > 0 ? CW_ALIGN_SPREAD : CW_ALIGN_START };

  return cw_page_builder_set_text (self->builder, text, typeface, CW_STD_SIZE_3, self->grid.cell,
                                   &measure);
}

/**
 * cw_masthead_get_width:
 * @paragraph: a paragraph of one line
 *
 * Returns: the width of the line, pt
 */
double
cw_masthead_get_width (CwParagraph *paragraph)
{
  return cw_paragraph_get_line (paragraph, 0)->width;
}

/* The size at which a line that long is as wide as the type area. */
static CwParagraph *
shrink (CwMasthead *self, CwParagraph *paragraph)
{
  const CwShaped *shaped = cw_paragraph_get_shaped (paragraph);
  double scale = CW_STD_TYPE_AREA_WIDTH / cw_masthead_get_width (paragraph);
  CwMeasure measure = { .width = NEVER_BROKEN, .alignment = CW_ALIGN_START };

  return cw_page_builder_set_text (self->builder, shaped->text,
                                   g_array_index (shaped->spans, CwSpan, 0).typeface,
                                   CW_STD_SIZE_3 * scale, self->grid.cell * scale, &measure);
}

/**
 * cw_masthead_put_line:
 * @self: a masthead
 * @paragraph: (transfer full): a line of 3号
 * @source: the element it shows
 * @x: from the left edge of the type area, pt
 * @top: of its characters on the page, pt
 *
 * Puts a line of black text. One that is longer than the type area is wide, which no copy number and
 * no classification is, takes all of the width and becomes smaller; a remark says so.
 */
void
cw_masthead_put_line (
    CwMasthead *self, CwParagraph *paragraph, CwElement source, double x, double top)
{
  gboolean shrunk = cw_masthead_get_width (paragraph) > CW_STD_TYPE_AREA_WIDTH + 0.01;
  guint piece;

  if (shrunk)
    {
      CwParagraph *whole = paragraph;

      paragraph = shrink (self, whole);
      cw_paragraph_unref (whole);
      x = 0;
    }
  piece = cw_layout_add_piece (self->builder->layout, paragraph, (int) source, CW_COLOUR_BLACK);
  cw_page_builder_get_piece (self->builder, piece)->shrunk = shrunk;
  cw_page_builder_append_row (self->builder, piece, 0, x,
                              top + self->grid.em / 2 + self->grid.optical_shift, CW_NO_SLOT);
  self->bottom = MAX (self->bottom, top + self->grid.em);
}

/**
 * cw_masthead_put_rule:
 * @self: a masthead
 * @x: left edge on the page, pt
 * @y: upper edge on the page, pt
 * @width: pt
 * @height: its thickness, pt
 *
 * Puts a red rule on the first page (R24).
 */
void
cw_masthead_put_rule (CwMasthead *self, double x, double y, double width, double height)
{
  cw_layout_add_rule (self->builder->layout, 0, x, y, width, height, CW_COLOUR_RED, -1);
}

/**
 * cw_masthead_find_below:
 * @self: a masthead
 * @n_blank: blank lines
 *
 * Returns: top of the line that stands so many blank lines below what was put last, pt: after its
 *   own gap (R2)
 */
double
cw_masthead_find_below (CwMasthead *self, guint n_blank)
{
  return self->bottom + self->grid.gap + n_blank * self->grid.pitch;
}

/* 000001 (R33); what is no number is printed as it is. */
static char *
pad_copy_number (const char *text)
{
  gsize n = strlen (text);
  GString *padded = g_string_new (NULL);

  if (strspn (text, "0123456789") == n)
    for (gsize i = n; i < COPY_NUMBER_DIGITS; i++)
      g_string_append_c (padded, '0');
  return g_string_free (g_string_append (padded, text), FALSE);
}

/* 秘　密, if the office has it so (R38). */
static char *
space_word (CwMasthead *self, const char *word)
{
  const char *second = g_utf8_next_char (word);

  if (!self->builder->profile->spaced_classification || g_utf8_strlen (word, -1) != 2)
    return g_strdup (word);
  return g_strdup_printf ("%.*s　%s", (int) (second - word), word, second);
}

/* 机密★1年 (R35). */
static char *
make_classification (CwMasthead *self, const char *word)
{
  const char *period
      = cw_page_builder_get_text (self->builder, CW_ELEMENT_CLASSIFICATION_PERIOD);
  g_autofree char *spaced = space_word (self, word);

  return period != NULL ? g_strconcat (spaced, "★", period, NULL) : g_steal_pointer (&spaced);
}

static char *
make_stacked (CwMasthead *self, CwElement element)
{
  const char *text = cw_page_builder_get_text (self->builder, element);

  if (text == NULL)
    return NULL;
  if (element == CW_ELEMENT_COPY_NUMBER)
    return pad_copy_number (text);
  return element == CW_ELEMENT_CLASSIFICATION ? make_classification (self, text)
                                              : space_word (self, text);
}

/**
 * cw_masthead_put_stack:
 * @self: a masthead
 * @top: of the first of them, on the page, pt
 *
 * Puts copy number, classification and urgency one under the other at the left edge; one that is
 * missing leaves no gap (R33–R37).
 */
void
cw_masthead_put_stack (CwMasthead *self, double top)
{
  static const CwElement stack[]
      = { CW_ELEMENT_COPY_NUMBER, CW_ELEMENT_CLASSIFICATION, CW_ELEMENT_URGENCY };

  for (guint i = 0; i < G_N_ELEMENTS (stack); i++)
    {
      g_autofree char *text = make_stacked (self, stack[i]);
      gboolean heiti = stack[i] != CW_ELEMENT_COPY_NUMBER
                       || self->builder->profile->heiti_copy_number;
      CwParagraph *paragraph;

      if (text == NULL)
        continue;
      paragraph
          = cw_masthead_set (self, text, heiti ? CW_TYPEFACE_HEITI : CW_TYPEFACE_FANGSONG, 0);
      self->stack_width = cw_masthead_get_width (paragraph);
      self->stack_bottom = top + self->grid.em;
      cw_masthead_put_line (self, paragraph, stack[i], 0, top);
      top += self->grid.pitch;
    }
}

/* Two blank lines below the mark, with its own gap or without (R44, D5). */
static double
find_number_top (CwMasthead *self)
{
  double top = cw_masthead_find_below (self, CW_STD_NUMBER_BLANK);

  return self->builder->profile->tight_number ? top - self->grid.gap : top;
}

/**
 * cw_masthead_put_number:
 * @self: a masthead, its mark put
 *
 * Puts the document number in the middle, two blank lines below the mark (R44). Its place is kept
 * when there is none.
 */
void
cw_masthead_put_number (CwMasthead *self)
{
  g_autofree char *text = cw_document_get_number_text (self->builder->document);
  double top = find_number_top (self);
  CwParagraph *paragraph;

  if (text != NULL)
    {
      paragraph = cw_masthead_set (self, text, CW_TYPEFACE_FANGSONG, 0);
      cw_masthead_put_line (
          self, paragraph, CW_ELEMENT_NUMBER_SERIAL,
          (CW_STD_TYPE_AREA_WIDTH - cw_masthead_get_width (paragraph)) / 2, top);
    }
  self->bottom = top + self->grid.em;
}

/**
 * cw_masthead_put_red_rule:
 * @self: a masthead, its number put
 *
 * Puts the red rule under the number (R49), and the title two blank lines below it (R50).
 */
void
cw_masthead_put_red_rule (CwMasthead *self)
{
  double top = self->bottom + self->grid.optical_shift + CW_STD_RED_RULE_DROP;

  cw_masthead_put_rule (self, CW_STD_BINDING_MARGIN, top, CW_STD_TYPE_AREA_WIDTH, CW_STD_RED_RULE);
  self->bottom = top + CW_STD_RED_RULE;
  self->builder->front_top
      = top + CW_STD_RED_RULE / 2 + CW_STD_TITLE_BLANK * self->grid.pitch;
}

static char *
get_joined (CwMasthead *self, CwElement element)
{
  const char *text = cw_page_builder_get_text (self->builder, element);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  return lines != NULL ? g_strjoinv ("　", lines) : NULL;
}

/**
 * cw_masthead_put_row:
 * @self: a masthead
 * @left: the element at the left
 * @right: the element at the right
 *
 * Puts an organ at the left and a date at the right, each a character in from the edge, a blank line
 * below what stands above them: right above the red rule of minutes and bulletins (R135, R209).
 */
void
cw_masthead_put_row (CwMasthead *self, CwElement left, CwElement right)
{
  g_autofree char *organ = get_joined (self, left);
  g_autofree char *date = get_joined (self, right);
  double top = cw_masthead_find_below (self, 1);

  if (organ != NULL)
    cw_masthead_put_line (self, cw_masthead_set (self, organ, CW_TYPEFACE_FANGSONG, 0), left,
                          self->grid.cell, top);
  if (date != NULL)
    {
      CwParagraph *paragraph = cw_masthead_set (self, date, CW_TYPEFACE_FANGSONG, 0);

      cw_masthead_put_line (self, paragraph, right,
                            CW_STD_TYPE_AREA_WIDTH - self->grid.cell
                                - cw_masthead_get_width (paragraph),
                            top);
    }
}
