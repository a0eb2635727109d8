/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-tags.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "typeset/fonts/cw-typefaces.h"

/* clang-format off */

/* How a line of each style looks while it is edited: the typeface it is printed in, and lengths
 * in ems of the body. */
static const struct
{
  const char *tag;
  const char *name;
  CwTypeface typeface;
  double scale;
  GtkJustification justification;
  double indent;
  double above;
  double below;
} looks[CW_N_STYLES] = {
  [CW_STYLE_TITLE] = { "title", N_ ("Title"), CW_TYPEFACE_XIAOBIAOSONG, 1.5, GTK_JUSTIFY_CENTER, 0, 0.2, 0.1 },
  [CW_STYLE_SUBTITLE] = { "subtitle", N_ ("Subtitle"), CW_TYPEFACE_KAITI, 1, GTK_JUSTIFY_CENTER, 0, 0.1, 0.2 },
  [CW_STYLE_ADDRESSEES] = { "addressees", N_ ("Addressees"), CW_TYPEFACE_FANGSONG, 1, GTK_JUSTIFY_LEFT, 0, 0.3, 0.2 },
  [CW_STYLE_PARAGRAPH] = { "paragraph", N_ ("Paragraph"), CW_TYPEFACE_FANGSONG, 1, GTK_JUSTIFY_LEFT, 2, 0.2, 0.2 },
  [CW_STYLE_HEADING_1] = { "heading-1", N_ ("Heading 1"), CW_TYPEFACE_HEITI, 1.1, GTK_JUSTIFY_LEFT, 0, 0.5, 0.2 },
  [CW_STYLE_HEADING_2] = { "heading-2", N_ ("Heading 2"), CW_TYPEFACE_KAITI, 1.1, GTK_JUSTIFY_LEFT, 0, 0.35, 0.2 },
  [CW_STYLE_HEADING_3] = { "heading-3", N_ ("Heading 3"), CW_TYPEFACE_FANGSONG, 1, GTK_JUSTIFY_LEFT, 0, 0.2, 0.2 },
  [CW_STYLE_HEADING_4] = { "heading-4", N_ ("Heading 4"), CW_TYPEFACE_FANGSONG, 1, GTK_JUSTIFY_LEFT, 0, 0.2, 0.2 },
  [CW_STYLE_PAGE_BREAK] = { "page-break", N_ ("Page break"), CW_TYPEFACE_FANGSONG, 0.8, GTK_JUSTIFY_CENTER, 0, 0.3, 0.3 },
  [CW_STYLE_SIGNATORY] = { "signatory", N_ ("Signatory"), CW_TYPEFACE_FANGSONG, 1, GTK_JUSTIFY_RIGHT, 0, 0.3, 0.2 },
  [CW_STYLE_DATE] = { "date", N_ ("Date"), CW_TYPEFACE_FANGSONG, 1, GTK_JUSTIFY_RIGHT, 0, 0.2, 0.2 },
  [CW_STYLE_NOTE] = { "note", N_ ("Note"), CW_TYPEFACE_FANGSONG, 1, GTK_JUSTIFY_LEFT, 2, 0.3, 0.2 },
  [CW_STYLE_ATTACHMENT] = { "attachment", N_ ("Attachment"), CW_TYPEFACE_XIAOBIAOSONG, 1.35, GTK_JUSTIFY_CENTER, 0, 2.4, 0.3 },
  [CW_STYLE_ANNOTATION] = { "annotation", N_ ("Annotation"), CW_TYPEFACE_FANGSONG, 0.85, GTK_JUSTIFY_LEFT, 2, 0.1, 0.2 },
  [CW_STYLE_TABLE] = { "table", N_ ("Table"), CW_TYPEFACE_HEITI, 0.9, GTK_JUSTIFY_CENTER, 0, 0.5, 0.1 },
  [CW_STYLE_PICTURE] = { "picture", N_ ("Picture"), CW_TYPEFACE_FANGSONG, 0.85, GTK_JUSTIFY_CENTER, 0, 0.1, 0.5 },
};

/* clang-format on */

static GtkTextTag *line_tags[CW_N_STYLES];
static GtkTextTag *face_tags[CW_N_STYLES];
static GtkTextTag *emphasis_tag;
static GtkTextTag *placeholder_tag;
static GtkTextTag *fold_tag;
static double current_em;

