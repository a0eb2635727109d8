/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gio/gio.h>
#include <string.h>

#include "app/cw-draft.h"
#include "app/cw-export.h"
#include "app/cw-file-filters.h"
#include "app/cw-settings.h"
#include "document/edits/cw-edit.h"
#include "formats/files/cw-file.h"
#include "formats/project/cw-journal-entry.h"
#include "formats/project/cw-journal.h"
#include "formats/project/cw-project.h"

typedef struct
{
  char *folder;
  GFile *project;
  GFile *text;
  CwDraft *draft;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *project = NULL, *text = NULL;

  f->folder = g_dir_make_tmp ("chengwen-draft-XXXXXX", NULL);
  project = g_build_filename (f->folder, "总结.chengwen", NULL);
  text = g_build_filename (f->folder, "稿.txt", NULL);
  f->project = g_file_new_for_path (project);
  f->text = g_file_new_for_path (text);
  f->draft = cw_draft_new ();
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_chmod (path, 0700);
      g_unlink (path);
    }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *recovery = cw_settings_get_recovery_folder ();

  cw_draft_discard (f->draft);
  g_clear_object (&f->draft);
  empty (f->folder);
  empty (recovery);
  g_rmdir (f->folder);
  g_free (f->folder);
  g_object_unref (f->project);
  g_object_unref (f->text);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static gboolean
load (CwDraft *draft, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cw_draft_load_async (draft, file, NULL, on_done, &result);
  g_assert_true (cw_draft_get_busy (draft));
  return cw_draft_load_finish (draft, wait_for (&result), error);
}

static gboolean
save (CwDraft *draft, GFile *file, gboolean overwrite, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cw_draft_save_async (draft, file, overwrite, NULL, on_done, &result);
  return cw_draft_save_finish (draft, wait_for (&result), error);
}

static void
type (CwDraft *draft, const char *text)
{
  CwPlace after;
  g_autoptr (CwDocument) document = cw_edit_replace (
      cw_draft_get_document (draft), (CwPlace) { 0, 0 }, (CwPlace) { 0, 0 }, text, &after);

  cw_history_push (cw_draft_get_history (draft), document, CW_EDIT_STEP, after, 0);
}

static void
write_file (GFile *file, const char *contents)
{
  g_autofree char *path = g_file_get_path (file);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
wait_until (gboolean (*holds) (CwDraft *), CwDraft *draft)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!holds (draft) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  g_assert_true (holds (draft));
}

/* --- saving and opening ----------------------------------------------------------------------- */

