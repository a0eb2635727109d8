/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus.h"

#include <string.h>

/* What the number says, digit by digit, and a source of chance that depends on it alone. */
typedef struct
{
  guint number;
  CwForm form;
  guint n_pages;
  guint n_title_lines;
  guint n_issuers;
  GRand *chance;
  CwText *elements[CW_N_ELEMENTS];
  GPtrArray *blocks;
} Paper;

static const char *const issuers[]
    = { "临江市人民政府", "临江市教育局", "临江市人力资源和社会保障局", "临江市财政局", "临江市卫生健康委员会" };
static const char *const signers[] = { "张立", "欧阳明远", "王建国", "李敏", "赵文清" };
static const guint seals[] = { 38, 40, 42, 45, 50 };

/* Endings of titles that with the issuer before and the kind behind take one to four lines. */
static const char *const matters[] = {
  "做好防汛工作",
  "进一步加强中小学校园安全管理工作",
  "印发全市城乡居民基本养老保险基金监督管理暂行办法和配套实施细则",
  "全面推进基层党组织标准化规范化建设并切实做好党员教育管理监督和服务群众各项重点任务落实情况专项检查",
};

static const char *const sentences[] = {
  "要坚持问题导向，逐项明确责任单位和完成时限，确保各项任务落到实处。",
  "全市共排查风险点126处，已完成整改118处，其余8处明确了专人负责。",
  "各县（区）要建立“一本台账、一张清单”，每月5日前报送进展情况。",
  "截至2024年9月30日，累计培训干部3.2万人次，同比增长12.5%。",
  "对工作中出现的新情况、新问题，要及时研究解决；重大事项及时请示报告。",
  "坚持以人民为中心的发展思想，把群众满意不满意作为检验工作的标准。",
  "加强组织领导，主要负责同志亲自抓，分管负责同志具体抓。",
  "严格落实《会议费管理办法》（试行）有关规定，厉行节约，反对浪费。",
  "要广泛宣传，营造良好氛围，让政策“看得懂、算得清、用得上”。",
  "共计投入资金1,280万元，其中市级配套450万元，县级自筹830万元。",
  "实践证明，只有依靠群众、发动群众，才能把好事办好、实事办实。",
  "下一步，将继续完善制度，健全机制，推动工作再上新台阶。",
  "开展“送服务上门”活动36次，受益群众2100余人，解决实际困难57件。",
  "对推进不力、弄虚作假的，依规依纪严肃处理，绝不姑息。",
};

static const char *const headings[] = { "总体要求", "主要任务", "工作措施", "加强组织领导",
                                        "存在的问题", "下一步打算", "强化监督检查", "保障措施" };

static guint
pick (Paper *self, guint n)
{
  return g_rand_int_range (self->chance, 0, (gint32) n);
}

static gboolean
toss (Paper *self)
{
  return pick (self, 2) == 1;
}

static void
set (Paper *self, CwElement element, const char *text)
{
  g_clear_pointer (&self->elements[element], cw_text_unref);
  if (cw_element_get_need (element, &self->form) != CW_NEED_NONE)
    self->elements[element] = cw_text_new (text);
}

static void
add_block (Paper *self, CwBlock *block)
{
  g_ptr_array_add (self->blocks, block);
}

static void
add_paragraph (Paper *self, const char *utf8)
{
  g_autoptr (CwText) text = cw_text_new (utf8);

  add_block (self, cw_block_new_paragraph (text));
}

static guint
add_body_paragraph (Paper *self, GString *text)
{
  guint n_sentences = 2 + pick (self, 5);

  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, sentences[pick (self, G_N_ELEMENTS (sentences))]);
  add_paragraph (self, text->str);
  return (guint) g_utf8_strlen (text->str, -1);
}

static void
add_heading (Paper *self, guint level)
{
  g_autoptr (CwText) text = cw_text_new (headings[pick (self, G_N_ELEMENTS (headings))]);

  add_block (self, cw_block_new_heading (level, text));
}

/* Text for about so many lines, with headings of every level between. */
static void
add_body (Paper *self, guint n_lines)
{
  guint filled = 0, n = 0;

  while (filled < n_lines)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      if (n_lines > 12 && n % 3 == 1)
        {
          add_heading (self, n % 9 == 1 ? 1 : 2 + pick (self, 3));
          filled++;
        }
      filled += (add_body_paragraph (self, text) + 2) / 28 + 1;
      n++;
    }
}

