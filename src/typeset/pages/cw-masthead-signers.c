/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-masthead.h"

#include <string.h>

#include "document/elements/cw-printed-text.h"
#include "typeset/cw-standard.h"

/* The rows of signers, in columns of names. */
typedef struct
{
  char **names;
  guint n_names;
  guint n_columns;
  double widths[CW_STD_SIGNERS_IN_A_ROW]; /* of the columns */
} CwSigners;

static CwParagraph *
set_name (CwMasthead *self, const char *name)
{
  g_autoptr (CwParagraph) natural = cw_masthead_set (self, name, CW_TYPEFACE_KAITI, 0);
  double width = CW_STD_SIGNER_CELLS * self->grid.cell;

  if (cw_masthead_get_width (natural) >= width)
    return g_steal_pointer (&natural);
  return cw_masthead_set (self, name, CW_TYPEFACE_KAITI, width); /* 张　三 (R48) */
}

static void
measure_columns (CwMasthead *self, CwSigners *signers, guint n_columns)
{
  signers->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    signers->widths[i] = CW_STD_SIGNER_CELLS * self->grid.cell;
  for (guint i = 0; i < signers->n_names; i++)
    {
      g_autoptr (CwParagraph) name = set_name (self, signers->names[i]);
      double *width = &signers->widths[i % n_columns];

      *width = MAX (*width, cw_masthead_get_width (name));
    }
}

/* Where the label begins: the last name ends a character before the edge, a character lies between
 * two names (R46, R48). */
static double
find_label (CwMasthead *self, const CwSigners *signers)
{
  double x = CW_STD_TYPE_AREA_WIDTH - CW_STD_SIGNER_LABEL * self->grid.cell;

  for (guint i = 0; i < signers->n_columns; i++)
    x -= signers->widths[i] + self->grid.cell;
  return x;
}

/* Two names a row, unless the row is too long for the number beside it. */
static void
choose_columns (CwMasthead *self, CwSigners *signers, double number_width)
{
  guint n_columns = MIN (signers->n_names, CW_STD_SIGNERS_IN_A_ROW);
  double room = (CW_STD_NUMBER_INSET + 1) * self->grid.cell + number_width;

  measure_columns (self, signers, n_columns);
  if (n_columns > 1 && find_label (self, signers) < room)
    measure_columns (self, signers, 1);
}

static void
put_names (CwMasthead *self, const CwSigners *signers, double top)
{
  double first = find_label (self, signers) + CW_STD_SIGNER_LABEL * self->grid.cell;

  for (guint i = 0; i < signers->n_names; i++)
    {
      guint column = i % signers->n_columns, row = i / signers->n_columns;
      double x = column == 0 ? first : first + signers->widths[0] + self->grid.cell;

      cw_masthead_put_line (self, set_name (self, signers->names[i]), CW_ELEMENT_SIGNERS, x,
                            top + row * self->grid.pitch);
    }
}

/* On the row of the last signer, a character in (R45). */
static void
put_number_beside (CwMasthead *self, CwParagraph *number, double top)
{
  if (number != NULL)
    cw_masthead_put_line (self, number, CW_ELEMENT_NUMBER_SERIAL,
                          CW_STD_NUMBER_INSET * self->grid.cell, top);
}

/* The signers written down: lines that are not empty. */
static void
read_names (CwMasthead *self, CwSigners *signers)
{
  const char *text = cw_page_builder_get_text (self->builder, CW_ELEMENT_SIGNERS);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (names, lines[i]);
  signers->names = g_strv_builder_end (names);
  signers->n_names = g_strv_length (signers->names);
}

static void
put_rows (CwMasthead *self, CwSigners *signers)
{
  g_autofree char *text = cw_document_get_number_text (self->builder->document);
  CwParagraph *number
      = text != NULL ? cw_masthead_set (self, text, CW_TYPEFACE_FANGSONG, 0) : NULL;
  double top = cw_masthead_find_below (self, CW_STD_NUMBER_BLANK)
               - (self->builder->profile->tight_number ? self->grid.gap : 0);
  guint n_rows;

  choose_columns (self, signers, number != NULL ? cw_masthead_get_width (number) : 0);
  n_rows = (signers->n_names + signers->n_columns - 1) / signers->n_columns;
  put_number_beside (self, number, top + (n_rows - 1) * self->grid.pitch);
  cw_masthead_put_line (self, cw_masthead_set (self, "签发人：", CW_TYPEFACE_FANGSONG, 0),
                        CW_ELEMENT_SIGNERS, find_label (self, signers), top);
  put_names (self, signers, top);
}

/**
 * cw_masthead_put_signers:
 * @self: a masthead, its mark put
 *
 * Puts the signers of an upward paper at the right, with the number beside the last of them
 * (R45–R48).
 *
 * Returns: %FALSE if there are none, and the number is yet to be put
 */
gboolean
cw_masthead_put_signers (CwMasthead *self)
{
  CwSigners signers = { NULL };

  read_names (self, &signers);
  if (signers.n_names > 0)
    put_rows (self, &signers);
  g_strfreev (signers.names);
  return signers.n_names > 0;
}
