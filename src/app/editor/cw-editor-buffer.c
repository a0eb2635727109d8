/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-editor-buffer.h"

#include <string.h>

#include "document/cw-numbering.h"
#include "cw-editor-clean.h"
#include "cw-editor-filling.h"
#include "cw-editor-flow.h"
#include "cw-editor-number.h"
#include "cw-editor-pieces.h"
#include "cw-editor-tags.h"
#include "cw-editor-typing.h"

/**
 * CwEditorBuffer:
 *
 * The text of the section editor: a document's flow, line for line, kept in step with its history
 * in both directions. Whatever changes the text (keys, an input method, a drop, an assistive tool)
 * arrives here as text inserted or a range deleted and becomes an edit of the document; whatever
 * changes the document (undo, a style, a paste through the reader) is patched into the text by the
 * smallest difference. GTK's own undo is off: the history is the only one.
 *
 * The changes between begin-user-action and end-user-action become one step of the history.
 */
struct _CwEditorBuffer
{
  GtkTextBuffer parent_instance;

  CwHistory *history;
  CwDocument *document; /* whose flow is the text, always */
  CwDocument *tagged;   /* whose styles the tags show */
  CwDocument *counted;  /* whose headings @numbers are of */
  guint *numbers;

  guint actions;     /* depth of user actions */
  gboolean patching; /* the text is being made to follow the document */
  guint n_edits;     /* since the last step of the history */
  guint first;       /* first line they touched */
  guint tail;        /* lines below the last they touched */
  CwEditKind kind;
  CwPlace after;

  gboolean typing_help;
  gboolean mark_typed; /* the last edit put in one ASCII character */
  CwTypingStep help;   /* what was done about it */
  CwFilling filling;   /* a placeholder that is typed over */
};

enum
{
  PROP_HISTORY = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CwEditorBuffer, cw_editor_buffer, GTK_TYPE_TEXT_BUFFER)

#define PARENT (GTK_TEXT_BUFFER_CLASS (cw_editor_buffer_parent_class))

static void
set_document (CwDocument **held, CwDocument *document)
{
  CwDocument *old = *held;

  *held = cw_document_ref (document);
  if (old != NULL)
    cw_document_unref (old);
}

/* The line above and the line below are done too: line ends may have gone from one to the other. */
static void
tag_lines (CwEditorBuffer *self, guint first, guint end)
{
  end = MIN (end + 1, cw_flow_get_n_lines (self->document));
  for (guint line = first > 0 ? first - 1 : 0; line < end; line++)
    cw_editor_tags_apply (GTK_TEXT_BUFFER (self), self->document, line);
}

/* What an edit of the text has touched may have come to any line of it; what was patched is known. */
static void
retag (CwEditorBuffer *self)
{
  CwFlowSpan span = cw_flow_compare (self->tagged, self->document);
  guint n_lines = cw_flow_get_n_lines (self->document);
  g_autoptr (GArray) pieces = NULL;

  if (self->first != G_MAXUINT)
    tag_lines (self, MIN (span.first, self->first),
               MAX (span.new_end, n_lines - MIN (self->tail, n_lines)));
  else
    pieces = cw_flow_find_pieces (self->tagged, self->document, span);
  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    tag_lines (self, g_array_index (pieces, CwFlowPiece, i).new_first,
               g_array_index (pieces, CwFlowPiece, i).new_end);
  set_document (&self->tagged, self->document);
  self->first = self->tail = G_MAXUINT;
}

/* Each line that changes moves the caret a little: whoever follows it hears of that once, when text
 * and document agree again. */
static void
patch (CwEditorBuffer *self, CwDocument *document)
{
  CwFlowSpan span = cw_flow_compare (self->document, document);

  g_object_freeze_notify (G_OBJECT (self));
  self->patching = TRUE;
  cw_flow_patch_buffer (GTK_TEXT_BUFFER (self), self->document, document, span);
  self->patching = FALSE;
  set_document (&self->document, document);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
place_caret (CwEditorBuffer *self, CwPlace place)
{
  GtkTextIter iter;

  cw_place_get_iter (place, GTK_TEXT_BUFFER (self), &iter);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &iter);
}

static void
take_number (CwEditorBuffer *self)
{
  g_autoptr (CwDocument) document = cw_editor_take_number (self->document, self->after);

  if (document != NULL)
    cw_editor_buffer_apply (self, document, NULL);
}

/* What the hand typed and what it became are one step: only Backspace leads between them. */
static void
help_typing (CwEditorBuffer *self)
{
  if (!self->typing_help || !self->mark_typed
      || !cw_typing_step_make (&self->help, self->document, self->after))
    return;
  patch (self, self->help.document);
  self->after = self->help.end;
  place_caret (self, self->after);
}

