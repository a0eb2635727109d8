/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/files/cw-file-error.h"
#include "formats/project/cw-project.h"
#include "pack.h"
#include "random-document.h"

#include <libxml/relaxng.h>
#include <stdlib.h>
#include <time.h>

/* With sanitizers every allocation takes a hundred times as long. */
#ifdef __SANITIZE_ADDRESS__
#define N_ROUND_TRIPS 150
#define N_MUTATIONS 300
#define N_ENTRIES 11000
#else
#define N_ROUND_TRIPS 600
#define N_MUTATIONS 1200 /* of the file, and as many of the XML in it */
#define N_ENTRIES 20000
#endif
#define N_TEARS 64

/* --- helpers --------------------------------------------------------------------------------- */

/* Content of one entry, as any other program would find it. */
static GBytes *
unpack (GBytes *bytes, const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  GByteArray *content = NULL;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (
    archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), ==, ARCHIVE_OK);
  while (content == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (strcmp (archive_entry_pathname (entry), name) == 0)
      {
        content = g_byte_array_new ();
        g_byte_array_set_size (content, archive_entry_size (entry));
        g_assert_cmpint (archive_read_data (archive, content->data, content->len), ==, (int) content->len);
      }
  archive_read_free (archive);
  g_assert_nonnull (content);
  return g_byte_array_free_to_bytes (content);
}

/* Tells whether XML follows the schema that is installed with the program. */
static gboolean
is_valid (const char *xml, gsize length)
{
  static xmlRelaxNG *schema = NULL;
  xmlRelaxNGValidCtxt *validator;
  xmlDoc *doc;
  int result;

  if (schema == NULL)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "chengwen-document.rng", NULL);
      xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);

      schema = xmlRelaxNGParse (parser);
      xmlRelaxNGFreeParserCtxt (parser);
      g_assert_nonnull (schema);
    }
  doc = xmlReadMemory (xml, length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_HUGE);
  if (doc == NULL)
    return FALSE;
  validator = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidErrors (validator, NULL, NULL, NULL);
  result = xmlRelaxNGValidateDoc (validator, doc);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlFreeDoc (doc);
  return result == 0;
}

/* Either a document, which can be written again, or an error with a sentence. */
static gboolean
read_cleanly (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_project_read (bytes, &error);

  if (document == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == CW_FILE_ERROR);
      g_assert_cmpint (strlen (error->message), >, 20);
      return FALSE;
    }
  g_assert_no_error (error);
  return TRUE;
}

static void
assert_refused (GBytes *bytes, CwFileError code)
{
  g_autoptr (GError) error = NULL;
  CwDocument *document = cw_project_read (bytes, &error);

  g_assert_null (document);
  g_assert_error (error, CW_FILE_ERROR, (int) code);
}

#define DOCUMENT(version, content)                                                                 \
  "<document xmlns='urn:chengwen:document' version='" version "'>" content "</document>"
#define NEW(content) DOCUMENT ("1.1", content)
#define VALUES(content) DOCUMENT ("1.2", content)
#define BODY(content) DOCUMENT ("1.0", "<body>" content "</body>")

/* --- writing and reading back ------------------------------------------------------------------ */

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);

  for (guint i = 0; i < N_ROUND_TRIPS; i++)
    {
      g_autoptr (CwDocument) document = random_document (rand, 30, 80);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = cw_project_write (document, &error);
      g_autoptr (CwDocument) again = NULL;

      g_assert_no_error (error);
      g_assert_true (cw_project_sniff (bytes));
      again = cw_project_read (bytes, &error);
      g_assert_no_error (error);
      g_assert_true (cw_document_equal (document, again));
    }
}

static void
test_every_character (void)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (CwText) text = NULL;
  g_autoptr (CwBlock) block = NULL;
  CwText *elements[CW_N_ELEMENTS] = { NULL };
  g_autoptr (CwDocument) document = NULL;
  g_autoptr (CwDocument) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (gunichar ch = 1; ch <= 0x10FFFF; ch++)
    if (ch != '\n' && g_unichar_validate (ch))
      g_string_append_unichar (all, ch);
  text = cw_text_new (all->str);
  block = cw_block_new_paragraph (text);
  document = cw_document_new (elements, &block, 1);
  bytes = cw_project_write (document, &error);
  g_assert_no_error (error);
  again = cw_project_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cw_text_get_string (cw_block_get_text (cw_document_get_block (again, 0))), ==, all->str);
}

