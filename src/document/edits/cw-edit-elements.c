/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-edit-elements.h"

static CwDocument *
rebuild (CwDocument *document, const CwForm *form, CwElement element, CwText *text)
{
  CwText *elements[CW_N_ELEMENTS];
  guint n_blocks = cw_document_get_n_blocks (document);
  g_autofree CwBlock **blocks = g_new (CwBlock *, n_blocks + 1);
  g_autoptr (CwDocument) changed = NULL;

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    elements[i] = i == element ? text : cw_document_get_element (document, i);
  for (guint i = 0; i < n_blocks; i++)
    blocks[i] = cw_document_get_block (document, i);
  changed = cw_document_new_with_form (form, elements, blocks, n_blocks);
  return cw_document_with_ledger (changed, cw_document_get_ledger (document));
}

/**
 * cw_edit_set_form:
 * @document: a document
 * @form: what paper it is to be
 *
 * Changes the kind of paper. Everything entered stays, also what the other kind has no place for.
 *
 * Returns: (transfer full): the new document; @document itself if nothing changes
 */
CwDocument *
cw_edit_set_form (CwDocument *document, const CwForm *form)
{
  if (cw_form_equal (form, cw_document_get_form (document)))
    return cw_document_ref (document);
  return rebuild (document, form, CW_N_ELEMENTS, NULL);
}

static gboolean
is_same (CwText *a, CwText *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return cw_text_equal (a, b);
}

/**
 * cw_edit_set_element:
 * @document: a document
 * @element: which element
 * @text: (nullable): what it is to say, or %NULL for the document not to have it
 *
 * Fills in an element, of the flow or not.
 *
 * Returns: (transfer full): the new document, sharing all blocks; @document itself if nothing
 *   changes
 */
CwDocument *
cw_edit_set_element (CwDocument *document, CwElement element, CwText *text)
{
  g_return_val_if_fail (element < CW_N_ELEMENTS, cw_document_ref (document));

  if (is_same (text, cw_document_get_element (document, element)))
    return cw_document_ref (document);
  return rebuild (document, cw_document_get_form (document), element, text);
}
