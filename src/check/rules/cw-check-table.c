/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-check-table.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
/**
 * cw_checks:
 *
 * All checks of the digest, in its order.
 */
const CwCheck cw_checks[CW_N_CHECKS] = {
  { "C1", "5.1", "R4", N_ ("Size of every page"), cw_check_page_size },
  { "C2", "5.2.1", "R5", N_ ("Left edge of the text"), cw_check_left_edge },
  { "C3", "5.2.3", "R12", N_ ("Right edge of the text"), cw_check_right_edge },
  { "C4", "5.2.3", "R12", N_ ("Lines of a full page"), cw_check_lines },
  { "C5", "5.2.3", "R15", N_ ("From line to line"), cw_check_pitch },
  { "C6", "5.2.3", "R20", N_ ("Lines on the grid of the page"), cw_check_grid },
  { "C7", "5.2.3", "R13", N_ ("Lower edge of the last line"), cw_check_last_line },
  { "C8", "5.2.3", "R12", N_ ("Characters of a full line"), cw_check_columns },
  { "C9", "7.3.3", "R60", N_ ("Indent of paragraphs"), cw_check_indent },
  { "C10", "7.2.1", "R33", N_ ("Copy number, classification, urgency"), cw_check_corner },
  { "C11", "7.2.4", "R39", N_ ("Upper edge of the issuer mark"), cw_check_mark_top },
  { "C12", "10.1", "R119", N_ ("Upper edge of the issuer mark of letters and orders"), cw_check_special_mark_top },
  { "C13", "7.2.4", "R39", N_ ("Issuer mark in the middle"), cw_check_mark_centre },
  { "C14", "5.2.4", "R24", N_ ("Red of issuer mark and rules"), cw_check_red },
  { "C15", "7.2.5", "R44", N_ ("Document number below the issuer mark"), cw_check_number_gap },
  { "C16", "7.2.5", "R44", N_ ("Document number in the middle"), cw_check_number_centre },
  { "C17", "7.2.5", "R45", N_ ("Document number beside the signers"), cw_check_upward_number },
  { "C18", "7.2.6", "R46", N_ ("Right end of the signers"), cw_check_signer_end },
  { "C19", "7.2.6", "R47", N_ ("Rows of signers"), cw_check_signer_rows },
  { "C20", "7.2.7", "R49", N_ ("Red rule below the document number"), cw_check_red_rule_gap },
  { "C21", "7.2.7", "R49", N_ ("Length of the red rule"), cw_check_red_rule_width },
  { "C22", "7.3.1", "R50", N_ ("Title below the red rule"), cw_check_title_gap },
  { "C23", "7.3.1", "R50", N_ ("Title in the middle, its size"), cw_check_title_centre },
  { "C24", "7.3.1", "R51", N_ ("Shape of the title"), cw_check_title_shape },
  { "C25", "3.2", "R55", N_ ("From title line to title line"), cw_check_title_pitch },
  { "C26", "7.3.2", "R57", N_ ("Addressees below the title"), cw_check_addressees },
  { "C27", "7.3.3", "R60", N_ ("Text on the first page"), cw_check_body_on_first },
  { "C28", "7.3.4", "R65", N_ ("Attachment list"), cw_check_attachment_list },
  { "C29", "7.3.5.1", "R70", N_ ("Right end of a sealed date"), cw_check_sealed_date },
  { "C30", "7.3.5.1", "R70", N_ ("Sealed signatory above its date"), cw_check_sealed_centre },
  { "C31", "7.3.5.1", "R72", N_ ("Room for the seal"), cw_check_seal },
  { "C32", "7.3.5.1", "R75", N_ ("Seals of several signatories"), cw_check_joint_seals },
  { "C33", "7.3.5.2", "R79", N_ ("Signatory and date without a seal"), cw_check_unsealed },
  { "C34", "7.3.5.3", "R83", N_ ("Signature stamp, position and date"), cw_check_stamp },
  { "C35", "7.3.6", "R88", N_ ("Note below the date"), cw_check_note },
  { "C36", "7.3.7", "R91", N_ ("Head and title of attachments"), cw_check_attachment_head },
  { "C37", "7.4.1", "R96", N_ ("First and last rule of the colophon"), cw_check_last_rule },
  { "C38", "7.4.1", "R96", N_ ("Middle rules of the colophon"), cw_check_middle_rules },
  { "C39", "7.4.2", "R97", N_ ("Text of the colophon"), cw_check_colophon_text },
  { "C40", "7.4.1", "R102", N_ ("Page of the colophon"), cw_check_colophon_page },
  { "C41", "7.5", "R105", N_ ("Height of the page number"), cw_check_number_height },
  { "C42", "7.5", "R106", N_ ("Side of the page number"), cw_check_number_side },
  { "C43", "7.5", "R104", N_ ("Type and dashes of the page number"), cw_check_number_size },
  { "C44", "7.5", "R108", N_ ("Page numbers around blank pages"), cw_check_blank_pages },
  { "C45", "10.1", "R120", N_ ("Double rules of a letter"), cw_check_letter_rules },
  { "C46", "10.1", "R124", N_ ("Document number of a letter"), cw_check_letter_number },
  { "C47", "10.1", "R126", N_ ("First page of a letter"), cw_check_letter_page },
  { "C48", "10.1", "R127", N_ ("Colophon of a letter"), cw_check_letter_colophon },
  { "C49", "10.2", "R129", N_ ("Number and text of an order"), cw_check_order },
  { "C50", "10.3", "R133", N_ ("Attendees of minutes"), cw_check_attendees },
  { "C51", "8", "R111", N_ ("Sideways pages"), cw_check_landscape },
  { "C52", "GB/T 15834", "R170", N_ ("Marks at the ends of lines"), cw_check_line_ends },
  { "C53", "GB/T 15835", "R172", N_ ("What is not broken over lines"), cw_check_groups },
  { "C54", "GB/T 15834", "R139", N_ ("Dashes and ellipses"), cw_check_dashes },
  { "C55", "GB/T 15834", "R186", N_ ("Last lines of paragraphs"), cw_check_last_lines },
  { "C56", "7.3.5.5", "R85", N_ ("Text beside the signature block"), cw_check_signature_page },
  { "C57", "5.2.4", "R24", N_ ("Black text"), cw_check_black },
  { "C58", "5.2.2", "R10", N_ ("Typefaces"), cw_check_faces },
  { "C59", "7.2.5", "R43", N_ ("Form of document number and date"), cw_check_wording },
  { "C60", "7.2.1", "R34", N_ ("Copies alike but for their numbers"), NULL },
};
/* clang-format on */
