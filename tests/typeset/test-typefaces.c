/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-test-fonts.h"

/* A family of a list, as it is called on a machine that has it. */
typedef struct
{
  const char *name;
  const char *localized;
} Family;

static const Family XIAOBIAOSONG[] = {
  { "FZXiaoBiaoSong-B05", "方正小标宋_GBK" },
  { "FZXiaoBiaoSong-B05S", "方正小标宋简体" },
  { "FZXiaoBiaoSong", "方正小标宋" },
  { "CESI_XBS_GB18030", "CESI小标宋-GB18030" },
  { "CESI_XBS_GB13000", "CESI小标宋-GB13000" },
  { "CESI_XBS_GB2312", "CESI小标宋-GB2312" },
  { "CESI_XBS", "CESI_小标宋(GB18030-2005)" },
  { "CESI_XBSJ", "CESI_小标宋(GB2312-1980)" },
  { "GB_XBS_GB18030", NULL },
  { "STZhongsong", "华文中宋" },
};

static const Family FANGSONG[] = {
  { "FangSong_GB2312", "仿宋_GB2312" },
  { "FangSong", "仿宋" },
  { "FZFangSong-Z02", "方正仿宋_GBK" },
  { "FZFangSong-Z02S", "方正仿宋简体" },
  { "STFangsong", "华文仿宋" },
  { "CESI_FS_GB18030", "CESI仿宋-GB18030" },
  { "CESI_FS_GB13000", "CESI仿宋-GB13000" },
  { "CESI_FS_GB2312", "CESI仿宋-GB2312" },
  { "GB_FS_GB18030", NULL },
  { "Adobe Fangsong Std", "Adobe 仿宋 Std" },
  { "Zhuque Fangsong (technical preview)", "朱雀仿宋（预览测试版）" },
  { "FandolFang", "FandolFang R" },
  { "AR PL KaitiM GB", "文鼎ＰＬ简中楷" },
};

static const Family KAITI[] = {
  { "KaiTi_GB2312", "楷体_GB2312" },
  { "KaiTi", "楷体" },
  { "FZKai-Z03", "方正楷体_GBK" },
  { "FZKai-Z03S", "方正楷体简体" },
  { "STKaiti", "华文楷体" },
  { "CESI_KT_GB18030", "CESI楷体-GB18030" },
  { "CESI_KT_GB13000", "CESI楷体-GB13000" },
  { "CESI_KT_GB2312", "CESI楷体-GB2312" },
  { "GB_KT_GB18030", "国标楷体" },
  { "Adobe Kaiti Std", NULL },
  { "AR PL KaitiM GB", "文鼎ＰＬ简中楷" },
  { "FandolKai", NULL },
  { "LXGW WenKai GB", NULL },
};

static const Family HEITI[] = {
  { "SimHei", "黑体" },
  { "FZHei-B01", "方正黑体_GBK" },
  { "FZHei-B01S", "方正黑体简体" },
  { "STHeiti", "华文黑体" },
  { "STXihei", "华文细黑" },
  { "CESI_HT_GB18030", "CESI黑体-GB18030" },
  { "CESI_HT_GB13000", "CESI黑体-GB13000" },
  { "CESI_HT_GB2312", "CESI黑体-GB2312" },
  { "GB_HT_GB18030", "国标黑体" },
  { "Noto Sans CJK SC", NULL },
  { "FandolHei", NULL },
  { "WenQuanYi Micro Hei", "文泉驿微米黑" },
};

static const Family SONGTI[] = {
  { "SimSun", "宋体" },
  { "NSimSun", "新宋体" },
  { "SimSun-18030", "宋体-18030" },
  { "FZShuSong-Z01", "方正书宋_GBK" },
  { "FZShuSong-Z01S", "方正书宋简体" },
  { "STSong", "华文宋体" },
  { "CESI_SS_GB18030", "CESI宋体-GB18030" },
  { "CESI_SS_GB13000", "CESI宋体-GB13000" },
  { "CESI_SS_GB2312", "CESI宋体-GB2312" },
  { "GB_ST_GB18030", "国标宋体" },
  { "Noto Serif CJK SC", NULL },
  { "AR PL SungtiL GB", NULL },
  { "AR PL UMing CN", NULL },
};

