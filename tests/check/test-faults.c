/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every check can fail: papers that are right pass them all, and each put wrong in one thing fails
 * the check of that thing. */

#include "check/cw-verification.h"
#include "cw-sheet-papers.h"

#include <string.h>

typedef enum
{
  RIGHT, /* @amount mm to the right */
  DOWN,  /* @amount mm down */
  SIZE,  /* @amount pt */
  CELL,  /* @amount mm from character to character, or long */
  THICK, /* @amount mm */
  WORDS, /* @words */
  RED,   /* in this colour */
  BLACK,
  BOLD,     /* printed twice */
  FACE,     /* in typeface @amount */
  PAGE,     /* on page @amount */
  RING,     /* a seal of @amount mm with its middle there, half its size down */
  PAPER,    /* all sheets @amount mm wide */
  ALL_DOWN, /* the whole page of the item @amount mm down */
  CUT,      /* nothing of the page from the item on */
} Fault;

typedef struct
{
  const char *check;
  CwSheet *(*make) (void);
  const char *item;
  Fault fault;
  double amount;
  const char *words;
} Case;

static const Case cases[] = {
  { "C1", cw_sheet_new_general, NULL, PAPER, 215 },
  { "C2", cw_sheet_new_general, "line 2", RIGHT, 1 },
  { "C3", cw_sheet_new_general, "line 2", CELL, 5.5 },
  { "C4", cw_sheet_new_general, "line 8", PAGE, 0 },
  { "C5", cw_sheet_new_general, "line 5", DOWN, 0.2 },
  { "C6", cw_sheet_new_general, "line 1", ALL_DOWN, 2 },
  { "C7", cw_sheet_new_general, "line 1", ALL_DOWN, 2 },
  { "C8", cw_sheet_new_general, "line 4", CELL, 5.644 },
  { "C9", cw_sheet_new_general, "opening", RIGHT, -5.571 },
  { "C10", cw_sheet_new_general, "copy number", DOWN, 1 },
  { "C10", cw_sheet_new_general, "urgency", RIGHT, 3 },
  { "C11", cw_sheet_new_general, "mark", DOWN, -10 },
  { "C11", cw_sheet_new_minutes, "mark", DOWN, 3 },
  { "C12", cw_sheet_new_order, "mark", DOWN, 5 },
  { "C12", cw_sheet_new_letter, "mark", DOWN, -5 },
  { "C13", cw_sheet_new_general, "mark", RIGHT, 2 },
  { "C14", cw_sheet_new_general, "mark", BLACK },
  { "C14", cw_sheet_new_general, "red rule", BLACK },
  { "C15", cw_sheet_new_general, "number", DOWN, -4 },
  { "C16", cw_sheet_new_general, "number", RIGHT, 1 },
  { "C17", cw_sheet_new_upward, "number", RIGHT, -5.571 },
  { "C17", cw_sheet_new_upward, "number", DOWN, 1 },
  { "C18", cw_sheet_new_upward, "signer 2", RIGHT, 2 },
  { "C19", cw_sheet_new_upward, "signer 3", RIGHT, 2 },
  { "C20", cw_sheet_new_general, "red rule", DOWN, 1 },
  { "C21", cw_sheet_new_general, "red rule", CELL, 150 },
  { "C22", cw_sheet_new_general, "red rule", DOWN, -8 },
  { "C23", cw_sheet_new_general, "title 2", RIGHT, 2 },
  { "C23", cw_sheet_new_unsealed, "title 1", SIZE, 18 },
  { "C24", cw_sheet_new_general, "title 1", WORDS, 0,
    "关于做好本年度教育督导与检查各项工作的通知" },
  { "C25", cw_sheet_new_general, "title 2", DOWN, -2 },
  { "C26", cw_sheet_new_general, "addressees", RIGHT, 3 },
  { "C26", cw_sheet_new_general, "addressees", DOWN, -6 },
  { "C27", cw_sheet_new_general, "opening", CUT },
  { "C28", cw_sheet_new_general, "list", RIGHT, -5.571 },
  { "C28", cw_sheet_new_general, "list", WORDS, 0, "附件：督导任务分工。" },
  { "C29", cw_sheet_new_general, "date", RIGHT, 2 },
  { "C30", cw_sheet_new_general, "signatory", RIGHT, -2 },
  { "C31", cw_sheet_new_general, "date", RING, 42 },
  { "C31", cw_sheet_new_general, "list", DOWN, 18 },
  { "C32", cw_sheet_new_joint, "signatory 1", RIGHT, -30 },
  { "C33", cw_sheet_new_unsealed, "signatory", RIGHT, 5.571 },
  { "C33", cw_sheet_new_unsealed, "date", DOWN, 5 },
  { "C34", cw_sheet_new_order, "signature", RIGHT, 3 },
  { "C34", cw_sheet_new_order, "position", RIGHT, -3 },
  { "C35", cw_sheet_new_general, "note", RIGHT, -5.571 },
  { "C36", cw_sheet_new_general, "attachment", DOWN, 3 },
  { "C36", cw_sheet_new_general, "attachment", FACE, CW_TYPEFACE_FANGSONG },
  { "C36", cw_sheet_new_landscape, "attachment", RIGHT, 5 },
  { "C37", cw_sheet_new_general, "last rule", DOWN, -1 },
  { "C37", cw_sheet_new_general, "last rule", THICK, 0.5 },
  { "C38", cw_sheet_new_general, "middle rule", THICK, 0.4 },
  { "C38", cw_sheet_new_general, "middle rule", PAGE, 0 },
  { "C39", cw_sheet_new_general, "copies to", SIZE, 16 },
  { "C39", cw_sheet_new_general, "printed", RIGHT, 4.94 },
  { "C40", cw_sheet_new_general, NULL, PAGE, 5 },
  { "C41", cw_sheet_new_general, "number 2", DOWN, -5 },
  { "C41", cw_sheet_new_general, "number 2", PAGE, 0 },
  { "C42", cw_sheet_new_general, "number 2", RIGHT, 60 },
  { "C43", cw_sheet_new_general, "number 3", SIZE, 10.5 },
  { "C43", cw_sheet_new_general, "number 3", WORDS, 0, "- 3 -" },
  { "C43", cw_sheet_new_general, "number 3", FACE, CW_TYPEFACE_HEITI },
  { "C44", cw_sheet_new_blank, "number 2", PAGE, 3 },
  { "C45", cw_sheet_new_letter, "head rule 1", CELL, 156 },
  { "C45", cw_sheet_new_letter, "foot rule 2", DOWN, 5 },
  { "C46", cw_sheet_new_letter, "number", RIGHT, -5 },
  { "C47", cw_sheet_new_letter, "number 2", PAGE, 1 },
  { "C48", cw_sheet_new_letter, "copies to", DOWN, 8 },
  { "C49", cw_sheet_new_order, "number", DOWN, 6 },
  { "C50", cw_sheet_new_minutes, "wrapped", RIGHT, -5.571 },
  { "C50", cw_sheet_new_minutes, "label", FACE, CW_TYPEFACE_FANGSONG },
  { "C51", cw_sheet_new_unsealed, NULL, PAPER, 297 },
  { "C52", cw_sheet_new_general, "line 6", WORDS, 0,
    "，立德树人根本任务健全工作机制压实主体责任加强组织领导强" },
  { "C53", cw_sheet_new_general, "line 5", WORDS, 0,
    "落实立德树人根本任务健全工作机制压实主体责任加强组织2024\n年主体责任加强组织领导强化督导检查深"
    "化教学改革提高办学质" },
  { "C54", cw_sheet_new_general, "line 3", WORDS, 0,
    "加强组织领导强化督导检查— —深化教学改革提高办学质量完善" },
  { "C55", cw_sheet_new_general, "ending", WORDS, 0, "善。" },
  { "C56", cw_sheet_new_general, "note", WORDS, 0, "（此页无正文）" },
  { "C57", cw_sheet_new_general, "line 7", RED },
  { "C58", cw_sheet_new_general, "title 1", BOLD },
  { "C59", cw_sheet_new_general, "number", WORDS, 0, "云政发〔2024〕012号" },
  { "C59", cw_sheet_new_general, "number", WORDS, 0, "云政发[2024] 12号" },
  { "C59", cw_sheet_new_general, "date", WORDS, 0, "2024年07月1日" },
};

