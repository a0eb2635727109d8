/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-search-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How often the engine may go back in one text before it gives up: patterns such as (a+)+b try
 * everything otherwise. */
#define LIMITS "(*LIMIT_MATCH=400000)(*LIMIT_DEPTH=40000)(*LIMIT_HEAP=20000)"

struct _CwSearch
{
  gatomicrefcount refs;
  GRegex *regex;
  char *replacement; /* or NULL */
  gboolean expand;   /* it has references */
  gboolean whole_numbers;
  gboolean limited;
  CwPlace start;
  CwPlace end;
};

G_DEFINE_QUARK (cw-search-error-quark, cw_search_error)

/* --- making one ------------------------------------------------------------------------------- */

static void
tell_pattern_error (const char *pattern, GError *error, GError **told)
{
  /* the engine counts the limits put before the pattern */
  g_set_error (told, CW_SEARCH_ERROR, CW_SEARCH_ERROR_PATTERN,
               _ ("“%s” is not a complete regular expression. Check its brackets, or switch regular "
                  "expressions off to look for just these characters."),
               pattern);
  g_debug ("%s", error->message);
}

static gboolean
check_replacement (const CwSearchOptions *options, GRegex *regex, gboolean *expand, GError **error)
{
  g_autoptr (GError) problem = NULL;

  *expand = FALSE;
  if (!options->regex || options->replacement == NULL)
    return TRUE;
  if (g_regex_check_replacement (options->replacement, expand, &problem))
    return TRUE;
  g_set_error (error, CW_SEARCH_ERROR, CW_SEARCH_ERROR_REPLACEMENT,
               _ ("The replacement “%s” is not complete: after a backslash comes the number of a "
                  "group, as in \\1. Two backslashes stand for one."),
               options->replacement);
  return FALSE;
}

static GRegex *
compile (const CwSearchOptions *options, GError **error)
{
  g_autofree char *pattern
      = options->regex ? g_strdup (options->pattern)
                       : cw_search_pattern_from_text (options->pattern, options->any_width);
  g_autofree char *limited = g_strconcat (LIMITS, pattern, NULL);
  g_autoptr (GError) problem = NULL;
  GRegex *regex = g_regex_new (limited,
                               G_REGEX_MULTILINE | G_REGEX_OPTIMIZE
                                   | (options->match_case ? 0 : G_REGEX_CASELESS),
                               0, &problem);

  if (regex == NULL)
    tell_pattern_error (options->pattern, problem, error);
  return regex;
}

/**
 * cw_search_new:
 * @options: what to search for
 * @error: return location: a sentence for the user, of %CW_SEARCH_ERROR
 *
 * Returns: (transfer full) (nullable): the search, or %NULL if its pattern or replacement is wrong
 */
CwSearch *
cw_search_new (const CwSearchOptions *options, GError **error)
{
  g_autoptr (GRegex) regex = NULL;
  gboolean expand;
  CwSearch *self;

  g_return_val_if_fail (options->pattern != NULL && *options->pattern != '\0', NULL);

  regex = compile (options, error);
  if (regex == NULL || !check_replacement (options, regex, &expand, error))
    return NULL;
  self = g_new0 (CwSearch, 1);
  g_atomic_ref_count_init (&self->refs);
  self->regex = g_steal_pointer (&regex);
  self->replacement = g_strdup (options->replacement);
  self->expand = expand;
  self->whole_numbers = options->whole_numbers;
  self->limited = options->limited;
  self->start = options->start;
  self->end = options->end;
  return self;
}

/**
 * cw_search_ref:
 * @self: a search
 *
 * Returns: (transfer full): @self
 */
CwSearch *
cw_search_ref (CwSearch *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * cw_search_unref:
 * @self: (transfer full): a search
 */
void
cw_search_unref (CwSearch *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_regex_unref (self->regex);
  g_free (self->replacement);
  g_free (self);
}

/* --- running it ------------------------------------------------------------------------------- */

typedef struct
{
  CwSearch *search;
  CwSearchHits *hits;
  GCancellable *cancellable;
  GError *error;
} Run;

/* A number goes on in digits, and in a point or comma between digits. */
static gboolean
number_goes_on (const char *at, const char *limit, gboolean backwards)
{
  gunichar ch, beyond;
  const char *next;

  if (at == limit)
    return FALSE;
  if (backwards)
    at = g_utf8_prev_char (at);
  ch = g_utf8_get_char (at);
  if (g_unichar_isdigit (ch))
    return TRUE;
  if (ch != '.' && ch != ',' && ch != 0xff0e)
    return FALSE;
  next = backwards ? at : g_utf8_next_char (at);
  if (next == limit)
    return FALSE;
  beyond = g_utf8_get_char (backwards ? g_utf8_prev_char (next) : next);
  return g_unichar_isdigit (beyond);
}

static gboolean
is_part_of_number (const char *string, int start, int end)
{
  const char *first = string + start, *behind = string + end;

  return (g_unichar_isdigit (g_utf8_get_char (first))
          && number_goes_on (first, string, TRUE))
         || (g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (behind)))
             && number_goes_on (behind, string + strlen (string), FALSE));
}