/* Adds a small font under a family's names. */
static gboolean
add_family (CwTestWorld *world, const char *file, const char *family, const char *localized)
{
  g_autofree char *edits = cw_test_family (family, localized);
  return cw_test_world_add (world, CW_TEST_LIBERATION, file, edits);
}

static const char *
get_family (CwTypefaces *typefaces, CwTypeface typeface)
{
  return cw_face_get_family (cw_typefaces_get_primary (typefaces, typeface));
}

/* Of two neighbours in the list the first is taken, by its English name and by its localized one
 * alone. */
static void
assert_before (CwTypeface typeface, const Family *first, const Family *second)
{
  for (int localized = 0; localized < 2; localized++)
    {
      const char *name = localized && first->localized != NULL ? first->localized : first->name;
      g_autoptr (CwTestWorld) world = cw_test_world_new ();
      if (!add_family (world, "a.ttf", second->name, second->localized)
          || !add_family (world, "b.ttf", name, NULL))
        return;
      g_autoptr (CwTypefaces) typefaces = cw_test_world_resolve (world);
      g_assert_cmpstr (get_family (typefaces, typeface), ==, name);
    }
}

static void
assert_order (CwTypeface typeface, const Family *families, guint n_families)
{
  for (guint i = 0; i + 1 < n_families && !g_test_failed (); i++)
    assert_before (typeface, &families[i], &families[i + 1]);
}

static void
test_order_xiaobiaosong (void)
{
  assert_order (CW_TYPEFACE_XIAOBIAOSONG, XIAOBIAOSONG, G_N_ELEMENTS (XIAOBIAOSONG));
}

static void
test_order_fangsong (void)
{
  assert_order (CW_TYPEFACE_FANGSONG, FANGSONG, G_N_ELEMENTS (FANGSONG));
}

static void
test_order_kaiti (void)
{
  assert_order (CW_TYPEFACE_KAITI, KAITI, G_N_ELEMENTS (KAITI));
}

static void
test_order_heiti (void)
{
  assert_order (CW_TYPEFACE_HEITI, HEITI, G_N_ELEMENTS (HEITI));
}

static void
test_order_songti (void)
{
  assert_order (CW_TYPEFACE_SONGTI, SONGTI, G_N_ELEMENTS (SONGTI));
}

/* Trap 11: a name with - that fontconfig's own syntax would cut, and names in another letter case.
 */
static void
test_names (void)
{
  g_autoptr (CwTestWorld) world = cw_test_world_new ();
  if (!add_family (world, "a.ttf", "Something Else", "CESI小标宋-GB2312")
      || !add_family (world, "b.ttf", "fangsong_gb2312", NULL)
      || !add_family (world, "c.ttf", "KAITI", NULL)
      || !add_family (world, "d.ttf", "Other Sans", "黑体"))
    return;
  g_autoptr (CwTypefaces) typefaces = cw_test_world_resolve (world);
  g_assert_cmpstr (get_family (typefaces, CW_TYPEFACE_XIAOBIAOSONG), ==, "Something Else");
  g_assert_cmpstr (get_family (typefaces, CW_TYPEFACE_FANGSONG), ==, "fangsong_gb2312");
  g_assert_cmpstr (get_family (typefaces, CW_TYPEFACE_KAITI), ==, "KAITI");
  g_assert_cmpstr (get_family (typefaces, CW_TYPEFACE_HEITI), ==, "Other Sans");
}