/**
 * cw_style_get_name:
 * @style: a style of a line
 *
 * Returns: (transfer none): what users call it, translated
 */
const char *
cw_style_get_name (CwStyle style)
{
  g_return_val_if_fail (style < CW_N_STYLES, NULL);

  return _ (looks[style].name);
}

/**
 * cw_style_get_nick:
 * @style: a style of a line
 *
 * Returns: (transfer none): its name in actions and tags, such as `heading-1`
 */
const char *
cw_style_get_nick (CwStyle style)
{
  g_return_val_if_fail (style < CW_N_STYLES, NULL);

  return looks[style].tag;
}

/**
 * cw_style_from_nick:
 * @nick: name of a style in actions and tags, such as `heading-1`
 * @style: (out): the style
 *
 * Returns: whether there is a style of that name
 */
gboolean
cw_style_from_nick (const char *nick, CwStyle *style)
{
  for (guint i = 0; i < CW_N_STYLES; i++)
    if (strcmp (looks[i].tag, nick) == 0)
      {
        *style = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cw_editor_tags_get_font:
 * @style: a style of a line
 *
 * Returns: (transfer full): family and weight, without a size: the typeface the page shows it in
 */
PangoFontDescription *
cw_editor_tags_get_font (CwStyle style)
{
  CwFace *face = cw_typefaces_get_primary (cw_typefaces_get_default (), looks[style].typeface);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *families = NULL;

  if (face == NULL)
    return font;
  families
      = g_strconcat (cw_face_get_family (face), ",LXGW WenKai Light,Noto Serif CJK SC,serif", NULL);
  pango_font_description_set_family (font, families);
  pango_font_description_set_weight (font, cw_face_get_weight (face));
  return font;
}

static GtkTextTag *
make_face_tag (CwStyle style)
{
  g_autoptr (PangoFontDescription) font = cw_editor_tags_get_font (style);
  g_autofree char *name = g_strconcat ("face-", looks[style].tag, NULL);

  return g_object_new (GTK_TYPE_TEXT_TAG, "name", name, "font-desc", font, "scale",
                       looks[style].scale, "language", "zh-cn", "insert-hyphens", FALSE, NULL);
}

static GtkTextTag *
make_line_tag (CwStyle style)
{
  return g_object_new (GTK_TYPE_TEXT_TAG, "name", looks[style].tag, "justification",
                       looks[style].justification, "line-height", 1.4f, NULL);
}

static void
colour_placeholders (AdwStyleManager *manager, GParamSpec *pspec, gpointer data)
{
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  GdkRGBA back;

  gdk_rgba_parse (&back, dark ? "rgba(245,194,17,.22)" : "rgba(245,194,17,.30)");
  if (contrast)
    back.alpha = .5f;
  g_object_set (placeholder_tag, "background-rgba", &back, "underline",
                contrast ? PANGO_UNDERLINE_SINGLE : PANGO_UNDERLINE_NONE, NULL);
}

static GtkTextTagTable *
make_table (void)
{
  GtkTextTagTable *table = gtk_text_tag_table_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  for (CwStyle style = 0; style < CW_N_STYLES; style++)
    {
      gtk_text_tag_table_add (table, line_tags[style] = make_line_tag (style));
      gtk_text_tag_table_add (table, face_tags[style] = make_face_tag (style));
    }
  emphasis_tag = g_object_new (GTK_TYPE_TEXT_TAG, "name", "emphasis", "weight", 700, NULL);
  placeholder_tag = g_object_new (GTK_TYPE_TEXT_TAG, "name", "placeholder", NULL);
  gtk_text_tag_table_add (table, emphasis_tag);
  gtk_text_tag_table_add (table, placeholder_tag);
  fold_tag = g_object_new (GTK_TYPE_TEXT_TAG, "name", "fold", "invisible", TRUE, NULL);
  gtk_text_tag_table_add (table, fold_tag);

  g_signal_connect (manager, "notify::dark", G_CALLBACK (colour_placeholders), NULL);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (colour_placeholders), NULL);
  colour_placeholders (manager, NULL, NULL);
  return table;
}

/**
 * cw_editor_tags_get_table:
 *
 * One table serves all windows, since they all show the same styles on the same screen.
 *
 * Returns: (transfer none): the tags of every editor
 */
GtkTextTagTable *
cw_editor_tags_get_table (void)
{
  static GtkTextTagTable *table;

  if (table == NULL)
    {
      table = make_table ();
      cw_editor_tags_set_em (16);
    }
  return table;
}

/**
 * cw_editor_tags_get_fold:
 *
 * Returns: (transfer none): the tag of what is folded away
 */
GtkTextTag *
cw_editor_tags_get_fold (void)
{
  cw_editor_tags_get_table ();
  return fold_tag;
}

/**
 * cw_editor_tags_set_em:
 * @em: size of the editor's font, in pixels
 *
 * Sets the indents and the spaces between lines, which are multiples of the font's size.
 */
void
cw_editor_tags_set_em (double em)
{
  cw_editor_tags_get_table ();
  if (em == current_em)
    return;

  current_em = em;
  for (CwStyle style = 0; style < CW_N_STYLES; style++)
    g_object_set (line_tags[style], "indent", (int) (looks[style].indent * em),
                  "pixels-above-lines", (int) (looks[style].above * em), "pixels-below-lines",
                  (int) (looks[style].below * em), NULL);
}

static void
apply_bytes (GtkTextBuffer *buffer, GtkTextTag *tag, guint line, guint start, guint end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_line_index (buffer, &from, line, start);
  gtk_text_buffer_get_iter_at_line_index (buffer, &to, line, end);
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
}

static void
apply_stretch (GtkTextBuffer *buffer,
               GtkTextTag *tag,
               guint line,
               CwFlowLine flow,
               guint start,
               guint end)
{
  start = MAX (start, flow.start);
  end = MIN (end, flow.end);
  if (start < end)
    apply_bytes (buffer, tag, line, start - flow.start, end - flow.start);
}

static gboolean
is_blank (CwDocument *document, const CwMark *mark)
{
  const CwValue *value = mark->kind == CW_MARK_VALUE
                             ? cw_ledger_get_value (cw_document_get_ledger (document), mark->value)
                             : NULL;

  return value != NULL && !value->filled;
}

static void
apply_inline (GtkTextBuffer *buffer, CwDocument *document, guint line, CwFlowLine flow)
{
  guint n_marks, n_placeholders;
  const CwMark *marks = cw_text_get_marks (flow.text, &n_marks);
  const CwPlaceholder *placeholders = cw_text_get_placeholders (flow.text, &n_placeholders);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == CW_MARK_EMPHASIS)
      apply_stretch (buffer, emphasis_tag, line, flow, marks[i].start, marks[i].end);
    else if (is_blank (document, &marks[i]))
      apply_stretch (buffer, placeholder_tag, line, flow, marks[i].start, marks[i].end);
  for (guint i = 0; i < n_placeholders; i++)
    apply_stretch (buffer, placeholder_tag, line, flow, placeholders[i].start, placeholders[i].end);
}