static CwTable *
make_table (Paper *self)
{
  static const char *const heads[] = { "序号", "工作任务", "责任单位", "完成时限" };
  guint n_rows = 3 + pick (self, 40);
  g_autofree CwCell *cells = g_new0 (CwCell, n_rows * G_N_ELEMENTS (heads));
  CwTable *table;

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < G_N_ELEMENTS (heads); column++)
      {
        g_autofree char *number = g_strdup_printf ("%u", row);
        const char *text = column == 1   ? sentences[pick (self, G_N_ELEMENTS (sentences))]
                           : column == 2 ? issuers[pick (self, G_N_ELEMENTS (issuers))]
                           : column == 3 ? "2024年12月31日"
                                         : number;

        cells[row * G_N_ELEMENTS (heads) + column]
            = (CwCell) { cw_text_new (row == 0 ? heads[column] : text), 1, 1 };
      }
  table = cw_table_new (n_rows, G_N_ELEMENTS (heads), 1, NULL, cells);
  for (guint i = 0; i < n_rows * G_N_ELEMENTS (heads); i++)
    cw_text_unref (cells[i].text);
  return table;
}

static void
add_attachment (Paper *self, guint attachment)
{
  static const char *const titles[]
      = { "任务分工表", "全市城乡居民基本养老保险经办服务网点一览表", "工作流程" };
  gboolean with_table = attachment == 0 ? toss (self) : attachment == 1;
  CwAttachmentFlags flags
      = with_table && toss (self) ? CW_ATTACHMENT_LANDSCAPE : CW_ATTACHMENT_PLAIN;
  g_autoptr (CwText) title = cw_text_new (titles[attachment % G_N_ELEMENTS (titles)]);

  add_block (self, cw_block_new_attachment (flags, title));
  if (with_table)
    {
      g_autoptr (CwTable) table = make_table (self);
      g_autoptr (CwText) caption = cw_text_new (toss (self) ? "表1 任务分工" : "");

      add_block (self, cw_block_new_table (table, caption));
    }
  else
    add_body (self, 4 + pick (self, 30));
}

static void
set_title (Paper *self)
{
  g_autofree char *title
      = g_strdup_printf ("%s关于%s的%s", self->n_title_lines % 2 == 0 ? "临江市人民政府" : "",
                         matters[self->n_title_lines - 1], cw_kind_get_name (self->form.kind));

  set (self, CW_ELEMENT_TITLE, title);
}

static void
set_lines (Paper *self, CwElement element, const char *const *from, guint n)
{
  g_autofree const char **lines = g_new0 (const char *, n + 1);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n; i++)
    lines[i] = from[i];
  joined = g_strjoinv ("\n", (char **) lines);
  set (self, element, joined);
}

static const char *
get_mark_word (Paper *self)
{
  switch (self->form.format)
    {
    case CW_FORMAT_GENERAL:
      return "文件";
    case CW_FORMAT_ORDER:
      return toss (self) ? "令" : "命令";
    case CW_FORMAT_MINUTES:
      return "会议纪要";
    case CW_FORMAT_BULLETIN:
      return "工作简报";
    case CW_FORMAT_WORKING_PAPER:
    case CW_FORMAT_LETTER:
    case CW_N_FORMATS:
    default:
      return "";
    }
}

static void
set_masthead (Paper *self)
{
  gboolean joint = self->form.format == CW_FORMAT_GENERAL || self->form.format == CW_FORMAT_ORDER;
  gboolean secret = toss (self);

  if (secret)
    {
      set (self, CW_ELEMENT_COPY_NUMBER, "000012");
      set (self, CW_ELEMENT_CLASSIFICATION, "机密");
      set (self, CW_ELEMENT_CLASSIFICATION_PERIOD, "1年");
    }
  if (toss (self))
    set (self, CW_ELEMENT_URGENCY, toss (self) ? "特急" : "加急");
  set_lines (self, CW_ELEMENT_ISSUERS, issuers,
             joint && self->form.kind != CW_KIND_ORDER ? self->n_issuers : 1);
  set (self, CW_ELEMENT_MARK_WORD, get_mark_word (self));
  if (self->form.format != CW_FORMAT_BULLETIN)
    {
      set (self, CW_ELEMENT_NUMBER_CODE, "临政发");
      set (self, CW_ELEMENT_NUMBER_YEAR, "2024");
    }
  set (self, CW_ELEMENT_NUMBER_SERIAL, self->number % 5 == 4 ? "" : "38");
  if (cw_element_get_need (CW_ELEMENT_SIGNERS, &self->form) == CW_NEED_REQUIRED)
    set_lines (self, CW_ELEMENT_SIGNERS, signers, self->n_issuers);
}

