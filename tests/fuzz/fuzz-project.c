/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "../formats/pack.h"
#include "../formats/random-document.h"
#include "formats/files/cw-file-error.h"
#include "formats/project/cw-project.h"

/* Whatever bytes come in, as a whole project file or as the XML inside one, reading them gives a
 * document that can be written and read again, or a sentence. With clang:
 *
 *   clang -g -fsanitize=fuzzer,address,undefined -DCW_LIBFUZZER tests/fuzz/fuzz-project.c …
 *
 * Without -DCW_LIBFUZZER a test program that takes XML apart and puts it together again in wrong
 * ways, always the same. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDocument) document = cw_project_read (bytes, &error);
  g_autoptr (CwDocument) again = NULL;
  g_autoptr (GBytes) written = NULL;

  if (document == NULL)
    {
      g_assert_true (error->domain == CW_FILE_ERROR);
      g_assert_cmpuint (strlen (error->message), >, 0);
      return;
    }
  g_assert_no_error (error);
  written = cw_project_write (document, &error);
  g_assert_no_error (error);
  again = cw_project_read (written, &error);
  g_assert_no_error (error);
  g_assert_true (cw_document_equal (document, again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GBytes) packed = NULL;

  cw_project_sniff (bytes);
  check (bytes);
  if (size == 0)
    return 0;
  packed = pack_xml ((const char *) data, size);
  check (packed);
  return 0;
}

#ifndef CW_LIBFUZZER

#define N_RUNS 1500
#define RANDOM_SEED 20261124

/* Pieces that together make every construct of the format, and the ones next to it. */
static const char *const pieces[] = {
  "<?xml version='1.0'?>",
  "<document xmlns='urn:chengwen:document' version='1.0'>",
  "<document xmlns='urn:chengwen:document' version='1.1'>",
  "<document xmlns='urn:chengwen:document' version='1.2'>",
  "<form kind='notice'/>", "<form kind='order' seal-diameter='42' addressees='colophon'/>", "<form ", "<note/>",
  "<attachment>", "</attachment>", "<attachment landscape='true'><title/>", "<copies>", "</copies>", "<signers/>",
  "<table>", "</table>", "<table header-rows='2'><column/><column width='3.5'/>", "<caption/>", "<column/>", "<row>",
  "</row>", "<cell>", "</cell>", "<cell/>", "<cell columns='2'/>", "<cell rows='2'/>", "<covered/>",
  "<row><cell/><cell/></row>", "<row><cell columns='2' rows='2'/><covered/></row>", "<annotation>", "</annotation>",
  "<picture file='pictures/1.png'>", "<picture ", "</picture>",
  "</document>",
  "<title>", "</title>", "<title/>", "<subtitle/>", "<addressees/>",
  "<body>", "</body>", "<body/>", "<signatory/>", "<date>", "</date>",
  "<paragraph>", "</paragraph>", "<paragraph/>", "<heading level='2'>", "<heading level='0'>", "</heading>",
  "<page-break/>", "<break/>", "<character code='1B'/>", "<character code='D800'/>", "<character code='",
  "<ledger>", "</ledger>", "<quantity number='7'>", "<quantity number='8' filled='true' rule='sum' decimals='2' parts='7 8'>",
  "<quantity number='9' parts='1 2 3'/>", "<quantity number='999999' rule='growth'/>", "</quantity>", "<quantity ", "parts='",
  "<name>", "</name>", "<unit/>", "<giver>", "</giver>", "<remark>", "</remark>", "<last>", "</last>",
  "<dismissed>", "</dismissed>", "<dismissed>R146 X</dismissed>",
  "<ledger><quantity number='7'/></ledger>", "<value number='7'>", "<value number='999999999'>", "<value number='0'/>",
  "</value>", "<value number='7'>XX</value>", "<literal>", "</literal>", "<literal/>",
  "<section state='draft'>", "</section>", "<section state='done'/>", "<section><person>", "<person>", "</person>",
  "<paragraph id='1'>", "<heading level='1' id='1'>", "<heading level='1'/>", "<paragraph id='999999999'/>", "<table id='1' list='tasks'>",
  "<table list='problems'><column role='problem'/>", "<column role='number'/>", "<row><source block='1' part='2' role='problem'>",
  "<source>", "</source>", "<source block='999999999' role='state'/>", "<row><source/><cell/></row>",
  "<emphasis>", "</emphasis>", "<emphasis/>", "<!-- -->", "<![CDATA[", "]]>", "<?x?>", "&amp;", "&#20013;", "&x;",
  "<!DOCTYPE document [", "<!ENTITY x 'y'>", "]>", "正文", "\n", " ", "\xff", "<", "'",
};

/* Most are nonsense from the first element on; so a frame is put around half of them. */
static GString *
compose (GRand *rand)
{
  GString *xml = g_string_new (NULL);
  gboolean framed = g_rand_boolean (rand);
  guint n = g_rand_int_range (rand, 0, 16);

  if (framed)
    g_string_append (xml, "<document xmlns='urn:chengwen:document' version='1.2'><body>");
  for (guint i = 0; i < n; i++)
    g_string_append (xml, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  if (framed)
    g_string_append (xml, "</body></document>");
  return xml;
}

static void
test_composed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (RANDOM_SEED);

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GString) xml = compose (rand);

      LLVMFuzzerTestOneInput ((const guint8 *) xml->str, xml->len);
    }
}

/* The middle of one file in the place of the middle of another. */
static void
test_crossed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (RANDOM_SEED);

  for (guint i = 0; i < N_RUNS / 5; i++)
    {
      g_autoptr (CwDocument) a = random_document (rand, 6, 30);
      g_autoptr (CwDocument) b = random_document (rand, 6, 30);
      g_autoptr (GBytes) x = cw_project_write (a, NULL);
      g_autoptr (GBytes) y = cw_project_write (b, NULL);
      gsize cut_x = g_rand_int_range (rand, 0, g_bytes_get_size (x));
      gsize cut_y = g_rand_int_range (rand, 0, g_bytes_get_size (y));
      g_autoptr (GByteArray) child = g_byte_array_new ();

      g_byte_array_append (child, g_bytes_get_data (x, NULL), cut_x);
      g_byte_array_append (child, (const guint8 *) g_bytes_get_data (y, NULL) + cut_y, g_bytes_get_size (y) - cut_y);
      LLVMFuzzerTestOneInput (child->data, child->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/project/composed", test_composed);
  g_test_add_func ("/fuzz/project/crossed", test_crossed);
  return g_test_run ();
}

#endif
