/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/files/cw-file-error.h"
#include "formats/project/cw-project.h"
#include "pack.h"

/* What version 1.1 of the project file has: the form, pictures in entries of their own, bare XML. */

#define HEAD "<document xmlns='urn:chengwen:document' version='1.1'>"
#define PICTURE(attributes) HEAD "<body><picture " attributes ">图</picture></body></document>"

static CwDocument *
read_entries (const PackEntry *entries, guint n_entries, GError **error)
{
  g_autoptr (GBytes) bytes = pack (entries, n_entries);

  return cw_project_read (bytes, error);
}

static GBytes *
bytes_of (CwDocument *document, guint block)
{
  return cw_picture_get_bytes (cw_block_get_picture (cw_document_get_block (document, block)));
}

static CwBlock *
picture_block (CwPictureType type, const char *content, double width)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (CwPicture) picture = cw_picture_new (type, bytes, width);
  g_autoptr (CwText) caption = cw_text_new ("图");

  return cw_block_new_picture (picture, caption);
}

/* The same content, however often and in whatever width it is used, is one entry. */
static void
test_shared_pictures (void)
{
  CwBlock *blocks[] = { picture_block (CW_PICTURE_PNG, "one", 0), picture_block (CW_PICTURE_PNG, "two", 80),
                        picture_block (CW_PICTURE_PNG, "one", 33.333), picture_block (CW_PICTURE_SVG, "one", 0) };
  g_autoptr (CwDocument) document = cw_document_new (NULL, blocks, G_N_ELEMENTS (blocks));
  g_autoptr (GBytes) bytes = cw_project_write (document, NULL);
  g_autoptr (CwDocument) again = cw_project_read (bytes, NULL);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_true (cw_document_equal (document, again));
  g_assert_true (bytes_of (again, 0) == bytes_of (again, 2));
  archive_read_support_format_zip (archive);
  archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    g_string_append_printf (names, "%s ", archive_entry_pathname (entry));
  g_assert_cmpstr (names->str, ==, "mimetype document.xml pictures/1.png pictures/2.png pictures/3.svg ");
  archive_read_free (archive);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    cw_block_unref (blocks[i]);
}

static void
test_picture_before_document (void)
{
  const PackEntry entries[] = { { "pictures/12.jpg", "jpeg", 0 },
                                { "document.xml", PICTURE ("file='pictures/12.jpg' width='80.5'"), 0 },
                                { "pictures/13.jpg", "not used", 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = read_entries (entries, G_N_ELEMENTS (entries), &error);
  CwPicture *picture;

  g_assert_no_error (error);
  picture = cw_block_get_picture (cw_document_get_block (document, 0));
  g_assert_cmpint (cw_picture_get_picture_type (picture), ==, CW_PICTURE_JPEG);
  g_assert_cmpfloat (cw_picture_get_width (picture), ==, 80.5);
  g_assert_cmpmem (g_bytes_get_data (bytes_of (document, 0), NULL), g_bytes_get_size (bytes_of (document, 0)), "jpeg", 4);
}

static void
assert_damaged (const PackEntry *entries, guint n_entries, const char *named)
{
  g_autoptr (GError) error = NULL;
  CwDocument *document = read_entries (entries, n_entries, &error);

  g_assert_null (document);
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, named));
}

static void
test_missing_picture (void)
{
  const PackEntry missing[] = { { "document.xml", PICTURE ("file='pictures/1.png'"), 0 } };
  const PackEntry other_type[] = { { "document.xml", PICTURE ("file='pictures/1.png'"), 0 }, { "pictures/1.jpg", "x", 0 } };
  const PackEntry other_place[] = { { "document.xml", PICTURE ("file='pictures/1.png'"), 0 },
                                    { "../pictures/1.png", "x", 0 }, { "/pictures/1.png", "x", 0 } };
  const PackEntry twice[] = { { "document.xml", PICTURE ("file='pictures/1.png'"), 0 },
                              { "pictures/1.png", "x", 0 }, { "pictures/1.png", "y", 0 } };

  assert_damaged (missing, G_N_ELEMENTS (missing), "pictures/1.png");
  assert_damaged (other_type, G_N_ELEMENTS (other_type), "pictures/1.png");
  assert_damaged (other_place, G_N_ELEMENTS (other_place), "pictures/1.png");
  assert_damaged (twice, G_N_ELEMENTS (twice), "pictures/1.png");
}

/* A small file that unpacks to more than a picture may be. */
static void
test_bomb_of_a_picture (void)
{
  g_autofree char *zeros = g_malloc0 (CW_PICTURE_MAX_BYTES + 1);
  const PackEntry entries[] = { { "document.xml", PICTURE ("file='pictures/1.png'"), 0 },
                                { "pictures/1.png", zeros, CW_PICTURE_MAX_BYTES + 1 } };

  assert_damaged (entries, G_N_ELEMENTS (entries), "pictures/1.png");
}

