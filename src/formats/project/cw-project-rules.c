/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-project-parse.h"

#include <string.h>

/* The grammar, the same as in data/chengwen-document.rng. */

#define LINE_SEPARATOR 0x2028

/* Takes its place in the order of the children of <document>, each of which comes once. */
static void
take_place (CwProjectReader *self, int part)
{
  int place = cw_project_get_place (part);
  gboolean again = place == self->place && part == CW_PROJECT_PART_ATTACHMENT;

  if (place <= self->place && !again)
    cw_project_reader_fail_damaged (self);
  self->place = place;
}

/* --- the start of each kind of element --- */

static void
start_document (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  g_autofree char *version = cw_project_attributes_get (attributes, "version");
  const char *dot = version != NULL ? strchr (version, '.') : NULL;
  guint major;

  if (dot == NULL || !cw_project_parse_number (version, dot, 10, &major) || major == 0
      || !cw_project_parse_number (dot + 1, version + strlen (version), 10, &self->minor))
    cw_project_reader_fail_damaged (self);
  else if (major > CW_PROJECT_VERSION_MAJOR)
    cw_project_reader_fail_newer (self);
  else if (attributes.n_values > 1)
    cw_project_reader_fail_unknown (self);
}

/* A number within its bounds; where it is missing @number stays as it is. */
static void
take_number (CwProjectReader *self,
             CwProjectAttributes attributes,
             const char *name,
             guint low,
             guint high,
             guint *number)
{
  guint found = G_MAXUINT;

  if (!cw_project_attributes_get_number (attributes, name, 10, &found)
      || (found != G_MAXUINT && (found < low || found > high)))
    cw_project_reader_fail_damaged (self);
  else if (found != G_MAXUINT)
    *number = found;
}

static void
start_form (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  g_autofree char *kind_id = cw_project_attributes_get (attributes, "kind");
  g_autofree char *format = cw_project_attributes_get (attributes, "format");
  g_autofree char *sealing = cw_project_attributes_get (attributes, "sealing");
  g_autofree char *addressees = cw_project_attributes_get (attributes, "addressees");
  CwKind kind;

  take_place (self, which);
  if (kind_id == NULL || !cw_kind_find (kind_id, &kind))
    {
      cw_project_reader_fail_unknown (self);
      return;
    }
  cw_form_set_kind (&self->form, kind);
  self->form.addressees_in_colophon = g_strcmp0 (addressees, "colophon") == 0;
  if ((format != NULL && !cw_format_find (format, &self->form.format))
      || (sealing != NULL && !cw_sealing_find (sealing, &self->form.sealing))
      || (addressees != NULL && !self->form.addressees_in_colophon
          && !g_str_equal (addressees, "body")))
    cw_project_reader_fail_unknown (self);
  take_number (self, attributes, "seal-diameter", CW_SEAL_DIAMETER_MIN, CW_SEAL_DIAMETER_MAX,
               &self->form.seal_diameter);
  take_number (self, attributes, "lines", CW_FORM_LINES_MIN, CW_FORM_LINES_MAX, &self->form.lines);
  take_number (self, attributes, "columns", CW_FORM_COLUMNS_MIN, CW_FORM_COLUMNS_MAX,
               &self->form.columns);
}

static void
start_element (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  take_place (self, which);
  self->element = which;
  cw_project_reader_begin_text (self);
}

static void
start_ledger (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  take_place (self, which);
}

static void
start_body (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  take_place (self, which);
  self->has_body = TRUE;
  self->has_title = TRUE; /* none is wanted here */
}

static void
start_attachment (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  gboolean landscape, unbound;

  take_place (self, which);
  if (!cw_project_attributes_get_flag (attributes, "landscape", &landscape)
      || !cw_project_attributes_get_flag (attributes, "unbound", &unbound))
    cw_project_reader_fail_damaged (self);
  self->flags = (landscape ? CW_ATTACHMENT_LANDSCAPE : 0) | (unbound ? CW_ATTACHMENT_UNBOUND : 0);
  self->has_title = FALSE;
}

static void
start_block (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  if (self->blocks->len >= CW_PROJECT_MAX_BLOCKS || !self->has_title)
    cw_project_reader_fail_damaged (self);
  if (!cw_project_attributes_get_id (attributes, "id", &self->block_id)
      || (self->has_section && which != CW_BLOCK_HEADING))
    cw_project_reader_fail_damaged (self);
  if (self->block_id != 0 && !g_hash_table_add (self->block_ids, GUINT_TO_POINTER (self->block_id)))
    self->block_id = 0; /* taken: who refers to it means the first */
  self->kind = which;
  self->level = 0;
  cw_project_reader_begin_text (self);
}

static void
start_title (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  if (self->has_title)
    cw_project_reader_fail_damaged (self);
  self->has_title = TRUE;
  start_block (self, attributes, which);
}

