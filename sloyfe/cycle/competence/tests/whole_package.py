"""A package of the size that people really have: twelve modules of eight pages in two languages."""

from sloyfe.cycle.competence.tests.making import item, manifest, module, module_meta, resource, table, wiki, zipped

MODULES, PAGES = 12, 8
HALF = '<div class="language" lang="{}">{}</div>'
TEXT = "<p>Dere skal lage en plan sammen og prøve den ut i egen enhet før neste samling.</p>" * 12


def large_package() -> bytes:
    """Boxes, panels and text on each page, first in bokmål and then in nynorsk."""
    body = "".join(
        HALF.format(
            language,
            table("[udir-goals]", "<h4>Mål</h4>" + TEXT)
            + table("[udir-task]", TEXT + table("[udir-reveal]", "Mer", TEXT))
            + table(["[udir-tabs]", ""], ["A", TEXT], ["B", TEXT])
            + TEXT,
        )
        for language in ("nb", "nn")
    )
    names = [(m, f"p{m}-{p}") for m in range(MODULES) for p in range(PAGES)]
    files: dict[str, bytes | str] = {
        f"wiki_content/{name}.html": wiki(name, f"nb: {name}|nn: {name}", body) for _m, name in names
    }
    files["imsmanifest.xml"] = manifest("".join(resource(name, f"wiki_content/{name}.html") for _m, name in names))
    files["course_settings/module_meta.xml"] = module_meta(
        *(module(f"m{m}", f"Modul {m}", *(item(f"i{n}", n, n) for k, n in names if k == m)) for m in range(MODULES))
    )
    return zipped(files)
