/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/cw-verification.h"
#include "check/text/cw-json.h"

#include <math.h>

static void
append_number (GString *json, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (json, "\"%s\": %s, ", name,
                          isfinite (value) ? g_ascii_formatd (digits, sizeof digits, "%.3f", value)
                                           : "null");
}

static void
append_place (GString *json, const CwVerifyPlace *place)
{
  g_string_append (json, "{");
  cw_json_append_member (json, "what", place->what);
  cw_json_append_member (json, "expected", place->expected);
  cw_json_append_member (json, "found", place->found);
  append_number (json, "expectedValue", place->expected_value);
  append_number (json, "tolerance", place->tolerance);
  append_number (json, "foundValue", place->found_value);
  cw_json_append_member (json, "unit", place->unit);
  append_number (json, "left", place->box.left);
  append_number (json, "top", place->box.top);
  append_number (json, "right", place->box.right);
  append_number (json, "bottom", place->box.bottom);
  g_string_append_printf (json, "\"page\": %u}", place->page);
}

static void
append_row (GString *json, const CwVerifyRow *row)
{
  static const char *const states[] = { "absent", "passed", "failed" };

  g_string_append (json, "    {");
  cw_json_append_member (json, "id", row->id);
  cw_json_append_member (json, "clause", row->clause);
  cw_json_append_member (json, "rule", row->rule);
  cw_json_append_member (json, "what", row->what);
  cw_json_append_member (json, "state", states[row->state]);
  cw_json_append_member (json, "remark", row->remark);
  g_string_append_printf (json, "\"measured\": %u, \"faults\": %u, \"worst\": ", row->n_measured,
                          row->n_faults);
  if (row->state == CW_VERIFY_ABSENT)
    g_string_append (json, "null");
  else
    append_place (json, &row->worst);
  g_string_append (json, ", \"places\": [");
  for (guint i = 0; i < row->faults->len; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      append_place (json, &g_array_index (row->faults, CwVerifyPlace, i));
    }
  g_string_append (json, "]}");
}

/**
 * cw_verification_to_json:
 * @self: a verification
 * @name: what the PDF is called
 *
 * Lengths are in millimetres from the top left corner of the sheet; what has no number is null.
 *
 * Returns: (transfer full): the checks as a JSON object
 */
char *
cw_verification_to_json (CwVerification *self, const char *name)
{
  GString *json = g_string_new ("{\n  ");

  cw_json_append_member (json, "file", name);
  cw_json_append_member (json, "format", cw_format_get_id (cw_verification_get_format (self)));
  g_string_append_printf (
      json, "\"pages\": %u, \"passed\": %u, \"failed\": %u, \"absent\": %u,\n  \"checks\": [\n",
      cw_verification_get_n_pages (self), cw_verification_count (self, CW_VERIFY_PASSED),
      cw_verification_count (self, CW_VERIFY_FAILED),
      cw_verification_count (self, CW_VERIFY_ABSENT));
  for (guint i = 0; i < cw_verification_get_n_rows (self); i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "");
      append_row (json, cw_verification_get_row (self, i));
    }
  g_string_append (json, "\n  ]\n}\n");
  return g_string_free_and_steal (json);
}
