/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-block.h"

#include <string.h>

struct _CwBlock
{
  gatomicrefcount ref_count;
  CwBlockKind kind;
  guint level;
  CwAttachmentFlags flags;
  guint id;
  CwText *text;
  CwSection *section;
  CwTable *table;
  CwPicture *picture;
};

G_DEFINE_BOXED_TYPE (CwBlock, cw_block, cw_block_ref, cw_block_unref)

static CwBlock *
block_new (CwBlockKind kind, guint level, CwText *text)
{
  CwBlock *self = g_new0 (CwBlock, 1);

  g_assert (cw_text_get_n_lines (text) == 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->level = level;
  self->text = cw_text_ref (text);
  return self;
}

/* A block as @from with another text. */
static CwBlock *
block_copy (CwBlock *from, CwText *text)
{
  CwBlock *self = block_new (from->kind, from->level, text);

  self->flags = from->flags;
  self->id = from->id;
  self->section = from->section != NULL ? cw_section_ref (from->section) : NULL;
  self->table = from->table != NULL ? cw_table_ref (from->table) : NULL;
  self->picture = from->picture != NULL ? cw_picture_ref (from->picture) : NULL;
  return self;
}

/**
 * cw_block_new_paragraph:
 * @text: its text, one line
 *
 * Returns: (transfer full): a paragraph of body text
 */
CwBlock *
cw_block_new_paragraph (CwText *text)
{
  return block_new (CW_BLOCK_PARAGRAPH, 0, text);
}

/**
 * cw_block_new_heading:
 * @level: its level, 1–4 (R61)
 * @text: its text without a number, one line; with text after the first 。 a run-in heading
 *
 * Returns: (transfer full): a heading
 */
CwBlock *
cw_block_new_heading (guint level, CwText *text)
{
  g_return_val_if_fail (level >= 1 && level <= CW_HEADING_LEVELS, NULL);

  return block_new (CW_BLOCK_HEADING, level, text);
}

/**
 * cw_block_new_page_break:
 *
 * Returns: (transfer full): a page break
 */
CwBlock *
cw_block_new_page_break (void)
{
  g_autoptr (CwText) nothing = cw_text_new ("");

  return block_new (CW_BLOCK_PAGE_BREAK, 0, nothing);
}

/**
 * cw_block_new_annotation:
 * @text: its text, one line
 *
 * Returns: (transfer full): a remark to what stands above it
 */
CwBlock *
cw_block_new_annotation (CwText *text)
{
  return block_new (CW_BLOCK_ANNOTATION, 0, text);
}

/**
 * cw_block_new_table:
 * @table: the table
 * @caption: its caption, one line, may be empty
 *
 * Returns: (transfer full): a table with a caption
 */
CwBlock *
cw_block_new_table (CwTable *table, CwText *caption)
{
  CwBlock *self = block_new (CW_BLOCK_TABLE, 0, caption);

  self->table = cw_table_ref (table);
  return self;
}

/**
 * cw_block_new_picture:
 * @picture: the picture
 * @caption: its caption, one line, may be empty
 *
 * Returns: (transfer full): a picture with a caption
 */
CwBlock *
cw_block_new_picture (CwPicture *picture, CwText *caption)
{
  CwBlock *self = block_new (CW_BLOCK_PICTURE, 0, caption);

  self->picture = cw_picture_ref (picture);
  return self;
}

/**
 * cw_block_new_attachment:
 * @flags: how it goes with the paper
 * @title: its title, one line
 *
 * Returns: (transfer full): the beginning of an attachment (7.3.7)
 */
CwBlock *
cw_block_new_attachment (CwAttachmentFlags flags, CwText *title)
{
  CwBlock *self = block_new (CW_BLOCK_ATTACHMENT, 0, title);

  self->flags = flags;
  return self;
}

/**
 * cw_block_with_text:
 * @self: a block
 * @text: another text, one line
 *
 * Returns: (transfer full): a block that is as @self in all but its text; @self if that is the same
 */
CwBlock *
cw_block_with_text (CwBlock *self, CwText *text)
{
  return cw_text_equal (self->text, text) ? cw_block_ref (self) : block_copy (self, text);
}

/**
 * cw_block_with_table:
 * @self: a block that is a table
 * @table: another table
 *
 * Returns: (transfer full): a block that is as @self in all else; @self if that is the same
 */
CwBlock *
cw_block_with_table (CwBlock *self, CwTable *table)
{
  CwBlock *block;

  g_return_val_if_fail (self->kind == CW_BLOCK_TABLE, NULL);

  if (cw_table_equal (self->table, table))
    return cw_block_ref (self);
  block = block_copy (self, self->text);
  cw_table_unref (block->table);
  block->table = cw_table_ref (table);
  return block;
}

/**
 * cw_block_with_section:
 * @self: a block
 * @section: (nullable): what is said about the section it begins
 *
 * Only headings begin sections: any other block is returned as it is.
 *
 * Returns: (transfer full): a block that is as @self in all else; @self if that is the same
 */
CwBlock *
cw_block_with_section (CwBlock *self, CwSection *section)
{
  CwBlock *block;

  if (self->kind != CW_BLOCK_HEADING || cw_section_equal (self->section, section))
    return cw_block_ref (self);
  block = block_copy (self, self->text);
  g_clear_pointer (&block->section, cw_section_unref);
  block->section = section != NULL ? cw_section_ref (section) : NULL;
  return block;
}

/**
 * cw_block_with_id:
 * @self: a block
 * @id: a number that no other block of its document has, or 0 for none
 *
 * Gives a block a name that outlives every change of its text, for those who refer to it.
 *
 * Returns: (transfer full): a block that is as @self in all else; @self if that is the same
 */
CwBlock *
cw_block_with_id (CwBlock *self, guint id)
{
  CwBlock *block;

  if (self->id == id)
    return cw_block_ref (self);
  block = block_copy (self, self->text);
  block->id = id;
  return block;
}

/**
 * cw_block_ref:
 * @self: a block
 *
 * Takes a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CwBlock *
cw_block_ref (CwBlock *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_block_unref:
 * @self: (transfer full): a block
 *
 * Gives a reference back; from any thread.
 */
void
cw_block_unref (CwBlock *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  cw_text_unref (self->text);
  g_clear_pointer (&self->section, cw_section_unref);
  g_clear_pointer (&self->table, cw_table_unref);
  g_clear_pointer (&self->picture, cw_picture_unref);
  g_free (self);
}

static gboolean
contents_equal (CwBlock *self, CwBlock *other)
{
  if (self->table != NULL)
    return cw_table_equal (self->table, other->table);
  if (self->picture != NULL)
    return cw_picture_equal (self->picture, other->picture);
  return TRUE;
}

/**
 * cw_block_equal:
 * @self: a block
 * @other: another
 *
 * Returns: whether both are the same in kind, level, text and marks, table or picture, number and
 *   what is said about the section
 */
gboolean
cw_block_equal (CwBlock *self, CwBlock *other)
{
  if (self == other)
    return TRUE;
  return self->kind == other->kind && self->level == other->level && self->flags == other->flags
         && self->id == other->id && cw_section_equal (self->section, other->section)
         && cw_text_equal (self->text, other->text) && contents_equal (self, other);
}

/**
 * cw_block_get_kind:
 * @self: a block
 *
 * Returns: what kind of block it is
 */
CwBlockKind
cw_block_get_kind (CwBlock *self)
{
  return self->kind;
}

/**
 * cw_block_get_level:
 * @self: a block
 *
 * Returns: the level of a heading, 1–4; 0 for any other block
 */
guint
cw_block_get_level (CwBlock *self)
{
  return self->level;
}

/**
 * cw_block_get_text:
 * @self: a block
 *
 * Returns: (transfer none): its text; that of a page break is empty
 */
CwText *
cw_block_get_text (CwBlock *self)
{
  return self->text;
}

/**
 * cw_block_get_section:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): what is said about the section it begins, if anything
 */
CwSection *
cw_block_get_section (CwBlock *self)
{
  return self->section;
}

/**
 * cw_block_get_id:
 * @self: a block
 *
 * Returns: the number somebody refers to it by, 0 if nobody does
 */
guint
cw_block_get_id (CwBlock *self)
{
  return self->id;
}

/**
 * cw_block_get_table:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): its table, %NULL if it is no table
 */
CwTable *
cw_block_get_table (CwBlock *self)
{
  return self->table;
}

/**
 * cw_block_get_picture:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): its picture, %NULL if it is no picture
 */
CwPicture *
cw_block_get_picture (CwBlock *self)
{
  return self->picture;
}

/**
 * cw_block_get_attachment_flags:
 * @self: a block
 *
 * Returns: how the attachment goes with the paper; nothing for any other block
 */
CwAttachmentFlags
cw_block_get_attachment_flags (CwBlock *self)
{
  return self->flags;
}

/* --- where a run-in heading ends --- */

/* Openers at even places, each followed by its closer. */
static const char *const pairs[] = {
  "“",  "”",  "‘",  "’",  "《", "》", "〈", "〉", "（", "）", "(",  ")",  "「",
  "」", "『", "』", "【", "】", "〔", "〕", "[",  "]",  "［", "］", "\"", "\"",
};

#define MAX_DEPTH 32

typedef struct
{
  guint pair;
  gsize at;
} Opener;

/* The state of the search: what is open, and the full stops that may end the heading. A stop
 * inside a pair is out once the pair is closed; a pair that is never closed encloses nothing, so
 * that one forgotten quote does not make a heading of the whole paragraph. */
typedef struct
{
  Opener open[MAX_DEPTH];
  guint depth;
  GArray *stops;
} Search;

static int
find_pair (const char *p)
{
  /* Every Chinese pair starts with one of three bytes: nearly all Han are out at once. */
  if ((guchar) *p >= 0x80 && *p != '\xe2' && *p != '\xe3' && *p != '\xef')
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strncmp (p, pairs[i], strlen (pairs[i])) == 0)
      return i;
  return -1;
}

