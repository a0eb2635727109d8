/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-parse.h"

#include "formats/files/cw-file-error.h"

#include <string.h>

/**
 * cw_project_reader_get_node:
 * @self: a reader
 *
 * Returns: where it stands
 */
CwProjectNode
cw_project_reader_get_node (CwProjectReader *self)
{
  return self->stack[self->depth];
}

/**
 * cw_project_reader_push:
 * @self: a reader
 * @node: what begins
 *
 * Goes one deeper.
 */
void
cw_project_reader_push (CwProjectReader *self, CwProjectNode node)
{
  g_assert (self->depth + 1 < CW_PROJECT_MAX_DEPTH);
  self->stack[++self->depth] = node;
}

/* --- errors --- */

/* Stopping frees what the attributes of an element point into, so that waits for its end. */
static void
stop (CwProjectReader *self)
{
  if (!self->in_start)
    xmlStopParser (self->parser);
}

/**
 * cw_project_reader_fail_damaged:
 * @self: a reader
 *
 * Stops at something that cannot be in any file.
 */
void
cw_project_reader_fail_damaged (CwProjectReader *self)
{
  g_autofree char *detail = NULL;

  if (self->error != NULL)
    return;
  detail = g_strdup_printf ("document.xml:%d", xmlSAX2GetLineNumber (self->parser));
  cw_project_set_damaged (&self->error, detail);
  stop (self);
}

/**
 * cw_project_reader_fail_newer:
 * @self: a reader
 *
 * Stops at something only a newer program understands.
 */
void
cw_project_reader_fail_newer (CwProjectReader *self)
{
  if (self->error != NULL)
    return;
  cw_project_set_newer (&self->error);
  stop (self);
}

/**
 * cw_project_reader_fail_unknown:
 * @self: a reader
 *
 * Stops at something there is no rule for: an addition, if the file says that it has any.
 */
void
cw_project_reader_fail_unknown (CwProjectReader *self)
{
  if (cw_project_reader_is_newer (self))
    cw_project_reader_fail_newer (self);
  else
    cw_project_reader_fail_damaged (self);
}

/* --- text --- */

/**
 * cw_project_reader_begin_text:
 * @self: a reader
 *
 * Begins to gather a text.
 */
void
cw_project_reader_begin_text (CwProjectReader *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->marks, 0);
}

/**
 * cw_project_reader_end_text:
 * @self: a reader
 *
 * Returns: (transfer full): the text gathered
 */
CwText *
cw_project_reader_end_text (CwProjectReader *self)
{
  return cw_text_new_with_marks (self->text->str, self->text->len,
                                 (const CwMark *) self->marks->data, self->marks->len);
}

/* --- what the parser reports --- */

static void
on_start_element (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  CwProjectReader *self = data;

  if (self->error != NULL)
    return;
  self->in_start = TRUE;
  if (g_strcmp0 ((const char *) uri, CW_PROJECT_NAMESPACE) != 0)
    cw_project_reader_fail_unknown (self);
  else
    cw_project_rules_start (self, (const char *) name,
                            (CwProjectAttributes) { attributes, n_attributes });
  self->in_start = FALSE;
  if (self->error != NULL)
    stop (self);
}

static void
on_end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  CwProjectReader *self = data;

  if (self->error != NULL)
    return;
  cw_project_rules_end (self);
  self->depth--;
}

static gboolean
is_blank (const char *characters, int length)
{
  for (int i = 0; i < length; i++)
    if (!g_ascii_isspace (characters[i]))
      return FALSE;
  return TRUE;
}

/* A line feed is written as <break/>: as itself it comes from another program that has broken the
 * lines, and nobody could say which of them were meant. */
static void
on_characters (void *data, const xmlChar *xml_characters, int length)
{
  CwProjectReader *self = data;
  const char *characters = (const char *) xml_characters;
  gboolean is_text = (cw_project_reader_get_node (self) & CW_PROJECT_NODES_WITH_TEXT) != 0;

  if (self->error != NULL)
    return;
  if (is_text && memchr (characters, '\n', length) == NULL
      && g_utf8_validate (characters, length, NULL))
    g_string_append_len (self->text, characters, length);
  else if (is_text || cw_project_reader_get_node (self) == CW_PROJECT_NODE_EMPTY || !is_blank (characters, length))
    cw_project_reader_fail_damaged (self);
}

/* --- what a project never has --- */

/* No document type: so no entities, no defaults, nothing to fetch. */
static void
on_document_type (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  cw_project_reader_fail_damaged (data);
}

static void
on_reference (void *data, const xmlChar *name)
{
  cw_project_reader_fail_damaged (data);
}

static void
on_error (void *data, const xmlError *error)
{
  /* Every error of the parser is fatal here, see cw_project_reader_feed(); and nothing is printed.
   */
}

static xmlSAXHandler handler = {
  .initialized = XML_SAX2_MAGIC,
  .internalSubset = on_document_type,
  .reference = on_reference,
  .startElementNs = on_start_element,
  .endElementNs = on_end_element,
  .characters = on_characters,
  .ignorableWhitespace = on_characters,
  .cdataBlock = on_characters,
  .serror = (xmlStructuredErrorFunc) on_error,
};

/* --- the reader --- */

/**
 * cw_project_reader_new:
 *
 * Makes a reader of document.xml. Everything that is not in the schema is refused; nothing is
 * fetched, no entity expanded; memory grows with the text only.
 *
 * Returns: (transfer full): a reader for one document
 */