static gboolean
is_inside (CwSearch *search, const CwStretch *hit)
{
  CwPlace start = { hit->line, hit->start }, end = { hit->line, hit->end };

  if (!search->limited)
    return TRUE;
  if (hit->field.kind == CW_FIELD_CELL) /* a table belongs to its caption's line */
    return hit->line >= search->start.line
           && (hit->line < search->end.line
               || (hit->line == search->end.line && search->end.offset > 0));
  return hit->field.kind == CW_FIELD_NONE && cw_place_compare (start, search->start) >= 0
         && cw_place_compare (end, search->end) <= 0;
}

static void
add_hit (Run *run, const CwStretch *hit, GMatchInfo *info)
{
  CwSearch *search = run->search;

  g_array_append_val (run->hits->stretches, *hit);
  if (search->replacement != NULL)
    g_ptr_array_add (run->hits->replacements,
                     search->expand
                         ? g_match_info_expand_references (info, search->replacement, NULL)
                         : g_strdup (search->replacement));
}

static void
take_match (Run *run, const CwStretch *whole, const char *string, GMatchInfo *info)
{
  CwStretch hit = *whole;
  int start, end;

  if (!g_match_info_fetch_pos (info, 0, &start, &end) || start == end)
    return;
  hit.start = (guint) start;
  hit.end = (guint) end;
  if (is_inside (run->search, &hit)
      && !(run->search->whole_numbers && is_part_of_number (string, start, end)))
    add_hit (run, &hit, info);
}

static void
tell_match_error (Run *run, GError *error)
{
  g_debug ("%s", error->message);
  g_set_error_literal (&run->error, CW_SEARCH_ERROR, CW_SEARCH_ERROR_TOO_SLOW,
                       _ ("This regular expression can be matched in too many ways, and the search "
                          "was stopped. Nothing was changed. Say more exactly what to look for: "
                          "avoid one repetition inside another, as in (…+)+."));
}

static gboolean
search_text (const CwStretch *whole, CwText *text, gpointer data)
{
  Run *run = data;
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  const char *string = cw_text_get_string (text);
  gboolean found;

  if (g_cancellable_set_error_if_cancelled (run->cancellable, &run->error))
    return FALSE;
  found = g_regex_match_full (run->search->regex, string, (gssize) cw_text_get_length (text), 0, 0,
                              &info, &error);
  while (found && run->hits->stretches->len < CW_SEARCH_MOST)
    {
      take_match (run, whole, string, info);
      found = g_match_info_next (info, &error);
    }
  if (error != NULL)
    tell_match_error (run, error);
  if (found)
    run->hits->all = FALSE;
  return error == NULL && !found;
}

/**
 * cw_search_run:
 * @self: a search
 * @document: a document
 * @cancellable: (nullable): stops it
 * @error: return location: %CW_SEARCH_ERROR_TOO_SLOW, or %G_IO_ERROR_CANCELLED
 *
 * Looks through every text of a document: flow, cells and elements. May be called in any thread.
 *
 * Returns: (transfer full) (nullable): what was found
 */
CwSearchHits *
cw_search_run (CwSearch *self, CwDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (CwSearchHits) hits = cw_search_hits_new (document, self->replacement != NULL);
  Run run = { self, hits, cancellable, NULL };

  cw_stretch_foreach (document, search_text, &run);
  if (run.error == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, run.error);
  return NULL;
}

typedef struct
{
  CwSearch *search;
  CwDocument *document;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cw_search_unref (job->search);
  cw_document_unref (job->document);
  g_free (job);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  CwSearchHits *hits = cw_search_run (job->search, job->document, cancellable, &error);

  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) cw_search_hits_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cw_search_run_async:
 * @self: a search
 * @document: a document
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: passed to @callback
 *
 * As cw_search_run(), in a thread of its own.
 */
void
cw_search_run_async (CwSearch *self,
                     CwDocument *document,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->search = cw_search_ref (self);
  job->document = cw_document_ref (document);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * cw_search_run_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was found
 */
CwSearchHits *
cw_search_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