/* What is typed over a placeholder is its value, in all its places. Returns whether it was that. */
static gboolean
fill_placeholder (CwEditorBuffer *self)
{
  CwStretch caret;
  g_autoptr (CwDocument) filled
      = cw_filling_finish (&self->filling, self->tagged, self->document, &caret);

  if (filled == NULL)
    return FALSE;
  self->after = (CwPlace) { caret.line, caret.end };
  patch (self, filled);
  place_caret (self, self->after);
  if (self->kind != CW_EDIT_ERASING)
    self->kind = CW_EDIT_TYPING;
  return TRUE;
}

/* What was typed goes to the history first and the heading made of it second: one undo gives the
 * typed number back as text. */
static void
finish_step (CwEditorBuffer *self)
{
  gboolean typed = self->n_edits == 1 && self->kind == CW_EDIT_TYPING;

  if (self->n_edits == 0)
    return;

  if (fill_placeholder (self))
    typed = FALSE;
  else
    help_typing (self);
  self->n_edits = 0;
  retag (self);
  cw_history_push (self->history, self->document, self->kind, self->after, g_get_monotonic_time ());
  if (typed)
    take_number (self);
}

static gboolean
text_follows (CwEditorBuffer *self, CwFlowSpan span)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  if (gtk_text_buffer_get_line_count (buffer) != (int) cw_flow_get_n_lines (self->document))
    return FALSE;
  for (guint line = span.first; line < span.new_end; line++)
    if (!cw_flow_line_matches (buffer, self->document, line))
      return FALSE;
  return TRUE;
}

/* An edit the document takes differently from plain text (a table keeps the line end behind its
 * caption, say): the text is made to follow. Line ends may come back anywhere among empty lines. */
static void
rewrite (CwEditorBuffer *self)
{
  CwFlowSpan whole = { 0, gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (self)),
                       cw_flow_get_n_lines (self->document) };

  self->patching = TRUE;
  cw_flow_patch_buffer (GTK_TEXT_BUFFER (self), NULL, self->document, whole);
  self->patching = FALSE;
  self->first = self->tail = 0;
  place_caret (self, self->after);
}

/* The lines a plain text edit touches may be more than those in which the documents differ. */
static void
extend_span (CwFlowSpan *span, guint line, const char *text, guint n_lines)
{
  guint end = line + 1;

  for (const char *p = text; (p = strchr (p, '\n')) != NULL; p++)
    end++;
  span->first = MIN (span->first, line);
  span->new_end = MIN (MAX (span->new_end, end), n_lines);
}

static void
record (CwEditorBuffer *self, CwPlace start, CwPlace end, const char *text, CwEditKind kind)
{
  g_autoptr (CwDocument) document
      = cw_edit_replace (self->document, start, end, text, &self->after);
  CwFlowSpan span = cw_flow_compare (self->document, document);
  CwStretch gone = { .line = start.line, .start = start.offset, .end = end.offset };

  cw_filling_note (&self->filling, self->document, self->n_edits == 0,
                   start.line == end.line ? &gone : NULL, text);
  self->mark_typed = text[0] != '\0' && text[1] == '\0' && g_ascii_ispunct (text[0]);
  extend_span (&span, start.line, text, cw_flow_get_n_lines (document));
  set_document (&self->document, document);
  self->first = MIN (self->first, span.first);
  self->tail = MIN (self->tail, cw_flow_get_n_lines (document) - span.new_end);
  self->kind = self->n_edits++ == 0 ? kind : CW_EDIT_STEP;
  if (!text_follows (self, span))
    rewrite (self);
}

/* The caller's iterator must be good again after the signal, whatever was done to the text. */
static void
settle (CwEditorBuffer *self, GtkTextIter *iter)
{
  GtkTextMark *mark;

  cw_place_get_iter (self->after, GTK_TEXT_BUFFER (self), iter);
  if (self->actions > 0)
    return;

  mark = gtk_text_buffer_create_mark (GTK_TEXT_BUFFER (self), NULL, iter, FALSE);
  finish_step (self);
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), iter, mark);
  gtk_text_buffer_delete_mark (GTK_TEXT_BUFFER (self), mark);
}

static void
cw_editor_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *pos, const char *text, int length)
{
  CwEditorBuffer *self = CW_EDITOR_BUFFER (buffer);
  g_autofree char *clean = NULL;
  CwPlace at;

  if (self->patching)
    {
      PARENT->insert_text (buffer, pos, text, length);
      return;
    }

  clean = cw_editor_clean_text (text, length);
  if (*clean == '\0')
    return;
  at = cw_place_at_iter (pos);
  PARENT->insert_text (buffer, pos, clean, strlen (clean));
  record (self, at, at, clean, strchr (clean, '\n') == NULL ? CW_EDIT_TYPING : CW_EDIT_STEP);
  settle (self, pos);
}

