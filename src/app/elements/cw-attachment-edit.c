/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-attachment-edit.h"

#include <string.h>

static CwDocument *
rebuild (CwDocument *document, GPtrArray *blocks)
{
  CwText *elements[CW_N_ELEMENTS];

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = cw_document_get_element (document, i);
  return cw_document_new_with_form (cw_document_get_form (document), elements,
                                    (CwBlock **) blocks->pdata, blocks->len);
}

static GPtrArray *
list_blocks (CwDocument *document)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < cw_document_get_n_blocks (document); i++)
    g_ptr_array_add (blocks, cw_document_get_block (document, i));
  return blocks;
}

/**
 * cw_attachment_edit_add:
 * @document: a document
 * @title: of a new attachment
 *
 * Returns: (transfer full): the document with one more attachment behind the others, with an empty
 * paragraph to write in
 */
CwDocument *
cw_attachment_edit_add (CwDocument *document, const char *title)
{
  g_autoptr (GPtrArray) blocks = list_blocks (document);
  g_autoptr (CwText) text = cw_text_new (title);
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) head = cw_block_new_attachment (CW_ATTACHMENT_PLAIN, text);
  g_autoptr (CwBlock) paragraph = cw_block_new_paragraph (nothing);

  g_ptr_array_add (blocks, head);
  g_ptr_array_add (blocks, paragraph);
  return rebuild (document, blocks);
}

/**
 * cw_attachment_edit_remove:
 * @document: a document
 * @attachment: one of its attachments
 *
 * Returns: (transfer full): the document without that attachment and all that is in it
 */
CwDocument *
cw_attachment_edit_remove (CwDocument *document, guint attachment)
{
  g_autoptr (GPtrArray) blocks = list_blocks (document);
  guint end;
  guint start = cw_document_get_attachment (document, attachment, &end);

  g_ptr_array_remove_range (blocks, start, end - start);
  return rebuild (document, blocks);
}

/**
 * cw_attachment_edit_move_up:
 * @document: a document
 * @attachment: one of its attachments, not the first
 *
 * Returns: (transfer full): the document with that attachment before the one before it
 */
CwDocument *
cw_attachment_edit_move_up (CwDocument *document, guint attachment)
{
  g_autoptr (GPtrArray) blocks = list_blocks (document);
  guint end, before_end;
  guint start = cw_document_get_attachment (document, attachment, &end);
  guint before = cw_document_get_attachment (document, attachment - 1, &before_end);

  for (guint i = start; i < end; i++)
    {
      gpointer block = g_ptr_array_steal_index (blocks, i);

      g_ptr_array_insert (blocks, (int) (before + i - start), block);
    }
  return rebuild (document, blocks);
}

/**
 * cw_attachment_edit_set:
 * @document: a document
 * @attachment: one of its attachments
 * @flags: how it is printed
 * @title: its title
 *
 * Returns: (transfer full): the document with that; itself if it says so already
 */
CwDocument *
cw_attachment_edit_set (CwDocument *document,
                        guint attachment,
                        CwAttachmentFlags flags,
                        const char *title)
{
  g_autoptr (GPtrArray) blocks = list_blocks (document);
  guint start = cw_document_get_attachment (document, attachment, NULL);
  CwBlock *old = cw_document_get_block (document, start);
  gboolean same_title = strcmp (cw_text_get_string (cw_block_get_text (old)), title) == 0;
  g_autoptr (CwText) text = NULL;
  g_autoptr (CwBlock) block = NULL;

  if (same_title && cw_block_get_attachment_flags (old) == flags)
    return cw_document_ref (document);
  text = same_title ? cw_text_ref (cw_block_get_text (old)) : cw_text_new (title);
  block = cw_block_new_attachment (flags, text);
  blocks->pdata[start] = block;
  return rebuild (document, blocks);
}
