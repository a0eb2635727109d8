/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-xml.h"

#include "formats/files/cw-file-error.h"

#include <libxml/parser.h>
#include <string.h>

/* Where the parser stands. Each is a bit, so that a rule can name all parents it allows. */
typedef enum
{
  NODE_START = 1 << 0,
  NODE_DOCUMENT = 1 << 1,
  NODE_ELEMENT = 1 << 2, /* title, subtitle …: text of several lines */
  NODE_BODY = 1 << 3,
  NODE_BLOCK = 1 << 4, /* paragraph, heading: text of one line */
  NODE_EMPHASIS = 1 << 5,
  NODE_EMPTY = 1 << 6, /* page-break, break, character: nothing inside */
  NODE_END = 1 << 7,
} Node;

#define NODES_WITH_TEXT (NODE_ELEMENT | NODE_BLOCK | NODE_EMPHASIS)
#define MAX_DEPTH 8

typedef struct
{
  const xmlChar **values;
  int n_values;
} Attributes;

/* No tree is built: the state machine below takes the document as it streams by, and whatever it
 * has no rule for stops it at once, so that neither depth nor size can be made to hurt. */
struct _CwProjectReader
{
  xmlParserCtxt *parser;
  gsize n_bytes;
  guint minor;
  GError *error;

  Node stack[MAX_DEPTH];
  guint depth;
  int place; /* the last child of <document>: they come in order, each once */
  gboolean has_body;

  CwText *elements[CW_N_ELEMENTS];
  GPtrArray *blocks;
  GString *text;
  GArray *marks;
  CwMark mark;
  guint level;
};

static Node
current_node (CwProjectReader *self)
{
  return self->stack[self->depth];
}

/* --- errors --- */

static void
stop (CwProjectReader *self)
{
  xmlStopParser (self->parser);
}

static void
fail_damaged (CwProjectReader *self)
{
  g_autofree char *detail = NULL;

  if (self->error != NULL)
    return;
  detail = g_strdup_printf ("document.xml:%d", xmlSAX2GetLineNumber (self->parser));
  cw_project_set_damaged (&self->error, detail);
  stop (self);
}

static void
fail_newer (CwProjectReader *self)
{
  if (self->error != NULL)
    return;
  cw_project_set_newer (&self->error);
  stop (self);
}

/* Something there is no rule for: in a file of a newer minor version it is an addition. Leaving it
 * out would lose it with the next save, so the file is not opened at all. */
static void
fail_unknown (CwProjectReader *self)
{
  if (cw_project_reader_is_newer (self))
    fail_newer (self);
  else
    fail_damaged (self);
}

/* --- attributes --- */

/* Value of the one attribute an element may have; %NULL if it is not there. */
static char *
get_attribute (CwProjectReader *self, Attributes attributes, const char *name)
{
  const xmlChar **values = attributes.values;

  if (attributes.n_values == 0)
    return NULL;
  if (attributes.n_values > 1 || values[2] != NULL || strcmp ((const char *) values[0], name) != 0)
    {
      fail_unknown (self);
      return NULL;
    }
  return g_strndup ((const char *) values[3], values[4] - values[3]);
}

/* A short run of digits of @base and nothing else. */
static gboolean
parse_number (const char *string, const char *end, guint base, guint *number)
{
  char *stop_at;

  if (string == NULL || end <= string || end - string > 6 || !g_ascii_isxdigit (*string))
    return FALSE;
  *number = g_ascii_strtoull (string, &stop_at, base);
  return stop_at == end;
}

/* --- the start of each kind of element --- */

static void
start_document (CwProjectReader *self, Attributes attributes, int which)
{
  g_autofree char *version = NULL;
  const xmlChar **values = attributes.values;
  const char *dot;
  guint major;

  /* A newer major version may have attributes nobody knows yet, so look for this one first. */
  for (int i = 0; i < attributes.n_values; i++, values += 5)
    if (values[2] == NULL && strcmp ((const char *) values[0], "version") == 0)
      version = g_strndup ((const char *) values[3], values[4] - values[3]);

  dot = version != NULL ? strchr (version, '.') : NULL;
  if (dot == NULL || !parse_number (version, dot, 10, &major) || major == 0
      || !parse_number (dot + 1, version + strlen (version), 10, &self->minor))
    fail_damaged (self);
  else if (major > CW_PROJECT_VERSION_MAJOR)
    fail_newer (self);
  else if (attributes.n_values > 1)
    fail_unknown (self);
}

