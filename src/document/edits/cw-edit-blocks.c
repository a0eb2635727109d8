/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit-blocks.h"

/* Edits of whole blocks: tables, pictures, attachments. */

/* Blocks are shared, not copied: these arrays own nothing. */
static void
add_blocks (GPtrArray *blocks, CwDocument *document, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    g_ptr_array_add (blocks, cw_document_get_block (document, i));
}

static CwDocument *
with_blocks (CwDocument *document, GPtrArray *blocks, CwText *note)
{
  CwText *elements[CW_N_ELEMENTS];

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = cw_document_get_element (document, i);
  if (note != NULL)
    elements[CW_ELEMENT_NOTE] = note;
  return cw_document_new_like (document, elements, (CwBlock **) blocks->pdata, blocks->len);
}

/* The blocks from @first up to @end give way to @block, if there is one. */
static CwDocument *
splice (CwDocument *document, guint first, guint end, CwBlock *block)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  add_blocks (blocks, document, 0, first);
  if (block != NULL)
    g_ptr_array_add (blocks, block);
  add_blocks (blocks, document, end, cw_document_get_n_blocks (document));
  return with_blocks (document, blocks, NULL);
}

static CwPlace
start_of_block (CwDocument *document, guint position)
{
  return (CwPlace) { cw_flow_get_line_of_block (document, position), 0 };
}

/**
 * cw_edit_replace_block:
 * @document: a document
 * @position: number of a block
 * @block: what comes in its place
 *
 * Returns: (transfer full): the new document; @document itself if both blocks are the same
 */
CwDocument *
cw_edit_replace_block (CwDocument *document, guint position, CwBlock *block)
{
  g_return_val_if_fail (position < cw_document_get_n_blocks (document), NULL);

  if (cw_block_equal (cw_document_get_block (document, position), block))
    return cw_document_ref (document);
  return splice (document, position, position + 1, block);
}

/**
 * cw_edit_remove_block:
 * @document: a document
 * @position: number of a block
 *
 * Returns: (transfer full): the new document, with an empty paragraph if nothing else is left
 */
CwDocument *
cw_edit_remove_block (CwDocument *document, guint position)
{
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) paragraph = cw_block_new_paragraph (nothing);
  gboolean last = cw_document_get_n_blocks (document) == 1;

  g_return_val_if_fail (position < cw_document_get_n_blocks (document), NULL);

  return splice (document, position, position + 1, last ? paragraph : NULL);
}

/* Where a block goes that is put in at @at: behind the block there; instead of it, if that is an
 * empty paragraph; above the body before the first, below it behind the last. */
static void
find_spot (CwDocument *document, CwPlace at, guint *first, guint *end)
{
  CwFlowLine line = cw_flow_get_line (document, at.line);
  gboolean above = at.line < cw_flow_get_line_of_block (document, 0);

  if (line.block < 0)
    *first = *end = above ? 0 : cw_document_get_n_body_blocks (document);
  else
    {
      *first = line.block + (line.style == CW_STYLE_PARAGRAPH && line.start == line.end ? 0 : 1);
      *end = line.block + 1;
    }
}

/**
 * cw_edit_insert_block:
 * @document: a document
 * @at: where
 * @block: a block, no attachment
 * @after: (out): the start of its line
 *
 * Puts a block behind that of @at, or in place of it if it is an empty paragraph. Above the body it
 * goes before the first block of the body, below it behind the last.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_edit_insert_block (CwDocument *document, CwPlace at, CwBlock *block, CwPlace *after)
{
  guint first, end, n_lines = cw_flow_get_n_lines (document);
  CwDocument *result;

  at.line = MIN (at.line, n_lines - 1);
  find_spot (document, at, &first, &end);
  result = splice (document, first, end, block);
  *after = start_of_block (result, first);
  return result;
}

/* --- attachments ------------------------------------------------------------------------------ */

static guint
start_of_attachment (CwDocument *document, guint number)
{
  guint end;

  if (number >= cw_document_get_n_attachments (document))
    return cw_document_get_n_blocks (document);
  return cw_document_get_attachment (document, number, &end);
}

/**
 * cw_edit_insert_attachment:
 * @document: a document
 * @number: the attachment before which it goes, from 0, or the number of attachments
 * @flags: how it goes with the paper
 * @after: (out): the start of its title, which is empty
 *
 * Begins an attachment, with an empty paragraph to go on in.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_edit_insert_attachment (CwDocument *document,
                           guint number,
                           CwAttachmentFlags flags,
                           CwPlace *after)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) title = cw_block_new_attachment (flags, nothing);
  g_autoptr (CwBlock) paragraph = cw_block_new_paragraph (nothing);
  guint at = start_of_attachment (document, number);
  CwDocument *result;

  add_blocks (blocks, document, 0, at);
  g_ptr_array_add (blocks, title);
  g_ptr_array_add (blocks, paragraph);
  add_blocks (blocks, document, at, cw_document_get_n_blocks (document));
  result = with_blocks (document, blocks, NULL);
  *after = start_of_block (result, at);
  return result;
}

/**
 * cw_edit_move_attachment:
 * @document: a document
 * @number: an attachment, from 0
 * @to: which one it is to be
 *
 * Returns: (transfer full): the new document; @document itself if there is no such place
 */
CwDocument *
cw_edit_move_attachment (CwDocument *document, guint number, guint to)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  guint n = cw_document_get_n_attachments (document);

  if (number >= n || to >= n || number == to)
    return cw_document_ref (document);
  add_blocks (blocks, document, 0, cw_document_get_n_body_blocks (document));
  for (guint i = 0; i < n; i++)
    {
      gboolean moved = i == to;
      guint which = moved ? number : i + (number < to ? i >= number && i < to : 0)
                                         - (number > to ? i > to && i <= number : 0);

      add_blocks (blocks, document, start_of_attachment (document, which),
                  start_of_attachment (document, which + 1));
    }
  return with_blocks (document, blocks, NULL);
}

/**
 * cw_edit_remove_attachment:
 * @document: a document
 * @number: an attachment, from 0
 *
 * Returns: (transfer full): the new document, without the attachment and all its blocks
 */
CwDocument *
cw_edit_remove_attachment (CwDocument *document, guint number)
{
  g_return_val_if_fail (number < cw_document_get_n_attachments (document), NULL);

  return splice (document, start_of_attachment (document, number),
                 start_of_attachment (document, number + 1), NULL);
}

/**
 * cw_edit_insert_note:
 * @document: a document
 * @after: (out): the start of its note
 *
 * Returns: (transfer full): the document with a note, which is empty if there was none
 */
CwDocument *
cw_edit_insert_note (CwDocument *document, CwPlace *after)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (CwText) nothing = cw_text_new ("");

  *after = (CwPlace) { cw_flow_get_line_of_element (document, CW_ELEMENT_NOTE), 0 };
  if (cw_document_get_element (document, CW_ELEMENT_NOTE) != NULL)
    return cw_document_ref (document);
  add_blocks (blocks, document, 0, cw_document_get_n_blocks (document));
  return with_blocks (document, blocks, nothing);
}
