/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-masthead.h"

#include <math.h>

#include "document/elements/cw-printed-text.h"
#include "typeset/cw-standard.h"

/* Ink of a letter's mark (UNS: the page has less head than that of a document). */
#define LETTER_INK CW_MM (14.0)

static double
count_issuers (CwMasthead *self)
{
  const char *text = cw_page_builder_get_text (self->builder, CW_ELEMENT_ISSUERS);
  double n = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p++)
    n += *p == '\n';
  return n + 1;
}

static CwMarkPlace
make_place (CwMasthead *self, double top)
{
  return (CwMarkPlace) { .top = top,
                         .ink = count_issuers (self) > 1 ? CW_STD_JOINT_MARK_INK : CW_STD_MARK_INK,
                         .size = CW_STD_MARK_SIZE,
                         .joint = TRUE };
}

/**
 * cw_masthead_put_general:
 * @self: a masthead
 *
 * Puts the masthead of 文件格式: what stands at the left top, mark, number and signers, red rule
 * (7.2).
 */
void
cw_masthead_put_general (CwMasthead *self)
{
  CwMarkPlace place = make_place (self, CW_STD_MARK_TOP);

  cw_masthead_put_stack (self, CW_STD_HEAD_MARGIN);
  cw_masthead_put_mark (self, &place);
  if (!cw_masthead_put_signers (self))
    cw_masthead_put_number (self);
  cw_masthead_put_red_rule (self);
}

/**
 * cw_masthead_put_minutes:
 * @self: a masthead
 *
 * Puts the masthead of 纪要格式 (R132): as a document's, with the organ and the date in a row above
 * the red rule (R135).
 */
void
cw_masthead_put_minutes (CwMasthead *self)
{
  CwMarkPlace place = make_place (self, CW_STD_MARK_TOP);

  cw_masthead_put_stack (self, CW_STD_HEAD_MARGIN);
  cw_masthead_put_mark (self, &place);
  cw_masthead_put_number (self);
  if (cw_page_builder_get_text (self->builder, CW_ELEMENT_SIGNATORY) != NULL
      || cw_page_builder_get_text (self->builder, CW_ELEMENT_DATE) != NULL)
    cw_masthead_put_row (self, CW_ELEMENT_SIGNATORY, CW_ELEMENT_DATE);
  cw_masthead_put_red_rule (self);
}

/* The height of an order's mark at which number and body stand two blank lines apart each and the
 * body on the grid as well (R22, R129), be that adjusted to make room for the signature block. The
 * names of a joint one take so much and some lines of the grid more. */
static double
find_order_ink (CwMasthead *self)
{
  const CwGrid *grid = &self->grid;
  double distance = grid->gap + CW_STD_ORDER_BLANK * grid->pitch;
  double pitch = self->builder->layout->grid.pitch;
  double rest = CW_STD_ORDER_MARK_TOP - CW_STD_HEAD_MARGIN + 2 * distance + grid->em
                - (self->builder->profile->tight_number ? grid->gap : 0);

  return ceil (rest / pitch + 1) * pitch - rest;
}

/**
 * cw_masthead_put_order:
 * @self: a masthead
 *
 * Puts the masthead of 命令格式: mark and number; the body follows two blank lines below (R128,
 * R129).
 */
void
cw_masthead_put_order (CwMasthead *self)
{
  CwMarkPlace place = make_place (self, CW_STD_ORDER_MARK_TOP);

  place.height = find_order_ink (self);
  place.step = self->builder->layout->grid.pitch;
  if (count_issuers (self) < 2)
    place.ink = place.height;
  cw_masthead_put_stack (self, CW_STD_HEAD_MARGIN);
  cw_masthead_put_mark (self, &place);
  cw_masthead_put_number (self);
  self->builder->front_top = cw_masthead_find_below (self, CW_STD_ORDER_BLANK) + self->shift;
}

static double
get_pair_height (void)
{
  return CW_STD_LETTER_RULE_THICK + CW_STD_LETTER_RULE_GAP + CW_STD_LETTER_RULE_THIN;
}

/* Two red rules from @top down (R120–R122). */
static void
put_pair (CwMasthead *self, double top, double first, double second)
{
  double area = CW_STD_BINDING_MARGIN + CW_STD_TYPE_AREA_WIDTH / 2;
  double centre = self->builder->profile->rules_on_type_area ? area : CW_STD_PAGE_WIDTH / 2;
  double x = centre - CW_STD_LETTER_RULE_WIDTH / 2;

  cw_masthead_put_rule (self, x, top, CW_STD_LETTER_RULE_WIDTH, first);
  cw_masthead_put_rule (self, x, top + get_pair_height () - second, CW_STD_LETTER_RULE_WIDTH,
                        second);
}

/* Flush right on the row of the first thing at the left (R124). */
static void
put_letter_number (CwMasthead *self, double top)
{
  g_autofree char *text = cw_document_get_number_text (self->builder->document);
  CwParagraph *paragraph;

  if (text == NULL)
    return;
  paragraph = cw_masthead_set (self, text, CW_TYPEFACE_FANGSONG, 0);
  cw_masthead_put_line (self, paragraph, CW_ELEMENT_NUMBER_SERIAL,
                        CW_STD_TYPE_AREA_WIDTH - cw_masthead_get_width (paragraph), top);
}

