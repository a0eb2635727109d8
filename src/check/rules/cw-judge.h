/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check/cw-verification.h"
#include "check/roles/cw-found.h"

G_BEGIN_DECLS

#define CW_MM_PER_PT (25.4 / 72.0)

/* Numbers of its own, mm: measured by the typesetter's, a wrong one there would look right. */
#define CW_C_CELL (156.0 / 28)            /* E: column pitch of the grid (R14) */
#define CW_C_EM 5.573                     /* h: em of 3号 on the grid (R14) */
#define CW_C_GAP 4.876                    /* g: seven eighths of it (R2) */
#define CW_C_PITCH 10.449                 /* L: from line to line (R15) */
#define CW_C_TOP 37.0                     /* Y0 */
#define CW_C_BOTTOM 262.0                 /* Y1 */
#define CW_C_WIDTH 156.0                  /* of the type area */
#define CW_C_FIRST_CENTRE 39.786          /* middle of line 1 (R20) */
#define CW_C_SMALL_EM (14 * CW_MM_PER_PT) /* em of 4号 */

/**
 * CwJudge:
 * @found: the PDF and what was found on it
 * @options: what it is measured against
 * @row: the check being made
 * @pitch: from line to line on this paper: as expected, or adjusted (R23)
 * @cell: from character to character on this paper, likewise
 *
 * One check in the making: each thing measured is put to it.
 */
typedef struct
{
  CwFound *found;
  const CwVerifyOptions *options;
  CwVerifyRow *row;
  double pitch;
  double cell;
} CwJudge;

typedef void (*CwCheckFunction) (CwJudge *judge);

void cw_judge_near (CwJudge *self,
                    const char *what,
                    double expected,
                    double tolerance,
                    double found,
                    const CwFoundRow *at);
void cw_judge_near_at (CwJudge *self,
                       const char *what,
                       double expected,
                       double tolerance,
                       double found,
                       CwMeasuredPage *page,
                       CwBox box);
void cw_judge_between (CwJudge *self,
                       const char *what,
                       double least,
                       double most,
                       double found,
                       CwMeasuredPage *page,
                       CwBox box);
void cw_judge_count (CwJudge *self,
                     const char *what,
                     int expected,
                     int found,
                     CwMeasuredPage *page,
                     CwBox box);
void cw_judge_size (CwJudge *self,
                    const char *what,
                    double expected,
                    double tolerance,
                    const CwFoundRow *at);
void cw_judge_that (CwJudge *self,
                    gboolean right,
                    const char *expected,
                    const char *found,
                    CwMeasuredPage *page,
                    CwBox box);
void cw_judge_remark (CwJudge *self, const char *remark);

double cw_judge_get_pitch (CwJudge *self);
gboolean cw_judge_has_number_gap (CwJudge *self);
double cw_judge_get_number_height (CwJudge *self);

double cw_judge_get_left (CwJudge *self, CwMeasuredPage *page);
double cw_judge_get_right (CwJudge *self, CwMeasuredPage *page);
double cw_judge_get_last_end (const CwFoundRow *row);
CwBox cw_judge_unite_rows (CwJudge *self, CwFoundPart part, CwMeasuredPage *page);

/* The checks, by the parts of the paper. */
void cw_check_page_size (CwJudge *judge);
void cw_check_left_edge (CwJudge *judge);
void cw_check_right_edge (CwJudge *judge);
void cw_check_lines (CwJudge *judge);
void cw_check_pitch (CwJudge *judge);
void cw_check_grid (CwJudge *judge);
void cw_check_last_line (CwJudge *judge);
void cw_check_columns (CwJudge *judge);
void cw_check_indent (CwJudge *judge);

void cw_check_corner (CwJudge *judge);
void cw_check_mark_top (CwJudge *judge);
void cw_check_special_mark_top (CwJudge *judge);
void cw_check_mark_centre (CwJudge *judge);
void cw_check_red (CwJudge *judge);
void cw_check_number_gap (CwJudge *judge);
void cw_check_number_centre (CwJudge *judge);
void cw_check_upward_number (CwJudge *judge);
void cw_check_signer_end (CwJudge *judge);
void cw_check_signer_rows (CwJudge *judge);
void cw_check_red_rule_gap (CwJudge *judge);
void cw_check_red_rule_width (CwJudge *judge);

void cw_check_title_gap (CwJudge *judge);
void cw_check_title_centre (CwJudge *judge);
void cw_check_title_shape (CwJudge *judge);
void cw_check_title_pitch (CwJudge *judge);
void cw_check_addressees (CwJudge *judge);
void cw_check_body_on_first (CwJudge *judge);
void cw_check_attachment_list (CwJudge *judge);

void cw_check_sealed_date (CwJudge *judge);
void cw_check_sealed_centre (CwJudge *judge);
void cw_check_seal (CwJudge *judge);
void cw_check_joint_seals (CwJudge *judge);
void cw_check_unsealed (CwJudge *judge);
void cw_check_stamp (CwJudge *judge);
void cw_check_note (CwJudge *judge);
void cw_check_signature_page (CwJudge *judge);

void cw_check_attachment_head (CwJudge *judge);
void cw_check_last_rule (CwJudge *judge);
void cw_check_middle_rules (CwJudge *judge);
void cw_check_colophon_text (CwJudge *judge);
void cw_check_colophon_page (CwJudge *judge);
void cw_check_blank_pages (CwJudge *judge);

void cw_check_number_height (CwJudge *judge);
void cw_check_number_side (CwJudge *judge);
void cw_check_number_size (CwJudge *judge);

void cw_check_letter_rules (CwJudge *judge);
void cw_check_letter_number (CwJudge *judge);
void cw_check_letter_page (CwJudge *judge);
void cw_check_letter_colophon (CwJudge *judge);
void cw_check_order (CwJudge *judge);
void cw_check_attendees (CwJudge *judge);
void cw_check_landscape (CwJudge *judge);

void cw_check_line_ends (CwJudge *judge);
void cw_check_groups (CwJudge *judge);
void cw_check_dashes (CwJudge *judge);
void cw_check_last_lines (CwJudge *judge);
void cw_check_black (CwJudge *judge);
void cw_check_faces (CwJudge *judge);
void cw_check_wording (CwJudge *judge);

G_END_DECLS