static void
set_signature (Paper *self)
{
  guint n = self->form.sealing == CW_SEALING_SIGNATURE && self->form.kind == CW_KIND_ORDER
                ? 1
                : self->n_issuers;
  static const char *const positions[] = { "市长", "局长", "局长", "局长", "主任" };

  if (self->form.format == CW_FORMAT_WORKING_PAPER && toss (self))
    return;
  if (self->form.sealing == CW_SEALING_SIGNATURE)
    {
      set_lines (self, CW_ELEMENT_SIGNATORY, signers, n);
      set_lines (self, CW_ELEMENT_POSITIONS, positions, n);
    }
  else if (self->form.format != CW_FORMAT_MINUTES && self->form.format != CW_FORMAT_BULLETIN)
    set_lines (self, CW_ELEMENT_SIGNATORY, issuers, self->form.format == CW_FORMAT_GENERAL ? n : 1);
  set (self, CW_ELEMENT_DATE, toss (self) ? "2024年10月15日" : "2024年7月1日");
  if (toss (self) || cw_element_get_need (CW_ELEMENT_NOTE, &self->form) == CW_NEED_REQUIRED)
    set (self, CW_ELEMENT_NOTE, toss (self) ? "此件公开发布" : "联系人：陈晓，电话：0571-8888666");
}

static void
set_colophon (Paper *self)
{
  if (toss (self))
    set (self, CW_ELEMENT_COPY_RECIPIENTS,
         toss (self) ? "市委办公室，市人大常委会办公室，市政协办公室"
                     : "市委各部门，市人大常委会办公室，市政协办公室，市监委，市法院，市检察院，临江军分区，各民主党派市委，市工商联");
  set (self, CW_ELEMENT_PRINTING_OFFICE, "临江市人民政府办公室");
  set (self, CW_ELEMENT_PRINTING_DATE, "2024年10月16日");
  if (toss (self))
    set (self, CW_ELEMENT_COPIES, "60");
}

static void
set_minutes_and_bulletin (Paper *self)
{
  set (self, CW_ELEMENT_ATTENDEES,
       "市政府张立、王建国，市教育局李敏，市财政局赵文清，市人力资源和社会保障局周海波、孙雪，市卫生健康委员会吴桐");
  if (toss (self))
    set (self, CW_ELEMENT_ABSENTEES, "市审计局郑凯");
  if (toss (self))
    set (self, CW_ELEMENT_OBSERVERS, "市委党校冯媛，市档案馆陈立新");
  if (toss (self))
    set (self, CW_ELEMENT_EDITOR_NOTE, "现将云岭县的做法予以刊发，供各地各部门学习借鉴。");
  set (self, CW_ELEMENT_REPORT_RECIPIENTS, "市委、市政府领导同志");
  set (self, CW_ELEMENT_FORWARD_RECIPIENTS, "各县（区）人民政府，市直各单位");
}

static void
init_apart (Paper *self)
{
  cw_form_set_kind (&self->form, CW_KIND_NOTICE);
  self->n_pages = 1;
  if (self->number % 2 == 1)
    self->form.sealing = CW_SEALING_NONE;
}

static void
init_order (Paper *self)
{
  guint i = self->number - CORPUS_ORDERS;

  cw_form_set_kind (&self->form, CW_KIND_ORDER);
  self->form.columns = i % 3 == 1 ? 27 + 2 * (i / 3 % 2) : 0;
  self->n_issuers = 1 + i % G_N_ELEMENTS (issuers);
  self->n_pages = 1 + i / 40;
}

static void
paper_init (Paper *self, guint number)
{
  guint round = number / (CW_N_KINDS * CORPUS_PAGES);

  *self = (Paper) { .number = number, .form = cw_form_default };
  self->chance = g_rand_new_with_seed (number + 1);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_block_unref);
  cw_form_set_kind (&self->form, number % CW_N_KINDS);
  self->n_pages = 1 + number / CW_N_KINDS % CORPUS_PAGES;
  self->n_title_lines = 1 + (round + self->n_pages) % 4;
  self->n_issuers = 1 + (round + number) % G_N_ELEMENTS (issuers);
  self->form.seal_diameter = seals[(round + number / 7) % G_N_ELEMENTS (seals)];
  if (self->form.kind == CW_KIND_OPINION && toss (self))
    self->form.format = CW_FORMAT_LETTER;
  if (self->form.sealing == CW_SEALING_SEAL && round % 3 == 2)
    self->form.sealing = CW_SEALING_NONE;
  if (number >= CORPUS_ORDERS)
    init_order (self);
  else if (number >= CORPUS_PLAIN)
    init_apart (self);
}

