/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cw-verification.h"

#include "check/page/cw-measured.h"

G_BEGIN_DECLS

/**
 * CwVerification:
 *
 * The checks of one finished PDF and how each ended. Nothing of it changes once it has been made;
 * the PDF is kept for the pictures of a report.
 */
struct _CwVerification
{
  GObject parent_instance;

  CwMeasured *measured;
  CwFormat format;
  guint n_pages;
  CwVerifyRow *rows;
  GMutex lock; /* one PopplerDocument must never be used from two threads */
};

G_END_DECLS