static void
test_substitute (void)
{
  g_autoptr (CwTestWorld) world = cw_test_world_new ();
  if (!add_family (world, "a.ttf", "FZXiaoBiaoSong-B05S", NULL)
      || !add_family (world, "b.ttf", "FandolFang", NULL)
      || !add_family (world, "c.ttf", "STKaiti", NULL))
    return;
  g_autoptr (CwTypefaces) typefaces = cw_test_world_resolve (world);
  g_assert_false (cw_typefaces_is_substitute (typefaces, CW_TYPEFACE_XIAOBIAOSONG));
  g_assert_true (cw_typefaces_is_substitute (typefaces, CW_TYPEFACE_FANGSONG));
  g_assert_false (cw_typefaces_is_substitute (typefaces, CW_TYPEFACE_KAITI));
  g_assert_true (cw_typefaces_is_substitute (typefaces, CW_TYPEFACE_HEITI));
}

static void
assert_primary (CwTypefaces *typefaces,
                CwTypeface typeface,
                const char *family,
                int weight,
                const char *file)
{
  CwFace *face = cw_typefaces_get_primary (typefaces, typeface);
  g_assert_cmpstr (cw_face_get_family (face), ==, family);
  g_assert_cmpint (cw_face_get_weight (face), ==, weight);
  g_assert_true (g_str_has_suffix (cw_face_get_path (face), file));
}

/* What a machine with the free fonts gets, each with its own weight (R10). */
static void
test_free_fonts (void)
{
  g_autoptr (CwTypefaces) typefaces
      = cw_test_typefaces (CW_TEST_ALL_FONTS, CW_TEST_NOTO_SERIF_700, NULL);
  if (typefaces == NULL)
    return;
  assert_primary (typefaces, CW_TYPEFACE_XIAOBIAOSONG, "Noto Serif CJK SC", 600,
                  CW_TEST_NOTO_SERIF_600);
  assert_primary (typefaces, CW_TYPEFACE_FANGSONG, "FandolFang", 400, CW_TEST_FANDOL);
  assert_primary (typefaces, CW_TYPEFACE_KAITI, "AR PL KaitiM GB", 400, CW_TEST_KAITI);
  assert_primary (typefaces, CW_TYPEFACE_HEITI, "Noto Sans CJK SC", 500, CW_TEST_NOTO_SANS_500);
  assert_primary (typefaces, CW_TYPEFACE_SONGTI, "Noto Serif CJK SC", 400, CW_TEST_NOTO_SERIF);
  g_assert_cmpstr (cw_typeface_get_name (CW_TYPEFACE_XIAOBIAOSONG), ==, "小标宋");
}

static void
test_next_weight (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_NOTO_SERIF, CW_TEST_NOTO_SERIF_700,
                                                         CW_TEST_NOTO_SANS, CW_TEST_LXGW, NULL);
  if (typefaces == NULL)
    return;
  assert_primary (typefaces, CW_TYPEFACE_XIAOBIAOSONG, "Noto Serif CJK SC", 700,
                  CW_TEST_NOTO_SERIF_700);
  assert_primary (typefaces, CW_TYPEFACE_HEITI, "Noto Sans CJK SC", 400, CW_TEST_NOTO_SANS);
  assert_primary (typefaces, CW_TYPEFACE_KAITI, "LXGW WenKai", 300, CW_TEST_LXGW);
  assert_primary (typefaces, CW_TYPEFACE_FANGSONG, "LXGW WenKai", 300, CW_TEST_LXGW);
  g_assert_true (cw_typefaces_is_substitute (typefaces, CW_TYPEFACE_FANGSONG));
}

/* A real 小标宋 keeps its own weight, whatever it is; the heavier Noto is not asked for. */
static void
test_weight_goes_with_family (void)
{
  g_autoptr (CwTestWorld) world = cw_test_world_new ();
  g_autofree char *bold = cw_test_family ("Noto Serif CJK SC", NULL);
  if (!add_family (world, "a.ttf", "FZXiaoBiaoSong-B05S", NULL)
      || !cw_test_world_add (world, CW_TEST_NOTO_SERIF_600, "b.ttc", bold))
    return;
  g_autoptr (CwTypefaces) typefaces = cw_test_world_resolve (world);
  assert_primary (typefaces, CW_TYPEFACE_XIAOBIAOSONG, "FZXiaoBiaoSong-B05S", 400, "a.ttf");
}