CwProjectReader *
cw_project_reader_new (void)
{
  static gsize initialised = 0;
  CwProjectReader *self = g_new0 (CwProjectReader, 1);

  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&initialised, 1);
    }
  self->stack[0] = CW_PROJECT_NODE_START;
  self->form = cw_form_default;
  cw_project_table_init (&self->table);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_pending_picture_free);
  self->picture_names = g_hash_table_new (g_str_hash, g_str_equal);
  self->place = -1;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  self->block_ids = g_hash_table_new (NULL, NULL);
  self->ledger = cw_ledger_new ();
  self->text = g_string_new (NULL);
  self->marks = g_array_new (FALSE, FALSE, sizeof (CwMark));
  self->parser = xmlCreatePushParserCtxt (&handler, self, NULL, 0, NULL);
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET);
  return self;
}

/**
 * cw_project_reader_free:
 * @self: (transfer full): a reader
 *
 * Frees it with all it has read.
 */
void
cw_project_reader_free (CwProjectReader *self)
{
  if (self->parser->myDoc != NULL)
    xmlFreeDoc (self->parser->myDoc);
  xmlFreeParserCtxt (self->parser);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    g_clear_pointer (&self->elements[i], cw_text_unref);
  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->picture_names);
  g_ptr_array_unref (self->pictures);
  cw_project_table_clear (&self->table);
  cw_project_ledger_clear_strings (self);
  g_clear_pointer (&self->section, cw_section_unref);
  g_hash_table_unref (self->block_ids);
  cw_ledger_unref (self->ledger);
  g_free ((guint *) self->value.parts);
  g_string_free (self->text, TRUE);
  g_array_unref (self->marks);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * cw_project_reader_is_newer:
 * @self: a reader
 *
 * Returns: whether the document says that a newer version of the program has made it
 */
gboolean
cw_project_reader_is_newer (CwProjectReader *self)
{
  return self->minor > CW_PROJECT_VERSION_MINOR;
}

static gboolean
feed (CwProjectReader *self, const char *data, int length, gboolean is_last, GError **error)
{
  if (self->error == NULL && xmlParseChunk (self->parser, data, length, is_last) != XML_ERR_OK)
    cw_project_reader_fail_damaged (self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * cw_project_reader_feed:
 * @self: a reader
 * @data: the next bytes of document.xml
 * @length: how many
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Reads on. After an error the reader reads no more.
 *
 * Returns: whether all is well so far
 */
gboolean
cw_project_reader_feed (CwProjectReader *self, const char *data, gsize length, GError **error)
{
  self->n_bytes += length;
  if (self->n_bytes > CW_PROJECT_MAX_XML)
    cw_project_reader_fail_damaged (self);
  return feed (self, data, length, FALSE, error);
}

/**
 * cw_project_reader_end:
 * @self: a reader that has been given all of document.xml
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Returns: whether it was whole
 */
gboolean
cw_project_reader_end (CwProjectReader *self, GError **error)
{
  if (!feed (self, NULL, 0, TRUE, error))
    return FALSE;
  if (cw_project_reader_get_node (self) != CW_PROJECT_NODE_END || !self->has_body)
    cw_project_reader_fail_damaged (self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * cw_pending_picture_free:
 * @self: (transfer full): a picture without its bytes
 *
 * Frees it.
 */
void
cw_pending_picture_free (CwPendingPicture *self)
{
  g_free (self->name);
  g_clear_pointer (&self->caption, cw_text_unref);
  g_free (self);
}

/**
 * cw_project_reader_needs:
 * @self: a reader that has come to its end
 * @name: the name of an entry of the zip
 *
 * Returns: whether the document has that picture
 */
gboolean
cw_project_reader_needs (CwProjectReader *self, const char *name)
{
  return g_hash_table_contains (self->picture_names, name);
}

static gboolean
put_picture (CwProjectReader *self, CwPendingPicture *pending, GHashTable *files, GError **error)
{
  GBytes *bytes = files != NULL ? g_hash_table_lookup (files, pending->name) : NULL;
  g_autoptr (CwPicture) picture = NULL;
  g_autoptr (CwBlock) block = NULL;

  if (bytes == NULL)
    {
      cw_project_set_damaged (error, pending->name);
      return FALSE;
    }
  picture = cw_picture_new (pending->type, bytes, pending->width);
  block = cw_block_new_picture (picture, pending->caption);
  cw_block_unref (self->blocks->pdata[pending->block]);
  self->blocks->pdata[pending->block] = cw_block_with_id (block, pending->id);
  return TRUE;
}

/**
 * cw_project_reader_finish:
 * @self: a reader that has come to its end
 * @pictures: (nullable) (element-type utf8 GBytes): the pictures it needs, by their names
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): the document, or %NULL if a picture is missing
 */
CwDocument *
cw_project_reader_finish (CwProjectReader *self, GHashTable *pictures, GError **error)
{
  g_autoptr (CwDocument) document = NULL;

  for (guint i = 0; i < self->pictures->len; i++)
    if (!put_picture (self, self->pictures->pdata[i], pictures, error))
      return NULL;
  document = cw_document_new_with_form (&self->form, self->elements,
                                        (CwBlock *const *) self->blocks->pdata, self->blocks->len);
  return cw_project_ledger_settle (self, document);
}