static void
cw_editor_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  CwEditorBuffer *self = CW_EDITOR_BUFFER (buffer);
  int n_chars = gtk_text_iter_get_offset (end) - gtk_text_iter_get_offset (start);
  CwPlace from = cw_place_at_iter (start);
  CwPlace to = cw_place_at_iter (end);

  PARENT->delete_range (buffer, start, end);
  if (self->patching || n_chars == 0)
    return;
  record (self, from, to, "",
          n_chars == 1 && from.line == to.line ? CW_EDIT_ERASING : CW_EDIT_STEP);
  settle (self, start);
  *end = *start;
}

static void
cw_editor_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  CW_EDITOR_BUFFER (buffer)->actions++;
  if (PARENT->begin_user_action != NULL)
    PARENT->begin_user_action (buffer);
}

static void
cw_editor_buffer_end_user_action (GtkTextBuffer *buffer)
{
  CwEditorBuffer *self = CW_EDITOR_BUFFER (buffer);

  if (PARENT->end_user_action != NULL)
    PARENT->end_user_action (buffer);
  if (--self->actions == 0)
    finish_step (self);
}

static void
on_history_document (CwEditorBuffer *self)
{
  CwDocument *document = cw_history_get_document (self->history);

  if (document == self->document || self->n_edits > 0)
    return;

  patch (self, document);
  retag (self);
  place_caret (self, cw_history_get_place (self->history));
}

static void
cw_editor_buffer_constructed (GObject *object)
{
  CwEditorBuffer *self = CW_EDITOR_BUFFER (object);
  g_autofree char *text = NULL;

  G_OBJECT_CLASS (cw_editor_buffer_parent_class)->constructed (object);
  self->document = cw_document_ref (cw_history_get_document (self->history));
  text = cw_flow_to_string (self->document);

  self->patching = TRUE;
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), text, -1);
  self->patching = FALSE;
  self->tagged = cw_document_ref (self->document);
  self->first = self->tail = 0;
  retag (self);
  place_caret (self, (CwPlace) { 0, 0 });
  g_signal_connect_object (self->history, "notify::document", G_CALLBACK (on_history_document),
                           self, G_CONNECT_SWAPPED);
}