static guint
heading_length (CwDocument *document, CwFlowLine flow)
{
  guint length = flow.end - flow.start;

  if (flow.block < 0 || cw_style_get_level (flow.style) == 0)
    return length;
  return MIN (length, cw_block_get_heading_length (cw_document_get_block (document, flow.block)));
}

/**
 * cw_editor_tags_apply:
 * @buffer: a buffer with the tags of this file, showing @document
 * @document: the document
 * @line: a line of it
 *
 * Shows a line in its style, with the rest of a run-in heading (R62), emphasis and placeholders.
 */
void
cw_editor_tags_apply (GtkTextBuffer *buffer, CwDocument *document, guint line)
{
  CwFlowLine flow = cw_flow_get_line (document, line);
  guint length = flow.end - flow.start;
  guint heading = heading_length (document, flow);
  GtkTextIter start, next, from, to;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  next = start;
  gtk_text_iter_forward_line (&next);
  gtk_text_buffer_remove_all_tags (buffer, &start, &next);
  gtk_text_buffer_apply_tag (buffer, line_tags[flow.style], &start, &next);

  from = start;
  gtk_text_buffer_get_iter_at_line_index (buffer, &to, line, heading);
  if (heading == length)
    to = next;
  gtk_text_buffer_apply_tag (buffer, face_tags[flow.style], &from, &to);
  if (heading < length)
    gtk_text_buffer_apply_tag (buffer, face_tags[CW_STYLE_PARAGRAPH], &to, &next);
  if (flow.style != CW_STYLE_PAGE_BREAK)
    apply_inline (buffer, document, line, flow);
}
