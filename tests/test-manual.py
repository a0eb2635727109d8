#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and the completion say what the command line says of itself. Prints TAP."""

import os
import re
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.argv[1]).resolve()
VERBS = ['export', 'verify', 'check']
MANUALS = {'C': TOP / 'data/man/chengwen.1', 'zh_CN': TOP / 'data/man/zh_CN/chengwen.1'}


def help_of(verb):
    return subprocess.run([PROGRAM, verb, '--help'], env=dict(os.environ, LC_ALL='C.UTF-8'), check=True, capture_output=True,
                          text=True).stdout


def options_of(verb):
    """What the help of a verb lists under Application Options."""
    return set(re.findall(r'^  (?:-\w, )?(--[a-z-]+)', help_of(verb).split('Application Options:')[1], re.M))


def completions(*words):
    """What the shell would offer in place of the last word."""
    script = ('source "$0"; compopt () { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _chengwen chengwen "${@: -1}" "${@: -2:1}"; '
              'printf "%s\\n" "${COMPREPLY[@]}"')
    environment = dict(os.environ, PATH=f'{PROGRAM.parent}:{os.environ["PATH"]}')
    done = subprocess.run(['bash', '--norc', '-c', script, TOP / 'data/completions/chengwen', 'chengwen', *words], env=environment,
                          cwd=TOP / 'data/samples', capture_output=True, text=True)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(done.stderr)
    return set(done.stdout.split())


def every_option_is_in_the_manual():
    """Each verb and option stands in the manual pages, and no other."""
    for language, path in MANUALS.items():
        text = path.read_text().replace('\\-', '-')
        for verb in VERBS:
            section = re.search(rf'^\.SS chengwen {verb}$(.*?)^\.S[SH] ', text, re.M | re.S).group(1)
            told = {name for line in section.splitlines() if re.match(r'\.BR? -', line) for name in re.findall(r'(?<!\w)--[a-z-]+', line)}
            for name in told ^ options_of(verb):
                yield f'{language}: {verb} {name}'


def every_option_is_completed():
    """The shell completes each option, and no other."""
    for verb in VERBS:
        for name in {word.rstrip('=') for word in completions(verb, '--')} ^ (options_of(verb) | {'--help'}):
            yield f'{verb} {name}'


def verbs_choices_and_rules_are_completed():
    """So are verbs, choices and rules; with files too where one is asked for."""
    if not set(VERBS) <= completions(''):
        yield 'verbs'
    if completions('export', '--set', 'mir') != {'mirrored='}:
        yield '--set'
    if completions('check', '--off', 'long-s') != {'long-sentence'}:
        yield '--off'
    if completions('export', '-p', 'r') != {'ruled'}:
        yield '--placeholders'
    if completions('export', 'summ') != {'summary.txt'}:
        yield 'files'


CHECKS = [every_option_is_in_the_manual, every_option_is_completed, verbs_choices_and_rules_are_completed]


def main():
    print(f'1..{len(CHECKS)}')
    failed = 0
    for number, check in enumerate(CHECKS, 1):
        faults = sorted(check())
        failed += bool(faults)
        print(f'{"not ok" if faults else "ok"} {number} - {check.__doc__}')
        for fault in faults:
            print(f'# {fault}')
    return failed > 0


sys.exit(main())
