/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-colophon.h"

#include <string.h>

#include "typeset/cw-standard.h"

#define INSET (CW_STD_COLOPHON_INSET * CW_STD_SIZE_4)

/* What is being made, and for whom. */
typedef struct
{
  CwPageBuilder *builder;
  CwColophon *colophon;
  guint section_start;
} CwColophonMaker;

static guint
add_text (CwPageBuilder *builder, const char *text, double width, double indent, CwElement source)
{
  CwMeasure measure = { .width = width,
                        .alignment = CW_ALIGN_JUSTIFY,
                        .first_indent = indent,
                        .indent = indent };

  return cw_layout_add_piece (builder->layout,
                              cw_page_builder_set_text (builder, text, CW_TYPEFACE_FANGSONG,
                                                        CW_STD_SIZE_4, CW_STD_SIZE_4, &measure),
                              (int) source, CW_COLOUR_BLACK);
}

static double
get_width (CwPageBuilder *builder, guint piece)
{
  return cw_paragraph_get_line (cw_page_builder_get_piece (builder, piece)->paragraph, 0)->width;
}

static void
add_row (CwColophonMaker *self, guint piece, guint line, double x, guint position)
{
  CwColophonRow row = { piece, line, x, position };

  g_array_append_val (self->colophon->rows, row);
}

static void
end_section (CwColophonMaker *self)
{
  guint n_lines = cw_colophon_get_n_lines (self->colophon) - self->section_start;

  if (n_lines > 0)
    g_array_append_val (self->colophon->sections, n_lines);
  self->section_start += n_lines;
}

/* A full stop after the last (R97), no line break by hand, and no colon left from where the
 * addressees stood. */
