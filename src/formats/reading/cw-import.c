/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/elements/cw-element-check.h"
#include "cw-charset.h"
#include "cw-normalise.h"
#include "cw-structure.h"

/* One of the two documents of an import while it grows. */
typedef struct
{
  GString *elements[CW_N_ELEMENTS]; /* %NULL: the text has no such element */
  GPtrArray *blocks;
  CwForm form;
} Draft;

/* --- from parts to a document --- */

static gboolean
get_element (CwStyle style, CwElement *element)
{
  static const struct
  {
    CwStyle style;
    CwElement element;
  } elements[] = {
    { CW_STYLE_TITLE, CW_ELEMENT_TITLE },
    { CW_STYLE_SUBTITLE, CW_ELEMENT_SUBTITLE },
    { CW_STYLE_ADDRESSEES, CW_ELEMENT_ADDRESSEES },
    { CW_STYLE_SIGNATORY, CW_ELEMENT_SIGNATORY },
    { CW_STYLE_DATE, CW_ELEMENT_DATE },
    { CW_STYLE_NOTE, CW_ELEMENT_NOTE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    if (elements[i].style == style)
      {
        *element = elements[i].element;
        return TRUE;
      }
  return FALSE;
}

static void
draft_add_line (Draft *self, CwElement element, const char *text, gsize length)
{
  if (self->elements[element] == NULL)
    self->elements[element] = g_string_new (NULL);
  else
    g_string_append_c (self->elements[element], '\n');
  g_string_append_len (self->elements[element], text, length);
}

static CwBlock *
new_block (CwStyle style, const char *text, gsize length)
{
  g_autoptr (CwText) content = cw_text_new_with_marks (text, length, NULL, 0);
  guint level = cw_style_get_level (style);

  if (style == CW_STYLE_ATTACHMENT)
    return cw_block_new_attachment (CW_ATTACHMENT_PLAIN, content);
  return level > 0 ? cw_block_new_heading (level, content) : cw_block_new_paragraph (content);
}

static CwDocument *
draft_finish (Draft *self)
{
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  CwDocument *document;

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (self->elements[i] != NULL)
      elements[i] = cw_text_new (self->elements[i]->str);
  document = cw_document_new_with_form (&self->form, elements,
                                        (CwBlock *const *) self->blocks->pdata, self->blocks->len);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    {
      g_clear_pointer (&elements[i], cw_text_unref);
      if (self->elements[i] != NULL)
        g_string_free (self->elements[i], TRUE);
    }
  g_ptr_array_unref (self->blocks);
  return document;
}

/* Masthead and colophon are written by rules of their own, the same in both documents. */
static void
add_furniture (Draft *typed, Draft *normal, const CwPart *part)
{
  g_autofree char *text = g_strndup (part->text, part->length);
  g_autofree char *tidy = cw_element_tidy (part->element, text);

  draft_add_line (typed, part->element, tidy, strlen (tidy));
  draft_add_line (normal, part->element, tidy, strlen (tidy));
}

/* The kind a title ends with: 关于…的请示. */
static CwKind
guess_kind (GString *title)
{
  for (guint kind = 0; title != NULL && kind <= CW_KIND_MINUTES; kind++)
    if (g_str_has_suffix (title->str, cw_kind_get_name (kind)))
      return kind;
  return CW_KIND_NOTICE;
}

/* A text with a masthead or colophon is an issued paper. */
static void
find_form (Draft *self)
{
  self->form = cw_form_default;
  for (guint i = CW_N_FLOW_ELEMENTS; i < CW_N_ELEMENTS; i++)
    if (self->elements[i] != NULL)
      cw_form_set_kind (&self->form, guess_kind (self->elements[CW_ELEMENT_TITLE]));
  if (self->elements[CW_ELEMENT_MARK_WORD] != NULL
      || self->elements[CW_ELEMENT_PRINTING_OFFICE] != NULL)
    self->form.format = CW_FORMAT_GENERAL;
}

/* A table is the same in both: what is in its cells is data more than text. */
static void
add_table (Draft *typed, Draft *normal, const CwPart *part)
{
  g_autoptr (CwText) caption = cw_text_new ("");
  g_autoptr (CwTable) table = cw_grid_new_table (part);
  CwBlock *block = cw_block_new_table (table, caption);

  g_ptr_array_add (typed->blocks, block);
  g_ptr_array_add (normal->blocks, cw_block_ref (block));
}

/* Adds a part to both documents. A block the normaliser leaves alone is the same in both. */
static void
add_part (Draft *typed, Draft *normal, const CwPart *part, CwNormaliser *normaliser)
{
  g_autofree char *better = NULL;
  const char *text;
  gsize length;
  CwElement element;
  CwBlock *block;

  if (part->element != 0)
    {
      add_furniture (typed, normal, part);
      return;
    }
  if (part->style != CW_STYLE_PARAGRAPH)
    cw_normaliser_finish (normaliser);
  if (part->style == CW_STYLE_TABLE)
    {
      add_table (typed, normal, part);
      return;
    }
  better = cw_normaliser_run (normaliser, part->text, part->length, part->line);
  text = better != NULL ? better : part->text;
  length = better != NULL ? strlen (better) : part->length;
  if (get_element (part->style, &element))
    {
      draft_add_line (typed, element, part->text, part->length);
      draft_add_line (normal, element, text, length);
      return;
    }
  block = new_block (part->style, part->text, part->length);
  g_ptr_array_add (typed->blocks, block);
  g_ptr_array_add (normal->blocks,
                   better != NULL ? new_block (part->style, text, length) : cw_block_ref (block));
}

/* A text that is only a title still has a place to go on writing. */
static void
add_empty_paragraph (Draft *typed, Draft *normal)
{
  CwBlock *block = new_block (CW_STYLE_PARAGRAPH, "", 0);

  g_ptr_array_add (typed->blocks, block);
  g_ptr_array_add (normal->blocks, cw_block_ref (block));
}

static void
fill (CwImport *self, GArray *parts, gboolean is_fragment)
{
  Draft typed = { .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref) };
  Draft normal = { .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref) };
  g_autoptr (CwNormaliser) normaliser = cw_normaliser_new (self->noted);

  for (guint i = 0; i < parts->len; i++)
    add_part (&typed, &normal, &g_array_index (parts, CwPart, i), normaliser);
  cw_normaliser_finish (normaliser);
  if (!is_fragment && typed.blocks->len == 0)
    add_empty_paragraph (&typed, &normal);
  find_form (&typed);
  normal.form = typed.form;
  self->as_typed = draft_finish (&typed);
  self->document = draft_finish (&normal);
}

