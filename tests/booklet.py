#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports every template and every sample to PDFs and pictures in one folder, to be looked at page by page.

    booklet.py PROGRAM FOLDER [NAME…]
"""

import subprocess
import sys
import zipfile
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / 'data'
DENSITY = 80  # dots an inch


def pack(xml, project):
    """Puts a bare document.xml into a project file, which the program opens."""
    with zipfile.ZipFile(project, 'w') as entries:
        entries.writestr('mimetype', 'application/x-chengwen', zipfile.ZIP_STORED)
        entries.write(xml, 'document.xml', zipfile.ZIP_DEFLATED)
    return project


def export(program, source, folder):
    name = f'{source.parent.name.rstrip("s")}-{source.stem}'
    project = pack(source, folder / f'{name}.chengwen')
    pdf = folder / f'{name}.pdf'
    subprocess.run([program, 'export', '--quiet', project, '-o', pdf], check=True)
    subprocess.run(['pdftoppm', '-r', str(DENSITY), '-png', pdf, folder / name], check=True)
    return len(list(folder.glob(f'{name}-*.png')))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.strip())
    program, folder, wanted = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    folder.mkdir(parents=True, exist_ok=True)
    for old in [*folder.glob('*.png'), *folder.glob('*.pdf')]:
        old.unlink()
    n_pages = 0
    for source in sorted([*DATA.glob('samples/*.xml'), *DATA.glob('templates/*.xml')]):
        if not wanted or source.stem in wanted:
            n_pages += export(program, source, folder)
    print(f'{n_pages} pages in {folder}')


if __name__ == '__main__':
    main()
