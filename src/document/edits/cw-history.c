/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-history.h"

#include "document/cw-field.h"
#include "document/values/cw-values-follow.h"

/* The list of documents: they share all that an edit did not touch, so a step costs little more
 * than an array of pointers, and there is no limit to their number. */

#define JOIN_USEC G_USEC_PER_SEC

typedef struct
{
  CwDocument *document;
  CwEditKind kind;
  CwPlace place; /* where the caret was left */
  gint64 time;
  gboolean closed; /* nothing joins this step any more */
} Step;

struct _CwHistory
{
  GObject parent_instance;
  GPtrArray *steps; /* of Step; the first is the document as it was at the start */
  guint current;
  CwPlace place;
  CwDocument *saved;
};

G_DEFINE_FINAL_TYPE (CwHistory, cw_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_PLACE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static Step *
step_new (CwDocument *document, CwEditKind kind, CwPlace place, gint64 time)
{
  Step *step = g_new0 (Step, 1);

  step->document = cw_document_ref (document);
  step->kind = kind;
  step->place = place;
  step->time = time;
  return step;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  cw_document_unref (step->document);
  g_free (step);
}

static Step *
get_step (CwHistory *self, guint position)
{
  return g_ptr_array_index (self->steps, position);
}

/* --- notification --- */

/* What the properties said before a change; see notify_changes(). */
typedef struct
{
  CwDocument *document;
  CwPlace place;
  gboolean can_undo, can_redo, modified;
} State;

static State
get_state (CwHistory *self)
{
  return (State) {
    .document = cw_history_get_document (self),
    .place = self->place,
    .can_undo = cw_history_get_can_undo (self),
    .can_redo = cw_history_get_can_redo (self),
    .modified = cw_history_get_modified (self),
  };
}

static void
notify_if (CwHistory *self, gboolean changed, guint prop)
{
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* The place first: whoever shows a new document asks where the caret is. (A frozen queue would turn
 * the order round.) */
static void
notify_changes (CwHistory *self, State *was)
{
  State is = get_state (self);

  notify_if (self, cw_place_compare (was->place, is.place) != 0, PROP_PLACE);
  notify_if (self, was->document != is.document, PROP_DOCUMENT);
  notify_if (self, was->can_undo != is.can_undo, PROP_CAN_UNDO);
  notify_if (self, was->can_redo != is.can_redo, PROP_CAN_REDO);
  notify_if (self, was->modified != is.modified, PROP_MODIFIED);
}

/* --- GObject --- */

static void
cw_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CwHistory *self = CW_HISTORY (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_boxed (value, cw_history_get_document (self));
      break;
    case PROP_PLACE:
      g_value_set_boxed (value, &self->place);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, cw_history_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, cw_history_get_can_redo (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, cw_history_get_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_history_finalize (GObject *object)
{
  CwHistory *self = CW_HISTORY (object);

  g_ptr_array_unref (self->steps);
  g_clear_pointer (&self->saved, cw_document_unref);
  G_OBJECT_CLASS (cw_history_parent_class)->finalize (object);
}

static GParamSpec *
boolean_spec (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE,
                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
boxed_spec (const char *name, GType type)
{
  return g_param_spec_boxed (name, NULL, NULL, type,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
cw_history_class_init (CwHistoryClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = cw_history_get_property;
  object_class->finalize = cw_history_finalize;

  /**
   * CwHistory:document: (type CwDocument)
   *
   * The current document.
   */
  props[PROP_DOCUMENT] = boxed_spec ("document", CW_TYPE_DOCUMENT);
  /**
   * CwHistory:place: (type CwPlace)
   *
   * Where the caret belongs in the current document.
   */
  props[PROP_PLACE] = boxed_spec ("place", CW_TYPE_PLACE);
  /**
   * CwHistory:can-undo:
   *
   * Whether there is a step to undo.
   */
  props[PROP_CAN_UNDO] = boolean_spec ("can-undo");
  /**
   * CwHistory:can-redo:
   *
   * Whether there is an undone step to do again.
   */
  props[PROP_CAN_REDO] = boolean_spec ("can-redo");
  /**
   * CwHistory:modified:
   *
   * Whether the current document is not the saved one.
   */
  props[PROP_MODIFIED] = boolean_spec ("modified");
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_history_init (CwHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
}

static void
start (CwHistory *self, CwDocument *document)
{
  CwPlace top = { 0, 0 };

  g_ptr_array_add (self->steps, step_new (document, CW_EDIT_STEP, top, 0));
  self->saved = cw_document_ref (document);
  self->current = 0;
  self->place = top;
}

/**
 * cw_history_new:
 * @document: the document to start from, counted as saved
 *
 * Returns: (transfer full): a history with nothing to undo
 */
CwHistory *
cw_history_new (CwDocument *document)
{
  CwHistory *self = g_object_new (CW_TYPE_HISTORY, NULL);

  start (self, document);
  return self;
}

/**
 * cw_history_get_document:
 * @self: a history
 *
 * Returns: (transfer none): the current document
 */
CwDocument *
cw_history_get_document (CwHistory *self)
{
  return get_step (self, self->current)->document;
}

/**
 * cw_history_get_place:
 * @self: a history
 *
 * Returns: where the caret belongs: after the last step done, or where the last step undone began
 */
CwPlace
cw_history_get_place (CwHistory *self)
{
  return self->place;
}

/**
 * cw_history_get_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to undo
 */
gboolean
cw_history_get_can_undo (CwHistory *self)
{
  return self->current > 0;
}

/**
 * cw_history_get_can_redo:
 * @self: a history
 *
 * Returns: whether there is an undone step to do again
 */
gboolean
cw_history_get_can_redo (CwHistory *self)
{
  return self->current + 1 < self->steps->len;
}

/**
 * cw_history_get_modified:
 * @self: a history
 *
 * Returns: whether the current document is not the very one that was saved last; undoing back to
 *   it makes it unmodified again
 */
gboolean
cw_history_get_modified (CwHistory *self)
{
  return cw_history_get_document (self) != self->saved;
}

/* --- steps --- */

static guint
get_line_length (CwDocument *document, guint line)
{
  CwFlowLine flow_line = cw_flow_get_line (document, line);

  return flow_line.end - flow_line.start;
}

/* Whether all that happened since @last is that its line grew or shrank at the caret: what was put
 * in or taken out lies between the old caret and the new one, or (Delete) just behind it. */
static gboolean
goes_on (Step *last, CwDocument *document, CwEditKind kind, CwPlace place)
{
  gint64 grown, moved;

  if (place.line != last->place.line
      || cw_flow_get_n_lines (document) != cw_flow_get_n_lines (last->document))
    return FALSE;
  grown = (gint64) get_line_length (document, place.line)
          - get_line_length (last->document, place.line);
  moved = (gint64) place.offset - last->place.offset;
  if (kind == CW_EDIT_TYPING)
    return grown > 0 && moved == grown;
  return grown < 0 && (moved == grown || moved == 0);
}

/* Whether @last was made in one field, a cell or an element beside the text, and @document goes on
 * in it. */
static gboolean
goes_on_in_field (CwHistory *self, Step *last, CwDocument *document)
{
  CwField field, last_field;

  if (self->current == 0 || !cw_field_find_change (last->document, document, &field))
    return FALSE;
  return (field.kind == CW_FIELD_ELEMENT || field.kind == CW_FIELD_CELL)
         && cw_field_find_change (get_step (self, self->current - 1)->document, last->document,
                                  &last_field)
         && cw_field_equal (&field, &last_field);
}

/* The hand kept going: the same kind of edit, soon after, from where the last one left off, and no
 * Enter between. The saved document stays a step of its own, so that undo can lead back to it. */
static gboolean
joins (CwHistory *self, CwDocument *document, CwEditKind kind, CwPlace place, gint64 time)
{
  Step *last = get_step (self, self->current);

  if (kind == CW_EDIT_STEP || kind != last->kind || last->closed || last->document == self->saved)
    return FALSE;
  if (time - last->time >= JOIN_USEC)
    return FALSE;
  return goes_on (last, document, kind, place) || goes_on_in_field (self, last, document);
}

static void
add_or_join (CwHistory *self, CwDocument *document, CwEditKind kind, CwPlace place, gint64 time)
{
  gboolean join = joins (self, document, kind, place, time);
  Step *step = step_new (document, kind, place, time);

  step->closed
      = cw_flow_get_n_lines (document) != cw_flow_get_n_lines (cw_history_get_document (self));
  g_ptr_array_set_size (self->steps, self->current + (join ? 0 : 1));
  g_ptr_array_add (self->steps, step);
  self->current = self->steps->len - 1;
}

/* What the document was before the run of keys @document goes on with. */
static CwDocument *
get_base (CwHistory *self, CwDocument *document, CwEditKind kind, CwPlace place, gint64 time)
{
  gboolean join = self->current > 0 && joins (self, document, kind, place, time);

  return get_step (self, self->current - (join ? 1 : 0))->document;
}

/**
 * cw_history_push:
 * @self: a history
 * @document: the document after an edit
 * @kind: what kind of edit it was
 * @place: where it left the caret
 * @time: when it was made, in microseconds of g_get_monotonic_time()
 *
 * Makes @document the current one. Typing joins the step before if that was typing less than a
 * second ago, just before the caret and in the same line, or in the same cell or element beside
 * the text; erasing likewise. Steps that were undone are forgotten. What an undo has changed beside
 * the text tells cw_field_find_change(). Places of one quantity follow each other, see
 * cw_values_follow(), so that the current document may be more than @document. A document that is the current one already only moves the caret.
 */
void
cw_history_push (CwHistory *self, CwDocument *document, CwEditKind kind, CwPlace place, gint64 time)
{
  State was;
  g_autoptr (CwDocument) whole = NULL;

  g_return_if_fail (CW_IS_HISTORY (self));
  g_return_if_fail (document != NULL);

  was = get_state (self);
  g_autoptr (CwDocument) keep = cw_document_ref (was.document);
  if (document != keep)
    {
      whole = cw_values_follow (keep, document, get_base (self, document, kind, place, time), &place);
      add_or_join (self, whole, kind, place, time);
    }
  self->place = place;
  notify_changes (self, &was);
}

/* Where the caret belongs when @to is shown instead of @from: behind what came back, or where
 * something went away; where it was if the text is the same. */
static CwPlace
place_of_change (CwDocument *from, CwDocument *to, CwPlace otherwise)
{
  CwPlace start, end_from, end_to;

  return cw_flow_find_change (from, to, &start, &end_from, &end_to) ? end_to : otherwise;
}

/**
 * cw_history_undo:
 * @self: a history
 *
 * Goes one step back, if there is one. The caret goes where the text changes.
 */
void
cw_history_undo (CwHistory *self)
{
  State was;
  Step *from;

  g_return_if_fail (CW_IS_HISTORY (self));

  if (self->current == 0)
    return;
  was = get_state (self);
  from = get_step (self, self->current--);
  from->closed = TRUE;
  get_step (self, self->current)->closed = TRUE;
  self->place = place_of_change (from->document, cw_history_get_document (self), from->place);
  notify_changes (self, &was);
}

/**
 * cw_history_redo:
 * @self: a history
 *
 * Does the step undone last again, if there is one. The caret goes where that step had left it.
 */
void
cw_history_redo (CwHistory *self)
{
  State was;

  g_return_if_fail (CW_IS_HISTORY (self));

  if (!cw_history_get_can_redo (self))
    return;
  was = get_state (self);
  self->current++;
  self->place = get_step (self, self->current)->place;
  notify_changes (self, &was);
}

/**
 * cw_history_set_saved:
 * @self: a history
 * @document: the document that was written to the file; it may be an earlier one than the current,
 *   since writing takes time
 *
 * Tells what is on disk, which decides #CwHistory:modified.
 */
void
cw_history_set_saved (CwHistory *self, CwDocument *document)
{
  State was;

  g_return_if_fail (CW_IS_HISTORY (self));
  g_return_if_fail (document != NULL);

  was = get_state (self);
  cw_document_ref (document);
  g_clear_pointer (&self->saved, cw_document_unref);
  self->saved = document;
  notify_changes (self, &was);
}

/**
 * cw_history_reset:
 * @self: a history
 * @document: the document to start from, counted as saved
 *
 * Begins anew with another document, nothing to undo and the caret at the top.
 */
void
cw_history_reset (CwHistory *self, CwDocument *document)
{
  State was;
  g_autoptr (CwDocument) keep = NULL;

  g_return_if_fail (CW_IS_HISTORY (self));
  g_return_if_fail (document != NULL);

  was = get_state (self);
  keep = cw_document_ref (was.document);
  cw_document_ref (document);
  g_ptr_array_set_size (self->steps, 0);
  g_clear_pointer (&self->saved, cw_document_unref);
  start (self, document);
  cw_document_unref (document);
  notify_changes (self, &was);
}