/* What follows a line feed is the next line's. */
static void
set_words (CwSheetItem *item, const char *words)
{
  const char *rest = strchr (words, '\n');

  g_free (item->text);
  item->text = rest != NULL ? g_strndup (words, (gsize) (rest - words)) : g_strdup (words);
  if (rest != NULL)
    set_words (item + 1, rest + 1);
}

static void
move_page (CwSheet *sheet, const CwSheetItem *from, double amount)
{
  guint page = from->page;

  for (guint i = 0; i < sheet->items->len; i++)
    {
      CwSheetItem *item = &g_array_index (sheet->items, CwSheetItem, i);

      if (item->page == page && item->y < 262)
        item->y += amount;
    }
}

/* The item and everything below it. */
static void
cut_page (CwSheet *sheet, const CwSheetItem *from)
{
  guint page = from->page;
  double y = from->y;

  for (guint i = 0; i < sheet->items->len; i++)
    {
      CwSheetItem *item = &g_array_index (sheet->items, CwSheetItem, i);

      if (item->page == page && item->y >= y && item->y < 262)
        item->page = 0;
    }
}

static void
change (CwSheet *sheet, const Case *c)
{
  CwSheetItem *item = c->item != NULL ? cw_sheet_find (sheet, c->item) : NULL;

  switch (c->fault)
    {
    case RIGHT:
      item->x += c->amount;
      break;

    case DOWN:
      item->y += c->amount;
      break;

    case SIZE:
      item->size = c->amount;
      break;

    case CELL:
      item->cell = c->amount;
      break;

    case THICK:
      item->thickness = c->amount;
      break;

    case WORDS:
      set_words (item, c->words);
      break;

    case RED:
      item->tint = CW_SHEET_RED;
      break;

    case BLACK:
      item->tint = CW_SHEET_BLACK;
      break;

    case BOLD:
      item->doubled = TRUE;
      break;

    case FACE:
      item->face = (CwTypeface) c->amount;
      break;

    case PAGE:
      if (item != NULL)
        item->page = (guint) c->amount;
      else
        sheet->n_pages = (guint) c->amount;
      break;

    case RING:
      {
        CwSheetItem *ring = cw_sheet_add_rule (sheet, "ring", item->page, item->x,
                                               item->y + c->amount / 2, c->amount, 0);

        ring->ring = TRUE;
        ring->tint = CW_SHEET_RED;
      }
      break;

    case PAPER:
      sheet->width = c->amount;
      if (c->amount > 250)
        sheet->height = 210;
      break;

    case ALL_DOWN:
      move_page (sheet, item, c->amount);
      break;

    case CUT:
      cut_page (sheet, item);
      break;

    default:
      g_assert_not_reached ();
    }
}