/**
 * cw_masthead_put_letter:
 * @self: a masthead
 *
 * Puts the masthead of 信函格式: the lead organ's mark, a double rule at head and foot, copy number,
 * classification and urgency at the left under the upper one and the number at the right
 * (R119–R125). The page carries no number (R126).
 */
void
cw_masthead_put_letter (CwMasthead *self)
{
  CwMarkPlace place = { CW_STD_LETTER_MARK_TOP, LETTER_INK, CW_STD_MARK_SIZE, FALSE };
  guint first_page = 0;
  double top;

  g_array_append_val (self->builder->layout->unnumbered, first_page);
  cw_masthead_put_mark (self, &place);
  top = self->bottom + CW_STD_LETTER_RULE_DROP;
  put_pair (self, top, CW_STD_LETTER_RULE_THICK, CW_STD_LETTER_RULE_THIN);
  top += get_pair_height () + self->grid.gap;
  self->bottom = top + self->grid.em;
  cw_masthead_put_stack (self, top);
  put_letter_number (self, top);
  put_pair (self, CW_STD_LETTER_RULE_FOOT - get_pair_height (), CW_STD_LETTER_RULE_THIN,
            CW_STD_LETTER_RULE_THICK);
  /* Two blank lines, without the gap of the row above: with what the grid leaves over the distance is
   * between both readings of it (R125, D5). */
  self->builder->front_top = self->bottom + CW_STD_TITLE_BLANK * self->grid.pitch;
}

/* A line in the middle, @n_blank blank lines below what stands above it. */
static void
put_bulletin_number (CwMasthead *self)
{
  g_autofree char *text = cw_document_get_number_text (self->builder->document);
  double top = cw_masthead_find_below (self, 1);
  CwParagraph *paragraph;

  if (text == NULL)
    return;
  paragraph = cw_masthead_set (self, text, CW_TYPEFACE_FANGSONG, 0);
  cw_masthead_put_line (self, paragraph, CW_ELEMENT_NUMBER_SERIAL,
                        (CW_STD_TYPE_AREA_WIDTH - cw_masthead_get_width (paragraph)) / 2, top);
}

/* One line of the note. A note longer than the page goes on on the next. */
static void
put_note_line (CwMasthead *self, guint piece, guint line)
{
  double top = self->bottom + self->grid.gap;

  if (top + self->grid.em > CW_STD_HEAD_MARGIN + CW_STD_TYPE_AREA_HEIGHT + 1e-6)
    {
      cw_page_builder_start_page (self->builder, self->builder->layout->rows->len);
      top = CW_STD_HEAD_MARGIN;
    }
  cw_page_builder_append_row (self->builder, piece, line, 0,
                              top + self->grid.em / 2 + self->grid.optical_shift, CW_NO_SLOT);
  self->bottom = top + self->grid.em;
}

/* The editors' note (按语) in 楷体, one blank line below the red rule; the title stands as far below
 * it as it would below the rule (R209). */
static void
put_editor_note (CwMasthead *self)
{
  const char *text = cw_page_builder_get_text (self->builder, CW_ELEMENT_EDITOR_NOTE);
  g_auto (GStrv) paragraphs = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  CwMeasure measure = { .width = CW_STD_TYPE_AREA_WIDTH,
                        .alignment = CW_ALIGN_JUSTIFY,
                        .first_indent = CW_STD_INDENT * self->grid.cell };

  if (paragraphs == NULL)
    return;
  self->bottom += self->grid.pitch;
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      CwParagraph *paragraph
          = cw_page_builder_set_text (self->builder, paragraphs[i], CW_TYPEFACE_KAITI, CW_STD_SIZE_3,
                                      self->grid.advance, &measure);
      guint piece = cw_layout_add_piece (self->builder->layout, paragraph, CW_ELEMENT_EDITOR_NOTE,
                                         CW_COLOUR_BLACK);

      for (guint line = 0; line < cw_paragraph_get_n_lines (paragraph); line++)
        put_note_line (self, piece, line);
    }
  self->builder->front_top
      = self->bottom + self->grid.gap + CW_STD_TITLE_BLANK * self->grid.pitch;
}

/**
 * cw_masthead_put_bulletin:
 * @self: a masthead
 *
 * Puts the head of a bulletin: its name large and red, the issue under it, who edits it at the left
 * and the date at the right above a red rule, the editors' note below it (R209).
 */
void
cw_masthead_put_bulletin (CwMasthead *self)
{
  CwMarkPlace place = { CW_STD_ORDER_MARK_TOP, CW_STD_MARK_INK, CW_STD_MARK_SIZE, FALSE };

  cw_masthead_put_stack (self, CW_STD_HEAD_MARGIN);
  cw_masthead_put_mark (self, &place);
  put_bulletin_number (self);
  cw_masthead_put_row (self, CW_ELEMENT_PRINTING_OFFICE, CW_ELEMENT_DATE);
  cw_masthead_put_red_rule (self);
  put_editor_note (self);
}
