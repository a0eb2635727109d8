/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-page-builder-private.h"

#include "typeset/cw-standard.h"

/* A table of up to that many lines of the grid is not cut at a page's end. */
#define SHORT_TABLE 8

/* How much closer than a line of text a table stands to its caption, pt. */
#define CAPTION_LIFT 5.0

#define CONTINUED "（续表）"

/* A table being put on pages. */
typedef struct
{
  CwPageBuilder *builder;
  guint piece;
  CwTableSetting *table;
  CwTablePart part;
  double page;
  guint n_caption;
} Putter;

static double
get_lift (const Putter *self)
{
  return self->n_caption > 0 && !self->part.continued ? CAPTION_LIFT : 0;
}

/* Takes the first part into what is left of the page. */
static gboolean
take_first (Putter *self, gboolean anyhow)
{
  guint n_lines = cw_page_builder_get_n_lines (self->builder);
  guint used = self->builder->slot + self->n_caption;
  double room = used < n_lines ? cw_page_builder_get_room (self->builder, n_lines - used) : 0;

  self->part.continued = FALSE;
  return cw_table_part_take (self->table, NULL, room + get_lift (self), self->page, anyhow,
                             &self->part);
}

static gboolean
is_short (const Putter *self)
{
  return self->table->tops[self->table->n_rows] <= SHORT_TABLE * self->builder->layout->grid.pitch;
}

/* R116: a table begins on a page only with its caption, its head and a row. */
static void
begin (Putter *self)
{
  if (take_first (self, cw_page_builder_is_at_top (self->builder))
      && (cw_table_part_is_last (&self->part, self->table) || !is_short (self)
          || cw_page_builder_is_at_top (self->builder)))
    return;
  cw_page_builder_turn_page (self->builder);
  take_first (self, TRUE);
}

static CwParagraph *
set_continued (CwPageBuilder *self)
{
  CwMeasure measure = { .width = cw_page_builder_get_width (self), .alignment = CW_ALIGN_START };

  return cw_page_builder_set_text (self, CONTINUED, CW_TYPEFACE_FANGSONG, CW_STD_SIZE_SMALL_4,
                                   CW_STD_SIZE_SMALL_4, &measure);
}

/* Right below its caption; without one in the middle of the lines it takes. */
static double
find_drop (const Putter *self, const CwPageBox *box, gboolean annotated)
{
  CwPageBuilder *builder = self->builder;
  guint n_slots = cw_page_builder_count_slots (builder, box->height);

  if (self->part.continued || self->n_caption > 0 || annotated)
    return -get_lift (self);
  return (cw_page_builder_get_room (builder, n_slots) - box->height) / 2;
}

static void
put_part (Putter *self)
{
  g_autoptr (CwParagraph) continued = self->part.continued ? set_continued (self->builder) : NULL;
  gboolean annotated = cw_table_part_is_last (&self->part, self->table)
                       && cw_page_builder_is_annotated (self->builder, self->piece);
  CwPageBox box = { .table = self->table,
                    .part = self->part,
                    .words = continued,
                    .width = self->table->width,
                    .height = self->part.height };

  cw_page_builder_put_box (self->builder, self->piece, &box, find_drop (self, &box, annotated),
                           annotated);
}

/**
 * cw_page_builder_put_table:
 * @self: a page builder
 * @piece: a table
 *
 * Puts a table: its caption above it, its head on every page, its rows whole (R116); a short one on
 * one page. What follows goes on on the grid (R22).
 *
 * Returns: the next piece
 */
guint
cw_page_builder_put_table (CwPageBuilder *self, guint piece)
{
  CwBlock *block = cw_page_builder_get_block (self, piece);
  guint n_lines = cw_page_builder_get_n_lines (self);
  Putter putter = { .builder = self, .piece = piece };

  putter.page = cw_page_builder_get_room (self, n_lines);
  putter.table
      = cw_table_cache_get (cw_piece_cache_get_tables (self->cache), cw_block_get_table (block),
                            cw_page_builder_get_width (self), putter.page);
  putter.n_caption = cw_page_builder_count_caption_lines (self, piece);
  begin (&putter);
  cw_page_builder_put_caption (self, piece, TRUE);
  put_part (&putter);
  while (!cw_table_part_is_last (&putter.part, putter.table))
    {
      CwTablePart before = putter.part;

      cw_page_builder_start_page (self, self->layout->rows->len);
      cw_table_part_take (putter.table, &before, putter.page, putter.page, TRUE, &putter.part);
      put_part (&putter);
    }
  return piece + 1;
}