static void
test_schema (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_ROUND_TRIPS; i++)
    {
      g_autoptr (CwDocument) document = random_document (rand, 20, 60);
      g_autoptr (GBytes) bytes = cw_project_write (document, NULL);
      g_autoptr (GBytes) xml = unpack (bytes, "document.xml");

      g_assert_true (is_valid (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml)));
    }
}

static void
test_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (CwDocument) document = random_document (rand, 30, 80);
  g_autoptr (GBytes) first = cw_project_write (document, NULL);
  g_autoptr (GBytes) again = cw_project_write (document, NULL);
  g_autoptr (GBytes) elsewhere = NULL;
  const char *data = g_bytes_get_data (first, NULL);

  g_assert_true (g_bytes_equal (first, again));
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  tzset ();
  elsewhere = cw_project_write (document, NULL);
  g_setenv ("TZ", "UTC", TRUE);
  tzset ();
  g_assert_true (g_bytes_equal (first, elsewhere));
  /* The type stands in the clear at the front, for programs that look at the first bytes. */
  g_assert_cmpmem (data, 4, "PK\003\004", 4);
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_nonnull (g_strstr_len (data + 38, 64, "application/x-chengwen"));
}

static void
test_readable (void)
{
  g_autoptr (CwText) title = cw_text_new ("关于第一季度\n工作的总结");
  g_autoptr (CwText) heading_text = cw_text_new ("主要工作");
  CwMark mark = { CW_MARK_EMPHASIS, 0, 6 };
  g_autoptr (CwText) text = cw_text_new_with_marks ("重点 & 难点", -1, &mark, 1);
  CwText *elements[CW_N_ELEMENTS] = { [CW_ELEMENT_TITLE] = title };
  CwBlock *blocks[] = { cw_block_new_heading (1, heading_text), cw_block_new_paragraph (text),
                        cw_block_new_page_break () };
  g_autoptr (CwDocument) document = cw_document_new (elements, blocks, G_N_ELEMENTS (blocks));
  g_autoptr (GBytes) bytes = cw_project_write (document, NULL);
  g_autoptr (GBytes) xml = unpack (bytes, "document.xml");
  const char expected[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<document xmlns=\"urn:chengwen:document\" version=\"1.0\">\n"
                          "  <title>关于第一季度<break/>工作的总结</title>\n"
                          "  <body>\n"
                          "    <heading level=\"1\">主要工作</heading>\n"
                          "    <paragraph><emphasis>重点</emphasis> &amp; 难点</paragraph>\n"
                          "    <page-break/>\n"
                          "  </body>\n"
                          "</document>\n";

  g_assert_cmpmem (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml), expected, strlen (expected));
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    cw_block_unref (blocks[i]);
}

/* --- what is accepted and what is not ------------------------------------------------------------ */

