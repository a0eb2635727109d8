/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-whole.h"

#include "document/elements/cw-printed-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Attachments the text names, and those the paper has (R65, R68, R91). */

typedef struct
{
  guint n_attachments;
  gboolean *named;
  gboolean any;
  gboolean reported;
} Named;

static gboolean
follows (const char *string, gsize offset, const char *word)
{
  return g_str_has_prefix (string + offset, word);
}

static gboolean
precedes (const char *string, gsize offset, const char *word)
{
  gsize n = strlen (word);

  return offset >= n && strncmp (string + offset - n, word, n) == 0;
}

/* 附件 alone may be the attachment of a letter or of a mail: only what surely means one of this
 * paper's counts. */
static gboolean
is_surely_meant (const char *string, const CwFact *fact)
{
  return fact->number > 0 || (fact->start == 0 && follows (string, fact->end, "："))
         || precedes (string, fact->start, "见") || precedes (string, fact->start, "见（")
         || (precedes (string, fact->start, "（") && follows (string, fact->end, "）"));
}

static void
report_missing (CwWhole *self, guint block, const CwFact *fact, Named *named)
{
  CwStretch at = cw_whole_get_stretch (self, block, fact->start, fact->end);
  char *message
      = named->n_attachments == 0
            ? g_strdup (_ ("The text names an attachment, but the paper has none: add it, or "
                           "take the words out."))
            : g_strdup_printf (_ ("The text names attachment %u, but the paper has %u only."),
                               fact->number, named->n_attachments);

  if (named->n_attachments > 0 || !named->reported)
    cw_whole_report (self, CW_RULE_ATTACHMENT_MISSING, &at, message);
  else
    g_free (message);
  named->reported = TRUE;
}

/* 附件1—3, 附件1、2 and 附件1和附件2 name several. */
static gboolean
names_several (const char *string, const CwFact *fact)
{
  static const char *const signs[] = { "—", "～", "-", "至", "、", "和", "及", "~" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (fact->number > 0 && follows (string, fact->end, signs[i]))
      return TRUE;
  return FALSE;
}

static void
on_named (CwWhole *self, guint block, const CwFact *fact, gpointer user_data)
{
  Named *named = user_data;
  const char *string = cw_whole_get_string (self, block);
  CwStretch at;

  if (fact->number == 0 || names_several (string, fact))
    named->any = TRUE;
  else if (fact->number <= named->n_attachments)
    named->named[fact->number - 1] = TRUE;
  if (fact->number > named->n_attachments
      || (named->n_attachments == 0 && is_surely_meant (string, fact)))
    report_missing (self, block, fact, named);
  if (named->n_attachments == 0 || fact->start > 0 || !follows (string, fact->end, "："))
    return;
  at = cw_whole_get_stretch (self, block, fact->start, fact->end);
  cw_whole_report (self, CW_RULE_ATTACHMENT_LIST, &at,
                   g_strdup (_ ("The list of attachments is printed by itself: take this "
                                "paragraph out.")));
}

static gboolean
is_in_body (CwWhole *self, const char *name)
{
  for (guint i = 0; i < self->n_body; i++)
    if (strstr (cw_whole_get_string (self, i), name) != NULL)
      return TRUE;
  return FALSE;
}

/* What issues or forwards a text names it in its title. */
static gboolean
is_carried (CwWhole *self)
{
  static gsize store = 0;
  GRegex *carries = cw_scan_get_regex ("印发|转发|批转|公布|发布|颁布|下发", &store);
  g_autofree char *title = cw_whole_get_title (self);

  return g_regex_match (carries, title, 0, NULL);
}

static void
check_unnamed (CwWhole *self, Named *named)
{
  gboolean some = FALSE;

  for (guint i = 0; i < named->n_attachments; i++)
    some = some || named->named[i];
  if (named->any || !some || is_carried (self))
    return;
  for (guint i = 0; i < named->n_attachments; i++)
    {
      g_autofree char *name = cw_document_get_attachment_name (self->document, i);
      CwStretch at = cw_whole_get_block (
          self, cw_document_get_attachment (self->document, i, NULL));

      if (*name != '\0' && !named->named[i] && !is_in_body (self, name))
        cw_whole_report (self, CW_RULE_ATTACHMENT_UNMENTIONED, &at,
                         g_strdup (_ ("The text never names this attachment: say where it "
                                      "belongs, such as （见附件）.")));
    }
}

static void
check_titles (CwWhole *self, guint n_attachments)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_attachments; i++)
    {
      g_autofree char *name = cw_document_get_attachment_name (self->document, i);
      CwStretch at = cw_whole_get_block (
          self, cw_document_get_attachment (self->document, i, NULL));

      if (*name == '\0')
        cw_whole_report (self, CW_RULE_ATTACHMENT_TITLE, &at,
                         g_strdup (_ ("This attachment has no title.")));
      else if (!g_hash_table_add (seen, g_steal_pointer (&name)))
        cw_whole_report (self, CW_RULE_ATTACHMENT_TITLE, &at,
                         g_strdup (_ ("Two attachments have this title.")));
    }
}

/**
 * cw_whole_check_attachments:
 * @self: a paper
 *
 * Holds the attachments the text names against those there are.
 */
void
cw_whole_check_attachments (CwWhole *self)
{
  Named named = { cw_document_get_n_attachments (self->document) };

  named.named = g_new0 (gboolean, named.n_attachments + 1);
  cw_whole_foreach (self, CW_FACT_ATTACHMENT, self->n_body, on_named, &named);
  check_unnamed (self, &named);
  check_titles (self, named.n_attachments);
  g_free (named.named);
}
