"""Where LibreOffice is installed, it opens what we write; it is not needed for anything else."""

import shutil
import subprocess
from pathlib import Path

import pytest

from sloyfe.documents import Format, render
from sloyfe.documents.tests import examples
from sloyfe.documents.tests.reading import opened, structure
from sloyfe.documents.tests.test_word_template import letterhead

OFFICE = shutil.which("soffice")


@pytest.mark.full
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("format_", ["docx", "odt", "letterhead"])
def test_libreoffice_opens_it_as_three_pages_with_headings(format_: str, tmp_path: Path):
    ground = letterhead() if format_ == "letterhead" else None
    kind: Format = "odt" if format_ == "odt" else "docx"
    source = tmp_path / f"document.{kind}"
    source.write_bytes(render(examples.agreement(), kind, ground).content)

    command = [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    export = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    command += ["--convert-to", export, "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)

    content = (tmp_path / "document.pdf").read_bytes()
    with opened(content) as pdf:
        assert len(pdf.pages) == 3
    tags = [tag for tag, _element in structure(content)]
    assert (tags.count("H1"), tags.count("Table")) == (4, 3)
