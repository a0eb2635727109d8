/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-document.h"

#include "document/values/cw-blank.h"

struct _CwDocument
{
  gatomicrefcount ref_count;
  CwForm form;
  CwLedger *ledger;
  CwText *elements[CW_N_ELEMENTS];
  guint n_blocks;
  guint n_body_blocks;
  CwBlock *blocks[];
};

G_DEFINE_BOXED_TYPE (CwDocument, cw_document, cw_document_ref, cw_document_unref)

/* Most papers share the ledger in which there is nothing. */
static CwLedger *
empty_ledger (void)
{
  static CwLedger *empty;

  if (g_once_init_enter_pointer (&empty))
    g_once_init_leave_pointer (&empty, cw_ledger_new ());
  return empty;
}

static CwDocument *
document_alloc (const CwForm *form, CwLedger *ledger, CwText *const elements[CW_N_ELEMENTS],
                guint n_blocks)
{
  CwDocument *self = g_malloc0 (sizeof (CwDocument) + n_blocks * sizeof (CwBlock *));

  g_atomic_ref_count_init (&self->ref_count);
  self->form = *form;
  self->ledger = cw_ledger_ref (ledger);
  self->form.seal_diameter
      = CLAMP (form->seal_diameter, CW_SEAL_DIAMETER_MIN, CW_SEAL_DIAMETER_MAX);
  if (form->lines > 0)
    self->form.lines = CLAMP (form->lines, CW_FORM_LINES_MIN, CW_FORM_LINES_MAX);
  if (form->columns > 0)
    self->form.columns = CLAMP (form->columns, CW_FORM_COLUMNS_MIN, CW_FORM_COLUMNS_MAX);
  self->n_blocks = n_blocks;
  for (guint i = 0; elements != NULL && i < CW_N_ELEMENTS; i++)
    if (elements[i] != NULL)
      self->elements[i] = cw_text_ref (elements[i]);
  return self;
}

/* References to @n blocks in @from, put into @to; returns the place after them. */
static CwBlock **
share (CwBlock **to, CwBlock *const *from, guint n)
{
  for (guint i = 0; i < n; i++)
    *to++ = cw_block_ref (from[i]);
  return to;
}

/* A document with nothing at all would have no line for the caret: it gets an empty paragraph. */
static CwDocument *
with_a_line (CwDocument *self)
{
  g_autoptr (CwDocument) empty = self;
  g_autoptr (CwText) nothing = NULL;
  CwDocument *document;

  for (guint i = 0; i < CW_N_FLOW_ELEMENTS; i++)
    if (self->elements[i] != NULL)
      return g_steal_pointer (&empty);
  if (self->n_blocks > 0)
    return g_steal_pointer (&empty);
  nothing = cw_text_new ("");
  document = document_alloc (&self->form, self->ledger, self->elements, 1);
  document->blocks[0] = cw_block_new_paragraph (nothing);
  document->n_body_blocks = 1;
  return document;
}

static guint
find_attachment (CwDocument *self, guint block)
{
  while (block < self->n_blocks && cw_block_get_kind (self->blocks[block]) != CW_BLOCK_ATTACHMENT)
    block++;
  return block;
}

static CwDocument *
document_new (const CwForm *form, CwLedger *ledger, CwText *const elements[CW_N_ELEMENTS],
              CwBlock *const *blocks, guint n_blocks)
{
  CwDocument *self = document_alloc (form, ledger, elements, n_blocks);

  share (self->blocks, blocks, n_blocks);
  self->n_body_blocks = find_attachment (self, 0);
  return with_a_line (self);
}