static gboolean
close_pair (Search *search, guint pair)
{
  for (guint depth = search->depth; depth > 0; depth--)
    {
      gsize at = search->open[depth - 1].at;

      if (search->open[depth - 1].pair != pair)
        continue;
      search->depth = depth - 1;
      while (search->stops->len > 0
             && g_array_index (search->stops, gsize, search->stops->len - 1) > at)
        g_array_set_size (search->stops, search->stops->len - 1);
      return TRUE;
    }
  return FALSE;
}

static void
see_bracket (Search *search, const char *string, gsize at)
{
  int found = find_pair (string + at);
  gboolean straight = string[at] == '"';

  if (found < 0)
    return;
  if ((found % 2 == 1 || straight) && close_pair (search, found / 2))
    return;
  if (found % 2 == 0 && search->depth < MAX_DEPTH)
    search->open[search->depth++] = (Opener) { found / 2, at };
}

/* The byte after the first 。 outside quotes and brackets, or @length. */
static gsize
find_first_sentence (const char *string, gsize length)
{
  static const char stop[] = "。";
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (gsize));
  Search search = { .stops = stops };

  for (gsize at = 0; at < length; at += g_utf8_skip[(guchar) string[at]])
    {
      if (strncmp (string + at, stop, strlen (stop)) != 0)
        see_bracket (&search, string, at);
      else if (search.depth == 0 && stops->len == 0)
        return at + strlen (stop);
      else
        g_array_append_val (stops, at);
    }
  return stops->len > 0 ? g_array_index (stops, gsize, 0) + strlen (stop) : length;
}

static gboolean
has_text (const char *string)
{
  while (*string != '\0' && g_unichar_isspace (g_utf8_get_char (string)))
    string = g_utf8_next_char (string);
  return *string != '\0';
}

/**
 * cw_block_get_heading_length:
 * @self: a block
 *
 * Tells how much of a heading is set in the face of its level (R62): up to and including the first
 * 。 that stands outside quotes and brackets if text follows it, otherwise all of it. It is
 * computed each time, in time proportional to the text.
 *
 * Returns: a number of bytes; 0 for a block that is not a heading
 */
gsize
cw_block_get_heading_length (CwBlock *self)
{
  const char *string = cw_text_get_string (self->text);
  gsize length = cw_text_get_length (self->text);
  gsize end;

  if (self->kind != CW_BLOCK_HEADING)
    return 0;
  end = find_first_sentence (string, length);
  return has_text (string + end) ? end : length;
}