static void
cw_editor_buffer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CwEditorBuffer *self = CW_EDITOR_BUFFER (object);

  switch (id)
    {
    case PROP_HISTORY:
      self->history = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_editor_buffer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CwEditorBuffer *self = CW_EDITOR_BUFFER (object);

  switch (id)
    {
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_editor_buffer_finalize (GObject *object)
{
  CwEditorBuffer *self = CW_EDITOR_BUFFER (object);

  g_clear_pointer (&self->document, cw_document_unref);
  g_clear_pointer (&self->tagged, cw_document_unref);
  g_clear_pointer (&self->counted, cw_document_unref);
  g_clear_pointer (&self->numbers, g_free);
  cw_typing_step_clear (&self->help);
  cw_filling_clear (&self->filling);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (cw_editor_buffer_parent_class)->finalize (object);
}

static void
cw_editor_buffer_class_init (CwEditorBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->constructed = cw_editor_buffer_constructed;
  object_class->set_property = cw_editor_buffer_set_property;
  object_class->get_property = cw_editor_buffer_get_property;
  object_class->finalize = cw_editor_buffer_finalize;
  buffer_class->insert_text = cw_editor_buffer_insert_text;
  buffer_class->delete_range = cw_editor_buffer_delete_range;
  buffer_class->begin_user_action = cw_editor_buffer_begin_user_action;
  buffer_class->end_user_action = cw_editor_buffer_end_user_action;

  /**
   * CwEditorBuffer:history:
   *
   * The history whose document is shown and that edits are pushed to.
   */
  props[PROP_HISTORY]
      = g_param_spec_object ("history", NULL, NULL, CW_TYPE_HISTORY,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_editor_buffer_init (CwEditorBuffer *self)
{
  self->first = self->tail = G_MAXUINT;
  self->typing_help = TRUE;
}

/**
 * cw_editor_buffer_new:
 * @history: the history of the document to edit
 *
 * Returns: (transfer full): a buffer that shows the document of @history and follows it
 */
CwEditorBuffer *
cw_editor_buffer_new (CwHistory *history)
{
  g_return_val_if_fail (CW_IS_HISTORY (history), NULL);

  return g_object_new (CW_TYPE_EDITOR_BUFFER, "enable-undo", FALSE, "tag-table",
                       cw_editor_tags_get_table (), "history", history, NULL);
}

/**
 * cw_editor_buffer_get_history:
 * @self: an editor buffer
 *
 * Returns: (transfer none): the history that edits go to
 */
CwHistory *
cw_editor_buffer_get_history (CwEditorBuffer *self)
{
  g_return_val_if_fail (CW_IS_EDITOR_BUFFER (self), NULL);

  return self->history;
}

/**
 * cw_editor_buffer_get_document:
 * @self: an editor buffer
 *
 * Within a user action this is ahead of the history's document.
 *
 * Returns: (transfer none): the document whose flow is the text of @self at this moment
 */
CwDocument *
cw_editor_buffer_get_document (CwEditorBuffer *self)
{
  g_return_val_if_fail (CW_IS_EDITOR_BUFFER (self), NULL);

  return self->document;
}

/**
 * cw_editor_buffer_get_numbers:
 * @self: an editor buffer
 *
 * Returns: (transfer none): the computed number of each block, as cw_numbering_count() gives them
 */
const guint *
cw_editor_buffer_get_numbers (CwEditorBuffer *self)
{
  g_return_val_if_fail (CW_IS_EDITOR_BUFFER (self), NULL);

  if (self->counted == self->document)
    return self->numbers;

  g_free (self->numbers);
  self->numbers = cw_numbering_count (self->document);
  set_document (&self->counted, self->document);
  return self->numbers;
}

/**
 * cw_editor_buffer_apply:
 * @self: an editor buffer
 * @document: what its document becomes
 * @caret: (nullable): where the caret goes; %NULL leaves caret and selection on their text
 *
 * Takes a change made by a command (a style, a paste through the reader), as one step of the
 * history. Nothing happens when @document is the one shown already.
 */
void
cw_editor_buffer_apply (CwEditorBuffer *self, CwDocument *document, const CwPlace *caret)
{
  cw_editor_buffer_apply_kind (self, document, caret, CW_EDIT_STEP);
}

/**
 * cw_editor_buffer_apply_kind:
 * @self: an editor buffer
 * @document: what its document becomes
 * @caret: (nullable): where the caret goes; %NULL leaves caret and selection on their text
 * @kind: what kind of edit it was
 *
 * As cw_editor_buffer_apply(), for what is typed beside the text, such as in the cells of a table.
 */
void
cw_editor_buffer_apply_kind (CwEditorBuffer *self,
                             CwDocument *document,
                             const CwPlace *caret,
                             CwEditKind kind)
{
  g_return_if_fail (CW_IS_EDITOR_BUFFER (self));
  g_return_if_fail (document != NULL);

  if (document == self->document)
    return;

  patch (self, document);
  if (caret != NULL)
    place_caret (self, *caret);
  retag (self);
  self->n_edits = 0;
  cw_history_push (self->history, document, kind, cw_editor_buffer_get_caret (self),
                   g_get_monotonic_time ());
}

/**
 * cw_editor_buffer_set_typing_help:
 * @self: an editor buffer
 * @help: whether half-width marks are put right as they are typed
 */
void
cw_editor_buffer_set_typing_help (CwEditorBuffer *self, gboolean help)
{
  g_return_if_fail (CW_IS_EDITOR_BUFFER (self));

  self->typing_help = help;
}

/**
 * cw_editor_buffer_take_back_help:
 * @self: an editor buffer
 *
 * Gives back what was typed, if typing help changed it just now and nothing has happened since.
 *
 * Returns: whether there was anything to take back
 */
gboolean
cw_editor_buffer_take_back_help (CwEditorBuffer *self)
{
  CwPlace caret;
  g_autoptr (CwDocument) typed = NULL;

  g_return_val_if_fail (CW_IS_EDITOR_BUFFER (self), FALSE);

  caret = cw_editor_buffer_get_caret (self);
  typed = cw_typing_step_take_back (&self->help, self->document, &caret);
  if (typed == NULL)
    return FALSE;
  cw_editor_buffer_apply (self, typed, &caret);
  return TRUE;
}

/**
 * cw_editor_buffer_get_filling:
 * @self: an editor buffer
 *
 * Returns: whether the caret is behind a value that was typed just now
 */
gboolean
cw_editor_buffer_get_filling (CwEditorBuffer *self)
{
  CwPlace caret;

  g_return_val_if_fail (CW_IS_EDITOR_BUFFER (self), FALSE);

  caret = cw_editor_buffer_get_caret (self);
  return cw_filling_is_at (&self->filling,
                           &(CwStretch) { .line = caret.line, .start = caret.offset,
                                          .end = caret.offset });
}
