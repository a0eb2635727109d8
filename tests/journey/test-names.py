#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever cannot see the window hears it: everything that can have the keyboard has a role and a name."""

import re

from journey import CHINESE, ENGLISH, SAMPLES, Atspi, GLib, Program, is_state, main, photograph

# They hand the keyboard on to what they hold.
HOLDERS = ['scroll pane', 'panel', 'list', 'viewport', 'filler']


def nameless(program):
    """The widgets that could have the keyboard and say nothing, with where they are."""
    for node in program.walk():
        if is_state(node, Atspi.StateType.FOCUSABLE) and not name_of(node) and node.get_role_name() not in HOLDERS:
            yield f'{node.get_role_name()} at {program.box(node)}'


def name_of(node):
    """Its name, or that of what labels it."""
    if node.get_name():
        return node.get_name()
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name()
    return ''


def check(program, where):
    bad = list(nameless(program))
    assert not bad, f'no name in {where}: {bad}'
    if program.locale == CHINESE:  # but for the name of a file, and the word libadwaita has for its cross
        english = sorted({node.get_name() for node in program.walk() if node.get_role_name() not in ['text', 'frame', 'application']
                          and re.search('[A-Za-z]{4}', node.get_name()) and not re.search('summary|Chengwen|PDF|^Close$', node.get_name())})
        assert not english, f'not in Chinese in {where}: {english}'


def walk_by_tab(program):
    """Where Tab leads from the page, until it comes to the text, which needs Tab for itself."""
    stops = []
    program.click(program.editor())
    program.keys('F6')
    program.wait(lambda: program.focused() and program.focused().get_role_name() == 'document text', 'the keyboard on the page')
    node = program.focused()
    while not stops or stops[-1][0] != 'text' and len(stops) < 40:
        before = node
        program.keys('Tab')
        program.wait(lambda before=before: not has_keyboard(before), 'Tab to lead on')
        node = program.wait(program.focused, 'another widget with the keyboard')
        stops.append((node.get_role_name(), name_of(node)))
    return stops


def has_keyboard(node):
    """Asks the node alone: to look for it in the whole window takes longer than all else. What has gone has it no more."""
    try:
        return is_state(node, Atspi.StateType.FOCUSED)
    except GLib.Error:
        return False


def everything(account, locale):
    program = Program(account, SAMPLES / 'summary.txt', locale=locale)
    say = program.say
    program.find('button', say('Details…'))
    program.wait(lambda: program.page_shown()[1] > 6, 'the pages')
    check(program, 'the window')
    stops = walk_by_tab(program)
    assert all(name for role, name in stops), f'a stop without a name: {stops}'
    for name in ['Open', 'Main Menu', 'Details…', 'Zoom In']:
        assert say(name) in [name for role, name in stops], f'Tab does not lead to {name}: {stops}'
    look_at(program, 'F10', 'menu item', None, 'the main menu')
    look_at(program, 'ctrl+comma', 'label', say('Preferences'), 'preferences')
    program.press('Details…')
    program.find('label', say('Changes Made While Reading'))
    check(program, 'the changes')


def look_at(program, key, role, name, where):
    """Opens something by a key, looks at its names, closes it."""
    name = name or re.compile('')
    program.keys(key)
    program.find(role, name)
    photograph(f'{program.locale[:2]}-{where.split()[-1]}')
    check(program, where)
    program.keys('Escape')
    program.wait_gone(role, name)


def everything_has_a_name(account):
    everything(account, ENGLISH)


def everything_has_a_chinese_name(account):
    everything(account, CHINESE)


main(everything_has_a_name, everything_has_a_chinese_name)
