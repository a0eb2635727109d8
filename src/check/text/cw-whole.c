/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-whole.h"

#include <string.h>

/**
 * cw_whole_foreach:
 * @self: a paper
 * @kind: a kind of facts
 * @n_blocks: of how many blocks from the first
 * @func: (scope call): called for each, in the order of reading
 * @user_data: passed to @func
 *
 * Goes through the facts of one kind.
 */
void
cw_whole_foreach (CwWhole *self,
                  CwFactKind kind,
                  guint n_blocks,
                  CwFactFunc func,
                  gpointer user_data)
{
  for (guint i = 0; i < n_blocks; i++)
    for (guint k = 0; k < self->blocks[i]->facts->len; k++)
      {
        const CwFact *fact = &g_array_index (self->blocks[i]->facts, CwFact, k);

        if (fact->kind == kind)
          func (self, i, fact, user_data);
      }
}

/**
 * cw_whole_report:
 * @self: a paper
 * @rule: what is offended against
 * @at: where
 * @message: (transfer full): what is wrong, translated
 *
 * Notes a finding.
 *
 * Returns: (transfer none) (nullable): it, or %NULL if the rule is switched off
 */
CwFinding *
cw_whole_report (CwWhole *self, CwTextRuleId rule, const CwStretch *at, char *message)
{
  g_autoptr (CwText) text = NULL;
  CwFinding *finding;

  if (!cw_check_options_has_rule (self->findings->options, rule))
    {
      g_free (message);
      return NULL;
    }
  text = cw_stretch_get_text (self->document, at);
  finding = cw_finding_new (cw_text_rule_get (rule), at, cw_text_get_string (text), message);
  g_ptr_array_add (self->findings->findings, finding);
  return finding;
}

/**
 * cw_whole_fix:
 * @finding: (nullable): a finding
 * @fix: what comes in its place
 *
 * Gives a finding a fix.
 */
void
cw_whole_fix (CwFinding *finding, const char *fix)
{
  if (finding != NULL)
    cw_finding_set_fixes (finding, &finding->at, &fix, 1);
}

/**
 * cw_whole_get_stretch:
 * @self: a paper
 * @block: the number of a block
 * @start: first byte
 * @end: byte after the last
 *
 * Returns: a stretch of the text of a block
 */
CwStretch
cw_whole_get_stretch (CwWhole *self, guint block, gsize start, gsize end)
{
  return (CwStretch) { .line = cw_flow_get_line_of_block (self->document, block),
                       .start = start,
                       .end = end };
}

/**
 * cw_whole_get_block:
 * @self: a paper
 * @block: the number of a block
 *
 * Returns: all of its text
 */
CwStretch
cw_whole_get_block (CwWhole *self, guint block)
{
  return cw_whole_get_stretch (self, block, 0, strlen (cw_whole_get_string (self, block)));
}

/**
 * cw_whole_get_line:
 * @self: a paper
 * @element: an element the paper has
 * @line: a line of it
 *
 * Returns: that line, or the whole element if it is not in the flow
 */
CwStretch
cw_whole_get_line (CwWhole *self, CwElement element, guint line)
{
  CwText *text = cw_document_get_element (self->document, element);
  guint start, end;

  if (element >= CW_N_FLOW_ELEMENTS)
    return (CwStretch) { { .kind = CW_FIELD_ELEMENT, .element = element },
                         0,
                         0,
                         cw_text_get_length (text) };
  cw_text_get_line (text, line, &start, &end);
  return (CwStretch) { .line = cw_flow_get_line_of_element (self->document, element) + line,
                       .end = end - start };
}

/**
 * cw_whole_get_string:
 * @self: a paper
 * @block: the number of a block
 *
 * Returns: (transfer none): its text
 */
const char *
cw_whole_get_string (CwWhole *self, guint block)
{
  return cw_text_get_string (cw_block_get_text (cw_document_get_block (self->document, block)));
}

/**
 * cw_whole_get_element:
 * @self: a paper
 * @element: an element
 *
 * Returns: (transfer none): its text; empty if the paper does not have it
 */
const char *
cw_whole_get_element (CwWhole *self, CwElement element)
{
  CwText *text = cw_document_get_element (self->document, element);

  return text != NULL ? cw_text_get_string (text) : "";
}

/**
 * cw_whole_get_title:
 * @self: a paper
 *
 * Returns: (transfer full): its title without breaks set by hand
 */
char *
cw_whole_get_title (CwWhole *self)
{
  GString *title = g_string_new (cw_whole_get_element (self, CW_ELEMENT_TITLE));

  g_string_replace (title, "\n", "", 0);
  g_string_replace (title, "\342\200\250", "", 0);
  return g_string_free_and_steal (title);
}
