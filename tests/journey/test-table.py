#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A table from the Insert menu to the printed page: written with the keyboard, filled from a spreadsheet, merged, undone, and
an attachment set sideways."""

import re

from journey import Program, copy, expect, main, run


def open_insert_menu(program):
    """Opens the Insert menu; the keyboard is then on the squares a table is drawn with."""
    program.press('Insert', 'toggle button')
    program.wait(lambda: program.focused() and '4 rows, 3 columns' in program.focused().get_name(), 'the keyboard in the menu')


def cell(program, row, column):
    """Waits until the keyboard is in a cell."""
    want = re.compile(f'^Row {row}, column {column}(\\.|$)')

    def is_there():
        node = program.focused()
        return node and want.search(node.get_name() or '') and node
    return program.wait(is_there, f'the keyboard in row {row}, column {column}')


def shown_table(program):
    """How large the table says it is."""
    name = program.find('table', re.compile('rows')).get_name()
    return tuple(int(n) for n in re.search(r'(\d+) rows, (\d+) columns', name).groups())


def words_of(pdf):
    return re.sub(r'\s', '', run('pdftotext', '-raw', pdf, '-'))


def write_table(program):
    program.click(program.editor())
    program.type('人员安排如下。')
    open_insert_menu(program)
    program.keys('Return')
    cell(program, 1, 1)
    expect(shown_table(program), (4, 3))
    for i, word in enumerate(['姓名', '单位', '电话']):
        cell(program, 1, i + 1)
        program.type(word)
        program.keys('Tab')
    cell(program, 2, 1)


def paste_cells(program):
    """Six rows of a spreadsheet into a table that has three left: it grows."""
    copy(''.join(f'职工{i}\t科室{i}\t1380{i}\n' for i in range(1, 7)))
    program.keys('ctrl+v')
    program.wait(lambda: shown_table(program) == (7, 3), 'seven rows')


def merge_and_undo(program):
    program.keys('ctrl+Home')
    cell(program, 1, 1)
    program.keys('Down', 'shift+Down')
    cell(program, 3, 1)
    program.keys('Menu')
    program.wait(lambda: not re.search('^Row 3', program.focused().get_name() or ''), 'the keyboard in the menu')
    program.keys('e')
    cell(program, 2, 1)
    program.keys('ctrl+z')
    program.keys('ctrl+End')
    cell(program, 7, 3)


def add_attachment(program):
    open_insert_menu(program)
    program.keys('l')
    program.wait(lambda: program.focused().get_name() == program.say('Text of the document'), 'the keyboard in the text')
    program.type('设备清单')
    program.wait(lambda: '设备清单' in program.text(), 'the title of the attachment')


def a_table_is_written_and_printed(account):
    program = Program(account)
    pdf = account.home / 'table.pdf'
    write_table(program)
    paste_cells(program)
    merge_and_undo(program)
    add_attachment(program)
    program.keys('ctrl+e')
    program.answer_file_dialog(program.say('Export as PDF'), pdf)
    program.wait(pdf.exists, 'the PDF')
    program.wait(lambda: '设备清单' in words_of(pdf), 'the attachment in the PDF')
    words = words_of(pdf)
    for i in range(1, 7):
        expect(f'职工{i}科室{i}1380{i}' in words, True)
    expect('姓名单位电话' in words, True)
    program.kill()


main(a_table_is_written_and_printed)