static char *
finish_recipients (const char *text)
{
  static const char *const ends[] = { "：", ":", "。", " ", "　" };
  GString *string = g_string_new (text);

  g_string_replace (string, "\n", "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (ends);)
    if (g_str_has_suffix (string->str, ends[i]))
      {
        g_string_truncate (string, string->len - strlen (ends[i]));
        i = 0;
      }
    else
      i++;
  g_string_append (string, "。");
  return g_string_free_and_steal (string);
}

/* A label and its recipients, wrapped under their first character (R97). The label is a paragraph
 * of its own, so that squeezing the line does not move what is aligned. @right is kept free at the
 * right edge. */
static void
add_recipients (CwColophonMaker *self, const char *label, CwElement element, double right)
{
  const char *text = cw_page_builder_get_text (self->builder, element);
  guint position = cw_colophon_get_n_lines (self->colophon), label_piece, piece;
  double width = CW_STD_TYPE_AREA_WIDTH - INSET - right, indent;
  g_autofree char *finished = NULL;

  if (text == NULL)
    return;
  finished = finish_recipients (text);
  label_piece = add_text (self->builder, label, CW_STD_TYPE_AREA_WIDTH, 0, element);
  indent = INSET + g_utf8_strlen (label, -1) * CW_STD_SIZE_4;
  piece = add_text (self->builder, finished, width, indent, element);
  add_row (self, label_piece, 0, INSET, position);
  for (guint line = 0; line < cw_paragraph_get_n_lines (
                                  cw_page_builder_get_piece (self->builder, piece)->paragraph);
       line++)
    add_row (self, piece, line, 0, position + line);
}

/* Puts a text at the right edge of a line; returns how much of the line it takes. */
static double
add_right (CwColophonMaker *self, const char *text, CwElement element, guint position)
{
  guint piece = add_text (self->builder, text, CW_STD_TYPE_AREA_WIDTH, 0, element);
  double width = get_width (self->builder, piece);

  add_row (self, piece, 0, CW_STD_TYPE_AREA_WIDTH - INSET - width, position);
  return width + INSET;
}

/* Office at the left, date at the right of the same row (R99). */
static void
add_printing (CwColophonMaker *self)
{
  const char *office = cw_page_builder_get_text (self->builder, CW_ELEMENT_PRINTING_OFFICE);
  const char *date = cw_page_builder_get_text (self->builder, CW_ELEMENT_PRINTING_DATE);
  guint position = cw_colophon_get_n_lines (self->colophon);
  double right = 0;

  if (date != NULL)
    {
      g_autofree char *printed
          = g_strconcat (date, g_str_has_suffix (date, "印发") ? "" : "印发", NULL);
      right = add_right (self, printed, CW_ELEMENT_PRINTING_DATE, position);
    }
  if (office != NULL)
    {
      guint piece = add_text (self->builder, office, CW_STD_TYPE_AREA_WIDTH - INSET - right, INSET,
                              CW_ELEMENT_PRINTING_OFFICE);

      for (guint line = 0; line < cw_paragraph_get_n_lines (
                                      cw_page_builder_get_piece (self->builder, piece)->paragraph);
           line++)
        add_row (self, piece, line, 0, position + line);
    }
}

/* 共印N份, unless it was typed so. */
static char *
format_copies (const char *copies)
{
  if (strstr (copies, "份") != NULL)
    return g_strdup (copies);
  return g_strdup_printf ("共印%s份", copies);
}

/* Below the row of the printing office, which must follow the recipients directly (R97, R100). */
static void
add_copies (CwColophonMaker *self)
{
  const char *copies = cw_page_builder_get_text (self->builder, CW_ELEMENT_COPIES);
  g_autofree char *text = copies != NULL ? format_copies (copies) : NULL;

  if (text != NULL)
    add_right (self, text, CW_ELEMENT_COPIES, cw_colophon_get_n_lines (self->colophon));
}

static void
make_general (CwColophonMaker *self)
{
  CwPageBuilder *builder = self->builder;
  gboolean order = builder->form->format == CW_FORMAT_ORDER;

  if (builder->layout->addressees_moved || builder->form->addressees_in_colophon)
    add_recipients (self, "主送：", CW_ELEMENT_ADDRESSEES, INSET);
  add_recipients (self, order ? "分送：" : "抄送：", CW_ELEMENT_COPY_RECIPIENTS, INSET);
  end_section (self);
  add_printing (self);
  end_section (self);
  add_copies (self);
  end_section (self);
}

/* 报, 送 and 发 at the left, the number of copies at the right of the last line (R209). */
static void
make_bulletin (CwColophonMaker *self)
{
  const char *copies = cw_page_builder_get_text (self->builder, CW_ELEMENT_COPIES);
  g_autofree char *text = copies != NULL ? format_copies (copies) : NULL;
  guint label = text != NULL ? g_utf8_strlen (text, -1) + 1 : 0;
  double right = INSET + label * CW_STD_SIZE_4;
  guint n_lines;

  add_recipients (self, "报：", CW_ELEMENT_REPORT_RECIPIENTS, right);
  add_recipients (self, "送：", CW_ELEMENT_COPY_RECIPIENTS, right);
  add_recipients (self, "发：", CW_ELEMENT_FORWARD_RECIPIENTS, right);
  n_lines = cw_colophon_get_n_lines (self->colophon);
  if (text != NULL)
    add_right (self, text, CW_ELEMENT_COPIES, n_lines > 0 ? n_lines - 1 : 0);
  end_section (self);
}

/**
 * cw_colophon_new:
 * @builder: a page builder
 *
 * Sets the colophon of a paper: recipients, printing office and date, number of copies (R96–R100);
 * of a letter only the recipients, without rules (R127); of an order whom it is issued to (R131);
 * of a bulletin its recipients and copies (R209). Its lines are as far apart as R2 has it for
 * 4号 text (R19, R101).
 *
 * Returns: (transfer full): the colophon; without a line if there is nothing to say in it
 */
CwColophon *
cw_colophon_new (CwPageBuilder *builder)
{
  CwColophon *self = g_new0 (CwColophon, 1);
  CwColophonMaker maker = { .builder = builder, .colophon = self };

  self->rows = g_array_new (FALSE, FALSE, sizeof (CwColophonRow));
  self->sections = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ruled = builder->form->format != CW_FORMAT_LETTER;
  self->pitch = CW_STD_SIZE_4 + builder->layout->grid.em * 7.0 / 8.0;
  if (builder->form->format == CW_FORMAT_BULLETIN)
    make_bulletin (&maker);
  else
    make_general (&maker);
  return self;
}

/**
 * cw_colophon_free:
 * @self: (transfer full): a colophon
 */
void
cw_colophon_free (CwColophon *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->sections);
  g_free (self);
}

/**
 * cw_colophon_get_n_lines:
 * @self: a colophon
 *
 * Returns: how many lines it has
 */
guint
cw_colophon_get_n_lines (const CwColophon *self)
{
  guint n_lines = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n_lines = MAX (n_lines, g_array_index (self->rows, CwColophonRow, i).position + 1);
  return n_lines;
}

/**
 * cw_colophon_get_top:
 * @self: a colophon
 *
 * Returns: its upper edge on the page, pt, when it ends with the type area (R96)
 */
double
cw_colophon_get_top (const CwColophon *self)
{
  double foot = CW_STD_HEAD_MARGIN + CW_STD_TYPE_AREA_HEIGHT;
  double height = cw_colophon_get_n_lines (self) * self->pitch;

  if (!self->ruled) /* the last line's characters end with the type area */
    return foot - height + self->pitch - CW_STD_SIZE_4;
  return foot - height - 2 * CW_STD_COLOPHON_THICK
         - (self->sections->len - 1) * CW_STD_COLOPHON_THIN;
}