static const char *const good[] = {
  BODY (""),
  BODY ("<paragraph/>"),
  "<?xml version='1.0'?><!-- by hand -->" BODY ("\n <!-- note -->\n\t<paragraph>一<![CDATA[<二>]]></paragraph>"),
  "<d:document xmlns:d='urn:chengwen:document' version='1.0'><d:body><d:page-break/></d:body></d:document>",
  BODY ("<paragraph>&#20013;&lt;&amp;&quot;</paragraph>"),
  BODY ("<paragraph><emphasis/><emphasis>a</emphasis><emphasis>b</emphasis></paragraph>"),
  BODY ("<heading level='4'><character code='1b'/></heading>"),
  DOCUMENT ("1.0", "<title/><subtitle/><addressees/><body/><signatory/><date/>"),
  DOCUMENT ("1.7", "<title>a<break/>b</title><body/>"),
  BODY ("<paragraph>a<break/>b</paragraph>"),
  NEW ("<form kind='notice'/><body/>"),
  NEW ("<form kind='notice' lines='23' columns='29'/><body/>"),
  NEW ("<form kind='bill' format='letter' sealing='none' seal-diameter='60' addressees='colophon'/><body/>"),
  NEW ("<form kind='minutes' addressees='body'/><copy-number/><signers/><title/><editor-note/><body/><observers/>"
       "<positions/><date/><note/><attachment><title/></attachment><attachment landscape='true' unbound='false'>"
       "<title>a<break/>b</title><page-break/></attachment><copies/><forward-recipients/>"),
  NEW ("<body><annotation>注<emphasis>一<break/></emphasis></annotation></body>"),
  NEW ("<body><table><column/><row><cell/></row></table></body>"),
  NEW ("<body><table header-rows='7'><caption>表<break/>一</caption>\n<column align='decimal' width='12.5'/><column/>"
       "<row><cell columns='2' rows='2'>甲<break/>乙</cell><covered/></row><row><covered/><covered/></row></table>"
       "</body>"),
  VALUES ("<body><paragraph id='7'>约<emphasis>共<value number='1'>X<literal>X</literal><break/></value></emphasis>次"
          "<literal>XX</literal></paragraph><page-break id='999999999'/></body>"
          "<ledger><quantity number='1' rule='sum' decimals='2' parts='2 1'><unit>次</unit><name/></quantity>"
          "<dismissed>甲<character code='1'/></dismissed><quantity number='2' filled='true'/></ledger>"),
  VALUES ("<body><section state='done'><remark>请核<break/>实</remark><person>张</person></section>"
          "<heading level='1' id='1'>一</heading></body><ledger/>"),
  VALUES ("<body><table list='tasks' id='3'><column role='number'/><column/><row><source block='7' part='2' role='free'>甲"
          "</source><source/><cell/><cell/></row></table></body>"),
};

/* Damaged, though the grammar alone does not say so. */
static const char *const inconsistent[] = {
  VALUES ("<body/><ledger><quantity number='1'/><quantity number='1'/></ledger>"),
  VALUES ("<body/><ledger><quantity number='0'/></ledger>"),
  VALUES ("<body/><ledger><quantity number='1' parts='0'/></ledger>"),
  VALUES ("<body><table><column/><row><source/><cell/></row></table></body>"),
};