static void
test_round_trip (Fixture *f, gconstpointer data)
{
  g_autoptr (CwDraft) other = cw_draft_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (cw_draft_is_untouched (f->draft));
  type (f->draft, "工作总结");
  g_assert_true (cw_draft_get_modified (f->draft));
  g_assert_cmpstr (cw_draft_get_title (f->draft), ==, "工作总结");
  g_assert_true (save (f->draft, f->project, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (cw_draft_get_modified (f->draft));
  g_assert_cmpstr (cw_draft_get_title (f->draft), ==, "总结");

  g_assert_true (load (other, f->project, &error));
  g_assert_no_error (error);
  g_assert_true (
      cw_document_equal (cw_draft_get_document (other), cw_draft_get_document (f->draft)));
  g_assert_false (cw_draft_get_modified (other));
  g_assert_true (cw_draft_is_at (other, f->project));
  g_assert_null (cw_draft_get_import (other));
}

/* What is typed while a thread writes is not taken for saved. */
static void
test_typing_while_saving (Fixture *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  type (f->draft, "甲");
  cw_draft_save_async (f->draft, f->project, FALSE, NULL, on_done, &result);
  type (f->draft, "乙");
  g_assert_true (cw_draft_save_finish (f->draft, wait_for (&result), &error));
  g_assert_true (cw_draft_get_modified (f->draft));
}

static void
test_text (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;

  write_file (f->text, "工作总结\n一、学习,落实\n正文。\n");
  g_assert_true (load (f->draft, f->text, &error));
  g_assert_no_error (error);
  g_assert_null (cw_draft_get_file (f->draft)); /* a text is never overwritten with a project */
  g_assert_true (g_file_equal (cw_draft_get_source (f->draft), f->text));
  g_assert_false (cw_draft_get_modified (f->draft));
  g_assert_nonnull (cw_draft_get_import (f->draft));
  g_assert_true (cw_draft_can_undo_import (f->draft));
  g_assert_true (cw_draft_is_at (f->draft, f->text));

  cw_history_undo (cw_draft_get_history (f->draft));
  typed = cw_flow_to_string (cw_draft_get_document (f->draft));
  g_assert_cmpstr (typed, ==, "工作总结\n学习,落实\n正文。");
  g_assert_false (cw_draft_can_undo_import (f->draft));
}

static void
test_cannot_load (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CwDocument *before = cw_draft_get_document (f->draft);

  g_assert_false (load (f->draft, f->project, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_NOT_FOUND);
  g_assert_true (cw_draft_get_document (f->draft) == before);
  g_assert_false (cw_draft_get_busy (f->draft));
}

static void
test_names (Fixture *f, gconstpointer data)
{
  g_autofree char *untitled = cw_draft_suggest_name (f->draft, "pdf");
  g_autofree char *titled = NULL;
  g_autofree char *longest = NULL;
  g_autofree char *title = g_strnfill (900, 'a');

  g_assert_cmpstr (untitled, ==, "Untitled Document.pdf");
  type (f->draft, "关于A/B的通知");
  titled = cw_draft_suggest_name (f->draft, "pdf");
  g_assert_cmpstr (titled, ==, "关于A B的通知.pdf");
  type (f->draft, title);
  longest = cw_draft_suggest_name (f->draft, "chengwen");
  g_assert_cmpuint (strlen (longest), <, 200);
  g_assert_true (g_utf8_validate (longest, -1, NULL));
}

static void
test_endings (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_get_parent (f->project);
  g_autoptr (GFile) bare = g_file_get_child (folder, "总结");
  g_autoptr (GFile) completed = cw_file_filters_complete (bare, ".chengwen", NULL);
  g_autoptr (GFile) same = cw_file_filters_complete (f->project, ".chengwen", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_equal (completed, f->project));
  g_assert_true (g_file_equal (same, f->project));
  write_file (f->project, "somebody’s");
  g_assert_null (
      cw_file_filters_complete (bare, ".chengwen", &error)); /* nobody was asked about it */
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_FAILED);
}

/* --- other programs --------------------------------------------------------------------------- */

static gboolean
has_changed (CwDraft *draft)
{
  return cw_draft_get_outside (draft) == CW_WATCH_CHANGED;
}

static gboolean
is_gone (CwDraft *draft)
{
  return cw_draft_get_outside (draft) == CW_WATCH_GONE;
}

static void
test_changed_outside (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *path = g_file_get_path (f->project);

  type (f->draft, "甲");
  g_assert_true (save (f->draft, f->project, FALSE, NULL));
  write_file (f->project, "another program was here");
  wait_until (has_changed, f->draft);

  type (f->draft, "乙");
  g_assert_false (save (f->draft, NULL, FALSE, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_CHANGED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "another program was here");
  g_assert_true (cw_draft_get_modified (f->draft));

  g_assert_true (save (f->draft, NULL, TRUE, NULL));
  g_assert_cmpint (cw_draft_get_outside (f->draft), ==, CW_WATCH_SAME);
  g_assert_false (cw_draft_get_modified (f->draft));
}

static void
test_deleted_outside (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  type (f->draft, "甲");
  g_assert_true (save (f->draft, f->project, FALSE, NULL));
  g_assert_true (g_file_delete (f->project, NULL, NULL));
  wait_until (is_gone, f->draft);
  type (f->draft, "乙");
  g_assert_false (save (f->draft, NULL, FALSE, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DELETED);
}

/* Events of the program's own writing must not count. */
static void
test_own_saving (Fixture *f, gconstpointer data)
{
  gint64 end;

  type (f->draft, "甲");
  for (guint i = 0; i < 3; i++)
    {
      type (f->draft, "乙");
      g_assert_true (save (f->draft, f->project, FALSE, NULL));
    }
  for (end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (cw_draft_get_outside (f->draft), ==, CW_WATCH_SAME);
}

/* --- after a crash ---------------------------------------------------------------------------- */

static guint
n_kept (void)
{
  g_autofree char *folder = cw_settings_get_recovery_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, CW_JOURNAL_LOCK_ENDING))
      n++;
  return n;
}

static gboolean
is_kept (CwDraft *draft)
{
  return n_kept () > 0;
}

static void
test_journal (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (n_kept (), ==, 0);
  type (f->draft, "没有保存");
  cw_draft_flush (f->draft);
  g_assert_true (is_kept (f->draft));
  g_assert_true (save (f->draft, f->project, FALSE, NULL));
  g_assert_cmpuint (n_kept (), ==, 0);
}

static void
test_journal_by_itself (Fixture *f, gconstpointer data)
{
  type (f->draft, "没有保存");
  wait_until (is_kept, f->draft);
}

static void
crash (const char *folder)
{
  g_autoptr (CwDraft) draft = cw_draft_new ();

  type (draft, "断电以前");
  cw_draft_flush (draft);
  _exit (0);
}

static void
test_recover (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = cw_settings_get_recovery_folder ();
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autofree char *flow = NULL;

  if (g_test_subprocess ())
    crash (folder);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();

  recoveries = cw_recovery_list (folder);
  g_assert_cmpuint (recoveries->len, ==, 1);
  g_assert_true (cw_draft_recover (f->draft, g_ptr_array_steal_index (recoveries, 0), NULL));
  flow = cw_flow_to_string (cw_draft_get_document (f->draft));
  g_assert_true (g_str_has_prefix (flow, "断电以前"));
  g_assert_true (cw_draft_get_modified (f->draft)); /* it is in no file yet */
  g_assert_true (save (f->draft, f->project, FALSE, NULL));
  g_assert_cmpuint (n_kept (), ==, 0);
}

/* --- PDF -------------------------------------------------------------------------------------- */

static void
test_export (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_get_child (g_file_get_parent (f->project), "out.pdf");
  g_autoptr (GAsyncResult) written = NULL, rendered = NULL;
  g_autoptr (GBytes) bytes = NULL, on_disk = NULL;
  g_autoptr (GError) error = NULL;

  type (f->draft, "工作总结");
  cw_export_write_async (cw_draft_get_document (f->draft), &cw_profile_default, file, NULL, on_done,
                         &written);
  g_assert_true (cw_export_write_finish (wait_for (&written), &error) == file);
  g_assert_no_error (error);
  cw_export_render_async (cw_draft_get_document (f->draft), &cw_profile_default, NULL, on_done,
                          &rendered);
  bytes = cw_export_render_finish (wait_for (&rendered), &error);
  on_disk = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, on_disk)); /* what is printed is what is exported */
}

static void
test_export_fails (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/out.pdf");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cw_export_write_async (cw_draft_get_document (f->draft), &cw_profile_default, file, NULL, on_done,
                         &result);
  g_assert_null (cw_export_write_finish (wait_for (&result), &error));
  g_assert_true (error->domain == CW_FILE_ERROR);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/app/draft/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("typing-while-saving", test_typing_while_saving);
  ADD ("text", test_text);
  ADD ("cannot-load", test_cannot_load);
  ADD ("names", test_names);
  ADD ("endings", test_endings);
  ADD ("changed-outside", test_changed_outside);
  ADD ("deleted-outside", test_deleted_outside);
  ADD ("own-saving", test_own_saving);
  ADD ("journal", test_journal);
  ADD ("journal-by-itself", test_journal_by_itself);
  ADD ("recover", test_recover);
  ADD ("export", test_export);
  ADD ("export-fails", test_export_fails);
  return g_test_run ();
}
