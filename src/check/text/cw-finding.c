/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-finding-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (CwFindings, cw_findings, cw_findings_ref, cw_findings_unref)

/* Words shorter than this say too little by themselves to name a place: those around them help. */
#define CONTEXT 6

/* --- one finding --- */

static const char *
go_back (const char *start, const char *from, guint characters)
{
  while (from > start && characters-- > 0)
    from = g_utf8_prev_char (from);
  return from;
}

static const char *
go_on (const char *from, guint characters)
{
  while (*from != '\0' && characters-- > 0)
    from = g_utf8_next_char (from);
  return from;
}

/**
 * cw_finding_new:
 * @rule: what is offended against
 * @at: where
 * @string: the whole text it is in
 * @message: (transfer full): what is wrong, translated
 *
 * Returns: (transfer full): a finding without a fix
 */
CwFinding *
cw_finding_new (const CwTextRule *rule, const CwStretch *at, const char *string, char *message)
{
  CwFinding *self = g_new0 (CwFinding, 1);
  g_autofree char *text = message;
  const char *from = go_back (string, string + at->start, CONTEXT);
  const char *to = go_on (string + at->end, CONTEXT);
  g_autofree char *words = g_strndup (string + at->start, at->end - at->start);
  g_autofree char *around = g_strndup (from, to - from);
  g_autofree char *key = g_strdup_printf ("%s|%s", rule->id, around);
  g_autofree char *word_key = g_strdup_printf ("%s:%s", rule->id, words);

  self->rule = rule;
  self->at = *at;
  self->message = g_ref_string_new (text);
  self->key = g_ref_string_new (key);
  self->word_key = g_ref_string_new (word_key);
  return self;
}

/**
 * cw_finding_set_fixes:
 * @self: a finding without a fix
 * @at: (array length=n): where it changes something
 * @texts: (array length=n): what comes there
 * @n: how many
 *
 * Gives a finding its fix.
 */
void
cw_finding_set_fixes (CwFinding *self, const CwStretch *at, const char *const *texts, guint n)
{
  CwText **made = g_new (CwText *, n);

  for (guint i = 0; i < n; i++)
    made[i] = cw_text_new (texts[i]);
  self->fixes = g_memdup2 (at, n * sizeof (CwStretch));
  self->fix_texts = made;
  self->n_fixes = n;
}

static CwStretch
move_stretch (const CwStretch *stretch, guint line, guint block)
{
  CwStretch moved = *stretch;

  if (moved.field.kind != CW_FIELD_ELEMENT)
    moved.line += line;
  if (moved.field.kind == CW_FIELD_CELL)
    moved.field.block = block;
  return moved;
}

/**
 * cw_finding_copy:
 * @self: a finding whose places are counted from its block or element
 * @line: the first line of that in the document
 * @block: the number of the block
 *
 * Returns: (transfer full): the same with places of the document
 */
CwFinding *
cw_finding_copy (const CwFinding *self, guint line, guint block)
{
  CwFinding *copy = g_memdup2 (self, sizeof (CwFinding));
  CwStretch *fixes = g_memdup2 (self->fixes, self->n_fixes * sizeof (CwStretch));

  copy->at = move_stretch (&self->at, line, block);
  for (guint i = 0; i < self->n_fixes; i++)
    {
      fixes[i] = move_stretch (&fixes[i], line, block);
      cw_text_ref (self->fix_texts[i]);
    }
  copy->fixes = fixes;
  copy->fix_texts = g_memdup2 (self->fix_texts, self->n_fixes * sizeof (CwText *));
  g_ref_string_acquire ((char *) self->message);
  g_ref_string_acquire ((char *) self->key);
  g_ref_string_acquire ((char *) self->word_key);
  return copy;
}

/**
 * cw_finding_free:
 * @self: (transfer full): a finding
 *
 * Frees it.
 */
void
cw_finding_free (CwFinding *self)
{
  for (guint i = 0; i < self->n_fixes; i++)
    cw_text_unref (self->fix_texts[i]);
  g_free ((CwStretch *) self->fixes);
  g_free ((CwText **) self->fix_texts);
  g_ref_string_release ((char *) self->message);
  g_ref_string_release ((char *) self->key);
  g_ref_string_release ((char *) self->word_key);
  g_free (self);
}

/* --- all of them --- */

