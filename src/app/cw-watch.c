/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-watch.h"

#include "formats/files/cw-file.h"

/* Programs that save write a file in several goes: look when it has come to rest. */
#define REST_MS 400

/**
 * CwWatch:
 *
 * Notices when another program changes or removes a file. A change is told by the file's entity
 * tag, not by events alone, so what the program writes itself is never taken for a stranger's.
 */
struct _CwWatch
{
  GObject parent_instance;

  GFile *file;
  char *etag;
  GFileMonitor *monitor;
  GCancellable *cancellable; /* of the look under way */
  CwWatchState state;
  guint timer;
  guint holds;
};

enum
{
  PROP_STATE = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CwWatch, cw_watch, G_TYPE_OBJECT)

static void
set_state (CwWatch *self, CwWatchState state)
{
  if (state == self->state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
look (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  char *etag = cw_file_query_etag (file, cancellable, &error);

  if (etag != NULL)
    g_task_return_pointer (task, etag, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  CwWatch *self = CW_WATCH (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->holds > 0)
    return;

  if (error != NULL && !g_file_query_exists (self->file, NULL))
    set_state (self, CW_WATCH_GONE);
  else if (error == NULL)
    set_state (self, g_strcmp0 (etag, self->etag) == 0 ? CW_WATCH_SAME : CW_WATCH_CHANGED);
}

static gboolean
on_rest (gpointer data)
{
  CwWatch *self = data;

  self->timer = 0;
  cw_watch_check (self);
  return G_SOURCE_REMOVE;
}

static void
on_event (CwWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST_MS, on_rest, self);
}

static void
clear (CwWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
}

static void
cw_watch_dispose (GObject *object)
{
  clear (CW_WATCH (object));
  G_OBJECT_CLASS (cw_watch_parent_class)->dispose (object);
}

static void
cw_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CwWatch *self = CW_WATCH (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_watch_class_init (CwWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cw_watch_dispose;
  object_class->get_property = cw_watch_get_property;

  /**
   * CwWatch:state:
   *
   * The #CwWatchState of the file.
   */
  props[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, CW_WATCH_GONE, CW_WATCH_SAME,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_watch_init (CwWatch *self)
{
}

/**
 * cw_watch_new:
 *
 * Returns: (transfer full): a watch over no file yet
 */
CwWatch *
cw_watch_new (void)
{
  return g_object_new (CW_TYPE_WATCH, NULL);
}

/**
 * cw_watch_set_file:
 * @self: a watch
 * @file: (nullable): the file to watch
 * @etag: (nullable): its entity tag as it is now known
 *
 * Watches @file from now on; it counts as unchanged.
 */
void
cw_watch_set_file (CwWatch *self, GFile *file, const char *etag)
{
  g_autoptr (GFile) kept = NULL;

  g_return_if_fail (CW_IS_WATCH (self));

  kept = file != NULL ? g_object_ref (file) : NULL;
  clear (self);
  self->file = g_steal_pointer (&kept);
  self->etag = g_strdup (etag);
  if (self->file != NULL)
    self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_event), self);
  set_state (self, CW_WATCH_SAME);
}

/**
 * cw_watch_get_etag:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the entity tag the file should have
 */
const char *
cw_watch_get_etag (CwWatch *self)
{
  g_return_val_if_fail (CW_IS_WATCH (self), NULL);

  return self->etag;
}

/**
 * cw_watch_get_state:
 * @self: a watch
 *
 * Returns: what has become of the file, as far as is known
 */
CwWatchState
cw_watch_get_state (CwWatch *self)
{
  g_return_val_if_fail (CW_IS_WATCH (self), CW_WATCH_SAME);

  return self->state;
}

/**
 * cw_watch_check:
 * @self: a watch
 *
 * Looks at the file now, in a thread: for places where no events come from, such as network
 * drives.
 */
void
cw_watch_check (CwWatch *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CW_IS_WATCH (self));

  if (self->file == NULL || self->holds > 0)
    return;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_looked, NULL);
  g_task_set_task_data (task, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (task, look);
}

/**
 * cw_watch_hold:
 * @self: a watch
 *
 * The program itself is about to write the file: look away until cw_watch_release().
 */
void
cw_watch_hold (CwWatch *self)
{
  g_return_if_fail (CW_IS_WATCH (self));

  self->holds++;
}

/**
 * cw_watch_release:
 * @self: a watch
 *
 * Ends one cw_watch_hold().
 */
void
cw_watch_release (CwWatch *self)
{
  g_return_if_fail (CW_IS_WATCH (self));
  g_return_if_fail (self->holds > 0);

  self->holds--;
}