static void
test_too_large_to_write (void)
{
  g_autofree char *zeros = g_malloc0 (CW_PICTURE_MAX_BYTES + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (zeros, CW_PICTURE_MAX_BYTES + 1);
  g_autoptr (CwPicture) picture = cw_picture_new (CW_PICTURE_PNG, bytes, 0);
  g_autoptr (CwText) nothing = cw_text_new ("");
  g_autoptr (CwBlock) block = cw_block_new_picture (picture, nothing);
  g_autoptr (CwDocument) document = cw_document_new (NULL, &block, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_project_write (document, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_TOO_LARGE);
}

/* --- tables ------------------------------------------------------------------------------------ */

/* Cells are what many of can come from few bytes. */
static void
test_bomb_of_cells (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("takes a minute with sanitizers");
#else
  g_autoptr (GString) xml = g_string_new (HEAD "<body>");
  GError *error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint table = 0; table < 110; table++)
    {
      g_string_append (xml, "<table><column/>");
      for (guint i = 0; i < 10000; i++)
        g_string_append (xml, "<row><cell/></row>");
      g_string_append (xml, "</table>");
    }
  g_string_append (xml, "</body></document>");
  bytes = g_bytes_new (xml->str, xml->len);
  g_assert_null (cw_project_read_xml (bytes, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DAMAGED);
  g_error_free (error);
#endif
}

static void
test_too_many_rows (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD "<body><table><column/>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= CW_TABLE_MAX_ROWS; i++)
    g_string_append (xml, "<row><cell/></row>");
  g_string_append (xml, "</table></body></document>");
  bytes = g_bytes_new (xml->str, xml->len);
  g_assert_null (cw_project_read_xml (bytes, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DAMAGED);
}

/* --- bare XML and versions --------------------------------------------------------------------- */

static CwDocument *
read_xml (const char *xml, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return cw_project_read_xml (bytes, error);
}

static void
test_bare_xml (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document
    = read_xml (HEAD "<form kind='request'/><issuers>甲局<break/>乙局</issuers><title>关于某事的请示</title>"
                     "<body><paragraph>正文</paragraph></body><note>联系人：XX</note>"
                     "<attachment landscape='true'><title>清单</title><paragraph>附件正文</paragraph></attachment>"
                     "<copies>30</copies></document>",
                &error);
  const CwForm *form;

  g_assert_no_error (error);
  form = cw_document_get_form (document);
  g_assert_cmpint (form->kind, ==, CW_KIND_REQUEST);
  g_assert_cmpint (form->format, ==, CW_FORMAT_GENERAL);
  g_assert_cmpint (form->sealing, ==, CW_SEALING_SEAL);
  g_assert_cmpuint (form->seal_diameter, ==, cw_form_default.seal_diameter);
  g_assert_false (form->addressees_in_colophon);
  g_assert_cmpuint (cw_document_get_n_body_blocks (document), ==, 1);
  g_assert_cmpuint (cw_document_get_n_attachments (document), ==, 1);
  g_assert_cmpint (cw_block_get_attachment_flags (cw_document_get_block (document, 1)), ==, CW_ATTACHMENT_LANDSCAPE);
  g_assert_cmpstr (cw_text_get_string (cw_document_get_element (document, CW_ELEMENT_ISSUERS)), ==, "甲局\n乙局");
  g_assert_cmpstr (cw_text_get_string (cw_document_get_element (document, CW_ELEMENT_COPIES)), ==, "30");
}

static void
test_bare_xml_has_no_pictures (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_xml (PICTURE ("file='pictures/1.png'"), &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (read_xml ("", &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (read_xml (HEAD "<body/>", &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DAMAGED);
}

/* A break set by hand is one character of the line, wherever it came from. */
static void
test_manual_break (void)
{
  g_autoptr (CwDocument) written = read_xml (HEAD "<body><paragraph>一<break/>二</paragraph></body></document>", NULL);
  g_autoptr (CwDocument) typed = read_xml (HEAD "<body><paragraph>一\342\200\250二</paragraph></body></document>", NULL);

  g_assert_cmpstr (cw_text_get_string (cw_block_get_text (cw_document_get_block (written, 0))), ==,
                   "一\342\200\250二");
  g_assert_true (cw_document_equal (written, typed));
}

static void
assert_version (const char *xml, const char *version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = read_xml (xml, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *attribute = g_strdup_printf ("version=\"%s\"", version);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  char content[4096] = "";

  g_assert_no_error (error);
  bytes = cw_project_write (document, NULL);
  archive_read_support_format_zip (archive);
  archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  archive_read_next_header (archive, &entry);
  archive_read_next_header (archive, &entry);
  archive_read_data (archive, content, sizeof content - 1);
  g_assert_nonnull (strstr (strchr (content, 'd'), attribute));
  archive_read_free (archive);
}

/* What uses nothing new can still be opened by the first program. */
static void
test_oldest_version (void)
{
  assert_version (HEAD "<title>题</title><body><heading level='1'>一</heading><page-break/></body><date/></document>",
                  "1.0");
  assert_version (HEAD "<form kind='summary' format='working-paper'/><body/></document>", "1.0");
  assert_version (HEAD "<form kind='plan'/><body/></document>", "1.1");
  assert_version (HEAD "<body/><copies/></document>", "1.1");
  assert_version (HEAD "<body/><note/></document>", "1.1");
  assert_version (HEAD "<body><paragraph>一<break/>二</paragraph></body></document>", "1.1");
  assert_version (HEAD "<body><annotation/></body></document>", "1.1");
  assert_version (HEAD "<body/><attachment><title/></attachment></document>", "1.1");
  assert_version (HEAD "<body><paragraph id='1'/></body></document>", "1.2");
  assert_version (HEAD "<title><literal>X</literal></title><body/></document>", "1.2");
  assert_version (HEAD "<body/><ledger><quantity number='3'/></ledger></document>", "1.2");
  assert_version (HEAD "<body><section state='draft'/><heading level='1'/></body></document>", "1.2");
  assert_version (HEAD "<body><section state='unsaid'/><heading level='1'/></body><ledger/></document>", "1.0");
  assert_version (HEAD "<body><table list='other'><column/><row><cell/></row></table></body></document>", "1.2");
}

/* --- what a hostile file says of quantities --- */

static void
test_unknown_quantities (void)
{
  g_autoptr (CwDocument) document = read_xml (
      HEAD "<body><paragraph><value number='2'>12</value>，<value number='9'>XX</value>次</paragraph></body>"
           "<ledger><quantity number='2' rule='sum' parts='7'/></ledger></document>",
      NULL);
  guint n_marks;

  cw_text_get_marks (cw_block_get_text (cw_document_get_block (document, 0)), &n_marks);
  g_assert_cmpuint (n_marks, ==, 1);
  g_assert_cmpint (cw_ledger_get_value (cw_document_get_ledger (document), 2)->rule, ==, CW_VALUE_ENTERED);
  g_assert_cmpuint (cw_document_count_placeholders (document), ==, 2);
}

static void
test_ids_given_twice (void)
{
  g_autoptr (CwDocument) document = read_xml (
      HEAD "<body><paragraph id='5'/><paragraph id='5'/><page-break id='6'/></body></document>", NULL);

  g_assert_cmpuint (cw_block_get_id (cw_document_get_block (document, 0)), ==, 5);
  g_assert_cmpuint (cw_block_get_id (cw_document_get_block (document, 1)), ==, 0);
  g_assert_cmpuint (cw_block_get_id (cw_document_get_block (document, 2)), ==, 6);
}

static void
test_too_many_quantities (void)
{
  g_autoptr (GString) xml = g_string_new (HEAD "<body/><ledger>");
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= CW_LEDGER_MAX_VALUES + 1; i++)
    g_string_append_printf (xml, "<quantity number='%u' rule='sum' parts='%u'/>", i, i + 1);
  g_string_append (xml, "</ledger></document>");
  g_assert_null (read_xml (xml->str, &error));
  g_assert_error (error, CW_FILE_ERROR, CW_FILE_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/project/pictures/shared", test_shared_pictures);
  g_test_add_func ("/formats/project/pictures/before-document", test_picture_before_document);
  g_test_add_func ("/formats/project/pictures/missing", test_missing_picture);
  g_test_add_func ("/formats/project/pictures/bomb", test_bomb_of_a_picture);
  g_test_add_func ("/formats/project/pictures/too-large-to-write", test_too_large_to_write);
  g_test_add_func ("/formats/project/tables/bomb-of-cells", test_bomb_of_cells);
  g_test_add_func ("/formats/project/tables/too-many-rows", test_too_many_rows);
  g_test_add_func ("/formats/project/xml/bare", test_bare_xml);
  g_test_add_func ("/formats/project/xml/no-pictures", test_bare_xml_has_no_pictures);
  g_test_add_func ("/formats/project/xml/manual-break", test_manual_break);
  g_test_add_func ("/formats/project/xml/oldest-version", test_oldest_version);
  g_test_add_func ("/formats/project/values/unknown", test_unknown_quantities);
  g_test_add_func ("/formats/project/values/too-many", test_too_many_quantities);
  g_test_add_func ("/formats/project/values/ids-twice", test_ids_given_twice);
  return g_test_run ();
}
