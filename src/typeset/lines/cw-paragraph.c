/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-paragraph.h"

#include "cw-justify.h"
#include "cw-line-breaker.h"
#include "cw-title-break.h"

struct _CwParagraph
{
  CwParagraph *owner; /* of the shaped text; NULL: this one is */
  CwShaped *shaped;
  CwMeasure measure;
  GArray *lines;  /* CwLine */
  GArray *placed; /* CwPlacedCluster */
};

static guint
byte_of (const CwItems *items, guint item)
{
  if (item == 0)
    return 0;
  return item < items->n ? cw_items_cluster (items, item)->offset : items->shaped->length;
}

static double
line_indent (const CwMeasure *measure, guint start)
{
  return start == 0 ? measure->first_indent : measure->indent;
}

/* Where a line of a width begins in the measure. */
static double
line_x (const CwMeasure *measure, double indent, double width)
{
  double slack = measure->width - indent - width;

  if (measure->alignment == CW_ALIGN_CENTRE)
    return indent + slack / 2;
  return measure->alignment == CW_ALIGN_END ? indent + slack : indent;
}

/* The width to set a line in: the measure for full lines and for a last line that is too long, its
 * own otherwise (P23). */
static double
width_to_fill (const CwMeasure *measure, double indent, double natural, gboolean last)
{
  double width = measure->width - indent;

  if (measure->alignment != CW_ALIGN_JUSTIFY || (last && natural <= width))
    return natural;
  return width;
}

/* The first character of a line stays where it is, the last one ends the measure. */
static void
spread_line (CwPlacedCluster *placed, guint n, double slack)
{
  for (guint i = 0; n > 1 && slack > 0 && i < n; i++)
    {
      placed[i].x += (float) (slack * i / (n - 1));
      placed[i].advance += i + 1 < n ? (float) (slack / (n - 1)) : 0;
    }
}

static void
append_line (CwParagraph *self, const CwItems *items, guint start, guint end)
{
  guint content_end = cw_items_content_end (items, start, end);
  guint n = content_end - start;
  double natural = cw_items_width (items, start, content_end);
  double indent = line_indent (&self->measure, start);
  double width = width_to_fill (&self->measure, indent, natural, cw_items_is_last_line (items, end));
  CwLine line = { byte_of (items, start), byte_of (items, end), self->placed->len, n };
  CwPlacedCluster *last;

  line.width = line_x (&self->measure, indent, width);
  g_array_set_size (self->placed, line.first + n);
  if (n > 0)
    {
      last = &g_array_index (self->placed, CwPlacedCluster, line.first + n - 1);
      cw_justify_line (items, start, content_end, width, line.width, last - (n - 1));
      if (self->measure.alignment == CW_ALIGN_SPREAD)
        spread_line (last - (n - 1), n, self->measure.width - indent - width);
      line.width = (double) last->x + last->advance;
    }
  g_array_append_val (self->lines, line);
}

static void
append_lines (CwParagraph *self, const CwItems *items, const GArray *breaks)
{
  guint start = 0;

  for (guint i = 0; i < breaks->len; i++)
    {
      guint end = g_array_index (breaks, guint, i);

      append_line (self, items, start, end);
      start = end;
    }
  /* An empty paragraph still has a line, where the caret stands, and so has one after a break. */
  if (breaks->len == 0 || cw_items_ends_with_break (items))
    append_line (self, items, start, start);
}

static GArray *
find_breaks (CwParagraph *self, CwItems *items)
{
  if (self->measure.balanced)
    {
      self->measure.looseness = 0;
      return cw_title_break_run (items, &self->measure);
    }
  return cw_line_breaker_run (items, &self->measure, &self->measure.looseness);
}

static void
set_lines (CwParagraph *self)
{
  g_autoptr (CwItems) items = cw_items_new (self->shaped);
  g_autoptr (GArray) breaks = find_breaks (self, items);

  append_lines (self, items, breaks);
}

static CwParagraph *
paragraph_new (CwParagraph *owner, CwShaped *shaped, const CwMeasure *measure)
{
  CwParagraph *self = g_atomic_rc_box_new0 (CwParagraph);

  self->owner = owner;
  self->shaped = shaped;
  self->measure = *measure;
  self->lines = g_array_new (FALSE, FALSE, sizeof (CwLine));
  self->placed = g_array_sized_new (FALSE, FALSE, sizeof (CwPlacedCluster), shaped->clusters->len);
  set_lines (self);
  return self;
}