#define STYLE(style, weight)                                                                       \
  "<edit name='style' mode='assign'><string>" style "</string></edit>"                             \
  "<edit name='weight' mode='assign'><const>" weight "</const></edit>"

/* Trap 2: Fandol's Bold and Braille files say that they are regular. */
static void
test_mislabelled_bold (void)
{
  g_autoptr (CwTestWorld) world = cw_test_world_new ();
  g_autofree char *family = cw_test_family ("FandolHei", NULL);
  g_autofree char *bold = g_strconcat (family, STYLE ("Bold", "regular"), NULL);
  g_autofree char *regular = g_strconcat (family, STYLE ("Regular", "regular"), NULL);
  if (!cw_test_world_add (world, CW_TEST_LIBERATION, "FandolHei-Bold.ttf", bold)
      || !cw_test_world_add (world, CW_TEST_LIBERATION, "FandolHei-Regular.ttf", regular)
      || !cw_test_world_add (world, CW_TEST_LIBERATION, "FandolBraille-Display.ttf", regular))
    return;
  g_autoptr (CwTypefaces) typefaces = cw_test_world_resolve (world);
  assert_primary (typefaces, CW_TYPEFACE_HEITI, "FandolHei", 400, "FandolHei-Regular.ttf");
}

static void
test_only_mislabelled_bold (void)
{
  g_autoptr (CwTestWorld) world = cw_test_world_new ();
  g_autofree char *family = cw_test_family ("FandolHei", NULL);
  g_autofree char *bold = g_strconcat (family, STYLE ("Bold", "regular"), NULL);
  if (!cw_test_world_add (world, CW_TEST_LIBERATION, "FandolHei-Bold.ttf", bold)
      || !cw_test_world_add (world, CW_TEST_NOTO_SERIF, "other.ttc", ""))
    return;
  g_autoptr (CwTypefaces) typefaces = cw_test_world_resolve (world);
  g_assert_cmpstr (get_family (typefaces, CW_TYPEFACE_HEITI), ==, "Noto Serif CJK SC");
}

/* Trap 3: FandolSong's descent has the wrong sign: it is in no list, so anything else with Han is
 * better. */
static void
test_no_fandol_song (void)
{
  g_autoptr (CwTestWorld) world = cw_test_world_new ();
  g_autofree char *family = cw_test_family ("FandolSong", NULL);
  if (!cw_test_world_add (world, CW_TEST_FANDOL, "FandolSong-Regular.otf", family)
      || !cw_test_world_add (world, CW_TEST_NOTO_SERIF, "noto.ttc", ""))
    return;
  g_autoptr (CwTypefaces) typefaces = cw_test_world_resolve (world);
  for (int typeface = 0; typeface < CW_N_TYPEFACES; typeface++)
    g_assert_cmpstr (get_family (typefaces, (CwTypeface) typeface), ==, "Noto Serif CJK SC");
}

/* The chain of 仿宋: the other members with more characters, then the fallbacks. */
static void
test_other_members_help (void)
{
  g_autoptr (CwTestWorld) world = cw_test_world_new ();
  g_autofree char *small = cw_test_family ("FangSong_GB2312", NULL);
  g_autofree char *large = cw_test_family ("FangSong", NULL);
  g_autofree char *smaller = cw_test_family ("STFangsong", NULL);
  if (!cw_test_world_add (world, CW_TEST_FANDOL, "a.otf", small)
      || !cw_test_world_add (world, CW_TEST_NOTO_SANS, "b.ttc", large)
      || !cw_test_world_add (world, CW_TEST_LIBERATION, "c.ttf", smaller)
      || !cw_test_world_add (world, CW_TEST_LXGW, "d.ttf", ""))
    return;
  g_autoptr (CwTypefaces) typefaces = cw_test_world_resolve (world);
  hb_codepoint_t glyph;
  CwFace *face = cw_typefaces_find (typefaces, CW_TYPEFACE_FANGSONG, 0x5586 /* 喆 */, &glyph);
  g_assert_cmpstr (cw_face_get_family (face), ==, "FangSong");
  face = cw_typefaces_find (typefaces, CW_TYPEFACE_KAITI, 0x5586, &glyph);
  g_assert_cmpstr (cw_face_get_family (face), ==, "LXGW WenKai");
}

