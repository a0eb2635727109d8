/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-verification.h"

#include "check/page/cw-measured.h"

G_BEGIN_DECLS

struct _CwVerification
{
  GObject parent_instance;

  CwMeasured *measured; /* NULL once nobody may read it */
  CwFormat format;
  guint n_pages;
  CwVerifyRow *rows;
  GMutex lock; /* one PopplerDocument must never be used from two threads */
};

G_END_DECLS