/**
 * cw_document_new:
 * @elements: (nullable): a text or %NULL for each #CwElement
 * @blocks: (array length=n_blocks) (nullable): the blocks
 * @n_blocks: number of blocks
 *
 * Makes a working paper, see cw_document_new_with_form().
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_document_new (CwText *const elements[CW_N_ELEMENTS], CwBlock *const *blocks, guint n_blocks)
{
  return cw_document_new_with_form (&cw_form_default, elements, blocks, n_blocks);
}

/**
 * cw_document_new_with_form:
 * @form: what paper it is
 * @elements: (nullable): a text or %NULL for each #CwElement
 * @blocks: (array length=n_blocks) (nullable): the blocks, those of the body first, then the
 *   attachments
 * @n_blocks: number of blocks
 *
 * Makes a document that shares texts and blocks. If there is nothing for the flow it gets an empty
 * paragraph: a document always has a line.
 *
 * Returns: (transfer full): the new document
 */
CwDocument *
cw_document_new_with_form (const CwForm *form,
                           CwText *const elements[CW_N_ELEMENTS],
                           CwBlock *const *blocks,
                           guint n_blocks)
{
  return document_new (form, empty_ledger (), elements, blocks, n_blocks);
}

/**
 * cw_document_new_like:
 * @like: a document
 * @elements: (nullable): a text or %NULL for each #CwElement
 * @blocks: (array length=n_blocks) (nullable): the blocks, those of the body first, then the
 *   attachments
 * @n_blocks: number of blocks
 *
 * What every edit comes to: the same paper with other texts.
 *
 * Returns: (transfer full): the new document, with the form and the ledger of @like
 */
CwDocument *
cw_document_new_like (CwDocument *like,
                      CwText *const elements[CW_N_ELEMENTS],
                      CwBlock *const *blocks,
                      guint n_blocks)
{
  return document_new (&like->form, like->ledger, elements, blocks, n_blocks);
}

/**
 * cw_document_with_ledger:
 * @self: a document
 * @ledger: what is known about it beside its text
 *
 * Returns: (transfer full): the same document with that ledger; @self itself if nothing changes
 */
CwDocument *
cw_document_with_ledger (CwDocument *self, CwLedger *ledger)
{
  if (cw_ledger_equal (self->ledger, ledger))
    return cw_document_ref (self);
  return document_new (&self->form, ledger, self->elements, self->blocks, self->n_blocks);
}

/**
 * cw_document_new_blank:
 *
 * Returns: (transfer full): what a new window shows: an empty title and an empty paragraph
 */
CwDocument *
cw_document_new_blank (void)
{
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) paragraph = cw_block_new_paragraph (nothing);
  CwText *elements[CW_N_ELEMENTS] = { [CW_ELEMENT_TITLE] = nothing };

  return cw_document_new (elements, &paragraph, 1);
}

/**
 * cw_document_ref:
 * @self: a document
 *
 * Takes a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CwDocument *
cw_document_ref (CwDocument *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_document_unref:
 * @self: (transfer full): a document
 *
 * Gives a reference back; from any thread.
 */
void
cw_document_unref (CwDocument *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    g_clear_pointer (&self->elements[i], cw_text_unref);
  for (guint i = 0; i < self->n_blocks; i++)
    cw_block_unref (self->blocks[i]);
  cw_ledger_unref (self->ledger);
  g_free (self);
}

static gboolean
element_equal (CwText *a, CwText *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return cw_text_equal (a, b);
}

/**
 * cw_document_equal:
 * @self: a document
 * @other: another
 *
 * Returns: whether both are the same paper with equal elements, blocks and ledgers
 */
gboolean
cw_document_equal (CwDocument *self, CwDocument *other)
{
  if (self == other)
    return TRUE;
  if (self->n_blocks != other->n_blocks || !cw_form_equal (&self->form, &other->form))
    return FALSE;
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (!element_equal (self->elements[i], other->elements[i]))
      return FALSE;
  for (guint i = 0; i < self->n_blocks; i++)
    if (!cw_block_equal (self->blocks[i], other->blocks[i]))
      return FALSE;
  return cw_ledger_equal (self->ledger, other->ledger);
}

/**
 * cw_document_is_blank:
 * @self: a document
 *
 * Returns: whether it has no character and nothing but empty paragraphs, whatever lines there are
 */
