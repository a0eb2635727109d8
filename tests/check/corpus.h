/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/cw-document.h"

G_BEGIN_DECLS

/*
 * Papers made by number, the same for the same number for ever: every kind of paper, each in one to
 * twelve pages, nine times over with other titles, issuers, seals, elements and attachments.
 */

#define CORPUS_PAGES 12
#define CORPUS_ROUNDS 9
#define CORPUS_PLAIN (CW_N_KINDS * CORPUS_PAGES * CORPUS_ROUNDS)
/* Behind them: long names under two to twelve seals, texts that leave the colophon little room. */
#define CORPUS_ORDERS (CORPUS_PLAIN + 66)
/* And orders of two to five agencies, or of one with a long name, under every corner of the sheet. */
#define CORPUS_SIZE (CORPUS_ORDERS + 120)

CwDocument *corpus_make_paper (guint number);
char *corpus_get_name (guint number);

G_END_DECLS
