/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A sample of the corpus, spread over kinds, lengths and rounds; ./dev bench measures all of it.
 */

#include "corpus-measure.h"
#include "corpus.h"

/* A prime number, so that neither kinds nor lengths repeat in step with it. */
#define STEP 61

static void
test_sample (gconstpointer data)
{
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (GString) faults = g_string_new (NULL);

  for (guint number = GPOINTER_TO_UINT (data); number < CORPUS_SIZE; number += 3 * STEP)
    {
      g_autofree char *found = corpus_measure (typesetter, number, NULL);

      g_string_append (faults, found);
    }
  g_assert_cmpstr (faults->str, ==, "");
}

/* Papers that a check has failed once: of each class one. */
static void
test_once_failed (void)
{
  static const guint numbers[] = {
    218,  /* an order whose lines stand closer: its text two blank lines below the number (C49) */
    224,  /* a title drawn up to the grid (C22) */
    582,  /* 27 characters a line (C33) */
    1234, /* a paragraph made longer down to a line of one character (C55) */
    896,  /* three rows of seals (C31) */
    2228, /* a bulletin with an editor's note (C9) */
    2658, /* an order's long name, pressed and made smaller (C49) */
    2667, /* an order of five, 特急 in the height of their names (C9, C49) */
  };
  g_autoptr (CwTypesetter) typesetter = cw_typesetter_new (cw_typefaces_get_default ());
  g_autoptr (GString) faults = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *found = corpus_measure (typesetter, numbers[i], NULL);

      g_string_append (faults, found);
    }
  g_assert_cmpstr (faults->str, ==, "");
}

/* The same number gives the same paper, and every number another. */
static void
test_numbers (void)
{
  g_autoptr (CwDocument) a = corpus_make_paper (700);
  g_autoptr (CwDocument) again = corpus_make_paper (700);
  g_autoptr (CwDocument) b = corpus_make_paper (701);

  g_assert_true (cw_document_equal (a, again));
  g_assert_false (cw_document_equal (a, b));
  g_assert_cmpuint (CORPUS_SIZE, >=, 2000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/corpus/numbers", test_numbers);
  g_test_add_func ("/check/corpus/once-failed", test_once_failed);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/corpus/sample/%u", i + 1);

      g_test_add_data_func (path, GUINT_TO_POINTER (i * STEP), test_sample);
    }
  return g_test_run ();
}
