"""Names that people cannot tell apart when they read or hear them."""

from unicodedata import category, combining, normalize

# Letters of other alphabets that look like Latin ones. Not every one there is: those that somebody would use.
LOOKS = "АаВЕеЁёЗІіЇїЈјКкМНОоРрСсТУуХхЅѕԁӏΑαΒΕΖΗΙιΚκΜΝνΟοΡρΤτΥυΧχ"
LIKE = "AaBEeEe3IiIiJjKkMHOoPpCcTYyXxSsdlAaBEZHIiKkMNvOoPpTtYuXx"
LATIN = str.maketrans(LOOKS, LIKE)
# Letters of the Norwegian alphabet, not others with something added: Pål is not Pal.
OWN = {"å": "\ue000", "Å": "\ue000"}
RING = str.maketrans(OWN)


def likeness(name: str) -> str:
    """The same for two names that look alike: case, spaces, accents and borrowed letters make no difference."""
    composed = normalize("NFKC", name).translate(RING)
    bare = "".join(sign for sign in normalize("NFKD", composed) if _counts(sign))
    folded = bare.translate(LATIN).casefold()
    return " ".join(folded.split()).replace("\ue000", "å")


def _counts(sign: str) -> bool:
    return not combining(sign) and category(sign) != "Cf"