static const char *const damaged[] = {
  VALUES ("<body/><ledger/><ledger/>"),
  VALUES ("<ledger/><body/>"),
  VALUES ("<body><paragraph id='0'/></body>"),
  VALUES ("<body><paragraph id='1000000000'/></body>"),
  VALUES ("<body><paragraph id='-1'/></body>"),
  VALUES ("<body><paragraph><value>1</value></paragraph></body>"),
  VALUES ("<body><paragraph><value number='99999999999'>1</value></paragraph></body>"),
  VALUES ("<body><paragraph><value number='1'><value number='2'>1</value></value></paragraph></body>"),
  VALUES ("<body><paragraph><literal><emphasis>1</emphasis></literal></paragraph></body>"),
  VALUES ("<body><section state='done'/></body>"),
  VALUES ("<body><section state='done'/><paragraph/></body>"),
  VALUES ("<body><section state='done'/><section state='done'/><heading level='1'/></body>"),
  VALUES ("<body><section/><heading level='1'/></body>"),
  VALUES ("<body><section state='lost'/><heading level='1'/></body>"),
  VALUES ("<body/><ledger><quantity/></ledger>"),
  VALUES ("<body/><ledger><quantity number='1234567'/></ledger>"),
  VALUES ("<body/><ledger><quantity number='1' rule='guess'/></ledger>"),
  VALUES ("<body/><ledger><quantity number='1' parts='1,2'/></ledger>"),
  VALUES ("<body/><ledger><quantity number='1' parts=''/></ledger>"),
  VALUES ("<body/><ledger><quantity number='1'><unit/><unit/></quantity></ledger>"),
  VALUES ("<body/><ledger><quantity number='1'><unit><emphasis/></unit></quantity></ledger>"),
  VALUES ("<body><table list='tasks'><column/><row><cell/><source/></row></table></body>"),
  "",
  "text",
  "<document/>",
  "<document version='1.0'><body/></document>",
  "<document xmlns='urn:other' version='1.0'><body/></document>",
  "<document xmlns='urn:chengwen:document'><body/></document>",
  DOCUMENT ("1.0", ""),
  DOCUMENT ("", "<body/>"),
  DOCUMENT ("1", "<body/>"),
  DOCUMENT ("1.", "<body/>"),
  DOCUMENT ("0.9", "<body/>"),
  DOCUMENT ("-1.0", "<body/>"),
  DOCUMENT ("1.0x", "<body/>"),
  DOCUMENT (" 1.0", "<body/>"),
  DOCUMENT ("1.0", "<body/><title/>"),
  DOCUMENT ("1.0", "<title/><title/><body/>"),
  DOCUMENT ("1.0", "<date/><body/>"),
  DOCUMENT ("1.0", "<body/><body/>"),
  DOCUMENT ("1.0", "<body/><date/><signatory/>"),
  DOCUMENT ("1.0", "<body/>text"),
  NEW ("<form/><body/>"),
  NEW ("<form kind='poem'/><body/>"),
  NEW ("<form kind='notice' format='x'/><body/>"),
  NEW ("<form kind='notice' sealing='x'/><body/>"),
  NEW ("<form kind='notice' seal-diameter='29'/><body/>"),
  NEW ("<form kind='notice' seal-diameter='61'/><body/>"),
  NEW ("<form kind='notice' addressees='x'/><body/>"),
  NEW ("<form kind='notice' lines='20'/><body/>"),
  NEW ("<form kind='notice' columns='30'/><body/>"),
  NEW ("<form kind='notice' x='x'/><body/>"),
  NEW ("<form kind='notice'>x</form><body/>"),
  NEW ("<body/><form kind='notice'/>"),
  NEW ("<title/><copy-number/><body/>"),
  NEW ("<body/><note/><date/>"),
  NEW ("<body/><attachment/>"),
  NEW ("<body/><attachment><paragraph/></attachment>"),
  NEW ("<body/><attachment><paragraph/><title/></attachment>"),
  NEW ("<body/><attachment><title/><title/></attachment>"),
  NEW ("<body/><attachment landscape='yes'><title/></attachment>"),
  NEW ("<attachment><title/></attachment><body/>"),
  NEW ("<body/><attachment><title/></attachment><note/>"),
  NEW ("<body><title/></body>"),
  NEW ("<body><table/></body>"),
  NEW ("<body><table><row><cell/></row></table></body>"),
  NEW ("<body><table><column/></table></body>"),
  NEW ("<body><table><column/><row/></table></body>"),
  NEW ("<body><table><column/><row><cell/><cell/></row></table></body>"),
  NEW ("<body><table><column/><column/><row><cell/></row></table></body>"),
  NEW ("<body><table><column/><row><covered/></row></table></body>"),
  NEW ("<body><table><column/><row><cell columns='2'/></row></table></body>"),
  NEW ("<body><table><column/><row><cell rows='2'/></row><row><cell/></row></table></body>"),
  NEW ("<body><table><column/><row><cell rows='0'/></row></table></body>"),
  NEW ("<body><table><column/><row><cell rows='9999999'/></row></table></body>"),
  NEW ("<body><table><column/><row><cell/></row><column/></table></body>"),
  NEW ("<body><table><column/><caption/><row><cell/></row></table></body>"),
  NEW ("<body><table><caption/><caption/><column/><row><cell/></row></table></body>"),
  NEW ("<body><table><column align='x'/><row><cell/></row></table></body>"),
  NEW ("<body><table><column width='-1'/><row><cell/></row></table></body>"),
  NEW ("<body><table><column width='1.234'/><row><cell/></row></table></body>"),
  NEW ("<body><table><column width='1e9'/><row><cell/></row></table></body>"),
  NEW ("<body><table>text<column/><row><cell/></row></table></body>"),
  NEW ("<body><table><column/><row>text<cell/></row></table></body>"),
  NEW ("<body><table><column/><row><cell><table/></cell></row></table></body>"),
  NEW ("<body><picture/></body>"),
  NEW ("<body><picture file='pictures/1.png'/></body>"),
  NEW ("<body><picture file='pictures/1.gif'/></body>"),
  NEW ("<body><picture file='pictures/../document.xml'/></body>"),
  NEW ("<body><picture file='/etc/passwd'/></body>"),
  NEW ("<body><picture file='pictures/1.png' width='x'/></body>"),
  DOCUMENT ("1.0", "<title bold='1'/><body/>"),
  DOCUMENT ("1.0", "<other/><body/>"),
  BODY ("text"),
  BODY ("<paragraph level='1'/>"),
  BODY ("<heading/>"),
  BODY ("<heading level='0'/>"),
  BODY ("<heading level='5'/>"),
  BODY ("<heading level='1 '/>"),
  BODY ("<heading level='1' x='1'/>"),
  BODY ("<paragraph>a\nb</paragraph>"),
  BODY ("<paragraph>a&#10;b</paragraph>"),
  BODY ("<paragraph><paragraph/></paragraph>"),
  BODY ("<paragraph><emphasis><emphasis/></emphasis></paragraph>"),
  BODY ("<paragraph><character/></paragraph>"),
  BODY ("<paragraph><character code=''/></paragraph>"),
  BODY ("<paragraph><character code='0'/></paragraph>"),
  BODY ("<paragraph><character code='A'/></paragraph>"),
  BODY ("<paragraph><character code='D800'/></paragraph>"),
  BODY ("<paragraph><character code='110000'/></paragraph>"),
  BODY ("<paragraph><character code='+1'/></paragraph>"),
  BODY ("<paragraph><character code='1'>x</character></paragraph>"),
  BODY ("<page-break>x</page-break>"),
  BODY ("<paragraph>&nbsp;</paragraph>"),
  BODY ("<paragraph>&#1;</paragraph>"),
  BODY ("<paragraph>\x01</paragraph>"),
  BODY ("<paragraph>\xff</paragraph>"),
  BODY ("<paragraph>\xed\xa0\x80</paragraph>"),
  BODY ("<paragraph>") "x",
  BODY ("") "<more/>",
  BODY ("") "more",
  "<document xmlns='urn:chengwen:document' version='1.0'><body>",
  "<!DOCTYPE document>" BODY (""),
  "<!DOCTYPE document SYSTEM 'file:///etc/passwd'>" BODY (""),
  "<!DOCTYPE document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" BODY ("<paragraph>&x;</paragraph>"),
};

