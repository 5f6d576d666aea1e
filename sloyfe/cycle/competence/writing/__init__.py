"""Blocks as plain text that people can type on a phone, and back. Knows nothing of Django.

    text = written(blocks, Language.NB)                    # what the editor shows in its box for bokmål
    blocks = blocks_of(text, Language.NB, kept=blocks)     # what was typed, as blocks for readers of bokmål

`written` shows what readers of one language see of some blocks, and `blocks_of` gives blocks that are for that language
alone: `blocks_of(written(blocks, x), x, blocks) == only(blocks, x)` for all blocks there are. Write bokmål and nynorsk
of the same block as two texts, and keep the pair.

What the notation has no words for (a table with merged cells, a formula, an embed with several addresses, a link to
somewhere inside an imported package) stands in the text as a line that refers to it, such as `::: uendret 0a1b2c3d4e5f
Tabell :::` or `[les mer](lenke:0a1b2c3d4e5f)`. It comes back unchanged when the blocks the text was made of are given
as `kept`; without them the line stays as it was typed. `keeps_whole` tells whether a text has such lines.

    Avsnitt med **fet** og *kursiv*, en [lenke](https://…), [side](side:…), [fil](fil:…) og et [ord](med forklaring).
    # Overskrift            - punkt            1. punkt            > sitat            | celle | celle |
    ::: oppgave Finn to eksempler            ::: vis Tittelen på det som er skjult            ::: tid 20 minutter :::
    Teksten i boksen.                        Teksten som vises når noen ber om den.
    :::                                      :::
    ![Hva bildet viser](fil:…)   ![](fil:…){pynt}   ::: innhold https://… Tittel på filmen :::   [skrift]{senket}

Nothing that is typed is lost: what is no notation is text. Nothing typed becomes a link unless it leads to the web, to
e-mail, to a telephone, to a place on the page, or to a page or a file of the package.
"""

from sloyfe.cycle.competence.writing.keeping import keeps_whole
from sloyfe.cycle.competence.writing.only import only
from sloyfe.cycle.competence.writing.reading import blocks_of
from sloyfe.cycle.competence.writing.writing import written

__all__ = ["blocks_of", "keeps_whole", "only", "written"]