gboolean
cw_document_is_blank (CwDocument *self)
{
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (self->elements[i] != NULL
        && cw_text_get_length (self->elements[i]) >= cw_text_get_n_lines (self->elements[i]))
      return FALSE; /* more than line feeds */
  for (guint i = 0; i < self->n_blocks; i++)
    if (cw_block_get_kind (self->blocks[i]) > CW_BLOCK_HEADING
        || !cw_text_is_empty (cw_block_get_text (self->blocks[i])))
      return FALSE;
  return TRUE;
}

/**
 * cw_document_get_form:
 * @self: a document
 *
 * Returns: (transfer none): what paper it is
 */
const CwForm *
cw_document_get_form (CwDocument *self)
{
  return &self->form;
}

/**
 * cw_document_get_ledger:
 * @self: a document
 *
 * Returns: (transfer none): what is known about it beside its text; never %NULL
 */
CwLedger *
cw_document_get_ledger (CwDocument *self)
{
  return self->ledger;
}

/**
 * cw_document_get_element:
 * @self: a document
 * @element: which element
 *
 * Returns: (transfer none) (nullable): its text, or %NULL if the document does not have it
 */
CwText *
cw_document_get_element (CwDocument *self, CwElement element)
{
  g_return_val_if_fail (element < CW_N_ELEMENTS, NULL);

  return self->elements[element];
}

/**
 * cw_document_get_n_blocks:
 * @self: a document
 *
 * Returns: how many blocks it has
 */
guint
cw_document_get_n_blocks (CwDocument *self)
{
  return self->n_blocks;
}

/**
 * cw_document_get_block:
 * @self: a document
 * @position: number of the block, from 0
 *
 * Returns: (transfer none): the block
 */
CwBlock *
cw_document_get_block (CwDocument *self, guint position)
{
  g_return_val_if_fail (position < self->n_blocks, NULL);

  return self->blocks[position];
}

/**
 * cw_document_get_n_body_blocks:
 * @self: a document
 *
 * Returns: how many of its blocks are of the body; the others are attachments
 */
guint
cw_document_get_n_body_blocks (CwDocument *self)
{
  return self->n_body_blocks;
}

/* The first block and the one after the last of the part, body or attachments, a block is in. */
static void
get_part (CwDocument *self, guint position, guint *first, guint *end)
{
  gboolean in_body = position < self->n_body_blocks;

  *first = in_body ? 0 : self->n_body_blocks;
  *end = in_body ? self->n_body_blocks : self->n_blocks;
}

/**
 * cw_document_count_shared_blocks:
 * @self: a document
 * @position: number of one of its blocks
 * @other: another
 * @other_position: number of one of its blocks
 * @upwards: whether to go towards the start, else towards the end
 *
 * What an edit leaves alone both documents have in common, so that most of two long ones is told to
 * be the same by nothing but this. It stops where the body ends and the attachments begin.
 *
 * Returns: how many blocks on end, from the two given on, are the very same in both
 */
guint
cw_document_count_shared_blocks (CwDocument *self,
                                 guint position,
                                 CwDocument *other,
                                 guint other_position,
                                 gboolean upwards)
{
  guint first, end, other_first, other_end, room, n = 0;

  g_return_val_if_fail (position < self->n_blocks && other_position < other->n_blocks, 0);

  get_part (self, position, &first, &end);
  get_part (other, other_position, &other_first, &other_end);
  room = upwards ? MIN (position - first, other_position - other_first) + 1
                 : MIN (end - position, other_end - other_position);
  if (upwards)
    while (n < room && self->blocks[position - n] == other->blocks[other_position - n])
      n++;
  else
    while (n < room && self->blocks[position + n] == other->blocks[other_position + n])
      n++;
  return n;
}

/**
 * cw_document_count_alike:
 * @self: a document
 * @other: another
 * @behind: (out): how many blocks at the end are the very same in both; none is counted twice
 *
 * Returns: how many blocks at the start are the very same in both
 */
