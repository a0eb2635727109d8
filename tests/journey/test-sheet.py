#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A collection sheet goes out from the menu of the panel, comes back filled in, and what it would change is looked at before
it is taken in: one answer is left out, the text and the page have the rest, and one undo takes them back."""

import csv
import os
import re

from journey import CHINESE, Atspi, Program, expect, is_state, main, run

TEXT = '工作总结\n\n各科室：\n共开展检查X次，发现隐患XX处，完成整改XX处，培训职工XXX人次，处罚X家单位。\n'
ANSWERS = {'检查': '12', '隐患': '34', '整改': '待核实', '培训': '256', '处罚': ''}
TAKEN = '共开展检查12次，发现隐患34处，完成整改XX处，培训职工256人次，处罚X家单位。'


def shot(program, name):
    """A picture of the window, for who wants to see it."""
    folder = os.environ.get('CHENGWEN_SHOTS')
    if folder:
        run('import', '-window', 'root', f'{folder}/{name}.png')


def words_of(pdf):
    return re.sub(r'\s', '', run('pdftotext', '-raw', pdf, '-'))


def shown_as(program, name):
    """A name as Chinese shows it, with the key that may follow it: 导出填报表(S)…"""
    words = program.say(name)
    return re.compile('^' + re.escape(words.rstrip('…')) + r'(\(\w\))?' + ('…' if words.endswith('…') else '') + '$')


def choose(program, item):
    """Chooses from the menu of the panel."""
    program.press('All Placeholders', 'toggle button')
    program.click(program.find('menu item', shown_as(program, item)))
    program.wait_gone('menu item', shown_as(program, item))


def send_out(program, sheet):
    choose(program, '_Send Out the Blanks…')
    program.answer_file_dialog(program.say('Send Out the Blanks'), sheet)
    program.wait(sheet.exists, 'the sheet')
    program.find('label', program.say('The sheet has been written. Those asked fill in its column 本期数.'))


def answer(sheet):
    """Fills in the sheet as the sections do, in a table program; returns how many rows it asked."""
    rows = list(csv.reader(sheet.read_text(encoding='utf-8-sig').splitlines()))
    head = next(i for i, row in enumerate(rows) if '本期数' in row)
    number = rows[head].index('本期数')
    asked = [row for row in rows[head + 1:] if any(word in ''.join(row) for word in ANSWERS)]
    for row, value in zip(asked, ANSWERS.values()):
        row[number] = value
    with sheet.open('w', encoding='utf-8-sig', newline='') as file:
        csv.writer(file).writerows(rows)
    return len(asked)


def take_in(program, sheet):
    """The look at the changes: what is no number is in doubt, and so not chosen."""
    choose(program, '_Take In Answers…')
    program.answer_file_dialog(program.say('Take In Answers'), sheet, opening=True)
    program.find('label', program.say('%u of %u answers chosen').replace('%u', '3', 1).replace('%u', '4'))
    program.find('label', program.say('A number is expected here, and this is none.'))
    boxes = [node for node in program.walk() if node.get_role_name() == 'check box' and '完成整改【' in node.get_name()]
    expect([is_state(box, Atspi.StateType.CHECKED) for box in boxes], [False])
    expect('检查X次' in program.text(), True)
    shot(program, 'sheet-preview')
    program.click(program.find('button', shown_as(program, '_Take In')))


def sheets_go_out_and_come_in(account):
    source, sheet, pdf = account.home / 'blanks.txt', account.home / '填报表.csv', account.home / 'draft.pdf'
    source.write_text(TEXT)
    program = Program(account, source, locale=CHINESE)
    program.resize(1280, 800)
    program.wait(lambda: '检查X次' in program.text(), 'the text')
    program.click(program.editor())
    program.keys('ctrl+F8')
    program.find('label', '还剩5处，共5处')
    before = program.text()

    send_out(program, sheet)
    expect(answer(sheet), 5)
    take_in(program, sheet)
    program.wait(lambda: TAKEN in program.text(), 'the answers in the text')
    program.find('label', '还剩2处，共5处')
    shot(program, 'sheet-taken')

    program.keys('ctrl+e')
    program.export_draft()
    program.answer_file_dialog(program.say('Export as PDF'), pdf)
    program.wait(pdf.exists, 'the PDF')
    expect([word in words_of(pdf) for word in ['检查12次', '隐患34处', '培训职工256人次']], [True] * 3)

    program.click(program.editor())
    program.keys('ctrl+z')
    program.wait_text(before)


main(sheets_go_out_and_come_in)
