#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A summary with blanks: filled in by keys in the text and in the panel, and exported as a draft while some are left."""

import re

from journey import CHINESE, Program, expect, main, run, text_of

TEXT = '工作总结\n\n各科室：\n共开展检查X次，发现隐患XX处，完成整改XX处，培训职工XXX人次，处罚X家单位。\n'


def words_of(pdf):
    return re.sub(r'\s', '', run('pdftotext', pdf, '-'))


def fill_in_the_text(program):
    """F8 once, then a number and Enter: the next one is selected."""
    program.click(program.editor())
    program.keys('ctrl+Home', 'F8')
    for number in ['12', '34', '30']:
        program.type(number)
        program.keys('Return')
    program.wait(lambda: '检查12次，发现隐患34处，完成整改30处，培训职工XXX人次' in program.text(), 'three numbers in the text')


def fill_in_the_panel(program):
    """Ctrl+F8 shows the panel; the first one that is left is filled in its row."""
    program.keys('ctrl+F8')
    program.find('label', '还剩2处，共5处')
    entry = program.find('text', re.compile('培训职工XXX'))
    program.click(entry)
    program.wait(lambda: program.focused() and '培训职工XXX' in program.focused().get_name(), 'the keyboard in the row')
    program.type('256')
    program.keys('Return')
    program.wait(lambda: '培训职工256人次' in program.text(), 'the number of the panel in the text')
    program.find('label', '还剩1处，共5处')
    program.wait(lambda: '处罚X' in program.focused().get_name(), 'the keyboard in the next row')


def from_blanks_to_a_draft(account):
    source, pdf = account.home / 'blanks.txt', account.home / 'draft.pdf'
    source.write_text(TEXT)
    program = Program(account, source, locale=CHINESE)
    program.resize(1280, 800)
    program.wait(lambda: '检查X次' in program.text(), 'the text')
    fill_in_the_text(program)
    fill_in_the_panel(program)

    program.keys('ctrl+e')
    program.find('label', '还有1处待填')
    program.export_draft()
    program.answer_file_dialog(program.say('Export as PDF'), pdf)
    program.wait(pdf.exists, 'the PDF')
    expect([word in words_of(pdf) for word in ['草稿', '检查12次', '培训职工256人次', '处罚X家']], [True] * 4)

    program.type('3')
    program.keys('Return')
    program.wait(lambda: '处罚3家' in program.text(), 'the last number in the text')
    final = account.home / 'final.pdf'
    program.keys('ctrl+e')
    program.answer_file_dialog(program.say('Export as PDF'), final)
    program.wait(final.exists, 'the PDF')
    expect('草稿' in words_of(final), False)


main(from_blanks_to_a_draft)
