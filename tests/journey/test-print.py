#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed is what is exported: the same bytes, through the dialog of the system."""

from journey import PROGRAM, SAMPLES, Atspi, Program, expect, is_state, main, run


def printing_writes_the_exported_pdf(account):
    exported = account.folder / 'exported.pdf'
    run(PROGRAM, 'export', '--quiet', '--draft', SAMPLES / 'summary.txt', '-o', exported, env=account.environment('C.UTF-8'))
    program = Program(account, SAMPLES / 'summary.txt')
    program.find('button', 'Details…')
    program.keys('ctrl+p')
    program.press('Print as _Draft')
    main_window = program.dialog('Print')
    program.click(program.find('label', 'Print to File'))
    program.wait(lambda: is_state(program.find('button', 'Print'), Atspi.StateType.SENSITIVE), 'a printer')
    program.click(program.find('button', 'Print'))
    program.wait(lambda: not program.x_windows('^Print$'), 'the dialog to go')
    program.focus(main_window)
    printed = program.wait(lambda: list(account.home.rglob('*.pdf')), 'what was printed')
    program.find('label', 'The document has been sent to the printer.')
    expect([path.read_bytes() == exported.read_bytes() for path in printed], [True])


def printing_can_be_left(account):
    program = Program(account, SAMPLES / 'summary.txt')
    program.find('button', 'Details…')
    text = program.text()
    program.keys('ctrl+p')
    program.press('Print as _Draft')
    main_window = program.dialog('Print')
    program.keys('Escape')
    program.wait(lambda: not program.x_windows('^Print$'), 'the dialog to go')
    program.focus(main_window)
    program.wait_text(text)
    expect(list(account.home.rglob('*.pdf')), [])


main(printing_writes_the_exported_pdf, printing_can_be_left)