static const char *const newer[] = {
  DOCUMENT ("2.0", "<body/>"),
  DOCUMENT ("2.0", "<pages/>"),
  DOCUMENT ("17.3", ""),
  DOCUMENT ("1.3", "<seal/><body/>"),
  DOCUMENT ("1.3", "<body><chart/></body>"),
  DOCUMENT ("1.3", "<body><paragraph align='centre'/></body>"),
  DOCUMENT ("1.3", "<body><paragraph><link/></paragraph></body>"),
  "<document xmlns='urn:chengwen:document' version='2.0' kind='letter'><x/></document>",
};

static void
test_inconsistent (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (inconsistent); i++)
    {
      g_autoptr (GBytes) bytes = pack_xml (inconsistent[i], -1);

      g_test_message ("inconsistent: %s", inconsistent[i]);
      assert_refused (bytes, CW_FILE_ERROR_DAMAGED);
    }
}

static void
test_grammar (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GBytes) bytes = pack_xml (good[i], -1);

      g_test_message ("good: %s", good[i]);
      g_assert_true (read_cleanly (bytes));
      g_assert_true (is_valid (good[i], strlen (good[i])));
    }
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GBytes) bytes = pack_xml (damaged[i], -1);
      g_autofree char *shown = g_strescape (damaged[i], NULL);

      g_test_message ("damaged: %s", shown);
      assert_refused (bytes, CW_FILE_ERROR_DAMAGED);
    }
}