static void
begin_text (CwProjectReader *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->marks, 0);
}

/* Title, subtitle, addressees, body, signatory, date: @which is the place in this order. */
static void
start_part (CwProjectReader *self, Attributes attributes, int which)
{
  if (attributes.n_values > 0)
    fail_unknown (self);
  if (which <= self->place)
    fail_damaged (self);
  self->place = which;
  begin_text (self);
}

#define PLACE_OF_BODY CW_ELEMENT_SIGNATORY
#define PLACE_OF_ELEMENT(element)                                                                  \
  ((element) < CW_ELEMENT_SIGNATORY ? (int) (element) : (int) (element) + 1)

static void
start_body (CwProjectReader *self, Attributes attributes, int which)
{
  start_part (self, attributes, which);
  self->has_body = TRUE;
}

static void
start_block (CwProjectReader *self, Attributes attributes, int which)
{
  g_autofree char *level = get_attribute (self, attributes, "level");

  if (self->blocks->len >= CW_PROJECT_MAX_BLOCKS)
    fail_damaged (self);
  self->level = 0;
  if (which == CW_BLOCK_HEADING)
    {
      if (level == NULL || !parse_number (level, level + strlen (level), 10, &self->level)
          || self->level < 1 || self->level > CW_HEADING_LEVELS)
        fail_damaged (self);
    }
  else if (level != NULL)
    fail_unknown (self);
  begin_text (self);
  if (which == CW_BLOCK_PAGE_BREAK && self->error == NULL)
    g_ptr_array_add (self->blocks, cw_block_new_page_break ());
}

static void
start_emphasis (CwProjectReader *self, Attributes attributes, int which)
{
  if (attributes.n_values > 0)
    fail_unknown (self);
  self->mark = (CwMark) { which, self->text->len, self->text->len };
}

static void
start_break (CwProjectReader *self, Attributes attributes, int which)
{
  if (attributes.n_values > 0)
    fail_unknown (self);
  if (self->stack[2] != NODE_ELEMENT)
    fail_damaged (self);
  g_string_append_c (self->text, '\n');
}

static void
start_character (CwProjectReader *self, Attributes attributes, int which)
{
  g_autofree char *code = get_attribute (self, attributes, "code");
  guint ch;

  if (code == NULL || !parse_number (code, code + strlen (code), 16, &ch) || ch == 0 || ch == '\n'
      || !g_unichar_validate (ch))
    fail_damaged (self);
  else
    g_string_append_unichar (self->text, ch);
}

