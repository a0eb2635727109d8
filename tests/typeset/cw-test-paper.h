/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-test.h"
#include "typeset/pages/cw-typesetter.h"

/* Whole papers for tests: form, elements and blocks set one by one. */

typedef struct
{
  CwForm form;
  const char *elements[CW_N_ELEMENTS];
  guint n_lines;             /* of the body, each a paragraph of its own */
  const char *body;          /* one more paragraph before them, or NULL */
  const char *attachments[12]; /* titles */
} CwTestPaper;

static inline void
cw_test_paper_init (CwTestPaper *paper, CwKind kind)
{
  *paper = (CwTestPaper) { .form = cw_form_default };
  cw_form_set_kind (&paper->form, kind);
}

static inline void
cw_test_add_block (GPtrArray *blocks, const char *text)
{
  g_autoptr (CwText) copy = cw_text_new (text);

  g_ptr_array_add (blocks, cw_block_new_paragraph (copy));
}

/* A general paper with everything a colophon can have, as far as its format has it. */
static inline void
cw_test_paper_add_colophon (CwTestPaper *paper)
{
  paper->elements[CW_ELEMENT_COPY_RECIPIENTS] = "县委办公室，县人大常委会办公室，县政协办公室，县纪委监委机关，县人民法院，县人民检察院";
  paper->elements[CW_ELEMENT_PRINTING_OFFICE] = "东河县教育体育局办公室";
  paper->elements[CW_ELEMENT_PRINTING_DATE] = "2026年11月4日";
}

static inline CwDocument *
cw_test_paper_new (const CwTestPaper *paper)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  CwDocument *document;

  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    if (paper->elements[i] != NULL)
      elements[i] = cw_text_new (paper->elements[i]);
  if (paper->body != NULL)
    cw_test_add_block (blocks, paper->body);
  for (guint i = 0; i < paper->n_lines; i++)
    cw_test_add_block (blocks, "各项工作均已按照计划有序推进。");
  for (guint i = 0; i < G_N_ELEMENTS (paper->attachments) && paper->attachments[i] != NULL; i++)
    {
      g_autoptr (CwText) title = cw_text_new (paper->attachments[i]);

      g_ptr_array_add (blocks, cw_block_new_attachment (CW_ATTACHMENT_PLAIN, title));
      cw_test_add_block (blocks, "附件的正文。");
    }
  document = cw_document_new_with_form (&paper->form, elements, (CwBlock **) blocks->pdata, blocks->len);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    g_clear_pointer (&elements[i], cw_text_unref);
  return document;
}