static void
test_newer (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (newer); i++)
    {
      g_autoptr (GBytes) bytes = pack_xml (newer[i], -1);

      g_test_message ("newer: %s", newer[i]);
      assert_refused (bytes, CW_FILE_ERROR_NEWER);
    }
}

static void
test_entries (void)
{
  const char *xml = BODY ("<paragraph>正文</paragraph>");
  const PackEntry by_hand[] = { { "document.xml", xml, 0 } };
  const PackEntry late[] = { { "notes/a.txt", "a", 0 }, { "mimetype", "x", 0 }, { "document.xml", xml, 0 } };
  const PackEntry traversal[] = { { "mimetype", "application/x-chengwen", 0 }, { "../../document.xml", "x", 0 },
                                  { "/document.xml", "x", 0 }, { "./document.xml/../x", "x", 0 },
                                  { "document.xml", xml, 0 } };
  const PackEntry outside[] = { { "mimetype", "application/x-chengwen", 0 }, { "../document.xml", xml, 0 } };
  const PackEntry twice[] = { { "document.xml", xml, 0 }, { "document.xml", xml, 0 } };
  const PackEntry other_type[] = { { "mimetype", "application/vnd.oasis.opendocument.text", 0 },
                                   { "document.xml", xml, 0 } };
  const PackEntry version[] = { { "document.xml", DOCUMENT ("1.3", "<body/>"), 0 }, { "versions/1.xml", "x", 0 } };
  g_autoptr (GBytes) a = pack (by_hand, G_N_ELEMENTS (by_hand));
  g_autoptr (GBytes) b = pack (late, G_N_ELEMENTS (late));
  g_autoptr (GBytes) c = pack (traversal, G_N_ELEMENTS (traversal));
  g_autoptr (GBytes) d = pack (outside, G_N_ELEMENTS (outside));
  g_autoptr (GBytes) e = pack (twice, G_N_ELEMENTS (twice));
  g_autoptr (GBytes) f = pack (other_type, G_N_ELEMENTS (other_type));
  g_autoptr (GBytes) g = pack (version, G_N_ELEMENTS (version));

  g_assert_true (cw_project_sniff (a));
  g_assert_true (cw_project_sniff (c));
  g_assert_true (read_cleanly (a));
  g_assert_true (read_cleanly (b));
  g_assert_true (read_cleanly (c));
  assert_refused (d, CW_FILE_ERROR_DAMAGED);
  assert_refused (e, CW_FILE_ERROR_DAMAGED);
  assert_refused (f, CW_FILE_ERROR_DAMAGED);
  assert_refused (g, CW_FILE_ERROR_NEWER);
  g_assert_false (g_file_test ("../document.xml", G_FILE_TEST_EXISTS));
}

/* --- torn and altered ---------------------------------------------------------------------------- */

static void
test_torn (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (CwDocument) document = random_document (rand, 200, 200);
      g_autoptr (GBytes) bytes = cw_project_write (document, NULL);
      gsize length = g_bytes_get_size (bytes);

      for (guint part = 0; part < N_TEARS; part++)
        {
          g_autoptr (GBytes) torn = g_bytes_new_from_bytes (bytes, 0, length * part / N_TEARS);

          /* Only the list of entries at the very end may be missing. */
          g_autoptr (CwDocument) read = cw_project_read (torn, NULL);

          g_assert_true (read == NULL || (part > N_TEARS / 2 && cw_document_equal (read, document)));
          g_assert_true (read_cleanly (torn) == (read != NULL));
        }
    }
}

/* One to four bytes replaced, taken out, or put in. */
static GBytes *
mutate (GRand *rand, GBytes *bytes)
{
  GByteArray *array = g_byte_array_new ();
  guint n = g_rand_int_range (rand, 1, 5);

  g_byte_array_append (array, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < n && array->len > 0; i++)
    {
      guint at = g_rand_int_range (rand, 0, array->len);
      guint length = g_rand_int_range (rand, 1, 40);

      if (g_rand_int_range (rand, 0, 4) == 0)
        g_byte_array_remove_range (array, at, MIN (array->len - at, length));
      else
        array->data[at] = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 256)
                                                : array->data[at] ^ 1 << g_rand_int_range (rand, 0, 8);
    }
  return g_byte_array_free_to_bytes (array);
}

