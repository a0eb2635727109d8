#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list made from two sections of a summary: the proposal looked at, one row left out; the text changes and the list says
so; it takes the change over; the PDF has the attachment."""

import os
import re

from journey import CHINESE, Program, expect, main, run

FIRST = '实施管网改造工程'
TEXT = """青澜市水务局2025年工作总结

一、主要工作及成效
（一）供水保障能力提升。新建供水管网96公里。

二、存在的问题和不足
一是老城区供水管网老化较为突出，漏损率偏高；二是部分中小河流防洪标准偏低；三是水务信息化还有短板。

三、下一步工作打算
（一）实施管网改造工程。完成老旧管网改造70公里。
（二）补齐防洪工程短板。治理中小河流5条。
（三）加快智慧水务建设。建成一体化平台。
"""
CHANGED = '抓紧实施管网改造工程'


def shot(program, name):
    """A picture of the window, for who wants to see it."""
    folder = os.environ.get('CHENGWEN_SHOTS')
    if folder:
        run('import', '-window', 'root', f'{folder}/{name}.png')


def words_of(pdf):
    return re.sub(r'\s', '', run('pdftotext', '-raw', pdf, '-'))


def press(program, name):
    """Presses a button whose Chinese name ends with its key: 生成(R)."""
    program.click(program.find('button', re.compile('^' + re.escape(program.say(name)) + r'(\(\w\))?$')))


def entry(program, column, row):
    return program.find('text', program.say('%s, row %u').replace('%s', column).replace('%u', str(row)))


def open_dialog(program):
    program.press('Insert', 'toggle button')
    program.wait(lambda: program.focused() and re.search('4.*3', program.focused().get_name() or ''), 'the keyboard in the menu')
    program.keys('i')
    program.find('text', program.say('Title'))


def make_list(program):
    """Both sections are chosen already; the second row is left out."""
    open_dialog(program)
    entry(program, '存在问题', 3)
    entry(program, '整改措施', 2)
    shot(program, 'lists-dialog')
    program.click(program.find('check box', program.say('Row %u is in the list').replace('%u', '2')))
    program.find('label', '共 2 条')
    press(program, 'C_reate')
    program.find('table', re.compile('3行，7列'))


def change_the_text(program):
    """The paragraph of the first measure gets two characters more; the mark comes by itself."""
    place = program.text().index(FIRST)
    program.click(program.editor())
    program.keys('ctrl+Home')
    for _ in range(30):
        if program.caret() == place:
            break
        program.keys('Down', 'Home')
    expect(program.caret(), place)
    program.type('抓紧')
    program.wait(lambda: CHANGED in program.text(), 'the changed paragraph')


def take_over(program):
    mark = program.find('button', program.say('Row %u: its paragraph has changed').replace('%u', '2'))
    program.click(mark)
    program.find('label', CHANGED)
    shot(program, 'lists-popover')
    press(program, '_Take It Over')
    program.wait_gone('button', program.say('Row %u: its paragraph has changed').replace('%u', '2'))


def go_there(program):
    program.click(program.find('button', program.say('Row %u: go to its paragraph').replace('%u', '3')))
    problem = '三是水务信息化还有短板'
    start = program.text().index(problem)
    program.wait(lambda: program.caret() >= start, 'the caret at the point')
    shot(program, 'lists-there')


def a_list_follows_the_text(account):
    summary = account.home / 'summary.txt'
    summary.write_text(TEXT)
    program = Program(account, summary, locale=CHINESE)
    pdf = account.home / 'list.pdf'
    program.resize(1280, 800)
    program.wait(lambda: FIRST in program.text(), 'the sample')
    make_list(program)
    shot(program, 'lists-made')
    change_the_text(program)
    take_over(program)
    go_there(program)
    program.keys('ctrl+e')
    program.answer_file_dialog(program.say('Export as PDF'), pdf)
    program.wait(pdf.exists, 'the PDF')
    program.wait(lambda: '问题清单' in words_of(pdf), 'the attachment in the PDF')
    words = words_of(pdf)
    expect('整改措施' in words, True)
    expect(words.count(CHANGED), 2)
    expect(words.count('水务信息化还有短板'), 2)
    expect(words.count('中小河流防洪标准偏低'), 1)
    program.kill()


main(a_list_follows_the_text)
