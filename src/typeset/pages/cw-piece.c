/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-piece.h"

#include <string.h>

#include "document/cw-numbering.h"

#include "typeset/cw-standard.h"

/* What a paragraph was set from. The text's address is its identity: it is referenced as long as
 * the entry lives, so no other text can come to stand there. */
typedef struct
{
  CwText *text;
  guint start;
  guint end;
  guint number;
  CwStyle style;
  double cell;    /* several grids are kept at once, to try them (R87) */
  double advance;
  gboolean sideways;
  gboolean latin;
  double latin_gap;
} CwPieceKey;

typedef struct
{
  CwPieceKey key;
  CwParagraph *paragraph;
  int flow_offset;
  gboolean keep_with_next;
  guint generation;
} CwPieceEntry;

struct _CwPieceCache
{
  CwTypefaces *typefaces;
  GHashTable *entries; /* CwPieceEntry, keyed by its own key */
  CwOtherSettings *others;
  CwTableCache *tables;
  CwTextCache *texts;  /* of what is no line of the flow */
  guint n_live;        /* pieces of this document, over all grids it was set on */
  guint generation;
};

static guint
piece_key_hash (gconstpointer key)
{
  const CwPieceKey *k = key;

  return g_direct_hash (k->text) ^ (k->start * 31) ^ (k->number * 2654435761u) ^ (guint) k->style
         ^ (guint) (k->advance * 65536);
}

static gboolean
piece_key_equal (gconstpointer a, gconstpointer b)
{
  const CwPieceKey *k = a, *l = b;

  return k->text == l->text && k->start == l->start && k->end == l->end && k->number == l->number
         && k->style == l->style && k->cell == l->cell && k->advance == l->advance
         && k->sideways == l->sideways && k->latin == l->latin && k->latin_gap == l->latin_gap;
}

static void
piece_entry_free (gpointer data)
{
  CwPieceEntry *entry = data;

  cw_text_unref (entry->key.text);
  cw_paragraph_unref (entry->paragraph);
  g_free (entry);
}

static void
piece_clear (gpointer data)
{
  CwPiece *piece = data;

  g_clear_pointer (&piece->paragraph, cw_paragraph_unref);
}

/**
 * cw_piece_cache_new:
 * @typefaces: the typefaces to set in
 *
 * Returns: (transfer full): an empty cache
 */
CwPieceCache *
cw_piece_cache_new (CwTypefaces *typefaces)
{
  CwPieceCache *self = g_new0 (CwPieceCache, 1);

  self->typefaces = cw_typefaces_ref (typefaces);
  self->tables = cw_table_cache_new (typefaces);
  self->texts = cw_text_cache_new (typefaces);
  self->entries = g_hash_table_new_full (piece_key_hash, piece_key_equal, NULL, piece_entry_free);
  self->others = cw_other_settings_new ();
  return self;
}

/**
 * cw_piece_cache_free:
 * @self: (transfer full): a cache
 */
void
cw_piece_cache_free (CwPieceCache *self)
{
  cw_other_settings_free (self->others);
  g_hash_table_unref (self->entries);
  cw_table_cache_free (self->tables);
  cw_text_cache_free (self->texts);
  cw_typefaces_unref (self->typefaces);
  g_free (self);
}

static CwTypeface
style_get_typeface (CwStyle style)
{
  switch (style)
    {
    case CW_STYLE_TITLE:
    case CW_STYLE_ATTACHMENT:
      return CW_TYPEFACE_XIAOBIAOSONG; /* R9, R92 */
    case CW_STYLE_SUBTITLE:
    case CW_STYLE_HEADING_2:
      return CW_TYPEFACE_KAITI; /* R56, R61, R215 */
    case CW_STYLE_HEADING_1:
    case CW_STYLE_TABLE:
    case CW_STYLE_PICTURE:
      return CW_TYPEFACE_HEITI; /* R61 */
    case CW_STYLE_ADDRESSEES:
    case CW_STYLE_PARAGRAPH:
    case CW_STYLE_HEADING_3:
    case CW_STYLE_HEADING_4:
    case CW_STYLE_PAGE_BREAK:
    case CW_STYLE_SIGNATORY:
    case CW_STYLE_DATE:
    case CW_STYLE_NOTE:
    case CW_STYLE_ANNOTATION:
    case CW_N_STYLES:
    default:
      return CW_TYPEFACE_FANGSONG; /* R8 */
    }
}

