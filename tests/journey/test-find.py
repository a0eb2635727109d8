#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Find and replace: hits are counted, what replacing would make of each is looked at, all are replaced in one step that one
undo takes back; only in a section; by an expression."""

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


def option(program, name):
    """Ticks what the menu of the bar has."""
    program.press('Where and How to Search', 'toggle button')
    program.click(program.find('check box', shown_as(program, name)))
    program.keys('Escape')
    program.wait_gone('check box', shown_as(program, name))


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


def only_in_a_section(account):
    program = ready(account)
    program.keys('ctrl+End')
    program.wait(lambda: program.caret() > program.text().index('检查力度'), 'the caret in the last section')
    look_for(program, 'ctrl+f', '检查')
    program.find('label', re.compile('5'))
    option(program, 'Only in this _section')
    count(program, '1', '2')


def by_an_expression(account):
    program = ready(account)
    before = program.text()
    look_for(program, 'ctrl+h', '([0-9]+)(家|所)')
    option(program, '_Regular expression')
    count(program, '1', '2')
    program.click(program.find('text', program.say('Replace with')))
    program.type(r'\1个')
    program.click(program.find('button', shown_as(program, 'Replace _All')))
    program.wait_text(before.replace('12家', '12个').replace('3所', '3个'))


main(all_at_once_and_back, only_in_a_section, by_an_expression)
