#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections rearranged in the outline: by keys, by the mouse, undone by the toast; what is said about a section stays with it
and is not printed."""

import re
import time

from journey import CHINESE, Program, expect, main, run, text_of

TEXT = """云陵县教育局2026年工作总结

一、队伍建设
队伍的话。

二、教学改革
改革的话。

三、校园安全
安全的话。

四、经费保障
经费的话。
"""
REMARK, PERSON = '等财务股核对后再定', '王小明'


def words_of(pdf):
    return re.sub(r'\s', '', run('pdftotext', '-raw', pdf, '-'))


def row(program, label, title):
    return program.find('list item', re.compile(f'^{label}{title}'))


def order(program):
    """The headings as the outline names them: number and words, top to bottom."""
    rows = [node for node in program.walk() if node.get_role_name() == 'list item' and '字' in node.get_name()]
    return [re.split('[,，]', node.get_name())[0] for node in sorted(rows, key=lambda node: program.box(node)[1])][1:]


def wait_order(program, *want):
    def same():
        return order(program) == list(want)
    try:
        program.wait(same, 'the order of the sections', 10)
    except AssertionError:
        expect(order(program), list(want))


BEFORE = ('一、队伍建设', '二、教学改革', '三、校园安全', '四、经费保障')
MOVED = ('一、队伍建设', '二、校园安全', '三、教学改革', '四、经费保障')
DEMOTED = ('一、队伍建设', '（一）校园安全', '二、教学改革', '三、经费保障')
DROPPED = ('一、经费保障', '二、队伍建设', '三、教学改革', '四、校园安全')


def begin(account):
    source = account.home / 'sections.txt'
    source.write_text(TEXT)
    program = Program(account, source, locale=CHINESE)
    program.resize(1280, 800)
    wait_order(program, *BEFORE)
    return program


def by_keys(account):
    """A click on the row gives the outline the keyboard; Alt with arrows moves and demotes what is selected."""
    program = begin(account)
    program.click(row(program, '三、', '校园安全'))
    program.keys('alt+Up')
    wait_order(program, *MOVED)
    assert program.text().index('安全的话') < program.text().index('改革的话'), 'the text did not go along'
    find_toast(program, '“校园安全”现为二、')
    program.keys('alt+Right')
    wait_order(program, *DEMOTED)
    program.keys('alt+Left')
    wait_order(program, *MOVED)
    program.keys('alt+Right')
    wait_order(program, *DEMOTED)


def drag(program, source, target, part):
    """Drags a row with the mouse to a part of the height of another."""
    left, top, width, height = program.box(source)
    run('xdotool', 'mousemove', '--window', program.window, left + 60, top + height // 2, 'mousedown', 1)
    x, y, _, other = program.box(target)
    end = y + int(other * part)
    for step in range(1, 9):
        run('xdotool', 'mousemove', '--window', program.window, left + 60, top + height // 2 + (end - top - height // 2) * step // 8)
        time.sleep(.05)  # what is dragged is asked about at every place it comes to
    run('xdotool', 'mousemove', '--window', program.window, x + 62, end, 'sleep', .3)
    run('xdotool', 'mouseup', 1)


def find_toast(program, words):
    program.find('label', re.compile(re.escape(words)))


def by_mouse(account):
    """The last section is dropped above the first; the toast undoes it."""
    program = begin(account)
    drag(program, row(program, '四、', '经费保障'), row(program, '一、', '队伍建设'), .2)
    wait_order(program, *DROPPED)
    program.click(program.find('button', re.compile('^' + re.escape(program.say('_Undo')) + r'(\(_?\w\))?$')))
    wait_order(program, *BEFORE)


def remark_field(program):
    return program.find('text', re.compile('^' + program.say('Remar_k')))


def person_field(program):
    return program.find('text', re.compile('^' + program.say('_Who')))


def enter(program, field, words):
    program.click(field)
    program.type(words)
    program.wait(lambda: text_of(field) == words, f'{words} in the field')


def exported(program, account):
    pdf = account.home / 'out.pdf'
    program.keys('ctrl+e')
    program.answer_file_dialog(program.say('Export as PDF'), pdf)
    program.wait(pdf.exists, 'the PDF')
    program.wait(lambda: '三、队伍建设' in words_of(pdf), 'the paper in the PDF')
    return words_of(pdf)


def what_is_said_stays(account):
    """Person and remark go along with their section, and none of it is printed."""
    program = begin(account)
    program.click(row(program, '一、', '队伍建设'))
    program.keys('alt+Return')
    enter(program, person_field(program), PERSON)
    enter(program, remark_field(program), REMARK)
    program.keys('Escape')
    program.wait_gone('text', re.compile('^' + program.say('Remar_k')))
    for want in [('一、教学改革', '二、队伍建设'), ('一、教学改革', '二、校园安全', '三、队伍建设', '四、经费保障')]:
        program.click(program.find('list item', re.compile('^..队伍建设')))
        program.keys('alt+Down')
        program.wait(lambda: tuple(order(program)[:len(want)]) == want, 'the order of the sections')
    program.keys('alt+Return')
    expect(text_of(remark_field(program)), REMARK)
    program.keys('Escape')
    program.wait_gone('text', re.compile('^' + program.say('Remar_k')))
    words = exported(program, account)
    assert '一、教学改革改革的话。二、校园安全安全的话。三、队伍建设队伍的话。' in words, words
    expect([said in words for said in [REMARK, PERSON, '王小', '核对']], [False] * 4)


main(by_keys, by_mouse, what_is_said_stays)