static void
append_span (GArray *spans, guint start, guint end, CwTypeface typeface, CwStyle style, double cell)
{
  CwSpan span = { start, end, typeface, CW_STD_SIZE_3, cell };

  if (start == end)
    return;
  if (style == CW_STYLE_TITLE || style == CW_STYLE_ATTACHMENT)
    span.size = span.cell = CW_STD_SIZE_2;
  else if (style == CW_STYLE_TABLE || style == CW_STYLE_PICTURE)
    span.size = span.cell = CW_STD_SIZE_SMALL_4;
  else if (style == CW_STYLE_ANNOTATION)
    span.size = span.cell = CW_STD_SIZE_5;
  g_array_append_val (spans, span);
}

/* The stretch from @start to @end, in @typeface but for what the author emphasised: that is set in
 * 黑体, as no 仿宋 or 楷体 has a bold and a made-up one is a fault (C58). */
static void
append_emphasised (GArray *spans,
                   const CwPieceKey *key,
                   guint label,
                   guint start,
                   guint end,
                   CwTypeface typeface,
                   double cell)
{
  guint n_marks;
  const CwMark *marks = cw_text_get_marks (key->text, &n_marks);
  guint at = start;

  for (guint i = 0; i < n_marks; i++)
    {
      guint from = CLAMP (marks[i].start, at, end);
      guint to = CLAMP (marks[i].end, from, end);

      if (marks[i].kind != CW_MARK_EMPHASIS)
        continue;
      append_span (spans, at - key->start + label, from - key->start + label, typeface, key->style,
                   cell);
      append_span (spans, from - key->start + label, to - key->start + label, CW_TYPEFACE_HEITI,
                   key->style, cell);
      at = to;
    }
  append_span (spans, at - key->start + label, end - key->start + label, typeface, key->style,
               cell);
}

/* What an office wants of digits and Western words in 仿宋 and 楷体 (R11, R185). */
static void
mix_latin (GArray *spans, const CwPieceKey *key)
{
  for (guint i = 0; i < spans->len; i++)
    {
      CwSpan *span = &g_array_index (spans, CwSpan, i);

      if (span->typeface != CW_TYPEFACE_FANGSONG && span->typeface != CW_TYPEFACE_KAITI)
        continue;
      span->latin = key->latin;
      span->latin_gap = key->latin_gap * span->cell;
    }
}

/* A heading's face ends exactly after its 。, the rest of a run-in heading is body text (R62). */
static GArray *
make_spans (const CwPieceKey *key, guint label, guint heading_end, double cell)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CwSpan));
  CwTypeface typeface = style_get_typeface (key->style);

  append_span (spans, 0, label, typeface, key->style, cell);
  append_emphasised (spans, key, label, key->start, heading_end, typeface, cell);
  append_emphasised (spans, key, label, heading_end, key->end, CW_TYPEFACE_FANGSONG, cell);
  mix_latin (spans, key);
  return spans;
}

static CwMeasure
make_measure (CwStyle style, double cell, gboolean sideways)
{
  CwMeasure measure = { .width = sideways ? CW_STD_TYPE_AREA_HEIGHT : CW_STD_TYPE_AREA_WIDTH };

  switch (style)
    {
    case CW_STYLE_TITLE:
    case CW_STYLE_ATTACHMENT:
      measure.alignment = CW_ALIGN_CENTRE;
      measure.balanced = TRUE;
      measure.max_width = measure.width - 2 * CW_STD_SIZE_2;
      if (!sideways)
        measure.max_width = CW_STD_TITLE_COLUMNS * CW_STD_SIZE_2; /* R52 */
      break;
    case CW_STYLE_TABLE:
    case CW_STYLE_PICTURE:
    case CW_STYLE_SUBTITLE:
      measure.alignment = CW_ALIGN_CENTRE;
      break;
    case CW_STYLE_SIGNATORY:
    case CW_STYLE_DATE:
      measure.alignment = CW_ALIGN_START;
      break;
    case CW_STYLE_ANNOTATION:
    case CW_STYLE_ADDRESSEES:
      measure.alignment = CW_ALIGN_JUSTIFY; /* flush left, continuation too (R57) */
      break;
    case CW_STYLE_PARAGRAPH:
    case CW_STYLE_HEADING_1:
    case CW_STYLE_HEADING_2:
    case CW_STYLE_HEADING_3:
    case CW_STYLE_HEADING_4:
    case CW_STYLE_PAGE_BREAK:
    case CW_STYLE_NOTE:
    case CW_N_STYLES:
    default:
      measure.alignment = CW_ALIGN_JUSTIFY;
      measure.first_indent = CW_STD_INDENT * cell; /* R60, R62 */
      break;
    }
  return measure;
}