static CwVerification *
verify (CwSheet *sheet)
{
  g_autoptr (GBytes) pdf = cw_sheet_print (sheet);
  g_autoptr (GError) error = NULL;
  CwVerification *verification = cw_verify_bytes (pdf, NULL, NULL, &error);

  g_assert_no_error (error);
  return verification;
}

static const CwVerifyRow *
find_row (CwVerification *verification, const char *id)
{
  for (guint i = 0; i < cw_verification_get_n_rows (verification); i++)
    if (g_str_equal (cw_verification_get_row (verification, i)->id, id))
      return cw_verification_get_row (verification, i);
  g_assert_not_reached ();
}

static void
test_fault (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CwSheet) sheet = c->make ();
  g_autoptr (CwVerification) verification = NULL;
  const CwVerifyRow *row;

  change (sheet, c);
  verification = verify (sheet);
  row = find_row (verification, c->check);
  if (row->state != CW_VERIFY_FAILED || row->n_faults == 0)
    g_test_fail_printf ("%s of %s: expected %s, found %s", c->check,
                        c->item != NULL ? c->item : "paper", row->worst.expected, row->worst.found);
}

static void
test_right (gconstpointer data)
{
  CwSheet *(*make) (void) = NULL;
  g_autoptr (CwSheet) sheet = NULL;
  g_autoptr (CwVerification) verification = NULL;
  g_autofree char *text = NULL;

  memcpy (&make, data, sizeof make);
  sheet = make ();
  verification = verify (sheet);
  text = cw_verification_to_text (verification, "right");
  if (!cw_verification_is_right (verification))
    g_error ("%s", text);
}