static void
assert_found_in (CwTypefaces *typefaces, CwTypeface typeface, const char *text, const char *family)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      hb_codepoint_t glyph = 0;
      CwFace *face = cw_typefaces_find (typefaces, typeface, g_utf8_get_char (at), &glyph);
      g_assert_nonnull (face);
      g_assert_cmpstr (cw_face_get_family (face), ==, family);
      g_assert_cmpuint (glyph, !=, 0);
    }
}

/* Trap 1: the faces for GB 2312 lack ordinary name characters, and KaitiM the 〇 of every date. */
static void
test_fallbacks (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_ALL_FONTS, NULL);
  if (typefaces == NULL)
    return;
  assert_found_in (typefaces, CW_TYPEFACE_FANGSONG, "国镇中人", "FandolFang");
  assert_found_in (typefaces, CW_TYPEFACE_FANGSONG, "镕喆堃玥珺珅昇旻甡祎赟瑄彧燊䶮㛃𬭶",
                   "LXGW WenKai");
  assert_found_in (typefaces, CW_TYPEFACE_FANGSONG, "⑪⑳", "LXGW WenKai");
  assert_found_in (typefaces, CW_TYPEFACE_KAITI, "〇–喆", "LXGW WenKai");
  assert_found_in (typefaces, CW_TYPEFACE_SONGTI, "镕喆堃䶮㛃𬭶", "Noto Serif CJK SC");
  assert_found_in (typefaces, CW_TYPEFACE_HEITI, "镕喆堃䶮㛃𬭶", "Noto Sans CJK SC");
}

/* Trap 7: the forms of other regions never come in, although their faces are in the same files. */
static void
test_no_foreign_forms (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_typefaces_new (NULL);
  hb_codepoint_t glyph;
  for (int typeface = 0; typeface < CW_N_TYPEFACES; typeface++)
    for (gunichar ch = 0x2000; ch < 0xFFFF; ch += 7)
      {
        CwFace *face = cw_typefaces_find (typefaces, (CwTypeface) typeface, ch, &glyph);
        if (face == NULL)
          continue;
        const char *family = cw_face_get_family (face);
        g_assert_false (g_str_has_suffix (family, " JP") || g_str_has_suffix (family, " KR")
                        || g_str_has_suffix (family, " TC") || g_str_has_suffix (family, " HK"));
      }
}

/* Characters no list has: any font that has them, and the same one for every typeface. */
static void
test_last_resort (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_FANDOL, CW_TEST_LIBERATION, NULL);
  if (typefaces == NULL)
    return;
  assert_found_in (typefaces, CW_TYPEFACE_FANGSONG, "שלום", "Liberation Serif");
  hb_codepoint_t glyph;
  g_assert_null (cw_typefaces_find (typefaces, CW_TYPEFACE_FANGSONG, 0x0F40, &glyph));
  g_assert_null (cw_typefaces_find (typefaces, CW_TYPEFACE_FANGSONG, 0x10FFFF, &glyph));
}

