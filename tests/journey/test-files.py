#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file and other hands: changed, deleted or opened twice, nothing goes without a word."""

import io
import re
import subprocess
import zipfile

from journey import PROGRAM, SAMPLES, Program, expect, main, run

OPENING = '云陵县教育局坚持'


def make_project(account, name='work.chengwen'):
    """Saves the sample as a project, and leaves the program open on it."""
    project = account.home / name
    program = Program(account, SAMPLES / 'summary.txt')
    program.find('button', 'Details…')
    program.keys('ctrl+s')
    program.answer_file_dialog('Save the Document', project)
    program.wait(project.exists, 'the project')
    program.find('frame', name.removesuffix('.chengwen'))
    return program, project


def write_as_another(project, was, now):
    """Changes words in a project as another program would."""
    packed = io.BytesIO()
    with zipfile.ZipFile(project) as old, zipfile.ZipFile(packed, 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(was.encode(), now.encode()) if name == 'document.xml' else content)
    project.write_bytes(packed.getvalue())
    return packed.getvalue()


def write_a_word(program):
    program.click(program.editor())
    program.keys('End')
    program.type(' mine')
    program.wait(lambda: ' mine' in program.text(), 'the word in the text')
    program.find('frame', re.compile('^• '))


def a_strangers_version_is_not_overwritten(account):
    program, project = make_project(account)
    write_a_word(program)
    theirs = write_as_another(project, OPENING, '云陵县教育局始终坚持')
    program.find('label', 'Another program has changed the file of this document.')

    program.keys('ctrl+s')
    program.find('label', 'Replace the Other Version?')
    program.press('_Cancel')
    program.wait_gone('label', 'Replace the Other Version?')
    expect(project.read_bytes() == theirs, True)

    program.keys('ctrl+s')
    program.find('label', 'Replace the Other Version?')
    program.press('_Replace')
    program.find('frame', 'work')
    expect(project.read_bytes() == theirs, False)
    program.wait_gone('label', 'Another program has changed the file of this document.')
    assert ' mine' in program.text() and OPENING in program.text()


def own_words_are_not_lost_to_a_strangers_version(account):
    program, project = make_project(account)
    write_a_word(program)
    write_as_another(project, OPENING, '云陵县教育局始终坚持')
    program.press('_Reload')
    program.find('label', 'Give Up Your Own Changes?')
    program.press('_Cancel')
    program.wait_gone('label', 'Give Up Your Own Changes?')
    assert ' mine' in program.text()
    program.press('_Reload')
    program.find('label', 'Give Up Your Own Changes?')
    program.click(program.wait(lambda: program.look_lowest('button', 'Reload'), 'the answer'))
    program.wait(lambda: '始终坚持' in program.text(), 'the other version')
    program.wait_gone('label', 'Another program has changed the file of this document.')


def without_own_words_the_file_is_read_at_once(account):
    program, project = make_project(account)
    write_as_another(project, OPENING, '云陵县教育局始终坚持')
    program.press('_Reload')
    program.wait(lambda: '始终坚持' in program.text(), 'the other version')
    expect(program.look('label', 'Give Up Your Own Changes?'), None)


def a_deleted_file_is_noticed(account):
    program, project = make_project(account)
    write_a_word(program)
    project.unlink()
    program.find('label', 'The file of this document has been moved or deleted.')
    again = account.home / 'again.chengwen'
    program.press('_Save As…')
    program.answer_file_dialog('Save the Document', again)
    program.find('frame', 'again')
    assert again.exists() and not project.exists()


def closing_asks_once(account):
    program, project = make_project(account)
    before = project.read_bytes()
    write_a_word(program)
    program.keys('ctrl+w')
    program.find('label', 'Save the Changes?')
    program.keys('Escape')
    program.wait_gone('label', 'Save the Changes?')
    expect(project.read_bytes() == before, True)
    program.keys('ctrl+w')
    program.press('_Save')
    program.wait_end()
    expect(project.read_bytes() == before, False)
    again = Program(account, project)
    again.wait(lambda: ' mine' in again.text(), 'the word in the file')
    expect(again.look('label', 'Recover Unsaved Text?'), None)


def not_saving_is_a_decision_too(account):
    program, project = make_project(account)
    before = project.read_bytes()
    write_a_word(program)
    program.keys('ctrl+q')
    program.press('_Don’t Save')
    program.wait_end()
    expect(project.read_bytes() == before, True)
    again = Program(account, project)
    again.wait(lambda: OPENING in again.text(), 'the text')
    expect(' mine' in again.text(), False)
    expect(again.look('label', 'Recover Unsaved Text?'), None)


def the_same_file_twice_is_one_window(account):
    other = account.home / 'other.txt'
    other.write_text('关于走访慰问的报告\n\n走访了四个乡镇。\n')
    program, project = make_project(account)
    environment = account.environment('C.UTF-8')
    run(PROGRAM, other, env=environment)
    program.wait(lambda: len(program.x_windows()) == 2, 'a second window')
    second = next(w for w in program.x_windows() if w != program.window)
    program.wait(lambda: focus() == second, 'the keyboard in the new window')
    run(PROGRAM, project, env=environment)
    program.wait(lambda: focus() == program.window, 'the keyboard in the window of the file')
    expect(len(program.x_windows()), 2)
    run(PROGRAM, 'other.txt', env=environment, cwd=account.home)
    program.wait(lambda: focus() == second, 'the keyboard in the window of the other file')
    expect(len(program.frames()), 2)


def focus():
    return subprocess.run(['xdotool', 'getwindowfocus'], stdout=subprocess.PIPE, text=True, check=False).stdout.strip()


main(a_strangers_version_is_not_overwritten, own_words_are_not_lost_to_a_strangers_version,
     without_own_words_the_file_is_read_at_once, a_deleted_file_is_noticed, closing_asks_once, not_saving_is_a_decision_too, the_same_file_twice_is_one_window)