guint
cw_document_count_alike (CwDocument *self, CwDocument *other, guint *behind)
{
  guint n = MIN (self->n_blocks, other->n_blocks), before = 0, after = 0;

  while (before < n && self->blocks[before] == other->blocks[before])
    before++;
  while (after < n - before
         && self->blocks[self->n_blocks - after - 1] == other->blocks[other->n_blocks - after - 1])
    after++;
  *behind = after;
  return before;
}

/**
 * cw_document_get_n_attachments:
 * @self: a document
 *
 * Returns: how many attachments it has
 */
guint
cw_document_get_n_attachments (CwDocument *self)
{
  guint n = 0;

  for (guint i = self->n_body_blocks; i < self->n_blocks; i++)
    n += cw_block_get_kind (self->blocks[i]) == CW_BLOCK_ATTACHMENT;
  return n;
}

/**
 * cw_document_get_attachment:
 * @self: a document
 * @attachment: from 0
 * @end: (out) (optional): the block after its last
 *
 * Returns: the block an attachment begins with, of kind %CW_BLOCK_ATTACHMENT
 */
guint
cw_document_get_attachment (CwDocument *self, guint attachment, guint *end)
{
  guint block = self->n_body_blocks;

  for (guint i = 0; i < attachment; i++)
    block = find_attachment (self, block + 1);
  g_return_val_if_fail (block < self->n_blocks, self->n_blocks);
  if (end != NULL)
    *end = find_attachment (self, block + 1);
  return block;
}

typedef guint (*CountFunc) (CwText *text, CwLedger *ledger);

static guint
count_blanks (CwText *text, CwLedger *ledger)
{
  return cw_blanks_count_in_text (text, ledger, FALSE);
}

static guint
count_characters (CwText *text, CwLedger *ledger)
{
  return cw_text_get_n_characters (text);
}

static guint
sum_table (CwTable *table, CwLedger *ledger, CountFunc count)
{
  guint total = 0;

  for (guint row = 0; row < cw_table_get_n_rows (table); row++)
    for (guint column = 0; column < cw_table_get_n_columns (table); column++)
      total += count (cw_table_get_cell (table, row, column).text, ledger);
  return total;
}

static guint
sum_block (CwBlock *block, CwLedger *ledger, CountFunc count)
{
  CwTable *table = cw_block_get_table (block);
  guint in_table = table != NULL ? sum_table (table, ledger, count) : 0;

  return count (cw_block_get_text (block), ledger) + in_table;
}

/* The lines of an element of the flow are texts of their own. */
static guint
sum_lines (CwText *text, CwLedger *ledger, CountFunc count)
{
  guint n_lines = cw_text_get_n_lines (text), total = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (CwText) line = NULL;
      guint start, end;

      cw_text_get_line (text, i, &start, &end);
      line = cw_text_slice (text, start, end);
      total += count (line, ledger);
    }
  return total;
}

static guint
sum (CwDocument *self, CountFunc count)
{
  guint total = 0;

  for (guint i = 0; i < CW_N_FLOW_ELEMENTS; i++)
    if (self->elements[i] != NULL)
      total += sum_lines (self->elements[i], self->ledger, count);
  for (guint i = CW_N_FLOW_ELEMENTS; i < CW_N_ELEMENTS; i++)
    if (self->elements[i] != NULL)
      total += count (self->elements[i], self->ledger);
  for (guint i = 0; i < self->n_blocks; i++)
    total += sum_block (self->blocks[i], self->ledger, count);
  return total;
}

/**
 * cw_document_count_placeholders:
 * @self: a document
 *
 * Each text knows its own placeholders, so this is a sum over the blocks and cheap enough for every
 * key. Values that are not filled count too, see cw_blanks_find().
 *
 * Returns: how many blanks are still to be filled in
 */
guint
cw_document_count_placeholders (CwDocument *self)
{
  return sum (self, count_blanks);
}

/**
 * cw_document_count_characters:
 * @self: a document
 *
 * Counts as cw_text_get_n_characters() does, over elements and blocks; computed numbers of
 * headings are not text and not counted.
 *
 * Returns: the count (字数)
 */
guint
cw_document_count_characters (CwDocument *self)
{
  return sum (self, count_characters);
}