static void
start_heading (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  start_block (self, attributes, which);
  if (!cw_project_attributes_get_number (attributes, "level", 10, &self->level) || self->level < 1
      || self->level > CW_HEADING_LEVELS)
    cw_project_reader_fail_damaged (self);
}

/* Takes @block, which goes by the number that was read. */
static void
add_block (CwProjectReader *self, CwBlock *block)
{
  g_ptr_array_add (self->blocks, cw_block_with_id (block, self->block_id));
  cw_block_unref (block);
}

static void
start_page_break (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  start_block (self, attributes, which);
  if (self->error == NULL)
    add_block (self, cw_block_new_page_break ());
}

/* Names of pictures are numbers with an ending: they are never used as paths. */
static gboolean
parse_picture_name (const char *name, CwPictureType *type)
{
  const char *dot = name != NULL ? strchr (name, '.') : NULL;
  guint number;

  if (dot == NULL || !g_str_has_prefix (name, "pictures/"))
    return FALSE;
  for (*type = 0; *type < CW_N_PICTURE_TYPES; (*type)++)
    if (g_str_equal (dot + 1, cw_picture_type_get_extension (*type)))
      return cw_project_parse_number (name + strlen ("pictures/"), dot, 10, &number);
  return FALSE;
}

static void
start_picture (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  CwPendingPicture *picture = g_new0 (CwPendingPicture, 1);

  start_block (self, attributes, which);
  picture->block = self->blocks->len;
  picture->id = self->block_id;
  picture->name = cw_project_attributes_get (attributes, "file");
  g_ptr_array_add (self->pictures, picture);
  if (!parse_picture_name (picture->name, &picture->type)
      || !cw_project_attributes_get_width (attributes, &picture->width))
    cw_project_reader_fail_damaged (self);
  else
    g_hash_table_add (self->picture_names, picture->name);
}

static void
start_table (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  start_block (self, attributes, which);
  cw_project_table_start (self, attributes);
}

static void
start_caption (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  if (self->table.caption != NULL || self->table.columns->len > 0)
    cw_project_reader_fail_damaged (self);
  cw_project_reader_begin_text (self);
}

static void
start_column (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  cw_project_table_start_column (self, attributes);
}

static void
start_row (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  cw_project_table_start_row (self);
}

static void
start_cell (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  cw_project_table_start_cell (self, attributes);
}

static void
start_covered (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  cw_project_table_add_covered (self);
}

static void
start_mark (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  CwMark *mark = &self->open_marks[which];

  *mark = (CwMark) { which, self->text->len, self->text->len, 0 };
  if (which == CW_MARK_VALUE
      && (!cw_project_attributes_get_id (attributes, "number", &mark->value) || mark->value == 0))
    cw_project_reader_fail_damaged (self);
}

/* In an element and a cell it begins a line of the text; in a block, which is one line of the
 * flow, a line on the page. */
static void
start_break (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  guint depth = self->depth - 1;

  while ((self->stack[depth] & CW_PROJECT_NODES_OF_MARKS) != 0)
    depth--;
  g_string_append_unichar (self->text,
                           (self->stack[depth] & CW_PROJECT_NODES_WITH_LINES) != 0 ? '\n' : LINE_SEPARATOR);
}

static void
start_character (CwProjectReader *self, CwProjectAttributes attributes, int which)
{
  guint ch = 0;

  if (!cw_project_attributes_get_number (attributes, "code", 16, &ch) || ch == 0 || ch == '\n'
      || !g_unichar_validate (ch))
    cw_project_reader_fail_damaged (self);
  else
    g_string_append_unichar (self->text, ch);
}

typedef struct
{
  const char *name;
  guint parents;
  CwProjectNode node;
  void (*start) (CwProjectReader *self, CwProjectAttributes attributes, int which);
  int which;
  const char *attributes[8]; /* "*": checked by @start */
} Rule;

#define NODE(name) CW_PROJECT_NODE_##name
#define BLOCKS (NODE (BODY) | NODE (ATTACHMENT))
#define TEXTS CW_PROJECT_NODES_WITH_TEXT
#define MARKED (TEXTS & ~NODE (STRING))
#define STRING(parent, what) NODE (parent), NODE (STRING), cw_project_ledger_start_string, CW_PROJECT_STRING_##what