/* A heading on a line of its own ends without a mark (R62); a numbered sentence is no heading. */
static gboolean
ends_sentence (const CwPieceKey *key)
{
  static const char stop[] = "。";

  return key->end - key->start >= strlen (stop)
         && strncmp (cw_text_get_string (key->text) + key->end - strlen (stop), stop, strlen (stop))
                == 0;
}

static gboolean
has_at (const CwPieceKey *key, guint at, const char *mark)
{
  return at >= key->start && at + strlen (mark) <= key->end
         && strncmp (cw_text_get_string (key->text) + at, mark, strlen (mark)) == 0;
}

/* A note stands in brackets (R88), whether they were typed or not; an empty one does not. */
static gboolean
lacks_brackets (const CwPieceKey *key)
{
  return key->style == CW_STYLE_NOTE && key->end > key->start && !has_at (key, key->start, "（")
         && !has_at (key, key->start, "(");
}

/* What is computed before the text of a line. */
static char *
make_label (const CwPieceKey *key)
{
  guint level = cw_style_get_level (key->style);

  if (level > 0)
    return cw_numbering_format (level, key->number);
  return g_strdup (lacks_brackets (key) ? "（" : "");
}

static void
set_paragraph (CwPieceCache *self, CwPieceEntry *entry, guint heading_end)
{
  const CwPieceKey *key = &entry->key;
  guint level = cw_style_get_level (key->style);
  g_autofree char *label = make_label (key);
  guint label_length = strlen (label);
  g_autoptr (GString) text = g_string_new (label);
  g_autoptr (GArray) spans = make_spans (key, label_length, heading_end, key->advance);
  CwMeasure measure = make_measure (key->style, key->cell, key->sideways);

  g_string_append_len (text, cw_text_get_string (key->text) + key->start, key->end - key->start);
  if (lacks_brackets (key))
    {
      CwSpan closing = { text->len, text->len + strlen ("）"), CW_TYPEFACE_FANGSONG, CW_STD_SIZE_3,
                         key->advance };

      g_string_append (text, "）");
      g_array_append_val (spans, closing);
    }
  entry->paragraph
      = cw_paragraph_new (cw_shaped_new (self->typefaces, text->str, text->len,
                                         (const CwSpan *) (gpointer) spans->data, spans->len),
                          &measure);
  entry->flow_offset = -(int) label_length;
  entry->keep_with_next = level > 0 && heading_end == key->end && !ends_sentence (key);
}

static CwPieceEntry *
add_entry (CwPieceCache *self, const CwPieceKey *key, CwBlock *block)
{
  CwPieceEntry *entry = g_new0 (CwPieceEntry, 1);
  gboolean heading = cw_style_get_level (key->style) > 0;

  entry->key = *key;
  entry->key.text = cw_text_ref (key->text);
  set_paragraph (self, entry, heading ? cw_block_get_heading_length (block) : key->end);
  g_hash_table_add (self->entries, entry);
  return entry;
}

static gboolean
entry_is_old (gpointer key, gpointer value, gpointer data)
{
  CwPieceCache *self = data;
  CwPieceEntry *entry = value;

  if (entry->generation == self->generation)
    return FALSE;
  cw_other_settings_forget (self->others, entry->paragraph);
  return TRUE;
}

/* Paragraphs of older documents are kept for a while, for undo; not for ever. */
static void
drop_old_entries (CwPieceCache *self)
{
  if (g_hash_table_size (self->entries) > 2 * self->n_live + 256)
    g_hash_table_foreach_remove (self->entries, entry_is_old, self);
}

/**
 * cw_piece_cache_begin:
 * @self: a cache
 *
 * Begins another document, which may then be set on several grids. What only documents before the
 * last one had may be forgotten.
 */
void
cw_piece_cache_begin (CwPieceCache *self)
{
  drop_old_entries (self);
  cw_table_cache_begin (self->tables);
  cw_text_cache_begin (self->texts);
  self->generation++;
  self->n_live = 0;
}

/**
 * cw_piece_cache_set_text:
 * @self: a cache
 * @text: a text that is no line of the flow, UTF-8
 * @spans: (array length=n_spans): how its stretches are set
 * @n_spans: how many
 * @measure: what to set it to
 *
 * Sets a computed text, or finds it set: the same text set alike is the same paragraph, so that a
 * page on which nothing changed stays the same page.
 *
 * Returns: (transfer full): the paragraph
 */
