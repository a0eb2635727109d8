/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-placeholder-sections.h"

#include <glib/gi18n-lib.h>

#include "document/cw-numbering.h"

typedef struct
{
  guint line; /* first line of the flow */
  char *title;
} Section;

struct _CwPlaceholderSections
{
  GArray *sections; /* of lines of the flow, in their order */
  guint at;         /* where the last one asked for was found: they are asked for in order */
};

static void
clear_section (gpointer data)
{
  g_free (((Section *) data)->title);
}

static char *
make_title (CwDocument *document, const guint *numbers, const CwFlowLine *flow)
{
  CwBlock *block = cw_document_get_block (document, (guint) flow->block);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint level = cw_style_get_level (flow->style);

  text = g_strndup (cw_text_get_string (flow->text),
                    level > 0 ? cw_block_get_heading_length (block) : cw_text_get_length (flow->text));
  if (level == 0)
    return g_strdup (*text != '\0' ? text : _ ("Attachment"));
  number = cw_numbering_format (level, numbers[flow->block]);
  return g_strconcat (number, text, NULL);
}

static char *
find_title (CwDocument *document, const guint *numbers, const CwFlowLine *flow, gboolean closed)
{
  if (flow->block >= 0
      && (flow->style == CW_STYLE_HEADING_1 || flow->style == CW_STYLE_HEADING_2
          || flow->style == CW_STYLE_ATTACHMENT))
    return make_title (document, numbers, flow);
  if (!closed && (flow->style == CW_STYLE_SIGNATORY || flow->style == CW_STYLE_DATE))
    return g_strdup (_ ("Signature Block"));
  return NULL;
}

/**
 * cw_placeholder_sections_new:
 * @document: a document
 *
 * Returns: (transfer full): its sections
 */
CwPlaceholderSections *
cw_placeholder_sections_new (CwDocument *document)
{
  CwPlaceholderSections *self = g_new0 (CwPlaceholderSections, 1);
  g_autofree guint *numbers = cw_numbering_count (document);
  guint n_lines = cw_flow_get_n_lines (document);
  Section section = { 0, g_strdup (_ ("Opening")) };
  gboolean closed = FALSE;

  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  g_array_set_clear_func (self->sections, clear_section);
  g_array_append_val (self->sections, section);
  for (guint line = 0; line < n_lines; line++)
    {
      CwFlowLine flow = cw_flow_get_line (document, line);

      section = (Section) { line, find_title (document, numbers, &flow, closed) };
      closed = flow.style == CW_STYLE_SIGNATORY || flow.style == CW_STYLE_DATE;
      if (section.title != NULL)
        g_array_append_val (self->sections, section);
    }
  return self;
}

/**
 * cw_placeholder_sections_free:
 * @self: (transfer full): sections
 */
void
cw_placeholder_sections_free (CwPlaceholderSections *self)
{
  g_array_unref (self->sections);
  g_free (self);
}

static guint
get_first_line (CwPlaceholderSections *self, guint section)
{
  return g_array_index (self->sections, Section, section).line;
}

/**
 * cw_placeholder_sections_find:
 * @self: sections
 * @at: a stretch of the document
 * @title: (out) (transfer none): what the section is called
 *
 * Returns: number of the section it is in; those of elements above and below the text are sections
 *   of their own
 */
guint
cw_placeholder_sections_find (CwPlaceholderSections *self, const CwStretch *at, const char **title)
{
  if (at->field.kind == CW_FIELD_ELEMENT)
    {
      *title = _ ("Elements of the Paper");
      return cw_element_get_group (at->field.element) == CW_GROUP_MASTHEAD ? 0
                                                                          : self->sections->len + 1;
    }
  if (at->line < get_first_line (self, self->at))
    self->at = 0;
  while (self->at + 1 < self->sections->len && get_first_line (self, self->at + 1) <= at->line)
    self->at++;
  *title = g_array_index (self->sections, Section, self->at).title;
  return self->at + 1;
}