/* clang-format off */
static const Rule rules[] = {
  { "document", NODE (START), NODE (DOCUMENT), start_document, 0, { "*" } },
  { "form", NODE (DOCUMENT), NODE (EMPTY), start_form, CW_PROJECT_PART_FORM,
    { "kind", "format", "sealing", "seal-diameter", "addressees", "lines", "columns" } },
  { "body", NODE (DOCUMENT), NODE (BODY), start_body, CW_PROJECT_PART_BODY, { NULL } },
  { "attachment", NODE (DOCUMENT), NODE (ATTACHMENT), start_attachment, CW_PROJECT_PART_ATTACHMENT,
    { "landscape", "unbound" } },
  { "title", NODE (ATTACHMENT), NODE (BLOCK), start_title, CW_BLOCK_ATTACHMENT, { "id" } },
  { "paragraph", BLOCKS, NODE (BLOCK), start_block, CW_BLOCK_PARAGRAPH, { "id" } },
  { "heading", BLOCKS, NODE (BLOCK), start_heading, CW_BLOCK_HEADING, { "level", "id" } },
  { "annotation", BLOCKS, NODE (BLOCK), start_block, CW_BLOCK_ANNOTATION, { "id" } },
  { "page-break", BLOCKS, NODE (EMPTY), start_page_break, CW_BLOCK_PAGE_BREAK, { "id" } },
  { "picture", BLOCKS, NODE (BLOCK), start_picture, CW_BLOCK_PICTURE, { "file", "width", "id" } },
  { "table", BLOCKS, NODE (TABLE), start_table, CW_BLOCK_TABLE, { "header-rows", "list", "id" } },
  { "caption", NODE (TABLE), NODE (CAPTION), start_caption, 0, { NULL } },
  { "column", NODE (TABLE), NODE (EMPTY), start_column, 0, { "align", "width", "role" } },
  { "row", NODE (TABLE), NODE (ROW), start_row, 0, { NULL } },
  { "cell", NODE (ROW), NODE (CELL), start_cell, 0, { "columns", "rows" } },
  { "covered", NODE (ROW), NODE (EMPTY), start_covered, 0, { NULL } },
  { "source", NODE (ROW), NODE (STRING), cw_project_table_start_source, CW_PROJECT_STRING_SOURCE,
    { "block", "part", "role" } },
  { "emphasis", MARKED & ~CW_PROJECT_NODES_OF_MARKS, NODE (EMPHASIS), start_mark, CW_MARK_EMPHASIS, { NULL } },
  { "value", MARKED & ~(NODE (VALUE) | NODE (LITERAL)), NODE (VALUE), start_mark, CW_MARK_VALUE, { "number" } },
  { "literal", MARKED & ~NODE (LITERAL), NODE (LITERAL), start_mark, CW_MARK_LITERAL, { NULL } },
  { "section", BLOCKS, NODE (SECTION), cw_project_ledger_start_section, 0, { "state" } },
  { "person", STRING (SECTION, PERSON), { NULL } },
  { "remark", STRING (SECTION, REMARK), { NULL } },
  { "ledger", NODE (DOCUMENT), NODE (LEDGER), start_ledger, CW_PROJECT_PART_LEDGER, { NULL } },
  { "quantity", NODE (LEDGER), NODE (QUANTITY), cw_project_ledger_start_value, 0,
    { "number", "filled", "rule", "decimals", "parts" } },
  { "name", STRING (QUANTITY, NAME), { NULL } },
  { "unit", STRING (QUANTITY, UNIT), { NULL } },
  { "giver", STRING (QUANTITY, GIVER), { NULL } },
  { "remark", STRING (QUANTITY, REMARK), { NULL } },
  { "last", STRING (QUANTITY, LAST), { NULL } },
  { "dismissed", STRING (LEDGER, DISMISSED), { NULL } },
  { "break", TEXTS, NODE (EMPTY), start_break, 0, { NULL } },
  { "character", TEXTS, NODE (EMPTY), start_character, 0, { "code" } },
};
/* clang-format on */

static gboolean
allows (const Rule *rule, CwProjectAttributes attributes)
{
  const xmlChar **values = attributes.values;

  if (rule->attributes[0] != NULL && rule->attributes[0][0] == '*')
    return TRUE;
  for (int i = 0; i < attributes.n_values; i++, values += 5)
    if (values[2] != NULL
        || !g_strv_contains (rule->attributes, (const char *) values[0]))
      return FALSE;
  return TRUE;
}

/* Elements of the document are the rules that are only names. */
static gboolean
find_rule (CwProjectReader *self, const char *name, Rule *rule)
{
  CwProjectNode parent = cw_project_reader_get_node (self);
  CwElement element;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if ((rules[i].parents & parent) != 0 && g_str_equal (rules[i].name, name))
      {
        *rule = rules[i];
        return TRUE;
      }
  if (parent != CW_PROJECT_NODE_DOCUMENT || !cw_element_find (name, &element))
    return FALSE;
  *rule = (Rule) { name, parent, CW_PROJECT_NODE_ELEMENT, start_element, element, { NULL } };
  return TRUE;
}

