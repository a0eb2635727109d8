/* SPDX-License-Identifier: GPL-3.0-or-later */

/* C52–C55, C57–C59: lines, colour, faces and wording. */

#include "cw-judge.h"

#include "check/roles/cw-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
is_one_of (gunichar ch, const char *set)
{
  return g_utf8_strchr (set, -1, ch) != NULL;
}

static gboolean
has_paragraphs (const CwFoundRow *row)
{
  return row->part == CW_PART_BODY && !row->centred;
}

/* The row after a row of the same paragraph; NULL at its end. */
static const CwFoundRow *
get_next (CwJudge *judge, guint i)
{
  if (!has_paragraphs (cw_found_get_row (judge->found, i))
      || cw_found_get_row (judge->found, i)->closes)
    return NULL;
  for (i++; i < judge->found->rows->len; i++)
    if (cw_found_get_row (judge->found, i)->part == CW_PART_BODY)
      return cw_found_get_row (judge->found, i)->opens ? NULL : cw_found_get_row (judge->found, i);
  return NULL;
}

static void
judge_line_end (CwJudge *judge,
                const CwFoundRow *row,
                const CwMeasuredChar *c,
                gboolean wrong,
                gboolean start)
{
  char found[8] = "";

  g_unichar_to_utf8 (c->ch, found);
  if (wrong)
    cw_judge_that (judge, FALSE,
                   start ? _ ("not at the beginning of a line") : _ ("not at the end of a line"),
                   found, row->page, c->box);
  else
    cw_judge_that (judge, TRUE, _ ("no forbidden mark"), _ ("none"), row->page,
                   cw_found_row_get_box (row));
}

/* C52. A dash is two characters; one alone is a connector (R141), which may not begin a line. */
void
cw_check_line_ends (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i), *next = get_next (judge, i);
      const CwMeasuredChar *last, *first;
      gboolean connector;

      if (next == NULL)
        continue;
      last = cw_found_row_get_last_char (row);
      first = cw_found_row_get_char (next, 0);
      connector = first->ch == 0x2014
                  && (next->n_chars < 2 || cw_found_row_get_char (next, 1)->ch != 0x2014);
      judge_line_end (judge, row, last, is_one_of (last->ch, "“‘「『（［｛〔【〖《〈([{/／￥¥$№"),
                      FALSE);
      judge_line_end (
          judge, next, first,
          connector
              || is_one_of (first->ch,
                            "。，、；：？！．｡”’」』）］｝〕】〗》〉)]}·•/／–～~－％%‰℃°′″…"),
          TRUE);
    }
}

static gboolean
is_counter (gunichar ch)
{
  return is_one_of (ch, "年月日号次名个人条项期份件家所位场篇户万亿元％%℃岁");
}

static gboolean
is_latin (gunichar ch)
{
  return ch < 128 && g_ascii_isalpha ((char) ch);
}

static const char *
find_broken (const CwMeasuredChar *last, const CwMeasuredChar *first)
{
  if (g_unichar_isdigit (last->ch) && (g_unichar_isdigit (first->ch) || is_counter (first->ch)))
    return _ ("a number");
  if ((last->ch == 0x2014 && first->ch == 0x2014) || (last->ch == 0x2026 && first->ch == 0x2026))
    return _ ("a dash or an ellipsis");
  if (last->ch == 0x7b2c && g_unichar_isdigit (first->ch))
    return _ ("a number");
  return is_latin (last->ch) && is_latin (first->ch) && !first->space ? _ ("a word") : NULL;
}

/* C53 */
void
cw_check_groups (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i), *next = get_next (judge, i);
      const char *broken;

      if (next == NULL)
        continue;
      broken = find_broken (cw_found_row_get_last_char (row), cw_found_row_get_char (next, 0));
      cw_judge_that (judge, broken == NULL, _ ("nothing broken that belongs together"),
                     broken != NULL ? broken : _ ("none"), next->page,
                     broken != NULL ? cw_found_row_get_char (next, 0)->box
                                    : cw_found_row_get_box (next));
    }
}