/* None of the lists installed. */
static void
test_any_han (void)
{
  g_autoptr (CwTestWorld) world = cw_test_world_new ();
  g_autofree char *unknown = cw_test_family ("Unknown Ming", NULL);
  if (!cw_test_world_add (world, CW_TEST_FANDOL, "a.otf", unknown)
      || !cw_test_world_add (world, CW_TEST_LIBERATION, "b.ttf", ""))
    return;
  g_autoptr (CwTypefaces) typefaces = cw_test_world_resolve (world);
  for (int typeface = 0; typeface < CW_N_TYPEFACES; typeface++)
    {
      g_assert_cmpstr (get_family (typefaces, (CwTypeface) typeface), ==, "Unknown Ming");
      g_assert_true (cw_typefaces_is_substitute (typefaces, (CwTypeface) typeface));
    }
}

static void
test_no_han (void)
{
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_LIBERATION, NULL);
  if (typefaces == NULL)
    return;
  hb_codepoint_t glyph;
  g_assert_cmpstr (get_family (typefaces, CW_TYPEFACE_FANGSONG), ==, "Liberation Serif");
  g_assert_null (cw_typefaces_find (typefaces, CW_TYPEFACE_FANGSONG, 0x56FD, &glyph));
  g_assert_nonnull (cw_typefaces_get_box_face (typefaces, CW_TYPEFACE_FANGSONG));
}

static void
test_no_font (void)
{
  FcConfig *config = FcConfigCreate ();
  g_autoptr (CwTypefaces) typefaces = cw_typefaces_new (config);
  FcConfigDestroy (config);
  hb_codepoint_t glyph;
  g_assert_null (cw_typefaces_get_primary (typefaces, CW_TYPEFACE_FANGSONG));
  g_assert_null (cw_typefaces_get_box_face (typefaces, CW_TYPEFACE_FANGSONG));
  g_assert_null (cw_typefaces_find (typefaces, CW_TYPEFACE_FANGSONG, 0x56FD, &glyph));
  g_assert_true (cw_typefaces_is_substitute (typefaces, CW_TYPEFACE_FANGSONG));
}

/* A file that went away after fontconfig listed it. */
static void
test_vanished_file (void)
{
  g_autoptr (CwTestWorld) world = cw_test_world_new ();
  if (!add_family (world, "a.ttf", "FangSong_GB2312", NULL)
      || !add_family (world, "b.ttf", "FangSong", NULL))
    return;
  FcConfig *config = cw_test_world_scan (world);
  g_unlink (g_ptr_array_index (world->files, 0));
  g_autoptr (CwTypefaces) typefaces = cw_typefaces_new (config);
  FcConfigDestroy (config);
  g_assert_cmpstr (get_family (typefaces, CW_TYPEFACE_FANGSONG), ==, "FangSong");
}

/* A face whose maker forbids embedding cannot go into a PDF: the next one is taken. */
static void
test_embedding_forbidden (void)
{
  g_autofree char *path = cw_test_font_path (CW_TEST_LIBERATION);
  g_autofree char *font = NULL;
  gsize length;
  if (path == NULL || !g_file_get_contents (path, &font, &length, NULL))
    {
      g_test_skip (CW_TEST_LIBERATION);
      return;
    }
  font[cw_test_find_table ((guint8 *) font, "OS/2") + 8] = 0;
  font[cw_test_find_table ((guint8 *) font, "OS/2") + 9] = 2;
  g_autoptr (CwTestWorld) world = cw_test_world_new ();
  g_autofree char *family = cw_test_family ("FangSong_GB2312", NULL);
  const char *copy = cw_test_world_add_path (world, "a.ttf", family);
  g_assert_true (g_file_set_contents (copy, font, (gssize) length, NULL));
  if (!add_family (world, "b.ttf", "FangSong", NULL))
    return;
  g_autoptr (CwTypefaces) typefaces = cw_test_world_resolve (world);
  g_assert_cmpstr (get_family (typefaces, CW_TYPEFACE_FANGSONG), ==, "FangSong");
}

/* 200 name and place characters of the 8,105, most of them outside GB 2312: each is found in every
 * typeface. */
