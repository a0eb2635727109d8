#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper of the next quarter from that of this one: the period moves on, numbers become blanks that know what they were,
one is taken over by key, and the old paper stays as it was."""

import re
import zipfile

from journey import CHINESE, Program, expect, main, text_of

TEXT = """云陵县教育局2026年第三季度工作总结

各科室：
2026年第三季度，共开展检查X次，发现隐患XX处，培训职工XXX人次。9月，组织演练X场。

云陵县教育局
2026年10月8日
"""
FILLED = '2026年第三季度，共开展检查12次，发现隐患34处，培训职工560人次。9月，组织演练2场。'
BLANK = '2026年第四季度，共开展检查XX次，发现隐患XX处，培训职工XX人次。12月，组织演练XX场。'


def fill(program, numbers):
    program.click(program.editor())
    program.keys('ctrl+Home', 'F8')
    for number in numbers:
        program.type(number)
        program.keys('Return')


def filled_paper(account):
    """A paper of the third quarter with all its numbers, saved."""
    source, project = account.home / 'third.txt', account.home / 'third.chengwen'
    source.write_text(TEXT)
    program = Program(account, source, locale=CHINESE)
    program.resize(1280, 800)
    program.wait(lambda: '检查X次' in program.text(), 'the text')
    fill(program, ['12', '34', '560', '2'])
    program.wait(lambda: FILLED in program.text(), 'four numbers in the text')
    save(program, project)
    return program, project


def save(program, project):
    program.keys('ctrl+s')
    program.answer_file_dialog(program.say('Save the Document'), project)
    program.wait(project.exists, 'the project')
    program.find('frame', project.stem)


def make_next(program):
    """By the main menu; the dialog proposes the fourth quarter. Leaves only the window of the new paper."""
    old = program.window
    program.keys('F10')
    program.find('menu item', re.compile('^' + program.say('New Paper fro_m This')))
    program.keys('m')
    program.find('menu item', re.compile('^' + program.say('Ne_xt Period from This…').rstrip('…')))
    program.keys('x')
    period = program.find('text', program.say('Period of the New Paper'))
    program.wait(lambda: text_of(period) == '2026年第四季度', 'the next quarter proposed')
    program.find('check box', re.compile('34 → XX'))
    program.click(program.find('button', re.compile('^' + re.escape(program.say('C_reate')) + r'(\(\w\))?$')))
    new = program.wait(lambda: next((w for w in program.x_windows() if w != old), None), 'a second window')
    program.focus(old)
    program.keys('ctrl+w')
    program.wait(lambda: len(program.frames()) == 1 and old not in program.x_windows(), 'the old window to go')
    program.focus(new)
    program.resize(1280, 800)




def blanks_know_what_they_were(program):
    program.wait(lambda: BLANK in program.text(), 'the blanks of the new paper')
    expect(program.text().startswith('云陵县教育局2026年第四季度工作总结'), True)
    program.find('label', '还剩4处，共4处')
    for last in ['12', '34', '560', '2']:
        program.find('label', re.compile(f'上期 {last}$'))


def take_one_over(program):
    """Ctrl+L in the row of a blank fills in what it was, and the keyboard goes on to the next."""
    program.keys('ctrl+F8')
    program.wait(lambda: program.focused() and '检查XX' in program.focused().get_name(), 'the keyboard in the first row')
    program.keys('Down')
    program.wait(lambda: '隐患XX' in program.focused().get_name(), 'the keyboard in the second row')
    program.keys('ctrl+l')
    program.wait(lambda: '检查XX次，发现隐患34处，培训' in program.text(), 'last quarter’s number in the text')
    program.find('label', '还剩3处，共4处')
    program.wait(lambda: '职工XX' in program.focused().get_name(), 'the keyboard in the next row')
    program.type('601')
    program.keys('Return')
    program.wait(lambda: '培训职工601人次' in program.text(), 'a new number in the text')


def the_next_quarter(account):
    program, project = filled_paper(account)
    before = project.read_bytes()
    make_next(program)
    blanks_know_what_they_were(program)
    take_one_over(program)
    again = account.home / 'fourth.chengwen'
    save(program, again)
    expect(project.read_bytes() == before, True)
    written = zipfile.ZipFile(again).read('document.xml').decode()
    for number in ['12', '34', '560', '2']:
        assert f'<last>{number}</last>' in written, f'last value {number} is not in the file'
    program.keys('ctrl+w')
    program.wait_end()

    reopened = Program(account, again, locale=CHINESE)
    reopened.wait(lambda: '检查XX次，发现隐患34处，培训职工601人次' in reopened.text(), 'the saved paper')
    reopened.keys('ctrl+F8')
    reopened.find('label', '还剩2处，共4处')
    reopened.find('label', re.compile('上期 560$'))


main(the_next_quarter)