/* --- dashes --- */

/* Between two Han characters there are two cells and what justification added; the ink of a dash
 * fills them but for a little at the ends. */
static void
judge_pair (CwJudge *judge, const CwFoundRow *row, guint i)
{
  const CwMeasuredChar *before = cw_found_row_get_char (row, i - 1),
                       *after = cw_found_row_get_char (row, i + 2);
  const CwMeasuredChar *c = cw_found_row_get_char (row, i), *d = cw_found_row_get_char (row, i + 1);
  double room = after->x - before->x - judge->cell;
  CwBox ink = c->ink, box = c->box;

  cw_box_unite (&ink, &d->ink);
  cw_box_unite (&box, &d->box);
  cw_judge_between (judge, _ ("room"), 2 * judge->cell - 0.1, 2 * judge->cell + 0.3 * judge->cell,
                    room, row->page, box);
  if (c->ch == 0x2014)
    cw_judge_near_at (judge, _ ("stroke"), 11.14, 0.8, ink.right - ink.left, row->page, box);
}

/* C54 */
void
cw_check_dashes (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      for (guint j = 1; has_paragraphs (row) && fabs (row->size - 16) < 0.6 && j + 2 < row->n_chars;
           j++)
        {
          gunichar ch = cw_found_row_get_char (row, j)->ch;

          if ((ch != 0x2014 && ch != 0x2026) || cw_found_row_get_char (row, j + 1)->ch != ch)
            continue;
          if (cw_find_is_han (cw_found_row_get_char (row, j - 1)->ch)
              && cw_find_is_han (cw_found_row_get_char (row, j + 2)->ch))
            judge_pair (judge, row, j);
          j++;
        }
    }
}

/* C55 */
void
cw_check_last_lines (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      guint n = 0;

      if (!has_paragraphs (row) || row->opens || !row->closes)
        continue;
      for (guint j = 0; j < row->n_chars; j++)
        n += !cw_find_is_mark (cw_found_row_get_char (row, j)->ch);
      cw_judge_that (judge, n >= 2, _ ("at least two characters in a paragraph’s last line"),
                     row->text, row->page, cw_found_row_get_box (row));
    }
}

/* C57. Red are the issuer mark and what is stamped. */
void
cw_check_black (CwJudge *judge)
{
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      const CwMeasuredChar *wrong = NULL;
      g_autofree char *found = NULL;

      if (row->part == CW_PART_MARK || row->part == CW_PART_OTHER)
        continue;
      for (guint j = 0; j < row->n_chars && wrong == NULL; j++)
        if (cw_found_row_get_char (row, j)->printed && !cw_found_row_get_char (row, j)->black)
          wrong = cw_found_row_get_char (row, j);
      if (wrong != NULL)
        found = g_strdup_printf ("RGB %.0f,%.0f,%.0f", wrong->tint.red * 255,
                                 wrong->tint.green * 255, wrong->tint.blue * 255);
      cw_judge_that (judge, wrong == NULL, _ ("black"), wrong != NULL ? found : _ ("black"),
                     row->page, cw_found_row_get_box (row));
    }
}

/* --- faces --- */

static GHashTable *
collect_han_fonts (CwJudge *judge)
{
  GHashTable *fonts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < judge->found->measured->pages->len; i++)
    {
      GArray *chars = cw_measured_page (judge->found->measured, i)->chars;

      for (guint j = 0; j < chars->len; j++)
        if (cw_find_is_han (g_array_index (chars, CwMeasuredChar, j).ch))
          g_hash_table_add (fonts, (char *) g_array_index (chars, CwMeasuredChar, j).font);
    }
  return fonts;
}

static gboolean
is_beside_han (const CwFoundRow *row, guint i)
{
  return (i > 0 && cw_find_is_han (cw_found_row_get_char (row, i - 1)->ch))
         || (i + 1 < row->n_chars && cw_find_is_han (cw_found_row_get_char (row, i + 1)->ch));
}

