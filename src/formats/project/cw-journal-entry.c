/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-journal-entry.h"

/* What it is, file, etag, time, project. */
#define ENTRY_TYPE G_VARIANT_TYPE ("(sssxay)")
#define ENTRY_FORMAT "(&s&s&sx@ay)"
#define MAGIC "chengwen-journal-1"

/**
 * cw_journal_entry_clear:
 * @self: an entry
 *
 * Frees what it holds.
 */
void
cw_journal_entry_clear (CwJournalEntry *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->project, g_bytes_unref);
}

/**
 * cw_journal_entry_to_bytes:
 * @self: an entry
 *
 * Returns: (transfer full): the content of its file
 */
GBytes *
cw_journal_entry_to_bytes (const CwJournalEntry *self)
{
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;
  GVariant *project = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, self->project, TRUE);
  g_autoptr (GVariant) entry = g_variant_ref_sink (
      g_variant_new ("(sssx@ay)", MAGIC, uri != NULL ? uri : "",
                     self->etag != NULL ? self->etag : "", self->time, project));

  return g_variant_get_data_as_bytes (entry);
}

static char *
not_empty (const char *string)
{
  return *string != '\0' ? g_strdup (string) : NULL;
}

/**
 * cw_journal_entry_from_bytes:
 * @self: (out caller-allocates): an entry
 * @bytes: the content of a file of the recovery folder, whatever that may be
 *
 * Returns: whether it was an entry
 */
gboolean
cw_journal_entry_from_bytes (CwJournalEntry *self, GBytes *bytes)
{
  g_autoptr (GVariant) entry
      = g_variant_ref_sink (g_variant_new_from_bytes (ENTRY_TYPE, bytes, FALSE));
  g_autoptr (GVariant) project = NULL;
  const char *magic, *uri, *etag;
  gint64 time;

  *self = (CwJournalEntry) { 0 };
  if (!g_variant_is_normal_form (entry))
    return FALSE;
  g_variant_get (entry, ENTRY_FORMAT, &magic, &uri, &etag, &time, &project);
  if (!g_str_equal (magic, MAGIC))
    return FALSE;
  self->file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  self->etag = not_empty (etag);
  self->time = time;
  self->project = g_variant_get_data_as_bytes (project);
  return TRUE;
}