static const char *const long_names[]
    = { "中共临江市委组织部", "临江市人力资源和社会保障局", "临江市教育局", "临江市住房和城乡建设局",
        "临江市发展和改革委员会", "临江市总工会", "临江市医疗保障局", "临江市退役军人事务局",
        "临江市财政局", "临江市文化和旅游局", "临江市审计局", "临江市市场监督管理局" };

/* What has been a fault once, in every size: seals of long names, a colophon alone. */
static void
set_apart (Paper *self)
{
  guint i = (self->number - CORPUS_PLAIN) / 2;

  if (self->form.sealing == CW_SEALING_SEAL)
    set_lines (self, CW_ELEMENT_SIGNATORY, long_names, 2 + i % 11);
  add_body (self, 8 + i % 24);
}

/* Orders of several agencies stand beside one word; a single long name is pressed to fit. */
static void
set_order (Paper *self)
{
  guint i = self->number - CORPUS_ORDERS;
  static const char *const positions[] = { "市长", "局长", "局长", "局长", "主任" };
  static const char *const longest[] = { "临江市人力资源和社会保障事业发展改革委员会",
                                         "临江市长江流域生态环境保护和高质量发展领导小组办公室" };

  if (self->n_issuers > 1)
    set_lines (self, CW_ELEMENT_ISSUERS, i % 3 == 0 ? long_names : issuers, self->n_issuers);
  else if (i % 2 == 0)
    set (self, CW_ELEMENT_ISSUERS, longest[i / 2 % G_N_ELEMENTS (longest)]);
  set_lines (self, CW_ELEMENT_SIGNATORY, signers, self->n_issuers);
  set_lines (self, CW_ELEMENT_POSITIONS, positions, self->n_issuers);
  add_body (self, (self->n_pages - 1) * 22 + 2 + i % 17);
}

static void
fill (Paper *self)
{
  set_title (self);
  set_masthead (self);
  set_minutes_and_bulletin (self);
  if (self->form.kind == CW_KIND_RESOLUTION || self->form.kind == CW_KIND_COMMUNIQUE)
    set (self, CW_ELEMENT_SUBTITLE, "（2024年9月28日临江市第九届人民代表大会第三次会议通过）");
  if (cw_element_get_need (CW_ELEMENT_ADDRESSEES, &self->form) == CW_NEED_REQUIRED || toss (self))
    set (self, CW_ELEMENT_ADDRESSEES,
         cw_kind_get_direction (self->form.kind) == CW_DIRECTION_UP ? "省人民政府：" : "各县（区）人民政府，市直各单位：");
  set_signature (self);
  set_colophon (self);
  if (self->number >= CORPUS_ORDERS)
    {
      set_order (self);
      return;
    }
  if (self->number >= CORPUS_PLAIN)
    {
      set_apart (self);
      return;
    }
  /* The last page is filled to any height. */
  add_body (self, (self->n_pages - 1) * 22 + 2 + pick (self, 14));
  for (guint i = 0, n = self->number % 3 == 0 ? 1 + pick (self, 3) : 0; i < n; i++)
    add_attachment (self, i);
}

/**
 * corpus_make_paper:
 * @number: less than %CORPUS_SIZE
 *
 * Returns: (transfer full): that paper
 */
CwDocument *
corpus_make_paper (guint number)
{
  Paper self;
  CwDocument *document;

  paper_init (&self, number);
  fill (&self);
  document = cw_document_new_with_form (&self.form, self.elements, (CwBlock **) self.blocks->pdata,
                                        self.blocks->len);
  for (guint i = 0; i < CW_N_ELEMENTS; i++)
    g_clear_pointer (&self.elements[i], cw_text_unref);
  g_ptr_array_unref (self.blocks);
  g_rand_free (self.chance);
  return document;
}

/**
 * corpus_get_name:
 * @number: less than %CORPUS_SIZE
 *
 * Returns: (transfer full): what to call it when it fails
 */
char *
corpus_get_name (guint number)
{
  Paper self;
  char *name;

  paper_init (&self, number);
  name = g_strdup_printf ("%04u-%s-%up-%ut-%ui-%umm", number, cw_kind_get_id (self.form.kind),
                          self.n_pages, self.n_title_lines, self.n_issuers,
                          self.form.seal_diameter);
  g_ptr_array_unref (self.blocks);
  g_rand_free (self.chance);
  return name;
}