/* A mark of a Latin face: its font has no Han character, and it is narrower than one. */
static gboolean
is_latin_mark (const CwFoundRow *row, guint i, GHashTable *han_fonts)
{
  const CwMeasuredChar *c = cw_found_row_get_char (row, i);

  return is_one_of (c->ch, "“”‘’—…·") && is_beside_han (row, i)
         && !g_hash_table_contains (han_fonts, c->font)
         && c->end - c->x < 0.85 * c->size * CW_MM_PER_PT && c->printed;
}

static void
judge_embedding (CwJudge *judge)
{
  PopplerFontInfo *info = poppler_font_info_new (judge->found->measured->document);
  PopplerFontsIter *iter = NULL;
  CwMeasuredPage *page = cw_measured_page (judge->found->measured, 0);

  if (poppler_font_info_scan (info, (int) judge->found->measured->pages->len, &iter)
      && iter != NULL)
    do
      {
        const char *name = poppler_fonts_iter_get_name (iter);
        gboolean embedded = poppler_fonts_iter_is_embedded (iter);

        cw_judge_that (judge, embedded, _ ("embedded fonts"), name != NULL ? name : "", page,
                       (CwBox) { 0, 0, page->width, page->height });
      }
    while (poppler_fonts_iter_next (iter));
  if (iter != NULL)
    poppler_fonts_iter_free (iter);
  g_object_unref (info);
}

/* C58 */
void
cw_check_faces (CwJudge *judge)
{
  g_autoptr (GHashTable) han_fonts = collect_han_fonts (judge);

  judge_embedding (judge);
  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);

      for (guint j = 0; j < row->n_chars; j++)
        {
          const CwMeasuredChar *c = cw_found_row_get_char (row, j);

          if (c->doubled)
            cw_judge_that (judge, FALSE, _ ("no made-up bold"), c->font, row->page, c->box);
          if (is_latin_mark (row, j, han_fonts))
            cw_judge_that (judge, FALSE, _ ("marks of the Chinese face"), c->font, row->page,
                           c->box);
        }
    }
}

/* C59. Not yet issued, not yet dated: said, but no fault. */
void
cw_check_wording (CwJudge *judge)
{
  gboolean minutes = judge->found->format == CW_FORMAT_MINUTES; /* may have no code (R135) */

  for (guint i = 0; i < judge->found->rows->len; i++)
    {
      const CwFoundRow *row = cw_found_get_row (judge->found, i);
      gboolean number = row->part == CW_PART_NUMBER && !cw_find_matches (row->text, "^[（(]?第");
      gboolean date = row->part == CW_PART_DATE;

      if ((!number && !date) || row->attachment > 0)
        continue;
      if (number && cw_find_matches (row->text, "〔(19|20)[0-9]{2}〕号$"))
        cw_judge_remark (judge, _ ("The serial of the document number is still blank."));
      else if (number && cw_find_matches (row->text, "[XxＸ×]"))
        cw_judge_remark (judge, _ ("The document number is not filled in yet."));
      else if (number)
        cw_judge_that (
            judge,
            cw_find_matches (row->text, minutes ? "^[^〔]*〔(19|20)[0-9]{2}〕[1-9][0-9]*号$"
                                                : "^[^〔]+〔(19|20)[0-9]{2}〕[1-9][0-9]*号$"),
            "×〔2024〕1号", row->text, row->page, cw_found_row_get_box (row));
      else if (cw_find_matches (row->text, "[XxＸ×]|^年|年月|月日$"))
        cw_judge_remark (judge, _ ("The date is not filled in yet."));
      else
        cw_judge_that (
            judge,
            cw_find_matches (row->text, "^[0-9]{4}年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日$"),
            "2024年1月1日", row->text, row->page, cw_found_row_get_box (row));
    }
}