static CwImport *
import (const char *utf8, gboolean is_fragment, const char *charset, guint n_replaced)
{
  CwImport *self = g_new0 (CwImport, 1);
  g_autoptr (CwSourceLines) lines = NULL;
  g_autoptr (GArray) parts = NULL;

  self->charset = charset;
  self->noted = cw_changes_new ();
  self->changes = self->noted->list;
  lines = cw_source_lines_new (utf8, n_replaced > 0, self->noted);
  if (lines->lines->len == 0 && !is_fragment)
    {
      self->document = cw_document_new_blank ();
      self->as_typed = cw_document_ref (self->document);
      return self;
    }
  cw_source_lines_unwrap (lines, self->noted);
  parts = is_fragment ? cw_structure_find_in_fragment (lines, self->noted)
                       : cw_structure_find (lines, self->noted);
  fill (self, parts, is_fragment);
  cw_changes_sort (self->noted);
  return self;
}

/* --- in public --- */

/**
 * cw_import_bytes:
 * @bytes: the contents of a text file
 * @error: return location for an error
 *
 * Reads a text file: finds its encoding (see cw_charset_decode()), then what it says, as
 * cw_import_text() does.
 *
 * Returns: (transfer full): what was read, or %NULL with an error of %CW_FILE_ERROR
 */
CwImport *
cw_import_bytes (GBytes *bytes, GError **error)
{
  const char *charset = NULL;
  guint n_replaced = 0;
  g_autofree char *text = cw_charset_decode (bytes, &charset, &n_replaced, error);

  return text != NULL ? import (text, FALSE, charset, n_replaced) : NULL;
}

/**
 * cw_import_text:
 * @utf8: a whole text
 *
 * Reads a text as people pass it around: its lines become title, addressees, headings, paragraphs,
 * signatory, date, note, attachments, tables, masthead and colophon (see cw_structure_find()),
 * their punctuation is put right (see cw_normaliser_run()), and whatever is changed on the way is listed. A text without a title gives
 * a document without one; a text without anything gives a blank document. What is not valid UTF-8
 * is replaced and listed.
 *
 * Returns: (transfer full): what was read
 */
CwImport *
cw_import_text (const char *utf8)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (utf8 != NULL, NULL);

  if (g_utf8_validate (utf8, -1, NULL))
    return import (utf8, FALSE, "UTF-8", 0);
  valid = g_utf8_make_valid (utf8, -1);
  return import (valid, FALSE, "UTF-8", 1);
}

/**
 * cw_import_fragment:
 * @utf8: a part of a text
 *
 * Reads what is pasted into the middle of a document: like cw_import_text(), but no line is a
 * title, addressee, signatory or date, and counting may start with any number. Line ends at the
 * very start or end of @utf8 do not make blocks.
 *
 * Returns: (transfer full): what was read; its documents have blocks only, of nothing an
 *   empty paragraph
 */
CwImport *
cw_import_fragment (const char *utf8)
{
  g_autofree char *valid = NULL;

  g_return_val_if_fail (utf8 != NULL, NULL);

  if (g_utf8_validate (utf8, -1, NULL))
    return import (utf8, TRUE, "UTF-8", 0);
  valid = g_utf8_make_valid (utf8, -1);
  return import (valid, TRUE, "UTF-8", 1);
}

/**
 * cw_import_free:
 * @self: (nullable): what was read
 */
void
cw_import_free (CwImport *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_pointer (&self->as_typed, cw_document_unref);
  cw_changes_free (self->noted);
  g_free (self);
}

/**
 * cw_import_count:
 * @self: what was read
 * @kind: a kind of change
 *
 * Returns: how many changes of this kind there were, listed or not
 */
guint
cw_import_count (CwImport *self, CwChangeKind kind)
{
  g_return_val_if_fail (self != NULL && kind < CW_N_CHANGE_KINDS, 0);

  return self->noted->counts[kind];
}

/**
 * cw_import_describe:
 * @self: what was read
 *
 * Sums the changes up for the user, the same in the window and on the command line.
 *
 * Returns: (transfer full) (array zero-terminated=1): a translated line for every kind of change
 *   there was, such as “Commas made full-width: 23”; free with g_strfreev()
 */
char **
cw_import_describe (CwImport *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint kind = 0; kind < CW_N_CHANGE_KINDS; kind++)
    if (self->noted->counts[kind] > 0)
      {
        /* Translators: what was changed in a text, and how often: “Commas made full-width: 23” */
        g_strv_builder_take (lines, g_strdup_printf (_ ("%s: %u"), cw_change_kind_get_name (kind),
                                                     self->noted->counts[kind]));
      }
  return g_strv_builder_end (lines);
}