static void
test_rare_characters (void)
{
  static const char rare[] = "镕喆堃玥珺珅昇旻甡祎赟瑄彧燊禤䶮㛃𬭶𫖯𬍡𨱏𤩽䢺㭎菂颋砉倻垲偲阇埇珹俫"
                             "莜帡剅犇榃昉昺晞曌珏珩琇琎琚"
                             "瑀瑗瑨瑱璆璟璠璪瓛甪畯皛眭睿祃祊祋祎祏祧祺禛稑穄窅竑筜筼箎篪簃粔紞纮"
                             "纻绖缊缌缦罘翀翃翯耑聃舢艖芃"
                             "芾苧茝荇莼菀葑蒗蒟蓁蕖薿藁虓蛏袆裎裒觌訾誉诇诐豳赑趯跂轲辀迤逄逯郃郇"
                             "郈郏郕鄚鄢酂醴钜钘钬铖铨锃"
                             "锜锳锺镃镆镈镠镡镵闳阊阌陔陟隗隳雱霨靓鞨韨韪颀颉颙飏飐飔饔馀驺骃骉骎"
                             "骓骕骙魃魆鲃鲉鳢鸮鹍鹢黇黉鼐"
                             "龑龢𬣞𬣙𬘡𬳵𬘘𬘭𬺈𬳶𬬭𬭎𬭚𬮱𬯀𬱖𬴊𬴂";
  g_autoptr (CwTypefaces) typefaces = cw_test_typefaces (CW_TEST_ALL_FONTS, NULL);
  if (typefaces == NULL)
    return;
  g_assert_cmpint (g_utf8_strlen (rare, -1), >=, 200);
  hb_codepoint_t glyph;
  for (int typeface = 0; typeface < CW_N_TYPEFACES; typeface++)
    for (const char *at = rare; *at != '\0'; at = g_utf8_next_char (at))
      g_assert_nonnull (
          cw_typefaces_find (typefaces, (CwTypeface) typeface, g_utf8_get_char (at), &glyph));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/typefaces/order/xiaobiaosong", test_order_xiaobiaosong);
  g_test_add_func ("/typeset/typefaces/order/fangsong", test_order_fangsong);
  g_test_add_func ("/typeset/typefaces/order/kaiti", test_order_kaiti);
  g_test_add_func ("/typeset/typefaces/order/heiti", test_order_heiti);
  g_test_add_func ("/typeset/typefaces/order/songti", test_order_songti);
  g_test_add_func ("/typeset/typefaces/names", test_names);
  g_test_add_func ("/typeset/typefaces/substitute", test_substitute);
  g_test_add_func ("/typeset/typefaces/free-fonts", test_free_fonts);
  g_test_add_func ("/typeset/typefaces/next-weight", test_next_weight);
  g_test_add_func ("/typeset/typefaces/weight-goes-with-family", test_weight_goes_with_family);
  g_test_add_func ("/typeset/typefaces/mislabelled-bold", test_mislabelled_bold);
  g_test_add_func ("/typeset/typefaces/only-mislabelled-bold", test_only_mislabelled_bold);
  g_test_add_func ("/typeset/typefaces/no-fandol-song", test_no_fandol_song);
  g_test_add_func ("/typeset/typefaces/other-members-help", test_other_members_help);
  g_test_add_func ("/typeset/typefaces/fallbacks", test_fallbacks);
  g_test_add_func ("/typeset/typefaces/no-foreign-forms", test_no_foreign_forms);
  g_test_add_func ("/typeset/typefaces/last-resort", test_last_resort);
  g_test_add_func ("/typeset/typefaces/any-han", test_any_han);
  g_test_add_func ("/typeset/typefaces/no-han", test_no_han);
  g_test_add_func ("/typeset/typefaces/no-font", test_no_font);
  g_test_add_func ("/typeset/typefaces/vanished-file", test_vanished_file);
  g_test_add_func ("/typeset/typefaces/embedding-forbidden", test_embedding_forbidden);
  g_test_add_func ("/typeset/typefaces/rare-characters", test_rare_characters);
  return g_test_run ();
}
