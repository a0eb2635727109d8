#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing with a Chinese input method: pinyin by key, the candidate while it is being chosen, and the word it becomes."""

import os
import shutil
import subprocess
from pathlib import Path

from journey import SAMPLES, Program, Skip, expect, main, run, wait

PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""


def start_input_method():
    """The bus starts fcitx5 when it is asked for; the profile must be there before."""
    for name in ['fcitx5', 'fcitx5-remote', 'xdotool']:
        if not shutil.which(name):
            raise Skip(f'{name} is not installed')
    folder = Path(os.environ['HOME']) / '.config/fcitx5'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'profile').write_text(PROFILE)
    wait(lambda: subprocess.run(['fcitx5-remote'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0,
         'the input method')


def switch_to_pinyin():
    def is_on():
        run('fcitx5-remote', '-o')
        return run('fcitx5-remote').strip() == '2'
    wait(is_on, 'pinyin')
    expect(run('fcitx5-remote', '-n').strip(), 'pinyin')


def pinyin_becomes_words_in_text_and_page(account):
    start_input_method()
    program = Program(account, SAMPLES / 'summary.txt', GTK_IM_MODULE='fcitx')
    program.find('button', 'Details…')
    before = program.text()
    characters = program.counts()[1]
    program.click(program.editor())
    program.keys('End')
    switch_to_pinyin()
    at = program.caret()

    run('xdotool', 'type', '--delay', 80, 'zongjie')
    program.wait(lambda: program.caret() == at, 'the caret where it was')
    expect(program.text(), before)  # what is only being chosen is not yet in the document
    program.keys('space')
    program.wait_text(before[:at] + '总结' + before[at:])
    run('xdotool', 'type', '--delay', 80, 'xuexi')
    program.keys('space')
    program.wait_text(before[:at] + '总结学习' + before[at:])
    program.wait(lambda: program.counts()[1] == characters + 4, 'the page to have the words')

    run('xdotool', 'type', '--delay', 80, 'gongzuo')
    program.keys('Escape')  # given up
    run('fcitx5-remote', '-c')
    program.type('!')
    program.wait_text(before[:at] + '总结学习！' + before[at:])  # full-width after Chinese
    for _ in range(4):
        if program.text() == before:
            break
        program.keys('ctrl+z')
    program.wait_text(before)
    run('fcitx5-remote', '-e')


main(pinyin_becomes_words_in_text_and_page)