/* Of all right papers together no check has nothing to look at but C60, which is of copies. */
static void
test_all_seen (void)
{
  static CwSheet *(*const makers[]) (void)
      = { cw_sheet_new_general, cw_sheet_new_upward,    cw_sheet_new_unsealed,
          cw_sheet_new_joint,   cw_sheet_new_letter,    cw_sheet_new_order,
          cw_sheet_new_minutes, cw_sheet_new_landscape, cw_sheet_new_blank };
  gboolean seen[60] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (CwSheet) sheet = makers[i]();
      g_autoptr (CwVerification) verification = verify (sheet);

      for (guint j = 0; j < 60; j++)
        seen[j] = seen[j] || cw_verification_get_row (verification, j)->state == CW_VERIFY_PASSED;
    }
  for (guint j = 0; j + 1 < 60; j++)
    if (!seen[j])
      g_error ("C%u saw nothing", j + 1);
}

/* C60: copies are alike but for their numbers, which run on from 1. */
static CwVerifyState
verify_copies (const char *item, double down, const char *second_number)
{
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwVerification) verification = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CwSheet) sheet = cw_sheet_new_general ();

      if (i == 1)
        {
          Case number = { .item = "copy number", .fault = WORDS, .words = second_number };

          change (sheet, &number);
          if (item != NULL)
            cw_sheet_find (sheet, item)->y += down;
        }
      g_ptr_array_add (pdfs, cw_sheet_print (sheet));
    }
  verification = cw_verify_copies (pdfs, NULL, NULL, &error);
  g_assert_no_error (error);
  return find_row (verification, "C60")->state;
}

static void
test_copies (void)
{
  g_assert_cmpint (verify_copies (NULL, 0, "000002"), ==, CW_VERIFY_PASSED);
  g_assert_cmpint (verify_copies (NULL, 0, "000003"), ==, CW_VERIFY_FAILED);
  g_assert_cmpint (verify_copies ("line 5", 0.2, "000002"), ==, CW_VERIFY_FAILED);
  g_assert_cmpint (verify_copies ("red rule", 0.2, "000002"), ==, CW_VERIFY_FAILED);
}

typedef struct
{
  const char *name;
  CwSheet *(*make) (void);
} Paper;

static const Paper papers[] = {
  { "general", cw_sheet_new_general },   { "upward", cw_sheet_new_upward },
  { "unsealed", cw_sheet_new_unsealed }, { "joint", cw_sheet_new_joint },
  { "letter", cw_sheet_new_letter },     { "order", cw_sheet_new_order },
  { "minutes", cw_sheet_new_minutes },   { "landscape", cw_sheet_new_landscape },
  { "blank", cw_sheet_new_blank },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/right/%s", papers[i].name);

      g_test_add_data_func (path, &papers[i].make, test_right);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/fault/%s/%u", cases[i].check, i);

      g_test_add_data_func (path, &cases[i], test_fault);
    }
  g_test_add_func ("/check/all-seen", test_all_seen);
  g_test_add_func ("/check/copies", test_copies);
  return g_test_run ();
}