static void
test_mutated_files (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  guint n_read = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (CwDocument) document = random_document (rand, 10, 40);
      g_autoptr (GBytes) bytes = cw_project_write (document, NULL);
      g_autoptr (GBytes) mutated = mutate (rand, bytes);
      g_autoptr (CwDocument) again = NULL;

      cw_project_sniff (mutated);
      if (!read_cleanly (mutated))
        continue;
      n_read++;
      again = cw_project_read (mutated, NULL);
      g_assert_true (cw_document_equal (document, again));
    }
  g_test_message ("%u mutated files: %u still the same documents, the others refused", N_MUTATIONS, n_read);
  g_assert_cmpuint (n_read, <, N_MUTATIONS);
}

/* Past the checksum, so that it is the parser that is tried. Whatever is read fits the schema. */
static void
test_mutated_xml (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  guint n_read = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (CwDocument) document = random_document (rand, 10, 40);
      g_autoptr (GBytes) bytes = cw_project_write (document, NULL);
      g_autoptr (GBytes) xml = unpack (bytes, "document.xml");
      g_autoptr (GBytes) mutated = mutate (rand, xml);
      gsize length;
      const char *data = g_bytes_get_data (mutated, &length);
      g_autoptr (GBytes) packed = pack_xml (data, length);

      if (!read_cleanly (packed))
        continue;
      n_read++;
      g_assert_true (is_valid (data, length));
    }
  g_test_message ("%u mutated XML: %u still documents by the schema, the others refused", N_MUTATIONS, n_read);
  g_assert_cmpuint (n_read, <, N_MUTATIONS);
}

static void
test_no_file (void)
{
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("一、总体情况", 18);
  g_autoptr (GBytes) end = g_bytes_new_static ("PK\005\006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);

  assert_refused (empty, CW_FILE_ERROR_DAMAGED);
  assert_refused (text, CW_FILE_ERROR_DAMAGED);
  assert_refused (end, CW_FILE_ERROR_DAMAGED);
  g_assert_false (cw_project_sniff (empty));
  g_assert_false (cw_project_sniff (text));
}

/* --- hostile ----------------------------------------------------------------------------------- */

/* @head, then @filling again and again up to @length bytes, then @tail. */
static GBytes *
stuffed (const char *head, const char *filling, gsize length, const char *tail)
{
  g_autoptr (GString) xml = g_string_sized_new (length + 1024);

  g_string_append (xml, head);
  while (xml->len < length)
    g_string_append (xml, filling);
  g_string_append (xml, tail);
  return pack_xml (xml->str, xml->len);
}

#define HEAD "<document xmlns='urn:chengwen:document' version='1.0'><body>"
#define TAIL "</body></document>"
#define BLANKS "                                                                                "

static void
test_bomb_of_blanks (void)
{
  g_autoptr (GBytes) bytes = stuffed (HEAD, BLANKS BLANKS BLANKS BLANKS, 257 << 20, TAIL);

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 2 << 20);
  assert_refused (bytes, CW_FILE_ERROR_DAMAGED);
}

static void
test_bomb_of_blocks (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("takes a minute with sanitizers");
#else
  g_autoptr (GBytes) bytes = stuffed (HEAD, "<paragraph/>", 13 << 20, TAIL);

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 2 << 20);
  assert_refused (bytes, CW_FILE_ERROR_DAMAGED);
#endif
}

static void
test_many_entries (void)
{
  g_autofree PackEntry *entries = g_new (PackEntry, N_ENTRIES + 1);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < N_ENTRIES; i++)
    entries[i] = (PackEntry){ "a", "a", 0 };
  entries[N_ENTRIES] = (PackEntry){ "document.xml", BODY (""), 0 };
  bytes = pack (entries, N_ENTRIES + 1);
  assert_refused (bytes, CW_FILE_ERROR_DAMAGED);
}