/* The grammar, the same as in data/chengwen-document.rng. */
static const struct
{
  const char *name;
  guint parents;
  Node node;
  void (*start) (CwProjectReader *self, Attributes attributes, int which);
  int which;
} rules[] = {
  { "document", NODE_START, NODE_DOCUMENT, start_document, 0 },
  { "title", NODE_DOCUMENT, NODE_ELEMENT, start_part, PLACE_OF_ELEMENT (CW_ELEMENT_TITLE) },
  { "subtitle", NODE_DOCUMENT, NODE_ELEMENT, start_part, PLACE_OF_ELEMENT (CW_ELEMENT_SUBTITLE) },
  { "addressees", NODE_DOCUMENT, NODE_ELEMENT, start_part,
    PLACE_OF_ELEMENT (CW_ELEMENT_ADDRESSEES) },
  { "body", NODE_DOCUMENT, NODE_BODY, start_body, PLACE_OF_BODY },
  { "signatory", NODE_DOCUMENT, NODE_ELEMENT, start_part, PLACE_OF_ELEMENT (CW_ELEMENT_SIGNATORY) },
  { "date", NODE_DOCUMENT, NODE_ELEMENT, start_part, PLACE_OF_ELEMENT (CW_ELEMENT_DATE) },
  { "paragraph", NODE_BODY, NODE_BLOCK, start_block, CW_BLOCK_PARAGRAPH },
  { "heading", NODE_BODY, NODE_BLOCK, start_block, CW_BLOCK_HEADING },
  { "page-break", NODE_BODY, NODE_EMPTY, start_block, CW_BLOCK_PAGE_BREAK },
  { "emphasis", NODE_ELEMENT | NODE_BLOCK, NODE_EMPHASIS, start_emphasis, CW_MARK_EMPHASIS },
  { "break", NODES_WITH_TEXT, NODE_EMPTY, start_break, 0 },
  { "character", NODES_WITH_TEXT, NODE_EMPTY, start_character, 0 },
};

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
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (strcmp (rules[i].name, (const char *) name) != 0
          || g_strcmp0 ((const char *) uri, CW_PROJECT_NAMESPACE) != 0)
        continue;
      if ((rules[i].parents & current_node (self)) == 0)
        break;
      g_assert (self->depth + 1 < MAX_DEPTH);
      self->stack[++self->depth] = rules[i].node;
      rules[i].start (self, (Attributes) { attributes, n_attributes }, rules[i].which);
      return;
    }
  fail_unknown (self);
}

/* --- text --- */

static CwText *
end_text (CwProjectReader *self)
{
  return cw_text_new_with_marks (self->text->str, self->text->len,
                                 (const CwMark *) self->marks->data, self->marks->len);
}

static void
end_element (CwProjectReader *self)
{
  int element = self->place < PLACE_OF_BODY ? self->place : self->place - 1;

  self->elements[element] = end_text (self);
}

static void
end_block (CwProjectReader *self)
{
  g_autoptr (CwText) text = end_text (self);

  g_ptr_array_add (self->blocks, self->level > 0 ? cw_block_new_heading (self->level, text)
                                                 : cw_block_new_paragraph (text));
}

static void
end_emphasis (CwProjectReader *self)
{
  self->mark.end = self->text->len;
  if (self->mark.end > self->mark.start)
    g_array_append_val (self->marks, self->mark);
}

static void
on_end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  CwProjectReader *self = data;
  Node node = current_node (self);

  if (self->error != NULL)
    return;
  if (node == NODE_ELEMENT)
    end_element (self);
  else if (node == NODE_BLOCK)
    end_block (self);
  else if (node == NODE_EMPHASIS)
    end_emphasis (self);
  self->depth--;
  if (node == NODE_DOCUMENT)
    self->stack[0] = NODE_END;
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
  gboolean is_text = (current_node (self) & NODES_WITH_TEXT) != 0;

  if (self->error != NULL)
    return;
  if (is_text && memchr (characters, '\n', length) == NULL
      && g_utf8_validate (characters, length, NULL))
    g_string_append_len (self->text, characters, length);
  else if (is_text || current_node (self) == NODE_EMPTY || !is_blank (characters, length))
    fail_damaged (self);
}

/* --- what a project never has --- */

/* No document type: so no entities, no defaults, nothing to fetch. */
static void
on_document_type (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  fail_damaged (data);
}

static void
on_reference (void *data, const xmlChar *name)
{
  fail_damaged (data);
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
  self->stack[0] = NODE_START;
  self->place = -1;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
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
    fail_damaged (self);
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
    fail_damaged (self);
  return feed (self, data, length, FALSE, error);
}

/**
 * cw_project_reader_finish:
 * @self: a reader that has been given all of document.xml
 * @error: return location for an error of %CW_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): the document, or %NULL if it was not whole
 */
CwDocument *
cw_project_reader_finish (CwProjectReader *self, GError **error)
{
  if (!feed (self, NULL, 0, TRUE, error))
    return NULL;
  if (current_node (self) != NODE_END || !self->has_body)
    fail_damaged (self);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return NULL;
    }
  return cw_document_new (self->elements, (CwBlock *const *) self->blocks->pdata,
                          self->blocks->len);
}
