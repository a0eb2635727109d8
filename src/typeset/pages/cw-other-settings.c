/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cw-other-settings.h"

#include "typeset/cw-standard.h"

/* The wider of two halves is at the most this of the whole: enough for a word that is not to be torn
 * to stand on either of them. */
#define WIDER_HALF 0.67

/* What was tried; %NULL where there is no such setting. */
typedef struct
{
  CwParagraph *shorter;
  CwParagraph *longer;
  CwParagraph *halved;
  guint tried;
} CwOtherSetting;

struct _CwOtherSettings
{
  GHashTable *settings; /* CwParagraph → CwOtherSetting */
};

static void
setting_free (gpointer data)
{
  CwOtherSetting *setting = data;

  g_clear_pointer (&setting->shorter, cw_paragraph_unref);
  g_clear_pointer (&setting->longer, cw_paragraph_unref);
  g_clear_pointer (&setting->halved, cw_paragraph_unref);
  g_free (setting);
}

/**
 * cw_other_settings_new:
 *
 * Returns: (transfer full): a memory of nothing
 */
CwOtherSettings *
cw_other_settings_new (void)
{
  CwOtherSettings *self = g_new0 (CwOtherSettings, 1);

  self->settings
      = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) cw_paragraph_unref, setting_free);
  return self;
}

/**
 * cw_other_settings_free:
 * @self: (transfer full): other settings
 */
void
cw_other_settings_free (CwOtherSettings *self)
{
  g_hash_table_unref (self->settings);
  g_free (self);
}

/**
 * cw_other_settings_forget:
 * @self: other settings
 * @paragraph: a paragraph
 *
 * Forgets what it was set to.
 */
void
cw_other_settings_forget (CwOtherSettings *self, CwParagraph *paragraph)
{
  g_hash_table_remove (self->settings, paragraph);
}

static CwOtherSetting *
get_setting (CwOtherSettings *self, CwParagraph *paragraph)
{
  CwOtherSetting *setting = g_hash_table_lookup (self->settings, paragraph);

  if (setting == NULL)
    {
      setting = g_new0 (CwOtherSetting, 1);
      g_hash_table_insert (self->settings, cw_paragraph_ref (paragraph), setting);
    }
  return setting;
}

/* Whether it is worth trying at all: a line can give up or take in about a character, no more. */
static gboolean
could_change_by (CwParagraph *paragraph, int looseness)
{
  guint n_lines = cw_paragraph_get_n_lines (paragraph);
  const CwLine *last = cw_paragraph_get_line (paragraph, n_lines - 1);
  double room = (n_lines - 1) * CW_STD_SIZE_3 * 1.5;

  if (n_lines < 2)
    return FALSE;
  return (looseness < 0 ? last->width : CW_STD_TYPE_AREA_WIDTH - last->width) <= room;
}

/**
 * cw_other_settings_loosen:
 * @self: other settings
 * @paragraph: a paragraph
 * @looseness: -1 for a line less, 1 for a line more
 *
 * The same paragraph in another number of lines, as far as the permitted squeezing and stretching
 * go (R86, R187).
 *
 * Returns: (transfer none) (nullable): the paragraph, or %NULL if it cannot be set so
 */
CwParagraph *
cw_other_settings_loosen (CwOtherSettings *self, CwParagraph *paragraph, int looseness)
{
  CwOtherSetting *setting;
  guint bit = looseness < 0 ? 1 : 2;

  if (!could_change_by (paragraph, looseness))
    return NULL;
  setting = get_setting (self, paragraph);
  if ((setting->tried & bit) == 0)
    {
      CwParagraph **slot = looseness < 0 ? &setting->shorter : &setting->longer;

      *slot = cw_paragraph_with_looseness (paragraph, looseness);
      setting->tried |= bit;
    }
  return looseness < 0 ? setting->shorter : setting->longer;
}

/**
 * cw_other_settings_halve:
 * @self: other settings
 * @paragraph: a paragraph of one line
 *
 * The same text in two lines like those of a title, where its words let it: an organ's long name
 * under its seal (R75).
 *
 * Returns: (transfer none): the paragraph; @paragraph itself if two lines cannot hold it so
 */
CwParagraph *
cw_other_settings_halve (CwOtherSettings *self, CwParagraph *paragraph)
{
  CwOtherSetting *setting = get_setting (self, paragraph);
  CwMeasure measure = { .width = cw_paragraph_get_line (paragraph, 0)->width * WIDER_HALF,
                        .alignment = CW_ALIGN_START,
                        .balanced = TRUE };

  if (setting->halved == NULL)
    setting->halved = cw_paragraph_with_measure (paragraph, &measure);
  return cw_paragraph_get_n_lines (setting->halved) == 2 ? setting->halved : paragraph;
}