static void
test_billion_laughs (void)
{
  g_autoptr (GString) xml = g_string_new ("<!DOCTYPE document [<!ENTITY a0 '哈哈哈哈哈哈'>");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 1; i < 10; i++)
    g_string_append_printf (xml, "<!ENTITY a%u '&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;'>", i, i - 1,
                            i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
  g_string_append (xml, "]>" BODY ("<paragraph>&a9;</paragraph>"));
  bytes = pack_xml (xml->str, -1);
  assert_refused (bytes, CW_FILE_ERROR_DAMAGED);
}

static void
test_deep (void)
{
  g_autoptr (GBytes) emphasis = stuffed (HEAD "<paragraph>", "<emphasis>", 10 << 20, TAIL);
  g_autoptr (GBytes) bodies = stuffed (HEAD, "<body>", 10 << 20, TAIL);
  g_autoptr (GBytes) attributes = stuffed ("<document xmlns='urn:chengwen:document' version='1.0' ", "a='1' ",
                                           10 << 20, "/>");
  g_autoptr (GBytes) name = stuffed ("<", "document", 10 << 20, "/>");

  assert_refused (emphasis, CW_FILE_ERROR_DAMAGED);
  assert_refused (bodies, CW_FILE_ERROR_DAMAGED);
  assert_refused (attributes, CW_FILE_ERROR_DAMAGED);
  assert_refused (name, CW_FILE_ERROR_DAMAGED);
}

/* Large but honest: one paragraph of 12 MB, and 100,000 paragraphs. */
static void
test_large (void)
{
  g_autoptr (GBytes) one = stuffed (HEAD "<paragraph>", "全县教育工作稳步推进，", 12 << 20, "</paragraph>" TAIL);
  g_autoptr (GBytes) many = stuffed (HEAD, "<paragraph>全县教育工作稳步推进，成效明显。</paragraph>", 8 << 20, TAIL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_project_read (one, &error);
  g_autoptr (CwDocument) again = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = cw_project_write (document, &error);
  g_assert_no_error (error);
  again = cw_project_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_true (cw_document_equal (document, again));
  g_assert_true (read_cleanly (many));
}

static void
test_nul (void)
{
  static const char places[][8] = { "", "<", ">", "正", "</body" };
  const char *xml = BODY ("<paragraph>正文</paragraph>");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gsize at = strstr (xml, places[i]) - xml + strlen (places[i]);
      g_autoptr (GString) broken = g_string_new (xml);
      g_autoptr (GBytes) bytes = NULL;

      g_string_insert_len (broken, at, "\0", 1);
      bytes = pack_xml (broken->str, broken->len);
      assert_refused (bytes, CW_FILE_ERROR_DAMAGED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/project/round-trip", test_round_trip);
  g_test_add_func ("/formats/project/every-character", test_every_character);
  g_test_add_func ("/formats/project/schema", test_schema);
  g_test_add_func ("/formats/project/bytes", test_bytes);
  g_test_add_func ("/formats/project/readable", test_readable);
  g_test_add_func ("/formats/project/inconsistent", test_inconsistent);
  g_test_add_func ("/formats/project/grammar", test_grammar);
  g_test_add_func ("/formats/project/newer", test_newer);
  g_test_add_func ("/formats/project/entries", test_entries);
  g_test_add_func ("/formats/project/torn", test_torn);
  g_test_add_func ("/formats/project/mutated-files", test_mutated_files);
  g_test_add_func ("/formats/project/mutated-xml", test_mutated_xml);
  g_test_add_func ("/formats/project/no-file", test_no_file);
  g_test_add_func ("/formats/project/bomb-of-blanks", test_bomb_of_blanks);
  g_test_add_func ("/formats/project/bomb-of-blocks", test_bomb_of_blocks);
  g_test_add_func ("/formats/project/many-entries", test_many_entries);
  g_test_add_func ("/formats/project/billion-laughs", test_billion_laughs);
  g_test_add_func ("/formats/project/deep", test_deep);
  g_test_add_func ("/formats/project/large", test_large);
  g_test_add_func ("/formats/project/nul", test_nul);
  return g_test_run ();
}