/**
 * cw_paragraph_new:
 * @shaped: (transfer full): the text in clusters
 * @measure: what to set it to
 *
 * Breaks a paragraph into lines and sets each (R51–R53 for balanced ones, R169–R188 for the
 * others). Every text gets lines, an empty one a line without clusters; a character wider than the
 * measure sticks out of it.
 *
 * Returns: (transfer full): the paragraph
 */
CwParagraph *
cw_paragraph_new (CwShaped *shaped, const CwMeasure *measure)
{
  g_return_val_if_fail (shaped != NULL, NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  return paragraph_new (NULL, shaped, measure);
}

/**
 * cw_paragraph_ref:
 * @self: a paragraph
 *
 * Returns: (transfer full): the same paragraph, held once more
 */
CwParagraph *
cw_paragraph_ref (CwParagraph *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
paragraph_clear (gpointer data)
{
  CwParagraph *self = data;

  g_array_unref (self->lines);
  g_array_unref (self->placed);
  if (self->owner != NULL)
    cw_paragraph_unref (self->owner);
  else
    cw_shaped_free (self->shaped);
}

/**
 * cw_paragraph_unref:
 * @self: (transfer full): a paragraph
 *
 * Lets go of it; the last one to do so frees it and its shaped text.
 */
void
cw_paragraph_unref (CwParagraph *self)
{
  g_atomic_rc_box_release_full (self, paragraph_clear);
}

/**
 * cw_paragraph_get_shaped:
 * @self: a paragraph
 *
 * Returns: (transfer none): the clusters the placed ones are numbers of
 */
CwShaped *
cw_paragraph_get_shaped (CwParagraph *self)
{
  return self->shaped;
}

/**
 * cw_paragraph_get_n_lines:
 * @self: a paragraph
 *
 * Returns: the number of its lines, at least 1
 */
guint
cw_paragraph_get_n_lines (CwParagraph *self)
{
  return self->lines->len;
}

/**
 * cw_paragraph_get_line:
 * @self: a paragraph
 * @line: number of a line
 *
 * Returns: (transfer none): the line
 */
const CwLine *
cw_paragraph_get_line (CwParagraph *self, guint line)
{
  g_return_val_if_fail (line < self->lines->len, NULL);

  return &g_array_index (self->lines, CwLine, line);
}

/**
 * cw_paragraph_get_placed:
 * @self: a paragraph
 *
 * Returns: (transfer none) (nullable): the placed clusters of all lines in order; spaces at breaks
 * are not among them
 */
const CwPlacedCluster *
cw_paragraph_get_placed (CwParagraph *self)
{
  return (const CwPlacedCluster *) self->placed->data;
}

/**
 * cw_paragraph_with_looseness:
 * @self: a paragraph
 * @looseness: how many lines more, or fewer when negative, than its best setting has
 *
 * The same text set in another number of lines, without squeezing or stretching any line more than
 * is permitted in ordinary setting. It shares the shaped text, which lives as long as either of
 * them.
 *
 * Returns: (transfer full) (nullable): the other setting, or %NULL if there is none: so always for
 *   balanced titles, and for paragraphs that could be set only against the rules
 */
CwParagraph *
cw_paragraph_with_looseness (CwParagraph *self, int looseness)
{
  CwMeasure measure = self->measure;
  g_autoptr (CwParagraph) other = NULL;

  measure.looseness = looseness;
  other = cw_paragraph_with_measure (self, &measure);
  return other->measure.looseness == looseness ? g_steal_pointer (&other) : NULL;
}

/**
 * cw_paragraph_with_measure:
 * @self: a paragraph
 * @measure: what to set it to
 *
 * The same text set to something else. It shares the shaped text, which lives as long as either.
 *
 * Returns: (transfer full): the other setting
 */
CwParagraph *
cw_paragraph_with_measure (CwParagraph *self, const CwMeasure *measure)
{
  CwParagraph *owner = self->owner != NULL ? self->owner : self;

  g_return_val_if_fail (measure != NULL, NULL);

  return paragraph_new (cw_paragraph_ref (owner), owner->shaped, measure);
}

static double
width_between (const CwItems *items, guint start, guint end)
{
  return cw_items_width (items, start, cw_items_content_end (items, start, end));
}

/**
 * cw_paragraph_get_widths:
 * @self: a paragraph
 * @natural: (out): width of its longest line if it is broken only by hand, pt
 * @least: (out): width of what must stay together and is widest, pt: narrower than that it can be
 *   set only against the rules
 * @bare: (out): width of the widest character, pt: in anything narrower it sticks out
 *
 * How wide the text wants to be, however it is set: what columns of tables are measured by.
 */
void
cw_paragraph_get_widths (CwParagraph *self, double *natural, double *least, double *bare)
{
  g_autoptr (CwItems) items = cw_items_new (self->shaped);
  guint line = 0, group = 0;

  *natural = *least = *bare = 0;
  for (guint i = 0; i < items->n; i++)
    *bare = MAX (*bare, cw_items_cluster (items, i)->advance);
  for (guint i = 1; i <= items->n; i++)
    {
      if (i < items->n && items->items[i].break_before == CW_BREAK_FORBIDDEN)
        continue;
      *least = MAX (*least, width_between (items, group, i));
      group = i;
      if (!cw_items_is_last_line (items, i))
        continue;
      *natural = MAX (*natural, width_between (items, line, i));
      line = i;
    }
}

static const CwCluster *
cluster_of (CwParagraph *self, const CwPlacedCluster *placed)
{
  return &g_array_index (self->shaped->clusters, CwCluster, placed->cluster);
}

/* A place inside a cluster of several characters is found by their number: the middle of ——. */
static double
share_before (CwParagraph *self, const CwCluster *cluster, guint offset)
{
  const char *text = self->shaped->text + cluster->offset;
  double characters = g_utf8_strlen (text, cluster->length);

  return g_utf8_strlen (text, MIN (offset - cluster->offset, cluster->length))
         / MAX (characters, 1);
}

/**
 * cw_paragraph_get_x:
 * @self: a paragraph
 * @line: number of a line
 * @offset: a byte of the text
 *
 * Where the caret stands on @line before the character at @offset. Offsets before the line give its
 * beginning, offsets after it, and in the spaces dropped at its end, its end.
 *
 * Returns: pt from the left edge of the measure
 */
double
cw_paragraph_get_x (CwParagraph *self, guint line, guint offset)
{
  const CwLine *found = cw_paragraph_get_line (self, line);

  g_return_val_if_fail (found != NULL, 0);

  for (guint i = found->first; i < found->first + found->n_placed; i++)
    {
      const CwPlacedCluster *placed = &g_array_index (self->placed, CwPlacedCluster, i);
      const CwCluster *cluster = cluster_of (self, placed);

      if (offset <= cluster->offset)
        return placed->x;
      if (offset < cluster->offset + cluster->length)
        return placed->x + placed->advance * share_before (self, cluster, offset);
    }
  return found->width;
}

/* The boundary between characters of a cluster that is nearest to a share of its width. */
static guint
offset_in_cluster (CwParagraph *self, const CwCluster *cluster, double share)
{
  const char *text = self->shaped->text + cluster->offset;
  long characters = g_utf8_strlen (text, cluster->length);
  long nearest = (long) (share * characters + 0.5);

  return cluster->offset + (g_utf8_offset_to_pointer (text, nearest) - text);
}

/**
 * cw_paragraph_get_offset:
 * @self: a paragraph
 * @line: number of a line
 * @x: pt from the left edge of the measure
 *
 * The place between two characters of @line that is nearest to @x: where a click puts the caret.
 *
 * Returns: a byte of the text
 */
guint
cw_paragraph_get_offset (CwParagraph *self, guint line, double x)
{
  const CwLine *found = cw_paragraph_get_line (self, line);
  guint end;

  g_return_val_if_fail (found != NULL, 0);

  end = found->start;
  for (guint i = found->first; i < found->first + found->n_placed; i++)
    {
      const CwPlacedCluster *placed = &g_array_index (self->placed, CwPlacedCluster, i);
      const CwCluster *cluster = cluster_of (self, placed);

      if (x < placed->x + placed->advance && placed->advance > 0)
        return offset_in_cluster (self, cluster, CLAMP ((x - placed->x) / placed->advance, 0, 1));
      end = cluster->offset + cluster->length;
    }
  return end;
}