CwParagraph *
cw_piece_cache_set_text (CwPieceCache *self,
                         const char *text,
                         const CwSpan *spans,
                         guint n_spans,
                         const CwMeasure *measure)
{
  return cw_text_cache_set (self->texts, text, spans, n_spans, measure);
}

/* A caption takes no 。 (R156). */
static void
drop_stop (CwPieceKey *key)
{
  if (ends_sentence (key))
    key->end -= strlen ("。");
}

/* Only the text itself is set closer (R87); what is placed by its width keeps its characters. */
static double
get_advance (CwStyle style, const CwGrid *grid)
{
  return style >= CW_STYLE_PARAGRAPH && style <= CW_STYLE_HEADING_4 ? grid->advance : grid->cell;
}

static CwPiece
make_piece (CwPieceCache *self,
            CwDocument *document,
            guint line,
            const guint *numbers,
            const CwGrid *grid,
            gboolean sideways)
{
  CwFlowLine flow = cw_flow_get_line (document, line);
  CwPieceKey key = { flow.text, flow.start, flow.end, 0, flow.style, grid->cell,
                     get_advance (flow.style, grid), sideways, grid->latin, grid->latin_gap };
  CwPiece piece = { .style = flow.style, .flow_line = (int) line, .source = -1 };
  CwPieceEntry *entry;

  if (flow.style == CW_STYLE_PAGE_BREAK)
    return piece;
  if (flow.style == CW_STYLE_TABLE || flow.style == CW_STYLE_PICTURE)
    drop_stop (&key);
  if (cw_style_get_level (flow.style) > 0)
    key.number = numbers[flow.block];
  entry = g_hash_table_lookup (self->entries, &key);
  if (entry == NULL)
    entry = add_entry (self, &key,
                       flow.block >= 0 ? cw_document_get_block (document, flow.block) : NULL);
  entry->generation = self->generation;
  piece.paragraph = cw_paragraph_ref (entry->paragraph);
  piece.flow_offset = entry->flow_offset;
  piece.keep_with_next = entry->keep_with_next;
  return piece;
}

static gboolean
is_landscape (CwDocument *document, int block)
{
  CwBlock *attachment = cw_document_get_block (document, (guint) block);

  return (cw_block_get_attachment_flags (attachment) & CW_ATTACHMENT_LANDSCAPE) != 0;
}

/**
 * cw_piece_cache_get_tables:
 * @self: a cache
 *
 * Returns: (transfer none): where set tables come from
 */
CwTableCache *
cw_piece_cache_get_tables (CwPieceCache *self)
{
  return self->tables;
}

/**
 * cw_piece_cache_get_others:
 * @self: a cache
 *
 * Returns: (transfer none): where other settings of its paragraphs come from
 */
CwOtherSettings *
cw_piece_cache_get_others (CwPieceCache *self)
{
  return self->others;
}

/**
 * cw_piece_cache_set:
 * @self: a cache
 * @document: a document
 * @grid: the grid to set it on
 *
 * Sets every line of the document's flow, taking from the cache what has not changed.
 *
 * Returns: (transfer full) (element-type CwPiece): the pieces, in reading order
 */
GArray *
cw_piece_cache_set (CwPieceCache *self, CwDocument *document, const CwGrid *grid)
{
  guint n_lines = cw_flow_get_n_lines (document);
  g_autofree guint *numbers = cw_numbering_count (document);
  GArray *pieces = g_array_sized_new (FALSE, FALSE, sizeof (CwPiece), n_lines);
  gboolean sideways = FALSE;
  CwGrid turned = *grid;

  turned.cell = turned.advance = CW_STD_TYPE_AREA_HEIGHT / CW_STD_SIDEWAYS_COLUMNS;
  g_array_set_clear_func (pieces, piece_clear);
  for (guint i = 0; i < n_lines; i++)
    {
      CwFlowLine flow = cw_flow_get_line (document, i);
      CwPiece piece;

      if (flow.style == CW_STYLE_ATTACHMENT)
        sideways = is_landscape (document, flow.block);
      piece = make_piece (self, document, i, numbers, sideways ? &turned : grid, sideways);
      g_array_append_val (pieces, piece);
    }
  self->n_live += n_lines;
  return pieces;
}

/**
 * cw_piece_prints:
 * @self: a piece
 *
 * Returns: whether there is anything of it on paper; an empty line is none (R60)
 */
gboolean
cw_piece_prints (const CwPiece *self)
{
  return self->paragraph != NULL && cw_paragraph_get_shaped (self->paragraph)->length > 0;
}
