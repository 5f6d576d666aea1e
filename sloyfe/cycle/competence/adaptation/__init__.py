"""Local adaptation over a moving master: what a level made of a package, and what of a new version it takes.

A version is a tree; a layer is what one level decided; `outcome(layer, master)` is a tree again, and so the master of
the next level. Each regard in which an element can change is a value by itself, taken or left by itself, and an edit
of ours is a record beside it. So the order of decisions makes no difference to where they end, and no version can
overwrite what is local.
"""
