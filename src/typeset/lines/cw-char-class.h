/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwCharClass:
 *
 * What a character is to the line breaker and the justifier (R136–R143, R170–R184). The table in
 * cw-char-class.c is the only place that says which character belongs where.
 */
typedef enum
{
  CW_CLASS_HAN,           /* Han characters and everything else set in a full cell */
  CW_CLASS_OPENER,        /* “ ‘ 《 〈 （ 〔 【 ［ … : adjustable on the left */
  CW_CLASS_CLOSER,        /* ” ’ 》 〉 ） 〕 】 ］ … : adjustable on the right */
  CW_CLASS_COMMA,         /* ，、；： : adjustable on the right */
  CW_CLASS_STOP,          /* 。？！ : adjustable on the right, last of all */
  CW_CLASS_MIDDLE_DOT,    /* · full-width: adjustable on both sides */
  CW_CLASS_DASH,          /* —— */
  CW_CLASS_ELLIPSIS,      /* …… */
  CW_CLASS_CONNECTOR,     /* — ～ – - + single: never first on a line */
  CW_CLASS_SOLIDUS,       /* / ／ : neither first nor last on a line */
  CW_CLASS_DIGIT,         /* 0–9 */
  CW_CLASS_NUMBER_PREFIX, /* ￥ $ № ± ≥ : stands before a number, never last on a line */
  CW_CLASS_NUMBER_SUFFIX, /* % ‰ ℃ ° ′ ″ */
  CW_CLASS_LATIN,         /* letters of alphabetic scripts and what sticks to them */
  CW_CLASS_SPACE,         /* word space */
  CW_CLASS_NARROW_OPENER, /* ( [ { half-width */
  CW_CLASS_NARROW_CLOSER, /* ) ] } half-width */
  CW_CLASS_NARROW_STOP,   /* , . : ; ! ? half-width */
  CW_CLASS_GLUE,          /* no-break spaces, word joiner: no break on either side */
  CW_N_CLASSES
} CwCharClass;

/**
 * CW_CLASS_BIT:
 * @klass: a class
 *
 * The class as a member of a set of classes.
 */
#define CW_CLASS_BIT(klass) (1u << (klass))

/**
 * CW_CLASSES_NOT_FIRST:
 *
 * Classes no line begins with (R170).
 */
#define CW_CLASSES_NOT_FIRST                                                                       \
  (CW_CLASS_BIT (CW_CLASS_CLOSER) | CW_CLASS_BIT (CW_CLASS_COMMA) | CW_CLASS_BIT (CW_CLASS_STOP)   \
   | CW_CLASS_BIT (CW_CLASS_MIDDLE_DOT) | CW_CLASS_BIT (CW_CLASS_ELLIPSIS)                         \
   | CW_CLASS_BIT (CW_CLASS_CONNECTOR) | CW_CLASS_BIT (CW_CLASS_SOLIDUS)                           \
   | CW_CLASS_BIT (CW_CLASS_NUMBER_SUFFIX) | CW_CLASS_BIT (CW_CLASS_NARROW_CLOSER)                 \
   | CW_CLASS_BIT (CW_CLASS_NARROW_STOP))

/**
 * CW_CLASSES_NOT_LAST:
 *
 * Classes no line ends with (R171).
 */
#define CW_CLASSES_NOT_LAST                                                                        \
  (CW_CLASS_BIT (CW_CLASS_OPENER) | CW_CLASS_BIT (CW_CLASS_SOLIDUS)                                \
   | CW_CLASS_BIT (CW_CLASS_NUMBER_PREFIX) | CW_CLASS_BIT (CW_CLASS_NARROW_OPENER))

CwCharClass cw_char_class (gunichar ch);

/* Whether @ch is one of the characters of @set. */
static inline gboolean
cw_char_is_in (gunichar ch, const char *set)
{
  return ch != 0 && g_utf8_strchr (set, -1, ch) != NULL;
}

G_END_DECLS
