#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Find and replace: hits are counted, what replacing would make of each is looked at, all are replaced in one step that one
undo takes back."""

import re

from journey import CHINESE, Program, main

TEXT = """工作总结

各科室：

一、主要工作
（一）检查工作。共检查企业12家，检查学校3所。

二、存在问题
检查力度不够，检查记录不全。
"""


def count(program, number, of):
    """Waits for the line in the bar that says how many hits there are."""
    program.find('label', program.say('%d of %u').replace('%d', number).replace('%u', of))


def shown_as(program, name):
    """A name as Chinese shows it, with the key that may follow it."""
    return re.compile('^' + re.escape(program.say(name)) + r'(\(_?\w\))?$')


def ready(account):
    source = account.home / 'find.txt'
    source.write_text(TEXT)
    program = Program(account, source, locale=CHINESE)
    program.resize(1280, 800)
    program.wait(lambda: '检查记录' in program.text(), 'the text')
    program.click(program.editor())
    program.keys('ctrl+Home')
    program.wait(lambda: program.caret() == 0, 'the caret at the start')
    return program


def look_for(program, key, pattern):
    program.keys(key)
    program.wait(lambda: program.focused() and program.focused().get_role_name() in ['text', 'entry', 'search box']
                 and not program.focused().get_name() == program.say('Text of the document'), 'the keyboard in the bar')
    program.keys('ctrl+a')
    program.type(pattern)


def all_at_once_and_back(account):
    program = ready(account)
    before = program.text()
    look_for(program, 'ctrl+f', '检查')
    count(program, '1', '5')
    program.keys('Return')
    count(program, '2', '5')
    program.keys('ctrl+h')
    program.click(program.find('text', program.say('Replace with')))
    program.type('督查')
    program.press('All Hits', 'toggle button')
    program.find('label', '督查力度不够，检查记录不全。')
    program.wait_text(before)
    program.click(program.find('button', shown_as(program, 'Replace _All')))
    program.wait_text(before.replace('检查', '督查'))
    program.click(program.editor())
    program.keys('ctrl+z')
    program.wait_text(before)
    program.keys('ctrl+shift+z')
    program.wait_text(before.replace('检查', '督查'))


main(all_at_once_and_back)