/**
 * cw_project_rules_start:
 * @self: a reader
 * @name: the name of an element of XML that starts, in the namespace of the format
 * @attributes: its attributes
 *
 * Does what the rule for it says. Something there is no rule for is, in a file of a newer minor
 * version, an addition: leaving it out would lose it with the next save, so the file is not opened
 * at all.
 */
void
cw_project_rules_start (CwProjectReader *self, const char *name, CwProjectAttributes attributes)
{
  Rule rule;

  if (!find_rule (self, name, &rule) || !allows (&rule, attributes))
    {
      cw_project_reader_fail_unknown (self);
      return;
    }
  cw_project_reader_push (self, rule.node);
  rule.start (self, attributes, rule.which);
}

/* --- the end --- */

static CwBlock *
make_block (CwProjectReader *self, CwText *text)
{
  switch ((int) self->kind)
    {
    case CW_BLOCK_HEADING:
      return cw_block_new_heading (self->level, text);
    case CW_BLOCK_ANNOTATION:
      return cw_block_new_annotation (text);
    case CW_BLOCK_ATTACHMENT:
      return cw_block_new_attachment (self->flags, text);
    default: /* a picture too, until its bytes are there */
      return cw_block_new_paragraph (text);
    }
}

/* What was said before a heading is said about its section. */
static CwBlock *
take_section (CwProjectReader *self, CwBlock *block)
{
  CwBlock *heading = cw_block_with_section (block, self->section);

  cw_block_unref (block);
  g_clear_pointer (&self->section, cw_section_unref);
  self->has_section = FALSE;
  return heading;
}

static void
end_block (CwProjectReader *self)
{
  g_autoptr (CwText) text = cw_project_reader_end_text (self);

  if (self->kind == CW_BLOCK_PICTURE)
    {
      CwPendingPicture *picture = self->pictures->pdata[self->pictures->len - 1];

      picture->caption = cw_text_ref (text);
    }
  add_block (self, take_section (self, make_block (self, text)));
}

static void
end_mark (CwProjectReader *self, CwMarkKind kind)
{
  CwMark *mark = &self->open_marks[kind];

  mark->end = self->text->len;
  if (mark->end > mark->start)
    g_array_append_val (self->marks, *mark);
}

static void
end_table (CwProjectReader *self)
{
  CwBlock *block = cw_project_table_end (self);

  if (block != NULL)
    add_block (self, block);
}

static void
end_marks (CwProjectReader *self)
{
  switch ((int) cw_project_reader_get_node (self))
    {
    case CW_PROJECT_NODE_EMPHASIS:
      end_mark (self, CW_MARK_EMPHASIS);
      break;
    case CW_PROJECT_NODE_VALUE:
      end_mark (self, CW_MARK_VALUE);
      break;
    default:
      end_mark (self, CW_MARK_LITERAL);
      break;
    }
}

/* A section is said before a heading: none may be left over. */
static void
check_section (CwProjectReader *self)
{
  if (self->has_section)
    cw_project_reader_fail_damaged (self);
}

/**
 * cw_project_rules_end:
 * @self: a reader
 *
 * Does what is to be done where an element of XML ends.
 */
void
cw_project_rules_end (CwProjectReader *self)
{
  switch ((int) cw_project_reader_get_node (self))
    {
    case CW_PROJECT_NODE_ELEMENT:
      self->elements[self->element] = cw_project_reader_end_text (self);
      break;
    case CW_PROJECT_NODE_BLOCK:
      end_block (self);
      break;
    case CW_PROJECT_NODE_ATTACHMENT:
      if (!self->has_title)
        cw_project_reader_fail_damaged (self);
      check_section (self);
      break;
    case CW_PROJECT_NODE_BODY:
      check_section (self);
      break;
    case CW_PROJECT_NODE_TABLE:
      end_table (self);
      break;
    case CW_PROJECT_NODE_CAPTION:
      self->table.caption = cw_project_reader_end_text (self);
      break;
    case CW_PROJECT_NODE_ROW:
      cw_project_table_end_row (self);
      break;
    case CW_PROJECT_NODE_CELL:
      cw_project_table_end_cell (self);
      break;
    case CW_PROJECT_NODE_EMPHASIS:
    case CW_PROJECT_NODE_VALUE:
    case CW_PROJECT_NODE_LITERAL:
      end_marks (self);
      break;
    case CW_PROJECT_NODE_SECTION:
      cw_project_ledger_end_section (self);
      break;
    case CW_PROJECT_NODE_QUANTITY:
      cw_project_ledger_end_value (self);
      break;
    case CW_PROJECT_NODE_STRING:
      cw_project_ledger_end_string (self);
      break;
    case CW_PROJECT_NODE_DOCUMENT:
      self->stack[0] = CW_PROJECT_NODE_END;
      break;
    default:
      break;
    }
}
