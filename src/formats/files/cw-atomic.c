/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-atomic.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define TEMPORARY_PREFIX ".chengwen-"
#define CHUNK (1024 * 1024)

/* What one write works with. @old is what was there, all zero if nothing was. */
typedef struct
{
  char *path;
  char *folder;
  gboolean exists;
  struct stat old;
  GBytes *bytes;
  GCancellable *cancellable;
} Write;

static gboolean
fail (GError **error, int code)
{
  GIOErrorEnum kind = g_io_error_from_errno (code);

  if (code == EDQUOT || code == EFBIG)
    kind = G_IO_ERROR_NO_SPACE;
  g_set_error_literal (error, G_IO_ERROR, kind, g_strerror (code));
  return FALSE;
}

/* --- small steps --- */

static gboolean
write_all (int fd, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize written;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      written = write (fd, data, MIN (length, CHUNK));
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (error, errno);
      data += written;
      length -= written;
    }
  return TRUE;
}

/* File systems that cannot flush say so; there is nothing more to be done on them. */
static gboolean
flush (int fd, GError **error)
{
  while (fsync (fd) != 0)
    {
      if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP || errno == EROFS)
        break;
      if (errno != EINTR)
        return fail (error, errno);
    }
  return TRUE;
}

/* The name itself must reach the disk too. Too late to undo anything, so errors are of no use. */
static void
flush_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  flush (fd, NULL);
  g_close (fd, NULL);
}

/* Where a link leads, even if nothing is there yet; links on the way are the system's business. */
static char *
follow_links (const char *path)
{
  g_autofree char *here = g_strdup (path);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *target = g_file_read_link (here, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        break;
      folder = g_path_get_dirname (here);
      g_free (here);
      here = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                         : g_build_filename (folder, target, NULL);
    }
  return g_steal_pointer (&here);
}

/* --- the temporary sibling --- */

/**
 * cw_atomic_lock:
 * @path: path of a file
 * @create: whether to make the file if it is not there
 *
 * Opens a file and locks it, for as long as the descriptor is open and no longer than the process
 * lives. Never waits. The lock is on the file that has this name at the moment of return: if
 * somebody deletes a file between opening and locking, another attempt is made.
 *
 * Returns: a descriptor, or -1 if somebody else holds the lock or there is no such file
 */
int
cw_atomic_lock (const char *path, gboolean create)
{
  /* Not to be held up by a pipe of that name. */
  int flags = (create ? O_RDWR | O_CREAT : O_RDONLY | O_NONBLOCK) | O_CLOEXEC | O_NOFOLLOW;

  for (guint i = 0; i < 100; i++)
    {
      struct stat status;
      gboolean locked;
      int fd = open (path, flags, 0600);

      if (fd < 0)
        return -1;
      locked = flock (fd, LOCK_EX | LOCK_NB) == 0;
      if (locked && fstat (fd, &status) == 0 && status.st_nlink > 0)
        return fd;
      g_close (fd, NULL);
      if (!locked)
        return -1;
    }
  return -1;
}

/**
 * cw_atomic_sweep:
 * @folder: path of a folder
 *
 * Deletes the temporary files in @folder that a killed program has left: those nobody has locked.
 */
void
cw_atomic_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      int fd;

      if (!g_str_has_prefix (name, TEMPORARY_PREFIX))
        continue;
      path = g_build_filename (folder, name, NULL);
      fd = cw_atomic_lock (path, FALSE);
      if (fd < 0)
        continue;
      g_unlink (path);
      g_close (fd, NULL);
    }
}

/* Makes and locks a file that was not there. A sweep in another process may take it for a left-over
 * in the moment before it is locked: then another one is made. */
static int
open_temporary (Write *self, char **path)
{
  mode_t mode = self->exists ? 0600 : 0666;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *name
          = g_strdup_printf (TEMPORARY_PREFIX "%08x%08x", g_random_int (), (guint) getpid ());
      g_autofree char *candidate = g_build_filename (self->folder, name, NULL);
      struct stat status;
      int fd = open (candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);

      if (fd < 0 && errno != EEXIST)
        return -1;
      if (fd < 0)
        continue;
      flock (fd, LOCK_EX | LOCK_NB); /* where locks do not exist nothing is swept either */
      if (fstat (fd, &status) == 0 && status.st_nlink > 0)
        {
          *path = g_steal_pointer (&candidate);
          return fd;
        }
      g_close (fd, NULL);
    }
  errno = EEXIST;
  return -1;
}

/* Access lists and other attributes; %FALSE if one that decides about access cannot be kept. */
static gboolean
copy_attributes (Write *self, int fd)
{
  char names[4096], value[4096];
  gssize length = listxattr (self->path, names, sizeof names);

  for (const char *name = names; length > 0 && name < names + length; name += strlen (name) + 1)
    {
      gssize size = getxattr (self->path, name, value, sizeof value);
      gboolean kept = size >= 0 && fsetxattr (fd, name, value, size, 0) == 0;

      if (!kept && g_str_has_prefix (name, "system.posix_acl"))
        return FALSE;
    }
  return TRUE;
}

/* Owner, group and mode of the old file, for the new one. */
static gboolean
copy_permissions (Write *self, int fd)
{
  struct stat status;

  if (!self->exists)
    return TRUE;
  if (fstat (fd, &status) != 0)
    return FALSE;
  if ((status.st_uid != self->old.st_uid || status.st_gid != self->old.st_gid)
      && fchown (fd, self->old.st_uid, self->old.st_gid) != 0)
    return FALSE;
  return fchmod (fd, self->old.st_mode & 07777) == 0 && copy_attributes (self, fd);
}