/**
 * cw_findings_new:
 * @document: what is checked
 * @options: what is looked for
 *
 * Returns: (transfer full): findings to be filled
 */
CwFindings *
cw_findings_new (CwDocument *document, CwCheckOptions *options)
{
  CwFindings *self = g_new0 (CwFindings, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->document = cw_document_ref (document);
  self->options = cw_check_options_ref (options);
  self->scanned = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cw_scanned_unref);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_finding_free);
  return self;
}

/**
 * cw_findings_ref:
 * @self: findings
 *
 * Takes a reference; from any thread.
 *
 * Returns: (transfer full): @self
 */
CwFindings *
cw_findings_ref (CwFindings *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_findings_unref:
 * @self: (transfer full): findings
 *
 * Gives a reference back; from any thread.
 */
void
cw_findings_unref (CwFindings *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->findings);
  g_hash_table_unref (self->scanned);
  cw_check_options_unref (self->options);
  cw_document_unref (self->document);
  g_free (self);
}

/**
 * cw_findings_get_document:
 * @self: findings
 *
 * Returns: (transfer none): the document they are of; their places hold for it alone
 */
CwDocument *
cw_findings_get_document (CwFindings *self)
{
  return self->document;
}

/**
 * cw_findings_get_n:
 * @self: findings
 *
 * Returns: how many there are, without those dismissed
 */
guint
cw_findings_get_n (CwFindings *self)
{
  return self->findings->len;
}

/**
 * cw_findings_get:
 * @self: findings
 * @position: from 0, in the order of reading
 *
 * Returns: (transfer none): a finding
 */
const CwFinding *
cw_findings_get (CwFindings *self, guint position)
{
  g_return_val_if_fail (position < self->findings->len, NULL);

  return g_ptr_array_index (self->findings, position);
}

/**
 * cw_findings_get_n_dismissed:
 * @self: findings
 *
 * Returns: how many are left out because somebody has said so
 */
guint
cw_findings_get_n_dismissed (CwFindings *self)
{
  return self->n_dismissed;
}

/**
 * cw_findings_count:
 * @self: findings
 * @strength: a strength
 *
 * Returns: how many are of that strength
 */
guint
cw_findings_count (CwFindings *self, CwStrength strength)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    n += cw_findings_get (self, i)->rule->strength == strength;
  return n;
}

/**
 * cw_findings_count_lines:
 * @self: findings
 * @first_line: a line of the flow
 * @n_lines: how many lines from there
 *
 * Returns: how many findings are in these lines, the cells of their tables included
 */
guint
cw_findings_count_lines (CwFindings *self, guint first_line, guint n_lines)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const CwStretch *at = &cw_findings_get (self, i)->at;

      n += at->field.kind != CW_FIELD_ELEMENT && at->line >= first_line
           && at->line - first_line < n_lines;
    }
  return n;
}

/**
 * cw_findings_count_fixable:
 * @self: findings
 *
 * Returns: how many have a fix
 */
guint
cw_findings_count_fixable (CwFindings *self)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    n += cw_findings_get (self, i)->n_fixes > 0;
  return n;
}

static void
add_fixes (const CwFinding *finding, GArray *stretches, GPtrArray *texts)
{
  for (guint i = 0; i < finding->n_fixes; i++)
    {
      g_array_append_val (stretches, finding->fixes[i]);
      g_ptr_array_add (texts, finding->fix_texts[i]);
    }
}

/**
 * cw_findings_fix:
 * @document: the document @self is of; another is given back as it is
 * @self: findings
 * @positions: (array length=n) (nullable): which of them; %NULL for all
 * @n: how many
 *
 * Makes all these fixes at once, one step for the history. Findings without a fix are left alone;
 * of two fixes that overlap the first is made, the other will be found again.
 *
 * Returns: (transfer full): the document mended; @document itself if nothing changes
 */
CwDocument *
cw_findings_fix (CwDocument *document, CwFindings *self, const guint *positions, guint n)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (CwStretch));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  if (document != self->document)
    return cw_document_ref (document);
  if (positions == NULL)
    n = self->findings->len;
  for (guint i = 0; i < n; i++)
    add_fixes (cw_findings_get (self, positions != NULL ? positions[i] : i), stretches, texts);
  return cw_edit_stretches (document, (const CwStretch *) stretches->data,
                            (CwText *const *) texts->pdata, texts->len);
}
