/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CW_MM:
 * @mm: a length in millimetres
 *
 * The same length in points, the one unit of the typesetter.
 */
#define CW_MM(mm) ((mm) * 72.0 / 25.4)

/**
 * CW_TO_MM:
 * @pt: a length in points
 *
 * The same length in millimetres.
 */
#define CW_TO_MM(pt) ((pt) * 25.4 / 72.0)

/*
 * Every number of GB/T 9704—2012 the program uses: name, value, unit, clause, rule of the digest,
 * what it is. Lengths appear in the code as points, CW_STD_name; counts as they are.
 */
/* clang-format off */
#define CW_STANDARD_TABLE(LENGTH, SIZE, COUNT)                                                     \
  LENGTH (PAGE_WIDTH, 210.0, "5.1", "R4", "width of A4")                                           \
  LENGTH (PAGE_HEIGHT, 297.0, "5.1", "R4", "height of A4")                                         \
  LENGTH (HEAD_MARGIN, 37.0, "5.2.1", "R5", "天头")                                                \
  LENGTH (BINDING_MARGIN, 28.0, "5.2.1", "R5", "订口")                                             \
  LENGTH (TYPE_AREA_WIDTH, 156.0, "5.2.1", "R5", "width of the type area")                         \
  LENGTH (TYPE_AREA_HEIGHT, 225.0, "5.2.1", "R5", "height of the type area")                       \
  COUNT (LINES, 22, "5.2.3", "R12", "lines on a page")                                             \
  COUNT (COLUMNS, 28, "5.2.3", "R12", "characters on a line")                                      \
  SIZE (SIZE_2, 22.0, "7.3.1", "R50", "2号: the title")                                            \
  SIZE (SIZE_3, 16.0, "5.2.2", "R8", "3号: everything not named otherwise")                        \
  SIZE (SIZE_4, 14.0, "7.5", "R104", "4号: page number, colophon")                                 \
  SIZE (SIZE_SMALL_4, 12.0, "8", "R117", "小四: tables, captions")                                  \
  SIZE (SIZE_5, 10.5, "8", "R117", "五号: tables of many columns")                                 \
  COUNT (SIDEWAYS_COLUMNS, 40, "8", "R114", "characters on a line of a sideways page")              \
  SIZE (TABLE_RULE, 0.5, "8", "R117", "thickness of the rules between cells")                      \
  SIZE (TABLE_FRAME, 0.75, "8", "R117", "thickness of the rules around a table")                   \
  COUNT (INDENT, 2, "7.3.3", "R60", "characters a paragraph is indented")                          \
  COUNT (TITLE_COLUMNS, 18, "7.3.1", "R52", "3号 or 2号 characters a title line may hold")         \
  LENGTH (PAGE_NUMBER_DROP, 7.0, "7.5", "R105", "type area to the dash of the page number")        \
  COUNT (PAGE_NUMBER_INSET, 1, "7.5", "R106", "characters it stands in from the edge")             \
  COUNT (SIGNATORY_INSET, 2, "7.3.5.2", "R79", "characters right of an unsealed signatory")        \
  COUNT (DATE_SHIFT, 2, "7.3.5.2", "R79", "characters the date starts right of the signatory")     \
  COUNT (LIST_INDENT, 5, "7.3.4", "R66", "characters left of a name in the attachment list")       \
  COUNT (SEALED_INSET, 4, "7.3.5.1", "R70", "characters right of the date under a seal")           \
  LENGTH (SEAL_GAP, 3.0, "7.3.5.1", "R76", "between two seals side by side")                       \
  LENGTH (SEAL_DROP, 5.0, "7.3.5.1", "R72", "signatory and date below the centre of their seal")   \
  COUNT (STAMP_BLANK, 2, "7.3.5.3", "R83", "blank lines above a signature stamp")                  \
  COUNT (STAMP_INSET, 4, "7.3.5.3", "R83", "characters right of a signature stamp and its date")   \
  COUNT (POSITION_INSET, 2, "7.3.5.3", "R83", "characters between position and signature stamp")   \
  LENGTH (STAMP_WIDTH, 40.0, "7.3.5.3", "R83", "place of a signature stamp, usual width")          \
  LENGTH (STAMP_HEIGHT, 20.0, "7.3.5.3", "R83", "place of a signature stamp, usual height")        \
  LENGTH (COLOPHON_THICK, 0.35, "7.4.1", "R96", "first and last rule of the colophon")             \
  LENGTH (COLOPHON_THIN, 0.25, "7.4.1", "R96", "rules between them")                               \
  COUNT (COLOPHON_INSET, 1, "7.4.2", "R97", "4号 characters on both sides of the colophon")         \
  COUNT (COLOPHON_INDENT, 4, "7.4.2", "R97", "4号 characters left of its wrapped lines")            \
  COUNT (ATTENDEES_INDENT, 5, "10.3", "R133", "characters left of wrapped attendees")                      \
  LENGTH (MARK_TOP, 72.0, "7.2.4", "R39", "upper edge of the issuer mark")                         \
  LENGTH (MARK_SIZE, 22.0, "7.2.4", "R40", "its characters are no higher than this")               \
  LENGTH (MARK_WIDTH, 15.0, "7.2.4", "R40", "nor wider than this")                                 \
  LENGTH (MARK_INK, 19.0, "7.2.4", "R40", "height its ink has if nothing else is to be seen to")   \
  LENGTH (JOINT_MARK_INK, 13.0, "7.2.4", "R41", "the same of each name of a joint mark")           \
  COUNT (NUMBER_BLANK, 2, "7.2.5", "R44", "blank lines between mark and document number")          \
  COUNT (NUMBER_INSET, 1, "7.2.5", "R45", "characters it stands in on an upward paper")            \
  COUNT (SIGNER_CELLS, 3, "7.2.6", "R48", "characters a signer's name takes")                      \
  COUNT (SIGNER_LABEL, 4, "7.2.6", "R48", "characters of the label before them")                   \
  COUNT (SIGNERS_IN_A_ROW, 2, "7.2.6", "R47", "signers side by side")                              \
  LENGTH (RED_RULE_DROP, 4.0, "7.2.7", "R49", "document number to the red rule")                   \
  LENGTH (RED_RULE, 0.5, "7.2.7", "R49", "thickness of the red rule")                              \
  COUNT (TITLE_BLANK, 2, "7.3.1", "R50", "blank lines between red rule and title")                 \
  LENGTH (LETTER_MARK_TOP, 30.0, "10.1", "R119", "upper edge of a letter's issuer mark")           \
  LENGTH (LETTER_RULE_DROP, 4.0, "10.1", "R120", "mark to the first double rule")                  \
  LENGTH (LETTER_RULE_WIDTH, 170.0, "10.1", "R120", "width of the double rules")                   \
  LENGTH (LETTER_RULE_FOOT, 277.0, "10.1", "R120", "lower edge of the second double rule")         \
  LENGTH (LETTER_RULE_THICK, 0.53, "10.1", "R121", "thickness of the one")                         \
  LENGTH (LETTER_RULE_THIN, 0.26, "10.1", "R121", "and of the other")                              \
  LENGTH (LETTER_RULE_GAP, 0.3, "10.1", "R121", "between them")                                    \
  LENGTH (ORDER_MARK_TOP, 57.0, "10.2", "R128", "upper edge of an order's issuer mark")            \
  COUNT (ORDER_BLANK, 2, "10.2", "R129", "blank lines above and below an order's number")          \
  LENGTH (LETTER_TEXT_BOTTOM, 272.12, "10.1", "R126", "text of a letter's first page ends here")
/* clang-format on */

#define CW_STANDARD_LENGTH(name, value, clause, rule, what) extern const double CW_STD_##name;
#define CW_STANDARD_SIZE(name, value, clause, rule, what) extern const double CW_STD_##name;
#define CW_STANDARD_COUNT(name, value, clause, rule, what) enum { CW_STD_##name = value };
CW_STANDARD_TABLE (CW_STANDARD_LENGTH, CW_STANDARD_SIZE, CW_STANDARD_COUNT)
#undef CW_STANDARD_LENGTH
#undef CW_STANDARD_SIZE
#undef CW_STANDARD_COUNT

/**
 * CwStandardRow:
 * @name: its name in the code, without CW_STD_
 * @value: in @unit
 * @unit: "mm", "pt" or "" for a count
 * @clause: of GB/T 9704—2012
 * @rule: of the digest
 * @what: what it measures
 *
 * A row of the table, for reports and tests.
 */
typedef struct
{
  const char *name;
  double value;
  const char *unit;
  const char *clause;
  const char *rule;
  const char *what;
} CwStandardRow;

const CwStandardRow *cw_standard_get_rows (guint *n_rows);

G_END_DECLS