/* --- three ways to write --- */

static gboolean
fill_and_rename (Write *self,
                 int fd,
                 const char *temporary,
                 CwAtomicCheck check,
                 gpointer data,
                 GError **error)
{
  if (!write_all (fd, self->bytes, self->cancellable, error) || !flush (fd, error))
    return FALSE;
  if (check != NULL && !check (data, error))
    return FALSE;
  return g_rename (temporary, self->path) == 0 || fail (error, errno);
}

/* Opened for writing, without touching the content; what could not be restored is not begun. */
static gboolean
overwrite (Write *self, int fd, GBytes *old, GError **error)
{
  gsize length = g_bytes_get_size (self->bytes);
  int full = posix_fallocate (fd, 0, MAX (length, 1));

  if (full == ENOSPC || full == EDQUOT || full == EFBIG)
    {
      G_GNUC_UNUSED int ignored = ftruncate (fd, g_bytes_get_size (old));

      return fail (error, full);
    }
  if (write_all (fd, self->bytes, NULL, error)
      && (ftruncate (fd, length) == 0 || fail (error, errno)) && flush (fd, error))
    return TRUE;

  if (lseek (fd, 0, SEEK_SET) == 0 && write_all (fd, old, NULL, NULL)
      && ftruncate (fd, g_bytes_get_size (old)) == 0)
    flush (fd, NULL);
  return FALSE;
}

/* The file may be written but its folder not, or its owner could not be kept: room is reserved
 * first, then the content replaced; a failure puts the old content back. Only a power cut or a kill
 * in the middle can tear it, and for that there is the journal. */
static gboolean
write_in_place (Write *self, CwAtomicCheck check, gpointer data, GError **error)
{
  g_autofree char *content = NULL;
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GError) read_error = NULL;
  gsize length;
  gboolean success;
  int fd = open (self->path, O_RDWR | O_CLOEXEC);

  if (fd < 0)
    return fail (error, errno);
  if (!g_file_get_contents (self->path, &content, &length, &read_error))
    {
      g_close (fd, NULL);
      return fail (error, EACCES);
    }
  old = g_bytes_new_take (g_steal_pointer (&content), length);
  success = (check == NULL || check (data, error)) && overwrite (self, fd, old, error);
  g_close (fd, NULL);
  return success;
}

/* A pipe, a terminal, /dev/null. */
static gboolean
write_through (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  int fd = open (path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
  gboolean success;

  if (fd < 0)
    return fail (error, errno);
  success = write_all (fd, bytes, cancellable, error);
  if (!g_close (fd, NULL) && success)
    success = fail (error, EIO);
  return success;
}

/* The folder does not let us, the file may: sticky and read-only folders, files bound one by one
 * into a sandbox. */
static gboolean
is_refusal (int code)
{
  return code == EACCES || code == EPERM || code == EROFS || code == ENAMETOOLONG || code == EXDEV
         || code == EBUSY;
}

static gboolean
write_beside (Write *self, CwAtomicCheck check, gpointer data, GError **error)
{
  g_autofree char *temporary = NULL;
  g_autoptr (GError) local_error = NULL;
  int fd = open_temporary (self, &temporary);
  gboolean kept, success;

  if (fd < 0 && self->exists && is_refusal (errno))
    return write_in_place (self, check, data, error);
  if (fd < 0)
    return fail (error, errno);

  kept = copy_permissions (self, fd);
  success = kept && fill_and_rename (self, fd, temporary, check, data, &local_error);
  if (!success)
    g_unlink (temporary);
  g_close (fd, NULL);
  if (success)
    flush_folder (self->folder);
  else if (!kept || g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_BUSY)
           || (self->exists
               && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)))
    return write_in_place (self, check, data, error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return success;
}

/**
 * cw_atomic_write:
 * @path: path of a file
 * @bytes: its new content
 * @check: (nullable): asked before the new content takes the place of the old
 * @data: for @check
 * @cancellable: (nullable): to stop it; then nothing has happened
 * @error: return location for an error of %G_IO_ERROR
 *
 * Writes a file so that at any time, through kill, crash or power cut, there is either all of the
 * old content or all of the new under its name: into a locked temporary file beside it, flushed,
 * and renamed. Links are followed; owner, permissions and attributes of the old file are kept. What
 * killed programs have left beside it is cleared away. Where only the file itself may be written,
 * its content is replaced in place, as carefully as that can be done. A pipe or device is written
 * to as it is.
 *
 * Returns: whether the new content is there, safe; if not, the old one is as it was
 */
gboolean
cw_atomic_write (const char *path,
                 GBytes *bytes,
                 CwAtomicCheck check,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *real_path = NULL;
  g_autofree char *folder = NULL;
  Write self = { .bytes = bytes, .cancellable = cancellable };

  self.exists = stat (path, &self.old) == 0;
  if (!self.exists && errno != ENOENT)
    return fail (error, errno);
  if (self.exists && S_ISDIR (self.old.st_mode))
    return fail (error, EISDIR);
  if (self.exists && !S_ISREG (self.old.st_mode))
    return write_through (path, bytes, cancellable, error);

  self.path = real_path = follow_links (path);
  self.folder = folder = g_path_get_dirname (real_path);
  cw_atomic_sweep (folder);
  return write_beside (&self, check, data, error);
}
